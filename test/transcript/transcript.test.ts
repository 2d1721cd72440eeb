/** Where a text stands in the file: plain, and in pieces where escapes were undone. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readTranscript } from '../../server/src/transcript/readTranscript';
import { type Located, locate } from '../../server/src/transcript/transcript';

describe('locate in a plain text', () => {
  const plain: Located = { line: 4, start: 10, end: 15 };

  test('adds the start', () => assert.deepEqual(locate(plain, 1, 3), { line: 4, start: 11, end: 13 }));

  test('never leaves the text', () => {
    assert.deepEqual(locate(plain, 2, 99), { line: 4, start: 12, end: 15 });
    assert.deepEqual(locate(plain, 99, 120), { line: 4, start: 15, end: 15 });
    assert.deepEqual(locate(plain, 3, 1), { line: 4, start: 13, end: 13 });
  });
});

describe('locate in pieces', () => {
  // `ab` stands verbatim, one control character is written with six (\u0009), `cd` is on the next line.
  const pieced: Located = {
    line: 1,
    start: 5,
    end: 13,
    pieces: [
      { at: 0, line: 1, column: 5, width: 2 },
      { at: 2, line: 1, column: 7, width: 6 },
      { at: 3, line: 2, column: 8, width: 2 },
    ],
  };

  test('finds a range within one piece', () => assert.deepEqual(locate(pieced, 0, 1), { line: 1, start: 5, end: 6 }));

  test('takes all of an escape', () => assert.deepEqual(locate(pieced, 2, 3), { line: 1, start: 7, end: 13 }));

  test('joins pieces of one line', () => assert.deepEqual(locate(pieced, 1, 3), { line: 1, start: 6, end: 13 }));

  test('cuts a range over two lines at the end of the first', () =>
    assert.deepEqual(locate(pieced, 1, 5), { line: 1, start: 6, end: 7 }));

  test('finds what stands on the second line', () =>
    assert.deepEqual(locate(pieced, 3, 5), { line: 2, start: 8, end: 10 }));

  test('gives an empty range for an empty one', () =>
    assert.deepEqual(locate(pieced, 1, 1), { line: 1, start: 6, end: 6 }));

  test('gives the place itself where there are no pieces', () => {
    assert.deepEqual(locate({ line: 3, start: 2, end: 9, pieces: [] }, 0, 4), { line: 3, start: 2, end: 9 });
  });
});

test('a character of the wire is found where its escape stands, whatever stands around it', () => {
  const unit = fc.constantFrom('a', 'é', '😀', '␉', '␀', '␡', '␦␉', '␦␦');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const { utterances } = readTranscript(`S: 220 x\nC: ${units.join('')}\n`);
      const said = utterances.at(-1);
      assert.ok(said?.speaker === 'client');
      let column = 3;
      let at = 0;
      for (const each of units) {
        const length = each === 'é' || each === 'a' ? 1 : each === '😀' ? 2 : 1;
        assert.deepEqual(locate(said, at, at + length), { line: 1, start: column, end: column + each.length });
        at += length;
        column += each.length;
      }
      assert.equal(said.text.length, at);
    }),
  );
});
