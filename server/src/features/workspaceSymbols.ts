import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Locale } from '../reference/entry';
import { locate, type Span } from '../transcript/transcript';
import { namesIn } from './lookup';
import type { ParsedDocument } from './parsedDocument';
import type { Located } from './references';
import { word } from './words';

/** More than this nobody reads. */
const MOST = 500;

/** Sessions, recipients, queue ids and message ids whose name contains the query, case ignored. */
export function workspaceSymbols(all: readonly Located[], query: string, locale: Locale): WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const symbols: WorkspaceSymbol[] = [];
  for (const { uri, document } of all) {
    for (const { name, kind, span } of candidates(document, locale)) {
      if (!name.toLowerCase().includes(wanted)) continue;
      symbols.push({ name, kind, location: { uri, range: document.positions.range(span) } });
      if (symbols.length >= MOST) return symbols;
    }
  }
  return symbols;
}

function* candidates(
  document: ParsedDocument,
  locale: Locale,
): Generator<{ name: string; kind: SymbolKind; span: Span }> {
  for (const session of document.transcript.sessions) {
    const line = document.headOf(session);
    const span = { line, start: 0, end: document.lineText(line).length };
    yield { name: word('session', locale, { key: session.key }), kind: SymbolKind.Namespace, span };
    for (const { recipients } of document.transactionsOf(session)) {
      for (const { address, exchange } of recipients) {
        const { said } = exchange.command;
        yield { name: address, kind: SymbolKind.Variable, span: locate(said, 0, said.text.length) };
      }
    }
  }
  for (const utterance of document.transcript.utterances) {
    if (!/queued as|id=|message-id/i.test(utterance.text)) continue;
    for (const { kind, text, span } of namesIn(document.lineText(utterance.line), utterance.line)) {
      if (kind === 'queue-id' || kind === 'message-id') yield { name: text, kind: SymbolKind.Key, span };
    }
  }
}
