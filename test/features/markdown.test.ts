/** Whatever a file says, the Markdown made of it shows just that text: no link, no HTML, no heading. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { code, escapeMarkdown, firstSentence } from '../../server/src/features/markdown';

const hostile = fc.string({ unit: fc.constantFrom(...'`\\[]()<>!*_#-+.|~&{}:/a \n\r\u0000\u001b') });

describe('escapeMarkdown', () => {
  test('takes the meaning of a command link', () => {
    assert.equal(escapeMarkdown('](command:evil)'), '\\]\\(command:evil\\)');
  });

  test('takes the meaning of HTML', () => {
    assert.equal(escapeMarkdown('<img src=x> &amp;'), '&lt;img src=x&gt; &amp;amp;');
  });

  test('does not let a backslash undo the one that it adds', () => assert.equal(escapeMarkdown('\\['), '\\\\\\['));

  test('leaves no line break, so that no block can begin', () => {
    assert.equal(escapeMarkdown('a\r\n# b'), 'a\ufffd\ufffd\\# b');
  });

  test('leaves nothing with a meaning, whatever the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rest = escapeMarkdown(text)
          .replace(/\\[^A-Za-z0-9\s]/g, '')
          .replace(/&(?:lt|gt|amp);/g, '');
        assert.doesNotMatch(rest, /[`*_[\]()<>&\\#\u0000-\u001f]/);
      }),
    );
  });
});

describe('code', () => {
  test('is a code span', () => assert.equal(code('RCPT TO:<a>'), '`RCPT TO:<a>`'));

  test('has a longer fence than any in the text', () => assert.equal(code('a``b'), '```a``b```'));

  test('keeps backticks at the ends apart from its fence', () => assert.equal(code('`a`'), '`` `a` ``'));

  test('shows that there is nothing', () => assert.equal(code(''), '`  `'));

  test('is cut', () => assert.equal(code('abcdef', 4), '`abc…`'));

  test('cannot be left, whatever the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const span = code(text);
        const fence = /^`+/.exec(span)?.[0] ?? '';
        const inside = span.slice(fence.length, -fence.length);
        assert.ok(span.endsWith(fence) && !inside.startsWith('`') && !inside.endsWith('`'));
        assert.ok([...inside.matchAll(/`+/g)].every(([run]) => run.length !== fence.length));
        assert.doesNotMatch(span, /[\r\n]/);
      }),
    );
  });
});

describe('firstSentence', () => {
  test('ends at the first full stop, which is none inside a number', () => {
    assert.equal(firstSentence('See RFC 5321 §4.2.1 first. Then two.'), 'See RFC 5321 §4.2.1 first.');
    assert.equal(firstSentence('第一句。第二句。'), '第一句。');
    assert.equal(firstSentence('no end'), 'no end');
  });
});
