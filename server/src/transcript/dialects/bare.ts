/**
 * A terminal: telnet, netcat, `openssl s_client`, perhaps recorded with script(1). Nothing marks who speaks: a line
 * that begins with three digits is the server's unless mail data is being sent, everything else is the client's.
 */
import { isKnownVerb, readsAsCommand } from '../command';
import { isOtherProtocol, speaksSmtp } from '../protocols';
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { hasOtherHeads } from './otherHeads';
import { isShellTrace } from './shellTrace';
import { isSocatLog, tellsSocatTls } from './socatLog';

interface State {
  readonly session: number;
  readonly begun: boolean;
  /** Where s_client said that TLS is up, until the first line of the dialogue tells whether it said STARTTLS itself. */
  readonly tls: PeeledLine | undefined;
  /** Lines that look like a program's words about the session, until a reply shows that somebody said them. */
  readonly held: readonly PeeledLine[];
  /** The line before is the 354 of a server. */
  readonly invited: boolean;
  /** The program shows the records of TLS, also in the middle of a message. */
  readonly traced: boolean;
}

const START: State = {
  session: 0,
  begun: false,
  tls: undefined,
  held: [],
  invited: false,
  traced: false,
};

export const bare: Dialect<State> = {
  id: 'bare',
  unmarked: true,
  owns: (line) => weight(line) > 0,
  dumps: (text) => OCTETS.test(text),
  name: 'telnet, netcat or openssl s_client',
  sequential: true,
  evidence,
  start: () => START,
  read,
  write: (_speaker, text) => text,
};

/** Three digits begin lines of many a log: without a command or words of SMTP they are nothing. */
function evidence(sample: readonly PeeledLine[]): number {
  const lines = sample.map(({ text }) => trimCr(text));
  if (isOtherProtocol(lines) || isOtherProtocol(marked(lines)) || hasOtherHeads(sample)) return 0;
  const speaks = (line: string) => !PROSE.test(line) && (speaksSmtp(line) > 0 || readsAsCommand(line));
  const turnsAway = (line: string, at: number) => line.startsWith('554') && REACHED.test(lines[at - 1] ?? '');
  return lines.some(speaks) || lines.some(turnsAway) ? weigh(sample, weight) : 0;
}

/** The last that telnet and netcat say before the greeting. No other protocol has one of 554. */
const REACHED = /^(?:Escape character is |Connected to |Connection to \S{1,255} \d{1,5} port .{1,60} succeeded!)/;

/** `AUTH Handler Hook`: a heading, where no mechanism that is in use follows. */
const PROSE =
  /^AUTH (?!(?:PLAIN|LOGIN|NTLM|GSSAPI|EXTERNAL|ANONYMOUS|XOAUTH2?|OAUTHBEARER|[A-Z]{2,8}-[A-Z0-9-]{3,16})(?: |$))/i;

/** What curl marks as said, between which a message of POP3 or IMAP stands bare. */
function marked(lines: readonly string[]): string[] {
  return lines.filter((line) => /^[<>] /.test(line)).map((line) => line.slice(2));
}

function weight({ text }: PeeledLine): number {
  const line = trimCr(text);
  if (looksLikeReply(line)) return 2;
  if (readsAsCommand(line)) return 2;
  return eventOf(line) === undefined ? 0 : 1;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const text = trimCr(line.text);
  const mode = state.begun ? context.modeOf(String(state.session)) : 'closed';
  if (!state.traced && (TRACING.test(text) || isTold(text))) return read(line, { ...state, traced: true }, context);
  if (mode === 'data' || mode === 'bdat') {
    if (state.traced && (TRACE.test(text) || isTold(text))) return state;
    if (!state.invited || !ANSWERED.test(text)) return say(line, text, 'client', state, context);
    return say(line, text, 'server', withoutData(line, state, context), context);
  }
  const event = eventOf(text);
  if (event !== undefined) return tell(line, text, event, state, context);
  if (looksLikeReply(text)) {
    const told = REFUSED.test(text) ? release(state, context) : state;
    return say(line, text, 'server', told, context);
  }
  if (text === '' || NOISE.test(text) || isTold(text)) return state;
  // Outside a session a terminal shows prompts, banners and dumps: only what reads as a command begins one.
  if (mode === 'closed' && !readsAsCommand(text) && !isKnownVerb(text.toUpperCase())) return state;
  if (mode === 'command' && isRemark(text)) {
    return state.held.length < MOST_HELD ? { ...state, held: [...state.held, line] } : state;
  }
  return say(line, text, 'client', state, context);
}

