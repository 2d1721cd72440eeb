/** Reading an edit equals reading the whole. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { codeLenses } from '../../server/src/features/codeLenses';
import { documentLinks } from '../../server/src/features/documentLinks';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { reference } from '../../server/src/reference/texts';
import { messageOf } from '../../server/src/rules/words';
import { SWAKS } from '../helpers/shortLogs';

/** Everything that people see of a document, in one comparable text. */
function facts(document: ParsedDocument): string {
  const sessions = document.transcript.sessions.map(
    ({ key, firstLine, lastLine, steps, clientSeen, serverSeen, after }) => ({
      key,
      firstLine,
      lastLine,
      clientSeen,
      serverSeen,
      steps,
      after,
    }),
  );
  const findings = document.findings.map((finding) => ({
    code: finding.rule.code,
    severity: finding.severity,
    span: finding.problem.span,
    related: finding.problem.related,
    message: messageOf(finding, 'en'),
  }));
  return JSON.stringify({
    sessions,
    findings,
    utterances: document.transcript.utterances,
    lines: Array.from({ length: document.content.lineCount }, (_, line) => document.content.startOf(line)),
    outline: documentSymbols(document, 'en'),
    folds: foldingRanges(document),
    tokens: semanticTokens(document),
    lenses: codeLenses(document, 'file:///a.log', 'en', true),
    links: documentLinks(document, reference),
    said: document.transcript.utterances.map(({ line }) => document.utterancesOn(line).length),
  });
}

const SESSION = [
  'S: 220 mx.example.org ESMTP',
  'C: EHLO client.example.com',
  'S: 250-mx.example.org',
  'S: 250 PIPELINING',
  'C: MAIL FROM:<alice@example.com>',
  'S: 250 Ok',
  'C: RCPT TO:<ghost@example.org>',
  'S: 550 5.1.1 User unknown',
  'C: DATA',
  'S: 503 5.5.1 Error: need RCPT command, see RFC 5321 section 4.1.4',
  'C: QUIT',
  'S: 221 Bye',
].join('\n');

const canonical = Array.from({ length: 40 }, (_, n) => `--- session ${n} ---\n${SESSION}\n`).join('');

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const edits = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 80 }),
  insert: fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.constantFrom(
      '\n',
      '\r\n',
      'C: RSET\nS: 250 Ok\n',
      'C: DATA\n',
      '--- session x ---\n',
      'S: 220 again\n',
      '# note\n',
      'S: 451 4.7.1 See https://mx.example.org/later\n',
    ),
  ),
});

function applied(text: string, { at, remove, insert }: Edit): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + insert + text.slice(from + remove);
}

function check(start: string, steps: readonly Edit[]): void {
  let document = new ParsedDocument(start);
  // What is made at the first look is kept over the edits.
  facts(document);
  for (const edit of steps) {
    const text = applied(document.text, edit);
    document = new ParsedDocument(text, undefined, document.policy, document);
    assert.equal(facts(document), facts(new ParsedDocument(text)), `after ${JSON.stringify(edit)}`);
  }
}

describe('reading an edit', () => {
  test('equals reading the whole, in a file of many sessions', () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 4 }), (steps) => check(canonical, steps)),
      { numRuns: 12 },
    );
  });

  test('equals reading the whole, when a log of another program is put into it', () => {
    const text = `${canonical}\n`;
    const insert = `And swaks says:\n\n${SWAKS}`;
    check(text, [{ at: 1, remove: 0, insert }]);
    assert.equal(new ParsedDocument(text + insert).transcript.regions.length, 2);
  });

  for (const tool of readdirSync('test/corpus', { withFileTypes: true })) {
    if (!tool.isDirectory() || tool.name === 'not-smtp') continue;
    test(`equals reading the whole, in logs of ${tool.name}`, () => {
      const logs = readdirSync(`test/corpus/${tool.name}`).filter((file) => file.endsWith('.log'));
      const texts = logs.map((file) => readFileSync(`test/corpus/${tool.name}/${file}`, 'utf8'));
      const smallest = texts.sort((a, b) => a.length - b.length)[0] ?? '';
      const steps = fc.array(edits, { minLength: 1, maxLength: 2 });
      fc.assert(
        fc.property(steps, (each) => check(smallest.repeat(2), each)),
        { numRuns: 4 },
      );
    });
  }
});
