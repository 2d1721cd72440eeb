import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `report|0.7|1576146008.006099|smtp-in|link-connect|7641df9771b4ed00|mail.example.org|pass|192.0.2.9:33174|192.0.2.1:25
report|0.7|1576146008.006100|smtp-in|protocol-server|7641df9771b4ed00|220 mx.example.test ESMTP OpenSMTPD
report|0.7|1576146008.006101|smtp-in|protocol-client|7641df9771b4ed00|DATA
report|0.7|1576146008.006102|smtp-in|protocol-server|7641df9771b4ed00|354 Enter mail
filter|0.7|1576146008.006103|smtp-in|data-line|7641df9771b4ed00|1ef1c203cc576e5d|Subject: a|b
filter|0.7|1576146008.006104|smtp-in|data-line|7641df9771b4ed00|1ef1c203cc576e5d|.
report|0.7|1576146008.006105|smtp-in|protocol-server|7641df9771b4ed00|250 2.0.0 Ok
report|0.7|1576146008.006106|smtp-in|link-disconnect|7641df9771b4ed00
`;

test('says what happened', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'opensmtpd-report');
  assert.deepEqual(dump(LOG), [
    '1 connect mail.example.org',
    '2 S 220',
    '3 C DATA',
    '4 S 354',
    '5 data 1 lines',
    '7 S 250',
    '8 close by unknown',
  ]);
});

test('other things between bars: not this format', () => {
  assert.notEqual(readTranscript('report|1|2|smtp-in|EHLO\n').detection.dialect?.id, 'opensmtpd-report');
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 3, 'client', 'NOOP'))[2], '3 C NOOP');
});
