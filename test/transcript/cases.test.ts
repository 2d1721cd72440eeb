/**
 * Transcripts as Markdown: the heading is the test's name, the prose says why, the `smtp` block is read, the `text` block
 * is what must be found, a line each: `line rule severity`. `UPDATE=1` writes what is found today into the blocks.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, test } from 'node:test';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { CASE, caseFiles } from '../helpers/cases';

function findingsIn(transcript: string): string {
  const { findings } = new ParsedDocument(transcript);
  return findings.map(({ problem, rule, severity }) => `${problem.span.line + 1} ${rule.code} ${severity}\n`).join('');
}

for (const path of caseFiles()) {
  const file = basename(path);
  const text = readFileSync(path, 'utf8');
  if (process.env.UPDATE === '1') {
    writeFileSync(
      path,
      text.replace(
        CASE,
        (_, name, prose, input) =>
          `## ${name}\n${prose}\`\`\`smtp\n${input}\`\`\`\n\n\`\`\`text\n${findingsIn(input)}\`\`\``,
      ),
    );
  }
  describe(file, () => {
    const cases = [...text.matchAll(CASE)];

    test('every heading has a transcript, a reason and what must be found', () => {
      assert.equal(cases.length, [...text.matchAll(/^## /gm)].length);
      for (const [, name, prose] of cases) assert.notEqual(prose?.trim(), '', name);
    });

    if (file === 'healthy.md') {
      test('nothing in it is a fault', () => {
        for (const [, name, , input = ''] of cases)
          assert.doesNotMatch(findingsIn(input), / (?:error|warning)$/m, name);
      });
    }

    for (const [, name = '', , input = '', expected] of cases) {
      test(name, () => assert.equal(findingsIn(input), expected));
    }
  });
}
