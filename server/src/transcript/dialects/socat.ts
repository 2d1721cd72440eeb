/**
 * `socat -v`, `-x` and `-x -v`: before each packet `> 2026/11/29 12:00:00.123456  length=28 from=0 to=27`, with `<` from the
 * second address to the first. `-v` prints its octets as text, CR as `\r`, so that a packet that does not end in LF runs
 * into the next head; `-x` prints them in hexadecimal, `-x -v` both. A process for each connection writes to the same log:
 * they are told apart by where in the stream a packet begins.
 */
import type { Located, PeeledLine, Utterance } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { appendRow, hexRows, octetsOfRow } from './hexRows';
import { type Direction, type Flows, NO_FLOWS } from './packetFlows';
import { segmentsOf } from './packetSegments';
import { abandoned, carried, finished, missed, weighCapture } from './packets';
import { tellsSocatTls } from './socatLog';
import { appendSource, appendWire, NO_TEXT, type WireText } from './wireText';

type Arrow = '<' | '>';

/** A connection, by the octet that comes next each way. */
interface Stream {
  readonly name: number;
  readonly next: Readonly<Partial<Record<Arrow, number>>>;
  /** Where its last packet each way began. */
  readonly start: Readonly<Partial<Record<Arrow, number>>>;
  /** Which way its last packet went. */
  readonly last: Arrow;
  /** The log does not show how it began. */
  readonly cut: boolean;
  /** Its last packet ended inside a line. */
  readonly open?: true;
  /** It shows the first octets of one side. */
  readonly first: boolean;
}

interface Packet {
  /** That of its connection. */
  readonly name: number;
  readonly direction: Direction;
  readonly place: Located & { readonly text: string };
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
  /** The log begins inside a packet. */
  readonly headless: boolean;
  /** It begins inside several connections: whose their packets are cannot be told. */
  readonly several: boolean;
  /** Where the log begins inside a connection: what waits until it is known whether it does so inside several. */
  readonly held: readonly Deed[] | undefined;
  readonly flows: Flows;
  /** The first line of the server ends in LF alone: socat was told to make that of its CRLF (`crnl`). */
  readonly converts: boolean | undefined;
  /** socat has said, with `-d -d`, that a side of it is TLS. */
  readonly secure: boolean;
}

/** What happens to a connection: a packet of it, or octets that are missing, or others that it cannot be told from. */
interface Deed {
  readonly name: number;
  readonly direction: Direction;
  readonly what: WireText | 'missed' | 'mixed';
  readonly place: Located & { readonly text: string };
}

export const socat: Dialect<State> = {
  id: 'socat',
  name: 'socat -v or -x',
  counts: true,
  wire: true,
  owns: ({ text }) => HEAD.test(text),
  dumps: (text) => ROW.test(text),
  evidence: (sample) => weighCapture(sample, weight),
  start: () => ({
    count: 0,
    streams: [],
    hex: undefined,
    packet: undefined,
    outer: undefined,
    headless: false,
    several: false,
    held: undefined,
    flows: NO_FLOWS,
    converts: undefined,
    secure: false,
  }),
  read,
  finish(state, context) {
    const telling = asOnWire(state, context);
    finished(released(endPacket(state, telling), telling).flows, telling);
  },
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
  const telling = asOnWire(state, context);
  const now = readLine(line, state, telling);
  const secure = state.secure || tellsSocatTls(line.text);
  const { converts } = telling;
  return now.converts === converts && now.secure === secure ? now : { ...now, converts, secure };
}

/** Notes whether socat has changed the server's line ends, and tells none where it has. */
function asOnWire({ converts, secure }: State, { emit, modeOf }: ReadContext) {
  const telling = {
    converts,
    modeOf,
    emit(utterance: Utterance) {
      if (utterance.speaker === 'tool') return emit(utterance);
      const said = secure ? { ...utterance, secure } : utterance;
      if (said.speaker === 'client') return emit(said);
      telling.converts ??= said.wireEol === '\n';
      if (!telling.converts || said.wireEol !== '\n') return emit(said);
      const { wireEol: _, ...converted } = said;
      emit(converted);
    },
  };
  return telling;
}

function readLine(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const head = HEAD.exec(text);
  const { packet } = state;
  if (head !== null && head.index === 0) return begin(line, head, state, context);
  if (packet === undefined) return state.count > 0 || text === '' ? state : { ...state, headless: true };
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
  const text = appendWire(packet.text, shown);
  const now = { ...state, packet: { ...packet, left, text } };
  return left > 0 ? now : endPacket(now, context);
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
  const { stream, skipped = false, mixed = [], several = false } = streamOf(rest, arrow, from);
  const name = stream?.name ?? rest.count + 1;
  const time = timeOf(stamp as string, fraction as string);
  const direction: Direction = { ...endsOf(name, arrow), ...(time !== undefined && { time }) };
  const place = { text: head[0], ...within(line, head.index) };
  const next: Stream = {
    name,
    next: { ...stream?.next, [arrow]: from + length },
    start: { ...stream?.start, [arrow]: from },
    last: arrow,
    // Servers speak first: what came before it is not shown.
    cut: stream?.cut ?? (from > 0 || (rest.headless && arrow === '>')),
    first: stream?.first ?? from === 0,
  };
  let now: State = {
    ...rest,
    count: Math.max(rest.count, name),
    streams: [...rest.streams.filter((each) => each.name !== name).slice(-MOST_STREAMS), next],
    packet: { name, direction, left: length, text: NO_TEXT, place },
    outer: packet === undefined ? undefined : { ...packet, text: NO_TEXT },
  };
  if (next.cut && rest.count === 0) now = { ...now, held: [] };
  if (several) now = apart(now, context);
  if (skipped) now = done(now, { name, direction, what: 'missed', place }, context);
  for (const each of mixed) {
    now = done(now, { name: each.name, direction: endsOf(each.name, arrow), what: 'mixed', place }, context);
  }
  return now;
}

