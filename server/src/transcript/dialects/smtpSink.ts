/**
 * Postfix's `smtp-sink -v`: what its clients say behind `smtp-sink: `, of a message its dot alone, of replies nothing.
 * Nothing names a connection: while more than one is open, nobody knows who speaks. Not each end is told, but a new
 * connection with the descriptor of the one before shows that this one is over.
 */
import { readsAsCommand } from '../command';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly session: number;
  /** The start of a connection in which nothing has been said: it may say nothing at all. */
  readonly begun: PeeledLine | undefined;
  /** How many connections are open, as far as their ends are told. */
  readonly open: number;
  /** More than one is open: nothing is read until none is. */
  readonly mixed: boolean;
  /** The log does not show the start of what is open: each line may be another connection's. */
  readonly cut: boolean;
  /** The descriptor of the connection that is read. */
  readonly fd: string;
  /** A connection that begins while another one seems to be open: what comes next tells whether it is. */
  readonly second: PeeledLine | undefined;
  /** The command before, where something may come that is none: a message, a chunk, which smtp-sink does not know, a secret. */
  readonly verb: 'DATA' | 'BDAT' | 'AUTH' | undefined;
}

const START: State = {
  session: 0,
  begun: undefined,
  open: 0,
  mixed: false,
  cut: false,
  fd: '',
  second: undefined,
  verb: undefined,
};

export const smtpSink: Dialect<State> = {
  id: 'smtp-sink',
  name: 'Postfix smtp-sink -v',
  sequential: true,
  lossy: true,
  evidence,
  owns: (line) => weight(line) > 0,
  start: () => START,
  read,
  finish: (state, context) => void settled(state, '', context),
  opening: ['smtp-sink: connect (AF_INET 127.0.0.1)'],
  write: (_speaker, text) => `smtp-sink: ${text}`,
  writeReply: () => undefined,
};

/** The program as it was called. With `-c` a line of counts stands before, which a CR lets the next one overwrite. */
const HEAD = /^(?:sess=\d{1,12} quit=\d{1,12} mesg=\d{1,12}\r){0,9}((?:\/\S{0,200}\/)?smtp-sink: )?/;
const CONNECT = /^connect \(AF_(?:INET6?|LOCAL|UNIX) [\w.:%-]{1,60}\)$/;
const DISCONNECT = 'disconnect';
/** It drops a client that is too slow, and does not tell the end. */
const TIMEOUT = /^warning: (?:read|write) timeout$/;
const DESCRIPTOR = /^fd=(\d{1,6}): stream buffer size old=\d{1,9} new=\d{1,9}$/;
const OWN =
  /^(?:name_mask: |trying\.\.\. |chroot |vstream_tweak_tcp: |smtp_stream_setup: |(?:warning|fatal|panic|error): |sess=\d{1,12} quit=\d{1,12} mesg=\d{1,12}\r?$)/;

/** Other programs call what they do `connect`, too: some of it must be a client's. */
function evidence(sample: readonly PeeledLine[]): number {
  const clients = sample.some((line) => CONNECT.test(bodyOf(line).text) || isSaid(line));
  return clients ? weigh(sample, weight) : 0;
}

function weight(line: PeeledLine): number {
  const { text } = bodyOf(line);
  if (CONNECT.test(text) || text.startsWith('smtp_stream_setup: maxtime=')) return 10;
  return isSaid(line) ? 4 : 0;
}

/** A command under the program's name. */
function isSaid(line: PeeledLine): boolean {
  const { text, named } = bodyOf(line);
  return named && (readsAsCommand(text) || /^(?:HELO|EHLO|LHLO) /.test(text));
}

const PROGRAM = 'smtp-sink';

interface Body {
  readonly text: string;
  readonly from: number;
  /** The program's name stood before it, here or where a collector took it off. */
  readonly named: boolean;
}

/** What stands behind the program's name. */
function bodyOf({ text, process }: PeeledLine): Body {
  const [head = '', name] = HEAD.exec(text) ?? [];
  return { text: trimCr(text.slice(head.length)), from: head.length, named: name !== undefined || process === PROGRAM };
}

