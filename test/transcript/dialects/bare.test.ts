import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dump } from '../../helpers/dump';

test('that sending failed is a remark, and no command of old', () => {
  const log = [
    '220 mx.test ESMTP',
    'EHLO a.test',
    '250 mx.test',
    'MAIL FROM:<a@a.test>',
    '250 Ok',
    'RCPT TO:<b@b.test>',
    '550 5.1.1 No',
    'Send Error: all recipients were rejected',
    'QUIT',
    '221 Bye',
  ];
  const read = (lines: readonly string[]) => dump(lines.map((line) => `${line}\n`).join('')).slice(-3);
  assert.deepEqual(read(log), ['7 S 550', '9 C QUIT', '10 S 221']);
  const old = log.map((line) => line.replace('Send Error: all recipients were rejected', 'SEND FROM:<a@a.test>'));
  assert.ok(dump(`${old.join('\n')}\n`).includes('8 C SEND FROM:<a@a.test>'));
});
