/**
 * recordio (ucspi-tcp), as qmail-smtpd runs under it: process, `<` from the client or `>` from the server, the line. It
 * shows octets as they pass: a blank at the end stands for the LF, a `+` says that the line goes on in the next record.
 */
import { readsAsCommand } from '../command';
import { cutPieces } from '../pieces';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened } from './connections';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { tell } from './utter';
import { append, NO_TEXT, placeOf, type WireText } from './wireText';

interface State {
  readonly connections: Connections;
  /** By process: where tcpserver told of a connection that has said nothing yet. */
  readonly announced: ReadonlyMap<string, PeeledLine>;
  /** By process and direction: a line that goes on. */
  readonly unfinished: ReadonlyMap<string, WireText>;
  /** Processes and directions that have ended a line in CR LF: only there an LF alone means something. */
  readonly withCr: ReadonlySet<string>;
  /** Processes that run a client: the greeting came from their `<`. */
  readonly reversed: ReadonlySet<string>;
  /** Processes whose client went away inside a message: nobody hears what they still say. */
  readonly alone: ReadonlySet<string>;
}

export const recordio: Dialect<State> = {
  id: 'recordio',
  name: 'recordio (qmail)',
  wire: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({
    connections: NO_CONNECTIONS,
    announced: new Map(),
    unfinished: new Map(),
    withCr: new Set(),
    reversed: new Set(),
    alone: new Set(),
  }),
  read,
  write(speaker, text, like) {
    const [, stamp = '', pid = '1'] = (like === undefined ? null : RECORD.exec(like.text)) ?? [];
    return `${stamp}${pid} ${speaker === 'client' ? '<' : '>'} ${text}\r `;
  },
};

/** multilog's or tai64nlocal's stamp may stand in front. */
const RECORD = /^(@[0-9a-f]{24} |\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{1,9} )?(\d{1,10}) ([<>]) (.*)$/s;
const TCPSERVER =
  /^(?:@[0-9a-f]{24} |\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{1,9} )?tcpserver: (pid|end) (\d{1,10}) (?:from (\S{1,64}))?/;

function weight({ text }: PeeledLine): number {
  const record = RECORD.exec(text);
  if (record !== null) {
    const said = record[4] ?? '';
    const whole = said.endsWith('\r ') || said.endsWith('+') || said === END;
    if (looksLikeReply(said) || readsAsCommand(said.trimEnd())) return whole ? 10 : 6;
    return said.endsWith('\r ') || said === END ? 8 : 0.5;
  }
  return /^(?:\S+ )?tcpserver: (?:status: \d|pid \d|ok \d|end \d)/.test(text) ? 2 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const server = TCPSERVER.exec(line.text);
  if (server !== null) {
    const [, what, pid = ''] = server;
    if (what === 'pid') return { ...forget(pid, state), announced: new Map(state.announced).set(pid, line) };
    // What recordio, a process of its own, still has to write comes after it.
    const session = state.connections.names.get(pid);
    return session === undefined || context.modeOf(session) === 'closed' ? end(line, 0, pid, state, context) : state;
  }
  const record = RECORD.exec(line.text);
  if (record === null) return state;
  const [, , pid = '', arrow = '', raw = ''] = record;
  const from = line.text.length - raw.length;
  const key = `${pid}${arrow}`;
  if (raw === END) {
    const unfinished = state.unfinished.get(key);
    const now = unfinished === undefined ? state : say(line, pid, arrow, unfinished, '', state, context);
    if (arrow === '>') return end(line, from, pid, now, context);
    const session = now.connections.names.get(pid);
    if (session === undefined || now.reversed.has(pid) || context.modeOf(session) !== 'data') return now;
    tell(line, from, session, { type: 'close', by: 'client' }, context);
    return { ...forget(pid, now), alone: new Set(now.alone).add(pid) };
  }
  if (state.alone.has(pid)) return state;
  return octets(line, from, raw, pid, arrow, state, context);
}

