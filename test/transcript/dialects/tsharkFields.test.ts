import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

/** Stream number, command, parameter, code, parameter: what the user asked for. */
const row = (...cells: readonly string[]) => `${cells.join('\t')}\n`;

test('verbs and codes are found in whatever columns they stand', () => {
  const log =
    row('tcp.stream', 'smtp.req.command', 'smtp.req.parameter', 'smtp.response.code', 'smtp.rsp.parameter') +
    row('0', '', '', '220', 'mx.example.test ESMTP') +
    row('0', 'EHLO', 'client.example', '', '') +
    row('0', '', '', '250', 'mx.example.test,PIPELINING,SIZE 1000') +
    row('0', 'MAIL,RCPT,DATA', 'FROM:<a@client.example>,TO:<b@example.test>', '', '') +
    row('0', '', '', '250,550,503', '2.1.0 Ok,5.1.1 No such user,5.5.1 No') +
    row('0', 'STAR', 'TLS', '', '') +
    row('0', '', '', '220', 'Go ahead');
  const { detection, sessions } = readTranscript(log);
  assert.equal(detection.dialect?.id, 'tshark-fields');
  assert.deepEqual(dump(log), [
    '2 connect',
    '2 S 220',
    '3 C EHLO client.example',
    '4 S 250 ×3',
    '5 C MAIL FROM:<a@client.example>',
    '6 S 250',
    '5 C RCPT TO:<b@example.test>',
    '6 S 550',
    '5 C DATA',
    '6 S 503',
    '7 C STARTTLS',
    '8 S 220',
    '8 tls',
  ]);
  assert.ok(sessions[0]?.steps.some(({ before }) => before.offers?.has('SIZE')));
});

test('addresses and ports tell connections apart', () => {
  const ends = (a: number, b: number) => ['192.0.2.7', String(a), String(b)];
  const log =
    row(...ends(25, 40000), '', '', '220', 'mx') +
    row(...ends(25, 40001), '', '', '220', 'mx') +
    row(...ends(40000, 25), 'EHLO', 'one', '', '') +
    row(...ends(40001, 25), 'EHLO', 'two', '', '');
  const lines = dump(log);
  assert.equal(lines.filter((line) => line.startsWith('session')).length, 2);
});

describe('a number of the packet names no connection', () => {
  const dialogue = (number: number, ...ends: readonly string[]) =>
    row(String(number), ...ends, '', '', '220', 'mx.example.test ESMTP') +
    row(String(number + 2), ...ends, 'EHLO', 'client.example', '', '') +
    row(String(number + 3), ...ends, '', '', '250', 'mx.example.test') +
    row(String(number + 7), ...ends, 'QUIT', '', '', '') +
    row(String(number + 8), ...ends, '', '', '221', 'Bye');
  const counted = (log: string) => readTranscript(log).sessions.map(({ steps }) => steps.length);

  test('beside addresses, times, or nothing', () => {
    for (const ends of [['192.0.2.1', '192.0.2.7'], ['0.122031000', '192.0.2.1', '192.0.2.7'], []]) {
      assert.deepEqual(counted(dialogue(4, ...ends) + dialogue(40, ...ends)), [4, 4], ends.join());
    }
  });

  test('but a port does, also of a client that speaks before the greeting', () => {
    const ends = (a: number, b: number) => ['192.0.2.7', String(a), String(b)];
    const log =
      row(...ends(25, 40000), '', '', '220', 'mx.example.test ESMTP') +
      row(...ends(40000, 25), 'EHLO', 'one', '', '') +
      row(...ends(25, 40000), '', '', '250', 'mx.example.test') +
      row(...ends(40001, 25), 'EHLO', 'two', '', '') +
      row(...ends(25, 40001), '', '', '220', 'mx.example.test ESMTP');
    assert.equal(readTranscript(log).sessions.length, 2);
  });
});

test('a table with columns named as verbs is none', () => {
  for (const table of ['displayName,mail,login\njoe,joe@example.org,joe\n', 'ts\thelo\trcpt\n1\ta\tb\n'])
    assert.equal(readTranscript(table).detection.dialect, undefined, table);
});

test('a table of other numbers is none', () => {
  assert.equal(readTranscript(row('0', '220', '250') + row('1', '354', '550')).detection.dialect, undefined);
});
