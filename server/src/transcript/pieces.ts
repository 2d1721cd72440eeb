import { type Located, locate, type Piece, type Span } from './transcript';

/**
 * The pieces of `text.slice(from, to)`, where `pieces` are those of a text of `length` code units. A piece that stands
 * verbatim in the file is cut, an escape is kept whole.
 */
export function cutPieces(pieces: readonly Piece[], length: number, from: number, to: number): Piece[] {
  const cut: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1]?.at ?? length;
    const start = Math.max(piece.at, from);
    const end = Math.min(next, to);
    if (start >= end) continue;
    const verbatim = piece.width === next - piece.at;
    cut.push({
      at: start - from,
      line: piece.line,
      column: verbatim ? piece.column + start - piece.at : piece.column,
      width: verbatim ? end - start : piece.width,
    });
  }
  return cut;
}

/** Where `start` to `end` of a located text stands in the file, a span for each line that it stands on. */
export function locateOnLines(located: Located & { readonly text: string }, start: number, end: number): Span[] {
  const { pieces, text } = located;
  if (pieces === undefined || pieces[0]?.line === pieces.at(-1)?.line) return [locate(located, start, end)];
  const spans: Span[] = [];
  for (const { line, column, width } of cutPieces(pieces, text.length, start, end)) {
    const last = spans.at(-1);
    if (last?.line === line) spans[spans.length - 1] = { ...last, end: column + width };
    else spans.push({ line, start: column, end: column + width });
  }
  return spans;
}
