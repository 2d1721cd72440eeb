import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';

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
    '5 S 250 cut',
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

const HEALTHY = `[16/Mar/2026 18:24:42][6376] {smtps} Server session begin; client connected from client.example.net:55344
[16/Mar/2026 18:24:42][6376] {smtps} Sent SMTP greeting to client.example.net:55344
[16/Mar/2026 18:24:42][6376] {smtps} Command EHLO client.example.net
[16/Mar/2026 18:24:42][6376] {smtps} Sent reply to EHLO: 250 mail.example.net ...
[16/Mar/2026 18:24:42][6376] {smtps} Command STARTTLS
[16/Mar/2026 18:24:43][6376] {smtps} Command EHLO client.example.net
[16/Mar/2026 18:24:43][6376] {smtps} Sent reply to EHLO: 250 mail.example.net ...
[16/Mar/2026 18:24:43][6376] {smtps} Command AUTH LOGIN
[16/Mar/2026 18:24:43][6376] {smtps} Command am9lQGV4YW1wbGUub3Jn
[16/Mar/2026 18:24:43][6376] {smtps} Sent reply to AUTH: 235 2.0.0 Authentication successful (user joe@example.net)
[16/Mar/2026 18:24:43][6376] {smtps} Command RSET
[16/Mar/2026 18:24:43][6376] {smtps} Command MAIL FROM:<joe@example.net> SIZE=2048
[16/Mar/2026 18:24:43][6376] {smtps} Sent reply to MAIL: 250 2.1.0 <joe@example.net>... Sender ok
[16/Mar/2026 18:24:43][6376] {smtps} Command RCPT TO:<b@example.org>
[16/Mar/2026 18:24:43][6376] {smtps} Sent reply to RCPT: 250 2.1.5 <b@example.org>... Recipient ok
[16/Mar/2026 18:24:43][6376] {smtps} Command DATA
[16/Mar/2026 18:24:43][6376] {smtps} Sent reply to DATA: 354 Enter mail, end with CRLF.CRLF
[16/Mar/2026 18:24:44][6376] {smtps} Sent reply to DATA: 250 2.0.0 65f5a1b2-00000001 Message accepted for delivery
[16/Mar/2026 18:24:44][6376] {smtps} Command RSET
[16/Mar/2026 18:24:44][6376] {smtps} Command QUIT
[16/Mar/2026 18:24:44][6376] {smtps} SMTP server session end
`;

test('what the log does not show is held against nobody', () => {
  assert.deepEqual(dump(HEALTHY), [
    '1 connect (seen from the middle)',
    '3 C EHLO client.example.net',
    '4 S 250 cut',
    '5 C STARTTLS',
    '6 C EHLO client.example.net',
    '7 S 250 cut',
    '8 C AUTH LOGIN',
    '9 response am9lQGV4YW1wbGUub3Jn',
    '10 S 235',
    '11 C RSET',
    '12 C MAIL FROM:<joe@example.net> SIZE=2048',
    '13 S 250',
    '14 C RCPT TO:<b@example.org>',
    '15 S 250',
    '16 C DATA',
    '17 S 354',
    '18 data ? lines',
    '18 S 250',
    '19 C RSET',
    '20 gap',
    '21 close by unknown',
    '20 C QUIT',
  ]);
  assert.deepEqual(summary(HEALTHY), []);
});

test('a session that ends inside the message, and a handshake that failed', () => {
  const inside = HEALTHY.replace(/.*Sent reply to DATA: 250[\s\S]*QUIT\n/, '');
  assert.deepEqual(summary(inside), ['18 warning delivery.connection-lost']);
  const failed = HEALTHY.split('\n')
    .slice(0, 5)
    .join('\n')
    .concat(`
[16/Mar/2026 18:24:43][6376] {smtps} Failed STARTTLS in SMTP connection with client.example.net
[16/Mar/2026 18:24:43][6376] {smtps} SMTP server session end
`);
  assert.deepEqual(summary(failed), ['6 warning tls.failed']);
});
