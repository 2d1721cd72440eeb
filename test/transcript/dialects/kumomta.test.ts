import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';
import { rewrite } from '../../helpers/rewrite';

const A = '[192.0.2.10:55424->198.51.100.1:25] ';
const B = '[192.0.2.77:41210->198.51.100.1:25] ';

const LOG = `${A}      === Connected 2026-11-30 10:15:00.000313 UTC
${B}      === Connected 2026-11-30 10:15:00.000313 UTC
${A} 62ms <-  220 mx.example.org ESMTP ready
${B} 62ms <-  220 mx.example.org ESMTP ready
${A} 93ms  -> EHLO client.example.net
${B} 93ms  -> QUIT
${A}124ms === smtp_server_ehlo: Ok
${A}155ms <-  250-mx.example.org
${B}155ms <-  221 2.0.0 Bye
${A}186ms <-  250 STARTTLS
${A}341ms  -> STARTTLS
${A}372ms <-  220 2.0.0 Ready to start TLS
${A}403ms === conn_meta tls_cipher="TLS13_AES_256_GCM_SHA384"
${B}434ms === Closed
${A}434ms  -> EHLO client.example.net
${A}496ms <-  250 mx.example.org
${A}868ms  -> MAIL FROM:<a@example.org>
${A}899ms <-  250 2.1.0 Sender OK
${A}930ms  -> RCPT TO:<b@example.net>
${A}961ms <-  250 2.1.5 Recipient OK
${A}992ms  -> DATA
${A}1023ms <-  354 Go ahead
${A}1054ms  -> Subject: hello
${A}1147ms  -> 
${A}1209ms  -> .
${A}1240ms <-  250 2.6.0 Queued as 4F2A1
${A}1271ms  -> QUIT
${A}1302ms <-  221 2.0.0 Bye
${A}1333ms === Closed
`;

test('connections that speak at the same time', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'kumomta');
  assert.deepEqual(dump(LOG), [
    'session 192.0.2.10:55424->198.51.100.1:25/1',
    '1 connect 192.0.2.10',
    '3 S 220',
    '5 C EHLO client.example.net',
    '8 S 250 ×2',
    '11 C STARTTLS',
    '12 S 220',
    '13 tls',
    '15 C EHLO client.example.net',
    '16 S 250',
    '17 C MAIL FROM:<a@example.org>',
    '18 S 250',
    '19 C RCPT TO:<b@example.net>',
    '20 S 250',
    '21 C DATA',
    '22 S 354',
    '23 data 2 lines',
    '26 S 250',
    '27 C QUIT',
    '28 S 221',
    '29 close by unknown',
    'session 192.0.2.77:41210->198.51.100.1:25/2',
    '2 connect 192.0.2.77',
    '4 S 220',
    '6 C QUIT',
    '9 S 221',
    '14 close by unknown',
  ]);
  assert.deepEqual(summary(LOG), []);
  assert.ok(rewrite(LOG, 5, 'server', '250 ok').includes(`${A} 93ms <-  250 ok\n`));
});

test('a connection that closes in a message, or before its answer', () => {
  const lines = LOG.split('\n');
  const end = `${A}1333ms === Closed\n`;
  assert.deepEqual(summary([...lines.slice(0, 23), end].join('\n')), ['24 warning delivery.connection-lost']);
  assert.deepEqual(summary([...lines.slice(0, 25), end].join('\n')), ['26 warning delivery.connection-lost']);
});
