/**
 * One file may hold several logs: a bug report with two pastes, an answer with three code blocks. A region is a run of
 * lines in one format. Inside Markdown fences each block is a region and what stands around them is prose. Elsewhere a
 * region ends where its dialect hears nothing any more, or nothing of its own, and what follows is another format beyond
 * doubt. A gap has to separate the two but in the first lines of a file.
 */
import { type Detection, detect, detectPeelers, SAMPLE_LINES } from './detect';
import type { Dialect } from './dialects/dialect';
import { evidentFrom, firstOf, isAlike, isMarked, mayBeSmtp, owns, STRONG, weightOf } from './fit';
import { FENCE, isGapBehind, MAY_FENCE } from './gaps';
import { firstAt } from './ordered';
import { type Peeler, peel, readingsOf } from './peel';
import type { Line } from './transcript';
import { begins, withWrapping, wrappedIn } from './wrapped/find';
import { Unwrapper } from './wrapped/unwrap';

export interface Region {
  readonly firstLine: number;
  readonly detection: Detection;
}

/** What reads the lines of one region. */
export interface RegionSink {
  push(line: Line): void;
  end(): void;
  /** The line is the format's own for sure. */
  owns(line: Line): boolean;
  /** How evident it is that the log goes on in `lines`. */
  goesOn(lines: readonly Line[]): number;
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
  /** Asked of what the file begins with: what reads all of it in place of regions. */
  readonly apart?: (lines: readonly Line[], found: Detection) => Pick<RegionSink, 'push' | 'end'> | undefined;
}

/** A code block is short, and somebody chose to show it. */
const STRONG_IN_FENCE = 6;
/** So many lines of silence are kept to be looked at. */
const MOST_SILENT = SAMPLE_LINES;
/** Lines of which it is not known whose they are wait for the first look, which sees so many; each later one sees twice as many. */
const FIRST_LOOK = 12;
/** So many lines wait at most. */
const MOST_HELD = SAMPLE_LINES;
/** A paste is short, and another may follow it without a gap: so many lines of a file are watched for that. */
const EARLY = 1000;
/** Looks cost time, and a log that needs more of them is no paste. */
export const MOST_LOOKS = 100;
/** Samples without evidence after which a file is given up. */
const MOST_SAMPLES = 25;

/** Lines that wait until it is known whose they are. */
interface Held {
  readonly lines: Line[];
  /** Those of them that are no gaps, and of these the format's own. */
  said: number;
  own: number;
  /** The first is a gap. */
  readonly gap: boolean;
  /** So many are looked at next. */
  look: number;
}

export class Regions {
  readonly regions: Region[] = [];
  readonly #options: RegionOptions;
  /** Lines that wait for detection. */
  #sample: Line[] | undefined = [];
  #samples = 0;
  /** The lines of the samples before, in which there was nothing yet. */
  #before: Line[] = [];
  #sink: RegionSink | undefined;
  /** Reads all lines. */
  #apart: Pick<RegionSink, 'push' | 'end'> | undefined;
  /** Those of the last region. */
  #dialect: Dialect | undefined;
  #peelers: readonly Peeler[] = [];
  #heard = false;
  /** Undefined: not decided yet; `out` and `in`: the file is Markdown with fenced blocks. */
  #fence: 'none' | 'out' | 'in' | undefined;
  /** What stands before each line of the Markdown. */
  #beforeFences: readonly Peeler[] = [];
  /** Joins lines that were broken; in such a file all that is read comes from it. */
  #unwrapper: Unwrapper | undefined;
  #silent: Line[] = [];
  #lastHeard: Line | undefined;
  #held: Held | undefined;
  /** Without a gap so many lines are waited for before a look: formats with long silences are looked at less often. */
  #patience = FIRST_LOOK;
  #early: boolean;
  #gap = false;
  #nextLook = 0;
  #looks = 0;

  constructor(options: RegionOptions) {
    this.#options = options;
    this.#early = options.within === undefined && options.dialect === undefined;
    if (options.dialect !== undefined) this.#fence = 'none';
    if (options.within === undefined) return;
    this.#sample = undefined;
    this.#fence = 'none';
    this.#begin(options.within, []);
  }

