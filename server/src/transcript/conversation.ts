/**
 * What was asked and what answered it. A pure reducer, one state per session: frames client lines into commands and
 * payload, joins reply lines, pairs replies with commands in order. It does not know what is allowed.
 */
import { isKnownVerb, readCommand, readsAsCommand } from './command';
import { joinReply, readReplyLine } from './reply';
import type {
  Command,
  CommandExchange,
  Exchange,
  MailData,
  MessageExchange,
  Reply,
  ReplyLine,
  Said,
  Told,
  Utterance,
} from './transcript';

/** What the next client line is. */
export type Mode =
  | { readonly name: 'command' }
  /** DATA was sent, its reply is not here yet: what the lines are depends on it. They wait in `held`. */
  | { readonly name: 'undecided'; readonly held: readonly Said[] }
  | { readonly name: 'data'; readonly data: MailData }
  | { readonly name: 'bdat'; readonly left: number; readonly data: MailData }
  | { readonly name: 'auth' }
  | { readonly name: 'closed' };

/** What a dialect may look at when a line alone does not tell who speaks. */
export type ModeName = Mode['name'];

export interface Conversation {
  readonly mode: Mode;
  /** Asked and not answered, oldest first. */
  readonly open: readonly OpenExchange[];
  /** Lines of a reply whose last line has not come. */
  readonly partial: readonly ReplyLine[];
  readonly clientSeen: boolean;
  readonly serverSeen: boolean;
  /** A reply that opens the session has been read, or need not be waited for. */
  readonly greeted: boolean;
  readonly lmtp: boolean;
  /** Recipients accepted since the last MAIL: what LMTP answers the message with. */
  readonly recipients: number;
  /** The DATA that was answered last: what the message after it belongs to. */
  readonly lastData?: Command;
  /** A refused DATA is the last thing that happened: lines without a verb are stray mail data. */
  readonly dataRefused: boolean;
}

type OpenExchange = CommandExchange | MessageExchange;

export const NEW_CONVERSATION: Conversation = {
  mode: { name: 'command' },
  open: [],
  partial: [],
  clientSeen: false,
  serverSeen: false,
  greeted: false,
  lmtp: false,
  recipients: 0,
  dataRefused: false,
};

type Emit = (exchange: Exchange) => void;

/** The next state. What is settled by this utterance is emitted, in the order in which it was asked. */
export function converse(state: Conversation, utterance: Utterance, emit: Emit): Conversation {
  switch (utterance.speaker) {
    case 'client':
      return clientSays(state.clientSeen ? state : { ...state, clientSeen: true }, utterance, emit);
    case 'server':
      return serverSays(state.serverSeen ? state : { ...state, serverSeen: true }, utterance, emit);
    case 'tool':
      return toolSays(state, utterance, emit);
    default:
      return utterance satisfies never;
  }
}

/** Ends the session: everything still open is emitted as it stands. */
export function endConversation(state: Conversation, emit: Emit): void {
  let now = flushPartial(state, emit);
  if (now.mode.name === 'undecided') now = decide(now, true, emit);
  if (now.mode.name === 'data') now = endOfData(now, now.mode.data, 'open');
  if (now.mode.name === 'bdat') now = endOfChunk(now, now.mode.data, 'open');
  for (const exchange of now.open) emit(exchange);
}

/**
 * True when `said` opens another session in the same log: a 220 that nothing asked for after the session was greeted.
 * Only for formats that do not mark where a connection begins.
 */
export function opensNextSession(state: Conversation, said: Utterance): boolean {
  if (said.speaker !== 'server' || state.open.length > 0 || state.partial.length > 0) return false;
  if (!(state.greeted || state.clientSeen) || !said.text.startsWith('220')) return false;
  return state.mode.name === 'command' || state.mode.name === 'closed';
}

// --- the client ---------------------------------------------------------------------------------------------------

function clientSays(state: Conversation, said: Said, emit: Emit): Conversation {
  const { mode } = state;
  if (said.kind === 'command') {
    const framed = mode.name === 'undecided' && mode.held.length > 0 ? decide(state, true, emit) : state;
    return command(leavePayload(framed, 'complete'), said);
  }
  if (said.kind === 'data' || said.kind === 'end-of-data' || said.elided?.what === 'data') {
    return dataLine(enterData(state, emit), said);
  }
  if (said.kind === 'secret' || said.elided?.what === 'secret') return response(state, said);
  switch (mode.name) {
    case 'command':
    case 'closed':
      return awaitsResponseUnseen(state, said) ? response(state, said) : command(state, said);
    case 'undecided':
      return hold(state, mode.held, said, emit);
    case 'data':
      return dataLine(state, said);
    case 'bdat':
      return chunkLine(state, mode.left, mode.data, said);
    case 'auth':
      return response(state, said);
    default:
      return mode satisfies never;
  }
}

