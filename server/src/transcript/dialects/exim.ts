/**
 * Exim with `-d` or `-v`. The daemon writes `SMTP<< ` for the client and `SMTP>> ` for itself; as a client of another host
 * Exim writes the same two arrows indented by two blanks, and then `SMTP>> ` is the client. One process can be both at
 * once: while it serves a client it asks the next host about a recipient (a callout).
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened, without } from './connections';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

/** Exim's own part in a connection. */
type Role = 'server' | 'client';

interface State {
  /** By process and role. */
  readonly connections: Connections;
  /** The lines that announced connections of which nothing has been told yet, by the same key. */
  readonly announced: ReadonlyMap<string, PeeledLine>;
  /** By process: the reply whose further lines follow, without an arrow. */
  readonly replies: ReadonlyMap<string, { readonly session: string; readonly code: string }>;
  /** The connection to another host that was closed last, until the next one is opened. */
  readonly left: string | undefined;
}

export const exim: Dialect<State> = {
  id: 'exim-debug',
  name: 'Exim -d or -v',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ connections: NO_CONNECTIONS, announced: new Map(), replies: new Map(), left: undefined }),
  read,
  lossy: true,
  write(speaker, text, like) {
    const match = like === undefined ? null : ARROW.exec(like.text);
    if (match === null || like === undefined) return `SMTP${speaker === 'client' ? '<<' : '>>'} ${text}`;
    const [head, prefix = '', , indent = '', protocol = '', arrow = ''] = match;
    const role = roleOf(indent, arrow, like.text.slice(head.length));
    return `${prefix}${indent}${protocol}${speaker === role ? '>>' : '<<'} ${text}`;
  },
};

/** Time with `+timestamp`, process with `+pid` or when there are several, marks of nesting in expansions and ACLs. */
const PREFIX = /^(?:\d\d:\d\d:\d\d(?:\.\d{1,6})? )?(?: {0,4}(\d{1,10}) )?(?: {3}[!┊])*/;
/** `|>` waits to be sent with the next command, `+>` says that more will follow. */
const ARROW =
  /^((?:\d\d:\d\d:\d\d(?:\.\d{1,6})? )?(?: {0,4}(?=(\d{1,10}) )\d{1,10} )?(?: {3}[!┊])*)( {0,6})([SL]MTP)(<<|>>|\|>|\+>)(?: |$)/;

