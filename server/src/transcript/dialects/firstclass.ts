/**
 * FirstClass Internet Services: `[2026-11-30 10:15:00] Server-105: Rcv: EHLO …`. `Server` is the server's side, `Client` that of a
 * delivery; the number names the session.
 */
import { readsAsCommand } from '../command';
import { speaksSmtp } from '../protocols';
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Connections, NO_CONNECTIONS, opened } from './connections';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

export const firstclass: Dialect<Connections> = {
  id: 'firstclass',
  name: 'FirstClass Internet Services log',
  asRead: true,
  evidence,
  start: () => NO_CONNECTIONS,
  read,
  write(speaker, text, like) {
    const head = like === undefined ? null : HEAD.exec(like.text);
    const [, time = '', key = 'Server-1'] = head ?? [];
    const sends = (speaker === 'server') === key.startsWith('Server');
    return `${time}${key}: ${sends ? 'Snd' : 'Rcv'}: ${text}`;
  },
};

const HEAD = /^((?:\[[\d-]{8,10} [\d:.]{7,15}\] )?)((Server|Client)-\d{1,9}): (?:(Snd)|Rcv): ?/;

function evidence(sample: readonly PeeledLine[]): number {
  const said = sample.flatMap(({ text }) => {
    const head = HEAD.exec(text);
    return head === null ? [] : [text.slice(head[0].length)];
  });
  if (!said.some((text) => speaksSmtp(text) > 0)) return 0;
  return weigh(sample, ({ text }) => {
    const head = HEAD.exec(text);
    if (head === null) return 0;
    const shown = text.slice(head[0].length);
    const fits = speakerOf(head) === 'server' ? looksLikeReply(shown) : readsAsCommand(shown);
    return fits ? 12 : 1;
  });
}

function speakerOf([, , , side, sends]: RegExpExecArray): 'client' | 'server' {
  return (side === 'Server') === (sends !== undefined) ? 'server' : 'client';
}

function read(line: PeeledLine, state: Connections, context: ReadContext): Connections {
  const head = HEAD.exec(line.text);
  if (head === null) return state;
  const [{ length: from }, , key = ''] = head;
  const speaker = speakerOf(head);
  const said = line.text.slice(from);
  const session = state.names.get(key);
  const begins =
    session === undefined || (speaker === 'server' && said.startsWith('220 ') && context.modeOf(session) === 'closed');
  const now = begins ? opened(state, key) : state;
  const name = now.names.get(key) as string;
  if (begins) {
    const whole = speaker === 'server' && beginsAsGreeting(said);
    tell(line, from, name, { type: 'connect', whole, tls: 'unknown' }, context);
  }
  say(line, from, name, speaker, context);
  return now;
}
