import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `proxsmtpd: created thread for connection
proxsmtpd: 100000: SERVER < 220 mx.example.org ESMTP
proxsmtpd: 100000: CLIENT > 220 mx.example.org ESMTP
proxsmtpd: 100000: CLIENT < EHLO client.example.com
proxsmtpd: 100000: SERVER > EHLO client.example.com
proxsmtpd: 100000: SERVER < 250 mx.example.org
proxsmtpd: 100000: CLIENT > 250 smtp.passthru
proxsmtpd: 100000: CLIENT < DATA
proxsmtpd: 100000: CLIENT > 354 Start mail input; end with <CRLF>.<CRLF>
proxsmtpd: 100000: wrote 86 bytes to filter, read 86 bytes
proxsmtpd: 100000: SERVER > DATA
proxsmtpd: 100000: SERVER < 354 go ahead
proxsmtpd: 100000: SERVER > .
proxsmtpd: 100000: SERVER < 250 2.0.0 Ok
proxsmtpd: 100000: CLIENT > 250 2.0.0 Ok
proxsmtpd: 100000: CLIENT connection closed
proxsmtpd: 100000: SERVER connection closed
`;

test('each side of the proxy is a session', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'smtp-proxy');
  assert.deepEqual(dump(LOG), [
    'session 100000/server/1',
    '2 connect',
    '2 S 220',
    '5 C EHLO client.example.com',
    '6 S 250',
    '11 C DATA',
    '12 S 354',
    '13 data ? lines',
    '14 S 250',
    '17 close by unknown',
    'session 100000/client/2',
    '3 connect',
    '3 S 220',
    '4 C EHLO client.example.com',
    '7 S 250',
    '8 C DATA',
    '9 S 354',
    '- data ? lines',
    '15 S 250',
    '16 close by unknown',
  ]);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 4, 'client', 'NOOP')).includes('4 C NOOP'), true);
});
