import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `25608 Accepted connection 0/15 from 192.0.2.1 / Unknown
25608 220 mx.example.org ESMTP qpsmtpd 0.94 ready
25609 Accepted connection 1/15 from 192.0.2.2 / Unknown
25608 dispatching EHLO client.example.com
25608 in config(databytes)
25608 250-mx.example.org Hi Unknown [192.0.2.1]
25608 250 AUTH LOGIN
25609 220 mx.example.org ESMTP qpsmtpd 0.94 ready
25608 dispatching AUTH LOGIN
25608 334 VXNlcm5hbWU6
25608 334 UGFzc3dvcmQ6
25608 535 LOGIN authentication failed for user
25608 LOGIN authentication failed for user
25608 dispatching DATA
25608 503 Use MAIL before DATA
25608 click, disconnecting
25500 cleaning up after 25608
25500 cleaning up after 25609
`;

test('each process is a session, and what answers a challenge is not shown', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'qpsmtpd');
  assert.deepEqual(dump(LOG), [
    'session 25608/1',
    '1 connect 192.0.2.1',
    '2 S 220',
    '4 C EHLO client.example.com',
    '6 S 250 ×2',
    '9 C AUTH LOGIN',
    '11 secret',
    '12 secret',
    '10 S 334',
    '11 S 334',
    '12 S 535',
    '14 C DATA',
    '15 S 503',
    '16 close by unknown',
    'session 25609/2',
    '3 connect 192.0.2.2',
    '8 S 220',
    '18 close by unknown',
  ]);
});

test('syslog and the file plugin put their own head before it', () => {
  for (const head of ['Nov 29 16:26:18 mx qpsmtpd[25608]: ', 'Sun Nov 29 16:26:18 2026 mx[25608]: ']) {
    const log = LOG.replace(/^25608 /gm, head);
    assert.deepEqual(
      dump(log).filter((line) => / C /.test(line)),
      ['4 C EHLO client.example.com', '9 C AUTH LOGIN', '14 C DATA'],
      head,
    );
    assert.equal(dump(rewrite(log, 14, 'client', 'NOOP')).includes('14 C NOOP'), true);
  }
});
