/**
 * Python's smtplib with a debuglevel: `send:` and `reply:` with the repr of what went over the wire. Each reply comes
 * again as `reply: retcode (250); Msg: …`, those of connect and DATA once more; these repeat and are not read. Level 2
 * puts the time of day in front. Python 2 writes no `b`, and lines of a repeated reply as they are. A test runner leaves
 * its line open before a test, which then begins with `test_send (app.Tests.test_send) ... send: 'ehlo …'`.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { quoteText, readQuoted } from './quoted';
import { cutLines } from './wireText';

interface Announced {
  readonly line: PeeledLine;
  readonly to: boolean;
  readonly tls: boolean;
  readonly port: number;
}

interface State {
  readonly session: number;
  readonly begun: boolean;
  /** What `connect:` announced, until the first line tells which Python wrote it. */
  readonly connect: Announced | undefined;
  /** The script died, or a test began: what comes next is another run, even when its connect is not shown. */
  readonly died: boolean;
}

export const smtplib: Dialect<State> = {
  id: 'smtplib',
  name: 'Python smtplib',
  sequential: true,
  wire: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ session: 0, begun: false, connect: undefined, died: false }),
  read,
  finish: (state, context) => {
    announce(state, false, context);
  },
  write(speaker, text, like) {
    const stamp = like === undefined ? '' : (STAMP.exec(like.text)?.[0] ?? '');
    const bytes = like !== undefined && /^(?:send|reply): ['"]/.test(like.text.slice(stamp.length)) ? '' : 'b';
    const shown = quoteText(`${text}\r\n`, text.includes("'") && !text.includes('"') ? '"' : "'");
    return speaker === 'client' ? `${stamp}send: ${shown}` : `${stamp}reply: ${bytes}${shown}`;
  },
};

