/** The rules of the group `extension`: what they must find, and what is so near to it that they must not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delivered, QUIT } from '../../server/src/rules/exampleSessions';
import { fixed, greeted, near, summary } from '../helpers/near';

const mail = (parameters: string, reply = '250 2.1.0 Ok') =>
  `C: MAIL FROM:<a@example.com>${parameters}\nS: ${reply}\n${QUIT}`;
const rcpt = (parameters: string, reply = '250 2.1.5 Ok') =>
  `C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org>${parameters}\nS: ${reply}\n${QUIT}`;
const DSN = 'DSN';

/** Parameter, its verb, what a server has to offer for it. */
const PARAMETERS: readonly (readonly [string, 'MAIL' | 'RCPT', string])[] = [
  ['SIZE=100', 'MAIL', 'SIZE'],
  ['BODY=BINARYMIME', 'MAIL', 'BINARYMIME'],
  ['SMTPUTF8', 'MAIL', 'SMTPUTF8'],
  ['RET=FULL', 'MAIL', DSN],
  ['ENVID=x', 'MAIL', DSN],
  ['NOTIFY=NEVER', 'RCPT', DSN],
  ['ORCPT=rfc822;b@example.org', 'RCPT', DSN],
  ['AUTH=<>', 'MAIL', 'AUTH PLAIN'],
  ['MT-PRIORITY=3', 'MAIL', 'MT-PRIORITY'],
  ['BY=120;R', 'MAIL', 'DELIVERBY'],
  ['HOLDFOR=60', 'MAIL', 'FUTURERELEASE 3600 2030-01-01T00:00:00Z'],
  ['HOLDUNTIL=2030-01-01T00:00:00Z', 'MAIL', 'FUTURERELEASE 3600 2030-01-01T00:00:00Z'],
  ['REQUIRETLS', 'MAIL', 'REQUIRETLS'],
  ['RRVS=2030-01-01T00:00:00Z', 'RCPT', 'RRVS'],
];

for (const [parameter, verb, offer] of PARAMETERS) {
  const lines = (verb === 'MAIL' ? mail : rcpt)(` ${parameter}`);
  near('extension.small-size', {
    speaks: {
      'one octet too few, offered again': {
        text: greeted(
          `C: NOOP\nS: 250 2.0.0 Ok\nC: EHLO c\nS: 250-mx.example.org\nS: 250 SIZE 65535\n${QUIT}`,
          'size  065535',
        ),
        says: '65535 octets',
        severity: 'hint',
      },
      'only the second time': {
        text: greeted(`C: EHLO c\nS: 250-mx.example.org\nS: 250 SIZE 1\n${QUIT}`, 'SIZE 10240000'),
      },
    },
    keepsQuiet: {
      'the least': greeted(QUIT, 'SIZE 65536'),
      'no limit': greeted(QUIT, 'SIZE 0'),
      'no number': greeted(QUIT, 'SIZE'),
      'another unit': greeted(QUIT, 'SIZE 10M'),
      'a number that the end of the log may cut': 'S: 220 mx\nC: EHLO c\nS: 250-mx\nS: 250 SIZE 1024',
      LMTP: `S: 220 mx LMTP\nC: LHLO c\nS: 250-mx\nS: 250 SIZE 1024\n${QUIT}`,
    },
  });

  near('extension.not-announced', {
    speaks: {
      'EXPN, twice': {
        text: greeted(`${'C: EXPN s\nS: 250 2.1.5 <b@example.org>\n'.repeat(2)}${QUIT}`),
        says: 'EXPN',
        severity: 'hint',
      },
      SAML: {
        text: greeted(`C: SAML FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RSET\nS: 250 2.0.0 Ok\n${QUIT}`),
        says: 'SAML',
      },
    },
    keepsQuiet: {
      offered: greeted(`C: EXPN s\nS: 250 2.1.5 <b@example.org>\n${QUIT}`, 'EXPN'),
      refused: greeted(`C: EXPN s\nS: 502 5.5.1 No\n${QUIT}`),
      'a server that only promises to try': greeted(`C: EXPN s\nS: 252 2.0.0 Perhaps\n${QUIT}`),
      'after HELO': `S: 220 mx.example.org\nC: HELO a.example\nS: 250 mx.example.org\nC: EXPN s\nS: 250 <b@example.org>\n${QUIT}`,
      'where the EHLO is not shown': `* elided\nC: EXPN s\nS: 250 <b@example.org>\n${QUIT}`,
      'VRFY, which need not be offered': greeted(`C: VRFY b\nS: 250 2.1.5 <b@example.org>\n${QUIT}`),
    },
  });

  near('extension.not-offered', {
    speaks: { [`${parameter} without ${offer}`]: { text: greeted(lines), says: parameter, severity: 'error' } },
    keepsQuiet: { [`${parameter} with ${offer}`]: greeted(lines, offer) },
  });
}

