import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../../../server/src/rules/judge';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const A = 'a.example.net[192.0.2.1]';

/** A healthy session of a peer, line by line. */
const talk = (peer = A, name = 'client') => [
  `connect from ${peer}`,
  'smtp_stream_setup: maxtime=300 enable_deadline=0 min_data_rate=0',
  `> ${peer}: 220 mx.example.test ESMTP Postfix`,
  `< ${peer}: EHLO ${name}.example.net`,
  `> ${peer}: 250-mx.example.test`,
  `> ${peer}: 250 PIPELINING`,
  `< ${peer}: MAIL FROM:<alice@example.net>`,
  `> ${peer}: 250 2.1.0 Ok`,
  `< ${peer}: RCPT TO:<bob@example.test>`,
  `> ${peer}: 250 2.1.5 Ok`,
  `< ${peer}: DATA`,
  `> ${peer}: 354 End data with <CR><LF>.<CR><LF>`,
  `> ${peer}: 250 2.0.0 Ok: queued as B0C8921405E`,
  `< ${peer}: QUIT`,
  `> ${peer}: 221 2.0.0 Bye`,
  `disconnect from ${peer} ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5`,
];

/** The same without MAIL. */
const faulty = (peer = A) => talk(peer).filter((_, index) => index !== 6 && index !== 7);

const joined = (lines: readonly string[]) => `${lines.join('\n')}\n`;
/** Line by line from each in turn, the second one `behind` lines later. */
const twined = (one: readonly string[], other: readonly string[], behind: number) =>
  Array.from({ length: Math.max(one.length, other.length + behind) }, (_, index) =>
    [one[index], other[index - behind]].filter((line) => line !== undefined),
  ).flat();
const codes = (lines: readonly string[]) =>
  readTranscript(joined(lines))
    .sessions.flatMap((session) => judge(session))
    .map(({ rule, problem }) => `${problem.span.line + 1} ${rule.code}`);

test('one connection at a time is judged like any other', () => {
  const log = joined([...talk(), ...talk()]);
  assert.equal(readTranscript(log).detection.dialect?.id, 'postfix-peers');
  assert.equal(readTranscript(log).sessions.length, 2);
  assert.deepEqual(codes([...talk(), ...talk()]), []);
  assert.deepEqual(codes([...talk(), ...faulty()]), ['23 sequence.rcpt-before-mail']);
});

test('two peers at once are told apart', () => {
  const both = twined(talk(), faulty('b.example.net[192.0.2.2]'), 1);
  assert.equal(readTranscript(joined(both)).sessions.length, 2);
  assert.deepEqual(
    codes(both).map((code) => code.replace(/\d+ /, '')),
    ['sequence.rcpt-before-mail'],
  );
});

test('two connections of one peer: what cannot be told apart is held against nobody', () => {
  for (let behind = 0; behind < 16; behind++) {
    const both = twined(talk(A, 'one'), talk(A, 'two'), behind);
    assert.deepEqual(codes(both), [], joined(both));
    // The connection that was there alone before and the one that comes after are judged as ever.
    assert.equal(codes([...faulty(), ...both, ...faulty()]).length, 2);
  }
});

test('two connections of one peer: what was refused is told where only one thing was asked', () => {
  const refused = talk().map((line) => line.replace('250 2.1.5 Ok', '550 5.1.1 <bob@example.test>: User unknown'));
  const both = [...talk().slice(0, 4), ...talk().slice(4, 6), ...refused.slice(0, 3), ...refused.slice(8, 10)];
  assert.deepEqual(codes(both), ['11 delivery.recipient-refused']);
});

test('without the lines that announce connections, a second greeting begins a second one', () => {
  const said = talk().filter((line) => /^[<>] /.test(line));
  assert.deepEqual(codes([...said, ...said]), []);
  assert.equal(readTranscript(joined([...said, ...said])).sessions.length, 2);
  for (let behind = 0; behind < 13; behind++) assert.deepEqual(codes(twined(said, said, behind)), []);
});

test('a log that begins in the middle: the first reply is no greeting', () => {
  assert.deepEqual(codes([`> ${A}: 550 5.1.1 <x@example.test>: User unknown`, ...talk().slice(6)]), [
    '1 delivery.refusal',
  ]);
});

test('the smtp client: > is the client, its servers have ports, and it does not tell that it hung up', () => {
  const mx = 'mx[192.0.2.3]:25';
  const sent = [
    'smtp_connect_addr: trying: mx[192.0.2.3] port 25...',
    `< ${mx}: 220 mx ESMTP`,
    `> ${mx}: EHLO me.example.test`,
    `< ${mx}: 250 mx`,
    `> ${mx}: MAIL FROM:<alice@example.net>`,
    `< ${mx}: 250 Ok`,
    `> ${mx}: RCPT TO:<bob@example.test>`,
    `< ${mx}: 250 Ok`,
    `> ${mx}: DATA`,
    `< ${mx}: 354 go`,
    `> ${mx}: .`,
    `< ${mx}: 250 queued`,
    `> ${mx}: QUIT`,
  ];
  assert.deepEqual(codes([...sent, ...talk(), ...sent]), []);
  assert.deepEqual(dump(joined([...sent, ...sent])).slice(0, 3), [`session ${mx}/1`, `1 connect ${mx}`, '2 S 220']);
  assert.equal(readTranscript(joined([...sent, ...talk(), ...sent])).sessions.length, 3);
  for (let behind = 0; behind < 13; behind++) assert.deepEqual(codes(twined(sent, sent, behind)), []);
});

test('lines are written as they were read', () => {
  const log = joined(talk());
  assert.ok(dump(rewrite(log, 7, 'client', 'NOOP')).includes('7 C NOOP'));
  assert.ok(dump(rewrite(log, 8, 'client', 'NOOP')).includes('8 C NOOP'));
  assert.ok(dump(rewrite(log, 2, 'server', '220 mx')).includes('2 S 220'));
});

test('a log that begins in two connections of one peer shows it by what does not fit: nothing is held against them', () => {
  const one = talk().slice(5, -1);
  for (const behind of [1, 2, 3]) assert.deepEqual(codes(twined(one, talk().slice(3, -1), behind)), [], `${behind}`);
  // One connection by itself is followed.
  assert.deepEqual(codes([...talk().slice(2, 6), ...faulty().slice(6)]), ['5 sequence.rcpt-before-mail']);
});
