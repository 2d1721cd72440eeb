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
