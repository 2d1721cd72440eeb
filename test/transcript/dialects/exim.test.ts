import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const SERVED = `27330 Process 27330 is handling incoming connection from [192.0.2.9]:36878
27330 host in host_lookup? no (end of list)
27330 SMTP>> 220 mx.example.test ESMTP Exim 4.96
27330 SMTP<< EHLO client.sender.test
27330 SMTP>> 250-mx.example.test Hello client.sender.test [192.0.2.9]
27330        250-SIZE 40960
27330        250 HELP
27330 SMTP<< MAIL FROM:<alice@sender.test>
27330 SMTP>> 250 OK
27330 SMTP<< RCPT TO:<bob@example.test>
27330 SMTP>> 250 Accepted
27330 SMTP<< DATA
27330 SMTP>> 354 Enter message, ending with "." on a line by itself
27330 >>Headers received:
27330 Subject: Quarterly numbers
27330 SMTP>> 250 OK id=1xVvqa-00075Y-1P
27330 SMTP<< QUIT
27330 SMTP>> 221 mx.example.test closing connection
27330 SMTP>>(close on process exit)
`;

test('the daemon: << is the client, lines of a reply go on under it, message text is not shown', () => {
  assert.equal(readTranscript(SERVED).detection.dialect?.id, 'exim-debug');
  assert.deepEqual(dump(SERVED), [
    '1 connect [192.0.2.9]:36878',
    '3 S 220',
    '4 C EHLO client.sender.test',
    '5 S 250 ×3',
    '8 C MAIL FROM:<alice@sender.test>',
    '9 S 250',
    '10 C RCPT TO:<bob@example.test>',
    '11 S 250',
    '12 C DATA',
    '13 S 354',
    '- data ? lines',
    '16 S 250',
    '17 C QUIT',
    '18 S 221',
    '19 close by server',
  ]);
});

test('the client: >> is the client, what it sends to authenticate and the message are not shown', () => {
  const log = `Connecting to mx.remote.test [192.0.2.1]:25 ... connected
  SMTP<< 220 mx.remote.test ESMTP
  SMTP>> EHLO mx.example.test
  SMTP<< 250-mx.remote.test
         250-PIPELINING
         250 AUTH CRAM-MD5
  SMTP>> AUTH CRAM-MD5
  SMTP<< 334 PDEyMz4=
  SMTP>> ************************
  SMTP<< 235 Authentication successful
  SMTP|> MAIL FROM:<alice@sender.test> SIZE=1345
  SMTP|> RCPT TO:<bob@remote.test>
  SMTP>> DATA
  SMTP<< 250 Accepted
  SMTP<< 250 Accepted
  SMTP<< 354 End data with <CR><LF>.<CR><LF>
  SMTP>> writing message and terminating "."
  SMTP<< 250 queued
  SMTP+> QUIT
  SMTP(shutdown)>>
  SMTP<< 221 Bye
  SMTP(close)>>
`;
  assert.deepEqual(dump(log), [
    '1 connect mx.remote.test:25',
    '2 S 220',
    '3 C EHLO mx.example.test',
    '4 S 250 ×3',
    '7 C AUTH CRAM-MD5',
    '9 secret',
    '8 S 334',
    '10 S 235',
    '11 C MAIL FROM:<alice@sender.test> SIZE=1345',
    '14 S 250',
    '12 C RCPT TO:<bob@remote.test>',
    '15 S 250',
    '13 C DATA',
    '16 S 354',
    '17 data ? lines',
    '18 S 250',
    '19 C QUIT',
    '21 S 221',
    '22 close by client',
  ]);
});

test('a callout in the middle of a session is a session of its own, with the same process', () => {
  const log = `20:36:17  9182 Process 9182 is handling incoming connection from [127.0.0.1]
20:36:17  9182 SMTP>> 220 mx.example.test ESMTP
20:36:17  9182 SMTP<< RCPT TO:<bob@example.test>
20:36:17  9182 Connecting to 127.0.0.1 [127.0.0.1]:3101 ... 127.0.0.1 in hosts_try_fastopen? yes
20:36:17  9182   SMTP<< 220 mx.remote.test ESMTP ready
20:36:17  9182   SMTP>> QUIT
20:36:17  9182   SMTP<< 221 Bye
20:36:17  9182   SMTP(close)>>
20:36:17  9182 SMTP>> 250 Accepted
`;
  assert.deepEqual(dump(log), [
    'session 9182:server/1',
    '1 connect [127.0.0.1]',
    '2 S 220',
    '3 C RCPT TO:<bob@example.test>',
    '9 S 250',
    'session 9182:client/2',
    '4 connect 127.0.0.1:3101',
    '5 S 220',
    '6 C QUIT',
    '7 S 221',
    '8 close by client',
  ]);
});

