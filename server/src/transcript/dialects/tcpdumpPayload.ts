/**
 * The payload of a packet as tcpdump shows it: with `-X`, `-XX`, `-x` and `-xx` its octets in hexadecimal, with `-A` as
 * characters, behind those of the headers; else the lines of SMTP that it prints itself.
 */
import { readsAsCommand } from '../command';
import type { PeeledLine } from '../transcript';
import { within } from './dialect';
import { appendRow, octetsOfRow } from './hexRows';
import { tcpPayload } from './ipPacket';
import { cutAtCr, type Segment, segmentsOf } from './packetSegments';
import { NO_TEXT, verbatimPart } from './wireText';

/** A packet, and the lines that follow the one about it. */
interface Shown {
  readonly head: PeeledLine;
  /** Octets of payload, and of the headers before it as far as they are known. */
  readonly length: number;
  readonly headers: number | undefined;
  readonly lines: readonly PeeledLine[];
}

export interface Payload {
  readonly segments: readonly Segment[];
  /** All of it is shown. */
  readonly complete: boolean;
  /** Some of its lines end in LF alone: which ones cannot be seen. */
  readonly mixed?: true;
}

/** Where the line about a packet says how long its payload is, and whether it is SMTP. */
export const LENGTH = /, length (\d{1,7})(: SMTP(?:: |, length: \d+$)?)?/;

/** A row of octets. */
const ROW = /^\t0x[0-9a-f]{4}: {2}[0-9a-f]{2}/;

/** What a row of octets has in characters; undefined when the line is none. */
export function charactersOf(text: string): string | undefined {
  return ROW.test(text) ? octetsOfRow(text, ROW_HEAD) : undefined;
}

const ROW_HEAD = '\t0x0000:  '.length;

/** The payload's lines. */
export function linesOf(packet: Shown): Payload {
  const { lines, head, length } = packet;
  const rows = lines.filter(({ text }) => ROW.test(text));
  if (rows.length > 0) return fromRows(rows);
  const dump = lines.findIndex((line) => line.text.charCodeAt(0) !== TAB);
  const shown = dump < 0 ? [] : lines.slice(dump);
  if (shown.some((line) => line.text !== '')) return fromDump(packet, shown);
  // Without a dump: what tcpdump itself prints of SMTP.
  const printed = lines.slice(0, dump < 0 ? lines.length : dump);
  if (printed.length > 0) return consume(printed, 1, length, 2, 1);
  const smtp = LENGTH.exec(head.text);
  if (smtp?.[2] !== ': SMTP: ') return { segments: [], complete: true };
  const { segments } = consume([head], smtp.index + smtp[0].length, length, 2);
  const [line] = segments;
  // Without `-v` only the first line is printed.
  if (line === undefined || line.text.length + 2 >= length) return { segments, complete: true };
  return { segments: [{ ...line, ended: true, octets: length }], complete: true };
}

/** The headers are as long as the options say, with `-AA` with a link header before them; the length must agree. */
function fromDump({ headers: known, length }: Shown, lines: readonly PeeledLine[]): Payload {
  const headers = known ?? headersIn(lines);
  const links = headers === undefined ? [] : LINK_HEADERS.map((link) => skip(lines, headers + link));
  // A header of IPv4 or IPv6 that stands at the very beginning has no other before it.
  const first = /^[E`]/.test(lines[0]?.text ?? '') ? 1 : 0;
  const found = told(lines, links.slice(0, first), length) ?? told(lines, links.slice(first), length);
  if (found !== undefined) return found;
  const spaced = fitting(lines, links, length, true);
  if (spaced !== undefined) return spaced;
  // A packet that was not captured whole is dumped with its link header; nothing tells its length then.
  const front = /^[E-O`]/.test(lines[0]?.text ?? '') ? links[0] : links[1];
  const cut = front !== undefined && !consume(lines.slice(front.index), front.column, length, 2).complete;
  const place = cut ? front : (fromEnd(lines, length) ?? front);
  if (place === undefined) return { segments: [], complete: true };
  return consume(lines.slice(place.index), place.column, length, 2);
}

/** The payload where its octets, behind one of these headers, are as many as the lines have, with line ends of some kind. */
function told(
  lines: readonly PeeledLine[],
  links: readonly (Place | undefined)[],
  length: number,
): Payload | undefined {
  const exact = fitting(lines, links, length, false);
  if (exact !== undefined) return exact;
  for (const place of links) {
    if (place === undefined || !fits(lines, place, length - 1, 2)) continue;
    const cut = consume(lines.slice(place.index), place.column, length, 2);
    if (cut.segments.length === lines.length - place.index) return cut;
  }
  for (const place of links) {
    const mixed = place === undefined ? undefined : mixedEnds(lines.slice(place.index), place.column, length);
    if (mixed !== undefined) return { segments: mixed, complete: true, mixed: true };
  }
  return undefined;
}

/** `-q` does not tell the options: how long the header of TCP is says an octet of it, which shows as a dot from 32 on. */
function headersIn(lines: readonly PeeledLine[]): number | undefined {
  const first = lines[0]?.text.charCodeAt(0);
  const ip = first === LETTER_E ? 20 : first === BACKTICK ? 40 : undefined;
  if (ip === undefined) return undefined;
  const place = skip(lines, ip + 12);
  const offset = place && lines[place.index]?.text.charCodeAt(place.column);
  return ip + (offset === LETTER_P ? 20 : offset === BACKTICK ? 24 : offset === SMALL_P ? 28 : 32);
}

