/**
 * Alpine's debug file (`.pine-debug1`, from `-d imap=4` or `-d 9` on): what its mail library says to any server and hears
 * from it stands behind `IMAP DEBUG` and a time, without a mark of who speaks. The message is not shown, its dot is.
 */
import { readsAsCommand } from '../command';
import { speaksSmtp } from '../protocols';
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
}

export const alpine: Dialect<State> = {
  id: 'alpine',
  name: 'Alpine -d',
  sequential: true,
  lossy: true,
  evidence,
  start: () => ({ count: 0, open: false }),
  read,
  write: (_speaker, text, like) =>
    `${(like === undefined ? null : HEAD.exec(like.text))?.[0] ?? 'IMAP DEBUG 00:00:00.000000: '}${text}`,
};

const HEAD = /^IMAP DEBUG \d\d:\d\d:\d\d(?:\.\d{1,6})?: /;

/** The mailboxes' dialogues look alike, of which POP3's may end with QUIT, too; what IMAP says begins with a digit or `*`. */
function evidence(sample: readonly PeeledLine[]): number {
  const sum = weigh(sample, ({ text }) => {
    const said = text.replace(HEAD, '');
    return said !== text && (looksLikeReply(said) || readsAsCommand(said)) ? 10 : 0;
  });
  return sum > 0 && sample.some(({ text }) => speaksSmtp(text.replace(HEAD, '')) === 3) ? sum : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const from = HEAD.exec(line.text)?.[0].length;
  const session = String(state.count);
  if (from === undefined) {
    if (state.open && /^Mail not sent\. .{0,40}connection broken/.test(line.text)) {
      tell(line, 0, session, { type: 'error', about: 'lost', message: line.text }, context);
    }
    return state;
  }
  const text = line.text.slice(from);
  if (!state.open) return beginsAsGreeting(text) ? greeted(line, from, state.count + 1, context) : state;
  if (looksLikeReply(text)) {
    say(line, from, session, 'server', context);
    return text.startsWith('221 ') ? { ...state, open: false } : state;
  }
  const mode = context.modeOf(session);
  if (mode === 'data' && text === '.') {
    say(line, from, session, 'client', context, { text: '', elided: { what: 'data' } });
    say(line, from, session, 'client', context, { kind: 'end-of-data' });
  } else if (mode === 'auth' && text === '<suppressed>') {
    say(line, from, session, 'client', context, { text: '', elided: { what: 'secret' } });
  } else if (mode === 'auth' || /^[A-Za-z]/.test(text)) say(line, from, session, 'client', context);
  return state;
}

function greeted(line: PeeledLine, from: number, count: number, context: ReadContext): State {
  const session = String(count);
  tell(line, 0, session, { type: 'connect', whole: true, tls: 'unknown' }, context);
  say(line, from, session, 'server', context);
  return { count, open: true };
}
