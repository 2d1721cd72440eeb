/** swaks (Swiss Army Knife for SMTP): ` -> ` client, `<-  ` server, `<** ` refusal, `~` for `-` inside TLS. */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { altered, saidIn, tell } from './utter';

export interface State {
  readonly session: number;
  readonly begun: boolean;
  readonly secure: boolean;
  /** Whose lines were marked so far: with `--no-hints` and its kind nobody's are, or one side's only. */
  readonly marked: { readonly client: boolean; readonly server: boolean };
}

export const swaks: Dialect<State> = {
  id: 'swaks',
  name: 'swaks',
  sequential: true,
  evidence,
  start: () => ({ session: 0, begun: false, secure: false, marked: { client: false, server: false } }),
  read,
  write(speaker, text, like) {
    const secure = like !== undefined && like.text.charAt(1) === '~';
    if (speaker === 'client') return `${secure ? ' ~> ' : ' -> '}${text}`;
    const refusal = /^[45]/.test(text);
    return `${secure ? (refusal ? '<~* ' : '<~  ') : refusal ? '<** ' : '<-  '}${text}`;
  },
};

/** Whose line it is: ` -> ` the client's, `<-  ` and `<** ` the server's; undefined for a line without hint. */
function speakerOf(text: string): 'client' | 'server' | undefined {
  const first = text.charCodeAt(0);
  if (text.charCodeAt(3) !== SPACE) return undefined;
  if (first === SPACE) return isMark(text.charCodeAt(1)) && text.charCodeAt(2) === GREATER ? 'client' : undefined;
  if (first !== LESS || !isMark(text.charCodeAt(1))) return undefined;
  const third = text.charCodeAt(2);
  return third === SPACE || third === ASTERISK ? 'server' : undefined;
}

function isMark(code: number): boolean {
  return code === HYPHEN || code === TILDE || code === ASTERISK;
}

function evidence(sample: readonly PeeledLine[]): number {
  const sum = weigh(sample, weight);
  if (!sample.some(({ text }) => TRYING.test(text))) return sum;
  return sum + weigh(sample, ({ text }) => (looksLikeReply(text) || readsAsCommand(text) ? 3 : 0));
}

const TRYING = /^=== Trying .{1,300}\.\.\.$/;

function weight({ text }: PeeledLine): number {
  const speaker = speakerOf(text);
  if (speaker === 'server') return looksLikeReply(text.slice(4)) ? 10 : 1;
  // A proxy that passes the greeting on (stunnel) has the same arrows.
  if (speaker === 'client') return /^(?:220|421|554)[ -]/.test(text.slice(4)) ? -100 : 5;
  if (text.startsWith('=== ')) return /^=== (?:Trying |Connected to |TLS |Connection closed)/.test(text) ? 10 : 1;
  return text.startsWith('*** ') ? 1 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const from = BLANK_LOST.test(text) && state.marked.server ? 3 : 4;
  const speaker = from === 3 ? 'client' : speakerOf(text);
  if (speaker === undefined) {
    if (text.startsWith('=== ') || text.startsWith('*** ')) return tool(line, state, context);
    return unmarked(line, state, context);
  }
  // Nearly every line of the server's begins with a digit.
  if (speaker === 'server' && text.charCodeAt(4) === LETTER_T && UNANSWERED.test(text.slice(4)))
    return noAnswer(line, 4, state, context);
  const now = heard(state, speaker);
  if (!state.begun && FIRST.test(text)) connect(line, now, context, undefined);
  // Mail data keeps its CR in front of the line's own end; that CR belongs to the line end on the wire.
  const plain = saidIn(line, from, String(now.session), speaker);
  const said: Said = text.charCodeAt(from - 3) === TILDE ? inTls(plain) : plain;
  const shown = speaker === 'client' ? withElided(said, context) : said;
  context.emit(shown);
  // Those lines are all of the message; where no server is shown, nothing else would tell that it is over.
  if (shown.elided !== undefined && !now.marked.server) context.emit(altered(said, { text: '.', kind: 'end-of-data' }));
  return now;
}

/** Where a reply should stand swaks writes this, marked as one. */
const UNANSWERED = /^Timeout \(\d{1,9} secs\) waiting for server response$/;

function noAnswer(line: PeeledLine, from: number, state: State, context: ReadContext): State {
  const message = line.text.slice(from);
  if (state.begun) tell(line, from, String(state.session), { type: 'error', about: 'timeout', message }, context);
  return state;
}

/** The client's mark in a log that somebody pasted where blanks at the start of a line are taken away. */
const BLANK_LOST = /^[-~*]> /;

/** What a connection begins with, where no `=== Trying` stands before it. With `--silent 1` the first line is the first refusal. */
const FIRST = /^(?:<-. {1,2}(?:220|421|554)| -> (?:EH|HE|LH)LO )/;

