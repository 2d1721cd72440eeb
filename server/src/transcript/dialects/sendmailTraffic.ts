/**
 * Sendmail's traffic log (`sendmail -X FILE`): process, arrow, line. `<<<` is what this sendmail read and `>>>` what it
 * wrote; it is the server until the process connects somewhere (`===  CONNECT`) and the client then. A process that was
 * given a message reads that the same way, and writes to its terminal: with `-v`, all that is said once more.
 */
import { isKnownVerb, readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened } from './connections';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

/** What a process does besides serving: a connection of its own, or a program whose output tells what it is. */
type Errand =
  | { readonly kind: 'connecting' | 'running'; readonly line: PeeledLine }
  | {
      readonly kind: 'client';
      readonly session: string;
      /** What the terminal is told (`-v`): each line of the server behind it, each command before it. */
      readonly verbose: boolean;
      /** The line that the terminal may be told next. */
      readonly heard: string | undefined;
      /** The command that the terminal was told of: `>>> >>> QUIT`, then `>>> QUIT`. */
      readonly told: string | undefined;
    };
type Client = Extract<Errand, { readonly kind: 'client' }>;

interface State {
  /** Clients served, by process. */
  readonly served: Connections;
  readonly errands: ReadonlyMap<string, Errand>;
  /** Processes that serve nobody, by whether they are still reading the message that they were given. */
  readonly local: ReadonlyMap<string, 'reading' | 'read'>;
}

export const sendmailTraffic: Dialect<State> = {
  id: 'sendmail-traffic',
  name: 'Sendmail -X traffic log',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  wire: true,
  start: () => ({ served: NO_CONNECTIONS, errands: new Map(), local: new Map() }),
  read,
  write(speaker, text, like) {
    const [, pid = '1', arrow = '', said = ''] = (like === undefined ? null : LINE.exec(like.text)) ?? [];
    const isClient = arrow !== '' && looksLikeReply(said) === (arrow === '<<<');
    return `${pid} ${(speaker === 'client') === isClient ? '>>>' : '<<<'} ${text}`;
  },
};

const LINE = /^(\d{1,10}) (<<<|>>>|===) (.*)$/s;

function weight({ text }: PeeledLine): number {
  const match = LINE.exec(text);
  if (match === null) return 0;
  if (match[2] === '===') return /^(?:CONNECT|EXEC) \S/.test(match[3] ?? '') ? 10 : 0;
  return looksLikeReply(match[3] ?? '') ? 10 : 6;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const match = LINE.exec(line.text);
  if (match === null) return state;
  const [, pid = '', arrow = '', text = ''] = match;
  if (arrow === '===') return errand(line, pid, text, state);
  const ended = text.endsWith(END);
  const said = ended ? text.slice(0, -END.length) : text;
  const from = line.text.length - text.length;
  // A NUL ends the record for the program that writes it, and so the line end is missing.
  const glued = new RegExp(`${pid} (<<<|>>>) `).exec(said);
  if (glued !== null) {
    const rest = glued.index + glued[0].length;
    const first = dialogue(line, from, pid, arrow, said.slice(0, glued.index), state, context);
    return dialogue(line, from + rest, pid, glued[1] ?? '', said.slice(rest), first, context);
  }
  const now = said === '' && ended ? state : dialogue(line, from, pid, arrow, said, state, context);
  return ended ? end(line, from, pid, arrow, now, context) : now;
}

/** Glued to what was read last. */
const END = '[EOF]';
const TIMEOUT = '[TIMEOUT]';
/** What is written into a connection after its end. */
const TO_NOBODY = /^421 4\.4\.1 (?:\S{1,255} Lost input channel from |collect: .{1,600}, info=unexpected close$)/;

function errand(line: PeeledLine, pid: string, text: string, state: State): State {
  const kind = text.startsWith('CONNECT ') ? 'connecting' : text.startsWith('EXEC ') ? 'running' : undefined;
  return kind === undefined ? state : { ...state, errands: new Map(state.errands).set(pid, { kind, line }) };
}

