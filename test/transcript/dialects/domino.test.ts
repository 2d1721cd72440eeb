import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';
import { rewrite } from '../../helpers/rewrite';

const A = '[0B90:0010-0F40] ';
const B = '[0B90:0011-0F44] ';
const STAMP = '11/30/2026 10:15:00 AM  ';

const LOG = `${A}${STAMP}SMTP Server: client.example.net (192.0.2.10) connected
${B}${STAMP}SMTP Server: other.example.net (192.0.2.77) connected
${A}${STAMP}SMTP CITask StateMachine> Sent 32 bytes to 192.0.2.10
${A}S:  220 mx.example.org ESMTP ready<CRLF>
${B}S:  220 mx.example.org ESMTP ready<CRLF>
${A}R:  EHLO client.example.net<CRLF>
${B}R:  QUIT<CRLF>
${A}S:  250-mx.example.org<CRLF>
${B}S:  221 Bye<CRLF>
${A}S:  250 HELP<CRLF>
${B}${STAMP}SMTP Server: other.example.net (192.0.2.77) disconnected. 0 message[s] received
${A}R:  MAIL FROM:<a@example.org><CRLF>
${A}S:  250 Sender OK<CRLF>
${A}R:  RCPT TO:<b@example.net><CRLF>
${A}S:  250 Recipient OK<CRLF>
${A}R:  DATA<CRLF>
${A}S:  354 Go ahead<CRLF>
${A}R:  Subject: hello<CRLF>
${A}R:  <CRLF>
${A}R:  .<CRLF>
${A}S:  250 Message accepted for delivery<CRLF>
${A}R:  QUIT<CRLF>
${A}S:  221 Bye<CRLF>
${A}${STAMP}SMTP Server: client.example.net (192.0.2.10) disconnected. 1 message[s] received
`;

test('threads speak at the same time', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'domino');
  assert.deepEqual(dump(LOG), [
    'session 0B90:0010-0F40/1',
    '1 connect 192.0.2.10',
    '4 S 220',
    '6 C EHLO client.example.net',
    '8 S 250 ×2',
    '12 C MAIL FROM:<a@example.org>',
    '13 S 250',
    '14 C RCPT TO:<b@example.net>',
    '15 S 250',
    '16 C DATA',
    '17 S 354',
    '18 data 2 lines',
    '21 S 250',
    '22 C QUIT',
    '23 S 221',
    '24 close by unknown',
    'session 0B90:0011-0F44/2',
    '2 connect 192.0.2.77',
    '5 S 220',
    '7 C QUIT',
    '9 S 221',
    '11 close by unknown',
  ]);
  assert.deepEqual(summary(LOG), []);
  assert.ok(rewrite(LOG, 6, 'server', '250 ok').includes(`${A}S:  250 ok<CRLF>\n`));
});

test('a session that ends in a message, and one that Domino is the client of', () => {
  const lines = LOG.split('\n');
  const lost = [...lines.slice(0, 19), lines[23], ''].join('\n');
  assert.deepEqual(summary(lost), ['20 warning delivery.connection-lost']);
  const unanswered = [...lines.slice(0, 20), lines[23], ''].join('\n');
  assert.deepEqual(summary(unanswered), ['21 warning delivery.connection-lost']);
  const sends = `${A}R:  220 mx.example.net ESMTP<CRLF>\n${A}S:  EHLO mx.example.org<CRLF>\n${A}R:  250 mx.example.net<CRLF>\n`;
  assert.deepEqual(dump(sends), ['1 connect', '1 S 220', '2 C EHLO mx.example.org', '3 S 250']);
});
