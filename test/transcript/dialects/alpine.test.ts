import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

/** The lines of a dialogue as Alpine's mail library tells them, each with the time before it. */
const told = (...lines: string[]) =>
  lines.map((line) => `\n19:23:01.714776\nIMAP DEBUG 19:23:01.714776: ${line}\n`).join('');

test('what is said stands behind a time, without the message', () => {
  const log = told(
    '* OK imap.test ready',
    '00000000 LOGOUT',
    '220 mx.test ESMTP',
    'EHLO a.test',
    '250-mx.test',
    '250 AUTH LOGIN',
    'AUTH LOGIN',
    '334 VXNlcm5hbWU6',
    '<suppressed>',
    '334 UGFzc3dvcmQ6',
    '<suppressed>',
    '235 2.7.0 Ok',
    'MAIL FROM:<a@a.test>',
    '250 2.1.0 Ok',
    'RCPT TO:<b@b.test>',
    '250 2.1.5 Ok',
    'DATA',
    '354 Go ahead',
    '.',
    'RSET',
  ).concat('Mail not sent. Sending error: 421 SMTP connection broken (command)\n');
  assert.equal(readTranscript(log).detection.dialect?.id, 'alpine');
  assert.deepEqual(dump(log), [
    '9 connect',
    '9 S 220',
    '12 C EHLO a.test',
    '15 S 250 ×2',
    '21 C AUTH LOGIN',
    '27 secret',
    '33 secret',
    '24 S 334',
    '30 S 334',
    '36 S 235',
    '39 C MAIL FROM:<a@a.test>',
    '42 S 250',
    '45 C RCPT TO:<b@b.test>',
    '48 S 250',
    '51 C DATA',
    '54 S 354',
    '61 error lost: Mail not sent. Sending error: 421 SMTP connection broken (command)',
    '57 data ? lines',
    '60 C RSET',
  ]);
});

test('the dialogue with a mailbox alone is none of SMTP', () => {
  const log = told('+OK pop.test', 'USER a', '+OK', 'NOOP', '+OK', 'QUIT', '+OK');
  assert.equal(readTranscript(log).detection.dialect, undefined);
});
