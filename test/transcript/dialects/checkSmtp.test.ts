import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

test('a hello and MAIL that were announced are answered by the replies that follow', () => {
  const log = `HELOCMD: HELO client.example.com
FROM CMD: MAIL FROM:<a@sender.test>
250 mx.example.test
250 Ok
sent QUIT
received 221 Bye
`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'check-smtp');
  assert.deepEqual(dump(log), [
    '1 connect (seen from the middle)',
    '1 C HELO client.example.com',
    '3 S 250',
    '2 C MAIL FROM:<a@sender.test>',
    '4 S 250',
    '5 C QUIT',
    '6 S 221',
  ]);
});

const AGAIN = `HELOCMD: EHLO client.example.com
FROM CMD: MAIL FROM:<a@sender.test>
sent EHLO client.example.com
250-mx.example.test
250 SIZE 1000
250-mx.example.test
250 SIZE 1000
250 Ok
sent QUIT
received 221 Bye
`;

test('a hello that is shown as sent is that inside TLS, whose reply is shown twice', () => {
  assert.deepEqual(dump(AGAIN), [
    '1 connect (seen from the middle)',
    '3 tls',
    '3 C EHLO client.example.com',
    '4 S 250 ×2',
    '2 C MAIL FROM:<a@sender.test>',
    '8 S 250',
    '9 C QUIT',
    '10 S 221',
  ]);
});

test('a command whose answer was not wanted is told behind it, others are not known', () => {
  const log = `HELOCMD: HELO client.example.com
250 mx.example.test
250-one
250 two
550-5.1.1 no such
550 5.1.1 user
SMTP WARNING - Invalid response '550-5.1.1 no such' to command 'RCPT TO:<nobody@x.test>'
sent QUIT
received 221 Bye
`;
  assert.deepEqual(dump(log), [
    '1 connect (seen from the middle)',
    '1 C HELO client.example.com',
    '2 S 250',
    '3 gap',
    '3 S 250 ×2 unasked',
    '7 C RCPT TO:<nobody@x.test>',
    '5 S 550 ×2',
    '8 C QUIT',
    '9 S 221',
  ]);
});

test('several checks are sessions of their own; no connection and a lost one are told', () => {
  const log = `HELOCMD: HELO client.example.com
connect to address 192.0.2.1 and port 25: Connection refused
SMTP CRITICAL - 0.000 sec. response time, |time=0.000156s;;;0.000000
HELOCMD: HELO client.example.com
recv() failed
`;
  assert.deepEqual(
    readTranscript(log, undefined).sessions.map(({ steps }) =>
      steps.map(({ exchange }) => exchange.kind === 'event' && exchange.told.event.type),
    ),
    [
      ['connect', 'error'],
      ['connect', 'error'],
    ],
  );
});

test('a reply that is longer than a command is waited for is of an unknown one, and whole', () => {
  const lines = Array.from({ length: 150 }, (_, n) => `550-${n}`).join('\n');
  const log = `HELOCMD: HELO client.example.com
250 mx.example.test
${lines}
550 end
SMTP WARNING - Invalid response '550-0' to command 'VRFY x'
`;
  assert.deepEqual(dump(log).slice(-2), ['3 gap', '3 S 550 ×151 unasked']);
});
