/**
 * What every packet capture has in common: connections between two endpoints, whose packets carry parts of lines.
 * A dialect of a capturing program says which packet a line of the file belongs to; here lines cut by packets are
 * joined, the two ends become client and server, connections that are no SMTP are left out, and what follows a
 * STARTTLS is not read.
 */
import { isKnownVerb, readsAsCommand } from '../command';
import type { ModeName } from '../conversation';
import { octetsOf } from '../octets';
import { cutPieces } from '../pieces';
import { speaksSmtp } from '../protocols';
import { looksLikeReply } from '../reply';
import type { Located, PeeledLine, Piece, ToolEvent } from '../transcript';
import { type ReadContext, within } from './dialect';
import { cutLines, decodeUtf8, placeOf, type WireText } from './wireText';

/** Which way a packet went, each end as the program writes it (`192.0.2.1.25`), and when. */
export interface Direction {
  readonly from: string;
  readonly to: string;
  readonly time?: number;
  /** The program does not show all that clients send: a reply without its question is no wonder. */
  readonly partial?: boolean;
  /** The program writes a dot for each octet that it cannot print, TAB among them. */
  readonly masks?: boolean;
}

/** Part of a packet's payload that stands in one line of the file. `ended`: a line end follows it on the wire. */
export interface Segment extends Located {
  readonly text: string;
  readonly ended: boolean;
  readonly wireEol?: string;
  /** The packet goes on after it, but the program shows no more of it. `octets`: all of the packet. */
  readonly octets?: number;
  /** Each character of the text is an octet: it is read as UTF-8 once the line is whole. */
  readonly raw?: true;
}

interface Flow {
  readonly session: string;
  readonly client: string | undefined;
  /** `new` until the first payload tells what it is; `tls` is not read any more; `foreign` is another protocol. */
  readonly kind: 'new' | 'smtp' | 'tls' | 'foreign';
  /** The capture has its first packet. */
  readonly whole: boolean;
  readonly startTls: boolean;
  /** Addresses may have letters outside ASCII. */
  readonly utf8: boolean;
  /** Per end, the line that its last packet left unfinished. */
  readonly tails: Readonly<Record<string, Segment>>;
  /** Ends that have closed their side. */
  readonly closed: readonly string[];
  /** Something of the client is missing: its lines are dropped up to one that reads as a command. */
  readonly blind: boolean;
  /** The go-ahead for a message was given, of which the capture does not show the DATA. */
  readonly unseenData: boolean;
  /** Octets of a chunk still to come. */
  readonly chunk: number;
  /** Replies that the server still owes, about: the greeting, then one for each command. */
  readonly owed: number;
  /** The client has sent a message and nothing since. */
  readonly sentData: boolean;
  /** What the server said last: a packet sent again says it again. */
  readonly recent: readonly string[];
  /** Per end, the sequence number that comes next, where the program shows them. */
  readonly next: Readonly<Record<string, number>>;
}

/** Every connection under way. An immutable value. */
export interface Flows {
  readonly count: number;
  readonly open: ReadonlyMap<string, Flow>;
}

export const NO_FLOWS: Flows = { count: 0, open: new Map() };

/** The weights of a capture's lines; nothing as long as no payload is SMTP, or less than `least` of the format. */
export function weighCapture(
  sample: readonly PeeledLine[],
  weigh: (line: PeeledLine) => { readonly format: number; readonly payload: string },
  least = 1,
): number {
  let format = 0;
  let smtp = 0;
  for (const line of sample) {
    const weight = weigh(line);
    format += weight.format;
    if (weight.payload !== '') smtp += speaksSmtp(weight.payload);
  }
  return smtp >= 3 && format >= least ? format + smtp : 0;
}

/** Connections under way at once; the one that came first is forgotten beyond it. */
const MOST_FLOWS = 200;

/** A SYN: the sender opens a connection. Repeated ones change nothing. */
export function opened(flows: Flows, { from, to }: Direction): Flows {
  const known = flows.open.get(pairOf(from, to));
  if (known !== undefined && known.kind === 'new' && known.closed.length === 0) return flows;
  return withNew(flows, from, to, { client: from, whole: true });
}

