import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const CLIENT = '192.000.002.007.40000-192.000.002.001.00025: ';
const SERVER = '192.000.002.001.00025-192.000.002.007.40000: ';
const OTHER = '2001:db8::7.40001-2001:db8::1.00025: ';

const LOG = `tcpflow: listening on eth0
${SERVER}220 mx.example.test ESMTP

${CLIENT}EHLO client.example

${SERVER}250-mx.example.test
250 SIZE 1000

${CLIENT}MAIL FROM:<a@client.
${CLIENT}example>

${SERVER}250 Ok

${CLIENT}QUIT

${SERVER}221 Bye

`;

test('the empty line that is left of a packet shows how the others end, before the first CR', () => {
  const rest = `\n${CLIENT}BDAT 4 LAST\r\na\nb\n\n${SERVER}250 Ok\r\n\n${CLIENT}QUIT\r\n\n${SERVER}221 Bye\r\n\n`;
  assert.deepEqual(dump(rest).slice(-5), ['2 C BDAT 4 LAST', '3 data 2 lines', '6 S 250', '8 C QUIT', '10 S 221']);
});

test('a packet goes on until the next head; one that does not end in an empty line was cut in its last line', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'tcpflow');
  assert.deepEqual(dump(LOG), [
    '2 connect 192.000.002.001:25',
    '2 S 220',
    '4 C EHLO client.example',
    '6 S 250 ×2',
    '9 C MAIL FROM:<a@client.example>',
    '12 S 250',
    '14 C QUIT',
    '16 S 221',
  ]);
});

test('a paste without its empty lines has whole lines', () => {
  const squeezed = LOG.replace('client.\n', 'client.example>\n')
    .replace(`${CLIENT}example>\n`, '')
    .replaceAll('\n\n', '\n');
  assert.deepEqual(
    dump(squeezed).map((line) => line.replace(/^\d+ /, '')),
    dump(LOG).map((line) => line.replace(/^\d+ /, '')),
  );
});

test('connections are told apart, and the same ports may be used again', () => {
  const other = `${OTHER}EHLO six\n\n`;
  const lines = dump(`${LOG + other}${LOG}`);
  assert.equal(lines.filter((line) => line.startsWith('session')).length, 3);
  assert.ok(lines.some((line) => line.endsWith('C EHLO six')));
});

test('a reply that was sent again is read once', () => {
  assert.deepEqual(dump(`${LOG}${SERVER}221 Bye\n\n`), dump(LOG));
});

test('other protocols of the same capture are left out', () => {
  const http = '192.000.002.007.40002-192.000.002.001.00080: GET / HTTP/1.1\n\n';
  assert.deepEqual(dump(LOG + http), dump(LOG));
});

test('writes a line of the same packet’s head', () => {
  assert.ok(dump(rewrite(LOG, 14, 'client', 'RSET')).includes('14 C RSET'));
  assert.ok(dump(rewrite(LOG, 12, 'server', '550 No')).includes('12 S 550'));
});

test('a greeting that its packet cut is one reply: two recipients are answered alike all the same', () => {
  const log =
    `${SERVER}220 mx.example.test ESM\n${SERVER}TP\n\n${CLIENT}EHLO client.example\n\n${SERVER}250 mx.example.test\n\n` +
    `${CLIENT}MAIL FROM:<a@b>\n\n${SERVER}250 Ok\n\n` +
    `${CLIENT}RCPT TO:<c@d>\n\n${SERVER}250 Fine\n\n${CLIENT}RCPT TO:<e@d>\n\n${SERVER}250 Fine\n\n`;
  assert.equal(dump(log).filter((line) => line.endsWith('S 250')).length, 4);
});

test('-C: a dot before a line of a message may be the TAB of a folded one', () => {
  const said = [
    '220 mx ESMTP',
    'EHLO c',
    '250 mx',
    'MAIL FROM:<a@b>',
    '250 Ok',
    'RCPT TO:<c@d>',
    '250 Ok',
    'DATA',
    '354 Go',
  ];
  const message = 'Subject: a\r\n.folded one\r\n\r\n..dots\r\n.\r\n\n250 Ok\r\n\nQUIT\r\n\n221 Bye\r\n\n';
  const { detection, utterances } = readTranscript(`${said.map((line) => `${line}\r\n\n`).join('')}${message}`);
  assert.equal(detection.dialect?.id, 'tcpflow-text');
  const texts = utterances.map(({ text }) => text);
  assert.ok(texts.includes('\tfolded one') && texts.includes('..dots') && texts.includes('.'));
});

test('a capture that begins behind the start of a group, or in a message, waits for an answer', () => {
  const client = '192.000.002.002.40000-192.000.002.001.00025: ';
  const server = '192.000.002.001.00025-192.000.002.002.40000: ';
  const group = `${client}.org>\nDATA\n\n${server}250 Ok\n250 Ok\n354 go\n\n${client}Subject: x\n\n.\n\n${server}250 Ok\n\n`;
  const message = `${client}QUIT\n250 of them\n.\n\n${server}250 Ok\n\n${client}QUIT\n\n${server}221 Bye\n\n`;
  for (const log of [group, message]) {
    const { sessions } = readTranscript(`${server}220 \n\n${log}`.slice(server.length + 6));
    assert.deepEqual(
      sessions.flatMap(({ steps }) => steps.flatMap(({ faults }) => faults)),
      [],
    );
  }
  assert.ok(readTranscript(message).utterances.every(({ text }) => text !== '250 of them'));
});
