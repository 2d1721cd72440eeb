/** The logs of real programs: all of each is read, and what is wrong in it is found, and nothing else. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkCorpus } from './helpers/corpus';

const results = checkCorpus('test/corpus');

describe('corpus', () => {
  for (const { path, entry, dialect, misses } of results) {
    test(path, () => {
      assert.deepEqual(misses, []);
      assert.equal(dialect, entry.dialect);
    });
  }

  test('names every log that lies there', () => assert.ok(results.length > 100, `${results.length} logs`));
});
