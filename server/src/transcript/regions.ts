/**
 * One file may hold several logs: a bug report with two pastes, an answer with three code blocks. A region is a run of
 * lines in one format. Inside Markdown fences each block is a region and what stands around them is prose. Elsewhere a
 * region ends where its dialect hears nothing any more, a gap separates what follows, and that is another format
 * beyond doubt; a log without such a gap is never split, whatever it quotes.
 */
import { readsAsCommand } from './command';
import { type Detection, detect, detectPeelers, SAMPLE_LINES } from './detect';
import type { Dialect } from './dialects/dialect';
import { type Peeler, peel, readingsOf } from './peel';
import { looksLikeReply } from './reply';
import type { Line } from './transcript';

export interface Region {
  readonly firstLine: number;
  readonly detection: Detection;
}

/** What reads the lines of one region. */
export interface RegionSink {
  push(line: Line): void;
  end(): void;
  /** Mail data is being read in a session: it may imitate any format. */
  readonly inPayload: boolean;
}

export interface RegionMemory {
  readonly region: number;
  readonly gap: boolean;
  readonly nextLook: number;
  /** Lines that may begin another region. */
  readonly silent: readonly Line[];
}

export interface RegionOptions {
  /** Reading begins in the middle of a log of this format, as if it were the file's first region. */
  readonly within?: Detection | undefined;
  /** Overrides detection; the file is one region then. */
  readonly dialect?: Dialect | undefined;
  /** Opens the sink of a region. `heard` has to be called for each thing said or told. */
  readonly open: (region: Region, index: number, heard: () => void) => RegionSink;
}

/** Lines of another format have to weigh this much to be believed in the middle of a file. */
const STRONG = 20;
/** At the start of a file less is enough: what comes later may be a message that quotes another log. */
const STRONG_AT_START = 12;
/** A code block is short, and somebody chose to show it. */
const STRONG_IN_FENCE = 6;
/** So many lines of silence are kept to be looked at. */
const MOST_SILENT = SAMPLE_LINES;
/** In a format that takes any line for something said, so many lines after a gap wait until it is known whose they are. */
const MOST_HELD = 40;
/** The first look at them; the second is at the end. */
const FIRST_LOOK = 12;
/** Looks cost time, and a log that needs more of them is no paste. */
export const MOST_LOOKS = 100;
/** Samples without evidence after which a file is given up. */
const MOST_SAMPLES = 25;

export class Regions {
  readonly regions: Region[] = [];
  readonly #options: RegionOptions;
  /** Lines that wait for detection. */
  #sample: Line[] | undefined = [];
  #samples = 0;
  /** The lines of the samples before, in which there was nothing yet. */
  #before: Line[] = [];
  #sink: RegionSink | undefined;
  #heard = false;
  /** Undefined: not decided yet; `out` and `in`: the file is Markdown with fenced blocks. */
  #fence: 'none' | 'out' | 'in' | undefined;
  /** What stands before each line of the Markdown. */
  #beforeFences: readonly Peeler[] = [];
  #silent: Line[] = [];
  #held: Line[] | undefined;
  /** One of the lines that are held is the format's own. */
  #goesOn = false;
  #gap = false;
  #nextLook = 0;
  #looks = 0;

  constructor(options: RegionOptions) {
    this.#options = options;
    if (options.within === undefined) return;
    this.#sample = undefined;
    this.#fence = 'none';
    this.#begin(options.within, []);
  }

