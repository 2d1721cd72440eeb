/**
 * Ruby's net/smtp with set_debug_output: `-> "220 …\r\n"` is what was read, `<- "EHLO …\r\n"` what was written. The
 * message is not shown, only how many octets it took.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { quoteText, readQuoted } from './quoted';
import { cutLines } from './wireText';

interface State {
  readonly session: number;
  readonly begun: boolean;
}

export const rubySmtp: Dialect<State> = {
  id: 'ruby-net-smtp',
  name: 'Ruby net/smtp',
  sequential: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ session: 0, begun: false }),
  read,
  write: (speaker, text) =>
    `${speaker === 'client' ? '<-' : '->'} ${quoteText(`${text}\r\n`, '"').replace(/#(?=[{$@])/g, '\\#')}`,
};

const MARK = /^(->|<-) (?=")/;
const OPENED = /^Connection opened: (.{1,300}):(\d{1,5})$/;

function weight({ text }: PeeledLine): number {
  const mark = MARK.exec(text)?.[1];
  if (mark === undefined)
    return OPENED.test(text) ? 6 : /^(?:writing message from |TLS connection started$)/.test(text) ? 5 : 0;
  const said = text.slice(4).replace(/(?:\\r)?\\n"$/, '');
  // net/http and net/pop write their lines in the same way.
  if (/^(?:HTTP\/\d|\+OK|-ERR)| HTTP\/\d\.\d(?:\\r|$)/.test(said.slice(0, 400))) return CONTRADICTION;
  return (mark === '->' ? looksLikeReply(said) : readsAsCommand(said)) ? 10 : 1;
}

const CONTRADICTION = -200;

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const mark = MARK.exec(text);
  if (mark !== null) return say(line, mark, state, context);
  const opened = OPENED.exec(text);
  if (opened !== null) {
    const session = state.session + 1;
    const event: ToolEvent = { type: 'connect', whole: true, host: opened[1] as string, port: Number(opened[2]) };
    context.emit({ session: String(session), speaker: 'tool', text, event, ...within(line, 0), ...timeOf(line) });
    return { session, begun: true };
  }
  if (!state.begun) return state;
  const session = String(state.session);
  const wrote = /^wrote (\d{1,15}) bytes$/.exec(text)?.[1];
  if (wrote !== undefined) {
    const place = { session, speaker: 'client', text: '', ...within(line, 0), ...timeOf(line) } as const;
    // The count has the final dot in it.
    context.emit({ kind: 'data', elided: { what: 'data', octets: Math.max(0, Number(wrote) - 3) }, ...place });
    context.emit({ kind: 'end-of-data', ...place });
    return state;
  }
  const event = eventOf(text);
  if (event !== undefined) context.emit({ session, speaker: 'tool', text, event, ...within(line, 0), ...timeOf(line) });
  return state;
}

function say(line: PeeledLine, mark: RegExpExecArray, state: State, { emit }: ReadContext): State {
  const quoted = readQuoted(line, mark[0].length);
  if (quoted === undefined) return state;
  const now = state.begun ? state : { session: state.session + 1, begun: true };
  const speaker = mark[1] === '<-' ? 'client' : 'server';
  for (const { place, text, wireEol } of cutLines(quoted)) {
    const eol = wireEol === undefined ? {} : { wireEol };
    emit({ session: String(now.session), speaker, text, ...place, ...eol, ...timeOf(line) });
  }
  return now;
}

function eventOf(text: string): ToolEvent | undefined {
  if (text === 'TLS connection started') return { type: 'tls' };
  // `…: end of file reached (EOFError)` of the interpreter, `EOFError: …` of irb, `EOFError (…):` of Rails.
  const name =
    /\((?:Net::|Errno::|OpenSSL::SSL::|Timeout::)?([A-Z]\w{2,40})\)$/.exec(text.slice(-80))?.[1] ??
    /^(?:Net::|Errno::|OpenSSL::SSL::|Timeout::)?([A-Z]\w{2,40})(?:: | \()/.exec(text.slice(0, 80))?.[1];
  switch (name) {
    case 'EOFError':
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'EPIPE':
      return { type: 'error', about: 'lost', message: text };
    case 'ReadTimeout':
    case 'OpenTimeout':
    case 'WriteTimeout':
    case 'ETIMEDOUT':
      return { type: 'error', about: 'timeout', message: text };
    case 'SSLError':
      return { type: 'error', about: 'tls', message: text };
    case 'SMTPUnsupportedCommand':
      return text.includes('STARTTLS') ? { type: 'error', about: 'starttls-missing', message: text } : undefined;
    default:
      return undefined;
  }
}

function timeOf({ time }: PeeledLine): { readonly time?: number } {
  return time === undefined ? {} : { time };
}