const END = '[EOF]';

function octets(
  line: PeeledLine,
  from: number,
  raw: string,
  pid: string,
  arrow: string,
  state: State,
  context: ReadContext,
): State {
  const key = `${pid}${arrow}`;
  const before = state.unfinished.get(key) ?? NO_TEXT;
  const goesOn = raw.endsWith('+');
  const withLf = raw.endsWith(' ');
  const shown = goesOn || withLf ? raw.slice(0, -1) : raw;
  const text = goesOn ? shown : shown.replace(/\r$/, '');
  const joined = append(before, text, line.line.number, line.from + from);
  if (goesOn) return { ...state, unfinished: new Map(state.unfinished).set(key, joined) };
  // A read may end between CR and LF.
  const parted = withLf && shown === '' && before.text.endsWith('\r');
  const whole = parted ? withoutLast(joined) : joined;
  const cr = parted || (withLf && shown.length > text.length);
  const lfAlone = withLf && !cr && state.withCr.has(key);
  const now = say(line, pid, arrow, whole, lfAlone ? '\n' : undefined, state, context, from);
  return cr && !now.withCr.has(key) ? { ...now, withCr: new Set(now.withCr).add(key) } : now;
}

function withoutLast({ text, pieces }: WireText): WireText {
  return { text: text.slice(0, -1), pieces: cutPieces(pieces, text.length, 0, text.length - 1) };
}

function say(
  line: PeeledLine,
  pid: string,
  arrow: string,
  said: WireText,
  wireEol: string | undefined,
  state: State,
  context: ReadContext,
  from = 0,
): State {
  const now = begun(line, pid, arrow, said.text, state, context);
  const speaker = (arrow === '<') !== now.reversed.has(pid) ? 'client' : 'server';
  context.emit({
    session: now.connections.names.get(pid) as string,
    speaker,
    text: said.text,
    ...(said.pieces.length === 0 ? within(line, from, from) : placeOf(said.pieces)),
    ...(wireEol !== undefined && { wireEol }),
    ...(line.time !== undefined && { time: line.time }),
  });
  const unfinished = new Map(now.unfinished);
  return unfinished.delete(`${pid}${arrow}`) ? { ...now, unfinished } : now;
}

function begun(line: PeeledLine, pid: string, arrow: string, text: string, state: State, context: ReadContext): State {
  if (state.connections.names.has(pid)) return state;
  const connections = opened(state.connections, pid);
  const reversed = arrow === '<' && looksLikeReply(text) ? new Set(state.reversed).add(pid) : state.reversed;
  const at = state.announced.get(pid);
  const host = at === undefined ? undefined : TCPSERVER.exec(at.text)?.[3];
  const event = { type: 'connect', whole: at !== undefined, ...(host !== undefined && { host }) } as const;
  tell(at ?? line, 0, connections.names.get(pid) as string, event, context);
  const announced = new Map(state.announced);
  announced.delete(pid);
  return { ...state, connections, announced, reversed };
}

function end(line: PeeledLine, from: number, pid: string, state: State, context: ReadContext): State {
  const session = state.connections.names.get(pid);
  if (session !== undefined) tell(line, from, session, { type: 'close', by: 'unknown' }, context);
  return forget(pid, state);
}

/** Processes' numbers come again. */
function forget(pid: string, state: State): State {
  const [announced, unfinished] = [new Map(state.announced), new Map(state.unfinished)];
  const [withCr, reversed, alone] = [new Set(state.withCr), new Set(state.reversed), new Set(state.alone)];
  announced.delete(pid);
  reversed.delete(pid);
  alone.delete(pid);
  for (const arrow of '<>') {
    unfinished.delete(pid + arrow);
    withCr.delete(pid + arrow);
  }
  return { connections: closed(state.connections, pid), announced, unfinished, withCr, reversed, alone };
}
