import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const CLIENT = '192.0.2.7:40000 -> 192.0.2.1:25 [AP] #6';
const SERVER = '192.0.2.1:25 -> 192.0.2.7:40000 [AP] #4';

const LOG = `interface: eth0 (192.0.2.0/255.255.255.0)
filter: ((ip || ip6) || (vlan && (ip || ip6)))
####
T 2026/11/24 18:55:02.123000 ${SERVER}
220 mx.example.test ESMTP.

##
T 2026/11/24 18:55:02.223000 ${CLIENT}
EHLO client.example.

##
T 2026/11/24 18:55:02.323000 ${SERVER}
250-mx.example.test.
250 SIZE 1000.

#
T 2026/11/24 18:55:02.423000 ${CLIENT}
MAIL FROM:<a@cli
##
T 2026/11/24 18:55:02.523000 ${CLIENT}
ent.example>.

#
T 2026/11/24 18:55:02.623000 ${SERVER}
250 Ok.

exit
`;

test('the dot at the end of a line is its CR; a line without one was cut by its packet', () => {
  const { detection, utterances } = readTranscript(LOG);
  assert.equal(detection.dialect?.id, 'ngrep');
  assert.deepEqual(dump(LOG), [
    '5 connect 192.0.2.1:25',
    '5 S 220',
    '9 C EHLO client.example',
    '13 S 250 ×2',
    '18 C MAIL FROM:<a@client.example>',
    '25 S 250',
  ]);
  assert.equal(utterances[1]?.time, Date.UTC(2026, 10, 24, 18, 55, 2, 123));
});

test('a message ends with two dots, an empty line of it is one', () => {
  const q = (who: string, ...lines: readonly string[]) => `T ${who}\n${lines.map((line) => `${line}.\n`).join('')}\n\n`;
  const log =
    q(SERVER, '220 mx ESMTP') +
    q(CLIENT, 'EHLO c') +
    q(SERVER, '250 mx') +
    q(CLIENT, 'MAIL FROM:<a@c>') +
    q(SERVER, '250 Ok') +
    q(CLIENT, 'RCPT TO:<b@d>') +
    q(SERVER, '250 Ok') +
    q(CLIENT, 'DATA') +
    q(SERVER, '354 go') +
    q(CLIENT, 'Subject: x', '', 'text', '.') +
    q(SERVER, '250 queued');
  assert.ok(dump(log).some((line) => line.endsWith('data 3 lines')));
  assert.equal(dump(log).at(-1)?.replace(/^\d+ /, ''), 'S 250');
});

test('what is no SMTP is not recognised', () => {
  assert.equal(readTranscript(`T ${SERVER}\nHTTP/1.1 250 OK.\n.\n\n`).detection.dialect, undefined);
});

const wrap = (who: string, text: string) => {
  const lines = text.match(/.{1,40}/g) ?? [];
  return `T ${who}\n${lines.map((line) => `  ${line.padEnd(40)}`).join('\n')}\n\n`;
};
const transaction = (last: string, ...replies: readonly string[]) =>
  wrap(SERVER, '220 mx ESMTP.....') +
  wrap(CLIENT, 'EHLO client.example..') +
  wrap(SERVER, '250-mx..250-PIPELINING..250 SMTPUTF8..') +
  wrap(CLIENT, `MAIL FROM:<j..rg@client.example> SMTPUTF8..RCPT TO:<b@example.org>..${last}..`) +
  wrap(SERVER, ['250 Ok.', '250 Ok', ...replies].map((reply) => `${reply}..`).join(''));
const TRANSACTION = transaction('DATA', '354 go');

test('wrapped at a width: what follows a line end is told by how it begins', () => {
  assert.deepEqual(
    dump(TRANSACTION).map((line) => line.replace(/^\d+ /, '')),
    [
      'connect 192.0.2.1:25',
      'S 220',
      'C EHLO client.example',
      'S 250 ×3',
      'C MAIL FROM:<jxxrg@client.example> SMTPUTF8',
      'S 250',
      'C RCPT TO:<b@example.org>',
      'S 250',
      'C DATA',
      'S 354',
      '- data 0 lines open',
    ],
  );
  const greeting = readTranscript(TRANSACTION).utterances[1];
  assert.equal(greeting?.text, '220 mx ESMTP...');
  assert.deepEqual([greeting?.line, greeting?.start, greeting?.end], [1, 2, 17]);
});

