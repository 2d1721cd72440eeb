/**
 * gnutls-cli, alone or with `--starttls-proto=smtp` or `--starttls`. What it says before TLS is shown with `--verbose` only.
 * Behind `- Simple Client Mode:` stand the replies, and in a terminal what is typed. In a file, what it prints to its standard
 * error comes before the rest.
 */
import { readsAsCommand } from '../command';
import { isOtherProtocol, speaksSmtp } from '../protocols';
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine, Said, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly begun: boolean;
  /** It has told whom it connects to. */
  readonly named: boolean;
  /** What is typed goes to the server; `later` while it tells of TLS that began in between. */
  readonly typing: boolean | 'later';
  /** What the client says is shown. */
  readonly shown: boolean;
  /** The reply goes on in the next line. */
  readonly more: boolean;
  /** `left`: the server has said goodbye. */
  readonly over: boolean | 'left';
  /** Where it says that it does not trust the certificate. */
  readonly distrust: PeeledLine | undefined;
  /** TLS is up. Where nothing was said before, the first line tells whether it was from the start. */
  readonly tls: { readonly line: PeeledLine; readonly event: TlsEvent } | 'told' | undefined;
}

type TlsEvent = Extract<ToolEvent, { type: 'tls' }>;

const START: State = {
  count: 1,
  begun: false,
  named: false,
  typing: false,
  shown: false,
  more: false,
  over: false,
  distrust: undefined,
  tls: undefined,
};

export const gnutlsCli: Dialect<State> = {
  id: 'gnutls-cli',
  name: 'gnutls-cli',
  evidence,
  sequential: true,
  sparse: true,
  start: () => START,
  read,
  finish: (state, context) => void ended(state, context),
  opening: ['- Simple Client Mode:'],
  write(speaker, text, like) {
    if (like?.text.startsWith(OWN) !== true) return text;
    return `${OWN}${speaker === 'client' ? 'sending' : 'received'}: ${text}`;
  },
};

