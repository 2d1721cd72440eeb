/**
 * What was asked and what answered it. A pure reducer, one state per session: frames client lines into commands and
 * payload, joins reply lines, pairs replies with commands in order. It does not know what is allowed.
 */
import { isKnownVerb, readCommand, readsAsCommand } from './command';
import { addLine, ended, isOddEnd, NO_DATA, octetsOf, unseen, withoutDot } from './mailData';
import { enhancedCodeOf, joinReply, readReplyLine } from './reply';
import {
  type Command,
  type CommandExchange,
  type Exchange,
  isOddLineEnd,
  type MailData,
  type MessageExchange,
  type Reply,
  type ReplyLine,
  type Said,
  type Told,
  type Utterance,
} from './transcript';

/** What the next client line is. */
export type Mode =
  | { readonly name: 'command' }
  /** DATA was sent, its reply is not here yet; or the log begins with these lines. What they are shows later: they wait in `held`. */
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
  /** Undefined where the log does not show how the session began. */
  readonly lmtp: boolean | undefined;
  /** Recipients accepted since the last MAIL: what LMTP answers the message with. */
  readonly recipients: number;
  /** The DATA that was answered last: what the message after it belongs to. */
  readonly lastData: Command | undefined;
  /** A refused DATA is the last thing that happened: lines without a verb are stray mail data. */
  readonly dataRefused: boolean;
  /** The first so many of `open` were sent before the go-ahead for TLS: a server has to throw them away (RFC 3207 §4.2). */
  readonly injected: number;
  /** Octets of TLS in the log: may come after STARTTLS, have come. What is neither command nor reply then says nothing. */
  readonly ciphertext: 'none' | 'expected' | 'seen';
  /** Server lines without a code that may be the answers to what is open: how many, and whether the last line was one. */
  readonly unread: number;
  readonly unreadLast: boolean;
  /** The log does not show what comes before, and nothing has shown yet whether that was inside a message or an AUTH. */
  readonly adrift: boolean;
  /**
   * The replies to the first commands of such a log, until the client goes on: the first of them may answer commands that it
   * does not show. Undefined when it is known what a reply answers.
   */
  readonly early: readonly Reply[] | undefined;
}

type OpenExchange = CommandExchange | MessageExchange;

const NONE_EARLY: readonly Reply[] = [];

export const NEW_CONVERSATION: Conversation = {
  mode: { name: 'command' },
  open: [],
  partial: [],
  clientSeen: false,
  serverSeen: false,
  greeted: false,
  lmtp: undefined,
  recipients: 0,
  // Named, so that all states have one shape.
  lastData: undefined,
  dataRefused: false,
  injected: 0,
  ciphertext: 'none',
  unread: 0,
  unreadLast: false,
  adrift: true,
  early: NONE_EARLY,
};

type Emit = (exchange: Exchange) => void;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * A state to be changed before anybody sees it. The only place but the first state where one is made: of spreads, the
 * engine makes objects of ever new shapes, and compiles what meets them again and again.
 */
function copyOf(state: Conversation): Mutable<Conversation> {
  return {
    mode: state.mode,
    open: state.open,
    partial: state.partial,
    clientSeen: state.clientSeen,
    serverSeen: state.serverSeen,
    greeted: state.greeted,
    lmtp: state.lmtp,
    recipients: state.recipients,
    lastData: state.lastData,
    dataRefused: state.dataRefused,
    injected: state.injected,
    ciphertext: state.ciphertext,
    unread: state.unread,
    unreadLast: state.unreadLast,
    adrift: state.adrift,
    early: state.early,
  };
}

function inMode(state: Conversation, mode: Mode): Conversation {
  const next = copyOf(state);
  next.mode = mode;
  return next;
}

function withOpen(state: Conversation, open: readonly OpenExchange[], mode: Mode = state.mode): Conversation {
  const next = copyOf(state);
  next.open = open;
  next.mode = mode;
  return next;
}

function ashore(state: Conversation): Conversation {
  if (!state.adrift) return state;
  const next = copyOf(state);
  next.adrift = false;
  return next;
}

function withLmtp(state: Conversation): Conversation {
  const next = copyOf(state);
  next.lmtp ??= false;
  return next;
}

/** The log shows the connection from its beginning. */
function fromTheStart(state: Conversation): Conversation {
  if (state.early === undefined) return ashore(state);
  const next = copyOf(state);
  next.adrift = false;
  next.early = undefined;
  return next;
}

function greetedNow(state: Conversation): Conversation {
  if (state.greeted) return state;
  const next = copyOf(state);
  next.greeted = true;
  return next;
}

function withPartial(state: Conversation, partial: readonly ReplyLine[]): Conversation {
  const next = copyOf(state);
  next.partial = partial;
  return next;
}

