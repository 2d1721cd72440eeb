import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAll } from '../../../server/src/rules/judge';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const RULE = '='.repeat(67);
const head = (stream: number, ports: readonly [number, number] = [40000, 2525]) => `
${RULE}
Follow: tcp,ascii
Filter: tcp.stream eq ${stream}
Node 0: 192.0.2.7:${ports[0]}
Node 1: 192.0.2.1:${ports[1]}
`;
/** One packet as tshark prints it: its length, then its octets and a line end. */
const packet = (side: 'client' | 'server', text: string) => `${side === 'server' ? '\t' : ''}${text.length}\n${text}\n`;

const LOG =
  head(0) +
  packet('server', '220 mx.example.test ESMTP\r\n') +
  packet('client', 'EHLO client.example\r\n') +
  packet('server', '250-mx.example.test\r\n250 PIPELINING\r\n') +
  packet('client', 'MAIL FROM:<a@client.example>\r\nRCPT TO:<b@examp') +
  packet('client', 'le.test>\r\nDATA\r\n') +
  packet('server', '250 Ok\r\n250 Ok\r\n354 End data with <CR><LF>.<CR><LF>\r\n') +
  packet('client', 'Subject: numbers\r\n\r\n42\r\n.\r\n') +
  packet('server', '250 queued\r\n') +
  `${RULE}\n`;

test('octets are counted: a line cut by a packet is one line, and a number in a message begins no packet', () => {
  assert.deepEqual(dump(LOG), [
    '8 connect 192.0.2.1:2525',
    '8 S 220',
    '11 C EHLO client.example',
    '14 S 250 ×2',
    '18 C MAIL FROM:<a@client.example>',
    '25 S 250',
    '19 C RCPT TO:<b@example.test>',
    '26 S 250',
    '22 C DATA',
    '27 S 354',
    '30 data 3 lines',
    '36 S 250',
  ]);
  const said = readTranscript(LOG).utterances.find(({ text }) => text.startsWith('RCPT'));
  assert.deepEqual(said?.pieces, [
    { at: 0, line: 18, column: 0, width: 16 },
    { at: 16, line: 20, column: 0, width: 8 },
  ]);
});

test('a copy that lost the CRs is read alike', () => {
  assert.deepEqual(dump(LOG.replaceAll('\r\n', '\n')), dump(LOG));
});

test('which node is the client shows in what they say', () => {
  const log = `${head(1, [2525, 40000]) + packet('client', '220 mx ESMTP\r\n') + packet('server', 'EHLO client\r\n')}${RULE}\n`;
  assert.deepEqual(dump(log), ['8 connect 192.0.2.7:2525', '8 S 220', '11 C EHLO client']);
});

test('several streams are several sessions, and TLS is not read', () => {
  const tls =
    head(1) +
    packet('server', '220 mx ESMTP\r\n') +
    packet('client', 'EHLO c\r\n') +
    packet('server', '250-mx\r\n250 STARTTLS\r\n') +
    packet('client', 'STARTTLS\r\n') +
    packet('server', '220 Go ahead\r\n') +
    packet('client', '.....QUIT.250 x') +
    `${RULE}\n`;
  const lines = dump(LOG + tls);
  assert.deepEqual(lines.filter((line) => line.startsWith('session')).length, 2);
  assert.equal(lines.at(-2)?.replace(/^\d+ /, ''), 'tls');
  assert.equal(lines.at(-1)?.replace(/^\d+ /, ''), 'gap');
});

test('a part of a block without its head is read by its lengths', () => {
  const part = LOG.slice(LOG.indexOf('250 PIPELINING'), LOG.lastIndexOf(RULE));
  assert.deepEqual(dump(part, 'tshark-follow').slice(1), [
    '4 C MAIL FROM:<a@client.example>',
    '11 S 250',
    '5 C RCPT TO:<b@example.test>',
    '12 S 250',
    '8 C DATA',
    '13 S 354',
    '16 data 3 lines',
    '22 S 250',
  ]);
});

test('a file that ends inside a line, or between CR and LF, tells nothing of the rest', () => {
  const lines = (text: string) =>
    readTranscript(text).utterances.flatMap(({ speaker, text: said }) => (speaker === 'client' ? said : []));
  const cut = LOG.indexOf('le.test>\r\nDATA');
  assert.equal(lines(LOG.slice(0, cut + 4)).at(-1), 'MAIL FROM:<a@client.example>');
  assert.equal(lines(LOG.slice(0, cut + 'le.test>\r'.length)).at(-1), 'RCPT TO:<b@example.test>');
});

test('a ClientHello, of which dots are left, is one, before the greeting and behind it', () => {
  const hello = packet('client', '....>...:..y]....\n...9.....mx.corpus.example....');
  const greeting = packet('server', '220 mx.example.test ESMTP\r\n');
  const refused = packet('server', '500 What?\r\n');
  for (const begun of [hello + greeting, greeting + hello]) {
    const { sessions } = readTranscript(`${head(0)}${begun}${refused}${refused}${RULE}\n`);
    const codes = judgeAll(sessions).flatMap(({ rule, severity }) => (severity === 'hint' ? [] : [rule.code]));
    assert.deepEqual(codes, ['syntax.other-protocol']);
  }
});
