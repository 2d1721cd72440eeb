import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const NAMED = `Processed 0 CA certificate(s).
Resolving 'mx.example.test:587'...
Connecting to '192.0.2.1:587'...
`;
const TLS = `- Certificate type: X.509
- Status: The certificate is trusted.
- Description: (TLS1.3-X.509)-(ECDHE-SECP256R1)-(RSA-PSS-RSAE-SHA256)-(AES-256-GCM)
- Options:
- Handshake was completed

- Simple Client Mode:

`;
const NEGOTIATED = `starttls: waiting for: "220 "
starttls: received: 220 mx.example.test ESMTP

starttls: sending: EHLO client.example.com

starttls: waiting for: "250 "
starttls: received: 250-mx.example.test

starttls: received: 250-SIZE 10
250 STARTTLS

starttls: sending: STARTTLS

starttls: waiting for: "220 "
starttls: received: 220 Go ahead

`;

test('what it says before TLS is shown, what is sent then is not', () => {
  const log = `${NEGOTIATED}${NAMED}Negotiating SMTP STARTTLS
${TLS}- Sent: 9 bytes
- Received[20]: 250-mx.example.test
|<5>| REC[0x5582b068ce50]: Allocating epoch #0
- Received[13]: 250 SIZE 10
- Sent: 6 bytes
- Received[9]: 221 Bye
*** Fatal error: The TLS connection was non-properly terminated.
*** Server has terminated the connection abnormally.
`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'gnutls-cli');
  assert.deepEqual(dump(log), [
    '2 connect',
    '2 S 220',
    '4 C EHLO client.example.com',
    '7 S 250 ×3',
    '12 C STARTTLS',
    '15 S 220',
    '23 tls TLS1.3',
    '30 gap',
    '30 S 250 ×2 unasked',
    '34 gap',
    '34 S 221 unasked',
  ]);
});

test('in a terminal what is typed is the client’s, also a message', () => {
  const log = `${NAMED}${TLS}EHLO client.example.com
250 mx.example.test
MAIL FROM:<a@sender.test>
250 Ok
RCPT TO:<b@x.test>
250 Ok
DATA
354 Go ahead
Subject: x

- item
250 lines
.
250 2.0.0 Ok
QUIT
221 Bye
$ exit
`;
  assert.deepEqual(dump(log), [
    '6 connect (seen from the middle)',
    '6 tls TLS1.3',
    '12 C EHLO client.example.com',
    '13 S 250',
    '14 C MAIL FROM:<a@sender.test>',
    '15 S 250',
    '16 C RCPT TO:<b@x.test>',
    '17 S 250',
    '18 C DATA',
    '19 S 354',
    '20 data 4 lines',
    '25 S 250',
    '26 C QUIT',
    '27 S 221',
  ]);
});

test('a greeting inside TLS is the first of all; TLS that is begun by hand is told where it begins', () => {
  const smtps = `${NAMED}${TLS}220 mx.example.test ESMTP
QUIT
221 Bye
`;
  assert.deepEqual(dump(smtps).slice(0, 3), ['6 connect', '6 tls TLS1.3', '12 S 220']);
  const byHand = `${NAMED}
- Simple Client Mode:

220 mx.example.test ESMTP
EHLO client.example.com
250 STARTTLS
STARTTLS
220 Go ahead
*** Starting TLS handshake
- Certificate type: X.509
- Description: (TLS1.2-X.509)-(ECDHE-SECP256R1)-(RSA-SHA256)-(AES-128-GCM)
- Options:
QUIT
221 Bye
`;
  assert.deepEqual(dump(byHand), [
    '7 connect',
    '7 S 220',
    '8 C EHLO client.example.com',
    '9 S 250',
    '10 C STARTTLS',
    '11 S 220',
    '14 tls TLS1.2',
    '16 C QUIT',
    '17 S 221',
  ]);
});

const DISTRUST = `- Status: The certificate is NOT trusted. The certificate issuer is unknown. 
*** PKI verification of server certificate failed...
`;

function events(log: string) {
  return readTranscript(log).sessions.map(({ steps }) =>
    steps.flatMap(({ exchange }) => {
      if (exchange.kind !== 'event') return [];
      const { line, event } = exchange.told;
      return [`${line + 1} ${event.type}${event.type === 'error' ? ` ${event.about}: ${event.message}` : ''}`];
    }),
  );
}

test('a certificate that it does not trust is told with TLS where it goes on, and as the error where it gives up', () => {
  assert.deepEqual(events(`${NAMED}${DISTRUST}${TLS.replace(/^- Status.*\n/m, '')}250 mx.example.test\n`), [
    ['4 connect', '4 tls', '13 gap'],
  ]);
  const why = '- Status: The certificate is NOT trusted. The certificate issuer is unknown. ';
  const fatal = '*** Fatal error: Error in the certificate.';
  assert.deepEqual(events(`${NAMED}${DISTRUST}${fatal}\n`), [['6 connect', `6 error tls: ${why}`]]);
  assert.deepEqual(events(`${fatal}\n${NAMED}${DISTRUST}`), [['1 connect', `1 error tls: ${fatal}`]]);
  assert.deepEqual(events(`${NAMED}${DISTRUST}`), [['4 connect', `4 error tls: ${why}`]]);
});

test('no connection, no answer and a lost one are told, and begin a session of their own', () => {
  const none = 'Could not connect to 192.0.2.1:587: Connection refused';
  const late = "error receiving '220 ': Timeout";
  const lost = '*** Fatal error: Error in the pull function.';
  assert.deepEqual(events(`${none}\n${NAMED}${late}\n${NAMED}${NAMED}${TLS}EHLO x\n${lost}\n`), [
    ['1 connect', `1 error connect: ${none}`],
    ['5 connect', `5 error timeout: ${late}`],
    ['14 connect', '14 tls', `21 error lost: ${lost}`],
  ]);
});

test('what was refused explains why nothing more came', () => {
  const log = `starttls: received: 554 5.7.1 No service

error receiving '220 ': Timeout
${NAMED}`;
  assert.deepEqual(dump(log), ['1 connect', '1 S 554']);
  assert.deepEqual(dump(`${log}${NEGOTIATED}${log}`).slice(0, 6), [
    'session 1',
    '1 connect',
    '1 S 554',
    'session 2',
    '8 connect',
    '8 S 220',
  ]);
});

test('the cipher is told', () => {
  const [session] = readTranscript(`${NAMED}${TLS}EHLO x\n`).sessions;
  const told = session?.steps.flatMap(({ exchange }) => (exchange.kind === 'event' ? [exchange.told.event] : []));
  assert.deepEqual(told?.[1], { type: 'tls', protocol: 'TLS1.3', cipher: 'AES-256-GCM', unseenStart: true });
});

test('what -d prints is nothing, however much it is', () => {
  const debug = '|<5>| REC[0x5582b068ce50]: Allocating epoch #1\n';
  const log = `${debug.repeat(300)}${NAMED}${TLS}EHLO client.example.com\n${debug.repeat(3)}250 mx.example.test\n`;
  assert.deepEqual(dump(log).slice(1), ['306 tls TLS1.3', '312 C EHLO client.example.com', '316 S 250']);
});

test('another protocol is none of ours', () => {
  const log = `${NAMED.replace('587', '21')}${TLS}220 (vsFTPd 3.0.5)
USER a
331 Please specify the password.
`;
  assert.notEqual(readTranscript(log).detection.dialect?.id, 'gnutls-cli');
});
