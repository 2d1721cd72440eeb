/**
 * amavisd's log from level 4 on: `(02151-01-2) ESMTP< MAIL FROM:…` what its client says and `ESMTP> ` its answer; `smtp cmd> `
 * what it says to the server behind it and `smtp resp to MAIL: ` that one's answer, a whole reply in one line: two sessions
 * in one task. The first number is the process, which keeps its connection to the server from task to task; the second one
 * counts its clients, the third one a client's messages. Of messages only the incoming dot is shown; the server's answer to
 * QUIT and to recipients after a refused MAIL is not.
 */
import { beginsAsGreeting } from '../reply';
import type { Located, PeeledLine, Piece } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened } from './connections';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { say, tell } from './utter';
import { cutLines, placeOf, pushSource, type WireText } from './wireText';

interface State {
  /** Those with clients by process and client; the count is of all. */
  readonly connections: Connections;
  /** Sessions whose challenge has no answer yet. */
  readonly challenged: ReadonlySet<string>;
  readonly processes: ReadonlyMap<string, Process>;
}

/** What a process has open to servers. */
interface Process {
  /** Where it is about to connect to. */
  readonly target: string;
  /** The target of the connection in use. */
  readonly current: string;
  readonly kept: ReadonlyMap<string, Outgoing>;
}

interface Outgoing {
  readonly session: string;
  /** Verbs of commands without an answer so far. */
  readonly waiting: readonly string[];
  /** Where the last of it stands. */
  readonly last: Located;
}

export const amavis: Dialect<State> = {
  id: 'amavis',
  name: 'amavisd log_level 4',
  evidence: (sample) => weigh(sample, weight),
  lossy: true,
  dumps: (text) => DUMPS.test(text),
  start: () => ({ connections: NO_CONNECTIONS, challenged: new Set(), processes: new Map() }),
  read,
  finish,
  write(speaker, text, like) {
    const head = (like === undefined ? undefined : HEAD.exec(like.text)?.[0]) ?? '(00001-01) ';
    const rest = like?.text.slice(head.length) ?? '';
    const answer = ANSWER.exec(rest)?.[0];
    const command = rest.startsWith(COMMAND) ? verbOf(rest.slice(COMMAND.length)) : undefined;
    if (answer === undefined && command === undefined) {
      const protocol = INCOMING.exec(rest)?.[1] ?? 'ESMTP';
      return `${head}${protocol}${speaker === 'client' ? '<' : '>'} ${escaped(text)}${speaker === 'client' ? CRLF : ''}`;
    }
    if (speaker === 'client') return `${head}${COMMAND}${escaped(text)}`;
    return `${head}${answer ?? `smtp resp to ${command}: `}${escaped(text)}`;
  },
};

const HEAD = /^(?:<[0-7]>)?\((\d{5,10})(-\d{2,9})(?:-\d{1,9})?\) (?:\(!{1,2}\))?/;
const INCOMING = /^((?:UTF8)?(?:E?SMTP|LMTP)S?A?)([<>]) /;
const COMMAND = 'smtp cmd> ';
const ANSWER =
  /^(?:mail_via_smtp: session failed: )?(?:smtp |Negative )(?:greeting|(?:SMTP )?resp(?:\.|onse)? to (?:_dummy_ data )?([A-Za-z-]{4,8})(?: \(pip\)| \(idle \d{1,9}\.\d s\))?(?: \(.{0,1000}?\))?(?:, will try HELO)?): (?=[2-5]\d\d )/;
const DISCARDED = /^discarding unprocessed reply: (?=[2-5]\d\d )/;
const TOOK = /, dt: \d{1,9}\.\d{1,3} m?s$/;
/** Of a message, level 5; and a command once more, behind what was wrong with it. */
const DUMPS = /\) (?:rw_loop (?:sent|read) \d{1,9}> |[A-Z8]{4,10}: \d{3} .{0,2000}; smtp_resp: )/;
const CRLF = String.raw`\r\n`;
const DOT = '.<CR><LF>';

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text)?.[0];
  if (head === undefined) return 0;
  const rest = text.slice(head.length);
  return INCOMING.test(rest) || rest.startsWith(COMMAND) || ANSWER.test(rest) ? 12 : 0;
}

