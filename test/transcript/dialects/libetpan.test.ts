import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAll } from '../../../server/src/rules/judge';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const read = (chunk: string) => `<<<<<<< read <<<<<<\n${chunk}\n<<<<<<< end read <<<<<<\n`;
const sent = (chunk: string) => `>>>>>>> send >>>>>>\n${chunk}\n>>>>>>> end send >>>>>>\n`;

const MAIL = [
  read('220 mx.example.org ESMTP\r\n'),
  sent('EHLO client.example.com\r\n'),
  read('250-mx.example.org\r\n'),
  read('250 SIZE 10240000\r\n'),
  sent('MAIL FROM:<a@example.com>\r\n'),
  read('250 2.1.0 Ok\r\n'),
  sent('RCPT TO:<b@example.org>\r\n'),
  read('250 2.1.5 Ok\r\n'),
  sent('DATA\r\n'),
  read('354 Go ahead\r\n'),
  sent('Subject: x\r\n\r\n..dot\r\nQUIT\r\n\r\n.\r\n'),
  read('250 2.0.0 Ok\r\n'),
  sent('QUIT\r\n'),
].join('');

test('what stands between the lines was said, the LF behind it was not', () => {
  const { detection, sessions } = readTranscript(MAIL + MAIL);
  assert.equal(detection.dialect?.id, 'libetpan');
  assert.equal(sessions.length, 2);
  assert.deepEqual(judgeAll(sessions), []);
  assert.deepEqual(dump(MAIL), [
    '2 connect',
    '2 S 220',
    '6 C EHLO client.example.com',
    '10 S 250 ×2',
    '18 C MAIL FROM:<a@example.com>',
    '22 S 250',
    '26 C RCPT TO:<b@example.org>',
    '30 S 250',
    '34 C DATA',
    '38 S 354',
    '42 data 5 lines',
    '51 S 250',
    '55 C QUIT',
  ]);
});

test('a chunk may end anywhere', () => {
  const whole = read('250 2.1.0 Ok\r\n');
  const parted = read('250 2.1') + read('') + read('.0 Ok\r\n');
  const { sessions } = readTranscript(MAIL.replace(whole, parted));
  assert.deepEqual(judgeAll(sessions), []);
  const reply = sessions[0]?.steps.find(
    ({ exchange }) => exchange.kind === 'command' && exchange.command.verb === 'MAIL',
  );
  assert.ok(reply?.exchange.kind === 'command');
  assert.equal(reply.exchange.replies[0]?.lines[0].said.text, '250 2.1.0 Ok');
});

test('whether TLS was there is not known', () => {
  const log = MAIL.replace(
    read('250 SIZE 10240000\r\n'),
    read('250 AUTH PLAIN\r\n') + sent('AUTH PLAIN AGEAYg==\r\n') + read('235 2.7.0 Ok\r\n'),
  );
  assert.deepEqual(
    judgeAll(readTranscript(log).sessions).map(({ rule }) => rule.code),
    ['auth.readable-secret'],
  );
});

test('writes a chunk, and reads it where it stands in another', () => {
  const written = rewrite(MAIL, 18, 'client', 'MAIL FROM:<x@example.com>');
  assert.equal(dump(written)[4], '19 C MAIL FROM:<x@example.com>');
});

test('IMAP is not for us', () => {
  const imap = read('* OK [CAPABILITY IMAP4rev1] ready\r\n') + sent('1 LOGIN a b\r\n') + read('1 OK done\r\n');
  assert.equal(readTranscript(imap).detection.dialect, undefined);
});
