/** Lines that packets have completed: who says them, and what they change in the connection. */
import { isKnownVerb, readsAsCommand } from '../command';
import type { ModeName } from '../conversation';
import { octetsOf } from '../octets';
import { looksLikeReply } from '../reply';
import type { Located, ToolEvent } from '../transcript';
import type { ReadContext } from './dialect';
import type { Direction, Flow } from './packetFlows';
import { FOREIGN_PORTS, isMailPort, portOf } from './packetPorts';
import { decoded, joined, partedAt, type Segment } from './packetSegments';

/** Takes the next part of a packet; a line is told when it is whole. */
export function carry(flow: Flow, direction: Direction, segment: Segment, context: ReadContext): Flow {
  if (flow.kind === 'tls' || flow.kind === 'foreign') return flow;
  const { from } = direction;
  const tail = flow.tails[from];
  const line = tail === undefined ? segment : joined(tail, segment);
  const { [from]: _, ...others } = flow.tails;
  const rest = tail === undefined ? flow : { ...flow, tails: others };
  if (flow.chunk > 0 && from === flow.client && line.octets === undefined) {
    return carryChunk(rest, direction, line, context);
  }
  const opens = rest.kind === 'new' || (from === rest.client && context.modeOf(rest.session) === 'command');
  const hello = opens && isClientHello(line);
  if (!line.ended && !hello) return { ...flow, tails: { ...others, [from]: line } };
  const whole = hello ? unmaskedHello(line) : line.raw === true ? decoded(line) : line;
  const now = rest.kind === 'new' ? recognised(rest, direction, whole, hello, context) : rest;
  return now.kind === 'smtp' ? say(now, direction, whole, context) : now;
}

/**
 * The handshake that a client sends which expects TLS from the first octet (RFC 8446 §4.1.2, §5.1), as octets or with a dot
 * for each that cannot be printed: of the record its type, version and length, of the message type, length and version.
 */
export function isClientHello({ text, raw }: Pick<Segment, 'text' | 'raw'>): boolean {
  return raw === true ? /^\u0016\u0003[\u0000-\u0004]/.test(text) : /^\.{4}.\.{3}.\.\./.test(text);
}

function unmaskedHello({ raw: _, ...line }: Segment): Segment {
  return { ...line, text: `\u0016\u0003\u0001${line.text.slice(3)}`, ended: true };
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
  // The second half of a reply line that its packet cut is no reply.
  const last = (looksLikeReply(line.text) && line.text.charAt(3) !== '-') || line.octets !== undefined;
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
    context.emit({ text: shown, session, speaker: 'client', kind, ...place, ...time });
    return kind === 'data' ? flow : { ...flow, unseenData: false, owed: flow.owed + 1 };
  }
  if (flow.blind && mode === 'command' && !readsAsCommand(text)) return flow;
  // Of a packet shown in part other lines of a chunk have been counted.
  const counted = text === '' && direction.partial !== true && (mode === 'bdat' || mode === 'undecided');
  if (octets !== undefined && (mode === 'data' || flow.unseenData || counted)) {
    const elided = { what: 'data', octets } as const;
    context.emit({ text: '', session, speaker: 'client', elided, ...place, ...time });
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
  context.emit({ text: guessed, session, speaker: 'client', ...place, ...time });
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
  context.emit({ text: shown, session, speaker: 'server', ...place, ...time });
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

/** The first line of a connection tells whether it is SMTP and who is who. `hello`: it begins TLS. */
function recognised(flow: Flow, direction: Direction, line: Segment, hello: boolean, context: ReadContext): Flow {
  const { from, to } = direction;
  const { text } = line;
  const ports = [portOf(from), portOf(to)] as const;
  if (ports.some((port) => FOREIGN_PORTS.has(port))) return { ...flow, kind: 'foreign' };
  const [byServer, byClient] = [isMailPort(ports[0]), isMailPort(ports[1])];
  const reply = looksLikeReply(text) && (byServer || !byClient);
  const said = readsAsCommand(text) || isKnownVerb(text.split(' ', 1)[0]?.toUpperCase() ?? '');
  // Behind the rest of a line, or as the last word of a message's, a command tells nothing: the answer will.
  const command =
    (hello && byClient) ||
    (said && (byClient || !byServer) && (flow.whole || !(flow.blind || /^QUIT\s*$/i.test(text))));
  // A capture that begins inside a message or inside TLS shows neither: wait for a line that can be read.
  if (!reply && !command) {
    const mayBe = ports.some(isMailPort) || ports.every((port) => port === 0);
    return mayBe ? { ...flow, blind: !flow.whole } : { ...flow, kind: 'foreign' };
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

/** Tells what the program shows of the connection itself. */
export function tell(
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
export function flushTails(flow: Flow, direction: Direction, { emit, modeOf }: ReadContext, cut = false): void {
  for (const [from, tail] of Object.entries(flow.tails)) {
    const { ended: _, ...line } = tail.raw === true ? decoded(tail) : tail;
    const speaker = from === flow.client ? 'client' : 'server';
    const half = cut && line.text.endsWith('\r');
    if (cut && !half && !isWhole(line.text, speaker, modeOf(flow.session))) continue;
    const text = half ? line.text.slice(0, -1) : line.text;
    emit({ session: flow.session, speaker, ...line, text, ...timeOf(direction) });
  }
}

/** Nothing is missing but the line end, as far as can be told. */
function isWhole(text: string, speaker: 'client' | 'server', mode: ModeName): boolean {
  // Half a keyword or challenge is a wrong one.
  if (speaker === 'server') return looksLikeReply(text) && text.charAt(3) !== '-' && !text.startsWith('334');
  return mode === 'data' || mode === 'bdat' || isKnownVerb(text.toUpperCase());
}

/** Which side an end is. */
export function byOf(flow: Flow, end: string): 'client' | 'server' | 'unknown' {
  return flow.client === undefined ? 'unknown' : end === flow.client ? 'client' : 'server';
}
