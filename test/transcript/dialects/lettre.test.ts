import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ParsedDocument } from '../../../server/src/features/parsedDocument';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const HEAD = '[2025-07-22 10:28:46.979][lettre::transport::smtp::client::async_connection][DEBUG] ';
const SAID = [
  '<< 220 mx.test ESMTP<CRLF>',
  'Wrote: EHLO a.test<CRLF>',
  '<< 250-mx.test<CRLF>',
  '<< 250-mx.test<CRLF>250-STARTTLS<CRLF>',
  '<< 250-mx.test<CRLF>250-STARTTLS<CRLF>250 8BITMIME<CRLF>',
  'Wrote: STARTTLS<CRLF>',
  '<< 220 2.0.0 Ready<CRLF>',
  'connection encrypted',
  'Wrote: EHLO a.test<CRLF>',
  '<< 250-mx.test<CRLF>',
  '<< 250-mx.test<CRLF>250 8BITMIME<CRLF>',
  'server mx.test with {EightBitMime}',
  'Wrote: MAIL FROM:<a@a.test><CRLF>',
  '<< 250 2.1.0 Ok<CRLF>',
  'Wrote: RCPT TO:<b@b.test><CRLF>',
  '<< 250 2.1.5 Ok<CRLF>',
  'Wrote: DATA<CRLF>',
  '<< 354 End with <CRLF>.<CRLF><CRLF>',
  'Wrote: From: <a@a.test><CRLF>Date: Mon, 30 Nov 2026 10:00:00 +0100<CRLF><CRLF>Hello<CRLF>',
  'Wrote: <CRLF>.<CRLF>',
  '<< 250 2.0.0 Ok<CRLF>',
  'Wrote: QUIT<CRLF>',
  '<< 221 2.0.0 Bye<CRLF>',
];
const READ = [
  '1 connect',
  '1 S 220',
  '2 C EHLO a.test',
  '3 S 250 ×3',
  '6 C STARTTLS',
  '7 S 220',
  '8 tls',
  '9 C EHLO a.test',
  '10 S 250 ×2',
  '13 C MAIL FROM:<a@a.test>',
  '14 S 250',
  '15 C RCPT TO:<b@b.test>',
  '16 S 250',
  '17 C DATA',
  '18 S 354',
  '19 data 5 lines',
  '21 S 250',
  '22 C QUIT',
  '23 S 221',
];
const logOf = (said: readonly string[], head: string) => said.map((each) => `${head}${each}\n`).join('');
const findingsIn = (log: string) => new ParsedDocument(log).findings.map(({ rule }) => rule.code);

test('each line of a reply comes with those before it, whatever the logger writes before it', () => {
  for (const head of [
    HEAD,
    '[2026-11-30T10:00:01Z DEBUG lettre::transport::smtp::client::async_connection] ',
    '2026-11-30T10:00:01.123456Z DEBUG send{id=3}: lettre::transport::smtp::client::connection: ',
    '2026-11-30T10:00:01.123456Z DEBUG lettre::transport::smtp::client::connection: src/connection.rs:231: ',
    '',
  ]) {
    const log = logOf(SAID, head);
    assert.equal(readTranscript(log).detection.dialect?.id, 'lettre', head);
    assert.deepEqual(dump(log), READ, head);
    assert.deepEqual(findingsIn(log), [], head);
  }
});

test('the spans that a logger names behind what was said are none of it', () => {
  assert.deepEqual(
    dump(
      SAID.map(
        (each) => `${HEAD}${each} id=3
`,
      ).join(''),
    ),
    READ.filter((each) => !each.endsWith(' tls')),
  );
});

test('a log that begins inside a session, and what the server refuses', () => {
  const log = logOf(
    [
      ...SAID.slice(12, 14),
      'Wrote: RCPT TO:<x@b.test><CRLF>',
      '<< 550-5.1.1 No<CRLF>',
      '<< 550-5.1.1 No<CRLF>550 5.1.1 So<CRLF>',
      'Wrote: DATA<CRLF>',
      '<< 503 5.5.1 No<CRLF>',
    ],
    HEAD,
  );
  assert.deepEqual(dump(log), [
    '1 connect (seen from the middle)',
    '1 C MAIL FROM:<a@a.test>',
    '2 S 250',
    '3 C RCPT TO:<x@b.test>',
    '4 S 550 ×2',
    '6 C DATA',
    '7 S 503',
  ]);
  assert.ok(findingsIn(log).includes('sequence.data-without-recipients'));
});

test('a connection of the pool is used again, and another opened before it ends', () => {
  const [greeting = '', ...more] = SAID;
  const again = ['Wrote: NOOP<CRLF>', '<< 250 2.0.0 Ok<CRLF>', ...SAID.slice(12, 21)];
  const log = logOf(
    [
      greeting,
      ...more.slice(0, 20),
      ...again,
      greeting,
      'Wrote: EHLO a.test<CRLF>',
      '<< 250 mx<CRLF>',
      ...SAID.slice(21),
    ],
    HEAD,
  );
  const { sessions } = readTranscript(log);
  assert.deepEqual(
    sessions.map(({ steps }) => steps.length),
    [16, 4],
  );
  assert.deepEqual(findingsIn(log), []);
});

test('version 0.9 shows a reply once, and no message', () => {
  const head = '[2026-11-30T10:00:01Z DEBUG lettre::smtp::client] ';
  const log = logOf(
    [
      'Read: 220 mx<CRLF>',
      'Wrote: EHLO a.test<CRLF>',
      'Read: 250-mx<CRLF>250 8BITMIME<CRLF>',
      'Wrote: DATA<CRLF>',
      'Read: 354 End data with <CR><LF>.<CR><LF><CRLF>',
      'Wrote: <CRLF>.<CRLF>',
      'Read: 250 2.0.0 Ok<CRLF>',
    ],
    head,
  );
  assert.deepEqual(dump(log), [
    '1 connect',
    '1 S 220',
    '2 C EHLO a.test',
    '3 S 250 ×2',
    '4 C DATA',
    '5 S 354',
    '6 data ? lines',
    '7 S 250',
  ]);
  assert.ok(rewrite(log, 2, 'server', '250 x').includes(`${head}Read: 250 x<CRLF>\n`));
});

test('it writes as it reads', () => {
  const log = logOf(SAID, HEAD);
  assert.ok(rewrite(log, 2, 'client', 'NOOP').includes(`${HEAD}Wrote: NOOP<CRLF>\n`));
  assert.ok(rewrite(log, 2, 'server', '250 x').includes(`${HEAD}<< 250 x<CRLF>\n`));
});
