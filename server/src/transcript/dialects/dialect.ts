import type { ModeName } from '../conversation';
import { cutPieces } from '../pieces';
import type { Located, PeeledLine, Utterance } from '../transcript';

/**
 * One tool's format. Everything that knows how the tool writes stands in one such object; nothing after it asks which
 * tool wrote the file, except through `write`. `State` is what the dialect must remember from line to line: a plain
 * immutable value, so that reading can be resumed from any line. A number `session` or `count` in it, also in its
 * `connections`, says how many sessions there were, a number `since` which of them one is: they serve for names and order
 * only, threads that read parts of a log count anew.
 */
export interface Dialect<State = unknown> {
  /** Lower case with hyphens; setting value, command line argument and documentation anchor. */
  readonly id: string;
  /** What a person calls it: `swaks`, `Postfix smtpd -v`. */
  readonly name: string;
  /**
   * Weight of the evidence that `sample` is in this format. Per line: 0 nothing, 1 possible, 3 typical of it, 10 only
   * this tool writes so; negative when the line contradicts it. Never looks at file names.
   */
  evidence(sample: readonly PeeledLine[]): number;
  /** What it remembers before the first line. */
  start(): State;
  /** Reads one line and returns what to remember. Utterances go to `context.emit` in the order of the wire. */
  read(line: PeeledLine, state: State, context: ReadContext): State;
  /** Called after the last line. */
  finish?(state: State, context: ReadContext): void;
  /** The file's line, without its end and without what the peeler took off, in which `speaker` says `text`. */
  write(speaker: 'client' | 'server', text: string, like: PeeledLine | undefined): string;
  /** Lines that stand before the first of a session, so that what `write` makes reads as the tool's own. */
  readonly opening?: readonly string[];
  /**
   * The line of a whole reply, where the format has one for it, undefined for a reply that it does not show; by default
   * each line of a reply is written by itself.
   */
  writeReply?(lines: readonly string[], like: PeeledLine | undefined): string | undefined;
  /** It shows no mail data, or not all of a reply: what is written in it keeps commands and reply codes, not every line. */
  readonly lossy?: true;
  /** The text of a comment line, when the format has comments. */
  comment?(line: PeeledLine): string | undefined;
  /** It tells how many octets a line or packet has: lines of another length are another reading. */
  readonly counts?: true;
  /**
   * True for a line that shows octets, or of which it cannot be told what in it is whose: overwriting what was read hides
   * nothing of what else it shows.
   */
  dumps?(text: string): boolean;
  /**
   * It is a server's, which writes what a client says when it comes to read it: what was sent before the answers to other
   * commands looks like what was sent behind them.
   */
  readonly asRead?: true;
  /** It shows what was on the wire, so that a dot that is not doubled was not doubled there. */
  readonly wire?: true;
  /**
   * Of a format that takes any line in a session for something said: true for a line that is its own for sure, and not
   * another format's that happens to follow.
   */
  owns?(line: PeeledLine, state: State): boolean;
  /** How evident it is that the log of which it remembers `state` goes on in `sample`, where that is not its `evidence`. */
  goesOn?(sample: readonly PeeledLine[], state: State): number;
  /** Nothing in most of its lines tells who speaks: what stands without marks in any other log looks like it. */
  readonly unmarked?: true;
  /** It says so much of each packet that a sample may hold none that is SMTP: what comes before is read as well. */
  readonly sparse?: true;
  /** Its sessions follow each other: when one begins, nothing more comes for the one before. */
  readonly sequential?: true;
  /** Each connection has a name that no other one will have. */
  readonly unique?: true;
  /** The format has no dialogue: it tells of deliveries. */
  readonly events?: boolean;
}

export interface ReadContext {
  readonly emit: (utterance: Utterance) => void;
  /** What the next client line of a session is: the one place where meaning flows back (DESIGN, "The way of the data"). */
  readonly modeOf: (session: string) => ModeName;
}

/** The sum of a weight over the lines of a sample. */
export function weigh(sample: readonly PeeledLine[], weight: (line: PeeledLine) => number): number {
  let sum = 0;
  for (const line of sample) sum += weight(line);
  return sum;
}

/** Where the text of `line` from offset `from` (in what the peeler left) to `to` stands in the file. */
export function within(line: PeeledLine, from: number, to: number = line.text.length): Located {
  const { number } = line.line;
  if (line.pieces === undefined) return { line: number, start: line.from + from, end: line.from + to };
  const pieces = cutPieces(line.pieces, line.text.length, from, to);
  const last = pieces.at(-1);
  const start = pieces[0]?.column ?? line.from;
  return { line: number, start, end: last === undefined ? start : last.column + last.width, pieces };
}
