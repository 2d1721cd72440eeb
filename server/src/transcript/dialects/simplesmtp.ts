/**
 * npm simplesmtp, the client inside Nodemailer before 1.0, with `debug`: a line that names the side, then what it said
 * behind `└──`, further lines indented. The dot that ends a message is not shown.
 */
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import type { Dialect, ReadContext } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** Who speaks in the lines that follow. */
  readonly side: 'client' | 'server' | 'data' | undefined;
  readonly verb: string;
}

export const simplesmtp: Dialect<State> = {
  id: 'simplesmtp',
  name: 'npm simplesmtp, Nodemailer before 1.0',
  evidence,
  sequential: true,
  lossy: true,
  start: () => ({ count: 0, open: false, side: undefined, verb: '' }),
  read,
  write: (speaker, text) => `${speaker.toUpperCase()}:\n${BRANCH}${text}`,
};

const BRANCH = '└──';
const INDENT = '   ';
const HEAD = /^(?:(SERVER)|(CLIENT \(DATA\))|CLIENT)(?: [^\s:]{1,80})?:$/;

function evidence(sample: readonly PeeledLine[]): number {
  let sum = 0;
  let side: string | undefined;
  for (const { text } of sample) {
    if (side !== undefined && text.startsWith(BRANCH)) {
      // The program knows no other protocol, but others may draw trees.
      if (side !== 'SERVER:' || looksLikeReply(text.slice(BRANCH.length))) sum += 12;
    }
    side = HEAD.test(text) ? text : undefined;
  }
  return sum;
}

function read(whole: PeeledLine, state: State, context: ReadContext): State {
  const line = whole.text.endsWith('\r') ? { ...whole, text: whole.text.slice(0, -1) } : whole;
  const { text } = line;
  const head = HEAD.exec(text);
  if (head !== null) return { ...state, side: head[1] ? 'server' : head[2] ? 'data' : 'client' };
  const first = text.startsWith(BRANCH);
  const { side } = state;
  if (side === undefined || (!first && !text.startsWith(INDENT)))
    return about(line, { ...state, side: undefined }, context);
  const session = String(state.count);
  if (side === 'server') return serverSays(line, state, context);
  if (!state.open) return state;
  const payload = context.modeOf(session) === 'data';
  if (side === 'data') {
    say(line, INDENT.length, session, 'client', context, { kind: 'data' });
    return state;
  }
  say(line, INDENT.length, session, 'client', context, payload ? { kind: 'command' } : undefined);
  return { ...state, verb: (text.slice(INDENT.length).split(' ', 1)[0] ?? '').toUpperCase() };
}

function serverSays(line: PeeledLine, state: State, context: ReadContext): State {
  const said = line.text.slice(INDENT.length);
  if (!looksLikeReply(said)) return state;
  const begins = !state.open || (said.startsWith('220') && state.verb === 'QUIT');
  const count = state.count + (begins ? 1 : 0);
  const session = String(count);
  if (begins) {
    const event = { type: 'connect', whole: beginsAsGreeting(said), tls: 'unknown' } as const;
    tell(line, INDENT.length, session, event, context);
  } else if (context.modeOf(session) === 'data') {
    say(line, INDENT.length, session, 'client', context, { text: '.', kind: 'end-of-data' });
  }
  say(line, INDENT.length, session, 'server', context);
  return { ...state, count, open: true, verb: begins ? '' : state.verb };
}

function about(line: PeeledLine, state: State, context: ReadContext): State {
  if (!state.open) return state;
  if (line.text === 'Connection secured') tell(line, 0, String(state.count), { type: 'tls' }, context);
  if (line.text !== 'Closing connection to the server') return state;
  tell(line, 0, String(state.count), { type: 'close', by: 'client' }, context);
  return { ...state, open: false };
}
