import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';
import { rewrite } from '../../helpers/rewrite';

const A = '[2026-11-30 10:15:00] [1234] [smtp_25_tcp 1240] [192.0.2.10:45678] ';
const B = '[2026-11-30 10:15:00] [1234] [smtp_25_tcp 1241] [192.0.2.77:40012] ';

const LOG = `${A}connect
${B}connect
${A}send: 220 mx.example.org ESMTP ready
${B}send: 220 mx.example.org ESMTP ready
${A}recv: EHLO client.example.net
${B}recv: EHLO other.example.net
${A}send: 250-mx.example.org
${B}send: 250 mx.example.org
${A}send: 250 STARTTLS
${A}recv: STARTTLS
${A}send: 220 2.0.0 Ready to start TLS
${B}recv: QUIT
${A}info: Connection successfully upgraded to SSL
${A}recv: EHLO client.example.net
${B}send: 221 2.0.0 Bye
${A}send: 250 mx.example.org
${B}disconnect
${B}stat: 0 mails=0 recips=0 auth= creds= bytes=0 tls=0 cipher=
${A}recv: MAIL FROM:<a@example.org>
${A}send: 250 2.1.0 Sender OK
${A}recv: RCPT TO:<b@example.net>
${A}send: 250 2.1.5 Recipient OK
${A}recv: DATA
${A}send: 354 Start mail input; end with <CRLF>.<CRLF>
${A}recv: Subject: hello
${A}recv: 
${A}recv: .
${A}send: 250 2.6.0 Queued as 4F2A1
${A}recv: QUIT
${A}send: 221 2.0.0 Bye
${A}disconnect
`;

test('connections that speak at the same time', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'inetsim');
  assert.deepEqual(dump(LOG), [
    'session 1240 192.0.2.10:45678/1',
    '1 connect 192.0.2.10',
    '3 S 220',
    '5 C EHLO client.example.net',
    '7 S 250 ×2',
    '10 C STARTTLS',
    '11 S 220',
    '13 tls',
    '14 C EHLO client.example.net',
    '16 S 250',
    '19 C MAIL FROM:<a@example.org>',
    '20 S 250',
    '21 C RCPT TO:<b@example.net>',
    '22 S 250',
    '23 C DATA',
    '24 S 354',
    '25 data 2 lines',
    '28 S 250',
    '29 C QUIT',
    '30 S 221',
    '31 close by unknown',
    'session 1241 192.0.2.77:40012/2',
    '2 connect 192.0.2.77',
    '4 S 220',
    '6 C EHLO other.example.net',
    '8 S 250',
    '12 C QUIT',
    '15 S 221',
    '17 close by unknown',
  ]);
  assert.deepEqual(summary(LOG), []);
  assert.ok(rewrite(LOG, 5, 'client', 'NOOP').includes(`${A}recv: NOOP\n`));
});

test('a connection that ends in a message, or before its answer', () => {
  const lines = LOG.split('\n');
  const end = `${A}disconnect\n`;
  assert.deepEqual(summary([...lines.slice(0, 24), end].join('\n')), ['25 warning delivery.connection-lost']);
  assert.deepEqual(summary([...lines.slice(0, 27), end].join('\n')), ['28 warning delivery.connection-lost']);
  const probe = summary([...lines.slice(0, 9), end].join('\n'));
  assert.ok(!probe.some((each) => each.endsWith('delivery.connection-lost')), probe.join(', '));
});

test('what INetSim writes in place of mail data, and a client that it waits for in vain', () => {
  const begins = LOG.split('\n').slice(0, 24).join('\n');
  const message = `${begins}
${A}recv: <(MESSAGE)> (32 bytes)
${A}recv: .
${A}send: 250 Ok
${A}recv: BDAT 14 LAST
${A}recv: <(CHUNK)> (14 bytes)
${A}send: 250 Ok
`;
  assert.deepEqual(
    dump(message).filter((line) => /^2[5-9] |^30 /.test(line)),
    ['25 data ? lines', '27 S 250', '28 C BDAT 14 LAST', '29 data ? lines', '30 S 250'],
  );
  assert.ok(summary(`${begins}\n${A}disconnect (timeout)\n`).includes('25 warning delivery.connection-lost'));
});
