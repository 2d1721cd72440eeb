import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ParsedDocument } from '../../../server/src/features/parsedDocument';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const block = (what: string, text: string, { level = 'None', port = 587, socket = '0x6100004a5460' } = {}) =>
  `${what} Dec 31 11:39:39.553 [kCFStreamSocketSecurityLevel${level}] -- host:mx.test -- port:${port} -- socket:${socket} -- thread:0x618000a69b40\n${text}\n`;
const TLS = { level: 'TLSv1_2' };
const IMAP = { level: 'TLSv1_2', port: 993, socket: '0x600000f6f4c0' };
const OTHER = { port: 2525, socket: '0x600000f6f4c1' };
const findingsIn = (log: string) => new ParsedDocument(log).findings.map(({ rule }) => rule.code);

const LOG =
  'INITIATING CONNECTION Dec 31 11:39:39.264 host:mx.test -- port:587 -- socket:0x0 -- thread:0x618000a69b40\n\n' +
  block('CONNECTED', '') +
  block('READ', '* OK [CAPABILITY IMAP4rev1] ready.\n', IMAP) +
  block('READ', '220 mx.test ESMTP\n') +
  block('WROTE', '3.14 STARTTLS\n', IMAP) +
  block('WROTE', 'EHLO [192.0.2.1]\n') +
  block('READ', '* 3 EXISTS\n3.15 OK done\n', IMAP) +
  block('READ', '250-mx.test\n250-SIZE 1000000\n250 STARTTLS\n') +
  block('WROTE', 'STARTTLS\n') +
  block('READ', '220 2.0.0 Ready\n') +
  block('WROTE', 'EHLO [192.0.2.1]\n', TLS) +
  block('READ', '250-mx.test\n250 AUTH PLAIN\n', TLS) +
  block('WROTE', 'AUTH PLAIN *** 32 bytes hidden ***\n', TLS) +
  block('READ', '235 2.7.0 Ok\n', TLS) +
  block('WROTE', 'MAIL FROM:<a@a.test>\n', TLS) +
  block('READ', '250 2.1.0 Ok\n', TLS) +
  block('WROTE', 'RCPT TO:<b@b.test>\n', TLS) +
  block('READ', '250 2.1.5 Ok\n', TLS) +
  block('WROTE', 'DATA\n', TLS) +
  block('READ', '354 Go\n', TLS) +
  block('WROTE', 'From: <a@a.test>\nDate: Mon, 30 Nov 2026 10:00:00 +0100\n\nHello\n\n', TLS) +
  block('WROTE', '.\n', TLS) +
  block('READ', '250 2.0.0 Ok\n', TLS) +
  block('WROTE', 'QUIT\n', TLS) +
  block('READ', '221 2.0.0 Bye\n', TLS);

test('blocks of a connection, of which IMAP is left out, and the level that tells TLS', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'apple-mail');
  assert.deepEqual(dump(LOG), [
    '3 connect mx.test:587',
    '9 S 220',
    '15 C EHLO [192.0.2.1]',
    '22 S 250 ×3',
    '27 C STARTTLS',
    '30 S 220',
    '32 tls',
    '33 C EHLO [192.0.2.1]',
    '36 S 250 ×2',
    '40 C AUTH PLAIN',
    '43 S 235',
    '46 C MAIL FROM:<a@a.test>',
    '49 S 250',
    '52 C RCPT TO:<b@b.test>',
    '55 S 250',
    '58 C DATA',
    '61 S 354',
    '64 data 5 lines',
    '74 S 250',
    '77 C QUIT',
    '80 S 221',
  ]);
  assert.deepEqual(findingsIn(LOG), []);
});

test('connections are told apart by their sockets, and a message may be hidden', () => {
  const log =
    block('READ', '220 mx.test ESMTP\n', OTHER) +
    block('CONNECTED', '', TLS) +
    block('READ', '220 mx.test ESMTP\n', TLS) +
    block('WROTE', 'DATA\n', OTHER) +
    block('WROTE', 'AUTH LOGIN\n', TLS) +
    block('READ', '354 Go\n', OTHER) +
    block('READ', '334 UGFzc3dvcmQ6\n', TLS) +
    block('WROTE', '*** 24 bytes hidden ***\n', TLS) +
    block('WROTE', '.\n', OTHER) +
    block('READ', '535 5.7.8 No\n', TLS) +
    block('READ', '250 Ok\n', OTHER);
  assert.deepEqual(dump(log), [
    'session 0x600000f6f4c1/1',
    '1 connect mx.test:2525 (seen from the middle)',
    '2 S 220',
    '10 C DATA',
    '16 S 354',
    '25 data ? lines',
    '31 S 250',
    'session 0x6100004a5460/2',
    '4 connect mx.test:587',
    '4 tls',
    '7 S 220',
    '13 C AUTH LOGIN',
    '22 secret',
    '19 S 334',
    '28 S 535',
  ]);
  assert.ok(findingsIn(log).includes('sequence.auth-before-hello'));
});

test('what is written into a block leaves the rest of it to whom it belongs', () => {
  const log = rewrite(LOG, 23, 'client', 'NOOP');
  assert.deepEqual(
    readTranscript(log)
      .utterances.slice(2, 7)
      .map(({ speaker, text }) => `${speaker} ${text}`),
    ['client EHLO [192.0.2.1]', 'server 250-mx.test', 'client NOOP', 'server 250 STARTTLS', 'client STARTTLS'],
  );
});

test('a log of IMAP alone is none of ours', () => {
  const log =
    block('READ', '* OK ready\n', IMAP) + block('WROTE', '1.2 NOOP\n', IMAP) + block('READ', '1.2 OK\n', IMAP);
  assert.equal(readTranscript(log).detection.dialect, undefined);
});