for (const [line, offer] of [
  ['BDAT 0 LAST', 'CHUNKING'],
  ['BURL imap://example.org/ LAST', 'BURL imap'],
  ['ETRN example.org', 'ETRN'],
  ['STARTTLS', 'STARTTLS'],
  ['XCLIENT NAME=x', 'XCLIENT NAME'],
  ['AUTH SCRAM-SHA-256 ***', 'AUTH SCRAM-SHA-256'],
] as const) {
  const refused = (...offers: string[]) => greeted(`C: ${line}\nS: 502 5.5.1 No\n${QUIT}`, ...offers);
  const rule = line.startsWith('BDAT') ? 'sequence.data-before-mail' : 'extension.not-offered';
  test(`${line}: one refusal, one finding`, () => {
    const at = summary(refused()).filter((each) => /^7 (?:error|warning)/.test(each));
    assert.equal(at.length, 1, summary(refused()).join(', '));
    assert.ok(at[0]?.includes(rule), at[0]);
  });
  near('extension.not-offered', { speaks: {}, keepsQuiet: { [`${line} with ${offer}`]: refused(offer) } });
}

near('extension.not-offered', {
  speaks: {
    'after HELO': {
      text: `S: 220 mx.example.org\nC: HELO c.example\nS: 250 mx.example.org\n${mail(' SIZE=1')}`,
      says: 'after HELO',
    },
    'offered before STARTTLS only': {
      text: greeted(
        `C: STARTTLS\nS: 220 2.0.0 Ready\nC: EHLO c.example\nS: 250 mx.example.org\n${mail(' SIZE=1')}`,
        'STARTTLS',
        'SIZE 100',
      ),
      says: 'only an earlier EHLO reply',
    },
    'BDAT in a transaction': {
      text: greeted(
        `C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org>\nS: 250 2.1.5 Ok\nC: BDAT 0 LAST\nS: 500 5.5.1 No\n${QUIT}`,
      ),
      says: 'BDAT needs CHUNKING',
    },
    'a mechanism': {
      text: greeted(`C: AUTH CRAM-MD5\nS: 504 5.5.4 No\n${QUIT}`, 'AUTH PLAIN LOGIN'),
      says: 'PLAIN, LOGIN',
    },
    'an unknown parameter that the server refuses': { text: greeted(mail(' FOO=1', '555 5.5.4 No')), says: 'FOO=1' },
  },
  keepsQuiet: {
    'an unknown parameter that the server takes': greeted(mail(' FOO=1')),
    'what is offered is not in the log': `* cut\n${mail(' SIZE=1')}`,
    'the EHLO reply is incomplete': `S: 220 mx.example.org\nC: EHLO c.example\nS: 250-mx.example.org\n* cut\n${mail(' SIZE=1')}`,
    'a mechanism in another case': greeted(`C: AUTH plain ***\nS: 235 2.7.0 Ok\n${QUIT}`, 'AUTH PLAIN'),
    'mechanisms after the old equals sign': greeted(`C: AUTH LOGIN\nS: 535 5.7.8 No\n${QUIT}`, 'AUTH=LOGIN'),
    'BODY=8BITMIME where BINARYMIME brings it along': `S: 220 mx.example.org\nC: EHLO c.example\nS: 250-mx.example.org\nS: 250-CHUNKING\nS: 250 BINARYMIME\n${mail(' BODY=8BITMIME')}`,
  },
});

