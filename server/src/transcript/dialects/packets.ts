/**
 * What every packet capture has in common: connections between two endpoints, whose packets carry parts of lines.
 * A dialect of a capturing program says which packet a line of the file belongs to; here lines cut by packets are
 * joined, the two ends become client and server, connections that are no SMTP are left out, and what follows a
 * STARTTLS is not read.
 */
import { isKnownVerb, readsAsCommand } from '../command';
import type { ModeName } from '../conversation';
import { speaksSmtp } from '../protocols';
import { looksLikeReply } from '../reply';
import type { Located, PeeledLine } from '../transcript';
import type { ReadContext } from './dialect';
import { type Direction, type Flow, type Flows, pairOf, withFlow, withNew } from './packetFlows';
import { byOf, carry, flushTails, isClientHello, tell } from './packetLines';
import { isMailPort, portOf } from './packetPorts';
import { type Segment, unmasked } from './packetSegments';

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
  const [first] = segments as [Segment];
  const { text } = first;
  return (
    !isClientHello(first) &&
    !looksLikeReply(text) &&
    !readsAsCommand(text) &&
    !isKnownVerb(text.split(' ', 1)[0]?.toUpperCase() ?? '')
  );
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
