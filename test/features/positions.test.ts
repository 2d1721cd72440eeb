/** Lines that end at LF against LSP lines, which a lone CR ends as well. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Positions } from '../../server/src/features/positions';
import { linesOf } from '../../server/src/transcript/lines';
import { SourceText } from '../../server/src/transcript/sourceText';
import { anyText } from '../helpers/texts';

describe('a text without lone CRs', () => {
  const positions = new Positions(SourceText.of('ab\r\ncd\n'));

  test('has the same lines', () => {
    assert.deepEqual(positions.range({ line: 1, start: 0, end: 2 }), {
      start: { line: 1, character: 0 },
      end: { line: 1, character: 2 },
    });
    assert.deepEqual(positions.place({ line: 1, character: 1 }), { line: 1, column: 1 });
  });
});

describe('a text with lone CRs', () => {
  // LF lines: `a CR b`, `c`; LSP lines: `a`, `b`, `c`.
  const positions = new Positions(SourceText.of('a\rb\nc\n'));

  test('has more LSP lines', () => {
    assert.deepEqual(positions.position(0, 1), { line: 0, character: 1 });
    assert.deepEqual(positions.position(0, 2), { line: 1, character: 0 });
    assert.deepEqual(positions.position(1, 0), { line: 2, character: 0 });
  });

  test('has ranges over LSP lines', () => {
    assert.deepEqual(positions.range({ line: 0, start: 0, end: 3 }), {
      start: { line: 0, character: 0 },
      end: { line: 1, character: 1 },
    });
  });

  test('finds the way back', () => {
    assert.deepEqual(positions.place({ line: 1, character: 1 }), { line: 0, column: 3 });
    assert.deepEqual(positions.place({ line: 2, character: 0 }), { line: 1, column: 0 });
  });

  test('counts one of two CRs before the LF as an end of its own', () => {
    const terminal = new Positions(SourceText.of('a\r\r\nb'));
    assert.deepEqual(terminal.position(0, 1), { line: 0, character: 1 });
    assert.deepEqual(terminal.position(1, 0), { line: 2, character: 0 });
  });
});

test('every column of every line is where the editor has it, and found again, in any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const positions = new Positions(SourceText.of(text));
      const document = TextDocument.create('file:///a.smtp', 'smtp-transcript', 1, text);
      let start = 0;
      for (const line of linesOf(text)) {
        for (let column = 0; column <= line.text.length; column++) {
          const position = positions.position(line.number, column);
          assert.equal(document.offsetAt(position), start + column);
          assert.deepEqual(positions.place(position), { line: line.number, column });
        }
        start += line.text.length + line.eol.length;
      }
    }),
  );
});
