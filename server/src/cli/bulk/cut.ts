/**
 * A session that is cut in two where a text ends. Read line by line it would take as long as ten that are passed over, and there
 * is one for every sixty. Its lines are held until all of it is there.
 */
import { linesOf, nextLine, owned, type Passed } from '../../transcript/lines';
import type { Reader } from '../../transcript/reader';
import type { Line } from '../../transcript/transcript';
import { LONGEST_SESSION } from './kinds';
import type { Together } from './layout';
import type { Start } from './together';

/** Passes over the sessions from a place on, as `passTogether`. */
export type PassSessions = (from: Start) => Passed | string | undefined;

interface Held {
  /** What would have read it. */
  readonly reader: Reader;
  /** Of the first line, 0-based. */
  readonly number: number;
  readonly lines: number;
  readonly text: string;
}

export class Cut {
  readonly #read: (line: Line) => void;
  #held: Held | undefined;

  /** `read`: takes a line that has to be read. */
  constructor(read: (line: Line) => void) {
    this.#read = read;
  }

  /** The first line that is held, 0-based; undefined while none is. */
  get oldest(): number | undefined {
    return this.#held?.number;
  }

  /** Holds all whole lines of the text from a place on; undefined where that cannot be. */
  hold({ text, start, number }: Start, reader: Reader): Passed | undefined {
    const held = this.#held ?? { reader, number, lines: 0, text: '' };
    const end = text.lastIndexOf('\n') + 1;
    if (held.reader !== reader || end <= start || held.text.length + end - start > LONGEST_SESSION) return undefined;
    let lines = 0;
    for (let at = start; at < end; at = nextLine(text, at)) lines++;
    this.#held = { ...held, lines: held.lines + lines, text: held.text + owned(text.slice(start, end)) };
    return { end, lines };
  }

  /** The session that is held goes on at a place. Undefined when its lines had to be read. */
  pass(from: Start, reader: Reader, layout: Together<unknown>, pass: PassSessions): Passed | undefined {
    const passed = this.#held?.reader === reader ? this.#pass(this.#held, from, layout, pass) : undefined;
    if (passed === undefined) this.release();
    return passed;
  }

  #pass(held: Held, from: Start, layout: Together<unknown>, pass: PassSessions): Passed | undefined {
    const { text, start } = from;
    const end = layout.opens(text, start) ? start : layout.next(text, start);
    if (end < 0) return this.hold(from, held.reader);
    // A kind asks for the line behind its sessions.
    const behind = nextLine(text, end);
    const whole = held.text + text.slice(start, behind);
    const passed = pass({ text: whole, start: 0, number: held.number });
    if (typeof passed !== 'object' || passed.end !== whole.length - (behind - end)) return undefined;
    this.#held = undefined;
    return { end, lines: passed.lines - held.lines };
  }

  /** Everything that is held is read. */
  release(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held !== undefined) for (const line of linesOf(held.text, (index) => held.number + index)) this.#read(line);
  }
}
