import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialectById } from '../../../server/src/transcript/dialects';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `Aug 10 14:12:10 localhost sendmail[13317]: v7A9CAwD013317: from=<root@localhost.test>, size=484, class=0, nrcpts=1, msgid=<201708100912.v7A9CAPC013316@localhost.test>, proto=ESMTP, daemon=MTA, relay=localhost [127.0.0.1]
Aug 10 14:12:13 localhost sendmail[13319]: v7A9CAwD013317: to=<someone@example.com>, ctladdr=<root@localhost.test> (0/0), delay=00:00:03, xdelay=00:00:03, mailer=esmtp, pri=120484, relay=gmail-smtp-in.l.google.com. [74.125.133.26], dsn=5.0.0, stat=Service unavailable
Jun 30 18:54:55 kthdsn sm-mta[5972]: m5UNQtuJ001414: to=<Kate@goal.example>, ctladdr=<root@kth.example> (0/0), delay=00:28:00, xdelay=00:00:16, mailer=esmtp, pri=390351, relay=mail4.zone.example. [66.223.51.217], dsn=4.7.1, stat=Deferred: 450 4.7.1 Client host rejected: cannot find your hostname, [208.100.55.237]
Jun 30 18:54:56 kthdsn sm-mta[5973]: m5UNQtuJ001415: ruleset=check_rcpt, arg1=<victim@elsewhere.test>, relay=client.example [192.0.2.5], reject=550 5.7.1 <victim@elsewhere.test>... Relaying denied
Jun 30 18:54:58 kthdsn sm-mta[5974]: m5UNQtuJ001417: rejecting commands from evil.example [192.0.2.66] due to pre-greeting traffic after 0 seconds
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'sendmail-maillog');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session v7A9CAwD013317',
    '1 connect (seen from the middle)',
    '1 delivery received queue=v7A9CAwD013317 id=201708100912.v7A9CAPC013316@localhost.test client="localhost [127.0.0.1]" from=<root@localhost.test>',
    '2 delivery bounced queue=v7A9CAwD013317 to=<someone@example.com> relay="gmail-smtp-in.l.google.com. [74.125.133.26]" enhanced=5.0.0 delay=3 reason="Service unavailable"',
    'session m5UNQtuJ001414',
    '3 delivery deferred queue=m5UNQtuJ001414 to=<Kate@goal.example> relay="mail4.zone.example. [66.223.51.217]" code=450 enhanced=4.7.1 delay=1680 reason="450 4.7.1 Client host rejected: cannot find your hostname, [208.100.55.237]"',
    'session m5UNQtuJ001415',
    '4 delivery rejected queue=m5UNQtuJ001415 client="client.example [192.0.2.5]" to=<victim@elsewhere.test> code=550 enhanced=5.7.1 reason="550 5.7.1 <victim@elsewhere.test>... Relaying denied"',
    'session m5UNQtuJ001417',
    '5 delivery warning queue=m5UNQtuJ001417 fault=early-talker reason="rejecting commands from evil.example [192.0.2.66] due to pre-greeting traffic after 0 seconds"',
  ]);
});

test('another program that logs alike: not this format', () => {
  assert.notEqual(
    readTranscript('Aug 10 14:12:10 localhost cron[13316]: v7A9CAPC013316: to=nobody, stat=Sent\n').detection.dialect
      ?.id,
    'sendmail-maillog',
  );
});

test('has no dialogue to judge', () => {
  assert.equal(dialectById('sendmail-maillog')?.events, true);
  assert.ok(
    readTranscript(LOG).sessions.every(({ steps }) => steps.every(({ exchange }) => exchange.kind === 'event')),
  );
});
