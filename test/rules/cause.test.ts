/** Why a server says no: replies as real servers write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CauseKind, causeOf, connectCause } from '../../server/src/rules/cause';

const REPLIES: readonly (readonly [number, string, string, CauseKind | undefined, string?])[] = [
  [550, '5.1.1', '<x@example.org>: Recipient address rejected: User unknown in virtual mailbox table', 'unknown-user'],
  [550, '', 'Unrouteable address', 'unknown-user'],
  [550, '5.1.1', 'The email account that you tried to reach does not exist.', 'unknown-user'],
  [550, '', 'No such user here', 'unknown-user'],
  [554, '5.7.1', '<x@example.net>: Relay access denied', 'relay'],
  [550, '5.7.1', 'Unable to relay', 'relay'],
  [550, '', 'relay not permitted', 'relay'],
  [450, '4.7.1', '<x@example.org>: Recipient address rejected: Greylisted, see http://postgrey.example', 'greylisted'],
  [451, '4.7.1', 'Greylisting in action, please come back later', 'greylisted'],
  [452, '4.2.2', 'The email account that you tried to reach is over quota', 'mailbox-full'],
  [552, '5.2.2', 'Mailbox full', 'mailbox-full'],
  [552, '', 'Requested mail action aborted: exceeded storage allocation', 'mailbox-full'],
  [552, '5.3.4', 'Message size exceeds fixed limit', 'size'],
  [552, '5.3.4', 'Error: message file too big', 'size'],
  [
    550,
    '5.7.1',
    'Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
    'blocklist',
    'zen.spamhaus.org',
  ],
  [554, '5.7.1', 'rejected: listed in bl.spamcop.net', 'blocklist', 'bl.spamcop.net'],
  [553, '', 'Blocked by Barracuda Reputation', 'blocklist', 'barracuda'],
  [550, '5.7.26', 'Unauthenticated email from example.com is not accepted due to domain’s DMARC policy', 'dmarc'],
  [550, '5.7.23', 'SPF validation failed', 'spf'],
  [550, '5.7.20', 'No passing DKIM signature found', 'dkim'],
  [550, '5.7.25', 'no PTR record', 'reverse-dns'],
  [421, '4.7.28', 'Gmail has detected an unusual rate of unsolicited mail', 'rate'],
  [450, '4.7.1', 'Too many messages, slow down', 'rate'],
  [452, '4.5.3', 'Too many recipients', 'too-many-recipients'],
  [554, '5.4.14', 'Hop count exceeded - possible mail loop', 'loop'],
  [530, '5.7.0', 'Must issue a STARTTLS command first', 'tls-required'],
  [530, '5.7.1', 'Client was not authenticated', 'auth-required'],
  [550, '5.7.0', 'Message content rejected: contains virus Eicar', 'virus'],
  [554, '', 'This message looks like spam', 'spam'],
  [550, '5.1.8', '<a@x.invalid>: Sender address rejected: Domain not found', 'sender'],
  [556, '5.1.10', 'Recipient address has null MX', 'null-mx'],
  [451, '4.3.0', 'Temporary lookup failure', 'busy'],
  [452, '4.3.1', 'Insufficient system storage', 'storage'],
  [551, '5.1.6', 'User has moved', 'moved'],
  [550, '', 'Cannot help', undefined],
  [250, '2.0.0', 'Ok', undefined],
];

for (const [code, enhanced, text, kind, list] of REPLIES) {
  test(`${code} ${text}`, () => {
    const cause = causeOf({ code, text, ...(enhanced !== '' && { enhanced }) });
    assert.equal(cause?.kind, kind);
    assert.equal(cause?.list, list);
  });
}

test('why no connection came about', () => {
  assert.match(connectCause('connect: Connection refused')?.en ?? '', /port/);
  assert.match(connectCause('getaddrinfo ENOTFOUND mx.example.org')?.en ?? '', /not found/);
  assert.match(connectCause('Operation timed out')?.en ?? '', /firewall/);
  assert.equal(connectCause('something else'), undefined);
});
