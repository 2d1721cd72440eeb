/** Mail data and chunks: which of the client's lines belong to them, and how they end. */
import { addLine, ended, goingOn, isOddEnd, NO_DATA, octetsOf, restOf, unseen, withoutDot } from '../mailData';
import { type Command, isOddLineEnd, type MailData, type MessageExchange, type Said } from '../transcript';
import { ashore, COMMAND, type Conversation, exchangeLike, inMode, type OpenExchange, withOpen } from './state';

/** The mail data to which the client's next line will be added, whatever it says; undefined before the first line of it. */
export function dataOf({ mode, injected, clientSeen }: Conversation): MailData | undefined {
  return mode.name === 'data' && mode.data.first !== undefined && injected === 0 && clientSeen ? mode.data : undefined;
}

/** What the log begins with is the rest of a message: how it began is not known. */
export function headless(state: Conversation, held: readonly Said[]): Conversation {
  return inMode(ashore(state), { name: 'data', data: restOf(held) });
}

/** What was taken for the final dot was none: the tool shows the message before its dots are doubled. */
export function reopened(state: Conversation, { data }: MessageExchange): Conversation {
  return withOpen(state, state.open.slice(0, -1), { name: 'data', data: goingOn(data) });
}

export function dataLine(state: Conversation, said: Said): Conversation {
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

export function endOfData(state: Conversation, data: MailData, end: MailData['end'], by?: Said): Conversation {
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
export function chunkLine(state: Conversation, left: number, data: MailData, said: Said): Conversation {
  const next = addLine(data, said);
  const used = said.elided === undefined ? octetsOf(said) : (said.elided.octets ?? left);
  if (left - used > 0) return inMode(state, { name: 'bdat', left: left - used, data: next });
  return endOfChunk(state, next, 'complete');
}

export function endOfChunk(state: Conversation, data: MailData, end: MailData['end']): Conversation {
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
export function leavePayload(state: Conversation, unlessSeen: 'complete' | 'interrupted'): Conversation {
  const { mode } = state;
  if (mode.name !== 'data' && mode.name !== 'bdat') return state;
  const { data } = mode;
  const answered = mode.name === 'data' && data.last !== undefined && isOddEnd(data, data.last);
  const end = data.elided || data.first === undefined || answered ? 'complete' : unlessSeen;
  const shown: MailData =
    data.first === undefined ? unseen(data) : answered && data.last?.text === '.' ? withoutDot(data, data.last) : data;
  return mode.name === 'data' ? endOfData(state, shown, end) : endOfChunk(state, shown, end);
}

export function lastLineOf(exchange: OpenExchange): Said | undefined {
  if (exchange.kind === 'message') return exchange.data.last ?? exchange.command?.said;
  return exchange.command.said;
}
