/** A file that ends anywhere: the start of a command or reply is no malformed one. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { judge } from '../../../server/src/rules/judge';
import { readTranscript } from '../../../server/src/transcript/readTranscript';

const CATEGORIES: ReadonlySet<string> = new Set(['syntax', 'extension', 'sequence', 'framing', 'reply']);
/** That nothing answers what came last is so, and half a name is a name. */
const TRUE = new Set([
  'sequence.unanswered-command',
  'sequence.no-quit',
  'reply.greeting-domain',
  'reply.hostname-changes',
]);

for (const name of ['curl/clean-v.log', 'curl/clean-trace-ascii-dots.log', 'tshark-summary/cut-lines.log']) {
  test(`${name}, cut anywhere`, () => {
    const text = readFileSync(`test/corpus/${name}`, 'utf8');
    for (let length = 40; length <= text.length; length += 3) {
      const cut = text.slice(0, length);
      const codes = readTranscript(cut)
        .sessions.flatMap((session) => judge(session))
        .filter(({ rule }) => CATEGORIES.has(rule.category) && !TRUE.has(rule.code))
        .map(({ rule }) => rule.code);
      assert.deepEqual(codes, [], cut);
    }
  });
}

test('a command at the end that is whole, or malformed in a line with its end, is read', () => {
  const text = readFileSync('test/corpus/curl/clean-v.log', 'utf8');
  const at = text.indexOf('> RCPT TO');
  const told = (end: string) =>
    readTranscript(`${text.slice(0, at)}${end}`)
      .sessions.flatMap((session) => judge(session))
      .map(({ rule }) => rule.code);
  assert.ok(told('> RCPT TO:<b\n').includes('syntax.address'));
  assert.deepEqual(told('> RCPT TO:<b'), []);
  assert.deepEqual(told('> RCPT TO:<bob@example.org>'), ['sequence.unanswered-command']);
});
