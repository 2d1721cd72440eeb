/**
 * SmarterMail: `cmd: ` is what the client said, `rsp: ` what the server answered, in the SMTP log by `[address][session]`,
 * in the delivery log (`CMD: `, `RSP: `) by `[message]`. The lines of one reply may be glued together without anything
 * between them: `250-SIZE 52428800250-8BITMIME250 OK`.
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { tellClose } from './delivery';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { atTime, say, tell, timeOfStamp } from './utter';

interface State {
  /** The session whose reply the next line may go on with, where the log breaks replies into lines. */
  readonly session: string;
}

export const smartermail: Dialect<State> = {
  id: 'smartermail',
  name: 'SmarterMail log',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ session: '' }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? null : HEAD.exec(like.text);
    const upper = like !== undefined && /^(?:CMD|RSP): /.test(like.text.slice(head?.[0].length ?? 0));
    const mark = speaker === 'client' ? 'cmd' : 'rsp';
    return `${head?.[0] ?? '00:00:00 [127.0.0.1][1] '}${upper ? mark.toUpperCase() : mark}: ${text}`;
  },
};

const HEAD =
  /^(?:\[(\d{4}\.\d\d\.\d\d)\] )?(\d\d:\d\d:\d\d(?:\.\d{1,3})?) (?:\[([0-9A-Fa-f.:]{2,45})\]\[([^\]\s]{1,40})\]|\[(\d{1,20})\]) /;
const SAID = /^(cmd|rsp|CMD|RSP): /;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  return head !== null && SAID.test(text.slice(head[0].length)) ? 12 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const head = HEAD.exec(line.text);
  if (head === null) return goOn(line, state, context);
  const [whole, date, clock = '', , id, message] = head;
  const session = id ?? message ?? '';
  const time = date === undefined ? undefined : timeOfStamp(`${date.replaceAll('.', '-')} ${clock}`);
  const timed = atTime(line, time);
  const rest = line.text.slice(whole.length);
  const said = SAID.exec(rest);
  if (said === null) {
    if (/^disconnected at /.test(rest)) {
      tellClose(timed, whole.length, session, context);
      return state;
    }
    if (/^Data transfer succeeded\b/.test(rest) && context.modeOf(session) === 'data') {
      say(timed, whole.length, session, 'client', context, { text: '', elided: { what: 'data' } });
      say(timed, whole.length, session, 'client', context, { text: '.', kind: 'end-of-data' });
      return state;
    }
    const event = eventOf(rest, context.modeOf(session) === 'closed');
    if (event !== undefined) tell(timed, whole.length, session, event, context);
    return state;
  }
  const from = whole.length + said[0].length;
  if (said[1]?.toLowerCase() === 'rsp') {
    const opens = message === undefined && line.text.startsWith('220', from) && context.modeOf(session) === 'closed';
    if (opens) tell(timed, whole.length, session, OPENED, context);
    replies(timed, from, session, context);
    return { session };
  }
  const text = line.text.slice(from);
  const secret = /^\*{3,}$|^\{?(?:hidden|password)\}?$/i.test(text);
  say(timed, from, session, 'client', context, secret ? { elided: { what: 'secret' } } : {});
  return { session: '' };
}

/** A line without the prefix goes on with the reply of the line before it. */
function goOn(line: PeeledLine, state: State, context: ReadContext): State {
  if (state.session === '' || !looksLikeReply(line.text)) return { session: '' };
  replies(line, 0, state.session, context);
  return state;
}

/** A reply, cut where its code comes again. */
function replies(line: PeeledLine, from: number, session: string, context: ReadContext): void {
  const { text } = line;
  const code = text.slice(from, from + 3);
  let at = from;
  for (let count = 0; count < MOST_LINES && text.startsWith(`${code}-`, at); count++) {
    const next = text.indexOf(`${code}-`, at + 4);
    const end = next >= 0 ? next : text.indexOf(`${code} `, at + 4);
    if (end < 0) break;
    say(line, 0, session, 'server', context, { text: text.slice(at, end), ...within(line, at, end) });
    at = end;
  }
  say(line, 0, session, 'server', context, { text: text.slice(at), ...within(line, at) });
}

/** No reply has as many lines. */
const MOST_LINES = 200;

/** Whether the client came in by the port for TLS from the first octet is not logged. */
const OPENED: ToolEvent = { type: 'connect', whole: true, tls: 'unknown' };

function eventOf(text: string, isNew: boolean): ToolEvent | undefined {
  // The SMTP log says this after the greeting; only where it comes first it opens the session.
  if (/^connected at /.test(text)) return isNew ? OPENED : undefined;
  const connected = /^Connection to (\S{1,60}?):(\d{1,5}) from \S{1,60} succeeded/.exec(text);
  if (connected !== null) {
    return { type: 'connect', whole: true, host: connected[1] as string, port: Number(connected[2]) };
  }
  if (/^The smtp session has timed out/.test(text)) return { type: 'error', about: 'timeout', message: text };
  return undefined;
}
