/** What the status bar says about the cursor: where it is, and what the selected lines come to. */
import type { Range } from 'vscode-languageserver-types';
import type { Locale } from '../reference/entry';
import { octetsOf } from '../transcript/mailData';
import type { Session, Step } from '../transcript/reader';
import type { SessionState } from '../transcript/session';
import type { Exchange } from '../transcript/transcript';
import type { ParsedDocument } from './parsedDocument';
import { type Word, word } from './words';

export interface Place {
  /** The session's key. */
  readonly session: string;
  /** What is in force after the line of the cursor: `EHLO, TLS, message to 2`. */
  readonly state: string;
  readonly selected?: Selected;
}

/** What the selected lines hold. */
export interface Selected {
  readonly exchanges: number;
  /** Octets that client and server said, line ends included. */
  readonly octets: number;
  /** Between the first and the last line that has a time; undefined where the log shows none. */
  readonly seconds?: number;
}

/** The place of the cursor, which is the end of the selection; undefined outside of all sessions. */
export function placeAt(document: ParsedDocument, selection: Range, locale: Locale): Place | undefined {
  const cursor = document.positions.place(selection.end).line;
  const session = document.sessionAt(cursor);
  if (session === undefined) return undefined;
  const isEmpty = selection.start.line === selection.end.line && selection.start.character === selection.end.character;
  return {
    session: session.key,
    state: stateAfter(session, cursor)
      .map(([key, values]) => word(key, locale, values))
      .join(locale === 'en' ? ', ' : '，'),
    ...(!isEmpty && { selected: selectedIn(document, selection) }),
  };
}

type Fact = readonly [Word, Readonly<Record<string, string | number>>?];

function stateAfter({ steps, after }: Session, line: number): Fact[] {
  const next = steps.findIndex((step) => firstLineOf(step) > line);
  const state = (next < 0 ? undefined : steps[next]?.before) ?? after;
  const facts = [...established(state), ...transaction(state)];
  return facts.length > 0 ? facts : [['notGreeted']];
}

function established({ greeting, hello, tls, auth, ended }: SessionState): Fact[] {
  if (ended !== undefined) return [['ended']];
  const facts: Fact[] = [];
  if (hello.kind === 'ehlo' || hello.kind === 'helo' || hello.kind === 'lhlo')
    facts.push(['greeted', { verb: hello.kind.toUpperCase() }]);
  else if (hello.kind === 'none' && greeting.kind === 'given') facts.push(['noHello']);
  if (tls === 'active') facts.push(['tls']);
  if (auth.kind === 'done') facts.push(['loggedIn']);
  return facts;
}

function transaction({ transaction: current, ended }: SessionState): Fact[] {
  if (current.kind !== 'open' || ended !== undefined) return [];
  const accepted = current.recipients?.length ?? 0;
  const refused = current.refusedRecipients?.length ?? 0;
  return [['inTransaction', { accepted, all: accepted + refused }]];
}

function firstLineOf({ exchange }: Step): number {
  switch (exchange.kind) {
    case 'command':
      return exchange.command.said.line;
    case 'message':
      return exchange.data.firstLine < 0 ? exchange.data.lastLine : exchange.data.firstLine;
    case 'unreadable':
      return exchange.said.line;
    case 'event':
      return exchange.told.line;
    default:
      return exchange.replies[0]?.lines[0].said.line ?? 0;
  }
}

function selectedIn(document: ParsedDocument, { start, end }: Range): Selected {
  const first = document.positions.place(start).line;
  // A selection that ends before the first character of a line does not take the line in.
  const last = Math.max(first, document.positions.place(end).line - (end.character === 0 ? 1 : 0));
  const exchanges = new Set<Exchange>();
  let octets = 0;
  let from: number | undefined;
  let to: number | undefined;
  for (let line = first; line <= last; line++) {
    for (const utterance of document.utterancesOn(line)) {
      const exchange = document.contextOf(utterance)?.step.exchange;
      if (exchange !== undefined) exchanges.add(exchange);
      if (utterance.speaker !== 'tool') octets += octetsOf(utterance);
      from ??= utterance.time;
      to = utterance.time ?? to;
    }
  }
  const seconds = from === undefined || to === undefined ? undefined : Math.max(0, to - from) / 1000;
  return { exchanges: exchanges.size, octets, ...(seconds !== undefined && { seconds }) };
}
