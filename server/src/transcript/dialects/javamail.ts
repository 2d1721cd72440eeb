/**
 * Jakarta Mail (JavaMail, Angus Mail) with `mail.debug`: the dialogue without any marks between `DEBUG SMTP: ` lines, and
 * whatever the program prints. AUTH is left out (`AUTH LOGIN command trace suppressed`); the reply that refused it shows
 * only in the exception. Exceptions repeat replies, whose further lines then stand bare.
 */
import { isKnownVerb, readsAsCommand } from '../command';
import { octetsOf } from '../octets';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';

interface State {
  readonly session: number;
  readonly begun: boolean;
  /** A hidden AUTH waits for its outcome; `failed` holds the line that says so. */
  readonly auth: 'none' | 'waiting' | { readonly failed: PeeledLine };
  /** Inside an exception: bare lines that look like replies repeat one. The code when they are all that is shown of it. */
  readonly exception: 'no' | 'repeating' | { readonly reply: string };
  /** An exception that says little: what it wraps says more, and is told in its place. */
  readonly vague: { readonly line: PeeledLine; readonly event: ToolEvent } | undefined;
  /** The failure was told: exceptions wrap and repeat each other. */
  readonly failed: boolean;
  /** A message is on its way in chunks: octets that were announced and have not been printed yet. */
  readonly chunks: { readonly left: number; readonly last: boolean } | undefined;
}

export const javamail: Dialect<State> = {
  id: 'javamail',
  name: 'Jakarta Mail (JavaMail) debug',
  evidence,
  opening: ['DEBUG SMTP: trying to connect to host "localhost", port 25, isSSL false'],
  start: () => ({
    session: 0,
    begun: false,
    auth: 'none',
    exception: 'no',
    vague: undefined,
    failed: false,
    chunks: undefined,
  }),
  read,
  finish: (state, context) => {
    settleAuth(settleVague(state, context), context);
  },
  write: (_speaker, text) => text,
};

const DEBUG = /^DEBUG(?: SMTPS?)?: /;

/**
 * Bare lines count only next to what Jakarta Mail itself says, and behind the head of another log's lines only where its
 * own stand behind it as well.
 */
function evidence(sample: readonly PeeledLine[]): number {
  let prefixed = false;
  const own = weigh(sample, (line) => {
    const weight = ownWeight(line.text);
    prefixed ||= weight > 0 && line.from > 0;
    return weight;
  });
  if (own < 8) return 0;
  const bare = prefixed ? sample : sample.filter(({ from }) => from === 0);
  return own + weigh(bare, ({ text }) => (looksLikeReply(text) || readsAsCommand(text) ? 2 : 0));
}

function ownWeight(text: string): number {
  if (/^DEBUG SMTPS?: /.test(text)) return 8;
  return /^DEBUG: (?:setDebug: )?(?:Jakarta ?Mail|Java ?Mail|Angus ?Mail) version /.test(text) ? 3 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const text = line.text.endsWith('\r') ? line.text.slice(0, -1) : line.text;
  if (state.chunks !== undefined) return chunked(line, text, state.chunks, state, context);
  if (DEBUG.test(text)) return readWords(line, text, state, context);
  const mode = state.begun ? context.modeOf(String(state.session)) : 'closed';
  if (mode === 'data' || mode === 'bdat') return say(line, text, 'client', state, context);
  const exception = EXCEPTION.exec(text);
  if (exception !== null) return thrown(line, text, exception, state, context);
  if (looksLikeReply(text)) return reply(line, text, mode, state, context);
  const client = mode === 'auth' ? /^(?:[A-Za-z0-9+/]{1,8000}={0,2}|\*)$/.test(text) : isCommand(text);
  if (!client) return state;
  const now = settleAuth(settleVague({ ...state, exception: 'no' }, context), context);
  const begun = now.begun ? now : { ...now, session: now.session + 1, begun: true };
  const bdat = BDAT.exec(text);
  return bdat?.index === 0 ? chunk(line, text, bdat, 0, begun, context) : say(line, text, 'client', begun, context);
}

/** What the program says of itself, `DEBUG SMTP: ` before it or not. */
export function readWords(line: PeeledLine, text: string, state: State, context: ReadContext): State {
  // `got response code 554, with response: 554-…`, `got bad greeting from host "mx", port: 25, response: 554-…`.
  const exception = REPEATED.test(text) ? 'repeating' : 'no';
  return debug(line, text, settleVague({ ...state, exception }, context), context);
}

/** A line that stands beside what was said: of an exception it tells, or nothing. */
export function readException(line: PeeledLine, text: string, state: State, context: ReadContext): State {
  const { exception } = state;
  if (typeof exception === 'object' && text.startsWith(exception.reply)) return quoted(line, 0, text, state, context);
  const match = EXCEPTION.exec(text);
  return match === null ? state : thrown(line, text, match, state, context);
}

const REPEATED = /, (?:with )?response: \d{3}-/;

// --- BDAT ---------------------------------------------------------------------------------------------------------

