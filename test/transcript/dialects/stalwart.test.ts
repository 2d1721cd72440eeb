import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';
import { rewrite } from '../../helpers/rewrite';

const PEERS = { a: 'remoteIp = 192.0.2.10, remotePort = 59010', b: 'remoteIp = 192.0.2.77, remotePort = 59020' };

function entry(peer: 'a' | 'b', what: string, text?: string): string {
  const contents = text === undefined ? '' : `, size = ${text.length}, contents = ${JSON.stringify(text)}`;
  return `2026-11-30T10:15:00Z TRACE Some words (${what}) listenerId = "smtp", localPort = 25, ${PEERS[peer]}${contents}\n`;
}
const client = (peer: 'a' | 'b', text: string) => entry(peer, 'smtp.raw-input', text);
const server = (peer: 'a' | 'b', text: string) => entry(peer, 'smtp.raw-output', text);

const MAIL = [
  entry('a', 'smtp.connection-start'),
  entry('b', 'smtp.connection-start'),
  server('a', '220 mx.example.org ESMTP ready\r\n'),
  server('b', '220 mx.example.org ESMTP ready\r\n'),
  client('a', 'EHLO client.example.net\r\n'),
  entry('a', 'smtp.ehlo'),
  client('b', 'QUIT\r\n'),
  server('a', '250-mx.example.org\r\n250 STARTTLS\r\n'),
  server('b', '221 2.0.0 Bye\r\n'),
  entry('b', 'smtp.connection-end'),
  client('a', 'STARTTLS\r\n'),
  server('a', '220 2.0.0 Ready to start TLS\r\n'),
  entry('a', 'tls.handshake'),
  client('a', 'EHLO client.example.net\r\n'),
  server('a', '250 mx.example.org\r\n'),
  client('a', 'MAIL FROM:<a@exam'),
  client('a', 'ple.org>\r\n'),
  server('a', '250 2.1.0 Sender OK\r\n'),
  client('a', 'RCPT TO:<b@example.net>\r\n'),
  server('a', '250 2.1.5 Recipient OK\r\n'),
  client('a', 'DATA\r\n'),
  server('a', '354 Go ahead\r\n'),
];
const MESSAGE = client('a', 'Subject: "hello"\r\n\r\nHello there.\r\n.\r\n');
const END = entry('a', 'smtp.connection-end');
const LOG = [
  ...MAIL,
  MESSAGE,
  server('a', '250 2.6.0 Queued\r\n'),
  client('a', 'QUIT\r\n'),
  server('a', '221 2.0.0 Bye\r\n'),
  END,
].join('');

test('connections that speak at the same time, and a line in two entries', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'stalwart');
  assert.deepEqual(dump(LOG), [
    `session ${PEERS.a}/1`,
    '1 connect 192.0.2.10',
    '3 S 220',
    '5 C EHLO client.example.net',
    '8 S 250 ×2',
    '11 C STARTTLS',
    '12 S 220',
    '13 tls',
    '14 C EHLO client.example.net',
    '15 S 250',
    '16 C MAIL FROM:<a@example.org>',
    '18 S 250',
    '19 C RCPT TO:<b@example.net>',
    '20 S 250',
    '21 C DATA',
    '22 S 354',
    '23 data 3 lines',
    '24 S 250',
    '25 C QUIT',
    '26 S 221',
    '27 close by unknown',
    `session ${PEERS.b}/2`,
    '2 connect 192.0.2.77',
    '4 S 220',
    '7 C QUIT',
    '9 S 221',
    '10 close by unknown',
  ]);
  assert.deepEqual(summary(LOG), []);
  const written = rewrite(LOG, 5, 'server', '250 ok "x"');
  assert.ok(
    written.includes(
      `(smtp.raw-output) listenerId = "smtp", localPort = 25, ${PEERS.a}, size = 12, contents = "250 ok \\"x\\"\\r\\n"\n`,
    ),
  );
});

test('a connection that ends in a message, or before its answer', () => {
  assert.deepEqual(summary([...MAIL, END].join('')), ['23 warning delivery.connection-lost']);
  assert.deepEqual(summary([...MAIL, MESSAGE, END].join('')), ['24 warning delivery.connection-lost']);
});

test('before version 0.6', () => {
  const head =
    '2026-11-30T10:15:00.037000Z TRACE session{instance="smtp" protocol=Smtp remote.ip="192.0.2.10" remote.port=59010}: smtp::inbound::session: ';
  const log = [
    'event="write" data="220 mx.example.org ESMTP ready\\r\\n" size=32',
    'event="read" data="EHLO client.example.net\\r\\n" size=25',
    'event="write" data="250-mx.example.org\\r\\n250 HELP\\r\\n" size=32',
    'event="read" data="RCPT TO:<b@example.org>\\r\\n" size=25',
    'event="write" data="503 5.5.1 MAIL first\\r\\n" size=22',
  ]
    .map((each) => `${head}${each}\n`)
    .join('');
  assert.deepEqual(dump(log), [
    '1 connect 192.0.2.10',
    '1 S 220',
    '2 C EHLO client.example.net',
    '3 S 250 ×2',
    '4 C RCPT TO:<b@example.org>',
    '5 S 503',
  ]);
  assert.ok(summary(log).includes('4 error sequence.rcpt-before-mail'));
  assert.ok(rewrite(log, 2, 'client', 'NOOP').includes(`${head}event="read" data="NOOP\\r\\n" size=6\n`));
});
