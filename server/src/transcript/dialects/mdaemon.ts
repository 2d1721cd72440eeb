/**
 * MDaemon: `--> ` sent, `<-- ` received. Whether MDaemon is the server or the client tells the line that opens the
 * session: `Accepting SMTP connection` or `Attempting SMTP connection`. Current releases write each session as a block,
 * old ones interleave them and mark lines with `[session:child]`.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Connections, NO_CONNECTIONS, opened } from './connections';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { atTime, say, tell, timeOfStamp } from './utter';

/** What runs under one session: SMTP in or out, another protocol, or not known yet. */
type Role = 'server' | 'client' | 'other' | 'unknown';

interface State {
  readonly connections: Connections;
  readonly roles: ReadonlyMap<string, Role>;
  /** The session of the block that lines without a mark belong to. */
  readonly block: string;
}

export const mdaemon: Dialect<State> = {
  id: 'mdaemon',
  name: 'MDaemon log',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ connections: NO_CONNECTIONS, roles: new Map(), block: '' }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? '' : (HEAD.exec(like.text)?.[0] ?? '');
    const rest = like?.text.slice(head.length) ?? '--> 250';
    const sends = looksLikeReply(rest.slice(4)) === rest.startsWith('-->') ? 'server' : 'client';
    return `${head}${speaker === sends ? '-->' : '<--'} ${text}`;
  },
};

/** `Mon 2010-08-30 11:03:10: `, with milliseconds and a level in later releases, then perhaps `[8439:11] `. */
const HEAD =
  /^(?:\w{3} (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?): (?:\d\d: )?)?(?:\[(\d{1,10}(?::\d{1,6})?)\] )?(?:\* {1,2}(?=<--|-->))?/;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  if (head === null || head[0] === '') return 0;
  const rest = text.slice(head[0].length);
  if (/^(?:-->|<--) /.test(rest)) {
    const said = rest.slice(4);
    return looksLikeReply(said) ? 10 : readsAsCommand(said) ? 6 : 0;
  }
  return /^(?:Accepting|Attempting) SMTP connection /.test(rest) ? 10 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const head = HEAD.exec(line.text) as RegExpExecArray;
  const from = head[0].length;
  const rest = line.text.slice(from);
  const time = head[1] === undefined ? undefined : timeOfStamp(head[1]);
  const timed = atTime(line, time);
  const begins = /^Session (\d{1,10}); child (\d{1,6})/.exec(rest);
  if (begins !== null) return begin(state, head[2] ?? `${begins[1]}:${begins[2]}`, head[2] === undefined);
  const key = head[2] ?? state.block;
  if (/^(?:-->|<--) ?/.test(rest)) return dialogue(timed, from, rest, key, state, context);
  const accepts =
    /^(Accepting|Attempting) (\w{1,12}) connection (?:from|to) \[?([^\s[\]]{1,60}?)(?::(\d{1,5}))?\]?(?: |$)/.exec(
      rest,
    );
  if (accepts !== null) {
    const [, how, protocol, host = '', port] = accepts;
    const role: Role = protocol !== 'SMTP' ? 'other' : how === 'Accepting' ? 'server' : 'client';
    const now = withRole(state, key, role);
    const event: ToolEvent = { type: 'connect', whole: true, host, ...(port !== undefined && { port: Number(port) }) };
    if (role === 'server') tell(timed, from, nameOf(now, key), event, context);
    return now;
  }
  if (state.roles.get(key) !== 'server' && state.roles.get(key) !== 'client') return state;
  const event = eventOf(rest);
  if (event !== undefined) tell(timed, from, nameOf(state, key), event, context);
  return state;
}

function begin(state: State, key: string, isBlock: boolean): State {
  const connections = opened(state.connections, key);
  const roles = new Map(state.roles);
  for (const old of roles.keys()) if (!connections.names.has(old)) roles.delete(old);
  roles.set(key, 'unknown');
  return { connections, roles, block: isBlock ? key : state.block };
}

function nameOf({ connections }: State, key: string): string {
  return connections.names.get(key) ?? (key === '' ? 'mdaemon' : key);
}

function withRole(state: State, key: string, role: Role): State {
  return { ...state, roles: new Map(state.roles).set(key, role) };
}

function dialogue(line: PeeledLine, at: number, rest: string, key: string, state: State, context: ReadContext): State {
  const sent = rest.startsWith('-->');
  const from = Math.min(at + 4, line.text.length);
  const text = line.text.slice(from);
  const known = state.roles.get(key) ?? 'unknown';
  // A log that begins in the middle of a session: the first reply tells.
  const role = known !== 'unknown' || !looksLikeReply(text) ? known : sent ? 'server' : 'client';
  const now = role === known ? state : withRole(state, key, role);
  if (role === 'other' || role === 'unknown') return now;
  const speaker = sent === (role === 'server') ? 'server' : 'client';
  const secret = speaker === 'client' && /^\*{3,}$/.test(text);
  say(line, from, nameOf(now, key), speaker, context, {
    ...within(line, from),
    ...(secret && { elided: { what: 'secret' } }),
  });
  return now;
}

function eventOf(text: string): ToolEvent | undefined {
  const tls = /^(?:\* {1,2})?SSL negotiation successful \((?:socket \d{1,10}, )?([^,)]{1,40})/.exec(text);
  if (tls !== null) return { type: 'tls', protocol: (tls[1] as string).replace(/^TLS (?=\d)/, 'TLSv') };
  if (/^(?:\* {1,2})?SSL (?:negotiation failed|error)/.test(text))
    return { type: 'error', about: 'tls', message: text };
  if (/^(?:\* {1,2})?Connection established\b/.test(text)) return { type: 'connect', whole: true };
  if (/^(?:\* {1,2})?(?:Winsock [Ee]rror|Connection (?:refused|timed out)|Unable to connect)/.test(text)) {
    return { type: 'error', about: /timed out/i.test(text) ? 'timeout' : 'connect', message: text };
  }
  if (/^(?:\* {1,2})?Socket connection closed by the other side/.test(text)) {
    return { type: 'error', about: 'lost', message: text };
  }
  return /^SMTP session (?:successful|terminated)/.test(text) ? { type: 'close', by: 'unknown' } : undefined;
}
