import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { Finding } from '../rules/judge';
import type { Fix, Rule } from '../rules/rule';
import { editsOf } from './applyFix';
import { ParsedDocument } from './parsedDocument';

/** A fix may take findings with it and bring others to light: so often the text is read again. */
const MOST_ROUNDS = 100;

/** The fix that is certain enough to be applied without asking. */
export function preferredFix({ rule, problem, session }: Finding): Fix | undefined {
  return rule.fixes?.(problem, session).find(({ preferred }) => preferred);
}

/**
 * The document with every certain fix applied: in each round those of each session that can be done at once, then
 * the result is read again. `sessionKey` limits it to one session. The same document when there is nothing to mend.
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
    const fixes = fixesOfRound(current, sessionKey);
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

/**
 * What can be done at once: in each session the first fix, and those of the same rule further down that no fix before them
 * reaches. What one rule finds in two places is wrong there each for itself; of two rules, one may follow from the other.
 */
function fixesOfRound(document: ParsedDocument, sessionKey: string | undefined): Fix[] {
  const begun = new Map<string, { readonly rule: Rule; last: number }>();
  const fixes: Fix[] = [];
  for (const finding of document.findings) {
    const { rule, session, problem } = finding;
    if (sessionKey !== undefined && session.key !== sessionKey) continue;
    const before = begun.get(session.key);
    if (before !== undefined && (before.rule !== rule || problem.span.line <= before.last)) continue;
    const fix = preferredFix(finding);
    if (fix === undefined) continue;
    const { first, last } = reachOf(fix);
    if (before !== undefined && first <= before.last) continue;
    if (before === undefined) begun.set(session.key, { rule, last });
    else before.last = last;
    fixes.push(fix);
  }
  return fixes;
}

/** The lines between which a fix changes something. */
function reachOf({ edits }: Fix): { readonly first: number; readonly last: number } {
  const lines = edits.flatMap((edit) => {
    switch (edit.kind) {
      case 'insert':
        return [edit.before];
      case 'replace':
        return [edit.said.line];
      case 'text':
        return [edit.span.line];
      case 'delete':
        return edit.lines;
      case 'move':
        return [...edit.lines, edit.before];
      default:
        return edit satisfies never;
    }
  });
  return lines.reduce(({ first, last }, line) => ({ first: Math.min(first, line), last: Math.max(last, line) }), {
    first: Number.POSITIVE_INFINITY,
    last: -1,
  });
}

/** What became of a document, as one edit of the lines between the first and the last difference; undefined without any. */
export function fixAllEdit(document: ParsedDocument, after: ParsedDocument): TextEdit | undefined {
  if (after.text === document.text) return undefined;
  const edit = difference(document, after.text);
  return { ...edit, newText: document.endedLikeSource(edit.newText) };
}

/** The text after edits that do not overlap. */
export function applyEdits(document: ParsedDocument, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map(({ range, newText }, index) => ({
      start: offsetOf(document, range.start),
      end: offsetOf(document, range.end),
      newText: document.endsInCr ? newText.replaceAll('\r', '\n') : newText,
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
  return (document.content.startOf(line) ?? document.content.length) + column;
}

function positionAt(document: ParsedDocument, offset: number): Position {
  const line = document.content.lineAt(offset);
  return document.positions.position(line, offset - (document.content.startOf(line) ?? 0));
}
