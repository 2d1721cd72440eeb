/**
 * The debug output of clamsmtpd and proxsmtpd: `100002: CLIENT < EHLO …` what their client says, `CLIENT > ` their answer,
 * `SERVER > ` what they say to the server behind them and `SERVER < ` its answer: two sessions, one for each side. Of
 * messages neither side shows anything but the second one's dot.
 */
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { without } from './connections';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  /** Numbers of sessions by connection and side: `100002 CLIENT`. */
  readonly open: ReadonlyMap<string, number>;
}

export const smtpProxy: Dialect<State> = {
  id: 'smtp-proxy',
  name: 'clamsmtpd -d 4, proxsmtpd -d 4',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  lossy: true,
  start: () => ({ count: 0, open: new Map() }),
  read,
  write: (speaker, text) => `clamsmtpd: 100000: CLIENT ${speaker === 'client' ? '<' : '>'} ${text}`,
};

const HEAD = /^(?:\w{1,30}d(?:\[\d{1,10}\])?: )?([0-9A-F]{6,8}): /;
const SAID = /^(CLIENT|SERVER) ([<>]) /;
const CLOSED = /^(CLIENT|SERVER) connection closed/;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  return head !== null && SAID.test(text.slice(head[0].length)) ? 12 : 0;
}

function read(whole: PeeledLine, state: State, context: ReadContext): State {
  const line = whole.text.endsWith('\r') ? { ...whole, text: whole.text.slice(0, -1) } : whole;
  const head = HEAD.exec(line.text);
  if (head === null) return state;
  const rest = line.text.slice(head[0].length);
  const [, id = ''] = head;
  const closed = CLOSED.exec(rest)?.[1];
  if (closed !== undefined) return close(line, head[0].length, `${id} ${closed}`, state, context);
  const said = SAID.exec(rest);
  if (said === null) return state;
  const [mark, side = '', arrow] = said;
  const from = head[0].length + mark.length;
  const speaker = (side === 'CLIENT') === (arrow === '<') ? 'client' : 'server';
  const now = opened(line, from, `${id} ${side}`, speaker, state, context);
  const session = sessionOf(`${id} ${side}`, now);
  if (session === undefined) return now;
  if (speaker === 'client') clientSays(line, from, session, context);
  else if (looksLikeReply(line.text.slice(from))) say(line, from, session, 'server', context);
  return now;
}

function clientSays(line: PeeledLine, from: number, session: string, context: ReadContext): void {
  if (context.modeOf(session) !== 'data') return say(line, from, session, 'client', context);
  if (line.text.slice(from) !== '.') return say(line, from, session, 'client', context, { kind: 'command' });
  say(line, from, session, 'client', context, { text: '', elided: { what: 'data' } });
  say(line, from, session, 'client', context, { kind: 'end-of-data' });
}

function sessionOf(key: string, { open }: State): string | undefined {
  const count = open.get(key);
  return count === undefined ? undefined : `${key.replace(' ', '/').toLowerCase()}/${count}`;
}

function opened(
  line: PeeledLine,
  from: number,
  key: string,
  speaker: string,
  state: State,
  context: ReadContext,
): State {
  if (state.open.has(key)) return state;
  const now = { count: state.count + 1, open: new Map(state.open).set(key, state.count + 1) };
  const whole = speaker === 'server' && beginsAsGreeting(line.text.slice(from));
  tell(line, from, sessionOf(key, now) as string, { type: 'connect', whole }, context);
  return now;
}

function close(line: PeeledLine, from: number, key: string, state: State, context: ReadContext): State {
  const session = sessionOf(key, state);
  if (session === undefined) return state;
  tell(line, from, session, { type: 'close', by: 'unknown' }, context);
  return { ...state, open: without(state.open, key) };
}
