import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { isBefore } from '../../../server/src/transcript/transcript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const IN = `1795547304.491286 LHLO client.sender.test\r
1795547304.491463 MAIL FROM:<alice@sender.test>\r
1795547304.491606 RCPT TO:<bob@example.test>\r
1795547304.493418 DATA\r
1795547304.493533 Subject: x\r
1795547304.493533 \r
1795547304.493533 250 units\r
1795547304.493533 .\r
1795547304.504408 QUIT\r
`;
const OUT = `1795547304.491098 220 mx.example.test Dovecot ready.\r
1795547304.491350 250-mx.example.test\r
1795547304.491350 250 PIPELINING\r
1795547304.491506 250 2.1.0 OK\r
1795547304.492014 250 2.1.5 OK\r
1795547304.493444 354 OK\r
1795547304.504068 250 2.0.0 <bob@example.test> Saved\r
1795547304.504444 221 2.0.0 Bye\r
`;

test('a file of one side', () => {
  assert.equal(readTranscript(IN).detection.dialect?.id, 'dovecot-rawlog');
  assert.deepEqual(dump(IN), [
    '1 C LHLO client.sender.test',
    '2 C MAIL FROM:<alice@sender.test>',
    '3 C RCPT TO:<bob@example.test>',
    '4 C DATA',
    '5 data 3 lines',
    '9 C QUIT',
  ]);
  assert.deepEqual(dump(OUT).slice(0, 3), ['1 S 220', '2 S 250 ×2 unasked', '4 S 250 unasked']);
});

test('both files together, in whatever order', () => {
  const sorted = (IN + OUT).split('\n').filter(Boolean).sort().join('\n');
  const shape = (text: string) => dump(text).map((line) => line.replace(/^\S+ /, ''));
  const expected = [
    'S 220',
    'C LHLO client.sender.test',
    'S 250 ×2',
    'C MAIL FROM:<alice@sender.test>',
    'S 250',
    'C RCPT TO:<bob@example.test>',
    'S 250',
    'C DATA',
    'S 354',
    'data 3 lines',
    'S 250',
    'C QUIT',
    'S 221',
  ];
  for (const text of [IN + OUT, OUT + IN, sorted]) assert.deepEqual(shape(text), expected);
});

test('two connections in one file', () => {
  const again = IN.replaceAll('1795547304', '1795547309');
  assert.deepEqual(
    dump(IN + again).filter((line) => line.startsWith('session')),
    ['session 1', 'session 2'],
  );
});

test('a message does not begin with a command: DATA was refused', () => {
  const log = '1795547306.516823 LHLO a.test\r\n1795547306.517595 DATA\r\n1795547306.517716 QUIT\r\n';
  assert.deepEqual(dump(log).at(-1), '3 C QUIT');
});

test('one file for both sides, with a line in two parts', () => {
  const log = `1795547304.491098 O: 220 mx.example.test Dovecot ready.
1795547304.491286 I> EHLO client.
1795547304.491287 I: sender.test
1795547304.491350 O: 250 mx.example.test
`;
  assert.deepEqual(dump(log), ['1 S 220', '2 C EHLO client.sender.test', '4 S 250']);
  assert.equal(rewrite(log, 4, 'client', 'QUIT').split('\n')[3], '1795547304.491350 I: QUIT');
});

test('an IMAP rawlog: not this format', () => {
  assert.equal(
    readTranscript('1795547304.491098 * OK ready\n1795547304.491099 a1 LOGIN a b\n').detection.dialect,
    undefined,
  );
});

test('writes a line', () => {
  assert.equal(rewrite(IN, 2, 'client', 'RSET').split('\n')[1], '1795547304.491463 RSET\r');
});

test('in and out one after the other: the times tell that the message waited for 354', () => {
  const log = `1795959853.641769 LHLO client.example.net
1795959853.660286 DATA
1795959853.660504 Hello Bob,
1795959853.660504 220 not a reply
1795959853.660504 .
1795959853.641207 220 mx.example.test Dovecot ready.
1795959853.641817 250 PIPELINING
1795959853.660310 354 OK
1795959853.681009 250 2.0.0 Saved
`;
  const { sessions } = readTranscript(log);
  const steps = sessions[0]?.steps ?? [];
  const go = steps.flatMap(({ exchange }) => (exchange.kind === 'command' ? exchange.replies : [])).at(-1)
    ?.lines[0]?.said;
  const first = steps.flatMap(({ exchange }) => (exchange.kind === 'message' ? [exchange.data.first] : []))[0];
  assert.ok(go !== undefined && first !== undefined);
  assert.equal(first.line < go.line, true);
  assert.equal(isBefore(go, first), true);
});

test("a message that was sent together with its DATA is all the client's", () => {
  const log = `1795959861.117902 220 mx ready
1795959861.121494 DATA
1795959861.121494 220 not a reply
1795959861.121494 .
1795959861.122877 354 OK
1795959861.132833 250 2.0.0 Saved
`;
  assert.deepEqual(dump(log).slice(1), ['2 C DATA', '5 S 354', '3 data 1 lines', '6 S 250']);
});

test('an out file with STARTTLS is one session', () => {
  const log = `1795959874.861367 220 mx.example.test ESMTP
1795959874.861621 250-mx.example.test
1795959874.861621 250 STARTTLS
1795959874.861732 220 2.0.0 go ahead
`;
  assert.equal(readTranscript(log).sessions.length, 1);
});
