import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const STAMP = '[2026-11-30T08:33:46.692712]';
const LOG = String.raw`${STAMP} Initializing SMTP destination; driver='d#0', host='192.0.2.1', port='25'
${STAMP} Connected to SMTP server; driver='d#0', host='192.0.2.1', port='25'
${STAMP} SMTP Session: SERVER; driver='d#0', message='220 mx ESMTP\x0d\x0a'
${STAMP} Connected to SMTP server; driver='d2#0', host='192.0.2.1', port='25'
${STAMP} SMTP Session: CLIENT; driver='d#0', message='EHLO vm\x0d\x0a'
${STAMP} SMTP Session: SERVER; driver='d2#0', message='220 mx ESMTP\x0d\x0a'
${STAMP} SMTP Session: SERVER; driver='d#0', message='250-mx\x0d\x0a250 PIPELINING\x0d\x0a'
${STAMP} SMTP Session: CLIENT; driver='d#0', message='MAIL FROM:<a@b.test>\x0d\x0a'
${STAMP} SMTP Session: SERVER; driver='d#0', message='250 Ok\x0d\x0a'
${STAMP} SMTP Session: CLIENT; driver='d#0', message='RCPT TO:<c@d.test>\x0d\x0aDATA\x0d\x0a'
${STAMP} SMTP Session: SERVER; driver='d#0', message='250 Ok\x0d\x0a'
${STAMP} SMTP Session: SERVER; driver='d#0', message='354 go\x0d\x0a'
${STAMP} SMTP Session: HEADERS; driver='d#0', data='Subject: QUIT\x0d\x0a'
${STAMP} SMTP Session: SERVER; driver='d#0', message='250 queued\x0d\x0a'
${STAMP} SMTP Session: CLIENT; driver='d#0', message='QUIT\x0d\x0a'
${STAMP} SMTP Session: SERVER; driver='d#0', message='221 Bye\x0d\x0a'
${STAMP} Disconnected from SMTP server; driver='d#0', host='192.0.2.1', port='25'
${STAMP} SMTP result; driver='d#0', code='250', text='queued\x0d\x0a'
`;

test('each destination has a session, the body of a message is not shown', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'syslog-ng');
  assert.deepEqual(dump(LOG), [
    'session d#0/1',
    '2 connect 192.0.2.1:25',
    '3 S 220',
    '5 C EHLO vm',
    '7 S 250 ×2',
    '8 C MAIL FROM:<a@b.test>',
    '9 S 250',
    '10 C RCPT TO:<c@d.test>',
    '11 S 250',
    '10 C DATA',
    '12 S 354',
    '13 data ? lines',
    '14 S 250',
    '15 C QUIT',
    '16 S 221',
    '17 close by client',
    'session d2#0/2',
    '4 connect 192.0.2.1:25',
    '6 S 220',
  ]);
  assert.equal(readTranscript(LOG).utterances[0]?.time, Date.parse('2026-11-30T08:33:46.692Z'));
});

test('what is written reads back', () => {
  assert.ok(
    rewrite(LOG, 5, 'client', "HELO o'c").includes(
      String.raw`${STAMP} SMTP Session: CLIENT; driver='d#0', message='HELO o\'c\x0d\x0a'`,
    ),
  );
});
