import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = String.raw`18:55:10.274592 connect: to ('127.0.0.1', 25) None
18:55:10.278880 reply: b'220 mx ESMTP\r\n'
18:55:10.278939 reply: retcode (220); Msg: b'mx ESMTP'
18:55:10.278953 connect: b'mx ESMTP'
18:55:10.278980 send: 'ehlo a.test\r\n'
18:55:10.279319 reply: b"250-it's mx\r\n"
18:55:10.279343 reply: b'250 8BITMIME\r\n'
18:55:10.279364 reply: retcode (250); Msg: b"it's mx\n8BITMIME"
18:55:10.279381 send: 'data\r\n'
18:55:10.279395 reply: b'354 go\r\n'
18:55:10.279409 reply: retcode (354); Msg: b'go'
18:55:10.279426 data: (354, b'go')
18:55:10.279430 send: b'Subject: \xc3\xa4\r\n\r\n..x\r\nreply: \'250 x\'\r\n.\r\n'
18:55:10.279440 reply: b'250 ok\r\n'
18:55:10.279450 data: (250, b'ok')
`;

test('each reply is read once, a whole message out of one string', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'smtplib');
  assert.deepEqual(dump(LOG), [
    '1 connect:25',
    '2 S 220',
    '5 C ehlo a.test',
    '6 S 250 ×2',
    '9 C data',
    '10 S 354',
    '13 data 4 lines',
    '14 S 250',
  ]);
});

test('positions behind escapes', () => {
  const lines = readTranscript(LOG).utterances.filter(({ line }) => line === 12);
  assert.deepEqual(
    lines.map(({ text }) => text),
    ['Subject: ä', '', '..x', "reply: '250 x'", '.'],
  );
  assert.deepEqual(lines[0]?.pieces?.[1], { at: 9, line: 12, column: 33, width: 8 });
  assert.equal(lines[2]?.start, 49);
});

test('SMTP_SSL announces itself without "to"; Python 2 announces every connection twice', () => {
  const ssl = String.raw`connect: ('mx', 465)
connect: to ('mx', 465) None
reply: b'220 mx\r\n'
`;
  assert.deepEqual(dump(ssl), ['1 connect:465', '1 tls', '3 S 220']);
  const two = String.raw`connect: ('mx', 25)
connect: ('mx', 25)
reply: '220-mx\r\n'
reply: '220 no UCE\r\n'
reply: retcode (220); Msg: mx
no UCE
send: 'helo a\r\n'
`;
  assert.deepEqual(dump(two), ['1 connect:25', '3 S 220 ×2', '7 C helo a']);
});

test('a debug level that was set late: sessions begin with their hello', () => {
  const run = String.raw`send: 'ehlo a\r\n'
reply: b'250 mx\r\n'
send: 'quit\r\n'
reply: b'221 bye\r\n'
`;
  assert.deepEqual(dump(run + run), [
    'session 1',
    '1 C ehlo a',
    '2 S 250',
    '3 C quit',
    '4 S 221',
    'session 2',
    '5 C ehlo a',
    '6 S 250',
    '7 C quit',
    '8 S 221',
  ]);
});

test('the exception tells how it ended', () => {
  const end = 'smtplib.SMTPServerDisconnected: Connection unexpectedly closed\n';
  assert.equal(dump(LOG + end).at(-1), '16 error lost: Connection unexpectedly closed');
});

test('http.client prints in the same way: not for us', () => {
  const http = "send: b'GET / HTTP/1.1\\r\\n'\nreply: 'HTTP/1.1 200 OK\\r\\n'\n";
  assert.equal(readTranscript(http).detection.dialect, undefined);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 5, 'client', "HELO it's"))[2], "5 C HELO it's");
});

test('a test runner leaves its line open before a test: what it connects to is a session of its own', () => {
  const talk = String.raw`reply: b'250 mx\r\n'
send: 'quit\r\n'
reply: b'221 bye\r\n'
`;
  const dead = String.raw`reply: b'250 mx\r\n'
`;
  for (const [first, second] of [
    ['test_a (__main__.T.test_a) ... ', 'test_b (__main__.T.test_b)\nSends a report. ... '],
    ['test_a.py ', '.'],
    ['test_a.py::test_ok ', 'F'],
    ['.', '..sx10:24:28.148246 '],
  ]) {
    const log = (middle: string) => `${first}send: 'ehlo a\\r\\n'\n${middle}ok\n${second}send: 'ehlo b\\r\\n'\n${talk}`;
    for (const middle of [talk, dead]) {
      const { detection, sessions, utterances } = readTranscript(log(middle));
      assert.equal(detection.dialect?.id, 'smtplib');
      assert.equal(sessions.length, 2, `${first}${second}`);
      assert.deepEqual(
        utterances.filter(({ text }) => text.startsWith('ehlo')).map(({ text }) => text),
        ['ehlo a', 'ehlo b'],
      );
    }
  }
});

test('a dot in the middle of a connection begins no other, and a message that imitates a test runner is one', () => {
  const log = String.raw`send: 'ehlo a\r\n'
reply: b'250 mx\r\n'
.send: 'mail FROM:<a@b>\r\n'
reply: b'250 ok\r\n'
send: 'data\r\n'
reply: b'354 go\r\n'
send: b"test_a ... send: 'ehlo x\r\n.\r\n"
reply: b'250 ok\r\n'
`;
  assert.deepEqual(dump(log), [
    '1 C ehlo a',
    '2 S 250',
    '3 C mail FROM:<a@b>',
    '4 S 250',
    '5 C data',
    '6 S 354',
    '7 data 1 lines',
    '8 S 250',
  ]);
});
