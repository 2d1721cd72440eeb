/**
 * The rows of Exchange's protocol logs: cells between commas, RFC 4180. Rows that follow each other are mostly of one session,
 * so that all but the time, the number and the data is where and what it was in the row before.
 */
import { readInstant } from '../instant';
import { owned } from '../lines';
import type { Located, PeeledLine, Piece } from '../transcript';
import { pushPiece, type WireText } from './wireText';

/** Where the `#Fields:` line puts what is needed. */
export interface Columns {
  readonly time: number;
  readonly session: number;
  readonly remote: number;
  readonly event: number;
  readonly data: number;
  readonly context: number;
}

export const USUAL: Columns = { time: 0, session: 2, remote: 5, event: 6, data: 7, context: 8 };

/** What a row says besides its data. */
export interface Row {
  /** '' where there is none. */
  readonly session: string;
  readonly time: number | undefined;
  readonly event: string;
  /** Offset of the data. */
  readonly data: number;
}

/** Reads a row, undefined where it is cut. */
export function readRow(text: string, columns: Columns): Row | undefined {
  const like = columns === USUAL ? likeLast(text) : undefined;
  if (like !== undefined) return like;
  const starts = startsOf(text);
  const data = starts[columns.data];
  if (data === undefined || starts.length < MOST_NEEDED) return undefined;
  const session = owned(textAt(text, starts, columns.session));
  if (columns === USUAL) remember(text, starts, session);
  return { session, time: timeAt(text, starts, columns.time), event: textAt(text, starts, columns.event), data };
}

/** Up to the data. */
const MOST_NEEDED = 8;

/** What stands between time and number of a row, and between number and event. */
interface Frame {
  readonly head: string;
  readonly tail: string;
  readonly session: string;
}

const NO_FRAME: Frame = { head: '', tail: '', session: '' };
let last = NO_FRAME;

/** Characters of a time. */
const TIME = 24;

function remember(text: string, starts: readonly number[], session: string): void {
  const [, connector = 0, , number = 0, local = 0, , event = 0] = starts;
  const isPlain = connector === TIME + 1 && !text.slice(0, event).includes('"');
  last = isPlain
    ? { head: owned(text.slice(connector - 1, number)), tail: owned(text.slice(local - 1, event)), session }
    : NO_FRAME;
}

/** The row when it is framed as the last one was. */
function likeLast(text: string): Row | undefined {
  const { head, tail, session } = last;
  const number = TIME + head.length;
  if (session === '' || text.slice(TIME, number) !== head || text.indexOf(',') !== TIME) return undefined;
  const comma = text.indexOf(',', number);
  const event = comma + tail.length;
  if (comma < 0 || text.slice(comma, event) !== tail || text.charCodeAt(event + 1) !== COMMA) return undefined;
  const letter = text.charCodeAt(event);
  if (letter === COMMA || letter === QUOTE || text.charCodeAt(0) === QUOTE || text.charCodeAt(number) === QUOTE)
    return undefined;
  const time = readInstant(text, 0, TIME);
  return { session, time: Number.isNaN(time) ? undefined : time, event: text.charAt(event), data: event + 2 };
}

export type Cell = WireText;

/** More columns than any release writes; commas in the context would make more. */
const MOST_CELLS = 40;

/** Where the cells of a line begin, RFC 4180: a quote in a quoted cell is doubled. */
export function startsOf(text: string): number[] {
  const starts = [0];
  const ends = text.includes('"') ? endOfCell : nextComma;
  for (let at = ends(text, 0) + 1; at <= text.length && starts.length < MOST_CELLS; at = ends(text, at) + 1)
    starts.push(at);
  return starts;
}

export function endOfCell(text: string, at: number): number {
  let from = at;
  if (text.charCodeAt(at) === QUOTE) {
    from = text.indexOf('"', at + 1);
    while (from >= 0 && text.charCodeAt(from + 1) === QUOTE) from = text.indexOf('"', from + 2);
    if (from < 0) return text.length;
  }
  return nextComma(text, from);
}

function nextComma(text: string, from: number): number {
  const comma = text.indexOf(',', from);
  return comma < 0 ? text.length : comma;
}

/** The text of a cell, '' where there is none: most cells need no more. */
export function textAt(text: string, starts: readonly number[], column: number): string {
  const start = starts[column];
  if (start === undefined) return '';
  if (text.charCodeAt(start) === QUOTE) return unquoted(text, start);
  const next = starts[column + 1];
  return text.slice(start, next === undefined ? endOfCell(text, start) : next - 1);
}

function unquoted(text: string, start: number): string {
  return cellAt({ line: { number: 0, text, eol: '' }, text, from: 0 }, start).text;
}

function timeAt(text: string, starts: readonly number[], column: number): number | undefined {
  const start = starts[column];
  const next = starts[column + 1];
  const plain = start !== undefined && next !== undefined && text.charCodeAt(start) !== QUOTE;
  const time = plain ? readInstant(text, start, next - 1) : Date.parse(textAt(text, starts, column));
  return Number.isNaN(time) ? undefined : time;
}

/** The cell that begins at offset `at`. */
export function cellAt(line: PeeledLine, at: number): Cell {
  if (line.text.charCodeAt(at) === QUOTE) return quotedCell(line, at);
  return plainCell(line, at, endOfCell(line.text, at));
}

export function plainCell(line: PeeledLine, at: number, end: number): Cell {
  const pieces = [{ at: 0, line: line.line.number, column: line.from + at, width: end - at }];
  return { text: line.text.slice(at, end), pieces };
}

export function quotedCell(line: PeeledLine, at: number): Cell {
  const { text } = line;
  const { number } = line.line;
  const pieces: Piece[] = [];
  let value = '';
  for (let from = at + 1; ; ) {
    const quote = text.indexOf('"', from);
    const to = quote < 0 ? text.length : quote;
    if (to > from || value === '') pushPiece(pieces, value.length, to - from, number, line.from + from);
    value += text.slice(from, to);
    if (quote < 0 || text.charAt(quote + 1) !== '"') return { text: value, pieces };
    pushPiece(pieces, value.length, 1, number, line.from + quote, 2);
    value += '"';
    from = quote + 2;
  }
}

/** Where offsets `start` to `end` of a cell stand. */
export function placeIn({ pieces }: Cell, start: number, end: number): Located {
  const piece = pieces.findLast(({ at }) => at <= start) ?? pieces[0];
  const column = (piece?.column ?? 0) + start - (piece?.at ?? 0);
  return { line: piece?.line ?? 0, start: column, end: column + end - start };
}

const QUOTE = 34;
const COMMA = 44;
