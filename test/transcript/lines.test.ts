/** Lines end at LF; every octet of the text is in exactly one of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { LineSplitter, lineAt, linesOf } from '../../server/src/transcript/lines';
import type { Line } from '../../server/src/transcript/transcript';

const parts = (text: string) => linesOf(text).map(({ text: line, eol }) => [line, eol]);

/** Texts in which every way to end a line is likely. */
const eolText = fc.string({ unit: fc.constantFrom('\r', '\n', 'a', '.', '\u0000', '😀'), maxLength: 60 });

describe('linesOf', () => {
  test('gives no line for an empty text', () => assert.deepEqual(parts(''), []));

  test('gives the last line without an end', () => assert.deepEqual(parts('a'), [['a', '']]));

  test('has no empty line after the last LF', () => assert.deepEqual(parts('a\n'), [['a', '\n']]));

  test('keeps empty lines', () =>
    assert.deepEqual(parts('\n\r\n'), [
      ['', '\n'],
      ['', '\r\n'],
    ]));

  test('takes every CR before the LF as part of the end', () => {
    assert.deepEqual(parts('a\r\nb\r\r\nc\r\r\r\n'), [
      ['a', '\r\n'],
      ['b', '\r\r\n'],
      ['c', '\r\r\r\n'],
    ]);
  });

  test('leaves a lone CR in the content, at the end of the text, too', () => {
    assert.deepEqual(parts('a\rb\nc\r'), [
      ['a\rb', '\n'],
      ['c\r', ''],
    ]);
  });

  test('counts as grep -n does, less one', () => {
    assert.deepEqual(
      linesOf('a\rb\nc\n\nd').map(({ number }) => number),
      [0, 1, 2, 3],
    );
  });

  test('loses nothing of any text', () => {
    fc.assert(
      fc.property(eolText, (text) => {
        assert.equal(parts(text).flat().join(''), text);
        assert.equal(parts(text).length, text.split('\n').length - (text === '' || text.endsWith('\n') ? 1 : 0));
      }),
    );
  });
});

describe('lineAt', () => {
  test('cuts a line out of the middle', () => {
    assert.deepEqual(lineAt('a\nbc\r\nd', 2, 6, 1), { number: 1, text: 'bc', eol: '\r\n' });
  });
});

describe('LineSplitter', () => {
  const split = (chunks: readonly string[]) => {
    const splitter = new LineSplitter();
    const lines: Line[] = [];
    for (const chunk of chunks) splitter.push(chunk, (line) => lines.push(line));
    splitter.end((line) => lines.push(line));
    return lines;
  };

  test('joins a line end that two chunks share', () => {
    assert.deepEqual(split(['a\r', '\nb']), [
      { number: 0, text: 'a', eol: '\r\n' },
      { number: 1, text: 'b', eol: '' },
    ]);
  });

  test('can be used again after the end', () => {
    const splitter = new LineSplitter();
    const lines: Line[] = [];
    splitter.push('a', (line) => lines.push(line));
    assert.equal(lines.length, 0);
    splitter.end((line) => lines.push(line));
    assert.equal(lines.length, 1);
    splitter.end((line) => lines.push(line));
    assert.equal(lines.length, 1);
  });

  test('equals linesOf wherever the text is cut', () => {
    fc.assert(
      fc.property(fc.array(eolText, { maxLength: 6 }), (chunks) => {
        assert.deepEqual(split(chunks), linesOf(chunks.join('')));
      }),
    );
  });
});
