/**
 * PHP PEAR's Net_SMTP with `setDebug(true)`: `DEBUG: Send: ` and `DEBUG: Recv: `. What it sends has its line end and gets
 * another one, so that an empty line follows; of a message only the first line has a mark.
 */
import { isOtherProtocol } from '../protocols';
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import type { Dialect, ReadContext } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** The client's last command, in upper case. */
  readonly verb: string;
  /** An empty line: the message's own, unless a mark follows. */
  readonly blank: PeeledLine | undefined;
}

export const pearNetSmtp: Dialect<State> = {
  id: 'pear-net-smtp',
  name: 'PHP PEAR Net_SMTP',
  evidence,
  sequential: true,
  wire: true,
  start: () => ({ count: 0, open: false, verb: '', blank: undefined }),
  read,
  write: (speaker, text) => `DEBUG: ${speaker === 'client' ? 'Send' : 'Recv'}: ${text}`,
};

const MARK = /^DEBUG: (Send|Recv): /;

function evidence(sample: readonly PeeledLine[]): number {
  const said: string[] = [];
  for (const { text } of sample) {
    const mark = MARK.exec(text);
    if (mark !== null) said.push(text.slice(mark[0].length));
  }
  return isOtherProtocol(said) ? 0 : 10 * said.length;
}

function read(whole: PeeledLine, state: State, context: ReadContext): State {
  const line = whole.text.endsWith('\r') ? { ...whole, text: whole.text.slice(0, -1) } : whole;
  const mark = MARK.exec(line.text);
  const session = String(state.count);
  const mode = state.open ? context.modeOf(session) : 'closed';
  const payload = mode === 'data' || mode === 'bdat';
  if (mark === null) {
    if (!payload) return state;
    release(state, session, context);
    if (line.text === '') return { ...state, blank: line };
    say(line, 0, session, 'client', context);
    return { ...state, blank: undefined };
  }
  const from = mark[0].length;
  const said = line.text.slice(from);
  if (mark[1] === 'Recv') return serverSays(line, from, said, { ...state, blank: undefined }, context);
  if (!state.open) return state;
  say(line, from, session, 'client', context);
  const verb = payload || mode === 'auth' ? state.verb : (said.split(' ', 1)[0] ?? '').toUpperCase();
  return { ...state, verb, blank: undefined };
}

function release({ blank }: State, session: string, context: ReadContext): void {
  if (blank !== undefined) say(blank, 0, session, 'client', context);
}

function serverSays(line: PeeledLine, from: number, said: string, before: State, context: ReadContext): State {
  if (!looksLikeReply(said)) return before;
  const begins = !before.open || (said.startsWith('220') && before.verb !== '' && before.verb !== 'STARTTLS');
  const count = before.count + (begins ? 1 : 0);
  if (begins) {
    const whole = beginsAsGreeting(said);
    tell(line, from, String(count), { type: 'connect', whole, tls: 'unknown' }, context);
  }
  say(line, from, String(count), 'server', context);
  return { ...before, count, open: true, verb: begins ? '' : before.verb };
}
