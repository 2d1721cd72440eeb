/**
 * INetSim's service log: `[2026-11-30 10:15:00] [1234] [smtp_25_tcp 1240] [192.0.2.10:45678] recv: EHLO …`, `send: ` for the
 * server. Each connection has a process, named behind the service, and a client's address. `<(MESSAGE)> (32 bytes)` and
 * `<(CHUNK)> (14 bytes)` stand for mail data.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, nameIn, opened } from './connections';
import { tellClose } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { behindLine, type FinalDots, NO_DOTS } from './finalDots';
import { atTime, say, tell, timeOfStamp } from './utter';

interface State {
  readonly connections: Connections;
  readonly dotted: FinalDots;
}

export const inetsim: Dialect<State> = {
  id: 'inetsim',
  name: 'INetSim service log',
  asRead: true,
  lossy: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ connections: NO_CONNECTIONS, dotted: NO_DOTS }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? undefined : HEAD.exec(like.text)?.[0];
    return `${head ?? OPENING}${speaker === 'client' ? 'recv' : 'send'}: ${text}`;
  },
};

const OPENING = '[1970-01-01 00:00:00] [1] [smtp_25_tcp 2] [192.0.2.1:40000] ';
const HEAD =
  /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\] \[\d{1,10}\] \[smtps?_\d{1,5}_tcp (\d{1,10})\] \[([\da-fA-F.:]{3,60})\] /;

const MAIL_DATA = /^recv: <\((?:MESSAGE|CHUNK)\)> \((\d{1,12}) bytes\)$/;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  if (head === null) return 0;
  const [said, what] = [text.slice(head[0].length + 6), text.slice(head[0].length, head[0].length + 6)];
  const fits = (what === 'send: ' && looksLikeReply(said)) || (what === 'recv: ' && readsAsCommand(said));
  return fits ? 12 : 3;
}

function read(peeled: PeeledLine, state: State, context: ReadContext): State {
  const head = HEAD.exec(peeled.text);
  if (head === null) return state;
  const [{ length: from }, stamp = '', process = '', peer = ''] = head;
  const time = peeled.time ?? timeOfStamp(stamp);
  const line = atTime(peeled, time);
  const key = `${process} ${peer}`;
  const rest = line.text.slice(from);
  const dotted = behindLine(state.dotted, key, false);
  if (rest === 'connect') {
    const connections = opened(state.connections, key);
    const host = peer.slice(0, peer.lastIndexOf(':'));
    tell(line, from, nameIn(connections, key), { type: 'connect', whole: true, host }, context);
    return { connections, dotted };
  }
  const { connections } = state;
  const session = nameIn(connections, key);
  if (rest === 'disconnect (timeout)') {
    tell(line, from, session, { type: 'error', about: 'timeout', message: rest }, context);
    tell(line, from, session, { type: 'close', by: 'server' }, context);
    return { connections: closed(connections, key), dotted };
  }
  if (rest === 'disconnect') {
    tellClose(line, from, session, context, state.dotted.has(key));
    return { connections: closed(connections, key), dotted };
  }
  const speaker = rest.startsWith('send: ') ? 'server' : rest.startsWith('recv: ') ? 'client' : undefined;
  if (speaker !== undefined) {
    const payload = context.modeOf(session) === 'data' || context.modeOf(session) === 'bdat';
    const octets = payload ? MAIL_DATA.exec(rest)?.[1] : undefined;
    const elided = { text: '', elided: { what: 'data', octets: Number(octets) } } as const;
    const ends = payload && rest === 'recv: .';
    say(line, from + 6, session, speaker, context, octets === undefined ? undefined : elided);
    return { connections, dotted: behindLine(dotted, key, ends) };
  }
  if (/^info: Connection successfully upgraded to SSL/.test(rest)) {
    tell(line, from, session, { type: 'tls' }, context);
  }
  return state;
}
