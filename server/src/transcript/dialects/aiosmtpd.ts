/**
 * Python's aiosmtpd with its logger `mail.log` at debug level: `('127.0.0.1', 48194) << b'250 OK'`, where `>>` is the
 * client. Each client line stands there twice, the first time as `readline`. Message lines name no client.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said, ToolEvent } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened } from './connections';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { quoteText, readQuoted } from './quoted';
import { atTime, say, tell, timeOfStamp } from './utter';
import { cutLines } from './wireText';

interface State {
  readonly connections: Connections;
  /** Where the log told of a client who has said nothing yet. */
  readonly announced: ReadonlyMap<string, PeeledLine>;
  /** Clients that are sending a message, the longest first. */
  readonly sending: readonly string[];
  /** Connections whose client spoke last. */
  readonly asked: readonly string[];
}

export const aiosmtpd: Dialect<State> = {
  id: 'aiosmtpd',
  name: 'Python aiosmtpd',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  wire: true,
  start: () => ({ connections: NO_CONNECTIONS, announced: new Map(), sending: [], asked: [] }),
  read,
  write(speaker, text, like) {
    const peer = like === undefined ? null : PEER.exec(like.text);
    const before =
      peer === null ? "DEBUG:mail.log:('127.0.0.1', 0)" : (like?.text.slice(0, peer.index) ?? '') + peer[1];
    const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
    return `${before} ${speaker === 'client' ? '>>' : '<<'} b${quoteText(text, quote)}`;
  },
};

/** The repr of a socket's peer: a pair, four values for IPv6, a string for a Unix socket. What stands before is logging's. */
const PEER =
  /(\('[^']{0,64}', \d{1,5}(?:, \d{1,10}, \d{1,10})?\)|'[^']{0,200}'|b'[^']{0,200}') (?=<< |>> |handling connection|connection lost|EOF received|connection timeout)/;
const PEER_SAID = /^(<<|>>) (?:challenge: )?b?(?=['"])/;
/** Logging's own part of a line, as far as it is searched. */
const LOGGING = 200;

function weight({ text: logged }: PeeledLine): number {
  const head = logged.slice(0, LOGGING);
  if (/\b(?:_handle_client|DATA) readline: b['"]/.test(head)) return 6;
  const peer = PEER.exec(head);
  if (peer === null) return 0;
  const rest = logged.slice(peer.index + peer[0].length);
  const said = PEER_SAID.exec(rest);
  if (said === null) return 3;
  const text = rest.slice(said[0].length + 1);
  const reply = looksLikeReply(text);
  // A shell script says `echo 'x' >> "$FILE"`.
  if (!peer[1]?.startsWith('(') && !reply && !readsAsCommand(text.replace(/\\r\\n['"]$|['"]$/, ''))) return 0;
  return reply === (said[1] === '<<') ? 12 : 6;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const timed = line.time === undefined ? withTime(line) : line;
  const head = line.text.slice(0, LOGGING);
  const data = /\bDATA readline: b(?=['"])/.exec(head);
  if (data !== null) return dataLine(timed, data.index + data[0].length, state, context);
  const peer = PEER.exec(head);
  if (peer === null) return state;
  const key = peer[1] as string;
  const from = peer.index + peer[0].length;
  const rest = line.text.slice(from);
  const said = PEER_SAID.exec(rest);
  if (said !== null)
    return dialogue(timed, from + said[0].length, key, said[1] === '>>' ? 'client' : 'server', state, context);
  if (rest.startsWith('handling connection')) {
    return {
      ...state,
      connections: opened(state.connections, key),
      announced: new Map(state.announced).set(key, timed),
    };
  }
  const event = eventOf(rest);
  const session = state.connections.names.get(key);
  if (event === undefined || session === undefined || state.announced.has(key)) return state;
  tell(timed, peer.index, session, event, context);
  return event.type === 'close' ? forget(key, state) : state;
}

function eventOf(text: string): ToolEvent | undefined {
  if (text === 'connection lost') return { type: 'close', by: 'unknown' };
  if (text === 'EOF received') return { type: 'close', by: 'client' };
  if (text.startsWith('connection timeout')) return { type: 'error', about: 'timeout', message: text };
  return undefined;
}

/** `2026-11-24 19:06:35,123`, as `%(asctime)s` writes it. */
function withTime(line: PeeledLine): PeeledLine {
  const stamp = /\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{1,6})?/.exec(line.text.slice(0, 60))?.[0];
  const time = stamp === undefined ? undefined : timeOfStamp(stamp);
  return atTime(line, time);
}

function dialogue(
  line: PeeledLine,
  from: number,
  key: string,
  speaker: Said['speaker'],
  before: State,
  context: ReadContext,
): State {
  const quoted = readQuoted(line, from);
  if (quoted === undefined) return before;
  const state = begun(line, key, before, context);
  const session = state.connections.names.get(key) as string;
  if (quoted.text === '')
    say(line, from + 1, session, speaker, context, { text: '', ...within(line, from + 1, from + 1) });
  // What was far too long is not written down.
  if (speaker === 'server' && quoted.text === '500 Command line too long' && !state.asked.includes(key)) {
    tell(line, from, session, { type: 'gap' }, context);
  }
  // One record holds one line of a client, and all of a reply that was pushed at once.
  for (const { text, place } of cutLines(quoted)) {
    const masked = speaker === 'client' && /^\*{8}$/.test(text);
    say(line, from, session, speaker, context, { text, ...place, ...(masked && { elided: { what: 'secret' } }) });
  }
  const now = { ...state, asked: listed(state.asked, key, speaker === 'client') };
  if (speaker === 'client') return now;
  const sending = context.modeOf(session) === 'data';
  return sending === state.sending.includes(key) ? now : withSending(key, sending, now);
}

function dataLine(line: PeeledLine, from: number, state: State, context: ReadContext): State {
  const key = state.sending[0];
  const session = key === undefined ? undefined : state.connections.names.get(key);
  const quoted = readQuoted(line, from);
  if (key === undefined || session === undefined || quoted === undefined) return state;
  let now = state;
  for (const { text, place, wireEol } of cutLines(quoted)) {
    const end = text === '.' && wireEol === undefined;
    say(line, from, session, 'client', context, {
      text,
      kind: end ? 'end-of-data' : 'data',
      ...place,
      ...(wireEol !== undefined && wireEol !== '' && { wireEol }),
    });
    if (end) now = withSending(key, false, now);
  }
  return now;
}

function withSending(key: string, sending: boolean, state: State): State {
  return { ...state, sending: listed(state.sending, key, sending) };
}

/** The connections with this one as the last, or without it. */
function listed(keys: readonly string[], key: string, is: boolean): readonly string[] {
  const others = keys.filter((each) => each !== key);
  return is ? [...others, key] : others;
}

function begun(line: PeeledLine, key: string, state: State, context: ReadContext): State {
  const known = state.connections.names.has(key);
  const connections = known ? state.connections : opened(state.connections, key);
  const at = state.announced.get(key);
  if (known && at === undefined) return state;
  const announced = new Map(state.announced);
  announced.delete(key);
  const host = /^\('([^']{1,64})'/.exec(key)?.[1];
  const event = { type: 'connect', whole: at !== undefined, ...(host !== undefined && { host }) } as const;
  tell(at ?? line, 0, connections.names.get(key) as string, event, context);
  return { ...state, connections, announced };
}

function forget(key: string, state: State): State {
  return {
    ...withSending(key, false, state),
    asked: listed(state.asked, key, false),
    connections: closed(state.connections, key),
  };
}
