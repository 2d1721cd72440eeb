/**
 * OpenSMTPD with `-T smtp` (its clients) or `-T mta` (the hosts it delivers to), and its program smtp(1) with `-vv`. The
 * key is an address in memory, which comes again; message lines have none, so that they are taken as those of the
 * connection that has waited for one longest.
 */
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened } from './connections';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { opensmtpdLog } from './opensmtpdLog';
import { say, tell } from './utter';

interface State {
  readonly connections: Connections;
  /** The lines that announced connections of which nothing has been told yet. */
  readonly announced: ReadonlyMap<string, PeeledLine>;
  /** Keys of the clients that are sending a message, the longest first. */
  readonly sending: readonly string[];
  /** The client that connected last: the next line of the ordinary log gives it the name that this log knows it by. */
  readonly unnamed: string | undefined;
  readonly named: ReadonlyMap<string, string>;
  /** The log's name of the host being connected to: the next state that it leaves shows which key that is. */
  readonly connecting: string | undefined;
  /** What hosts say is shown (`-T mta`); without it, only the ordinary log tells how a delivery went. */
  readonly delivers: boolean;
}

export const opensmtpd: Dialect<State> = {
  id: 'opensmtpd',
  name: 'OpenSMTPD -T smtp',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  wire: true,
  start: () => ({
    connections: NO_CONNECTIONS,
    announced: new Map(),
    sending: [],
    unnamed: undefined,
    named: new Map(),
    connecting: undefined,
    delivers: false,
  }),
  read,
  write(speaker, text, like) {
    if (like?.text.startsWith('<<< [MSG] ') && speaker === 'client') return `<<< [MSG] ${text}`;
    const [, part = 'mta', address = '0x100000000000'] = (like === undefined ? null : TRACE.exec(like.text)) ?? [];
    return `${part}: ${address}: ${(speaker === 'client') === (part === 'smtp') ? '<<<' : '>>>'} ${text}`;
  },
};

/** `smtp: 0x55bb09e95a60: <<< EHLO client`; the program smtp(1) leaves out `mta: ` from what it receives. */
const TRACE = /^(?:debug: )?(?:(smtp|mta): )?(0x[0-9a-f]{4,16}): /;

function weight({ text }: PeeledLine): number {
  if (/^<<< \[(?:MSG|EOM)\]/.test(text)) return 6;
  const trace = TRACE.exec(text);
  if (trace === null) return 0;
  if (/^(?:<<<|>>>) |^connected to listener /.test(text.slice(trace[0].length))) return 10;
  return trace[1] === undefined ? 0 : 2;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  if (text.startsWith('<<< [')) return messageLine(line, state, context);
  const trace = TRACE.exec(text);
  if (trace === null) return logLine(line, state, context);
  const [head, part = 'mta', address = ''] = trace;
  const key = `${part}:${address}`;
  const rest = text.slice(head.length);
  const arrow = rest.slice(0, 4);
  if (arrow === '<<< ' || arrow === '>>> ') return dialogue(line, head.length + 4, key, arrow, state, context);
  if (rest.startsWith('connected to listener ')) return { ...announce(key, line, state), unnamed: key };
  if (rest === 'STATE_NEW -> STATE_CONNECTED') return { ...state, unnamed: key };
  if (rest.startsWith('spawned for relay ')) return announce(key, line, state);
  if (/^(?:MTA_)?INIT -> /.test(rest)) return leavesStart(line, key, state);
  const tls = /^IO_TLSREADY .{0,200}?\btls=(TLSv[\d.]{1,4}):([\w-]{1,80})/.exec(rest);
  if (tls !== null) {
    return event(line, head.length, key, { type: 'tls', protocol: tls[1] ?? '', cipher: tls[2] ?? '' }, state, context);
  }
  if (rest === 'session done') return close(line, key, 'client', state, context);
  const failure = /^(?:IO error: |connection timeout|disconnected in state )/.exec(rest);
  if (failure === null || part !== 'mta' || !state.delivers) return state;
  // In any other state than the first, there was a connection, shown or not.
  const connecting = state.announced.has(key) && !/in state MTA_(?!INIT$)/.test(rest);
  const about = connecting ? 'connect' : rest.includes('timeout') ? 'timeout' : 'lost';
  return event(line, head.length, key, { type: 'error', about, message: rest }, state, context);
}

