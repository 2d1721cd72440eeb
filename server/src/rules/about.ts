/** What rules point at and how they say it: spans, related lines, who owns a refusal. */
import { isKnownVerb, readPath } from '../transcript/command';
import type { Session, Step } from '../transcript/reader';
import {
  type CommandExchange,
  type Exchange,
  locate,
  type Reply,
  refused,
  type Said,
  type Span,
  type Told,
} from '../transcript/transcript';
import type { Related } from './rule';

/** All of a line's text. */
export function whole(said: Said | Told): Span {
  return locate(said, 0, said.text.length);
}

/** The first line of a reply. */
export function replySpan(reply: Reply): Span {
  return whole((reply.lines[0] as Reply['lines'][number]).said);
}

/** `MAIL FROM`, `RCPT TO`, or the verb; what a person calls the command. */
export function nameOf(exchange: CommandExchange): string {
  const { verb } = exchange.command;
  if (verb === 'MAIL') return 'MAIL FROM';
  if (verb === 'RCPT') return 'RCPT TO';
  return verb;
}

/** The answer to a command as a related line, when the log shows one. */
export function answer(exchange: Exchange): Related[] {
  const reply = 'replies' in exchange ? exchange.replies.at(-1) : undefined;
  if (reply === undefined) return [];
  return [{ span: replySpan(reply), note: reply.code >= 400 ? 'refusal' : 'reply', values: { code: reply.code } }];
}

/** Commands that fail only because of what `at` got wrong. */
export function consequences(session: Session, at: CommandExchange): Related[] {
  const related: Related[] = [];
  for (const { faults } of session.steps) {
    for (const fault of faults) {
      if (fault.type !== 'consequence' || fault.cause !== at) continue;
      related.push({ span: whole(fault.at.command.said), note: 'consequence' }, ...answer(fault.at));
    }
  }
  return related;
}

/** Why a command or message was refused, so that one refusal has one finding. */
export type Refusal =
  | 'order'
  | 'policy'
  | 'recipient'
  | 'sender'
  | 'message'
  | 'auth'
  | 'starttls'
  | 'extension'
  | 'unknown-verb'
  | 'syntax'
  | 'not-smtp'
  | 'closing'
  | 'other';

/** Which rule speaks about this step's refusal; undefined when it was not refused. */
export function refusalOf({ exchange, faults }: Step): Refusal | undefined {
  if (exchange.kind === 'message') return (exchange.replies.at(-1)?.code ?? 0) >= 400 ? 'message' : undefined;
  if (exchange.kind !== 'command' || !refused(exchange)) return undefined;
  const code = exchange.replies.at(-1)?.code ?? 0;
  const { verb } = exchange.command;
  if (faults.length > 0) return 'order';
  if (isForeign(exchange)) return 'not-smtp';
  if (code === 503) return 'policy';
  if (code === 421) return 'closing';
  if (!isKnownVerb(verb)) return 'unknown-verb';
  if (code === 555 || (code === 504 && (verb === 'MAIL' || verb === 'RCPT'))) return 'extension';
  if (code === 500 || code === 501) return verb === 'AUTH' ? 'auth' : 'syntax';
  if (code === 502 || code === 504) return verb === 'AUTH' ? 'auth' : 'other';
  return byVerb(verb, exchange);
}

function byVerb(verb: string, exchange: CommandExchange): Refusal {
  switch (verb) {
    case 'RCPT':
      return readPath(exchange.command).keyword === 'TO' ? 'recipient' : 'syntax';
    case 'MAIL':
      return readPath(exchange.command).keyword === 'FROM' ? 'sender' : 'syntax';
    case 'DATA':
    case 'BDAT':
    case 'BURL':
      return 'message';
    case 'AUTH':
      return 'auth';
    case 'STARTTLS':
      return 'starttls';
    default:
      return 'other';
  }
}

/** HTTP, TLS or SSH on an SMTP port. */
export function isForeign(exchange: CommandExchange): boolean {
  return FOREIGN.test(exchange.command.said.text);
}

const FOREIGN =
  /^(?:(?:GET|POST|HEAD|PUT|OPTIONS|CONNECT|TRACE|DELETE|PATCH) \S+(?: HTTP\/\d|$)|SSH-\d|\x16\x03[\x00-\x04]|\\x16\\x03)/i;
