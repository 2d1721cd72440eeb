/** Parts of lines as packets carry them: what stands between two line ends or the ends of a packet, and where. */
import { readsAsCommand } from '../command';
import { cutPieces } from '../pieces';
import type { Located, PeeledLine, Piece } from '../transcript';
import { within } from './dialect';
import { cutLines, decodeUtf8, placeOf, type WireText } from './wireText';

/** Part of a packet's payload that stands in one line of the file. `ended`: a line end follows it on the wire. */
export interface Segment extends Located {
  readonly text: string;
  readonly ended: boolean;
  readonly wireEol?: string;
  /** The packet goes on after it, but the program shows no more of it. `octets`: all of the packet. */
  readonly octets?: number;
  /** Each character of the text is an octet: it is read as UTF-8 once the line is whole. */
  readonly raw?: true;
  /** Its last character is shown as a dot: it is one, or the CR of a line end that the packet cut in two. */
  readonly dot?: true;
}

/** A dot alone that is followed by more of a message is a TAB that could not be printed. */
export function unmasked(segment: Segment, next: Segment | undefined): Segment {
  const ends = segment.text !== '.' || next === undefined || readsAsCommand(next.text);
  return ends ? segment : { ...segment, text: '\t' };
}

/** The parts of a line before and behind an offset of its text. */
export function partedAt(line: Segment, at: number): readonly [Segment, Segment] {
  const { text } = line;
  const pieces = piecesOf(line, 0);
  const part = (from: number, to: number) => ({
    text: text.slice(from, to),
    ...placeOf(cutPieces(pieces, text.length, from, to)),
    ...(line.raw === true && { raw: true as const }),
  });
  const { ended: done, wireEol } = line;
  const behind = { ended: done, ...part(at, text.length), ...(wireEol !== undefined && { wireEol }) };
  return [{ ended: false, ...part(0, at) }, behind];
}

/** The line with its octets read as UTF-8. */
export function decoded(line: Segment): Segment {
  const { raw: _, ...rest } = line;
  if (!/[\u0080-\u00ff]/.test(line.text)) return rest;
  const { text, pieces } = decodeUtf8({ text: line.text, pieces: piecesOf(line, 0) });
  return { ...rest, ...placeOf(pieces), text };
}

/** A line that began in an earlier packet. */
export function joined(tail: Segment, segment: Segment): Segment {
  if (tail.text === '') return segment;
  const { line, start, end } = tail;
  const { ended: done, wireEol, raw } = segment;
  const marked = { ended: done, ...(raw !== undefined && { raw }) };
  // The packet ended between CR and LF. Characters do not always tell LF from CRLF.
  const isCr = tail.text.endsWith('\r') ? wireEol === '\n' || raw !== true : tail.dot === true && wireEol === '\n';
  if (segment.text === '' && isCr) {
    const text = tail.text.slice(0, -1);
    const pieces = cutPieces(piecesOf(tail, 0), tail.text.length, 0, text.length);
    return { line, start, end, text, pieces, ...marked };
  }
  const pieces = [...piecesOf(tail, 0), ...piecesOf(segment, tail.text.length)];
  const text = tail.text + segment.text;
  const open = segment.dot === true ? { dot: true as const } : {};
  return { line, start, end, text, pieces, ...marked, ...open, ...(wireEol !== undefined && { wireEol }) };
}

function piecesOf({ pieces, line, start, end }: Segment, at: number): Piece[] {
  if (pieces === undefined) return [{ at, line, column: start, width: end - start }];
  return pieces.map((piece) => ({ ...piece, at: piece.at + at }));
}

/** A line whose packet ends between CR and LF: the CR belongs to the text until the LF comes, and takes no room. */
export function cutAtCr(place: Located, text: string): Segment {
  const { line, start, end } = place;
  const shown = piecesOf({ text, ended: false, ...place }, 0);
  const pieces = [...shown.filter(({ width }) => width > 0), { at: text.length, line, column: end, width: 0 }];
  return { line, start, end, pieces, text: `${text}\r`, ended: false };
}

/**
 * The last line of a file, from offset `from`, that has no line end there. A CR at its end is the half of one; else only
 * who counts its octets knows that it is `whole`.
 */
export function atEndOfFile(line: PeeledLine, from: number, whole: boolean): Segment {
  const to = line.text.endsWith('\r') ? line.text.length - 1 : line.text.length;
  const text = line.text.slice(from, Math.max(from, to));
  return { text, ended: whole || to < line.text.length, ...within(line, from, Math.max(from, to)) };
}

/** What a packet of octets, each a character, has in lines. */
export function segmentsOf(octets: WireText): Segment[] {
  return [...cutLines(octets)].map(({ text, place, wireEol }): Segment => {
    const ended = wireEol !== '';
    return { text, raw: true, ended, ...place, ...(ended && wireEol !== undefined && { wireEol }) };
  });
}
