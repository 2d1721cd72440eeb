import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `S: 220-mx.example.test ESMTP\r
220-We do not authorize\r
220 bulk mail\r
C: EHLO client.example.net\r
S: 250-mx.example.test\r
250-SIZE 1000000\r
250 8BITMIME\r
C: MAIL FROM:<a@sender.test>\r
S: 250 Ok\r
C: RCPT TO:<b@x.test>\r
S: 250 Ok\r
C: DATA\r
S: 354 Go\r
H: Subject: x\r
H: To: b@x.test\r
S: 554-5.7.1 Spam\r
554 5.7.1 score\r
C: QUIT\r
S: 221 Bye\r
`;

test('further lines of a reply are bare; of the message only header fields are shown', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'esmtp');
  assert.deepEqual(dump(LOG), [
    '1 connect',
    '1 S 220 ×3',
    '4 C EHLO client.example.net',
    '5 S 250 ×3',
    '8 C MAIL FROM:<a@sender.test>',
    '9 S 250',
    '10 C RCPT TO:<b@x.test>',
    '11 S 250',
    '12 C DATA',
    '13 S 354',
    '14 data ? lines',
    '16 S 554 ×2',
    '18 C QUIT',
    '19 S 221',
  ]);
});

test('commands that were sent in one go, and replies that came in one, stand bare behind the first', () => {
  const log = `S: 220 mx.example.test ESMTP
C: EHLO client.example.net
S: 250-mx.example.test
250 PIPELINING
C: MAIL FROM:<a@sender.test>
S: 250 Ok
C: RCPT TO:<d@x.test>
RCPT TO:<c@x.test>
RCPT TO:<b@x.test>
S: 250 Ok
S: 550 No
250 Ok
C: QUIT
S: 221 Bye
`;
  assert.deepEqual(dump(log).slice(6), [
    '7 C RCPT TO:<d@x.test>',
    '10 S 250',
    '8 C RCPT TO:<c@x.test>',
    '11 S 550',
    '9 C RCPT TO:<b@x.test>',
    '12 S 250',
    '13 C QUIT',
    '14 S 221',
  ]);
});
