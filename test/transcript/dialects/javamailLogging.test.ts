import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

type Said = readonly ['wire' | 'words' | 'socket', string];

const TALK: readonly Said[] = [
  ['words', 'trying to connect to host "mx", port 587, isSSL false'],
  ['wire', '220 mx ESMTP'],
  ['wire', 'EHLO a.test'],
  ['wire', '250-mx'],
  ['wire', '250 AUTH LOGIN'],
  ['socket', 'STARTTLS host mx, port 587'],
  ['words', 'AUTH LOGIN command trace suppressed'],
  ['words', 'AUTH LOGIN succeeded'],
  ['words', 'use8bit false'],
  ['wire', 'MAIL FROM:<a@b>'],
  ['wire', '250 ok'],
  ['words', 'sendPartial set'],
  ['words', 'Verified Addresses'],
  ['wire', 'DATA'],
  ['words', 'RSET'],
  ['wire', '354 go'],
  ['wire', ' QUIT'],
  ['wire', '.'],
  ['wire', '250 ok'],
];

const READ = [
  [1, 'connect mx:587'],
  [2, 'S 220'],
  [3, 'C EHLO a.test'],
  [4, 'S 250 ×2'],
  [7, 'C AUTH LOGIN'],
  [8, 'secret'],
  [10, 'C MAIL FROM:<a@b>'],
  [11, 'S 250'],
  [14, 'C DATA'],
  [16, 'S 354'],
  [17, 'data 1 lines'],
  [19, 'S 250'],
] as const;

const LOGGERS = { wire: 'smtp.protocol', words: 'smtp', socket: 'util.socket' };
const CLASSES = {
  wire: 'util.LogOutputStream log',
  words: 'smtp.SMTPTransport$Authenticator authenticate',
  socket: 'util.SocketFetcher startTLS',
};

const FORMS: Record<string, (...[source, text]: Said) => string> = {
  'one line': (source, text) => `2026-11-30 10:28:34.638 FINEST  [com.sun.mail.${LOGGERS[source]}] ${text}\n`,
  'with the place of an exception': (source, text) =>
    `2026-11-30 10:28:34.638 FINEST  [com.sun.mail.${LOGGERS[source]}] ${text} \n`,
  'of Angus Mail, through Logback': (source, text) =>
    `10:28:34.638 [main] TRACE org.eclipse.angus.mail.${LOGGERS[source]} - ${text}\n`,
  'two lines': (source, text) => `Nov 30, 2026 10:28:33 AM com.sun.mail.${CLASSES[source]}\nFINEST: ${text}\n`,
};

for (const [name, write] of Object.entries(FORMS)) {
  test(`${name}: the wire is what was said, the program's words are not`, () => {
    const log = TALK.map(([source, text]) => write(source, text)).join('');
    const lines = log.split('\n').length > TALK.length + 1 ? 2 : 1;
    const { detection, utterances } = readTranscript(log);
    assert.equal(detection.dialect?.id, 'javamail-logging');
    assert.deepEqual(
      dump(log),
      READ.map(([line, said]) => `${line * lines} ${said}`),
    );
    assert.equal(utterances.find(({ text }) => text.includes('QUIT'))?.text, ' QUIT');
  });
}

test('an exception beside the log tells of the end, its reply repeats one', () => {
  const log = `${FORMS['one line']?.('wire', '220 mx')}${FORMS['one line']?.('wire', 'EHLO a')}javax.mail.MessagingException: Can't send command to SMTP host;
  nested exception is:
	java.net.SocketException: Broken pipe
	at com.sun.mail.smtp.SMTPTransport.sendCommand(SMTPTransport.java:2431)
Caused by: java.net.SocketException: Broken pipe
`;
  assert.deepEqual(dump(log), ['1 S 220', '5 error lost: Broken pipe', '2 C EHLO a']);
});

test('the wire of another protocol, and words without a wire, are not this format', () => {
  const imap = `Nov 30, 2026 10:28:33 AM com.sun.mail.util.LogOutputStream log\nFINEST: 250 mx\n`;
  assert.notEqual(readTranscript(imap.repeat(3)).detection.dialect?.id, 'javamail-logging');
  const line = '2026-11-30 10:28:34.638 FINEST  [com.sun.mail.imap.protocol] A1 NOOP\n';
  assert.notEqual(readTranscript(line.repeat(9)).detection.dialect?.id, 'javamail-logging');
});
