import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `Jan  2 19:58:02 mx sendmail[16232]: NOQUEUE: connect from [10.1.1.223]
Jan  2 19:58:02 mx sendmail[16232]: q02ES2ap016232: Milter: no active filter
Jan  2 19:58:02 mx sendmail[16232]: q02ES2ap016232: --- 220 mx.test ESMTP Sendmail 8.13.8/8.13.8; Mon, 2 Jan 2012 19:58:02 +0530
Jan  2 19:58:02 mx sendmail[16232]: q02ES2ap016232: <-- EHLO userPC
Jan  2 19:58:02 mx sendmail[16232]: q02ES2ap016232: --- 250-mx.test Hello [10.1.1.223], pleased to meet you
Jan  2 19:58:02 mx sendmail[16232]: q02ES2ap016232: --- 250 HELP
Jan  2 19:58:02 mx sendmail[16233]: NOQUEUE: connect from [10.1.1.224]
Jan  2 19:58:02 mx sendmail[16233]: q02ES2ap016233: --- 220 mx.test ESMTP Sendmail
Jan  2 19:58:02 mx sendmail[16232]: q02ES2ap016232: <-- MAIL FROM: <a@mx.test>
Jan  2 19:58:02 mx sendmail[16232]: q02ES2ap016232: --- 250 2.1.0 <a@mx.test>... Sender ok
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'sendmail-syslog');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session sendmail[16232]',
    '1 connect',
    '3 S 220',
    '4 C EHLO userPC',
    '5 S 250 ×2',
    '9 C MAIL FROM: <a@mx.test>',
    '10 S 250',
    'session sendmail[16233]',
    '7 connect',
    '8 S 220',
  ]);
});

test('the ordinary log: not this format', () => {
  assert.notEqual(
    readTranscript(
      'Jan  2 19:58:02 mx sendmail[16232]: q02ES2ap016232: from=<a@mx.test>, size=238, class=0, nrcpts=1\n',
    ).detection.dialect?.id,
    'sendmail-syslog',
  );
});

test('a line that it writes reads as what was said', () => {
  const dialect = dialectById('sendmail-syslog');
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
