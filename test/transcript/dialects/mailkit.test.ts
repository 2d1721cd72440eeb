import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `Connected to smtp://mx.test:587/?starttls=when-available\r
S: 220 mx ESMTP\r
C: EHLO [192.0.2.7]\r
S: 250-mx\r
S: 250 AUTH LOGIN\r
C: AUTH LOGIN\r
S: 334 VXNlcm5hbWU6\r
C: ********\r
S: 235 ok\r
C: DATA\r
S: 354 go\r
C: # no comment\r
C: S: 250 quoted\r
C: .\r
S: 250 queued\r
Connected to imaps://mx.test:993/\r
S: * OK\r
Connected to smtps://[2001:db8::1]:465/\r
S: 220 mx\r
`;

test('connections, secrets, and one that is not SMTP', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'mailkit');
  assert.deepEqual(dump(LOG), [
    'session 1',
    '1 connect mx.test:587',
    '2 S 220',
    '3 C EHLO [192.0.2.7]',
    '4 S 250 ×2',
    '6 C AUTH LOGIN',
    '8 secret',
    '7 S 334',
    '9 S 235',
    '10 C DATA',
    '11 S 354',
    '12 data 2 lines',
    '15 S 250',
    'session 2',
    '18 connect [2001:db8::1]:465',
    '18 tls',
    '19 S 220',
  ]);
});

test('with time stamps', () => {
  const stamped = LOG.replace(/^(?=.)/gm, '2024-07-01T12:00:00Z ');
  assert.deepEqual(dump(stamped), dump(LOG));
  assert.equal(readTranscript(stamped).utterances[1]?.time, Date.UTC(2024, 6, 1, 12));
});

test('without a connection it is any transcript', () => {
  assert.equal(readTranscript('S: 220 mx\nC: EHLO a\nS: 250 mx\n').detection.dialect?.id, 'canonical');
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 3, 'client', 'HELO a.test'))[3], '3 C HELO a.test');
});
