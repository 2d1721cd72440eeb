import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = String.raw`Connection opened: mx.test:587
-> "220 mx ESMTP\r\n"
<- "EHLO a.test\r\n"
-> "250-mx \"x\" \#{y}\r\n"
-> "250 STARTTLS\r\n"
<- "STARTTLS\r\n"
-> "220 go\r\n"
TLS connection started
<- "DATA\r\n"
-> "354 go\r\n"
writing message from String
wrote 98 bytes
-> "250 queued\r\n"
`;

test('what was read is the server; the message is counted', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'ruby-net-smtp');
  assert.deepEqual(dump(LOG), [
    '1 connect mx.test:587',
    '2 S 220',
    '3 C EHLO a.test',
    '4 S 250 ×2',
    '6 C STARTTLS',
    '7 S 220',
    '8 tls',
    '9 C DATA',
    '10 S 354',
    '12 data ? lines',
    '13 S 250',
  ]);
  const hello = readTranscript(LOG).utterances.find(({ line }) => line === 3);
  assert.equal(hello?.text, '250-mx "x" #{y}');
  assert.deepEqual(hello?.pieces?.[1], { at: 7, line: 3, column: 11, width: 2 });
});

test('two connections, the first of which broke', () => {
  const end = "/usr/lib/ruby/3.1.0/net/protocol.rb:227:in `rbuf_fill': end of file reached (EOFError)\n";
  const lines = dump(LOG + end + LOG);
  assert.match(lines[12] ?? '', /^14 error lost: /);
  assert.equal(lines[13], 'session 2');
});

test('net/http prints in the same way: not for us', () => {
  const http = String.raw`opening connection to example.org:80...
<- "GET / HTTP/1.1\r\nAccept: */*\r\n\r\n"
-> "HTTP/1.1 200 OK\r\n"
-> "250 items"
`;
  assert.equal(readTranscript(http).detection.dialect, undefined);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 3, 'client', 'HELO "a" #{b}'))[2], '3 C HELO "a" #{b}');
});