function withCiphertext(state: Conversation): Conversation {
  const next = copyOf(state);
  next.ciphertext = 'seen';
  return next;
}

/**
 * The next state. What is settled by this utterance is emitted, in the order in which it was asked. The state before is
 * used up: what grows with each line, the lines of a reply and mail data, is filled in place.
 */
export function converse(state: Conversation, utterance: Utterance, emit: Emit): Conversation {
  switch (utterance.speaker) {
    case 'client': {
      const now = state.early === undefined || state.early.length === 0 ? state : pairEarly(state, emit);
      return withinBounds(
        clientSays(now.clientSeen ? now : withSeen(now, true, now.serverSeen), utterance, emit),
        emit,
      );
    }
    case 'server':
      return serverSays(state.serverSeen ? state : withSeen(state, state.clientSeen, true), utterance, emit);
    case 'tool':
      return toolSays(pairEarly(state, emit), utterance, emit);
    default:
      return utterance satisfies never;
  }
}

function withSeen(state: Conversation, clientSeen: boolean, serverSeen: boolean): Conversation {
  const next = copyOf(state);
  next.clientSeen = clientSeen;
  next.serverSeen = serverSeen;
  return next;
}

/** So many commands without an answer (their list is copied as it grows) and lines of one reply are kept. */
const MOST_OPEN = 5_000;
const MOST_REPLY_LINES = 5_000;

function withinBounds(state: Conversation, emit: Emit): Conversation {
  if (state.open.length <= MOST_OPEN) return state;
  const oldest = state.open[0] as OpenExchange;
  emit(lost(oldest));
  return withOpen(state, state.open.slice(1));
}

/** Ends the session: everything still open is emitted as it stands. */
export function endConversation(state: Conversation, emit: Emit): void {
  let now = flushPartial(state, emit);
  now = decideHeld(now, !givesUp(now), emit);
  if (now.mode.name === 'data') now = endOfData(now, now.mode.data, 'open');
  if (now.mode.name === 'bdat') now = endOfChunk(now, now.mode.data, 'open');
  for (const exchange of now.open) emit(exchange);
}

/** DATA was never answered, and all that came behind it is what a client says that goes away. */
function givesUp({ mode }: Conversation): boolean {
  return mode.name === 'undecided' && mode.held.every(({ text }) => LEAVES.test(text));
}

/**
 * True when `said` opens another session in the same log: a 220 that nothing asked for after the session was greeted.
 * Only for formats that do not mark where a connection begins.
 */
export function opensNextSession(state: Conversation, said: Utterance): boolean {
  if (said.speaker !== 'server' || state.open.length > (state.early?.length ?? 0)) return false;
  if (state.partial.length > 0) return false;
  if (!(state.greeted || state.clientSeen) || !said.text.startsWith('220')) return false;
  // Where the client is not shown, the answer to STARTTLS; a greeting has a name there.
  if (!state.clientSeen && enhancedCodeOf(said.text.slice(4)) !== undefined) return false;
  return state.mode.name === 'command' || state.mode.name === 'closed';
}

// --- the client ---------------------------------------------------------------------------------------------------

function clientSays(before: Conversation, said: Said, emit: Emit): Conversation {
  const seen = seesCiphertext(before, said);
  if (seen !== undefined) {
    emit({ kind: 'unreadable', said });
    return seen;
  }
  const now = before.injected > 0 ? dropInjected(before, emit) : before;
  const state = now.unread > 0 || now.unreadLast ? settleUnread(now, said, emit) : now;
  const { mode } = state;
  if (said.kind === 'command') {
    const framed = decideHeld(state, true, emit);
    return command(leavePayload(framed, 'complete'), said);
  }
  if (said.kind === 'data' || said.kind === 'end-of-data' || said.elided?.what === 'data') {
    return dataLine(enterData(state, emit), said);
  }
  if ((said.kind === 'secret' || said.elided?.what === 'secret') && openAuth(state) >= 0) return response(state, said);
  switch (mode.name) {
    case 'command':
    case 'closed':
      if (state.early !== undefined && said.elided === undefined) {
        // The dot shows that the log began inside a message, even where its lines read as commands.
        if (said.text === '.' && state.open.every(mayBeData))
          return clientSays(headless(withOpen(state, NOTHING_OPEN), saidIn(state.open)), said, emit);
        const last = state.open.at(-1);
        if (
          last?.kind === 'message' &&
          last.data.last?.text === '.' &&
          state.partial.length === 0 &&
          !isSureCommand(said)
        )
          return clientSays(reopened(state, last), said, emit);
        if (state.adrift) return isSureCommand(said) ? command(ashore(state), said) : hold(state, [], said, emit);
      }
      return awaitsResponseUnseen(state, before.unread > 0, said) ? response(state, said) : command(state, said);
    case 'undecided':
      return hold(state, mode.held, said, emit);
    case 'data':
      return dataLine(state, said);
    case 'bdat':
      return chunkLine(state, mode.left, mode.data, said);
    case 'auth':
      if (openAuth(state) >= 0) return response(state, said);
      // The answer to a challenge that the log begins with.
      if (isSureCommand(said)) return command(state, said);
      emit({ kind: 'unreadable', said });
      return inMode(state, COMMAND);
    default:
      return mode satisfies never;
  }
}