/** The state after a line that is marked as one of `speaker`. */
function heard(state: State, speaker: 'client' | 'server'): State {
  const { session, begun, secure, marked } = state;
  const client = marked.client || speaker === 'client';
  const server = marked.server || speaker === 'server';
  if (begun && client === marked.client && server === marked.server) return state;
  return { session: session + (begun ? 0 : 1), begun: true, secure, marked: { client, server } };
}

function inTls(said: Said): Said {
  const { line, start, end, session, speaker, text, time, pieces } = said;
  if (time !== undefined || pieces !== undefined) return altered(said, { secure: true });
  return { line, start, end, session, speaker, text, secure: true };
}

/** A line without hint: what stands in it tells whose it is, where that side's lines have no hints. */
function unmarked(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const { session, begun, marked } = state;
  if (!begun) return state;
  if (UNANSWERED.test(text)) return noAnswer(line, 0, state, context);
  const mode = context.modeOf(String(session));
  const payload = mode === 'data' || mode === 'bdat';
  const speaker = !payload && looksLikeReply(text) ? 'server' : 'client';
  if (marked[speaker] || (speaker === 'client' && mode === 'command' && !readsAsCommand(text))) return state;
  const said = saidIn(line, 0, String(session), speaker);
  context.emit(speaker === 'client' ? withElided(said, context) : said);
  return state;
}

/** ` -> 249 lines sent` stands for the mail data when swaks was told not to show it. */
function withElided(said: Said, { modeOf }: ReadContext): Said {
  if (!said.text.endsWith(' lines sent')) return said;
  const mode = modeOf(said.session);
  const lines = mode === 'data' || mode === 'undecided' ? /^(\d{1,12}) lines sent$/.exec(said.text)?.[1] : undefined;
  return lines === undefined ? said : altered(said, { text: '', elided: { what: 'data', lines: Number(lines) } });
}

function tool(line: PeeledLine, state: State, context: ReadContext): State {
  const rest = line.text.slice(4);
  const trying = /^Trying (.{1,300}?)(?::(\d{1,5}))?\.\.\.$/.exec(rest);
  if (trying !== null || rest.startsWith('Trying pipe to ')) {
    const now: State = { session: state.session + 1, begun: true, secure: false, marked: state.marked };
    connect(line, now, context, trying?.[1], trying?.[2]);
    return now;
  }
  const event = eventOf(rest);
  if (event === undefined || !state.begun) return state;
  tell(line, 4, String(state.session), event, context);
  return state;
}

function connect(line: PeeledLine, state: State, context: ReadContext, host?: string, port?: string): void {
  tell(line, 0, String(state.session), connectTo(host, port), context);
}

/** Literals: a spread would give each of them a shape of its own. */
function connectTo(host: string | undefined, port: string | undefined): ToolEvent {
  if (host === undefined) return { type: 'connect', whole: true };
  if (port === undefined) return { type: 'connect', whole: true, host };
  return { type: 'connect', whole: true, host, port: Number(port) };
}

function eventOf(rest: string): ToolEvent | undefined {
  if (rest.startsWith('Connected to ')) return undefined;
  const tls =
    /^TLS started with cipher ([^:\s]{1,40}):([^:\s]{1,80})/.exec(rest) ??
    /^TLS started w\/ cipher ()(\S{1,80})/.exec(rest);
  if (tls !== null) {
    return { type: 'tls', ...(tls[1] && { protocol: tls[1] }), ...(tls[2] && { cipher: tls[2] }) };
  }
  if (rest.startsWith('TLS started')) return { type: 'tls' };
  if (/^Connection closed with remote host/.test(rest)) return { type: 'close', by: 'client' };
  if (/^Remote host closed connection/.test(rest)) return { type: 'error', about: 'lost', message: rest };
  if (/^Error connecting|^Could not connect/i.test(rest)) return { type: 'error', about: 'connect', message: rest };
  if (/^(?:Host did not advertise STARTTLS|.*STARTTLS not supported)/i.test(rest)) {
    return { type: 'error', about: 'starttls-missing', message: rest };
  }
  if (/^TLS startup failed|^TLS .{0,80}fail/i.test(rest)) return { type: 'error', about: 'tls', message: rest };
  if (/^(?:Timeout|Timed out)/i.test(rest)) return { type: 'error', about: 'timeout', message: rest };
  if (/^No authentication type succeeded|^Auth not attempted/i.test(rest)) {
    return { type: 'error', about: 'auth', message: rest };
  }
  return undefined;
}

const SPACE = 32;
const ASTERISK = 42;
const HYPHEN = 45;
const LESS = 60;
const GREATER = 62;
const LETTER_T = 84;
const TILDE = 126;
