/**
 * PHP Swift Mailer's logger plugin: `>> ` the client, `<< ` the server, further lines of a reply bare, `++ ` what it does,
 * `!! ` what went wrong. Of the message its dot is all that is shown. An exception repeats the log so far, and so does the
 * next one with that in it. The echo logger writes for a browser unless it is told not to.
 */
import { isOtherProtocol } from '../protocols';
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { readHtml } from './html';
import { say, tell } from './utter';
import { placeOf, type WireText } from './wireText';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** In how many repetitions of the log the line stands. */
  readonly repeats: number;
  /** Who spoke last, until something else is told. */
  readonly last: 'client' | 'server' | undefined;
}

export const swiftMailer: Dialect<State> = {
  id: 'swiftmailer',
  name: 'PHP Swift Mailer',
  evidence,
  sequential: true,
  lossy: true,
  start: () => ({ count: 0, open: false, repeats: 0, last: undefined }),
  read,
  opening: ['++ Starting Swift_SmtpTransport'],
  write(speaker, text, like) {
    const said = `${speaker === 'client' ? '>>' : '<<'} ${text}`;
    return like?.text.startsWith('&') ? said.replace(/[&<>]/g, (char) => ESCAPES[char] ?? char) : said;
  },
};

const MARK = /^(?:>>|<<|&gt;&gt;|&lt;&lt;) /;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const BREAK = /<br \/>$/;
const TOLD = /^\+\+ (?:(?:Starting|Stopping) \w{1,80}Transport|\w{1,80}Transport (?:started|stopped))(?:<br \/>)?$/;
const STARTING = /^\+\+ Starting [\w\\]{1,80}Transport$/;
const STOPPED = /^\+\+ [\w\\]{1,80}Transport stopped$/;
const REPEAT_ENDS = /(?:^| \(code: \d{1,5}\)) \(code: \d{1,5}\)$/;

/** What stands behind its marks, or bare, counts only next to what it tells itself. */
function evidence(sample: readonly PeeledLine[]): number {
  if (isOtherProtocol(sample.map(({ text }) => text.replace(MARK, '')))) return 0;
  const own = weigh(sample, ({ text }) => (TOLD.test(text) ? 12 : 0));
  if (own === 0) return 0;
  return own + weigh(sample, ({ text }) => (MARK.test(text) || looksLikeReply(text) ? 3 : 0));
}

function read(whole: PeeledLine, before: State, context: ReadContext): State {
  const line = whole.text.endsWith('\r') ? { ...whole, text: whole.text.slice(0, -1) } : whole;
  const text = line.text.replace(BREAK, '');
  const state = { ...before, last: undefined };
  if (text === 'Log data:') return { ...state, repeats: before.repeats + 1 };
  if (before.repeats > 0) return REPEAT_ENDS.test(text) ? { ...state, repeats: before.repeats - 1 } : before;
  if (STARTING.test(text)) {
    const count = state.count + 1;
    tell(line, 0, String(count), { type: 'connect', whole: true }, context);
    return { ...state, count, open: true };
  }
  if (!state.open) return state;
  const session = String(state.count);
  if (STOPPED.test(text)) {
    tell(line, 0, session, { type: 'close', by: 'client' }, context);
    return { ...state, open: false };
  }
  const event = eventOf(text);
  if (event !== undefined) tell(line, 0, session, event, context);
  const mark = MARK.exec(text)?.[0];
  if (mark === undefined) return goesOn(line, text, before, session, context);
  const said = readHtml(line, mark.length, text.length);
  const speaker = /^(?:>|&gt;)/.test(mark) ? 'client' : 'server';
  const mode = context.modeOf(session);
  // The line end before the dot.
  if (said.text === '' && speaker === 'client' && mode === 'data') return { ...state, last: speaker };
  const more = { text: said.text, ...place(said), ...(mode === 'data' && speaker === 'client' && COMMAND) };
  say(line, mark.length, session, speaker, context, more);
  return { ...state, last: speaker };
}

const COMMAND = { kind: 'command' } as const;

/** A further line of a reply, or the dot. */
function goesOn(line: PeeledLine, text: string, before: State, session: string, context: ReadContext): State {
  if (before.last === 'server' && looksLikeReply(text)) {
    const said = readHtml(line, 0, text.length);
    say(line, 0, session, 'server', context, { text: said.text, ...place(said) });
    return before;
  }
  if (before.last === 'client' && text === '.' && context.modeOf(session) === 'data') {
    say(line, 0, session, 'client', context, { text: '', elided: { what: 'data' } });
    say(line, 0, session, 'client', context, { text, kind: 'end-of-data' });
  }
  return { ...before, last: undefined };
}

function place({ pieces }: WireText): Partial<ReturnType<typeof placeOf>> {
  return pieces.length === 0 ? {} : placeOf(pieces);
}

function eventOf(text: string): ToolEvent | undefined {
  if (!text.startsWith('!! ')) return undefined;
  const message = text.slice(3);
  if (/^Connection could not be established /.test(message)) return { type: 'error', about: 'connect', message };
  if (/^Connection to \S{1,300} Timed Out/.test(message)) return { type: 'error', about: 'timeout', message };
  return / but got an empty response/.test(message) && message.endsWith(')')
    ? { type: 'error', about: 'lost', message }
    : undefined;
}
