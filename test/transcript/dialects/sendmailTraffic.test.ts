import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const SERVED = `29505 >>> 220 mx.example.test ESMTP Sendmail
29506 >>> 220 mx.example.test ESMTP Sendmail
29505 <<< EHLO host0.sender.test\r
29505 >>> 250-mx.example.test Hello
29505 >>> 250 HELP
29506 <<< QUIT\r
29506 >>> 221 2.0.0 mx.example.test closing connection
29505 <<< MAIL FROM:<alice@sender.test>\r
29505 >>> 250 2.1.0 <alice@sender.test>... Sender ok
29507 === EXEC cat -f alice@sender.test
29507 <<< 250 is what a program may print
29507 <<< [EOF]
29507 >>> This is a MIME-encapsulated message
29505 <<< RCPT TO:<b[EOF]
29505 >>> 421 4.4.1 mx.example.test Lost input channel
`;

test('interleaved clients; a program that mail is piped to is none; what the end cut off is read', () => {
  const log = SERVED.replace('250 is what', 'what');
  assert.equal(readTranscript(log).detection.dialect?.id, 'sendmail-traffic');
  assert.deepEqual(dump(log), [
    'session 29505/1',
    '1 S 220',
    '3 C EHLO host0.sender.test',
    '4 S 250 ×2',
    '8 C MAIL FROM:<alice@sender.test>',
    '9 S 250',
    '14 C RCPT TO:<b',
    '15 S 421',
    '15 close by server',
    'session 29506/2',
    '2 S 220',
    '6 C QUIT',
    '7 S 221',
    '7 close by server',
  ]);
});

test('after CONNECT this sendmail is the client, and the server again when it is through', () => {
  const log = `700 >>> 220 mx ESMTP
700 <<< EHLO a.test\r
700 >>> 250 mx
700 === CONNECT mx.remote.test
700 <<< 220 mx.remote.test ESMTP\r
700 >>> QUIT
700 <<< 221 Bye\r
700 >>> 250 2.0.0 Message accepted for delivery
`;
  assert.deepEqual(dump(log), [
    'session 700/1',
    '1 S 220',
    '2 C EHLO a.test',
    '3 S 250',
    '8 S 250 unasked',
    'session 700/2',
    '4 connect mx.remote.test',
    '5 S 220',
    '6 C QUIT',
    '7 S 221',
  ]);
});

test('recordio writes one sign only: not this format', () => {
  assert.notEqual(readTranscript('700 > 220 mx ESMTP\r \n700 < QUIT\r \n').detection.dialect?.id, 'sendmail-traffic');
});

test('writes a line of either side', () => {
  assert.equal(rewrite(SERVED, 3, 'client', 'HELO x').split('\n')[2], '29505 <<< HELO x\r');
  assert.equal(rewrite(SERVED, 3, 'server', '500 no').split('\n')[2], '29505 >>> 500 no\r');
});

test('what is written when the client is gone answers nothing, and a timeout is no command', () => {
  const log = `00130 >>> 220 mx ESMTP Sendmail
00130 <<< DATA
00130 >>> 354 End data with <CR><LF>.<CR><LF>
00130 <<< Hello
00130 <<< [EOF]
00130 >>> 421 4.4.1 collect: relay=localhost, from=<a@sender.test>, info=unexpected close
00163 >>> 220 mx ESMTP Sendmail
00163 <<< [TIMEOUT]
00163 >>> 421 4.4.1 mx Lost input channel from localhost [127.0.0.1]
`;
  const shown = dump(log);
  assert.equal(
    shown.some((line) => / [CS] (?:421|\[)/.test(line)),
    false,
    shown.join('\n'),
  );
  assert.equal(shown.filter((line) => line.startsWith('session ')).length, 2);
});

test('a NUL takes the line end away', () => {
  const log = '00173 >>> 220 mx\n00173 <<< NOOP \u0001\u00ff00173 >>> 250 2.0.0 OK\n00173 <<< QUIT\n';
  assert.deepEqual(dump(log, 'sendmail-traffic'), ['1 S 220', '2 C NOOP \u0001\u00ff', '2 S 250', '3 C QUIT']);
});

const GIVEN = `800 <<< From: alice@sender.test
800 <<< Subject: x
800 <<< 
800 <<< 250 ok
800 <<< [EOF]
800 >>> ghost@remote.test,bob@remote.test... Connecting to mx.remote.test port 25 via esmtp...
800 === CONNECT mx.remote.test
800 <<< 220 mx.remote.test ESMTP
800 >>> 220 mx.remote.test ESMTP
800 >>> >>> MAIL From:<alice@sender.test>
800 >>> MAIL From:<alice@sender.test>
800 >>> >>> RCPT To:<ghost@remote.test>
800 >>> RCPT To:<ghost@remote.test>
800 <<< 250 2.1.0 Ok
800 >>> 250 2.1.0 Ok
800 <<< 550 5.1.1 Unknown
800 >>> 550 5.1.1 Unknown
800 >>> >>> DATA
800 >>> DATA
800 <<< 354 Go on
800 >>> 354 Go on
800 >>> >>> quoted
800 >>> 250 ok
800 >>> .
800 >>> >>> .
`;

test('a message that a process is given is no client, and the terminal hears all once more', () => {
  const log = `${GIVEN}800 <<< 250 2.0.0 Ok: queued
800 >>> 250 2.0.0 Ok: queued
800 >>> bob@remote.test... Sent (Ok: queued)
800 >>> This is a MIME-encapsulated message
800 >>> >>> RCPT To:<ghost@remote.test>
800 >>> <<< 550 5.1.1 Unknown
800 >>> Closing connection to mx.remote.test
800 >>> >>> QUIT
800 >>> QUIT
800 <<< 221 Bye
800 >>> 221 Bye
`;
  const expected = [
    '7 connect mx.remote.test',
    '8 S 220',
    '11 C MAIL From:<alice@sender.test>',
    '14 S 250',
    '13 C RCPT To:<ghost@remote.test>',
    '16 S 550',
    '19 C DATA',
    '20 S 354',
    '22 data 2 lines',
    '26 S 250',
    '34 C QUIT',
    '35 S 221',
  ];
  assert.deepEqual(dump(log), expected);
  // Without -v the process writes the text of the bounce alone.
  const quiet = log.split('\n').filter((line, k, all) => {
    const said = line.slice(8);
    return (
      !/\.\.\. |^Closing/.test(said) &&
      !(line.startsWith('800 >>> >>> ') && all[k + 1]?.slice(8) === said.slice(4)) &&
      !(/^800 >>> \d/.test(line) && all[k - 1]?.slice(8) === said) &&
      line !== '800 >>> >>> .'
    );
  });
  const shapes = (lines: readonly string[]) => lines.map((line) => line.replace(/^\d+ /, ''));
  assert.deepEqual(shapes(dump(quiet.join('\n'))), shapes(expected));
});

test('a host that goes without having been sent away', () => {
  const shown = dump(`${GIVEN}800 <<< [EOF]\n800 >>> bob@remote.test... Deferred\n`);
  assert.ok(shown.includes('26 error lost: [EOF]'), shown.join('\n'));
});

test('a log that begins inside a message: what comes after it is read', () => {
  const log = `801 <<< Hello Bob,
801 <<< .
801 >>> 250 2.0.0 Message accepted for delivery
801 <<< QUIT
801 >>> 221 2.0.0 Bye
`;
  assert.deepEqual(dump(log).slice(0, 3), ['3 S 250 unasked', '4 C QUIT', '5 S 221']);
});
