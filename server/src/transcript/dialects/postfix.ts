/**
 * Postfix with `-v` or debug_peer_list. The daemon writes `<` for what it received and `>` for what it sent, so for
 * smtpd `<` is the client and for the smtp and lmtp clients `<` is the server. One process serves many sessions.
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';

interface Connection {
  readonly session: string;
  /** The line that announced it, until its first dialogue line: most connections of a log show none. */
  readonly announced: PeeledLine | undefined;
  readonly host: string | undefined;
}

interface State {
  readonly count: number;
  readonly connections: ReadonlyMap<string, Connection>;
}

export const postfix: Dialect<State> = {
  id: 'postfix-v',
  name: 'Postfix smtpd -v / smtp -v',
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ count: 0, connections: new Map() }),
  read,
  write(speaker, text, like) {
    const peer = like === undefined ? undefined : PEER.exec(like.text)?.[1];
    const arrow = (speaker === 'client') === (roleOf(like?.process) !== 'client') ? '<' : '>';
    return `${arrow} ${peer ?? 'unknown[127.0.0.1]'}: ${text}`;
  },
};

/** `< host[192.0.2.1]: ` and, from the smtp client, `< host[192.0.2.1]:25: `. */
const PEER = /^[<>] (\S{1,255}\[[^\]\s]{1,64}\](?::\d{1,5})?): /;

function weight({ text, process }: PeeledLine): number {
  const role = roleOf(process);
  if (role === undefined) return 0;
  const first = text.charCodeAt(0);
  if (first !== LESS && first !== GREATER)
    return /^(?:connect|disconnect) from |^match_(?:list|string)/.test(text) ? 0.2 : 0;
  const peer = PEER.exec(text);
  if (peer === null) return 0;
  return looksLikeReply(text.slice(peer[0].length)) ? 12 : 8;
}

function roleOf(process: string | undefined): 'server' | 'client' | undefined {
  if (process === undefined) return undefined;
  switch (process.slice(process.lastIndexOf('/') + 1)) {
    case 'smtpd':
      return 'server';
    case 'smtp':
    case 'lmtp':
      return 'client';
    default:
      return undefined;
  }
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text, process, pid } = line;
  const role = roleOf(process);
  if (role === undefined || pid === undefined) return state;
  const first = text.charCodeAt(0);
  if (first === LESS || first === GREATER) return dialogue(line, pid, role, state, context);
  const begins = role === 'server' ? CONNECT.exec(text) : TRYING.exec(text);
  if (begins !== null) return announce(state, pid, line, begins[1]);
  const connection = state.connections.get(pid);
  if (connection === undefined) return state;
  const event = connection.announced === undefined ? eventOf(text, role) : undefined;
  if (event !== undefined) {
    context.emit({ ...within(line, 0), session: connection.session, speaker: 'tool', text, event, ...timeOf(line) });
  }
  return role === 'server' && text.startsWith('disconnect from ') ? forget(state, pid) : state;
}

const CONNECT = /^connect from (\S{1,255}\[[^\]]{1,64}\])/;
const TRYING = /^smtp_connect_addr: trying: (\S{1,255}\[[^\]]{1,64}\])/;

function dialogue(line: PeeledLine, pid: string, role: 'server' | 'client', state: State, context: ReadContext): State {
  const { text } = line;
  const peer = PEER.exec(text);
  if (peer === null) return state;
  const known = state.connections.get(pid);
  const now = known === undefined ? announce(state, pid, undefined, peer[1]) : state;
  const connection = now.connections.get(pid) as Connection;
  const { session } = connection;
  const speaker = (first(text) === LESS) === (role === 'server') ? 'client' : 'server';
  const started = known === undefined || known.announced !== undefined;
  if (started) {
    const at = known?.announced ?? line;
    const whole = known !== undefined;
    const host = connection.host === undefined ? {} : { host: connection.host };
    const event: ToolEvent = { type: 'connect', whole, ...host };
    context.emit({ ...within(at, 0), session, speaker: 'tool', text: at.text, event, ...timeOf(at) });
  }
  const from = peer[0].length;
  context.emit({ ...within(line, from), session, speaker, text: text.slice(from), ...timeOf(line) });
  return started ? withConnection(now, pid, { ...connection, announced: undefined }) : now;
}

function announce(state: State, pid: string, line: PeeledLine | undefined, host: string | undefined): State {
  const count = state.count + 1;
  return withConnection({ ...state, count }, pid, { session: `${pid}/${count}`, announced: line, host });
}

function withConnection(state: State, pid: string, connection: Connection): State {
  return { ...state, connections: new Map(state.connections).set(pid, connection) };
}

function forget(state: State, pid: string): State {
  const connections = new Map(state.connections);
  connections.delete(pid);
  return { ...state, connections };
}

function eventOf(text: string, role: 'server' | 'client'): ToolEvent | undefined {
  switch (text.charCodeAt(0)) {
    case LETTER_D:
      return text.startsWith('disconnect from ') ? { type: 'close', by: 'unknown' } : undefined;
    case LETTER_L:
      return text.startsWith('lost connection ') ? { type: 'error', about: 'lost', message: text } : undefined;
    case LETTER_T:
      return /^timeout after /.test(text) ? { type: 'error', about: 'timeout', message: text } : undefined;
    case LETTER_I:
      return text.startsWith('improper command pipelining ')
        ? { type: 'error', about: 'pipelining', message: text }
        : undefined;
    case LETTER_S:
      return /^SSL_(?:accept|connect) error/.test(text) ? { type: 'error', about: 'tls', message: text } : undefined;
    default: {
      const tls = TLS.exec(text);
      if (tls === null || (tls[1] === 'from') !== (role === 'server')) return undefined;
      return { type: 'tls', protocol: tls[2] ?? '', cipher: tls[3] ?? '' };
    }
  }
}

const TLS =
  /^(?:Anonymous|Untrusted|Trusted|Verified) TLS connection established (from|to) \S{1,300}: (\S{1,20}) with cipher (\S{1,80})/;

function timeOf(line: PeeledLine): { readonly time?: number } {
  return line.time === undefined ? {} : { time: line.time };
}

function first(text: string): number {
  return text.charCodeAt(0);
}

const LESS = 60;
const GREATER = 62;
const LETTER_D = 100;
const LETTER_I = 105;
const LETTER_L = 108;
const LETTER_S = 83;
const LETTER_T = 116;