near('extension.utf8-address', {
  speaks: {
    'MAIL without the parameter': {
      text: greeted(`C: MAIL FROM:<用户@example.com>\nS: 250 2.1.0 Ok\n${QUIT}`, 'SMTPUTF8'),
      says: 'must say SMTPUTF8',
    },
    'RCPT in a transaction without it': {
      text: greeted(
        `C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@例え.example>\nS: 553 5.6.7 No\n${QUIT}`,
        'SMTPUTF8',
      ),
    },
    'not offered': {
      text: greeted(`C: MAIL FROM:<用户@example.com>\nS: 501 5.1.7 No\n${QUIT}`),
      says: 'does not offer',
    },
  },
  keepsQuiet: {
    'RCPT in a transaction that says it': greeted(
      `C: MAIL FROM:<a@example.com> SMTPUTF8\nS: 250 2.1.0 Ok\nC: RCPT TO:<用户@example.org>\nS: 250 2.1.5 Ok\n${QUIT}`,
      'SMTPUTF8',
    ),
    'the MAIL is not in the log': '* cut\nC: RCPT TO:<用户@example.org>\nS: 250 2.1.5 Ok\nC: QUIT\nS: 221 Bye\n',
    'a masked address': greeted(`C: MAIL FROM:<•••@example.com>\nS: 250 2.1.0 Ok\n${QUIT}`),
  },
});

near('extension.size-exceeded', {
  speaks: {
    'refused, and nothing else is said': {
      text: greeted(mail(' SIZE=1001', '552 5.3.4 Too big'), 'SIZE 1000'),
      says: 'Refused for its size',
      severity: 'warning',
    },
    'one octet more, taken': { text: greeted(mail(' SIZE=1001'), 'SIZE 1000'), says: '1001 octets' },
  },
  keepsQuiet: {
    'exactly the limit': greeted(mail(' SIZE=1000'), 'SIZE 1000'),
    'no limit (0)': greeted(mail(' SIZE=1001'), 'SIZE 0'),
    'no limit given': greeted(mail(' SIZE=1001'), 'SIZE'),
  },
});

test('a message refused for its declared size has one finding', () => {
  const found = summary(greeted(mail(' SIZE=1001', '552 5.3.4 Too big'), 'SIZE 1000')).filter(
    (each) => !/hint|information/.test(each),
  );
  assert.deepEqual(found, ['8 warning extension.size-exceeded']);
});

const long = (lines: number) => ['Subject: x', '', ...Array.from({ length: lines }, () => 'x'.repeat(98))];

near('extension.size-mismatch', {
  speaks: {
    'far more': {
      text: greeted(`${delivered('MAIL FROM:<a@example.com> SIZE=900', undefined, long(20))}${QUIT}`, 'SIZE'),
      says: '2014 octets were sent',
    },
    'far less': { text: greeted(`${delivered('MAIL FROM:<a@example.com> SIZE=30000')}${QUIT}`, 'SIZE'), says: 'only' },
    'chunks are counted together': {
      text: greeted(
        `C: MAIL FROM:<a@example.com> SIZE=100\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org>\nS: 250 2.1.5 Ok\nC: BDAT 900\n* elided data 900 octets\nS: 250 2.0.0 Ok\nC: BDAT 900 LAST\n* elided data 900 octets\nS: 250 2.0.0 Ok\n${QUIT}`,
        'SIZE',
        'CHUNKING',
      ),
      says: '1800 octets',
    },
  },
  keepsQuiet: {
    'a good estimate': greeted(
      `${delivered('MAIL FROM:<a@example.com> SIZE=1500', undefined, long(20))}${QUIT}`,
      'SIZE',
    ),
    'the log leaves data out': greeted(
      `C: MAIL FROM:<a@example.com> SIZE=90000\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org>\nS: 250 2.1.5 Ok\nC: DATA\nS: 354 Go\nC: Subject: x\n* elided data\nC: .\nS: 250 2.0.0 Ok\n${QUIT}`,
      'SIZE',
    ),
    'the connection was lost in the middle': greeted(
      'C: MAIL FROM:<a@example.com> SIZE=90000\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org>\nS: 250 2.1.5 Ok\nC: DATA\nS: 354 Go\nC: Subject: x\n* error lost: gone',
      'SIZE',
    ),
    'zero says nothing': greeted(
      `${delivered('MAIL FROM:<a@example.com> SIZE=0', undefined, long(20))}${QUIT}`,
      'SIZE',
    ),
  },
});

near('extension.binary-with-data', {
  speaks: {
    taken: {
      text: greeted(`${delivered('MAIL FROM:<a@example.com> BODY=binarymime')}${QUIT}`, 'CHUNKING', 'BINARYMIME'),
    },
  },
  keepsQuiet: {
    'the MAIL was refused, DATA is out of order': greeted(
      `C: MAIL FROM:<a@example.com> BODY=BINARYMIME\nS: 550 5.7.1 No\nC: DATA\nS: 503 5.5.1 No\n${QUIT}`,
      'CHUNKING',
      'BINARYMIME',
    ),
    '8BITMIME': greeted(`${delivered('MAIL FROM:<a@example.com> BODY=8BITMIME')}${QUIT}`, 'CHUNKING'),
  },
});