/** `datetime.time` prints no microseconds when there are none. */
const STAMP = /^\d\d:\d\d:\d\d(?:\.\d{6})? /;
const STRING = /^(send|reply): [bu]?(?=['"])/;

/** What test runners have written of a line when a test connects: unittest, pytest with its file or test, a dot for each test before. */
const RUNNER =
  /^(?:\S.{0,200} \.\.\. |\S{1,200}\.py(?:::\S{1,200})? [.FEsxX]{0,200}|[.FEsxX]{1,200})(?=(?:\d\d:\d\d:\d\d(?:\.\d{6})? )?(?:send: ['"](?:ehlo|helo|lhlo|mail) |connect: (?:to )?\('))/i;

/** Nearly every line begins so, and is looked at no more. */
const MARKED = /^(?:send|reply|data|connect): |^\d\d:/;

function weight(line: PeeledLine): number {
  const from = headLength(line.text);
  const text = line.text.slice(from, from + 100);
  if (text.startsWith('reply: retcode (')) return 10;
  const mark = STRING.exec(text);
  if (mark === null) return /^connect: (?:to )?\('/.test(text) ? 5 : /^data: \(\d{3}, /.test(text) ? 5 : 0;
  const said = text.slice(mark[0].length + 1).replace(/(?:\\r)?\\n['"]$/, '');
  if (mark[1] === 'reply') return looksLikeReply(said) ? 10 : said.startsWith('HTTP/') ? -200 : 0;
  // http.client marks its lines in the same way.
  return readsAsCommand(said) ? 8 : / HTTP\/\d/.test(said) ? -200 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const from = headLength(line.text);
  const text = from === 0 ? line.text : line.text.slice(from);
  const mark = STRING.exec(text.slice(0, 20));
  if (mark !== null) return say(line, from + mark[0].length, mark, state, context);
  const connect = /^connect: (to )?\('((?:[^'\\]|\\.){0,300})', (\d{1,5})\)/.exec(text);
  if (connect !== null) {
    const to = connect[1] !== undefined;
    const known = state.connect;
    // Python 2 announces every connection twice, later versions of 3 those of SMTP_SSL, the second time with `to`.
    if (known !== undefined && !known.to) return to ? { ...state, connect: { ...known, tls: true } } : state;
    const announced = announce(state, false, context);
    const next = { line, to, tls: false, port: Number(connect[3]) };
    return { ...announced, session: announced.session + 1, begun: false, connect: next, died: false };
  }
  if (text.startsWith('Traceback (most recent call last)')) return state.died ? state : { ...state, died: true };
  const event = exceptionIn(text);
  if (event === undefined || (state.session === 0 && state.connect === undefined)) return state;
  const now = announce(state, false, context);
  context.emit({ session: String(now.session), speaker: 'tool', text, event, ...within(line, from) });
  return now;
}

function say(line: PeeledLine, at: number, mark: RegExpExecArray, state: State, context: ReadContext): State {
  const quoted = readQuoted(line, at);
  if (quoted === undefined) return state;
  const speaker = mark[1] === 'send' ? 'client' : 'server';
  const begins = runnerLength(line.text) > 0;
  const now = sessionFor(
    speaker,
    quoted.text,
    mark[0].endsWith('b'),
    begins ? { ...state, died: true } : state,
    context,
  );
  const session = String(now.session);
  const time = timeOf(line);
  for (const { place, text, wireEol } of cutLines(quoted)) {
    context.emit({
      session,
      speaker,
      text,
      ...place,
      ...(wireEol !== undefined && { wireEol }),
      ...(time !== undefined && { time }),
    });
  }
  return now;
}

/**
 * The debug level is often set only when the connection is up: a session then begins with what is said first. Another
 * one begins where a hello follows the end of the last, since a connection that was quit says nothing any more.
 */
function sessionFor(speaker: string, text: string, bytes: boolean, state: State, context: ReadContext): State {
  if (state.connect !== undefined) return announce(state, bytes, context);
  const over = state.begun && (state.died || context.modeOf(String(state.session)) === 'closed');
  const hello = speaker === 'client' && /^(?:ehlo|helo|lhlo) /i.test(text.slice(0, 5));
  if (state.begun && !(over && hello)) return state;
  return { ...state, session: state.session + 1, begun: true, died: false };
}

/** Begins the session that `connect:` announced. In Python 3, SMTP_SSL alone announces itself without `to`. */
function announce(state: State, bytes: boolean, { emit }: ReadContext): State {
  const { connect } = state;
  if (connect === undefined) return state;
  const { line } = connect;
  const from = headLength(line.text);
  const place = { session: String(state.session), speaker: 'tool', text: line.text, ...within(line, from) } as const;
  emit({ event: { type: 'connect', whole: true, port: connect.port }, ...place });
  if (connect.tls || (!connect.to && (bytes || connect.port === 465))) emit({ event: { type: 'tls' }, ...place });
  return { ...state, begun: true, connect: undefined };
}

/** The last line of a traceback, when it is about the connection. */
function exceptionIn(text: string): ToolEvent | undefined {
  const [, name, message = ''] =
    /^(?:smtplib\.|socket\.|ssl\.)?([A-Z]\w{3,40}|timeout|gaierror|error)(?:: (.*))?$/.exec(text) ?? [];
  switch (name) {
    case 'SMTPServerDisconnected':
      if (/^(?:please run connect|Server not connected)/.test(message)) return undefined;
      return { type: 'error', about: message.includes('timed out') ? 'timeout' : 'lost', message };
    case 'ConnectionResetError':
    case 'BrokenPipeError':
    case 'ConnectionAbortedError':
      return { type: 'error', about: 'lost', message };
    case 'timeout':
    case 'TimeoutError':
      return { type: 'error', about: 'timeout', message: message || 'timed out' };
    case 'ConnectionRefusedError':
    case 'gaierror':
      return { type: 'error', about: 'connect', message };
    case 'error':
    case 'OSError':
      return socketError(message);
    case 'SSLError':
    case 'SSLCertVerificationError':
    case 'SSLEOFError':
    case 'CertificateError':
      return { type: 'error', about: 'tls', message };
    case 'SMTPNotSupportedError':
    case 'SMTPException':
      if (/^STARTTLS extension not supported/.test(message)) {
        return { type: 'error', about: 'starttls-missing', message };
      }
      return /^(?:SMTP AUTH extension|No suitable authentication)/.test(message)
        ? { type: 'error', about: 'auth', message }
        : undefined;
    default:
      return undefined;
  }
}

/** `[Errno 111] Connection refused`, from versions whose exceptions have no names of their own. */
function socketError(message: string): ToolEvent | undefined {
  if (/^\[(?:Errno|WinError) \d{1,6}\] .*(?:refused|unreachable|No route)/i.test(message)) {
    return { type: 'error', about: 'connect', message };
  }
  if (/reset by peer|Broken pipe|forcibly closed|aborted/i.test(message)) {
    return { type: 'error', about: 'lost', message };
  }
  return /timed out/i.test(message) ? { type: 'error', about: 'timeout', message } : undefined;
}

/** What stands before the words of smtplib. */
function headLength(text: string): number {
  const runner = runnerLength(text);
  return runner + stampLength(runner === 0 ? text : text.slice(runner));
}

function runnerLength(text: string): number {
  return MARKED.test(text) ? 0 : (RUNNER.exec(text.slice(0, 500))?.[0].length ?? 0);
}

function stampLength(text: string): number {
  return text.charCodeAt(2) === COLON ? (STAMP.exec(text.slice(0, 20))?.[0].length ?? 0) : 0;
}

/** Milliseconds since midnight. */
function timeOf(line: PeeledLine): number | undefined {
  const text = line.text.slice(runnerLength(line.text));
  if (stampLength(text) === 0) return line.time;
  return (
    (Number(text.slice(0, 2)) * 3600 + Number(text.slice(3, 5)) * 60 + Number.parseFloat(text.slice(6, 15))) * 1000
  );
}

const COLON = 58;