function verbOf(text: string): string {
  return /^[A-Za-z]{1,12}/.exec(text)?.[0].toUpperCase() ?? '';
}

function read(whole: PeeledLine, state: State, context: ReadContext): State {
  const line = whole.text.endsWith('\r') ? { ...whole, text: whole.text.slice(0, -1) } : whole;
  const head = HEAD.exec(line.text);
  if (head === null) return state;
  const [{ length: from }, process = '', task = ''] = head;
  const rest = line.text.slice(from);
  const incoming = INCOMING.exec(rest);
  if (incoming === null) return aside(line, from, process, process + task, state, context);
  const speaker = incoming[2] === '<' ? 'client' : 'server';
  return withClient(line, from + incoming[0].length, process + task, speaker, state, context);
}

/** Connections to servers are kept for messages to come: that a log ends before does not say that they were left so. */
function finish({ processes }: State, { emit }: ReadContext): void {
  for (const { kept } of processes.values()) {
    for (const { session, last } of kept.values())
      emit({ session, speaker: 'tool', text: '', event: { type: 'gap' }, ...last });
  }
}

// --- its clients --------------------------------------------------------------------------------------------------

function withClient(
  line: PeeledLine,
  from: number,
  key: string,
  speaker: 'client' | 'server',
  before: State,
  context: ReadContext,
): State {
  let state = before;
  if (!state.connections.names.has(key)) {
    state = { ...state, connections: opened(state.connections, key) };
    const begins = speaker === 'server' && beginsAsGreeting(line.text.slice(from));
    tell(line, from, state.connections.names.get(key) as string, { type: 'connect', whole: begins }, context);
  }
  const session = state.connections.names.get(key) as string;
  const challenged = state.challenged.has(session);
  if (speaker === 'client') {
    clientSays(line, from, session, context);
    return challenged ? { ...state, challenged: without(state.challenged, session) } : state;
  }
  // What answered the challenge is shown at level 5 only.
  if (challenged) say(line, from, session, 'client', context, { text: '', elided: { what: 'secret' } });
  say(line, from, session, 'server', context, unescaped(line, from));
  const asks = line.text.startsWith('334', from) && context.modeOf(session) === 'auth';
  if (challenged === asks) return state;
  return { ...state, challenged: asks ? new Set(state.challenged).add(session) : without(state.challenged, session) };
}

function without(sessions: ReadonlySet<string>, session: string): ReadonlySet<string> {
  return new Set([...sessions].filter((each) => each !== session));
}

function clientSays(line: PeeledLine, from: number, session: string, context: ReadContext): void {
  const data = context.modeOf(session) === 'data';
  const said = line.text.slice(from);
  if (data && said === DOT) return endData(line, from, session, context);
  const end = line.text.length - (said.endsWith(CRLF) ? CRLF.length : said.endsWith('\\n') ? 2 : 0);
  const cut = { ...line, text: line.text.slice(0, end) };
  const more = unescaped(cut, from);
  say(cut, from, session, 'client', context, data ? { kind: 'command', ...more } : more);
}

function endData(line: PeeledLine, from: number, session: string, context: ReadContext): void {
  const place = within(line, from, from);
  say(line, from, session, 'client', context, { text: '', elided: { what: 'data' }, ...place });
  say(line, from, session, 'client', context, { text: '.', kind: 'end-of-data', ...place });
}

// --- the servers behind it ----------------------------------------------------------------------------------------

