/** Lines that were broken, each as one again, and where in the file what is said in them stands. */
import { cutPieces } from '../pieces';
import type { Line, Located, Piece, Utterance } from '../transcript';
import { isFull, joined, mayGoOn, quoteOf, type Wrapping } from './wrapping';

export interface UnwrapperOptions {
  readonly wrapping: Wrapping;
  /** The line begins as the format's lines do. */
  readonly isOwn: (line: Line) => boolean;
  readonly emit: (line: Line) => void;
}

/** Joins broken lines as they come. A line waits for the next one. */
export class Unwrapper {
  readonly #options: UnwrapperOptions;
  #waiting: Line | undefined;
  /** The part that came last, as it stands in the file. */
  #last = '';
  #own = false;

  constructor(options: UnwrapperOptions) {
    this.#options = options;
  }

  push(line: Line): void {
    const waiting = this.#waiting;
    const { wrapping, isOwn } = this.#options;
    const own = isOwn(line);
    const from = quoteOf(this.#last, line.text);
    const text = line.text.slice(from);
    const goesOn =
      waiting !== undefined &&
      !own &&
      (this.#own || wrapping.lacks === 'nothing') &&
      mayGoOn(wrapping, text) &&
      isFull(wrapping, this.#last, text) &&
      waiting.text.length + text.length < LONGEST;
    this.#last = line.text;
    if (goesOn) {
      this.#waiting = extended(waiting, line, text, from, wrapping);
      return;
    }
    this.end();
    this.#waiting = line;
    this.#own = own;
  }

  /** The last line. */
  end(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) this.#options.emit(waiting);
  }
}

/** Longer lines are none that somebody broke by mistake. */
const LONGEST = 20_000;

function extended(waiting: Line, next: Line, text: string, from: number, wrapping: Wrapping): Line {
  const before = waiting.text.length;
  const whole = joined(wrapping, waiting.text, text);
  const parts = [...(waiting.parts ?? [{ at: 0, line: waiting.number, column: 0, width: before }])];
  const last = parts.at(-1) as Piece;
  const at = whole.length - text.length;
  if (at > before) parts.push({ at: before, line: last.line, column: last.column + last.width, width: 0 });
  parts.push({ at, line: next.number, column: from, width: text.length });
  return { number: waiting.number, text: whole, eol: next.eol, parts };
}

/** What was said in a line that was made of `parts`, in its place in the file. */
export function inParts(utterance: Utterance, parts: readonly Piece[]): Utterance {
  const length = utterance.text.length;
  const pieces = (utterance.pieces ?? whole(utterance)).flatMap((piece, index, all) =>
    piece.line === parts[0]?.line ? split(piece, (all[index + 1]?.at ?? length) - piece.at, parts) : [piece],
  );
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return utterance;
  const place = { line: first.line, start: first.column, end: last.column + last.width };
  if (utterance.pieces === undefined && pieces.length === 1) return { ...utterance, ...place };
  return { ...utterance, ...place, pieces };
}

function whole({ line, start, end }: Located): Piece[] {
  return [{ at: 0, line, column: start, width: end - start }];
}

/** A piece of `length` code units cut where the line was broken. What does not stand there verbatim is an escape, and stays whole. */
function split(piece: Piece, length: number, parts: readonly Piece[]): Piece[] {
  const from = piece.column;
  if (piece.width !== length || piece.width === 0) {
    const begun = parts.findLast(({ at }) => at <= from) as Piece;
    return [{ ...piece, line: begun.line, column: begun.column + Math.min(from - begun.at, begun.width) }];
  }
  const last = parts.at(-1) as Piece;
  const cut = cutPieces(parts, last.at + last.width, from, from + length);
  return cut.map((part) => ({ ...part, at: piece.at + part.at }));
}
