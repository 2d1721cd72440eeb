/** Documentation that comes from the code says what the code says. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { pages } from '../dev/pages';

describe('generated pages are up to date (npm run docs)', () => {
  for (const [path, text] of pages('.')) {
    test(path, () =>
      assert.ok(existsSync(path) && readFileSync(path, 'utf8') === text, `${path} is not up to date: npm run docs`),
    );
  }
});
