import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

/** What netcat writes for packets: each with its side, offsets since the connection began. */
function rows(packets: readonly (readonly ['<' | '>', string])[]): string {
  const said = { '<': 0, '>': 0 };
  const lines: string[] = [];
  for (const [arrow, text] of packets) {
    for (let at = 0; at < text.length; at += 16) {
      const part = text.slice(at, at + 16);
      const octets = [...part].map((each) => each.charCodeAt(0).toString(16).padStart(2, '0')).join(' ');
      const shown = part.replace(/[^!-~]/g, (each) => (each === ' ' ? ' ' : '.'));
      lines.push(`${arrow} ${said[arrow].toString(16).padStart(8, '0')} ${octets.padEnd(47)} # ${shown}\n`);
      said[arrow] += part.length;
    }
  }
  return lines.join('');
}

const CLIENT = rows([
  ['<', '220 mx.example.org ESMTP\r\n'],
  ['>', 'EHLO a.example\r\n'],
  ['<', '250-mx.example.org\r\n250-SI'],
  ['<', 'ZE 1000\r\n250 DSN\r\n'],
  ['>', 'NOOP\n'],
  ['<', '250 Ok\r\n'],
]);

test('lines are put together from packets, which may end anywhere', () => {
  assert.equal(readTranscript(CLIENT).detection.dialect?.id, 'netcat-hex');
  assert.deepEqual(dump(CLIENT), ['1 connect', '1 S 220', '3 C EHLO a.example', '4 S 250 ×3', '8 C NOOP', '9 S 250']);
  const { utterances } = readTranscript(CLIENT);
  assert.deepEqual(
    utterances.filter(({ text }) => text === 'NOOP').map((each) => ('wireEol' in each ? each.wireEol : '')),
    ['\n'],
  );
  const again = rewrite(CLIENT, 8, 'client', 'RSET');
  assert.ok(dump(again).includes('8 C RSET'), again);
});

test('netcat listens, the next connection, and octets that are missing', () => {
  const served = rows([
    ['>', '220 mx ESMTP\r\n'],
    ['<', 'EHLO a.example\r\n'],
    ['>', '250 mx.example.org at your service\r\n'],
    ['<', 'QUIT\r\n'],
  ]);
  const lines = (served + CLIENT).split('\n');
  assert.deepEqual(dump([...lines.slice(0, 2), ...lines.slice(5)].join('\n')).slice(0, 7), [
    'session 1',
    '1 connect',
    '1 S 220',
    '2 C EHLO a.example',
    '3 C QUIT',
    'session 2',
    '4 connect',
  ]);
  assert.ok(dump(lines.filter((_, index) => index !== 2).join('\n')).includes('3 gap'));
});

test('a diff of dumps is none', () => {
  const log = '< 00000000 45 48 4c 4f 20 61 0d 0a  |EHLO a..|\n---\n> 00000000 48 45 4c 4f 20 61 0d 0a  |HELO a..|\n';
  assert.notEqual(readTranscript(log).detection.dialect?.id, 'netcat-hex');
});
