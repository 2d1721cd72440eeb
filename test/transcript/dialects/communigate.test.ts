import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';

const LOG = `08:39:16.44 4 SMTPI-29001([10.0.7.5]) got connection on [10.0.7.20:25](cgp.test) from [10.0.7.5:51534]
08:39:16.44 5 SMTPI-29001([10.0.7.5]) out: 220 cgp.test ESMTP CommuniGate Pro 5.0.9 is glad to see you!\\r\\n
08:39:16.44 5 SMTPI-29001([10.0.7.5]) inp: EHLO [10.0.7.5]
08:39:16.44 5 SMTPI-29001([10.0.7.5]) out: 250-cgp.test we trust you [10.0.7.5]\\r\\n250-DSN\\r\\n250-SIZE\\r\\n250 EHLO\\r\\n
08:39:16.44 5 SMTPI-29001([10.0.7.5]) inp: MAIL FROM: <voice@cgp.test>
08:39:16.44 5 SMTPI-29001([10.0.7.5]) out: 250 voice@cgp.test sender accepted\\r\\n
08:39:16.44 5 SMTPI-29001([10.0.7.5]) inp: RCPT TO: <408@cgp.test>
08:39:16.44 5 SMTPI-29001([10.0.7.5]) out: 550 408@cgp.test unknown user account\\r\\n
08:39:16.44 5 SMTPI-29001([10.0.7.5]) inp: DATA
08:39:16.44 5 SMTPI-29001([10.0.7.5]) out: 503 no recipients\\r\\n
08:39:16.52 5 SMTPI-29001([10.0.7.5]) inp: QUIT
08:39:16.52 5 SMTPI-29001([10.0.7.5]) out: 221 cgp.test CommuniGate Pro SMTP closing connection\\r\\n
08:39:16.52 4 SMTPI-29001([10.0.7.5]) closing connection
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'communigate');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    '1 connect 10.0.7.5',
    '2 S 220',
    '3 C EHLO [10.0.7.5]',
    '4 S 250 ×4',
    '5 C MAIL FROM: <voice@cgp.test>',
    '6 S 250',
    '7 C RCPT TO: <408@cgp.test>',
    '8 S 550',
    '9 C DATA',
    '10 S 503',
    '11 C QUIT',
    '12 S 221',
    '13 close by unknown',
  ]);
});

test('POP in the same log: not this format', () => {
  assert.notEqual(
    readTranscript('08:39:16.44 5 POP-29001([10.0.7.5]) out: +OK ready\\r\\n\n').detection.dialect?.id,
    'communigate',
  );
});

test('a line that it writes reads as what was said', () => {
  const dialect = dialectById('communigate');
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

test('a connection that closes in a message', () => {
  const head = '10:15:00.407 4 SMTPI-001234([192.0.2.10]) ';
  const log = `${head}got connection on [198.51.100.1:25] from [192.0.2.10:51234]
${head}out: 220 mx.example.org ESMTP\\r\\n
${head}inp: EHLO client.example.net
${head}out: 250 mx.example.org\\r\\n
${head}inp: MAIL FROM:<a@example.org>
${head}out: 250 OK\\r\\n
${head}inp: RCPT TO:<b@example.net>
${head}out: 250 OK\\r\\n
${head}inp: DATA
${head}out: 354 Go ahead\\r\\n
${head}closing connection
`;
  assert.deepEqual(summary(log), ['11 warning delivery.connection-lost']);
});
