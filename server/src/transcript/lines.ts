import type { Line } from './transcript';

/**
 * The lines of a text. A line ends at LF; the CRs right before the LF belong to its end (terminal recordings end lines
 * with CR CR LF), any other CR is content. A text that ends in LF has no empty line after it; an empty text has none.
 */
export function* linesOf(text: string): Generator<Line> {
  let start = 0;
  for (let number = 0; start < text.length; number++) {
    const lf = text.indexOf('\n', start);
    const next = lf < 0 ? text.length : lf + 1;
    yield lineAt(text, start, next, number);
    start = next;
  }
}

/** The line of `text` from offset `start` to `next`, its end included. */
export function lineAt(text: string, start: number, next: number, number: number): Line {
  let end = next;
  if (end > start && text.charCodeAt(end - 1) === LF) {
    end--;
    while (end > start && text.charCodeAt(end - 1) === CR) end--;
  }
  return { number, text: text.slice(start, end), eol: text.slice(end, next) };
}

/**
 * Cuts a stream of text chunks into lines. What is left without a line end waits for the next chunk.
 */
export class LineSplitter {
  #rest = '';
  #number = 0;

  /** The lines that `chunk` completes. */
  *push(chunk: string): Generator<Line> {
    let start = 0;
    let lf = chunk.indexOf('\n');
    if (lf >= 0 && this.#rest !== '') {
      const whole = this.#rest + chunk.slice(0, lf + 1);
      this.#rest = '';
      yield lineAt(whole, 0, whole.length, this.#number++);
      start = lf + 1;
      lf = chunk.indexOf('\n', start);
    }
    for (; lf >= 0; lf = chunk.indexOf('\n', start)) {
      yield lineAt(chunk, start, lf + 1, this.#number++);
      start = lf + 1;
    }
    this.#rest += chunk.slice(start);
  }

  /** The last line, when the text does not end in LF. */
  *end(): Generator<Line> {
    if (this.#rest !== '') yield lineAt(this.#rest, 0, this.#rest.length, this.#number++);
    this.#rest = '';
  }
}

const LF = 10;
const CR = 13;
