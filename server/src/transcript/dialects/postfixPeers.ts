/**
 * What Postfix writes with `-v`, only the messages: `journalctl -o cat` takes off the program with its process. The peer in
 * each line is all that tells connections apart. While a peer has several of them open, whose a line is remains unknown.
 */
import { readsAsCommand } from '../command';
import { lookUp, type PersistentMap, withoutValue, withValue } from '../persistentMap';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import {
  afterClient,
  afterServer,
  isGreeting,
  NOBODY,
  type Peer,
  type Role,
  unlessOther,
  without,
} from './peerConnections';
import { CONNECT, endOfPeer, eventOf, TRYING } from './postfix';
import { altered, saidIn, tell } from './utter';

interface State {
  readonly count: number;
  readonly peers: PersistentMap<Peer>;
  /** Servers whose clients said QUIT, the one that did so first in front. */
  readonly left: readonly string[];
}

export const postfixPeers: Dialect<State> = {
  id: 'postfix-peers',
  name: 'Postfix smtpd -v / smtp -v without program names',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ count: 0, peers: undefined, left: [] }),
  read,
  opening: ['connect from client.example.com[192.0.2.1]'],
  write(speaker, text, like) {
    const from = like === undefined ? -1 : endOfPeer(like.text);
    const key = like !== undefined && from > 0 ? like.text.slice(2, from - 2) : CONNECT.exec(like?.text ?? '')?.[1];
    const role = like !== undefined && from > 0 ? roleIn(like.text, from, key ?? '') : 'server';
    return `${(speaker === 'client') === (role === 'server') ? '<' : '>'} ${key ?? 'unknown[127.0.0.1]'}: ${text}`;
  },
};

function weight({ text, process }: PeeledLine): number {
  if (process !== undefined) return 0;
  const first = text.charCodeAt(0);
  if (first === LESS || first === GREATER) {
    const from = endOfPeer(text);
    if (from < 0) return 0;
    const said = text.slice(from);
    return looksLikeReply(said) ? 12 : readsAsCommand(said) ? 8 : 2;
  }
  if (TRYING.test(text)) return 5;
  return /^(?:connect|disconnect) from \S{1,255}\[[^\]]{1,64}\]/.test(text) ? 0.5 : 0;
}

/** What Postfix is in a line of dialogue, when nothing before tells. */
function roleIn(text: string, from: number, key: string): Role {
  if (!key.endsWith(']')) return 'client';
  const said = text.slice(from);
  if (looksLikeReply(said)) return text.charCodeAt(0) === LESS ? 'client' : 'server';
  return text.charCodeAt(0) === GREATER && readsAsCommand(said) ? 'client' : 'server';
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  switch (text.charCodeAt(0)) {
    case LESS:
    case GREATER: {
      const from = endOfPeer(text);
      return from < 0 ? state : dialogue(line, from, state, context);
    }
    case LETTER_C: {
      const [, key] = CONNECT.exec(text) ?? [];
      if (key !== undefined) return announce(key, 'server', line, state, context);
      break;
    }
    case LETTER_S: {
      const [, host, port] = TRIED.exec(text) ?? [];
      return host === undefined ? state : announce(`${host}:${port}`, 'client', line, state, context);
    }
    default:
  }
  return report(line, state, context);
}

const TRIED = /^smtp_connect_addr: trying: (\S{1,255}\[[^\]]{1,64}\]) port (\d{1,5})\.\.\./;

function withPeer(state: State, key: string, peer: Peer): State {
  return { count: state.count, peers: withValue(state.peers, key, peer), left: state.left };
}

function withoutPeer(state: State, key: string): State {
  return { count: state.count, peers: withoutValue(state.peers, key), left: state.left };
}

// --- how many are open --------------------------------------------------------------------------------------------

function announce(key: string, role: Role, line: PeeledLine, before: State, context: ReadContext): State {
  const state = hangUp(key, line, before, context);
  const peer = lookUp(state.peers, key) ?? { ...NOBODY, role };
  const announced = peer.open === 0 ? line : peer.announced;
  return withPeer(state, key, { ...peer, announced, open: peer.open + 1, awaited: peer.awaited + 1 });
}

/** The only connection was left by the client, and the log says no more about it: it is at its end. */
function hangUp(key: string, line: PeeledLine, state: State, context: ReadContext): State {
  const peer = lookUp(state.peers, key);
  if (peer === undefined || !peer.left || peer.open > 1) return state;
  close(peer, line, 'client', context);
  return withoutPeer(state, key);
}

