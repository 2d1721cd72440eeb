import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `msmtp: the server sent an empty reply
msmtp: could not send mail
using account specified on command line
host = mx.test
port = 465
tls = on
tls_starttls = off
reading recipients from the command line
TLS session parameters:
    (TLS1.3)-(ECDHE-SECP256R1)-(RSA-PSS-RSAE-SHA256)-(AES-256-GCM)
<-- 220 mx ESMTP\r
--> EHLO a.test\r
<-- 250-mx\r
<-- 250 PIPELINING\r
--> MAIL FROM:<a@b>\r
--> DATA\r
<-- 250 ok\r
<-- 354 go\r
--> Subject: x\r
--> \r
--> ..dot\r
--> .\r
`;

test('settings tell of TLS, an error that was printed first is about the end', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'msmtp');
  assert.deepEqual(dump(LOG), [
    '3 connect mx.test:465',
    '3 tls',
    '9 tls',
    '10 tls TLS1.3',
    '11 S 220',
    '12 C EHLO a.test',
    '13 S 250 ×2',
    '15 C MAIL FROM:<a@b>',
    '17 S 250',
    '16 C DATA',
    '18 S 354',
    '1 error lost: the server sent an empty reply',
    '19 data 3 lines',
  ]);
});

test('two runs, without their settings two as well', () => {
  assert.equal(readTranscript(LOG + LOG).sessions.length, 2);
  const talk = '<-- 220 mx\n--> QUIT\n<-- 221 bye\n';
  assert.deepEqual(
    dump(talk + talk).filter((line) => line.startsWith('session')),
    ['session 1', 'session 2'],
  );
});

test('arrows of a comment or a shell: not this format', () => {
  assert.equal(readTranscript('<!-- a\n--> b\n<-- see here\n').detection.dialect, undefined);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 12, 'client', 'HELO a.test'))[5], '12 C HELO a.test');
});