function command(state: Conversation, said: Said): Conversation {
  const read = readCommand(said);
  const last = state.open.at(-1);
  const waiting = last && lastLineOf(last);
  const stray = state.dataRefused && !isKnownVerb(read.verb);
  const exchange: CommandExchange = {
    kind: 'command',
    command: read,
    replies: [],
    responses: [],
    ...(waiting !== undefined && { sentBeforeReplyTo: waiting }),
    ...(!state.greeted && { sentBeforeGreeting: true }),
    ...(stray && { afterRefusedData: true }),
  };
  return {
    ...state,
    open: [...state.open, exchange],
    mode: modeAfter(state, read),
    dataRefused: stray && said.text !== '.',
  };
}

function modeAfter(state: Conversation, { verb, argument }: Command): Mode {
  if (verb === 'DATA') return state.serverSeen ? { name: 'undecided', held: [] } : { name: 'data', data: NO_DATA };
  if (verb === 'BDAT') {
    const octets = /^\s*(\d{1,15})(?:\s|$)/.exec(argument)?.[1];
    if (octets !== undefined && Number(octets) > 0) return { name: 'bdat', left: Number(octets), data: NO_DATA };
  }
  return { name: 'command' };
}

/** In a log of the client's lines only, what follows AUTH and is no verb is a response to a challenge not shown. */
function awaitsResponseUnseen(state: Conversation, said: Said): boolean {
  if (state.serverSeen) return false;
  const last = state.open.at(-1);
  return last?.kind === 'command' && last.command.verb === 'AUTH' && !isKnownVerb(readCommand(said).verb);
}

function response(state: Conversation, said: Said): Conversation {
  const index = state.open.findIndex((exchange) => exchange.kind === 'command' && exchange.command.verb === 'AUTH');
  const auth = state.open[index];
  if (auth?.kind !== 'command') return command(state, said);
  const answered = { ...auth, responses: [...auth.responses, said] };
  return { ...state, open: state.open.with(index, answered), mode: { name: 'command' } };
}

// --- payload ------------------------------------------------------------------------------------------------------

const NO_DATA: MailData = {
  firstLine: -1,
  lastLine: -1,
  lineCount: 0,
  octets: 0,
  end: 'open',
  elided: false,
  commandLike: [],
  first: undefined,
  last: undefined,
};

/** Lines of data that read as commands are kept to be pointed at; this many are enough. */
const MOST_COMMAND_LIKE = 20;

/** Lines held back while the answer to DATA is missing. Beyond it they are taken as data. */
const MOST_HELD = 1000;

function hold(state: Conversation, held: readonly Said[], said: Said, emit: Emit): Conversation {
  const next: Conversation = { ...state, mode: { name: 'undecided', held: [...held, said] } };
  return held.length < MOST_HELD ? next : decide(next, true, emit);
}

/** The answer to DATA is known: what was held is data, or commands. */
function decide(state: Conversation, isData: boolean, emit: Emit): Conversation {
  const held = state.mode.name === 'undecided' ? state.mode.held : [];
  let now: Conversation = { ...state, mode: isData ? { name: 'data', data: NO_DATA } : { name: 'command' } };
  for (const said of held) now = clientSays(now, said, emit);
  return now;
}

function enterData(state: Conversation, emit: Emit): Conversation {
  if (state.mode.name === 'data' || state.mode.name === 'bdat') return state;
  if (state.mode.name === 'undecided') return decide(state, true, emit);
  return { ...state, mode: { name: 'data', data: NO_DATA } };
}

function dataLine(state: Conversation, said: Said): Conversation {
  const { mode } = state;
  if (mode.name === 'bdat') return chunkLine(state, mode.left, mode.data, said);
  const data = mode.name === 'data' ? mode.data : NO_DATA;
  if (said.kind === 'end-of-data' || (said.text === '.' && said.elided === undefined)) {
    return endOfData(state, { ...data, lastLine: Math.max(said.line, data.lastLine), last: said }, 'complete');
  }
  return { ...state, mode: { name: 'data', data: addLine(data, said) } };
}

