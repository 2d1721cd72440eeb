import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialectById } from '../../../server/src/transcript/dialects';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const row = (text: string, at = 0): string => {
  const octets = [...text].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0'));
  const halves = `${octets.slice(0, 8).join(' ')}  ${octets.slice(8).join(' ')}`.padEnd(48);
  const shown = text.replace(/[^ -~]/g, '.').padEnd(16);
  return ` | ${at.toString(16).padStart(5, '0')}  ${halves}  ${shown} |`;
};
const rows = (text: string) =>
  (text.match(/[\s\S]{1,16}/g) ?? []).map((part, index) => row(part, index * 16)).join('\n');
/** A call and the octets that it moved; the string in it is cut. */
const call = (name: string, text: string, pid = '') =>
  `${pid}${name}, ${JSON.stringify(text.slice(0, 32))}${text.length > 32 ? '...' : ''}, 512) = ${text.length}\n${rows(text)}\n`;

const GREETING = call('recvfrom(4', '220 mx.example.test ESMTP\r\n');
const LOG = [
  'connect(4, {sa_family=AF_INET, sin_port=htons(25)}, 16) = 0\n',
  GREETING,
  call('sendto(4', 'EHLO a.very.long.name.of.a.client.example\r\n'),
  call('recvfrom(4', '250-mx.example.test\r\n250-PIPELINING\r\n250 SIZE'),
  call('read(3', 'From: a file\r\n'),
  call('recvfrom(4', ' 1000\r\n'),
  call('writev(4', 'QUIT\r\n').replace('\n', '\n * 6 bytes in buffer 0\n'),
  call('recvfrom(4', '221 Bye\r\n'),
  'close(4) = 0\n',
].join('');

test('what calls move is read whole, by descriptor, whatever packets it came in', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'strace');
  assert.deepEqual(dump(LOG), [
    '3 connect 4',
    '3 S 220',
    '6 C EHLO a.very.long.name.of.a.client.example',
    '10 S 250 ×3',
    '19 C QUIT',
    '21 S 221',
    '22 close by client',
  ]);
});

test('processes are told apart, and a call that another one interrupts goes on', () => {
  const [first = '', ...octets] = GREETING.split('\n');
  const log = [
    `[pid    7] ${first.slice(0, 'recvfrom(4, '.length)} <unfinished ...>`,
    ...call('write(4', '220 other ESMTP\r\n', '[pid    8] ').trimEnd().split('\n'),
    `[pid    7] <... recvfrom resumed>${first.slice('recvfrom(4, '.length)}`,
    ...octets,
    ...call('write(4', 'QUIT\r\n', '[pid    7] ').split('\n'),
    ...call('read(4', 'NOOP\r\n', '[pid    8] ').split('\n'),
  ].join('\n');
  assert.deepEqual(
    readTranscript(log).sessions.map(({ steps }) => steps.map(({ exchange }) => exchange.kind)),
    [
      ['event', 'greeting', 'command'],
      ['event', 'greeting', 'command'],
    ],
  );
  assert.deepEqual(dump(log).filter((line) => / C /.test(line)).length, 2);
});

test('a line that is written reads as one of the connection at hand', () => {
  const strace = dialectById('strace');
  const mended = LOG.replace('close(4)', `${strace?.write('client', 'NOOP', undefined)}\nclose(4)`);
  assert.equal(dump(mended).at(-1), '23 C NOOP');
});
