import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const ASCII = `18:55:04.883416 == Info:   Trying 127.0.0.1:25...
18:55:04.884869 <= Recv header, 13 bytes (0xd)
0000: 220 mx ESMTP
18:55:04.884939 => Send header, 8 bytes (0x8)
0000: EHLO a
18:55:04.885328 <= Recv header, 8 bytes (0x8)
0000: 250 mx
18:55:04.885554 => Send header, 18 bytes (0x12)
0000: MAIL FROM:<a@b>
18:55:04.885780 <= Recv header, 101 bytes (0x65)
0000: 550 5.1.1 <ghost@corpus.example>: Recipient address rejected: Us
0040: er unknown in local recipient table
curl: (55) MAIL failed: 550
18:55:04.886751 == Info: Closing connection 0
`;

test('a line goes on where the next offset says so', () => {
  assert.equal(readTranscript(ASCII).detection.dialect?.id, 'curl-trace');
  assert.deepEqual(dump(ASCII), [
    '1 connect 127.0.0.1:25',
    '3 S 220',
    '5 C EHLO a',
    '7 S 250',
    '9 C MAIL FROM:<a@b>',
    '11 S 550',
    '14 close by client',
  ]);
  const refusal = readTranscript(ASCII).utterances.find(({ text }) => text.startsWith('550'));
  assert.equal(
    refusal?.text,
    '550 5.1.1 <ghost@corpus.example>: Recipient address rejected: User unknown in local recipient table',
  );
  assert.deepEqual(refusal?.pieces, [
    { at: 0, line: 10, column: 6, width: 64 },
    { at: 64, line: 11, column: 6, width: 35 },
  ]);
});

test('the message: its lines, wrapped ones joined, and an end that only the answer tells', () => {
  const log = `<= Recv header, 37 bytes (0x25)
0000: 220 mx ESMTP
=> Send header, 6 bytes (0x6)
0000: DATA
<= Recv header, 8 bytes (0x8)
0000: 354 go
=> Send data, 87 bytes (0x57)
0000: Subject: x
000c:·
000e: 0123456789012345678901234567890123456789012345678901234567890123
004e: 4567
=> Send SSL data, 5 bytes (0x5)
0000: .....
=> Send data, 5 bytes (0x5)
0000: 89
0004: .
<= Recv header, 8 bytes (0x8)
0000: 250 ok
`.replaceAll('·', ' ');
  const { utterances } = readTranscript(log);
  assert.deepEqual(
    utterances.filter(({ speaker }) => speaker === 'client').map(({ text }) => text),
    ['DATA', 'Subject: x', '', `${'0123456789'.repeat(6)}01234567`, '89', '.'],
  );
});

test('--trace: octets in hexadecimal, UTF-8 among them, each character where it is printed', () => {
  const log = `<= Recv header, 10 bytes (0xa)
0000: 32 32 30 20 c3 a4 6d 78 0d 0a                   220 ..mx..
=> Send header, 18 bytes (0x12)
0000: 45 48 4c 4f 20 30 31 32 33 34 35 36 37 38 39 61 EHLO 0123456789a
0010: 0d 0a                                           ..
`;
  const [, greeting, hello] = readTranscript(log).utterances;
  assert.equal(greeting?.text, '220 ämx');
  assert.deepEqual(greeting?.pieces, [
    { at: 0, line: 1, column: 54, width: 4 },
    { at: 4, line: 1, column: 58, width: 2 },
    { at: 5, line: 1, column: 60, width: 2 },
  ]);
  assert.equal(hello?.text, 'EHLO 0123456789a');
});

test('another connection is another session; one attempt of several is no failure', () => {
  const again = ASCII.replaceAll('18:55', '18:56').replace('127.0.0.1:25...', '[::1]:25...');
  const { sessions } = readTranscript(ASCII + again);
  assert.deepEqual(
    sessions.map(({ key }) => key),
    ['1', '2'],
  );
});

test('HTTP through curl: not for us', () => {
  const http = `== Info:   Trying 127.0.0.1:80...
== Info: Connected to localhost (127.0.0.1) port 80 (#0)
=> Send header, 78 bytes (0x4e)
0000: GET / HTTP/1.1
<= Recv header, 17 bytes (0x11)
0000: HTTP/1.1 200 OK
`;
  assert.equal(readTranscript(http).detection.dialect, undefined);
});

test('writes a block in the form of the one that it replaces', () => {
  assert.equal(dump(rewrite(ASCII, 5, 'client', 'HELO a'))[2], '6 C HELO a');
});
