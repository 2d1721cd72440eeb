/**
 * Postfix with `-v` or debug_peer_list. The daemon writes `<` for what it received and `>` for what it sent, so for
 * smtpd `<` is the client and for the smtp and lmtp clients `<` is the server. One process serves many sessions, postscreen
 * many at once.
 */
import { entriesOf, lookUp, type PersistentMap, withoutValue, withValue } from '../persistentMap';
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { altered, saidIn, tell } from './utter';

interface Connection {
  readonly session: string;
  /** Which connection of the log was the first of its process; those that stay open are told in this order at the end. */
  readonly since: number;
  /** The line that announced it, until its first dialogue line: most connections of a log show none. */
  readonly announced: PeeledLine | undefined;
  readonly host: string | undefined;
  /** QUIT was said. The smtp client does not always wait for the answer, nor does it tell that it hung up. */
  readonly left: boolean;
  /** What was reported of it before that. */
  readonly early?: PeeledLine;
  /** postscreen's first line of a greeting: smtpd may give the next one. */
  readonly teaser?: PeeledLine;
  /** It did not come about. Often the next address answers, and then this is nothing to tell. */
  readonly failure?: PeeledLine;
}

export interface State {
  readonly count: number;
  /** By process id, and those of postscreen by address and port. */
  readonly connections: PersistentMap<Connection>;
}

export const postfix: Dialect<State> = {
  id: 'postfix-v',
  name: 'Postfix smtpd -v / smtp -v',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ count: 0, connections: undefined }),
  read,
  finish(state, context) {
    const open = [...entriesOf(state.connections)].sort(([, a], [, b]) => a.since - b.since);
    for (const [pid] of open) fail(state, pid, context);
  },
  opening: ['Jan  1 00:00:00 mx postfix/smtpd[1]: connect from client.example.com[192.0.2.1]'],
  write(speaker, text, like) {
    const peer = like === undefined ? undefined : (SCREENED.exec(like.text) ?? PEER.exec(like.text))?.[1];
    const arrow = (speaker === 'client') === (roleOf(like?.process) !== 'client') ? '<' : '>';
    return `${arrow} ${peer ?? 'unknown[127.0.0.1]'}: ${text}`;
  },
};

/** What only `-v` logs, much of it before the first line of dialogue. */
const DEBUG =
  /^(?:match_(?:list|string|host\w*)|name_mask|dict_\w+|mynetworks\w*|send attr|input attribute|watchdog_\w+|smtp_stream_setup|smtpd_\w+|generic_checks|auto_clnt_\w+|xsasl_\w+|fsspace|deliver_\w+)[:. ]/;

/** `< host[192.0.2.1]: ` and, from the smtp client, `< host[192.0.2.1]:25: `. */
const PEER = /^[<>] (\S{1,255}\[[^\]\s]{1,64}\](?::\d{1,5})?): /;

/** `< [192.0.2.1]:51958: `: postscreen does not look up names. */
const SCREENED = /^[<>] (\[[^\]\s]{1,64}\]:\d{1,5}): /;

function weight({ text, process }: PeeledLine): number {
  const role = roleOf(process);
  if (role === undefined) return isScreen(process) && SCREENED.test(text) ? 12 : 0;
  const first = text.charCodeAt(0);
  if (first !== LESS && first !== GREATER) {
    if (TRYING.test(text)) return 5;
    return DEBUG.test(text) || /^(?:connect|disconnect) from /.test(text) ? 0.2 : 0;
  }
  const from = endOfPeer(text);
  if (from < 0) return 0;
  return looksLikeReply(text.slice(from)) ? 12 : 8;
}

/**
 * Where the text after `< host[192.0.2.1]: ` begins, -1 when it does not begin so: what PEER matches, without an
 * expression for each line of dialogue.
 */
export function endOfPeer(text: string): number {
  if (text.charCodeAt(1) !== SPACE) return -1;
  const blank = text.indexOf(' ', 2);
  if (blank < 0 || text.charCodeAt(blank - 1) !== COLON) return -1;
  if (text.charCodeAt(blank - 2) === CLOSE && blank < SHORT && isPlain(text, 2, blank)) return blank + 1;
  return PEER.exec(text)?.[0].length ?? -1;
}

