import { stat } from 'node:fs/promises';
import { linesOf, withLf } from '../transcript/lines';
import type { Line } from '../transcript/transcript';
import { readText } from './input';

/** The text of a file's lines, to show them; given up for a file that is too large to be kept. */
export class SourceLines {
  readonly #file: string;
  /** A stream can be read only once: its lines are kept as they are read. */
  readonly #kept: string[] | undefined;
  #size = 0;
  #lines: Promise<readonly string[]> | undefined;

  private constructor(file: string, size: number | undefined, wanted: boolean) {
    this.#file = file;
    this.#kept = wanted && size === undefined ? [] : undefined;
    if (!wanted || (size !== undefined && size > MOST_SHOWN)) this.#lines = Promise.resolve([]);
  }

  /** `wanted`: whether lines will be asked for. */
  static async of(file: string, wanted: boolean): Promise<SourceLines> {
    return new SourceLines(file, await sizeOf(file), wanted);
  }

  /** Whether lines can be asked for before the whole file has been read. */
  get complete(): boolean {
    return this.#kept === undefined;
  }

  /** Has to be called for each line of a stream. */
  get onLine(): ((line: Line) => void) | undefined {
    const kept = this.#kept;
    if (kept === undefined) return undefined;
    return ({ text }) => {
      this.#size += text.length;
      if (this.#size > MOST_SHOWN) kept.length = 0;
      else kept.push(text);
    };
  }

  /** All of them; none where they are not shown. */
  lines(): Promise<readonly string[]> {
    this.#lines ??= this.#kept === undefined ? linesIn(this.#file) : Promise.resolve(this.#kept);
    return this.#lines;
  }
}

async function linesIn(file: string): Promise<readonly string[]> {
  try {
    return [...linesOf(withLf(await readText(file)))].map(({ text }) => text);
  } catch {
    // It was there a moment ago: its findings can be told without it.
    return [];
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
