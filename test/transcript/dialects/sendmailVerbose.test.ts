import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAll } from '../../../server/src/rules/judge';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `friend@remote.test,nosuch@remote.test... Connecting to mx.remote.test. port 25 via esmtp...
220 mx.remote.test ESMTP ready
>>> EHLO mx.example.test
250-mx.remote.test
250 PIPELINING
>>> MAIL From:<alice@sender.test>
250 2.1.0 Sender ok
>>> RCPT To:<nosuch@remote.test>
>>> RCPT To:<friend@remote.test>
>>> DATA
550 5.1.1 <nosuch@remote.test>... User unknown
550 5.1.1 nosuch@remote.test... User unknown
250 2.1.5 Recipient ok
354 go ahead
>>> .
250 2.0.0 Ok: queued as 7F3A91C0
friend@remote.test... Sent (Ok: queued as 7F3A91C0)
alice@sender.test... Using cached ESMTP connection to mx.remote.test. via esmtp...
>>> RSET
250 2.0.0 Ok
Closing connection to mx.remote.test.
>>> QUIT
221 2.0.0 Bye
`;

test('a cached connection that the log did not see opened is known from there on only', () => {
  const cached = LOG.slice(LOG.indexOf('alice@sender.test... Using')).replace('RSET', 'MAIL From:<alice@sender.test>');
  assert.deepEqual(judgeAll(readTranscript(cached).sessions), []);
  const other = `250 2.1.0 Ok\n${LOG}Closing connection to old.test.\n>>> QUIT\n221 2.0.0 Bye\n`;
  assert.deepEqual(
    judgeAll(readTranscript(other).sessions).filter(({ rule }) => rule.code === 'sequence.after-quit'),
    [],
  );
});

test('replies are bare; what sendmail says again in its own words is none', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'sendmail-v');
  assert.deepEqual(dump(LOG), [
    '1 connect mx.remote.test:25',
    '2 S 220',
    '3 C EHLO mx.example.test',
    '4 S 250 ×2',
    '6 C MAIL From:<alice@sender.test>',
    '7 S 250',
    '8 C RCPT To:<nosuch@remote.test>',
    '11 S 550',
    '9 C RCPT To:<friend@remote.test>',
    '13 S 250',
    '10 C DATA',
    '14 S 354',
    '15 data ? lines',
    '16 S 250',
    '19 C RSET',
    '20 S 250',
    '22 C QUIT',
    '23 S 221',
  ]);
});

test('a refusal that nobody asked for is a remark', () => {
  const log = `bob@b.test... Connecting to mx.b.test. via esmtp...
554 5.7.1 No SMTP service here
554 5.0.0 Service unavailable
>>> QUIT
221 Bye
`;
  assert.deepEqual(dump(log), ['1 connect mx.b.test', '2 S 554', '4 C QUIT', '5 S 221']);
});

test('handed over to a local daemon: its dialogue comes back behind 050', () => {
  const log = `bob@b.test... Connecting to [127.0.0.1] via relay...
220 local ESMTP
>>> DATA
354 Enter mail
>>> .
050 <bob@b.test>... Connecting to mx.b.test. via esmtp...
050 220 mx.b.test ESMTP
050 >>> QUIT
050 221 Bye
250 2.0.0 accepted
`;
  assert.deepEqual(dump(log), [
    'session 1',
    '1 connect [127.0.0.1]',
    '2 S 220',
    '3 C DATA',
    '4 S 354',
    '5 data ? lines',
    '10 S 250',
    'session 2',
    '6 connect mx.b.test',
    '7 S 220',
    '8 C QUIT',
    '9 S 221',
  ]);
});

test('no connection', () => {
  const log = `bob@b.test... Connecting to mx.b.test. via esmtp...
bob@b.test... Deferred: Connection refused by mx.b.test.
`;
  assert.deepEqual(dump(log), ['1 connect mx.b.test', '2 error connect: Connection refused by mx.b.test.']);
});

test('bare replies alone: not this format', () => {
  assert.notEqual(readTranscript('220 mx\n250 ok\n>>> print(1)\n221 bye\n').detection.dialect?.id, 'sendmail-v');
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 3, 'client', 'HELO x'))[2], '3 C HELO x');
  assert.equal(dump(rewrite(LOG, 20, 'server', '500 no'))[15], '20 S 500');
});

test('a queue run: two connections to one host, closed one after the other', () => {
  const log = `b@a.test... Connecting to [192.0.2.1] port 4030 via one...
220 one ESMTP
>>> EHLO c
250 one
c@b.test... Connecting to [192.0.2.1] port 4025 via two...
220 two ESMTP
>>> EHLO c
250 two
d@b.test... Using cached ESMTP connection to [192.0.2.1] via two...
>>> RSET
250 Ok
Closing connection to [192.0.2.1]
>>> QUIT
221 Bye
Closing connection to [192.0.2.1]
>>> QUIT
221 Bye
`;
  const verbs = readTranscript(log).sessions.map(({ steps }) =>
    steps.flatMap(({ exchange }) => (exchange.kind === 'command' ? [exchange.command.verb] : [])),
  );
  assert.deepEqual(verbs, [
    ['EHLO', 'QUIT'],
    ['EHLO', 'RSET', 'QUIT'],
  ]);
});

test('LMTP answers the message once for each recipient that was taken', () => {
  const log = `b@a.test,c@a.test,d@a.test... Connecting to [192.0.2.1] port 4026 via lmtp...
220 mx LMTP
>>> LHLO c
250 mx
>>> MAIL From:<a@sender.test>
250 Ok
>>> RCPT To:<b@a.test>
>>> RCPT To:<c@a.test>
>>> RCPT To:<d@a.test>
>>> DATA
250 Ok
550 5.1.1 No such user here
250 Ok
354 Go
>>> .
452 4.3.1 Out of storage
b@a.test... Deferred: 452 4.3.1 Out of storage
250 2.0.0 Ok
d@a.test... Sent
554 5.0.0 Service unavailable
Closing connection to [192.0.2.1]
>>> QUIT
221 Bye
`;
  const [session] = readTranscript(log).sessions;
  const message = session?.steps.find(({ exchange }) => exchange.kind === 'message')?.exchange;
  assert.deepEqual(message?.kind === 'message' ? message.replies.map(({ code }) => code) : [], [452, 250]);
});

test('put off without a reason while a reply is due: the connection ended', () => {
  const log = `bob@remote.test... Connecting to mx.remote.test via esmtp...
220 mx.remote.test ESMTP
>>> DATA
354 Go on
>>> .
bob@remote.test... Deferred
Closing connection to mx.remote.test
`;
  assert.deepEqual(dump(log).slice(-2), ['6 error lost: Deferred', '5 data ? lines']);
});

test('whoever marks the server, too, is another program', () => {
  const log = '<<< 220 mx.test ESMTP\n>>> EHLO a.test\n<<< 250 mx.test\n>>> QUIT\n';
  assert.equal(readTranscript(log).detection.dialect?.id, 'marked');
});
