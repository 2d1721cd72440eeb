import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { thunderbird } from '../../../server/src/transcript/dialects/thunderbird';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const terminal = (...lines: string[]) =>
  lines.map((line) => `console.debug: mailnews.smtp: ${JSON.stringify(line)}\n`).join('');
const HELLO = [
  'Connecting to smtp://mx.test:587',
  'Connected',
  'S: 220 mx.test ESMTP\r\n',
  'C: EHLO [127.0.0.1]',
  'S: 250-mx.test\r\n250 AUTH PLAIN\r\n',
];
const HELLO_READ = ['1 connect mx.test:587', '3 S 220', '4 C EHLO [127.0.0.1]', '5 S 250 ×2'];
const HIDDEN = 'C: Logging suppressed (it probably contained auth information)';

describe('what the terminal shows', () => {
  test('of the message its size is told, of a login how', () => {
    const log = terminal(
      ...HELLO,
      'Current auth method: PLAIN',
      HIDDEN,
      'S: 235 2.7.0 Ok\r\n',
      'C: MAIL FROM:<a@a.test>',
      'S: 250 Ok\r\n',
      'C: RCPT TO:<b@b.test>',
      'S: 250 Ok\r\n',
      'C: DATA',
      'S: 354 Go\r\n',
      'Sending 349 bytes of payload',
      'S: 250 Ok\r\n',
      'Message sent successfully.',
      'C: QUIT',
      'S: 221 Bye\r\n',
      'Socket closed.',
    );
    assert.equal(readTranscript(log).detection.dialect?.id, 'thunderbird');
    assert.deepEqual(dump(log), [
      ...HELLO_READ,
      '7 C AUTH PLAIN ***',
      '8 S 235',
      '9 C MAIL FROM:<a@a.test>',
      '10 S 250',
      '11 C RCPT TO:<b@b.test>',
      '12 S 250',
      '13 C DATA',
      '14 S 354',
      '15 data ? lines',
      '16 S 250',
      '18 C QUIT',
      '19 S 221',
    ]);
  });

  test('what the server sends may end anywhere, and begin in the middle of a line', () => {
    const log = terminal(
      ...HELLO.slice(0, 4),
      'S: 250-mx.test\r\n250-SI',
      'S: ZE 1000\r\n250 AUTH PLAIN\r\n',
      'C: QUIT',
      'S: 221 Bye',
    );
    assert.deepEqual(dump(log), [...HELLO_READ.slice(0, 3), '5 S 250 ×3', '7 C QUIT', '8 S 221']);
    const size = readTranscript(log).utterances.find(({ text }) => text === '250-SIZE 1000');
    assert.deepEqual(
      size?.pieces?.map(({ line, column, width }) => [line, column, width]),
      [
        [4, 49, 6],
        [5, 34, 7],
      ],
    );
  });

  test('a client that the server leaves without an answer is told so, one that leaves is not', () => {
    const lost = terminal(...HELLO, 'C: MAIL FROM:<a@a.test>', 'Socket closed.');
    assert.deepEqual(dump(lost).slice(-3), [
      '7 error lost: Socket closed.',
      '7 close by server',
      '6 C MAIL FROM:<a@a.test>',
    ]);
    const left = terminal(...HELLO, 'Closing connection to mx.test...', 'Socket closed.');
    assert.deepEqual(dump(left).slice(-1), ['7 close by unknown']);
  });

  test('the old socket is told to be closed when the new one has been asked for', () => {
    const log = terminal(
      ...HELLO,
      'C: QUIT',
      'Closing connection to mx.test immediately!',
      HELLO[0] ?? '',
      'Socket closed.',
    );
    assert.deepEqual(dump(`${log}${terminal(...HELLO.slice(1))}`).slice(-7), [
      '7 close by client',
      '6 C QUIT',
      'session 2',
      '8 connect mx.test:587',
      '11 S 220',
      '12 C EHLO [127.0.0.1]',
      '13 S 250 ×2',
    ]);
  });

  test('two connections at a time are no dialogue until both are over', () => {
    const log = terminal(
      ...HELLO,
      'Connecting to smtp://mx2.test:25',
      'C: MAIL FROM:<a@a.test>',
      'S: 220 mx2\r\n',
      'Socket closed.',
      'C: EHLO x',
      'Socket closed.',
      ...HELLO,
    );
    assert.deepEqual(dump(log), [
      'session 1',
      ...HELLO_READ,
      '6 gap',
      '6 close by unknown',
      'session 2',
      '12 connect mx.test:587',
      '14 S 220',
      '15 C EHLO [127.0.0.1]',
      '16 S 250 ×2',
    ]);
  });

  test('a connection that is not made is over', () => {
    const refused = terminal('Connecting to smtp://mx.test:465', 'ConnectionRefusedError: a Network error occurred');
    assert.deepEqual(dump(refused + terminal(...HELLO)).slice(0, 4), [
      'session 1',
      '1 connect mx.test:465',
      '2 error connect: ConnectionRefusedError: a Network error occurred',
      'session 2',
    ]);
  });

  test('MOZ_LOG shows the same once more', () => {
    const both = HELLO.map((line) => {
      const shown = JSON.stringify(line);
      return `console.debug: mailnews.smtp: ${shown}\n[Parent 25298: Main Thread]: D/mailnews.smtp debug: ${shown}\n`;
    });
    assert.deepEqual(dump(both.join('')), ['1 connect mx.test:587', '5 S 220', '7 C EHLO [127.0.0.1]', '9 S 250 ×2']);
  });
});

