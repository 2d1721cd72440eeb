/**
 * fetchmail -v: `fetchmail: SMTP< ` the server that the mail is handed to, `SMTP> ` fetchmail, `LMTP` likewise, the end of
 * a message as `SMTP>. (EOM)`. Its POP3 and IMAP stand among them, and what it says of its progress may stand before the
 * mark in the same line. Of AUTH only the mechanism and the last reply show.
 */
import { beginsAsGreeting, decidesLogin, looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** A connection was made since the server last spoke. */
  readonly connected: boolean;
  /** The client waits for a reply. */
  readonly waits: boolean;
  /** An AUTH that it does not show waits for its outcome. */
  readonly auth: boolean;
}

export const fetchmail: Dialect<State> = {
  id: 'fetchmail',
  name: 'fetchmail -v',
  evidence: (sample) => weigh(sample, weight),
  sequential: true,
  lossy: true,
  start: () => ({ count: 0, open: false, connected: false, waits: false, auth: false }),
  read,
  write: (speaker, text) =>
    speaker === 'client' && text === '.'
      ? 'fetchmail: SMTP>. (EOM)'
      : `fetchmail: SMTP${speaker === 'client' ? '>' : '<'} ${text}`,
};

/** A message that it is reading has its count in the same line; syslog has the name before it. */
const MARK =
  /^(?:reading message \S{1,300} of \d{1,9} .{0,60}?\))?(?:fetchmail: )?(?:E?SMTP|LMTP)([<>])(?: |(?=\. \(EOM\)$))/;
const TRYING = /^(?:reading message .{1,400}\))?Trying to connect to \S{1,300}\.\.\.connected\.$/;
const AUTH = /^(?:fetchmail: )?ESMTP (\S{1,40}) Authentication\.\.\.$/;
const AUTH_GIVEN_UP = /^(?:fetchmail: )?(?:Server rejected the AUTH command\.|Bad base64 reply from server\.)/;
const LOST = /^(?:fetchmail: )?smtp listener protocol error$/i;

/** Where syslog has taken off the name, it says so. */
function markOf({ text, process }: PeeledLine): RegExpExecArray | null {
  const mark = MARK.exec(text);
  return mark !== null && (process === 'fetchmail' || mark[0].includes('fetchmail: ')) ? mark : null;
}

function weight(line: PeeledLine): number {
  const { text } = line;
  const mark = markOf(line);
  if (mark === null) return 0;
  return mark[1] === '>' || looksLikeReply(text.slice(mark[0].length)) ? 10 : 3;
}

function read(whole: PeeledLine, state: State, context: ReadContext): State {
  const line = whole.text.endsWith('\r') ? { ...whole, text: whole.text.slice(0, -1) } : whole;
  const { text } = line;
  if (TRYING.test(text)) return { ...state, connected: true };
  const mark = markOf(line);
  const session = String(state.count);
  if (mark === null) return state.open ? told(line, session, state, context) : state;
  const from = mark[0].length;
  if (mark[1] === '<') return serverSays(line, from, state, context);
  if (!state.open) return state;
  if (text.startsWith('. (EOM)', from)) {
    say(line, from, session, 'client', context, { text: '', elided: { what: 'data' } });
    say(line, from, session, 'client', context, { text: '.', kind: 'end-of-data' });
  } else say(line, from, session, 'client', context, context.modeOf(session) === 'data' ? COMMAND : undefined);
  return { ...state, waits: true };
}

const COMMAND = { kind: 'command' } as const;

function serverSays(line: PeeledLine, from: number, before: State, context: ReadContext): State {
  const said = line.text.slice(from);
  const begins = !before.open || (before.connected && !before.waits) || (said.startsWith('220') && before.connected);
  const count = before.count + (begins ? 1 : 0);
  const session = String(count);
  if (begins) tell(line, 0, session, { type: 'connect', whole: beginsAsGreeting(said) }, context);
  const auth = before.auth && !begins;
  // Credentials were sent: their being right or wrong decided.
  if (auth && decidesLogin(said)) hidden(line, from, session, 'client', context);
  say(line, from, session, 'server', context);
  return { count, open: true, connected: false, waits: said.charAt(3) === '-', auth: auth && said.startsWith('334') };
}

/** What it says itself. */
function told(line: PeeledLine, session: string, state: State, context: ReadContext): State {
  const { text } = line;
  const mechanism = AUTH.exec(text)?.[1];
  if (mechanism !== undefined) {
    const from = text.indexOf('ESMTP');
    say(line, from, session, 'client', context, { text: `AUTH ${mechanism}`, ...COMMAND, ...SECRET });
    return { ...state, auth: true, waits: true };
  }
  if (state.auth && AUTH_GIVEN_UP.test(text)) {
    tell(line, 0, session, { type: 'error', about: 'auth', message: text }, context);
    hidden(line, 0, session, 'server', context);
    return { ...state, auth: false, waits: false };
  }
  if (!LOST.test(text)) return state;
  if (state.waits) tell(line, 0, session, { type: 'error', about: 'lost', message: text }, context);
  return { ...state, open: false, waits: false, auth: false };
}

const SECRET = { elided: { what: 'secret' } } as const;

function hidden(
  line: PeeledLine,
  from: number,
  session: string,
  speaker: 'client' | 'server',
  context: ReadContext,
): void {
  say(line, from, session, speaker, context, { text: '', ...SECRET });
}
