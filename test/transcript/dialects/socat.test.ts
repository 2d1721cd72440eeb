import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeAll } from '../../../server/src/rules/judge';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

type Packet = readonly [arrow: '>' | '<', from: number, text: string];

const head = ([arrow, from, text]: Packet) =>
  `${arrow} 2026/11/29 12:00:00.123456  length=${text.length} from=${from} to=${from + text.length - 1}\n`;
const asText = (...packets: readonly Packet[]) =>
  packets.map((packet) => head(packet) + packet[2].replaceAll('\\', '\\\\').replaceAll('\r', '\\r')).join('');
const hexOf = (text: string) => [...text].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join(' ');
const asHex = (...packets: readonly Packet[]) =>
  packets.map((packet) => `${head(packet)} ${hexOf(packet[2])}\n`).join('');
const lines = (log: string) => dump(log).map((line) => line.replace(/^\d+ /, ''));

const GREETING: Packet = ['<', 0, '220 mx ESMTP\r\n'];
const EHLO: Packet = ['>', 0, 'EHLO client.example\r\n'];
const OFFER: Packet = ['<', 14, '250 mx\r\n'];

test('a packet that does not end in LF runs into the next head', () => {
  const log = asText(
    GREETING,
    EHLO,
    OFFER,
    ['>', 21, 'NO'],
    ['>', 23, 'OP a\\rb\r'],
    ['>', 31, '\n'],
    ['<', 22, '250 Ok\r\n'],
  );
  const { detection, utterances } = readTranscript(log);
  assert.equal(detection.dialect?.id, 'socat');
  assert.deepEqual(lines(log), [
    'connect second address 1',
    'S 220',
    'C EHLO client.example',
    'S 250',
    'C NOOP a\\rb',
    'S 250',
  ]);
  const noop = utterances.find(({ text }) => text.startsWith('NOOP'));
  assert.equal(noop?.speaker === 'client' && noop.wireEol, undefined);
  assert.equal(noop?.time, Date.UTC(2026, 10, 29, 12, 0, 0, 123));
  assert.deepEqual(noop?.pieces?.at(-1), { at: 7, line: 8, column: 6, width: 2 });
});

test('-x and -x -v show the octets', () => {
  const packets: readonly Packet[] = [GREETING, EHLO, OFFER, ['>', 21, 'QUIT\n'], ['<', 22, '221 Bye\r\n']];
  const both = (text: string) =>
    (text.match(/[^\n]{0,15}\n|[^\n]{16}/g) ?? [])
      .map((row) => ` ${hexOf(row).padEnd(47)}  ${row.replace(/[\r\n]/g, '.')}`)
      .join('\n');
  const expected = ['connect second address 1', 'S 220', 'C EHLO client.example', 'S 250', 'C QUIT', 'S 221'];
  for (const log of [asHex(...packets), packets.map((packet) => `${head(packet)}${both(packet[2])}\n--\n`).join('')]) {
    assert.deepEqual(lines(log), expected);
    const quit = readTranscript(log).utterances.find(({ text }) => text === 'QUIT');
    assert.equal(quit?.speaker === 'client' && quit.wireEol, '\n');
  }
});

test('connections are told apart by their octets, and not read where they cannot be', () => {
  const one = asText(GREETING, EHLO, OFFER, ['>', 21, 'QUIT\r\n']);
  assert.equal(readTranscript(one + one).sessions.length, 2);
  // Both wait for a reply that begins at the same octet.
  const mixed = asText(GREETING, GREETING, EHLO, EHLO, OFFER, ['>', 21, 'RSET\r\n'], ['<', 22, '354 go\r\n']);
  assert.deepEqual(
    readTranscript(mixed).sessions.flatMap(({ steps }) =>
      steps.flatMap(({ exchange }) => (exchange.kind === 'unasked' ? [exchange] : [])),
    ),
    [],
  );
});

test('where packets are missing there is a gap', () => {
  assert.ok(lines(asText(GREETING, EHLO, OFFER, ['>', 400, 'QUIT\r\n'])).includes('gap'));
});

describe('a log that begins inside', () => {
  const rest: readonly Packet[] = [
    ['>', 60, 'RCPT TO:<b@mx.example>\r\n'],
    ['<', 80, '250 Ok\r\n'],
    ['>', 84, 'RSET\r\n'],
    ['<', 88, '250 go\r\n'],
  ];

  test('one connection is read', () => {
    assert.deepEqual(lines(asText(...rest)).slice(1), ['C RCPT TO:<b@mx.example>', 'S 250', 'C RSET', 'S 250']);
  });

  test('two connections is not read of them: whose their packets are cannot be told', () => {
    const other: readonly Packet[] = [
      ['<', 150, '250 Ok\r\n'],
      ['>', 120, 'QUIT\r\n'],
    ];
    const log = asText(...rest.slice(0, 1), ...other, ...rest.slice(1), GREETING, EHLO, OFFER);
    assert.deepEqual(lines(log), ['connect second address 4', 'S 220', 'C EHLO client.example', 'S 250']);
  });

  test('a connection whose greeting is cut is not taken for the next one', () => {
    const log = asText(['>', 0, 'EHLO a.example\r\n'], GREETING, OFFER, EHLO, ['>', 16, 'NOOP\r\n'], OFFER);
    assert.ok(!lines(`length=14 from=0 to=13\n220 mx ESMTP\\r\n${log}`).includes('C NOOP'));
  });
});

describe('what socat does on the way', () => {
  /** Arrow and text of each packet. */
  const flow = (...said: readonly string[]) => {
    const next = { '<': 0, '>': 0 };
    return asText(
      ...said.map((each): Packet => {
        const arrow = each.startsWith('<') ? '<' : '>';
        const from = next[arrow];
        next[arrow] += each.length - 1;
        return [arrow, from, each.slice(1)];
      }),
    );
  };
  const said = ['<220 mx ESMTP\n', '>EHLO client.example\r\n', '<250-mx\n250 AUTH PLAIN\n', '>AUTH PLAIN AGEAYg==\r\n'];
  said.push('<235 2.7.0 Ok\n', '>QUIT\r\n', '<221 2.0.0 Bye\n');
  const codes = (log: string) => judgeAll(readTranscript(log).sessions).map(({ rule }) => rule.code);

  test('line ends of the server that are LF from the first on are its own', () => {
    assert.ok(!codes(flow(...said)).includes('framing.bare-lf'));
    assert.ok(codes(flow('<220 mx ESMTP\r\n', ...said.slice(1))).includes('framing.bare-lf'));
    // What the client sends is shown as it is sent.
    assert.ok(codes(flow(...said.slice(0, -2), '>NOOP\n', '<250 2.0.0 Ok\n')).includes('framing.bare-lf'));
  });

  test('TLS that it tells of is there', () => {
    const tls = '2026/11/29 12:00:00 socat[4296] N SSL connection using TLS_AES_256_GCM_SHA384\n';
    assert.ok(codes(flow(...said)).includes('security.cleartext-credentials'));
    assert.ok(!codes(tls + flow(...said)).includes('security.cleartext-credentials'));
  });
});