const OWN = 'starttls: ';
const CLIENT_MODE = '- Simple Client Mode:';
const MARK = /^(?:starttls: (?:(sending)|received): |- Received\[\d{1,9}\]: )/;
const SENT = /^- Sent: \d{1,9} bytes$/;
const FATAL = '*** Fatal error: ';
const FAILED = /^(?:Could not connect to |Cannot (?:resolve|connect) |error receiving '(?:220|250) ': )/;
const REMARK = /^(?:Processed \d|Connecting to '|Negotiating SMTP |Script (?:started|done) on |[-*])/;

/** It is used for other protocols, too. */
function evidence(sample: readonly PeeledLine[]): number {
  if (!sample.some(({ text }) => isOwn(text))) return 0;
  const said = sample.map(({ text }) => text.replace(MARK, ''));
  return said.some(isOfSmtp) && !isOtherProtocol(said) ? weigh(sample, weight) : 0;
}

function isOfSmtp(text: string): boolean {
  if (/^(?:Negotiating SMTP |Resolving '[^']{1,255}:(?:25|465|587)'|error receiving '2[25]0 ')/.test(text)) return true;
  return speaksSmtp(text) > 0;
}

function isOwn(text: string): boolean {
  if (text === CLIENT_MODE || MARK.test(text)) return true;
  return /^(?:Resolving '[^']{1,255}:\d{1,5}'\.\.\.$|- Description: \(|error receiving ')/.test(text);
}

function weight({ text }: PeeledLine): number {
  if (isOwn(text)) return 10;
  return SENT.test(text) || looksLikeReply(text) || readsAsCommand(text) ? 2 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  // The output of `-d`.
  if (SENT.test(text) || /^\|<\d{1,2}>\| /.test(text)) return state;
  const [mark, sending] = MARK.exec(text) ?? [];
  const fails = text.startsWith(FATAL) || FAILED.test(text);
  if (state.shown && state.typing === true && mark === undefined && !text.startsWith(FATAL)) {
    const mode = context.modeOf(String(state.count));
    if (mode === 'data' || mode === 'bdat') return says(line, 0, 'client', state, context);
  }
  if (text.startsWith(OWN) || fails) {
    const late = state.typing || (state.over && text.startsWith('starttls: waiting '));
    const next = state.named && (state.over === true || (late && !text.startsWith(FATAL)));
    const now = next ? fresh(state, context) : state;
    if (fails) return failed(line, now, context);
    if (sending !== undefined) return says(line, OWN.length + 'sending: '.length, 'client', now, context);
    // The rest of a line that came in two parts is no reply.
    return mark !== undefined && looksLikeReply(text.slice(mark.length))
      ? says(line, mark.length, 'server', now, context)
      : now;
  }
  if (mark !== undefined) return says(line, mark.length, 'server', state, context);
  if (looksLikeReply(text)) return state.begun || state.typing ? says(line, 0, 'server', state, context) : state;
  if (text.startsWith("Resolving '")) return { ...(state.named ? fresh(state, context) : state), named: true };
  if (text === '' || REMARK.test(text) || !state.typing) return heard(line, state, context);
  if (state.typing === true && state.over === false) return says(line, 0, 'client', state, context);
  return readsAsCommand(text) ? says(line, 0, 'client', state, context) : state;
}

/** What it tells of the connection. */
function heard(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  if (text === CLIENT_MODE) return { ...state, typing: true, shown: false };
  if (text === '*** Starting TLS handshake') return { ...state, typing: 'later' };
  if (/^- Status: .{0,200}NOT trusted/.test(text)) return { ...state, distrust: line };
  if (text.startsWith('- Peer has closed the ')) return told(line, { type: 'close', by: 'server' }, state, context);
  const [, protocol, cipher] = /^- Description: \(([A-Z]{3}\d\.\d)-.{0,200}-\(([^()]{1,40})\)/.exec(text) ?? [];
  if (state.tls !== undefined || (protocol === undefined && text !== '- Handshake was completed')) return state;
  const event: TlsEvent = { type: 'tls', ...(protocol && cipher && { protocol, cipher }) };
  const now: State = { ...state, distrust: undefined, tls: { line: state.distrust ?? line, event } };
  return state.begun ? secured(now, !state.shown, context) : now;
}

function failed(line: PeeledLine, state: State, context: ReadContext): State {
  // Many servers close the connection without a word of TLS.
  if (state.over !== false) return state;
  const { text } = line;
  if (!text.startsWith(FATAL)) {
    const about = text.startsWith('error') ? 'timeout' : 'connect';
    return told(line, { type: 'error', about, message: text }, state, context);
  }
  const about = state.tls === undefined && state.typing !== true ? 'tls' : 'lost';
  return told(line, { type: 'error', about, message: state.distrust?.text ?? text }, state, context);
}

function told(line: PeeledLine, event: ToolEvent, before: State, context: ReadContext): State {
  const state = begun(line, false, before, context);
  tell(line, 0, String(state.count), event, context);
  return { ...state, over: true, distrust: undefined };
}

function says(line: PeeledLine, from: number, speaker: Said['speaker'], before: State, context: ReadContext): State {
  if (before.over === true) return before;
  const text = line.text.slice(from);
  const greets = !before.begun && speaker === 'server' && beginsAsGreeting(text);
  const state = begun(line, greets, before, context);
  const typing = state.typing !== false;
  if (speaker === 'client') {
    say(line, from, String(state.count), speaker, context);
    return { ...state, typing, shown: true, more: false };
  }
  if (!state.shown && !state.more && !greets) tell(line, from, String(state.count), { type: 'gap' }, context);
  say(line, from, String(state.count), speaker, context);
  const more = text.charAt(3) === '-';
  // Refused what it says itself, it waits for nothing.
  const leaves = !more && (typing ? /^[24]21/ : /^[45]/).test(text);
  return { ...state, typing, more, over: leaves ? 'left' : state.over };
}

function begun(line: PeeledLine, greets: boolean, state: State, context: ReadContext): State {
  if (state.begun) return state;
  const event: ToolEvent = { type: 'connect', whole: greets, ...(!greets && { tls: 'unknown' }) };
  const at = typeof state.tls === 'object' ? state.tls.line : line;
  tell(at, 0, String(state.count), event, context);
  return { ...secured(state, !greets, context), begun: true };
}

function secured(state: State, unseenStart: boolean, context: ReadContext): State {
  const { count, tls } = state;
  if (typeof tls !== 'object') return state;
  tell(tls.line, 0, String(count), { ...tls.event, ...(unseenStart && { unseenStart }) }, context);
  return { ...state, tls: 'told' };
}

/** What was held back is told. */
function ended(state: State, context: ReadContext): void {
  const { distrust, tls } = state;
  if (distrust !== undefined && state.over === false)
    told(distrust, { type: 'error', about: 'tls', message: distrust.text }, state, context);
  else if (typeof tls === 'object') begun(tls.line, false, state, context);
}

function fresh(state: State, context: ReadContext): State {
  ended(state, context);
  return { ...START, count: state.count + 1 };
}
