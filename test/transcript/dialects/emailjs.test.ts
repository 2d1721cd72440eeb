import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `connecting: 127.0.0.1:4025
connected: 127.0.0.1:4025
220 mx.peer.test ESMTP

ehlo mx.example.test

{"code":"250","message":"STARTTLS","data":"250-mx.peer.test\\n250-SIZE 1000000\\n250 STARTTLS\\n"}
AUTH  CRAM-MD5

{"code":"334","message":"PDEyMzQ1Pg==","data":"334 PDEyMzQ1Pg==\\n"}
dSBmZWMyYmIz

{"code":"235","message":"2.7.0 welcome","data":"235 2.7.0 welcome\\n"}
data

{"code":"354","message":"End data","data":"354 End data\\n"}
Subject: hi

220 not a reply

.

{"code":"554","message":"5.7.1 score","data":"554-5.7.1 Spam\\n554 5.7.1 score\\n"}
sent to nobody
smtp connection closed.
connecting: 127.0.0.1:4027
connected: 127.0.0.1:4027
response (data): 554 mx.peer.test no mail here
`;

test('replies are JSON, the rest stands as it was sent', () => {
  const { detection, utterances } = readTranscript(LOG);
  assert.equal(detection.dialect?.id, 'emailjs');
  assert.deepEqual(dump(LOG), [
    'session 1',
    '2 connect 127.0.0.1:4025',
    '3 S 220',
    '5 C ehlo mx.example.test',
    '7 S 250 ×3',
    '8 C AUTH  CRAM-MD5',
    '11 response dSBmZWMyYmIz',
    '10 S 334',
    '13 S 235',
    '14 C data',
    '16 S 354',
    '17 data 4 lines',
    '23 S 554 ×2',
    '25 close by client',
    'session 2',
    '27 connect 127.0.0.1:4027',
    '28 S 554',
  ]);
  const size = utterances.find(({ text }) => text === '250-SIZE 1000000');
  assert.equal(LOG.split('\n')[6]?.slice(size?.start, size?.end), '250-SIZE 1000000');
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 5, 'client', 'NOOP')).includes('5 C NOOP'), true);
  assert.equal(dump(rewrite(LOG, 7, 'server', '500 no')).includes('7 S 500'), true);
});