near('extension.eight-bit-data', {
  speaks: {
    'not declared': {
      text: greeted(`${delivered(undefined, undefined, ['Subject: x', '', 'Grüße', 'noch mehr Grüße'])}${QUIT}`),
      says: 'BODY=8BITMIME',
      severity: 'information',
    },
    'after HELO': {
      text: `S: 220 mx.example.org\nC: HELO c.example\nS: 250 mx.example.org\n${delivered(undefined, undefined, ['Subject: 主题'])}${QUIT}`,
      severity: 'warning',
    },
  },
  keepsQuiet: {
    declared: greeted(
      `${delivered('MAIL FROM:<a@example.com> BODY=8BITMIME', undefined, ['Subject: x', '', 'Grüße'])}${QUIT}`,
    ),
    SMTPUTF8: greeted(
      `${delivered('MAIL FROM:<a@example.com> SMTPUTF8', undefined, ['Subject: Grüße'])}${QUIT}`,
      'SMTPUTF8',
    ),
    encoded: greeted(`${delivered(undefined, undefined, ['Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?='])}${QUIT}`),
    'what is offered is not in the log': `* cut\n${delivered(undefined, undefined, ['Grüße'])}${QUIT}`,
    'a line cut short by the log': greeted(`${delivered(undefined, undefined, ['Subject: x…'])}${QUIT}`),
  },
});

const OFFERS = [
  'SIZE',
  'DSN',
  'AUTH PLAIN',
  'DELIVERBY',
  'MT-PRIORITY',
  'FUTURERELEASE 1 2030-01-01T00:00:00Z',
  'SMTPUTF8',
  'REQUIRETLS',
  'RRVS',
];
const bad = (text: string, says?: string) => ({ text: greeted(text, ...OFFERS), ...(says !== undefined && { says }) });
const good = (text: string) => greeted(text, ...OFFERS);

near('extension.parameter', {
  speaks: {
    'SIZE with letters': bad(mail(' SIZE=10k', '501 5.5.4 No'), 'SIZE=10k is malformed'),
    'SIZE without a value': bad(mail(' SIZE')),
    'SIZE with 21 digits': bad(mail(` SIZE=${'1'.repeat(21)}`)),
    'BODY of another kind': bad(mail(' BODY=9BIT')),
    'RET of another kind': bad(mail(' RET=ALL')),
    'NEVER with others': bad(rcpt(' NOTIFY=NEVER,DELAY')),
    'NOTIFY with nothing': bad(rcpt(' NOTIFY=')),
    'an item twice': bad(rcpt(' NOTIFY=DELAY,DELAY')),
    'xtext in lower case': bad(mail(' ENVID=a+2bb')),
    'a bare plus': bad(mail(' ENVID=a+b')),
    'ENVID of 101': bad(mail(` ENVID=${'x'.repeat(101)}`), '101 characters; 100'),
    'ORCPT without a type': bad(rcpt(' ORCPT=b@example.org')),
    'ORCPT of 501': bad(rcpt(` ORCPT=rfc822;${'x'.repeat(494)}`), '501 characters; 500'),
    'AUTH without a value': bad(mail(' AUTH=')),
    'BY without a mode': bad(mail(' BY=120')),
    'HOLDFOR from zero': bad(mail(' HOLDFOR=0')),
    'HOLDUNTIL with a zone': bad(mail(' HOLDUNTIL=2030-01-01T00:00:00+01:00')),
    'priority 10': bad(mail(' MT-PRIORITY=10')),
    'SMTPUTF8 with a value': bad(mail(' SMTPUTF8=yes')),
    'RRVS in words': bad(rcpt(' RRVS=yesterday')),
    'of the other verb': bad(rcpt(' RET=HDRS'), 'belongs to MAIL'),
    twice: bad(mail(' SIZE=1 BODY=7BIT SIZE=2'), 'SIZE is given twice'),
  },
  keepsQuiet: {
    'all of MAIL': good(
      mail(' SIZE=0 BODY=7bit RET=full ENVID=QQ+2B314 AUTH=<> BY=-120;nt MT-PRIORITY=-9 HOLDFOR=1 SMTPUTF8 REQUIRETLS'),
    ),
    'all of RCPT': good(
      rcpt(' NOTIFY=success,failure,delay ORCPT=rfc822;b+2Bc@example.org RRVS=2030-01-01T00:00:00Z;R'),
    ),
    'NEVER alone': good(rcpt(' NOTIFY=never')),
    'ENVID of 100': good(mail(` ENVID=${'x'.repeat(100)}`)),
    'ORCPT of 500': good(rcpt(` ORCPT=rfc822;${'x'.repeat(493)}`)),
    'ORCPT in UTF-8': good(rcpt(' ORCPT=utf-8;b\\x{FC}@example.org')),
    'AUTH with an address in xtext': good(mail(' AUTH=e+3Dmc2@example.com')),
    'a masked value': good(mail(' ENVID=<hidden>')),
    'a parameter that we do not know': good(mail(' XVERP XFOO=+1')),
  },
});

