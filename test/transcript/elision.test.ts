import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { isElision } from '../../server/src/transcript/elision';
import { dump } from '../helpers/dump';

test('what people write for lines that they left out', () => {
  for (const text of [
    ...[
      '[...]',
      '[…]',
      '...',
      '…',
      '(...)',
      '<snip>',
      '[snip]',
      '{cut}',
      '--- snip ---',
      '-- 8< --',
      '[lines omitted]',
    ],
    ...['[12 lines omitted]', '  [...]  ', '<... snip ...>', '[... more lines skipped ...]', '[truncated]'],
  ])
    assert.equal(isElision(text), true, text);
});

test('what looks like it and is said', () => {
  for (const text of [
    '.',
    '..',
    '[Nest] 412',
    '<CR><LF>',
    '---',
    '--boundary--',
    '[cut] 220 mx',
    'snip',
    '',
    '<snip@x.org>',
  ])
    assert.equal(isElision(text), false, text);
});

const LOG = [
  ...['=== Connected to mx.', '<-  220 mx ESMTP', ' -> EHLO a', '<-  250 mx', ' -> MAIL FROM:<a@example.org>'],
  ...[
    '<-  250 Ok',
    ' -> RCPT TO:<b@example.org>',
    '<-  250 Ok',
    ' -> DATA',
    '<-  354 Go',
    ' -> x',
    ' -> .',
    '<-  250 Ok',
  ],
  ...[' -> QUIT', '<-  221 Bye'],
];
const findingsOf = (lines: readonly string[]) =>
  new ParsedDocument(lines.join('\n')).findings.map(({ rule, severity }) => `${severity} ${rule.code}`);

test('nothing is held against a log of which any lines are left out, and said so', () => {
  for (let from = 2; from < LOG.length; from++) {
    for (let to = from + 1; to <= LOG.length; to++) {
      const found = findingsOf(LOG.toSpliced(from, to - from, '[...]'));
      assert.deepEqual(
        found.filter((each) => !each.startsWith('hint')),
        [],
        `${from} to ${to}`,
      );
    }
  }
});

test('what is wrong behind the mark is told', () => {
  const again = [' -> MAIL FROM:<a@example.org>', '<-  250 Ok', ' -> MAIL FROM:<a@example.org>', '<-  503 Nested'];
  assert.ok(findingsOf([...LOG.slice(0, 4), '[...]', ...again]).includes('error sequence.nested-mail'));
});

test('in a message on a terminal it is part of the message', () => {
  const log = [
    '220 mx',
    'EHLO a',
    '250 mx',
    'MAIL FROM:<a@example.org>',
    '250 Ok',
    'RCPT TO:<b@example.org>',
    '250 Ok',
  ];
  const message = ['DATA', '354 Go', 'Subject: x', '', '[...]', 'QUIT', '.', '250 Ok'];
  assert.equal(dump([...log, ...message].join('\n')).at(-2), '10 data 4 lines');
});
