/**
 * Two arrows behind a time and whatever names the connection, as PowerMTA and many home-grown relays write:
 * `2024-03-01 10:00:00 [192.0.2.1] <<< 220 …`. Which arrow is the server's tells the first reply.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { atTime, say, timeOfStamp } from './utter';

interface State {
  readonly server: '<<<' | '>>>' | undefined;
}

export const stampedArrows: Dialect<State> = {
  id: 'stamped-arrows',
  name: 'PowerMTA and other time stamped >>> and <<< logs',
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ server: undefined }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? null : HEAD.exec(like.text);
    const said = like?.text.slice(head?.[0].length ?? 0) ?? '';
    const arrow = head?.[3] ?? '>>>';
    const server = looksLikeReply(said) ? arrow : arrow === '>>>' ? '<<<' : '>>>';
    const wanted = speaker === 'server' ? server : server === '>>>' ? '<<<' : '>>>';
    return `${head?.[0].replace(/(?:<<<|>>>) $/, '') ?? '1970-01-01 00:00:00 '}${wanted} ${text}`;
  },
};

const HEAD =
  /^\[?(\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?)\]?:?((?: \S{1,80}){0,6}?) (<<<|>>>) ?/;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  if (head === null) return 0;
  const said = text.slice(head[0].length);
  return looksLikeReply(said) ? 8 : readsAsCommand(said) ? 5 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const head = HEAD.exec(line.text);
  if (head === null) return state;
  const [whole, stamp = '', name = '', arrow] = head;
  const text = line.text.slice(whole.length);
  const server = state.server ?? (looksLikeReply(text) ? (arrow as '<<<' | '>>>') : arrow === '<<<' ? '>>>' : '<<<');
  const time = timeOfStamp(stamp.replaceAll('/', '-'));
  const timed = atTime(line, time);
  say(timed, whole.length, name.trim() || '1', arrow === server ? 'server' : 'client', context);
  return state.server === undefined ? { server } : state;
}