const BDAT = /BDAT (\d{1,10})( LAST)?$/;

/**
 * A line while a message is sent in chunks. They are printed late: the reply to a chunk stands before its last, unfinished
 * line, and the next BDAT right behind that. So the message is not read; its octets tell where replies may stand.
 */
function chunked(
  line: PeeledLine,
  text: string,
  { left, last }: { readonly left: number; readonly last: boolean },
  state: State,
  context: ReadContext,
): State {
  const bdat = last ? null : BDAT.exec(text);
  if (bdat !== null) return chunk(line, text, bdat, left - octetsOf(text.slice(0, bdat.index)), state, context);
  const done = last ? left <= 0 : left < LONGEST_LINE;
  if (done && looksLikeReply(text)) {
    const ends = text.charAt(3) !== '-' && (last || text.charCodeAt(0) > TWO);
    return say(line, text, 'server', ends ? { ...state, chunks: undefined } : state, context);
  }
  if (done && (last || DEBUG.test(text) || EXCEPTION.test(text)))
    return read(line, { ...state, chunks: undefined }, context);
  return { ...state, chunks: { left: left - octetsOf(text) - 2, last } };
}

/** The command, and that what it sends is not read. `left`: octets of the chunks before it that come after it. */
function chunk(
  line: PeeledLine,
  text: string,
  { 1: size, 2: last, index }: RegExpExecArray,
  left: number,
  state: State,
  { emit }: ReadContext,
): State {
  const octets = Number(size);
  const place = { session: String(state.session), ...within(line, index, text.length), ...timeOf(line) };
  emit({ speaker: 'client', text: text.slice(index), ...place });
  emit({ speaker: 'client', kind: 'data', text: '', elided: { what: 'data', octets }, ...place });
  return { ...state, chunks: { left: left + octets, last: last !== undefined } };
}

/** RFC 5321 §4.5.3.1.6. */
const LONGEST_LINE = 1000;
const TWO = 0x32;

function isCommand(text: string): boolean {
  if (text.length > 1000) return false;
  return readsAsCommand(text) || (/^[A-Z]{4,10}(?: |$)/.test(text) && isKnownVerb(text.split(' ', 1)[0] as string));
}

function reply(line: PeeledLine, text: string, mode: string, state: State, context: ReadContext): State {
  const { exception } = state;
  if (typeof exception === 'object' && text.startsWith(exception.reply)) return quoted(line, 0, text, state, context);
  if (exception !== 'no') return state;
  const opens = text.startsWith('220') && (!state.begun || mode === 'closed');
  return say(line, text, 'server', opens ? { ...state, session: state.session + 1, begun: true } : state, context);
}

function say(line: PeeledLine, text: string, speaker: Said['speaker'], state: State, context: ReadContext): State {
  if (!state.begun) return state;
  context.emit({ session: String(state.session), speaker, text, ...within(line, 0, text.length), ...timeOf(line) });
  return state;
}

// --- what it says of itself ---------------------------------------------------------------------------------------

function debug(line: PeeledLine, text: string, state: State, context: ReadContext): State {
  const rest = text.replace(DEBUG, '');
  const trying = /^trying to connect to host "(.{0,300}?)", port (\d{1,5}), isSSL (true|false)/.exec(rest);
  if (trying !== null) {
    const [, host = '', port, secure] = trying;
    const settled = settleAuth(state, context);
    const session = settled.session + 1;
    const place = { session: String(session), speaker: 'tool', text, ...within(line, 0, text.length) } as const;
    context.emit({ event: { type: 'connect', whole: true, host, port: Number(port) }, ...place });
    if (secure === 'true') context.emit({ event: { type: 'tls' }, ...place });
    return { ...settled, session, begun: true, failed: false };
  }
  if (!state.begun) return state;
  const hidden = /^AUTH (\S{1,40}) command trace suppressed/.exec(rest);
  if (hidden !== null) return hiddenAuth(line, text, hidden, settleAuth(state, context), context);
  if (/^AUTH \S{1,40} succeeded/.test(rest)) {
    if (state.auth === 'none') return state;
    hiddenResponse(line, state, context);
    answerAuth(line, state, context);
    return { ...state, auth: 'none' };
  }
  if (/^AUTH \S{1,40} failed/.test(rest))
    return state.auth === 'waiting' ? { ...state, auth: { failed: line } } : state;
  const event = eventOf(rest);
  if (event === undefined || state.failed) return state;
  tell(line, text, event, state, context);
  return { ...state, failed: true };
}

/** The command is known, what was sent with it is not. */
function hiddenAuth(
  line: PeeledLine,
  text: string,
  hidden: RegExpExecArray,
  state: State,
  { emit }: ReadContext,
): State {
  const from = text.length - hidden.input.length;
  const said = `AUTH ${hidden[1]}`;
  emit({
    session: String(state.session),
    speaker: 'client',
    text: said,
    kind: 'command',
    elided: { what: 'secret' },
    ...within(line, from, from + said.length),
    ...timeOf(line),
  });
  return { ...state, auth: 'waiting' };
}