function weight({ text }: PeeledLine): number {
  if (ARROW.test(text)) return 10;
  const rest = text.slice(PREFIX.exec(text)?.[0].length ?? 0);
  if (/^Exim version \S{1,30} .{0,60}D=[0-9a-f]{7,16}$/.test(rest)) return 10;
  if (/^(?:set_process_info: |search_tidyup called$|smtp_setup_msg entered$|host in \w+\? (?:yes|no) \()/.test(rest)) {
    return 3;
  }
  return CLOSED.test(rest) || CONNECTING.test(rest) ? 5 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const arrow = ARROW.exec(line.text);
  if (arrow !== null) return dialogue(line, arrow, state, context);
  const pid = PREFIX.exec(line.text)?.[1] ?? '';
  const from = furtherLine(line.text, state);
  if (from !== undefined) return further(line, from.pid, from.at, state, context);
  const now = state.replies.has(pid) ? { ...state, replies: without(state.replies, pid) } : state;
  return other(line, pid, now, context);
}

// --- dialogue -----------------------------------------------------------------------------------------------------

/** Indentation tells Exim's part, and where a paste lost it, who gives the replies. */
function roleOf(indent: string, arrow: string, text: string): Role {
  if (indent.length >= 2) return 'client';
  return looksLikeReply(text) === (arrow === '<<') ? 'client' : 'server';
}

function dialogue(line: PeeledLine, match: RegExpExecArray, state: State, context: ReadContext): State {
  const [head, , pid = '', indent = '', , arrow = ''] = match;
  const text = line.text.slice(head.length);
  const role = roleOf(indent, arrow, text);
  const now = begun(`${pid}:${role}`, state, context);
  const session = now.connections.names.get(`${pid}:${role}`) as string;
  const speaker = (arrow === '<<') === (role === 'server') ? 'client' : 'server';
  if (speaker === 'client') {
    clientLine(line, head.length, text, session, role, context);
    return { ...now, replies: without(now.replies, pid) };
  }
  if (role === 'server' && TO_NOBODY.test(text)) {
    return fail(line, `${pid}:server`, { about: 'lost', message: text }, now, context);
  }
  say(line, head.length, session, 'server', context);
  const more = looksLikeReply(text) && text.charAt(3) === '-';
  const replies = more ? new Map(now.replies).set(pid, { session, code: text.slice(0, 3) }) : without(now.replies, pid);
  return { ...now, replies };
}

/** What Exim writes into a connection after it has found that the client is gone. */
const TO_NOBODY = /^421 (?:\S{1,255} )?[Ll]ost (?:incoming|input) connection$/;

/** Message text is never shown, and what is sent to authenticate only as so many asterisks. */
function clientLine(
  line: PeeledLine,
  from: number,
  text: string,
  session: string,
  role: Role,
  context: ReadContext,
): void {
  if (role === 'client') {
    const written = /^(?:\(writing message\)|writing message and terminating "\.")$/.exec(text)?.[0];
    if (written !== undefined) {
      say(line, from, session, 'client', context, { text: '', elided: { what: 'data' } });
      if (!written.startsWith('(')) say(line, from, session, 'client', context, { text: '.', kind: 'end-of-data' });
      return;
    }
    if (text === '.') return say(line, from, session, 'client', context, { kind: 'end-of-data' });
    if (/^\*+$/.test(text)) return say(line, from, session, 'client', context, { elided: { what: 'secret' } });
  }
  const mode = context.modeOf(session);
  const unshown = mode === 'data' || mode === 'bdat';
  say(line, from, session, 'client', context, unshown ? { kind: 'command' } : {});
  const octets = /^BDAT (\d{1,15})\b/i.exec(text)?.[1];
  if (octets !== undefined && Number(octets) > 0) {
    const elided = { what: 'data', octets: Number(octets) } as const;
    say(line, from, session, 'client', context, { text: '', elided });
  }
}

/** The lines of a reply after the first stand under it; before Exim 4.9x the daemon wrote them without any prefix. */
function furtherLine(text: string, { replies }: State): { readonly pid: string; readonly at: number } | undefined {
  if (replies.size === 0) return undefined;
  const prefix = PREFIX.exec(text);
  const pid = prefix?.[1] ?? '';
  const at = prefix === null ? -1 : indented(text, prefix[0].length);
  if (at >= 0 && replies.has(pid)) return { pid, at };
  const bare = /^ *(?=\d{3}[- ])/.exec(text)?.[0].length;
  if (bare === undefined) return undefined;
  for (const [each, { code }] of replies) if (text.startsWith(code, bare)) return { pid: each, at: bare };
  return undefined;
}

function indented(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at - from >= 7 && looksLikeReply(text.slice(at, at + 4)) ? at : -1;
}

function further(line: PeeledLine, pid: string, at: number, state: State, context: ReadContext): State {
  const reply = state.replies.get(pid);
  if (reply === undefined) return state;
  say(line, at, reply.session, 'server', context);
  return line.text.charAt(at + 3) === '-' ? state : { ...state, replies: without(state.replies, pid) };
}

// --- connections --------------------------------------------------------------------------------------------------

function other(line: PeeledLine, pid: string, state: State, context: ReadContext): State {
  const prefix = PREFIX.exec(line.text)?.[0].length ?? 0;
  const text = line.text.slice(prefix);
  if (/^Process \d{1,10} is handling incoming (?:TLS )?connection from /.test(text)) {
    return announce(`${pid}:server`, line, state);
  }
  const connecting = CONNECTING.exec(text);
  if (connecting !== null) {
    const now = announce(`${pid}:client`, line, { ...state, left: undefined });
    const message = connecting[1];
    return message === undefined ? now : fail(line, `${pid}:client`, { about: 'connect', message }, now, context);
  }
  if (/^ {0,6}failed: /.test(text) && state.announced.has(`${pid}:client`)) {
    return fail(line, `${pid}:client`, { about: 'connect', message: text.trim() }, state, context);
  }
  const end = CLOSED.exec(text);
  if (end !== null) return ended(line, pid, end[1] ?? '', end[2] ?? '', state, context);
  if (text.startsWith('SMTP>>(close')) return close(line, `${pid}:server`, 'server', state, context);
  if (/^(?:>{8,} )?Exim pid=\d{1,10} \(daemon-accept\) terminating /.test(text)) {
    return { ...state, connections: closed(state.connections, `${pid}:server`) };
  }
  const tls = /^[Cc]ipher: (TLSv?\d(?:\.\d)?|SSLv\d)[:_](\S{1,100})/.exec(text);
  if (tls !== null) {
    return event(
      line,
      active(pid, state),
      { type: 'tls', protocol: tls[1] ?? '', cipher: tls[2] ?? '' },
      state,
      context,
    );
  }
  const refused = state.left === undefined ? null : NO_TLS.exec(text);
  if (refused !== null && state.left !== undefined) {
    const from = prefix + (refused[1] as string).length;
    const failure: ToolEvent = { type: 'error', about: 'tls', message: line.text.slice(from) };
    tell(line, from, state.left, failure, context);
    return { ...state, left: undefined };
  }
  const [, about] = LOGGED.find(([pattern]) => pattern.test(text)) ?? [];
  if (about === undefined) return state;
  return fail(
    line,
    about === 'tls' ? active(pid, state) : `${pid}:server`,
    { about, message: text.trim() },
    state,
    context,
  );
}

/** The rest of the line may be debugging, or `failed: Connection refused`. */
const CONNECTING =
  /^ {0,6}[Cc]onnecting to \S{1,255} \[[^\]]{1,64}\](?::\d{1,5})?(?: from \S{1,64})? \.\.\. ?(failed: .*)?/;

