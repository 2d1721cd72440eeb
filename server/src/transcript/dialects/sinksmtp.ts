/**
 * sinksmtp: `25312/1r HELO client`, process and connection, then `r` for what was read, `w` for what was written, `#` and `!` for
 * its own words; `. <end of data>`, also behind `r`, stands for the message.
 */
import { readsAsCommand } from '../command';
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened } from './connections';
import { tellClose } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

export const sinksmtp: Dialect<Connections> = {
  id: 'sinksmtp',
  name: 'sinksmtp -smtplog',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => NO_CONNECTIONS,
  read,
  write(speaker, text, like) {
    const key = like === undefined ? undefined : HEAD.exec(like.text)?.[1];
    return `${key ?? '1/1'}${speaker === 'client' ? 'r' : 'w'} ${text}`;
  },
};

const HEAD = /^(\d{1,10}\/\d{1,8})([rw#!.]) /;

const END_OF_DATA = '. <end of data>';

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  if (head === null) return 0;
  const rest = text.slice(head[0].length);
  if (head[2] === 'r') return readsAsCommand(rest) || rest === END_OF_DATA ? 12 : 0;
  if (head[2] === 'w') return looksLikeReply(rest) ? 12 : 0;
  return rest === '<end of data>' || /^(?:remote \S+|quit|abort|close) at /.test(rest) ? 8 : 0;
}

function read(line: PeeledLine, state: Connections, context: ReadContext): Connections {
  const head = HEAD.exec(line.text);
  if (head === null) return state;
  const [{ length: from }, key = '', mark] = head;
  const rest = line.text.slice(from);
  if (mark === '#') return told(line, from, rest, key, state, context);
  if (mark === '!') {
    const session = state.names.get(key);
    const failed = session !== undefined && rest.startsWith('TLS setup failed: ');
    if (failed) tell(line, from, session, { type: 'error', about: 'tls', message: rest }, context);
    return state;
  }
  const now = state.names.has(key) ? state : begin(line, from, key, beginsAsGreeting(rest), state, context);
  const session = now.names.get(key) as string;
  if (mark === '.' || (mark === 'r' && rest === END_OF_DATA)) {
    if (context.modeOf(session) !== 'data') return now;
    say(line, from, session, 'client', context, { text: '', elided: { what: 'data' } });
    say(line, from, session, 'client', context, { text: '.', kind: 'end-of-data' });
    return now;
  }
  say(line, from, session, mark === 'r' ? 'client' : 'server', context);
  return now;
}

function told(
  line: PeeledLine,
  from: number,
  rest: string,
  key: string,
  state: Connections,
  context: ReadContext,
): Connections {
  if (rest.startsWith('remote ')) return begin(line, from, key, true, state, context);
  const session = state.names.get(key);
  if (session === undefined || !/^(?:quit|abort|close)\w{0,5} at /.test(rest)) return state;
  tellClose(line, from, session, context);
  return closed(state, key);
}

function begin(
  line: PeeledLine,
  from: number,
  key: string,
  whole: boolean,
  state: Connections,
  context: ReadContext,
): Connections {
  const now = opened(state, key);
  const [, host] = /^remote ([\da-fA-F.:[\]]{2,47}):\d{1,5} /.exec(line.text.slice(from)) ?? [];
  const event = { type: 'connect', whole, tls: 'unknown', ...(host !== undefined && { host }) } as const;
  tell(line, from, now.names.get(key) as string, event, context);
  return now;
}
