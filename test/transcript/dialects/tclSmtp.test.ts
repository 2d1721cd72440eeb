import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `Trying 192.0.2.7...
Trying 127.0.0.1...
<-- 220 mx.example.org ESMTP
--> EHLO client.example.com (wait upto 300 seconds)
<-- 250-mx.example.org
<-- 250 SIZE 1000
--> MAIL FROM:<alice@example.com> (wait upto 600 seconds)
<-- 250 2.1.0 Ok
--> DATA (wait upto 300 seconds)
<-- 354 go ahead
--> . (wait upto 120 seconds)
    ... premature end-of-file from server ...
--> RSET (wait upto 300 seconds)
--> QUIT (wait upto 120 seconds)
`;

test('how long it waits is no part of the command', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'tcl-smtp');
  assert.deepEqual(dump(LOG), [
    '3 connect 127.0.0.1',
    '3 S 220',
    '4 C EHLO client.example.com',
    '5 S 250 ×2',
    '7 C MAIL FROM:<alice@example.com>',
    '8 S 250',
    '9 C DATA',
    '10 S 354',
    '12 error lost: premature end-of-file from server',
    '11 data ? lines',
  ]);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 7, 'client', 'NOOP')).includes('7 C NOOP'), true);
});
