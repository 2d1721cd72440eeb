import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAll } from '../../../server/src/rules/judge';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `2026-11-24 19:06:17	Connection: opening to ssl://mx.test:465, timeout=300, options=array()
2026-11-24 19:06:17	Connection: opened
2026-11-24 19:06:17	SMTP INBOUND: "220 mx ESMTP"
2026-11-24 19:06:17	SERVER -> CLIENT: 220 mx ESMTP
2026-11-24 19:06:17	CLIENT -> SERVER: EHLO a.test
2026-11-24 19:06:17	SERVER -> CLIENT: 250-mx
                   	                  250-8BITMIME
                   	                  250 AUTH LOGIN
2026-11-24 19:06:17	CLIENT -> SERVER: AUTH LOGIN
2026-11-24 19:06:17	SERVER -> CLIENT: 334 VXNlcm5hbWU6
2026-11-24 19:06:17	CLIENT -> SERVER: [credentials hidden]
2026-11-24 19:06:17	SERVER -> CLIENT: 535 5.7.8 no
2026-11-24 19:06:17	SMTP ERROR: Username command failed: 535 5.7.8 no
2026-11-24 19:06:17	CLIENT -> SERVER: QUIT
2026-11-24 19:06:17	SERVER -> CLIENT: 221 bye
2026-11-24 19:06:17	Connection: closed
`;

test('continuation lines are the server’s, what repeats a reply is not read', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'phpmailer');
  assert.deepEqual(dump(LOG), [
    '1 connect mx.test:465',
    '1 tls',
    '4 S 220',
    '5 C EHLO a.test',
    '6 S 250 ×3',
    '9 C AUTH LOGIN',
    '11 secret',
    '10 S 334',
    '12 S 535',
    '14 C QUIT',
    '15 S 221',
    '16 close by client',
  ]);
});

test('level 1: a refusal answers what was said last, the other replies went unseen', () => {
  const log = `2026-11-24 19:00:57	CLIENT -> SERVER: EHLO a.test
2026-11-24 19:00:57	CLIENT -> SERVER: MAIL FROM:<a@b>
2026-11-24 19:00:57	CLIENT -> SERVER: RCPT TO:<c@d>
2026-11-24 19:00:57	SMTP ERROR: RCPT TO command failed: 550-5.1.1 no
                   	                  550 5.1.1 such user
2026-11-24 19:00:57	CLIENT -> SERVER: DATA
2026-11-24 19:00:57	CLIENT -> SERVER: Subject: x
2026-11-24 19:00:57	CLIENT -> SERVER:
2026-11-24 19:00:57	CLIENT -> SERVER: QUIT
2026-11-24 19:00:57	CLIENT -> SERVER: .
2026-11-24 19:00:57	CLIENT -> SERVER: QUIT
2026-11-24 19:00:58	CLIENT -> SERVER: EHLO a.test
`;
  assert.deepEqual(dump(log), [
    'session 1',
    '1 C EHLO a.test',
    '2 C MAIL FROM:<a@b>',
    '3 C RCPT TO:<c@d>',
    '4 S 550 ×2',
    '6 C DATA',
    '7 data 3 lines',
    '11 C QUIT',
    '11 gap',
    'session 2',
    '12 C EHLO a.test',
  ]);
});

test('HTML: references are undone, the lines of a reply parted', () => {
  const log = `2026-11-24 19:00:57 SERVER -&gt; CLIENT: 220 mx<br>
2026-11-24 19:00:57 CLIENT -&gt; SERVER: EHLO a.test<br>
2026-11-24 19:00:57 SERVER -&gt; CLIENT: 250-mx250-SIZE 10250000250-8BITMIME250 HELP<br>
2026-11-24 19:00:57 CLIENT -&gt; SERVER: MAIL FROM:&lt;a&amp;b@c&gt;<br>
2026-11-24 19:00:57 SERVER -&gt; CLIENT: 250 &eacute;<br>
`;
  const { utterances } = readTranscript(log);
  assert.deepEqual(
    utterances.filter(({ line }) => line === 2).map(({ text, start, end }) => [text, start, end]),
    [
      ['250-mx', 41, 47],
      ['250-SIZE 10250000', 47, 64],
      ['250-8BITMIME', 64, 76],
      ['250 HELP', 76, 84],
    ],
  );
  const mail = utterances.find(({ text }) => text.startsWith('MAIL'));
  assert.equal(mail?.text, 'MAIL FROM:<a&b@c>');
  assert.deepEqual(mail?.pieces?.[3], { at: 12, line: 3, column: 56, width: 5 });
  assert.equal(utterances.at(-1)?.text, '250 é');
});

