import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const DEEP = `Mailbox: got data 220 mx ESMTP

Mailbox: writing message HELO x.test
Mailbox: got data 250 mx

Mailbox: writing message MAIL FROM: <a@x.test>
Mailbox: got data 250-2.1.0 Ok
250 2.1.0 go on

Mailbox: writing message RCPT TO: <a@x.test>
Mailbox: got data 550 5.1.1 No

false
Mailbox: got data 221 2.0.0 Bye

Mailbox: got data 220 mx ESMTP

Mailbox: timed out (2000 ms)
`;

test('email-deep-validator: one connection after the other, QUIT is not shown', () => {
  assert.equal(readTranscript(DEEP).detection.dialect?.id, 'email-validator');
  assert.deepEqual(dump(DEEP), [
    'session 1',
    '1 connect',
    '1 S 220',
    '3 C HELO x.test',
    '4 S 250',
    '6 C MAIL FROM: <a@x.test>',
    '7 S 250 ×2',
    '10 C RCPT TO: <a@x.test>',
    '11 S 550',
    '14 gap',
    '14 S 221 unasked',
    'session 2',
    '16 connect',
    '16 S 220',
    '18 error timeout: Mailbox: timed out (2000 ms)',
  ]);
  assert.ok(rewrite(DEEP, 3, 'client', 'NOOP').includes('Mailbox: writing message NOOP\n'));
});

test('email-validator-js names the server, and says that it hangs up', () => {
  const log = `[verifyEmail] Found MX records [ '192.0.2.1' ]
[verifyMailboxSMTP] connecting to 192.0.2.1:25 (attempt 1)
[verifyMailboxSMTP] writing messages [ 'HELO x.test' ]
[verifyMailboxSMTP] got data 220 mx ESMTP

[verifyMailboxSMTP] writing message HELO x.test
[verifyMailboxSMTP] got data 250 mx

[verifyMailboxSMTP] closing socket
`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'email-validator');
  assert.deepEqual(dump(log), [
    '2 connect 192.0.2.1:25',
    '4 S 220',
    '6 C HELO x.test',
    '7 S 250',
    '9 close by client',
    '9 C QUIT',
  ]);
});

test('another program’s data is none of it', () => {
  const log = 'Worker: got data 220 items\nWorker: writing message 1 of 3\nMailbox: opened\n';
  assert.equal(readTranscript(log).detection.dialect, undefined);
});