function trimCr(text: string): string {
  return text.endsWith('\r') ? text.replace(/\r{1,9}$/, '') : text;
}

function read(line: PeeledLine, before: State, context: ReadContext): State {
  const body = bodyOf(line);
  const { text, from } = body;
  const fd = DESCRIPTOR.exec(text)?.[1];
  if (fd === undefined && (OWN.test(text) || (text === '' && !body.named)) && !TIMEOUT.test(text)) {
    return text.startsWith('smtp_stream_setup') ? settled(before, '', context) : before;
  }
  const state = settled(before, fd ?? '', context);
  if (fd !== undefined) return state.mixed || state.open === 0 ? state : { ...state, fd };
  if (CONNECT.test(text)) return connect(line, state);
  if (text === DISCONNECT || TIMEOUT.test(text)) return disconnect(line, from, text, state, context);
  return state.mixed ? state : spoken(line, body, state, context);
}

function connect(line: PeeledLine, state: State): State {
  if (state.mixed) return { ...state, open: state.open + 1 };
  return state.open > 0 ? { ...state, second: line } : begun(line, state);
}

function begun(line: PeeledLine, { session }: State): State {
  return { ...START, session, begun: line, open: 1 };
}

/** Whether two connections are open is known once the descriptor of the second one is, or something else comes. */
function settled(state: State, fd: string, context: ReadContext): State {
  const { second, session } = state;
  if (second === undefined) return state;
  if (fd !== '' && fd === state.fd) return begun(second, state);
  if (state.begun === undefined) tell(second, second.text.length, String(session), { type: 'gap' }, context);
  return { ...START, session, open: 2, mixed: true };
}

function disconnect(line: PeeledLine, from: number, text: string, state: State, context: ReadContext): State {
  const open = Math.max(0, state.open - 1);
  if (state.mixed && open > 0) return { ...state, open };
  if (!state.mixed && state.open > 0 && state.begun === undefined) {
    const session = String(state.session);
    if (text !== DISCONNECT) tell(line, from, session, { type: 'error', about: 'timeout', message: text }, context);
    tell(line, from, session, { type: 'close', by: text === DISCONNECT ? 'unknown' : 'server' }, context);
  }
  return { ...START, session: state.session };
}

function spoken(line: PeeledLine, { text, from, named }: Body, before: State, context: ReadContext): State {
  // What has no name of the program before it may be another program's.
  if (!named && !readsAsCommand(text)) return before;
  const state = before.open > 0 && before.begun === undefined ? before : begin(line, before, context);
  const session = String(state.session);
  if (state.verb === 'DATA' && text === '.') {
    say(line, from, session, 'client', context, { text: '', elided: { what: 'data' } });
    say(line, from, session, 'client', context, { text, kind: 'end-of-data' });
    return { ...state, verb: undefined };
  }
  if (state.cut && text === '.') return state;
  // A message that ended with no dot was none: DATA was refused.
  const lost = state.cut ? ({ type: 'gap', tls: 'unknown' } as const) : { type: 'gap' as const };
  const unsure = state.cut || state.verb === 'DATA' || state.verb === 'BDAT';
  if (unsure) tell(line, line.text.length, session, lost, context);
  const response = state.verb === 'AUTH' && !readsAsCommand(text);
  say(line, from, session, 'client', context, response ? { text } : { text, kind: 'command' });
  return { ...state, verb: response ? 'AUTH' : verbOf(text) };
}

/** The first line of a connection, whose start the log may not show. */
function begin(line: PeeledLine, { session: last, begun: start, fd }: State, context: ReadContext): State {
  const session = last + 1;
  const whole = start !== undefined;
  const shown = start ?? line;
  const from = whole ? bodyOf(shown).from : shown.text.length;
  tell(shown, from, String(session), { type: 'connect', whole }, context);
  return { ...START, session, open: 1, cut: !whole, fd };
}

function verbOf(text: string): State['verb'] {
  const verb = /^(?:DATA|BDAT|AUTH)(?![\w-])/i.exec(text)?.[0].toUpperCase();
  return verb as State['verb'];
}
