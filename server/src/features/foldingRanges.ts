import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Session } from '../transcript/reader';
import type { ParsedDocument } from './parsedDocument';

/**
 * Folds sessions, transactions, mail data, replies of several lines, and what tools say in between: handshakes of TLS,
 * noise that repeats itself. Lines of other sessions in between fold along.
 */
export function foldingRanges(document: ParsedDocument): FoldingRange[] {
  return document.transcript.sessions.flatMap((session) =>
    document.made('folding', session, () => rangesOf(document, session)),
  );
}

function rangesOf(document: ParsedDocument, session: Session): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (first: number, last: number, kind?: FoldingRangeKind) => {
    if (last <= first) return;
    const startLine = document.positions.position(first, 0).line;
    const endLine = document.positions.position(last, 0).line;
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind !== undefined && { kind }) });
  };
  add(document.headOf(session), session.lastLine, FoldingRangeKind.Region);
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
  for (const { first, last } of asides(document, session)) add(first, last, FoldingRangeKind.Comment);
  return ranges;
}

/** So many lines of a tool's own are worth a fold. */
const FEWEST = 3;

/** Runs of lines in a session on which neither client nor server says anything, in no session that goes on beside it. */
function* asides(
  document: ParsedDocument,
  session: Session,
): Generator<{ readonly first: number; readonly last: number }> {
  // Few sessions have a silent line.
  let messages: ReadonlySet<number> | undefined;
  let first = session.firstLine;
  for (let line = first; line <= session.lastLine; line++) {
    if (document.isSilent(line)) {
      messages ??= linesOfMessages(session);
      if (!messages.has(line)) continue;
    }
    if (line - first >= FEWEST) yield { first, last: line - 1 };
    first = line + 1;
  }
}

/** Where the log hides the data of a message, what stands for it is no aside. */
function linesOfMessages({ steps }: Session): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { exchange } of steps) {
    if (exchange.kind !== 'message' || exchange.data.firstLine < 0) continue;
    for (let line = exchange.data.firstLine; line <= exchange.data.lastLine; line++) lines.add(line);
  }
  return lines;
}
