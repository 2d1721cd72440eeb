import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

let frame = 0;
const line = (info: string, protocol = 'SMTP') => {
  const client = !info.startsWith('S: ');
  const hosts = client ? '192.0.2.7 → 192.0.2.1' : '192.0.2.1 → 192.0.2.7';
  return `${String(++frame).padStart(5)}   0.${String(frame).padStart(6, '0')}    ${hosts}    ${protocol} 102 ${info}\n`;
};
const log = (...infos: readonly string[]) => infos.map((info) => line(info)).join('');

test('continuation lines get their code back', () => {
  const text = log(
    'S: 220 mx.example.test ESMTP',
    'C: EHLO client.example',
    'S: 250-mx.example.test | PIPELINING | SIZE 1000',
    'C: MAIL FROM:<a@client.example> | RCPT TO:<b@example.test>',
    'S: 250 2.1.0 Ok | 550 5.1.1 a | b is no mailbox',
  );
  const { detection, sessions, utterances } = readTranscript(text);
  assert.equal(detection.dialect?.id, 'tshark-summary');
  assert.deepEqual(dump(text), [
    '1 connect 192.0.2.1',
    '1 S 220',
    '2 C EHLO client.example',
    '3 S 250 ×3',
    '4 C MAIL FROM:<a@client.example>',
    '5 S 250',
    '4 C RCPT TO:<b@example.test>',
    '5 S 550',
  ]);
  assert.ok(sessions[0]?.steps.some(({ before }) => before.offers?.has('PIPELINING')));
  assert.ok(utterances.some((each) => each.text === '550 5.1.1 a | b is no mailbox'));
});

test('older versions repeat the code with a blank: after EHLO they are one reply', () => {
  const text = log(
    'S: 220 mx',
    'C: EHLO client',
    'S: 250 mx | 250 PIPELINING | 250 SIZE 1000',
    'C: QUIT',
    'S: 221 Bye',
  );
  assert.deepEqual(dump(text).slice(2), ['2 C EHLO client', '3 S 250 ×3', '4 C QUIT', '5 S 221']);
});

test('mail data is mentioned, commands called data are a gap', () => {
  const text =
    log('S: 220 mx', 'C: EHLO c', 'S: 250 mx', 'C: MAIL FROM:<a@c>', 'S: 250 Ok', 'C: RCPT TO:<b@d>', 'S: 250 Ok') +
    log('C: DATA', 'S: 354 go', 'C: DATA fragment, 100 bytes') +
    line('from: Alice <a@c>, subject: x, ', 'SMTP/IMF') +
    log('S: 250 queued', 'C: DATA fragment, 6 bytes', 'S: 221 Bye');
  const lines = dump(text);
  assert.ok(lines.includes('10 data ? lines'), lines.join());
  assert.deepEqual(lines.slice(-3), ['12 S 250', '13 gap', '14 S 221 unasked']);
});

test('two connections of the same hosts: who asked what tells them apart', () => {
  const text = log(
    'S: 220 mx',
    'S: 220 mx',
    'C: EHLO one',
    'S: 250 mx',
    'C: EHLO two',
    'S: 250 mx',
    'C: MAIL FROM:<one@c>',
    'C: MAIL FROM:<two@c>',
    'S: 250 Ok',
    'S: 550 No',
  );
  const lines = dump(text).map((each) => each.replace(/^\d+ /, ''));
  assert.deepEqual(
    lines.filter((each) => /^(?:C|S [25]5)/.test(each)),
    ['C EHLO one', 'S 250', 'C MAIL FROM:<one@c>', 'S 250', 'C EHLO two', 'S 250', 'C MAIL FROM:<two@c>', 'S 550'],
  );
});

test('Wireshark exports the list as CSV', () => {
  const text = `"No.","Time","Source","Destination","Protocol","Length","Info"
"4","0.101840","192.0.2.1","192.0.2.7","SMTP","109","S: 220 mx.example.test ESMTP"
"6","0.201840","192.0.2.7","192.0.2.1","SMTP","91","C: EHLO client.example"
"8","0.301840","192.0.2.1","192.0.2.7","SMTP","222","S: 250-mx.example.test | SIZE 1000"
`;
  assert.deepEqual(dump(text).slice(1), ['2 S 220', '3 C EHLO client.example', '4 S 250 ×2']);
});

test('writes a line with the same columns', () => {
  const text = log('S: 220 mx ESMTP', 'C: EHLO client', 'S: 250 mx', 'C: QUIT', 'S: 221 Bye');
  assert.ok(dump(rewrite(text, 4, 'client', 'RSET')).includes('4 C RSET'));
});

test('fields that proto,colinfo puts behind the info are not said', () => {
  const fields = '  tcp.srcport == 50042  tcp.stream == 0';
  const text = log('S: 220 mx', 'C: EHLO a', 'S: 250 mx', 'C: MAIL FROM:<a@b>', 'S: 250  a == b').replaceAll(
    '\n',
    `${fields}\n`,
  );
  assert.deepEqual(
    readTranscript(text).utterances.flatMap((each) => (each.speaker === 'tool' ? [] : [each.text])),
    ['220 mx', 'EHLO a', '250 mx', 'MAIL FROM:<a@b>', '250  a == b'],
  );
});

test('two connections of the same hosts that are told apart wrongly: nothing more is read of them, but of the next', () => {
  const text = log(
    'S: 220-mx.example.test',
    'S: 220 ready',
    'C: EHLO one',
    'S: 250-mx.example.test',
    'S: 220 mx.example.test',
    'C: EHLO two',
    'S: 250-mx.example.test',
    'S: 250-PIPELINING | ENHANCEDSTATUSCODES',
    'S: 250-PIPELINING | ENHANCEDSTATUSCODES',
    'C: MAIL FROM:<one@c> | RCPT TO:<b@c> | DATA',
    'C: MAIL FROM:<two@c>',
    'S: 250 2.1.0 Ok',
    'S: 250 2.1.0 Ok',
    'C: RCPT TO:<d@c>',
    'S: 354 Go ahead',
    'S: 250 2.1.5 Ok',
    'C: QUIT',
    'S: 221 2.0.0 Bye',
    'C: QUIT',
    'S: 221 2.0.0 Bye',
    'S: 220 mx.example.test',
    'C: EHLO three',
  );
  const { sessions } = readTranscript(text);
  assert.equal(sessions.length, 3);
  assert.equal(dump(text).filter((each) => each.endsWith(' gap')).length, 2);
  assert.ok(dump(text).includes('22 C EHLO three'));
  assert.deepEqual(
    sessions.map(({ steps }) => steps.filter(({ faults }) => faults.length > 0).length),
    [0, 0, 0],
  );
});

test('behind STARTTLS that is not decrypted the next greeting is another connection’s', () => {
  const text = log(
    'S: 220 mx',
    'C: EHLO one',
    'S: 250-mx | STARTTLS',
    'C: STARTTLS',
    'S: 220 2.0.0 Go',
    'S: 220 mx',
    'C: EHLO two',
    'S: 250 mx',
    'C: MAIL FROM:<two@c>',
    'S: 250 ok',
  );
  const { sessions } = readTranscript(text);
  assert.deepEqual(
    sessions.map(({ firstLine, lastLine }) => [firstLine, lastLine]),
    [
      [0, 4],
      [5, 9],
    ],
  );
});
