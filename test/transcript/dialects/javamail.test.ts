import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `DEBUG: setDebug: Jakarta Mail version 1.6.5
DEBUG SMTP: useEhlo true, useAuth true
DEBUG SMTP: trying to connect to host "mx.test", port 587, isSSL false
220 mx ESMTP
DEBUG SMTP: connected to host "mx.test", port: 587
EHLO a.test
250-mx
250 AUTH LOGIN PLAIN
DEBUG SMTP: Found extension "AUTH", arg "LOGIN PLAIN"
DEBUG SMTP: Using mechanism LOGIN
DEBUG SMTP: AUTH LOGIN command trace suppressed
DEBUG SMTP: AUTH LOGIN succeeded
MAIL FROM:<a@b>
250 ok
DATA
354 go
Subject: x

250 not a reply
DEBUGGING is fun
.
554-5.7.1 no
554 5.7.1 spam
DEBUG SMTP: MessagingException while sending, THROW:·
com.sun.mail.smtp.SMTPSendFailedException: 554-5.7.1 no
554 5.7.1 spam

	at com.sun.mail.smtp.SMTPTransport.finishData(SMTPTransport.java:2064)
QUIT
221 bye
`.replace('·', ' ');

test('the dialogue between what Jakarta Mail says; exceptions repeat replies', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'javamail');
  assert.deepEqual(dump(LOG), [
    '3 connect mx.test:587',
    '4 S 220',
    '6 C EHLO a.test',
    '7 S 250 ×2',
    '11 C AUTH LOGIN',
    '12 secret',
    '13 C MAIL FROM:<a@b>',
    '14 S 250',
    '15 C DATA',
    '16 S 354',
    '17 data 4 lines',
    '22 S 554 ×2',
    '29 C QUIT',
    '30 S 221',
  ]);
});

test('a hidden AUTH: only the exception has the reply', () => {
  const log = `${LOG.split('\n').slice(0, 11).join('\n')}
DEBUG SMTP: AUTH LOGIN failed
javax.mail.AuthenticationFailedException: 535-5.7.8 Username and password not accepted.
535 5.7.8  See https://mx.test/help

	at com.sun.mail.smtp.SMTPTransport.authenticate(SMTPTransport.java:858)
`;
  assert.deepEqual(dump(log).slice(4), ['11 C AUTH LOGIN', '13 secret', '13 S 535 ×2']);
});

test('the innermost exception says why', () => {
  const log = `DEBUG SMTP: trying to connect to host "mx.test", port 25, isSSL true
com.sun.mail.util.MailConnectException: Couldn't connect to host, port: mx.test, 25; timeout -1;
  nested exception is:
	java.net.ConnectException: Connection refused
	at com.sun.mail.smtp.SMTPTransport.openServer(SMTPTransport.java:2259)
Caused by: java.net.ConnectException: Connection refused
`;
  assert.deepEqual(dump(log), ['1 connect mx.test:25', '1 tls', '4 error connect: Connection refused']);
});

test('two connections', () => assert.equal(readTranscript(LOG + LOG).sessions.length, 2));

test('IMAP and stack traces alone: not this format', () => {
  const log = 'DEBUG: setDebug: Jakarta Mail version 1.6.5\nDEBUG IMAP: x\n* OK\n250 files\n\tat a.b.c(D.java:1)\n';
  assert.notEqual(readTranscript(log).detection.dialect?.id, 'javamail');
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 6, 'client', 'HELO a.test'))[2], '6 C HELO a.test');
});

test('a refusal of several lines is repeated whole', () => {
  const log = `DEBUG SMTP: trying to connect to host "mx", port 25, isSSL false
220 mx ESMTP
EHLO c
250 mx
NOOP
554-5.7.1 No
554 5.7.1 never
DEBUG SMTP: got response code 554, with response: 554-5.7.1 No
554 5.7.1 never

RSET
250 Ok
`;
  assert.deepEqual(dump(log).slice(-4), ['5 C NOOP', '6 S 554 ×2', '11 C RSET', '12 S 250']);
});

test('a greeting of several lines that refuses is repeated by what Jakarta Mail says of it', () => {
  const log = `DEBUG SMTP: trying to connect to host "mx.test", port 25, isSSL false
554-mx.test
554 5.7.1 No SMTP service here
DEBUG SMTP: got bad greeting from host "mx.test", port: 25, response: 554-mx.test
554 5.7.1 No SMTP service here

javax.mail.MessagingException: Got bad greeting from SMTP host: mx.test, port: 25, response: 554-mx.test
554 5.7.1 No SMTP service here

\tat com.sun.mail.smtp.SMTPTransport.openServer(SMTPTransport.java:2198)
`;
  assert.deepEqual(dump(log), ['1 connect mx.test:25', '2 S 554 ×2']);
});
