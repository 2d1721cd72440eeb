import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `[24/Mar/2010 13:07:36][2960] {smtps} SMTP server session begin; client connected from mail.sender.test:4321
[24/Mar/2010 13:07:36][2960] {smtps} Sent SMTP greeting to mail.sender.test:4321
[24/Mar/2010 13:07:36][2960] {smtps} Command EHLO mail.sender.test
[24/Mar/2010 13:07:36][3000] {smtps} SMTP server session begin; client connected from other.test:4322
[24/Mar/2010 13:07:36][2960] {smtps} Sent reply to EHLO: 250 mail.example.test
[24/Mar/2010 13:07:36][3000] {smtps} Command QUIT
[24/Mar/2010 13:07:36][2960] {smtps} Command MAIL FROM:<a@sender.test>
[24/Mar/2010 13:07:36][3000] {smtps} Sent reply to QUIT: 221 2.0.0 bye
[24/Mar/2010 13:07:36][2960] {smtps} Sent reply to MAIL: 250 2.1.0 ok
[24/Mar/2010 13:07:36][3000] {smtps} SMTP server session end
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'kerio');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session 2960/1',
    '1 connect (seen from the middle)',
    '3 C EHLO mail.sender.test',
    '5 S 250',
    '7 C MAIL FROM:<a@sender.test>',
    '9 S 250',
    'session 3000/2',
    '4 connect (seen from the middle)',
    '6 C QUIT',
    '8 S 221',
    '10 close by unknown',
  ]);
});

test('another service of the same server: not this format', () => {
  assert.notEqual(
    readTranscript('[24/Mar/2010 13:07:36][2960] {pop3s} Command USER a\n').detection.dialect?.id,
    'kerio',
  );
});

test('a line that it writes reads as what was said', () => {
  const dialect = dialectById('kerio');
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
