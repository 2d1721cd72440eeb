/**
 * Replies of several lines that are read at once. A server answers every EHLO with the same ten lines, nearly half of what a
 * session says besides mail data: reading them one by one took a fifth of the time of `check`.
 */

import { escaped } from '../../transcript/escaped';
import { owned } from '../../transcript/lines';
import type { ReplyLine, Said } from '../../transcript/transcript';

/** The lines of a reply as they stand in the file. */
interface Known {
  readonly shown: string;
  readonly lines: readonly {
    readonly said: string;
    /** Behind the code. */
    readonly text: string;
  }[];
}

/** Replies of several lines with the code 250 in which every line is printable ASCII and ends in LF. */
export class PlainReplies {
  readonly #mark: string;
  readonly #lines: RegExp;
  /** The ones met last, the latest first. */
  #known: readonly Known[] = [];

  /** `mark` stands before each line. */
  constructor(mark: string) {
    this.#mark = mark;
    const before = escaped(mark);
    this.#lines = new RegExp(`(?:${before}250-[ -~]*\\n)+${before}250 [ -~]*\\n`, 'y');
  }

  /** Offset behind the reply that begins at offset `start` of `text`, as `lines` will give it; undefined for none. */
  at(text: string, start: number): number | undefined {
    if (text.charCodeAt(start + this.#mark.length + 3) !== HYPHEN) return undefined;
    let known = this.#known.find(({ shown }) => isAt(text, start, shown));
    if (known === undefined) {
      this.#lines.lastIndex = start;
      if (!this.#lines.test(text)) return undefined;
      known = this.#read(text.slice(start, this.#lines.lastIndex));
      if (known.lines.length > MOST_LINES) return undefined;
    }
    if (known !== this.#known[0])
      this.#known = [known, ...this.#known.filter((other) => other !== known).slice(0, MOST_KNOWN - 1)];
    return start + known.shown.length;
  }

  /** What was found last, as lines of the session from line `first` (0-based) of the file on. */
  lines(session: string, first: number): ReplyLine[] {
    const { lines = [] } = this.#known[0] ?? {};
    const start = this.#mark.length;
    return lines.map(({ said: text, text: behind }, index) => {
      const end = start + text.length;
      const said: Said = { line: first + index, start, end, session, speaker: 'server', text };
      return { said, code: 250, text: behind, last: index === lines.length - 1 };
    });
  }

  #read(shown: string): Known {
    const said = owned(shown)
      .split('\n')
      .slice(0, -1)
      .map((line) => line.slice(this.#mark.length));
    return { shown: owned(shown), lines: said.map((each) => ({ said: each, text: each.slice(4) })) };
  }
}

/** `startsWith` compares one character at a time, and takes ten times as long. */
function isAt(text: string, start: number, part: string): boolean {
  return text.slice(start, start + part.length) === part;
}

/** A log of one server has one or two of them, one of several servers a few. */
const MOST_KNOWN = 8;
const MOST_LINES = 1000;
const HYPHEN = 45;