  push(line: Line): void {
    if (this.#apart !== undefined) this.#apart.push(line);
    else if (this.#fence === 'out' || this.#fence === 'in') this.#pushFenced(line);
    else if (this.#sample !== undefined) this.#pushSample(line);
    else if (this.#unwrapper !== undefined) this.#unwrapper.push(line);
    else if (this.#sink !== undefined) this.#pushRead(line);
  }

  /** What reading goes on with, the sinks apart; undefined while lines wait for it to be known whose they are. */
  get memory(): RegionMemory | undefined {
    const fenced = this.#fence === 'in' || this.#fence === 'out';
    const waits = this.#sample !== undefined || this.#held !== undefined || this.#unwrapper !== undefined;
    if (waits || this.#early || fenced || this.#apart !== undefined) return undefined;
    // Without a gap they only tell that something was silent.
    const silent = this.#gap ? this.#silent : [];
    return { region: this.regions.length - 1, gap: this.#gap, nextLook: this.#gap ? this.#nextLook : 0, silent };
  }

  /** A line that is no gap goes to the dialect, and nothing else depends on it. */
  get settled(): boolean {
    if (this.#fence !== 'none' || this.#sample !== undefined || this.#unwrapper !== undefined) return false;
    if (this.#apart !== undefined) return false;
    return this.#held === undefined && !this.#gap && !this.#early;
  }

  /** How often lines were looked at, so far: after MOST_LOOKS no region begins any more. */
  get looks(): number {
    return this.#looks;
  }

  end(): void {
    const waiting = this.#sample?.length ?? 0;
    if (waiting > 0 || (this.#options.dialect !== undefined && this.regions.length === 0)) this.#decide();
    this.#unwrapper?.end();
    if (this.#held === undefined && this.#silent.length > 1 && (this.#gap || this.#early))
      this.#look(this.#silent, this.#gap, true);
    while (this.#held !== undefined) this.#release(this.#held);
    this.#apart?.end();
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
      const chosen = { ...detect(lines), dialect, peelers, confidence: 1 };
      this.#beginWrapped(withWrapping(lines, chosen)?.detection ?? chosen, lines);
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
    const found = wrappedIn(lines, detect(lines));
    const least = this.#samples++ === 0 || found.dialect?.sparse === true ? 0 : STRONG;
    this.#apart = this.#options.apart?.(lines, found);
    if (this.#apart !== undefined) {
      for (const line of lines) this.#apart.push(line);
    } else if (found.dialect !== undefined && weightOf(found) >= least) {
      if (found.wrapping !== undefined) this.#beginWrapped(found, lines);
      else if (found.dialect.sparse === true) this.#begin(found, [...this.#before, ...lines]);
      else this.#begin(firstOf(lines, found), lines);
    } else if (this.#samples < MOST_SAMPLES) {
      this.#sample = [];
      this.#before.push(...lines);
      return;
    }
    this.#before = [];
  }

  #beginWrapped(detection: Detection, lines: readonly Line[]): void {
    const { wrapping } = detection;
    this.#begin(detection, wrapping === undefined ? lines : [], lines[0]?.number);
    if (wrapping === undefined) return;
    this.#unwrapper = new Unwrapper({
      wrapping,
      isOwn: (line) => begins(line, wrapping, { dialect: this.#dialect, peelers: this.#peelers }),
      emit: (line) => this.#pushRead(line),
    });
    for (const line of lines) this.#unwrapper.push(line);
  }

  #begin(detection: Detection, lines: readonly Line[], firstLine = lines[0]?.number ?? 0): void {
    this.#sink?.end();
    const region = { firstLine, detection };
    this.regions.push(region);
    this.#dialect = detection.dialect;
    this.#peelers = detection.peelers;
    this.#sink = this.#options.open(region, this.regions.length - 1, () => {
      this.#heard = true;
    });
    this.#quiet();
    this.#patience = FIRST_LOOK;
    this.#lastHeard = undefined;
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
    if (this.#early && line.number >= EARLY) this.#early = false;
    if (this.#options.dialect !== undefined || this.#looks >= MOST_LOOKS) {
      this.#sink?.push(line);
      return;
    }
    if (this.#held !== undefined) {
      this.#hold(this.#held, line);
      return;
    }
    if (this.#dialect?.owns !== undefined && this.#sink?.inPayload === false) {
      const gap = this.#isGap(line);
      if (gap || (this.#early && !this.#isOwn(line))) {
        this.#held = { lines: [line], own: 0, said: gap ? 0 : 1, gap, look: gap ? FIRST_LOOK : this.#patience };
        return;
      }
    }
    this.#heard = false;
    this.#sink?.push(line);
    const waits = !this.#heard && (this.#gap || this.#early) && this.#isEvident(line);
    if (this.#heard || waits) {
      this.#lastHeard = line;
      if (this.#silent.length > 0) this.#quiet();
    } else this.#listen(line);
  }

  #isGap(line: Line): boolean {
    return isGapBehind(line, this.#peelers);
  }

  #isOwn(line: Line): boolean {
    return this.#sink?.owns(line) === true;
  }

  /** What was heard last stands behind one of the prefixes, too. */
  #isLikeHeard({ peelers }: Detection, before: Detection): boolean {
    const line = this.#lastHeard;
    return peelers.some((each) => (line === undefined ? before.peelers.includes(each) : peel(line, [each]).from > 0));
  }

  /** Formats may wait for what comes next before they tell what a line says. */
  #isEvident(line: Line): boolean {
    return (this.#sink?.goesOn([line]) ?? 0) > 0;
  }

  /** A line of which the dialect made nothing. */
  #listen(line: Line): void {
    if (!this.#gap && this.#isGap(line)) {
      this.#gap = true;
      if (!this.#early) this.#silent = [];
      this.#nextLook = 8;
    }
    if (!this.#gap && (!this.#early || this.#lastHeard === undefined)) {
      // The first silent line without a gap is enough to know that something was silent.
      if (this.#silent.length === 0) this.#silent.push(line);
      return;
    }
    if (this.#silent.length === 0 && !this.#gap) this.#nextLook = this.#patience;
    this.#silent.push(line);
    if (this.#silent.length < this.#nextLook) return;
    this.#nextLook = Math.min(this.#nextLook * 2, MOST_SILENT);
    if (this.#look(this.#silent, this.#gap, true)) return;
    if (!this.#gap) this.#patience = Math.min(this.#patience * 3, MOST_SILENT);
    if (this.#silent.length >= MOST_SILENT) this.#silent = [];
  }

  /**
   * A line behind a gap, or behind one that is not the format's own. The format's own lines show that it goes on, unless
   * those behind a gap are another's beyond doubt; what follows them may be mail data.
   */
  #hold(held: Held, line: Line): void {
    const gap = this.#isGap(line);
    if (gap && !held.gap) {
      this.#letGo(held.lines);
      this.#pushRead(line);
      return;
    }
    held.lines.push(line);
    if (!gap) held.said++;
    if (!gap && this.#isOwn(line)) held.own++;
    if (!held.gap && held.own * 4 > held.said) {
      this.#letGo(held.lines);
      return;
    }
    if (held.lines.length < held.look) return;
    if (this.#look(held.lines, held.gap, false)) return;
    if (!held.gap) this.#patience = Math.min(this.#patience * 3, MOST_HELD);
    if ((held.gap && held.own > 0) || held.lines.length >= MOST_HELD) this.#letGoToGap(held);
    else held.look = Math.min(held.look * 2, MOST_HELD);
  }

  /** The log goes on, but for what comes behind the last gap: that waits for more. */
  #letGoToGap(held: Held): void {
    const gap = held.gap ? held.lines.findLastIndex((line) => this.#isGap(line)) : 0;
    const end = gap > 0 ? gap : held.lines.length;
    this.#letGo(held.lines.slice(0, end));
    for (const line of held.lines.slice(end)) this.#pushRead(line);
  }

  #letGo(lines: readonly Line[]): void {
    this.#held = undefined;
    for (const line of lines) this.#sink?.push(line);
  }

  /** None of the lines is the format's own for sure: they may begin a region. */
  #release(held: Held): void {
    this.#held = undefined;
    if (!this.#look(held.lines, held.gap, false)) this.#letGo(held.lines);
  }

  /**
   * Begins a region in `lines` when what they end in is another format; without a gap not one with the same prefix. Those
   * of them that are not `read` yet and come before it are read first.
   */
  #look(lines: readonly Line[], gap: boolean, read: boolean): boolean {
    const region = this.regions.at(-1);
    if (region === undefined || this.#looks >= MOST_LOOKS) return false;
    if (!gap && !mayBeSmtp(lines)) return false;
    this.#looks++;
    const found = detect(lines);
    const weight = weightOf(found);
    if (found.dialect === undefined || weight < STRONG) return false;
    if (!gap && this.#isLikeHeard(found, region.detection)) return false;
    if (isAlike(found, region.detection)) return false;
    const start = this.#startOf(found, lines);
    const own = lines.slice(start);
    const unmarked = !isMarked(found) && isMarked(region.detection);
    if (unmarked && own.some((line) => this.#isOwn(line))) return false;
    if (unmarked && !gap && !read) return false;
    // What stands between the heads of packets a terminal may show as well; the heads themselves it may not.
    const doubt = (this.#sink?.goesOn(own) ?? 0) * (isMarked(found) && owns(found, own) ? 1 : 4);
    if (doubt >= weight) return false;
    this.#held = undefined;
    if (!read) for (const line of lines.slice(0, start)) this.#sink?.push(line);
    this.#begin(found, own);
    return true;
  }

  /** Where in `lines`, which are in the format `found` at the end, those of the log before end. */
  #startOf(found: Detection, lines: readonly Line[]): number {
    const last = evidentFrom(found, lines);
    return 1 + lines.findLastIndex((line, index) => index < last && this.#isEvident(line));
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
  return regions[Math.max(0, firstAt(regions, line + 1, ({ firstLine }) => firstLine) - 1)];
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