/** What is not said to or by a client. */
function aside(line: PeeledLine, from: number, pid: string, key: string, state: State, context: ReadContext): State {
  const rest = line.text.slice(from);
  const mine = state.connections.names.get(key);
  if (mine !== undefined) {
    const broke = /: notice: client broke the connection without a QUIT/.test(rest);
    if (broke || /^load: \d{1,3} %, total idle /.test(rest)) {
      tell(line, from, mine, { type: 'close', by: broke ? 'client' : 'unknown' }, context);
      return { ...state, connections: closed(state.connections, key) };
    }
    if (/^\S{4,10} ABORTING: Connection broken during DATA/.test(rest))
      tell(line, from, mine, { type: 'error', about: 'lost', message: rest }, context);
    const cipher = /^smtpd TLS cipher: (\S{1,100})$/.exec(rest)?.[1];
    if (cipher !== undefined) tell(line, from, mine, { type: 'tls', cipher }, context);
  }
  const process = state.processes.get(pid) ?? { target: '', current: '', kept: new Map() };
  const target = /^about to connect to (\S{1,255}), /.exec(rest)?.[1];
  if (target !== undefined) return withProcess(state, pid, { ...process, target });
  const used =
    /^smtp session reuse \((\S{1,255})\), /.exec(rest)?.[1] ??
    /^smtp session rundown.{0,100}, (\S{1,255}), state [a-z]{1,20}$/.exec(rest)?.[1];
  if (used !== undefined) return withProcess(state, pid, { ...process, current: used });
  if (rest.startsWith('Amavis::Out::SMTP::Session close, '))
    return rest.endsWith('keeping connection') ? state : hangUp(line, from, pid, process, state, context);
  if (rest.startsWith(COMMAND)) return command(line, from + COMMAND.length, pid, process, state, context);
  const answer = ANSWER.exec(rest) ?? DISCARDED.exec(rest);
  return answer === null ? state : answered(line, from, answer, pid, process, state, context);
}

/** More processes than amavisd has. */
const MOST = 500;

function withProcess(state: State, pid: string, process: Process): State {
  const processes = new Map(state.processes);
  processes.delete(pid);
  processes.set(pid, process);
  if (processes.size > MOST) processes.delete(processes.keys().next().value as string);
  return { ...state, processes };
}

function withOutgoing(state: State, pid: string, process: Process, outgoing: Outgoing): State {
  return withProcess(state, pid, { ...process, kept: new Map(process.kept).set(process.current, outgoing) });
}

function connect(
  line: PeeledLine,
  from: number,
  pid: string,
  whole: boolean,
  state: State,
  context: ReadContext,
): { readonly state: State; readonly outgoing: Outgoing } {
  const key = `${pid}/smtp`;
  const connections = opened(state.connections, key);
  const session = connections.names.get(key) as string;
  tell(line, from, session, { type: 'connect', whole }, context);
  return { state: { ...state, connections }, outgoing: { session, waiting: [], last: within(line, from) } };
}

function command(
  line: PeeledLine,
  from: number,
  pid: string,
  process: Process,
  before: State,
  context: ReadContext,
): State {
  const found = process.kept.get(process.current);
  const { state, outgoing } =
    found === undefined ? connect(line, from, pid, false, before, context) : { state: before, outgoing: found };
  const { session } = outgoing;
  const waiting = [...outgoing.waiting];
  // In the middle of a message it hangs up without a word.
  if (context.modeOf(session) === 'data') {
    endData(line, from, session, context);
    waiting.push(END_OF_DATA);
  }
  say(line, from, session, 'client', context, unescaped(line, from));
  waiting.push(verbOf(line.text.slice(from)));
  return withOutgoing(state, pid, process, { session, waiting, last: within(line, from) });
}

const END_OF_DATA = 'data-dot';

function answered(
  line: PeeledLine,
  head: number,
  answer: RegExpExecArray,
  pid: string,
  before: Process,
  state: State,
  context: ReadContext,
): State {
  const from = head + answer[0].length;
  const greets = answer[0].endsWith('greeting: ');
  const process = greets ? { ...before, current: before.target } : before;
  const found = greets ? undefined : process.kept.get(process.current);
  const verb = greets ? '' : (answer[1] ?? found?.waiting[0] ?? '');
  // It was told before that it is why the session failed.
  if (verb === 'STARTTLS' && answer[0].startsWith('mail_via_smtp')) return state;
  const { state: now, outgoing } =
    found === undefined ? connect(line, head, pid, greets, state, context) : { state, outgoing: found };
  const { session } = outgoing;
  let { waiting } = outgoing;
  if (verb === END_OF_DATA && context.modeOf(session) === 'data') {
    endData(line, from, session, context);
    waiting = [...waiting, END_OF_DATA];
  }
  const at = waiting.indexOf(verb);
  const last = at > 0 && at === waiting.length - 1;
  if (at > 0 && !last) tell(line, head, session, { type: 'gap' }, context);
  reply(line, from, /^[EL]HLO$/.test(verb), session, last, context);
  return withOutgoing(now, pid, process, { session, waiting: waiting.slice(at + 1), last: within(line, from) });
}

