import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `s-nail: Resolving host mx.test:587 ... done
s-nail: Connecting to mx.test:587 ... connected.
s-nail: >>> SERVER: 220 mx ESMTP
s-nail: >>> EHLO a.test
s-nail: >>> SERVER: 250-mx
s-nail: >>> SERVER: 250 STARTTLS
s-nail: >>> STARTTLS
s-nail: >>> SERVER: 220 go
s-nail: TLS connection using TLSv1.3 / TLS_AES_256_GCM_SHA384
s-nail: >>> DATA
s-nail: >>> SERVER: 354 go
s-nail: >>> Subject: x
s-nail: >>> .
s-nail: >>> .dot
s-nail: >>> .
s-nail: >>> SERVER: 250 queued
`;

test('both sides behind one mark, dots shown before they are doubled', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 's-nail');
  assert.deepEqual(dump(LOG), [
    '2 connect mx.test:587',
    '3 S 220',
    '4 C EHLO a.test',
    '5 S 250 ×2',
    '7 C STARTTLS',
    '8 S 220',
    '9 tls TLSv1.3',
    '10 C DATA',
    '11 S 354',
    '12 data 3 lines',
    '16 S 250',
  ]);
});

test('a single -v shows of the dialogue only the refusal', () => {
  const log = `s-nail: Resolving host mx.test:25 ... done
s-nail: Connecting to mx.test:25 ... connected.
s-nail: SMTP server: 550 5.1.1 no such user
s-nail: ... message not sent
`;
  assert.deepEqual(dump(log), ['2 connect mx.test:25 (seen from the middle)', '3 gap', '3 S 550 unasked']);
});

test('Heirloom mailx: replies stand bare, of the message only the dot', () => {
  const log = `Resolving host mx.test . . . done.
Connecting to 192.0.2.1:25 . . . connected.
220 mx ESMTP
>>> HELO a.test
250 mx
>>> DATA
354 go
>>> .
250 queued
>>> QUIT
221 bye
`;
  assert.equal(readTranscript(log).detection.dialect?.id, 's-nail');
  assert.deepEqual(dump(log), [
    '2 connect 192.0.2.1:25',
    '3 S 220',
    '4 C HELO a.test',
    '5 S 250',
    '6 C DATA',
    '7 S 354',
    '8 data ? lines',
    '9 S 250',
    '10 C QUIT',
    '11 S 221',
  ]);
});

test('two connections, one of them refused', () => {
  const refused = 's-nail: Connecting to mx.test:25 ... \ns-nail: ... message not sent\n';
  const lines = dump(refused + LOG);
  assert.deepEqual(lines.slice(0, 3), [
    'session 1',
    '1 connect mx.test:25',
    '1 error connect: Connecting to mx.test:25 ... ',
  ]);
});

test('Python’s prompt: not this format', () => {
  assert.equal(readTranscript('>>> 250 + 3\n253\n>>> help\n').detection.dialect, undefined);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 4, 'client', 'HELO a.test'))[2], '4 C HELO a.test');
});
