/**
 * `socat -v`, `-x` and `-x -v`: before each packet `> 2026/11/29 12:00:00.123456  length=28 from=0 to=27`, with `<` from the
 * second address to the first. `-v` prints its octets as text, CR as `\r`, so that a packet that does not end in LF runs
 * into the next head; `-x` prints them in hexadecimal, `-x -v` both. A process for each connection writes to the same log:
 * they are told apart by where in the stream a packet begins.
 */
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { appendRow, hexRows, octetsOfRow } from './hexRows';
import { type Direction, type Flows, NO_FLOWS } from './packetFlows';
import { segmentsOf } from './packetSegments';
import { abandoned, carried, finished, missed, weighCapture } from './packets';
import { appendSource, NO_TEXT, type WireText } from './wireText';

type Arrow = '<' | '>';

/** A connection, by the octet that comes next each way. */
interface Stream {
  readonly name: number;
  readonly next: Readonly<Partial<Record<Arrow, number>>>;
  /** Which way its last packet went. */
  readonly last: Arrow;
}

interface Packet {
  readonly direction: Direction;
  /** Octets still to come. */
  readonly left: number;
  readonly text: WireText;
}

interface State {
  readonly count: number;
  /** The one that spoke last comes last. */
  readonly streams: readonly Stream[];
  readonly hex: boolean | undefined;
  readonly packet: Packet | undefined;
  /** A packet that another head stands in the middle of. */
  readonly outer: Packet | undefined;
  readonly flows: Flows;
}

export const socat: Dialect<State> = {
  id: 'socat',
  name: 'socat -v or -x',
  counts: true,
  wire: true,
  owns: ({ text }) => HEAD.test(text),
  dumps: (text) => ROW.test(text),
  evidence: (sample) => weighCapture(sample, weight),
  start: () => ({ count: 0, streams: [], hex: undefined, packet: undefined, outer: undefined, flows: NO_FLOWS }),
  read,
  finish: (state, context) => void finished(endPacket(state, context).flows, context),
  write(speaker, text, like) {
    const head = like === undefined ? null : HEAD.exec(like.text);
    const from = Number(head?.[4] ?? 1);
    const arrow = speaker === 'client' ? '>' : '<';
    const stamp = head?.[2] ?? '2026/01/01 00:00:00.000000';
    const before = `${arrow} ${stamp}  length=${text.length + 2} from=${from} to=${from + text.length + 1}\n`;
    const hex = like !== undefined && head === null && ROW.test(like.text);
    return before + (hex ? hexRows(`${text}\r\n`, row) : `${text.replaceAll('\\', '\\\\')}\\r`);
  },
};

function row(octets: readonly string[], shown: string): string {
  return ` ${octets.join(' ').padEnd(47)}  ${shown}`;
}

const HEAD = /([<>]) (\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.(\d{6,9})) {1,2}length=\d{1,9} from=(\d{1,15}) to=(\d{1,15})$/;
const ROW = /^ (?:[0-9a-f]{2} ){0,15}[0-9a-f]{2}(?: |$)/;

function weight({ text }: PeeledLine) {
  if (HEAD.test(text)) return { format: 5, payload: '' };
  if (ROW.test(text)) return { format: 0, payload: octetsOfRow(text, 1) };
  return { format: 0, payload: text.endsWith('\\r') ? text.slice(0, -2) : '' };
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const head = HEAD.exec(text);
  const { packet } = state;
  if (head !== null && head.index === 0) return begin(line, head, state, context);
  if (packet === undefined) return state;
  const hex = state.hex ?? isHex(text, packet.left);
  if (hex) {
    if (!ROW.test(text)) return state;
    const shown = appendRow(NO_TEXT, line, 1, packet.left);
    return took({ ...state, hex }, packet, shown, context);
  }
  const until = head === null ? text.length : head.index;
  const shown = unescaped(line, until, packet.left);
  const now = took({ ...state, hex }, packet, shown, context);
  return head === null || now.packet !== undefined ? now : begin(line, head, now, context);
}

function isHex(text: string, octets: number): boolean {
  return ROW.test(text) && octetsOfRow(text, 1, octets).length >= Math.min(octets, 1);
}

/** The stretch of a packet that a line shows. */
function took(state: State, packet: Packet, shown: WireText, context: ReadContext): State {
  const left = packet.left - shown.text.length;
  const text = joined(packet.text, shown);
  const now = { ...state, packet: { ...packet, left, text } };
  return left > 0 ? now : endPacket(now, context);
}

