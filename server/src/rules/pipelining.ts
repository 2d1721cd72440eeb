import type { Session, Step } from '../transcript/reader';
import { type CommandExchange, type Exchange, isBefore, type Said } from '../transcript/transcript';
import { nameOf } from './about';
import type { Mending } from './fixing';
import { type Fix, type FixEdit, linesOfExchange } from './rule';

/** A command that was sent while an earlier one waited for its reply, which the log shows to have come later. */
export interface Pipelined {
  readonly step: Step;
  readonly command: CommandExchange;
  readonly waiting: Said;
  /** Verb of the command that waited; empty when it was the end of a message. */
  readonly verb: string;
}

/** Commands that were really sent before the reply to an earlier one, in order. */
export function* pipelined(session: Session): Generator<Pipelined> {
  if (!session.serverSeen) return;
  const repliedAt = new Map<Said, { readonly reply: Said; readonly verb: string }>();
  for (const { exchange } of session.steps) {
    if (!('replies' in exchange)) continue;
    const reply = exchange.replies.at(-1)?.lines[0].said;
    if (reply === undefined) continue;
    if (exchange.kind === 'command') repliedAt.set(exchange.command.said, { reply, verb: exchange.command.verb });
    if (exchange.kind === 'message' && exchange.data.last !== undefined) {
      repliedAt.set(exchange.data.last, { reply, verb: '' });
    }
  }
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || exchange.sentBeforeReplyTo === undefined || exchange.afterRefusedData) continue;
    const replied = repliedAt.get(exchange.sentBeforeReplyTo);
    if (replied === undefined || isBefore(replied.reply, exchange.command.said)) continue;
    yield { step, command: exchange, waiting: exchange.sentBeforeReplyTo, verb: replied.verb };
  }
}

/** These must be the last of a group (RFC 2920 §3.1; STARTTLS: RFC 3207 §4, AUTH: RFC 4954 §4). */
export const LAST_OF_GROUP: ReadonlySet<string> = new Set([
  ...['EHLO', 'HELO', 'LHLO', 'DATA', 'VRFY', 'EXPN', 'TURN', 'QUIT', 'NOOP', 'STARTTLS', 'AUTH', 'ETRN', 'HELP'],
]);

/** Moves a command, and those that follow it in its group, each behind the reply that it should have waited for. */
export function sendAfterReply({ exchange, session }: Mending): Fix[] {
  const edits: FixEdit[] = [];
  let waiting = exchange.sentBeforeReplyTo;
  for (const { exchange: each } of session.steps.slice(session.steps.findIndex((step) => step.exchange === exchange))) {
    if (each.kind !== 'command' || each.sentBeforeReplyTo !== waiting) continue;
    const after = lastReplyLine(session.steps.find((step) => lastLine(step.exchange) === waiting)?.exchange);
    if (after === undefined) break;
    edits.push({ kind: 'move', lines: clientLines(each), before: after + 1 });
    waiting = lastLine(each);
  }
  return [{ title: 'move-after-reply', values: { verb: nameOf(exchange) }, edits, preferred: true }];
}

function lastReplyLine(exchange: Exchange | undefined): number | undefined {
  const reply = exchange !== undefined && 'replies' in exchange ? exchange.replies.at(-1) : undefined;
  return reply?.lines.at(-1)?.said.line;
}

/** The lines that a command and its payload stand on. */
function clientLines(exchange: CommandExchange): number[] {
  return linesOfExchange({ ...exchange, replies: [] });
}

function lastLine(exchange: Exchange): Said | undefined {
  if (exchange.kind === 'command') return exchange.command.said;
  return exchange.kind === 'message' ? exchange.data.last : undefined;
}