/** `SMTP(close)>>`, `SMTP(closed)<<`, `SMTP(Connection refused)<<`. */
const CLOSED = /^ {0,6}[SL]MTP\(([^)]{1,80})\)(>>|<<)$/;

/** What the log says about a connection, on the line after `LOG: `. */
const LOGGED: readonly (readonly [RegExp, 'lost' | 'timeout' | 'pipelining' | 'tls'])[] = [
  [/^ {2}unexpected disconnection while reading SMTP command from /, 'lost'],
  [/^ {2}SMTP connection from .{1,300} lost\b/, 'lost'],
  [/^ {2}SMTP (?:command|data) timeout /, 'timeout'],
  [/^ {2}SMTP protocol synchronization error /, 'pipelining'],
  [/^ {2}(?:\S{16,23} )?(?:TLS error on connection |TLS session: \()/, 'tls'],
];

/** Why a recipient has to wait, where the handshake is at fault: nothing said so before the connection was closed. */
const NO_TLS = /^( {2}(?:\S{16,23} )?(?:==|\*\*) .{1,400}?\]: )TLS session: \(/;

function ended(line: PeeledLine, pid: string, what: string, way: string, state: State, context: ReadContext): State {
  const key = `${pid}:client`;
  if (way === '>>') return what === 'close' ? close(line, key, 'client', state, context) : state;
  const about = state.announced.has(key) ? 'connect' : /timed out|timeout/i.test(what) ? 'timeout' : 'lost';
  return fail(line, key, { about, message: what }, state, context);
}

/** The connection that a line of process `pid` is about when it does not tell: the one it opened last. */
function active(pid: string, { connections: { names } }: State): string {
  return names.has(`${pid}:client`) ? `${pid}:client` : `${pid}:server`;
}

function announce(key: string, line: PeeledLine, state: State): State {
  const connections = opened(state.connections, key);
  return { ...state, connections, announced: new Map(state.announced).set(key, line) };
}

/** The connection of `key`, told to begin where it was announced. */
function begun(key: string, state: State, context: ReadContext): State {
  const connections = state.connections.names.has(key) ? state.connections : opened(state.connections, key);
  const line = state.announced.get(key);
  if (line === undefined) return connections === state.connections ? state : { ...state, connections };
  const peer = /(?:incoming (?:TLS )?connection from|onnecting to) (\S{1,255})(?: \[[^\]]{1,64}\])?(?::(\d{1,5})\b)?/;
  const [, host, port] = peer.exec(line.text) ?? [];
  const more = { ...(host !== undefined && { host }), ...(port !== undefined && { port: Number(port) }) };
  tell(line, 0, connections.names.get(key) as string, { type: 'connect', whole: true, ...more }, context);
  return { ...state, connections, announced: without(state.announced, key) };
}

function event(line: PeeledLine, key: string, told: ToolEvent, state: State, context: ReadContext): State {
  if (!state.connections.names.has(key)) return state;
  const now = begun(key, state, context);
  tell(line, 0, now.connections.names.get(key) as string, told, context);
  return now;
}

type Failure = Omit<Extract<ToolEvent, { type: 'error' }>, 'type'>;

function fail(line: PeeledLine, key: string, failure: Failure, state: State, context: ReadContext): State {
  return event(line, key, { type: 'error', ...failure }, state, context);
}

function close(line: PeeledLine, key: string, by: Role, state: State, context: ReadContext): State {
  const now = state.announced.has(key) ? state : event(line, key, { type: 'close', by }, state, context);
  const left = by === 'client' ? now.connections.names.get(key) : now.left;
  return { ...now, connections: closed(now.connections, key), announced: without(now.announced, key), left };
}

const SPACE = 32;
