import type { Locale } from '../reference/entry';
import type { Session } from '../transcript/reader';
import { type MailTransaction, transactionsOf } from '../transcript/transactions';
import type { Command, Exchange, Reply } from '../transcript/transcript';
import { readFile, UsageError } from './input';

/** Prints one JSON line per file: what was read. Lines are 1-based. */
export async function parse(
  files: readonly string[],
  { dialect }: { readonly locale: Locale; readonly dialect: string | undefined },
): Promise<number> {
  if (files.length === 0) throw new UsageError('parse needs a file, or - for standard input');
  for (const file of files) {
    const sessions: { readonly firstLine: number; readonly json: string }[] = [];
    const read = await readFile(file, dialect, {
      onSession: (session) =>
        sessions.push({ firstLine: session.firstLine, json: JSON.stringify(sessionJson(session)) }),
    });
    sessions.sort((a, b) => a.firstLine - b.firstLine);
    const head = JSON.stringify({ file, dialect: read.dialect ?? null }).slice(0, -1);
    process.stdout.write(`${head},"sessions":[`);
    for (const [index, { json }] of sessions.entries()) process.stdout.write(index === 0 ? json : `,${json}`);
    process.stdout.write(']}\n');
  }
  return 0;
}

function sessionJson(session: Session) {
  const exchanges = session.steps.map((step) => step.exchange);
  return {
    key: session.key,
    firstLine: session.firstLine + 1,
    lastLine: session.lastLine + 1,
    tls: session.after.tls === 'active',
    commands: exchanges.flatMap(commandJson),
    replies: exchanges.flatMap(repliesJson).sort((a, b) => a.line - b.line),
    transactions: transactionsOf(session).map(transactionJson),
  };
}

function commandJson(exchange: Exchange) {
  if (exchange.kind !== 'command') return [];
  const { said, verb } = exchange.command;
  const reply = exchange.replies.at(-1);
  return [{ line: said.line + 1, verb, text: said.text, reply: reply?.code ?? null }];
}

function repliesJson(exchange: Exchange) {
  if (!('replies' in exchange)) return [];
  return exchange.replies.map((reply) => replyJson(reply, answered(exchange)));
}

function answered(exchange: Exchange): Command | undefined {
  return exchange.kind === 'command' || exchange.kind === 'message' ? exchange.command : undefined;
}

function replyJson(reply: Reply, answers: Command | undefined) {
  const first = reply.lines[0] as Reply['lines'][number];
  const last = reply.lines.at(-1) as Reply['lines'][number];
  return {
    line: first.said.line + 1,
    endLine: last.said.line + 1,
    code: reply.code,
    enhanced: reply.enhanced ?? null,
    text: reply.lines.map((line) => line.text),
    answers: answers === undefined ? null : answers.said.line + 1,
  };
}

function transactionJson({ from, recipients, outcome, code, message }: MailTransaction) {
  const { firstLine = -1, lastLine = -1 } = message?.data ?? {};
  return {
    from,
    recipients: recipients.map(({ address, code: answer }) => ({ address, code: answer })),
    outcome,
    code,
    messageLines: firstLine < 0 ? null : [firstLine + 1, lastLine + 1],
  };
}