function mayBeData(exchange: OpenExchange): boolean {
  return exchange.kind === 'command' && exchange.data === undefined && !isData(exchange);
}

function saidIn(open: readonly OpenExchange[]): Said[] {
  return open.flatMap((each) => (each.kind === 'command' ? [each.command.said, ...each.responses] : []));
}

/** Nobody takes it for a line of a message or the answer to a challenge. */
function isSureCommand(said: Said): boolean {
  const { verb } = readCommand(said);
  return isKnownVerb(verb) && (said.text.startsWith(verb) || readsAsCommand(said.text));
}

/** The state when `said` is part of a TLS record; undefined when it may be SMTP. */
function seesCiphertext(state: Conversation, said: Said): Conversation | undefined {
  const { ciphertext, mode } = state;
  if (said.elided !== undefined) return undefined;
  if (ciphertext === 'none' && (state.greeted || !said.text.startsWith(TLS_RECORD))) return undefined;
  if (mode.name !== 'command' && mode.name !== 'closed') return undefined;
  if (ciphertext === 'seen') return isKnownVerb(readCommand(said).verb) ? undefined : state;
  return CIPHERTEXT.test(said.text) ? withCiphertext(state) : undefined;
}

/** How a handshake record begins (RFC 8446 §5.1). */
const TLS_RECORD = '\u0016\u0003';

/** Octets that no line of SMTP has, also as a log shows what it could not decode. */
const CIPHERTEXT = /[\u0000-\u0008\u000e-\u001f\ufffd]/;

/** Nothing answered them until the client went on, inside TLS: the server threw them away. */
function dropInjected(state: Conversation, emit: Emit): Conversation {
  const next = copyOf(state);
  next.injected = 0;
  const framed = decideHeld(next, false, emit);
  for (const exchange of framed.open) emit(lost(exchange, 'dropped'));
  return withOpen(framed, NOTHING_OPEN, framed.mode.name === 'undecided' ? COMMAND : framed.mode);
}

function command(state: Conversation, said: Said): Conversation {
  const read = readCommand(said);
  const { open } = state;
  // Index -1 would be looked up as a name.
  const last = open.length === 0 ? undefined : open[open.length - 1];
  const waiting = last && lastLineOf(last);
  const stray = state.dataRefused && !isKnownVerb(read.verb);
  const exchange: Mutable<CommandExchange> = {
    kind: 'command',
    command: read,
    replies: NO_REPLIES,
    responses: NO_RESPONSES,
    data: undefined,
    sentBeforeReplyTo: waiting,
    sentBeforeGreeting: state.greeted ? undefined : true,
    afterRefusedData: stray ? true : undefined,
    lost: undefined,
  };
  const next = copyOf(state);
  next.open = last === undefined ? [exchange] : [...open, exchange];
  next.mode = modeAfter(state, read);
  next.dataRefused = stray && said.text !== '.';
  return next;
}

const NO_REPLIES: readonly Reply[] = [];
const NO_RESPONSES: readonly Said[] = [];
const COMMAND: Mode = { name: 'command' };
const AUTH: Mode = { name: 'auth' };
const CLOSED: Mode = { name: 'closed' };
const NEW_DATA: Mode = { name: 'data', data: NO_DATA };

function modeAfter(state: Conversation, { verb, argument }: Command): Mode {
  if (verb === 'DATA') return state.serverSeen ? { name: 'undecided', held: [] } : NEW_DATA;
  if (verb === 'BDAT') {
    const octets = /^\s*(\d{1,15})(?:\s|$)/.exec(argument)?.[1];
    if (octets !== undefined && Number(octets) > 0) return { name: 'bdat', left: Number(octets), data: NO_DATA };
  }
  return COMMAND;
}

/** In a log of the client's lines only, or behind an answer that could not be read, what follows AUTH and is no verb is a response to a challenge not shown. */
function awaitsResponseUnseen(state: Conversation, isUnread: boolean, said: Said): boolean {
  if (state.serverSeen && !isUnread) return false;
  const last = state.open.at(-1);
  return last?.kind === 'command' && last.command.verb === 'AUTH' && !isKnownVerb(readCommand(said).verb);
}

function openAuth(state: Conversation): number {
  return state.open.findIndex((exchange) => exchange.kind === 'command' && exchange.command.verb === 'AUTH');
}

