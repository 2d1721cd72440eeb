import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import { linesOfExchange } from '../rules/rule';
import { locate } from '../transcript/transcript';
import { saidAt } from './lookup';
import type { ParsedDocument } from './parsedDocument';

/** From the inside out: word, argument, line, exchange, transaction, session, file. */
export function selectionRanges(document: ParsedDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => nest(rangesAt(document, position), position));
}

function rangesAt(document: ParsedDocument, position: Position): Range[] {
  const { line } = document.positions.place(position);
  const ranges: Range[] = [];
  const at = saidAt(document, position);
  if (at !== undefined) {
    const { text } = at.said;
    for (const pattern of [/[\p{L}\p{N}_]+/gu, /[^\s<>:=]+/g, /[^\s]+/g]) {
      for (const match of text.slice(0, 4000).matchAll(pattern)) {
        const end = match.index + match[0].length;
        if (match.index <= at.offset && at.offset <= end)
          ranges.push(document.positions.range(locate(at.said, match.index, end)));
      }
    }
    const blank = text.indexOf(' ');
    if (blank > 0 && at.offset > blank) ranges.push(document.positions.range(locate(at.said, blank + 1, text.length)));
    ranges.push(document.positions.range(locate(at.said, 0, text.length)));
  }
  ranges.push(lines(document, line, line));
  const step = at?.context?.step;
  const owned = step === undefined ? [] : linesOfExchange(step.exchange);
  if (owned.length > 0) ranges.push(lines(document, owned[0] as number, owned.at(-1) as number));
  const session = document.sessionAt(line);
  if (session !== undefined) {
    for (const { firstLine, lastLine } of document.transactionsOf(session)) {
      if (firstLine <= line && line <= lastLine) ranges.push(lines(document, firstLine, lastLine));
    }
    ranges.push(lines(document, document.headOf(session), session.lastLine));
  }
  ranges.push(lines(document, 0, document.content.lineCount - 1));
  return ranges;
}

function lines(document: ParsedDocument, first: number, last: number): Range {
  return {
    start: document.positions.position(first, 0),
    end: document.positions.position(last, document.lineText(last).length),
  };
}

/** Each range contains the one before; what does not is left out. */
function nest(ranges: readonly Range[], position: Position): SelectionRange {
  let chain: Range[] = [];
  for (const range of ranges) {
    const inner = chain.at(-1);
    if (inner === undefined || (contains(range, inner) && !contains(inner, range))) chain = [...chain, range];
  }
  return (
    chain.reduceRight<SelectionRange | undefined>(
      (parent, range) => ({ range, ...(parent && { parent }) }),
      undefined,
    ) ?? { range: { start: position, end: position } }
  );
}

function contains(outer: Range, inner: Range): boolean {
  return !before(inner.start, outer.start) && !before(outer.end, inner.end);
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
