import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';
import { rewrite } from '../../helpers/rewrite';

const LOG = `25312/1# remote 192.0.2.10:58944 at 2026-11-30 10:15:00 +0000
25312/1w 220-MAIL mail Mon, 30 Nov 2026 10:15:00 +0000
25312/1w 220 This server does not deliver email.
25312/1r HELO client.example.net
25312/1w 250 MAIL Hello 192.0.2.10:58944
25312/1r MAIL FROM:<a@example.org>
25312/1w 250 Okay, I'll believe you for now
25312/2# remote 192.0.2.77:58945 at 2026-11-30 10:15:01 +0000
25312/2w 220 This server does not deliver email.
25312/1r RCPT TO:<b@example.net>
25312/1w 250 Okay, I'll believe you for now
25312/2r RCPT TO:<mail@otherdomain.example>
25312/2w 503 Out of sequence command
25312/1r DATA
25312/1w 354 Send away
25312/1. <end of data>
25312/1w 250 I've put it in a can
25312/1r QUIT
25312/1w 221 Goodbye
25312/1# quit at 2026-11-30 10:15:02 +0000
25312/2! command abort 0 bytes read err: read tcp 192.0.2.77:58945: i/o timeout
25312/2# abort at 2026-11-30 10:17:00 +0000
`;

test('connections that speak at the same time', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'sinksmtp');
  assert.deepEqual(dump(LOG), [
    'session 25312/1/1',
    '1 connect 192.0.2.10',
    '2 S 220 ×2',
    '4 C HELO client.example.net',
    '5 S 250',
    '6 C MAIL FROM:<a@example.org>',
    '7 S 250',
    '10 C RCPT TO:<b@example.net>',
    '11 S 250',
    '14 C DATA',
    '15 S 354',
    '16 data ? lines',
    '17 S 250',
    '18 C QUIT',
    '19 S 221',
    '20 close by unknown',
    'session 25312/2/2',
    '8 connect 192.0.2.77',
    '9 S 220',
    '12 C RCPT TO:<mail@otherdomain.example>',
    '13 S 503',
    '22 close by unknown',
  ]);
  assert.deepEqual(summary(LOG), [
    '2 information reply.greeting-domain',
    '9 information reply.greeting-domain',
    '12 error sequence.before-hello',
    '13 hint sequence.no-quit',
  ]);
  assert.ok(rewrite(LOG, 4, 'client', 'NOOP').includes('25312/1r NOOP\n'));
});

test('the message behind the mark of what was read, and a handshake that failed', () => {
  assert.deepEqual(dump(LOG.replace('25312/1. <', '25312/1r . <')), dump(LOG));
  const log = `25312/1# remote 192.0.2.10:58944 at 2026-11-30 10:15:00 +0000
25312/1w 220 mx.example.org sinksmtp
25312/1r EHLO client.example.net
25312/1w 250-mx.example.org Hello 192.0.2.10:58944
25312/1w 250 STARTTLS
25312/1r STARTTLS
25312/1w 220 Ready to start TLS
25312/1! TLS setup failed: EOF
25312/1# abort at 2026-11-30 10:15:01 +0000
`;
  assert.deepEqual(summary(log), ['8 warning tls.failed']);
});

test('a connection that ends in a message', () => {
  const lost = LOG.replace(/25312\/1\. <end[\s\S]*25312\/1# quit/, '25312/1# abort');
  assert.ok(summary(lost).includes('16 warning delivery.connection-lost'), summary(lost).join(', '));
});
