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
    'two commands, of which the second is carried out': {
      text: starttls('C: FOO\nC: RSET\n', 'S: 500 What\nS: 250 Ok\n'),
      says: 'FOO',
    },
    'behind a second STARTTLS, after one that was refused': {
      text: greeted(
        `C: STARTTLS\nS: 454 4.7.0 Later\nC: STARTTLS\nC: RSET\nS: 220 Go\n${TLS}${EHLO}${QUIT}`,
        'STARTTLS',
      ),
    },
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
    'a group inside TLS': starttls(
      '',
      `${EHLO}C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\nS: 250 Ok\nS: 250 Ok\n`,
    ),
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
  speaks: {
    refused: { text: greeted(`C: STARTTLS now\nS: 501 5.5.4 No\n${QUIT}`, 'STARTTLS'), says: 'now' },
    'blanks around it': { text: greeted(`C: STARTTLS  now \nS: 501 5.5.4 No\n${QUIT}`, 'STARTTLS'), says: ': now' },
  },
  keepsQuiet: {
    'a blank behind it': greeted(`C: STARTTLS \nS: 454 4.7.0 Not now\n${QUIT}`, 'STARTTLS'),
    'lower case': greeted(`C: starttls\nS: 454 4.7.0 Not now\n${QUIT}`, 'STARTTLS'),
  },
});

near('tls.offered-in-tls', {
  speaks: {
    'not as the last': {
      text: inTls('TLSv1.3', 'S: 250-mx.example.org\nS: 250-STARTTLS\nS: 250 SIZE\n'),
      says: 'offers',
    },
    'to LHLO': {
      text: `S: 220 mx LMTP\nC: LHLO c\nS: 250-mx\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 Go\n${TLS}C: LHLO c\nS: 250-mx\nS: 250 STARTTLS\n${QUIT}`,
    },
    again: { text: inTls('TLSv1.3', 'S: 250-mx.example.org\nS: 250 STARTTLS\n'), severity: 'error' },
  },
  keepsQuiet: {
    'no offer': inTls('TLSv1.3'),
    'a refusal that names it': inTls('TLSv1.3', `S: 550-mx.example.org\nS: 550 STARTTLS\n`),
    'HELP that names it': inTls('TLSv1.3', 'S: 250 mx.example.org\nC: HELP\nS: 214-Commands\nS: 214 STARTTLS\n'),
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
  ['SP_PROT_SSL3_CLIENT', true],
  ['SP_PROT_TLS1_CLIENT', true],
  ['SSL3', true],
  ['SSLv2', true],
  ['TLSv1_1', true],
  ['DTLSv1', false],
  ['TLSv1.1-like', false],
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
  ['RC4', 'RC4'],
  ['TLS_RSA_WITH_RC4_128_SHA', 'RC4'],
  ['ECDHE-RSA-NULL-SHA', 'NULL'],
  ['eNULL', 'NULL'],
  ['TLS_RSA_WITH_NULL', 'NULL'],
  ['EXP1024-DES-CBC-SHA', 'EXPORT'],
  ['TLS_RSA_EXPORT_WITH_RC4_40_MD5', 'EXPORT'],
  ['RSA-EXP', 'EXPORT'],
  ['DES-CBC-SHA', 'DES'],
  ['TLS_RSA_WITH_DES_CBC_SHA', 'DES'],
  ['RSA_DES', 'DES'],
  ['IDEA-CBC-MD5', 'MD5'],
  ['MD5', 'MD5'],
  ['AECDH-AES128-SHA', 'no certificate'],
  ['TLS_DH_anon_WITH_AES_128_CBC_SHA', 'no certificate'],
  ['DH_anon', 'no certificate'],
  ['anon-DH', 'no certificate'],
  ['ANON-DH-AES128', 'no certificate'],
  [`${'A'.repeat(90)}-MD5`, `${'A'.repeat(80)} is`],
  ['XADH-AES128', undefined],
  ['NULLS-SHA', undefined],
  ['DESX-SHA', undefined],
  ['XDES-SHA', undefined],
  ['EXPAND-SHA', undefined],
  ['MD5-SHA', undefined],
  ['HMD5', undefined],
  ['CANON-DH', undefined],
  ['xanon-x', undefined],
  ['anonx', undefined],
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
    'a command with an argument': { text: greeted(`C: XXXXX name\nS: 500 5.5.1 What\n${QUIT}`), says: 'XXXXX is' },
    'a greeting of ten asterisks in blanks': { text: `S: 220  ********** \n${EHLO}${QUIT}`, says: 'masked' },
    'an offer in the middle': { text: greeted(QUIT, 'XXXXXXXA', 'SIZE'), says: 'XXXXXXXA is' },
  },
  keepsQuiet: {
    'private offers': greeted(QUIT, 'XEXCH50', 'XCLIENT NAME', 'X-ANONYMOUSTLS', 'XXX'),
    'a log that somebody masked': greeted(`C: xxxx\nS: 500 5.5.1 What\n${QUIT}`),
    'a short masked greeting': `S: 220 **** ready\n${EHLO}${QUIT}`,
    'a greeting of nine asterisks': `S: 220 *********\n${EHLO}${QUIT}`,
    'a greeting with asterisks around a name': `S: 220 ********** mx.example.org **********\n${EHLO}${QUIT}`,
    'a greeting with asterisks before a name': `S: 220 ********** mx\n${EHLO}${QUIT}`,
    'a greeting with asterisks behind a name': `S: 220 mx **********\n${EHLO}${QUIT}`,
    'a name in the answer to EHLO': `S: 220 mx.example.org\nC: EHLO c.example\nS: 250-XXXXXXXA\nS: 250 SIZE\n${QUIT}`,
    'the answer to HELP': greeted(`C: HELP\nS: 214-2.0.0 a\nS: 214 XXXXXXXA\n${QUIT}`),
    'offers that only look so': greeted(QUIT, 'AXXXXXXX', 'XXXXXXXAB', 'XXXX1'),
  },
});

