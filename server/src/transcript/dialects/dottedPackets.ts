/**
 * Packets whose line ends are dots (ngrep without `-W byline`). Where a packet ends inside a line, or inside a line end, what
 * it holds waits for the next one of its side: only the whole text tells where its lines are.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { ReadContext } from './dialect';
import { clientLines, commandsBehind, replyLines } from './dottedText';
import { type Direction, type Flows, NO_FLOWS } from './packetFlows';
import { isClientHello } from './packetLines';
import type { Segment } from './packetSegments';
import { carried, chunkLeft, missed, modeOf, senderOf } from './packets';
import { append, NO_TEXT, verbatimPart, type WireText } from './wireText';

/** The connections of a capture, with what waits in them. */
export interface DottedFlows {
  readonly flows: Flows;
  /** Per direction, what its last packets left unfinished. */
  readonly held: readonly Held[];
  /** Commands that may stand behind a message, until its answers tell. */
  readonly doubtful: Doubtful | undefined;
  /** How the last packet of a message ended: its end may be cut. */
  readonly ending: Ending | undefined;
}

interface Ending {
  readonly direction: Direction;
  readonly packet: WireText;
}

interface Held {
  readonly direction: Direction;
  /** What it may be: blanks at the end of a packet cannot be told from those that fill the line. */
  readonly packets: readonly WireText[];
  readonly blank: boolean;
}

interface Doubtful {
  readonly direction: Direction;
  readonly segments: readonly Segment[];
}

export const NO_DOTTED_FLOWS: DottedFlows = { flows: NO_FLOWS, held: [], doubtful: undefined, ending: undefined };

/** Takes a packet. `blank`: blanks at its end cannot be told from those that fill the line. */
export function dotted<S extends DottedFlows>(
  before: S,
  direction: Direction,
  packet: WireText,
  blank: boolean,
  context: ReadContext,
): S {
  const state = settled(before, direction, context);
  const own = state.held.find((each) => isSame(each.direction, direction));
  if (own === undefined) return taken(state, direction, [packet], blank, context);
  const rest = { ...state, held: state.held.filter((each) => each !== own) };
  const server = isServer(state.flows, direction, own.packets[0] as WireText);
  const packets = own.packets.flatMap((begun) => {
    if (!own.blank) return [joined(begun, packet)];
    if (server) return [goesOnWithBlank(begun.text, packet.text) ? spaced(begun, packet) : joined(begun, packet)];
    return [joined(begun, packet), spaced(begun, packet)];
  });
  return taken(rest, direction, packets.slice(0, MOST_READINGS), blank, context);
}

/** So many readings of a line that was cut again and again. */
const MOST_READINGS = 16;

/** What still waits, at the end of the capture. */
export function flushed<S extends DottedFlows>(state: S, context: ReadContext): S {
  return state.held.reduce<S>((now, { direction, packets }) => spoken(now, direction, packets, false, context), {
    ...state,
    held: [],
  });
}

function isSame(a: Direction, b: Direction): boolean {
  return a.from === b.from && a.to === b.to;
}

/** A side speaks when it has got a whole line: what the other one left unfinished was whole. */
function settled<S extends DottedFlows>(state: S, { from, to }: Direction, context: ReadContext): S {
  const other = state.held.find(({ direction }) => direction.from === to && direction.to === from);
  if (other === undefined) return state;
  const rest = { ...state, held: state.held.filter((each) => each !== other) };
  return spoken(rest, other.direction, other.packets, true, context);
}

/** Says what the packet holds, or lets it wait for the rest of its last line. */
function taken<S extends DottedFlows>(
  state: S,
  direction: Direction,
  packets: readonly WireText[],
  blank: boolean,
  context: ReadContext,
): S {
  const packet = packets[0] as WireText;
  const { text } = packet;
  const waits = !text.endsWith('..') && text.length < LONGEST && !isMessage(state, direction, packet, context);
  if (!waits) return spoken(state, direction, packets, false, context);
  return { ...state, held: [...state.held.slice(-MOST_HELD), { direction, packets, blank }] };
}

/** Of a message only the octets are told, so that nothing in it has to be whole. */
function isMessage({ flows }: DottedFlows, direction: Direction, packet: WireText, context: ReadContext): boolean {
  if (isServer(flows, direction, packet)) return false;
  const mode = modeOf(flows, direction, context);
  return clientLines(packet, mode, chunkLeft(flows, direction)).some(({ octets }) => octets !== undefined);
}

function isServer(flows: Flows, direction: Direction, packet: WireText): boolean {
  const known = senderOf(flows, direction);
  return known === undefined ? looksLikeReply(packet.text) : known === 'server';
}

/** A reply is longer than this once in a blue moon. */
const LONGEST = 8192;
const MOST_HELD = 100;

function joined(before: WireText, packet: WireText): WireText {
  return packet.pieces.reduce((whole, { at, line, column, width }, index) => {
    const to = packet.pieces[index + 1]?.at ?? packet.text.length;
    return append(whole, packet.text.slice(at, to), line, column, width);
  }, before);
}

