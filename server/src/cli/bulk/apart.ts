/**
 * Sessions whose lines stand among those of others. Lines are held until their session ends: if it is of a kind nobody has to read
 * it, and otherwise it is read as if its lines stood there.
 */
import { linesOf, owned } from '../../transcript/lines';
import type { Reader } from '../../transcript/reader';
import type { Line } from '../../transcript/transcript';
import { type Kinds, LONGEST_SESSION } from './kinds';
import type { Apart as Layout } from './layout';
import { mayPass, type Passing } from './together';

interface Held {
  readonly key: string;
  readonly numbers: number[];
  text: string;
  /** It has grown since `keep`. */
  grown: boolean;
}

export class Apart {
  readonly #kinds: Kinds;
  /** Sessions that begin before it is looked again whether their lines stand together. */
  #mixed = 0;
  readonly #passing: Passing;
  readonly #read: (line: Line) => void;
  /** By connection, the one that began first at the start. */
  readonly #held = new Map<string, Held>();

  /** `read`: takes a line that has to be read. */
  constructor(kinds: Kinds, passing: Passing, read: (line: Line) => void) {
    this.#kinds = kinds;
    this.#passing = passing;
    this.#read = read;
  }

  /** Number of the first line that is held; undefined while none is. */
  get oldest(): number | undefined {
    return this.#held.values().next().value?.numbers[0];
  }

  /** The lines of several sessions stand among each other, here or a little before. */
  get isMixed(): boolean {
    return this.#mixed > 0 || this.#held.size > 0;
  }

  /** True when the line from offset `start` to its LF at `end`, of that number (0-based), is held or not needed any more. */
  take(text: string, start: number, end: number, number: number, reader: Reader, layout: Layout<unknown>): boolean {
    const place = layout.place(text, start, end);
    if (place === undefined) {
      this.release();
      return false;
    }
    const { connection, bound } = place;
    let held = this.#held.get(connection);
    if (bound === 'other') {
      if (held !== undefined) this.#letGo(connection, held);
      return false;
    }
    if (bound === 'first') {
      if (this.#held.size > 0 || reader.between === undefined) this.#mixed = MIXED;
      else if (this.#mixed > 0) this.#mixed--;
      if (held !== undefined) this.#letGo(connection, held);
      const key = this.#kinds.begins() ? layout.key(reader.remembered, connection) : undefined;
      if (key === undefined) return false;
      if (this.#held.size >= MOST_HELD) this.#releaseFirst();
      held = { key, numbers: [], text: '', grown: true };
      this.#held.set(connection, held);
    }
    if (held === undefined) return false;
    held.numbers.push(number);
    held.text += text.slice(start, end + 1);
    held.grown = true;
    if (bound === 'last') this.#end(connection, held, reader);
    else if (held.text.length > LONGEST_SESSION) this.#letGo(connection, held);
    return true;
  }

  /** The text in which lines stood that are held is gone soon. */
  keep(): void {
    for (const held of this.#held.values()) {
      if (held.grown) held.text = owned(held.text);
      held.grown = false;
    }
  }

  /** Everything that is held is read. */
  release(): void {
    while (this.#held.size > 0) this.#releaseFirst();
  }

  #releaseFirst(): void {
    for (const [connection, held] of this.#held) {
      this.#letGo(connection, held);
      return;
    }
  }

  #end(connection: string, held: Held, reader: Reader): void {
    const { text, key, numbers } = held;
    const found = this.#kinds.find(text, 0, key);
    if (found !== undefined) {
      // Those that ended before are judged first: they may have a bearing on this one.
      if (found.kind.idle.length > 0) reader.finishClosed();
      if (mayPass(found, this.#passing.isIdle)) {
        this.#held.delete(connection);
        const { kind, passed } = found;
        if (kind.tells) this.#passing.tell(kind.reports(passed, (index) => numbers[index] ?? 0));
        return;
      }
    } else if (this.#kinds.miss()) {
      this.#kinds.ask({ text: owned(text), numbers, key, lastLine: numbers.at(-1) ?? 0 });
    }
    this.#letGo(connection, held);
  }

  #letGo(connection: string, { text, numbers }: Held): void {
    this.#held.delete(connection);
    for (const line of linesOf(text, (index) => numbers[index] ?? 0)) this.#read(line);
  }
}

const MIXED = 64;
/** Sessions at a time. */
const MOST_HELD = 500;