near('extension.limits', {
  speaks: {
    'all recipients over RCPTMAX in one finding': {
      text: greeted(
        `C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\n${[1, 2, 3, 4].map((n) => `C: RCPT TO:<b${n}@example.org>\nS: ${n < 3 ? '250 2.1.5 Ok' : '452 4.5.3 Too many'}\n`).join('')}${QUIT}`,
        'LIMITS MAILMAX=9 RCPTMAX=2',
      ),
      says: 'Recipient 3',
    },
    MAILMAX: { text: greeted(`${delivered()}${delivered()}${QUIT}`, 'LIMITS MAILMAX=1'), says: 'Transaction 2' },
    'RCPTDOMAINMAX over two transactions': {
      text: greeted(
        `${delivered()}${delivered(undefined, 'RCPT TO:<b@other.example>')}${QUIT}`,
        'LIMITS RCPTDOMAINMAX=1',
      ),
      says: 'domain 2',
    },
  },
  keepsQuiet: {
    'refused recipients do not count': greeted(
      `C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org>\nS: 550 5.1.1 No\nC: RCPT TO:<c@example.org>\nS: 250 2.1.5 Ok\n${QUIT}`,
      'LIMITS RCPTMAX=1',
    ),
    'each transaction anew': greeted(`${delivered()}${delivered()}${QUIT}`, 'LIMITS RCPTMAX=1'),
    'one domain in two cases': greeted(
      `${delivered()}${delivered(undefined, 'RCPT TO:<c@EXAMPLE.ORG>')}${QUIT}`,
      'LIMITS RCPTDOMAINMAX=1',
    ),
    'a malformed limit': greeted(`${delivered()}${delivered()}${QUIT}`, 'LIMITS MAILMAX=one'),
    'not offered': greeted(`${delivered()}${delivered()}${QUIT}`),
  },
});

near('extension.unused-ehlo', {
  speaks: {},
  keepsQuiet: {
    'EHLO was refused': `S: 220 mx.example.org ESMTP\nC: EHLO c.example\nS: 502 No\nC: HELO c.example\nS: 250 mx.example.org\n${QUIT}`,
    'the greeting says SMTP': `S: 220 mx.example.org SMTP\nC: HELO c.example\nS: 250 mx.example.org\n${QUIT}`,
    'the beginning is not in the log': `* cut\nC: HELO c.example\nS: 250 mx.example.org\n${QUIT}`,
  },
});

const WELCOME = 'S: 220 mx.example.org ESMTP\nC: EHLO c.example\nS: 250-mx.example.org\nS: 250 STARTTLS\n';
const TLS_UP = '* tls TLSv1.3 TLS_AES_256_GCM_SHA384\n';
const TO = (host: string) => `* connected to ${host}:25\n${WELCOME}${delivered()}${QUIT}`;
near('extension.unused-starttls', {
  speaks: {
    'two sessions, one hint': {
      text: `--- session a ---\n${WELCOME}${delivered()}${QUIT}--- session b ---\n${WELCOME}${delivered()}${QUIT}`,
    },
    'two messages, one hint': { text: greeted(`${delivered()}${delivered()}${QUIT}`, 'STARTTLS'), says: 'MAIL FROM' },
    'a sender refused before': {
      text: greeted(`C: MAIL FROM:<x@example.com>\nS: 550 5.7.1 No\n${delivered()}${QUIT}`, 'STARTTLS'),
    },
    'to a host by name': { text: TO('mx.example.org [192.0.2.1]') },
  },
  keepsQuiet: {
    'STARTTLS was tried': greeted(`C: STARTTLS\nS: 454 4.7.0 Later\n${delivered()}${QUIT}`, 'STARTTLS'),
    'a password in the clear is worse': greeted(
      `C: AUTH PLAIN AGEAYg==\nS: 235 2.7.0 Ok\n${delivered()}${QUIT}`,
      'STARTTLS',
      'AUTH PLAIN',
    ),
    'not offered': greeted(`${delivered()}${QUIT}`),
    'offered by an EHLO that is no longer in force': greeted(
      `C: HELO c.example\nS: 250 mx.example.org\n${delivered()}${QUIT}`,
      'STARTTLS',
    ),
    'no mail': greeted(QUIT, 'STARTTLS'),
    'mail is refused': greeted(`C: MAIL FROM:<a@example.com>\nS: 530 5.7.0 STARTTLS first\n${QUIT}`, 'STARTTLS'),
    'STARTTLS comes too late': greeted(
      `${delivered()}C: STARTTLS\nS: 220 2.0.0 Go ahead\n${TLS_UP}C: EHLO c.example\nS: 250 mx.example.org\n${QUIT}`,
      'STARTTLS',
    ),
    'offered, it seems, inside TLS': `* tls\n${WELCOME}${delivered()}${QUIT}`,
    'to the loopback interface': TO('localhost [127.0.0.1]'),
    'to its address': TO('127.0.0.1'),
    LMTP: `S: 220 mx.example.org\nC: LHLO c.example\nS: 250-mx.example.org\nS: 250 STARTTLS\n${delivered()}${QUIT}`,
  },
});