function response(state: Conversation, said: Said): Conversation {
  const index = openAuth(state);
  const auth = state.open[index];
  if (auth?.kind !== 'command') return command(state, said);
  const answered = exchangeLike(auth);
  answered.responses = [...auth.responses, said];
  return withOpen(state, state.open.with(index, answered), settled(state.mode));
}

/** The mail data to which the client's next line will be added, whatever it says; undefined before the first line of it. */
export function dataOf({ mode, injected, clientSeen }: Conversation): MailData | undefined {
  return mode.name === 'data' && mode.data.first !== undefined && injected === 0 && clientSeen ? mode.data : undefined;
}

// --- payload ------------------------------------------------------------------------------------------------------

/** Lines held back while the answer to DATA is missing. Beyond it they are taken as data. */
const MOST_HELD = 1000;

function hold(state: Conversation, held: readonly Said[], said: Said, emit: Emit): Conversation {
  if (state.adrift && said.text === '.') return clientSays(headless(state, held), said, emit);
  const next = inMode(state, { name: 'undecided', held: [...held, said] });
  return held.length < MOST_HELD ? next : decide(next, true, emit);
}

/** What the log begins with is the rest of a message: how it began is not known. */
function headless(state: Conversation, held: readonly Said[]): Conversation {
  let data: MailData = { ...NO_DATA, elided: true };
  for (const said of held) data = addLine(data, said);
  return inMode(ashore(state), { name: 'data', data: { ...data, commandLike: [], oddities: [] } });
}

/** What was taken for the final dot was none: the tool shows the message before its dots are doubled. */
function reopened(state: Conversation, { data }: MessageExchange): Conversation {
  const whole = data.last === undefined ? data : addLine({ ...data }, data.last);
  return withOpen(state, state.open.slice(0, -1), { name: 'data', data: { ...whole, oddities: [] } });
}

/** What the log begins with is answered: a refused line may be a command, others are what is left of a message or an AUTH. */
function answerHeadless(state: Conversation, held: readonly Said[], code: number, emit: Emit): Conversation {
  if (held.length === 1 && REFUSES_COMMAND.has(code)) return decide(ashore(state), false, emit);
  if (OF_AUTH.has(code)) {
    for (const said of held) emit({ kind: 'unreadable', said });
    return inMode(ashore(state), COMMAND);
  }
  return leavePayload(headless(state, held), 'complete');
}

const REFUSES_COMMAND: ReadonlySet<number> = new Set([221, 421, 500, 501, 502, 503, 504, 555]);
const OF_AUTH: ReadonlySet<number> = new Set([235, 334, 535]);

/** The answer to DATA is known: what was held is data, or commands. */
function decide(state: Conversation, isData: boolean, emit: Emit): Conversation {
  const held = state.mode.name === 'undecided' ? state.mode.held : [];
  let now = inMode(state, isData ? NEW_DATA : COMMAND);
  for (const said of held) now = clientSays(now, said, emit);
  return now;
}

/** No answer to DATA will come: what is held is `isData`, or commands. Another DATA may be among it. */
function decideHeld(state: Conversation, isData: boolean, emit: Emit): Conversation {
  let now = state;
  while (now.mode.name === 'undecided' && now.mode.held.length > 0) now = decide(now, isData, emit);
  return now;
}

function enterData(state: Conversation, emit: Emit): Conversation {
  if (state.mode.name === 'data' || state.mode.name === 'bdat') return state;
  if (state.mode.name === 'undecided') return enterData(decide(state, true, emit), emit);
  return inMode(state, NEW_DATA);
}

function dataLine(state: Conversation, said: Said): Conversation {
  const { mode } = state;
  if (mode.name === 'bdat') return chunkLine(state, mode.left, mode.data, said);
  const data = mode.name === 'data' ? mode.data : NO_DATA;
  if (said.kind === 'end-of-data' || (said.text === '.' && said.elided === undefined && endsData(state, data, said))) {
    return endOfData(state, data, 'complete', said);
  }
  const next = addLine(data, said);
  return next === data ? state : inMode(state, { name: 'data', data: next });
}

/**
 * Only CRLF.CRLF ends the data (RFC 5321 §4.1.1.4). A client that ends all its lines in another way means its dot; among
 * proper lines such a dot is data, unless the server answers it.
 */
function endsData(state: Conversation, data: MailData, said: Said): boolean {
  if (!isOddLineEnd(said) && (data.last === undefined || !isOddLineEnd(data.last))) return true;
  const command = dataCommand(state);
  return command === undefined || isOddLineEnd(command.said);
}

function dataCommand(state: Conversation): Command | undefined {
  const open = state.open.findLast((exchange) => exchange.kind === 'command' && exchange.command.verb === 'DATA');
  return open?.kind === 'command' ? open.command : state.lastData;
}