function close(peer: Peer, line: PeeledLine, by: 'client' | 'server' | 'unknown', { emit }: ReadContext): void {
  if (peer.telling === 'nothing') return;
  emit({ session: peer.session, speaker: 'tool', text: '', event: { type: 'close', by }, ...within(line, 0, 0) });
}

function endOne(key: string, line: PeeledLine, peer: Peer, state: State, context: ReadContext): State {
  const rest = without(peer);
  if (rest.telling === 'nothing' && peer.open > 1) leaveOff(peer, line, context);
  return rest.open > 0 ? withPeer(state, key, rest) : withoutPeer(state, key);
}

/** The lines that follow are no longer this session's for sure, nor is it known what became of it. */
function leaveOff(peer: Peer, line: PeeledLine, context: ReadContext): void {
  if (peer.telling === 'nothing') return;
  skip(peer.session, line, context);
  close(peer, line, 'unknown', context);
}

/** What was not answered so far may have been; nothing is known behind this. */
function skip(session: string, line: PeeledLine, { emit }: ReadContext): void {
  emit({ session, speaker: 'tool', text: '', event: { type: 'gap', tls: 'unknown' }, ...within(line, 0, 0) });
}

// --- dialogue -----------------------------------------------------------------------------------------------------

function dialogue(line: PeeledLine, from: number, before: State, context: ReadContext): State {
  const { text } = line;
  const key = text.slice(2, from - 2);
  const known = lookUp(before.peers, key);
  const role = known?.role ?? roleIn(text, from, key);
  const speaker = (text.charCodeAt(0) === LESS) === (role === 'server') ? 'client' : 'server';
  const words = text.slice(from);
  const greets = speaker === 'server' && words.startsWith('220') && isGreeting(words, role, known);
  // A greeting of a connection that was not announced, or a line of one that began before the log.
  const begins = known === undefined || (greets && known.awaited === 0);
  const crossed = !begins && !greets && isCrossed(known, speaker, words);
  const begun = begins
    ? begin(key, role, line, greets, before, context)
    : crossed
      ? withPeer(before, key, { ...known, open: 2 })
      : before;
  const [state, told] = tellBeginning(line, key, begun, greets, context);
  const peer = speaker === 'server' ? unlessOther(told, words, greets) : told;
  const said = saidIn(line, from, peer.session, speaker);
  if (peer.open > 1) sayAny(line, said, peer, greets, context);
  else sayOne(said, peer, context);
  const after = speaker === 'client' ? afterClient(peer, words) : afterServer(peer, words, greets);
  if (role === 'client' && speaker === 'client' && words === 'QUIT') return leave(key, line, after, state, context);
  if (peer.unannounced && speaker === 'server' && words.startsWith('221 ')) {
    if (peer.open === 1) close(peer, line, 'server', context);
    return endOne(key, line, after, state, context);
  }
  return withPeer(state, key, after);
}

/** smtpd answers one command after the other: what does not fit shows that the log began in two connections of the peer. */
function isCrossed(peer: Peer, speaker: Said['speaker'], text: string): boolean {
  if (peer.whole || peer.open > 1 || peer.role !== 'server' || text.startsWith('421')) return false;
  if (speaker === 'server') return peer.asked === 0 && peer.more === '';
  return readsAsCommand(text) && (peer.asked > 0 || (peer.inMail && /^MAIL/i.test(text)));
}

function begin(key: string, role: Role, line: PeeledLine, greets: boolean, before: State, context: ReadContext): State {
  const state = hangUp(key, line, before, context);
  const peer = lookUp(state.peers, key) ?? { ...NOBODY, role };
  const awaited = peer.awaited + (greets ? 1 : 0);
  return withPeer(state, key, {
    ...peer,
    open: peer.open + 1,
    awaited,
    unannounced: greets || peer.unannounced,
    whole: false,
  });
}

function sayOne(said: Said, peer: Peer, context: ReadContext): void {
  const ends = peer.role === 'client' && said.speaker === 'client' && said.text === '.';
  if (ends && context.modeOf(said.session) === 'data') {
    // The message itself is not logged.
    context.emit(altered(said, { text: '', elided: { what: 'data' } }));
    context.emit(altered(said, { kind: 'end-of-data' }));
  } else context.emit(said);
}