/** The payload of one packet, or a part of it. Lines are emitted when they are whole. */
export function carried(flows: Flows, direction: Direction, segments: readonly Segment[], context: ReadContext): Flows {
  const { from, to } = direction;
  let now = flows.open.has(pairOf(from, to)) ? flows : withNew(flows, from, to, { client: undefined, whole: false });
  if (isInside(now.open.get(pairOf(from, to)) as Flow, from, segments)) return now;
  for (const [index, shown] of segments.entries()) {
    const segment = direction.masks === true ? unmasked(shown, segments[index + 1]) : shown;
    if (greetsAnew(now.open.get(pairOf(from, to)) as Flow, from, segment, context)) {
      now = withNew(now, from, to, { client: to, whole: false });
    }
    const flow = now.open.get(pairOf(from, to)) as Flow;
    const next = carry(flow, direction, segment, context);
    if (next !== flow) now = withFlow(now, from, to, next);
  }
  return now;
}

/** Where a capture begins in the middle of a message, its packets begin with neither a command nor a reply. */
function isInside({ kind, whole, tails }: Flow, from: string, segments: readonly Segment[]): boolean {
  if (kind !== 'new' || whole || segments.length < 2 || tails[from] !== undefined) return false;
  const { text } = segments[0] as Segment;
  return !looksLikeReply(text) && !readsAsCommand(text) && !isKnownVerb(text.split(' ', 1)[0]?.toUpperCase() ?? '');
}

/** A dot alone that is followed by more of a message is a TAB that could not be printed. */
function unmasked(segment: Segment, next: Segment | undefined): Segment {
  const ends = segment.text !== '.' || next === undefined || readsAsCommand(next.text);
  return ends ? segment : { ...segment, text: '\t' };
}

/** A greeting after the end, or after TLS: the ports are used again, and the capture does not show how it began. */
function greetsAnew(flow: Flow, from: string, { text }: Segment, context: ReadContext): boolean {
  if (from === flow.client || !text.startsWith('220') || (flow.kind !== 'smtp' && flow.kind !== 'tls')) return false;
  return flow.kind === 'tls' ? /^220[ -]\S{1,255} E?SMTP\b/.test(text) : context.modeOf(flow.session) === 'closed';
}

/** The end of one side. The connection is over when both have ended, or at once when it was `reset`. */
export function ended(
  flows: Flows,
  direction: Direction,
  reset: boolean,
  place: Located & { readonly text: string },
  context: ReadContext,
): Flows {
  const { from, to } = direction;
  const flow = flows.open.get(pairOf(from, to));
  if (flow === undefined) return flows;
  const closed = flow.closed.includes(from) ? flow.closed : [...flow.closed, from];
  if (!reset && closed.length < 2) return withFlow(flows, from, to, { ...flow, closed });
  const first = closed[0] ?? from;
  if (flow.kind === 'new' && flow.whole && reset && isMailPort(portOf(from))) {
    const message = `connection refused by ${from}`;
    tell(flow, direction, place, { type: 'connect', whole: true, host: from }, context);
    tell(flow, direction, place, { type: 'error', about: 'connect', message }, context);
  } else if (flow.kind === 'smtp') {
    flushTails(flow, direction, context);
    tell(flow, direction, place, { type: 'close', by: byOf(flow, first) }, context);
  }
  const open = new Map(flows.open);
  open.delete(pairOf(from, to));
  return { ...flows, open };
}

/** The capture misses a part of the connection. */
export function missed(
  flows: Flows,
  direction: Direction,
  place: Located & { readonly text: string },
  context: ReadContext,
): Flows {
  const flow = flows.open.get(pairOf(direction.from, direction.to));
  if (flow?.kind !== 'smtp') return flows;
  tell(flow, direction, place, { type: 'gap' }, context);
  return withFlow(flows, direction.from, direction.to, { ...flow, tails: {}, chunk: 0, blind: true });
}

/** What the client's next line on this connection is. */
export function modeOf(flows: Flows, { from, to }: Direction, context: ReadContext): ModeName {
  const flow = flows.open.get(pairOf(from, to));
  if (flow?.unseenData === true) return 'data';
  return flow === undefined ? 'closed' : context.modeOf(flow.session);
}

/** From here on nothing tells what belongs to the connection: it is not read any more. */
export function abandoned(
  flows: Flows,
  direction: Direction,
  place: Located & { readonly text: string },
  context: ReadContext,
): Flows {
  const flow = flows.open.get(pairOf(direction.from, direction.to));
  if (flow === undefined) return flows;
  if (flow.kind === 'smtp') tell(flow, direction, place, { type: 'gap' }, context);
  return withFlow(flows, direction.from, direction.to, { ...flow, kind: 'foreign', tails: {} });
}

