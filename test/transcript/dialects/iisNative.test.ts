import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `192.0.2.8, ntintwebp, 4/23/2009, 9:47:02, SMTPSVC1, NTINTWEBP, 192.0.2.8, 0, 36, 49, 250, 0, MAIL, -, FROM:<noreply@co.test>,
192.0.2.8, ntintwebp, 4/23/2009, 9:47:02, SMTPSVC1, NTINTWEBP, 192.0.2.8, 0, 25, 28, 550, 0, RCPT, -, TO:<Jim@schmoe.test>,
192.0.2.8, ntintwebp, 4/23/2009, 9:47:02, SMTPSVC1, NTINTWEBP, 192.0.2.8, 0, 25, 28, 250, 0, RCPT, -, TO:<Joe@schmoe.test>,
192.0.2.8, ntintwebp, 4/23/2009, 9:47:02, SMTPSVC1, NTINTWEBP, 192.0.2.8, 0, 81154, 132, 250, 0, DATA, -, <NTINTWEBPZbLAX3cf3e00000025@ntintwebp.test>,
198.51.100.1, OutboundConnectionResponse, 4/23/2009, 9:47:02, SMTPSVC1, NTINTWEBP, -, 47, 0, 114, 0, 0, -, -, 220 mail.schmoe.test Microsoft ESMTP MAIL Service, Version: 5.0.2195.6713 ready at Mon, 29 Dec 2008 09:47:41 -0700 ,
198.51.100.1, OutboundConnectionCommand, 4/23/2009, 9:47:02, SMTPSVC1, NTINTWEBP, -, 47, 0, 4, 0, 0, EHLO, -, ntintwebp.test,
198.51.100.1, OutboundConnectionResponse, 4/23/2009, 9:47:02, SMTPSVC1, NTINTWEBP, -, 109, 0, 40, 0, 0, -, -, 250-mail.schmoe.test Hello [192.0.2.44],
198.51.100.1, OutboundConnectionCommand, 4/23/2009, 9:47:02, SMTPSVC1, NTINTWEBP, -, 109, 0, 4, 0, 0, MAIL, -, FROM:<noreply@co.test> SIZE=300,
198.51.100.1, OutboundConnectionResponse, 4/23/2009, 9:47:02, SMTPSVC1, NTINTWEBP, -, 140, 0, 47, 0, 0, -, -, 250 2.1.0 noreply@co.test....Sender OK,
198.51.100.1, OutboundConnectionCommand, 4/23/2009, 9:47:02, SMTPSVC1, NTINTWEBP, -, 140, 0, 4, 0, 0, RCPT, -, TO:<Joe@schmoe.test>,
198.51.100.1, OutboundConnectionResponse, 4/23/2009, 9:47:02, SMTPSVC1, NTINTWEBP, -, 140, 0, 47, 0, 0, -, -, 250 2.1.5 Joe@schmoe.test,
198.51.100.1, OutboundConnectionCommand, 4/23/2009, 9:47:02, SMTPSVC1, NTINTWEBP, -, 140, 0, 4, 0, 0, DATA, -, -,
198.51.100.1, OutboundConnectionResponse, 4/23/2009, 9:47:02, SMTPSVC1, NTINTWEBP, -, 140, 0, 47, 0, 0, -, -, 354 Start mail input; end with <CRLF>.<CRLF>,
198.51.100.1, OutboundConnectionResponse, 4/23/2009, 9:47:03, SMTPSVC1, NTINTWEBP, -, 140, 0, 47, 0, 0, -, -, 250 2.6.0 queued,
198.51.100.1, OutboundConnectionCommand, 4/23/2009, 9:47:03, SMTPSVC1, NTINTWEBP, -, 140, 0, 4, 0, 0, QUIT, -, -,
198.51.100.1, OutboundConnectionResponse, 4/23/2009, 9:47:03, SMTPSVC1, NTINTWEBP, -, 140, 0, 47, 0, 0, -, -, 221 2.0.0 closing,
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'iis-native');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session in 192.0.2.8 ntintwebp/1',
    '1 C MAIL FROM:<noreply@co.test>',
    '1 S 250',
    '2 C RCPT TO:<Jim@schmoe.test>',
    '2 S 550',
    '3 C RCPT TO:<Joe@schmoe.test>',
    '3 S 250',
    '4 C DATA',
    '4 data ? lines',
    '4 S 250',
    'session out 198.51.100.1/2',
    '5 S 220',
    '6 C EHLO ntintwebp.test',
    '7 S 250 cut',
    '8 C MAIL FROM:<noreply@co.test> SIZE=300',
    '9 S 250',
    '10 C RCPT TO:<Joe@schmoe.test>',
    '11 S 250',
    '12 C DATA',
    '13 S 354',
    '- data ? lines',
    '14 S 250',
    '15 C QUIT',
    '16 S 221',
  ]);
});

test('the log of the web server: not this format', () => {
  assert.notEqual(
    readTranscript(
      '192.0.2.8, -, 4/23/2009, 9:47:02, W3SVC1, HOST, 192.0.2.8, 0, 36, 49, 200, 0, GET, /index.html, -,\n',
    ).detection.dialect?.id,
    'iis-native',
  );
});

test('a line that it writes reads as what was said', () => {
  const dialect = dialectById('iis-native');
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
