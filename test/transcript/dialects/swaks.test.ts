import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dump } from '../../helpers/dump';

test('a paste that lost the blanks at the start of its lines', () => {
  const log = readFileSync('test/corpus/swaks/auth-login-535.log', 'utf8');
  assert.deepEqual(dump(log.replace(/^ /gm, '')), dump(log));
});
