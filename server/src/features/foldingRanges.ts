import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Session } from '../transcript/reader';
import type { ParsedDocument } from './parsedDocument';

/** Folds sessions, transactions, mail data and replies of several lines. Lines of other sessions in between fold along. */
export function foldingRanges(document: ParsedDocument): FoldingRange[] {
  return document.transcript.sessions.flatMap((session) =>
    document.made('folding', session, () => rangesOf(document, session)),
  );
}

function rangesOf(document: ParsedDocument, session: Session): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (first: number, last: number, kind?: FoldingRangeKind) => {
    const startLine = document.positions.position(first, 0).line;
    const endLine = document.positions.position(last, 0).line;
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind !== undefined && { kind }) });
  };
  add(session.firstLine, session.lastLine, FoldingRangeKind.Region);
  for (const { firstLine, lastLine } of document.transactionsOf(session)) add(firstLine, lastLine);
  for (const { exchange } of session.steps) {
    if (exchange.kind === 'message' && exchange.data.firstLine >= 0)
      add(exchange.data.firstLine, exchange.data.lastLine);
    if (!('replies' in exchange)) continue;
    for (const { lines } of exchange.replies) {
      const first = lines[0]?.said.line;
      const last = lines.at(-1)?.said.line;
      if (first !== undefined && last !== undefined) add(first, last);
    }
  }
  return ranges;
}
