import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';

const LOG = `[2018.10.13] 04:22:17 [203.0.113.244][43884679] rsp: 220 mail01.sm.test
[2018.10.13] 04:22:17 [203.0.113.244][43884679] connected at 13-10-2018 04:22:17
[2018.10.13] 04:22:17 [203.0.113.244][43884679] cmd: EHLO static.vnpt.test
[2018.10.13] 04:22:17 [203.0.113.244][43884679] rsp: 250-mail01.sm.test Hello [203.0.113.244]250-SIZE 52428800250-AUTH LOGIN CRAM-MD5250-8BITMIME250 OK
[2018.10.13] 04:22:17 [203.0.113.244][43884679] cmd: MAIL From:<thomas@sm.test>
[2018.10.13] 04:22:17 [203.0.113.244][43884679] senderEmail(1): thomas@sm.test parsed using: <thomas@sm.test>
[2018.10.13] 04:22:19 [203.0.113.244][43884679] rsp: 250 OK <thomas@sm.test> Sender ok
[2018.10.13] 04:22:19 [203.0.113.244][43884679] cmd: RCPT To:<thomas@sm.test>
[2018.10.13] 04:22:19 [203.0.113.244][43884679] rsp: 250 OK <thomas@sm.test> Recipient ok
[2018.10.13] 04:22:19 [203.0.113.244][43884679] cmd: DATA
[2018.10.13] 04:22:19 [203.0.113.244][43884679] rsp: 354 Start mail input; end with <CRLF>.<CRLF>
[2018.10.13] 04:22:20 [203.0.113.244][43884679] rsp: 250 OK
[2018.10.13] 04:22:20 [203.0.113.244][43884679] cmd: QUIT
[2018.10.13] 04:22:20 [203.0.113.244][43884679] rsp: 221 Service closing transmission channel
[2018.10.13] 04:22:20 [203.0.113.244][43884679] disconnected at 13-10-2018 04:22:20
[2019.02.11] 15:49:10.864 [82632] Initiating connection to 203.0.113.178
[2019.02.11] 15:49:10.864 [82632] Connecting to 203.0.113.178:25 (Id: 1)
[2019.02.11] 15:49:10.864 [82632] Connection to 203.0.113.178:25 from 192.0.2.176:58821 succeeded (Id: 1)
[2019.02.11] 15:49:10.864 [82632] RSP: 220 x.test ESMTP
[2019.02.11] 15:49:10.864 [82632] CMD: EHLO mail.exis.test
[2019.02.11] 15:49:10.864 [82632] RSP: 250-x.test
[2019.02.11] 15:49:10.864 [82632] RSP: 250 SIZE
[2019.02.11] 15:49:10.864 [82632] CMD: MAIL FROM:<celine@exis.test> SIZE=11271
[2019.02.11] 15:50:10.896 [82632] The smtp session has timed out.
[2019.02.11] 15:50:10.896 [82632] Attempt to ip, '203.0.113.178' success: 'False'
[2019.02.11] 15:50:10.927 [82632] Connection to 203.0.113.179:25 from 192.0.2.176:58822 succeeded (Id: 2)
[2019.02.11] 15:50:11.005 [82632] RSP: 220 dom.test ESMTP MDaemon 18.5.1; Mon, 11 Feb 2019 15:49:50 +0800
[2019.02.11] 15:50:11.005 [82632] CMD: EHLO mail.exis.test
[2019.02.11] 15:50:11.114 [82632] RSP: 250-dom.test Hello mail.exis.test [192.0.2.176], pleased to meet you
[2019.02.11] 15:50:11.114 [82632] RSP: 250 8BITMIME
[2019.02.11] 15:50:11.114 [82632] CMD: QUIT
[2019.02.11] 15:50:11.114 [82632] RSP: 221 bye
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'smartermail');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session 43884679',
    '1 connect',
    '1 S 220',
    '3 C EHLO static.vnpt.test',
    '4 S 250 ×5',
    '5 C MAIL From:<thomas@sm.test>',
    '7 S 250',
    '8 C RCPT To:<thomas@sm.test>',
    '9 S 250',
    '10 C DATA',
    '11 S 354',
    '- data ? lines',
    '12 S 250',
    '13 C QUIT',
    '14 S 221',
    '15 close by unknown',
    'session 82632',
    '18 connect 203.0.113.178:25',
    '19 S 220',
    '20 C EHLO mail.exis.test',
    '21 S 250 ×2',
    '24 error timeout: The smtp session has timed out.',
    '23 C MAIL FROM:<celine@exis.test> SIZE=11271',
    'session 82632#2',
    '26 connect 203.0.113.179:25',
    '27 S 220',
    '28 C EHLO mail.exis.test',
    '29 S 250 ×2',
    '31 C QUIT',
    '32 S 221',
  ]);
});

test('other logs of the same server: not this format', () => {
  assert.notEqual(
    readTranscript('[2018.10.13] 04:22:17 [192.0.2.1] IMAP Login failed\n').detection.dialect?.id,
    'smartermail',
  );
});

test('a line that it writes reads as what was said', () => {
  const dialect = dialectById('smartermail');
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

test('a session that ends in a message', () => {
  const head = '10:15:00.555 [192.0.2.10][37218531] ';
  const log = `${head}rsp: 220 mx.example.org ESMTP
${head}cmd: EHLO client.example.net
${head}rsp: 250 mx.example.org
${head}cmd: MAIL FROM:<a@example.org>
${head}rsp: 250 OK
${head}cmd: RCPT TO:<b@example.net>
${head}rsp: 250 OK
${head}cmd: DATA
${head}rsp: 354 Start mail input; end with <CRLF>.<CRLF>
${head}disconnected at 11/30/2026 10:15:01 AM
`;
  assert.deepEqual(summary(log), ['10 warning delivery.connection-lost']);
  const taken = log.replace(`${head}disconnected`, `${head}Data transfer succeeded, writing mail to 1.eml\n$&`);
  assert.ok(!summary(taken).some((each) => each.endsWith('delivery.connection-lost')), summary(taken).join(', '));
});
