import type { Piece } from './transcript';

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