function addLine(data: MailData, said: Said): MailData {
  const { elided } = said;
  const lines = elided === undefined ? 1 : elided.lines;
  const octets = elided === undefined ? octetsOf(said) : elided.octets;
  const suspicious = elided === undefined && data.commandLike.length < MOST_COMMAND_LIKE && readsAsCommand(said.text);
  return {
    firstLine: data.firstLine < 0 ? said.line : data.firstLine,
    lastLine: said.line,
    lineCount: data.lineCount === undefined || lines === undefined ? undefined : data.lineCount + lines,
    octets: data.octets === undefined || octets === undefined ? undefined : data.octets + octets,
    end: 'open',
    elided: data.elided || elided !== undefined,
    commandLike: suspicious ? [...data.commandLike, said] : data.commandLike,
    first: data.first ?? said,
    last: said,
  };
}

function endOfData(state: Conversation, data: MailData, end: MailData['end']): Conversation {
  const command = state.open.findLast((exchange) => exchange.kind === 'command' && exchange.command.verb === 'DATA');
  const message: MessageExchange = {
    kind: 'message',
    command: command?.kind === 'command' ? command.command : state.lastData,
    data: { ...data, end },
    replies: [],
    expected: state.lmtp ? Math.max(1, state.recipients) : 1,
  };
  return { ...state, open: [...state.open, message], mode: { name: 'command' } };
}

/** A chunk is counted in octets, not lines (RFC 3030 §2): the log's lines stand for their text and a CRLF each. */
function chunkLine(state: Conversation, left: number, data: MailData, said: Said): Conversation {
  const next = addLine(data, said);
  const used = said.elided === undefined ? octetsOf(said) : (said.elided.octets ?? left);
  if (left - used > 0) return { ...state, mode: { name: 'bdat', left: left - used, data: next } };
  return endOfChunk(state, next, 'complete');
}

function endOfChunk(state: Conversation, data: MailData, end: MailData['end']): Conversation {
  const index = state.open.findLastIndex(
    (exchange) => exchange.kind === 'command' && exchange.command.verb === 'BDAT' && exchange.data === undefined,
  );
  const chunk = state.open[index];
  const mode: Mode = { name: 'command' };
  if (chunk?.kind !== 'command') return { ...state, mode };
  return { ...state, open: state.open.with(index, { ...chunk, data: { ...data, end } }), mode };
}

/** Something came that ends the payload in place of its dot or octet count. */
function leavePayload(state: Conversation, unlessSeen: 'complete' | 'interrupted'): Conversation {
  const { mode } = state;
  if (mode.name !== 'data' && mode.name !== 'bdat') return state;
  const { data } = mode;
  const end = data.elided || data.first === undefined ? 'complete' : unlessSeen;
  const shown: MailData =
    data.first === undefined ? { ...data, lineCount: undefined, octets: undefined, elided: true } : data;
  return mode.name === 'data' ? endOfData(state, shown, end) : endOfChunk(state, shown, end);
}

function octetsOf(said: Said): number {
  const { text } = said;
  let octets = text.length + (said.wireEol?.length ?? 2);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) octets += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return octets;
}

// --- the server ---------------------------------------------------------------------------------------------------

function serverSays(state: Conversation, said: Said, emit: Emit): Conversation {
  const line = readReplyLine(said);
  if (line === undefined) {
    emit({ kind: 'unreadable', said });
    return state;
  }
  const now = leavePayload(state, 'interrupted');
  if (!line.last) return { ...now, partial: [...now.partial, line] };
  const reply = joinReply(now.partial.length === 0 ? [line] : [...now.partial, line], true);
  return pair(now.partial.length === 0 ? now : { ...now, partial: [] }, reply, emit);
}

function flushPartial(state: Conversation, emit: Emit): Conversation {
  if (state.partial.length === 0) return state;
  return pair({ ...state, partial: [] }, joinReply(state.partial, false), emit);
}

function pair(state: Conversation, reply: Reply, emit: Emit): Conversation {
  if (!state.greeted && isGreeting(state, reply)) {
    emit({ kind: 'greeting', replies: [reply] });
    return { ...state, greeted: true };
  }
  const now = synchronise({ ...state, greeted: true }, reply, emit);
  const asked = now.open[0];
  if (asked === undefined) {
    emit({ kind: 'unasked', replies: [reply] });
    return reply.code === 421 ? { ...now, mode: { name: 'closed' } } : now;
  }
  return asked.kind === 'message' ? answerMessage(now, asked, reply, emit) : answerCommand(now, asked, reply, emit);
}

