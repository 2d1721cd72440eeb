import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

test('a message and its delivery by another process belong together', () => {
  const log = `25623 LOG: smtp_connection MAIN
25623   SMTP connection from [192.0.2.9]:58566 (TCP/IP connection count = 1)
27617 LOG: MAIN
27617   <= alice@sender.test H=(client.sender.test) [192.0.2.9]:58566 P=esmtp S=520
27618 delivering 1xVvr2-0007BR-05
27618 LOG: MAIN
27618   => bob <bob@example.test> R=users T=sink
27618 LOG: MAIN
27618   Completed
`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'exim-v');
  assert.deepEqual(dump(log), [
    '4 delivery received client=[192.0.2.9]:58566 from=<alice@sender.test>',
    '7 delivery sent to=<bob@example.test>',
    '9 delivery removed',
  ]);
});

test('a bounce is delivered before what it is about', () => {
  const log = `LOG: MAIN
  <= alice@sender.test U=root P=local S=310
delivering 1xVxEi-0002Io-2W
LOG: MAIN
  ** nosuch@remote.test R=r T=smtp H=mx [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<nosuch@remote.test>: 550 5.1.1 Unknown
LOG: MAIN
  <= <> R=1xVxEi-0002Io-2W U=exim P=local S=1818
delivering 1xVxEi-0002Iu-36
LOG: MAIN
  => alice@sender.test R=r T=smtp H=mx [192.0.2.1]
LOG: MAIN
  Completed
LOG: MAIN
  Completed
`;
  assert.deepEqual(
    dump(log).map((line) => line.replace(/ relay=.*/, '')),
    [
      'session /1',
      '2 delivery received from=<alice@sender.test>',
      '5 delivery bounced to=<nosuch@remote.test>',
      '14 delivery removed',
      'session /2',
      '7 delivery received from=<>',
      '10 delivery sent to=<alice@sender.test>',
      '12 delivery removed',
    ],
  );
});

test('with the dialogue itself it is the other format', () => {
  const log = `LOG: MAIN
  <= alice@sender.test U=root P=local S=310
delivering 1xVxEi-0002Io-2W
Connecting to mx.remote.test [192.0.2.1]:25 ... connected
  SMTP<< 220 mx.remote.test ESMTP ready
`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'exim-debug');
});
