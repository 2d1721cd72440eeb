/** The rules of the group `security`. */
import { QUIT } from '../../server/src/rules/exampleSessions';
import { DEFAULT_THRESHOLDS } from '../../server/src/rules/thresholds';
import { greeted, near } from '../helpers/near';

const { passwordGuesses, unknownUsers } = DEFAULT_THRESHOLDS;
const session = (lines: string) => greeted(`${lines}${QUIT}`, 'AUTH PLAIN');
const MAIL = 'C: MAIL FROM:<a@example.com>\nS: 250 Ok\n';
const rcpt = (address: string, reply = '250 Ok') => `C: RCPT TO:<${address}>\nS: ${reply}\n`;
const RSET = 'C: RSET\nS: 250 Ok\n';

near('security.open-relay', {
  speaks: {
    'two foreign domains': {
      text: session(`${MAIL}${rcpt('b@one.test')}${rcpt('c@two.test')}${RSET}`),
      severity: 'information',
    },
    'a percent route': { text: session(`${MAIL}${rcpt('b%one.test@mx.example.org')}${RSET}`), says: 'passed on' },
    'a bang path': { text: session(`${MAIL}${rcpt('one.test!b@example.org')}${RSET}`), says: 'passed on' },
  },
  keepsQuiet: {
    'one foreign domain, that the server may be the MX of': session(
      `${MAIL}${rcpt('b@one.test')}${rcpt('c@one.test')}${RSET}`,
    ),
    'the server’s own domain': session(`${MAIL}${rcpt('b@one.test')}${rcpt('c@example.org')}${RSET}`),
    'the sender’s own domain': session(`${MAIL}${rcpt('b@one.test')}${rcpt('c@example.com')}${RSET}`),
    'one refused': session(`${MAIL}${rcpt('b@one.test')}${rcpt('c@two.test', '554 5.7.1 Relay access denied')}${RSET}`),
    'after AUTH': session(
      `C: AUTH PLAIN ****\nS: 235 2.7.0 Ok\n${MAIL}${rcpt('b@one.test')}${rcpt('c@two.test')}${RSET}`,
    ),
    'a sender of the server’s domain': session(
      `${MAIL.replace('example.com', 'example.org')}${rcpt('b@one.test')}${rcpt('c@two.test')}${RSET}`,
    ),
    'a bounce': session(`C: MAIL FROM:<>\nS: 250 Ok\n${rcpt('b@one.test')}${rcpt('c@two.test')}${RSET}`),
    'a log without its beginning': `${MAIL}${rcpt('b@one.test')}${rcpt('c@two.test')}${RSET}`
      .replaceAll(/^C: /gm, '> ')
      .replaceAll(/^S: /gm, '< '),
    'LMTP, which stores what it is given': `S: 220 mx.example.org\nC: LHLO x.test\nS: 250 mx.example.org\n${MAIL}${rcpt('b@one.test')}${rcpt('c@two.test')}${RSET}${QUIT}`,
  },
});

near('security.address-disclosed', {
  speaks: {
    VRFY: { text: session('C: VRFY alice\nS: 250 Alice <alice@example.org>\n'), says: 'VRFY' },
    EXPN: { text: session('C: EXPN staff\nS: 250-a@example.org\nS: 250 b@example.org\n'), says: 'EXPN' },
  },
  keepsQuiet: {
    '252': session('C: VRFY alice\nS: 252 2.0.0 alice@example.org\n'),
    'no address': session('C: VRFY alice\nS: 250 2.0.0 Ok\n'),
    refused: session('C: EXPN staff\nS: 502 5.5.1 No\n'),
    'after AUTH': session('C: AUTH PLAIN ****\nS: 235 2.7.0 Ok\nC: VRFY alice\nS: 250 alice@example.org\n'),
  },
});

near('security.line-break-injection', {
  speaks: {
    'CR in an address': {
      text: session('C: MAIL FROM:<a@example.com>␍RCPT TO:<b@x.test>\nS: 501 No\n'),
      severity: 'error',
    },
    'LF in EHLO': { text: session('C: EHLO x␊MAIL FROM:<a@x.test>\nS: 501 No\n'), severity: 'error' },
    encoded: { text: session('C: MAIL FROM:<a@example.com%0d%0aDATA>\nS: 501 No\n'), severity: 'warning' },
  },
  keepsQuiet: {
    'a percent sign in a name': session('C: MAIL FROM:<a%0afb@example.com>\nS: 250 Ok\n'),
    'a line end that is shown': session('C: NOOP␍␊\nS: 250 Ok\n'),
  },
});

