import type { Line } from './transcript';

/**
 * The lines of a text. A line ends at LF; the CRs right before the LF belong to its end (terminal recordings end lines
 * with CR CR LF), any other CR is content. A text that ends in LF has no empty line after it; an empty text has none.
 * `numberOf`: the number that the line with an index has in a file, both 0-based.
 */
export function linesOf(text: string, numberOf: (index: number) => number = (index) => index): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const next = nextLine(text, start);
    lines.push(lineAt(text, start, next, numberOf(lines.length)));
    start = next;
  }
  return lines;
}

/**
 * True for a text, or the start of one, whose lines end in CR alone, as terminals and old editors write it: no LF in its
 * first piece, and several CRs.
 */
export function endsInCr(text: string): boolean {
  const first = text.slice(0, PIECE);
  return !first.includes('\n') && first.split('\r', LEAST_CRS + 1).length > LEAST_CRS;
}

const PIECE = 65_536;
const LEAST_CRS = 3;

/** The text with line ends that are read as such, each in its place. */
export function withLf(text: string): string {
  return endsInCr(text) ? text.replaceAll('\r', '\n') : text;
}

/** A text that was made of `withLf(source)`, with the line ends of the source. */
export function endedLike(source: string, text: string): string {
  return endsInCr(source) ? text.replaceAll('\n', '\r') : text;
}

/** Where the line that begins at offset `start` ends, its LF included. */
export function nextLine(text: string, start: number): number {
  const lf = text.indexOf('\n', start);
  return lf < 0 ? text.length : lf + 1;
}

/** The line of `text` from offset `start` to `next`, its end included. */
export function lineAt(text: string, start: number, next: number, number: number): Line {
  if (next === start || text.charCodeAt(next - 1) !== LF) return { number, text: text.slice(start, next), eol: '' };
  let end = next - 1;
  while (end > start && text.charCodeAt(end - 1) === CR) end--;
  const eol = end === next - 1 ? '\n' : end === next - 2 ? '\r\n' : text.slice(end, next);
  return { number, text: text.slice(start, end), eol };
}

/** The same text, kept by itself: a part of a string keeps the whole of it. */
export function owned(text: string): string {
  return ` ${text}`.slice(1);
}

/** Lines that were read at once: how many, and the offset behind them. */
export interface Passed {
  readonly end: number;
  readonly lines: number;
}

/**
 * Cuts a stream of text chunks into lines. What is left without a line end waits for the next chunk.
 */
export class LineSplitter {
  #rest = '';
  #number = 0;

  /**
   * Calls `take` for each line that `chunk` completes; `pass`, which is asked first, may have read some of them from an
   * offset on, where the line of that number (0-based) begins.
   */
  push(
    chunk: string,
    take: (line: Line) => void,
    pass?: (text: string, start: number, number: number) => Passed | undefined,
  ): void {
    let start = 0;
    let lf = chunk.indexOf('\n');
    if (lf >= 0 && this.#rest !== '') {
      const whole = this.#rest + chunk.slice(0, lf + 1);
      this.#rest = '';
      take(lineAt(whole, 0, whole.length, this.#number++));
      start = lf + 1;
      lf = chunk.indexOf('\n', start);
    }
    for (; lf >= 0; lf = chunk.indexOf('\n', start)) {
      const run = pass?.(chunk, start, this.#number);
      if (run !== undefined) {
        this.#number += run.lines;
        start = run.end;
        continue;
      }
      take(lineAt(chunk, start, lf + 1, this.#number++));
      start = lf + 1;
    }
    this.#rest += chunk.slice(start);
  }

  /** The last line, when the text does not end in LF. */
  end(take: (line: Line) => void): void {
    if (this.#rest !== '') take(lineAt(this.#rest, 0, this.#rest.length, this.#number++));
    this.#rest = '';
  }
}

const LF = 10;
const CR = 13;
