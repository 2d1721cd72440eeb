import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const OPTIONS = 'options [nop,nop,TS val 1 ecr 2]';
/** Of a packet with time stamps in its header, 52 octets; one of them is a line end. */
const HEADER = `E..X..@.@..}........F....].=\n${'.'.repeat(23)}`;
const CLIENT = '192.0.2.7.40000 > 192.0.2.1.25';
const SERVER = '192.0.2.1.25 > 192.0.2.7.40000';

let clock = 10;
const head = (flow: string, about: string, length: number) =>
  `19:10:${clock++}.140889 IP ${flow}: ${about}, win 64, ${OPTIONS}, length ${length}`;
const packet = (flow: string, seq: number, text: string, flags = 'P.') =>
  `${head(flow, `Flags [${flags}], seq ${seq}:${seq + text.length}, ack 1`, text.length)}\n${HEADER}${text.replaceAll('\r\n', '\n')}\n`;
const control = (flow: string, flags: string) => `${head(flow, `Flags [${flags}], seq 9, ack 1`, 0)}\n${HEADER}\n`;
const syn = `19:10:09.140889 IP ${CLIENT}: Flags [S], seq 2282511847, win 65495, options [mss 65495,sackOK,TS val 1 ecr 0,nop,wscale 10], length 0\nE..<\n\n`;

const GREETING = '220 mx.example.test ESMTP\r\n';
const EHLO = 'EHLO client.example\r\n';
const OFFER = '250-mx.example.test\r\n250 SIZE 1000\r\n';

test('the payload begins where the headers end, also when they hold a line end', () => {
  const log =
    syn +
    packet(SERVER, 1, GREETING) +
    packet(CLIENT, 1, EHLO) +
    packet(SERVER, 1 + GREETING.length, OFFER) +
    packet(CLIENT, 1 + EHLO.length, 'QU') +
    packet(CLIENT, 3 + EHLO.length, 'IT\r\n') +
    packet(SERVER, 1 + GREETING.length + OFFER.length, '221 Bye\r\n') +
    control(SERVER, 'F.') +
    control(CLIENT, 'F.');
  const { detection, utterances } = readTranscript(log);
  assert.equal(detection.dialect?.id, 'tcpdump');
  assert.deepEqual(
    dump(log).map((line) => line.replace(/^\d+ /, '')),
    ['connect 192.0.2.1:25', 'S 220', 'C EHLO client.example', 'S 250 ×2', 'C QUIT', 'S 221', 'close by server'],
  );
  const greeting = utterances.find(({ text }) => text.startsWith('220'));
  assert.equal(
    log.split('\n')[greeting?.line ?? 0]?.slice(greeting?.start, greeting?.end),
    '220 mx.example.test ESMTP',
  );
});

test('a packet sent again is read once, and one that is missing leaves a gap', () => {
  const again = packet(SERVER, 1, GREETING) + packet(SERVER, 1, GREETING) + packet(CLIENT, 1, EHLO);
  assert.equal(dump(again).filter((line) => line.endsWith('S 220')).length, 1);
  const missing = packet(SERVER, 1, GREETING) + packet(CLIENT, 1, EHLO) + packet(CLIENT, 500, 'QUIT\r\n');
  assert.ok(dump(missing).some((line) => line.endsWith('gap')));
});

test('without -A what tcpdump prints of SMTP is read: all lines with -v, else the first', () => {
  const verbose = `19:10:02.140889 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 88)
    ${SERVER}: Flags [P.], cksum 0xfe4c (correct), seq 1:${1 + OFFER.length}, ack 1, win 64, length ${OFFER.length}: SMTP, length: ${OFFER.length}
\t250-mx.example.test
\t250 SIZE 1000
`;
  assert.deepEqual(dump(verbose, 'tcpdump').slice(1), ['3 gap', '3 S 250 ×2 unasked']);
  const short = `19:10:02.140889 IP ${SERVER}: Flags [P.], seq 1:27, ack 1, win 64, length 27: SMTP: 220 mx.example.test ESMTP
19:10:02.240889 IP ${CLIENT}: Flags [P.], seq 1:22, ack 27, win 64, length 21: SMTP: EHLO client.example
19:10:02.340889 IP ${SERVER}: Flags [P.], seq 27:63, ack 22, win 64, length ${OFFER.length}: SMTP: 250-mx.example.test
`;
  assert.deepEqual(dump(short), ['1 connect 192.0.2.1:25', '1 S 220', '2 C EHLO client.example', '3 S 250', '3 gap']);
});

test('a refused connection is one', () => {
  const log = `${syn}19:10:09.150889 IP ${SERVER}: Flags [R.], seq 0, ack 2282511848, win 0, length 0\n`;
  assert.deepEqual(dump(log, 'tcpdump'), [
    '4 connect 192.0.2.1.25',
    '4 error connect: connection refused by 192.0.2.1.25',
  ]);
});

const dumped = (flow: string, text: string) => {
  const octets = [
    ...`E..${String.fromCharCode(52 + text.length)}@@@\u0006${'.'.repeat(24)}\u0080${'.'.repeat(19)}${text}`,
  ];
  octets[1] = '\0';
  octets[2] = '\0';
  octets[9] = '\u0006';
  let rows = '';
  for (let at = 0; at < octets.length; at += 16) {
    const part = octets.slice(at, at + 16);
    const hex = part.map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
    const shown = part.map((char) => (char > ' ' && char <= '~' ? char : '.')).join('');
    rows += `\t0x${at.toString(16).padStart(4, '0')}:  ${(hex.match(/.{1,4}/g) ?? []).join(' ').padEnd(39)}  ${shown}\n`;
  }
  return `${head(flow, 'Flags [P.], ack 1', text.length)}\n${rows}`;
};

