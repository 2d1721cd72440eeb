import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/reader';
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

test('only some codes say that a command came out of order', () => {
  const head = 'Nov 29 16:28:45 mx courieresmtpd: error,relay=::ffff:192.0.2.1,port=35624,msg=';
  const log = `${head}"502 ESMTP command error",cmd: DATA
${head}"535 Authentication required.",cmd: MAIL FROM:<a@example.com>
`;
  assert.deepEqual(dump(log), [
    '1 delivery warning client=::ffff:192.0.2.1 code=502 fault=order reason="502 ESMTP command error"',
    '2 delivery rejected client=::ffff:192.0.2.1 code=535 reason="535 Authentication required."',
  ]);
});