const host = (port: number, name: string, ...offers: readonly string[]) =>
  `--- session ${name} ---\n* connected to mx.example.org [192.0.2.1]:${port}\n${greeted(QUIT, ...offers)}`;
const hello = (name: string, reply: string) =>
  `--- session ${name} ---\n* connected to mx.example.org [192.0.2.1]:25\nS: 220 mx.example.org\nC: EHLO c.example\n${reply}${QUIT}`;
const received = (id: string, offer: string) => {
  const rows = ['+,,', '>,220 mx.example.org ESMTP,', '<,EHLO c.example,', '>,250-mx.example.org,', `>,250 ${offer},`];
  const all = [...rows, '<,QUIT,', '>,221 Bye,', '-,,'];
  const head = `2026-11-24T00:00:00.000Z,MX,08D675E50000000${id}`;
  return all.map((row, at) => `${head},${at},192.0.2.25:25,192.0.2.7:40000,${row}\n`).join('');
};
near('tls.offer-vanished', {
  speaks: {
    'same host and port': { text: host(25, 'a', 'STARTTLS') + host(25, 'b'), severity: 'information' },
    'the name in capitals': {
      text: host(25, 'a', 'STARTTLS') + host(25, 'b').replace('to mx.example.org', 'to MX.example.org'),
      says: 'MX.example.org',
    },
    'another host in between': {
      text: host(25, 'a', 'STARTTLS') + host(25, 'x').replace('to mx.', 'to mx2.') + host(25, 'b'),
    },
    'two EHLOs in the later session, one finding': {
      text: host(25, 'a', 'STARTTLS') + host(25, 'b').replace('C: QUIT', `${EHLO}C: QUIT`),
    },
    'in one session': { text: host(25, 'a', 'STARTTLS').replace('C: QUIT', `${EHLO}C: QUIT`) },
    'offers that begin with X': {
      text: host(25, 'a', 'STARTTLS') + host(25, 'b', 'XEXCH50', 'AXXXXXXX', 'XXXXXXXAB'),
    },
  },
  keepsQuiet: {
    'a firewall wrote over it, which another rule says': host(25, 'a', 'STARTTLS') + host(25, 'b', 'XXXXXXXA'),
    'a firewall wrote over it without a trace': host(25, 'a', 'STARTTLS') + host(25, 'b', 'XXXXXXXX'),
    'EHLO refused': host(25, 'a', 'STARTTLS') + hello('b', 'S: 502 No\n'),
    'the reply is not complete': host(25, 'a', 'STARTTLS') + hello('b', 'S: 250-mx.example.org\n* elided\n'),
    'no reply at all': host(25, 'a', 'STARTTLS') + hello('b', '* elided\n'),
    'HELO offers nothing': host(25, 'a', 'STARTTLS') + hello('b', 'S: 250 mx.example.org\n').replace('EHLO', 'HELO'),
    'the port is not known': [host(25, 'a', 'STARTTLS'), host(25, 'b')]
      .map((text) => text.replace(' [192.0.2.1]:25', ''))
      .join(''),
    'another port': host(587, 'a', 'STARTTLS') + host(25, 'b'),
    'the client’s address and port in a server’s log': received('A', 'STARTTLS') + received('B', 'SIZE'),
    'the offer comes later': host(25, 'a') + host(25, 'b', 'STARTTLS'),
    'host not known': `${greeted(QUIT, 'STARTTLS')}--- session b ---\n${greeted(QUIT)}`,
    'inside TLS':
      host(25, 'a', 'STARTTLS') +
      host(25, 'b', 'STARTTLS').replace('C: QUIT', `C: STARTTLS\nS: 220 Go\n${TLS}${EHLO}C: QUIT`),
  },
});