function endOfData(state: Conversation, data: MailData, end: MailData['end'], by?: Said): Conversation {
  const message: MessageExchange = {
    kind: 'message',
    command: dataCommand(state),
    data: ended(data, end, by),
    replies: [],
    expected: state.lmtp ? Math.max(1, state.recipients) : 1,
  };
  return withOpen(state, [...state.open, message], COMMAND);
}

/** A chunk is counted in octets, not lines (RFC 3030 §2): the log's lines stand for their text and a CRLF each. */
function chunkLine(state: Conversation, left: number, data: MailData, said: Said): Conversation {
  const next = addLine(data, said);
  const used = said.elided === undefined ? octetsOf(said) : (said.elided.octets ?? left);
  if (left - used > 0) return inMode(state, { name: 'bdat', left: left - used, data: next });
  return endOfChunk(state, next, 'complete');
}

function endOfChunk(state: Conversation, data: MailData, end: MailData['end']): Conversation {
  const index = state.open.findLastIndex(
    (exchange) => exchange.kind === 'command' && exchange.command.verb === 'BDAT' && exchange.data === undefined,
  );
  const chunk = state.open[index];
  if (chunk?.kind !== 'command') return inMode(state, COMMAND);
  const sent = exchangeLike(chunk);
  sent.data = ended(data, end);
  return withOpen(state, state.open.with(index, sent), COMMAND);
}

/** Something came that ends the payload in place of its dot or octet count. */
function leavePayload(state: Conversation, unlessSeen: 'complete' | 'interrupted'): Conversation {
  const { mode } = state;
  if (mode.name !== 'data' && mode.name !== 'bdat') return state;
  const { data } = mode;
  const answered = mode.name === 'data' && data.last !== undefined && isOddEnd(data, data.last);
  const end = data.elided || data.first === undefined || answered ? 'complete' : unlessSeen;
  const shown: MailData =
    data.first === undefined ? unseen(data) : answered && data.last?.text === '.' ? withoutDot(data, data.last) : data;
  return mode.name === 'data' ? endOfData(state, shown, end) : endOfChunk(state, shown, end);
}

// --- the server ---------------------------------------------------------------------------------------------------

function serverSays(state: Conversation, said: Said, emit: Emit): Conversation {
  // The tool shows only the first line of the reply: what it lacks is unknown, and the next line is another reply.
  if (said.elided?.what === 'lines') return flushPartial(state, emit);
  if (said.elided?.what === 'secret') return answerUnseen(state, emit);
  const line = readReplyLine(said);
  if (line === undefined) {
    emit({ kind: 'unreadable', said });
    const octets = state.ciphertext === 'expected' && CIPHERTEXT.test(said.text);
    return octets ? withCiphertext(state) : answerUnread(state, emit);
  }
  const { mode, adrift } = state;
  const before = adrift && mode.name === 'undecided' ? answerHeadless(state, mode.held, line.code, emit) : state;
  const now = said.answers === 'last' ? skipToLast(before, emit) : beforeReply(before, line);
  const { partial } = now;
  const first = partial.length === 0;
  const lines = first ? [line] : (partial as ReplyLine[]);
  if (!first) lines.push(line);
  if (!line.last && lines.length <= MOST_REPLY_LINES) return first ? withPartial(now, lines) : now;
  return pair(first ? now : withPartial(now, NO_LINES), joinReply(lines, true), emit);
}

/** A reply that comes as a whole can be taken as one: `converseReply` gives what its lines would, one by one. */
export function takesReplies({ mode, partial, serverSeen }: Conversation): boolean {
  return mode.name === 'command' && partial.length === 0 && serverSeen;
}

/** As `converse`, for all lines of a reply. */
export function converseReply(state: Conversation, lines: readonly ReplyLine[], emit: Emit): Conversation {
  return pair(state, joinReply(lines, true), emit);
}

const NO_LINES: readonly ReplyLine[] = [];

/** The answer to DATA interrupts nothing, even where the lines behind it were taken for data before it came. */
function beforeReply(state: Conversation, line: ReplyLine): Conversation {
  const { mode } = state;
  // What was sent ahead of a chunk may be answered in the middle of it.
  if (mode.name === 'bdat' && state.open[0] !== undefined && !isChunk(state.open[0])) return state;
  const answersData = mode.name === 'data' && state.open.some((each) => each.kind === 'command' && isData(each));
  if (!answersData) return leavePayload(state, 'interrupted');
  if (line.code === 354) return state;
  if (mode.data.first !== undefined) return leavePayload(state, 'interrupted');
  return inMode(state, { name: 'undecided', held: [] });
}

function isChunk(exchange: OpenExchange): boolean {
  return exchange.kind === 'command' && exchange.command.verb === 'BDAT' && exchange.data === undefined;
}

function isData({ command }: CommandExchange): boolean {
  return command.verb === 'DATA';
}