const unknown = (count: number) =>
  Array.from({ length: count }, (_, index) => rcpt(`u${index}@example.org`, '550 5.1.1 User unknown')).join('');
near('security.address-harvesting', {
  speaks: { 'at the limit': { text: session(`${MAIL}${unknown(unknownUsers)}`), says: `${unknownUsers} unknown` } },
  keepsQuiet: {
    'one less': session(`${MAIL}${unknown(unknownUsers - 1)}`),
    'a good one between': session(`${MAIL}${unknown(unknownUsers - 1)}${rcpt('b@example.org')}${unknown(1)}${RSET}`),
    'put off, not unknown': session(
      `${MAIL}${unknown(unknownUsers).replaceAll('550 5.1.1 User unknown', '450 4.2.0 Greylisted')}`,
    ),
  },
});

const guess = (count: number) => 'C: AUTH PLAIN ****\nS: 535 5.7.8 No\n'.repeat(count);
near('security.password-guessing', {
  speaks: { 'at the limit': { text: session(guess(passwordGuesses)), severity: 'warning' } },
  keepsQuiet: {
    'one less': session(guess(passwordGuesses - 1)),
    'trouble on the server': session(guess(passwordGuesses).replaceAll('535 5.7.8', '454 4.7.0')),
  },
});

const greeting = (text: string) => `S: 220 ${text}\nC: EHLO c.example\nS: 250 mx.example.org\n${QUIT}`;
near('security.version-banner', {
  speaks: {
    Exim: { text: greeting('mx.example.org ESMTP Exim 4.96'), says: 'Exim 4.96' },
    Sendmail: { text: greeting('mx.example.org ESMTP Sendmail 8.17.1/8.17.1'), says: 'Sendmail 8.17.1' },
    'once for all sessions of a file': {
      text: `${greeting('mx.example.org Exim 4.96')}--- session b ---\n${greeting('mx.example.org Exim 4.96')}`,
      severity: 'hint',
    },
  },
  keepsQuiet: {
    'the name alone': greeting('mx.example.org ESMTP Postfix (Debian/GNU)'),
    'numbers that are no version': greeting('mx1.2.example.org ESMTP [192.0.2.1] 24.11.2026'),
  },
});

near('security.address-harvesting', {
  speaks: {
    'without enhanced codes, and more than anybody reads': {
      text: session(`${MAIL}${unknown(unknownUsers + 5).replaceAll('550 5.1.1 User unknown', '550 No such user')}`),
      says: `${unknownUsers + 5} unknown`,
    },
    'by the enhanced code alone': { text: session(`${MAIL}${unknown(unknownUsers).replaceAll('User unknown', 'No')}`) },
    'the lowest refusal, with VRFY': {
      text: session('C: VRFY bob\nS: 500 5.1.1 User unknown\n'.repeat(unknownUsers)),
    },
    'two runs, of which one is long enough': {
      text: session(`${MAIL}${unknown(1)}${rcpt('b@example.org')}${unknown(unknownUsers)}${RSET}`),
      says: `${unknownUsers} unknown`,
    },
    'other refusals between them': {
      text: session(
        `${MAIL}${unknown(unknownUsers - 1)}${rcpt('x@example.org', '550 5.7.1 Policy')}${unknown(1)}${RSET}`,
      ),
    },
  },
  keepsQuiet: {
    'as many refusals for other causes': session(
      `${MAIL}${unknown(unknownUsers).replaceAll('5.1.1 User unknown', '5.7.1 Blocked by policy')}`,
    ),
    'some for other causes': session(
      `${MAIL}${unknown(unknownUsers - 1)}${rcpt('x@example.org', '550 5.7.1 Blocked by policy').repeat(5)}`,
    ),
    'other commands refused so': session('C: NOOP\nS: 550 5.1.1 User unknown\n'.repeat(unknownUsers)),
    'never answered': session(`${MAIL}${'C: RCPT TO:<b@example.org>\n'.repeat(unknownUsers)}`),
  },
});

near('security.password-guessing', {
  speaks: { 'more than anybody reads': { text: session(guess(12)) } },
  keepsQuiet: { 'never answered': session('C: AUTH PLAIN ****\n* elided\n'.repeat(passwordGuesses)) },
});