function isGreeting(state: Conversation, reply: Reply): boolean {
  const asked = state.open[0];
  if (asked === undefined) return !state.clientSeen && (reply.code < 230 || reply.code >= 400 || reply.code === 0);
  return reply.code === 220 && !(asked.kind === 'command' && asked.command.verb === 'STARTTLS');
}

/** Codes that only one verb is answered with: when that verb waits behind others, their replies are missing. */
const TELLTALE: ReadonlyMap<number, string> = new Map([
  [354, 'DATA'],
  [334, 'AUTH'],
  [235, 'AUTH'],
  [535, 'AUTH'],
  [221, 'QUIT'],
]);

function synchronise(state: Conversation, reply: Reply, emit: Emit): Conversation {
  const verb = TELLTALE.get(reply.code);
  if (verb === undefined || state.open.length < 2) return state;
  const index = state.open.findIndex((exchange) => exchange.kind === 'command' && exchange.command.verb === verb);
  if (index <= 0) return state;
  for (const unanswered of state.open.slice(0, index)) emit(unanswered);
  return { ...state, open: state.open.slice(index) };
}

function answerMessage(state: Conversation, message: MessageExchange, reply: Reply, emit: Emit): Conversation {
  const answered = { ...message, replies: [...message.replies, reply] };
  if (answered.replies.length < message.expected && reply.code !== 421) {
    return { ...state, open: state.open.with(0, answered) };
  }
  emit(answered);
  return { ...state, open: state.open.slice(1), recipients: 0 };
}

function answerCommand(state: Conversation, asked: CommandExchange, reply: Reply, emit: Emit): Conversation {
  const answered = { ...asked, replies: [...asked.replies, reply] };
  const { verb } = asked.command;
  if (verb === 'AUTH' && reply.code === 334) {
    return { ...state, open: state.open.with(0, answered), mode: { name: 'auth' } };
  }
  emit(answered);
  const good = reply.code >= 200 && reply.code < 400;
  const rest: Conversation = { ...state, open: state.open.slice(1), mode: settled(state.mode) };
  if (reply.code === 421) return { ...rest, mode: { name: 'closed' } };
  switch (verb) {
    case 'DATA':
      if (good) return { ...decide(rest, true, emit), lastData: asked.command };
      return decide({ ...rest, dataRefused: true }, false, emit);
    case 'QUIT':
      return good ? { ...rest, mode: { name: 'closed' } } : rest;
    case 'MAIL':
    case 'RSET':
    case 'HELO':
    case 'EHLO':
      return good ? { ...rest, recipients: 0, lmtp: rest.lmtp && verb !== 'EHLO' && verb !== 'HELO' } : rest;
    case 'LHLO':
      return good ? { ...rest, recipients: 0, lmtp: true } : rest;
    case 'RCPT':
      return good ? { ...rest, recipients: rest.recipients + 1 } : rest;
    default:
      return rest;
  }
}

/** A response that was due is not any more once the AUTH is answered; held lines stay held. */
function settled(mode: Mode): Mode {
  return mode.name === 'auth' ? { name: 'command' } : mode;
}

// --- the tool -----------------------------------------------------------------------------------------------------

function toolSays(state: Conversation, told: Told, emit: Emit): Conversation {
  const { event } = told;
  switch (event.type) {
    case 'gap': {
      const now = leavePayload(flushPartial(state, emit), 'complete');
      for (const exchange of now.open) emit(exchange.kind === 'command' ? { ...exchange, lost: true } : exchange);
      emit({ kind: 'event', told });
      return { ...now, open: [], greeted: true, mode: { name: 'command' }, dataRefused: false };
    }
    case 'tls':
      emit({ kind: 'event', told });
      return event.unseenStart ? { ...state, greeted: true } : state;
    case 'error': {
      const kept = event.about === 'renegotiation' ? state.open.at(-1) : undefined;
      if (kept?.kind === 'command') emit({ ...kept, lost: true });
      emit({ kind: 'event', told });
      return kept?.kind === 'command' ? { ...state, open: state.open.slice(0, -1) } : state;
    }
    case 'close': {
      const now = flushPartial(state, emit);
      emit({ kind: 'event', told });
      return now.mode.name === 'command' || now.mode.name === 'auth' ? { ...now, mode: { name: 'closed' } } : now;
    }
    case 'connect':
    case 'delivery':
      emit({ kind: 'event', told });
      return state;
    default:
      return event satisfies never;
  }
}

function lastLineOf(exchange: OpenExchange): Said | undefined {
  if (exchange.kind === 'message') return exchange.data.last ?? exchange.command?.said;
  return exchange.command.said;
}
