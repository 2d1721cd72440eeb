import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';
import { rewrite } from '../../helpers/rewrite';

const A = ' [deb] 10:00:01 0.034310 Geary: [mail.example.org/default:587/connected] ';

const LOG = `${A}SMTP Greeting: 220 mail.example.org ESMTP Postfix

${A}SMTP Request: EHLO client.example.org
${A}SMTP Response: 250-mail.example.org
250-SIZE 52428800
250 AUTH PLAIN LOGIN

${A}SMTP Request: AUTH login
${A}SMTP Response: 334 VXNlcm5hbWU6

${A}SMTP AUTH Challenge recvd
${A}SMTP Response: 334 UGFzc3dvcmQ6

${A}SMTP AUTH Challenge recvd
${A}SMTP Response: 235 2.7.0 Authentication successful

${A}SMTP Request: MAIL FROM:<anna@example.org>
${A}SMTP Response: 250 2.1.0 Ok

${A}SMTP Request: RCPT TO:<ben@example.net>
${A}SMTP Response: 250 2.1.5 Ok

${A}SMTP Request: DATA
${A}SMTP Response: 354 End data with <CR><LF>.<CR><LF>

${A}SMTP Data: <623>
${A}SMTP Response: 250 2.0.0 Ok: queued as 4F1C2A0B9D

${A}SMTP Request: QUIT
${A}SMTP Response: 221 2.0.0 Bye

${A}SMTP Greeting: 220 mail.example.org ESMTP Postfix
`;

test('replies of several lines, and what is not shown', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'geary');
  assert.deepEqual(dump(LOG), [
    'session mail.example.org/default:587/1',
    '1 connect',
    '1 S 220',
    '3 C EHLO client.example.org',
    '4 S 250 ×3',
    '8 C AUTH login',
    '11 secret',
    '14 secret',
    '9 S 334',
    '12 S 334',
    '15 S 235',
    '17 C MAIL FROM:<anna@example.org>',
    '18 S 250',
    '20 C RCPT TO:<ben@example.net>',
    '21 S 250',
    '23 C DATA',
    '24 S 354',
    '26 data ? lines',
    '27 S 250',
    '29 C QUIT',
    '30 S 221',
    'session mail.example.org/default:587/2',
    '32 connect',
    '32 S 220',
  ]);
  assert.deepEqual(summary(LOG), []);
  assert.ok(rewrite(LOG, 3, 'client', 'NOOP').includes(`${A}SMTP Request: NOOP\n`));
});

test('a password that is masked, and a refusal', () => {
  const refused = LOG.replace('250 2.1.5 Ok', '550 5.1.1 User unknown').replace(
    /AUTH login[\s\S]*Challenge recvd\n/,
    'AUTH plain ****\n',
  );
  assert.deepEqual(summary(refused), [
    '15 warning delivery.recipient-refused',
    '17 error sequence.data-without-recipients',
  ]);
});
