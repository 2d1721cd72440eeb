/** Roundcube's smtp log (PEAR Net_SMTP): `[11-May-2017 03:06:56,721597 +0700]: <l8mvn9hj> Send: EHLO …`, `Recv: 220 …`. */
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say } from './utter';

interface State {
  /** Whose message the lines without a prefix go on with. */
  readonly session: string;
}

export const roundcube: Dialect<State> = {
  id: 'roundcube',
  name: 'Roundcube SMTP log',
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ session: '' }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? undefined : HEAD.exec(like.text)?.[0].replace(/(?:Send|Recv): ?$/, '');
    return `${head ?? '[01-Jan-1970 00:00:00 +0000]: '}${speaker === 'client' ? 'Send' : 'Recv'}: ${text}`;
  },
};

const HEAD = /^\[\d\d-\w{3}-\d{4} \d\d:\d\d:\d\d(?:[.,]\d{1,9})? [+-]\d{4}\]: (?:<([^>\s]{1,40})> )?(Send|Recv): ?/;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  return head === null ? 0 : looksLikeReply(text.slice(head[0].length)) ? 12 : 8;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const head = HEAD.exec(line.text);
  if (head === null) {
    if (state.session !== '' && context.modeOf(state.session) === 'data')
      say(line, 0, state.session, 'client', context);
    return state;
  }
  const session = head[1] ?? '1';
  const from = head[0].length;
  if (head[2] === 'Send') say(line, from, session, 'client', context);
  else if (looksLikeReply(line.text.slice(from))) say(line, from, session, 'server', context);
  return { session };
}