const MAIL = 'C: MAIL FROM:<a@example.com>\n';
near('tls.fallback', {
  speaks: {
    'mail after a handshake that the tool says has failed': {
      text: greeted(`* error tls: handshake failure\nC: NOOP\nS: 250 2.0.0 Ok\n${delivered()}${QUIT}`),
      says: 'MAIL FROM',
    },
    'two messages, one finding': {
      text: greeted(`C: STARTTLS\nS: 454 4.7.0 No\n${delivered()}${delivered()}${QUIT}`, 'STARTTLS'),
    },
    'mail after a refusal': {
      text: greeted(`C: STARTTLS\nS: 454 4.7.0 No\n${delivered()}${QUIT}`, 'STARTTLS'),
      severity: 'information',
    },
  },
  keepsQuiet: {
    'the client gives up': greeted(`C: STARTTLS\nS: 454 4.7.0 No\n${QUIT}`, 'STARTTLS'),
    'a refused MAIL': greeted(`C: STARTTLS\nS: 454 4.7.0 No\n${MAIL}S: 550 5.7.1 No\n${QUIT}`, 'STARTTLS'),
    'MAIL that is out of order': `S: 220 mx.example.org\nC: STARTTLS\nS: 454 No\n${MAIL}S: 250 Ok\n${QUIT}`,
    'AUTH before the mail, which has a finding of its own': greeted(
      `C: STARTTLS\nS: 454 4.7.0 No\nC: AUTH PLAIN ****\nS: 235 2.7.0 Ok\n${delivered()}${QUIT}`,
      'STARTTLS',
      'AUTH PLAIN',
    ),
    'TLS at the second attempt': greeted(
      `C: STARTTLS\nS: 454 4.7.0 No\nC: STARTTLS\nS: 220 Go\n${TLS}${EHLO}${delivered()}${QUIT}`,
      'STARTTLS',
    ),
    'another command refused': greeted(
      `C: STARTTLS\nS: 220 Go\n${TLS}${EHLO}C: NOOP\nS: 450 Later\n${delivered()}${QUIT}`,
      'STARTTLS',
    ),
    'another command refused in the clear': greeted(
      `* error other: what\nC: NOOP\nS: 450 4.0.0 Later\n${delivered()}${QUIT}`,
    ),
    'mail inside TLS': greeted(`C: STARTTLS\nS: 220 Go\n${TLS}${EHLO}${delivered()}${QUIT}`, 'STARTTLS'),
    'mail that never asked for TLS': greeted(`${delivered()}${QUIT}`, 'STARTTLS'),
  },
});

