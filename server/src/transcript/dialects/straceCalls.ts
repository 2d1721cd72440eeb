/**
 * strace of a program that speaks SMTP: `write(4, "EHLO a.example\r\n", 16) = 16`, with processes, times and addresses as
 * its options have them. Strings may be cut, calls interrupted by other processes, and what a call moves may begin and end
 * anywhere. A descriptor is a process's own, but threads share theirs.
 */
import { readsAsCommand } from '../command';
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { type Direction, type Flow, type Flows, NO_FLOWS, pairOf } from './packetFlows';
import { type Segment, segmentsOf } from './packetSegments';
import { carried, chunkLeft, ended, finished, missed, modeOf, senderOf, weighCapture } from './packets';
import { quoteText } from './quoted';
import { isRow } from './strace';
import { type Call, callOf, isEndOfFile, isSystemCall, type Moved, movedIn, resumedIn } from './systemCall';
import { encodeUtf8 } from './wireText';

interface State {
  readonly flows: Flows;
  /** By process, the call that another one has interrupted. */
  readonly begun: ReadonlyMap<string, Call>;
  /** By process, the one whose connections it was seen to use. */
  readonly threads: ReadonlyMap<string, string>;
  /** The connection that spoke last. */
  readonly last: string;
}

export const straceCalls: Dialect<State> = {
  id: 'strace-calls',
  name: 'strace',
  counts: true,
  wire: true,
  sparse: true,
  owns: ({ text }) => isSystemCall(text),
  dumps: (text) => isSystemCall(text) || resumedIn(text) !== undefined,
  evidence: (sample) => (sample.some(({ text }) => isRow(text)) ? 0 : weighCapture(sample, weight, 2 * CALL)),
  start: () => ({ flows: NO_FLOWS, begun: new Map(), threads: new Map(), last: '' }),
  read,
  finish: (state, context) => void finished(state.flows, context),
  write(speaker, text) {
    const octets = `${encodeUtf8(text)}\r\n`;
    const shown = quoteText(octets, '"').replace(/[\x80-\xff]/g, (octet) => `\\${octet.charCodeAt(0).toString(8)}`);
    return `${speaker === 'client' ? 'write' : 'read'}(${LAST}, ${shown}, ${octets.length}) = ${octets.length}`;
  },
};

/** The descriptor in a line that was written anew: that of the connection at hand. */
const LAST = '?';
const LOCAL = 'local';
/** What a call weighs that moves what may be SMTP. */
const CALL = 3;

function weight(line: PeeledLine): { readonly format: number; readonly payload: string } {
  const call = callOf(line.text);
  const resumed = call === undefined ? resumedIn(line.text) : undefined;
  const from = call?.from ?? resumed?.from;
  if (from === undefined) return NOTHING;
  const moved = movedIn(line, call?.name ?? resumed?.name ?? '', from);
  const first = moved === undefined ? '' : firstLine(moved);
  if (!looksLikeReply(first) && !readsAsCommand(first)) return NOTHING;
  return { format: CALL + (call?.process === '' ? 0 : 1), payload: first };
}

const NOTHING = { format: 0, payload: '' };

function firstLine({ octets }: Moved): string {
  return /^[^\r\n]{0,1000}/.exec(octets.text)?.[0] ?? '';
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const call = callOf(line.text);
  if (call === undefined) return resume(line, state, context);
  if (call.kind === 'new' || call.kind === 'close') return over(line, call, state, context);
  const now = call.unfinished ? { ...state, begun: new Map(state.begun).set(call.process, call) } : state;
  return move(line, call, call.from, now, context);
}

function resume(line: PeeledLine, state: State, context: ReadContext): State {
  const resumed = resumedIn(line.text);
  const call = resumed === undefined ? undefined : state.begun.get(resumed.process);
  if (resumed === undefined || call?.name !== resumed.name) return state;
  const begun = new Map(state.begun);
  begun.delete(resumed.process);
  // What is written stood where the call began.
  return call.kind === 'in' ? move(line, call, resumed.from, { ...state, begun }, context) : { ...state, begun };
}

function move(line: PeeledLine, call: Call, from: number, state: State, context: ReadContext): State {
  const moved = movedIn(line, call.name, from);
  const key = keyOf(call, moved, state);
  if (key === undefined) return state;
  const direction = directionOf(call, key, line);
  if (moved === undefined) {
    const isOver = call.kind === 'in' && isEndOfFile(line.text);
    return isOver ? { ...state, flows: ended(state.flows, direction, false, placeIn(line), context) } : state;
  }
  const flow = state.flows.open.get(pairOf(LOCAL, key));
  if (flow === undefined && !beginsIn(call, moved)) return state;
  if (flow !== undefined && isOtherUse(flow, moved, context)) return over(line, call, state, context);
  const now =
    flow === undefined || (flow.kind === 'new' && GREETING.test(moved.octets.text))
      ? withoutMates(call, line, state, context)
      : joined(call, key, state);
  return { ...now, flows: told(now.flows, direction, moved, line, context), last: key };
}

function directionOf({ kind, time }: Call, key: string, line: PeeledLine): Direction {
  const timed = line.time ?? time;
  const way = kind === 'in' ? { from: key, to: LOCAL } : { from: LOCAL, to: key };
  return timed === undefined ? way : { time: timed, ...way };
}

function placeIn(line: PeeledLine) {
  return { text: '', ...within(line, line.text.length) };
}

