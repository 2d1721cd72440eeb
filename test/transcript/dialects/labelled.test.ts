import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';
import { rewrite } from '../../helpers/rewrite';

const bare = (text: string) => dump(text).map((line) => line.replace(/^\d+ /, ''));

const RFC = `   S: <waits for connection on TCP port 25>
   C: <opens connection>
   S: 220 mx.example.test ESMTP
   C: EHLO client.example
   S: 250-mx.example.test
      250-STARTTLS
      250 AUTH CRAM-MD5
   C: STARTTLS
   S: 220 Go ahead
   C & S: <negotiate a TLS session>

Author                      Standards Track                     [Page 5]

   C: MAIL FROM:<a@client.example>
   S: 550 5.7.1 <a@client.example>: Sender address
      rejected: not here
`;

test('notes, indented lines of a reply and wrapped lines', () => {
  const { detection, utterances } = readTranscript(RFC);
  assert.equal(detection.dialect?.id, 'labelled');
  assert.deepEqual(bare(RFC), [
    'connect',
    'S 220',
    'C EHLO client.example',
    'S 250 ×3',
    'C STARTTLS',
    'S 220',
    'tls',
    'C MAIL FROM:<a@client.example>',
    'S 550',
  ]);
  const last = utterances.at(-1);
  assert.equal(last?.text, '550 5.7.1 <a@client.example>: Sender address rejected: not here');
  assert.deepEqual(last?.pieces?.at(-1), { at: 45, line: 15, column: 6, width: 18 });
});

test('base64 is wrapped without a blank', () => {
  const log = `S:  220 mx ESMTP
C:  EHLO c
S:  250-mx
S:  250 AUTH DIGEST-MD5
C:  AUTH DIGEST-MD5
S:  334 cmVhbG09ImV4YW1wbGUuY29t
    Iixub25jZT0iMTIzNDU2Nzg5MCI=
`;
  assert.equal(readTranscript(log).utterances.at(-1)?.text, '334 cmVhbG09ImV4YW1wbGUuY29tIixub25jZT0iMTIzNDU2Nzg5MCI=');
});

test('RFC 821: S is the sender, R the receiver', () => {
  const log = 'R: 220 host\nS: HELO other\nR: 250 host\nS: MAIL FROM:<a@other>\nR: 250 OK\nS: QUIT\nR: 221 bye\n';
  assert.deepEqual(bare(log).slice(1), [
    'S 220',
    'C HELO other',
    'S 250',
    'C MAIL FROM:<a@other>',
    'S 250',
    'C QUIT',
    'S 221',
  ]);
});

for (const [client, server] of [
  ['Client: ', 'Server: '],
  ['[SEND] ', '[RECV] '],
  ['C> ', 'S> '],
  ['IN: ', 'OUT: '],
  ['(tx) ', '(rx) '],
  ['request: ', 'response: '],
] as const) {
  const log = `${server}220 mx ESMTP\n${client}EHLO c\n${server}250-mx\n${server}250 HELP\n${client}QUIT\n${server}221 bye\n`;
  test(`${client}and ${server}`, () => {
    assert.deepEqual(bare(log).slice(1), ['S 220', 'C EHLO c', 'S 250 ×2', 'C QUIT', 'S 221']);
    assert.ok(dump(rewrite(log, 5, 'client', 'RSET')).includes('5 C RSET'));
    assert.ok(dump(rewrite(log, 6, 'server', '250 ok')).includes('6 S 250'));
  });
}

test('a message of which only the first line has a label', () => {
  const log = `S: 220 mx ESMTP
C: EHLO c
S: 250 mx
C: MAIL FROM:<a@c>
S: 250 Ok
C: RCPT TO:<b@d>
S: 250 Ok
C: DATA
S: 354 go
C: Subject: x
   Hello
   .
S: 250 queued
`;
  assert.ok(bare(log).includes('data 2 lines'), bare(log).join());
});

test('another protocol with the same labels is none', () => {
  assert.equal(readTranscript('Server: +OK ready\nClient: QUIT\nServer: +OK\n').detection.dialect, undefined);
});

test('empty lines behind what is said, with a label of their own, are not said', () => {
  const log = `SERVER: 220 mx.example.org ESMTP
SERVER: 
CLIENT: EHLO client.example.com
CLIENT: 
SERVER: 250 mx.example.org
SERVER: 
CLIENT: QUIT
CLIENT: 
SERVER: 221 Bye
SERVER: 
`;
  assert.deepEqual(dump(log).slice(1), ['1 S 220', '3 C EHLO client.example.com', '5 S 250', '7 C QUIT', '9 S 221']);
  // Of a client alone they may be.
  assert.ok(dump(log.replaceAll('SERVER: \n', '')).includes('3 C '));
});

test('bare further lines of a reply, and what answers a challenge is not shown', () => {
  const log = `09:41:12 AM - SMTP connection from localhost/0:0:0:0:0:0:0:1, new connection count: 1
09:41:12 AM - Server: 220 octoo.example ESMTP SubEthaSMTP null
09:41:12 AM - Client: EHLO [127.0.0.1]
09:41:12 AM - Server: 250-octoo.example
250-8BITMIME
250-AUTH LOGIN
250 Ok
09:41:12 AM - Client: AUTH LOGIN
09:41:12 AM - Server: 334 VXNlcm5hbWU6
09:41:12 AM - Server: 334 UGFzc3dvcmQ6
09:41:12 AM - Server: 235 Authentication successful.
09:41:12 AM - Client: MAIL FROM:<webmaster@example.com>
09:41:12 AM - Server: 250 Ok
09:41:12 AM - Client: DATA
09:41:12 AM - Server: 354 End data with <CR><LF>.<CR><LF>
09:41:12 AM - Server: 250 Ok
`;
  assert.deepEqual(bare(log), [
    'connect',
    'S 220',
    'C EHLO [127.0.0.1]',
    'S 250 ×4',
    'C AUTH LOGIN',
    'secret',
    'secret',
    'S 334',
    'S 334',
    'S 235',
    'C MAIL FROM:<webmaster@example.com>',
    'S 250',
    'C DATA',
    'S 354',
    '- data ? lines',
    'S 250',
  ]);
  const told = [
    '8 warning security.cleartext-credentials',
    '14 error sequence.data-without-recipients',
    '16 hint sequence.no-quit',
  ];
  assert.deepEqual(summary(log), told);
});
