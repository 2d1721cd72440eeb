import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redact } from '../../../server/src/output/redact';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `Net::SMTP>>> Net::SMTP(3.14)
Net::SMTP>>>   Net::Cmd(3.14)
Net::SMTP=GLOB(0x55d0)<<< 220 mx ESMTP
Net::SMTP=GLOB(0x55d0)>>> EHLO a\r
Net::SMTP=GLOB(0x55d0)<<< 250-mx
Net::SMTP=GLOB(0x55d0)<<< 250 STARTTLS
Net::SMTP=GLOB(0x55d0)>>> STARTTLS\r
Net::SMTP=GLOB(0x55d0)<<< 220 go
Net::SMTP::_SSL=GLOB(0x55d0)>>> AUTH CRAM-MD5\r
Net::SMTP::_SSL=GLOB(0x55d0)<<< 334 PDEyM0BteD4=\r
Net::SMTP::_SSL=GLOB(0x55d0)<<< (decoded) <123@mx>
Net::SMTP::_SSL=GLOB(0x55d0)>>> (decoded) alice 0123
Net::SMTP::_SSL=GLOB(0x55d0)>>> YWxpY2U=\r
Net::SMTP::_SSL=GLOB(0x55d0)<<< 235 ok\r
Net::SMTP::_SSL=GLOB(0x55d0)>>> DATA\r
Net::SMTP::_SSL=GLOB(0x55d0)<<< 354 go\r
Net::SMTP::_SSL=GLOB(0x55d0)>>> Subject: x
Net::SMTP::_SSL=GLOB(0x55d0)>>> .
Net::SMTP::_SSL=GLOB(0x55d0)>>> .dot
Net::SMTP::_SSL=GLOB(0x55d0)>>> .
Net::SMTP::_SSL=GLOB(0x55d0)<<< 250 queued\r
OK. Log says:
MAIL FROM:<a@b>
`;

test('dots are shown before they are doubled, what was decoded is not on the wire', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'net-smtp');
  assert.deepEqual(dump(LOG), [
    '3 S 220',
    '4 C EHLO a',
    '5 S 250 ×2',
    '7 C STARTTLS',
    '8 S 220',
    '9 C AUTH CRAM-MD5',
    '13 response YWxpY2U=',
    '10 S 334',
    '14 S 235',
    '15 C DATA',
    '16 S 354',
    '17 data 3 lines',
    '21 S 250',
  ]);
  const dots = readTranscript(LOG).utterances.filter(({ text }) => text.startsWith('.'));
  assert.deepEqual(
    dots.map(({ text }) => text),
    ['..', '..dot', '.'],
  );
  assert.deepEqual(dots[0]?.pieces, [
    { at: 0, line: 17, column: 32, width: 0 },
    { at: 1, line: 17, column: 32, width: 1 },
  ]);
});

test('an address in memory is used again; a broken connection is told', () => {
  const end = 'Net::SMTP: Net::Cmd::getline(): unexpected EOF on command channel:  at x.pl line 10.\n';
  const { sessions } = readTranscript(LOG + end + LOG);
  assert.equal(sessions.length, 2);
  assert.match(dump(LOG + end).at(-1) ?? '', /^24 error lost: /);
});

test('Net::FTP prints in the same way: not for us', () => {
  const ftp = LOG.replaceAll('Net::SMTP::_SSL', 'Net::FTP').replaceAll('Net::SMTP', 'Net::FTP');
  assert.notEqual(readTranscript(ftp).detection.dialect?.id, 'net-smtp');
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 4, 'client', 'HELO a'))[1], '4 C HELO a');
});

test('git send-email gives up on a greeting that refuses: that is no second connection', () => {
  const log = `Net::SMTP>>> Net::SMTP(3.14)
Net::SMTP=GLOB(0x55d0)<<< 554 5.7.1 no service
Net::SMTP=GLOB(0x55d0)>>> QUIT
Net::SMTP=GLOB(0x55d0)<<< 221 Bye
Unable to initialize SMTP properly. Check config and use --smtp-debug.
`;
  assert.equal(readTranscript(log).sessions.length, 1);
});

test('what Net::SMTPS tells of a login is nothing that it said, and no secret is left when it is redacted', () => {
  const lines = [
    '<<< 220 mx.test ESMTP',
    '>>> EHLO a.test',
    '<<< 250-mx.test',
    '<<< 250 AUTH PLAIN LOGIN',
    '>>> AUTH-my favorite: LOGIN',
    '>>> AUTH-server offerred: PLAIN LOGIN',
    '>>> AUTH-negotiated: LOGIN',
    '>>> AUTH LOGIN',
    '<<< 334 UGFzc3dvcmQ6',
    '<<< (decoded) Password:',
    '>>> (decoded) wonderland',
    '>>> d29uZGVybGFuZA==',
    '<<< 235 2.7.0 Ok',
  ];
  const log = lines.map((line) => `Net::SMTPS=GLOB(0x5630104c63e8)${line}\n`).join('');
  assert.deepEqual(dump(log).slice(-4), ['8 C AUTH LOGIN', '12 response d29uZGVybGFuZA==', '9 S 334', '13 S 235']);
  const redacted = redact(log, readTranscript(log), {
    credentials: true,
    addresses: false,
    ips: false,
    messages: false,
  });
  assert.ok(!/wonderland|d29uZGVybGFuZA/.test(redacted), redacted);
});
