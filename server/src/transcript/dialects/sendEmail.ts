/**
 * sendEmail with `-v`, often more than once: `INFO => Sending: ` and `SUCCESS => Received: `, the lines of a reply one behind
 * the other. Of the replies to AUTH it writes the code only, and the text with `-v -v -v`; the message and QUIT not at all.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** The place of a reply that was told of: if `Received: ` does not come, it is all that is shown. */
  readonly told: Told | undefined;
  readonly cipher: string | undefined;
}

interface Told {
  readonly line: PeeledLine;
  readonly from: number;
  readonly text: string;
}

export const sendEmail: Dialect<State> = {
  id: 'sendemail',
  name: 'sendEmail',
  sequential: true,
  lossy: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ count: 0, open: false, told: undefined, cipher: undefined }),
  read,
  finish: (state, context) => void settle(state, context),
  opening: ['DEBUG => Connecting to 127.0.0.1:25'],
  write: (speaker, text) =>
    speaker === 'client'
      ? `INFO => Sending: \t${text}`
      : `${/^[45]/.test(text) ? 'ERROR' : 'SUCCESS'} => Received: \t${text}`,
};

const SENT = /^INFO => Sending: \t/;
const RECEIVED = /^(?:SUCCESS|WARNING|ERROR) => Received: \t/;
/** Stands between what was told of a reply and the reply. */
const FOLLOWS = /^WARNING => The recipient .{1,300} was rejected by the mail server, error follows:$/;
const CHECKING = /^DEBUG => evalSMTPresponse\(\) - Checking for SMTP success or error status in the message: /;
const FOUND = /^DEBUG => evalSMTPresponse\(\) - Found SMTP (?:success|error) code: (?=\d{3}$)/;
const CONNECTING = /^DEBUG => Connecting to (\S{1,255}):(\d{1,5})$/;
const SILENT = /^ERROR => \S{1,262} returned a zero byte response to our query\.$/;

function weight({ text }: PeeledLine): number {
  const mark = SENT.exec(text) ?? RECEIVED.exec(text) ?? CHECKING.exec(text);
  if (mark !== null) {
    const said = text.slice(mark[0].length);
    return readsAsCommand(said) || looksLikeReply(said) ? 10 : 3;
  }
  return FOUND.test(text) || SILENT.test(text) ? 10 : CONNECTING.test(text) ? 3 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const checking = CHECKING.exec(text);
  if (checking !== null) {
    const now = settle(state, context);
    const from = checking[0].length;
    return { ...now, told: { line, from, text: text.slice(from).trimEnd() } };
  }
  const found = FOUND.exec(text);
  if (found !== null) {
    // With its text if the line before showed that.
    const from = found[0].length;
    return state.told === undefined ? { ...state, told: { line, from, text: `${text.slice(from)} ***` } } : state;
  }
  const received = RECEIVED.exec(text);
  if (received !== null) {
    const now = opened(line, state, looksLikeReply(text.slice(received[0].length)), context);
    replies({ line, from: received[0].length, text: text.slice(received[0].length) }, now, context);
    return { ...now, told: undefined };
  }
  return FOLLOWS.test(text) ? state : other(line, settle(state, context), context);
}

function other(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const sent = SENT.exec(text);
  if (sent !== null) {
    const now = opened(line, state, false, context);
    say(line, sent[0].length, String(now.count), 'client', context);
    return now;
  }
  const connecting = CONNECTING.exec(text);
  if (connecting !== null) {
    const now: State = { count: state.count + 1, open: true, told: undefined, cipher: undefined };
    const [, host = '', port] = connecting;
    tell(line, 0, String(now.count), { type: 'connect', whole: true, host, port: Number(port) }, context);
    return now;
  }
  if (!state.open) return state;
  const session = String(state.count);
  if (text === 'INFO => Sending message body') {
    say(line, 0, session, 'client', context, { text: '', elided: { what: 'data' } });
    say(line, 0, session, 'client', context, { text: '.', kind: 'end-of-data' });
    return state;
  }
  const cipher = /^DEBUG => TLS: Using cipher: (\S{1,80})$/.exec(text)?.[1];
  if (cipher !== undefined) return { ...state, cipher };
  const event = eventOf(text, state);
  if (event !== undefined) tell(line, 0, session, event, context);
  return event?.type === 'gap' ? { ...state, open: false } : state;
}

function eventOf(text: string, { cipher }: State): ToolEvent | undefined {
  if (text.startsWith('DEBUG => TLS session initialized'))
    return { type: 'tls', ...(cipher !== undefined && { cipher }) };
  // QUIT is not shown.
  if (text.startsWith('Email was sent successfully!')) return { type: 'gap' };
  if (!text.startsWith('ERROR => ')) return undefined;
  const message = text.slice(9);
  if (/^TLS setup failed/.test(message)) return { type: 'error', about: 'tls', message };
  if (/^TLS not possible/.test(message)) return { type: 'error', about: 'starttls-missing', message };
  if (/^Connection attempt to /.test(message)) return { type: 'error', about: 'connect', message };
  if (/^Timeout while /.test(message)) return { type: 'error', about: 'timeout', message };
  if (SILENT.test(text)) return { type: 'error', about: 'lost', message };
  return undefined;
}

/** The session in which something is said: of a log that was cut, or of `-v` alone, which does not tell where it connects. */
function opened(line: PeeledLine, state: State, whole: boolean, context: ReadContext): State {
  if (state.open) return state;
  const now: State = { ...state, count: state.count + 1, open: true };
  tell(line, 0, String(now.count), { type: 'connect', whole: whole && /\t(?:220|421|554)/.test(line.text) }, context);
  return now;
}

/** Says what was told of a reply, when nothing shows it. */
function settle(state: State, context: ReadContext): State {
  const { told, open } = state;
  if (told === undefined) return state;
  if (open) replies(told, state, context);
  return { ...state, told: undefined };
}

/** The lines of a reply, between them a comma. */
function replies({ line, from, text }: Told, { count }: State, context: ReadContext): void {
  let at = 0;
  while (at < text.length) {
    const next = nextLine(text, at);
    const end = next < 0 ? text.length : next;
    say(line, from + at, String(count), 'server', context, {
      text: text.slice(at, end),
      ...within(line, from + at, Math.min(from + end, line.text.length)),
    });
    at = next < 0 ? text.length : next + 2;
  }
}

/** Where the line at `at` ends, if another follows: most likely one with the same code. */
function nextLine(text: string, at: number): number {
  const code = /^\d{3}(?=-)/.exec(text.slice(at, at + 4))?.[0];
  if (code === undefined) return -1;
  const same = text.indexOf(`, ${code}`, at);
  if (same >= 0) return same;
  const other = text.slice(at).search(/, \d{3}[ -]/);
  return other < 0 ? -1 : at + other;
}
