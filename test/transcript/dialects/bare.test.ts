import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAll } from '../../../server/src/rules/judge';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

test('that sending failed is a remark, and no command of old', () => {
  const log = [
    '220 mx.test ESMTP',
    'EHLO a.test',
    '250 mx.test',
    'MAIL FROM:<a@a.test>',
    '250 Ok',
    'RCPT TO:<b@b.test>',
    '550 5.1.1 No',
    'Send Error: all recipients were rejected',
    'QUIT',
    '221 Bye',
  ];
  const read = (lines: readonly string[]) => dump(lines.map((line) => `${line}\n`).join('')).slice(-3);
  assert.deepEqual(read(log), ['7 S 550', '9 C QUIT', '10 S 221']);
  const old = log.map((line) => line.replace('Send Error: all recipients were rejected', 'SEND FROM:<a@a.test>'));
  assert.ok(dump(`${old.join('\n')}\n`).includes('8 C SEND FROM:<a@a.test>'));
});

const TYPED = `220 mx.example.org ESMTP
EHLO client.example.com
250 AUTH PLAIN
AUTH PLAIN AGEAYg==
235 2.7.0 Ok
MAIL FROM:<a@example.com>
250 2.1.0 Ok
RCPT TO:<b@example.org>
250 2.1.5 Ok
DATA
354 Go ahead
Subject: x
.
250 2.0.0 Ok
QUIT
221 2.0.0 Bye
`;
const codesIn = (log: string) => judgeAll(readTranscript(log).sessions).map(({ rule }) => rule.code);

for (const [name, head] of [
  ['ncat', 'Ncat: Version 7.93 ( https://nmap.org/ncat )\nNcat: SSL connection to 192.0.2.1:465.\n'],
  ['socat', '2026/11/30 08:42:31 socat[4296] N SSL connection using TLS_AES_256_GCM_SHA384\n'],
  ['script', 'Script started on 2026-11-30 08:42:48+00:00 [COMMAND="ncat -C --ssl 192.0.2.1 465" <not executed>]\n'],
] as const) {
  test(`${name} tells that TLS is there from the first octet`, () => {
    assert.deepEqual(codesIn(`${head}${TYPED}`), ['auth.readable-secret']);
    assert.ok(codesIn(TYPED).includes('security.cleartext-credentials'));
  });
}

test('what ncat and socat tell of each read is not said, in a message neither', () => {
  for (const trace of [
    'libnsock nsock_trace_handler_callback(): Callback: READ SUCCESS for EID 18 [192.0.2.1:25] (31 bytes): 220 mx..',
    '2026/11/30 08:42:31 socat[4296] I transferred 30 bytes from 5 to 1',
  ]) {
    const log = TYPED.replaceAll('\n', `\n${trace}\n`);
    const kinds = (text: string) => dump(text).map((line) => line.replace(/^\S+ /, ''));
    assert.deepEqual(kinds(log), kinds(TYPED));
  }
});

test('what a shell prints of its commands is not said, in a message neither', () => {
  const said = (text: string) => `+ printf '%s\\r\\n' '${text}'\n++ echo '${text}'\n${text}\n`;
  const heard = (text: string) => `+ read -r l\n+ echo '${text}'\n${text}\n`;
  const log = `${heard('220 mx')}${said('EHLO me')}${heard('250 mx')}${said('DATA')}${heard('354 go')}${said('Subject: x')}${said('.')}${heard('250 2.0.0 Ok')}`;
  assert.deepEqual(dump(log), [
    '3 S 220',
    '6 C EHLO me',
    '9 S 250',
    '12 C DATA',
    '15 S 354',
    '18 data 1 lines',
    '24 S 250',
  ]);
});

test('a server that turns away whoever telnet or netcat reached', () => {
  const turned = '554-mx.test\n554 No mail from you\nConnection closed by foreign host.\n';
  for (const reached of [
    "Trying 192.0.2.1...\nConnected to mx.test.\nEscape character is '^]'.",
    'Connection to mx.test 25 port [tcp/smtp] succeeded!',
  ])
    assert.ok(
      dump(`${reached}\n${turned}`).some((line) => line.endsWith(' S 554 ×2')),
      reached,
    );
  assert.equal(readTranscript(turned).detection.dialect, undefined);
  assert.equal(
    readTranscript(`Connected to mx.test.\n${turned.replaceAll('554', '421')}`).detection.dialect,
    undefined,
  );
});
