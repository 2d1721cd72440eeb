import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `Nov 29 16:28:43 mx courieresmtpd: started,ip=[::ffff:192.0.2.1],port=[35608]
Nov 29 16:28:43 mx courieresmtpd: EHLO client.example.com
Nov 29 16:28:43 mx courieresmtpd: MAIL FROM:<alice@example.com>
Nov 29 16:28:43 mx courieresmtpd: RCPT TO:<bob@example.org>
Nov 29 16:28:43 mx courieresmtpd: RCPT TO:<ghost@example.org>
Nov 29 16:28:43 mx courieresmtpd: error,relay=::ffff:192.0.2.1,port=35608,from=<alice@example.com>,to=<ghost@example.org>: 550 User <ghost> unknown
Nov 29 16:28:43 mx courieresmtpd: DATA
Nov 29 16:28:44 mx courieresmtpd: DATA
Nov 29 16:28:44 mx courieresmtpd: error,relay=::ffff:192.0.2.1,port=35608,msg="502 ESMTP command error",cmd: DATA
Nov 29 16:28:44 mx courieresmtpd: QUIT
Nov 29 16:28:50 mx courieresmtpd: started,ip=[::ffff:192.0.2.1],port=[35609]
Nov 29 16:28:50 mx courieresmtpd: EHLO client.example.com
Nov 29 16:28:51 mx courieresmtpd: started,ip=[::ffff:192.0.2.2],port=[35610]
Nov 29 16:28:51 mx courieresmtpd: EHLO other.example.com
Nov 29 16:28:52 mx courieresmtpd: MAIL FROM:<alice@example.com>
Nov 29 16:28:52 mx courieresmtpd: MAIL FROM:<carol@example.com>
Nov 29 16:28:52 mx courieresmtpd: error,relay=::ffff:192.0.2.2,port=35610,msg="535 Authentication failed.",cmd: AUTH LOGIN user
Nov 29 16:45:00 mx courieresmtpd: started,ip=[::ffff:192.0.2.3],port=[35611]
Nov 29 16:45:00 mx courieresmtpd: HELO third.example.com
`;

test('what is refused is told, what is accepted is not; of two clients at a time nobody knows who speaks', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'courier');
  assert.deepEqual(dump(LOG), [
    'session 35608/1',
    '1 connect ::ffff:192.0.2.1',
    '2 C EHLO client.example.com',
    '3 C MAIL FROM:<alice@example.com>',
    '4 C RCPT TO:<bob@example.org>',
    '5 C RCPT TO:<ghost@example.org>',
    '6 S 550',
    '7 C DATA',
    '8 data ? lines',
    '8 C DATA',
    '9 S 502',
    '10 C QUIT',
    '10 gap',
    '10 close by unknown',
    'session 35609/2',
    '11 connect ::ffff:192.0.2.1',
    '12 C EHLO client.example.com',
    '13 gap',
    '13 close by unknown',
    'session error/3',
    '17 delivery warning client=::ffff:192.0.2.2 code=535 fault=auth reason="535 Authentication failed."',
    'session 35611/4',
    '18 connect ::ffff:192.0.2.3',
    '19 C HELO third.example.com',
    '19 gap',
  ]);
});

test('the reply stands before the status that it had', () => {
  const head = 'Nov 29 16:31:01 mx courieresmtp: id=24E6CA.6B0C5345.0519,from=<bob@example.org>,addr=';
  const log = `Nov 29 16:31:01 mx courierd: newmsg,id=24E6CA.6B0C5345.0519: dns; localhost (localhost [127.0.0.1])
${head}<grey@elsewhere.test>: 451-4.7.1 Greylisted,
${head}<grey@elsewhere.test>: 451 4.7.1 try again later
${head}<grey@elsewhere.test>,status: deferred
${head}<ghost@elsewhere.test>: No such domain.
${head}<ghost@elsewhere.test>,status: failure
${head}<bob@elsewhere.test>,success: delivered: mx.elsewhere.test [192.0.2.9]
${head}<bob@elsewhere.test>,status: success
`;
  assert.deepEqual(dump(log), [
    '1 delivery received queue=24E6CA.6B0C5345.0519 client="localhost (localhost [127.0.0.1])"',
    '4 delivery deferred queue=24E6CA.6B0C5345.0519 from=<bob@example.org> to=<grey@elsewhere.test> code=451 enhanced=4.7.1 reason="451 4.7.1 Greylisted,"',
    '6 delivery bounced queue=24E6CA.6B0C5345.0519 from=<bob@example.org> to=<ghost@elsewhere.test> reason="No such domain."',
    '7 delivery sent queue=24E6CA.6B0C5345.0519 from=<bob@example.org> to=<bob@elsewhere.test> relay="mx.elsewhere.test [192.0.2.9]"',
  ]);
});

test('its words for a refusal are the same for many a fault', () => {
  const faults = [
    ['DATA', '502 ESMTP command error', 'order'],
    ['MAIL FROM:<x@y.test>', '502 ESMTP command error', 'order'],
    ['MAIL FROM:<a@b.test>', '502 Polite people say HELO first', 'order'],
    ['MAIL FROM:alice', '502 ESMTP command error', 'syntax'],
    ['RCPT TO:bob', '554 Syntax error - your mail software violates RFC 821.', 'syntax'],
    ['EHLO', '502 ESMTP command error', 'syntax'],
    ['FOO', '502 ESMTP command error', 'unknown-command'],
    ['GET / HTTP/1.0', '502 ESMTP command error', 'other-protocol'],
    ['AUTH LOGIN user', '535 Authentication failed.', 'auth'],
    ['AUTH FOO', '502 ESMTP command error', undefined],
    ['MAIL FROM:<alice@example.com>', '535 Authentication required.', undefined],
    ['MAIL FROM:<alice@example.com> SIZE=99999', '534 SIZE=Message too big.', undefined],
    ['STARTTLS', '540 TLS not available.', undefined],
  ] as const;
  const head = 'Nov 29 22:36:10 mx courieresmtpd: error,relay=::ffff:192.0.2.1,port=51916,msg=';
  const log = faults.map(([command, reply]) => `${head}"${reply}",cmd: ${command}\n`).join('');
  assert.deepEqual(
    dump(log).map((line) => /fault=(\S+)/.exec(line)?.[1]),
    faults.map(([, , fault]) => fault),
  );
});

test('what its parts tell is none of the client’s words', () => {
  const head = 'Nov 29 22:36:03 mx courieresmtpd: ';
  const log = `${head}started,ip=[::ffff:192.0.2.1],port=[51874]
${head}EHLO client.example.com
${head}MAIL FROM:<alice@example.com>
${head}RCPT TO:<ghost@example.org>
${head}authdaemon: s_connect() failed: No such file or directory
${head}error,relay=::ffff:192.0.2.1,port=51874,from=<alice@example.com>,to=<ghost@example.org>: 450 Service temporarily unavailable.
`;
  assert.deepEqual(dump(log).slice(3, 5), ['4 C RCPT TO:<ghost@example.org>', '6 S 450']);
});