/** Octets of the client's chunk that are still to come on this connection. */
export function chunkLeft(flows: Flows, { from, to }: Direction): number {
  return flows.open.get(pairOf(from, to))?.chunk ?? 0;
}

/** Who sends in this direction, once that is known. */
export function senderOf(flows: Flows, { from, to }: Direction): 'client' | 'server' | undefined {
  const client = flows.open.get(pairOf(from, to))?.client;
  return client === undefined ? undefined : client === from ? 'client' : 'server';
}

/** The ends of a connection, of which one is the client, in the order in which `speaker` sends. */
export function ends(
  speaker: 'client' | 'server',
  [from, to]: readonly [from: string, to: string],
): readonly [from: string, to: string] {
  const fromServer = isMailPort(portOf(from)) && !isMailPort(portOf(to));
  return (speaker === 'server') === fromServer ? [from, to] : [to, from];
}

/** After the last line of the file, or where one connection's part of it ends. */
export function finished(flows: Flows, context: ReadContext): Flows {
  for (const flow of flows.open.values()) {
    if (flow.kind === 'smtp') flushTails(flow, { from: '', to: '' }, context, true);
  }
  return { ...flows, open: new Map() };
}

/**
 * What a packet of `length` octets that starts at sequence number `start` is: new, already seen (sent again), or later
 * than expected because the capture missed some. The second value counts it as seen.
 */
export function sequenced(
  flows: Flows,
  { from, to }: Direction,
  start: number,
  length: number,
): readonly ['new' | 'again' | 'later', Flows] {
  const flow = flows.open.get(pairOf(from, to));
  if (flow === undefined) return ['new', flows];
  const expected = flow.next[from];
  if (expected !== undefined && start + length <= expected) return ['again', flows];
  const next = { ...flow.next, [from]: start + length };
  const seen = withFlow(flows, from, to, { ...flow, next });
  return [expected !== undefined && start > expected ? 'later' : 'new', seen];
}

function carry(flow: Flow, direction: Direction, segment: Segment, context: ReadContext): Flow {
  if (flow.kind === 'tls' || flow.kind === 'foreign') return flow;
  const { from } = direction;
  const tail = flow.tails[from];
  const line = tail === undefined ? segment : joined(tail, segment);
  const { [from]: _, ...others } = flow.tails;
  const rest = tail === undefined ? flow : { ...flow, tails: others };
  if (flow.chunk > 0 && from === flow.client && line.octets === undefined) {
    return carryChunk(rest, direction, line, context);
  }
  if (!line.ended) return { ...flow, tails: { ...others, [from]: line } };
  const whole = line.raw === true ? decoded(line) : line;
  const now = rest.kind === 'new' ? recognised(rest, direction, whole, context) : rest;
  return now.kind === 'smtp' ? say(now, direction, whole, context) : now;
}

/** A line of a chunk: the chunk may end in the middle of it, and what follows is a command. */
function carryChunk(flow: Flow, direction: Direction, line: Segment, context: ReadContext): Flow {
  const { from } = direction;
  const { text } = line;
  const size = line.raw === true ? text.length : octetsOf(text);
  const octets = size + (line.ended ? (line.wireEol ?? '\r\n').length : 0);
  if (!line.ended && octets < flow.chunk) return { ...flow, tails: { ...flow.tails, [from]: line } };
  if (octets > flow.chunk && size === text.length && readsAsCommand(text.slice(flow.chunk))) {
    const [inside, behind] = partedAt(line, flow.chunk);
    return carry(carryChunk(flow, direction, inside, context), direction, behind, context);
  }
  const last: Segment = line.ended ? line : { ...line, ended: true, wireEol: '' };
  const now = { ...flow, chunk: Math.max(0, flow.chunk - octets) };
  const shown = last.raw === true ? decoded(last) : last;
  if (last.raw !== true || octetsOf(shown.text) === size) return say(now, direction, shown, context);
  // In another charset: how many octets it was is all that can be said.
  const { line: at, start, end } = last;
  const elided = { what: 'data', octets } as const;
  const { session } = flow;
  context.emit({ line: at, start, end, session, speaker: 'client', text: '', elided, ...timeOf(direction) });
  return now;
}

function partedAt(line: Segment, at: number): readonly [Segment, Segment] {
  const { text } = line;
  const pieces = piecesOf(line, 0);
  const part = (from: number, to: number) => ({
    ...placeOf(cutPieces(pieces, text.length, from, to)),
    text: text.slice(from, to),
    ...(line.raw === true && { raw: true as const }),
  });
  const { ended: done, wireEol } = line;
  const behind = { ...part(at, text.length), ended: done, ...(wireEol !== undefined && { wireEol }) };
  return [{ ...part(0, at), ended: false }, behind];
}

