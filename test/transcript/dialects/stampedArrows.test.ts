import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `2024-03-01 10:00:00 [192.0.2.1] <<< 220 mx.example.test ESMTP
2024-03-01 10:00:00 [192.0.2.1] >>> EHLO pmta.test
2024-03-01 10:00:00 [192.0.2.2] <<< 220 mx2.example.test ESMTP
2024-03-01 10:00:00 [192.0.2.1] <<< 250-mx.example.test
2024-03-01 10:00:00 [192.0.2.1] <<< 250 SIZE 1000
2024-03-01 10:00:00 [192.0.2.2] >>> QUIT
2024-03-01 10:00:00 [192.0.2.2] <<< 221 bye
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'stamped-arrows');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session [192.0.2.1]',
    '1 S 220',
    '2 C EHLO pmta.test',
    '4 S 250 ×2',
    'session [192.0.2.2]',
    '3 S 220',
    '6 C QUIT',
    '7 S 221',
  ]);
});

test('arrows that carry no dialogue: not this format', () => {
  assert.notEqual(
    readTranscript('2024-03-01 10:00:00 merge <<<<<<< HEAD\n2024-03-01 10:00:00 >>>\n').detection.dialect?.id,
    'stamped-arrows',
  );
});

test('a line that it writes reads as what was said', () => {
  const dialect = dialectById('stamped-arrows');
  assert.ok(dialect);
  const lines = LOG.split(/(?<=\n)/).map((text, number) => lineAt(text, 0, text.length, number));
  const peelers = detectPeelers(lines, dialect);
  const { utterances } = readTranscript(LOG);
  const said = utterances.find(({ speaker, text }) => speaker === 'client' && text.startsWith('EHLO'));
  assert.ok(said);
  const line = lines[said.line];
  assert.ok(line);
  const like = peel(line, peelers);
  const written = line.text.slice(0, like.from) + dialect.write('client', 'NOOP', like);
  const again = readTranscript([...lines.slice(0, said.line + 1).map(({ text }) => text), written].join('\n'), dialect);
  assert.equal(again.utterances.filter(({ speaker }) => speaker === 'client').at(-1)?.text, 'NOOP');
});