/** AUTH was answered, but the log hides the whole exchange: it counts as accepted. */
function answerUnseen(state: Conversation, emit: Emit): Conversation {
  const auth = state.open.find((exchange) => exchange.kind === 'command' && exchange.command.verb === 'AUTH');
  if (auth === undefined) return state;
  emit(auth);
  const open = state.open.filter((exchange) => exchange !== auth);
  return withOpen(state, open, settled(state.mode));
}

/**
 * A line without a code may be the answer to what was asked, or stand before it. In a group, the first of a run is taken for
 * an answer, so that the others keep theirs; else what the client does next tells.
 */
function answerUnread(state: Conversation, emit: Emit): Conversation {
  const { open, partial, mode } = state;
  const asked = open[0];
  if (asked === undefined || partial.length > 0 || (mode.name !== 'command' && mode.name !== 'undecided')) return state;
  const next = copyOf(state);
  next.unreadLast = true;
  if (open.length > 1 && !state.unreadLast) {
    emit(lost(asked, 'unreadable'));
    next.open = open.slice(1);
  } else next.unread++;
  return next;
}

/** The client goes on: what was open has been answered by the lines that could not be read. */
function settleUnread(state: Conversation, said: Said, emit: Emit): Conversation {
  const { mode, unread } = state;
  const next = copyOf(state);
  next.unreadLast = false;
  const isResponse = openAuth(state) >= 0 && !isKnownVerb(readCommand(said).verb);
  if (unread === 0 || (mode.name === 'undecided' && !isOver(mode.held, unread, said))) return next;
  next.unread = 0;
  if (isResponse || mode.name === 'data' || mode.name === 'bdat') return next;
  const framed = mode.name === 'undecided' && mode.held.length > 0 ? decide(next, true, emit) : next;
  for (const unanswered of framed.open.slice(0, unread)) emit(lost(unanswered, 'unreadable'));
  return withOpen(greetedNow(framed), framed.open.slice(unread), COMMAND);
}

/** After a DATA whose answer could not be read: no message followed, or its answer could not be read either. */
function isOver(held: readonly Said[], unread: number, said: Said): boolean {
  if (held.length === 0) return LEAVES.test(said.text);
  return unread > 1 && held.at(-1)?.text === '.';
}

/** What a client says that goes away. */
const LEAVES = /^(?:RSET|QUIT)\s*$/i;

/** What was asked before the last command was answered, too, but the log does not show how. */
function skipToLast(state: Conversation, emit: Emit): Conversation {
  const { mode } = state;
  const nothingSent = mode.name === 'data' && mode.data.first === undefined;
  const now = nothingSent ? inMode(state, COMMAND) : leavePayload(state, 'interrupted');
  for (const unanswered of now.open.slice(0, -1)) emit(lost(unanswered));
  return withOpen(greetedNow(now), now.open.slice(-1));
}

function flushPartial(state: Conversation, emit: Emit): Conversation {
  if (state.partial.length === 0) return pairEarly(state, emit);
  const framed = withPartial(leavePayload(state, 'interrupted'), NO_LINES);
  return pairEarly(pair(framed, joinReply(state.partial, false), emit), emit);
}

function pair(before: Conversation, reply: Reply, emit: Emit): Conversation {
  const state = reply.code === 220 ? pairEarly(before, emit) : before;
  if (!state.greeted && isGreeting(state, reply)) {
    emit({ kind: 'greeting', replies: [reply] });
    return fromTheStart(greetedNow(withLmtp(state)));
  }
  const { early, open, mode } = state;
  if (early === undefined || open.length === 0 || mode.name === 'bdat') return pairNext(state, reply, emit);
  const next = copyOf(state);
  next.early = [...early, reply];
  return TELLTALE.has(reply.code) || next.early.length > open.length + MOST_UNSEEN ? pairEarly(next, emit) : next;
}

/** More commands are hardly ever sent in one group. */
const MOST_UNSEEN = 100;

/** The client goes on, or what the last reply answers shows by its code: so it shows what the ones before it answer. */
function pairEarly(state: Conversation, emit: Emit): Conversation {
  const { early, open } = state;
  if (early === undefined || early.length === 0) return state;
  const verb = TELLTALE.get(early.at(-1)?.code ?? 0);
  const last = open.findLastIndex((each) => each.kind === 'command' && each.command.verb === verb);
  const unseen = early.length - (last < 0 ? open.length : last + 1);
  let now = fromTheStart(state);
  for (const [index, reply] of early.entries()) {
    if (index < unseen) emit({ kind: 'unasked', replies: [reply] });
    else now = pairNext(now, reply, emit);
  }
  return now;
}

