import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const HEAD = `Trying to connect to "mx.test" ...
Connecting to 192.0.2.1:25...
<= 220 mx.test ESMTP
=> EHLO a.test
<= 250-mx.test
<= 250 AUTH LOGIN PLAIN
`;
const HEAD_READ = ['2 connect mx.test:25', '3 S 220', '4 C EHLO a.test', '5 S 250 ×2'];

test('what stands for base64 is read as that, at its place', () => {
  const log = `${HEAD}=> AUTH PLAIN b64<a[0x00]a[0x00]pass>
<= 535 5.7.8 No
=> AUTH LOGIN
<= 334 b64<Username:>
=> b64<a>
<= 334 b64<Password:>
=> *
<= 501 5.5.2 Cancelled
`;
  const transcript = readTranscript(log);
  assert.equal(transcript.detection.dialect?.id, 'nmh');
  assert.deepEqual(dump(log), [
    ...HEAD_READ,
    '7 C AUTH PLAIN YQBhAHBhc3M=',
    '8 S 535',
    '9 C AUTH LOGIN',
    '11 response YQ==',
    '13 response *',
    '10 S 334',
    '12 S 334',
    '14 S 501',
  ]);
  const plain = transcript.utterances.find(({ line }) => line === 6);
  assert.deepEqual(plain?.pieces, [
    { at: 0, line: 6, column: 3, width: 11 },
    { at: 11, line: 6, column: 14, width: 23 },
  ]);
});

test('TLS is told, from the start or behind STARTTLS', () => {
  const log = `Connecting to 192.0.2.1:465...
TLS negotiation successful: TLS_AES_256_GCM_SHA384(256) TLSv1.3
SSL-Session:
    Protocol  : TLSv1.3
(tls-decrypted) <= 220 mx.test ESMTP
(tls-encrypted) => EHLO a.test
(tls-decrypted) <= 250 mx.test
`;
  assert.deepEqual(dump(log), ['1 connect 192.0.2.1:465', '2 tls TLSv1.3', '5 S 220', '6 C EHLO a.test', '7 S 250']);
});

test('the message is not shown, and a server that is gone answers nothing', () => {
  const log = `${HEAD}=> MAIL FROM:<a@a.test>
<= 250 Ok
 -- Posting for All Recipients --
=> RCPT TO:<b@b.test>
<= 250 Ok
=> DATA
<= 354 Go
=> .
=> RSET
=> QUIT
post: posting failed; [BHST] Received EOF on network read
`;
  assert.deepEqual(dump(log).slice(8), [
    '12 C DATA',
    '13 S 354',
    '17 error lost: Received EOF on network read',
    '14 data ? lines',
    '15 C RSET',
    '16 C QUIT',
  ]);
});

test('a host may have several addresses', () => {
  const log = `Trying to connect to "mx.test" ...
Connecting to 2001:db8::1:25...
Connection failed: Connection refused
Connecting to 192.0.2.1:25...
<= 220 mx.test ESMTP
=> QUIT
<= 221 Bye
`;
  assert.deepEqual(dump(log), [
    'session 1',
    '2 connect mx.test:25',
    '3 error connect: Connection refused',
    'session 2',
    '4 connect 192.0.2.1:25',
    '5 S 220',
    '6 C QUIT',
    '7 S 221',
  ]);
});

test('the same arrows are another program’s, or another protocol’s', () => {
  const arrows = `${HEAD.split('\n').slice(2).join('\n')}=> QUIT\n<= 221 Bye\n`;
  assert.equal(readTranscript(arrows).detection.dialect?.id, 'marked');
  const pop = `Connecting to 192.0.2.1:110...
<= +OK ready
=> USER a
<= +OK
=> QUIT
<= +OK
`;
  assert.equal(readTranscript(pop).detection.dialect, undefined);
});

test('a server that turns nmh away without the name of its protocol', () => {
  const log =
    'Trying to connect to "mx.test" ...\nConnecting to 192.0.2.1:25...\n<= 554-mx.test\n<= 554 No mail from you\n=> QUIT\n';
  assert.deepEqual(dump(log), ['2 connect mx.test:25', '3 S 554 ×2', '5 C QUIT']);
});

test('a command may stand behind what nmh began to write of an address', () => {
  const log = `${HEAD}=> RCPT TO:<b@b.test>\n<= 554 5.7.1 No\n  b at b.test: => RSET\n<= 250 Ok\n`;
  assert.deepEqual(dump(log), [...HEAD_READ, '7 C RCPT TO:<b@b.test>', '8 S 554', '9 C RSET', '10 S 250']);
});
