/**
 * Connections that speak at a time in a log that does not name them: their lines are read as those of one. A server that
 * greets again while it has not ended what it began is the first sign, what cannot happen in one connection the second.
 */
import type { Session, Step } from './reader';
import type { CommandExchange, Exchange, Reply } from './transcript';

/**
 * The format counts its sessions, or tells them apart by a process, which has one at a time: it knows no connections. Nor
 * does a program that has the name of the protocol before each line (Monit). Behind the `@` stands whose log it is.
 */
export function isNumbered(name: string): boolean {
  return /^(?:SMTP\/)?\d{1,9}(?:@|$)/.test(name);
}

/** How many connections are open after a session, by all that the log shows: itself and those that were when it began. */
export function openAfter(session: Session): number {
  const { steps, others, after } = session;
  if (others === 0 && after.ended !== undefined) return 0;
  const ends = steps.filter(({ exchange }) => closes(exchange)).length;
  if (mingledAt(session) !== undefined) return Math.max(0, others + 1 - ends);
  // In order from its greeting to its end: no other speaks.
  return after.ended !== undefined || ends > 0 ? 0 : others + 1;
}

/** Where a session shows that several connections said it; undefined when one can have. */
export function mingledAt({ steps, others }: Pick<Session, 'steps' | 'others'>): Step | undefined {
  return others === 0 ? undefined : steps.find(isOfAnother);
}

function closes(exchange: Exchange): boolean {
  switch (exchange.kind) {
    case 'event':
      return exchange.told.event.type === 'close';
    case 'unreadable':
      return false;
    default:
      return exchange.replies.some(({ code }) => code === 421 || code === 221);
  }
}

/** The server does what it does for another connection than the one that spoke before. */
function isOfAnother({ exchange, before }: Step): boolean {
  switch (exchange.kind) {
    case 'command':
      return (before.ended !== undefined && exchange.replies.some(isGood)) || greetsAgain(exchange, before);
    case 'message':
      return before.ended !== undefined && exchange.replies.some(isGood);
    case 'unasked':
      return exchange.replies.some(isGood);
    default:
      return false;
  }
}

function isGood({ code }: Reply): boolean {
  return code >= 200 && code < 400 && code !== 220;
}

/** A client says EHLO once, and again inside TLS. */
function greetsAgain({ command, replies, sentBeforeReplyTo }: CommandExchange, { hello }: Step['before']): boolean {
  if (command.verb !== 'EHLO') return false;
  return sentBeforeReplyTo !== undefined || (hello.kind === 'ehlo' && replies.some(isGood));
}
