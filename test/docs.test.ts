/** Documentation that comes from the code says what the code says. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { pages } from '../dev/pages';
import { PEERS } from '../dev/peers';
import { RULES } from '../server/src/rules';

describe('generated pages are up to date (npm run docs)', () => {
  for (const [path, text] of pages('.')) {
    test(path, () =>
      assert.ok(existsSync(path) && readFileSync(path, 'utf8') === text, `${path} is not up to date: npm run docs`),
    );
  }
});

test('what other analysers report belongs to rules that are there', () => {
  for (const code of Object.keys(PEERS))
    assert.ok(
      RULES.some((rule) => rule.code === code),
      code,
    );
});