function decoded(line: Segment): Segment {
  const { raw: _, ...rest } = line;
  if (!/[\u0080-\u00ff]/.test(line.text)) return rest;
  const { text, pieces } = decodeUtf8({ text: line.text, pieces: piecesOf(line, 0) });
  return { ...rest, ...placeOf(pieces), text };
}

function say(flow: Flow, direction: Direction, line: Segment, context: ReadContext): Flow {
  const mode = context.modeOf(flow.session);
  if (direction.from === flow.client) {
    // The other half of a line end whose CR was taken for all of it.
    if (mode === 'command' && line.text === '' && line.wireEol === '\n' && line.raw !== true) return flow;
    // A packet sent again with the end of a message, before the answer to it.
    if (mode === 'command' && (line.text === '' || line.text === '.') && flow.owed > 0 && flow.sentData) return flow;
    // LMTP owes one reply per recipient, all alike: nothing is taken for a repetition there.
    const more = /^LHLO /i.test(line.text) ? Number.POSITIVE_INFINITY : 1;
    const asks = mode === 'command' || mode === 'auth' || line.text === '.';
    const sentData = mode === 'data' && line.text === '.';
    const now = asks || sentData !== flow.sentData ? { ...flow, sentData, owed: flow.owed + (asks ? more : 0) } : flow;
    return saidByClient(now, direction, line, context);
  }
  if (flow.owed <= 0 && flow.recent.includes(line.text)) return flow;
  if (flow.owed <= 0 && direction.partial === true && mode === 'data') {
    const { line: at, start } = line;
    const elided = { what: 'data' } as const;
    context.emit({ line: at, start, end: start, session: flow.session, speaker: 'client', text: '', elided });
    return say({ ...flow, owed: 1 }, direction, line, context);
  }
  if (flow.owed <= 0 && direction.partial === true && !flow.blind && !line.text.startsWith('421')) {
    return say(hidden(flow, direction, line, context), direction, line, context);
  }
  const unseenData = line.text.startsWith('354') && mode === 'command' && direction.partial !== true;
  const last = line.text.charAt(3) !== '-' || line.octets !== undefined;
  const recent = [...flow.recent.slice(-7), line.text];
  return saidByServer({ ...flow, unseenData, recent, owed: flow.owed - (last ? 1 : 0) }, direction, line, context);
}

function saidByClient(flow: Flow, direction: Direction, line: Segment, context: ReadContext): Flow {
  const { session } = flow;
  const { text, ended: _, octets, ...place } = line;
  const time = timeOf(direction);
  const mode = context.modeOf(session);
  if (flow.unseenData && octets === undefined) {
    const kind = text === '.' ? 'end-of-data' : 'data';
    const shown = direction.masks === true && /^\.[^.]/.test(text) ? `\t${text.slice(1)}` : text;
    context.emit({ ...place, text: shown, session, speaker: 'client', kind, ...time });
    return kind === 'data' ? flow : { ...flow, unseenData: false, owed: flow.owed + 1 };
  }
  if (flow.blind && mode === 'command' && !readsAsCommand(text)) return flow;
  // Of a packet shown in part other lines of a chunk have been counted.
  const counted = text === '' && direction.partial !== true && (mode === 'bdat' || mode === 'undecided');
  if (octets !== undefined && (mode === 'data' || flow.unseenData || counted)) {
    const elided = { what: 'data', octets } as const;
    context.emit({ ...place, text: '', session, speaker: 'client', elided, ...time });
    return {
      ...flow,
      chunk: Math.max(0, flow.chunk - octets),
      owed: direction.partial === true ? flow.owed : Math.max(1, flow.owed),
    };
  }
  // It may be the start of a folded header line.
  const tab = mode === 'data' && direction.masks === true && /^\.[^.]/.test(text);
  const utf8 = flow.utf8 || (mode === 'command' && /^MAIL FROM:.* SMTPUTF8(?: |$)/i.test(text));
  const guessed = tab ? `\t${text.slice(1)}` : utf8 && direction.masks === true ? lettered(text) : text;
  context.emit({ ...place, text: guessed, session, speaker: 'client', ...time });
  if (octets !== undefined) return hidden(flow, direction, line, context);
  const chunk = mode === 'command' ? /^BDAT (\d{1,15})(?:\s|$)/i.exec(text)?.[1] : undefined;
  if (chunk !== undefined) return { ...flow, chunk: Number(chunk), blind: false };
  const startTls = flow.startTls || (text.length < 12 && mode === 'command' && /^STARTTLS\s*$/i.test(text));
  if (startTls === flow.startTls && !flow.blind && utf8 === flow.utf8) return flow;
  return { ...flow, startTls, utf8, blind: false };
}

