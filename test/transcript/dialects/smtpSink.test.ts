import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeAll } from '../../../server/src/rules/judge';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

/** What smtp-sink prints, under its name. */
const told = (...lines: string[]) => lines.map((line) => `smtp-sink: ${line}\n`).join('');
const MAIL = ['EHLO a.test', 'MAIL FROM:<a@a.test>', 'RCPT TO:<b@b.test>', 'DATA', '.', 'QUIT'];

describe('smtp-sink', () => {
  test('the program may have been called by its path', () => {
    const log = told('connect (AF_INET 127.0.0.1)', ...MAIL, 'disconnect').replaceAll(
      'smtp-sink',
      '/usr/sbin/smtp-sink',
    );
    assert.equal(readTranscript(log).detection.dialect?.id, 'smtp-sink');
    assert.deepEqual(dump(log), dump(log.replaceAll('/usr/sbin/', '')));
  });

  test('the client alone is shown, and of a message its dot', () => {
    const log = told(
      'connect (AF_INET 127.0.0.1)',
      ...MAIL,
      'disconnect',
      'connect (AF_INET 127.0.0.1)',
      'EHLO b.test',
    );
    assert.equal(readTranscript(log).detection.dialect?.id, 'smtp-sink');
    assert.deepEqual(dump(log), [
      'session 1',
      '1 connect',
      '8 close by unknown',
      '2 C EHLO a.test',
      '3 C MAIL FROM:<a@a.test>',
      '4 C RCPT TO:<b@b.test>',
      '5 C DATA',
      '6 data ? lines',
      '7 C QUIT',
      'session 2',
      '9 connect',
      '10 C EHLO b.test',
    ]);
  });

  test('of connections at once nothing is read, and of the next one all', () => {
    const log = told(
      ...[
        'connect (AF_INET 127.0.0.1)',
        'EHLO a.test',
        'connect (AF_INET 127.0.0.1)',
        'EHLO b.test',
        'MAIL FROM:<a@a.test>',
      ],
      ...['MAIL FROM:<b@b.test>', 'disconnect', 'QUIT', 'disconnect', 'connect (AF_INET 127.0.0.1)', 'EHLO c.test'],
    );
    assert.deepEqual(dump(log), [
      'session 1',
      '1 connect',
      '2 C EHLO a.test',
      '3 gap',
      'session 2',
      '10 connect',
      '11 C EHLO c.test',
    ]);
  });

  test('who hangs up in a message is gone', () => {
    const log = told(
      'connect (AF_INET 127.0.0.1)',
      ...MAIL.slice(0, 4),
      'disconnect',
      'connect (AF_INET 127.0.0.1)',
      'EHLO b.test',
    );
    assert.deepEqual(dump(log).slice(4), [
      '3 C MAIL FROM:<a@a.test>',
      '4 C RCPT TO:<b@b.test>',
      '5 C DATA',
      '- data 0 lines open',
      'session 2',
      '7 connect',
      '8 C EHLO b.test',
    ]);
  });

  test('a message that no dot ended was refused, and nobody says what became of the rest', () => {
    const log = told('connect (AF_INET6 ::1)', ...MAIL.slice(0, 4), 'RSET', 'QUIT', 'disconnect');
    assert.deepEqual(dump(log).slice(5), ['- data ? lines', '6 gap', '8 close by unknown', '6 C RSET', '7 C QUIT']);
  });

  test('whose descriptor is used again is gone, though nobody said so', () => {
    const begun = ['connect (AF_INET 127.0.0.1)', 'fd=5: stream buffer size old=0 new=131072'];
    const log = told(...begun, 'EHLO a.test', 'DATA', ...begun, 'EHLO b.test', 'QUIT', 'disconnect');
    assert.deepEqual(dump(log), [
      'session 1',
      '1 connect',
      '3 C EHLO a.test',
      '4 C DATA',
      '- data 0 lines open',
      'session 2',
      '5 connect',
      '9 close by unknown',
      '7 C EHLO b.test',
      '8 C QUIT',
    ]);
    const other = log.replace(/fd=5(?=.*\nsmtp-sink: EHLO b)/, 'fd=6');
    assert.deepEqual(dump(other).slice(-2), ['- data ? lines', '5 gap']);
  });

  test('who is too slow is thrown out', () => {
    const log = told('connect (AF_INET 127.0.0.1)', 'EHLO a.test', 'warning: read timeout');
    assert.deepEqual(dump(log).slice(1), [
      '3 error timeout: warning: read timeout',
      '3 close by server',
      '2 C EHLO a.test',
    ]);
  });

  test('counters stand before the next line', () => {
    const log = told('connect (AF_INET 127.0.0.1)', ...MAIL)
      .replace('smtp-sink: .', 'sess=0 quit=0 mesg=1\rsmtp-sink: .')
      .concat('sess=1 quit=1 mesg=1\r');
    assert.deepEqual(dump(log).slice(-2), ['6 data ? lines', '7 C QUIT']);
  });

  test('a log that begins inside connections says nothing about their order', () => {
    const log = told('MAIL FROM:<a@a.test>', 'EHLO b.test', 'MAIL FROM:<b@b.test>', 'DATA', '.', 'disconnect');
    const { sessions } = readTranscript(log);
    assert.deepEqual([sessions.length, judgeAll(sessions)], [1, []]);
  });
});
