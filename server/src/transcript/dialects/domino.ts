/**
 * HCL Domino with `SMTPDebugIO`: `[0B90:0010-0F40] R:  EHLO client<CRLF>`. The bracket is the process and the thread, which serves
 * one client at a time; `R` is what Domino received and `S` what it sent, so the server's words, and the client's where
 * Domino delivers.
 */
import { readsAsCommand } from '../command';
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, nameIn, opened, without } from './connections';
import { tellClose } from './delivery';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { behindLine, type FinalDots, isFinalDot, NO_DOTS } from './finalDots';
import { say, tell } from './utter';

interface State {
  readonly connections: Connections;
  /** Who speaks behind `S:`, by thread. */
  readonly senders: ReadonlyMap<string, Said['speaker']>;
  readonly dotted: FinalDots;
}

export const domino: Dialect<State> = {
  id: 'domino',
  name: 'HCL Domino SMTPDebugIO',
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ connections: NO_CONNECTIONS, senders: new Map(), dotted: NO_DOTS }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? null : SAID.exec(like.text);
    const [, key = '[0001:0001-0001] ', , mark = 'S', blanks = '  '] = head ?? [];
    const isServer = like === undefined || head === null || looksLikeReply(like.text.slice(head[0].length));
    const other = mark === 'S' ? 'R' : 'S';
    return `${key}${isServer === (speaker === 'server') ? mark : other}:${blanks}${text}${LINE_END}`;
  },
};

const LINE_END = '<CRLF>';
const SAID = /^(\[([\dA-F]{4,8}:[\dA-F]{4,8}-[\dA-F]{4,16})\] )([SR]):( {1,2}|$)/;
const EVENT =
  /^\[([\dA-F]{4,8}:[\dA-F]{4,8}-[\dA-F]{4,16})\] .{0,60}\bSMTP Server: \S{1,255} (?:\(([\da-fA-F.:]{2,45})\) )?(connected|disconnected\b)/;

function weight({ text }: PeeledLine): number {
  const head = SAID.exec(text);
  if (head === null) return EVENT.test(text) ? 6 : 0;
  const said = text.slice(head[0].length).replace(LINE_END, '');
  return looksLikeReply(said) || readsAsCommand(said) ? 14 : 2;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const head = SAID.exec(text);
  if (head === null) return told(line, state, context);
  const [{ length: from }, , key = '', mark] = head;
  const end = text.endsWith(LINE_END) ? text.length - LINE_END.length : text.length;
  const said = text.slice(from, end);
  let now = state;
  if (!state.senders.has(key)) {
    const sender = looksLikeReply(said) === (mark === 'S') ? 'server' : 'client';
    now = begin(key, sender, state);
    const whole = beginsAsGreeting(said);
    tell(line, 0, nameIn(now.connections, key), { type: 'connect', whole, tls: 'unknown' }, context);
  }
  const speaker = (mark === 'S') === (now.senders.get(key) === 'server') ? 'server' : 'client';
  const session = nameIn(now.connections, key);
  const ends = isFinalDot(speaker, said, session, context);
  say(line, from, session, speaker, context, { text: said, ...within(line, from, end) });
  return { ...now, dotted: behindLine(now.dotted, key, ends) };
}

function told(line: PeeledLine, state: State, context: ReadContext): State {
  const [, key, host, what] = EVENT.exec(line.text) ?? [];
  if (key === undefined) return state;
  if (what === 'connected') {
    const now = begin(key, 'server', state);
    const address = host === undefined ? {} : { host };
    tell(line, 0, nameIn(now.connections, key), { type: 'connect', whole: true, tls: 'unknown', ...address }, context);
    return now;
  }
  if (!state.senders.has(key)) return state;
  const session = nameIn(state.connections, key);
  tellClose(line, 0, session, context, state.dotted.has(key));
  return {
    connections: closed(state.connections, key),
    senders: without(state.senders, key),
    dotted: behindLine(state.dotted, key, false),
  };
}

function begin(key: string, sender: Said['speaker'], { connections, senders, dotted }: State): State {
  const now = opened(connections, key);
  const next = new Map(senders).set(key, sender);
  for (const old of next.keys()) if (!now.names.has(old)) next.delete(old);
  return { connections: now, senders: next, dotted: behindLine(dotted, key, false) };
}
