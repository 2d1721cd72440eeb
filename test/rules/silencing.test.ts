/** Directives in comments: which findings they silence. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Silencing } from '../../server/src/rules/silencing';

/** The lines of 0 to 9 on which a finding of `code` is silenced by these comments, by line. */
function silent(code: string, comments: Readonly<Record<number, string>>): number[] {
  const silencing = new Silencing();
  for (const [line, text] of Object.entries(comments)) silencing.add({ line: Number(line), text });
  const lines = Array.from({ length: 10 }, (_, line) => line);
  return lines.filter((line) => silencing.covers({ rule: { code }, problem: { span: { line } } }));
}

describe('a directive silences', () => {
  test('the next line', () => {
    assert.deepEqual(silent('a.b', { 2: 'smtp-disable-next-line' }), [3]);
    assert.deepEqual(silent('a.b', { 2: 'smtp-disable-next-line x.y, a.b' }), [3]);
    assert.deepEqual(silent('a.b', { 2: 'smtp-disable-next-line x.y' }), []);
  });

  test('all lines to the end or to the one that ends it', () => {
    assert.deepEqual(silent('a.b', { 6: 'smtp-disable' }), [7, 8, 9]);
    assert.deepEqual(silent('a.b', { 2: 'smtp-disable', 5: 'smtp-enable' }), [3, 4]);
    assert.deepEqual(silent('a.b', { 2: 'smtp-disable a.b', 5: 'smtp-enable' }), [3, 4]);
    assert.deepEqual(silent('a.b', { 2: 'smtp-disable a.b x.y', 5: 'smtp-enable x.y' }), [3, 4]);
  });

  test('on, where another one ends', () => {
    assert.deepEqual(silent('a.b', { 6: 'smtp-disable', 7: 'smtp-enable a.b' }), [7, 8, 9]);
    assert.deepEqual(silent('a.b', { 6: 'smtp-disable a.b', 7: 'smtp-enable x.y' }), [7, 8, 9]);
  });

  test('once, however often it is said', () => {
    const comments = { 1: 'smtp-disable a.b', 2: 'smtp-disable a.b', 4: 'smtp-enable a.b', 5: 'smtp-enable' };
    assert.deepEqual(silent('a.b', comments), [2, 3]);
    assert.deepEqual(silent('x.y', comments), []);
  });

  test('nothing where it is another word', () => {
    assert.deepEqual(silent('a.b', { 1: 'smtp-disabled', 2: 'do not smtp-disable', 3: 'smtp-enable' }), []);
  });
});
