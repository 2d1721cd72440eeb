/**
 * check_smtp of the Monitoring Plugins with `-v`. The hello and MAIL are shown before the connection is made, and not again when
 * they are sent in the clear; the greeting and STARTTLS are not shown at all, and of the commands of `-C` only those whose
 * answer was not the one that was wanted.
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** The hello and MAIL, as far as they are not answered yet; in `line` each stands from offset `from` on. */
  readonly announced: readonly { readonly line: PeeledLine; readonly from: number }[];
  /** Something was sent and is not answered yet. */
  readonly asked: boolean;
  /** The reply goes on in the next line. */
  readonly more: boolean;
  /** How the last reply began. That to a hello inside TLS is shown twice. */
  readonly reply: string;
  readonly again: boolean;
  readonly copied: boolean;
  /** A reply to a command that is not shown, or in the next line. */
  readonly held: readonly PeeledLine[];
}

const NOTHING: State = {
  count: 0,
  open: false,
  announced: [],
  asked: false,
  more: false,
  reply: '',
  again: false,
  copied: false,
  held: [],
};

export const checkSmtp: Dialect<State> = {
  id: 'check-smtp',
  name: 'Monitoring Plugins check_smtp -v',
  // Without the announcement nothing tells it from other logs.
  evidence: (sample) => (sample.some(({ text }) => text.startsWith(HELLO)) ? weigh(sample, weight) : 0),
  sequential: true,
  lossy: true,
  start: () => NOTHING,
  read,
  finish: (state, context) => void released(state, context),
  opening: ['HELOCMD: EHLO client.example.com'],
  write: (speaker, text) => `${speaker === 'client' ? SENT : RECEIVED}${text}`,
};

const HELLO = 'HELOCMD: ';
const MAIL = 'FROM CMD: ';
const SENT = 'sent ';
const RECEIVED = 'received ';

function weight({ text }: PeeledLine): number {
  if (text.startsWith(HELLO)) return /^(?:EHLO|HELO|LHLO) /.test(text.slice(HELLO.length)) ? 10 : 0;
  if (text.startsWith(MAIL)) return 10;
  if (text.startsWith(SENT))
    return /^(?:QUIT|AUTH LOGIN|(?:EHLO|LHLO|HELO) \S{1,255})$/.test(text.slice(SENT.length)) ? 5 : 0;
  if (text.startsWith(RECEIVED)) return looksLikeReply(text.slice(RECEIVED.length)) ? 4 : 0;
  return looksLikeReply(text) ? 1 : 0;
}

function read(line: PeeledLine, before: State, context: ReadContext): State {
  const { text } = line;
  const isReply = looksLikeReply(text);
  const state = isReply && before.more ? before : released(before, context, line);
  if (text.startsWith(HELLO)) return { ...NOTHING, count: state.count + 1, announced: [{ line, from: HELLO.length }] };
  if (state.count === 0) return state;
  if (text.startsWith(MAIL) && !state.open)
    return { ...state, announced: [...state.announced, { line, from: MAIL.length }] };
  if (text.startsWith(SENT)) return clientSays(line, state, context);
  if (text.startsWith(RECEIVED)) return serverSays(line, RECEIVED.length, state, context);
  if (isReply) return serverSays(line, 0, state, context);
  const lost = /^recv\(\) failed|^Connection reset by peer/.test(text);
  if (!lost && !/^connect to address .{1,255}: /.test(text)) return state;
  const now = begun(line, state, context);
  tell(line, 0, sessionOf(now), { type: 'error', about: lost ? 'lost' : 'connect', message: text }, context);
  return now;
}

const sessionOf = ({ count }: State): string => String(count);

function begun(line: PeeledLine, state: State, context: ReadContext): State {
  if (state.open) return state;
  // Whether all of it is inside TLS depends on an option that is not shown.
  tell(
    state.announced[0]?.line ?? line,
    0,
    sessionOf(state),
    { type: 'connect', whole: false, tls: 'unknown' },
    context,
  );
  return { ...state, open: true };
}

function clientSays(line: PeeledLine, before: State, context: ReadContext): State {
  const state = begun(line, before, context);
  const session = sessionOf(state);
  const again = /^(?:EHLO|LHLO|HELO) /i.test(line.text.slice(SENT.length));
  // It shows a hello when it sends it the second time, inside TLS.
  if (again) tell(line, 0, session, { type: 'tls', unseenStart: true }, context);
  say(line, SENT.length, session, 'client', context);
  const announced = again ? state.announced.filter(({ from }) => from !== HELLO.length) : state.announced;
  return { ...state, announced, asked: true, more: false, again, copied: false };
}

function serverSays(line: PeeledLine, from: number, before: State, context: ReadContext): State {
  const text = line.text.slice(from);
  const more = text.charAt(3) === '-';
  if (before.more) {
    if (before.held.length > 0 && before.held.length < MOST_HELD)
      return { ...before, more, held: [...before.held, line] };
    const now = released(before, context);
    if (!now.copied) say(line, from, sessionOf(now), 'server', context);
    return { ...now, more };
  }
  if (before.again && !before.asked && text === before.reply) return { ...before, more, again: false, copied: true };
  const greets = !before.open && text.startsWith('220');
  const state = begun(line, before, context);
  const next = { ...state, asked: false, more, reply: text, copied: false };
  const session = sessionOf(state);
  // Behind `received` stands only what was asked for in the lines before.
  if (greets || state.asked || from > 0) {
    say(line, from, session, 'server', context);
    return next;
  }
  const [first, ...announced] = state.announced;
  if (first === undefined) return { ...next, held: [line] };
  say(first.line, first.from, session, 'client', context);
  say(line, from, session, 'server', context);
  return { ...next, announced };
}

/** The reply that was held is said; its command stands in `line`, or nobody knows it. */
function released(state: State, context: ReadContext, line?: PeeledLine): State {
  if (state.held.length === 0) return state;
  const session = sessionOf(state);
  const [, before, command] = INVALID.exec(line?.text ?? '') ?? [];
  if (line !== undefined && before !== undefined && command !== undefined) {
    const end = before.length + command.length;
    say({ ...line, text: line.text.slice(0, end) }, before.length, session, 'client', context);
  } else tell(state.held[0] as PeeledLine, 0, session, { type: 'gap', tls: 'unknown' }, context);
  for (const each of state.held) say(each, 0, session, 'server', context);
  return { ...state, more: false, held: [] };
}

/** Lines of a reply whose command may stand behind it. */
const MOST_HELD = 100;

const INVALID = /^(SMTP [A-Z]{1,20} - Invalid response '.{0,2000}' to command ')(.{1,1000})'$/;
