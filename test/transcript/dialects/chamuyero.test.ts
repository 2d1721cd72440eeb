import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `# A dialogue.
c tls_connect localhost:1465
c <~ 220
c -> EHLO localhost
c <... 250 HELP
c -> MAIL FROM:<>
c <~ 250
c -> DATA
c <- 354 Go on
c -> Subject: x
c -> 
c ~> '.\\n'
c ~> 'xxx\\r\\n.\\r\\n'
c <- 521 5.5.2 Error reading DATA: invalid line ending
`;

test('the script is the client; of a pattern only the code is certain', () => {
  const { detection, comments } = readTranscript(LOG);
  assert.equal(detection.dialect?.id, 'chamuyero');
  assert.deepEqual(
    comments.map(({ text }) => text),
    ['A dialogue.'],
  );
  assert.deepEqual(dump(LOG), [
    '2 connect localhost:1465',
    '2 tls',
    '3 S 220',
    '4 C EHLO localhost',
    '5 S 250 cut',
    '6 C MAIL FROM:<>',
    '7 S 250',
    '8 C DATA',
    '9 S 354',
    '10 data 4 lines',
    '14 S 521',
  ]);
});

test('the script is the server when it listens', () => {
  const log = `srv tcp_listen localhost:2424
srv -> 220 mx LMTP
srv <~ LHLO .*
srv -> 250 mx
srv <- QUIT
srv -> 221 Bye
`;
  assert.deepEqual(dump(log), ['1 connect localhost:2424', '2 S 220', '3 C LHLO .*', '4 S 250', '5 C QUIT', '6 S 221']);
});

test('arrows of other kinds: not this format', () => {
  assert.equal(readTranscript('a -> b\nx <- y\ncase -> 5\n').detection.dialect, undefined);
});

test('writes a line', () => {
  assert.equal(rewrite(LOG, 6, 'client', 'RSET').split('\n')[5], 'c -> RSET');
  assert.equal(rewrite(LOG, 6, 'server', '250 ok').split('\n')[5], 'c <- 250 ok');
});