const DEMAND = 'S: 530 5.7.0 Must issue a STARTTLS command first\n';
near('tls.required', {
  speaks: {
    'MAIL in the clear': { text: greeted(`${MAIL}${DEMAND}${QUIT}`, 'STARTTLS'), says: 'STARTTLS first' },
    'and then TLS': {
      text: greeted(`${MAIL}${DEMAND}C: STARTTLS\nS: 220 Go\n${TLS}${EHLO}${MAIL}S: 250 Ok\n${QUIT}`, 'STARTTLS'),
    },
    'and then STARTTLS refused, and no mail': {
      text: greeted(`${MAIL}${DEMAND}C: STARTTLS\nS: 454 4.7.0 No\nC: NOOP\nS: 250 2.0.0 Ok\n${QUIT}`, 'STARTTLS'),
    },
    'MAIL pipelined behind it': {
      text: greeted(
        `C: RSET\nC: VRFY bob\nC: RSET\n${MAIL}S: 250 2.0.0 Ok\n${DEMAND}S: 250 2.0.0 Ok\nS: 250 2.1.0 Ok\n${QUIT}`,
        'STARTTLS',
      ),
      says: 'VRFY',
    },
    'a demand beyond the first words': {
      text: greeted(`${MAIL}S: 530 5.7.0 ${'x'.repeat(250)} TLS\n${QUIT}`, 'STARTTLS'),
    },
  },
  keepsQuiet: {
    'AUTH, of which other rules speak': greeted(
      `C: AUTH PLAIN ****\n${DEMAND}C: AUTH PLAIN ****\n${DEMAND}${QUIT}`,
      'STARTTLS',
      'AUTH PLAIN',
    ),
    'out of order': `S: 220 mx.example.org\n${MAIL}${DEMAND}${QUIT}`,
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

test('a demand for TLS that is ignored by what needs it, and by what does not', () => {
  const ok = 'S: 250 2.0.0 Ok\n';
  const text = greeted(
    `C: VRFY bob\n${DEMAND}C: NOOP\n${ok}C: EXPN all\n${ok}C: ETRN example.org\n${ok}${MAIL}${ok}C: RSET\n${ok}${QUIT}`,
    'STARTTLS',
    'ETRN',
  );
  assert.deepEqual(
    summary(text).filter((each) => each.includes('tls.required')),
    ['9 warning tls.required', '13 warning tls.required', '15 warning tls.required', '17 warning tls.required'],
  );
});

near('tls.unverified', {
  speaks: {
    'verification error': { text: inTls('TLSv1.3 x verification error') },
    'a result': { text: inTls('TLSv1.3 x verify result: 18') },
    'not trusted': { text: inTls('TLSv1.3 x cert of mx.example.org not trusted') },
    untrusted: { text: inTls('TLSv1.3 x certificate untrusted') },
    'said at length': { text: inTls(`TLSv1.3 x self signed ${'x'.repeat(200)}`) },
    'the tool goes on': { text: inTls('TLSv1.3 x certificate verify failed: self-signed'), severity: 'information' },
  },
  keepsQuiet: {
    verified: inTls('TLSv1.3 x certificate verified'),
    'the result is ok': inTls('TLSv1.3 x verify result: ok'),
    'nothing said': inTls('TLSv1.3 x'),
    'an error, of which tls.failed speaks': greeted('* error other: certificate verify failed: self-signed'),
    'a certificate for somebody else': inTls(`TLSv1.3 x certificate ${'x'.repeat(31)}not trusted`),
  },
});

const afterStarttls = (event: string) => greeted(`C: STARTTLS\nS: 220 Go\n* error ${event}\n`, 'STARTTLS');
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
  keepsQuiet: {
    'all well': inTls('TLSv1.3'),
    'other errors': greeted(`* error other: certificate\n* error timeout: TLS\n${QUIT}`),
  },
});

for (const [message, words] of [
  ['host name mismatch', 'TLS handshake failed: host'],
  ['certificate: host name mismatch', '(another name)'],
  ['cert: hostname wrong', '(another name)'],
  ['certificate is not yet valid', '(out of its time)'],
  ['self signed', '(self-signed)'],
  ['self-signed', '(self-signed)'],
  ['verify failed: revoked', '(revoked)'],
  ['verification error: unable to get it', '(issuer not known)'],
  ['unknown issuer', '(issuer not known)'],
  ['certificate rejected', 'not accepted: certificate'],
  [
    'TLS error on connection from c (cert/key setup: cert=/c key=/k): Error while reading file.',
    'could not load its own',
  ],
  ['TLS error on connection from c (SSL_CTX_use_PrivateKey_file file=/k): error:0A080009', 'could not load its own'],
  ['TLS error on connection from c (gnutls_handshake): cert/key mismatch', 'not accepted'],
  [`certificate ${'x'.repeat(200)}`, 'not accepted'],
  [`${'x'.repeat(290)}certificate`, 'handshake failed'],
] as const)
  near('tls.failed', {
    speaks: { [message]: { text: afterStarttls(`tls: ${message}`), says: words } },
    keepsQuiet: {},
  });

near('tls.failed', {
  speaks: {
    'a missing offer, whatever the words': {
      text: greeted('* error starttls-missing: no certificate'),
      says: 'does not offer STARTTLS',
    },
    'a missing offer, for which the client takes its leave': {
      text: greeted(`* error starttls-missing: Host did not advertise STARTTLS\n${QUIT}`),
      says: 'does not offer STARTTLS',
    },
    'before anything was said': { text: '--- session a ---\n* error tls: handshake failure\n', says: 'handshake' },
    'openssl took RCPT for its own command': {
      text: greeted(
        `${MAIL}S: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org>\n* error renegotiation: RENEGOTIATING\n${QUIT}`,
      ),
      says: 'RCPT TO never reached',
    },
  },
  keepsQuiet: {
    'a missing offer, and mail all the same': greeted(
      `* error starttls-missing: Host did not advertise STARTTLS\n${MAIL}S: 250 2.1.0 Ok\n${QUIT}`,
    ),
  },
});

test('a handshake that failed and the connection that was lost with it: one finding', () => {
  const text = `S: 220 mx ESMTP\nC: EHLO c\nS: 250-mx\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 Go\n`;
  const found = summary(`${text}* error tls: SSL_accept error\n* error lost: lost connection after STARTTLS\n`);
  assert.deepEqual(
    found.filter((each) => / (?:error|warning) /.test(each)),
    ['7 warning tls.failed'],
  );
});
