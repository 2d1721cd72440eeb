/** The rules of the group `syntax`: what they must find, and what is so near to it that they must not. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { delivered, QUIT } from '../../server/src/rules/exampleSessions';
import { helloFault } from '../../server/src/rules/helloArgument';
import { addressFault, hostFault, isIpv6 } from '../../server/src/rules/mailbox';
import { greeted, near, summary } from '../helpers/near';

const mail = (argument: string, reply = '250 2.1.0 Ok') => greeted(`C: MAIL ${argument}\nS: ${reply}\n${QUIT}`);
const rcpt = (argument: string, reply = '250 2.1.5 Ok') =>
  greeted(`C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT ${argument}\nS: ${reply}\n${QUIT}`);

describe('addresses', () => {
  for (const good of [
    '',
    'postmaster',
    'PostMaster',
    'bob@example.org',
    'bob@localhost',
    "o'brien+tag=x/y@example.org",
    'a.b.c@xn--mnchen-3ya.example',
    '"a b"@example.org',
    '"a@b"@example.org',
    '"a\\"b"@example.org',
    '""@example.org',
    'bob@[192.0.2.1]',
    'bob@[IPv6:2001:db8::1]',
    'bob@[IPv6:::ffff:192.0.2.1]',
    '@relay.example,@other.example:bob@example.org',
    '用户@例え.example',
    'bob@123.example',
    'SRS0=ab+cd=ef=example.com=bob@example.org',
  ])
    test(`good: <${good}>`, () => assert.equal(addressFault(good), undefined));

  for (const [bad, kind] of [
    ['bob', 'no-domain'],
    ['bob@', 'domain'],
    ['@example.org', 'local-part'],
    ['.bob@example.org', 'local-part'],
    ['bob.@example.org', 'local-part'],
    ['b..b@example.org', 'local-part'],
    ['b(c)@example.org', 'local-part'],
    ['a@b@example.org', 'local-part'],
    ['bob smith@example.org', 'blank'],
    ['bob@example .org', 'blank'],
    ['bob\u0007smith@example.org', 'control'],
    ['bob@exa\u007fmple.org', 'control'],
    ['bob@[X400:c=de]', 'tag'],
    ['"bob@example.org', 'quoted'],
    ['"bob"x@example.org', 'quoted'],
    ['bob@-example.org', 'domain'],
    ['bob@example..org', 'domain'],
    ['bob@example.org.', 'domain'],
    ['bob@exam!ple.org', 'domain'],
    ['bob@my_host.example.org', 'underscore'],
    [`bob@${'x'.repeat(64)}.org`, 'label'],
    ['bob@[192.0.2.256]', 'literal'],
    ['bob@[2001:db8::1]', 'literal'],
    ['bob@[IPv6:2001:db8:::1]', 'literal'],
    ['bob@[IPv6:1:2:3:4:5:6:7]', 'literal'],
    ['bob@[192.0.2.1', 'literal'],
  ] as const)
    test(`${kind}: <${bad}>`, () => assert.equal(addressFault(bad)?.kind, kind));

  test('a fault is located inside the address', () => {
    assert.deepEqual(hostFault('a.b_c.d'), { kind: 'underscore', start: 2, end: 5 });
    assert.deepEqual(addressFault('@r.example:b@x_y'), { kind: 'underscore', start: 13, end: 16 });
  });

  test('IPv6 is counted in groups', () => {
    for (const good of ['::', '::1', '1::', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:192.0.2.1', '::192.0.2.1'])
      assert.ok(isIpv6(good), good);
    for (const bad of ['', ':', '1', '1:2', '1::2::3', '1:2:3:4:5:6:7:8:9', '12345::', '::g', '::1.2.3'])
      assert.ok(!isIpv6(bad), bad);
  });
});

describe('the name of the client', () => {
  for (const [argument, fault] of [
    ['client.example.com', undefined],
    ['DESKTOP-4F7', undefined],
    ['[192.0.2.1]', undefined],
    ['[IPv6:fe80::1]', undefined],
    ['***', undefined],
    ['<redacted>', undefined],
    ['', 'missing'],
    ['  ', 'missing'],
    ['my pc', 'several'],
    ['LocalHost', 'localhost'],
    ['localhost.localdomain', 'localhost'],
    ['MY_PC', 'underscore'],
    ['192.0.2.1', 'bare-ip'],
    ['2001:db8::1', 'bare-ip'],
    ['[2001:db8::1]', 'literal'],
    ['[foo:bar]', 'literal'],
    ['user@host', 'malformed'],
    ['-x.example', 'malformed'],
  ] as const)
    test(`${argument === '' ? 'nothing' : argument}: ${fault ?? 'good'}`, () =>
      assert.equal(helloFault(argument), fault));
});

near('syntax.hello-argument', {
  speaks: {
    'an address without brackets, refused': {
      text: `S: 220 mx.example.org\nC: EHLO 192.0.2.1\nS: 501 5.5.2 No\nC: EHLO c.example\nS: 250 mx.example.org\n${QUIT}`,
      says: '[192.0.2.1]',
      severity: 'warning',
    },
    'localhost, taken': {
      text: `S: 220 mx.example.org\nC: HELO localhost\nS: 250 mx.example.org\n${QUIT}`,
      severity: 'information',
    },
    'localhost, where EHLO itself is not known': {
      text: `S: 220 mx.example.org\nC: EHLO localhost\nS: 502 5.5.2 No\nC: HELO c.example\nS: 250 mx.example.org\n${QUIT}`,
      severity: 'information',
    },
    nothing: { text: `S: 220 mx.example.org\nC: HELO\nS: 250 mx.example.org\n${QUIT}`, severity: 'error' },
  },
  keepsQuiet: {
    'blanks after a good name': `S: 220 mx.example.org\nC: EHLO c.example \nS: 250 mx.example.org\n${QUIT}`,
  },
});

near('syntax.address', {
  speaks: {
    'taken all the same': { text: mail('FROM:<a..b@example.com>'), severity: 'error' },
    'a local name, taken': { text: rcpt('TO:<bob>'), severity: 'information' },
    'a local name, refused': { text: rcpt('TO:<bob>', '501 5.1.3 No'), severity: 'warning' },
    'no closing bracket': { text: mail('FROM:<a@example.com', '501 5.1.7 No'), says: 'closing' },
    'a blank inside the brackets': { text: mail('FROM:< a@example.com>'), says: 'blank' },
    'a control character': { text: mail('FROM:<jo␇e@example.com>', '501 5.1.7 No'), says: 'A control character' },
    'a literal of a kind that is none': {
      text: rcpt('TO:<bob@[foo:bar]>'),
      says: 'not registered',
      severity: 'information',
    },
    'quotes that nothing needs': {
      text: mail('FROM:<"jo\\e.x"@example.com>'),
      says: '<joe.x@example.com>',
      severity: 'hint',
    },
  },
  keepsQuiet: {
    'quotes that something needs': mail('FROM:<"joe..x y"@example.com>'),
    'empty quotes': mail('FROM:<""@example.com>'),
    'masked in many ways': greeted(
      ['<***>', '<...>', '<[email protected]>', '<a***@example.com>', '<redacted@example.com>', '<<hidden>>', '<…>']
        .map((path) => `C: MAIL FROM:${path}\nS: 250 2.1.0 Ok\nC: RSET\nS: 250 2.0.0 Ok\n`)
        .join('') + QUIT,
    ),
    'without brackets, which another rule says': mail('FROM:a..b@example.com', '501 5.1.7 No'),
    'a quoted bracket': mail('FROM:<"a>b"@example.com>'),
    'parameters after the path': mail('FROM:<a@example.com> BODY=8BITMIME'),
  },
});

near('syntax.address-length', {
  speaks: {
    'local part of 65, taken': {
      text: mail(`FROM:<${'a'.repeat(65)}@example.com>`),
      says: '65 octets',
      severity: 'information',
    },
    'local part of 22 characters and 66 octets': {
      text: mail(`FROM:<${'中'.repeat(22)}@example.com> SMTPUTF8`),
      says: '66 octets',
    },
    'domain of 256': { text: mail(`FROM:<a@${`${'x'.repeat(63)}.`.repeat(4)}>`), says: '256 octets' },
    'path of 257': {
      text: rcpt(`TO:<a@${`${'x'.repeat(62)}.`.repeat(4)}y>`, '501 5.1.3 No'),
      says: '257 octets',
      severity: 'warning',
    },
  },
  keepsQuiet: {
    'local part of 64': mail(`FROM:<${'a'.repeat(64)}@example.com>`),
    'path of 256': rcpt(`TO:<@${'x'.repeat(60)}:a@${`${'x'.repeat(62)}.`.repeat(3).slice(0, -1)}>`),
  },
});

near('syntax.source-route', {
  speaks: { 'two hosts': { text: rcpt('TO:<@a.example,@b.example:c@example.org>'), says: '@a.example,@b.example:' } },
  keepsQuiet: {
    'a colon in a quoted string': rcpt('TO:<"@a:b"@example.org>'),
    'the percent hack': rcpt('TO:<a%b@example.org>'),
  },
});

near('syntax.empty-recipient', {
  speaks: { 'with a blank': { text: rcpt('TO:< >', '550 5.1.3 No') }, taken: { text: rcpt('TO:<>') } },
  keepsQuiet: {
    'an empty sender': mail('FROM:<>'),
    'before MAIL, which the order says': greeted(`C: RCPT TO:<>\nS: 503 5.5.1 No\n${QUIT}`),
  },
});

near('syntax.unexpected-argument', {
  speaks: {
    'DATA with an argument': {
      text: greeted(`${delivered().replace('C: DATA', 'C: DATA now')}${QUIT}`),
      says: 'DATA takes no argument',
      severity: 'warning',
    },
    'QUIT with an argument': {
      text: greeted('C: QUIT now\nS: 501 5.5.4 No\nC: QUIT\nS: 221 2.0.0 Bye'),
      severity: 'error',
    },
  },
  keepsQuiet: {
    'NOOP and HELP with one': greeted(`C: NOOP now\nS: 250 2.0.0 Ok\nC: HELP DATA\nS: 214 2.0.0 Ok\n${QUIT}`),
    'a blank': greeted(`C: RSET \nS: 250 2.0.0 Ok\n${QUIT}`),
    'the line end written out': greeted('C: QUIT <CRLF>\nS: 221 2.0.0 Bye'),
    'mail data after a refused DATA': greeted(
      'C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: DATA\nS: 503 5.5.1 No\nC: data about cats\nC: .\nS: 500 5.5.2 No\nC: QUIT\nS: 221 2.0.0 Bye',
    ).replace('C: data about cats', 'C: Data: cats'),
  },
});

near('syntax.line-too-long', {
  speaks: {
    '513 octets': { text: greeted(`C: NOOP ${'x'.repeat(506)}\nS: 500 5.5.2 No\n${QUIT}`), says: '513 octets' },
    'SIZE brings 26 more, not 27': {
      text: mail(`FROM:<a@example.com> SIZE=1 XFOO=${'x'.repeat(5)}${' '.repeat(532)}`),
      says: 'is the limit',
    },
  },
  keepsQuiet: {
    '512 octets': greeted(`C: NOOP ${'x'.repeat(505)}\nS: 250 2.0.0 Ok\n${QUIT}`),
    'an AUTH with a long ticket': greeted(
      `C: AUTH GSSAPI ${'x'.repeat(12_000)}\nS: 235 2.7.0 Ok\n${QUIT}`,
      'AUTH GSSAPI',
    ),
    'ORCPT brings its own length': greeted(
      `C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org> ORCPT=rfc822;${'x'.repeat(493)}\nS: 250 2.1.5 Ok\n${QUIT}`,
      'DSN',
    ),
    XCLIENT: greeted(`C: XCLIENT NAME=${'x'.repeat(600)}\nS: 220 mx\nC: QUIT\nS: 221 Bye`, 'XCLIENT NAME'),
    'mail data': greeted(`${delivered(undefined, undefined, ['x'.repeat(900)])}${QUIT}`),
  },
});

near('syntax.non-ascii', {
  speaks: {
    'the name of the client': {
      text: `S: 220 mx.example.org\nC: EHLO bücher.example\nS: 250 mx.example.org\n${QUIT}`,
      says: 'ücher.example',
    },
    'a parameter of MAIL': { text: mail('FROM:<a@example.com> XFOO=ü') },
    'VRFY without SMTPUTF8': { text: greeted(`C: VRFY 用户\nS: 252 2.1.5 Ok\n${QUIT}`, 'SMTPUTF8') },
  },
  keepsQuiet: {
    'an address, which another rule says': mail('FROM:<用户@example.com>', '501 5.1.7 No'),
    'a secret': greeted(`C: AUTH PLAIN ü\nS: 501 5.5.2 No\n${QUIT}`, 'AUTH PLAIN'),
    noise: greeted(`C: \u00fe\u00ff\nS: 500 5.5.2 No\n${QUIT}`),
    'a masked name': `S: 220 mx.example.org\nC: EHLO ●●●\nS: 250 mx.example.org\n${QUIT}`,
  },
});

near('syntax.obsolete-verb', {
  speaks: {
    'SAML, refused': { text: greeted(`C: SAML FROM:<a@example.com>\nS: 502 5.5.1 No\n${QUIT}`), severity: 'warning' },
    'TURN, taken': { text: greeted(`C: TURN\nS: 250 2.0.0 Ok\n${QUIT}`), severity: 'information' },
  },
  keepsQuiet: { ETRN: greeted(`C: ETRN example.org\nS: 250 2.0.0 Ok\n${QUIT}`, 'ETRN') },
});

near('syntax.trailing-space', {
  speaks: {
    'after a path': { text: mail('FROM:<a@example.com> ') },
    'a tab': { text: greeted(`C: NOOP\t\nS: 250 2.0.0 Ok\n${QUIT}`) },
  },
  keepsQuiet: {
    'where the secret was': greeted(`C: AUTH PLAIN \nS: 235 2.7.0 Ok\n${QUIT}`, 'AUTH PLAIN'),
    'mail data': greeted(`${delivered(undefined, undefined, ['Subject: x ', 'NOOP '])}${QUIT}`),
  },
});

describe('one cause, one finding', () => {
  for (const [name, text, expected] of [
    [
      'EHLO without a name',
      `S: 220 mx.example.org\nC: EHLO\nS: 501 No\nC: EHLO c.example\nS: 250 mx.example.org\n${QUIT}`,
      '2 error syntax.hello-argument',
    ],
    ['no brackets', mail('FROM:a@example.com', '501 5.1.7 No'), '7 warning syntax.path'],
    ['no brackets, 553', mail('FROM:a@example.com', '553 5.1.7 No'), '7 warning syntax.path'],
    ['a blank before the colon', mail('FROM :<a@example.com>', '501 5.5.4 No'), '7 warning syntax.path'],
    ['a malformed address', rcpt('TO:<a..b@example.org>', '501 5.1.3 No'), '9 error syntax.address'],
    [
      'a local part that is too long',
      mail(`FROM:<${'a'.repeat(65)}@example.com>`, '501 5.1.7 No'),
      '7 warning syntax.address-length',
    ],
    ['an empty recipient', rcpt('TO:<>', '553 5.1.3 No'), '9 error syntax.empty-recipient'],
    [
      'an argument to DATA',
      greeted(
        `${delivered().split('C: DATA')[0]}C: DATA now\nS: 501 5.5.4 Syntax: DATA\nC: RSET\nS: 250 2.0.0 Ok\n${QUIT}`,
      ),
      '11 error syntax.unexpected-argument',
    ],
    ['an obsolete verb', greeted(`C: TURN\nS: 502 5.5.1 No\n${QUIT}`), '7 warning syntax.obsolete-verb'],
    ['a long line', greeted(`C: NOOP ${'x'.repeat(600)}\nS: 500 5.5.2 No\n${QUIT}`), '7 warning syntax.line-too-long'],
    [
      'a recipient refused for another reason',
      rcpt('TO:<b@example.org>', '550 5.1.1 No'),
      '10 warning delivery.recipient-refused',
    ],
    [
      'an unreadable command that looks good',
      greeted(`C: VRFY bob\nS: 501 5.5.4 No\n${QUIT}`),
      '7 warning syntax.command',
    ],
  ] as const)
    test(name, () => {
      const bad = summary(text).filter((each) => /\d+ (?:error|warning)/.test(each));
      assert.deepEqual(bad, [expected]);
    });
});

test('a healthy session with unusual but right commands gives nothing at all', () => {
  const text = greeted(
    `${delivered('MAIL FROM:<"a b"@[IPv6:2001:db8::1]> SIZE=500 RET=HDRS', 'RCPT TO:<Postmaster> NOTIFY=FAILURE')}${delivered(
      'mail from:<>',
      'rcpt to:<b+c@example.org>',
    )}C: NOOP with an argument\nS: 250 2.0.0 Ok\nC: rset\nS: 250 2.0.0 Ok\n${QUIT}`,
    'SIZE 100000',
    'DSN',
  );
  assert.deepEqual(summary(text), []);
});