/** The payload where all its line ends are CRLF, or LF, and it fills the lines. `spaced`: empty lines may follow. */
function fitting(
  lines: readonly PeeledLine[],
  links: readonly (Place | undefined)[],
  length: number,
  spaced: boolean,
): Payload | undefined {
  for (const breadth of [2, 1] as const) {
    for (const place of links) {
      if (place !== undefined && fits(lines, place, length, breadth, spaced)) {
        return consume(lines.slice(place.index), place.column, length, breadth);
      }
    }
  }
  return undefined;
}

/** None, Ethernet, Linux cooked v1 and v2, loopback. */
const LINK_HEADERS = [0, 14, 16, 20, 4];

interface Place {
  readonly index: number;
  readonly column: number;
}

/** After so many characters of the dump; a line end in it is one. */
function skip(lines: readonly PeeledLine[], characters: number): Place | undefined {
  let left = characters;
  for (const [index, { text }] of lines.entries()) {
    if (left <= text.length) return { index, column: left };
    left -= text.length + 1;
  }
  return undefined;
}

/** True when so many octets from `place` on end where a line ends. */
function fits(lines: readonly PeeledLine[], place: Place, octets: number, breadth: 1 | 2, spaced = true): boolean {
  let left = octets;
  for (let index = place.index; index < lines.length; index++) {
    left -= (lines[index] as PeeledLine).text.length - (index === place.index ? place.column : 0);
    if (left === 0) return spaced || index === lines.length - 1;
    left -= breadth;
    // The line end that ends the packet, then the program's own.
    if (left === 0 && index < lines.length - 1) return lines[index + 1]?.text === '';
    // A paste may have lost the program's own; an LF alone is not believed then.
    if (left === 0) return breadth === 2 && lines[index]?.text !== '';
    if (left < 0) return false;
  }
  return false;
}

/** Where the last `octets` octets begin, if every line end is CRLF. */
function fromEnd(lines: readonly PeeledLine[], octets: number): Place | undefined {
  let left = octets;
  for (let index = lines.length - 1; index >= 0; index--) {
    const { length } = (lines[index] as PeeledLine).text;
    if (left <= length) return { index, column: length - left };
    left -= length + 2;
    if (left < 0) return undefined;
  }
  return undefined;
}

/** So many octets from `column` of the first line and `further` of the others on, `breadth` for each line end. */
function consume(lines: readonly PeeledLine[], column: number, octets: number, breadth: 1 | 2, further = 0): Payload {
  const segments: Segment[] = [];
  let left = octets;
  for (const [index, line] of lines.entries()) {
    const from = index === 0 ? column : further;
    const to = Math.min(line.text.length, from + left);
    left -= to - from;
    // The packet ends between CR and LF, and a CR that no LF follows is not printed.
    if (left === 1 && breadth === 2) {
      segments.push(cutAtCr(within(line, from, to), line.text.slice(from, to)));
      return { segments, complete: true };
    }
    const done = left > 0;
    if (to === from && !done) break;
    segments.push({
      text: line.text.slice(from, to),
      ended: done,
      ...within(line, from, to),
      ...(done && breadth === 1 && { wireEol: '\n' }),
    });
    left -= breadth;
    if (left <= 0) break;
  }
  return { segments, complete: left <= 0 };
}

function fromRows(rows: readonly PeeledLine[]): Payload {
  const packet = rows.reduce((before, row) => appendRow(before, row, ROW_HEAD), NO_TEXT);
  const place = tcpPayload(packet.text);
  if (place === undefined || place.from >= packet.text.length) return { segments: [], complete: true };
  const segments = segmentsOf(verbatimPart(packet, place.from, place.to));
  return { segments, complete: packet.text.length >= place.to };
}

/** The lines of a payload in which some lines end in LF alone, when as many of them do as `octets` asks for. */
function mixedEnds(lines: readonly PeeledLine[], column: number, octets: number): readonly Segment[] | undefined {
  const ends = lines.length - 1;
  const characters = lines.reduce((sum, { text }) => sum + text.length, -column);
  if (ends === 0 || octets < characters + ends || octets > characters + 2 * ends) return undefined;
  const shown = lines.at(-1)?.text === '' ? lines.slice(0, -1) : lines;
  return shown.map((line, index): Segment => {
    const from = index === 0 ? column : 0;
    return { text: line.text.slice(from), ended: index < ends, ...within(line, from) };
  });
}

/**
 * The segments of a client's packet with mixed line ends as far as they can be told: a chunk is counted in octets, so its
 * lines are not. `chunk`: octets of it that were to come before the packet.
 */
export function countable(segments: readonly Segment[], octets: number, chunk: number): readonly Segment[] {
  const announced = (segment: Segment | undefined) => Number(/^BDAT (\d{1,15})/i.exec(segment?.text ?? '')?.[1] ?? 0);
  const opening = chunk > 0 ? -1 : segments.findIndex((segment) => announced(segment) > 0);
  const first = segments[opening + 1];
  if ((chunk === 0 && opening < 0) || first === undefined) return segments;
  const before = segments.slice(0, opening + 1);
  const left = octets - before.reduce((sum, { text }) => sum + text.length + 2, 0);
  const inside = Math.min(left, chunk > 0 ? chunk : announced(segments[opening]));
  const hidden: Segment = { ...first, text: '', ended: true, octets: inside };
  if (left === inside) return [...before, hidden];
  const behind = segments.findLastIndex(({ text }) => !readsAsCommand(text)) + 1;
  return [...before, hidden, ...segments.slice(Math.max(behind, opening + 2))];
}

const TAB = 9;
const LETTER_E = 69;
const LETTER_P = 80;
const BACKTICK = 96;
const SMALL_P = 112;
