import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `[11-May-2017 03:06:56,721597 +0700]: <l8mvn9hj> Recv: 220 portal.test ESMTP Postfix
[11-May-2017 03:06:56,722547 +0700]: <l8mvn9hj> Send: EHLO mail.test
[11-May-2017 03:06:56,723470 +0700]: <l8mvn9hj> Recv: 250-portal.test
[11-May-2017 03:06:56,723470 +0700]: <aaaaaaaa> Recv: 220 portal.test ESMTP Postfix
[11-May-2017 03:06:56,729862 +0700]: <l8mvn9hj> Recv: 250 DSN
[11-May-2017 03:06:56,730990 +0700]: <l8mvn9hj> Send: STARTTLS
[11-May-2017 03:06:56,732323 +0700]: <l8mvn9hj> Recv: 220 2.0.0 Ready to start TLS
[11-May-2017 03:06:56,749237 +0700]: <l8mvn9hj> Send: EHLO mail.test
[11-May-2017 03:06:56,750287 +0700]: <l8mvn9hj> Recv: 250 portal.test
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'roundcube');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session l8mvn9hj',
    '1 S 220',
    '2 C EHLO mail.test',
    '3 S 250 ×2',
    '6 C STARTTLS',
    '7 S 220',
    '8 C EHLO mail.test',
    '9 S 250',
    'session aaaaaaaa',
    '4 S 220',
  ]);
});

test('other logs of Roundcube: not this format', () => {
  assert.notEqual(
    readTranscript('[11-May-2017 03:06:56 +0700]: <l8mvn9hj> IMAP Error: Login failed\n').detection.dialect?.id,
    'roundcube',
  );
});

test('a line that it writes reads as what was said', () => {
  const dialect = dialectById('roundcube');
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