function pairNext(state: Conversation, reply: Reply, emit: Emit): Conversation {
  const now = synchronise(skipUnseenGoAhead(greetedNow(state), reply, emit), reply, emit);
  const asked = now.open[0];
  if (asked === undefined || isOfMessage(now, asked, reply)) {
    emit({ kind: 'unasked', replies: [reply] });
    if (asked !== undefined) return now;
    if (reply.code === 421) return inMode(now, CLOSED);
    if (reply.code === 334) return inMode(ashore(now), AUTH);
    // What was asked is not shown: what comes next may be a message.
    const next = copyOf(now);
    next.adrift = reply.code === 354;
    if (next.adrift) next.early = NONE_EARLY;
    return next;
  }
  const sure = ashore(now);
  return asked.kind === 'message' ? answerMessage(sure, asked, reply, emit) : answerCommand(sure, asked, reply, emit);
}

/** LMTP answers a message once for each recipient; where the log may be of LMTP, QUIT behind it is not what is answered. */
function isOfMessage({ lmtp }: Conversation, asked: OpenExchange, { code }: Reply): boolean {
  return lmtp === undefined && asked.kind === 'command' && asked.command.verb === 'QUIT' && code === 250;
}

function isGreeting(state: Conversation, reply: Reply): boolean {
  const asked = state.open[0];
  if (asked === undefined) {
    if (state.clientSeen || answersACommand(reply)) return false;
    return state.adrift ? GREETINGS.has(reply.code) : reply.code < 230 || reply.code >= 400;
  }
  return reply.code === 220 && !(asked.kind === 'command' && asked.command.verb === 'STARTTLS');
}

/** RFC 5321 §4.3.2, RFC 7504: another code is no greeting where the log may begin behind it. */
const GREETINGS: ReadonlySet<number> = new Set([220, 421, 521, 554]);

/** A refusal that no greeting gives: of a command, of credentials, of an address, of a mailbox. The log begins behind it. */
function answersACommand({ code, enhanced }: Reply): boolean {
  if (code === 421 || code === 554) return false;
  return ONLY_ANSWERS.has(code) || /^[45]\.[12]\./.test(enhanced ?? '');
}

const ONLY_ANSWERS: ReadonlySet<number> = new Set([500, 501, 502, 503, 504, 534, 535, 538, 551, 552, 553, 555]);

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
  return withOpen(state, state.open.slice(index));
}

/** 2yz never answers DATA, so it is about the message behind it: the log (IIS) does not show the 354. */
function skipUnseenGoAhead(state: Conversation, reply: Reply, emit: Emit): Conversation {
  const asked = state.open[0];
  if (asked?.kind !== 'command' || !isData(asked)) return state;
  const { unread, mode } = state;
  const isUnread = unread > 0 && mode.name === 'undecided' && mode.held.at(-1)?.text === '.';
  if (!isUnread && (reply.code < 200 || reply.code > 299)) return state;
  if (state.injected > 0) return state;
  const framed = state.mode.name === 'undecided' ? decide(state, true, emit) : state;
  if (framed.open[1]?.kind !== 'message') return state;
  emit(lost(asked, unread > 0 ? 'unreadable' : 'unseen'));
  return withOpen(framed, framed.open.slice(1));
}

function answerMessage(state: Conversation, message: MessageExchange, reply: Reply, emit: Emit): Conversation {
  const replies = [...message.replies, reply];
  // 353 (PRDR, draft-hall-prdr): one reply for each accepted recipient and one for the message are still to come.
  const expected = reply.code === 353 ? replies.length + state.recipients + 1 : message.expected;
  const { command, data } = message;
  const answered: MessageExchange = { kind: 'message', command, data, replies, expected };
  if (replies.length < expected && reply.code !== 421) return withOpen(state, state.open.with(0, answered));
  emit(answered);
  const next = copyOf(state);
  next.open = withoutFirst(state.open);
  next.recipients = 0;
  return next;
}

/** In LMTP each accepted recipient is answered for, after the last chunk as after a message (RFC 2033 §4.2, RFC 3030 §2). */
function isLastChunk({ command: { verb, argument } }: CommandExchange): boolean {
  return verb === 'BDAT' && /\bLAST\s*$/i.test(argument);
}

