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

/** As curl draws it each second while it waits, and what it prints next goes on behind it. */
const METER = (time: string) =>
  `\r  0     0    0     0    0     0      0      0 --:--:-- ${time} --:--:--     0\r 12 1234k   12  150k    0  9.5M      0   120k 1:02:03 ${time}  2d 03h 99.9k`;

test('the progress meter before a line is no part of it', () => {
  const plain = LOG.replace(/^\S+ /gm, '');
  for (const log of [LOG, plain]) {
    const lines = log.split('\n').map((line, n) => (n % 2 === 0 ? line : `${METER(' 0:00:01')}${line}`));
    assert.deepEqual(dump(lines.join('\n')), dump(log));
    // A copy of a terminal shows the last one only.
    assert.deepEqual(dump(lines.join('\n').replace(/\r.*\r/g, '')), dump(log));
  }
  const times = (log: string) => readTranscript(log).utterances.map(({ time }) => time);
  assert.deepEqual(times(LOG.replace(/^/gm, METER('--:--:--')).replace(/\n.*$/, '\n')), times(LOG));
});

test('a line that is written like one has no meter', () => {
  const written = rewrite(LOG.replace(/^(?=18:55:04\.884939)/m, METER('--:--:--')), 6, 'client', 'HELO a.test');
  assert.equal(written.split('\r\n')[1], '18:55:04.884939 > HELO a.test');
});

const PARALLEL = `*   Trying 192.0.2.1:25...
*   Trying 192.0.2.1:25...
* Connected to mx.test (192.0.2.1) port 25 (#0)
< 220 mx ESMTP
> EHLO a.test
* Connected to mx.test (192.0.2.1) port 25 (#1)
< 220 mx ESMTP
< 250 mx
> EHLO b.test
> MAIL FROM:<a@a.test>
< 250 Ok
< 250 mx
> QUIT
< 221 Bye
* Closing connection 1
> RCPT TO:<b@b.test>
< 250 Ok
* Connection #0 to host mx.test left intact
`;

test('of parallel connections nothing is read: nobody knows whose a line is', () => {
  const run = LOG.replace(/^\S+ /gm, '');
  const { sessions } = readTranscript(PARALLEL + run);
  assert.deepEqual(
    judgeAll(readTranscript(PARALLEL).sessions).map(({ rule }) => rule.code),
    [],
  );
  assert.deepEqual(
    sessions.map(({ firstLine, lastLine }) => [firstLine, lastLine]),
    [
      [0, 5],
      [18, 29],
    ],
  );
  assert.deepEqual(dump(PARALLEL), ['1 connect 192.0.2.1:25', '4 S 220', '5 C EHLO a.test', '6 gap']);
});

test('another run of curl is not parallel', () => {
  const cut = LOG.replace(/^.*left intact\n/m, '');
  assert.equal(readTranscript(cut + cut).utterances.filter(({ speaker }) => speaker === 'server').length, 8);
});

test('one trouble with TLS is found once, however often curl tells of it', () => {
  const lines = [
    '* Connected to mx.test (127.0.0.1) port 25 (#0)',
    '< 220 mx ESMTP',
    '> EHLO a.test',
    '< 250 mx',
    '* STARTTLS not supported.',
    '* Closing connection 0',
    'curl: (64) STARTTLS not supported.',
  ];
  const found = (log: readonly string[]) =>
    judgeAll(readTranscript(`${log.join('\n')}\n`).sessions).flatMap(({ rule, problem }) =>
      rule.code === 'tls.failed' ? [problem.span.line] : [],
    );
  assert.deepEqual(found(lines), [4]);
  assert.deepEqual(found([...lines.slice(0, 5), '> NOOP', '< 250 Ok', ...lines.slice(4)]), [4, 7]);
});

test('no answer came, in the words of several versions', () => {
  const log = (text: string) =>
    `* Connected to mx.test (127.0.0.1) port 25 (#0)\n< 220 mx ESMTP\n> EHLO a.test\n* ${text}\n`;
  const found = (text: string) => judgeAll(readTranscript(log(text)).sessions).map(({ rule }) => rule.code);
  for (const text of [
    'server response timeout',
    'response timeout',
    'Operation timed out after 3001 milliseconds with 0 bytes received',
  ])
    assert.deepEqual(found(text), ['delivery.connection-lost'], text);
  assert.ok(!found('Set response timeout to 3 s').includes('delivery.connection-lost'));
});
