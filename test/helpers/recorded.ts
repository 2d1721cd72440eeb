/**
 * What is found in the transcripts of a rule, to the letter, in `test/rules/expected/<code>.txt`: where each finding of the
 * rule stands (line, columns from 1, the end not included), its words, its related lines and what its fixes change.
 * `UPDATE=1` writes what is found today; look at the difference before you commit it.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { editsOf } from '../../server/src/features/applyFix';
import { applyEdits } from '../../server/src/features/fixAll';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import type { Finding } from '../../server/src/rules/judge';
import { messageOf, noteOf, titleOf } from '../../server/src/rules/words';
import type { Span } from '../../server/src/transcript/transcript';

const FOLDER = 'test/rules/expected';

/** Compares what the rule finds in `text` with what is recorded for this case of it. */
export function assertAsRecorded(code: string, name: string, text: string): void {
  assertRecorded(code, name, written(code, text));
}

/** Compares what is written about this case of the rule with what is recorded. */
export function assertRecorded(code: string, name: string, actual: string): void {
  const path = `${FOLDER}/${code}.txt`;
  const cases = recorded(path);
  if (process.env.UPDATE === '1') {
    mkdirSync(FOLDER, { recursive: true });
    cases.set(name, actual);
    writeFileSync(path, [...cases].map(([each, lines]) => `# ${each}\n${lines}`).join('\n'));
  }
  assert.equal(actual, cases.get(name));
}

const files = new Map<string, Map<string, string>>();

/** The cases in this file; read once. */
function recorded(path: string): Map<string, string> {
  const cases = files.get(path) ?? readCases(existsSync(path) ? readFileSync(path, 'utf8') : '');
  files.set(path, cases);
  return cases;
}

function readCases(text: string): Map<string, string> {
  const parts = text.split(/^# /m).slice(1);
  return new Map(
    parts.map((part, index) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end + 1, index === parts.length - 1 ? undefined : -1)];
    }),
  );
}

function written(code: string, text: string): string {
  const document = new ParsedDocument(text);
  const lines: string[] = [];
  for (const finding of document.findings.filter(({ rule }) => rule.code === code)) {
    lines.push(...linesOf(finding), ...fixesOf(document, finding));
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** The finding and its related lines. */
export function linesOf(finding: Finding): string[] {
  const { problem, severity } = finding;
  return [
    `${place(problem.span)} ${severity}: ${shown(messageOf(finding, 'en'))}`,
    ...problem.related.map((related) => `  ${place(related.span)} ${noteOf(related, 'en')}`),
  ];
}

function place({ line, start, end }: Span): string {
  return `${line + 1}:${start + 1}-${end + 1}`;
}

function fixesOf(document: ParsedDocument, { rule, problem, session }: Finding): string[] {
  return (rule.fixes?.(problem, session) ?? []).flatMap((fix) => {
    const after = applyEdits(document, editsOf(document, fix));
    return [`  fix${fix.preferred ? '!' : ''}: ${titleOf(fix, 'en')}`, ...difference(document.text, after)];
  });
}

/** The lines between what both texts begin and end with. */
function difference(before: string, after: string): string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++;
  let end = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (end < most && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++;
  return [
    ...old.slice(start, old.length - end).map((line) => `    - ${shown(line)}`),
    ...fresh.slice(start, fresh.length - end).map((line) => `    + ${shown(line)}`),
  ];
}

/** Control characters as escapes, long lines cut. */
function shown(line: string): string {
  const text = JSON.stringify(line).slice(1, -1).replaceAll('\\"', '"');
  return text.length <= 200 ? text : `${text.slice(0, 200)}… (${text.length})`;
}
