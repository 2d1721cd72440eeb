import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `[2026-11-24 19:06:20] Mutt/2.2.12 (2023-09-09) debugging at level 2
[2026-11-24 19:06:20] Connected to imap.test:143 on fd=4
[2026-11-24 19:06:20] 4< * OK ready
[2026-11-24 19:06:20] 4> a0000 CAPABILITY\r
[2026-11-24 19:06:20] Connected to mx.test:25 on fd=5
[2026-11-24 19:06:20] 5< 220 mx ESMTP
[2026-11-24 19:06:20] 5> HELO a.test\r
[2026-11-24 19:06:20] 4< a0000 OK
[2026-11-24 19:06:20] 5< 250 mx
[2026-11-24 19:06:20] 5> DATA\r
[2026-11-24 19:06:20] 5< 354 go
[2026-11-24 19:06:20] 5> .\r
[2026-11-24 19:06:20] 5< 250 queued
[2026-11-24 19:06:20] 5> QUIT\r
`;

test('SMTP on one socket, IMAP on another; the message is not shown', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'mutt');
  assert.deepEqual(dump(LOG), [
    '5 connect mx.test:25',
    '6 S 220',
    '7 C HELO a.test',
    '9 S 250',
    '10 C DATA',
    '11 S 354',
    '12 data ? lines',
    '13 S 250',
    '14 C QUIT',
  ]);
});

test('NeoMutt at level 5: a doubled dot is written in two parts', () => {
  const where = '[2026-11-24 21:05:44]<5> mutt_socket_write_d() ';
  const log = `[2026-11-24 21:05:44]<2> mutt_socket_open() Connected to mx.test:465 on fd=4
[2026-11-24 21:05:44]<2> mutt_socket_readln_d() 4< 220 mx
${where}4> DATA\r
[2026-11-24 21:05:44]<2> mutt_socket_readln_d() 4< 354 go
${where}4> Subject: x\r
${where}4> .${where}4> .dot\r
${where}4> .\r
[2026-11-24 21:05:45]<E> mutt_socket_readchar() Connection to mx.test closed
`;
  assert.deepEqual(dump(log).slice(0, -2), ['1 connect mx.test:465', '1 tls', '2 S 220', '3 C DATA', '4 S 354']);
  const dotted = readTranscript(log).utterances.find(({ line }) => line === 5);
  assert.equal(dotted?.text, '..dot');
  assert.deepEqual(dotted?.pieces, [
    { at: 0, line: 5, column: 50, width: 1 },
    { at: 1, line: 5, column: 101, width: 4 },
  ]);
});

test('IMAP alone: not for us', () => {
  const imap = LOG.split('\n')
    .filter((line) => !line.includes(' 5') && !line.includes('fd=5'))
    .join('\n');
  assert.equal(readTranscript(imap).sessions.length, 0);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 7, 'client', 'EHLO a.test'))[2], '7 C EHLO a.test');
});