/** Whether a reply that ends so and goes on so has a blank there: in a keyword or a mechanism none can be. */
function goesOnWithBlank(begun: string, rest: string): boolean {
  const line = begun.slice(begun.lastIndexOf('..') + 1).replace(/^\./, '');
  if (/^\d{3}$/.test(line)) return !rest.startsWith('-');
  return /^\w/.test(rest) && COMPLETE.test(line);
}

/** Keywords that go on with something, and the mechanisms of AUTH. */
const COMPLETE =
  /^\d{3}[ -](?:(?:SIZE|LIMITS|DELIVERBY|MT-PRIORITY|FUTURERELEASE)|AUTH(?:[ =].{0,200} (?:[\w-]*PLAIN|[\w-]*LOGIN|[A-Z]+-MD5|XOAUTH2|NTLM|GSSAPI|OAUTHBEARER|EXTERNAL|SCRAM-SHA-\d{1,3}(?:-PLUS)?)|[ =](?:PLAIN|LOGIN))?)$/i;

function spaced(before: WireText, packet: WireText): WireText {
  const last = before.pieces.at(-1);
  const column = (last?.column ?? 0) + (last?.width ?? 0);
  return joined(append(before, ' ', last?.line ?? 0, column, 1), packet);
}

/** Says what the packets hold. `whole`: they end where the last line does. */
function spoken<S extends DottedFlows>(
  state: S,
  direction: Direction,
  packets: readonly WireText[],
  whole: boolean,
  context: ReadContext,
): S {
  const { flows } = state;
  const [first = NO_TEXT] = packets;
  if (isServer(flows, direction, first)) {
    return answered(state, direction, ended(replyLines(first), whole), context);
  }
  if (senderOf(flows, direction) === undefined && isClientHello(first)) {
    const { text, pieces } = first;
    const hello = { text, pieces, ended: true, ...pointOf(first) };
    return { ...state, flows: carried(flows, direction, [hello], context) };
  }
  const mode = modeOf(flows, direction, context);
  const readings = packets.map((packet) => ({
    packet,
    segments: clientLines(packet, mode, chunkLeft(flows, direction)),
  }));
  const read = readings.length === 1 ? readings[0] : chosen(readings);
  if (read === undefined)
    return { ...state, flows: missed(flows, direction, { text: '', ...pointOf(first) }, context) };
  const last = mode === 'data' ? withEnding(state.ending, direction, read.packet) : undefined;
  const behind = last === undefined ? [] : commandsBehind(last);
  const ending = last && { direction, packet: verbatimPart(last, Math.max(0, last.text.length - 5), last.text.length) };
  const doubtful = behind.length > 0 ? { direction, segments: behind } : undefined;
  return { ...state, flows: carried(flows, direction, ended(read.segments, whole), context), doubtful, ending };
}

/** A packet of a message with what came right before it. */
function withEnding(ending: Ending | undefined, direction: Direction, packet: WireText): WireText {
  return ending !== undefined && isSame(ending.direction, direction) ? joined(ending.packet, packet) : packet;
}

interface Reading {
  readonly packet: WireText;
  readonly segments: readonly Segment[];
}

/** The one in which all lines are commands; of two, the one in which a parameter stands by itself. */
function chosen(readings: readonly Reading[]): Reading | undefined {
  const sayable = readings.filter(({ segments }) =>
    segments.every(({ text, octets }) => octets !== undefined || readsAsCommand(text)),
  );
  const glued = ({ segments }: Reading) => segments.some(({ text }) => /=\S*=/.test(text));
  return sayable.find((each) => !glued(each)) ?? sayable[0];
}

function pointOf({ pieces: [first] }: WireText) {
  const column = first?.column ?? 0;
  return { line: first?.line ?? 0, start: column, end: column };
}

function ended(segments: readonly Segment[], whole: boolean): readonly Segment[] {
  const last = segments.at(-1);
  return whole && last !== undefined && !last.ended ? [...segments.slice(0, -1), { ...last, ended: true }] : segments;
}

function answered<S extends DottedFlows>(
  state: S,
  direction: Direction,
  segments: readonly Segment[],
  context: ReadContext,
): S {
  const { doubtful } = state;
  if (doubtful === undefined) return { ...state, flows: carried(state.flows, direction, segments, context) };
  const waits = modeOf(state.flows, direction, context) === 'data';
  const first = waits ? segments.findIndex(({ text }) => text.charAt(3) !== '-') + 1 : 0;
  const now = carried(state.flows, direction, segments.slice(0, first), context);
  const rest = segments.slice(first);
  if (rest.length === 0) return { ...state, flows: now };
  const asked = carried(now, doubtful.direction, doubtful.segments, context);
  return { ...state, flows: carried(asked, direction, rest, context), doubtful: undefined };
}
