import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const served = (pid: number, rest: string) => `Nov 24 19:02:08 mx postfix/smtpd[${pid}]: ${rest}\n`;
const SERVED = [
  'connect from unknown[2001:db8::1]',
  'setting up TLS connection from unknown[2001:db8::1]',
  'Anonymous TLS connection established from unknown[2001:db8::1]: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)',
  '> unknown[2001:db8::1]: 220 mx.example.test ESMTP Postfix',
  'match_list_match: unknown: no match',
  '< unknown[2001:db8::1]: EHLO client',
  '> unknown[2001:db8::1]: 250-mx.example.test',
  '> unknown[2001:db8::1]: 250 AUTH PLAIN',
  '>>> START Recipient address RESTRICTIONS <<<',
  '< unknown[2001:db8::1]: QUIT',
  '> unknown[2001:db8::1]: 221 2.0.0 Bye',
  'disconnect from unknown[2001:db8::1] ehlo=1 quit=1 commands=2',
]
  .map((rest) => served(7, rest))
  .join('');

test('the daemon: < is the client, TLS from the first octet', () => {
  assert.equal(readTranscript(SERVED).detection.dialect?.id, 'postfix-v');
  assert.deepEqual(dump(SERVED), [
    '1 connect unknown[2001:db8::1]',
    '3 tls TLSv1.3',
    '4 S 220',
    '6 C EHLO client',
    '7 S 250 ×2',
    '10 C QUIT',
    '11 S 221',
    '12 close by unknown',
  ]);
});

test('one process serves many clients, and several processes at once', () => {
  const lines = SERVED.split('\n').filter(Boolean);
  const both = lines.flatMap((line) => [line, line.replace('smtpd[7]', 'smtpd[8]')]).join('\n');
  assert.equal(readTranscript(SERVED + SERVED).sessions.length, 2);
  assert.equal(readTranscript(both).sessions.length, 2);
});

const client = (rest: string, program = 'smtp') =>
  `2026-11-24T19:10:12.123456+01:00 mx postfix/${program}[29785]: ${rest}\n`;

test('the smtp client: > is the client, the message is not shown, QUIT is not waited for', () => {
  const talk = [
    '< mx[192.0.2.1]:25: 220 mx ESMTP',
    '> mx[192.0.2.1]:25: DATA',
    '< mx[192.0.2.1]:25: 354 go',
    '> mx[192.0.2.1]:25: .',
    '> mx[192.0.2.1]:25: QUIT',
    '< mx[192.0.2.1]:25: 250 queued',
  ];
  const log = ['smtp_connect_addr: trying: mx[192.0.2.1] port 25...', ...talk, ...talk]
    .map((rest) => client(rest))
    .join('');
  assert.deepEqual(dump(log), [
    'session 29785/1',
    '1 connect mx[192.0.2.1]',
    '2 S 220',
    '3 C DATA',
    '4 S 354',
    '5 data ? lines',
    '7 S 250',
    '8 close by client',
    '6 C QUIT',
    'session 29785/2',
    '8 connect mx[192.0.2.1]:25 (seen from the middle)',
    '8 S 220',
    '9 C DATA',
    '10 S 354',
    '11 data ? lines',
    '13 S 250',
    '12 C QUIT',
  ]);
});

test('no connection: told when no other address answered', () => {
  const trying = client('smtp_connect_addr: trying: mx[192.0.2.1] port 25...');
  const refused = client('connect to mx[192.0.2.1]:25: Connection refused');
  const status = client(
    '4C5D2214F: to=<c@d.test>, relay=none, dsn=4.4.1, status=deferred (connect to mx: Connection refused)',
  );
  const answered = client('< mx[192.0.2.1]:25: 220 mx ESMTP') + client('> mx[192.0.2.1]:25: QUIT');
  const failure = 'error connect: connect to mx[192.0.2.1]:25: Connection refused';
  assert.deepEqual(dump(trying + refused + status), ['1 connect mx[192.0.2.1]', `2 ${failure}`]);
  assert.deepEqual(dump(trying + refused + trying + answered), ['3 connect mx[192.0.2.1]', '4 S 220', '5 C QUIT']);
});

test('LMTP over a Unix socket', () => {
  const log =
    client('smtp_connect_unix: trying: private/dovecot-lmtp...', 'lmtp') +
    client('< mx.example.test[private/dovecot-lmtp]: 220 ready', 'lmtp') +
    client('> mx.example.test[private/dovecot-lmtp]: LHLO mx', 'lmtp');
  assert.deepEqual(dump(log), ['1 connect', '2 S 220', '3 C LHLO mx']);
});

test('its ordinary log: not this format', () => {
  const log =
    served(7, 'connect from unknown[192.0.2.1]') + served(7, 'disconnect from unknown[192.0.2.1] ehlo=1 quit=1');
  assert.notEqual(readTranscript(log).detection.dialect?.id, 'postfix-v');
});

