import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `DEBUG: Recv: 220 mx.example.org ESMTP
DEBUG: Send: EHLO client.example.com\r

DEBUG: Recv: 250-mx.example.org
DEBUG: Recv: 250 SIZE 1000
DEBUG: Send: DATA\r

DEBUG: Recv: 354 go ahead
DEBUG: Send: From: alice@example.com\r
Subject: Test\r
\r
Hello\r
\r
..\r

DEBUG: Send: .\r

DEBUG: Recv: 250 2.0.0 Ok
DEBUG: Recv: 220 mx.example.org ESMTP
DEBUG: Recv: 421 later
`;

test('a message has one mark and an empty line behind it', () => {
  const { detection, utterances } = readTranscript(LOG);
  assert.equal(detection.dialect?.id, 'pear-net-smtp');
  assert.deepEqual(dump(LOG), [
    'session 1',
    '1 connect',
    '1 S 220',
    '2 C EHLO client.example.com',
    '4 S 250 ×2',
    '6 C DATA',
    '8 S 354',
    '9 data 6 lines',
    '18 S 250',
    'session 2',
    '19 connect',
    '19 S 220',
    '20 S 421 unasked',
  ]);
  assert.equal(utterances.find(({ line }) => line === 13)?.text, '..');
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 6, 'client', 'NOOP')).includes('6 C NOOP'), true);
});
