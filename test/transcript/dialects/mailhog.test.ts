import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ParsedDocument } from '../../../server/src/features/parsedDocument';
import { redact } from '../../../server/src/output/redact';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const line = (port: number, text: string) => `2026/11/30 11:36:47 [SMTP 192.0.2.1:${port}] ${text}\n`;
const received = (port: number, text: string) => line(port, `Received ${text.length} bytes: '${text}'`);
const sent = (port: number, text: string) => line(port, `Sent ${text.length + 2} bytes: '${text}\\r\\n'`);
const findingsIn = (log: string) => new ParsedDocument(log).findings.map(({ rule }) => rule.code);

const BEGIN = (port: number) =>
  line(port, 'Starting session') +
  line(port, '[PROTO: INVALID] Started session, switching to ESTABLISH state') +
  sent(port, '220 mailhog.test ESMTP MailHog') +
  received(port, 'EHLO a.test\\r\\n') +
  line(port, '[PROTO: ESTABLISH] Processing line: EHLO a.test') +
  line(port, "[PROTO: ESTABLISH] In state 1, got command 'EHLO', args 'a.test'");

test('packets end anywhere, quotes and backslashes stand as they are, notes are nobody’s words', () => {
  const log =
    BEGIN(1) +
    sent(1, '250-Hello a.test') +
    sent(1, '250 PIPELINING') +
    received(1, 'MAIL FROM:<a@') +
    received(1, 'a.test>\\r\\nRCPT TO:<b@b.test>\\r\\n') +
    sent(1, '250 Ok') +
    sent(1, '250 Ok') +
    received(1, 'DATA\\r\\n') +
    sent(1, '354 End data with <CR><LF>.<CR><LF>') +
    received(1, "Date: Mon, 30 Nov 2026 11:36:47 +0000\\r\\nFrom: <a@a.test>\\r\\n\\r\\nit's C:\\new\\r") +
    received(1, '\\n.\\r\\n') +
    line(1, '[PROTO: DATA] Got EOF, storing message and switching to MAIL state') +
    sent(1, '250 Ok: queued as x@mailhog.test') +
    received(1, 'QUIT\\r\\n') +
    sent(1, '221 Bye') +
    line(1, 'Session ended');
  assert.equal(readTranscript(log).detection.dialect?.id, 'mailhog');
  assert.deepEqual(dump(log), [
    '1 connect',
    '3 S 220',
    '4 C EHLO a.test',
    '7 S 250 ×2',
    '9 C MAIL FROM:<a@a.test>',
    '11 S 250',
    '10 C RCPT TO:<b@b.test>',
    '12 S 250',
    '13 C DATA',
    '14 S 354',
    '15 data 4 lines',
    '18 S 250',
    '19 C QUIT',
    '20 S 221',
    '21 close by server',
  ]);
  assert.deepEqual(findingsIn(log), []);
});

test('connections are told apart by their peer, which may come again', () => {
  const log =
    BEGIN(1) +
    BEGIN(2) +
    sent(2, '250 Hello') +
    sent(1, '250 Hello') +
    line(2, 'Connection closed by remote host') +
    line(2, 'Session ended') +
    received(1, 'DATA\\r\\n') +
    sent(1, '500 Unrecognised command') +
    received(1, 'QUI') +
    line(1, 'Error reading from socket: EOF') +
    BEGIN(2);
  assert.deepEqual(dump(log), [
    'session 192.0.2.1:1/1',
    '1 connect',
    '3 S 220',
    '4 C EHLO a.test',
    '14 S 250',
    '17 C DATA',
    '18 S 500',
    '20 error lost: Error reading from socket: EOF',
    '19 C QUI',
    'session 192.0.2.1:2/2',
    '7 connect',
    '9 S 220',
    '10 C EHLO a.test',
    '13 S 250',
    '15 close by client',
    'session 192.0.2.1:2/3',
    '21 connect',
    '23 S 220',
    '24 C EHLO a.test',
  ]);
  assert.ok(findingsIn(log).includes('sequence.data-before-mail'), findingsIn(log).join());
});

test('what its notes repeat of a login is redacted', () => {
  const log =
    BEGIN(1) +
    sent(1, '250 AUTH LOGIN') +
    received(1, 'AUTH LOGIN\\r\\n') +
    sent(1, '334 VXNlcm5hbWU6') +
    received(1, 'YW5uYUBleGFtcGxlLm9yZw==\\r\\n') +
    line(1, "[PROTO: MAIL] In state 5, got command 'YW5UYUBLEGFTCGXLLM9YZW==', args ''") +
    sent(1, '334 UGFzc3dvcmQ6');
  const all = { credentials: true, addresses: true, ips: true, messages: true };
  assert.doesNotMatch(redact(log, readTranscript(log), all), /YW5u/i);
});

test('a client that ends its lines in LF alone is found', () => {
  const log = `${BEGIN(1)}${sent(1, '250 Hello')}${received(1, 'NOOP\\n')}${sent(1, '250 Ok')}`;
  assert.deepEqual(findingsIn(log), ['framing.bare-lf', 'sequence.no-quit']);
});

test('it counts what it writes, and a log may begin inside a connection', () => {
  const log = received(1, 'NOOP\\r\\n') + sent(1, '250 Ok') + received(1, 'QUIT\\r\\n') + sent(1, '221 Bye');
  assert.deepEqual(dump(log).slice(0, 2), ['1 connect (seen from the middle)', '1 C NOOP']);
  assert.ok(rewrite(log, 1, 'server', '250 ü').includes("[SMTP 192.0.2.1:1] Sent 8 bytes: '250 ü\\r\\n'\n"));
  assert.ok(rewrite(log, 1, 'client', 'RSET').includes("[SMTP 192.0.2.1:1] Received 6 bytes: 'RSET\\r\\n'\n"));
});
