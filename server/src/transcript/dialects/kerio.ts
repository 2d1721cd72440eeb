/**
 * Kerio Connect's debug log with "SMTP Server": `[24/Mar/2010 13:07:36][2960] {smtps} Command EHLO …` and
 * `{smtps} Sent reply to EHLO: 250 …`. The number in the second bracket is the thread, which serves one client at a time.
 * Of the reply to EHLO only the first line is shown, as the last line of a reply is written; the greeting, the message and the
 * replies to STARTTLS, RSET and QUIT are not shown.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, nameIn, opened, without } from './connections';
import { tellLoss } from './delivery';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { say, tell } from './utter';
import { append, appendSource, placeOf, verbatim } from './wireText';

/** The last command of a connection, and what is still to come for it. */
interface Asked {
  /** In upper case. */
  readonly verb: string;
  readonly awaits: 'reply' | 'rest-of-reply' | 'message' | 'nothing';
}

interface State {
  readonly connections: Connections;
  /** By thread. */
  readonly asked: ReadonlyMap<string, Asked>;
}

export const kerio: Dialect<State> = {
  id: 'kerio',
  name: 'Kerio Connect debug log',
  asRead: true,
  lossy: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ connections: NO_CONNECTIONS, asked: new Map() }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? null : HEAD.exec(like.text);
    const verb = like?.text.includes('Sent reply to ') ? /Sent reply to ([^:]{1,40}):/.exec(like.text)?.[1] : undefined;
    const said = speaker === 'client' ? `Command ${text}` : `Sent reply to ${verb ?? 'NOOP'}: ${text}`;
    return `${head?.[0] ?? '[01/Jan/1970 00:00:00][1] {smtps} '}${said}`;
  },
};

const HEAD = /^\[\d\d\/\w{3}\/\d{4} \d\d:\d\d:\d\d\]\[(\d{1,20})\] \{smtps\} /;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  return head === null ? 0 : /^(?:Command |Sent reply to )/.test(text.slice(head[0].length)) ? 12 : 3;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const head = HEAD.exec(line.text);
  if (head === null) return state;
  const from = head[0].length;
  const key = head[1] as string;
  const rest = line.text.slice(from);
  if (/^(?:SMTP server|Server) session begin/.test(rest)) {
    const now = begin(state, key);
    tell(line, from, nameIn(now.connections, key), { type: 'connect', whole: false }, context);
    return now;
  }
  const session = nameIn(state.connections, key);
  if (/^(?:SMTP server|Server) session end/.test(rest)) return end(line, from, key, state, context);
  if (/^Failed STARTTLS\b/.test(rest)) {
    tell(line, from, session, { type: 'error', about: 'tls', message: rest }, context);
    return state;
  }
  const command = /^Command:? /.exec(rest)?.[0].length;
  if (command !== undefined) return clientSays(line, from + command, key, state, context);
  const [all, verb] = /^Sent reply to ([^:]{1,40}): /.exec(rest) ?? [];
  if (all === undefined || verb === undefined || !looksLikeReply(rest.slice(all.length))) return state;
  return serverSays(line, from + all.length, verb.toUpperCase(), key, state, context);
}

function begin(state: State, key: string): State {
  const connections = opened(state.connections, key);
  const asked = new Map(state.asked);
  for (const old of asked.keys()) if (!connections.names.has(old)) asked.delete(old);
  asked.delete(key);
  return { connections, asked };
}

function withAsked(state: State, key: string, asked: Asked): State {
  return { ...state, asked: new Map(state.asked).set(key, asked) };
}

function end(line: PeeledLine, from: number, key: string, state: State, context: ReadContext): State {
  const session = nameIn(state.connections, key);
  const asked = state.asked.get(key);
  if (asked?.awaits === 'message') tellLoss(line, from, session, context);
  else if (isUnshown(asked)) tell(line, from, session, { type: 'gap' }, context);
  tell(line, from, session, { type: 'close', by: 'unknown' }, context);
  return { connections: closed(state.connections, key), asked: without(state.asked, key) };
}

/** Answered for all that is known: the reply is one of those that are not shown. */
function isUnshown(asked: Asked | undefined): boolean {
  return asked?.awaits === 'reply' && (asked.verb === 'STARTTLS' || asked.verb === 'RSET');
}

function clientSays(line: PeeledLine, from: number, key: string, state: State, context: ReadContext): State {
  const session = nameIn(state.connections, key);
  const before = state.asked.get(key);
  const text = line.text.slice(from);
  const authenticates = before?.verb === 'AUTH' && before.awaits === 'reply' && !readsAsCommand(text);
  if (authenticates || context.modeOf(session) === 'auth') {
    say(line, from, session, 'client', context, { kind: 'secret' });
    return state;
  }
  const verb = (/^\S{1,40}/.exec(text)?.[0] ?? '').toUpperCase();
  if (verb === 'QUIT' && isUnshown(before)) tell(line, from, session, { type: 'gap' }, context);
  say(line, from, session, 'client', context, { kind: 'command' });
  return withAsked(state, key, { verb, awaits: 'reply' });
}

function serverSays(
  line: PeeledLine,
  from: number,
  verb: string,
  key: string,
  state: State,
  context: ReadContext,
): State {
  const session = nameIn(state.connections, key);
  const asked = state.asked.get(key);
  const fits = asked?.verb === verb;
  const last = line.text.charAt(from + 3) !== '-';
  if (fits && verb === 'EHLO' && asked.awaits === 'reply' && last && line.text.startsWith('250', from)) {
    const { number } = line.line;
    const digits = verbatim(line, from, from + 3);
    const hyphen = append(digits, '-', number, within(line, from + 3).start, 1);
    const wire = appendSource(hyphen, line.text.slice(from + 4), line, from + 4, line.text.length);
    say(line, from, session, 'server', context, { text: wire.text, answers: 'last', ...placeOf(wire.pieces) });
    say(line, line.text.length, session, 'server', context, { text: '', elided: { what: 'lines' } });
    return withAsked(state, key, { verb, awaits: 'nothing' });
  }
  if (fits && asked.awaits === 'message') {
    say(line, from, session, 'client', context, { text: '', elided: { what: 'data' }, ...within(line, from, from) });
  }
  const first = fits && asked.awaits === 'reply';
  say(line, from, session, 'server', context, first ? { answers: 'last' } : undefined);
  if (!fits) return state;
  const goesAhead = verb === 'DATA' && line.text.startsWith('354', from);
  return withAsked(state, key, { verb, awaits: last ? (goesAhead ? 'message' : 'nothing') : 'rest-of-reply' });
}