/** `host[address]:`, the host without brackets and both of visible ASCII. */
function isPlain(text: string, from: number, to: number): boolean {
  let open = -1;
  for (let at = from; at < to - 2; at++) {
    const code = text.charCodeAt(at);
    if (code <= SPACE || code >= DEL || code === CLOSE) return false;
    if (code === OPEN) {
      if (open >= 0) return false;
      open = at;
    }
  }
  return open > from && open < to - 3;
}

function roleOf(process: string | undefined): 'server' | 'client' | undefined {
  if (process === undefined) return undefined;
  if (isProgram(process, 'smtpd')) return 'server';
  return isProgram(process, 'smtp') || isProgram(process, 'lmtp') ? 'client' : undefined;
}

/** `postfix/smtpd`, or `smtpd` alone. */
function isProgram(process: string, name: string): boolean {
  if (!process.endsWith(name)) return false;
  return process.length === name.length || process.charCodeAt(process.length - name.length - 1) === SLASH;
}

function isScreen(process: string | undefined): boolean {
  return process !== undefined && isProgram(process, 'postscreen');
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text, process, pid } = line;
  const role = roleOf(process);
  if (role === undefined) return isScreen(process) ? screen(line, state, context) : state;
  if (pid === undefined) return state;
  const first = text.charCodeAt(0);
  if (first === LESS || first === GREATER) return dialogue(line, pid, role, state, context);
  const begins = first === LETTER_C || first === LETTER_S ? (role === 'server' ? CONNECT : TRYING).exec(text) : null;
  if (begins !== null) return announce(hangUp(state, pid, line, role, context), pid, line, begins[1]);
  const connection = lookUp(state.connections, pid);
  if (connection === undefined) return state;
  const isStatus = role === 'client' && /^[0-9A-Za-z]{6,20}: to=</.test(text);
  const why = isStatus ? BROKEN.exec(text)?.[1] : undefined;
  if (isStatus && why === undefined) return fail(state, pid, context);
  const event = eventOf(role === 'client' ? (why ?? text.replace(QUEUE_ID, '')) : text, role);
  const unused = connection.announced !== undefined;
  if (unused && event?.type === 'error' && event.about === 'connect') {
    return withConnection(state, pid, { ...connection, failure: line });
  }
  if (unused && event?.type === 'error' && event.about === 'pipelining') {
    return withConnection(state, pid, { ...connection, early: line });
  }
  const tells = event !== undefined && (!unused || role === 'client' || event.type === 'tls');
  const now = tells ? started(state, pid, connection, context) : state;
  if (tells) tell(line, 0, connection.session, event, context);
  return role === 'server' && text.startsWith('disconnect from ') ? forget(now, pid) : now;
}

/** No address answered: the last failure is told. */
function fail(state: State, pid: string, context: ReadContext): State {
  const connection = lookUp(state.connections, pid);
  const line = connection?.failure;
  if (connection === undefined || line === undefined) return state;
  const now = started(state, pid, connection, context);
  tell(line, 0, connection.session, { type: 'error', about: 'connect', message: line.text }, context);
  const { failure: _, ...rest } = lookUp(now.connections, pid) as Connection;
  return withConnection(now, pid, rest);
}

export const CONNECT = /^connect from (\S{1,255}\[[^\]]{1,64}\])/;
export const TRYING = /^smtp_connect_(?:addr|unix): trying: (?:(\S{1,255}\[[^\]]{1,64}\])|\S)/;
/** With the last host that is tried, why a recipient has to wait is all that tells of a connection that broke. */
const BROKEN =
  /, status=[a-z]{4,12} \(((?:lost connection with \S{1,300} while|conversation with \S{1,300} timed out while) .{1,200})\)$/;
/** The smtp client puts the message's id before what it says about a delivery. */
const QUEUE_ID = /^[0-9A-Za-z]{6,20}: /;

