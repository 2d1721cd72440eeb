import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `INFO:mail.log:Peer: ('127.0.0.1', 48194)
INFO:mail.log:('127.0.0.1', 48194) handling connection
DEBUG:mail.log:('127.0.0.1', 48194) << b'220 localhost Python SMTP 1.4.3'
DEBUG:mail.log:_handle_client readline: b'EHLO it\\'s\\r\\n'
INFO:mail.log:('127.0.0.1', 48194) >> b"EHLO it's"
DEBUG:mail.log:('127.0.0.1', 48194) << b'250-localhost'
DEBUG:mail.log:('127.0.0.1', 48194) << b'250 HELP'
INFO:mail.log:('127.0.0.1', 48194) >> b'DATA'
DEBUG:mail.log:('127.0.0.1', 48194) << b'354 End data with <CR><LF>.<CR><LF>'
DEBUG:mail.log:DATA readline: b'Subject: \\xc3\\xa4\\r\\n'
DEBUG:mail.log:DATA readline: b'\\r\\n'
DEBUG:mail.log:DATA readline: b'.\\r\\n'
DEBUG:mail.log:('127.0.0.1', 48194) << b'250 OK'
INFO:mail.log:('127.0.0.1', 48194) connection lost
INFO:mail.log:('127.0.0.1', 48194) Connection lost during _handle_client()
`;

test('each client line once, message lines by who is sending one', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'aiosmtpd');
  assert.deepEqual(dump(LOG), [
    '2 connect 127.0.0.1',
    '3 S 220',
    "5 C EHLO it's",
    '6 S 250 ×2',
    '8 C DATA',
    '9 S 354',
    '10 data 2 lines',
    '13 S 250',
    '14 close by unknown',
  ]);
});

test('positions stand in the repr', () => {
  const { utterances } = readTranscript(LOG);
  const subject = utterances.find((each) => each.text === 'Subject: ä');
  assert.deepEqual(subject?.pieces, [
    { at: 0, line: 9, column: 32, width: 9 },
    { at: 9, line: 9, column: 41, width: 8 },
  ]);
});

test('another layout of logging, IPv6, a masked password, the same port again', () => {
  const line = (rest: string) => `2026-11-24 19:06:35,123 [mail.log] DEBUG: ('::1', 5, 0, 0) ${rest}\n`;
  const one =
    line('handling connection') + line("<< b'220 x'") + line(">> b'AUTH LOGIN'") + line("<< b'334 VXNlcm5hbWU6'");
  const log = one + line(">> b'********'") + line("<< b'235 ok'") + line('connection lost');
  assert.deepEqual(dump(log), [
    '1 connect ::1',
    '2 S 220',
    '3 C AUTH LOGIN',
    '5 secret',
    '4 S 334',
    '6 S 235',
    '7 close by unknown',
  ]);
  assert.equal(readTranscript(log + log).sessions.length, 2);
});

test("smtplib's bytes: not this format", () => {
  assert.notEqual(readTranscript("send: 'ehlo a\\r\\n'\nreply: b'250 ok\\r\\n'\n").detection.dialect?.id, 'aiosmtpd');
});

test('writes a line', () => {
  assert.equal(
    rewrite(LOG, 8, 'client', "NOOP it's").split('\n')[7],
    `INFO:mail.log:('127.0.0.1', 48194) >> b"NOOP it's"`,
  );
  assert.equal(dump(rewrite(LOG, 13, 'server', '451 no')).at(-2), '13 S 451');
});

test('a line that was written down and was too long has its answer', () => {
  const log = `INFO:mail.log:('127.0.0.1', 39498) handling connection
DEBUG:mail.log:('127.0.0.1', 39498) << b'220 mx Python SMTP 1.4.3'
INFO:mail.log:('127.0.0.1', 39498) >> b'NOOP xxx'
DEBUG:mail.log:('127.0.0.1', 39498) << b'500 Command line too long'
DEBUG:mail.log:('127.0.0.1', 39498) << b'500 Command line too long'
`;
  assert.deepEqual(dump(log).slice(1), ['2 S 220', '3 C NOOP xxx', '4 S 500', '5 gap', '5 S 500 unasked']);
});

test('the end of the input is the client going away; a line that was too long is missing', () => {
  const log = `INFO:mail.log:('127.0.0.1', 39498) handling connection
DEBUG:mail.log:('127.0.0.1', 39498) << b'220 mx Python SMTP 1.4.3'
DEBUG:mail.log:('127.0.0.1', 39498) << b'500 Command line too long'
DEBUG:mail.log:_handle_client readline: b'DATA\\r\\n'
INFO:mail.log:('127.0.0.1', 39498) >> b'DATA'
DEBUG:mail.log:('127.0.0.1', 39498) << b'354 End data with <CR><LF>.<CR><LF>'
DEBUG:mail.log:DATA readline: b'Hello\\r\\n'
INFO:mail.log:('127.0.0.1', 39498) EOF received
INFO:mail.log:Connection lost during DATA
INFO:mail.log:('127.0.0.1', 39498) connection lost
`;
  assert.deepEqual(dump(log), [
    '1 connect 127.0.0.1',
    '2 S 220',
    '3 gap',
    '3 S 500 unasked',
    '5 C DATA',
    '6 S 354',
    '8 close by client',
    '7 data 1 lines open',
  ]);
});
