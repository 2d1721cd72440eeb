/** Why it happened here: what was asked, what led to it, what was in force. Nothing that the line itself says. */
import type { Locale } from '../../reference/entry';
import type { Finding } from '../../rules/judge';
import type { Related } from '../../rules/rule';
import { messageOf, noteOf } from '../../rules/words';
import { readPath } from '../../transcript/command';
import { chainItems, type SessionState } from '../../transcript/session';
import type { Command, CommandExchange, Reply } from '../../transcript/transcript';
import { code, escapeMarkdown } from '../markdown';
import type { ParsedDocument } from '../parsedDocument';
import type { Context } from '../stretch';
import { phrase } from './phrases';

/** The findings on this step. */
export function findingsOn(document: ParsedDocument, { step, session }: Context): Finding[] {
  return document.findings.filter((finding) => finding.session === session && finding.problem.step === step);
}

/** The finding that says which earlier line broke the order: the real answer to a 503. */
export function orderFinding(findings: readonly Finding[]): Finding | undefined {
  return findings.find((finding) => finding.rule.category === 'sequence' && isGrave(finding));
}

/** What is worth knowing about a reply beside its answer; hints and information stay in the list of problems. */
function isGrave({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** True when all that a finding tells is what the reply under the cursor says itself. */
function restates({ problem: { values } }: Finding, reply: Reply | undefined): boolean {
  if ('reason' in values) return true;
  return reply !== undefined && 'text' in values && String(values.code).startsWith(String(reply.code));
}

/** Bullets for a reply; `told` is the finding that the first line of the hover has given already. */
export function whyReply(
  document: ParsedDocument,
  context: Context,
  told: Finding | undefined,
  locale: Locale,
): string[] {
  const findings = findingsOn(document, context);
  const others = findings.filter(
    (finding) => finding !== told && isGrave(finding) && !restates(finding, context.reply),
  );
  return [
    ...pairing(context, locale),
    ...(told === undefined ? [] : causes(document, context, told, locale)),
    ...others.flatMap((finding) =>
      finding.rule.category === 'auth' ? [] : [escapeMarkdown(messageOf(finding, locale))],
    ),
    ...consequence(context, locale),
    ...(told?.rule.code.startsWith('sequence.') ? [] : inForce(context, locale)),
    ...transaction(context, locale),
  ].slice(0, MOST);
}

/** Bullets for a word of a command. `state: false` leaves out what is in force, where the hover says it itself. */
export function whyCommand(
  document: ParsedDocument,
  context: Context,
  locale: Locale,
  { state } = { state: true },
): string[] {
  const findings = findingsOn(document, context);
  const order = orderFinding(findings);
  const main = order ?? findings[0];
  // A finding that quotes the answer has said it.
  const quotes = findings.some(({ problem: { values } }) => 'text' in values && 'code' in values);
  return [
    ...findings.map((finding) => `**${escapeMarkdown(messageOf(finding, locale))}**`),
    ...(main === undefined ? [] : causes(document, context, main, locale)),
    ...consequence(context, locale),
    ...(quotes ? [] : answered(context, locale)),
    ...transaction(context, locale),
    ...(state && order === undefined ? inForce(context, locale) : []),
  ].slice(0, MOST);
}

/** More bullets than this are no answer any more. */
const MOST = 4;

/** A command as hovers show it: what follows AUTH and its mechanism is a secret. */
export function shownCommand({ verb, argument, said }: Command, longest = 80): string {
  return code(verb === 'AUTH' ? `AUTH ${argument.split(/\s/)[0] ?? ''}`.trim() : said.text, longest);
}

function addressOf({ command }: CommandExchange): string {
  return code(`<${readPath(command).address}>`, 80);
}

// --- what was asked -----------------------------------------------------------------------------------------------

function pairing({ step, reply }: Context, locale: Locale): string[] {
  const { exchange, before } = step;
  switch (exchange.kind) {
    case 'greeting':
      return [phrase('answersGreeting', locale)];
    case 'unasked':
      return [phrase('answersNothing', locale)];
    case 'command': {
      const { command, replies } = exchange;
      const asked = phrase('answers', locale, { command: shownCommand(command), line: command.said.line + 1 });
      const last = replies.at(-1);
      const first = last?.lines[0];
      if (reply === undefined || last === undefined || first === undefined || last === reply) return [asked];
      return [asked, phrase('endedWith', locale, { code: last.code, line: first.said.line + 1 })];
    }
    case 'message': {
      const line = exchange.data.lastLine + 1;
      const { transaction: open } = before;
      if (open.kind !== 'open') return [phrase('answersUnknownMessage', locale, { line })];
      const from = addressOf(open.mail);
      const lines = [phrase('answersMessage', locale, { line, from })];
      const recipients = chainItems(open.recipients);
      const own =
        exchange.expected > 1 && reply !== undefined ? recipients[exchange.replies.indexOf(reply)] : undefined;
      if (own !== undefined) lines.push(phrase('answersRecipient', locale, { to: addressOf(own) }));
      return lines;
    }
    case 'unreadable':
    case 'event':
      return [];
    default:
      return exchange satisfies never;
  }
}

function answered({ step, role }: Context, locale: Locale): string[] {
  const { exchange } = step;
  if (exchange.kind !== 'command' || role !== 'command') return [];
  const first = exchange.replies.at(-1)?.lines[0];
  if (first === undefined) return [phrase('notAnswered', locale)];
  return [phrase('answeredBy', locale, { reply: code(first.said.text, 60), line: first.said.line + 1 })];
}

// --- what led to it -----------------------------------------------------------------------------------------------

/** The earlier lines that a finding points at, with what they say. */
function causes(document: ParsedDocument, context: Context, finding: Finding, locale: Locale): string[] {
  const { exchange } = context.step;
  const own = new Set([finding.problem.span.line]);
  if (exchange.kind === 'command') own.add(exchange.command.said.line);
  if ('replies' in exchange) for (const { lines } of exchange.replies) for (const { said } of lines) own.add(said.line);
  const earlier = finding.problem.related.filter(({ span, note }) => !own.has(span.line) && note !== 'consequence');
  return earlier.slice(0, 2).map((related) =>
    phrase('causedBy', locale, {
      line: related.span.line + 1,
      note: escapeMarkdown(noteOf(related, locale)).replace(/(?:: |：)\d{3}$/, ''),
      text: quoted(document, related),
    }),
  );
}

/** The line that a finding points at as the file has it; a login only by its mechanism. */
function quoted(document: ParsedDocument, { span }: Related): string {
  const utterance = document.utterancesOn(span.line).find(({ speaker }) => speaker !== 'tool');
  const context = utterance === undefined ? undefined : document.contextOf(utterance);
  if (context?.role === 'reply' && context.replyLine !== undefined) return code(context.replyLine.said.text, 110);
  const exchange = context?.step.exchange;
  return context?.role === 'command' && exchange?.kind === 'command' ? shownCommand(exchange.command, 70) : '…';
}

function consequence({ step }: Context, locale: Locale): string[] {
  return step.faults.flatMap((fault) => {
    if (fault.type !== 'consequence') return [];
    const { command } = fault.cause;
    return [phrase('followsFrom', locale, { line: command.said.line + 1, command: shownCommand(command, 60) })];
  });
}

/** The earlier refusal that a finding names as the cause: what to mend first. */
export function firstRefusal(document: ParsedDocument, context: Context, finding: Finding): Reply | undefined {
  const own = context.reply?.lines[0].said.line;
  for (const { span, note } of finding.problem.related) {
    if (note !== 'refusal' || span.line === own) continue;
    const utterance = document.utterancesOn(span.line).find(({ speaker }) => speaker === 'server');
    const reply = utterance === undefined ? undefined : document.contextOf(utterance)?.reply;
    if (reply !== undefined && reply !== context.reply && !isAnswerOf(context, reply)) return reply;
  }
  return undefined;
}

function isAnswerOf({ step: { exchange } }: Context, reply: Reply): boolean {
  return 'replies' in exchange && exchange.replies.includes(reply);
}

// --- what was in force --------------------------------------------------------------------------------------------

/** The transaction, where the line is about it: its message, DATA, a 421 in its middle. */
function transaction({ step }: Context, locale: Locale): string[] {
  const { exchange, before } = step;
  if (before.transaction.kind !== 'open') return [];
  const { mail, recipients, refusedRecipients } = before.transaction;
  const values = {
    from: addressOf(mail),
    line: mail.command.said.line + 1,
    accepted: recipients?.length ?? 0,
    refused: refusedRecipients?.length ?? 0,
  };
  if (exchange.kind === 'unasked') return [phrase('transactionLost', locale, values)];
  if (exchange.kind === 'message')
    return values.accepted + values.refused > 1 ? [phrase('recipients', locale, values)] : [];
  if (exchange.kind !== 'command') return [];
  const { verb } = exchange.command;
  return verb === 'DATA' || verb === 'BDAT' ? [phrase('transaction', locale, values)] : [];
}

/** TLS, login and greeting, where a refusal or a login may depend on them. */
function inForce({ step, reply }: Context, locale: Locale): string[] {
  const { exchange, before } = step;
  const verb = exchange.kind === 'command' ? exchange.command.verb : '';
  const settled = reply ?? ('replies' in exchange ? exchange.replies.at(-1) : undefined);
  const aboutLogin = verb === 'AUTH' || verb === 'STARTTLS';
  if (!aboutLogin && (settled === undefined || !dependsOnState(settled))) return [];
  const facts = [...(settled?.code === 503 ? greeted(before, locale) : []), ...secured(before, verb, locale)];
  return facts.length === 0 ? [] : [phrase('session', locale, { facts: facts.join(locale === 'en' ? ', ' : '，') })];
}

/** Refusals for order, policy or want of a login; not those that name another cause. */
function dependsOnState({ code: number, enhanced }: Reply): boolean {
  if (STATE_CODES.has(number)) return true;
  if (number < 500) return false;
  return enhanced === undefined ? number === 550 || number === 554 : /^5\.7\.[01]$/.test(enhanced);
}

const STATE_CODES: ReadonlySet<number> = new Set([432, 454, 503, 523, 524, 530, 534, 535, 538]);

function greeted({ hello }: SessionState, locale: Locale): string[] {
  return hello.kind === 'none' ? [phrase('noHello', locale)] : [];
}

function secured({ tls, auth }: SessionState, verb: string, locale: Locale): string[] {
  const facts: string[] = [];
  if (tls !== 'unknown') facts.push(phrase(tls === 'active' ? 'tls' : 'noTls', locale));
  if (auth.kind === 'done') facts.push(phrase('loggedIn', locale, { line: lineOf(auth.exchange) }));
  else if (auth.kind === 'none' && (verb === 'MAIL' || verb === 'RCPT' || verb === 'DATA'))
    facts.push(phrase('notLoggedIn', locale));
  return facts;
}

function lineOf({ command }: CommandExchange): number {
  return command.said.line + 1;
}
