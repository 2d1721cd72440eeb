/** A text in blocks is the text: every place in it, before and after edits. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { linesOf } from '../../server/src/transcript/lines';
import { SourceText } from '../../server/src/transcript/sourceText';

/** Some are longer than a block, with lines that are. */
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('a', '\n', '\r\n', '\r', 'S: 250 Ok\n', 'é→𝄞') },
  { weight: 2, arbitrary: fc.constantFrom('C: NOOP\r\n'.repeat(3000), 'x'.repeat(20_000), 'ab\n'.repeat(8000)) },
);
const anyText = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

function startsIn(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Every 997th, the first and the last. */
const some = (count: number) =>
  Array.from({ length: count }, (_, n) => n).filter((n) => n % 997 === 0 || n < 3 || count - n < 4);

function assertIs(source: SourceText, text: string): void {
  const starts = startsIn(text);
  assert.equal(source.length, text.length);
  assert.equal(source.lineCount, starts.length);
  assert.equal(source.startOf(starts.length), undefined);
  const lines = linesOf(text);
  for (const line of some(starts.length)) {
    assert.equal(source.startOf(line), starts[line]);
    assert.deepEqual(source.line(line), lines[line]);
  }
  for (const offset of some(text.length + 1)) {
    assert.equal(
      source.lineAt(offset),
      starts.findLastIndex((start) => start <= offset),
    );
    assert.equal(source.slice(offset, offset + 20_000), text.slice(offset, offset + 20_000));
  }
  assert.equal(source.plain, !/\r(?!\n)/.test(text));
  assert.equal(source.toString(), text);
}

describe('a text in blocks', () => {
  test('has the lines and the places of the text', () => {
    fc.assert(fc.property(anyText, (text) => assertIs(SourceText.of(text), text)));
  });

  test('has those of what it was edited to', () => {
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(20_000), put: piece });
    fc.assert(
      fc.property(anyText, fc.array(edit, { minLength: 1, maxLength: 4 }), (first, edits) => {
        let text = first;
        let source = SourceText.of(text);
        for (const { at, remove, put } of edits) {
          const start = Math.floor(at * text.length);
          const end = Math.min(text.length, start + remove);
          text = text.slice(0, start) + put + text.slice(end);
          source = source.edited(start, end, put);
        }
        assertIs(source, text);
      }),
    );
  });

  test('is compared with the one before', () => {
    const edited = (text: string, { at, remove, put }: { at: number; remove: number; put: string }) => {
      const start = Math.floor(at * text.length);
      return { start, end: Math.min(text.length, start + remove), put };
    };
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(9000), put: piece });
    fc.assert(
      fc.property(anyText, edit, fc.boolean(), (text, change, shared) => {
        const { start, end, put } = edited(text, change);
        const before = SourceText.of(text);
        const now = text.slice(0, start) + put + text.slice(end);
        const source = shared ? before.edited(start, end, put) : SourceText.of(now);
        const { head, tail } = source.unchangedFrom(before);
        assert.ok(head >= start && head + tail <= Math.min(text.length, now.length));
        assert.ok(head === start || tail >= 0);
        assert.equal(text.slice(0, head), now.slice(0, head));
        assert.equal(text.slice(text.length - tail), now.slice(now.length - tail));
        const rest = Math.min(text.length, now.length) - head - tail;
        const next = (each: string) => [each.charAt(head), each.charAt(each.length - 1 - tail)];
        if (rest > 0) assert.ok(next(text)[0] !== next(now)[0] && next(text)[1] !== next(now)[1], 'all there is');
      }),
    );
  });

  test('shares the blocks that an edit leaves alone', () => {
    const before = SourceText.of('C: NOOP\n'.repeat(50_000));
    const { head, tail } = before.edited(200_000, 200_000, 'x').unchangedFrom(before);
    assert.deepEqual([head, tail], [200_000, 200_000]);
  });
});
