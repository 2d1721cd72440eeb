/** What rules point at and how they say it: spans, related lines, who owns a refusal. */
import { isKnownVerb, readPath } from '../transcript/command';
import type { Session, Step } from '../transcript/reader';
import {
  type CommandExchange,
  type Exchange,
  isBefore,
  locate,
  type Reply,
  refused,
  type Said,
  type Span,
  type Told,
} from '../transcript/transcript';
import { isExplained } from './explained';
import { otherProtocolOf } from './otherProtocol';
import type { Problem, Related } from './rule';

/** All of a line's text. */
export function whole(said: Said | Told): Span {
  return locate(said, 0, said.text.length);
}

/** The first line of a reply. */
export function replySpan(reply: Reply): Span {
  return whole(reply.lines[0].said);
}

/** The step of that number, for a problem; nothing where the session is not at hand. */
export function stepOf(session: Session | undefined, number: number): Pick<Problem, 'step'> {
  const step = session?.steps[number];
  return step === undefined ? {} : { step };
}

/** `MAIL FROM`, `RCPT TO`, or the verb; what a person calls the command. */
export function nameOf(exchange: CommandExchange): string {
  const { verb } = exchange.command;
  if (verb === 'MAIL') return 'MAIL FROM';
  if (verb === 'RCPT') return 'RCPT TO';
  return verb;
}

/** The end of the connection that the log tells of behind `said`, and which side made it. */
export function closeBehind(
  steps: readonly Step[],
  said: Said,
): { readonly by: 'client' | 'server' | 'unknown'; readonly told: Told; readonly step: Step } | undefined {
  // What is open is settled only when the log ends, behind the close.
  for (const step of steps) {
    const told = step.exchange.kind === 'event' ? step.exchange.told : undefined;
    if (told?.event.type === 'close' && isBefore(said, told)) return { by: told.event.by, told, step };
  }
  return undefined;
}

/** The answer to a command as a related line, when the log shows one. */
export function answer(exchange: Exchange): Related[] {
  const reply = 'replies' in exchange ? exchange.replies.at(-1) : undefined;
  if (reply === undefined) return [];
  return [{ span: replySpan(reply), note: reply.code >= 400 ? 'refusal' : 'reply', values: { code: reply.code } }];
}

/** Commands that fail only because of what `at` got wrong. */
export function consequences(session: Session, at: CommandExchange): readonly Related[] {
  const byCause = CONSEQUENCES.get(session) ?? consequencesByCause(session);
  CONSEQUENCES.set(session, byCause);
  return byCause.get(at) ?? [];
}

/** A session of many thousand commands is gone through once, not once for each of its faults. */
const CONSEQUENCES = new WeakMap<Session, ReadonlyMap<Exchange, readonly Related[]>>();

/** Nobody reads more lines than this about one finding. */
const MOST_CONSEQUENCES = 100;

function consequencesByCause(session: Session): ReadonlyMap<Exchange, readonly Related[]> {
  const byCause = new Map<Exchange, Related[]>();
  for (const { faults } of session.steps) {
    for (const fault of faults) {
      if (fault.type !== 'consequence') continue;
      const related = byCause.get(fault.cause) ?? [];
      byCause.set(fault.cause, related);
      if (related.length >= MOST_CONSEQUENCES) continue;
      related.push({ span: whole(fault.at.command.said), note: 'consequence' }, ...answer(fault.at));
    }
  }
  return byCause;
}

/** Why a command or message was refused, so that one refusal has one finding. */
export type Refusal =
  | 'order'
  /** Something in the command, or a code that is none, explains it, and a rule names that. */
  | 'explained'
  | 'policy'
  /** The same MAIL or RCPT was refused for good before. */
  | 'repeated'
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
export function refusalOf(step: Step): Refusal | undefined {
  const { exchange } = step;
  if (exchange.kind === 'message') {
    const answered = exchange.replies.at(-1)?.code ?? 0;
    if (answered === 421 && exchange.data.end !== 'complete') return 'closing';
    if (answered > 599 || isForNobody(step)) return 'explained';
    return answered >= 400 ? 'message' : undefined;
  }
  if (exchange.kind !== 'command' || !refused(exchange)) return undefined;
  const known = REFUSALS.get(step) ?? commandRefusal(step, exchange);
  REFUSALS.set(step, known);
  return known;
}

/** Every recipient was refused, which is told. */
function isForNobody({ before: { transaction } }: Step): boolean {
  return (
    transaction.kind === 'open' && transaction.recipients === undefined && transaction.refusedRecipients !== undefined
  );
}

/** A dozen rules ask about the same refusal. */
const REFUSALS = new WeakMap<Step, Refusal>();

function commandRefusal(step: Step, exchange: CommandExchange): Refusal {
  const code = exchange.replies.at(-1)?.code ?? 0;
  const { verb } = exchange.command;
  if (step.faults.length > 0) return 'order';
  if (isForeign(exchange)) return 'not-smtp';
  if (isExplained(step) || code < 200 || code > 599) return 'explained';
  if (code === 503) return 'policy';
  if (refusedBefore(step) !== undefined) return 'repeated';
  if (code === 421) return 'closing';
  if (!isKnownVerb(verb)) return 'unknown-verb';
  if (code === 555 || (code === 504 && (verb === 'MAIL' || verb === 'RCPT'))) return 'extension';
  if (code === 500 || code === 501) return verb === 'AUTH' ? 'auth' : 'syntax';
  if (code === 502 || code === 504) return verb === 'AUTH' ? 'auth' : 'other';
  return byVerb(verb, exchange);
}

/** The same MAIL or RCPT as that of the step, to which the server had said in the same place that it will not take it. */
export function refusedBefore({ exchange, before }: Step): CommandExchange | undefined {
  if (exchange.kind !== 'command' || (exchange.replies.at(-1)?.code ?? 0) < 500) return undefined;
  const { transaction, auth } = before;
  const { verb } = exchange.command;
  if (verb === 'MAIL' && transaction.kind === 'none' && transaction.refused !== undefined)
    return isRefusedFor(transaction.refused, exchange, auth) ? transaction.refused : undefined;
  if (verb !== 'RCPT' || transaction.kind !== 'open') return undefined;
  let link = transaction.refusedRecipients;
  for (let looks = 0; link !== undefined && looks < MOST_LOOKS; looks++, link = link.rest)
    if (isRefusedFor(link.item, exchange, auth)) return link.item;
  return undefined;
}

/** So many refused recipients are compared with each refused one. */
const MOST_LOOKS = 100;

/** The client knew the answer, which was for good, and nothing had changed since. */
function isRefusedFor(earlier: CommandExchange, now: CommandExchange, auth: Step['before']['auth']): boolean {
  if (earlier.command.said.text.trimEnd() !== now.command.said.text.trimEnd()) return false;
  const reply = earlier.replies.at(-1);
  if (reply === undefined || reply.code < 500 || reply.code > 599 || CHANGEABLE.has(reply.code)) return false;
  if (!isBefore(reply.lines[0].said, now.command.said)) return false;
  return auth.kind !== 'done' || isBefore(auth.exchange.command.said, earlier.command.said);
}

/** What is refused so is taken once something else has been done. */
const CHANGEABLE: ReadonlySet<number> = new Set([503, 530, 538]);

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

/** HTTP, TLS, SSH and the like on an SMTP port. */
export function isForeign(exchange: CommandExchange): boolean {
  return otherProtocolOf(exchange.command.said.text) !== undefined;
}
