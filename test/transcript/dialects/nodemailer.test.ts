import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `[2026-11-24 19:06:18] DEBUG Creating transport: nodemailer (10.6.1)
[2026-11-24 19:06:18] INFO  [#1] [7MVdWut6bjI] Connection established to 192.0.2.1:587
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] S: 220 mx ESMTP
[2026-11-24 19:06:18] INFO  [#2] [other] Secure connection established to 192.0.2.1:465
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] C: EHLO a.test
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] S: 250-mx
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] S: 250 AUTH LOGIN
[2026-11-24 19:06:18] DEBUG [#2] [other] S: 554 no
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] C: AUTH LOGIN
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] S: 334 UGFzc3dvcmQ6
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] C: Lyogc2VjcmV0ICov
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] S: 235 ok
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] C: DATA
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] S: 354 go
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] Subject: x
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI]·
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] S: 250 quoted
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] C: QUIT
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] .
[2026-11-24 19:06:18] INFO  [#1] [7MVdWut6bjI] <329 bytes encoded mime message (source size 322 bytes)>
[2026-11-24 19:06:18] DEBUG [#1] [7MVdWut6bjI] S: 250 queued
[2026-11-24 19:06:18] WARN  [#2] [other] Connection closed unexpectedly
`.replace('·', ' ');

test('interleaved connections, a message that quotes both sides', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'nodemailer');
  assert.deepEqual(dump(LOG), [
    'session 7MVdWut6bjI',
    '2 connect 192.0.2.1:587',
    '3 S 220',
    '5 C EHLO a.test',
    '6 S 250 ×2',
    '9 C AUTH LOGIN',
    '11 secret',
    '10 S 334',
    '12 S 235',
    '13 C DATA',
    '14 S 354',
    '15 data 4 lines',
    '21 S 250',
    'session other',
    '4 connect 192.0.2.1:465',
    '4 tls',
    '8 S 554',
    '22 error lost: Connection closed unexpectedly',
  ]);
});

test('without debug the message is only counted', () => {
  const lines = LOG.split('\n');
  assert.ok(dump([...lines.slice(0, 14), ...lines.slice(19)].join('\n')).includes('15 data ? lines'));
});

test('a bunyan logger', () => {
  const log = String.raw`{"name":"app","component":"smtp-connection","sid":"x1","tnx":"server","level":20,"msg":"250-mx \"a\"\n250 HELP","time":"2026-11-24T19:06:18.000Z","v":0}
{"name":"app","component":"smtp-connection","sid":"x1","tnx":"client","level":20,"msg":"QUIT","time":"2026-11-24T19:06:18.000Z","v":0}
`;
  const { detection, utterances } = readTranscript(log);
  assert.equal(detection.dialect?.id, 'nodemailer');
  assert.deepEqual(
    utterances.map(({ text, time }) => [text, time]),
    [
      ['250-mx "a"', 1795547178000],
      ['250 HELP', 1795547178000],
      ['QUIT', 1795547178000],
    ],
  );
  assert.deepEqual(utterances[0]?.pieces?.[1], { at: 7, line: 0, column: 95, width: 2 });
  assert.equal(rewrite(log, 2, 'client', 'NOOP').includes('"tnx":"client","level":20,"msg":"NOOP"'), true);
});

test('another program’s JSON: not this format', () => {
  const log = '{"level":30,"sid":"abc","msg":"250 items","time":1}\n{"level":30,"msg":"220 ok","tnx":7}\n';
  assert.notEqual(readTranscript(log).detection.dialect?.id, 'nodemailer');
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 5, 'client', 'HELO a.test'))[3], '5 C HELO a.test');
});

test('right behind DATA a reply is the server’s, also where nothing before it was', () => {
  const log = [
    'C: MAIL FROM:<a@a.example>',
    'C: RCPT TO:<b@b.example>',
    'C: DATA',
    'S: 250 Ok',
    'S: 250 Ok',
    'S: 354 Go',
  ]
    .concat('Subject: x', 'S: 250 quoted', '.', 'S: 250 2.0.0 Ok')
    .map((text) => `[2026-11-24 19:06:18] DEBUG [87tUKckSdk] ${text}\n`)
    .join('');
  assert.deepEqual(
    dump(log).map((line) => line.replace(/^\d+ /, '')),
    [
      'C MAIL FROM:<a@a.example>',
      'S 250',
      'C RCPT TO:<b@b.example>',
      'S 250',
      'C DATA',
      'S 354',
      'data 2 lines',
      'S 250',
    ],
  );
});

test('what comes behind the end of a connection is no other connection', () => {
  const log = [
    'INFO  [A] Connection established to 192.0.2.1:25',
    'DEBUG [A] S: 220 mx.test ESMTP',
    'DEBUG [A] C: QUIT',
  ]
    .concat('DEBUG [A] Closing connection to the server using "end"', 'DEBUG [A] S: 221 2.0.0 Bye')
    .map((text) => `[2026-11-24 19:06:18] ${text}\n`)
    .join('');
  assert.equal(readTranscript(log).sessions.length, 1);
  assert.equal(readTranscript(log + log.replaceAll('[A]', '[B]')).sessions.length, 2);
});