/** A reply in one line: the code once, the lines behind it with `\n` between them, without their enhanced codes. */
function reply(
  line: PeeledLine,
  from: number,
  offers: boolean,
  session: string,
  last: boolean,
  context: ReadContext,
): void {
  const { text } = line;
  // Syslog's lines are cut, and with them what the server offers.
  if (offers && text.endsWith('...')) return tell(line, from, session, { type: 'gap' }, context);
  const end = text.length - (TOOK.exec(text)?.[0].length ?? 0);
  const lines = [...cutLines(readEscapes(line, from, end))];
  const code = text.slice(from, from + 3);
  const enhanced = /^[245]\.\d{1,3}\.\d{1,3} /.exec(text.slice(from + 4))?.[0] ?? '';
  lines.forEach(({ text: shown, pieces, place }, index) => {
    const more = index < lines.length - 1;
    const mark = index === 0 ? '' : `${code}${more ? '-' : ' '}${enhanced}`;
    const before: readonly Piece[] = index === 0 ? [] : [{ at: 0, line: place.line, column: place.start, width: 0 }];
    const moved = [...before, ...pieces.map((piece) => ({ ...piece, at: piece.at + mark.length }))];
    const whole = index === 0 && more ? `${code}-${shown.slice(4)}` : mark + shown;
    const where = moved.length > 0 ? placeOf(moved) : place;
    say(line, from, session, 'server', context, { text: whole, ...where, ...(last && { answers: 'last' }) });
  });
}

function hangUp(
  line: PeeledLine,
  from: number,
  pid: string,
  process: Process,
  state: State,
  context: ReadContext,
): State {
  const outgoing = process.kept.get(process.current);
  if (outgoing === undefined) return state;
  if (outgoing.waiting.length > 0) tell(line, from, outgoing.session, { type: 'gap' }, context);
  tell(line, from, outgoing.session, { type: 'close', by: 'unknown' }, context);
  const kept = new Map(process.kept);
  kept.delete(process.current);
  return withProcess(state, pid, { ...process, kept });
}

// --- escapes ------------------------------------------------------------------------------------------------------

const ESCAPE = /\\(?:x[0-9A-F]{2}|[rnt\\])/g;
const CHARS: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', '\\': '\\' };

function readEscapes(line: PeeledLine, from: number, end: number = line.text.length): WireText {
  const source = line.text.slice(from, end);
  const pieces: Piece[] = [];
  let text = '';
  const add = (part: string, start: number, to: number) => {
    if (part === '') return;
    pushSource(pieces, text.length, part.length, line, from + start, from + to);
    text += part;
  };
  let here = 0;
  for (const { 0: code, index } of source.matchAll(ESCAPE)) {
    add(source.slice(here, index), here, index);
    here = index + code.length;
    add(CHARS[code.charAt(1)] ?? String.fromCharCode(Number.parseInt(code.slice(2), 16)), index, here);
  }
  add(source.slice(here), here, source.length);
  return { text, pieces };
}

/** Text and place of what was said, where something in it is escaped. */
function unescaped(line: PeeledLine, from: number): { text: string; pieces?: readonly Piece[] } | undefined {
  return line.text.includes('\\', from) ? readEscapes(line, from) : undefined;
}

function escaped(text: string): string {
  return text.replace(/[\0-\x1f\x7f\\]/g, (char) => {
    const name = Object.entries(CHARS).find(([, each]) => each === char)?.[0];
    return `\\${name ?? `x${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`}`;
  });
}
