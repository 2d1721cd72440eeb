import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';
import { rewrite } from '../../helpers/rewrite';

const LOG = String.raw`c: Trying to connect to mx.example.org on port 587
s: 220 mx.example.org ESMTP ready
c: Connected!
c: ehlo localhost\r\n
s: 250-mx.example.org at your service
250-SIZE 35882577
250 STARTTLS
c: Info: STARTTLS is available by the server, the communication will be encrypted.
c: STARTTLS\r\n
s: 220 2.0.0 Ready to start TLS
c: <Start TLS negotiation>
c & s: <Negotiate a TLS session>
c & s: <Check result of negotiation>
c: TLS session ready!
c: Contacting the server again but via the secure channel...
c: ehlo client.example.net\r\n
s: 250-mx.example.org at your service
250 AUTH LOGIN PLAIN
c: AUTH PLAIN ***************\r\n
s: 235 2.7.0 Accepted
c: MAIL FROM: <a@example.net>\r\n
s: 250 2.1.0 OK
c: RCPT TO: <b@example.org>\r\n
s: 250 2.1.5 OK
c: DATA\r\n
s: 354 Go ahead
c: Subject: This is a test\r\n
c: Content-Type: text/plain\r\n\r\n
c: One line\r\nAnother\r\n
c: \r\n.\r\n
s: 250 2.0.0 OK
c: QUIT\r\n
Operation completed!
`;

test('notes, line ends that are spelt out, bare further lines', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'cpp-smtpclient');
  assert.deepEqual(dump(LOG), [
    '1 connect mx.example.org:587',
    '2 S 220',
    '4 C ehlo localhost',
    '5 S 250 ×3',
    '9 C STARTTLS',
    '10 S 220',
    '14 tls',
    '16 C ehlo client.example.net',
    '17 S 250 ×2',
    '19 C AUTH PLAIN ***************',
    '20 S 235',
    '21 C MAIL FROM: <a@example.net>',
    '22 S 250',
    '23 C RCPT TO: <b@example.org>',
    '24 S 250',
    '25 C DATA',
    '26 S 354',
    '27 data 6 lines',
    '31 S 250',
    '32 C QUIT',
  ]);
  assert.ok(rewrite(LOG, 4, 'client', 'NOOP').includes('c: NOOP\\r\\n\n'));
});

test('a handshake that failed, and what stands bare in a message', () => {
  const failed = `${LOG.split('\n').slice(0, 13).join('\n')}\ns: certificate has expired\n`;
  assert.ok(summary(failed).includes('14 warning tls.failed'), summary(failed).join(', '));
  const bare = LOG.replace(/c: One line[\s\S]*c: \\r\\n\.\\r\\n\n/, 'c: One line\nAnother\n\n.\n');
  assert.ok(dump(bare).includes('27 data 6 lines'), dump(bare).join('\n'));
});