function joined(before: WireText, after: WireText): WireText {
  const at = before.text.length;
  const pieces = after.pieces.map((piece) => ({ ...piece, at: piece.at + at }));
  return { text: before.text + after.text, pieces: [...before.pieces, ...pieces] };
}

/** What stands up to an offset of the line, escapes undone, and its line end, `most` octets of it. */
function unescaped(line: PeeledLine, until: number, most: number): WireText {
  const { text } = line;
  let shown = NO_TEXT;
  let at = 0;
  while (at < until && shown.text.length < most) {
    const char = text.charAt(at) === '\\' ? ESCAPES[text.charAt(at + 1)] : undefined;
    if (char !== undefined) {
      shown = appendSource(shown, char, line, at, at + 2);
      at += 2;
      continue;
    }
    const from = at++;
    while (at < until && text.charAt(at) !== '\\' && shown.text.length + at - from < most) at++;
    shown = appendSource(shown, text.slice(from, at), line, from, at);
  }
  const ended = until === text.length && line.line.eol !== '' && shown.text.length < most;
  return ended ? appendSource(shown, '\n', line, until, until) : shown;
}

const ESCAPES: Readonly<Record<string, string>> = {
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  v: '\v',
  f: '\f',
  '\\': '\\',
};

function begin(line: PeeledLine, head: RegExpExecArray, state: State, context: ReadContext): State {
  const [, sign, stamp, fraction, start, stop] = head;
  const arrow = sign as Arrow;
  const from = Number(start);
  const length = Number(stop) - from + 1;
  const { packet } = state;
  const rest = endPacket(state, context);
  const { stream, skipped, mixed } = streamOf(rest.streams, arrow, from);
  const name = stream?.name ?? rest.count + 1;
  const time = timeOf(stamp as string, fraction as string);
  const direction: Direction = { ...endsOf(name, arrow), ...(time !== undefined && { time }) };
  const place = { ...within(line, head.index), text: head[0] };
  let { flows } = rest;
  if (skipped) flows = missed(flows, direction, place, context);
  for (const each of mixed) flows = abandoned(flows, endsOf(each.name, arrow), place, context);
  const next: Stream = { name, next: { ...stream?.next, [arrow]: from + length }, last: arrow };
  return {
    ...rest,
    count: Math.max(rest.count, name),
    streams: [...rest.streams.filter((each) => each.name !== name).slice(-MOST_STREAMS), next],
    packet: { direction, left: length, text: NO_TEXT },
    outer: packet === undefined ? undefined : { ...packet, text: NO_TEXT },
    flows,
  };
}

const MOST_STREAMS = 100;

function endsOf(name: number, arrow: Arrow): Direction {
  const [first, second] = [`first address ${name}`, `second address ${name}`] as const;
  return arrow === '>' ? { from: first, to: second } : { from: second, to: first };
}

/**
 * Whose packet begins at this octet. `skipped`: some before it are missing. `mixed`: it may be any of these, which are not
 * told apart from here on.
 */
function streamOf(
  streams: readonly Stream[],
  arrow: Arrow,
  from: number,
): { readonly stream: Stream | undefined; readonly skipped: boolean; readonly mixed: readonly Stream[] } {
  const exact = streams.filter(({ next }) => (next[arrow] ?? 0) === from);
  const waiting = exact.filter(({ last }) => last !== arrow);
  const likely = waiting.length > 0 ? waiting : exact;
  if (likely.length > 0 || from === 0) {
    return { stream: likely[0], skipped: false, mixed: likely.length > 1 ? likely : [] };
  }
  const last = streams.at(-1);
  // An edit may have added to what came before.
  return { stream: last, skipped: last !== undefined && from > (last.next[arrow] ?? 1), mixed: [] };
}

function endPacket(state: State, context: ReadContext): State {
  const { packet, outer } = state;
  if (packet === undefined) return state;
  const flows = carried(state.flows, packet.direction, segmentsOf(packet.text), context);
  return { ...state, flows, packet: packet.left > 0 ? undefined : outer, outer: undefined };
}

/** Older versions fill microseconds up to nine digits. */
function timeOf(stamp: string, fraction: string): number | undefined {
  const seconds = Date.parse(`${stamp.slice(0, 19).replaceAll('/', '-').replace(' ', 'T')}Z`);
  return Number.isNaN(seconds) ? undefined : seconds + Math.floor(Number(fraction.slice(-6)) / 1000);
}
