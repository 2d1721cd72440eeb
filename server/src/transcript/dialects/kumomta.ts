/**
 * KumoMTA's `kcli trace-smtp-server`: `[192.0.2.10:55424->198.51.100.1:25]  93ms  -> EHLO …`, `<-` for the server, `===` for its own
 * words.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, nameIn, opened } from './connections';
import { tellClose } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { behindLine, type FinalDots, isFinalDot, NO_DOTS } from './finalDots';
import { say, tell } from './utter';

interface State {
  readonly connections: Connections;
  readonly dotted: FinalDots;
}

export const kumomta: Dialect<State> = {
  id: 'kumomta',
  name: 'KumoMTA trace-smtp-server',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ connections: NO_CONNECTIONS, dotted: NO_DOTS }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? undefined : HEAD.exec(like.text)?.[1];
    return `${head ?? '[192.0.2.1:40000->192.0.2.2:25]       '}${speaker === 'client' ? ' ->' : '<- '} ${text}`;
  },
};

const HEAD = /^(\[([^\]\s]{3,80}->[^\]\s]{3,80})\] {1,7}(?:[\d.]{1,9}(?:ns|us|µs|ms|s|m|h)? )? {0,7})(===|<- | ->) ?/;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  if (head === null) return 0;
  const said = text.slice(head[0].length);
  if (head[3] === '===') return 6;
  return (head[3] === '<- ' ? looksLikeReply(said) : readsAsCommand(said)) ? 14 : 2;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const head = HEAD.exec(line.text);
  if (head === null) return state;
  const [{ length: from }, , key = '', mark] = head;
  const rest = line.text.slice(from);
  const dotted = behindLine(state.dotted, key, false);
  if (mark === '===') {
    if (/^Connected /.test(rest)) {
      const connections = opened(state.connections, key);
      const host = key.slice(0, key.search(/:\d{1,5}->/));
      tell(line, from, nameIn(connections, key), { type: 'connect', whole: true, host }, context);
      return { connections, dotted };
    }
    return told(line, from, key, state, context);
  }
  const session = nameIn(state.connections, key);
  const speaker = mark === '<- ' ? 'server' : 'client';
  const ends = isFinalDot(speaker, rest, session, context);
  say(line, from, session, speaker, context);
  return { ...state, dotted: behindLine(dotted, key, ends) };
}

function told(line: PeeledLine, from: number, key: string, state: State, context: ReadContext): State {
  const session = nameIn(state.connections, key);
  const rest = line.text.slice(from);
  if (/^conn_meta tls_cipher="/.test(rest)) tell(line, from, session, { type: 'tls' }, context);
  if (rest !== 'Closed') return state;
  tellClose(line, from, session, context, state.dotted.has(key));
  return { connections: closed(state.connections, key), dotted: behindLine(state.dotted, key, false) };
}
