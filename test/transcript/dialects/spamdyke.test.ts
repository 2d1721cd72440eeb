import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';
import { rewrite } from '../../helpers/rewrite';

const STAMP = '11/30/2026 10:15:00';
const CLIENT = 'FROM REMOTE TO CHILD';
const SERVER = 'FROM CHILD TO REMOTE';

/** A packet as spamdyke writes it, an LF before its head. */
function packet(head: string, text: string, behind = ''): string {
  return `\n${STAMP} ${head}: ${text.length} bytes${behind}\n${text}`;
}

const BEGINS = `${STAMP} STARTED: VERSION = 5.0.1+TLS, PID = 2314

${STAMP} CURRENT ENVIRONMENT
TCPREMOTEIP=192.0.2.10

${STAMP} - Remote IP = 192.0.2.10
`;

const HELLO = [
  packet(SERVER, '220 mx.example.org ESMTP ready\r\n'),
  packet(CLIENT, 'EHLO client.example.net\r\n'),
  packet('FROM CHILD, FILTERED', '250 mx.example.org\r\n'),
  packet('FROM SPAMDYKE TO REMOTE', '250-mx.example.org\r\n250 STARTTLS\r\n'),
  packet(CLIENT, 'STARTTLS\r\n'),
  packet('FROM SPAMDYKE TO REMOTE', '220 Ready\r\n'),
  `\n${STAMP} - TLS negotiated and started\n`,
  packet(CLIENT, 'EHLO client.example.net\r\n', ' TLS'),
  packet(SERVER, '250 mx.example.org\r\n', ' TLS'),
].join('');

const MAIL = [
  packet(CLIENT, 'MAIL FROM:<a@exam', ' TLS AUTH:joe@example.org'),
  packet(CLIENT, 'ple.org>\r\n', ' TLS AUTH:joe@example.org'),
  packet(SERVER, '250 2.1.0 Ok\r\n', ' TLS AUTH:joe@example.org'),
  packet(CLIENT, 'RCPT TO:<b@example.net>\r\n', ' TLS'),
  packet('FROM SPAMDYKE TO CHILD', 'RCPT TO:<b@example.net>\r\n', ' TLS'),
  packet(SERVER, '250 2.1.5 Ok\r\n', ' TLS'),
  `\n${STAMP} LOG OUTPUT TLS\nALLOWED from: a@example.org to: b@example.net\n`,
  packet(CLIENT, 'DATA\r\n', ' TLS'),
  packet(SERVER, '354 Go ahead\r\n', ' TLS'),
  packet(CLIENT, 'Subject: hello\r\n\r\nHello there.\r\n.\r\n', ' TLS'),
].join('');

const ENDS = [
  packet(SERVER, '250 Queued\r\n', ' TLS'),
  packet(CLIENT, 'QUIT\r\n', ' TLS'),
  packet(SERVER, '221 Bye\r\n', ' TLS'),
].join('');

const CLOSED = `\n${STAMP} CLOSED\n`;
const LOG = BEGINS + HELLO + MAIL + ENDS + CLOSED;

const READ = [
  'connect 192.0.2.10',
  'S 220',
  'C EHLO client.example.net',
  'S 250 ×2',
  'C STARTTLS',
  'S 220',
  'tls',
  'C EHLO client.example.net',
  'S 250',
  'C MAIL FROM:<a@example.org>',
  'S 250',
  'C RCPT TO:<b@example.net>',
  'S 250',
  'C DATA',
  'S 354',
  'data 3 lines',
  'S 250',
  'C QUIT',
  'S 221',
  'close by unknown',
];

const bare = (text: string) => dump(text).map((line) => line.replace(/^\d+ /, ''));

test('what was said to the client, also where a packet ends in a line', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'spamdyke');
  assert.deepEqual(bare(LOG), READ);
  assert.deepEqual(summary(LOG), []);
});

test('with its CRs lost', () => {
  assert.deepEqual(bare(LOG.replaceAll('\r', '')), READ);
});

test('a connection that closes in a message, or before its answer', () => {
  const inside = BEGINS + HELLO + MAIL.replace('.\r\n.\r\n', '.\r\n') + CLOSED;
  assert.deepEqual(codesIn(inside), ['delivery.connection-lost']);
  assert.deepEqual(codesIn(BEGINS + HELLO + MAIL + CLOSED), ['delivery.connection-lost']);
  assert.deepEqual(codesIn(BEGINS + HELLO + CLOSED), ['sequence.no-quit']);
});

function codesIn(text: string): string[] {
  return summary(text).map((each) => each.split(' ')[2] ?? '');
}

test('a line that it writes has a head of its own', () => {
  assert.ok(rewrite(LOG, 12, 'client', 'NOOP').includes('FROM REMOTE TO CHILD: 6 bytes\nNOOP\r\n'));
});
