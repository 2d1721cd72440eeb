import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `tcpserver: status: 1/40
tcpserver: pid 29509 from 192.0.2.9
tcpserver: ok 29509 mx.example.test:127.0.0.1:25 :192.0.2.9::55732
29509 > 220 mx.example.test ESMTP\r 
29509 < EHLO host0.sender.test\r 
29509 > 250-mx.example.test\r 
29509 > 250 HELP\r 
29509 < MAIL FROM:<user0@+
29509 < sender.test>\r 
2026-11-24 19:09:47 a line of another program
29509 > 250 OK\r 
29509 < QUIT 
29509 > 221 bye\r 
29509 < [EOF]
29509 > [EOF]
tcpserver: end 29509 status 0
`;

test('joins what was recorded in parts, and knows how each line ended', () => {
  const { detection, utterances } = readTranscript(LOG);
  assert.equal(detection.dialect?.id, 'recordio');
  assert.deepEqual(dump(LOG), [
    '2 connect 192.0.2.9',
    '4 S 220',
    '5 C EHLO host0.sender.test',
    '6 S 250 ×2',
    '8 C MAIL FROM:<user0@sender.test>',
    '11 S 250',
    '12 C QUIT',
    '13 S 221',
    '15 close by unknown',
  ]);
  const said = (text: string) => utterances.find((each) => each.text === text);
  assert.deepEqual(said('MAIL FROM:<user0@sender.test>')?.pieces, [
    { at: 0, line: 7, column: 8, width: 17 },
    { at: 17, line: 8, column: 8, width: 12 },
  ]);
  assert.equal((said('QUIT') as { wireEol?: string }).wireEol, '\n');
});

test('the same process number comes again, and a paste that lost the CRs says nothing of line ends', () => {
  const once = '7 > 220 mx ESMTP \n7 < QUIT \n7 > 221 bye \n7 > [EOF]\n';
  assert.deepEqual(
    dump(once + once).filter((line) => line.startsWith('session')),
    ['session 7/1', 'session 7/2'],
  );
  assert.ok(readTranscript(once).utterances.every((each) => !('wireEol' in each)));
});

test('multilog puts its stamp in front', () => {
  const log = '@400000004c51d3a5241a1c4c 7 > 220 mx ESMTP\r \n@400000004c51d3a5241a1c4c 7 < QUIT\r \n';
  assert.deepEqual(dump(log).slice(1), ['1 S 220', '2 C QUIT']);
});

test('comparisons in a program: not this format', () => {
  assert.equal(readTranscript('1 < 2\n3 > 2 \nif 5 > 4 +\n').detection.dialect, undefined);
});

test('writes a line', () => {
  assert.equal(rewrite(LOG, 5, 'client', 'HELO x').split('\n')[4], '29509 < HELO x\r ');
});

test('a read that ends between CR and LF; the end that tcpserver tells before recordio is through', () => {
  const log = `tcpserver: pid 243 from 127.0.0.1
243 > 220 mx ESMTP\r 
243 < DATA\r 
243 > 354 go\r 
243 < Hello\r+
243 <  
243 < .\r 
243 > 250 OK\r 
243 < QUIT\r 
tcpserver: end 243 status 0
243 > 221 bye\r 
243 > [EOF]
`;
  const { sessions, utterances } = readTranscript(log);
  assert.equal(sessions.length, 1);
  assert.deepEqual(
    utterances.filter(({ speaker }) => speaker === 'client').map((said) => [said.text, 'wireEol' in said]),
    [
      ['DATA', false],
      ['Hello', false],
      ['.', false],
      ['QUIT', false],
    ],
  );
  assert.deepEqual(dump(log).slice(-3), ['9 C QUIT', '11 S 221', '12 close by unknown']);
});

test('a client that goes away inside its message does not hear the answer', () => {
  const log = `183 > 220 mx ESMTP\r 
183 < DATA\r 
183 > 354 go\r 
183 < Hello\r 
183 < [EOF]
183 > 421 Lost incoming connection\r 
183 > [EOF]
`;
  const shown = dump(log);
  assert.equal(shown.filter((line) => line.includes('421')).length, 0);
  assert.ok(shown.includes('5 close by client'));
});