function dialogue(
  line: PeeledLine,
  pid: string,
  role: 'server' | 'client',
  before: State,
  context: ReadContext,
): State {
  const { text } = line;
  const from = endOfPeer(text);
  if (from < 0) return before;
  const speaker = (text.charCodeAt(0) === LESS) === (role === 'server') ? 'client' : 'server';
  const known = lookUp(before.connections, pid);
  const other = known === undefined || (role === 'client' && isOther(known, text, from, speaker));
  const state = other
    ? announce(hangUp(before, pid, line, role, context), pid, undefined, text.slice(2, from - 2))
    : started(before, pid, known, context);
  const connection = state === before && known !== undefined ? known : (lookUp(state.connections, pid) as Connection);
  const { session } = connection;
  if (other) tellConnect(line, connection, false, context);
  const said = saidIn(line, from, session, speaker);
  if (role === 'client' && said.text === '.' && context.modeOf(session) === 'data') {
    // The message itself is not logged.
    context.emit(altered(said, { text: '', elided: { what: 'data' } }));
    context.emit(altered(said, { kind: 'end-of-data' }));
    return state;
  }
  context.emit(said);
  const left = speaker === 'client' && said.text === 'QUIT';
  return left ? withConnection(state, pid, { ...connection, left }) : state;
}

/** The smtp client goes on with a connection that another process left it, or with a new one that it did not announce. */
function isOther({ host, left }: Connection, text: string, from: number, speaker: 'client' | 'server'): boolean {
  if (host !== undefined && !text.slice(2, from - 2).startsWith(host)) return true;
  return left && speaker === 'server' && text.startsWith('220', from);
}

// --- postscreen ---------------------------------------------------------------------------------------------------

const SCREEN_EVENT =
  /^(CONNECT|DISCONNECT|HANGUP|PASS (?:NEW|OLD))(?: after [\d.]{1,20})?(?: from)? (\[[^\]\s]{1,64}\]:\d{1,5})(?!\S)/;

function screen(line: PeeledLine, state: State, context: ReadContext): State {
  const said = SCREENED.exec(line.text);
  if (said !== null) return screenDialogue(line, said[1] ?? '', said[0].length, state, context);
  const [, what, peer = ''] = SCREEN_EVENT.exec(line.text) ?? [];
  if (what === 'CONNECT') return announce(state, peer, line, peer);
  const connection = lookUp(state.connections, peer);
  if (connection === undefined) return state;
  // Whom it lets pass without a word of its own is smtpd's.
  if (connection.announced !== undefined) return what === 'HANGUP' ? state : forget(state, peer);
  const message = line.text;
  if (what === 'HANGUP') tell(line, 0, connection.session, { type: 'error', about: 'lost', message }, context);
  if (what !== 'DISCONNECT') return state;
  tell(line, 0, connection.session, { type: 'close', by: 'unknown' }, context);
  return forget(state, peer);
}

function screenDialogue(line: PeeledLine, peer: string, from: number, before: State, context: ReadContext): State {
  const known = lookUp(before.connections, peer);
  if (known?.announced !== undefined && line.text.startsWith('220-', from)) {
    return withConnection(before, peer, { ...known, teaser: line });
  }
  const state = known === undefined ? announce(before, peer, undefined, peer) : started(before, peer, known, context);
  const connection = lookUp(state.connections, peer) as Connection;
  if (known === undefined) tellConnect(line, connection, false, context);
  if (connection.teaser !== undefined) sayParts(connection.teaser, from, connection.session, context);
  sayParts(line, from, connection.session, context);
  const { teaser: _, ...rest } = connection;
  return withConnection(state, peer, rest);
}

/** A reply of several lines is logged at once, `??` in place of its line ends: syslog takes no control characters. */
function sayParts(line: PeeledLine, from: number, session: string, { emit }: ReadContext): void {
  const speaker = line.text.charCodeAt(0) === LESS ? 'client' : 'server';
  for (let start = from; start <= line.text.length; ) {
    const more = speaker === 'server' ? line.text.slice(start).search(/\?\?(?=\d{3}[ -])/) : -1;
    const end = more < 0 ? line.text.length : start + more;
    emit({ session, speaker, text: line.text.slice(start, end), ...within(line, start, end), ...timeOf(line) });
    start = end + 2;
  }
}

