import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { Finding } from '../rules/judge';
import type { Fix } from '../rules/rule';
import { editsOf } from './applyFix';
import { ParsedDocument } from './parsedDocument';

/** A fix may take findings with it and bring others to light: so often the text is read again. */
const MOST_ROUNDS = 100;

/** The fix that is certain enough to be applied without asking. */
export function preferredFix({ rule, problem, session }: Finding): Fix | undefined {
  return rule.fixes?.(problem, session).find(({ preferred }) => preferred);
}

/**
 * The document with every certain fix applied: in each round the first one of each session, then the result is read
 * again. `sessionKey` limits it to one session. The same document when there is nothing to mend.
 */
export function mended(document: ParsedDocument, sessionKey?: string): ParsedDocument {
  let current = document;
  for (const round of mending(document, sessionKey)) current = round;
  return current;
}

/** The document after each round of `mended`. */
export function* mending(document: ParsedDocument, sessionKey?: string): Generator<ParsedDocument> {
  const { detection, regions } = document.transcript;
  // A document of several formats is told apart anew: one dialect would not read it.
  const dialect = regions.length > 1 ? undefined : detection.dialect;
  let current = document;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = firstOfEachSession(current, sessionKey);
    if (fixes.length === 0) return;
    const text = applyEdits(
      current,
      fixes.flatMap((fix) => editsOf(current, fix)),
    );
    if (text === current.text) return;
    current = new ParsedDocument(text, dialect, document.policy);
    yield current;
  }
}

function firstOfEachSession(document: ParsedDocument, sessionKey: string | undefined): Fix[] {
  const seen = new Set<string>();
  const fixes: Fix[] = [];
  for (const finding of document.findings) {
    const { key } = finding.session;
    if (seen.has(key) || (sessionKey !== undefined && key !== sessionKey)) continue;
    const fix = preferredFix(finding);
    if (fix === undefined) continue;
    seen.add(key);
    fixes.push(fix);
  }
  return fixes;
}

/** What became of a document, as one edit of the lines between the first and the last difference; undefined without any. */
export function fixAllEdit(document: ParsedDocument, after: ParsedDocument): TextEdit | undefined {
  return after.text === document.text ? undefined : difference(document, after.text);
}

/** The text after edits that do not overlap. */
export function applyEdits(document: ParsedDocument, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map(({ range, newText }, index) => ({
      start: offsetOf(document, range.start),
      end: offsetOf(document, range.end),
      newText,
      index,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  let text = '';
  let at = 0;
  for (const { start, end, newText } of sorted) {
    text += document.text.slice(at, Math.max(at, start)) + newText;
    at = Math.max(at, end);
  }
  return text + document.text.slice(at);
}

function difference(document: ParsedDocument, text: string): TextEdit {
  const before = document.text;
  let start = 0;
  while (start < before.length && before[start] === text[start]) start++;
  start = before.lastIndexOf('\n', start - 1) + 1;
  let tail = 0;
  while (tail < Math.min(before.length, text.length) - start && before.at(-1 - tail) === text.at(-1 - tail)) tail++;
  const range = { start: positionAt(document, start), end: positionAt(document, before.length - tail) };
  return { range, newText: text.slice(start, text.length - tail) };
}

function offsetOf(document: ParsedDocument, position: Position): number {
  const { line, column } = document.positions.place(position);
  return (document.lineStarts()[line] ?? document.text.length) + column;
}

function positionAt(document: ParsedDocument, offset: number): Position {
  const line = document.lineStarts().findLastIndex((start) => start <= offset);
  return document.positions.position(line, offset - (document.lineStarts()[line] ?? 0));
}