describe('what the error console copies', () => {
  const log = `mailnews.smtp: Connecting to smtp://mx.test:465 SmtpClient.sys.mjs:152:19
mailnews.smtp: S: 220 mx.test ESMTP

SmtpClient.sys.mjs:472:17
mailnews.smtp: C: EHLO [127.0.0.1] SmtpClient.sys.mjs:693:19
mailnews.smtp: S: 250-mx.test

250-AUTH LOGIN

250 DSN

SmtpClient.sys.mjs:472:17
mailnews.pop3: S: +OK Pop3Client.sys.mjs:300:17
250 things that are no reply
mailnews.smtp: C: AUTH LOGIN SmtpClient.jsm:578:19
mailnews.smtp: S: 334 VXNlcm5hbWU6
SmtpClient.jsm:407:17
mailnews.smtp: ${HIDDEN} SmtpClient.jsm:572:19
mailnews.smtp: S: 535 5.7.8 No SmtpClient.sys.mjs:412:17
mailnews.smtp: Command failed: 535 No; currentAction=_actionAUTHComplete SmtpClient.sys.mjs:606:19
mailnews.smtp: C: QUIT SmtpClient.sys.mjs:693:19
`;

  test('lines of a reply stand alone, and the place in the program is none of it', () => {
    assert.equal(readTranscript(log).detection.dialect?.id, 'thunderbird');
    assert.deepEqual(dump(log), [
      '1 connect mx.test:465',
      '2 S 220',
      '5 C EHLO [127.0.0.1]',
      '6 S 250 ×3',
      '15 C AUTH LOGIN',
      '18 secret',
      '16 S 334',
      '19 S 535',
      '21 C QUIT',
    ]);
    assert.deepEqual(readTranscript(log).utterances.at(-2), {
      line: 18,
      start: 18,
      end: 30,
      session: '1',
      speaker: 'server',
      text: '535 5.7.8 No',
    });
  });

  test('with times', () => {
    const timed = log.replace(/^(?=mailnews)/gm, '22:23:46.454 ');
    assert.deepEqual(dump(timed), dump(log));
    const quit = readTranscript(timed).utterances.at(-1);
    assert.equal(quit?.time, ((22 * 60 + 23) * 60 + 46) * 1000 + 454);
  });

  test('where only errors are told they are events', () => {
    const errors = log.split('\n').filter((line) => line.includes('Command failed'));
    assert.deepEqual(dump(`${errors.join('\n')}\n`), ['1 delivery rejected code=535 fault=auth reason="535 No"']);
  });
});

describe('versions before 91', () => {
  const old = `SMTP Connecting to: mx.test
SMTP entering state: 0
SMTP Response: 220 mx.test ESMTP
SMTP Send: EHLO [192.0.2.4]

SMTP Response: 250-mx.test
SMTP Response: 250 AUTH PLAIN
Logging suppressed for this command (it probably contained authentication information)
SMTP Response: 235 Ok
SMTP Send: MAIL FROM:<a@a.test>

SMTP Response: 250 Ok
SMTP Send: DATA

SMTP Response: 354 Go
SMTP Response: 250 Ok
SMTP Send: QUIT
`;
  const read = [
    '1 connect mx.test',
    '3 S 220',
    '4 C EHLO [192.0.2.4]',
    '6 S 250 ×2',
    '8 C AUTH ***',
    '9 S 235',
    '10 C MAIL FROM:<a@a.test>',
    '12 S 250',
    '13 C DATA',
    '15 S 354',
    '16 data ? lines',
    '16 S 250',
    '17 C QUIT',
  ];

  test('each line has its thread before it', () => {
    for (const head of ['5788[1911140]: ', '[Parent 1234: Main Thread]: I/SMTP ']) {
      const log = old.replace(/^(?=SMTP|Logging)/gm, head);
      assert.equal(readTranscript(log).detection.dialect?.id, 'thunderbird');
      assert.deepEqual(dump(log), read);
    }
  });

  test('the end of a connection is not told', () => {
    const log = old.replace(/^(?=SMTP|Logging)/gm, '0[920140]: ');
    const half = log.split('\n').slice(0, 7).join('\n');
    assert.deepEqual(dump(`${half}\n${half}\n`).slice(5), [
      '8 gap',
      '8 close by unknown',
      'session 2',
      '8 connect mx.test',
      '10 S 220',
      '11 C EHLO [192.0.2.4]',
      '13 S 250 ×2',
    ]);
  });
});

test('what it writes is like the line it is for', () => {
  const write = (text: string) => {
    const like = { line: { number: 0, text, eol: '\n' }, text, from: 0 };
    return thunderbird.write('server', '250 "Ok"', like);
  };
  assert.equal(write('mailnews.smtp: C: QUIT SmtpClient.jsm:578:19'), 'mailnews.smtp: S: 250 "Ok"');
  assert.equal(
    write('console.debug: mailnews.smtp: "C: QUIT"'),
    'console.debug: mailnews.smtp: "S: 250 \\"Ok\\"\\r\\n"',
  );
  assert.equal(write('5788[1911140]: SMTP Send: QUIT'), '5788[1911140]: SMTP Response: 250 "Ok"');
});