test('CHUNKING: the octets of a chunk are counted, not shown', () => {
  const log = `  SMTP<< 220 mx ESMTP
  SMTP>> EHLO a.test
  SMTP<< 250-mx
         250 CHUNKING
  SMTP+> BDAT 322 LAST
  SMTP+> QUIT
  SMTP<< 250- 322 byte chunk, total 322
         250 OK id=1xVxf4-0003pg-0s
  SMTP<< 221 mx closing connection
`;
  assert.deepEqual(dump(log).slice(3), ['5 C BDAT 322 LAST', '5 data ? lines', '7 S 250 ×2', '6 C QUIT', '9 S 221']);
});

test('older daemons wrote the further lines of a reply without a prefix', () => {
  const log = `12345 SMTP>> 220 mx ESMTP Exim 4.63
12345 SMTP<< EHLO a.test
12345 SMTP>> 250-mx Hello a.test
250-SIZE 52428800
250 HELP
12345 SMTP<< QUIT
12345 SMTP>> 221 mx closing connection
`;
  assert.deepEqual(dump(log).slice(1, 3), ['2 C EHLO a.test', '3 S 250 ×3']);
});

test('no connection', () => {
  const log = `delivering 1xVxEj-0002JM-2U
Connecting to dead.test [192.0.2.7]:25 ... failed: Connection refused
LOG: MAIN
  == a@dead.test R=dead T=dead defer (111): Connection refused
`;
  assert.deepEqual(dump(log), ['2 connect dead.test:25', '2 error connect: failed: Connection refused']);
});

test('debugging without a dialogue, and arrows of other kinds: not this format', () => {
  for (const log of [
    '27330 >>>>>>>>>>>> routing bob@example.test\n27330 DKIM >> Body data\n',
    'x << 3;\ny >> 220;\n',
  ]) {
    assert.equal(readTranscript(log).detection.dialect, undefined);
  }
});

test('writes a line of either side', () => {
  assert.equal(rewrite(SERVED, 8, 'client', 'RSET').split('\n')[7], '27330 SMTP<< RSET');
  assert.equal(rewrite(SERVED, 9, 'server', '550 no').split('\n')[8], '27330 SMTP>> 550 no');
  assert.equal(dump(rewrite(SERVED, 8, 'client', 'NOOP'))[4], '8 C NOOP');
  const log = '  SMTP<< 220 mx ESMTP\n  SMTP>> EHLO a.test\n';
  assert.equal(rewrite(log, 2, 'client', 'HELO a.test'), '  SMTP<< 220 mx ESMTP\n  SMTP>> HELO a.test\n');
});

test('what is written when the client is gone answers nothing', () => {
  const log = `22216 SMTP>> 220 mx ESMTP Exim 4.96
22216 SMTP<< DATA
22216 SMTP>> 354 Enter message, ending with "." on a line by itself
22216 LOG: MAIN
22216   SMTP connection from (c) [127.0.0.1] lost while reading message data
22216 SMTP>> 421 Lost incoming connection
`;
  const shown = dump(log);
  assert.equal(
    shown.some((line) => line.includes('S 421')),
    false,
  );
  assert.equal(shown.filter((line) => line.includes('lost')).length, 2);
});

test('the reason why a recipient waits tells of the handshake that failed, of no other connection', () => {
  const asked = [
    'Connecting to 127.0.0.1 [127.0.0.1]:25 ...  connected',
    '  SMTP<< 220 mx.test ESMTP',
    '  SMTP>> STARTTLS',
  ];
  const closed = [...asked, '  SMTP<< 220 Go ahead', '  SMTP(close)>>', 'LOG: MAIN'];
  const why = '  == b@b.test R=smart T=remote defer (-37) H=mx.test [192.0.2.1]: TLS session: (gnutls_handshake): no';
  assert.equal(dump([...closed, why].join('\n')).at(-1), '7 error tls: TLS session: (gnutls_handshake): no');
  const next = 'Connecting to 127.0.0.1 [127.0.0.1]:26 ...  failed: Connection refused';
  assert.ok(!dump([...closed, next, why].join('\n')).some((line) => line.includes('error tls')));
});
