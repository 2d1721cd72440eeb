import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `< 220 mx.example.org ESMTP\r
> EHLO [127.0.0.1]
< 250-mx.example.org\r
< 250 AUTH LOGIN\r
> AUTH LOGIN
< 334 VXNlcm5hbWU6\r
> dXNlcg==
< 235 2.7.0 Ok\r
> DATA
< 354 go ahead\r
> .
< 550 5.7.1 no\r

Expected response code "250" but got code "550".
< 220 mx.example.org ESMTP\r
> EHLO [127.0.0.1]
`;

test('curl’s marks without what curl says of itself', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'symfony');
  assert.deepEqual(dump(LOG), [
    'session 1',
    '1 connect',
    '1 S 220',
    '2 C EHLO [127.0.0.1]',
    '3 S 250 ×2',
    '5 C AUTH LOGIN',
    '7 response dXNlcg==',
    '6 S 334',
    '8 S 235',
    '9 C DATA',
    '10 S 354',
    '11 data ? lines',
    '12 S 550',
    '15 gap',
    'session 2',
    '15 connect',
    '15 S 220',
    '16 C EHLO [127.0.0.1]',
    '16 gap',
  ]);
  assert.equal(readTranscript(`* Trying 192.0.2.1:25...\n${LOG}`).detection.dialect?.id, 'curl');
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 9, 'client', 'NOOP')).includes('9 C NOOP'), true);
});

test('a logger that keeps a record on one line makes blanks of the line ends', () => {
  const said = LOG.split('\n').slice(0, 12).join(' ').replaceAll('\r', '');
  const line = `[2026-11-30T10:26:33.647886+00:00] mailer.DEBUG: ${said}`;
  assert.equal(readTranscript(line).detection.dialect?.id, 'symfony');
  assert.deepEqual(
    dump(line).map((each) => each.replace(/^1 /, '')),
    dump(LOG)
      .slice(1, 14)
      .map((each) => each.replace(/^\d+ /, '')),
  );
  const mail = readTranscript(line).utterances.find(({ text }) => text.startsWith('EHLO'));
  assert.equal(line.slice(mail?.start, mail?.end), 'EHLO [127.0.0.1]');
});

test('a reply that quotes a mark is one reply', () => {
  const quoting = `${LOG}< 250-mx\r\n< 250 SIZE 99\r\n> MAIL FROM:<a@example.org>\n< 550 5.7.1 > looks < like this\r\n`;
  assert.ok(readTranscript(quoting).utterances.some(({ text }) => text === '550 5.7.1 > looks < like this'));
});
