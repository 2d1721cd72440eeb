/** tshark's packet list in forms that do not tell the connection: not taken for the dialogue of another tool. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';

const INFOS = [
  'S: 220 mx.example.org ESMTP',
  'C: EHLO client.example.com',
  'S: 250-mx.example.org | PIPELINING | ENHANCEDSTATUSCODES',
  'C: MAIL FROM:<a@example.com>',
  'S: 250 2.1.0 Ok',
  'C: DATA',
  'S: 354 Go ahead',
  'from: a@example.com, subject: x, , Hello  ',
  'S: 250 2.0.0 Ok',
  'C: QUIT',
  'S: 221 2.0.0 Bye',
];

const dialectOf = (lines: readonly string[]) => readTranscript(`${lines.join('\n')}\n`).detection.dialect?.id;

const FORMS: Record<string, readonly string[]> = {
  'number, time and info alone': INFOS.map(
    (info, index) => `${String(index + 4).padStart(5)} 2026-11-30 10:28:55.80254${index % 10} ${info}`,
  ),
  'fields in quotes': ['tcp.stream,_ws.col.Info', ...INFOS.map((info) => `"0","${info}"`)],
  'the names of fields, and each reply one line': [
    'tcp.stream,_ws.col.Info',
    ...INFOS.map((info) => `"0","${info.replace(/-(.*?) \|.*/, ' $1')}"`),
  ],
  psml: [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<psml version="0" creator="wireshark/4.0.17">',
    ...INFOS.flatMap((info) => [
      '<packet>',
      '<section>4</section>',
      `<section>${info
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replace(/-(.*?) \|.*/, ' $1')}</section>`,
      '</packet>',
    ]),
  ],
};

for (const [name, lines] of Object.entries(FORMS)) test(name, () => assert.equal(dialectOf(lines), undefined));

test('a bar in a reply that says its code again, or in one of one line, is the server’s', () => {
  for (const reply of ['S: 250-mx.example.org | 250 PIPELINING', 'S: 250 mx.example.org | welcome'])
    assert.equal(dialectOf(INFOS.map((info) => (info.startsWith('S: 250-') ? reply : info))), 'canonical');
});
