/** What the client says: commands, payload, responses, and what is held back until it is known which of them it is. */
import { isKnownVerb, readCommand, readsAsCommand } from '../command';
import { NO_DATA } from '../mailData';
import type { Command, CommandExchange, Said } from '../transcript';
import { chunkLine, dataLine, headless, lastLineOf, leavePayload, reopened } from './payload';
import {
  ashore,
  CIPHERTEXT,
  COMMAND,
  type Conversation,
  copyOf,
  type Emit,
  exchangeLike,
  greetedNow,
  inMode,
  isData,
  lost,
  type Mode,
  type Mutable,
  NEW_DATA,
  NO_REPLIES,
  NO_RESPONSES,
  NOTHING_OPEN,
  type OpenExchange,
  openAuth,
  settled,
  withCiphertext,
  withOpen,
} from './state';

/** DATA was never answered, and all that came behind it is what a client says that goes away. */
export function givesUp({ mode }: Conversation): boolean {
  return mode.name === 'undecided' && mode.held.every(({ text }) => LEAVES.test(text));
}

export function clientSays(before: Conversation, said: Said, emit: Emit): Conversation {
  if (offersTls(before, said)) return awaitingServer(before, said);
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
    case 'closed': {
      // The answer to a challenge that the log does not show.
      if (said.elided?.what === 'secret' && state.adrift && state.open.length === 0) {
        emit({ kind: 'unreadable', said });
        return state;
      }
      const inMessage = unseenMessage(state, said);
      if (inMessage !== undefined) return clientSays(inMessage, said, emit);
      const adrift = state.early !== undefined && state.adrift && said.elided === undefined;
      if (adrift) return isSureCommand(said) ? command(ashore(state), said) : hold(state, [], said, emit);
      return awaitsResponseUnseen(state, before.unread > 0, said) ? response(state, said) : command(state, said);
    }
    case 'undecided':
      return hold(state, mode.held, said, emit);
    case 'data':
      // The client that took it for a refusal goes away.
      if (mode.doubtful && LEAVES.test(said.text)) return command(inMode(state, COMMAND), said);
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

/** The state inside a message whose beginning the log does not show, when `said` tells that it is one; undefined otherwise. */
function unseenMessage(state: Conversation, said: Said): Conversation | undefined {
  const { early, open, partial } = state;
  if (early === undefined || said.elided !== undefined) return undefined;
  // The dot shows that the log began inside it, even where its lines read as commands.
  if (said.text === '.' && open.every(mayBeData)) return headless(withOpen(state, NOTHING_OPEN), saidIn(open));
  const last = open.at(-1);
  const dot = last?.kind === 'message' && last.data.last?.text === '.' && partial.length === 0 ? last : undefined;
  return dot === undefined || isSureCommand(said) ? undefined : reopened(state, dot);
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

/** The client begins with TLS, or goes on with it: the server has said nothing yet. */
function offersTls({ ciphertext, mode, greeted, open }: Conversation, said: Said): boolean {
  if (mode.name !== 'command' || greeted || said.elided !== undefined) return false;
  if (ciphertext === 'offered') return !isKnownVerb(readCommand(said).verb);
  return ciphertext === 'none' && open.length === 0 && TLS_RECORD.test(said.text);
}

/** Should the server speak SMTP, it will have read each of these lines as a command. */
function awaitingServer(state: Conversation, said: Said): Conversation {
  return withOpen(withCiphertext(ashore(state), 'offered'), [...state.open, asked(readCommand(said))]);
}

/** The state when `said` is part of a TLS record; undefined when it may be SMTP. */
function seesCiphertext(state: Conversation, said: Said): Conversation | undefined {
  const { ciphertext, mode } = state;
  if (said.elided !== undefined || ciphertext === 'none' || ciphertext === 'offered') return undefined;
  if (mode.name !== 'command' && mode.name !== 'closed') return undefined;
  if (ciphertext === 'seen') return isKnownVerb(readCommand(said).verb) ? undefined : state;
  return CIPHERTEXT.test(said.text) ? withCiphertext(state) : undefined;
}

/** How a handshake record begins (RFC 8446 §5.1), as octets and as logs write them. */
const TLS_RECORD = /^(?:\u0016\u0003|\\x16\\x03|\\026\\003)/;

/** Nothing answered them until the client went on, inside TLS: the server threw them away. */
function dropInjected(state: Conversation, emit: Emit): Conversation {
  const next = copyOf(state);
  next.injected = 0;
  const framed = decideHeld(next, false, emit);
  for (const exchange of framed.open) emit(lost(exchange, 'dropped'));
  return withOpen(framed, NOTHING_OPEN, framed.mode.name === 'undecided' ? COMMAND : framed.mode);
}

/** To be filled before anybody sees it; all that it may say is named, so that all have one shape. */
function asked(command: Command): Mutable<CommandExchange> {
  return {
    kind: 'command',
    command,
    replies: NO_REPLIES,
    responses: NO_RESPONSES,
    data: undefined,
    sentBeforeReplyTo: undefined,
    sentBeforeGreeting: undefined,
    afterRefusedData: undefined,
    lost: undefined,
    answerHidden: undefined,
  };
}

export function command(state: Conversation, said: Said): Conversation {
  const read = readCommand(said);
  const { open } = state;
  // Index -1 would be looked up as a name.
  const last = open.length === 0 ? undefined : open[open.length - 1];
  const waiting = last && lastLineOf(last);
  const stray = state.dataRefused && !isKnownVerb(read.verb);
  const exchange = asked(read);
  exchange.sentBeforeReplyTo = waiting;
  exchange.sentBeforeGreeting = state.greeted ? undefined : true;
  exchange.afterRefusedData = stray ? true : undefined;
  const next = copyOf(state);
  next.open = last === undefined ? [exchange] : [...open, exchange];
  next.mode = modeAfter(state, read);
  next.dataRefused = stray && said.text !== '.';
  return next;
}

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

export function response(state: Conversation, said: Said): Conversation {
  const index = openAuth(state);
  const auth = state.open[index];
  if (auth?.kind !== 'command') return command(state, said);
  const answered = exchangeLike(auth);
  answered.responses = [...auth.responses, said];
  return withOpen(state, state.open.with(index, answered), settled(state.mode));
}

/** Lines held back while the answer to DATA is missing. Beyond it they are taken as data. */
const MOST_HELD = 1000;

function hold(state: Conversation, held: readonly Said[], said: Said, emit: Emit): Conversation {
  if (state.adrift && said.text === '.') return clientSays(headless(state, held), said, emit);
  const next = inMode(state, { name: 'undecided', held: [...held, said] });
  return held.length < MOST_HELD ? next : decide(next, true, emit);
}

/** What the log begins with is answered: a refused line may be a command, others are what is left of a message or an AUTH. */
export function answerHeadless(state: Conversation, held: readonly Said[], code: number, emit: Emit): Conversation {
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
export function decide(state: Conversation, isData: boolean, emit: Emit, data: Mode = NEW_DATA): Conversation {
  const held = state.mode.name === 'undecided' ? state.mode.held : [];
  let now = inMode(state, isData ? data : COMMAND);
  for (const said of held) now = clientSays(now, said, emit);
  return now;
}

/** No answer to DATA will come: what is held is `isData`, or commands. Another DATA may be among it. */
export function decideHeld(state: Conversation, isData: boolean, emit: Emit): Conversation {
  let now = state;
  while (now.mode.name === 'undecided' && now.mode.held.length > 0) now = decide(now, isData, emit);
  return now;
}

function enterData(state: Conversation, emit: Emit): Conversation {
  if (state.mode.name === 'data' || state.mode.name === 'bdat') return state;
  if (state.mode.name === 'undecided') return enterData(decide(state, true, emit), emit);
  return inMode(state, NEW_DATA);
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
