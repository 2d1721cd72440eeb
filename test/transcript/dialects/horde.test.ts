import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `------------------------------
>> Sun, 29 Nov 2026 16:20:12 +0000
>> Connection to: smtps://mx.example.org:465
S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH PLAIN LOGIN
[AUTH Command - method: PLAIN; username: user]
S: 535 5.7.8 no
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: dXNlcg==
S: 334 UGFzc3dvcmQ6
[AUTH Command - method: LOGIN; username: user]
S: 235 2.7.0 yes
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: DATA
S: 354 go ahead
C: From: alice@example.com\r
Subject: Test\r
\r
S: 250 is what they said\r

C: .
S: 250 2.0.0 Ok
>> Connection to: smtp://mx.example.org:25
>> ERROR: Server closed the connection.
`;

test('a message has one mark, AUTH none', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'horde');
  assert.deepEqual(dump(LOG), [
    'session 1',
    '3 connect mx.example.org:465',
    '3 tls',
    '4 S 220',
    '5 C EHLO client.example.com',
    '6 S 250 ×2',
    '8 C AUTH PLAIN',
    '9 secret',
    '9 S 535',
    '10 C AUTH LOGIN',
    '12 response dXNlcg==',
    '14 secret',
    '11 S 334',
    '13 S 334',
    '15 S 235',
    '16 C MAIL FROM:<alice@example.com>',
    '17 S 250',
    '18 C DATA',
    '19 S 354',
    '20 data 5 lines',
    '26 S 250',
    'session 2',
    '27 connect mx.example.org:25',
    '28 error lost: Server closed the connection.',
  ]);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 16, 'client', 'NOOP')).includes('16 C NOOP'), true);
});
