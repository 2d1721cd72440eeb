import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const log = (port: number) => `[SMTP] Connecting to server mx.test:${port} from account a
[SMTP] received: 220 mx.test ESMTP
[SMTP] sending: EHLO [192.0.2.1]
[SMTP] received: 250-mx.test
[SMTP] received: 250 AUTH PLAIN
[SMTP] sending: AUTH PLAIN AHUAcHc=
[SMTP] received: 235 2.7.0 Ok
[SMTP] sending: MAIL FROM:<a@a.test>
[SMTP] received: 250 Ok
[SMTP] sending: RCPT TO:<b@b.test>
[SMTP] received: 250 Ok
[SMTP] sending: DATA
[SMTP] received: 354 Go ahead
[SMTP] sent data (re-encoded):
Subject: x

..begins with a dot
250 units

[SMTP] sending: .\\r\\n
[SMTP] received: 250 queued
[SMTP] sending: QUIT
[SMTP] received: 221 Bye
`;

test('the message stands without a mark, and an empty line behind it', () => {
  assert.equal(readTranscript(log(465)).detection.dialect?.id, 'camel');
  assert.deepEqual(dump(log(465)), [
    '1 connect mx.test:465',
    '2 S 220',
    '3 C EHLO [192.0.2.1]',
    '4 S 250 ×2',
    '6 C AUTH PLAIN AHUAcHc=',
    '7 S 235',
    '8 C MAIL FROM:<a@a.test>',
    '9 S 250',
    '10 C RCPT TO:<b@b.test>',
    '11 S 250',
    '12 C DATA',
    '13 S 354',
    '15 data 4 lines',
    '21 S 250',
    '22 C QUIT',
    '23 S 221',
  ]);
});

test('TLS from the start would not be said, except where it begins with STARTTLS', () => {
  const tls = (port: number) =>
    readTranscript(log(port)).utterances.map((each) => each.speaker === 'tool' && each.event);
  assert.deepEqual(tls(465)[0], { type: 'connect', whole: true, host: 'mx.test', port: 465, tls: 'unknown' });
  assert.deepEqual(tls(587)[0], { type: 'connect', whole: true, host: 'mx.test', port: 587 });
});

test('where the message is not shown it is unknown', () => {
  const hidden = log(25).replace(/\[SMTP\] sent data[\s\S]*?(?=\[SMTP\] sending: \.)/, '');
  assert.deepEqual(dump(hidden).slice(-4), ['14 data ? lines', '15 S 250', '16 C QUIT', '17 S 221']);
});