function dialogue(
  line: PeeledLine,
  from: number,
  key: string,
  arrow: string,
  before: State,
  context: ReadContext,
): State {
  const own = key.startsWith('mta:') ? 'client' : 'server';
  const now = begun(key, before, context);
  const state = own === 'client' && !now.delivers ? { ...now, delivers: true } : now;
  const session = state.connections.names.get(key) as string;
  if ((arrow === '>>> ') !== (own === 'client')) {
    // The server drops such input without writing it down.
    if (UNREAD.test(line.text.slice(from))) tell(line, from, session, { type: 'gap' }, context);
    say(line, from, session, 'server', context);
    const sending = context.modeOf(session) === 'data';
    return own === 'client' || sending === state.sending.includes(key) ? state : withSending(key, sending, state);
  }
  const text = line.text.slice(from);
  const bytes = /^\[\.\.\. ?(\d{1,15}) bytes ?\.\.\.\]$/.exec(text)?.[1];
  const mode = context.modeOf(session);
  if (bytes !== undefined) {
    say(line, from, session, 'client', context, { text: '', elided: { what: 'data', octets: Number(bytes) } });
  } else if (text === '.' && mode === 'data') say(line, from, session, 'client', context, { kind: 'end-of-data' });
  else if (/^\*{3,}$/.test(text)) say(line, from, session, 'client', context, { elided: { what: 'secret' } });
  else say(line, from, session, 'client', context, mode === 'data' && own === 'server' ? { kind: 'command' } : {});
  return state;
}

const UNREAD = /^500 (?:5\.5\.1 Invalid command: Pipelining not supported|5\.0\.0 Command line too long)$/;

/** `<<< [MSG] a line of the message`, the final dot too, then `<<< [EOM]`. */
function messageLine(line: PeeledLine, state: State, context: ReadContext): State {
  const key = state.sending[0];
  const session = key === undefined ? undefined : state.connections.names.get(key);
  if (key === undefined || session === undefined) return state;
  if (!line.text.startsWith('<<< [MSG] ')) return withSending(key, false, state);
  const end = line.text === '<<< [MSG] .';
  say(line, 10, session, 'client', context, { kind: end ? 'end-of-data' : 'data' });
  return end ? withSending(key, false, state) : state;
}

function withSending(key: string, sending: boolean, state: State): State {
  const others = state.sending.filter((each) => each !== key);
  return { ...state, sending: sending ? [...others, key] : others };
}

// --- connections --------------------------------------------------------------------------------------------------

/** `a79de93af1380afd smtp disconnected reason=quit`; before 6.4 `event=closed`. */
const LOGGED = /^([0-9a-f]{16}) smtp (?:event=)?(connected|tls|starttls|bad-input|disconnected|closed)\b(.*)$/;

function logLine(line: PeeledLine, state: State, context: ReadContext): State {
  const match = LOGGED.exec(line.text);
  if (match === null) return deliveryLine(line, state, context);
  const [, name = '', what = '', rest = ''] = match;
  if (what === 'connected') {
    const key = state.unnamed;
    return key === undefined ? state : { ...state, unnamed: undefined, named: new Map(state.named).set(name, key) };
  }
  const key = state.named.get(name);
  if (key === undefined) return state;
  if (what === 'tls' || what === 'starttls') {
    return event(line, 0, key, tlsOf(rest), state, context);
  }
  if (what === 'bad-input') {
    if (!rest.includes('Pipelining not supported')) return state;
    return event(line, 0, key, { type: 'error', about: 'pipelining', message: line.text }, state, context);
  }
  const named = new Map(state.named);
  named.delete(name);
  const reason = /\breason="?([\w-]{1,40})/.exec(rest)?.[1];
  const about =
    reason === 'timeout' ? 'timeout' : reason !== 'io-error' ? undefined : HANDSHAKE.test(rest) ? 'tls' : 'lost';
  const failed =
    about === undefined ? state : event(line, 0, key, { type: 'error', about, message: line.text }, state, context);
  return close(line, key, reason === 'disconnect' ? 'client' : 'unknown', { ...failed, named }, context);
}