function dialogue(
  line: PeeledLine,
  from: number,
  pid: string,
  arrow: string,
  text: string,
  before: State,
  context: ReadContext,
): State {
  const place = { text, end: line.from + from + text.length };
  const state = done(pid, arrow, text, before, context);
  const task = state.errands.get(pid);
  if (task?.kind === 'client') return delivering(line, from, pid, arrow, text, task, state, context);
  if (task !== undefined) {
    // A program that a message is piped to says anything; one that speaks LMTP greets first, as a host does.
    if (arrow !== '<<<' || !looksLikeReply(text)) return state;
    const count = state.served.count + 1;
    const session = `${pid}/${count}`;
    const host = /^\d+ === CONNECT (\S{1,255})/.exec(task.line.text)?.[1];
    const event = { type: 'connect', whole: true, ...(host !== undefined && { host }) } as const;
    tell(task.line, 0, session, event, context);
    say(line, from, session, 'server', context, place);
    const client = { kind: 'client', session, verbose: false, heard: text, told: undefined } as const;
    return { ...state, served: { ...state.served, count }, errands: new Map(state.errands).set(pid, client) };
  }
  const local = localOf(pid, arrow, text, state);
  if (local !== undefined) return local === state.local.get(pid) ? state : withLocal(pid, local, state);
  if (state.local.has(pid)) return dialogue(line, from, pid, arrow, text, withLocal(pid, undefined, state), context);
  const served = state.served.names.has(pid) ? state.served : opened(state.served, pid);
  const session = served.names.get(pid) as string;
  const trouble =
    text === TIMEOUT && arrow === '<<<' ? 'timeout' : TO_NOBODY.test(text) && arrow === '>>>' ? 'lost' : undefined;
  if (trouble !== undefined) {
    tell(line, from, session, { type: 'error', about: trouble, message: text }, context);
    if (trouble === 'timeout') return { ...state, served };
    tell(line, from, session, { type: 'close', by: 'client' }, context);
    return { ...state, served: closed(served, pid) };
  }
  say(line, from, session, arrow === '<<<' ? 'client' : 'server', context, place);
  // After 221 and 421 sendmail hangs up, which the log does not show.
  if (arrow === '<<<' || context.modeOf(session) !== 'closed') return { ...state, served };
  tell(line, from, session, { type: 'close', by: 'server' }, context);
  return { ...state, served: closed(served, pid) };
}

function delivering(
  line: PeeledLine,
  from: number,
  pid: string,
  arrow: string,
  text: string,
  task: Client,
  state: State,
  context: ReadContext,
): State {
  const place = { text, end: line.from + from + text.length };
  const going = (client: Client): State => ({ ...state, errands: new Map(state.errands).set(pid, client) });
  if (arrow === '<<<') {
    say(line, from, task.session, 'server', context, place);
    return going({ ...task, heard: text });
  }
  if (text === task.heard) return going({ ...task, heard: undefined, verbose: true });
  const mode = context.modeOf(task.session);
  if (task.verbose && mode !== 'data') {
    if (text.startsWith('>>> ')) return going({ ...task, told: text.slice(4) });
    // What else the terminal is told. The line before a command repeats it, unless somebody covered one of both.
    if (task.told === undefined) return state;
    if (mode === 'command' && !isKnownVerb(firstWord(text))) return going({ ...task, told: undefined });
  } else if (mode === 'command' && !isKnownVerb(firstWord(text))) {
    // The text of a bounce that is put away while the connection is kept.
    return state;
  }
  say(line, from, task.session, 'client', context, place);
  return task.told === undefined ? state : going({ ...task, told: undefined });
}

function firstWord(text: string): string {
  return text.split(' ', 1)[0] as string;
}

/** How far a process is that serves nobody; undefined for one that serves a client. */
function localOf(pid: string, arrow: string, text: string, state: State): 'reading' | 'read' | undefined {
  const known = state.local.get(pid);
  if (known === 'reading') return arrow === '<<<' ? known : looksLikeReply(text) ? undefined : 'read';
  if (known === 'read') return arrow === '>>>' && GREETING.test(text) ? undefined : known;
  if (state.served.names.has(pid)) return undefined;
  if (arrow === '<<<') return readsAsCommand(text) ? undefined : 'reading';
  return looksLikeReply(text) ? undefined : 'read';
}

/** Another process has got the number. */
const GREETING = /^220[ -]\S{1,255} E?SMTP\b/;

function withLocal(pid: string, how: 'reading' | 'read' | undefined, state: State): State {
  const local = new Map(state.local);
  if (how === undefined) local.delete(pid);
  else local.set(pid, how);
  return { ...state, local };
}

/** A process that is through with its errand goes on with the client that it serves. */
function done(pid: string, arrow: string, text: string, state: State, { modeOf }: ReadContext): State {
  const task = state.errands.get(pid);
  if (task === undefined) return state;
  const answers = arrow === '>>>' && looksLikeReply(text) && state.served.names.has(pid);
  const through = task.kind === 'client' ? modeOf(task.session) === 'closed' : answers;
  return through ? withoutErrand(pid, state) : state;
}

/** The input is at its end: of the client, who is told so with 421 if he went without QUIT, or of the errand. */
function end(line: PeeledLine, from: number, pid: string, arrow: string, state: State, context: ReadContext): State {
  if (state.local.get(pid) === 'reading') return withLocal(pid, 'read', state);
  const task = state.errands.get(pid);
  if (task?.kind !== 'client' || arrow !== '<<<') return state;
  // The server goes without having been sent away.
  tell(line, from, task.session, { type: 'error', about: 'lost', message: END }, context);
  tell(line, from, task.session, { type: 'close', by: 'server' }, context);
  return { ...state, errands: new Map(state.errands).set(pid, { kind: 'running', line }) };
}

function withoutErrand(pid: string, state: State): State {
  const errands = new Map(state.errands);
  errands.delete(pid);
  return { ...state, errands };
}
