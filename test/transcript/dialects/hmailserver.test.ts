import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `"DEBUG"\t4248\t"2012-01-13 16:21:20.000"\t"Creating session 113"
"TCPIP"\t4248\t"2012-01-13 16:21:20.000"\t"TCP - 192.168.127.15 connected to 192.168.127.2:587."
"DEBUG"\t4248\t"2012-01-13 16:21:20.000"\t"TCP connection started for session 113"
"SMTPD"\t4248\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"SENT: 220 hm.test ESMTP"
"SMTPD"\t4248\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"RECEIVED: EHLO c"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"SENT: 250-hm.test[nl]250-SIZE 20480000[nl]250-STARTTLS[nl]250 AUTH LOGIN"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"RECEIVED: STARTTLS"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"SENT: 220 Ready to start TLS"
"TCPIP"\t4249\t"2012-01-13 16:21:21.044"\t"TCPConnection - TLS/SSL handshake completed. Session Id: 113, Remote IP: 192.168.127.15, Version: TLSv1.2, Cipher: ECDHE-RSA-AES256-GCM-SHA384, Bits: 256"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"RECEIVED: EHLO c"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"SENT: 250-hm.test[nl]250-SIZE 20480000[nl]250 AUTH LOGIN"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"RECEIVED: AUTH LOGIN"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"SENT: 334 VXNlcm5hbWU6"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"RECEIVED: dGVzdEB0ZXN0LmNvbQ=="
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"SENT: 334 UGFzc3dvcmQ6"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"RECEIVED: ***"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"SENT: 235 authenticated."
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"RECEIVED: MAIL FROM:<a@hm.test>"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"SENT: 250 OK"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"RECEIVED: RCPT TO:<b@x.test>"
"SMTPC"\t102\t118\t"2012-01-13 16:21:21.050"\t"203.0.113.10"\t"RECEIVED: 220 mx.example.org ESMTP"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"SENT: 250 OK"
"SMTPC"\t102\t118\t"2012-01-13 16:21:21.050"\t"203.0.113.10"\t"SENT: HELO hm.test"
"SMTPC"\t102\t118\t"2012-01-13 16:21:21.050"\t"203.0.113.10"\t"RECEIVED: 250 mx"
"SMTPC"\t102\t118\t"2012-01-13 16:21:21.050"\t"203.0.113.10"\t"SENT: MAIL FROM:<q@hm.test>"
"SMTPC"\t102\t118\t"2012-01-13 16:21:21.050"\t"203.0.113.10"\t"RECEIVED: 250 ok"
"SMTPC"\t102\t118\t"2012-01-13 16:21:21.050"\t"203.0.113.10"\t"SENT: RCPT TO:<a@example.org>"
"SMTPC"\t102\t118\t"2012-01-13 16:21:21.050"\t"203.0.113.10"\t"RECEIVED: 250 ok"
"SMTPC"\t102\t118\t"2012-01-13 16:21:21.050"\t"203.0.113.10"\t"SENT: DATA"
"SMTPC"\t102\t118\t"2012-01-13 16:21:21.050"\t"203.0.113.10"\t"RECEIVED: 354 go"
"SMTPC"\t102\t118\t"2012-01-13 16:21:21.050"\t"203.0.113.10"\t"SENT: [nl]."
"SMTPC"\t102\t118\t"2012-01-13 16:21:21.050"\t"203.0.113.10"\t"RECEIVED: 250 2.0.0 Queued"
"SMTPC"\t102\t118\t"2012-01-13 16:21:21.050"\t"203.0.113.10"\t"SENT: QUIT"
"SMTPC"\t102\t118\t"2012-01-13 16:21:21.050"\t"203.0.113.10"\t"RECEIVED: 221 bye"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"RECEIVED: DATA"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"SENT: 354 OK, send."
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"SENT: 250 Queued (0.000 seconds)"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"RECEIVED: QUIT"
"SMTPD"\t4249\t113\t"2012-01-13 16:21:21.044"\t"192.168.127.15"\t"SENT: 221 goodbye"
"DEBUG"\t4249\t"2012-01-13 16:21:21.044"\t"Ending session 113"
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'hmailserver');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session 113',
    '3 connect',
    '4 S 220',
    '5 C EHLO c',
    '6 S 250 ×4',
    '7 C STARTTLS',
    '8 S 220',
    '9 tls TLSv1.2',
    '10 C EHLO c',
    '11 S 250 ×3',
    '12 C AUTH LOGIN',
    '14 response dGVzdEB0ZXN0LmNvbQ==',
    '16 secret',
    '13 S 334',
    '15 S 334',
    '17 S 235',
    '18 C MAIL FROM:<a@hm.test>',
    '19 S 250',
    '20 C RCPT TO:<b@x.test>',
    '22 S 250',
    '35 C DATA',
    '36 S 354',
    '- data ? lines',
    '37 S 250',
    '38 C QUIT',
    '39 S 221',
    '40 close by unknown',
    'session 118',
    '21 S 220',
    '23 C HELO hm.test',
    '24 S 250',
    '25 C MAIL FROM:<q@hm.test>',
    '26 S 250',
    '27 C RCPT TO:<a@example.org>',
    '28 S 250',
    '29 C DATA',
    '30 S 354',
    '31 data ? lines',
    '32 S 250',
    '33 C QUIT',
    '34 S 221',
  ]);
});

test('IMAP in the same log: not this format', () => {
  assert.notEqual(
    readTranscript('"IMAPD"\t5444\t11\t"2020-02-28 15:08:39.717"\t"192.168.100.21"\t"SENT: 3 OK LOGIN completed"\n')
      .detection.dialect?.id,
    'hmailserver',
  );
});

test('a line that it writes reads as what was said', () => {
  const dialect = dialectById('hmailserver');
  assert.ok(dialect);
  const lines = LOG.split(/(?<=\n)/).map((text, number) => lineAt(text, 0, text.length, number));
  const peelers = detectPeelers(lines, dialect);
  const { utterances } = readTranscript(LOG);
  const said = utterances.find(({ speaker, text }) => speaker === 'client' && text.startsWith('EHLO'));
  assert.ok(said);
  const line = lines[said.line];
  assert.ok(line);
  const like = peel(line, peelers);
  const written = line.text.slice(0, like.from) + dialect.write('client', 'NOOP', like);
  const again = readTranscript([...lines.slice(0, said.line + 1).map(({ text }) => text), written].join('\n'), dialect);
  assert.equal(again.utterances.filter(({ speaker }) => speaker === 'client').at(-1)?.text, 'NOOP');
});
