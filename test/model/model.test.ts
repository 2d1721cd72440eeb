/** A small run of the model test; `npm run model` is the large one. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RULES } from '../../server/src/rules';
import { LEAST_FOUND, runModel } from './model';
import { MUTATIONS } from './mutations';

/** Rules that no change of one dialogue breaks. */
const WITHOUT_MUTATION: ReadonlySet<string> = new Set([
  // They read logs of events, which show no dialogue.
  'auth.reported',
  'delivery.bounced',
  'delivery.deferred',
  'delivery.dropped',
  'delivery.rejected',
  'delivery.server-warning',
  'framing.reported',
  'sequence.reported',
  'syntax.reported',
  'tls.reported',
  // They compare sessions.
  'delivery.repeated-attempt',
  'tls.offer-vanished',
  // It takes two sessions that are mixed.
  'sequence.mingled',
  // It is for logs of the server's side alone.
  'delivery.refusal',
]);

describe('model', () => {
  const { alarms, scores } = runModel(300, 20261124);

  test('nothing is said against valid sessions', () => assert.deepEqual(alarms, []));

  test('what is wrong is found where it is', () => {
    const mutants = scores.reduce((sum, score) => sum + score.mutants, 0);
    const missed = scores.flatMap((score) => score.missed);
    assert.ok(mutants > 250, `${mutants} mutants`);
    assert.ok(missed.length <= mutants * (1 - LEAST_FOUND), JSON.stringify(missed, undefined, 2));
  });

  test('every rule has a mutation, or a reason to have none', () => {
    const mutated = new Set(MUTATIONS.map(({ rule }) => rule));
    for (const { code } of RULES) assert.ok(mutated.has(code) !== WITHOUT_MUTATION.has(code), code);
    for (const code of [...mutated, ...WITHOUT_MUTATION])
      assert.ok(
        RULES.some((rule) => rule.code === code),
        code,
      );
  });
});
