/**
 * A session that is cut in two where a text ends. Read line by line it would take as long as ten that are passed over, and there
 * is one for every sixty. Its lines are held until all of it is there.
 */
import { nextLine, owned, type Passed } from '../../transcript/lines';
import type { Reader } from '../../transcript/reader';
import type { Line } from '../../transcript/transcript';
import { readHeld } from './held';
import { LONGEST_SESSION } from './kinds';
import type { Together } from './layout';
import type { Start } from './together';

/** Passes over the sessions from a place on, as `passTogether`. */
export type PassSessions = (from: Start) => Passed | string | undefined;

export class Cut {
  readonly #read: (line: Line) => void;
  /** What would have read the lines that are held. */
  #reader: Reader | undefined;
  #text = '';
  /** Of the first line that is held, 0-based, and how many are. */
  #number = 0;
  #lines = 0;

  /** `read`: takes a line that has to be read. */
  constructor(read: (line: Line) => void) {
    this.#read = read;
  }

  /** The first line that is held, 0-based; undefined while none is. */
  get oldest(): number | undefined {
    return this.#lines === 0 ? undefined : this.#number;
  }

  /** Holds all whole lines of the text from a place on; undefined where they are too many. */
  hold({ text, start, number }: Start, reader: Reader): Passed | undefined {
    const end = text.lastIndexOf('\n') + 1;
    if (end <= start || this.#text.length + end - start > LONGEST_SESSION) return undefined;
    if (this.#lines === 0) this.#number = number;
    this.#reader = reader;
    this.#text += owned(text.slice(start, end));
    let lines = 0;
    for (let at = start; at < end; at = nextLine(text, at)) lines++;
    this.#lines += lines;
    return { end, lines };
  }

  /** The session that is held goes on at a place. Undefined when its lines had to be read. */
  pass(from: Start, reader: Reader, layout: Together<unknown>, pass: PassSessions): Passed | undefined {
    const { text, start } = from;
    const end = layout.opens(text, start) ? start : layout.next(text, start);
    if (end < 0) {
      const held = reader === this.#reader ? this.hold(from, reader) : undefined;
      if (held === undefined) this.release();
      return held;
    }
    // A kind asks for the line behind its sessions.
    const behind = nextLine(text, end);
    const whole = this.#text + text.slice(start, behind);
    const passed = reader === this.#reader ? pass({ text: whole, start: 0, number: this.#number }) : undefined;
    if (typeof passed !== 'object' || passed.end !== whole.length - (behind - end)) {
      this.release();
      return undefined;
    }
    const lines = passed.lines - this.#lines;
    this.#forget();
    return { end, lines };
  }

  /** Everything that is held is read. */
  release(): void {
    const text = this.#text;
    const number = this.#number;
    this.#forget();
    readHeld(text, (index) => number + index, this.#read);
  }

  #forget(): void {
    this.#text = '';
    this.#lines = 0;
    this.#reader = undefined;
  }
}
