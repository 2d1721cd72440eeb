/**
 * Runs of lines that are read together: what a tool says for itself, and mail data. They are most lines of a log, and
 * passing over them takes a tenth of the time that a line object and a look of the dialect take.
 */
import { COMMANDS } from './command';
import { messageIdAt } from './mailData';
import type { PlainReplies } from './replyRuns';

/** What a dialect tells of its lines as they stand in the file. */
export interface Runs<State> {
  /**
   * True for a line, from offset `start` to the LF at `end`, that `read` makes nothing of, whatever it remembers and whether or
   * not a peeler takes a head off the line.
   */
  idle?(text: string, start: number, end: number): boolean;
  /** What the client says: whatever `read` remembers, it would emit it as it is. */
  readonly data?: PlainData;
  /** The session whose data that is; undefined when a line of the client's would change what `read` remembers. */
  speaking?(state: State): string | undefined;
  /** What the server says: it would emit that as it is, without a time. */
  readonly replies?: PlainReplies;
  /** The session whose replies those are; undefined as for `speaking`. */
  hearing?(state: State): string | undefined;
}

/** Some lines that follow each other. */
export interface Run {
  /** Offset behind the last one's end. */
  readonly end: number;
  readonly lines: number;
  /** Characters of what is said in them. */
  readonly length: number;
  /** The first one that is said in them. */
  readonly messageId?: string | undefined;
}

/** The lines from offset `start` on that are idle; undefined when there are none. */
export function idleAt(runs: Runs<unknown>, text: string, start: number): Run | undefined {
  if (runs.idle === undefined) return undefined;
  let lines = 0;
  let end = start;
  for (let lf = text.indexOf('\n', end); lf >= 0 && runs.idle(text, end, lf); lf = text.indexOf('\n', end)) {
    lines++;
    end = lf + 1;
  }
  return lines === 0 ? undefined : { end, lines, length: 0 };
}

/**
 * Lines of mail data with nothing in them to be told: ASCII without control characters, which begin neither with a dot nor
 * as a command does.
 */
export class PlainData {
  readonly #lines: RegExp;
  /** Characters before what is said. */
  readonly #mark: number;
  /** Where the lines stand that were matched last, and in which text: no line is matched twice. */
  #text = '';
  #start = 0;
  #end = 0;

  /** `mark` stands before them, a text or an expression for texts of its `length`; `unless` is what they must not begin with. */
  constructor(mark: string, length: number, unless: string) {
    const verbs = COMMANDS.map((letters) => letters.replace(/./g, (each) => `[${each.toUpperCase()}${each}]`));
    // With a limit to its length a line would take three times as long.
    this.#lines = new RegExp(`(?:${mark}(?!\\.|${unless}|${verbs.join('|')})[\\t -~]*\\r?\\n)+`, 'y');
    this.#mark = length;
  }

  /** The lines from offset `start` on, up to one that is too long, and without the last. Undefined when nothing is left. */
  at(text: string, start: number): Run | undefined {
    // The same text may be read again from its beginning: a copy of a file.
    if (start < this.#start || start >= this.#end || text !== this.#text) {
      this.#lines.lastIndex = start;
      if (!this.#lines.test(text)) return undefined;
      this.#text = text;
      this.#start = start;
      this.#end = this.#lines.lastIndex;
    }
    return this.#counted(text, start, this.#end);
  }

  /** What comes behind the run may ask for the line before it: the last one that fits is left out. */
  #counted(text: string, start: number, end: number): Run | undefined {
    let lines = -1;
    let length = 0;
    let last = 0;
    let messageId: string | undefined;
    let lastId: string | undefined;
    let from = start;
    for (let at = start; at < end; lines++) {
      const lf = text.indexOf('\n', at);
      const said = lf - at - this.#mark - (text.charCodeAt(lf - 1) === CR ? 1 : 0);
      if (said > LONGEST) break;
      length += last;
      last = said;
      messageId ??= lastId;
      lastId = messageIdAt(text, at + this.#mark, said);
      from = at;
      at = lf + 1;
    }
    return lines < 1 ? undefined : { end: from, lines, length, messageId };
  }
}

/** Characters of a line (RFC 5321 §4.5.3.1.6). */
const LONGEST = 998;
const CR = 13;
