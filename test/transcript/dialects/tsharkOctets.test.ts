import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeBase64 } from '../../../server/src/transcript/base64';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

/** Who sends, the client being 0, and what. */
type Packet = readonly [side: 0 | 1, text: string];
const PACKETS: readonly Packet[] = [
  [1, '220 mx ESMTP\r\n'],
  [0, 'EHLO client.example\r\n'],
  [1, '250 mx\r\n'],
  [0, 'MAIL FROM:<zo\u00c3\u00ab@client.example>\r'],
  [0, '\n'],
  [1, '250 Ok\r\n'],
  [0, 'QUIT\n'],
  [1, '221 Bye\r\n'],
];
const HEARD = [
  'S 220',
  'C EHLO client.example',
  'S 250',
  'C MAIL FROM:<zoë@client.example>',
  'S 250',
  'C QUIT',
  'S 221',
];

const octetsOf = (text: string) => [...text].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0'));
const inHex = (indent: string) => {
  const offsets = [0, 0];
  return PACKETS.map(([side, text]) => {
    const octets = octetsOf(text);
    let rows = '';
    for (let at = 0; at < octets.length; at += 16) {
      const part = octets.slice(at, at + 16);
      const offset = ((offsets[side] ?? 0) + at).toString(16).toUpperCase().padStart(8, '0');
      const shown = text.slice(at, at + 16).replace(/[^ -~]/g, '.');
      const hex = `${part.slice(0, 8).join(' ')}  ${part.slice(8).join(' ')}`.padEnd(48);
      rows += `${side === 1 ? indent : ''}${offset}  ${hex}  ${`${shown.slice(0, 8)} ${shown.slice(8)}`.trimEnd()}\n`;
    }
    offsets[side] = (offsets[side] ?? 0) + octets.length;
    return rows;
  }).join('');
};
const HEAD = `${'='.repeat(67)}\nFollow: tcp,hex\nFilter: tcp.stream eq 0\nNode 0: 192.0.2.7:40000\nNode 1: 192.0.2.1:25\n`;
const HEX = `${HEAD}${inHex('\t')}${'='.repeat(67)}\n`;
const RAW =
  HEAD.replace('hex', 'raw') +
  PACKETS.map(([side, text]) => `${side === 1 ? '\t' : ''}${octetsOf(text).join('')}\n`).join('');
const ARRAYS = PACKETS.map(
  ([side, text], index) =>
    `char peer${side}_${index}[] = { /* Packet ${index} */\n${(
      octetsOf(text)
        .join('')
        .match(/.{2,16}/g) ?? []
    )
      .map((row) => row.replace(/../g, '0x$&, ').slice(0, -2))
      .join(', \n')} };\n`,
).join('');
const YAML = `peers:
  - peer: 0
    host: 192.0.2.7
    port: 40000
  - peer: 1
    host: 192.0.2.1
    port: 25
packets:
${PACKETS.map(([side, text], index) => {
  const encoded = encodeBase64(text.replace('\u00c3\u00ab', 'ë')).replace(/.{1,76}/g, '\n      $&');
  return `  - packet: ${index}\n    peer: ${side}\n    timestamp: 1795957837.712770939\n    data: !!binary |${encoded}\n`;
}).join('')}`;

const heard = (log: string) =>
  dump(log)
    .map((line) => line.replace(/^\d+ /, ''))
    .filter((line) => !line.startsWith('connect'));

for (const [name, log] of Object.entries({ HEX, 'hex without a head': inHex('    '), RAW, ARRAYS, YAML })) {
  test(`${name}: both sides, lines that packets cut, letters in UTF-8, LF alone`, () => {
    const { detection, utterances } = readTranscript(log);
    assert.equal(detection.dialect?.id, 'tshark-octets');
    assert.deepEqual(heard(log), HEARD);
    const odd = utterances.filter((each) => each.speaker !== 'tool' && each.wireEol !== undefined);
    assert.deepEqual(
      odd.map(({ text }) => text),
      ['QUIT'],
    );
  });
}

test('an address and a time are known where they are shown', () => {
  assert.equal(dump(HEX)[0], '6 connect 192.0.2.1:25');
  assert.equal(readTranscript(YAML).utterances[1]?.time, 1795957837713);
});

test('what is pointed at are the characters, or the octets', () => {
  const [, greeting] = readTranscript(HEX).utterances;
  const lines = HEX.split('\n');
  assert.equal(lines[greeting?.line ?? 0]?.slice(greeting?.start, greeting?.end), '220 mx E SMTP');
  const [, inRaw] = readTranscript(RAW).utterances;
  assert.equal(RAW.split('\n')[inRaw?.line ?? 0]?.slice(inRaw?.start, inRaw?.end), octetsOf('220 mx ESMTP').join(''));
});

test('offsets begin anew with each connection', () => {
  assert.equal(readTranscript(inHex('    ') + inHex('    ')).sessions.length, 2);
});

test('writes a row, a line, an array or a packet', () => {
  assert.ok(heard(rewrite(RAW, 6, 'client', 'RSET')).includes('C RSET'));
  assert.ok(heard(rewrite(HEX, 6, 'client', 'RSET')).includes('C RSET'));
});

test('a dump of something else is none', () => {
  assert.equal(readTranscript(HEX.replaceAll('2', '3')).detection.dialect, undefined);
});
