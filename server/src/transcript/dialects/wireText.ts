/**
 * Text whose escapes were undone or whose wrapped lines were joined, with the place of each part of it in the file. What
 * formats that print a whole message as one string, or one line as several, have in common.
 */
import { cutPieces } from '../pieces';
import type { Located, PeeledLine, Piece } from '../transcript';
import { within } from './dialect';

export interface WireText {
  readonly text: string;
  /** In the order of the text, without holes: each piece goes on to where the next begins. */
  readonly pieces: readonly Piece[];
}

/** One line of a wire text. `wireEol` is absent when it ended in CRLF, and '' when the text ends without a line end. */
export interface WireLine extends WireText {
  readonly place: Located;
  readonly wireEol?: string;
}

export const NO_TEXT: WireText = { text: '', pieces: [] };

/** `part` after `before`, where `part` stands at `column` of `line` and takes `width` there. */
export function append(before: WireText, part: string, line: number, column: number, width = part.length): WireText {
  if (part === '') return before;
  const pieces = [...before.pieces];
  pushPiece(pieces, before.text.length, part.length, line, column, width);
  return { text: before.text + part, pieces };
}

/** `part` after `before`. */
export function appendWire(before: WireText, part: WireText): WireText {
  const at = before.text.length;
  if (at === 0) return { text: part.text, pieces: part.pieces };
  const pieces = part.pieces.map((piece) => ({ ...piece, at: piece.at + at }));
  return { text: before.text + part.text, pieces: [...before.pieces, ...pieces] };
}

/** Adds a piece to a list under construction; a verbatim one that goes on from a verbatim one prolongs it. */
export function pushPiece(
  pieces: Piece[],
  at: number,
  length: number,
  line: number,
  column: number,
  width = length,
): void {
  const last = pieces.at(-1);
  if (last !== undefined && last.line === line && last.column + last.width === column && width === length) {
    if (last.width === at - last.at) {
      pieces[pieces.length - 1] = { ...last, width: last.width + width };
      return;
    }
  }
  pieces.push({ at, line, column, width });
}

/**
 * Adds that `length` code units of a text at `at` are what stands from offset `from` to `to` of a line: verbatim, or as an
 * escape.
 */
export function pushSource(
  pieces: Piece[],
  at: number,
  length: number,
  line: PeeledLine,
  from: number,
  to: number,
): void {
  if (line.pieces === undefined) {
    pushPiece(pieces, at, length, line.line.number, line.from + from, to - from);
  } else if (length === to - from) {
    for (const piece of cutPieces(line.pieces, line.text.length, from, to))
      pieces.push({ ...piece, at: at + piece.at });
  } else {
    const place = within(line, from, to);
    pieces.push({ at, line: place.line, column: place.start, width: place.end - place.start });
  }
}

/** What stands from offset `from` to `to` of a line, as it is. */
export function verbatim(line: PeeledLine, from: number, to: number = line.text.length): WireText {
  return appendSource(NO_TEXT, line.text.slice(from, to), line, from, to);
}

/** `part` after `before`, where `part` is what stands from offset `from` to `to` of a line. */
export function appendSource(before: WireText, part: string, line: PeeledLine, from: number, to: number): WireText {
  if (part === '') return before;
  const pieces = [...before.pieces];
  pushSource(pieces, before.text.length, part.length, line, from, to);
  return { text: before.text + part, pieces };
}

/** The part of a text between two offsets. */
export function verbatimPart({ text, pieces }: WireText, from: number, to: number): WireText {
  return { text: text.slice(from, to), pieces: cutPieces(pieces, text.length, from, to) };
}

