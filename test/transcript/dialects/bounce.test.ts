import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ParsedDocument } from '../../../server/src/features/parsedDocument';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const REPORT = `Reporting-MTA: dns; mail.example.org
X-Postfix-Queue-ID: D190F16A0A3

Final-Recipient: rfc822; nobody@example.net
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.net
Diagnostic-Code: smtp; 550 5.1.1 <nobody@example.net>: Recipient address
    rejected: User unknown

Final-Recipient: rfc822; slow@example.net
Action: delayed
Status: 4.4.1

Original-Recipient: rfc822;bob@example.net
Final-Recipient: rfc822;robert@example.net
Action: relayed (to mailer)
Status: 2.1.9
`;

function told(log: string): string[] {
  assert.equal(readTranscript(log).detection.dialect?.id, 'bounce');
  return dump(log);
}

test('the fields of a report tell of each recipient, folded lines joined', () => {
  assert.deepEqual(told(REPORT), [
    '8 delivery bounced to=<nobody@example.net> relay=mx.example.net code=550 enhanced=5.1.1 reason="550 5.1.1 <nobody@example.net>: Recipient address rejected: User unknown"',
    '13 delivery deferred to=<slow@example.net> enhanced=4.4.1 reason=4.4.1',
    '18 delivery sent to=<robert@example.net> enhanced=2.1.9 reason=2.1.9',
  ]);
});

test('what the words and the fields tell is one finding, and the next mail is another report', () => {
  const words = `<nobody@example.net>: host mx.example.net[192.0.2.1] said: 550 5.1.1
    <nobody@example.net>: Recipient address rejected: User unknown (in reply to
    RCPT TO command)

`;
  const log = `${words}${REPORT}\n${words}`;
  const reason =
    '"550 5.1.1 <nobody@example.net>: Recipient address rejected: User unknown (in reply to RCPT TO command)"';
  assert.deepEqual(told(log), [
    'session 1',
    `1 delivery bounced to=<nobody@example.net> code=550 enhanced=5.1.1 reason=${reason}`,
    '12 delivery bounced to=<nobody@example.net> relay=mx.example.net code=550 enhanced=5.1.1 reason="550 5.1.1 <nobody@example.net>: Recipient address rejected: User unknown"',
    '17 delivery deferred to=<slow@example.net> enhanced=4.4.1 reason=4.4.1',
    '22 delivery sent to=<robert@example.net> enhanced=2.1.9 reason=2.1.9',
    'session 2',
    `24 delivery bounced to=<nobody@example.net> code=550 enhanced=5.1.1 reason=${reason}`,
  ]);
  const { findings } = new ParsedDocument(log);
  assert.deepEqual(
    findings.map(({ rule, problem }) => [rule.code, problem.span.line + 1]),
    [
      ['delivery.bounced', 1],
      ['delivery.deferred', 17],
      ['delivery.bounced', 24],
    ],
  );
});

test('qmail', () => {
  const log = `Hi. This is the qmail-send program at mail.example.org.
I'm afraid I wasn't able to deliver your message to the following addresses.

<nobody@example.net>:
192.0.2.1 does not like recipient.
Remote host said: 550 5.1.1 User unknown
Giving up on 192.0.2.1.

<gone@example.org>:
Sorry, no mailbox here by that name. (#5.1.1)

<slow@example.com>:
Connected to 192.0.2.9 but greeting failed.
Remote host said: 421 4.3.2 Shutting down
I'm not going to try again; this message has been in the queue too long.
`;
  assert.deepEqual(told(log), [
    '6 delivery bounced to=<nobody@example.net> code=550 enhanced=5.1.1 reason="550 5.1.1 User unknown"',
    '10 delivery bounced to=<gone@example.org> enhanced=5.1.1 reason="Sorry, no mailbox here by that name. (#5.1.1)"',
    '14 delivery bounced to=<slow@example.com> code=421 enhanced=4.3.2 reason="421 4.3.2 Shutting down"',
  ]);
});

test('Exim, one recipient right below the other, and the older form', () => {
  const log = `A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  nobody@example.net
    host mx.example.net [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<nobody@example.net>:
    550 5.1.1 User unknown
  second@example.net
    SMTP error from remote mailer after RCPT TO:
    <second@example.net>:
    host mx.example.net [192.0.2.1]:
    552 5.2.2 Mailbox full
`;
  assert.deepEqual(told(log), [
    '7 delivery bounced to=<nobody@example.net> code=550 enhanced=5.1.1 reason="550 5.1.1 User unknown"',
    '12 delivery bounced to=<second@example.net> code=552 enhanced=5.2.2 reason="552 5.2.2 Mailbox full"',
  ]);
});

test('Exchange and Gmail, whose replies stand apart from the address', () => {
  const exchange = `nobody@example.net<mailto:nobody@example.net>
The email address you entered couldn't be found.

Diagnostic information for administrators:

Generating server: EX01.example.org

nobody@example.net
mx.example.net
Remote Server returned '550 5.1.1 User unknown'

second@example.net
#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##
`;
  assert.deepEqual(told(exchange), [
    '10 delivery bounced to=<nobody@example.net> code=550 enhanced=5.1.1 reason="550 5.1.1 User unknown"',
    '13 delivery bounced to=<second@example.net> code=550 enhanced=5.1.1 reason="550 5.1.1 RESOLVER.ADR.RecipNotFound; not found"',
  ]);
  const gmail = `Your message wasn't delivered to nobody@example.net because the address couldn't be found.

The response from the remote server was:

550 5.1.1 User unknown
`;
  assert.deepEqual(told(gmail), [
    '5 delivery bounced to=<nobody@example.net> code=550 enhanced=5.1.1 reason="550 5.1.1 User unknown"',
  ]);
});

test('Sendmail gives the reason below the address, Postfix may put a delivery off', () => {
  const log = `   ----- The following addresses had permanent fatal errors -----
<nobody@example.net>
    (reason: 550 5.1.1 User unknown (in our table))

<slow@example.net>: host mx.example.net[192.0.2.1] refused to talk to me: 421 4.7.0 Later
`;
  assert.deepEqual(told(log), [
    '3 delivery bounced to=<nobody@example.net> code=550 enhanced=5.1.1 reason="550 5.1.1 User unknown (in our table)"',
    '5 delivery deferred to=<slow@example.net> code=421 enhanced=4.7.0 reason="421 4.7.0 Later"',
  ]);
});

test('the header of the mail says nothing, and a message that is sent is no bounce', () => {
  const header = `Subject: Your error: 550 5.1.1\nMIME-Version: 1.0\n\n${REPORT}`;
  assert.deepEqual(told(header).length, 3);
  const sent = `S: 220 mx ESMTP
C: EHLO a
S: 250 mx
C: MAIL FROM:<>
S: 250 2.1.0 Ok
C: RCPT TO:<alice@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go
${REPORT.replace(/^/gm, 'C: ')}
C: .
S: 250 2.0.0 Ok
`;
  assert.equal(readTranscript(sent).detection.dialect?.id, 'canonical');
  assert.equal(readTranscript(sent.replace(/^[CS]: /gm, '')).detection.dialect?.id, 'bare');
});
