import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAll } from '../../../server/src/rules/judge';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `18:55:04.883416 *   Trying [::1]:25...
18:55:04.883500 * connect to ::1 port 25 failed: Connection refused
18:55:04.883600 *   Trying 127.0.0.1:25...
18:55:04.884264 * Connected to mx.test (127.0.0.1) port 25 (#0)
18:55:04.884869 < 220 mx ESMTP\r
18:55:04.884939 > EHLO a.test\r
18:55:04.885328 < 250 mx\r
18:55:04.885400 > DATA\r
18:55:04.885500 < 354 go\r
18:55:04.885600 } [113 bytes data]
18:55:04.885700 < 250 queued\r
18:55:04.885800 * Connection #0 to host mx.test left intact
`;

test('--trace-time; one of two addresses that does not answer is no failure', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'curl');
  assert.deepEqual(dump(LOG), [
    '1 connect [::1]:25',
    '5 S 220',
    '6 C EHLO a.test',
    '7 S 250',
    '8 C DATA',
    '9 S 354',
    '10 data ? lines',
    '11 S 250',
    '12 gap',
  ]);
  assert.equal(readTranscript(LOG).utterances[1]?.time, ((18 * 60 + 55) * 60 + 4.884869) * 1000);
});

test('without it, and with --trace-ids, the same is read', () => {
  const plain = LOG.replace(/^\S+ /gm, '');
  assert.deepEqual(dump(plain), dump(LOG));
  assert.deepEqual(dump(plain.replace(/^(?=.)/gm, '[0-0] ')), dump(LOG));
});

test('HTTP, FTP and a list in Markdown: not for us', () => {
  const http = '* Connected to mx.test (127.0.0.1) port 80 (#0)\n> GET / HTTP/1.1\n< HTTP/1.1 200 OK\n';
  const ftp = '* Connected to mx.test (127.0.0.1) port 21 (#0)\n< 220 ftp\n> USER anonymous\n< 331 ok\n> PASV\n';
  const list = '* one\n* two\n> quoted\n* three\n* four\n* five\n';
  for (const text of [http, ftp, list]) assert.equal(readTranscript(text).detection.dialect, undefined);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 6, 'client', 'HELO a.test'))[2], '6 C HELO a.test');
});

test('a log that begins behind the greeting is not known from the start', () => {
  const log =
    '> MAIL FROM:<a@a.example>\n< 250 Ok\n> RCPT TO:<b@b.example>\n< 250 Ok\n> QUIT\n< 221 Bye\n* Closing connection 0\n';
  assert.equal(readTranscript(log).detection.dialect?.id, 'curl');
  assert.deepEqual(
    judgeAll(readTranscript(log).sessions).map(({ rule }) => rule.code),
    [],
  );
});
