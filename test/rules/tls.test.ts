/** The rules of the group `tls`: what they must find, and what is so near to it that they must not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delivered, QUIT } from '../../server/src/rules/exampleSessions';
import { greeted, near, summary } from '../helpers/near';

const TLS = '* tls TLSv1.3 TLS_AES_256_GCM_SHA384\n';
const EHLO = 'C: EHLO client.example.com\nS: 250 mx.example.org\n';
const starttls = (behind: string, more = '') =>
  greeted(`C: STARTTLS\n${behind}S: 220 Go ahead\n${TLS}${more}${EHLO}${QUIT}`, 'STARTTLS');
const inTls = (event: string, offers = 'S: 250 mx.example.org\n') =>
  greeted(`C: STARTTLS\nS: 220 Go ahead\n* tls ${event}\nC: EHLO client.example.com\n${offers}${QUIT}`, 'STARTTLS');

near('tls.injection', {
  speaks: {
    'thrown away by the server': { text: starttls('C: RSET\n'), says: 'anyone on the path', severity: 'error' },
    'answered inside TLS': { text: starttls('C: RSET\n', 'S: 250 Ok\n'), says: 'carried out RSET' },
    'a whole transaction, one finding': {
      text: starttls('C: MAIL FROM:<x@example.com>\nC: RCPT TO:<b@example.org>\nC: DATA\n'),
      says: 'MAIL FROM',
    },
  },
  keepsQuiet: {
    'STARTTLS as the last of a group': greeted(
      `C: RSET\nC: STARTTLS\nS: 250 Ok\nS: 220 Go ahead\n${TLS}${EHLO}${QUIT}`,
      'STARTTLS',
    ),
    'STARTTLS refused': greeted(`C: STARTTLS\nC: RSET\nS: 454 4.7.0 Not now\nS: 250 Ok\n${QUIT}`, 'STARTTLS'),
    'commands after the handshake': starttls(''),
  },
});

test('what was injected is no finding of its own', () => {
  const found = summary(
    starttls('C: MAIL FROM:<x@example.com>\nC: RCPT TO:<b@example.org>\n', 'S: 250 Ok\nS: 250 Ok\n'),
  );
  assert.deepEqual(
    found.filter((each) => / (?:error|warning) /.test(each)),
    ['9 error tls.injection'],
  );
});

near('tls.starttls-argument', {
  speaks: { refused: { text: greeted(`C: STARTTLS now\nS: 501 5.5.4 No\n${QUIT}`, 'STARTTLS'), says: 'now' } },
  keepsQuiet: { 'lower case': greeted(`C: starttls\nS: 454 4.7.0 Not now\n${QUIT}`, 'STARTTLS') },
});

near('tls.offered-in-tls', {
  speaks: { again: { text: inTls('TLSv1.3', 'S: 250-mx.example.org\nS: 250 STARTTLS\n'), severity: 'error' } },
  keepsQuiet: {
    'no offer': inTls('TLSv1.3'),
    'after a refused STARTTLS': greeted(
      `C: STARTTLS\nS: 454 4.7.0 Not now\nC: EHLO c.example\nS: 250-mx.example.org\nS: 250 STARTTLS\n${QUIT}`,
      'STARTTLS',
    ),
  },
});

for (const [protocol, old] of [
  ['SSLv3', true],
  ['TLSv1', true],
  ['TLSv1.0', true],
  ['TLSv1.1', true],
  ['TLS1.1', true],
  ['SP_PROT_TLS1_0_SERVER', true],
  ['TLSv1.2', false],
  ['TLS1.3', false],
  ['SP_PROT_TLS1_2_SERVER', false],
  ['', false],
] as const) {
  const text = inTls(protocol);
  near(
    'tls.old-version',
    old ? { speaks: { [protocol]: { text } }, keepsQuiet: {} } : { speaks: {}, keepsQuiet: { [protocol]: text } },
  );
}

for (const [cipher, why] of [
  ['RC4-SHA', 'RC4'],
  ['DES-CBC3-SHA', '3DES'],
  ['TLS_RSA_WITH_3DES_EDE_CBC_SHA', '3DES'],
  ['EXP-DES-CBC-SHA', 'EXPORT'],
  ['NULL-SHA256', 'NULL'],
  ['RSA_ARCFOUR_MD5', 'RC4'],
  ['ADH-AES256-GCM-SHA384', 'no certificate'],
  ['AES256-GCM-SHA384', undefined],
  ['ECDHE-RSA-CHACHA20-POLY1305', undefined],
  ['ECDHE-RSA-AES128-SHA', undefined],
  ['DHE-RSA-AES256-SHA256', undefined],
] as const) {
  const text = inTls(`TLSv1.2 ${cipher}`);
  near('tls.weak-cipher', {
    speaks: why === undefined ? {} : { [cipher]: { text, says: why } },
    keepsQuiet: why === undefined ? { [cipher]: text } : {},
  });
}

near('tls.rewritten-offer', {
  speaks: {
    'an offer': { text: greeted(QUIT, 'XXXXXXXA'), says: 'offer', severity: 'warning' },
    'the greeting': { text: `S: 220 *************************0****0*2***2002\n${EHLO}${QUIT}`, says: 'masked' },
    'a command': { text: greeted(`C: XXXX\nS: 500 5.5.1 What\n${QUIT}`), says: 'command' },
  },
  keepsQuiet: {
    'private offers': greeted(QUIT, 'XEXCH50', 'XCLIENT NAME', 'X-ANONYMOUSTLS', 'XXX'),
    'a log that somebody masked': greeted(`C: xxxx\nS: 500 5.5.1 What\n${QUIT}`),
    'a short masked greeting': `S: 220 **** ready\n${EHLO}${QUIT}`,
  },
});

const host = (port: number, name: string, ...offers: readonly string[]) =>
  `--- session ${name} ---\n* connected to mx.example.org [192.0.2.1]:${port}\n${greeted(QUIT, ...offers)}`;
near('tls.offer-vanished', {
  speaks: { 'same host and port': { text: host(25, 'a', 'STARTTLS') + host(25, 'b'), severity: 'information' } },
  keepsQuiet: {
    'another port': host(587, 'a', 'STARTTLS') + host(25, 'b'),
    'the offer comes later': host(25, 'a') + host(25, 'b', 'STARTTLS'),
    'host not known': `${greeted(QUIT, 'STARTTLS')}--- session b ---\n${greeted(QUIT)}`,
    'inside TLS':
      host(25, 'a', 'STARTTLS') +
      host(25, 'b', 'STARTTLS').replace('C: QUIT', `C: STARTTLS\nS: 220 Go\n${TLS}${EHLO}C: QUIT`),
  },
});

near('tls.fallback', {
  speaks: {
    'mail after a refusal': {
      text: greeted(`C: STARTTLS\nS: 454 4.7.0 No\n${delivered()}${QUIT}`, 'STARTTLS'),
      severity: 'information',
    },
  },
  keepsQuiet: {
    'the client gives up': greeted(`C: STARTTLS\nS: 454 4.7.0 No\n${QUIT}`, 'STARTTLS'),
    'mail inside TLS': greeted(`C: STARTTLS\nS: 220 Go\n${TLS}${EHLO}${delivered()}${QUIT}`, 'STARTTLS'),
    'mail that never asked for TLS': greeted(`${delivered()}${QUIT}`, 'STARTTLS'),
  },
});

const MAIL = 'C: MAIL FROM:<a@example.com>\n';
const DEMAND = 'S: 530 5.7.0 Must issue a STARTTLS command first\n';
near('tls.required', {
  speaks: { 'MAIL in the clear': { text: greeted(`${MAIL}${DEMAND}${QUIT}`, 'STARTTLS'), says: 'STARTTLS first' } },
  keepsQuiet: {
    '530 that asks for AUTH': greeted(`${MAIL}S: 530 5.7.0 Authentication required\n${QUIT}`, 'STARTTLS'),
    'STARTTLS first': greeted(`C: STARTTLS\nS: 220 Go\n${TLS}${EHLO}${delivered()}${QUIT}`, 'STARTTLS'),
  },
});

test('a demand for TLS that is ignored: one finding each time', () => {
  const found = summary(greeted(`${MAIL}${DEMAND}${MAIL}${DEMAND}${QUIT}`, 'STARTTLS'));
  assert.deepEqual(
    found.filter((each) => / (?:error|warning) /.test(each)),
    ['8 warning tls.required', '10 warning tls.required'],
  );
});

near('tls.unverified', {
  speaks: {
    'the tool goes on': { text: inTls('TLSv1.3 x certificate verify failed: self-signed'), severity: 'information' },
  },
  keepsQuiet: { verified: inTls('TLSv1.3 x certificate verified'), 'nothing said': inTls('TLSv1.3 x') },
});

near('tls.failed', {
  speaks: {
    'another name': {
      text: greeted('C: STARTTLS\nS: 220 Go\n* error tls: certificate hostname mismatch\n', 'STARTTLS'),
      says: '(another name)',
    },
    expired: {
      text: greeted('C: STARTTLS\nS: 220 Go\n* error tls: certificate has expired\n', 'STARTTLS'),
      says: 'out of its time',
    },
    'no common version': {
      text: greeted('C: STARTTLS\nS: 220 Go\n* error tls: wrong version number\n', 'STARTTLS'),
      says: 'handshake failed',
    },
  },
  keepsQuiet: { 'all well': inTls('TLSv1.3') },
});