test('plain output that a browser ran together on one line', () => {
  const one = LOG.replace(/\s+/g, ' ');
  assert.deepEqual(
    dump(one).map((line) => line.replace(/^\d+ /, '')),
    dump(LOG).map((line) => line.replace(/^\d+ /, '')),
  );
});

test('version 5', () => {
  const log = `SMTP -> FROM SERVER:220 mx\r
<br />CLIENT -> SMTP: EHLO a.test\r
SMTP -> FROM SERVER: 250-mx\r
250 HELP\r
<br />SMTP -> FROM SERVER:
550 no
`;
  assert.deepEqual(dump(log), ['1 connect', '1 S 220', '2 C EHLO a.test', '3 S 250 ×2', '6 S 550 unasked']);
});

test('an empty reply is a closed connection', () => {
  const log = `2026-11-24 19:06:30	Connection: opening to mx.test:25, timeout=300, options=array()
2026-11-24 19:06:30	SERVER -> CLIENT:
2026-11-24 19:06:30	Connection: closed
`;
  assert.deepEqual(dump(log), [
    '1 connect mx.test:25',
    '2 error lost: SERVER -> CLIENT: (nothing)',
    '3 close by client',
  ]);
});

test('PHP source that prints such lines: not this format', () => {
  const source = "$this->edebug('SERVER -> CLIENT: ' . $this->last_reply, self::DEBUG_SERVER);\n";
  assert.equal(readTranscript(source).detection.dialect, undefined);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 5, 'client', 'HELO a.test'))[3], '5 C HELO a.test');
});

test('hidden credentials were sent in the clear where the log shows that there was no TLS; level 2 may hide that there was', () => {
  const login = (offers: string) =>
    [
      '220 mx.example.org ESMTP',
      '> EHLO a.example',
      `250-mx.example.org`,
      `250 ${offers}`,
      '> AUTH LOGIN',
      '334 VXNlcm5hbWU6',
      '> [credentials hidden]',
      '235 2.7.0 Ok',
    ]
      .map((line) => (line.startsWith('> ') ? `CLIENT -> SERVER: ${line.slice(2)}` : `SERVER -> CLIENT: ${line}`))
      .map((line) => `2026-11-24 20:53:59\t${line}\n`)
      .join('');
  const codes = (log: string) => judgeAll(readTranscript(log).sessions).map(({ rule }) => rule.code);
  const opening = '2026-11-24 20:53:59\tConnection: opening to mx.example.org:587, timeout=300, options=array()\n';
  assert.ok(codes(opening + login('AUTH LOGIN')).includes('security.cleartext-credentials'));
  assert.ok(
    !codes(opening.replace('to mx', 'to ssl://mx') + login('AUTH LOGIN')).includes('security.cleartext-credentials'),
  );
  // STARTTLS is not offered inside TLS.
  assert.ok(codes(login('STARTTLS')).includes('security.cleartext-credentials'));
  assert.ok(!codes(login('AUTH LOGIN')).includes('security.cleartext-credentials'));
});

test('a line of a reply may have another code than the first', () => {
  const log = (line: string) =>
    `2026-11-24 20:53:59\tSERVER -> CLIENT: 220 mx.test\n2026-11-24 20:53:59\tCLIENT -> SERVER: NOOP\n2026-11-24 20:53:59\tSERVER -> CLIENT: 250-Ok\n${line}\n`;
  const codes = (text: string) => judgeAll(readTranscript(text).sessions).map(({ rule }) => rule.code);
  assert.ok(codes(log(`${' '.repeat(19)}\t${' '.repeat(18)}550 no`)).includes('reply.multiline'));
  assert.ok(!codes(log('550 no')).includes('reply.multiline'));
});
