/**
 * KumoMTA's `kcli trace-smtp-server`: `[192.0.2.10:55424->198.51.100.1:25]  93ms  -> EHLO …`, `<-` for the server, `===` for its own
 * words.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened, without } from './connections';
import { tell, tellClose, tellLoss } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say } from './utter';

interface State {
  readonly connections: Connections;
  /** Connections whose last line is the dot that ends a message: its answer is due. */
  readonly dotted: ReadonlyMap<string, true>;
}

export const kumomta: Dialect<State> = {
  id: 'kumomta',
  name: 'KumoMTA trace-smtp-server',
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ connections: NO_CONNECTIONS, dotted: new Map() }),
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
  const dotted = without(state.dotted, key);
  if (mark === '===') {
    if (/^Connected /.test(rest)) {
      const connections = opened(state.connections, key);
      const host = key.slice(0, key.search(/:\d{1,5}->/));
      tell(line, from, nameOf(connections, key), { type: 'connect', whole: true, host }, context);
      return { connections, dotted };
    }
    return told(line, from, key, state, context);
  }
  const session = nameOf(state.connections, key);
  const speaker = mark === '<- ' ? 'server' : 'client';
  const ends = speaker === 'client' && rest === '.' && context.modeOf(session) === 'data';
  say(line, from, session, speaker, context);
  return { ...state, dotted: ends ? new Map(dotted).set(key, true) : dotted };
}

function nameOf({ names }: Connections, key: string): string {
  return names.get(key) ?? key;
}

function told(line: PeeledLine, from: number, key: string, state: State, context: ReadContext): State {
  const session = nameOf(state.connections, key);
  const rest = line.text.slice(from);
  if (/^conn_meta tls_cipher="/.test(rest)) tell(line, from, session, { type: 'tls' }, context);
  if (rest !== 'Closed') return state;
  if (state.dotted.has(key)) tellLoss(line, from, session, context);
  tellClose(line, from, session, context);
  return { connections: closed(state.connections, key), dotted: without(state.dotted, key) };
}
