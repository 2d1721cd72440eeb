/**
 * chasquid's scripts of dialogues (`.cmy`, its program chamuyero): `c -> ` what is sent to connection c, `c <- ` what must
 * come back, `c <~ ` a pattern for it, `c <... ` a pattern for the last of several lines.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply, startsWithCode } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import { type Connections, NO_CONNECTIONS, opened } from './connections';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { readQuoted } from './quoted';
import { say, tell } from './utter';
import { cutLines } from './wireText';

interface State {
  readonly connections: Connections;
  /** Connections that the script serves: there `->` is the server. */
  readonly served: ReadonlySet<string>;
}

export const chamuyero: Dialect<State> = {
  id: 'chamuyero',
  name: 'chasquid dialogue script (.cmy)',
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ connections: NO_CONNECTIONS, served: new Set() }),
  read,
  write(speaker, text, like) {
    const [, name = 'c', op = '', said = ''] = (like === undefined ? null : LINE.exec(like.text)) ?? [];
    const serves = op !== '' && looksLikeReply(said) === (op === '->');
    return `${name} ${(speaker === 'client') === serves ? '<-' : '->'} ${text}`;
  },
  comment: (line) => (line.text.trimStart().startsWith('#') ? line.text.trim().slice(1).trim() : undefined),
};

const LINE =
  /^(\w{1,40}) (->|<-|<~|<\.\.\.|~>|tcp_connect|tls_connect|unix_connect|tcp_listen|unix_listen)(?: (.*))?$/s;

function weight({ text }: PeeledLine): number {
  const [, , op = '', said = ''] = LINE.exec(text) ?? [];
  if (op.endsWith('_connect') || op.endsWith('_listen')) return 4;
  if (op === '' || op === '~>') return 0;
  return looksLikeReply(said) || readsAsCommand(said) ? 8 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const match = LINE.exec(line.text);
  if (match === null) return state;
  const [, name = '', op = '', said = ''] = match;
  const from = line.text.length - said.length;
  if (op.includes('_')) return connect(line, name, op, said, state, context);
  const now = begun(name, op, said, state);
  const session = now.connections.names.get(name) as string;
  const sent = op === '->' || op === '~>';
  const speaker = sent === now.served.has(name) ? 'server' : 'client';
  if (op === '~>') literal(line, from, session, speaker, context);
  else if (op === '<~' || op === '<...') pattern(line, from, said, op, session, speaker, context);
  else say(line, from, session, speaker, context);
  return now;
}

function connect(line: PeeledLine, name: string, op: string, to: string, state: State, context: ReadContext): State {
  const connections = opened(state.connections, name);
  const session = connections.names.get(name) as string;
  const [, host, port] = /^(.{1,255}):(\d{1,5})$/.exec(to) ?? [];
  const more = { ...(host !== undefined && { host }), ...(port !== undefined && { port: Number(port) }) };
  tell(line, 0, session, { type: 'connect', whole: true, ...more }, context);
  if (op === 'tls_connect') tell(line, 0, session, { type: 'tls' }, context);
  const served = new Set(state.served);
  if (op.endsWith('_listen')) served.add(name);
  else served.delete(name);
  return { connections, served };
}

/** A script that starts in the middle shows by its first line which side it is. */
function begun(name: string, op: string, said: string, state: State): State {
  if (state.connections.names.has(name)) return state;
  const serves = looksLikeReply(said) === (op === '->');
  const served = serves ? new Set(state.served).add(name) : state.served;
  return { connections: opened(state.connections, name), served };
}

/** A Python string with its own line ends. */
function literal(
  line: PeeledLine,
  from: number,
  session: string,
  speaker: Said['speaker'],
  context: ReadContext,
): void {
  const quoted = readQuoted(line, from);
  if (quoted === undefined) return;
  for (const { text, place, wireEol } of cutLines(quoted)) {
    const data = text === '.' && wireEol !== undefined && context.modeOf(session) === 'data';
    const more = { ...(wireEol !== undefined && { wireEol }), ...(data && { kind: 'data' as const }) };
    say(line, from, session, speaker, context, { text, ...place, ...more });
  }
}

/** Of a reply only its code is certain, and of one of several lines nothing else. */
function pattern(
  line: PeeledLine,
  from: number,
  said: string,
  op: string,
  session: string,
  speaker: Said['speaker'],
  context: ReadContext,
): void {
  if (speaker === 'client') return say(line, from, session, 'client', context);
  if (!startsWithCode(said)) return;
  if (op === '<...') {
    const place = within(line, from, from + 3);
    say(line, from, session, 'server', context, { text: `${said.slice(0, 3)}-`, ...place });
    return say(line, from, session, 'server', context, { text: '', elided: { what: 'lines' }, ...place });
  }
  const plain = looksLikeReply(said) && said.charAt(3) !== '-';
  const end = plain ? from + said.length : from + 3;
  say(line, from, session, 'server', context, { text: line.text.slice(from, end), ...within(line, from, end) });
}
