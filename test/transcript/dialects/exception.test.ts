import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

function told(log: string): string[] {
  assert.equal(readTranscript(log).detection.dialect?.id, 'exception', log);
  return dump(log);
}

const UNKNOWN = 'delivery rejected code=550 enhanced=5.1.1 reason="550 5.1.1 User unknown"';

test('the libraries that quote a reply as it came', () => {
  const lines = [
    "Error: Can't send mail - all recipients were rejected: 550 5.1.1 User unknown",
    "  response: '550 5.1.1 User unknown',",
    '{"level":50,"err":{"response":"550 5.1.1 User unknown\\r\\n","responseCode":550}}',
    'javax.mail.MessagingException: 550 5.1.1 User unknown',
    'Caused by: com.sun.mail.smtp.SMTPAddressFailedException: 550 5.1.1 User unknown',
    'Net::SMTPFatalError (550 5.1.1 User unknown):',
    "smtp.rb:1059:in `check_response': 550 5.1.1 User unknown (Net::SMTPFatalError)",
    'Expected response code "250/251/252" but got code "550", with message "550 5.1.1 User unknown".',
    'PHP Warning:  mail(): SMTP server response: 550 5.1.1 User unknown in C:\\www\\send.php on line 7',
    '{error,no_more_hosts,{permanent_failure,"mx.example.net",<<"550 5.1.1 User unknown">>}}',
    'System.Net.Mail.SmtpException: 550 5.1.1 User unknown',
    'msmtp: server message: 550 5.1.1 User unknown',
    's-nail: SMTP server: 550 5.1.1 User unknown',
    '2026/11/30 10:15:23 failed to send mail: 550 5.1.1 User unknown',
  ];
  for (const line of lines) assert.deepEqual(told(`${line}\n`), [`1 ${UNKNOWN}`]);
});

test('the code stands apart from the text', () => {
  const lines = [
    "smtplib.SMTPDataError: (550, b'5.1.1 User unknown')",
    "smtplib.SMTPSenderRefused: (550, b'5.1.1 User unknown\\nsee https://example.net/', 'alice@example.org')",
    'permanent error (550): 5.1.1 User unknown',
    ',550,5.1.1SMTP server error: RCPT TO command failed Detail: 5.1.1 User unknown',
    'SMTP server error: RCPT TO command failed Detail: 5.1.1 User unknown SMTP code: 550 Additional SMTP info: 5.1.1',
  ];
  for (const line of lines) assert.deepEqual(told(`${line}\n`), [`1 ${UNKNOWN}`]);
});

test('Python names each recipient', () => {
  const log =
    "smtplib.SMTPRecipientsRefused: {'a@example.net': (550, b'5.1.1 Unknown'), 'b@example.net': (452, b\"4.2.2 Bob's is full\")}\n";
  assert.deepEqual(told(log), [
    'session 1',
    '1 delivery rejected to=<a@example.net> code=550 enhanced=5.1.1 reason="550 5.1.1 Unknown"',
    'session 2',
    '1 delivery rejected to=<b@example.net> code=452 enhanced=4.2.2 reason="452 4.2.2 Bob\'s is full"',
  ]);
});

test('503 is about the order, 535 about the login', () => {
  assert.deepEqual(told('Error: Mail command failed: 503 5.5.1 Error: send HELO/EHLO first\n'), [
    '1 delivery rejected code=503 enhanced=5.5.1 fault=order reason="503 5.5.1 Error: send HELO/EHLO first"',
  ]);
  assert.deepEqual(told("smtplib.SMTPAuthenticationError: (535, b'5.7.8 Bad')\n"), [
    '1 delivery rejected code=535 enhanced=5.7.8 fault=auth reason="535 5.7.8 Bad"',
  ]);
  assert.deepEqual(told('SMTP Error: Could not authenticate.\n'), [
    '1 delivery rejected fault=auth reason="Could not authenticate."',
  ]);
});

test('an error with its fields and its cause is told once, the next one again', () => {
  const error = `Error: Invalid login: 535-5.7.8 Not accepted.\n535 5.7.8 See https://example.net/
  code: 'EAUTH',
  response: '535-5.7.8 Not accepted.\\n535 5.7.8 See https://example.net/',
`;
  assert.deepEqual(told(error), [
    '1 delivery rejected code=535 enhanced=5.7.8 fault=auth reason="535-5.7.8 Not accepted."',
  ]);
  const twice = `${error}Error: Message failed: 554 5.7.1 Spam\n${error}`;
  assert.equal(readTranscript(twice).sessions.length, 3);
});

test('a connection that broke', () => {
  assert.deepEqual(told('smtplib.SMTPServerDisconnected: Connection unexpectedly closed\n'), [
    '1 gap',
    '1 error lost: SMTPServerDisconnected: Connection unexpectedly closed',
  ]);
});

test('a dialogue is the better witness, and what is no error says nothing', () => {
  const log = `send: 'ehlo a\\r\\n'
reply: b'250 mx\\r\\n'
send: 'mail FROM:<a@example.org>\\r\\n'
reply: b'550 5.7.1 No\\r\\n'
smtplib.SMTPSenderRefused: (550, b'5.7.1 No', 'a@example.org')
smtplib.SMTPSenderRefused: (550, b'5.7.1 No', 'a@example.org')
`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'smtplib');
  const app = `GET /mail: 404 Not Found
email job 550 took 1.2.3 s
fetched https://example.org/smtp: 503 Service Unavailable
`;
  assert.equal(readTranscript(app).detection.dialect, undefined);
});
