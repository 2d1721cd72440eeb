/**
 * medusa with `-v 6`: `DEBUG [C2E1C6C0]: Data sent: EHLO gerg[0D][0A]`, the thread in brackets, line ends spelt out. What was
 * received is often written again as `Formatted data received`.
 */
import { readsAsCommand } from '../command';
import { isOtherProtocol, speaksSmtp } from '../protocols';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { tell } from './utter';

interface State {
  readonly count: number;
  /** The session of each thread. */
  readonly open: ReadonlyMap<string, string>;
}

export const medusa: Dialect<State> = {
  id: 'medusa',
  name: 'medusa -v 6',
  evidence,
  start: () => ({ count: 0, open: new Map() }),
  read,
  write(speaker, text, like) {
    const thread = like === undefined ? undefined : DATA.exec(like.text)?.[1];
    const what = speaker === 'client' ? 'sent' : `received (${text.length + 2})`;
    return `DEBUG [${thread ?? 'C0FFEE00'}]: Data ${what}: ${text}${LINE_END}`;
  },
};

const DATA = /^DEBUG \[([\dA-F]{4,16})\]: Data (?:(sent)|received \(\d{1,9}\)): /;
const EVENT = /^DEBUG \[([\dA-F]{4,16})\]: (Connected \(internal\)|Disconnect successful)$/;
const LINE_END = '[0D][0A]';

function evidence(sample: readonly PeeledLine[]): number {
  const said = sample.flatMap(({ text }) => {
    const head = DATA.exec(text);
    return head === null ? [] : [text.slice(head[0].length)];
  });
  if (isOtherProtocol(said) || !said.some((text) => speaksSmtp(text) > 0)) return 0;
  return weigh(sample, ({ text }) => {
    const head = DATA.exec(text);
    const data = text.slice(head?.[0].length);
    return head !== null && (looksLikeReply(data) || readsAsCommand(data.replace(LINE_END, ''))) ? 12 : 0;
  });
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const head = DATA.exec(text);
  if (head === null) return told(line, state, context);
  const [{ length }, thread = '', sent] = head;
  const now = state.open.has(thread) ? state : begin(line, thread, false, state, context);
  const session = now.open.get(thread) as string;
  const speaker = sent === undefined ? 'server' : 'client';
  for (let from = length; from < text.length; ) {
    const found = text.indexOf(LINE_END, from);
    const end = found < 0 ? text.length : found;
    const time = line.time === undefined ? {} : { time: line.time };
    context.emit({ session, speaker, text: text.slice(from, end), ...within(line, from, end), ...time });
    from = end + LINE_END.length;
  }
  return now;
}

function told(line: PeeledLine, state: State, context: ReadContext): State {
  const [, thread = '', what = ''] = EVENT.exec(line.text) ?? [];
  if (what.startsWith('Connected')) return begin(line, thread, true, state, context);
  const session = state.open.get(thread);
  if (session === undefined) return state;
  tell(line, 0, session, { type: 'close', by: 'client' }, context);
  const open = new Map(state.open);
  open.delete(thread);
  return { ...state, open };
}

function begin(line: PeeledLine, thread: string, whole: boolean, state: State, context: ReadContext): State {
  const count = state.count + 1;
  const session = `${thread}/${count}`;
  tell(line, 0, session, { type: 'connect', whole, ...(whole ? {} : { tls: 'unknown' as const }) }, context);
  return { count, open: new Map(state.open).set(thread, session) };
}
