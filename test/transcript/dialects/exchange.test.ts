import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { locate } from '../../../server/src/transcript/transcript';
import { dump } from '../../helpers/dump';

const LOG = `#Software: Microsoft Exchange Server
#Version: 15.0.0.0
#Log-type: SMTP Send Protocol Log
#Date: 2019-03-21T13:01:06.525Z
#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context
2019-03-21T13:00:45.040Z,Outbound to Office 365,08D6A8D416004F77,2,192.168.1.100:44276,192.0.2.1:25,+,,
2019-03-21T13:00:45.041Z,Outbound to Office 365,08D6A8D416004F78,2,192.168.1.100:44277,192.0.2.1:25,+,,
2019-03-21T13:00:45.157Z,Outbound to Office 365,08D6A8D416004F78,3,192.168.1.100:44277,192.0.2.1:25,<,"220 VI1.mail.test Microsoft ESMTP MAIL Service ready at Thu, 21 Mar 2019 13:00:44 +0000",
2019-03-21T13:00:45.157Z,Outbound to Office 365,08D6A8D416004F78,4,192.168.1.100:44277,192.0.2.1:25,>,EHLO mail.domain.test,
2019-03-21T13:00:45.196Z,Outbound to Office 365,08D6A8D416004F77,3,192.168.1.100:44276,192.0.2.1:25,<,"220 HE1.mail.test Microsoft ESMTP",
2019-03-21T13:00:45.196Z,Outbound to Office 365,08D6A8D416004F78,5,192.168.1.100:44277,192.0.2.1:25,<,250  VI1.mail.test Hello [192.0.2.5] SIZE 157286400 PIPELINING DSN ENHANCEDSTATUSCODES STARTTLS 8BITMIME BINARYMIME CHUNKING SMTPUTF8,
2019-03-21T13:00:45.196Z,Outbound to Office 365,08D6A8D416004F78,12,192.168.1.100:44277,192.0.2.1:25,>,MAIL FROM:<a@domain.test> SIZE=2048 BODY=8BITMIME,
2019-03-21T13:00:45.196Z,Outbound to Office 365,08D6A8D416004F78,13,192.168.1.100:44277,192.0.2.1:25,>,RCPT TO:<b@example.test>,
2019-03-21T13:00:45.196Z,Outbound to Office 365,08D6A8D416004F78,14,192.168.1.100:44277,192.0.2.1:25,<,250 2.1.0 Sender OK,
2019-03-21T13:00:45.196Z,Outbound to Office 365,08D6A8D416004F78,15,192.168.1.100:44277,192.0.2.1:25,<,"550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ""b@example.test"" not found",
2019-03-21T13:00:45.196Z,Outbound to Office 365,08D6A8D416004F78,25,192.168.1.100:44277,192.0.2.1:25,<,221 2.0.0 Service closing transmission channel,
2019-03-21T13:00:45.196Z,Outbound to Office 365,08D6A8D416004F78,26,192.168.1.100:44277,192.0.2.1:25,-,,Local
2019-03-21T13:00:46.196Z,Outbound to Office 365,08D6A8D416004F77,4,192.168.1.100:44276,192.0.2.1:25,-,,Remote
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'exchange');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session 08D6A8D416004F77',
    '6 connect 192.0.2.1:25',
    '10 S 220',
    '18 close by server',
    'session 08D6A8D416004F78',
    '7 connect 192.0.2.1:25',
    '8 S 220',
    '9 C EHLO mail.domain.test',
    '11 S 250 ×10',
    '12 C MAIL FROM:<a@domain.test> SIZE=2048 BODY=8BITMIME',
    '14 S 250',
    '13 C RCPT TO:<b@example.test>',
    '15 S 550',
    '16 S 221 unasked',
    '17 close by client',
  ]);
});

test('a connection that ends for a reason is lost', () => {
  const ending = (how: string) => dump(LOG.replace(',-,,Remote\n', `,-,,${how}\n`)).slice(3, 5);
  assert.deepEqual(ending('Remote(ConnectionReset)'), [
    '18 error lost: disconnected: Remote(ConnectionReset)',
    '18 close by server',
  ]);
  assert.deepEqual(ending('Local(TimedOut)'), [
    '18 error timeout: disconnected: Local(TimedOut)',
    '18 close by client',
  ]);
});

test('other comma separated logs: not this format', () => {
  assert.notEqual(
    readTranscript('2019-03-21T13:00:45.040Z,Outbound,ABC,2,a,b,+,,\n#Fields: date-time,connector-id\n').detection
      .dialect?.id,
    'exchange',
  );
});

test('a line that it writes reads as what was said', () => {
  const dialect = dialectById('exchange');
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

test('a finding in a cell with doubled quotes points at them', () => {
  const { sessions } = readTranscript(LOG);
  const reply = sessions[1]?.steps
    .flatMap(({ exchange }) => ('replies' in exchange ? exchange.replies : []))
    .find(({ code }) => code === 550);
  const said = reply?.lines[0]?.said;
  assert.ok(said);
  const at = said.text.indexOf('b@example.test');
  assert.equal(at > 0, true);
  const span = locate(said, at, at + 'b@example.test'.length);
  assert.equal(LOG.split('\n')[span.line]?.slice(span.start, span.end), 'b@example.test');
});

test('each keyword of a joined EHLO reply points at itself', () => {
  const { sessions } = readTranscript(LOG);
  const size = sessions[1]?.after.offers?.get('SIZE')?.line.said;
  assert.ok(size);
  assert.equal(size.text, '250-SIZE 157286400');
  const span = locate(size, 4, size.text.length);
  assert.equal(LOG.split('\n')[span.line]?.slice(span.start, span.end), 'SIZE 157286400');
});
