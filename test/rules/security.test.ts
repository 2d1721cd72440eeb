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