  push(line: Line): void {
    if (this.#fence === 'out' || this.#fence === 'in') this.#pushFenced(line);
    else if (this.#sample !== undefined) this.#pushSample(line);
    else if (this.#sink !== undefined) this.#pushRead(line);
  }

  /** What reading goes on with, the sinks apart; undefined while lines wait for it to be known whose they are. */
  get memory(): RegionMemory | undefined {
    const fenced = this.#fence === 'in' || this.#fence === 'out';
    if (this.#sample !== undefined || this.#held !== undefined || fenced) return undefined;
    // Without a gap they only tell that something was silent.
    const silent = this.#gap ? this.#silent : [];
    return { region: this.regions.length - 1, gap: this.#gap, nextLook: this.#gap ? this.#nextLook : 0, silent };
  }

  /** A line that is no gap goes to the dialect, and nothing else depends on it. */
  get settled(): boolean {
    return this.#fence === 'none' && this.#sample === undefined && this.#held === undefined && !this.#gap;
  }

  /** How often lines were looked at, so far: after MOST_LOOKS no region begins any more. */
  get looks(): number {
    return this.#looks;
  }

  end(): void {
    const waiting = this.#sample?.length ?? 0;
    if (waiting > 0 || (this.#options.dialect !== undefined && this.regions.length === 0)) this.#decide();
    if (this.#held === undefined && this.#gap && this.#silent.length > 0) this.#look(this.#silent);
    while (this.#held !== undefined) this.#release(this.#held);
    this.#sink?.end();
    this.#sink = undefined;
  }

  // --- which format -----------------------------------------------------------------------------------------------

  #pushSample(line: Line): void {
    this.#sample?.push(line);
    if ((this.#sample?.length ?? 0) >= SAMPLE_LINES) this.#decide();
  }

  #decide(): void {
    const lines = this.#sample ?? [];
    this.#sample = undefined;
    const { dialect } = this.#options;
    if (dialect !== undefined) {
      const peelers = detectPeelers(lines, dialect);
      this.#begin({ ...detect(lines), dialect, peelers, confidence: 1 }, lines);
      return;
    }
    if (this.#fence === undefined) {
      const outer = beforeFences(lines);
      this.#fence = outer === undefined ? 'none' : 'out';
      if (outer !== undefined) {
        this.#beforeFences = outer;
        for (const line of lines) this.#pushFenced(line);
        return;
      }
    }
    const found = detect(lines);
    const least = this.#samples++ === 0 || found.dialect?.sparse === true ? 0 : STRONG;
    if (found.dialect !== undefined && weightOf(found) >= least) {
      if (found.dialect.sparse === true) this.#begin(found, [...this.#before, ...lines]);
      else this.#begin(firstOf(lines, found), lines);
    } else if (this.#samples < MOST_SAMPLES) {
      this.#sample = [];
      this.#before.push(...lines);
      return;
    }
    this.#before = [];
  }

  #begin(detection: Detection, lines: readonly Line[]): void {
    this.#sink?.end();
    const region = { firstLine: lines[0]?.number ?? 0, detection };
    this.regions.push(region);
    this.#sink = this.#options.open(region, this.regions.length - 1, () => {
      this.#heard = true;
    });
    this.#quiet();
    for (const line of lines) {
      if (this.#fence === 'in') this.#sink?.push(line);
      else this.#pushRead(line);
    }
  }

  #quiet(): void {
    this.#silent = [];
    this.#gap = false;
    this.#nextLook = 0;
  }

  // --- a log ------------------------------------------------------------------------------------------------------

  #pushRead(line: Line): void {
    if (this.#options.dialect !== undefined || this.#looks >= MOST_LOOKS) {
      this.#sink?.push(line);
      return;
    }
    if (this.#held !== undefined) {
      this.#hold(this.#held, line);
      return;
    }
    const { dialect, peelers = [] } = this.regions.at(-1)?.detection ?? {};
    if (dialect?.owns !== undefined && this.#sink?.inPayload === false && isGapBehind(line, peelers)) {
      this.#held = [line];
      this.#goesOn = false;
      return;
    }
    this.#heard = false;
    this.#sink?.push(line);
    if (this.#heard) {
      if (this.#silent.length > 0) this.#quiet();
    } else this.#listen(line, peelers);
  }

  /** A line of which the dialect made nothing. */
  #listen(line: Line, peelers: readonly Peeler[]): void {
    if (this.#sink?.inPayload !== false) return;
    if (!this.#gap && isGapBehind(line, peelers)) {
      this.#gap = true;
      this.#silent = [];
      this.#nextLook = 8;
    }
    if (!this.#gap) {
      // The first silent line without a gap is enough to know that something was silent.
      if (this.#silent.length === 0) this.#silent.push(line);
      return;
    }
    this.#silent.push(line);
    if (this.#silent.length < this.#nextLook) return;
    this.#nextLook = Math.min(this.#nextLook * 2, MOST_SILENT);
    if (this.#look(this.#silent)) return;
    if (this.#silent.length >= MOST_SILENT) this.#silent = [];
  }

  /**
   * A line after a gap. The format's own lines show that it goes on, unless the first ones are another's beyond doubt; what
   * follows them may be mail data.
   */
  #hold(held: Line[], line: Line): void {
    const { dialect, peelers = [] } = this.regions.at(-1)?.detection ?? {};
    held.push(line);
    this.#goesOn ||= dialect?.owns?.(peel(line, peelers)) === true;
    if (held.length < FIRST_LOOK) return;
    this.#held = undefined;
    if (held.length === FIRST_LOOK && this.#look(held)) return;
    if (this.#goesOn) this.#letGo(held);
    else if (held.length < MOST_HELD) this.#held = held;
    else this.#release(held);
  }

  #letGo(held: readonly Line[]): void {
    for (const line of held) this.#sink?.push(line);
  }

  /** None of the lines after a gap is the format's own for sure: they may begin a region. */
  #release(held: readonly Line[]): void {
    this.#held = undefined;
    if (!this.#look(held)) this.#letGo(held);
  }

  /** Begins a region with `lines` when they are in another format. */
  #look(lines: readonly Line[]): boolean {
    const region = this.regions.at(-1);
    if (region === undefined || this.#looks >= MOST_LOOKS) return false;
    this.#looks++;
    const found = detect(lines);
    const weight = weightOf(found);
    if (found.dialect === undefined || weight < STRONG) return false;
    // What stands between the heads of packets a terminal may show as well; the heads themselves it may not.
    const doubt = evidence(region.detection, lines) * (isMarked(found) && owns(found, lines) ? 1 : 4);
    if (doubt >= weight) return false;
    this.#begin(found, lines);
    return true;
  }

  // --- Markdown ---------------------------------------------------------------------------------------------------

  #pushFenced(line: Line): void {
    const fence = FENCE.test(peel(line, this.#beforeFences).text);
    if (this.#fence === 'out') {
      if (!fence) return;
      this.#fence = 'in';
      this.#sample = [];
      return;
    }
    if (fence) {
      if (this.#sample !== undefined) this.#decideBlock();
      this.#sink?.end();
      this.#sink = undefined;
      this.#sample = undefined;
      this.#fence = 'out';
    } else if (this.#sample === undefined) this.#sink?.push(line);
    else if (this.#sample.push(line) >= SAMPLE_LINES) this.#decideBlock();
  }

  #decideBlock(): void {
    const lines = this.#sample ?? [];
    this.#sample = undefined;
    const outer = this.#beforeFences;
    const found = detect(behind(lines, outer));
    if (found.dialect === undefined || weightOf(found) < STRONG_IN_FENCE) return;
    this.#begin({ ...found, peelers: [...outer, ...found.peelers] }, lines);
  }
}

function behind(lines: readonly Line[], peelers: readonly Peeler[]): readonly Line[] {
  return peelers.length === 0 ? lines : lines.map((line) => ({ ...line, text: peel(line, peelers).text }));
}

/** The region that a line belongs to. */
export function regionAt(regions: readonly Region[], line: number): Region | undefined {
  return regions.findLast((region) => region.firstLine <= line) ?? regions[0];
}

function weightOf({ candidates }: Detection): number {
  return candidates[0]?.weight ?? 0;
}

/**
 * The format that a sample begins with: usually that of the whole; another one where the lines up to a gap are in it
 * beyond doubt, and not in that of the whole.
 */
function firstOf(lines: readonly Line[], whole: Detection): Detection {
  const gaps = lines.flatMap((line, index) => (isGapBehind(line, whole.peelers) ? [index] : []));
  for (let gap = 0; gap < gaps.length; gap += 1 + (gap >> 2)) {
    const before = lines.slice(0, gaps[gap]);
    const found = detect(before);
    if (weightOf(found) < STRONG_AT_START) continue;
    // A capture whose start is cut begins with the rest of a packet, in which one side speaks.
    const speaks = isDialogue(before) || (isMarked(found) && weightOf(found) >= STRONG);
    if (whole.dialect?.wire === true && (!speaks || owns(whole, before))) continue;
    if (found.dialect === whole.dialect) return whole;
    return evidence(whole, before) * 4 < weightOf(found) ? found : whole;
  }
  return whole;
}

/** A format that marks its lines: the rest of a packet is not read in it. */
function isMarked({ dialect }: Detection): boolean {
  return dialect !== undefined && dialect.id !== 'bare';
}

function owns({ dialect, peelers }: Detection, lines: readonly Line[]): boolean {
  return lines.some((line) => dialect?.owns?.(peel(line, peelers)) === true);
}

function isDialogue(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => looksLikeReply(text)) && lines.some(({ text }) => readsAsCommand(text));
}

function evidence({ dialect, peelers }: Detection, lines: readonly Line[]): number {
  return dialect?.evidence(lines.map((line) => peel(line, peelers))) ?? 0;
}

/**
 * Markdown: a fence comes before anything that is SMTP, and SMTP stands in a fence. Gives what stands before each line
 * of it.
 */
function beforeFences(lines: readonly Line[]): readonly Peeler[] | undefined {
  if (!lines.some(({ text }) => MAY_FENCE.test(text))) return undefined;
  for (const peelers of [[], ...readingsOf(lines)]) {
    const text = behind(lines, peelers);
    const first = text.findIndex((line) => FENCE.test(line.text));
    if (first < 0) continue;
    if (detect(lines.slice(0, first)).dialect !== undefined) return undefined;
    if (detect(text.slice(first + 1)).dialect !== undefined) return peelers;
  }
  return undefined;
}

/** Also behind what stands before each line. */
function isGapBehind(line: Line, peelers: readonly Peeler[]): boolean {
  return isGap(line.text) || (peelers.length > 0 && isGap(peel(line, peelers).text));
}

/** What separates pastes: an empty line, a Markdown heading, rule or fence. */
function isGap(text: string): boolean {
  let at = 0;
  while (text.charCodeAt(at) === SPACE) at++;
  const first = text.charCodeAt(at);
  // Nearly every line of a log begins with a letter, a digit or an arrow.
  if ((first >= SMALL_A && first <= SMALL_Z) || (first >= ZERO && first <= NINE)) return false;
  if (first >= LETTER_A && first <= LETTER_Z) return false;
  const second = text.charCodeAt(at + 1);
  if (isRuler(first) && !isRuler(second)) return false;
  if (first === LESS && (isRuler(second) || second === TILDE)) return false;
  const trimmed = text.replace(/^[>\s]{1,12}/, '').trimEnd();
  return trimmed === '' || /^(?:#{1,6} |[-=*_]{3,}$)/.test(trimmed) || FENCE.test(text);
}

/** What a rule is drawn with. */
function isRuler(code: number): boolean {
  return code === HYPHEN || code === EQUALS || code === ASTERISK || code === UNDERSCORE;
}

const SPACE = 32;
const ASTERISK = 42;
const HYPHEN = 45;
const LESS = 60;
const EQUALS = 61;
const UNDERSCORE = 95;
const TILDE = 126;
const ZERO = 48;
const NINE = 57;
const LETTER_A = 65;
const LETTER_Z = 90;
const SMALL_A = 97;
const SMALL_Z = 122;

const MAY_FENCE = /`{3}|~{3}|\[code|\{code|\{noformat|<pre|<code/i;
/** Fences of Markdown, also quoted, and of the markup of forums and issue trackers. */
const FENCE =
  /^[\s>]{0,12}(?:`{3,}|~{3,})[^`]{0,60}$|^\s{0,4}\[\/?code[^\]]{0,40}\]\s*$|^\s{0,4}\{(?:code|noformat)(?::[^}]{0,40})?\}\s*$|^\s{0,4}<\/?(?:pre|code)[^>]{0,60}>\s*$/i;