test('-X: the headers in the octets say where the payload is', () => {
  const log =
    dumped(SERVER, GREETING) +
    dumped(CLIENT, EHLO) +
    dumped(SERVER, OFFER) +
    dumped(CLIENT, 'QUIT\r') +
    dumped(CLIENT, '\n') +
    dumped(SERVER, '221 Bye\n');
  const { utterances } = readTranscript(log);
  assert.deepEqual(
    dump(log).map((line) => line.replace(/^\d+ /, '')),
    ['connect 192.0.2.1:25', 'S 220', 'C EHLO client.example', 'S 250 ×2', 'C QUIT', 'S 221'],
  );
  assert.deepEqual(
    utterances.flatMap((each) => (each.speaker === 'tool' ? [] : [each.wireEol])),
    [undefined, undefined, undefined, undefined, undefined, '\n'],
  );
});

test('-A: where some lines end in LF alone, which ones is not known, and a chunk is counted all the same', () => {
  const chunk = 'one\r\n\ttwo\nthree\n';
  const log =
    packet(SERVER, 1, GREETING) +
    packet(CLIENT, 1, EHLO) +
    packet(SERVER, 100, OFFER) +
    packet(CLIENT, 100, `BDAT ${chunk.length} LAST\r\n${chunk}`) +
    packet(SERVER, 200, '250 Ok\r\n') +
    packet(CLIENT, 200, 'QUIT\r\n');
  const { utterances } = readTranscript(log.replace(/seq \d+:\d+/g, 'seq 0'));
  assert.ok(utterances.every((each) => each.speaker === 'tool' || each.wireEol === undefined));
  assert.deepEqual(
    dump(log.replace(/seq \d+:\d+, /g, ''))
      .slice(-4)
      .map((line) => line.replace(/^\d+ /, '')),
    [`C BDAT ${chunk.length} LAST`, 'data ? lines', 'S 250', 'C QUIT'],
  );
});

test('-A: lines that end in LF alone are no reason to look for the header of a link', () => {
  // So many octets of CRs that are not there as the header of the loopback has.
  const body = 'Subject: x\n\nhi\n\r\n.\r\n';
  const log =
    packet(SERVER, 1, GREETING) +
    packet(CLIENT, 1, EHLO) +
    packet(SERVER, 100, OFFER) +
    packet(CLIENT, 100, 'DATA\r\n') +
    packet(SERVER, 200, '354 Go\r\n') +
    packet(CLIENT, 200, body) +
    packet(SERVER, 300, '250 Ok\r\n') +
    packet(CLIENT, 300, 'QUIT\r\n');
  const lines = dump(log.replace(/seq \d+:\d+, /g, '')).map((line) => line.replace(/^\d+ /, ''));
  assert.deepEqual(lines.slice(-5), ['C DATA', 'S 354', 'data 4 lines', 'S 250', 'C QUIT']);
});

test('a capture that begins with the go-ahead for a message, or inside one, shows no commands in it', () => {
  const end = packet(SERVER, 300, '250 Ok\r\n') + packet(CLIENT, 300, 'QUIT\r\n') + packet(SERVER, 400, '221 Bye\r\n');
  const heard = (log: string) =>
    dump(log.replace(/seq \d+:\d+, /g, ''), 'tcpdump').map((line) => line.replace(/^\d+ /, ''));
  const message = 'Subject: x\r\n\r\nQUIT\r\nRSET\r\n.\r\n';
  assert.deepEqual(heard(packet(SERVER, 1, '354 go\r\n') + packet(CLIENT, 1, message) + end).slice(-5), [
    'S 354 unasked',
    'data 4 lines',
    'S 250',
    'C QUIT',
    'S 221',
  ]);
  assert.deepEqual(heard(packet(CLIENT, 1, message) + end).slice(-3), ['S 250 unasked', 'C QUIT', 'S 221']);
});

test('-q -A: the header of TCP says where a packet begins that holds nothing but an LF', () => {
  const header = 'E..5..@.@............@.....I...%................';
  const packet = (from: string, to: string, length: number, text: string) =>
    `07:06:40.483999 IP 192.0.2.${from} > 192.0.2.${to}: tcp ${length}\n${header}....${text}\n`;
  const client = (length: number, text: string) => packet('1.40000', '2.25', length, text);
  const server = (length: number, text: string) => packet('2.25', '1.40000', length, text);
  const log =
    server(14, '220 mx ESMTP\n') +
    client(8, 'EHLO c\n') +
    server(8, '250 mx\n') +
    client(2, 'NO') +
    client(3, 'OP') +
    client(1, '\n') +
    server(8, '250 Ok\n');
  assert.deepEqual(
    dump(log)
      .map((line) => line.replace(/^\d+ /, ''))
      .slice(-2),
    ['C NOOP', 'S 250'],
  );
});

test('numbers before the packets (tcpdump -#) are no part of them', () => {
  const log = syn + packet(SERVER, 1, GREETING) + packet(CLIENT, 1, EHLO);
  let number = 0;
  const numbered = log.replace(/^19:/gm, () => `${String(++number).padStart(5)}  19:`);
  assert.equal(number, 3);
  assert.deepEqual(dump(numbered), dump(log));
  assert.equal(readTranscript(numbered).utterances[1]?.time, readTranscript(log).utterances[1]?.time);
});
