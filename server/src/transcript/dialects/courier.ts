/**
 * Courier's log. courieresmtpd tells when a client comes, what it refuses and, with ESMTP_LOG_DIALOG, what the client says;
 * what it accepts it does not tell, nor when somebody leaves without QUIT. Nothing in its lines names the connection: while
 * there may be two, they are no dialogue. courierd and the modules tell what becomes of messages, the reply first.
 */
import { decidesLogin } from '../reply';
import type { Delivery, DeliveryFault, PeeledLine, Span } from '../transcript';
import { without } from './connections';
import { deliver, known, readCodes, valueIn } from './delivery';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  /** Clients that came and said no QUIT. */
  readonly clients: number;
  readonly time: number | undefined;
  /** The dialogue of the only client. */
  readonly open: Open | undefined;
  /** What was said about a recipient, by message and address, until its status comes. */
  readonly reasons: ReadonlyMap<string, string>;
}

interface Open {
  readonly session: string;
  /** The last command. */
  readonly verb: string | undefined;
  readonly refused: boolean;
  /** Where its last line stands. */
  readonly place: Span;
}

export const courier: Dialect<State> = {
  id: 'courier',
  name: 'Courier log',
  events: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ count: 0, clients: 0, time: undefined, open: undefined, reasons: new Map() }),
  read,
  finish: ({ open }, { emit }) => {
    if (open !== undefined)
      emit({ session: open.session, speaker: 'tool', text: '', event: { type: 'gap' }, ...open.place });
  },
  write: (_speaker, text) => text,
};

const NAME = /^(courier(?:esmtpd?|d|local|uucp|dsn|fax)): /;
const STARTED = /^started,ip=\[([^\]\s]{1,80})\](?:,port=\[(\d{1,5})\])?$/;
const ERROR = /^error,relay=([^,\s]{1,80})(?:,port=\d{1,5})?,/;
/** `authdaemon: s_connect() failed: …`, `couriertls: read: …`: parts of it tell their troubles in the same place. */
const OWN_WORDS = /^[a-z][\w.-]{0,40}: /;
const MESSAGE = /^(?:newmsg|started|completed|id=)/;

interface Named {
  readonly name: string;
  readonly from: number;
}

function nameOf({ text, process }: PeeledLine): Named | undefined {
  if (process?.startsWith('courier')) return { name: process, from: 0 };
  const found = NAME.exec(text);
  return found === null ? undefined : { name: found[1] ?? '', from: found[0].length };
}

function weight(line: PeeledLine): number {
  const named = nameOf(line);
  if (named === undefined) return 0;
  const rest = line.text.slice(named.from);
  if (named.name === 'courieresmtpd') return STARTED.test(rest) || ERROR.test(rest) ? 10 : 5;
  return MESSAGE.test(rest) ? 10 : 1;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const named = nameOf(line);
  if (named === undefined) return state;
  const { from } = named;
  const rest = line.text.slice(from).trimEnd();
  if (named.name !== 'courieresmtpd') return aboutMessage(line, from, rest, state, context);
  const now = forgetting(line, state, context);
  if (STARTED.test(rest)) return started(line, from, rest, now, context);
  if (ERROR.test(rest)) return refused(line, from, rest, now, context);
  if (OWN_WORDS.test(rest)) return now;
  return clientSays(line, from, rest, now, context);
}

/** After this many milliseconds of silence nobody is there any more: its timeout is ten minutes. */
const SILENCE = 600_000;

function forgetting(line: PeeledLine, state: State, context: ReadContext): State {
  const { time } = line;
  const silent = time !== undefined && state.time !== undefined && time - state.time > SILENCE;
  return silent ? { ...left(line, state, context), clients: 0, time } : { ...state, time: time ?? state.time };
}

function left(line: PeeledLine, state: State, context: ReadContext): State {
  if (state.open === undefined) return state;
  // How what it said last was answered is not shown.
  tell(line, 0, state.open.session, { type: 'gap' }, context);
  tell(line, 0, state.open.session, { type: 'close', by: 'unknown' }, context);
  return { ...state, open: undefined };
}

// --- clients ------------------------------------------------------------------------------------------------------

function started(line: PeeledLine, from: number, rest: string, before: State, context: ReadContext): State {
  const [, host = '', port] = STARTED.exec(rest) ?? [];
  const clients = before.clients + 1;
  const count = before.count + 1;
  if (clients > 1) return { ...left(line, before, context), clients, count };
  const session = `${port ?? ''}/${count}`;
  tell(line, from, session, { type: 'connect', whole: true, tls: 'unknown', host }, context);
  return {
    ...before,
    clients,
    count,
    open: { session, verb: undefined, refused: false, place: within(line, from, from) },
  };
}

function clientSays(line: PeeledLine, from: number, rest: string, state: State, context: ReadContext): State {
  const { open } = state;
  const verb = (rest.split(' ', 1)[0] ?? '').toUpperCase();
  const quits = verb === 'QUIT' && !/\S \S/.test(rest);
  const clients = Math.max(0, state.clients - (quits ? 1 : 0));
  if (open === undefined) return { ...state, clients };
  const { session } = open;
  if (open.verb === 'DATA' && !open.refused) {
    say(line, from, session, 'client', context, { text: '', elided: { what: 'data' } });
    say(line, from, session, 'client', context, { text: '.', kind: 'end-of-data' });
  }
  const end = from + rest.length;
  say({ ...line, text: line.text.slice(0, end) }, from, session, 'client', context, { kind: 'command' });
  const now = { ...state, clients, open: { session, verb, refused: false, place: within(line, from, from) } };
  return quits ? left(line, now, context) : now;
}

