/**
 * fdm with `-vvvv`: what a process delivers by SMTP stands behind `> ` and `< `, of what it sends at once only the first
 * line. Before that, the mail that was fetched is printed without any mark, and may imitate a dialogue: nothing counts
 * before `ACCOUNT: deliver started`.
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly session: number;
  /** An action of SMTP is next. */
  readonly smtp: boolean;
  /** Which account is being delivered for: other lines that begin with its name are what the processes say of themselves. */
  readonly account: string | undefined;
}

export const fdm: Dialect<State> = {
  id: 'fdm',
  name: 'fdm -vvvv',
  sequential: true,
  evidence,
  start: () => ({ session: 0, smtp: false, account: undefined }),
  read,
  opening: ['stdin: message 1, running action send:0 (smtp) as user mail', 'stdin: deliver started, pid 1'],
  write: (speaker, text) => `${speaker === 'client' ? '>' : '<'} ${text}`,
};

const RUNNING = /^[\w.@-]{1,80}: message \d{1,9}, running action \S{1,80} \((\w{1,20})\) as user /;
const STARTED = /^([\w.@-]{1,80}): deliver started, pid \d{1,9}$/;
const OVER = /^parent: (?:got message type 2, |child \d{1,9} returned )/;
const OWN =
  /^(?:version is: fdm |parent: (?:started, pid is |deliver child |\d{1,6} children, )|[\w.@-]{1,80}: (?:fetch loop start$|deliver started, pid |trying \(\w{1,10}\) message \d))/;

/** The arrows are those of many programs. */
function evidence(sample: readonly PeeledLine[]): number {
  const own = weigh(sample, ({ text }) => (RUNNING.test(text) || STARTED.test(text) ? 12 : OWN.test(text) ? 3 : 0));
  if (own < 12) return 0;
  return own + weigh(sample, ({ text }) => (/^[<>] /.test(text) && looksLikeReply(text.slice(2)) ? 3 : 0));
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const { account } = state;
  const running = RUNNING.exec(text)?.[1];
  if (running !== undefined) return { ...state, smtp: running === 'smtp', account: undefined };
  if (account === undefined) {
    const started = state.smtp ? STARTED.exec(text)?.[1] : undefined;
    if (started === undefined) return state;
    const session = state.session + 1;
    tell(line, 0, String(session), { type: 'connect', whole: true }, context);
    return { session, smtp: false, account: started };
  }
  if (OVER.test(text)) return { ...state, account: undefined };
  if (text.startsWith('parent: ')) return state;
  if (text.startsWith(`${account}: `)) return told(line, text.slice(account.length + 2), state, context);
  said(line, text, String(state.session), context);
  return state;
}

function told(line: PeeledLine, words: string, state: State, context: ReadContext): State {
  const event = eventOf(words);
  if (event === undefined) return state;
  tell(line, 0, String(state.session), event, context);
  return { ...state, account: undefined };
}

/** What ends the dialogue; where the next mail is fetched meanwhile, whose a line is cannot be told any more. */
function eventOf(words: string): ToolEvent | undefined {
  if (words.startsWith('connection unexpectedly closed')) return { type: 'error', about: 'lost', message: words };
  if (words.startsWith('timed out')) return { type: 'error', about: 'timeout', message: words };
  return words === 'fetch loop start' ? { type: 'gap' } : undefined;
}

function said(line: PeeledLine, text: string, session: string, context: ReadContext): void {
  if (context.modeOf(session) === 'data') say(line, text.startsWith('> ') ? 2 : 0, session, 'client', context);
  else if (text.startsWith('> ')) say(line, 2, session, 'client', context);
  else if (text.startsWith('< ')) say(line, 2, session, 'server', context);
}
