import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAll } from '../../../server/src/rules/judge';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const log = (...lines: readonly string[]) =>
  lines.map((line) => `Nov 29 20:22:54 vm sendemail[568]: ${line}\n`).join('');
const GREETED = ['DEBUG => Connecting to mx.test:25', 'SUCCESS => Received: \t220 mx.test ESMTP'];
const HELLO = ['INFO => Sending: \tEHLO vm', 'SUCCESS => Received: \t250-mx.test, 250-SIZE, 250 AUTH LOGIN, PLAIN'];
const READ = ['1 connect mx.test:25', '2 S 220', '3 C EHLO vm', '4 S 250 ×3'];

test('the lines of a reply stand behind each other, a message is not shown', () => {
  const mail = log(...GREETED, ...HELLO, 'INFO => Sending: \tDATA', 'SUCCESS => Received: \t354 Go');
  const text =
    mail + log('INFO => Sending message body', 'Setting content-type: text/plain', 'SUCCESS => Received: \t250 Ok');
  assert.equal(readTranscript(text).detection.dialect?.id, 'sendemail');
  assert.deepEqual(dump(text), [...READ, '5 C DATA', '6 S 354', '7 data ? lines', '9 S 250']);
});

test('of a reply to AUTH the code is shown, or the text where it is looked through, and neither twice', () => {
  const asked = [...GREETED, ...HELLO, 'INFO => Sending: \tAUTH PLAIN AGEAYg=='];
  const found = 'DEBUG => evalSMTPresponse() - Found SMTP error code: 535';
  const checking =
    'DEBUG => evalSMTPresponse() - Checking for SMTP success or error status in the message: 535 5.7.8 No ';
  const failed = 'DEBUG => SMTP-AUTH: PLAIN authenticaion failed.';
  const said = (text: string) =>
    readTranscript(text)
      .utterances.flatMap((each) => (each.speaker === 'server' ? [each.text] : []))
      .slice(4);
  assert.deepEqual(said(log(...asked, found, failed)), ['535 ***']);
  assert.deepEqual(said(log(...asked, checking, found, failed)), ['535 5.7.8 No']);
  assert.deepEqual(said(log(...asked, checking, found, 'ERROR => Received: \t535 5.7.8 No')), ['535 5.7.8 No']);
  assert.deepEqual(said(log(...asked, found)), ['535 ***']);
  const codes = judgeAll(readTranscript(log(...asked, found, failed)).sessions).map(({ rule }) => rule.code);
  assert.ok(codes.includes('auth.failed') && !codes.includes('reply.no-text'), codes.join());
});

test('its remarks are no commands, its errors are told', () => {
  const refused = [
    'INFO => Sending: \tEHLO vm',
    'ERROR => Received: \t502 No',
    'NOTICE => EHLO command failed, attempting HELO instead',
  ];
  const text = log(...GREETED, ...refused, 'INFO => Sending: \tHELO vm', 'SUCCESS => Received: \t250 mx.test');
  assert.deepEqual(dump(text).slice(2), ['3 C EHLO vm', '4 S 502', '6 C HELO vm', '7 S 250']);
  for (const [line, about] of [
    ['TLS setup failed: SSL connect attempt failed', 'tls'],
    ['TLS not possible! Remote SMTP server, mx.test,  does not support it.', 'starttls-missing'],
    ['Connection attempt to mx.test:25 failed: IO::Socket::INET: connect: Connection refused', 'connect'],
    ['Timeout while reading from mx.test:25 There was no response after 60 seconds.', 'timeout'],
    ['mx.test:25 returned a zero byte response to our query.', 'lost'],
  ] as const) {
    const at = log(...GREETED, ...HELLO, `ERROR => ${line}`);
    assert.equal(dump(at).at(-1), `5 error ${about}: ${line}`);
  }
});

test('TLS is up, the end of a mail, and the next run', () => {
  const up = ['DEBUG => TLS: Using cipher: ECDHE-RSA-AES256-GCM-SHA384', 'DEBUG => TLS session initialized :)'];
  const run = log(...GREETED, ...HELLO, ...up, 'Email was sent successfully!  From: <a@a.test>');
  assert.deepEqual(dump(run).slice(4), ['6 tls', '7 gap']);
  assert.ok(JSON.stringify(readTranscript(run).utterances).includes('"cipher":"ECDHE-RSA-AES256-GCM-SHA384"'));
  assert.equal(readTranscript(run + run).sessions.length, 2);
});

test('a refused greeting may be all that there is, and that a server says nothing', () => {
  const connecting = 'DEBUG => Connecting to 192.0.2.1:25';
  const found = 'DEBUG => evalSMTPresponse() - Found SMTP error code: 554';
  assert.deepEqual(dump(log(connecting, found, 'ERROR => Received: \t554 5.7.1 No')), [
    '1 connect 192.0.2.1:25',
    '3 S 554',
  ]);
  const silent = '192.0.2.1:25 returned a zero byte response to our query.';
  assert.deepEqual(dump(log(connecting, `ERROR => ${silent}`)), ['1 connect 192.0.2.1:25', `2 error lost: ${silent}`]);
});

test('what was told of a refused recipient and the reply are one, and its lines may have other codes', () => {
  const asked = [...GREETED, ...HELLO, 'INFO => Sending: \tRCPT TO:<b@b.test>'];
  const found = 'DEBUG => evalSMTPresponse() - Found SMTP error code: 550';
  const follows = 'WARNING => The recipient <b@b.test> was rejected by the mail server, error follows:';
  const said = (reply: string) =>
    dump(log(...asked, found, follows, `WARNING => Received: \t${reply}`)).slice(READ.length);
  assert.deepEqual(said('550 5.1.1 No'), ['5 C RCPT TO:<b@b.test>', '8 S 550']);
  assert.deepEqual(said('550-5.1.1 No, 550 5.1.1 or, 551 not'), ['5 C RCPT TO:<b@b.test>', '8 S 550 ×2']);
  const codes = judgeAll(readTranscript(log(...asked, 'ERROR => Received: \t250-Ok, 550 No')).sessions);
  assert.ok(codes.some(({ rule }) => rule.code === 'reply.multiline'));
});
