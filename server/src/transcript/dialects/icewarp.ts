/**
 * IceWarp (Merak): `192.0.2.10     [2B3C] 10:15:00 >>> 220 …`, in older versions with a date before the time. `>>>` is what IceWarp
 * sends, so the server's words, and the client's in a `Client session`. The message is not shown.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import { type Connections, NO_CONNECTIONS, nameIn, opened } from './connections';
import { tellClose } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly connections: Connections;
  /** Who speaks behind `>>>`, by connection. */
  readonly senders: ReadonlyMap<string, Said['speaker']>;
}

export const icewarp: Dialect<State> = {
  id: 'icewarp',
  name: 'IceWarp log',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ connections: NO_CONNECTIONS, senders: new Map() }),
  read,
  write(speaker, text, like) {
    const [head, , , , arrow] = (like === undefined ? null : HEAD.exec(like.text)) ?? [];
    if (like === undefined || head === undefined || arrow === undefined)
      return `192.0.2.1     [0001] 00:00:00 ${speaker === 'server' ? '>>>' : '<<<'} ${text}`;
    const same = looksLikeReply(like.text.slice(head.length)) === (speaker === 'server');
    const other = arrow === '>>>' ? '<<<' : '>>>';
    return `${head.slice(0, -4)}${same ? arrow : other} ${text}`;
  },
};

/** Address, session, date and time; behind them an arrow or an event. */
const HEAD =
  /^(([\da-fA-F.:]{2,45}|SYSTEM) {1,20}\[([\dA-F]{4,16})\] (?:\w{3}, \d\d \w{3} \d{4} )?\d\d:\d\d:\d\d(?:[.:]\d{3})?(?: [+-]\d{4})? )(?:(>>>|<<<) ?)?/;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  if (head === null) return 0;
  const rest = text.slice(head[0].length);
  if (head[4] === undefined) return /^(?:Client session )?(?:Connected|Disconnected)$|^\*\*\* </.test(rest) ? 8 : 0;
  return looksLikeReply(rest) || readsAsCommand(rest) ? 14 : 2;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const head = HEAD.exec(line.text);
  if (head === null) return state;
  const [{ length: from }, , host = '', id, arrow] = head;
  const key = `${host} [${id}]`;
  const rest = line.text.slice(from);
  if (arrow === undefined) return told(line, from, key, host, state, context);
  const now = state.senders.has(key) ? state : begun(line, rest, arrow, key, state, context);
  const session = nameIn(now.connections, key);
  const sender = now.senders.get(key);
  const speaker = (arrow === '>>>') === (sender === 'server') ? 'server' : 'client';
  say(line, from, session, speaker, context);
  return now;
}

function told(line: PeeledLine, from: number, key: string, host: string, state: State, context: ReadContext): State {
  const rest = line.text.slice(from);
  const [, client] = /^(Client session )?Connected$/.exec(rest) ?? [undefined, ''];
  if (client !== '') {
    const now = withSender(state, key, client === undefined ? 'server' : 'client');
    tell(line, from, nameIn(now.connections, key), { type: 'connect', whole: true, host, tls: 'unknown' }, context);
    return now;
  }
  if (!state.senders.has(key)) return state;
  const session = nameIn(state.connections, key);
  // The message came in, where its answer is not shown.
  if (/^\*\*\* <.{0,1000} OK\b/.test(rest) && context.modeOf(session) === 'data') {
    say(line, from, session, 'client', context, { text: '', elided: { what: 'data' } });
    say(line, from, session, 'client', context, { text: '.', kind: 'end-of-data' });
  }
  if (/^(?:Client session )?Disconnected$/.test(rest)) tellClose(line, from, session, context);
  return state;
}

/** The log begins inside the connection: its first line tells who sends. */
function begun(line: PeeledLine, rest: string, arrow: string, key: string, state: State, context: ReadContext): State {
  const now = withSender(state, key, looksLikeReply(rest) === (arrow === '>>>') ? 'server' : 'client');
  tell(line, 0, nameIn(now.connections, key), { type: 'connect', whole: false }, context);
  return now;
}

function withSender({ connections, senders }: State, key: string, sender: Said['speaker']): State {
  const now = opened(connections, key);
  const next = new Map(senders).set(key, sender);
  for (const old of next.keys()) if (!now.names.has(old)) next.delete(old);
  return { connections: now, senders: next };
}
