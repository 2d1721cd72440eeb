import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `---------- postman Sun Nov 29 16:32:00 2026

>1795969920>220 mx.example.org Cyrus LMTP server ready\r
<1795969920<LHLO client.example.com\r
>1795969920>250-mx.example.org\r
250 PIPELINING\r
<1795969920<MAIL FROM:<alice@example.com>\r
RCPT TO:<bob@example.org>\r
RCPT TO:<carol@example.org>\r
DATA\r
>1795969920>250 2.1.0 ok\r
250 2.1.5 ok\r
250 2.1.5 ok\r
354 go ahead\r
<1795969920<Subject: half\r
\r
it said >1795969920> and\r
hal>1795969922>451 4.3.0 System I/O error\r
421 4.4.1 bye\r
`;

test('what was read or written at once has one mark, wherever it stands', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'cyrus');
  assert.deepEqual(dump(LOG), [
    '3 connect',
    '3 S 220',
    '4 C LHLO client.example.com',
    '5 S 250 ×2',
    '7 C MAIL FROM:<alice@example.com>',
    '11 S 250',
    '8 C RCPT TO:<bob@example.org>',
    '12 S 250',
    '9 C RCPT TO:<carol@example.org>',
    '13 S 250',
    '10 C DATA',
    '14 S 354',
    '15 data 4 lines interrupted',
    '18 S 451',
    '19 S 421',
  ]);
});

test("imapd's telemetry is no SMTP", () => {
  const imap = `---------- bob Sun Nov 29 16:32:00 2026

>1795969920>* OK IMAP4rev1 ready\r
<1795969920<a LOGIN bob x\r
>1795969920>a OK User logged in\r
<1795969920<b NOOP\r
>1795969920>b OK Completed\r
`;
  assert.equal(readTranscript(imap).detection.dialect, undefined);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 4, 'client', 'NOOP')).includes('4 C NOOP'), true);
});
