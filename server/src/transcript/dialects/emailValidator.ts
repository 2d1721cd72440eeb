/**
 * Libraries for Node that ask a server whether it would take an address, with debug: email-deep-validator
 * (`Mailbox: got data 220 …`) and email-validator-js (`[verifyMailboxSMTP] writing message HELO …`). Further lines of a reply
 * stand bare. QUIT is not shown, its answer may be.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** The last command of the session, in upper case. */
  readonly asked: string;
  /** The line before is the server's. */
  readonly replying: boolean;
}

export const emailValidator: Dialect<State> = {
  id: 'email-validator',
  name: 'email-deep-validator or email-validator-js, debug',
  sequential: true,
  lossy: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ count: 0, open: false, asked: '', replying: false }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? null : HEAD.exec(like.text);
    return `${head?.[1] ?? 'Mailbox: '}${speaker === 'client' ? 'writing message' : 'got data'} ${text}`;
  },
};

const HEAD = /^(Mailbox: |\[verifyMailboxSMTP\] )(got data|writing message) /;
const CONNECTING = /^\[verifyMailboxSMTP\] connecting to (\S{1,255}):(\d{1,5})(?: |$)/;
const ENDED =
  /^(?:Mailbox: |\[verifyMailboxSMTP\] )(?:(closing socket)|(timed out|timeout socket)|error in socket|close socket)/;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  if (head === null) return CONNECTING.test(text) ? 6 : 0;
  const said = text.slice(head[0].length);
  return looksLikeReply(said) || readsAsCommand(said) ? 12 : 1;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const head = HEAD.exec(text);
  if (head === null)
    return state.replying && looksLikeReply(text) ? further(line, state, context) : told(line, state, context);
  const [{ length }, , what] = head;
  const client = what === 'writing message';
  const greets = !client && text.startsWith('220', length);
  let now = state;
  if (!state.open || (greets && state.asked !== '' && state.asked !== 'STARTTLS')) {
    now = { ...state, count: state.count + 1, open: true, asked: '' };
    tell(line, 0, String(now.count), { type: 'connect', whole: !client }, context);
  }
  const session = String(now.count);
  if (!client && text.startsWith('221', length) && now.asked !== 'QUIT')
    tell(line, 0, session, { type: 'gap' }, context);
  say(line, length, session, client ? 'client' : 'server', context);
  const asked = client ? text.slice(length).toUpperCase() : now.asked;
  return { ...now, asked, replying: !client };
}

function further(line: PeeledLine, state: State, context: ReadContext): State {
  say(line, 0, String(state.count), 'server', context);
  return state;
}

function told(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const connecting = CONNECTING.exec(text);
  if (connecting !== null) {
    const [, host = '', port] = connecting;
    const count = state.count + 1;
    tell(line, 0, String(count), { type: 'connect', whole: true, host, port: Number(port) }, context);
    return { count, open: true, asked: '', replying: false };
  }
  const ended = state.open ? ENDED.exec(text) : null;
  if (ended === null) return { ...state, replying: false };
  const [, closed, late] = ended;
  const session = String(state.count);
  if (closed !== undefined) {
    quit(line, session, context);
    tell(line, 0, session, { type: 'close', by: 'client' }, context);
  } else {
    tell(line, 0, session, { type: 'error', about: late === undefined ? 'lost' : 'timeout', message: text }, context);
  }
  return { ...state, open: false, replying: false };
}

/** What email-validator-js says when it sends QUIT. */
function quit(line: PeeledLine, session: string, { emit }: ReadContext): void {
  const place = within(line, 0);
  const pieces = [{ at: 0, line: place.line, column: place.start, width: place.end - place.start }];
  emit({ session, speaker: 'client', text: 'QUIT', ...place, pieces });
}
