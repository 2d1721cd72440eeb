/** A rule that is not asked about a session, because nothing that it needs is in it, has nothing to say about it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { RULES } from '../../server/src/rules';
import { rulePages } from '../../server/src/rules/pages';
import { DEFAULT_THRESHOLDS, thresholdsOf } from '../../server/src/rules/thresholds';
import { maskOf } from '../../server/src/rules/traits';
import { traitsOf } from '../../server/src/rules/traitsOf';
import { mingledAt } from '../../server/src/transcript/mingled';
import { readTranscript } from '../../server/src/transcript/readTranscript';
import { logOf } from '../helpers/texts';
import { validSession } from '../model/generate';
import { MUTATIONS } from '../model/mutations';
import { Random } from '../model/random';
import { textOf } from '../model/session';

const SMALLEST = thresholdsOf(() => 1);

/** Fails for each rule that would speak about a session of the text, and is not asked. Gives the number of those asked. */
function everyRuleIsAsked(text: string): number {
  let asked = 0;
  for (const session of readTranscript(text).sessions) {
    // One rule only is asked about what several connections have said.
    if (mingledAt(session) !== undefined) continue;
    const traits = traitsOf(session);
    for (const rule of RULES) {
      if ((traits & maskOf(rule.needs)) !== 0) asked++;
      else
        for (const thresholds of [DEFAULT_THRESHOLDS, SMALLEST])
          assert.deepEqual([...rule.check(session, thresholds)], [], `${rule.code}\n${text}`);
    }
  }
  return asked;
}

/** A text of any kind with some characters put in, taken out or doubled, where rules look. */
function changed(texts: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({
    at: fc.nat(),
    remove: fc.nat({ max: 2 }),
    insert: fc.constantFrom(
      ...['', ' ', '\t', '\r', '\0', '<', '>', '@', '.', '..', ':', '%0a', '%', '!', '-', '_', 'ü', '…', '"', '\\'],
      ...['x'.repeat(70), '2', '4', '5', '9', '0', '=', ' SIZE=9', ' BODY=8BITMIME', ' SIP/2.0', 'XXXX', 'refused'],
    ),
  });
  return fc.tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 3 })).map(([text, changes]) =>
    changes.reduce((before, { at, remove, insert }) => {
      const place = at % (before.length + 1);
      return before.slice(0, place) + insert + before.slice(place + remove);
    }, text),
  );
}

const EXAMPLES = [...rulePages.values()].flatMap(({ examples }) => [examples.bad, examples.good]);

describe('the traits that a rule needs', () => {
  test('are in all logs of the corpus about which it speaks', () => {
    for (const entry of readdirSync('test/corpus', { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) everyRuleIsAsked(readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'));
    }
  });

  test('are in its examples', () => {
    for (const text of EXAMPLES) everyRuleIsAsked(text);
  });

  test('are in sessions with a fault put into them', () => {
    for (const [seed, mutation] of MUTATIONS.flatMap((each) => [each, each]).entries()) {
      const random = new Random(seed);
      const mutant = mutation.mutate(validSession(random), random);
      if (mutant !== undefined) everyRuleIsAsked(textOf(mutant.session));
    }
  });

  test('are in examples with other characters', () => {
    fc.assert(
      fc.property(changed(EXAMPLES), (text) => void everyRuleIsAsked(text)),
      { numRuns: 250 },
    );
  });

  test('are in anything that tools write', () => {
    fc.assert(
      fc.property(logOf(), (text) => void everyRuleIsAsked(text)),
      { numRuns: 250 },
    );
  });

  test('are hardly ever in a healthy session', () => {
    const text = [
      'S: 220 mx.example.org ESMTP Postfix',
      'C: EHLO client.example.com',
      ...['mx.example.org', 'PIPELINING', 'SIZE 10240000', '8BITMIME'].map((line) => `S: 250-${line}`),
      'S: 250 ENHANCEDSTATUSCODES',
      'C: MAIL FROM:<alice@example.com> SIZE=1200 BODY=8BITMIME',
      'S: 250 2.1.0 Ok',
      'C: RCPT TO:<bob@example.org>',
      'S: 250 2.1.5 Ok',
      'C: DATA',
      'S: 354 End data with <CR><LF>.<CR><LF>',
      'C: Subject: hello',
      'C: .',
      'S: 250 2.0.0 Ok: queued as 4F2',
      'C: QUIT',
      'S: 221 2.0.0 Bye',
    ].join('\n');
    assert.ok(everyRuleIsAsked(text) <= 1);
  });
});