const HELO = 'S: 220 mx.example.org\nC: HELO c.example\nS: 250 mx.example.org\n';
near('extension.not-offered', {
  speaks: {
    'a verb after HELO': {
      text: `${HELO}C: ETRN example.org\nS: 502 No\n${QUIT}`,
      says: 'after HELO',
      severity: 'error',
    },
    'ETRN after HELO, taken': { text: `${HELO}C: ETRN example.org\nS: 250 Ok\n${QUIT}`, severity: 'information' },
    'ETRN after HELO, put off': { text: `${HELO}C: ETRN example.org\nS: 459 No\n${QUIT}`, severity: 'information' },
    'a parameter refused, and nobody knows which': {
      text: greeted(mail(' SIZE=5', '555-5.5.4 No\nS: 555 5.5.4 Really'), 'SIZE'),
      says: 'MAIL FROM: 555',
      severity: 'warning',
    },
    'one of two parameters': { text: greeted(mail(' SIZE=5 FOO=1', '555 5.5.4 No'), 'SIZE'), says: 'FOO=1' },
    'offered by an EHLO that was refused': {
      text: `S: 220 mx\nC: EHLO c.example\nS: 550-mx\nS: 550 SIZE\nC: EHLO c.example\nS: 250 mx\n${mail(' SIZE=5')}`,
      says: 'which this EHLO reply does not offer',
    },
    'offered by two earlier EHLOs': {
      text: greeted(
        `C: EHLO c.example\nS: 250-mx.example.org\nS: 250 SIZE 5\nC: EHLO c.example\nS: 250 mx.example.org\n${mail(' SIZE=1')}`,
        'SIZE 9',
      ),
    },
    'two uses, of which only one is in a second EHLO': {
      text: greeted(
        `C: EHLO c.example\nS: 250-mx.example.org\nS: 250 DSN\nC: EHLO c.example\nS: 250-mx.example.org\nS: 250 SIZE\n${mail(' SIZE=1 RET=HDRS')}`,
      ),
      says: 'RET=HDRS',
    },
    'STARTTLS, which an earlier EHLO offered': {
      text: greeted(`C: EHLO c.example\nS: 250 mx.example.org\nC: STARTTLS\nS: 502 5.5.1 No\n${QUIT}`, 'STARTTLS'),
      says: 'which this EHLO reply does not offer',
    },
    'a mechanism after HELO': { text: `${HELO}C: AUTH LOGIN\nS: 503 No\n${QUIT}` },
  },
  keepsQuiet: {
    'refused for another reason': greeted(mail(' SIZE=5', '550 5.7.1 No'), 'SIZE'),
    'a wrong value, of which another rule speaks': greeted(mail(' SIZE=x', '555 5.5.4 No'), 'SIZE'),
    'UTF8SMTP, as it was called before': greeted(mail(' SMTPUTF8'), 'UTF8SMTP'),
    'a command that came after the end': greeted(`C: QUIT\nS: 221 2.0.0 Bye\nC: ETRN example.org\nS: 502 No\n`),
    'a mechanism where none is listed': greeted(`C: AUTH LOGIN\nS: 535 5.7.8 No\n${QUIT}`, 'AUTH'),
    'a mechanism that is no name': greeted(`C: AUTH =LOGIN\nS: 501 5.5.4 No\n${QUIT}`, 'AUTH PLAIN'),
  },
});

