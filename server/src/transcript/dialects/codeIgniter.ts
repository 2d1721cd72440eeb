/**
 * CodeIgniter's e-mail debugger, as its program prints it, a browser shows it or its log keeps it: replies alone, behind the step
 * that they answer, `<pre>hello: 250-…`. Greeting and answer to the message stand bare; an error says its reply again, but that of
 * a login is said only there.
 */
import { readsAsCommand } from '../command';
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** What was answered last. */
  readonly step: string;
  /** Code and hyphen of a reply that goes on; `again` when that was told before. */
  readonly goesOn: string | undefined;
  readonly again: boolean;
  /** The first line of the last reply. */
  readonly last: string;
}

export const codeIgniter: Dialect<State> = {
  id: 'codeigniter',
  name: 'CodeIgniter print_debugger()',
  events: true,
  sequential: true,
  evidence,
  start: () => ({ count: 0, open: false, ...NOTHING_SAID }),
  read,
  write(_speaker, text, like) {
    return `${like === undefined ? '' : like.text.slice(0, partOf(like.text).from)}${text}`;
  },
};

const NOTHING_SAID = { step: '', goesOn: undefined, again: false, last: '' } as const;

const TAGS = /^(?:<\/?[a-z]{1,10}(?: ?\/)?>){1,8}/i;
const TAGS_BEHIND = /(?:<\/?[a-z]{1,10}(?: ?\/)?>){1,8}$/i;
const LOG = /^(?:[A-Z]{4,9} - )?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d --> /;
const STEP = /^(hello|starttls|from|to|data|quit|reset): (?=[2-5]\d\d[ -])/;
const LOGIN = /^Failed to (?:send AUTH LOGIN command|authenticate (?:username|password))\. Error: (?=[2-5]\d\d[ -])/;
const AGAIN = /^The following SMTP error was encountered: (?=[2-5]\d\d[ -])/;

interface Part {
  readonly step: string | undefined;
  /** An error. */
  readonly error: boolean;
  /** Where its reply begins and ends. */
  readonly from: number;
  readonly end: number;
}

function partOf(text: string): Part {
  const log = LOG.exec(text)?.[0].length ?? 0;
  const at = log + (TAGS.exec(text.slice(log))?.[0].length ?? 0);
  const rest = text.slice(at);
  const step = STEP.exec(rest);
  const error = LOGIN.exec(rest) ?? AGAIN.exec(rest);
  const from = at + ((step ?? error)?.[0].length ?? 0);
  const end = Math.max(from, text.length - (TAGS_BEHIND.exec(text.slice(-200))?.[0].length ?? 0));
  return { step: step?.[1], error: error !== null, from, end };
}

/** Who shows commands as well is another program, and so is one that names no step. */
function evidence(sample: readonly PeeledLine[]): number {
  const parts = sample.map(({ text }) => partOf(text));
  if (parts.every(({ step, error }) => step === undefined && !error)) return 0;
  if (sample.some(({ text }) => readsAsCommand(text))) return 0;
  return weigh(sample, ({ text }) => {
    const { step, error, from } = partOf(text);
    return step !== undefined ? 12 : error ? 6 : looksLikeReply(text.slice(from)) ? 3 : 0;
  });
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const part = partOf(line.text);
  const text = line.text.slice(part.from, part.end);
  if (!looksLikeReply(text)) return { ...state, goesOn: undefined };
  const bare = part.step === undefined && !part.error;
  if (bare && state.goesOn !== undefined && text.startsWith(state.goesOn.slice(0, 3))) {
    if (!state.again) utter(line, part, text, state, context);
    return text.charAt(3) === '-' ? state : { ...state, goesOn: undefined };
  }
  const greets = bare && state.step !== 'data';
  if (greets && !beginsAsGreeting(text)) return { ...state, goesOn: undefined };
  const now = state.open && !greets ? state : begin(line, greets, state, context);
  const again = part.error && text === now.last;
  if (part.step === 'hello' && now.step === 'starttls')
    tell(line, part.from, String(now.count), { type: 'tls' }, context);
  if (!again) utter(line, part, text, now, context);
  // A server that refuses STARTTLS is not spoken to in TLS.
  const step = part.step === 'starttls' && !text.startsWith('220') ? '' : (part.step ?? '');
  return { ...now, step, goesOn: text.charAt(3) === '-' ? text.slice(0, 4) : undefined, again, last: text };
}

function utter(line: PeeledLine, { from, end }: Part, text: string, { count }: State, context: ReadContext): void {
  say(line, from, String(count), 'server', context, { text, ...within(line, from, end) });
}

/** TLS from the first octet is not told. */
function begin(line: PeeledLine, whole: boolean, state: State, context: ReadContext): State {
  const count = state.count + 1;
  tell(line, 0, String(count), { type: 'connect', whole, tls: 'unknown' }, context);
  return { count, open: true, ...NOTHING_SAID };
}
