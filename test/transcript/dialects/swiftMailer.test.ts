import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `++ Starting Swift_SmtpTransport
<< 220-mx.example.test ESMTP\r
220 ready\r

>> EHLO [127.0.0.1]\r

<< 250 mx.example.test\r

++ Swift_SmtpTransport started
>> MAIL FROM:<a@sender.test>\r

<< 250 Ok\r

>> RCPT TO:<perm@x.test>\r

<< 550 5.1.1 No such user here\r

!! Expected response code 250/251/252 but got code "550", with message "550 5.1.1 No such user here\r
" (code: 550)
!! Expected response code 250/251/252 but got code "550", with message "550 5.1.1 No such user here\r
"
Log data:
++ Starting Swift_SmtpTransport
<< 220-mx.example.test ESMTP\r
>> RCPT TO:<perm@x.test>\r

<< 550 5.1.1 No such user here\r

!! Expected response code 250/251/252 but got code "550", with message "550 5.1.1 No such user here\r
" (code: 550) (code: 550)
>> RCPT TO:<b@x.test>\r

<< 250 Ok\r

>> DATA\r

<< 354 Go\r

>> \r
.\r

<< 250 Ok\r

++ Stopping Swift_SmtpTransport
>> QUIT\r

<< 221 Bye\r

++ Swift_SmtpTransport stopped
`;

test('an exception repeats the log: what it repeats is not said again', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'swiftmailer');
  assert.deepEqual(dump(LOG), [
    '1 connect',
    '2 S 220 ×2',
    '5 C EHLO [127.0.0.1]',
    '7 S 250',
    '10 C MAIL FROM:<a@sender.test>',
    '12 S 250',
    '14 C RCPT TO:<perm@x.test>',
    '16 S 550',
    '31 C RCPT TO:<b@x.test>',
    '33 S 250',
    '35 C DATA',
    '37 S 354',
    '40 data ? lines',
    '42 S 250',
    '45 C QUIT',
    '47 S 221',
    '49 close by client',
  ]);
});

test('for a browser: references are undone, and written', () => {
  const html = LOG.split('\n')
    .map((line) => line.replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    .map((line) => (line === '' || line.startsWith('++ ') ? `${line}<br />` : line))
    .join('\n');
  assert.deepEqual(dump(html), dump(LOG));
  const written = rewrite(html, 10, 'client', 'MAIL FROM:<b&c@sender.test>');
  assert.ok(written.includes('&gt;&gt; MAIL FROM:&lt;b&amp;c@sender.test&gt;'));
  assert.equal(dump(written)[4], '10 C MAIL FROM:<b&c@sender.test>');
});