near('extension.utf8-address', {
  speaks: {
    'RCPT, and the path has more behind it': {
      text: greeted(
        `C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@x.例え> NOTIFY=NEVER\nS: 553 5.6.7 No\n${QUIT}`,
        'SMTPUTF8',
        'DSN',
      ),
    },
    'after HELO': { text: `${HELO}C: MAIL FROM:<ü@example.com>\nS: 553 No\n${QUIT}`, says: 'does not offer' },
    'blanks behind MAIL': { text: greeted(`C: MAIL FROM:<ü@example.com> \nS: 553 5.6.7 No\n${QUIT}`, 'SMTPUTF8') },
  },
  keepsQuiet: {
    'out of order, which is told already': `S: 220 mx.example.org\nC: MAIL FROM:<ü@example.com>\nS: 503 No\n${QUIT}`,
  },
});

near('extension.size-exceeded', {
  speaks: {
    'not answered': {
      text: greeted('C: MAIL FROM:<a@example.com> SIZE=1001\n* error lost: reset', 'SIZE 1000'),
      says: '1001',
    },
    'refused with the least of codes': {
      text: greeted(mail(' SIZE=1001', '400 4.3.4 No'), 'SIZE 1000'),
      says: 'Refused',
    },
  },
  keepsQuiet: {
    'out of order, which is told already': greeted(
      `C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: MAIL FROM:<a@example.com> SIZE=1001\nS: 503 5.5.1 No\n${QUIT}`,
      'SIZE 1000',
    ),
    'the log does not show what became of it': greeted(
      'C: MAIL FROM:<a@example.com> SIZE=1001\n* elided\nC: QUIT\nS: 221 2.0.0 Bye',
      'SIZE 1000',
    ),
    'other commands and events': greeted(`* note\nC: NOOP\nS: 250 2.0.0 Ok\nS: what\n${mail(' SIZE=5')}`, 'SIZE 1000'),
  },
});

near('extension.eight-bit-data', {
  speaks: {
    'in a chunk': {
      text: greeted(
        `C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org>\nS: 250 2.1.5 Ok\nC: BDAT 12 LAST\nC: Gr\u00fc\u00dfe hier\nS: 250 2.0.0 Ok\n${QUIT}`,
        'CHUNKING',
      ),
    },
    'two messages, one of which declares it': {
      text: greeted(
        `${delivered('MAIL FROM:<a@example.com> BODY=8BITMIME', undefined, ['ü'])}${delivered('MAIL FROM:<b@example.com>', undefined, ['ü'])}${QUIT}`,
      ),
    },
    'declared as 7BIT, which cannot be mended so': {
      text: greeted(`${delivered('MAIL FROM:<a@example.com> BODY=7BIT', undefined, ['xü'])}${QUIT}`),
    },
    'SMTPUTF8 is offered, 8BITMIME is not': {
      text: `S: 220 mx\nC: EHLO c.example\nS: 250-mx\nS: 250 SMTPUTF8\n${delivered(undefined, undefined, ['ü'])}${QUIT}`,
      severity: 'warning',
    },
    'another parameter, and blanks behind it': {
      text: greeted(`${delivered('MAIL FROM:<a@example.com> SIZE=5 ', undefined, ['ü'])}${QUIT}`, 'SIZE'),
    },
  },
  keepsQuiet: {
    BINARYMIME: greeted(`${delivered('MAIL FROM:<a@example.com> BODY=BINARYMIME', undefined, ['ü'])}${QUIT}`),
    'UTF8SMTP, as it was called before': greeted(
      `${delivered('MAIL FROM:<a@example.com> UTF8SMTP', undefined, ['ü'])}${QUIT}`,
    ),
    'data without a transaction': greeted(`C: DATA\nS: 354 Go\nC: ü\nC: .\nS: 250 2.0.0 Ok\n${QUIT}`),
    'commands outside ASCII': greeted(`C: VRFY ü\nS: 252 2.0.0 Ok\n${QUIT}`),
  },
});

const chunk = (argument: string, count: number) =>
  `C: BDAT ${argument}\n* elided data ${count} octets\nS: 250 2.0.0 Ok\n`;
const sized = (lines: string) =>
  greeted(
    `C: MAIL FROM:<a@example.com> SIZE=100\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org>\nS: 250 2.1.5 Ok\n${lines}${QUIT}`,
    'SIZE',
    'CHUNKING',
  );
