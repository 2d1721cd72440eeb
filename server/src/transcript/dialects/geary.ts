/**
 * Geary's debug output: `… [mail.example.org:587/connected] SMTP Request: EHLO …`, `SMTP Greeting: ` and `SMTP Response: `, further
 * lines of a reply without a head. The message is `SMTP Data: <623>`, its size; what answers a challenge is not shown, nor
 * when TLS is up.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Connections, NO_CONNECTIONS, opened } from './connections';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly connections: Connections;
  /** The session whose reply goes on in the next line. */
  readonly replying: string | undefined;
}

export const geary: Dialect<State> = {
  id: 'geary',
  name: 'Geary debug output',
  lossy: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ connections: NO_CONNECTIONS, replying: undefined }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? null : HEAD.exec(like.text);
    const what = speaker === 'client' ? 'Request' : head?.[3] === 'Greeting' ? 'Greeting' : 'Response';
    return `${head?.[1] ?? ''}SMTP ${what}: ${text}`;
  },
};

const HEAD = /^((?:.{0,160}?[ \]])?(?:\[([^\][]{1,200})\] )?)SMTP (Greeting|Request|Response): /;
const DATA = /^(?:.{0,160}?[ \]])?(?:\[([^\][]{1,200})\] )?SMTP Data: <(\d{1,12})>$/;
const CHALLENGED = /^(?:.{0,160}?[ \]])?(?:\[([^\][]{1,200})\] )?SMTP AUTH Challenge recvd$/;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  if (head === null) return DATA.test(text) || CHALLENGED.test(text) ? 12 : 0;
  const said = text.slice(head[0].length);
  const fits = head[3] === 'Request' ? readsAsCommand(said) : looksLikeReply(said);
  // What takes the connection's name off is not the better reading.
  return fits ? (head[2] === undefined ? 9 : 12) : 1;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const head = HEAD.exec(text);
  if (head === null) return further(line, state, context);
  const [{ length }, , bracket, what] = head;
  const key = keyOf(bracket);
  const greets = what === 'Greeting';
  const now = greets || !state.connections.names.has(key) ? begin(line, key, greets, state, context) : state;
  const session = now.connections.names.get(key) as string;
  if (what === 'Request') {
    const masked = /^AUTH \S{1,40} (?=\*+$)/i.exec(text.slice(length))?.[0].trimEnd();
    const shown = masked === undefined ? {} : { text: masked, ...within(line, length, length + masked.length) };
    say(line, length, session, 'client', context, { kind: 'command', ...shown });
    return { ...now, replying: undefined };
  }
  if (!looksLikeReply(text.slice(length))) return { ...now, replying: undefined };
  say(line, length, session, 'server', context);
  return { ...now, replying: session };
}

/** The host, and the state of the connection off. */
function keyOf(bracket = ''): string {
  return bracket.replace(/\/(?:dis)?connected$/, '');
}

function begin(line: PeeledLine, key: string, whole: boolean, state: State, context: ReadContext): State {
  const connections = opened(state.connections, key);
  const event = { type: 'connect', whole, tls: 'unknown' } as const;
  tell(line, 0, connections.names.get(key) as string, event, context);
  return { ...state, connections };
}

function further(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  if (state.replying !== undefined && looksLikeReply(text)) {
    say(line, 0, state.replying, 'server', context);
    return state;
  }
  const [, bracket, octets] = DATA.exec(text) ?? CHALLENGED.exec(text) ?? [];
  const session = state.connections.names.get(keyOf(bracket));
  if (session === undefined) return { ...state, replying: undefined };
  if (octets !== undefined) {
    say(line, 0, session, 'client', context, { text: '', elided: { what: 'data', octets: Number(octets) } });
    say(line, text.length, session, 'client', context, { text: '.', kind: 'end-of-data' });
  } else if (CHALLENGED.test(text)) say(line, 0, session, 'client', context, { text: '', elided: { what: 'secret' } });
  return { ...state, replying: undefined };
}