/** The connection of a descriptor, undefined for what cannot be one. */
function keyOf({ process, descriptor, what }: Call, moved: Moved | undefined, state: State): string | undefined {
  if (descriptor === LAST) return state.last;
  if (what !== undefined) return SOCKET.test(what) ? what : undefined;
  const own = ownKey(process, descriptor);
  const greets = moved !== undefined && beginsAsGreeting(firstLine(moved));
  if (process === '' || greets || state.flows.open.has(pairOf(LOCAL, own))) return own;
  return mates(process, descriptor, state, true).at(-1) ?? own;
}

function ownKey(process: string, descriptor: string): string {
  return process === '' ? descriptor : `${process}/${descriptor}`;
}

/** The shown name of a descriptor that speaks with somebody; files and pipes have other ones. */
const SOCKET = /^(?:socket|TCP(?:v6)?|UNIX(?:-STREAM)?):/;

/** Connections of other processes with this descriptor: of its threads, if it has any, of others only with `any`. */
function mates(process: string, descriptor: string, { flows, threads }: State, any: boolean): string[] {
  const group = rootOf(process, threads);
  const same: string[] = [];
  const others: string[] = [];
  for (const pair of flows.open.keys()) {
    const key = pair.replace(`${LOCAL} `, '').replace(` ${LOCAL}`, '');
    const [owner = '', number] = key.split('/');
    if (number !== descriptor) continue;
    if (rootOf(owner, threads) === group) same.push(key);
    else others.push(key);
  }
  return same.length > 0 || !any ? same : others;
}

function rootOf(process: string, threads: State['threads']): string {
  return threads.get(process) ?? process;
}

/** Who uses a connection of another process is a thread of it. */
function joined({ process, descriptor }: Call, key: string, state: State): State {
  const owner = key.split('/')[0] ?? '';
  if (key !== `${owner}/${descriptor}` || owner === process) return state;
  const [root, own] = [rootOf(owner, state.threads), rootOf(process, state.threads)];
  if (root === own) return state;
  const threads = new Map(state.threads);
  for (const [each, its] of threads) if (its === own) threads.set(each, root);
  threads.set(process, root).set(own, root);
  while (threads.size > MOST_THREADS) threads.delete(threads.keys().next().value as string);
  return { ...state, threads };
}

const MOST_THREADS = 500;

/** A connection that begins: what its threads had under the same descriptor is over. */
function withoutMates(call: Call, line: PeeledLine, state: State, context: ReadContext): State {
  return call.what === undefined && call.process !== '' ? over(line, call, state, context) : state;
}

/** The descriptor is closed, or is another connection's from here on. */
function over(line: PeeledLine, { process, descriptor, what }: Call, state: State, context: ReadContext): State {
  const keys = what === undefined ? [ownKey(process, descriptor), ...mates(process, descriptor, state, false)] : [what];
  let { flows } = state;
  for (const key of keys) flows = ended(flows, { from: LOCAL, to: key }, true, placeIn(line), context);
  return flows === state.flows ? state : { ...state, flows };
}

const GREETING = /^220[ -].{0,1000}\r\n/;
/** A greeting of which a call moved no more than its start, or its first digit. */
const HALF_GREETING = /^2(?:20?|20[ -][^\r\n]{0,1000})?$/;

/**
 * What begins a connection: a command or a reply, with the line end of the wire, or half a greeting. On standard input and
 * output programs show what they hear elsewhere.
 */
function beginsIn({ descriptor, what }: Call, moved: Moved): boolean {
  const first = firstLine(moved);
  const half = HALF_GREETING.test(moved.octets.text);
  if (!half && !looksLikeReply(first) && !readsAsCommand(first)) return false;
  if (!half && moved.octets.text.charAt(first.length) !== '\r' && !(moved.cut && beginsAsGreeting(first))) return false;
  return what !== undefined || !/^[012]$/.test(descriptor);
}

/** Behind the end of a dialogue the descriptor may be that of a file, of which the close is not shown. */
function isOtherUse({ kind, session }: Flow, moved: Moved, { modeOf }: ReadContext): boolean {
  if (kind !== 'smtp' || modeOf(session) !== 'closed') return false;
  const first = firstLine(moved);
  return !looksLikeReply(first) && !readsAsCommand(first);
}

function told(flows: Flows, direction: Direction, moved: Moved, line: PeeledLine, context: ReadContext): Flows {
  const segments = segmentsOf(moved.octets);
  if (!moved.cut) return carried(flows, direction, segments, context);
  const server = senderOf(flows, direction) ?? (looksLikeReply(firstLine(moved)) ? 'server' : 'client');
  if (server === 'server') return toldReply(flows, direction, segments, moved, context);
  const whole = segments.filter((segment) => segment.ended);
  const now = whole.length > 0 ? carried(flows, direction, whole, context) : flows;
  if (modeOf(now, direction, context) !== 'data' && chunkLeft(now, direction) === 0) {
    return missed(now, direction, placeIn(line), context);
  }
  const shown = whole.at(-1) === undefined ? 0 : moved.octets.text.lastIndexOf('\n') + 1;
  const octets = Math.max(0, (moved.total ?? moved.octets.text.length) - shown);
  return carried(now, direction, [{ ended: true, octets, ...placeIn(line) }], context);
}

/** Of a reply that is cut its code at least, and its lines that are whole. */
function toldReply(
  flows: Flows,
  direction: Direction,
  segments: readonly Segment[],
  moved: Moved,
  context: ReadContext,
) {
  const whole = segments.filter((segment) => segment.ended);
  const last = whole.at(-1) ?? segments[0];
  if (last === undefined) return flows;
  const octets = moved.total ?? moved.octets.text.length;
  return carried(flows, direction, [...whole.slice(0, -1), { ...last, ended: true, octets }], context);
}
