import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `2023/03/05 12:00:00 DEBUG: C --> S: EHLO a.test
2023/03/05 12:00:00 DEBUG: C <-- S: 250 mx Hello
SIZE 10240000
AUTH PLAIN LOGIN
2023/03/05 12:00:00 DEBUG: C --> S: <SMTP auth data redacted>
2023/03/05 12:00:00 DEBUG: C <-- S: 334 <SMTP auth data redacted>
2023/03/05 12:00:00 DEBUG: C --> S: <SMTP auth data redacted>
2023/03/05 12:00:00 DEBUG: C <-- S: 235 2.7.0 ok
2023/03/05 12:00:00 DEBUG: C --> S: RCPT TO:<ghost@b>
2023/03/05 12:00:00 DEBUG: C <-- S: 550 5.1.1 no
5.1.1 such user
sent with errors
2023/03/05 12:00:00 DEBUG: C --> S: DATA
2023/03/05 12:00:00 DEBUG: C <-- S: 354 go
2023/03/05 12:00:01 DEBUG: C --> S: RSET
2023/03/05 12:00:01 DEBUG: C <-- S: 250 ok
2023/03/05 12:00:02 DEBUG: C --> S: EHLO a.test
2023/03/05 12:00:02 DEBUG: C <-- S: 250 mx Hello
2023/03/05 12:00:02 DEBUG: C --> S: MAIL FROM:<bad@b>
2023/03/05 12:00:02 DEBUG: C --> S: QUIT
2023/03/05 12:00:02 DEBUG: C <-- S: 221 bye
`;

test('replies without their codes, a message that is not shown, refusals that are not logged', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'go-mail');
  assert.deepEqual(dump(LOG), [
    'session 1',
    '1 C EHLO a.test',
    '2 S 250 ×3',
    '5 C AUTH',
    '7 secret',
    '6 S 334',
    '8 S 235',
    '9 C RCPT TO:<ghost@b>',
    '10 S 550 ×2',
    '13 C DATA',
    '14 S 354',
    '15 data ? lines',
    '15 C RSET',
    '16 S 250',
    'session 2',
    '17 C EHLO a.test',
    '18 S 250',
    '19 C MAIL FROM:<bad@b>',
    '20 C QUIT',
    '21 S 221',
  ]);
  const keyword = readTranscript(LOG).utterances.find(({ line }) => line === 2);
  assert.equal(keyword?.text, '250-SIZE 10240000');
  assert.deepEqual(keyword?.pieces, [
    { at: 0, line: 2, column: 0, width: 0 },
    { at: 4, line: 2, column: 0, width: 13 },
  ]);
});

test('slog’s JSON', () => {
  const log = String.raw`{"time":"2023-03-05T12:00:00Z","level":"DEBUG","msg":"EHLO a.test","direction":{"from":"client","to":"server"}}
{"time":"2023-03-05T12:00:00Z","level":"DEBUG","msg":"250 mx\nSIZE 1000","direction":{"from":"server","to":"client"}}
`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'go-mail');
  assert.deepEqual(dump(log), ['1 C EHLO a.test', '2 S 250 ×2']);
});

test('another Go program’s log: not this format', () => {
  assert.equal(
    readTranscript('2023/03/05 12:00:00 DEBUG: 250 rows\n2023/03/05 12:00:01 C -> S\n').detection.dialect,
    undefined,
  );
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 1, 'client', 'HELO a.test'))[1], '1 C HELO a.test');
});