test('writes a line of either side', () => {
  assert.equal(dump(rewrite(SERVED, 6, 'client', 'HELO x'))[3], '6 C HELO x');
  const log = client('< mx[192.0.2.1]:25: 220 mx ESMTP') + client('> mx[192.0.2.1]:25: QUIT');
  assert.equal(rewrite(log, 2, 'client', 'NOOP').split('\n')[1], client('> mx[192.0.2.1]:25: NOOP').trim());
});

test('a client that does not wait for the greeting: told before anything is said', () => {
  const log = `Nov 29 13:12:40 mx postfix/smtpd[13582]: connect from localhost[127.0.0.1]
Nov 29 13:12:40 mx postfix/smtpd[13582]: improper command pipelining after CONNECT from localhost[127.0.0.1]: EHLO c\\r\\n
Nov 29 13:12:40 mx postfix/smtpd[13582]: > localhost[127.0.0.1]: 220 mx ESMTP Postfix
Nov 29 13:12:40 mx postfix/smtpd[13582]: < localhost[127.0.0.1]: EHLO c
`;
  const shown = dump(log);
  assert.match(shown[1] ?? '', /^2 .*pipelining/);
  assert.deepEqual(shown.slice(2), ['3 S 220', '4 C EHLO c']);
});

const screened = (rest: string) => `Nov 30 10:40:19 mx postfix/postscreen[5]: ${rest}\n`;

test('postscreen serves many at once, a reply in one line, and passes whom it knows on to smtpd', () => {
  const log = [
    'CONNECT from [192.0.2.1]:51958 to [192.0.2.9]:25',
    'CONNECT from [192.0.2.1]:51960 to [192.0.2.9]:25',
    '> [192.0.2.1]:51958: 220-mx ESMTP',
    '> [192.0.2.1]:51960: 220-mx ESMTP',
    'PASS OLD [192.0.2.1]:51960',
    '> [192.0.2.1]:51958: 220 mx ESMTP',
    '< [192.0.2.1]:51958: EHLO client',
    'CONNECT from [192.0.2.7]:40000 to [192.0.2.9]:25',
    '> [192.0.2.1]:51958: 250-mx??250-SIZE 1000??250 DSN',
    '> [192.0.2.7]:40000: 220-mx ESMTP',
    '> [192.0.2.7]:40000: 220 mx ESMTP',
    '< [192.0.2.1]:51958: QUIT',
    'HANGUP after 0.1 from [192.0.2.7]:40000 in tests after SMTP handshake',
    'DISCONNECT [192.0.2.7]:40000',
    '> [192.0.2.1]:51958: 221 2.0.0 Bye??',
    'DISCONNECT [192.0.2.1]:51958',
  ]
    .map(screened)
    .join('');
  assert.equal(readTranscript(log).detection.dialect?.id, 'postfix-v');
  assert.deepEqual(dump(log), [
    'session [192.0.2.1]:51958/1',
    '1 connect [192.0.2.1]:51958',
    '3 S 220 ×2',
    '7 C EHLO client',
    '9 S 250 ×3',
    '12 C QUIT',
    '15 S 221',
    '16 close by unknown',
    'session [192.0.2.7]:40000/3',
    '8 connect [192.0.2.7]:40000',
    '10 S 220 ×2',
    '13 error lost: HANGUP after 0.1 from [192.0.2.7]:40000 in tests after SMTP handshake',
    '14 close by unknown',
  ]);
  assert.ok(rewrite(log, 12, 'client', 'NOOP').includes('postscreen[5]: < [192.0.2.1]:51958: NOOP\n'));
});

test('with the last host that is tried, the status of a recipient tells that the connection broke', () => {
  const line = (text: string) => `Nov 30 17:58:43 mx postfix/smtp[5550]: ${text}\n`;
  const peer = 'mx.test[192.0.2.1]';
  const begun = [
    `smtp_connect_addr: trying: ${peer} port 25...`,
    ...['< 220 mx.test ESMTP', '> EHLO a.test', '< 250 mx.test', '> NOOP'].map(
      (said) => `${said[0]} ${peer}:25: ${said.slice(2)}`,
    ),
  ];
  const log = (why: string) =>
    [...begun, `D5715216: to=<b@b.test>, relay=${peer}:25, dsn=4.4.2, status=deferred (${why})`].map(line).join('');
  const lost = `lost connection with ${peer} while performing the EHLO handshake`;
  assert.ok(dump(log(lost)).includes(`6 error lost: ${lost}`));
  const late = `conversation with ${peer} timed out while performing the EHLO handshake`;
  assert.ok(dump(log(late)).includes(`6 error timeout: ${late}`));
  // What the server said has been shown.
  assert.ok(
    !dump(log(`host ${peer} said: 450 lost connection with ${peer} while busy`)).some((each) => each.includes('error')),
  );
});
