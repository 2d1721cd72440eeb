/** Why a server says no: replies as real servers write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CauseKind, causeOf, connectCause, noteOf } from '../../server/src/rules/cause';

const REPLIES: readonly (readonly [number, string, string, CauseKind | undefined, string?])[] = [
  [550, '5.1.1', '<x@example.org>: Recipient address rejected: User unknown in virtual mailbox table', 'unknown-user'],
  [550, '', '<spam@spamhaus.org> rejected', undefined],
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
  [450, '', 'Graylist in action', 'greylisted'],
  [550, '', 'Encryption needed', 'tls-required'],
  [550, '', 'STARTTLS first', 'tls-required'],
  [550, '', 'TLS is required', 'tls-required'],
  [550, '', 'Relaying is denied', 'relay'],
  [550, '', 'we do not relay', 'relay'],
  [550, '', 'I cannot deliver mail for example.net', 'relay'],
  [550, '', 'domain has nullmx', 'null-mx'],
  [550, '', 'host does not accept any email (null MX)', 'null-mx'],
  [550, '', 'does not accept mail, its MX is null', 'null-mx'],
  [550, '', 'Authentication required', 'auth-required'],
  [550, '', 'login required', 'auth-required'],
  [550, '', 'log in required', 'auth-required'],
  [450, '', 'ratelimit', 'rate'],
  [450, '', 'rate-limited', 'rate'],
  [450, '', 'you exceeded your hourly limit of 5', 'rate'],
  [450, '', 'Try again in 5 minutes', 'rate'],
  [552, '', 'Box is full', 'mailbox-full'],
  [552, '', 'overquota', 'mailbox-full'],
  [552, '', 'storage limit exceeded', 'mailbox-full'],
  [552, '', 'insufficient quota', 'mailbox-full'],
  [550, '', 'account has been disabled', 'mailbox-disabled'],
  [550, '', 'Sender <x@y> not allowed', 'sender'],
  [550, '', 'user is unknown', 'unknown-user'],
  [550, '', 'user john does not exist', 'unknown-user'],
  [550, '', "recipient doesn't exist", 'unknown-user'],
  [550, '', 'does not have a yahoo account', 'unknown-user'],
  [552, '', 'message size is too large', 'size'],
  [552, '', 'exceeds the maximum', 'size'],
  [552, '', 'data exceeds', 'size'],
  [554, '', 'a loop', 'loop'],
  [554, '', 'it loops', 'loop'],
  [554, '', 'floop', undefined],
  [550, '', 'cannot find your hostname', 'reverse-dns'],
  [550, '', 'bad HELO', 'reverse-dns'],
  [452, '', 'insufficient storage', 'storage'],
  [452, '', 'disk is full', 'storage'],
  [550, '', 'missing Date header', 'content'],
  [550, '', 'RFC5322 says no', 'content'],
  [450, '', 'service currently not available', 'busy'],
  [450, '', 'internal error', 'busy'],
  [450, '', 'try later', 'busy'],
  [550, '', 'policies', 'policy'],
  [550, '', 'bulky', undefined],
  [550, '', 'spammer', undefined],
  [421, '', 'Bye', 'busy'],
  [452, '', 'No', 'storage'],
  [521, '', 'No', 'null-mx'],
  [556, '', 'No', 'null-mx'],
  [530, '', 'No', 'auth-required'],
  [530, '', 'No TLS', 'tls-required'],
  [551, '', 'No', 'moved'],
  [552, '', 'No', 'mailbox-full'],
  [553, '', 'No', undefined],
  [550, '', `${'x'.repeat(600)} spam`, undefined],
  [550, '', `${'x'.repeat(590)} dmarc`, 'dmarc'],
  [550, '', 'blocked, see www.spamhaus.org/query', 'blocklist', 'spamhaus.org'],
  [550, '', 'see spamhaus.org for help', undefined],
  [550, '', 'found in bl.example.com', 'blocklist', 'bl.example.com'],
  [550, '', 'blacklisted by a_b.example', 'blocklist', 'a_b.example'],
  [550, '', 'listed in nothing', undefined],
  [550, '', 'SenderScore denied', 'blocklist', 'senderscore'],
  [550, '', 'Sender Score banned', 'blocklist', 'sender score'],
  [250, '', 'scanned by Proofpoint', undefined],
  [550, '', 'mailspike.org rejected', 'blocklist', 'mailspike.org'],
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
  assert.match(connectCause('no MX for example.org')?.en ?? '', /no MX/);
  assert.match(connectCause('MX record not found')?.en ?? '', /no MX/);
  assert.match(connectCause("couldn't resolve host")?.en ?? '', /not found/);
  assert.match(connectCause('could not resolve host')?.en ?? '', /not found/);
  assert.match(connectCause('timeout')?.en ?? '', /firewall/);
  assert.match(connectCause('time out')?.en ?? '', /firewall/);
  assert.equal(connectCause(`${'x'.repeat(600)} refused`), undefined);
  assert.equal(connectCause('something else'), undefined);
});

test('a cause in brackets, with the list that it names', () => {
  assert.equal(noteOf({ kind: 'blocklist', list: 'bl.example.com' }).en, ' (blocklist bl.example.com)');
  assert.equal(noteOf({ kind: 'spf' }).en.startsWith(' ('), true);
  assert.deepEqual(noteOf(undefined), { en: '', 'zh-cn': '' });
});
