/** Utterances without a dialect, and what becomes of them in one short line each. */
import {
  type Conversation,
  converse,
  endConversation,
  NEW_CONVERSATION,
} from '../../server/src/transcript/conversation';
import { advance, entering, newSession, type SessionState, type Step } from '../../server/src/transcript/session';
import type { Exchange, MailData, Said, ToolEvent, Utterance } from '../../server/src/transcript/transcript';

/** `C: text`, `S: text`, an event of the tool, or a said line with more than its text. */
export type Line = string | ToolEvent | (Partial<Said> & Pick<Said, 'speaker'>);

/** One utterance for each line, numbered from 0. */
export function talk(...lines: readonly Line[]): Utterance[] {
  return lines.map((line, number) => {
    if (typeof line !== 'string' && 'type' in line) {
      return { line: number, start: 0, end: 0, session: '1', speaker: 'tool', text: '', event: line };
    }
    const said = typeof line === 'string' ? fromText(line) : line;
    const text = said.text ?? '';
    return { line: number, start: 3, end: 3 + text.length, session: '1', ...said, text };
  });
}

function fromText(line: string): Pick<Said, 'speaker' | 'text'> {
  const text = line.slice(3);
  if (line.startsWith('C: ')) return { speaker: 'client', text };
  if (line.startsWith('S: ')) return { speaker: 'server', text };
  throw new Error(`neither C: nor S: in ${line}`);
}

/** The conversation after these lines, not ended. */
export function conversationAfter(...lines: readonly Line[]): Conversation {
  return talk(...lines).reduce((state, utterance) => converse(state, utterance, () => undefined), NEW_CONVERSATION);
}

/** The exchanges of a whole conversation, in the order in which they were settled. */
export function exchangesOf(...lines: readonly Line[]): Exchange[] {
  const exchanges: Exchange[] = [];
  let state = NEW_CONVERSATION;
  for (const utterance of talk(...lines)) state = converse(state, utterance, (exchange) => exchanges.push(exchange));
  endConversation(state, false, (exchange) => exchanges.push(exchange));
  return exchanges;
}

/** The exchanges in short: `DATA 354`, `message 2 lines, complete 250`, `RCPT -` where no reply came. */
export function paired(...lines: readonly Line[]): string[] {
  return exchangesOf(...lines).map(short);
}

/** Runs the session's state machine over a conversation that is shown from its first octet, or not. */
export function stepsOf(whole: boolean, ...lines: readonly Line[]): (Step & { readonly before: SessionState })[] {
  let state = newSession(whole);
  return exchangesOf(...lines).map((exchange) => {
    const before = entering(state, exchange);
    const step = advance(before, exchange);
    state = step.state;
    return { ...step, before };
  });
}

/** The faults of a conversation: `RCPT rcpt-before-mail`. */
export function faultsOf(whole: boolean, ...lines: readonly Line[]): string[] {
  return stepsOf(whole, ...lines)
    .flatMap(({ faults }) => faults)
    .map(({ at, type }) => `${at.command.verb} ${type}`);
}

export function short(exchange: Exchange): string {
  const codes =
    'replies' in exchange ? exchange.replies.map(({ code, complete }) => (complete ? code : `${code}…`)) : [];
  const answered = codes.length === 0 ? '-' : codes.join(' ');
  switch (exchange.kind) {
    case 'greeting':
      return `greeting ${answered}`;
    case 'command': {
      const { command, responses, data, sentBeforeReplyTo, sentBeforeGreeting, afterRefusedData, lost } = exchange;
      return [
        command.verb || '·',
        answered,
        ...(responses.length > 0 ? [`responses ${responses.map(({ text }) => text).join(' ')}`] : []),
        ...(data === undefined ? [] : [inShort(data)]),
        ...(sentBeforeReplyTo === undefined ? [] : ['pipelined']),
        ...(sentBeforeGreeting ? ['early'] : []),
        ...(afterRefusedData ? ['stray'] : []),
        ...(lost ? ['lost'] : []),
      ].join(', ');
    }
    case 'message':
      return `message ${inShort(exchange.data)}, ${answered}${exchange.lost ? ', lost' : ''}`;
    case 'unasked':
      return `unasked ${answered}`;
    case 'unreadable':
      return `unreadable ${exchange.said.text}`;
    case 'event':
      return exchange.told.event.type;
    default:
      return exchange satisfies never;
  }
}

function inShort({ lineCount, octets, end, elided }: MailData): string {
  return `${lineCount ?? '?'} lines ${octets ?? '?'} octets ${end}${elided ? ' elided' : ''}`;
}
