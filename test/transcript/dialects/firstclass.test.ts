import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';
import { rewrite } from '../../helpers/rewrite';

const LOG = `[2026-11-30 10:15:00] Server-105: Snd: 220 mx.example.org ESMTP ready
[2026-11-30 10:15:00] Client-105: Rcv: 220 mx.example.net ESMTP ready
[2026-11-30 10:15:00] Server-105: Rcv: EHLO client.example.net
[2026-11-30 10:15:00] Client-105: Snd: EHLO mx.example.org
[2026-11-30 10:15:00] Server-105: Snd: 250-mx.example.org
[2026-11-30 10:15:00] Client-105: Rcv: 250 mx.example.net
[2026-11-30 10:15:00] Server-105: Snd: 250 HELP
[2026-11-30 10:15:00] Client-105: Snd: MAIL FROM:<a@example.org>
[2026-11-30 10:15:00] Server-105: Rcv: RCPT TO:<b@example.net>
[2026-11-30 10:15:00] Client-105: Rcv: 250 2.1.0 Sender OK
[2026-11-30 10:15:00] Server-105: Snd: 503 5.5.1 Bad sequence of commands
[2026-11-30 10:15:00] Server-105: Rcv: QUIT
[2026-11-30 10:15:00] Server-105: Snd: 221 2.0.0 Bye
[2026-11-30 10:15:01] Server-105: Snd: 220 mx.example.org ESMTP ready
`;

test('sessions are told apart by side and number', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'firstclass');
  assert.deepEqual(dump(LOG), [
    'session Server-105/1',
    '1 connect',
    '1 S 220',
    '3 C EHLO client.example.net',
    '5 S 250 ×2',
    '9 C RCPT TO:<b@example.net>',
    '11 S 503',
    '12 C QUIT',
    '13 S 221',
    'session Client-105/2',
    '2 connect',
    '2 S 220',
    '4 C EHLO mx.example.org',
    '6 S 250',
    '8 C MAIL FROM:<a@example.org>',
    '10 S 250',
    'session Server-105/3',
    '14 connect',
    '14 S 220',
  ]);
  assert.deepEqual(summary(LOG), ['9 error sequence.rcpt-before-mail', '10 hint sequence.no-quit']);
});

test('who sends depends on the side', () => {
  assert.ok(rewrite(LOG, 3, 'server', '250 ok').includes('[2026-11-30 10:15:00] Server-105: Snd: 250 ok\n'));
  assert.ok(rewrite(LOG, 4, 'server', '250 ok').includes('[2026-11-30 10:15:00] Client-105: Rcv: 250 ok\n'));
});
