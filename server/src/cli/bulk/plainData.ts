import { COMMANDS } from '../../transcript/command';
import type { Passed } from '../../transcript/lines';
import { messageIdAt } from '../../transcript/mailData';

/** Lines of mail data. */
export interface PlainLines extends Passed {
  /** Characters of what is said in them. */
  readonly length: number;
  /** The first one that is said in them. */
  readonly messageId: string | undefined;
}

/**
 * Lines of mail data with nothing in them to be told: ASCII without control characters, which begin neither with a dot nor
 * as a command does.
 */
export class PlainData {
  /** An expression for some of them. */
  readonly source: string;
  /** Characters before what is said. */
  readonly mark: number;
  readonly #lines: RegExp;
  /** Where the lines stand that were matched last, and in which text: no line is matched twice. */
  #text = '';
  #start = 0;
  #end = 0;

  /** `mark` stands before them, a text or an expression for texts of its `length`; `unless` is what they must not begin with. */
  constructor(mark: string, length: number, unless: string) {
    const verbs = COMMANDS.map((letters) => letters.replace(/./g, (each) => `[${each.toUpperCase()}${each}]`));
    // With a limit to its length a line would take three times as long.
    this.source = `(?:${mark}(?!\\.|${unless}|${verbs.join('|')})[\\t -~]*\\r?\\n)+`;
    this.mark = length;
    this.#lines = new RegExp(this.source, 'y');
  }

  /** The lines from offset `start` on, up to one that is too long, and without the last. Undefined when nothing is left. */
  at(text: string, start: number): PlainLines | undefined {
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
  #counted(text: string, start: number, end: number): PlainLines | undefined {
    let lines = -1;
    let length = 0;
    let last = 0;
    let messageId: string | undefined;
    let lastId: string | undefined;
    let from = start;
    for (let at = start; at < end; lines++) {
      const lf = text.indexOf('\n', at);
      const said = lf - at - this.mark - (text.charCodeAt(lf - 1) === CR ? 1 : 0);
      if (said > LONGEST_LINE) break;
      length += last;
      last = said;
      messageId ??= lastId;
      lastId = messageIdAt(text, at + this.mark, said);
      from = at;
      at = lf + 1;
    }
    return lines < 1 ? undefined : { end: from, lines, length, messageId };
  }
}

/** Characters of a line (RFC 5321 §4.5.3.1.6). */
export const LONGEST_LINE = 998;
const CR = 13;
