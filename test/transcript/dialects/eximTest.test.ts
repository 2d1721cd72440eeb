import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `**** SMTP testing session as if from host 203.0.113.9\r
**** This is not for real!\r
>>> host in host_lookup? no (end of list)\r
220 mx.example.test ESMTP Exim 4.96\r\r
EHLO client.sender.test\r
>>> host in tls_advertise_hosts? yes (matched "*")\r
250-mx.example.test Hello client.sender.test [203.0.113.9]\r\r
250 HELP\r\r
MAIL FROM:<alice@sender.test>\r
250 OK\r\r
RCPT TO:<bob@example.test>\r
>>> check verify = recipient\r
250 Accepted\r\r
DATA\r
354 Enter message, ending with "." on a line by itself\r\r
Subject: test\r
\r
>>> host in ignore_fromline_hosts? no (option unset)\r
550 units\r
.\r
LOG: 1xVvxU-0008MK-10 <= alice@sender.test H=(client.sender.test) [203.0.113.9]\r
250 OK id=1xVvxU-0008MK-10\r\r
QUIT\r
221 mx.example.test closing connection\r\r
`;

test('a rehearsal: remarks are no dialogue, and what looks like a reply in the message is none', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'exim-bh');
  assert.deepEqual(dump(LOG), [
    '4 S 220',
    '5 C EHLO client.sender.test',
    '7 S 250 ×2',
    '9 C MAIL FROM:<alice@sender.test>',
    '10 S 250',
    '11 C RCPT TO:<bob@example.test>',
    '13 S 250',
    '14 C DATA',
    '15 S 354',
    '16 data 3 lines',
    '22 S 250',
    '23 C QUIT',
    '24 S 221',
  ]);
});

test('standard input: known by its greeting of a user, and a line of the log in between is none of the client', () => {
  const log = `220 mx.example.test ESMTP Exim 4.96
EHLO localhost
250-mx.example.test Hello root at localhost
250 HELP
2026-11-24 19:13:57 exim user lost privilege for using -C option
QUIT
221 mx.example.test closing connection
`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'exim-bh');
  assert.deepEqual(dump(log), ['1 S 220', '2 C EHLO localhost', '3 S 250 ×2', '6 C QUIT', '7 S 221']);
});

test('a terminal with another server: not this format', () => {
  assert.equal(readTranscript('220 mx ESMTP\nEHLO a.test\n250 mx\nQUIT\n221 Bye\n').detection.dialect?.id, 'bare');
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 9, 'client', 'RSET'))[3], '9 C RSET');
});