/** The text's lines. A line ends at LF; CRs right before it belong to its end, any other CR is content. */
export function* cutLines(whole: WireText): Generator<WireLine> {
  const { text, pieces } = whole;
  let first = 0;
  for (let start = 0; start < text.length; ) {
    const lf = text.indexOf('\n', start);
    const next = lf < 0 ? text.length : lf + 1;
    let end = lf < 0 ? text.length : lf;
    while (lf >= 0 && end > start && text.charCodeAt(end - 1) === CR) end--;
    while (first + 1 < pieces.length && (pieces[first + 1] as Piece).at <= start) first++;
    const line: Piece[] = [];
    for (let index = first; index < pieces.length && (pieces[index] as Piece).at < end; index++) {
      line.push(clip(pieces, index, text.length, start, end));
    }
    const eol = text.slice(end, next);
    const place = line.length > 0 ? placeOf(line) : pointAt(clip(pieces, first, text.length, start, next));
    yield { text: text.slice(start, end), pieces: line, place, ...(eol !== '\r\n' && { wireEol: eol }) };
    start = next;
  }
}

/** Where a text with these pieces stands; the pieces themselves only where they say more. */
export function placeOf(pieces: readonly Piece[]): Located {
  const first = pieces[0] as Piece;
  let end = first.column + first.width;
  for (const piece of pieces) if (piece.line === first.line) end = piece.column + piece.width;
  const place = { line: first.line, start: first.column, end };
  return pieces.length === 1 ? place : { pieces, ...place };
}

function pointAt(piece: Piece): Located {
  return { line: piece.line, start: piece.column, end: piece.column };
}

/** The part of a piece between offsets `start` and `end` of the text; an undone escape is never parted. */
function clip(pieces: readonly Piece[], index: number, length: number, start: number, end: number): Piece {
  const piece = pieces[index] as Piece;
  const to = pieces[index + 1]?.at ?? length;
  if (piece.width !== to - piece.at) return { ...piece, at: Math.max(0, piece.at - start) };
  const from = Math.max(piece.at, start);
  const width = Math.min(to, end) - from;
  return { at: from - start, line: piece.line, column: piece.column + from - piece.at, width };
}

/**
 * Reads octets, given as the characters U+0080–U+00FF, as the UTF-8 that they are; what is not UTF-8 stays as it is. An
 * octet that the format escaped may lie in a piece of its own: the character takes the room of its octets.
 */
export function decodeUtf8(whole: WireText): WireText {
  const { text, pieces } = whole;
  if (!/[\u00c2-\u00f4][\u0080-\u00bf]/.test(text)) return whole;
  const decoded: Piece[] = [];
  let result = '';
  let index = 0;
  for (let at = 0; at < text.length; ) {
    while (index + 1 < pieces.length && (pieces[index + 1] as Piece).at <= at) index++;
    const first = text.charCodeAt(at);
    const octets = first < 0xc2 ? 1 : sequenceLength(text, at, first);
    const char = octets === 1 ? text.charAt(at) : String.fromCodePoint(codePoint(text, at, octets));
    const from = clip(pieces, index, text.length, at, at + 1);
    let last = index;
    while (last + 1 < pieces.length && (pieces[last + 1] as Piece).at < at + octets) last++;
    const to = clip(pieces, last, text.length, at + octets - 1, at + octets);
    const width = to.line === from.line ? to.column + to.width - from.column : from.width;
    pushPiece(decoded, result.length, char.length, from.line, from.column, width);
    result += char;
    at += octets;
  }
  return { text: result, pieces: decoded };
}

/** The octets of a text in UTF-8, each as one character. */
export function encodeUtf8(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text;
  const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  return escaped.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Octets of the UTF-8 sequence that begins at `at`, 1 when there is none. */
function sequenceLength(text: string, at: number, first: number): number {
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1;
  for (let next = 1; next < length; next++) {
    const code = text.charCodeAt(at + next);
    if (!(code >= 0x80 && code <= 0xbf)) return 1;
  }
  const value = length === 1 ? 0 : codePoint(text, at, length);
  const least = length === 3 ? 0x800 : length === 4 ? 0x10000 : 0;
  return value < least || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff) ? 1 : length;
}

function codePoint(text: string, at: number, length: number): number {
  let value = text.charCodeAt(at) & (0xff >> (length + 1));
  for (let next = 1; next < length; next++) value = (value << 6) | (text.charCodeAt(at + next) & 0x3f);
  return value;
}

const CR = 13;
