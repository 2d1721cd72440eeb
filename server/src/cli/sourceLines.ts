import { stat } from 'node:fs/promises';
import { lineAt } from '../transcript/lines';
import { textOf } from './input';

/** The text of some of a file's lines, to show them; given up for a file that is too large to be read once more for that. */
export class SourceLines {
  readonly #file: string;
  /** A stream can be read only once: its text is kept as it is read. */
  readonly #kept: string[] | undefined;
  #size = 0;
  /** Undefined where no line is shown. */
  #cursor: Cursor | undefined;

  private constructor(file: string, size: number | undefined, wanted: boolean) {
    this.#file = file;
    const shown = wanted && (size === undefined || size <= MOST_SHOWN);
    this.#kept = shown && size === undefined ? [] : undefined;
    if (shown) this.#cursor = new Cursor(this.#pieces());
  }

  /** `wanted`: whether lines will be asked for. */
  static async of(file: string, wanted: boolean): Promise<SourceLines> {
    return new SourceLines(file, await sizeOf(file), wanted);
  }

  /** Whether lines can be asked for before the whole file has been read. */
  get complete(): boolean {
    return this.#kept === undefined;
  }

  /** Has to be called for each piece of a stream's text. */
  get onText(): ((text: string) => void) | undefined {
    const kept = this.#kept;
    if (kept === undefined) return undefined;
    return (text) => {
      this.#size += text.length;
      if (this.#size <= MOST_SHOWN) {
        kept.push(text);
        return;
      }
      kept.length = 0;
      this.#cursor = undefined;
    };
  }

  /** The lines of these numbers, 0-based and in their order, further down than those before; undefined where none is shown. */
  async at(numbers: readonly number[]): Promise<readonly (string | undefined)[]> {
    // Of a large file none is waited for.
    if (this.#cursor === undefined) return numbers.map(() => undefined);
    const lines: (string | undefined)[] = [];
    for (const number of numbers) lines.push(await this.#line(number));
    return lines;
  }

  async #line(number: number): Promise<string | undefined> {
    try {
      return await this.#cursor?.at(number);
    } catch {
      // The file was there a moment ago: its findings can be told without it.
      this.#cursor = undefined;
      return undefined;
    }
  }

  /** None is asked for any more. */
  async close(): Promise<void> {
    await this.#cursor?.close();
  }

  async *#pieces(): AsyncGenerator<string> {
    yield* this.#kept ?? textOf(this.#file);
  }
}

/** Goes through a text in pieces, forward, from one line to another. */
class Cursor {
  readonly #pieces: AsyncIterator<string>;
  /** What is looked at, and from which offset on. */
  #piece = '';
  #start = 0;
  /** Of the line that begins there, or has begun before. */
  #number = 0;
  /** Undefined when it is not known yet. */
  #line: string | undefined;

  constructor(pieces: AsyncIterator<string>) {
    this.#pieces = pieces;
  }

  /** Undefined behind the end, and for what it has passed. */
  async at(number: number): Promise<string | undefined> {
    if (number < this.#number) return undefined;
    while (this.#number < number) {
      this.#line = undefined;
      const lf = this.#piece.indexOf('\n', this.#start);
      if (lf >= 0) {
        this.#start = lf + 1;
        this.#number++;
      } else if (!(await this.#next())) return undefined;
    }
    this.#line ??= await this.#rest();
    return this.#line;
  }

  /** From the start of a line to its end; undefined where none begins. */
  async #rest(): Promise<string | undefined> {
    let begun = '';
    for (;;) {
      const lf = this.#piece.indexOf('\n', this.#start);
      begun += this.#piece.slice(this.#start, lf < 0 ? undefined : lf + 1);
      if (lf < 0 && (await this.#next())) continue;
      return begun === '' ? undefined : lineAt(begun, 0, begun.length, this.#number).text;
    }
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #next(): Promise<boolean> {
    const { value, done } = await this.#pieces.next();
    this.#piece = done ? '' : value;
    this.#start = 0;
    return !done;
  }
}

/** Octets of a file; undefined for what is no file of its own and can be read only once. */
export async function sizeOf(file: string): Promise<number | undefined> {
  if (file === '-') return undefined;
  try {
    const found = await stat(file);
    return found.isFile() ? found.size : undefined;
  } catch {
    return undefined;
  }
}

/** Octets of a file, characters of a stream. */
const MOST_SHOWN = 8 * 1024 * 1024;
