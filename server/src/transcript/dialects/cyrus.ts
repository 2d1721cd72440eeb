/**
 * Telemetry of Cyrus lmtpd: `<1795969906<` the client, `>1795969906>` the server, with the time, before what was read or
 * written at once; the lines that follow in it stand bare. The next mark may stand where the line before it was not ended.
 */
import { isOtherProtocol, speaksSmtp } from '../protocols';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import type { Dialect, ReadContext } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  readonly speaker: 'client' | 'server';
  readonly time: number | undefined;
}

export const cyrus: Dialect<State> = {
  id: 'cyrus',
  owns: ({ text }) => HEAD.test(text) || MARK.exec(text)?.index === 0,
  name: 'Cyrus lmtpd telemetry',
  evidence,
  sequential: true,
  wire: true,
  start: () => ({ count: 0, open: false, speaker: 'server', time: undefined }),
  read,
  write(speaker, text, like) {
    const time = like === undefined ? undefined : MARK.exec(like.text)?.[2];
    const arrow = speaker === 'client' ? '<' : '>';
    return `${arrow}${time ?? '0000000000'}${arrow}${text}`;
  },
};

const MARK = /([<>])(\d{10})\1/;
const HEAD = /^-{10} \S{1,255} [A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/;

/** imapd and pop3d write the same way. */
function evidence(sample: readonly PeeledLine[]): number {
  const said: string[] = [];
  for (const { text } of sample) {
    const mark = MARK.exec(text);
    // In a message that was cut one may stand further behind.
    if (mark?.index === 0) said.push(text.slice(mark[0].length));
  }
  if (isOtherProtocol(said) || !said.some((each) => speaksSmtp(each) > 0)) return 0;
  return said.length * 12;
}

function read(line: PeeledLine, before: State, context: ReadContext): State {
  const { text } = line;
  if (HEAD.test(text)) return { ...before, open: false };
  let state = before;
  let from = 0;
  const mark = MARK.exec(text);
  if (mark !== null && isMark(mark, text, state)) {
    if (mark.index > 0 && state.open) utter({ ...line, text: text.slice(0, mark.index) }, 0, state, context);
    from = mark.index + mark[0].length;
    state = { ...state, speaker: mark[1] === '<' ? 'client' : 'server', time: Number(mark[2]) * 1000 };
    if (!state.open) state = begin(line, from, state, context);
  }
  if (state.open) utter(line, from, state, context);
  return state;
}

/** In the middle of a line only the server can break in: what the client sends there may be anything. */
function isMark({ 1: arrow, 0: mark, index }: RegExpExecArray, text: string, { speaker }: State): boolean {
  if (index === 0) return true;
  return speaker === 'client' && arrow === '>' && looksLikeReply(text.slice(index + mark.length));
}

function begin(line: PeeledLine, from: number, state: State, context: ReadContext): State {
  const count = state.count + 1;
  const whole = state.speaker === 'server' && /^(?:220|421)/.test(line.text.slice(from));
  tell(line, from, String(count), { type: 'connect', whole }, context);
  return { ...state, count, open: true };
}

function utter(line: PeeledLine, from: number, { count, speaker, time }: State, context: ReadContext): void {
  const said = line.text.slice(from);
  // A line end of its own stands before the first mark, and behind what was cut.
  if (speaker === 'server' && !looksLikeReply(said)) return;
  say(line, from, String(count), speaker, context, time === undefined ? undefined : { time });
}
