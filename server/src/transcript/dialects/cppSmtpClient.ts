/**
 * CPP-SMTPClient-library's communication log: `c: EHLO client\r\n` with line ends spelt out, `s: 250-…` with the further lines
 * of a reply bare, `c & s: <…>` and client lines without a line end are the library's own words. A body may stand bare,
 * older versions do not show it.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** The line before is the server's. */
  readonly replying: boolean;
  /** A handshake has begun. */
  readonly negotiating: boolean;
}

export const cppSmtpClient: Dialect<State> = {
  id: 'cpp-smtpclient',
  name: 'CPP-SMTPClient-library communication log',
  sequential: true,
  // A line that holds its spelt line end cannot be told from two.
  lossy: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ count: 0, open: false, replying: false, negotiating: false }),
  read,
  write: (speaker, text) => (speaker === 'client' ? `c: ${text}${LINE_END}` : `s: ${text}`),
};

/** As it stands in the log. */
const LINE_END = '\\r\\n';
const CONNECTING = /^c: Trying to connect to (\S{1,255}) on port (\d{1,5})$/;
const OWN_WORDS =
  /^c(?: & s)?: (?:Connected!|TLS session ready!|Contacting the server again but via the secure channel\.\.\.|<(?:Start TLS negotiation|Negotiate a TLS session|Check result of negotiation)>)$/;

function weight({ text }: PeeledLine): number {
  if (CONNECTING.test(text) || OWN_WORDS.test(text)) return 12;
  if (text.startsWith('s: ')) return looksLikeReply(text.slice(3)) ? 3 : 0;
  return text.startsWith('c: ') && text.endsWith(LINE_END) && readsAsCommand(text.slice(3, -LINE_END.length)) ? 12 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const connecting = CONNECTING.exec(text);
  if (connecting !== null) {
    const [, host = '', port] = connecting;
    const count = state.count + 1;
    tell(line, 0, String(count), { type: 'connect', whole: true, host, port: Number(port), tls: 'unknown' }, context);
    return { count, open: true, replying: false, negotiating: false };
  }
  if (text.startsWith('c: ')) return clientSays(line, state, context);
  if (text.startsWith('s: ')) return serverSays(line, state, context);
  if (/^c & s: </.test(text)) return { ...state, negotiating: true, replying: false };
  const session = String(state.count);
  if (state.replying && looksLikeReply(text)) say(line, 0, session, 'server', context);
  else if (state.open && context.modeOf(session) === 'data') say(line, 0, session, 'client', context);
  return state;
}

function clientSays(line: PeeledLine, before: State, context: ReadContext): State {
  const { text } = line;
  const state = { ...before, replying: false };
  if (OWN_WORDS.test(text)) {
    if (text === 'c: TLS session ready!' && state.open) tell(line, 3, String(state.count), { type: 'tls' }, context);
    return { ...state, negotiating: text.startsWith('c: <') };
  }
  const payload = state.open && context.modeOf(String(state.count)) === 'data';
  if (!payload && !text.endsWith(LINE_END)) return state;
  const now = begun(line, false, state, context);
  for (let from = 3; from < text.length; ) {
    const found = text.indexOf(LINE_END, from);
    const end = found < 0 ? text.length : found;
    const place = { text: text.slice(from, end), ...within(line, from, end) };
    say(line, from, String(now.count), 'client', context, place);
    from = end + LINE_END.length;
  }
  return now;
}

function serverSays(line: PeeledLine, state: State, context: ReadContext): State {
  const said = line.text.slice(3);
  if (looksLikeReply(said)) {
    const now = begun(line, said.startsWith('220'), state, context);
    say(line, 3, String(now.count), 'server', context);
    return { ...now, replying: true, negotiating: false };
  }
  const failed = state.negotiating && state.open && !said.startsWith('Warning: ');
  if (failed) tell(line, 3, String(state.count), { type: 'error', about: 'tls', message: said }, context);
  return { ...state, replying: false };
}

function begun(line: PeeledLine, whole: boolean, state: State, context: ReadContext): State {
  if (state.open) return state;
  const count = state.count + 1;
  tell(line, 0, String(count), { type: 'connect', whole, tls: 'unknown' }, context);
  return { ...state, count, open: true };
}