function say(line: PeeledLine, text: string, speaker: 'client' | 'server', state: State, context: ReadContext): State {
  const now = state.begun ? state : begin(state, speaker === 'server' && text.startsWith('220'), context);
  context.emit({ session: String(now.session), speaker, text, ...within(line, 0, text.length) });
  const invited = speaker === 'server' && /^354(?: |$)/.test(text);
  return now.held.length === 0 && now.invited === invited ? now : { ...now, held: NOTHING_HELD, invited };
}

const NOTHING_HELD: readonly PeeledLine[] = [];
const MOST_HELD = 40;

/** How servers answer what is no command; Postfix answers HTTP with 221. */
const REFUSED = /^(?:50\d|555|221|421)/;

/** What was held back was said after all. */
function release(state: State, context: ReadContext): State {
  const { held } = state;
  let now: State = { ...state, held: NOTHING_HELD };
  for (const line of held) now = say(line, trimCr(line.text), 'client', now, context);
  return now;
}

/** Nobody begins a command so: a log's head, a dump, or words that are no verb. */
function isRemark(text: string): boolean {
  if (text.length < 4 || METHOD.test(text)) return false;
  const word = /^[!-~]{1,40}/.exec(text)?.[0] ?? '';
  if (isKnownVerb(word.toUpperCase()) && !SENDS.test(text)) return false;
  return !/^[A-Za-z]/.test(text) || / \S{1,200} +\S/.test(text);
}

/** `Send error: …`: a word of an old command, which has its argument marked like MAIL. */
const SENDS = /^(?:SEND|SOML|SAML) (?!FROM:)/i;

/** A browser that speaks HTTP to a mail server. */
const METHOD = /^[A-Z]{3,10} \S{1,1000} HTTP\/\d/;

/** The answer to a message, where it cannot be the message's first line: the program did not print the message. */
const ANSWERED = /^(?:250[ -](?:2\.\d|ok\b|.{0,60}\bqueued\b)|([45])\d\d[ -]\1\.\d{1,3}\.\d{1,3} )/i;

function withoutData(line: PeeledLine, state: State, { emit }: ReadContext): State {
  const place = { session: String(state.session), text: '', ...within(line, 0, 0) };
  emit({ speaker: 'client', elided: { what: 'data' }, ...place });
  return { ...state, invited: false };
}

function begin(state: State, greeted: boolean, { emit }: ReadContext): State {
  const session = state.session + 1;
  const { tls } = state;
  if (tls !== undefined) {
    const place = { session: String(session), speaker: 'tool' as const, text: tls.text, ...within(tls, 0) };
    if (greeted) emit({ event: { type: 'connect', whole: true }, ...place });
    emit({ event: { type: 'tls', ...(!greeted && { unseenStart: true }) }, ...place });
  }
  return { ...START, session, begun: true, traced: state.traced };
}

function tell(line: PeeledLine, text: string, event: ToolEvent, state: State, context: ReadContext): State {
  if (event.type === 'tls') return state.begun || state.tls !== undefined ? state : { ...state, tls: line };
  const now =
    event.type === 'connect' ? { ...START, session: state.session + 1, begun: true, traced: state.traced } : state;
  if (!now.begun) return now;
  context.emit({ session: String(now.session), speaker: 'tool', text, event, ...within(line, 0, text.length) });
  return event.type === 'close' ? { ...now, begun: false } : now;
}