/** Dots for the octets of one letter each: that they stand where no dot may be is no fault. */
function lettered(text: string): string {
  return text.replace(/\.{2,}/g, (dots) => 'x'.repeat(dots.length));
}

function saidByServer(flow: Flow, direction: Direction, line: Segment, context: ReadContext): Flow {
  const { session } = flow;
  const { text, ended: _, octets, ...place } = line;
  const time = timeOf(direction);
  // A reply of which only the first line is shown is a reply none the less.
  const shown = octets !== undefined && text.charAt(3) === '-' ? `${text.slice(0, 3)} ${text.slice(4)}` : text;
  context.emit({ ...place, text: shown, session, speaker: 'server', ...time });
  if (octets !== undefined) return hidden(flow, direction, line, context);
  if (!flow.startTls) return flow;
  if (text.startsWith('220')) {
    tell(flow, direction, line, { type: 'tls' }, context);
    tell(flow, direction, line, { type: 'gap' }, context);
    return { ...flow, kind: 'tls' };
  }
  return /^[45]/.test(text) ? { ...flow, startTls: false } : flow;
}

function timeOf({ time }: Direction): { readonly time?: number } {
  return time === undefined ? {} : { time };
}

function hidden(flow: Flow, direction: Direction, line: Segment, context: ReadContext): Flow {
  tell(flow, direction, line, { type: 'gap' }, context);
  return { ...flow, blind: true };
}

/** The first line of a connection tells whether it is SMTP and who is who. */
function recognised(flow: Flow, direction: Direction, line: Segment, context: ReadContext): Flow {
  const { from, to } = direction;
  const { text } = line;
  const ports = [portOf(from), portOf(to)];
  if (ports.some((port) => FOREIGN_PORTS.has(port))) return { ...flow, kind: 'foreign' };
  const reply = looksLikeReply(text);
  const command = readsAsCommand(text) || isKnownVerb(text.split(' ', 1)[0]?.toUpperCase() ?? '');
  // A capture that begins inside a message or inside TLS shows neither: wait for a line that can be read.
  if (!reply && !command) {
    const mayBe = ports.some(isMailPort) || ports.every((port) => port === 0);
    return mayBe ? flow : { ...flow, kind: 'foreign' };
  }
  const client = flow.client ?? (reply ? to : from);
  const now: Flow = { ...flow, client, kind: 'smtp' };
  const whole = flow.whole || (from !== client && text.startsWith('220'));
  const server = client === from ? to : from;
  const port = portOf(server);
  const host = port > 0 ? server.slice(0, server.length - String(port).length).replace(/[.:]0*$/, '') : server;
  const event: ToolEvent = {
    type: 'connect',
    whole,
    host: host.replace(/^\[(.*)\]$/, '$1'),
    ...(port > 0 && { port }),
  };
  tell(now, direction, { ...line, text: '' }, event, context);
  // A refusal is no greeting when what came before it is not shown.
  if (reply && !whole) tell(now, direction, { ...line, text: '' }, { type: 'gap' }, context);
  return now;
}

function tell(
  { session }: Flow,
  direction: Direction,
  place: Located & { readonly text: string },
  event: ToolEvent,
  { emit }: ReadContext,
): void {
  const { line, start, end, text } = place;
  emit({ line, start, end, session, speaker: 'tool', text, event, ...timeOf(direction) });
}

/** A line that nothing finished was the last one of its side; where the log is `cut`, it may be the start of one. */
function flushTails(flow: Flow, direction: Direction, { emit, modeOf }: ReadContext, cut = false): void {
  for (const [from, tail] of Object.entries(flow.tails)) {
    const { ended: _, ...line } = tail.raw === true ? decoded(tail) : tail;
    const speaker = from === flow.client ? 'client' : 'server';
    const half = cut && line.text.endsWith('\r');
    if (cut && !half && !isWhole(line.text, speaker, modeOf(flow.session))) continue;
    const text = half ? line.text.slice(0, -1) : line.text;
    emit({ ...line, text, session: flow.session, speaker, ...timeOf(direction) });
  }
}