const COMMAND = /,msg="(.{0,1000}?)",cmd: ?(.{0,2000})$/;

function refused(line: PeeledLine, from: number, rest: string, state: State, context: ReadContext): State {
  const command = COMMAND.exec(rest);
  // `…,to=<bob@example.org>: 550 …`, or the reply in quotes and the command behind it.
  const at = command === null ? rest.indexOf('>: ') + 3 : rest.indexOf(',msg="') + 6;
  const reply = command?.[1] ?? rest.slice(at);
  const { open } = state;
  if (open?.verb !== undefined) {
    const part = { ...line, text: line.text.slice(0, from + at + reply.length) };
    if (open.verb === 'AUTH' && decidesLogin(reply))
      say(part, from + at, open.session, 'client', context, { text: '', elided: { what: 'secret' } });
    say(part, from + at, open.session, 'server', context, { answers: 'last' });
    return { ...state, open: { ...open, refused: true, place: within(line, from, from) } };
  }
  const codes = readCodes(reply);
  const fault = command === null ? undefined : faultOf(command[2] ?? '', reply, codes.code ?? 0);
  const client = known('client', ERROR.exec(rest)?.[1]);
  const who = { ...known('from', valueIn(rest, 'from')), ...known('to', valueIn(rest, 'to')), ...client };
  const session = open?.session ?? `error/${state.count}`;
  const action = fault === undefined ? 'rejected' : 'warning';
  if ((codes.code ?? 0) >= 400)
    deliver(line, from, session, { action, ...who, ...codes, reason: reply, ...known('fault', fault) }, context);
  return state;
}

/** It says 502 to what it does not know, to what is malformed and to what is out of order; other codes have reasons of their own. */
function faultOf(command: string, reply: string, code: number): DeliveryFault | undefined {
  if (/^(?:GET|POST|HEAD|OPTIONS|CONNECT) /.test(command)) return 'other-protocol';
  if (/^AUTH\b/i.test(command)) return decidesLogin(reply) ? 'auth' : undefined;
  if (code === 503 || /\bHELO first\b/i.test(reply)) return 'order';
  if (code === 501 || /\bsyntax error\b/i.test(reply)) return 'syntax';
  if (code !== 500 && code !== 502) return undefined;
  if (/^(?:MAIL FROM: ?<|RCPT TO: ?<|DATA\s*$)/i.test(command)) return 'order';
  return /^(?:MAIL|RCPT|DATA|EHLO|HELO)\b/i.test(command) ? 'syntax' : 'unknown-command';
}

// --- messages -----------------------------------------------------------------------------------------------------

const OUTCOMES: Readonly<Record<string, Delivery['action']>> = { failure: 'bounced', deferred: 'deferred' };
const ABOUT = /^id=([0-9A-Fa-f.]{1,80}),from=<([^>]{0,320})>,addr=<([^>]{0,320})>/;

function aboutMessage(line: PeeledLine, from: number, rest: string, state: State, context: ReadContext): State {
  const received = /^newmsg,id=([0-9A-Fa-f.]{1,80}): (.{0,300})$/.exec(rest);
  if (received !== null) {
    const [, queueId = '', client = ''] = received;
    deliver(line, from, queueId, { action: 'received', queueId, client: client.replace(/^dns; /, '') }, context);
    return state;
  }
  const about = ABOUT.exec(rest);
  if (about === null) return state;
  const [head, queueId = '', sender = '', to = ''] = about;
  const key = `${queueId} ${to}`;
  const what = rest.slice(head.length);
  const message = { queueId, from: sender, to };
  const status = /,status: (failure|deferred)$/.exec(what)?.[1];
  if (status !== undefined) {
    const reason = state.reasons.get(key);
    const said = reason === undefined ? {} : { reason, ...readCodes(reason) };
    deliver(line, from, queueId, { action: OUTCOMES[status] ?? 'lost', ...message, ...said }, context);
    return { ...state, reasons: without(state.reasons, key) };
  }
  const success = /,success: (?:delivered: )?(.{0,300})$/.exec(what)?.[1];
  if (success !== undefined) {
    const relay = /^\S{1,255} \[[^\]]{1,80}\]$/.test(success) ? { relay: success } : {};
    deliver(line, from, queueId, { action: 'sent', ...message, ...relay }, context);
    return { ...state, reasons: without(state.reasons, key) };
  }
  // The first line of a reply says which code it has.
  if (!what.startsWith(': ') || state.reasons.has(key)) return state;
  const reasons = new Map(state.reasons).set(key, what.slice(2).replace(/^(\d{3})-/, '$1 '));
  if (reasons.size > MOST_REASONS) reasons.delete(reasons.keys().next().value as string);
  return { ...state, reasons };
}

const MOST_REASONS = 1000;
