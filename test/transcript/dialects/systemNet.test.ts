import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `System.Net.Sockets Verbose: 0 : [5140] Socket#89::Connect(192.0.2.1:25#1)
System.Net.Sockets Verbose: 0 : [5140] Data from Socket#89::Receive
System.Net.Sockets Verbose: 0 : [5140] 00000000 : 32 32 30 20 6D 78 0D 0A : 220 mx..
System.Net.Sockets Verbose: 0 : [5140] Exiting Socket#89::Receive() 	-> 8#8
System.Net.Sockets Verbose: 0 : [5140] Data from Socket#89::Send
System.Net.Sockets Verbose: 0 : [5140] 00000000 : 45 48 4C 4F 20 61 2D 6C-6F 6E 67 2D 6E 61 6D 65 : EHLO a-long-name
System.Net.Sockets Verbose: 0 : [5140] 00000010 : 0D 0A : ..
System.Net.Sockets Verbose: 0 : [5140] Data from Socket#89::Receive
System.Net.Sockets Verbose: 0 : [5140] 00000000 : 32 35 30 2D 6D 78 0D 0A-32 35 30 20 C3 A4 0D 0A : 250-mx..250 ....
System.Net.Sockets Verbose: 0 : [5140] Data from Socket#90::Send
System.Net.Sockets Verbose: 0 : [5140] 00000000 : 47 45 54 20 2F 20 48 54-54 50 2F 31 2E 31 0D 0A : GET / HTTP/1.1..
System.Net.Sockets Verbose: 0 : [5140] Socket#89::Dispose()
`;

test('hex dumps of one socket, another speaks HTTP', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'system-net');
  assert.deepEqual(dump(LOG), ['1 connect', '3 S 220', '6 C EHLO a-long-name', '9 S 250 ×2', '12 close by client']);
  const replies = readTranscript(LOG).utterances.filter(({ line }) => line === 8);
  assert.deepEqual(
    replies.map(({ text, start, end }) => [text, start, end]),
    [
      ['250-mx', 100, 106],
      ['250 ä', 108, 114],
    ],
  );
});

test('TLS records hide the rest', () => {
  const log = `${LOG.split('\n').slice(0, 4).join('\n')}
System.Net.Sockets Verbose: 0 : [5140] Data from Socket#89::Send
System.Net.Sockets Verbose: 0 : [5140] 00000000 : 16 03 01 00 05 32 32 30 : .....220
`;
  assert.deepEqual(dump(log), ['1 connect', '3 S 220', '6 gap']);
});

test('HTTP alone: not for us', () => {
  const http = LOG.split('\n').slice(9, 11).join('\n');
  assert.equal(readTranscript(http).detection.dialect, undefined);
});

test('writes a block', () => {
  assert.equal(dump(rewrite(LOG, 3, 'server', '554 ä'))[1], '4 S 554');
});