/** Credentials were sent: their being right or wrong decided. */
function hiddenResponse(line: PeeledLine, state: State, { emit }: ReadContext): void {
  const place = { session: String(state.session), text: '', ...within(line, 0), ...timeOf(line) };
  emit({ speaker: 'client', elided: { what: 'secret' }, ...place });
}

/** The hidden AUTH was answered, without its reply being shown. */
function answerAuth(line: PeeledLine, state: State, { emit }: ReadContext): void {
  const place = { session: String(state.session), text: '', ...within(line, 0), ...timeOf(line) };
  emit({ speaker: 'server', elided: { what: 'secret' }, ...place });
}

/** A failed AUTH of which no exception tells the reply. */
function settleAuth(state: State, context: ReadContext): State {
  const { auth } = state;
  if (typeof auth !== 'object') return state;
  const text = auth.failed.text.replace(DEBUG, '');
  tell(auth.failed, auth.failed.text, { type: 'error', about: 'auth', message: text }, state, context);
  answerAuth(auth.failed, state, context);
  return { ...state, auth: 'none' };
}

/** A class name that ends in Exception or Error, after `Caused by: ` or not, and its message. */
const EXCEPTION =
  /^\s{0,20}(?:Caused by: |Exception in thread "[^"]{0,100}" )?(?:[a-z][\w$]{0,60}\.){1,12}(\w{1,80}(?:Exception|Error))(?:: |$)/;

function thrown(line: PeeledLine, text: string, match: RegExpExecArray, state: State, context: ReadContext): State {
  const [head, name = ''] = match;
  const message = text.slice(head.length);
  if (name === 'AuthenticationFailedException' && state.auth !== 'none' && looksLikeReply(message)) {
    if (/^(?:535|534|454|432)/.test(message)) hiddenResponse(line, state, context);
    return quoted(line, head.length, text, { ...state, auth: 'none' }, context);
  }
  const event = state.begun && !state.failed ? exceptionEvent(name, message) : undefined;
  if (event === undefined) return { ...state, exception: 'repeating' };
  if (name === 'MailConnectException' || message.startsWith('Could not convert socket to TLS')) {
    return { ...state, exception: 'repeating', vague: state.vague ?? { line, event } };
  }
  tell(line, text, event, state, context);
  return { ...state, exception: 'repeating', vague: undefined, failed: true };
}

function settleVague(state: State, context: ReadContext): State {
  const { vague } = state;
  if (vague === undefined) return state;
  tell(vague.line, vague.line.text, vague.event, state, context);
  return { ...state, vague: undefined, failed: true };
}

/** A line of a reply that only an exception shows. */
function quoted(line: PeeledLine, from: number, text: string, state: State, { emit }: ReadContext): State {
  const said = text.slice(from);
  const session = String(state.session);
  emit({
    session,
    speaker: 'server',
    text: said,
    answers: 'last',
    ...within(line, from, text.length),
    ...timeOf(line),
  });
  return { ...state, exception: said.charAt(3) === '-' ? { reply: said.slice(0, 3) } : 'repeating' };
}

function tell(line: PeeledLine, text: string, event: ToolEvent, state: State, { emit }: ReadContext): void {
  const session = String(state.session);
  emit({ session, speaker: 'tool', text, event, ...within(line, 0, text.length), ...timeOf(line) });
}

function eventOf(rest: string): ToolEvent | undefined {
  if (rest.startsWith('EOF: ')) return { type: 'error', about: 'lost', message: rest };
  return undefined;
}

function exceptionEvent(name: string, message: string): ToolEvent | undefined {
  switch (name) {
    case 'MailConnectException':
    case 'ConnectException':
    case 'UnknownHostException':
    case 'NoRouteToHostException':
      return { type: 'error', about: /timed out/i.test(message) ? 'timeout' : 'connect', message: message || name };
    case 'SocketTimeoutException':
      return { type: 'error', about: 'timeout', message: message || name };
    case 'SocketException':
    case 'EOFException':
      return { type: 'error', about: 'lost', message: message || name };
    case 'SSLHandshakeException':
    case 'SSLException':
    case 'SSLPeerUnverifiedException':
      return { type: 'error', about: 'tls', message: message || name };
    default:
      break;
  }
  if (message.startsWith('[EOF]') || /, response: -1\b/.test(message)) return { type: 'error', about: 'lost', message };
  if (/^STARTTLS is required but/.test(message)) return { type: 'error', about: 'starttls-missing', message };
  if (/^Could not convert socket to TLS/.test(message)) return { type: 'error', about: 'tls', message };
  if (/^(?:Couldn't connect to host|Could not connect to SMTP host)/.test(message) && !/response: \d/.test(message)) {
    return { type: 'error', about: 'connect', message };
  }
  return undefined;
}

function timeOf({ time }: PeeledLine): { readonly time?: number } {
  return time === undefined ? {} : { time };
}
