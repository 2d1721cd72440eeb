/** What the reference says that the checker finds is what the checker finds. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { reference } from '../../server/src/reference/texts';
import { type Sample, type Stated, samplesOf } from './samples';

const samples = samplesOf(reference);

describe('transcripts in the reference', () => {
  test('are there', () => {
    const scenarios = samples.filter(({ name }) => name.startsWith('reply-code'));
    assert.ok(scenarios.length >= 50, `${scenarios.length} of reply codes`);
    assert.ok(samples.filter(({ name }) => name.startsWith('guide')).length >= 50);
  });

  for (const sample of samples) {
    test(sample.name, () => assert.deepEqual(found(sample), inOrder(sample.stated), sample.text));
  }
});

/** What the checker finds at warning or above. */
function found({ text }: Sample): string[] {
  const document = new ParsedDocument(text);
  assert.equal(document.transcript.detection.dialect?.id, 'canonical', 'it is in the canonical format');
  const bad = document.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return inOrder(bad.map(({ rule, problem }) => ({ line: problem.span.line + 1, rule: rule.code })));
}

function inOrder(stated: readonly Stated[]): string[] {
  return [...stated]
    .sort((a, b) => a.line - b.line || a.rule.localeCompare(b.rule))
    .map(({ line, rule }) => `${line} ${rule}`);
}
