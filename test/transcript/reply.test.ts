/** Server lines as replies (RFC 5321 §4.2) and their enhanced codes (RFC 3463 §2). */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { enhancedCodeOf, joinReply, looksLikeReply, readReplyLine, replyText } from '../../server/src/transcript/reply';
import type { ReplyLine, Said } from '../../server/src/transcript/transcript';
import { talk } from '../helpers/talk';

const replyLine = (text: string) => readReplyLine(talk({ speaker: 'server', text })[0] as Said);
const joined = (...texts: readonly string[]) =>
  joinReply(
    texts.map((text) => replyLine(text) as ReplyLine),
    true,
  );

describe('readReplyLine', () => {
  for (const [text, code, rest, last] of [
    ['250 Ok', 250, 'Ok', true],
    ['250-Ok', 250, 'Ok', false],
    ['250', 250, '', true],
    ['250 ', 250, '', true],
    ['250-', 250, '', false],
    ['250\tOk', 250, 'Ok', true],
    ['000 odd', 0, 'odd', true],
    ['999 odd', 999, 'odd', true],
  ] as const) {
    test(`reads ${JSON.stringify(text)}`, () => {
      const read = replyLine(text);
      assert.deepEqual([read?.code, read?.text, read?.last], [code, rest, last]);
    });
  }

  for (const text of ['', '25', '2500 x', '250Ok', '25O Ok', ' 250 Ok', '２５０ Ok']) {
    test(`does not read ${JSON.stringify(text)}`, () => assert.equal(replyLine(text), undefined));
  }
});

describe('looksLikeReply', () => {
  test('wants a first digit from 2 to 5', () => {
    assert.deepEqual(['150 x', '250 x', '354 x', '421 x', '554-x', '600 x', '250'].map(looksLikeReply), [
      false,
      true,
      true,
      true,
      true,
      false,
      true,
    ]);
  });

  test('wants a blank, a hyphen or the end after the digits', () => {
    assert.deepEqual(['250: x', '250.5 units', '2501', '250\tx'].map(looksLikeReply), [false, false, false, false]);
  });
});

describe('joinReply', () => {
  test('has the code of its last line', () => assert.equal(joined('250-a', '550 b').code, 550));

  test('has the enhanced code of its first line', () =>
    assert.equal(joined('550-5.1.1 a', '550 5.7.1 b').enhanced, '5.1.1'));

  test('has none where there is none', () => assert.equal('enhanced' in joined('250 Ok'), false));

  test('gives its text without codes', () =>
    assert.equal(replyText(joined('550-5.1.1 No such', '550-', '550 5.1.1  user')), 'No such  user'));
});

describe('enhancedCodeOf', () => {
  for (const [text, code] of [
    ['5.1.1 No', '5.1.1'],
    ['2.0.0', '2.0.0'],
    ['4.7.123\tx', '4.7.123'],
    ['3.0.0 x', undefined],
    ['5.1 x', undefined],
    ['5.1.1.1 x', undefined],
    ['5.1.1234 x', undefined],
    ['5.1.1: x', undefined],
    ['Ok 5.1.1', undefined],
    ['', undefined],
  ] as const) {
    test(`finds ${code ?? 'none'} in ${JSON.stringify(text)}`, () => assert.equal(enhancedCodeOf(text), code));
  }
});