near('security.open-relay', {
  speaks: {
    'four domains, seven recipients': {
      text: session(
        `${MAIL}${rcpt('a@One.test')}${rcpt('b@one.test')}${['two', 'three', 'four', 'five', 'six', 'seven'].map((name) => rcpt(`x@${name}.test`)).join('')}${RSET}`,
      ),
      says: 'one.test, two.test, three.test',
    },
    'a long bang path': { text: session(`${MAIL}${rcpt('a.one.test!bob@example.org')}${RSET}`), says: 'passed on' },
  },
  keepsQuiet: {
    'not answered': session(`${MAIL}C: RCPT TO:<b@one.test>\nC: RCPT TO:<c@two.test>\n* elided\n`),
    'VRFY is no RCPT': session(`${MAIL}C: VRFY <b@one.test>\nS: 250 Ok\nC: VRFY <c@two.test>\nS: 250 Ok\n${RSET}`),
    'no transaction': session(`${rcpt('b@one.test')}${rcpt('c@two.test')}`),
    'address literals and local names': session(
      `${MAIL}${rcpt('b@[192.0.2.1]')}${rcpt('c@localhost')}${rcpt('postmaster')}${rcpt('d@one.test')}${RSET}`,
    ),
    'no domain': session(`${MAIL}${rcpt('@one.test')}${rcpt('c@two.test')}${RSET}`),
    'a percent sign that is no route': session(
      `${MAIL}${rcpt('50%off@example.org')}${rcpt('"a%b.c"@example.org')}${RSET}`,
    ),
    'a greeting without a name': session(`${MAIL}${rcpt('b@one.test')}${rcpt('c@two.test')}${RSET}`).replace(
      '220 mx.example.org',
      '220 Welcome',
    ),
  },
});

near('security.line-break-injection', {
  speaks: {
    'LF CR': { text: session('C: RCPT TO:<a@example.com%0A%0DDATA>\nS: 501 No\n'), says: 'RCPT' },
    'LF and a command': { text: session('C: HELO x%0aRCPT TO:<b@x.test>\nS: 501 No\n'), severity: 'warning' },
    'an unknown verb of great length': { text: session(`C: ${'X'.repeat(30)}␍RSET\nS: 500 No\n`) },
  },
  keepsQuiet: {
    'encoded in a command without an address': session('C: NOOP %0d%0aRSET\nS: 250 Ok\n'),
    'another protocol': session('C: GET /x%0d%0aDATA HTTP/1.1\nS: 500 No\nC: Host: x%0d%0aDATA\nS: 500 No\n'),
  },
});

near('security.address-disclosed', {
  speaks: {
    '251': { text: session('C: VRFY alice\nS: 251 forward to <a@b.test>\n') },
    'in one of two lines': { text: session('C: EXPN staff\nS: 250-the staff\nS: 250 a@b.test\n') },
    'twice, one finding': { text: session('C: VRFY a\nS: 250 a@b.test\nC: VRFY c\nS: 250 c@b.test\n') },
  },
  keepsQuiet: {
    RCPT: session(`${MAIL}C: RCPT TO:<a@b.test>\nS: 250 <a@b.test> ok\n`),
    'not answered': session('C: VRFY alice\n* elided\n'),
    'far behind in the line': session(`C: VRFY alice\nS: 250 ${'x '.repeat(250)}a@b.test\n`),
    'an at sign alone': session('C: VRFY alice\nS: 250 meet me @ nine\n'),
  },
});

near('security.version-banner', {
  speaks: {
    'a release': { text: greeting('mx.example.org ESMTP Exim Release 4.96'), says: 'Exim Release 4.96' },
    'a v': { text: greeting('mx.example.org (Haraka/v2.8.1)'), says: 'Haraka/v2.8.1' },
    'two versions of two sessions': {
      text: `${greeting('mx.example.org Exim 4.96')}--- session b ---\n${greeting('mx.example.org ready')}--- session c ---\n${greeting('mx.example.org Exim 4.96')}`,
    },
  },
  keepsQuiet: {
    'a word that ends like one': greeting('mx.example.org MyExim 4.96'),
    'a number without a dot': greeting('mx.example.org Exim 4'),
    'far behind in the line': greeting(`mx.example.org ${'x'.repeat(490)} Exim 4.96`),
    'in another reply': `S: 220 mx.example.org\nC: HELP\nS: 214 Exim 4.96\n${QUIT}`,
  },
});

near('security.cleartext-credentials', {
  speaks: {
    'no initial response, and challenges': { text: session('C: AUTH PLAIN\nS: 334 \nC: ****\nS: 235 2.7.0 Ok\n') },
  },
  keepsQuiet: {
    'only the mechanism': session('C: AUTH PLAIN\nS: 504 5.5.4 No\n'),
    'given up before anything was sent': session('C: AUTH PLAIN\nS: 334 \nC: *\nS: 501 5.7.0 Aborted\n'),
    'another command': session('C: NOOP PLAIN x\nS: 250 2.0.0 Ok\n'),
  },
});
