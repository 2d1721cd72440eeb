import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/reader';
import { dump } from '../../helpers/dump';

/** What smtp-sink prints, under its name. */
const told = (...lines: string[]) => lines.map((line) => `smtp-sink: ${line}\n`).join('');
const MAIL = ['EHLO a.test', 'MAIL FROM:<a@a.test>', 'RCPT TO:<b@b.test>', 'DATA', '.', 'QUIT'];

describe('smtp-sink', () => {
  test('the client alone is shown, and of a message its dot', () => {
    const log = told(
      'connect (AF_INET 127.0.0.1)',
      ...MAIL,
      'disconnect',
      'connect (AF_INET 127.0.0.1)',
      'EHLO b.test',
    );
    assert.equal(readTranscript(log).detection.dialect?.id, 'bare');
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
});
