import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

let frame = 0;
const packet = (side: 'client' | 'server', ...tree: readonly string[]) => {
  const [source, destination] = side === 'client' ? [40000, 2525] : [2525, 40000];
  return `Frame ${++frame}: 102 bytes on wire (816 bits), 102 bytes captured (816 bits)
Ethernet II, Src: 00:00:00_00:00:00 (00:00:00:00:00:00), Dst: 00:00:00_00:00:00 (00:00:00:00:00:00)
Internet Protocol Version 4, Src: 192.0.2.7, Dst: 192.0.2.7
Transmission Control Protocol, Src Port: ${source}, Dst Port: ${destination}, Seq: 1, Ack: 1, Len: 36
Simple Mail Transfer Protocol
${tree.map((line) => `    ${line}\n`).join('')}
`;
};

const LOG =
  packet(
    'server',
    String.raw`Response: 220 mx.example.test ESMTP\r\n`,
    '    Response code: <domain> Service ready (220)',
  ) +
  packet('client', String.raw`Command Line: EHLO client.example\r\n`, '    Command: EHLO') +
  packet(
    'server',
    String.raw`Response: 250-mx.example.test\r\n`,
    '    Response code: Requested mail action okay, completed (250)',
    '    Response parameter: mx.example.test',
    '    Response parameter: PIPELINING',
    '    Response parameter: SIZE 1000',
  ) +
  packet(
    'client',
    String.raw`Command Line: MAIL FROM:<a@client.example>\r\n`,
    '    Command: MAIL',
    '    Request parameter: FROM:<a@client.example>',
    String.raw`Command Line: RCPT TO:<b@example.test>\r\n`,
    String.raw`Command Line: DATA\r\n`,
  ) +
  packet('server', String.raw`Response: 250 2.1.0 Ok\r\n`, '    Response parameter: 2.1.0 Ok') +
  packet('server', String.raw`Response: 250 2.1.5 Ok\r\n`, String.raw`Response: 354 go ahead\r\n`) +
  packet('client', 'C: .', '[1 DATA fragment (135 bytes): #15(135)]', '    [Frame: 15, payload: 0-134 (135 bytes)]') +
  packet('server', String.raw`Response: 250 2.0.0 queued\r\n`, String.raw`Response: 221 2.0.0 Bye\r\n`);

const replies = (text: string) => dump(text).map((line) => line.replace(/^\d+ /, ''));

test('parameters after the first are the continuation lines of a reply', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'tshark-details');
  assert.deepEqual(replies(LOG), [
    'connect 192.0.2.7:2525',
    'S 220',
    'C EHLO client.example',
    'S 250 ×3',
    'C MAIL FROM:<a@client.example>',
    'S 250',
    'C RCPT TO:<b@example.test>',
    'S 250',
    'C DATA',
    'S 354',
    'data ? lines',
    'S 250',
    'gap',
    'S 221 unasked',
  ]);
});

test('commands that the dissector takes for data are commands', () => {
  const bdat = packet(
    'client',
    'Line-based text data (2 lines)',
    String.raw`    MAIL FROM:<a@client.example>\r\n`,
    String.raw`    BDAT 3 LAST\r\n`,
  );
  const start = LOG.slice(0, LOG.indexOf('Frame 4:'));
  const lines = replies(start + bdat);
  assert.deepEqual(lines.slice(-3, -1), ['C MAIL FROM:<a@client.example>', 'C BDAT 3 LAST']);
});

test('writes a line of the tree', () => {
  const at = LOG.split('\n').findIndex((line) => line.includes('EHLO client')) + 1;
  assert.ok(replies(rewrite(LOG, at, 'client', 'HELO client')).includes('C HELO client'));
});

test('packets that fill several samples before the first word of SMTP', () => {
  const log = readFileSync('test/corpus/tshark-details/rcptfirst-V.log', 'utf8');
  const silence = '    [Time shift for this packet: 0.000000000 seconds]\n'.repeat(450);
  const shifted = dump(silence + log).map((line) => line.replace(/^\d+/, (number) => String(Number(number) - 450)));
  assert.deepEqual(shifted, dump(log));
});

test('a command that its packet cuts goes on in the next one, and a reply may end right behind a code', () => {
  const log =
    packet('server', String.raw`Response: 220 mx.example.test ESMTP\r\n`) +
    packet('client', String.raw`Command Line: EHLO client.example\r\n`) +
    packet(
      'server',
      String.raw`Response: 250-mx.example.test\r\n`,
      '    Response parameter: mx.example.test',
      '    Response parameter: PIPELINING',
      '    Response parameter: ',
    ) +
    packet('client', String.raw`Command Line: MAIL FROM:<a@client.example>\r\n`, 'Command Line: RCPT TO:<b') +
    packet('client', String.raw`Command Line: @example.test>\r\n`, '    Command: @exa') +
    packet('client', 'Line-based text data (1 lines)', '    DA') +
    packet('client', 'Line-based text data (1 lines)', String.raw`    TA\r\n`);
  assert.deepEqual(replies(log).slice(1, 7), [
    'S 220',
    'C EHLO client.example',
    'S 250 ×2',
    'C MAIL FROM:<a@client.example>',
    'C RCPT TO:<b@example.test>',
    'C DATA',
  ]);
});

test('a command that ends in LF alone ends there', () => {
  const log = LOG + packet('client', String.raw`Command Line: QUIT\n`, '    Command: QUIT');
  const quit = readTranscript(log).utterances.findLast(({ speaker }) => speaker === 'client');
  assert.deepEqual(quit && 'wireEol' in quit && [quit.text, quit.wireEol], ['QUIT', '\n']);
});
