/**
 * Tcl's package smtp with `-debug 1`: `<-- ` the server, `--> ` the client and how long it is going to wait. Of a message
 * only its dot shows, what it sends for AUTH stands as it is.
 */
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** Where it is going to connect to. */
  readonly host: string | undefined;
}

export const tclSmtp: Dialect<State> = {
  id: 'tcl-smtp',
  name: 'Tcl smtp -debug',
  evidence,
  sequential: true,
  lossy: true,
  start: () => ({ count: 0, open: false, host: undefined }),
  read,
  write: (speaker, text) => (speaker === 'client' ? `--> ${text} (wait upto 300 seconds)` : `<-- ${text}`),
};

const CLIENT = /^--> (.{0,2000}) \(wait upto \d{1,9} seconds\)$/;
const TRYING = /^Trying (\S{1,300})\.\.\.$/;
const FAILED = /^ {4}\.\.\. (.{1,300}) \.\.\.$/;
const SERVER = '<-- ';

/** The server's lines are msmtp's, too: they count next to the client's. */
function evidence(sample: readonly PeeledLine[]): number {
  const own = weigh(sample, ({ text }) => (CLIENT.test(text) ? 12 : 0));
  if (own === 0) return 0;
  return (
    own + weigh(sample, ({ text }) => (text.startsWith(SERVER) && looksLikeReply(text.slice(SERVER.length)) ? 9 : 0))
  );
}

function read(whole: PeeledLine, state: State, context: ReadContext): State {
  const line = whole.text.endsWith('\r') ? { ...whole, text: whole.text.slice(0, -1) } : whole;
  const { text } = line;
  const host = TRYING.exec(text)?.[1];
  if (host !== undefined) return { ...state, open: false, host };
  if (text.startsWith(SERVER)) {
    const now = opened(line, beginsAsGreeting(text.slice(SERVER.length)), state, context);
    say(line, SERVER.length, String(now.count), 'server', context);
    return now;
  }
  const message = FAILED.exec(text)?.[1];
  if (message !== undefined && (state.open || state.host !== undefined)) {
    const now = opened(line, true, state, context);
    const about = message.endsWith('timed out') ? 'timeout' : 'lost';
    tell(line, 0, String(now.count), { type: 'error', about, message }, context);
    // What it writes after that reaches nobody.
    return { ...now, open: false };
  }
  const said = CLIENT.exec(text)?.[1];
  if (said !== undefined && state.open) clientSays(line, said, String(state.count), context);
  return state;
}

function clientSays(whole: PeeledLine, said: string, session: string, context: ReadContext): void {
  const line = { ...whole, text: whole.text.slice(0, 4 + said.length) };
  if (context.modeOf(session) !== 'data') return say(line, 4, session, 'client', context);
  if (said !== '.') return say(line, 4, session, 'client', context, { kind: 'command' });
  say(line, 4, session, 'client', context, { text: '', elided: { what: 'data' } });
  say(line, 4, session, 'client', context, { kind: 'end-of-data' });
}

function opened(line: PeeledLine, whole: boolean, { count, open, host }: State, context: ReadContext): State {
  if (open) return { count, open, host };
  const event = { type: 'connect', whole, ...(host !== undefined && { host }) } as const;
  tell(line, 0, String(count + 1), event, context);
  return { count: count + 1, open: true, host: undefined };
}