near('extension.size-mismatch', {
  speaks: { 'in one chunk': { text: sized(chunk('1800 last', 1800)), says: '1800 octets' } },
  keepsQuiet: {
    'the last chunk never comes': sized(chunk('1800', 1800)),
    'what is no count': sized('C: BDAT x1800 LAST\nS: 501 5.5.4 No\nC: BDAT 1800x LAST\nS: 501 5.5.4 No\n'),
    'chunks of another message do not count': greeted(
      `${`C: MAIL FROM:<a@example.com> SIZE=900\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org>\nS: 250 2.1.5 Ok\n${chunk('900 LAST', 900)}`.repeat(3)}${QUIT}`,
      'SIZE',
      'CHUNKING',
    ),
    'other commands with a number': sized(`C: NOOP 1800 LAST\nS: 250 2.0.0 Ok\n${chunk('100 LAST', 100)}`),
  },
});

near('extension.binary-with-data', {
  speaks: {},
  keepsQuiet: {
    'DATA without recipients, which is told already': greeted(
      `C: MAIL FROM:<a@example.com> BODY=BINARYMIME\nS: 250 2.1.0 Ok\nC: DATA\nS: 503 5.5.1 No\n${QUIT}`,
      'CHUNKING',
      'BINARYMIME',
    ),
  },
});

near('extension.unused-ehlo', {
  speaks: {
    'said in the second line of the greeting': {
      text: `S: 220-mx.example.org\nS: 220 ESMTP ready\nC: HELO c.example\nS: 250 mx.example.org\n${QUIT}`,
    },
    'NOOP before it': {
      text: `S: 220 mx.example.org ESMTP\nC: HELO c.example\nS: 250 mx\nC: HELO c.example\nS: 250 mx\n${QUIT}`,
    },
  },
  keepsQuiet: {
    'EHLO first': `S: 220 mx.example.org ESMTP\nC: EHLO c.example\nS: 250 mx\nC: HELO c.example\nS: 250 mx\n${QUIT}`,
    'HELO is refused': `S: 220 mx.example.org ESMTP\nC: HELO c.example\nS: 550 No\n${QUIT}`,
    'HELO before the greeting, which is told already': `C: HELO c.example\nS: 220 mx.example.org ESMTP\nS: 250 mx\n${QUIT}`,
  },
});

near('extension.limits', {
  speaks: {
    'a refused transaction does not count': {
      text: greeted(
        `C: MAIL FROM:<x@example.com>\nS: 550 5.7.1 No\n${delivered()}${delivered()}${QUIT}`,
        'LIMITS MAILMAX=1',
      ),
      says: 'Transaction 2',
    },
    'a refused recipient’s domain does not count': {
      text: greeted(
        `${delivered()}C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@x.example>\nS: 550 5.1.1 No\n${QUIT}`,
        'LIMITS RCPTDOMAINMAX=1',
      ),
    },
  },
  keepsQuiet: {
    'a recipient without a domain': greeted(
      `${delivered()}${delivered(undefined, 'RCPT TO:<postmaster>')}${QUIT}`,
      'LIMITS RCPTDOMAINMAX=1',
    ),
    'out of order, which is told already': greeted(
      `${delivered()}C: RCPT TO:<b@x.example>\nS: 503 5.5.1 No\n${QUIT}`,
      'LIMITS RCPTDOMAINMAX=1 RCPTMAX=1',
    ),
    'a nested MAIL, which is told already': greeted(
      `C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: MAIL FROM:<a@example.com>\nS: 503 5.5.1 No\n${QUIT}`,
      'LIMITS MAILMAX=1',
    ),
    'a domain within the limit, seven times': greeted(`${delivered().repeat(7)}${QUIT}`, 'LIMITS RCPTDOMAINMAX=1'),
  },
});

near('extension.parameter', {
  speaks: {
    'wrong, and twice': bad(mail(' SIZE=x BODY=7BIT', '501 5.5.4 No'), 'SIZE=x is malformed'),
    'a value that another contains': bad(rcpt(' NOTIFY=NOTHING', '501 5.5.4 No'), 'NOTIFY=NOTHING'),
  },
  keepsQuiet: {},
});

test('two wrong parameters: taking one out leaves the other, so that there is no fix', () => {
  assert.equal(fixed(good(mail(' SIZE=x BODY=9BIT', '501 5.5.4 No')), 'extension.parameter'), undefined);
});
