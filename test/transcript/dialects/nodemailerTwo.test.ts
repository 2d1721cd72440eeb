import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const HEAD = '[2016-11-30 10:45:25]';
const LOG = `${HEAD} INFO: Sending mail using SMTP/2.7.2[client:2.12.0]
${HEAD} INFO: [a1] Connection established to 192.0.2.1:587
${HEAD} DEBUG: [a1] S: 220 mx ESMTP
${HEAD} INFO: [b2] Secure connection established to 192.0.2.1:465
${HEAD} DEBUG: [a1] C: EHLO a.test
${HEAD} DEBUG: [a1] S: 250-mx
250-PIPELINING
250 HELP
${HEAD} DEBUG: [b2] S: 554 no
${HEAD} DEBUG: [a1] C: MAIL FROM:<a@b.test>
${HEAD} DEBUG: [a1] S: 250 Ok
${HEAD} DEBUG: [a1] C: RCPT TO:<c@d.test>
${HEAD} DEBUG: [a1] S: 250 Ok
${HEAD} DEBUG: [a1] C: DATA
${HEAD} DEBUG: [a1] S: 354 go
${HEAD} DEBUG: [a1] C: Subject: x

250 quoted
QUIT
${HEAD} DEBUG: [a1] C: .
${HEAD} INFO: [a1] C: <351 bytes encoded mime message (source size 346 bytes)>
${HEAD} DEBUG: [a1] S: 250 queued
${HEAD} DEBUG: [a1] Closing connection to the server using "end"
${HEAD} ERROR: [b2] Invalid greeting from server:
554 no: 554 no
554 no
${HEAD} INFO: [b2] Connection closed
`;

const READ = [
  'session a1',
  '2 connect 192.0.2.1:587',
  '3 S 220',
  '5 C EHLO a.test',
  '6 S 250 ×3',
  '10 C MAIL FROM:<a@b.test>',
  '11 S 250',
  '12 C RCPT TO:<c@d.test>',
  '13 S 250',
  '14 C DATA',
  '15 S 354',
  '16 data 4 lines',
  '22 S 250',
  '23 close by client',
  'session b2',
  '4 connect 192.0.2.1:465',
  '4 tls',
  '9 S 554',
  '27 close by unknown',
];

test('bare lines go on with a reply or a message, and quoted replies are none', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'nodemailer-2');
  assert.deepEqual(dump(LOG), READ);
});

test('without debug the message is only counted', () => {
  const lines = LOG.split('\n');
  const log = [...lines.slice(0, 15), ...lines.slice(20)].join('\n');
  assert.ok(dump(log).includes('16 data ? lines'), dump(log).join('\n'));
});

test('what is written reads back', () => {
  assert.ok(rewrite(LOG, 10, 'client', 'NOOP').includes(`${HEAD} DEBUG: [a1] C: NOOP\n`));
});

test('Nodemailer of today writes no colon behind the level', () => {
  const log = LOG.replaceAll('DEBUG: ', 'DEBUG ').replaceAll('INFO: ', 'INFO  ');
  assert.equal(readTranscript(log).detection.dialect?.id, 'nodemailer');
});