/** The connection of `pid`, told to begin where it was announced. */
function started(state: State, pid: string, connection: Connection, context: ReadContext): State {
  if (connection.announced === undefined) return state;
  tellConnect(connection.announced, connection, true, context);
  const { early, ...rest } = connection;
  if (early !== undefined) {
    const event: ToolEvent = { type: 'error', about: 'pipelining', message: early.text };
    tell(early, 0, connection.session, event, context);
  }
  return withConnection(state, pid, { ...rest, announced: undefined });
}

function tellConnect(at: PeeledLine, { session, host }: Connection, whole: boolean, context: ReadContext): void {
  const event: ToolEvent = { type: 'connect', whole, ...(host !== undefined && { host }) };
  tell(at, 0, session, event, context);
}

/** The smtp client does not tell that a connection is at its end: the next one tells. */
function hangUp(state: State, pid: string, line: PeeledLine, role: 'server' | 'client', { emit }: ReadContext): State {
  const connection = lookUp(state.connections, pid);
  if (role === 'client' && connection !== undefined && connection.announced === undefined) {
    const event: ToolEvent = { type: 'close', by: 'client' };
    emit({ session: connection.session, speaker: 'tool', text: '', event, ...within(line, 0, 0), ...timeOf(line) });
  }
  return state;
}

function announce(state: State, pid: string, line: PeeledLine | undefined, host: string | undefined): State {
  const count = state.count + 1;
  const since = lookUp(state.connections, pid)?.since ?? count;
  const connection: Connection = { session: `${pid}/${count}`, since, announced: line, host, left: false };
  return withConnection({ count, connections: state.connections }, pid, connection);
}

function withConnection({ count, connections }: State, pid: string, connection: Connection): State {
  return { count, connections: withValue(connections, pid, connection) };
}

function forget({ count, connections }: State, pid: string): State {
  return { count, connections: withoutValue(connections, pid) };
}

export function eventOf(text: string, role: 'server' | 'client'): ToolEvent | undefined {
  switch (text.charCodeAt(0)) {
    case LETTER_C:
      if (role === 'server') return undefined;
      if (/^connect to \S{1,300}: (?!subsystem)/.test(text)) return { type: 'error', about: 'connect', message: text };
      if (/^conversation with \S{1,300} timed out /.test(text))
        return { type: 'error', about: 'timeout', message: text };
      return undefined;
    case LETTER_CAPITAL_C:
      return text.startsWith('Cannot start TLS: ') ? { type: 'error', about: 'tls', message: text } : undefined;
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
    case LETTER_CAPITAL_S:
      return /^SSL_(?:accept|connect) error/.test(text) ? { type: 'error', about: 'tls', message: text } : undefined;
    case LETTER_CAPITAL_A:
    case LETTER_CAPITAL_T:
    case LETTER_CAPITAL_U:
    case LETTER_CAPITAL_V: {
      const tls = TLS.exec(text);
      if (tls === null || (tls[1] === 'from') !== (role === 'server')) return undefined;
      return { type: 'tls', protocol: tls[2] ?? '', cipher: tls[3] ?? '' };
    }
    default:
      return undefined;
  }
}

const TLS =
  /^(?:Anonymous|Untrusted|Trusted|Verified) TLS connection established (from|to) \S{1,300}: (\S{1,20}) with cipher (\S{1,80})/;

function timeOf(line: PeeledLine): { readonly time?: number } {
  return line.time === undefined ? {} : { time: line.time };
}

/** Longer than a peer nearly ever is, and shorter than one may be. */
const SHORT = 64;
const SPACE = 32;
const SLASH = 47;
const COLON = 58;
const OPEN = 91;
const CLOSE = 93;
const DEL = 127;
const LESS = 60;
const GREATER = 62;
const LETTER_C = 99;
const LETTER_CAPITAL_C = 67;
const LETTER_D = 100;
const LETTER_I = 105;
const LETTER_L = 108;
const LETTER_CAPITAL_A = 65;
const LETTER_CAPITAL_S = 83;
const LETTER_CAPITAL_T = 84;
const LETTER_CAPITAL_U = 85;
const LETTER_CAPITAL_V = 86;
const LETTER_S = 115;
const LETTER_T = 116;