/** What is in force is unknown, and what a reply is about, unless only one thing was asked: each line stands alone. */
function sayAny(line: PeeledLine, said: Said, peer: Peer, greets: boolean, context: ReadContext): void {
  const { session, text, speaker } = said;
  if (speaker === 'client') {
    // An answer to a challenge of AUTH reads as any word.
    if (!readsAsCommand(text)) return;
    skip(session, line, context);
  } else if (!peer.alone) {
    // Lines of one reply may be lines of two, and by itself the answer to STARTTLS reads as a greeting.
    if (peer.more !== '' || text.charCodeAt(3) === HYPHEN || (text.startsWith('220') && !greets)) return;
    skip(session, line, context);
  }
  context.emit(said);
}

function leave(key: string, line: PeeledLine, peer: Peer, state: State, context: ReadContext): State {
  if (peer.open > 1) return endOne(key, line, peer, state, context);
  const now = withPeer(state, key, { ...peer, left: true });
  const left = [...state.left.filter((each) => each !== key), key];
  const [oldest = ''] = left;
  if (left.length <= MOST_LEFT) return { count: now.count, peers: now.peers, left };
  const last = lookUp(now.peers, oldest);
  const over = last?.left === true;
  if (over) close(last, line, 'client', context);
  const gone = over ? withoutValue(now.peers, oldest) : now.peers;
  return { count: now.count, peers: gone, left: left.slice(1) };
}

/** So many connections that the smtp client left wait for the last answer. */
const MOST_LEFT = 64;

// --- what Postfix reports -----------------------------------------------------------------------------------------

/** The peer, which is known, once it is told that a connection begins, before what is said in it. */
function tellBeginning(
  line: PeeledLine,
  key: string,
  state: State,
  greets: boolean,
  context: ReadContext,
): readonly [State, Peer] {
  const peer = lookUp(state.peers, key) as Peer;
  const { announced, early, open } = peer;
  const telling = open > 1 ? 'any' : 'one';
  if (peer.telling === telling) return [state, peer];
  const count = state.count + 1;
  const session = `${key}/${count}`;
  if (telling === 'any') {
    leaveOff(peer, line, context);
    tell(line, 0, session, { type: 'connect', whole: false, host: key, tls: 'unknown' }, context);
  } else {
    const whole = announced !== undefined;
    tell(announced ?? line, 0, session, { type: 'connect', whole, host: key }, context);
    // What the server says first would be its greeting.
    if (!whole && !greets) skip(session, line, context);
    if (early !== undefined) {
      tell(early, 0, session, { type: 'error', about: 'pipelining', message: early.text }, context);
    }
  }
  const told: Peer = { ...peer, session, telling, announced: undefined, early: undefined, alone: false };
  return [{ count, peers: withValue(state.peers, key, told), left: state.left }, told];
}

/** The peer in what Postfix reports of a connection. */
const REPORTED = /\b(?:from|to|with) (\S{1,255}\[[^\]\s]{1,64}\](?::\d{1,5})?)/;
/** The smtp client puts the message's id before what it says about a delivery. */
const QUEUE_ID = /^[0-9A-Za-z]{6,20}: /;

function report(line: PeeledLine, state: State, context: ReadContext): State {
  const text = line.text.replace(QUEUE_ID, '');
  const asClient = eventOf(text, 'client');
  const event = asClient ?? eventOf(text, 'server');
  if (event === undefined) return state;
  const [, name = ''] = REPORTED.exec(text) ?? [];
  const key = lookUp(state.peers, name) === undefined ? `${name}:25` : name;
  const peer = lookUp(state.peers, key);
  if (peer === undefined) return state;
  if (text.startsWith('disconnect from ')) {
    if (peer.open === 1 && peer.telling !== 'nothing') tell(line, 0, peer.session, event, context);
    return endOne(key, line, peer, state, context);
  }
  if (event.type === 'error' && event.about === 'connect') return endOne(key, line, peer, state, context);
  const over =
    peer.role === 'client' && event.type === 'error' && (event.about === 'lost' || event.about === 'timeout');
  // Whose TLS it is, or whose connection was lost, cannot be said of several.
  if (peer.open > 1) return over ? endOne(key, line, peer, state, context) : state;
  if (peer.telling === 'nothing' && peer.role === 'server' && event.type === 'error') {
    return event.about === 'pipelining' ? withPeer(state, key, { ...peer, early: line }) : state;
  }
  const [now, told] = tellBeginning(line, key, state, false, context);
  tell(line, 0, told.session, event, context);
  if (!over) return now;
  close(told, line, 'client', context);
  return endOne(key, line, told, now, context);
}

const HYPHEN = 45;
const LESS = 60;
const GREATER = 62;
const LETTER_C = 99;
const LETTER_S = 115;
