import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `From: Mail Delivery System <MAILER-DAEMON@mx.example.test>
Subject: Postfix SMTP server: errors from unknown[192.0.2.9]

Transcript of session follows.

 Out: 220 mx.example.test ESMTP Postfix
 In:  EHLO client.sender.test
 Out: 250-mx.example.test
 Out: 250 CHUNKING
 In:  MAIL FROM:<alice@sender.test>
 Out: 250 2.1.0 Ok
 In:  RCPT TO:<nosuchuser@example.test>
 Out: 550 5.1.1 <nosuchuser@example.test>: Recipient address rejected: User
     unknown in virtual mailbox table
 In:  DATA
 Out: 354 End data
 Out: 250 2.0.0 Ok
 In:  QUIT
 Out: 221 2.0.0 Bye

Session aborted, reason: lost connection

For other details, see the local mail logfile
`;

test('wrapped lines are joined, message text is not shown', () => {
  const { detection, utterances } = readTranscript(LOG);
  assert.equal(detection.dialect?.id, 'postfix-notice');
  assert.deepEqual(dump(LOG), [
    '4 connect unknown[192.0.2.9]',
    '6 S 220',
    '7 C EHLO client.sender.test',
    '8 S 250 ×2',
    '10 C MAIL FROM:<alice@sender.test>',
    '11 S 250',
    '12 C RCPT TO:<nosuchuser@example.test>',
    '13 S 550',
    '15 C DATA',
    '16 S 354',
    '- data ? lines',
    '17 S 250',
    '18 C QUIT',
    '19 S 221',
    '21 error lost: lost connection',
  ]);
  const refusal = utterances.find((each) => each.text.startsWith('550'));
  assert.equal(refusal?.text.endsWith('rejected: User unknown in virtual mailbox table'), true);
  assert.deepEqual(
    refusal?.pieces?.map(({ line }) => line),
    [12, 13],
  );
});

test('the notice of the smtp client: Out is the client', () => {
  const log = ` In:  220 mx.remote.test ESMTP
 Out: EHLO mx.example.test
 In:  250 mx.remote.test
 Out: QUIT
`;
  assert.deepEqual(dump(log), ['1 S 220', '2 C EHLO mx.example.test', '3 S 250', '4 C QUIT']);
});

test('two notices in one file', () => {
  assert.equal(readTranscript(LOG + LOG).sessions.length, 2);
});

test('lines that begin with In: and Out: are not enough', () => {
  assert.equal(readTranscript('In: 5 apples\nOut: 3 apples\n In:  x\n').detection.dialect, undefined);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 10, 'client', 'NOOP'))[4], '10 C NOOP');
});

test('an empty line is said, too', () => {
  const log = `Transcript of session follows.

 Out: 220 mx.example.test ESMTP Postfix
 In:
 Out: 500 5.5.2 Error: bad syntax
 In:  QUIT
 Out: 221 2.0.0 Bye
`;
  assert.deepEqual(dump(log), ['1 connect', '3 S 220', '4 C ', '5 S 500', '6 C QUIT', '7 S 221']);
});