function answerCommand(state: Conversation, asked: CommandExchange, reply: Reply, emit: Emit): Conversation {
  const answered = withReply(asked, reply);
  const { verb } = asked.command;
  if (verb === 'AUTH' && reply.code === 334) {
    const mode = state.mode.name === 'command' ? AUTH : state.mode;
    return withOpen(state, state.open.with(0, answered), mode);
  }
  const isLast = isLastChunk(asked);
  if (isLast && state.lmtp && answered.replies.length < state.recipients && reply.code !== 421) {
    return withOpen(state, state.open.with(0, answered));
  }
  emit(answered);
  const good = reply.code >= 200 && reply.code < 400;
  const rest = copyOf(state);
  rest.open = withoutFirst(state.open);
  rest.mode = settled(state.mode);
  rest.injected = Math.max(0, state.injected - 1);
  if (reply.code === 421) {
    rest.dataRefused = verb === 'DATA';
    return closed(rest, verb !== 'DATA', emit);
  }
  switch (verb) {
    case 'DATA':
      if (good) rest.lastData = asked.command;
      else rest.dataRefused = true;
      return good ? goAhead(rest, emit) : decide(rest, false, emit);
    case 'STARTTLS':
      if (!good) return rest;
      rest.injected = rest.open.length;
      rest.ciphertext = 'expected';
      return rest;
    case 'QUIT':
      return good ? closed(rest, true, emit) : rest;
    case 'MAIL':
    case 'RSET':
      if (good) rest.recipients = 0;
      return rest;
    case 'HELO':
    case 'EHLO':
    case 'LHLO':
      if (!good) return rest;
      rest.recipients = 0;
      rest.lmtp = verb === 'LHLO';
      return rest;
    case 'RCPT':
      if (good) rest.recipients++;
      return rest;
    case 'BDAT':
      if (isLast) rest.recipients = 0;
      return rest;
    default:
      return rest;
  }
}

function withoutFirst(open: readonly OpenExchange[]): readonly OpenExchange[] {
  return open.length === 1 ? NOTHING_OPEN : open.slice(1);
}

function withReply(asked: CommandExchange, reply: Reply): CommandExchange {
  const answered = exchangeLike(asked);
  answered.replies = asked.replies.length === 0 ? [reply] : [...asked.replies, reply];
  return answered;
}

/** A command to be changed before anybody sees it, as `copyOf` does it. */
function exchangeLike(asked: CommandExchange): Mutable<CommandExchange> {
  const { command, replies, responses, data, sentBeforeReplyTo, sentBeforeGreeting, afterRefusedData, lost } = asked;
  return {
    kind: 'command',
    command,
    replies,
    responses,
    data,
    sentBeforeReplyTo,
    sentBeforeGreeting,
    afterRefusedData,
    lost,
  };
}

/** What was asked, when it shall not count that no answer came. */
function lost(exchange: OpenExchange, how: CommandExchange['lost'] = 'unseen'): OpenExchange {
  if (exchange.kind !== 'command') return { ...exchange, lost: how };
  const unanswered = exchangeLike(exchange);
  unanswered.lost = how;
  return unanswered;
}

const NOTHING_OPEN: readonly OpenExchange[] = [];

/** The server closes. What still waits to be told data from commands is what the client meant it to be. */
function closed(state: Conversation, isData: boolean, emit: Emit): Conversation {
  const framed = decideHeld(state, isData, emit);
  return inMode(leavePayload(framed, 'interrupted'), CLOSED);
}

/** DATA was accepted: data follows, unless the lines behind it have been taken for that already. */
function goAhead(state: Conversation, emit: Emit): Conversation {
  const taken = state.mode.name === 'data' || state.open[0]?.kind === 'message';
  return taken ? state : decide(state, true, emit);
}

/** A response that was due is not any more once the AUTH is answered; held lines stay held. */
function settled(mode: Mode): Mode {
  return mode.name === 'auth' ? COMMAND : mode;
}

// --- the tool -----------------------------------------------------------------------------------------------------

function toolSays(state: Conversation, told: Told, emit: Emit): Conversation {
  const { event } = told;
  switch (event.type) {
    case 'gap': {
      const held = decideHeld(state, true, emit);
      const framed = held.mode.name === 'undecided' ? decide(held, true, emit) : held;
      const now = leavePayload(flushPartial(framed, emit), 'complete');
      for (const exchange of now.open) emit(lost(exchange));
      emit({ kind: 'event', told });
      const next = copyOf(now);
      next.open = NOTHING_OPEN;
      next.greeted = true;
      next.mode = COMMAND;
      next.dataRefused = false;
      next.injected = 0;
      next.adrift = true;
      next.early = NONE_EARLY;
      return next;
    }
    case 'tls':
      emit({ kind: 'event', told });
      return ashore(event.unseenStart ? greetedNow(state) : state);
    case 'error': {
      const kept = event.about === 'renegotiation' && state.mode.name === 'command' ? state.open.at(-1) : undefined;
      if (kept?.kind === 'command') emit(lost(kept, 'dropped'));
      emit({ kind: 'event', told });
      return kept?.kind === 'command' ? withOpen(state, state.open.slice(0, -1)) : state;
    }
    case 'close': {
      const now = flushPartial(state, emit);
      emit({ kind: 'event', told });
      return now.mode.name === 'command' || now.mode.name === 'auth' ? inMode(now, CLOSED) : now;
    }
    case 'connect':
      emit({ kind: 'event', told });
      return event.whole ? fromTheStart(withLmtp(state)) : state;
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
