import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `Trying to connect to 192.0.2.1/110...connected.
fetchmail: POP3< +OK 2 356
fetchmail: POP3> RETR 1
reading message bob@pop.example.net:1 of 2 (178 octets)Trying to connect to 127.0.0.1/24...connected.
fetchmail: LMTP< 220 mx.example.org LMTP
fetchmail: LMTP> LHLO client.example.com
fetchmail: LMTP< 250-mx.example.org
fetchmail: LMTP< 250 AUTH PLAIN
fetchmail: ESMTP PLAIN Authentication...
fetchmail: LMTP< 535 5.7.8 no
fetchmail: LMTP> MAIL FROM:<alice@example.com>
fetchmail: LMTP< 250 2.1.0 Ok
fetchmail: LMTP> DATA
fetchmail: LMTP< 354 go ahead
fetchmail: LMTP>. (EOM)
fetchmail: LMTP< 250 2.0.0 Ok
 not flushed
fetchmail: POP3> RETR 2
reading message bob@pop.example.net:2 of 2 (178 octets)fetchmail: LMTP> MAIL FROM:<alice@example.com>
fetchmail: smtp listener protocol error
fetchmail: POP3> QUIT
Trying to connect to 127.0.0.1/24...connected.
fetchmail: LMTP< 421 later
`;

test('what it hands over stands among what it fetches', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'fetchmail');
  assert.deepEqual(dump(LOG), [
    'session 1',
    '5 connect',
    '5 S 220',
    '6 C LHLO client.example.com',
    '7 S 250 ×2',
    '9 C AUTH PLAIN',
    '10 secret',
    '10 S 535',
    '11 C MAIL FROM:<alice@example.com>',
    '12 S 250',
    '13 C DATA',
    '14 S 354',
    '15 data ? lines',
    '16 S 250',
    '20 error lost: fetchmail: smtp listener protocol error',
    '19 C MAIL FROM:<alice@example.com>',
    'session 2',
    '23 connect',
    '23 S 421',
  ]);
});

test('syslog takes off its name', () => {
  const log = LOG.replace(/^fetchmail: /gm, 'Nov 29 16:21:12 client fetchmail[812]: ');
  assert.equal(readTranscript(log).detection.dialect?.id, 'fetchmail');
  assert.equal(dump(log).includes('19 C MAIL FROM:<alice@example.com>'), true);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 13, 'client', 'NOOP')).includes('13 C NOOP'), true);
});