/** What OpenSSL says of a handshake; of a connection that ends without a farewell it says `unexpected eof`. */
const HANDSHAKE = /SSL routines:(?!.{0,60}unexpected eof)/;

function tlsOf(rest: string): ToolEvent {
  const [, protocol, cipher] =
    /\bciphers="?(?:version=)?(TLSv[\d.]{1,4}|SSLv\d)[:,](?: ?cipher=)?([\w-]{1,80})/.exec(rest) ?? [];
  return { type: 'tls', ...(protocol !== undefined && { protocol }), ...(cipher !== undefined && { cipher }) };
}

/** `bd102e83490891eb mta connecting address=smtp://192.0.2.1:25 host=mx.example.org`. */
const DELIVERY = /^([0-9a-f]{16}) mta (?:event=)?(connecting|connected|tls|error|delivery)\b(.*)$/;

function deliveryLine(line: PeeledLine, state: State, context: ReadContext): State {
  const match = DELIVERY.exec(line.text);
  if (match === null) return state;
  const [, name = '', what, rest = ''] = match;
  const key = state.named.get(name);
  if (what === 'connecting' || what === 'connected') return key === undefined ? { ...state, connecting: name } : state;
  if (what === 'delivery') {
    if (!state.delivers) opensmtpdLog.read(line, undefined, context);
    return state;
  }
  if (key === undefined) return state;
  if (what === 'tls') return event(line, 0, key, tlsOf(rest), state, context);
  if (!/^ reason="?(?:SSL|TLS) /.test(rest)) return state;
  return event(line, 0, key, { type: 'error', about: 'tls', message: rest.slice(' reason='.length) }, state, context);
}

function leavesStart(line: PeeledLine, key: string, before: State): State {
  const state = { ...(before.announced.has(key) ? before : announce(key, line, before)), delivers: true };
  const { connecting } = state;
  if (connecting === undefined) return state;
  return { ...state, connecting: undefined, named: new Map(state.named).set(connecting, key) };
}

function announce(key: string, line: PeeledLine, state: State): State {
  const connections = opened(state.connections, key);
  return { ...withSending(key, false, state), connections, announced: new Map(state.announced).set(key, line) };
}

function begun(key: string, state: State, context: ReadContext): State {
  const known = state.connections.names.has(key);
  const connections = known ? state.connections : opened(state.connections, key);
  const line = state.announced.get(key);
  if (line === undefined) return known ? state : { ...state, connections };
  const announced = new Map(state.announced);
  announced.delete(key);
  tell(line, 0, connections.names.get(key) as string, { type: 'connect', whole: true }, context);
  return { ...state, connections, announced };
}

function event(
  line: PeeledLine,
  from: number,
  key: string,
  told: ToolEvent,
  state: State,
  context: ReadContext,
): State {
  if (!state.connections.names.has(key)) return state;
  const now = begun(key, state, context);
  tell(line, from, now.connections.names.get(key) as string, told, context);
  return now;
}

function close(line: PeeledLine, key: string, by: 'client' | 'unknown', state: State, context: ReadContext): State {
  const now = state.announced.has(key) ? state : event(line, 0, key, { type: 'close', by }, state, context);
  const announced = new Map(now.announced);
  announced.delete(key);
  return { ...withSending(key, false, now), connections: closed(now.connections, key), announced };
}
