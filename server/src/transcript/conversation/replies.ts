import { joinReply, readReplyLine } from '../reply';
import {
  type CommandExchange,
  isBefore,
  type MessageExchange,
  type Reply,
  type ReplyLine,
  type Said,
} from '../transcript';
import { answerHeadless, decide, decideHeld } from './client';
import { leavePayload } from './payload';
import {
  AUTH,
  ashore,
  CIPHERTEXT,
  CLOSED,
  COMMAND,
  type Conversation,
  copyOf,
  DOUBTFUL_DATA,
  type Emit,
  exchangeLike,
  fromTheStart,
  greetedNow,
  inMode,
  isData,
  LEFT,
  lost,
  NEW_DATA,
  NO_LINES,
  NONE_EARLY,
  NOTHING_OPEN,
  type OpenExchange,
  openAuth,
  settled,
  settledAsTls,
  withCiphertext,
  withLmtp,
  withOpen,
  withPartial,
} from './state';

/** So many lines of one reply are kept. */
const MOST_REPLY_LINES = 5_000;

export function serverSays(before: Conversation, said: Said, emit: Emit): Conversation {
  const state = before.ciphertext === 'offered' ? answerToTls(before, said, emit) : before;
  // The tool shows only the first line of the reply: what it lacks is unknown, and the next line is another reply.
  if (said.elided?.what === 'lines') return flushPartial(state, emit);
  if (said.elided?.what === 'secret') return answerUnseen(state, emit);
  const line = readReplyLine(said);
  if (line === undefined) {
    emit({ kind: 'unreadable', said });
    if (state.ciphertext === 'seen') return state;
    const octets = state.ciphertext === 'expected' && CIPHERTEXT.test(said.text);
    return octets ? withCiphertext(state) : answerUnread(state, emit);
  }
  const { mode, adrift } = state;
  const known = adrift && mode.name === 'undecided' ? answerHeadless(state, mode.held, line.code, emit) : state;
  const next = said.answers === 'last' ? skipToLast(known, emit) : beforeReply(known, line);
  const now = isCut(next, line) ? cutShort(next, emit) : next;
  const { partial } = now;
  const first = partial.length === 0;
  const lines = first ? [line] : (partial as ReplyLine[]);
  if (!first) lines.push(line);
  if (!line.last && lines.length <= MOST_REPLY_LINES) return first ? withPartial(now, lines) : now;
  return pair(first ? now : withPartial(now, NO_LINES), joinReply(lines, true), emit);
}

/** A client began with TLS: the server answers with that, or does not understand it. */
function answerToTls(state: Conversation, said: Said, emit: Emit): Conversation {
  return readReplyLine(said) === undefined ? settledAsTls(state, emit) : withCiphertext(state, 'none');
}

/** The client has gone on since, and what the server says now is another reply: the log has lost the end of the first. */
function isCut({ partial, open }: Conversation, { code }: ReplyLine): boolean {
  const before = partial.at(-1);
  if (before === undefined || before.code === code) return false;
  const asked = open.at(-1);
  return asked?.kind === 'command' && isBefore(before.said, asked.command.said);
}

/** What was asked behind the lines that are shown did not go before their end. */
function cutShort(state: Conversation, emit: Emit): Conversation {
  const now = flushPartial(state, emit);
  const [next, ...others] = now.open;
  if (next?.kind !== 'command' || now.open.length === state.open.length) return now;
  const alone = exchangeLike(next);
  alone.sentBeforeReplyTo = undefined;
  return withOpen(now, [alone, ...others]);
}

/** A reply that comes as a whole can be taken as one: `converseReply` gives what its lines would, one by one. */
export function takesReplies({ mode, partial, serverSeen }: Conversation): boolean {
  return mode.name === 'command' && partial.length === 0 && serverSeen;
}

/** As `converse`, for all lines of a reply. */
export function converseReply(state: Conversation, lines: readonly ReplyLine[], emit: Emit): Conversation {
  return pair(state, joinReply(lines, true), emit);
}

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

/** AUTH was answered, but the log hides the whole exchange: it counts as accepted. */
function answerUnseen(state: Conversation, emit: Emit): Conversation {
  const auth = state.open[openAuth(state)];
  if (auth?.kind !== 'command') return state;
  const answered = exchangeLike(auth);
  answered.answerHidden = true;
  emit(answered);
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

/** What was asked before the last command was answered, too, but the log does not show how. */
function skipToLast(state: Conversation, emit: Emit): Conversation {
  const { mode } = state;
  const nothingSent = mode.name === 'data' && mode.data.first === undefined;
  const now = nothingSent ? inMode(state, COMMAND) : leavePayload(state, 'interrupted');
  for (const unanswered of now.open.slice(0, -1)) emit(lost(unanswered));
  return withOpen(greetedNow(now), now.open.slice(-1));
}

export function flushPartial(state: Conversation, emit: Emit): Conversation {
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
export function pairEarly(state: Conversation, emit: Emit): Conversation {
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
      return good ? goAhead(rest, reply.code < 300, emit) : decide(rest, false, emit);
    case 'STARTTLS':
      if (!good) return rest;
      rest.injected = rest.open.length;
      rest.ciphertext = 'expected';
      return rest;
    case 'QUIT':
      return good ? inMode(closed(rest, true, emit), LEFT) : rest;
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

/** The server closes. What still waits to be told data from commands is what the client meant it to be. */
export function closed(state: Conversation, isData: boolean, emit: Emit): Conversation {
  const framed = decideHeld(state, isData, emit);
  return inMode(leavePayload(framed, 'interrupted'), CLOSED);
}

/** DATA was accepted: data follows, unless the lines behind it have been taken for that already. */
function goAhead(state: Conversation, doubtful: boolean, emit: Emit): Conversation {
  const taken = state.mode.name === 'data' || state.open[0]?.kind === 'message';
  return taken ? state : decide(state, true, emit, doubtful ? DOUBTFUL_DATA : NEW_DATA);
}
