import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';

const LOG = `2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: [127.0.0.1:25] connection accepted from [192.168.0.5:58047]
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: >> 220 ts3.test Axigen ESMTP ready
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: << EHLO host.example.com
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: Greylist disabled
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: >> 250-ts3.test Axigen ESMTP hello
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: >> 250-SIZE 10485760
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: >> 250 OK
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: << MAIL FROM: <r@example.com>
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: >> 250 Emails accepted
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: << RCPT TO: <test@domain.tld>
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: >> 250 Recipient accepted
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: << data
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: >> 354 Ready to receive data; remember <CRLF>.<CRLF>
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: << 3 bytes and final dot read
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: >> 250 Mail queued for delivery
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: << quit
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: >> 221-ts3.test Axigen ESMTP is closing connection
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: >> 221 Good bye
2007-03-15 16:55:07 +0200 08 ts3 SMTP-IN:00000022: connection closed
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'axigen');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    '1 connect 192.168.0.5',
    '2 S 220',
    '3 C EHLO host.example.com',
    '5 S 250 ×3',
    '8 C MAIL FROM: <r@example.com>',
    '9 S 250',
    '10 C RCPT TO: <test@domain.tld>',
    '11 S 250',
    '12 C data',
    '13 S 354',
    '14 data ? lines',
    '15 S 250',
    '16 C quit',
    '17 S 221 ×2',
    '19 close by unknown',
  ]);
});

test('IMAP in the same log: not this format', () => {
  assert.notEqual(
    readTranscript('2007-03-15 16:55:07 +0200 08 ts3 IMAP:00000022: >> * OK IMAP4rev1\n').detection.dialect?.id,
    'axigen',
  );
});

test('a line that it writes reads as what was said', () => {
  const dialect = dialectById('axigen');
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
  const head = '2026-11-30 10:15:00 +0100 08 mail SMTP-IN:0000A1B2: ';
  const log = `${head}[198.51.100.1:25] connection accepted from [192.0.2.10:51234]
${head}>> 220 mx.example.org ESMTP
${head}<< EHLO client.example.net
${head}>> 250 mx.example.org
${head}<< MAIL FROM:<a@example.org>
${head}>> 250 OK
${head}<< RCPT TO:<b@example.net>
${head}>> 250 OK
${head}<< DATA
${head}>> 354 Go ahead
${head}closing session from [192.0.2.10]
`;
  assert.deepEqual(summary(log), ['11 warning delivery.connection-lost']);
});
