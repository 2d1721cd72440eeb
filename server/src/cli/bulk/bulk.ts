/** Reading many lines at a time: what a tool says for itself, mail data, replies, and sessions like others before. */
import type { Thresholds } from '../../rules/thresholds';
import type { Passed } from '../../transcript/lines';
import { addPlainLines } from '../../transcript/mailData';
import type { Reader } from '../../transcript/reader';
import type { Line } from '../../transcript/transcript';
import { Apart } from './apart';
import { Cut } from './cut';
import { type JudgedSession, Kinds } from './kinds';
import type { Layout } from './layout';
import { LAYOUTS } from './layouts';
import { type Passing, passTogether, type Start } from './together';

/** The kinds of sessions that a file consists of. */
export class FileKinds {
  /** Of those whose lines stand together. */
  readonly together: Kinds;
  /** Of those whose lines are put together. */
  readonly alone: Kinds;

  constructor(thresholds: Thresholds) {
    this.together = new Kinds(thresholds, false);
    this.alone = new Kinds(thresholds, true);
  }

  /** Reading goes on elsewhere, further down in the file. */
  goOn(): void {
    this.together.goOn();
    this.alone.goOn();
  }
}

export interface BulkOptions extends Passing {
  readonly kinds: FileKinds;
  /** What reads at the moment, where nothing else depends on the lines that come; undefined elsewhere. */
  readonly settled: () => Reader | undefined;
  /** Reads a line. */
  readonly read: (line: Line) => void;
}

export class Bulk {
  readonly #options: BulkOptions;
  readonly #apart: Apart;
  readonly #cut: Cut;
  /** What read last, and how the lines of its format look. */
  #reader: Reader | undefined;
  #layout: Layout | undefined;
  /** The last line that `pass` was asked about: if it comes to be taken, it has to be read. */
  #seen = -1;

  constructor(options: BulkOptions) {
    this.#options = options;
    this.#apart = new Apart(options.kinds.alone, options, options.read);
    this.#cut = new Cut(options.read);
  }

  /**
   * Reads the lines of `text` from offset `start` on that need no look each; undefined when the first of them does. The line
   * behind them has to be read next, and nobody is told of what was said in them. `number`: of the first, 0-based.
   */
  pass(text: string, start: number, number: number): Passed | undefined {
    this.#seen = number;
    const reader = this.#options.settled();
    const layout = reader && this.#layoutOf(reader);
    if (reader === undefined || layout === undefined) {
      this.release();
      return undefined;
    }
    const isWhole = reader.lines === 'whole';
    const together = isWhole ? this.#passTogether({ text, start, number }, reader, layout) : undefined;
    if (together !== undefined) return together === 'read' ? undefined : together;
    const apart = this.#passApart(text, start, number, reader, layout);
    if (apart !== undefined || !isWhole) return apart;
    return passData(text, start, reader, layout) ?? passReply(text, start, number, reader, layout);
  }

  /** True when the line, of which `pass` may not have seen all, is held or not needed. */
  take(line: Line): boolean {
    if (line.number === this.#seen) return false;
    const reader = this.#options.settled();
    const layout = reader && this.#layoutOf(reader);
    const apart = layout?.sessions?.apart;
    if (reader !== undefined && line.eol !== '' && this.#cut.oldest !== undefined)
      return this.#takeCut(line, reader, layout);
    if (apart === undefined || reader === undefined || line.eol === '') {
      this.release();
      return false;
    }
    const text = line.text + line.eol;
    if (layout?.idle?.(text, 0, text.length - 1)) return true;
    return this.#apart.take(text, 0, text.length - 1, line.number, reader, apart);
  }

  /** The text that was passed last is gone. */
  keep(): void {
    this.#apart.keep();
  }

  /** All that is held is read. */
  release(): void {
    this.#apart.release();
    this.#cut.release();
  }

  /** The first line that is held, 0-based; undefined while none is. */
  get oldest(): number | undefined {
    return this.#apart.oldest ?? this.#cut.oldest;
  }

  /** A session was read and judged. */
  learn(judged: JudgedSession): void {
    const reader = this.#options.settled();
    const layout = reader && this.#layoutOf(reader);
    if (layout === undefined) return;
    const { together, alone } = this.#options.kinds;
    together.learn(judged, layout);
    alone.learn(judged, layout);
  }

  /** Undefined where lines are not as any layout has them. */
  #layoutOf(reader: Reader): Layout | undefined {
    if (reader !== this.#reader) {
      this.#reader = reader;
      this.#layout = reader.lines === 'others' ? undefined : LAYOUTS.get(reader.dialect);
    }
    return this.#layout;
  }

  #passTogether(from: Start, reader: Reader, { sessions }: Layout): Passed | 'read' | undefined {
    const together = sessions?.together;
    if (together === undefined || this.#apart.isMixed) return undefined;
    const { kinds } = this.#options;
    const pass = (place: Start) => {
      const state = reader.between;
      if (state === undefined || !together.opens(place.text, place.start)) return undefined;
      return passTogether(place, state, reader, together, kinds.together, this.#options);
    };
    if (this.#cut.oldest !== undefined) return this.#cut.pass(from, reader, together, pass);
    const passed = pass(from);
    if (passed !== 'cut') return passed;
    // Where lines tell their connection they are held for it.
    return sessions?.apart === undefined ? this.#cut.hold(from, reader) : undefined;
  }

  /** A line that two texts have a part of each. */
  #takeCut(line: Line, reader: Reader, layout: Layout | undefined): boolean {
    const text = line.text + line.eol;
    const together = layout?.sessions?.together;
    const isCut = together?.opens(text, 0) === false;
    if (isCut && this.#cut.hold({ text, start: 0, number: line.number }, reader) !== undefined) return true;
    this.#cut.release();
    return false;
  }

  /** Lines that nobody has to read, and such that are held. */
  #passApart(text: string, start: number, number: number, reader: Reader, layout: Layout): Passed | undefined {
    const apart = layout.sessions?.apart;
    if (layout.idle === undefined && apart === undefined) return undefined;
    let end = start;
    let lines = 0;
    for (let lf = text.indexOf('\n', end); lf >= 0; lf = text.indexOf('\n', end)) {
      const isPassed =
        layout.idle?.(text, end, lf) ||
        (apart !== undefined && this.#apart.take(text, end, lf, number + lines, reader, apart));
      if (!isPassed) break;
      lines++;
      end = lf + 1;
      // A session that begins next may be passed over as it stands.
      if (layout.sessions?.together !== undefined && !this.#apart.isMixed) break;
    }
    return lines === 0 ? undefined : { end, lines };
  }
}

function passData(text: string, start: number, reader: Reader, { data: plain, speaking }: Layout): Passed | undefined {
  const { payload } = reader;
  if (plain === undefined || payload === undefined || speaking?.(reader.remembered) !== reader.speaker)
    return undefined;
  const run = plain.at(text, start);
  if (run !== undefined) addPlainLines(payload, run.lines, run.length, run.messageId);
  return run;
}

function passReply(
  text: string,
  start: number,
  number: number,
  reader: Reader,
  { replies, hearing }: Layout,
): Passed | undefined {
  const end = reader.takesReplies ? replies?.at(text, start) : undefined;
  const name = end === undefined ? undefined : hearing?.(reader.remembered);
  if (replies === undefined || end === undefined || name === undefined || name !== reader.speaker) return undefined;
  const lines = replies.lines(name, number);
  reader.hearReply(lines);
  return { end, lines: lines.length };
}
