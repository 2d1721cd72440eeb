import type { CodeLens } from 'vscode-languageserver-types';
import type { Locale } from '../reference/entry';
import type { Session } from '../transcript/reader';
import type { MailTransaction } from '../transcript/transactions';
import type { ParsedDocument } from './parsedDocument';
import { word } from './words';

/** Commands of the client that lenses call. */
export const ONLY_SESSION = 'smtp.onlyThisSession';
export const COPY_SESSION = 'smtp.copySession';
export const SHOW_FINDINGS = 'smtp.showFindings';

/**
 * Above each session: what came of it, how long it took, TLS, findings, and what can be done with it; above each
 * transaction what came of it. `commands`: the client has the commands that lenses call.
 */
export function codeLenses(document: ParsedDocument, uri: string, locale: Locale, commands: boolean): CodeLens[] {
  const variant = `${uri} ${locale} ${commands} ${document.transcript.sessions.length > 1}`;
  return document.transcript.sessions.flatMap((session) =>
    document.made(
      'lenses',
      session,
      () => [
        ...sessionLenses(document, uri, session, locale, commands),
        ...document.transactionsOf(session).map((transaction) => transactionLens(document, transaction, locale)),
      ],
      `${variant} ${document.countOf(session)}`,
    ),
  );
}

function sessionLenses(
  document: ParsedDocument,
  uri: string,
  session: Session,
  locale: Locale,
  commands: boolean,
): CodeLens[] {
  const at = document.positions.position(document.headOf(session), 0);
  const range = { start: at, end: at };
  const lens = (title: string, command: string) => ({
    range,
    command: { title, command, arguments: [uri, session.key] },
  });
  const summary = summaryOf(document, session, locale);
  if (!commands) return [{ range, command: { title: summary, command: '' } }];
  return [
    lens(summary, SHOW_FINDINGS),
    // Of the only session of a file there is nothing to leave out.
    ...(document.transcript.sessions.length > 1 ? [lens(word('onlySession', locale), ONLY_SESSION)] : []),
    lens(word('copySession', locale), COPY_SESSION),
  ];
}

/** `partly delivered · 1.8 s · TLS 1.3 · 2 findings`. */
export function summaryOf(document: ParsedDocument, session: Session, locale: Locale): string {
  const transactions = document.transactionsOf(session);
  const outcomes = [...new Set(transactions.map((transaction) => outcomeOf(transaction, locale)))].slice(0, 3);
  const parts = outcomes.length > 0 ? outcomes : [word('session', locale, { key: session.key })];
  const seconds = durationOf(session);
  if (seconds !== undefined) parts.push(`${seconds.toFixed(1)} s`);
  const tls = tlsOf(session);
  if (tls !== undefined) parts.push(tls);
  const count = document.countOf(session);
  if (count > 0) parts.push(count === 1 ? word('oneFinding', locale) : word('findings', locale, { count }));
  return parts.join(' · ');
}

/** `delivered to 2 of 3`; one word where there is nothing to count. */
function outcomeOf({ outcome, recipients }: MailTransaction, locale: Locale): string {
  if (outcome !== 'partly-delivered' || recipients.length < 2) return word(outcome, locale);
  return word('deliveredTo', locale, { taken: takenOf(recipients), all: recipients.length });
}

function takenOf(recipients: MailTransaction['recipients']): number {
  return recipients.filter(({ code }) => code === null || code < 400).length;
}

function transactionLens(document: ParsedDocument, transaction: MailTransaction, locale: Locale): CodeLens {
  const at = document.positions.position(transaction.firstLine, 0);
  const { recipients, outcome, code } = transaction;
  const taken = takenOf(recipients);
  const parts = [`${word(outcome, locale)}${code === null ? '' : ` (${code})`}`];
  if (recipients.length > 0) parts.push(word('recipientsTaken', locale, { taken, all: recipients.length }));
  return { range: { start: at, end: at }, command: { title: parts.join(' · '), command: '' } };
}

function durationOf(session: Session): number | undefined {
  let first: number | undefined;
  let last: number | undefined;
  for (const { exchange } of session.steps) {
    const times =
      exchange.kind === 'command'
        ? [exchange.command.said.time]
        : exchange.kind === 'event'
          ? [exchange.told.time]
          : [];
    const replied = 'replies' in exchange ? exchange.replies.map(({ lines }) => lines.at(-1)?.said.time) : [];
    for (const time of [...times, ...replied]) {
      if (time === undefined) continue;
      first ??= time;
      last = time;
    }
  }
  return first === undefined || last === undefined ? undefined : Math.max(0, last - first) / 1000;
}

function tlsOf(session: Session): string | undefined {
  for (const { exchange } of session.steps) {
    if (exchange.kind !== 'event' || exchange.told.event.type !== 'tls') continue;
    return exchange.told.event.protocol?.replace(/^TLSv(?=\d)/, 'TLS ') ?? 'TLS';
  }
  return session.after.tls === 'active' ? 'TLS' : undefined;
}