/** Nothing is missing but the line end, as far as can be told. */
function isWhole(text: string, speaker: 'client' | 'server', mode: ModeName): boolean {
  // Half a keyword or challenge is a wrong one.
  if (speaker === 'server') return looksLikeReply(text) && text.charAt(3) !== '-' && !text.startsWith('334');
  return mode === 'data' || mode === 'bdat' || isKnownVerb(text.toUpperCase());
}

function joined(tail: Segment, segment: Segment): Segment {
  if (tail.text === '') return segment;
  const { line, start, end } = tail;
  const { ended: done, wireEol, raw } = segment;
  const marked = { ended: done, ...(raw !== undefined && { raw }) };
  // The packet ended between CR and LF. Characters do not always tell LF from CRLF.
  if (segment.text === '' && (wireEol === '\n' || raw !== true) && tail.text.endsWith('\r')) {
    const text = tail.text.slice(0, -1);
    const pieces = cutPieces(piecesOf(tail, 0), tail.text.length, 0, text.length);
    return { line, start, end, text, pieces, ...marked };
  }
  const pieces = [...piecesOf(tail, 0), ...piecesOf(segment, tail.text.length)];
  const text = tail.text + segment.text;
  return { line, start, end, text, pieces, ...marked, ...(wireEol !== undefined && { wireEol }) };
}

function piecesOf({ pieces, line, start, end }: Segment, at: number): Piece[] {
  if (pieces === undefined) return [{ at, line, column: start, width: end - start }];
  return pieces.map((piece) => ({ ...piece, at: piece.at + at }));
}

function byOf(flow: Flow, end: string): 'client' | 'server' | 'unknown' {
  return flow.client === undefined ? 'unknown' : end === flow.client ? 'client' : 'server';
}

function withNew(flows: Flows, from: string, to: string, about: Pick<Flow, 'client' | 'whole'>): Flows {
  const count = flows.count + 1;
  const flow: Flow = {
    ...about,
    session: `${from}-${to}#${count}`,
    kind: 'new',
    startTls: false,
    utf8: false,
    blind: false,
    unseenData: false,
    chunk: 0,
    owed: 1,
    sentData: false,
    recent: [],
    tails: {},
    closed: [],
    next: {},
  };
  const now = withFlow({ ...flows, count }, from, to, flow);
  if (now.open.size <= MOST_FLOWS) return now;
  const open = new Map(now.open);
  open.delete(open.keys().next().value as string);
  return { ...now, open };
}

function withFlow(flows: Flows, from: string, to: string, flow: Flow): Flows {
  return { ...flows, open: new Map(flows.open).set(pairOf(from, to), flow) };
}

function pairOf(from: string, to: string): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`;
}

/** A line whose packet ends between CR and LF: the CR belongs to the text until the LF comes, and takes no room. */
export function cutAtCr(place: Located, text: string): Segment {
  const { line, start, end } = place;
  const shown = piecesOf({ ...place, text, ended: false }, 0);
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
  return { ...within(line, from, Math.max(from, to)), text, ended: whole || to < line.text.length };
}

/** What a packet of octets, each a character, has in lines. */
export function segmentsOf(octets: WireText): Segment[] {
  return [...cutLines(octets)].map(({ text, place, wireEol }): Segment => {
    const ended = wireEol !== '';
    return { ...place, text, raw: true, ended, ...(ended && wireEol !== undefined && { wireEol }) };
  });
}

/** The number after the last `.` or `:`; tcpdump may write a service's name in its place. */
function portOf(end: string): number {
  const port = /[.:]([\w-]{1,20})$/.exec(end)?.[1] ?? '';
  return /^\d+$/.test(port) ? Number(port) : (SERVICES.get(port) ?? 0);
}

function isMailPort(port: number): boolean {
  return MAIL_PORTS.has(port);
}

const MAIL_PORTS: ReadonlySet<number> = new Set([24, 25, 465, 587, 1025, 2525, 2587, 10024, 10025]);
/** FTP, POP3, NNTP, IMAP, HTTP: some of them greet with three digits, too. */
const FOREIGN_PORTS: ReadonlySet<number> = new Set([21, 80, 110, 119, 143, 443, 8080]);
const SERVICES: ReadonlyMap<string, number> = new Map([
  ['smtp', 25],
  ['submission', 587],
  ['submissions', 465],
  ['smtps', 465],
  ['ftp', 21],
  ['http', 80],
  ['pop3', 110],
  ['nntp', 119],
  ['imap', 143],
  ['imap2', 143],
  ['https', 443],
]);
