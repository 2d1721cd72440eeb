/** Tables of transcripts for one rule: those it has to speak about, and near misses it must leave alone. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { editsOf } from '../../server/src/features/applyFix';
import { applyEdits } from '../../server/src/features/fixAll';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { opened } from '../../server/src/rules/exampleSessions';
import type { Finding } from '../../server/src/rules/judge';
import { messageOf } from '../../server/src/rules/words';
import { assertAsRecorded } from './recorded';

/** What is found in a canonical transcript. */
export function findingsIn(text: string): readonly Finding[] {
  return new ParsedDocument(text).findings;
}

/** `line severity rule` of everything found, 1-based lines. */
export function summary(text: string): string[] {
  return findingsIn(text).map(({ rule, severity, problem }) => `${problem.span.line + 1} ${severity} ${rule.code}`);
}

/** A session that begins with EHLO and these offers, then goes on with `lines`. */
export function greeted(lines: string, ...offers: readonly string[]): string {
  return `${opened(...offers)}${lines}\n`;
}

/** The text after the first fix of the first finding of this rule; undefined when it has none. */
export function fixed(text: string, code: string): string | undefined {
  const document = new ParsedDocument(text);
  const found = document.findings.find(({ rule }) => rule.code === code);
  const fix = found?.rule.fixes?.(found.problem, found.session)[0];
  return fix === undefined ? undefined : applyEdits(document, editsOf(document, fix));
}

interface Table {
  /** Name of the case, text, and what the message has to contain (a variant’s own words) or the severity. */
  readonly speaks: Readonly<
    Record<string, { readonly text: string; readonly says?: string; readonly severity?: string }>
  >;
  readonly keepsQuiet: Readonly<Record<string, string>>;
}

/** Runs the table; what other rules say is not looked at. */
export function near(code: string, { speaks, keepsQuiet }: Table): void {
  describe(code, () => {
    for (const [name, { text, says, severity }] of Object.entries(speaks)) {
      test(`speaks: ${name}`, () => {
        const mine = findingsIn(text).filter(({ rule }) => rule.code === code);
        assert.equal(mine.length, 1, `${mine.length} findings, all: ${summary(text).join(', ')}`);
        const [found] = mine as [Finding];
        if (says !== undefined) assert.ok(messageOf(found, 'en').includes(says), messageOf(found, 'en'));
        if (severity !== undefined) assert.equal(found.severity, severity);
      });

      test(`to the letter: ${name}`, () => assertAsRecorded(code, name, text));
    }
    for (const [name, text] of Object.entries(keepsQuiet)) {
      test(`keeps quiet: ${name}`, () => {
        const mine = findingsIn(text).filter(({ rule }) => rule.code === code);
        assert.deepEqual(
          mine.map((each) => messageOf(each, 'en')),
          [],
        );
      });
    }
  });
}