/** What is cut is not read any more. */
function apart(state: State, context: ReadContext): State {
  const { held } = state;
  let now = released({ ...state, held: held?.filter(({ name }) => !isCut(state, name)) }, context);
  const place = state.packet?.place;
  if (held !== undefined || place === undefined) return { ...now, several: true };
  for (const { name, cut } of state.streams) {
    if (cut) now = done(now, { name, direction: endsOf(name, '>'), what: 'mixed', place }, context);
  }
  return { ...now, several: true };
}

function isCut({ streams }: State, name: number): boolean {
  return streams.some((each) => each.name === name && each.cut);
}

/** Does it, or lets it wait. */
function done(state: State, deed: Deed, context: ReadContext): State {
  const { held } = state;
  if (state.several && isCut(state, deed.name)) return state;
  if (held === undefined) return { ...state, flows: doneTo(state.flows, deed, context) };
  const now = { ...state, held: [...held, deed] };
  return held.length < MOST_HELD ? now : released(now, context);
}

function doneTo(flows: Flows, { direction, what, place }: Deed, context: ReadContext): Flows {
  if (what === 'missed') return missed(flows, direction, place, context);
  if (what === 'mixed') return abandoned(flows, direction, place, context);
  return carried(flows, direction, segmentsOf(what), context);
}

/** Does what waited. */
function released(state: State, context: ReadContext): State {
  const { held = [], flows } = state;
  return { ...state, held: undefined, flows: held.reduce((now, deed) => doneTo(now, deed, context), flows) };
}

/** More packets than this of two connections do not fit together by chance. */
const MOST_HELD = 100;
const MOST_STREAMS = 100;

function endsOf(name: number, arrow: Arrow): Direction {
  const [first, second] = [`first address ${name}`, `second address ${name}`] as const;
  return arrow === '>' ? { from: first, to: second } : { from: second, to: first };
}

interface Owner {
  /** Undefined: one that the log has not shown yet. */
  readonly stream?: Stream | undefined;
  /** Some octets before the packet are missing. */
  readonly skipped?: boolean;
  /** It may be any of these, which are not told apart from here on. */
  readonly mixed?: readonly Stream[];
  readonly several?: boolean;
}

/** Whose packet begins at this octet. */
function streamOf({ streams, headless, several }: State, arrow: Arrow, from: number): Owner {
  const exact = streams.filter(({ next, cut }) => (next[arrow] ?? (cut ? -1 : 0)) === from);
  const waiting = exact.filter(({ last, open }) => last !== arrow || open === true);
  const likely = waiting.length > 0 ? waiting : exact;
  const unseen = from === 0 ? [] : streams.filter(({ cut, next, first }) => cut && first && next[arrow] === undefined);
  if (likely.length > 0)
    return { stream: likely[0], mixed: likely.length + unseen.length > 1 ? [...likely, ...unseen] : [] };
  const last = streams.at(-1);
  if (from === 0 || last === undefined) return {};
  // An edit writes a line as if it stood where the one beside it does.
  const beside = streams.filter(({ start }) => start[arrow] === from);
  if (beside.length === 1) return { stream: beside[0] };
  const begun = several ? [] : streams.filter(({ cut, next }) => cut && next[arrow] === undefined);
  if (begun.length === 1) return { stream: begun[0] };
  if (streams.length > 1 || headless || several || last.cut) return { several: true };
  return { stream: last, skipped: from > (last.next[arrow] ?? 1) };
}

function endPacket(state: State, context: ReadContext): State {
  const { packet, outer } = state;
  if (packet === undefined) return state;
  const { name, direction, text, place, left } = packet;
  const now = done(state, { name, direction, what: text, place }, context);
  const isOpen = text.text !== '' && !text.text.endsWith('\n');
  const streams = isOpen
    ? now.streams.map((each) => (each.name === name ? { ...each, open: true as const } : each))
    : now.streams;
  return { ...now, streams, packet: left > 0 ? undefined : outer, outer: undefined };
}

/** Older versions fill microseconds up to nine digits. */
function timeOf(stamp: string, fraction: string): number | undefined {
  const seconds = Date.parse(`${stamp.slice(0, 19).replaceAll('/', '-').replace(' ', 'T')}Z`);
  return Number.isNaN(seconds) ? undefined : seconds + Math.floor(Number(fraction.slice(-6)) / 1000);
}