test('wrapped: whether commands stand behind a message shows in how often the server answers', () => {
  const message = wrap(CLIENT, 'Subject: x....text.....QUIT..');
  const last = (log: string) =>
    dump(log)
      .slice(-4)
      .map((line) => line.replace(/^\d+ /, ''));
  const data = 'data ? lines';
  assert.deepEqual(last(TRANSACTION + message + wrap(SERVER, '250 queued..221 Bye..')), [
    data,
    'S 250',
    'C QUIT',
    'S 221',
  ]);
  const parted = wrap(SERVER, '250 queued..') + wrap(SERVER, '221 Bye..');
  assert.deepEqual(last(TRANSACTION + message + parted), [data, 'S 250', 'C QUIT', 'S 221']);
  const more = wrap(CLIENT, '...') + wrap(SERVER, '250 queued..') + wrap(CLIENT, 'RSET..') + wrap(SERVER, '250 Ok..');
  assert.deepEqual(last(TRANSACTION + message + more), [data, 'S 250', 'C RSET', 'S 250']);
});

test('wrapped: a line cut by its packet goes on in the next, and blanks before the cut are unknown', () => {
  const cut = TRANSACTION.replace(
    wrap(CLIENT, 'EHLO client.example..'),
    `T ${CLIENT}\n  ${'EHLO '.padEnd(40, 'a')}\n\n${wrap(CLIENT, 'bc..')}`,
  );
  assert.ok(dump(cut).some((line) => line.endsWith(`C EHLO ${'a'.repeat(35)}bc`)));
  const inTwo = (one: string, other: string) =>
    TRANSACTION.replace(wrap(CLIENT, 'EHLO client.example..'), wrap(CLIENT, one) + wrap(CLIENT, other));
  assert.ok(dump(inTwo('EHLO', 'bc..')).some((line) => line.endsWith('C EHLO bc')));
  assert.ok(dump(inTwo('EH', 'LO bc..')).some((line) => line.endsWith('C EHLO bc')));
  assert.ok(dump(inTwo('EHLO bc.', '.')).some((line) => line.endsWith('C EHLO bc')));
  const blank = inTwo('VRFY', 'bc..');
  assert.ok(dump(blank).some((line) => line.endsWith('gap')));
});

test('a chunk is counted in the octets that the dots stand for', () => {
  const log =
    transaction('BDAT 30') +
    wrap(CLIENT, 'Subject: x....some text and mo') +
    wrap(SERVER, '250 Ok..') +
    wrap(CLIENT, 'BDAT 11 LAST..re of it...QUIT..') +
    wrap(SERVER, '250 Ok..221 Bye..');
  assert.deepEqual(
    dump(log)
      .slice(-6)
      .map((line) => line.replace(/^\d+ /, '')),
    ['S 250', 'C BDAT 11 LAST', 'data ? lines', 'S 250', 'C QUIT', 'S 221'],
  );
});

test('-x shows each octet, and the characters are pointed at', () => {
  const log = `T ${CLIENT}
  45 48 4c 4f 20 63 6c 69    65 6e 74 2e 65 78 61 6d    EHLO client.exam
  70 6c 65 0a                                           ple.            

T ${SERVER}
  32 35 30 20 6d 78 0d 0a                               250 mx..        
`;
  const [, hello] = readTranscript(log).utterances;
  assert.equal(hello?.speaker === 'client' && hello.wireEol, '\n');
  assert.equal(hello?.text, 'EHLO client.example');
  assert.deepEqual(
    hello?.pieces?.map(({ line, column, width }) => [line, column, width]),
    [
      [1, 56, 16],
      [2, 56, 3],
    ],
  );
  assert.deepEqual(dump(log).at(-1), '6 S 250');
});

test('by line: packets that end between CR and LF, around the dot, or hold nothing but an LF', () => {
  // Two empty lines stand behind a packet that ends in a line end, one behind another.
  const over = (who: string, text: string) => `T ${who}\n${text}\n\n\n`;
  const cut = (who: string, text: string) => `T ${who}\n${text}\n\n`;
  const log =
    over(SERVER, '220 mx ESMTP.') +
    cut(CLIENT, 'EHLO c.') +
    over(CLIENT, '') +
    over(SERVER, '250 mx.') +
    over(CLIENT, 'MAIL FROM:<a@c>.') +
    over(SERVER, '250 Ok.') +
    over(CLIENT, 'RCPT TO:<b@d>.') +
    over(SERVER, '250 Ok.') +
    over(CLIENT, 'DATA.') +
    over(SERVER, '354 go.') +
    cut(CLIENT, 'Subject: x.\n.\nIt ends here..\n.') +
    over(CLIENT, '.\nQUIT.') +
    over(SERVER, '250 Ok.\n221 Bye.');
  assert.deepEqual(dump(log).slice(-6), [
    '33 C DATA',
    '37 S 354',
    '41 data 3 lines',
    '52 S 250',
    '48 C QUIT',
    '53 S 221',
  ]);
  assert.ok(readTranscript(log).utterances.every((each) => each.speaker === 'tool' || each.wireEol === undefined));
});
