import { readPath } from './command';
import type { Session, Step } from './reader';
import { accepted, type CommandExchange, type MessageExchange, type Reply } from './transcript';

export type Outcome = 'delivered' | 'partly-delivered' | 'refused' | 'deferred' | 'reset' | 'unfinished' | 'unknown';

export interface Recipient {
  readonly address: string;
  /** Code of the answer to RCPT, in LMTP of the answer to the message; null when the log does not show it. */
  readonly code: number | null;
  readonly exchange: CommandExchange;
}

/** One mail transaction: from MAIL to whatever ended it (RFC 5321 §3.3). */
export interface MailTransaction {
  readonly from: string;
  readonly mail: CommandExchange;
  readonly recipients: readonly Recipient[];
  readonly outcome: Outcome;
  /** Code that settled the outcome. */
  readonly code: number | null;
  readonly message: MessageExchange | undefined;
  /** 0-based first and last line of what belongs to it. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly steps: readonly Step[];
}

/** The mail transactions of a session, refused ones included. */
export function transactionsOf(session: Session): MailTransaction[] {
  const transactions: MailTransaction[] = [];
  let steps: Step[] = [];
  const close = () => {
    if (steps.length > 0) transactions.push(summarise(steps, session));
    steps = [];
  };
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind === 'event') continue;
    if (exchange.kind === 'command') {
      const { verb } = exchange.command;
      if (verb === 'MAIL' && step.before.transaction.kind !== 'open') close();
      if (RESETS.has(verb) && accepted(exchange)) {
        if (verb === 'RSET' && steps.length > 0) steps.push(step);
        close();
        continue;
      }
      if (steps.length > 0 || verb === 'MAIL') steps.push(step);
      if (verb === 'BDAT' && /\bLAST\s*$/i.test(exchange.command.argument)) close();
      continue;
    }
    if (steps.length > 0) steps.push(step);
    if (exchange.kind === 'message') close();
  }
  close();
  return transactions;
}

const RESETS: ReadonlySet<string> = new Set(['RSET', 'EHLO', 'HELO', 'LHLO', 'QUIT', 'STARTTLS']);

function summarise(steps: readonly Step[], session: Session): MailTransaction {
  const commands: CommandExchange[] = [];
  const taken: CommandExchange[] = [];
  let message: MessageExchange | undefined;
  let lmtp = false;
  for (const { exchange, before } of steps) {
    if (before.protocol === 'lmtp') lmtp = true;
    if (exchange.kind === 'message') message = exchange;
    if (exchange.kind !== 'command') continue;
    commands.push(exchange);
    if (exchange.command.verb === 'RCPT') taken.push(exchange);
  }
  const mail = commands[0] as CommandExchange;
  let answered = 0;
  const recipients = taken.map((exchange): Recipient => {
    const own = exchange.replies.at(-1)?.code ?? null;
    const stored = lmtp && accepted(exchange) ? message?.replies[answered++]?.code : undefined;
    return { address: readPath(exchange.command).address, code: stored ?? own, exchange };
  });
  const end = endOf(commands, message);
  const { outcome, code } = outcomeOf(mail, recipients, end, message, commands, session);
  const { firstLine, lastLine } = extentOf(steps);
  const { address: from } = readPath(mail.command);
  return { from, mail, recipients, outcome, code, message, firstLine, lastLine, steps };
}

/** The first and the last line of what belongs to a transaction. */
function extentOf(steps: readonly Step[]): { firstLine: number; lastLine: number } {
  let firstLine = Number.POSITIVE_INFINITY;
  let lastLine = 0;
  const add = (line: number) => {
    if (line < firstLine) firstLine = line;
    if (line > lastLine) lastLine = line;
  };
  for (const { exchange } of steps) {
    if (exchange.kind === 'command') add(exchange.command.said.line);
    if (exchange.kind === 'message') add(exchange.data.lastLine);
    const last = 'replies' in exchange ? exchange.replies.at(-1)?.lines.at(-1) : undefined;
    if (last !== undefined) add(last.said.line);
  }
  return { firstLine, lastLine };
}

/** The replies that tell whether the message was taken. */
function endOf(
  commands: readonly CommandExchange[],
  message: MessageExchange | undefined,
): readonly Reply[] | undefined {
  if (message !== undefined) return message.replies;
  const last = commands.findLast(({ command: { verb, argument } }) => verb === 'BDAT' && /\bLAST\s*$/i.test(argument));
  return last?.replies;
}

function outcomeOf(
  mail: CommandExchange,
  recipients: readonly Recipient[],
  end: readonly Reply[] | undefined,
  message: MessageExchange | undefined,
  commands: readonly CommandExchange[],
  session: Session,
): { outcome: Outcome; code: number | null } {
  const mailCode = mail.replies.at(-1)?.code ?? null;
  if (mailCode !== null && mailCode >= 400) return { outcome: mailCode < 500 ? 'deferred' : 'refused', code: mailCode };
  if (end !== undefined && end.length > 0) return settledBy(end, recipients);
  if (message !== undefined) return { outcome: 'unknown', code: null };
  const worst = recipients.map(({ code }) => code).filter((code): code is number => code !== null && code >= 400);
  if (recipients.length > 0 && worst.length === recipients.length) {
    const code = worst.reduce((a, b) => Math.max(a, b));
    return { outcome: worst.some((each) => each < 500) ? 'deferred' : 'refused', code };
  }
  const data = commands.findLast(({ command: { verb } }) => verb === 'DATA' || verb === 'BDAT');
  const code = data?.replies.at(-1)?.code ?? null;
  if (code !== null && code >= 400) return { outcome: code < 500 ? 'deferred' : 'refused', code };
  if (commands.at(-1)?.command.verb === 'RSET')
    return { outcome: 'reset', code: commands.at(-1)?.replies.at(-1)?.code ?? null };
  return { outcome: session.serverSeen ? 'unfinished' : 'unknown', code: null };
}

function settledBy(end: readonly Reply[], recipients: readonly Recipient[]): { outcome: Outcome; code: number } {
  const codes = end.map(({ code }) => code);
  const code = codes.find((each) => each >= 400) ?? (codes[0] as number);
  const good = codes.filter((each) => each < 400).length;
  if (good === 0) return { outcome: code < 500 ? 'deferred' : 'refused', code };
  const missed = good < codes.length || recipients.some((recipient) => (recipient.code ?? 0) >= 400);
  return { outcome: missed ? 'partly-delivered' : 'delivered', code };
}
