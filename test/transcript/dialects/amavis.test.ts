import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amavis } from '../../../server/src/transcript/dialects/amavis';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const HEAD = 'Nov 29 18:19:16 mx amavis[2289]: ';

function log(task: string, ...lines: readonly string[]): string {
  return lines.map((line) => `${HEAD}(${task}) ${line}\n`).join('');
}

const OUTGOING = [
  'about to connect to smtp:[127.0.0.1]:10025, uYhleVq32bYG FWD from <alice@example.com> -> <bob@example.org>',
  'smtp session: setting up a new session',
  'smtp greeting: 220 mx.example.org ESMTP Postfix, dt: 1.2 ms',
  'smtp cmd> EHLO localhost',
  String.raw`smtp resp to EHLO: 250 mx.example.org\nPIPELINING\nDSN`,
  'smtp cmd> MAIL FROM:<alice@example.com> BODY=7BIT',
  'smtp cmd> RCPT TO:<bob@example.org>',
  'smtp cmd> DATA',
];
const ACCEPTED = [
  'smtp resp to MAIL (pip): 250 2.0.0 Ok',
  'smtp resp to RCPT (pip) (<bob@example.org>): 250 2.1.5 Ok',
  'smtp resp to DATA: 354 End data with <CR><LF>.<CR><LF>',
];

test('what a task says to its client and to the server are two sessions', () => {
  const text =
    log('02289-01', 'SMTP> 220 [127.0.0.1] ESMTP amavis service ready', String.raw`SMTP< EHLO mx.example.org\r\n`) +
    log('02289-01', 'ESMTP> 250 DSN', String.raw`ESMTP< DATA\r\n`, 'ESMTP> 354 End', 'ESMTP< .<CR><LF>') +
    log('02289-01', ...OUTGOING, ...ACCEPTED) +
    log('02289-01', 'smtp resp to data-dot (<bob@example.org>): 250 2.0.0 Ok: queued, dt: 0.2 ms') +
    log('02289-01', 'ESMTP> 250 2.0.0 Ok') +
    log(
      '02289-01-2',
      String.raw`ESMTP< QUIT\r\n`,
      'ESMTP> 221 2.0.0 closing',
      'load: 5 %, total idle 0.1 s, busy 0.2 s',
    );
  assert.equal(readTranscript(text).detection.dialect?.id, 'amavis');
  assert.deepEqual(dump(text), [
    'session 02289-01/1',
    '1 connect',
    '1 S 220',
    '2 C EHLO mx.example.org',
    '3 S 250',
    '4 C DATA',
    '5 S 354',
    '6 data ? lines',
    '19 S 250',
    '20 C QUIT',
    '21 S 221',
    '22 close by unknown',
    'session 02289/smtp/2',
    '9 connect',
    '9 S 220',
    '10 C EHLO localhost',
    '11 S 250 ×3',
    '12 C MAIL FROM:<alice@example.com> BODY=7BIT',
    '15 S 250',
    '13 C RCPT TO:<bob@example.org>',
    '16 S 250',
    '14 C DATA',
    '17 S 354',
    '18 data ? lines',
    '18 S 250',
    '18 gap',
  ]);
});

test('an answer to QUIT is not shown', () => {
  const text =
    log('02289-01', ...OUTGOING, ...ACCEPTED, 'smtp cmd> QUIT') +
    log('02289-01', 'smtp resp to data-dot (<bob@example.org>, etc.): 250 2.0.0 Ok: queued, dt: 0.2 ms') +
    log('02289-01', 'Amavis::Out::SMTP::Session close, disconnecting');
  assert.deepEqual(dump(text).slice(-8), [
    '10 S 250',
    '8 C DATA',
    '11 S 354',
    '12 data ? lines',
    '13 S 250',
    '12 C QUIT',
    '14 gap',
    '14 close by unknown',
  ]);
});

test('recipients after a refused sender have no answer in the log', () => {
  const text = log(
    '02289-01',
    ...OUTGOING,
    'smtp resp to MAIL (pip): 550 5.7.1 No',
    '(!)Negative SMTP resp. to DATA: 503 5.5.1 Error: need RCPT command',
    'smtp cmd> RSET',
    'smtp resp to RSET: 250 2.0.0 Ok',
    'Amavis::Out::SMTP::Session close, keeping connection',
  );
  assert.deepEqual(dump(text).slice(-6), [
    '7 C RCPT TO:<bob@example.org>',
    '8 C DATA',
    '10 S 503',
    '11 C RSET',
    '12 S 250',
    '12 gap',
  ]);
});

test('a connection is used again from task to task, one that the log does not begin with is not whole', () => {
  const reuse = 'smtp session reuse (smtp:[127.0.0.1]:10025), 1 transactions so far';
  const mail = ['smtp cmd> MAIL FROM:<carol@example.com>', 'smtp resp to MAIL: 250 2.1.0 Ok'];
  const again = log('02289-02', reuse, ...mail);
  assert.deepEqual(dump(log('02289-01', ...OUTGOING, ...ACCEPTED, 'smtp cmd> RSET') + again).slice(-5), [
    '12 data ? lines',
    '12 C RSET',
    '14 C MAIL FROM:<carol@example.com>',
    '15 S 250',
    '15 gap',
  ]);
  assert.deepEqual(dump(again), [
    '2 connect (seen from the middle)',
    '2 C MAIL FROM:<carol@example.com>',
    '3 S 250',
    '3 gap',
  ]);
});

test('the answer to a challenge is hidden below level 5', () => {
  const said = [String.raw`ESMTP< AUTH PLAIN\r\n`, 'ESMTP> 334 '];
  assert.deepEqual(dump(log('02289-01', ...said, 'ESMTP> 235 2.7.0 Ok')), [
    '1 connect (seen from the middle)',
    '1 C AUTH PLAIN',
    '3 secret',
    '2 S 334',
    '3 S 235',
  ]);
  assert.deepEqual(dump(log('02289-01', ...said, String.raw`ESMTP< AGEAYg==\r\n`, 'ESMTP> 235 2.7.0 Ok')), [
    '1 connect (seen from the middle)',
    '1 C AUTH PLAIN',
    '3 response AGEAYg==',
    '2 S 334',
    '4 S 235',
  ]);
});

test('what is written reads back', () => {
  const text = log('02289-01', ...OUTGOING) + log('02289-01', 'SMTP> 220 mx ESMTP', String.raw`SMTP< NOOP\r\n`);
  assert.equal(dump(rewrite(text, 6, 'client', String.raw`NOOP a\b`)).includes(String.raw`6 C NOOP a\b`), true);
  assert.equal(dump(rewrite(text, 5, 'server', '502 no')).includes('5 S 502'), true);
  assert.equal(dump(rewrite(text, 10, 'client', 'HELP')).includes('10 C HELP'), true);
});

test('a command that stands once more behind what was wrong with it is redacted by writing the log anew', () => {
  const said = '(02289-01) ESMTP: 535 5.7.8 Authentication credentials invalid; smtp_resp: AUTH PLAIN AGEAYg==';
  assert.equal(amavis.dumps?.(said), true);
  assert.equal(amavis.dumps?.('(02289-01) ESMTP> 535 5.7.8 Authentication credentials invalid'), false);
});
