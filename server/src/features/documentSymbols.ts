import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver-types';
import type { Locale } from '../reference/entry';
import { nameOf } from '../rules/about';
import type { Session, Step } from '../transcript/reader';
import type { MailTransaction, Outcome } from '../transcript/transactions';
import { type CommandExchange, locate, type Said } from '../transcript/transcript';
import type { ParsedDocument } from './parsedDocument';
import { word } from './words';

/** An outline of more symbols than this leaves out the commands of sessions that have no finding. */
const MOST_SYMBOLS = 10_000;

/** The outline: sessions, in them transactions, in them commands; what came of each in the detail. */
export function documentSymbols(document: ParsedDocument, locale: Locale): DocumentSymbol[] {
  const { sessions } = document.transcript;
  const all = sessions.reduce((count, { steps }) => count + steps.length, 0);
  return sessions.map((session) => {
    const count = document.countOf(session);
    const depth = all <= MOST_SYMBOLS || count > 0 ? 'commands' : 'transactions';
    const made = () => sessionSymbol(document, session, locale, depth);
    return document.made('outline', session, made, `${locale} ${depth} ${count}`);
  });
}

/** How far down an outline goes. */
type Depth = 'transactions' | 'commands';

function sessionSymbol(document: ParsedDocument, session: Session, locale: Locale, depth: Depth): DocumentSymbol {
  const lines = lineRange(document, document.headOf(session), session.lastLine);
  return {
    name: word('session', locale, { key: session.key }),
    detail: sessionDetail(document, session, document.transactionsOf(session), locale),
    kind: kindOf(
      document.transactionsOf(session).map(({ outcome }) => outcome),
      SESSION,
    ),
    range: lines,
    selectionRange: { start: lines.start, end: lines.start },
    children: childrenOf(document, session, locale, depth),
  };
}

function childrenOf(document: ParsedDocument, session: Session, locale: Locale, depth: Depth): DocumentSymbol[] {
  const transactions = document.transactionsOf(session);
  const symbols = transactions.map((transaction) => transactionSymbol(document, transaction, locale, depth));
  if (depth === 'transactions') return symbols;
  const inTransaction = new Set<Step>(transactions.flatMap(({ steps }) => steps));
  const others = session.steps.filter((step) => !inTransaction.has(step));
  return [...symbols, ...others.flatMap((step) => stepSymbol(document, step, locale))].sort(
    (a, b) => a.range.start.line - b.range.start.line,
  );
}

/** Icons that differ by their shape, not by their colour alone: of a session, of a message, of a command. */
const SESSION = SymbolKind.Namespace;
const MESSAGE = SymbolKind.Struct;
const COMMAND = SymbolKind.Method;
/** Refused for good: a flash. */
const REFUSED = SymbolKind.Event;
/** Put off, or done in part. */
const PUT_OFF = SymbolKind.Interface;

/** The icon of what went wrong, else the one given. */
function kindOf(outcomes: readonly Outcome[], usual: SymbolKind): SymbolKind {
  if (outcomes.includes('refused')) return REFUSED;
  return outcomes.includes('deferred') || outcomes.includes('partly-delivered') ? PUT_OFF : usual;
}

function sessionDetail(
  document: ParsedDocument,
  session: Session,
  transactions: readonly MailTransaction[],
  locale: Locale,
): string {
  const count = document.countOf(session);
  const outcomes = transactions.map(({ outcome }) => word(outcome, locale));
  if (count > 0) outcomes.push(count === 1 ? word('oneFinding', locale) : word('findings', locale, { count }));
  if (session.after.tls === 'active') outcomes.push('TLS');
  return outcomes.slice(0, 6).join(' · ');
}

function transactionSymbol(
  document: ParsedDocument,
  transaction: MailTransaction,
  locale: Locale,
  depth: Depth,
): DocumentSymbol {
  const { from, recipients, outcome, code, steps, mail } = transaction;
  const taken = recipients.filter((recipient) => recipient.code === null || recipient.code < 400).length;
  const detail = [
    `${word(outcome, locale)}${code === null ? '' : ` (${code})`}`,
    ...(recipients.length > 0 ? [word('recipientsTaken', locale, { taken, all: recipients.length })] : []),
  ];
  return {
    name: word('transaction', locale, { from }),
    detail: detail.join(' · '),
    kind: kindOf([outcome], MESSAGE),
    range: lineRange(document, transaction.firstLine, transaction.lastLine),
    selectionRange: spanRange(document, mail.command.said),
    ...(depth === 'commands' && { children: steps.flatMap((step) => stepSymbol(document, step, locale)) }),
  };
}

function stepSymbol(document: ParsedDocument, { exchange }: Step, locale: Locale): DocumentSymbol[] {
  switch (exchange.kind) {
    case 'command':
      return [commandSymbol(document, exchange)];
    case 'message': {
      const { first, last, lineCount } = exchange.data;
      if (last === undefined) return [];
      const reply = exchange.replies.at(-1);
      const counted = lineCount === undefined ? [] : [word('lines', locale, { count: lineCount })];
      const end = reply?.lines.at(-1)?.said.line ?? last.line;
      return [
        {
          name: word('mailData', locale),
          detail: [...(reply === undefined ? [] : [String(reply.code)]), ...counted].join(' · '),
          kind: SymbolKind.String,
          range: lineRange(document, (first ?? last).line, Math.max(last.line, end)),
          selectionRange: spanRange(document, first ?? last),
        },
      ];
    }
    case 'greeting': {
      const line = exchange.replies[0]?.lines[0];
      if (line === undefined) return [];
      const range = spanRange(document, line.said);
      return [
        {
          name: word('greeting', locale),
          detail: String(line.code),
          kind: SymbolKind.Field,
          range,
          selectionRange: range,
        },
      ];
    }
    case 'unasked':
    case 'unreadable':
    case 'event':
      return [];
    default:
      return exchange satisfies never;
  }
}

function commandSymbol(document: ParsedDocument, exchange: CommandExchange): DocumentSymbol {
  const { said, verb } = exchange.command;
  const reply = exchange.replies.at(-1);
  const end = reply?.lines.at(-1)?.said.line ?? said.line;
  const shown = verb === 'AUTH' ? said.text.split(' ').slice(0, 2).join(' ') : said.text;
  return {
    name: (verb === 'MAIL' || verb === 'RCPT' ? shown : shown || nameOf(exchange)).slice(0, 120) || '·',
    detail: reply === undefined ? '' : String(reply.code),
    kind: reply === undefined || reply.code < 400 ? COMMAND : reply.code < 500 ? PUT_OFF : REFUSED,
    range: lineRange(document, said.line, Math.max(said.line, end)),
    selectionRange: spanRange(document, said),
  };
}

function lineRange(document: ParsedDocument, first: number, last: number): Range {
  return {
    start: document.positions.position(first, 0),
    end: document.positions.position(last, document.lineText(last).length),
  };
}

function spanRange(document: ParsedDocument, said: Said): Range {
  return document.positions.range(locate(said, 0, said.text.length));
}