/** Lines of telnet, nc, script and s_client that say something about the connection. */
function eventOf(text: string): ToolEvent | undefined {
  switch (text.charCodeAt(0)) {
    case 0x43: // C
      if (text.startsWith('Connected to '))
        return { type: 'connect', whole: true, host: text.slice(13).replace(/\.$/, '') };
      if (text.startsWith('Connection to ') && / port \d+ .*succeeded!$/.test(text))
        return { type: 'connect', whole: true };
      if (/^CONNECTED\([0-9A-F]{8}\)$/.test(text)) return { type: 'tls' };
      if (text.startsWith('Connection closed by foreign host')) return { type: 'close', by: 'server' };
      if (text.startsWith("Can't use SSL_get_servername")) return { type: 'tls' };
      return undefined;
    case 0x64: // d
      return /^depth=\d{1,2} /.test(text) ? { type: 'tls' } : undefined;
    case 0x63: // c
      return text === 'closed' ? { type: 'close', by: 'unknown' } : undefined;
    case 0x52: // R
      if (text !== 'RENEGOTIATING') return undefined;
      return { type: 'error', about: 'renegotiation', message: text };
    case 0x4e: // N
      if (text.startsWith('Ncat: SSL connection to ')) return { type: 'tls' };
      return /^Ncat: Connected to \S{1,300}\.$/.test(text) ? { type: 'connect', whole: true } : undefined;
    case 0x53: // S
      if (OVER_TLS.test(text)) return { type: 'tls' };
      return text.startsWith('Script done on ') ? { type: 'close', by: 'unknown' } : undefined;
    case 0x74: // t
      if (/^telnet: (?:Unable to connect|connect to address)/.test(text))
        return { type: 'error', about: 'connect', message: text };
      return undefined;
    default:
      return tellsSocatTls(text) ? { type: 'tls' } : undefined;
  }
}

/** script(1) names the program that it records. */
const OVER_TLS =
  /^Script started on .{1,60}\[COMMAND="(?:[^"]{0,300} )?(?:ncat [^"]{0,300}--ssl\b|socat [^"]{0,300}openssl(?:-connect)?:)/i;

/** Lines that these programs print and nobody said. */
const NOISE =
  /^(?:(?:Ncat|NCAT DEBUG): |(?:expect: (?:does|set) |send: sending )"?| {4}[A-Z][A-Za-z -]{2,40}(?: {0,10}: ?|$)| {4}(?:[0-9a-f]{4} - )?(?:[0-9a-f]{2}[ -])*[0-9a-f]{2}(?: |$)|[0-9a-f]{4} - [0-9a-f]{2}[ -](?:[0-9a-f]{2}[ -]| {2})|(?:<<<|>>>) (?:TLS|SSL|\?)|(?:read from|write to) 0x|(?:Sent|Received) Record$|Header:$| {2}(?:Version|Content Type|Length|Inner Content Type) = |Post-Handshake New Session Ticket|SSL-Session:$|Trying [0-9A-Fa-f.:]{2,45}\.\.\.|Escape character is |Script started on |verify (?:return|error):|read R BLOCK$|-{3,}$|DONE$|[0-9A-F]{8,16}:error:|RENEGOTIATING$|read:errno=|SSL_connect:)/;

/** What ncat and socat tell of each read, and a shell of each command, in a message as well. */
function isTold(text: string): boolean {
  return /^libnsock \w{1,60}\(\): /.test(text) || isSocatLog(text) || isShellTrace(text);
}

/** How s_client begins to show a record, and all that it shows of one. */
const TRACING =
  /^(?:(?:Sent|Received) Record$|(?:read from|write to) 0x[0-9a-f]{4,16} \[|(?:<<<|>>>) (?:TLS|SSL) [\d.]{1,4}, )/;
/** A row of the octets that s_client shows with `-debug` and `-msg`. */
const OCTETS = /^(?: {4}(?:[0-9a-f]{2} ?){16}$|[0-9a-f]{4} - (?:[0-9a-f]{2}[ -]){1,16})/;
const TRACE =
  /^(?:(?:Sent|Received) Record$|Header:$| {2}(?:Version|Content Type|Length|Inner Content Type) = |(?:read from|write to) 0x[0-9a-f]{4,16} \[|(?:<<<|>>>) (?:TLS|SSL) [\d.]{1,4}, | {4}(?:[0-9a-f]{2} ?){1,16}$|[0-9a-f]{4} - (?:[0-9a-f]{2}[ -]){1,16})/;

/** A terminal writes CR CR LF; the CRs are not the speaker's. Lines keep only those not before the LF. */
function trimCr(text: string): string {
  return text.endsWith('\r') ? text.replace(/\r+$/, '') : text;
}
