/** The rules of the group `reply`: what they must find, and what is so near to it that they must not. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { enhancedCodes } from '../../server/src/reference/enhancedCodes';
import { replyCodes } from '../../server/src/reference/replyCodes';
import { verbs } from '../../server/src/reference/verbs';
import { mayAnswer } from '../../server/src/rules/allowedReplies';
import { isRegistered } from '../../server/src/rules/enhancedRegistry';
import { delivered, QUIT } from '../../server/src/rules/exampleSessions';
import { greeted, near, summary } from '../helpers/near';

const RCPT = 'C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org>\n';
const DATA = `${RCPT}S: 250 2.1.5 Ok\nC: DATA\n`;
const MESSAGE = 'C: Subject: hello\nC: .\n';

describe('the table of codes', () => {
  test('agrees with the reference', () => {
    const missing = replyCodes
      .filter(({ vendor }) => vendor === undefined)
      .flatMap(({ code, answers }) => answers.map((place) => ({ place, code })))
      .filter(({ place, code }) => place !== 'ANY' && mayAnswer(place, code) === false);
    assert.deepEqual(missing, []);
  });

  test('has what the reference lists for each verb of a standard', () => {
    const missing = verbs
      .filter(({ status }) => status !== 'private')
      .flatMap(({ key, replies }) =>
        [...replies.success, ...replies.intermediate, ...replies.failure].map((code) => ({
          // The reference tells the answer to the message with DATA.
          key: key === 'DATA' && code < 300 ? 'MESSAGE' : key,
          code,
        })),
      )
      .filter(({ key, code }) => mayAnswer(key, code) === false);
    assert.deepEqual(missing, []);
  });

  test('knows no 3yz for the verbs that have one part', () => {
    for (const verb of ['EHLO', 'HELO', 'RCPT', 'RSET', 'QUIT', 'NOOP', 'VRFY', 'BDAT', 'STARTTLS'])
      for (const code of [334, 354]) assert.equal(mayAnswer(verb, code), false, `${verb} ${code}`);
  });
});

describe('the table of enhanced codes', () => {
  test('is the registry, no more and no less', () => {
    const registered = new Set(enhancedCodes.map(({ key }) => key));
    for (let subject = 0; subject < 10; subject++)
      for (let detail = 0; detail < 50; detail++)
        assert.equal(
          isRegistered(`5.${subject}.${detail}`),
          registered.has(`X.${subject}.${detail}`),
          `5.${subject}.${detail}`,
        );
  });
});

near('reply.code', {
  speaks: {
    '1yz': { text: greeted(`C: NOOP\nS: 150 Ok\n${QUIT}`), severity: 'error' },
    '000': { text: greeted(`C: NOOP\nS: 000 Ok\n${QUIT}`), severity: 'error' },
    '290': { text: greeted(`C: NOOP\nS: 290 Ok\n${QUIT}`), severity: 'warning' },
    '571, which mail filters say': { text: greeted(`${RCPT}S: 571 5.7.1 No\n${QUIT}`), severity: 'hint' },
    'no blank after the code': { text: greeted(`C: NOOP\nS: 250Ok\n${QUIT}`), says: 'not “O”' },
  },
  keepsQuiet: {
    'the highest code': greeted(`C: NOOP\nS: 559 5.0.0 No\n${QUIT}`),
    'a bare code': greeted(`C: NOOP\nS: 250\n${QUIT}`),
    'a server line that is no reply': greeted(`C: NOOP\nS: hello\nS: 250 2.0.0 Ok\n${QUIT}`),
  },
});

near('reply.multiline', {
  speaks: {
    'the code changes': { text: greeted(`C: HELP\nS: 214-2.0.0 a\nS: 250 2.0.0 b\n${QUIT}`), says: '214, then 250' },
    'Exim says 503 in the text of a 503 once more, and then another': {
      text: greeted('C: DATA\nS: 503-a\nS: 554 b\nC: QUIT\nS: 221 Bye'),
    },
    'the last line never comes, and the client gives up': {
      text: greeted('C: NOOP\nS: 250-2.0.0 Ok\n* error timeout: no answer'),
      says: 'never came',
      severity: 'warning',
    },
  },
  keepsQuiet: {
    'three lines, one code': greeted(`C: HELP\nS: 214-2.0.0 a\nS: 214-2.0.0 b\nS: 214 2.0.0 c\n${QUIT}`),
    'a code in the text': greeted(`C: DATA\nS: 503-503 sender not yet given\nS: 503 b\n${QUIT}`),
    'the log stops inside the reply': 'S: 220 mx.example.org\nC: EHLO c.example\nS: 250-mx.example.org\n',
    'the log is cut inside the reply': greeted('C: NOOP\nS: 250-2.0.0 Ok\n* cut\nC: QUIT\nS: 221 2.0.0 Bye'),
    'the log shows only the first line of the reply':
      'S: 220 mx.example.org\nC: EHLO c.example\nS: 250-mx.example.org\nC: QUIT\nS: 221 Bye\n* closed by client\n',
  },
});

near('reply.out-of-place', {
  speaks: {
    '354 to MAIL': { text: greeted(`C: MAIL FROM:<a@example.com>\nS: 354 Go\n${QUIT}`), says: '354 answers MAIL FROM' },
    '334 to RCPT': { text: greeted(`${RCPT}S: 334 VXNlcm5hbWU6\n${QUIT}`), says: '334 answers RCPT TO' },
    '300 to NOOP': { text: greeted(`C: NOOP\nS: 300 More\n${QUIT}`), says: '300 answers NOOP' },
    '354 as greeting': {
      text: `S: 354 Go\nC: EHLO c.example\nS: 250 mx.example.org\n${QUIT}`,
      says: 'greeting of 354',
    },
    '354 to the message': {
      text: greeted(`${DATA}S: 354 Go\n${MESSAGE}S: 354 Go\n${QUIT}`),
      says: 'answers the message',
    },
    '250 to DATA, and the message follows': {
      text: greeted(`${DATA}S: 250 Ok\n${MESSAGE}S: 250 2.0.0 Ok\n${QUIT}`),
      says: '250 answers DATA',
    },
  },
  keepsQuiet: {
    'AUTH in two parts': greeted(`C: AUTH PLAIN\nS: 334 \nC: ***\nS: 235 2.7.0 Ok\n${QUIT}`, 'AUTH PLAIN'),
    'another 3yz to DATA, which clients take for 354': greeted(`${DATA}S: 352 Go\n${MESSAGE}S: 250 2.0.0 Ok\n${QUIT}`),
    'the log leaves the 354 out': greeted(`${DATA}* elided data\nS: 250 2.0.0 Ok: queued\n${QUIT}`),
    'the replies before the 354 are missing': greeted(`${RCPT}C: DATA\nS: 354 Go\n${MESSAGE}S: 250 2.0.0 Ok\n${QUIT}`),
    'a 354 that answers nothing': greeted(`S: 354 Go\n${QUIT}`),
  },
});

near('reply.unlisted-code', {
  speaks: {
    '251 to MAIL': { text: greeted(`C: MAIL FROM:<a@example.com>\nS: 251 2.1.0 Ok\n${QUIT}`), severity: 'information' },
    '200 to NOOP, twice': { text: greeted(`C: NOOP\nS: 200 Ok\nC: NOOP\nS: 200 Ok\n${QUIT}`), severity: 'information' },
    '535 to RCPT': { text: greeted(`${RCPT}S: 535 5.7.8 Log in\n${QUIT}`), severity: 'hint' },
    '499 to RCPT': { text: greeted(`${RCPT}S: 459 4.0.0 Later\n${QUIT}`), severity: 'hint' },
  },
  keepsQuiet: {
    'refusals that servers say everywhere': greeted(
      `C: EHLO c.example\nS: 550 No\nC: EHLO c.example\nS: 451 No\nC: NOOP\nS: 554 No\n${RCPT}S: 450 4.7.1 Later\n${QUIT}`,
    ),
    '421 in the middle': greeted(`${RCPT}S: 421 4.3.2 Bye`),
    'a second digit that no code has, of which reply.code speaks': greeted(`C: NOOP\nS: 299 Ok\n${QUIT}`),
    'lines of several codes, of which reply.multiline speaks': greeted(
      `C: NOOP\nS: 250-2.0.0 a\nS: 251 2.0.0 b\n${QUIT}`,
    ),
    'an unknown verb': greeted(`C: XFOO\nS: 299 Ok\n${QUIT}`),
    'ETRN with its own codes': greeted(`C: ETRN example.org\nS: 253 Ok\n${QUIT}`, 'ETRN'),
  },
});

near('reply.line-too-long', {
  speaks: { '513 octets': { text: greeted(`C: NOOP\nS: 250 ${'x'.repeat(507)}\n${QUIT}`), says: '513 octets' } },
  keepsQuiet: {
    '512 octets': greeted(`C: NOOP\nS: 250 ${'x'.repeat(506)}\n${QUIT}`),
    'an EHLO reply that the log put on one line': `S: 220 mx.example.org\nC: EHLO c.example\nS: 250 mx.example.org ${'SIZE PIPELINING '.repeat(40)}\n${QUIT}`,
  },
});

near('reply.non-ascii', {
  speaks: {
    'to MAIL without SMTPUTF8': {
      text: greeted(`C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 发件人\n${QUIT}`, 'SMTPUTF8'),
    },
    'in the greeting': { text: `S: 220 mx.example.org grüßt\nC: EHLO c.example\nS: 250 mx.example.org\n${QUIT}` },
  },
  keepsQuiet: {
    'SMTPUTF8 in the transaction': greeted(
      `C: MAIL FROM:<a@example.com> SMTPUTF8\nS: 250 2.1.0 Ok\nC: RCPT TO:<用户@example.org>\nS: 250 2.1.5 用户\n${QUIT}`,
      'SMTPUTF8',
    ),
    'VRFY with SMTPUTF8': greeted(`C: VRFY 用户 SMTPUTF8\nS: 252 2.1.5 用户\n${QUIT}`, 'SMTPUTF8'),
    'a text cut short by the log': greeted(`C: NOOP\nS: 250 2.0.0 Ok…\n${QUIT}`),
  },
});

near('reply.no-text', {
  speaks: { 'two bare codes, said once': { text: greeted('C: NOOP\nS: 250\nC: RSET\nS: 250 \nC: QUIT\nS: 221 Bye') } },
  keepsQuiet: {
    'an empty challenge': greeted(`C: AUTH PLAIN\nS: 334 \nC: ***\nS: 235 2.7.0 Ok\n${QUIT}`, 'AUTH PLAIN'),
    'a log without any text': 'S: 220\nC: EHLO c.example\nS: 250\nC: QUIT\nS: 221\n',
  },
});

near('reply.ehlo-keyword', {
  speaks: {
    'an underscore': { text: greeted(QUIT, 'MAX_SIZE'), says: 'MAX_SIZE', severity: 'warning' },
    'AUTH=': {
      text: greeted(QUIT, 'AUTH PLAIN LOGIN', 'AUTH=PLAIN LOGIN'),
      says: 'AUTH=PLAIN',
      severity: 'information',
    },
    'an empty line': { text: greeted(QUIT, ''), severity: 'information' },
  },
  keepsQuiet: {
    'lower case, digits, private ones': greeted(QUIT, '8bitmime', 'X-EXPS GSSAPI NTLM', 'XFOO', 'SIZE 1000'),
    'what a firewall writes': greeted(QUIT, 'XXXXXXXA'),
    'the first line is no keyword': `S: 220 mx.example.org\nC: EHLO c.example\nS: 250-mx_1.example.org, hello!\nS: 250 SIZE\n${QUIT}`,
    'HELO offers nothing': `S: 220 mx.example.org\nC: HELO c.example\nS: 250-mx.example.org\nS: 250 pleased_to meet you\n${QUIT}`,
    'a refused EHLO': `S: 220 mx.example.org\nC: EHLO c.example\nS: 502-no\nS: 502 <sorry>\nC: HELO c.example\nS: 250 mx\n${QUIT}`,
  },
});

near('reply.enhanced-class', {
  speaks: {
    '550 4.7.1': { text: greeted(`${RCPT}S: 550 4.7.1 No\n${QUIT}`), says: 'must begin with 5', severity: 'error' },
    'in the second line': { text: greeted(`${RCPT}S: 550-5.7.1 No\nS: 550 2.7.1 No\n${QUIT}`), says: '550 and 2.7.1' },
    'not offered': {
      text: `S: 220 mx.example.org\nC: EHLO c.example\nS: 250 mx.example.org\n${RCPT}S: 450 5.7.1 No\n${QUIT}`,
      severity: 'information',
    },
  },
  keepsQuiet: {
    'they agree': greeted(`${RCPT}S: 450 4.7.1 No\n${QUIT}`),
    'a version number': greeted(`${RCPT}S: 550 4.7.1-beta refuses\n${QUIT}`),
    '354 has none': greeted(`${DATA}S: 354 2.0.0 Go\n${MESSAGE}S: 250 2.0.0 Ok\n${QUIT}`),
  },
});

near('reply.enhanced-missing', {
  speaks: {
    'three without': {
      text: greeted(`C: NOOP\nS: 250 Ok\nC: RSET\nS: 250 Ok\nC: NOOP\nS: 250 Ok\n${QUIT}`),
      says: '2 more replies',
    },
  },
  keepsQuiet: {
    'not offered': `S: 220 mx.example.org\nC: EHLO c.example\nS: 250 mx.example.org\n${RCPT}S: 250 Ok\n${QUIT}`,
    '3yz has none': greeted(`${DATA}S: 354 Go\n${MESSAGE}S: 250 2.0.0 Ok\n${QUIT}`),
    'another EHLO': greeted(`C: EHLO c.example\nS: 250 mx.example.org\n${QUIT.replace('2.0.0 ', '')}`),
    'the new greeting after XCLIENT': greeted(
      `C: XCLIENT NAME=c.example\nS: 220 mx.example.org ESMTP\n${QUIT}`,
      'XCLIENT NAME',
    ),
    'a log without texts': greeted('C: NOOP\nS: 250\nC: QUIT\nS: 221'),
    'a code that is none, of which reply.code speaks': greeted(`C: NOOP\nS: 650 Ok\nC: NOOP\nS: 150 Ok\n${QUIT}`),
  },
});

near('reply.enhanced-in-hello', {
  speaks: {
    'in the answer to EHLO': {
      text: `S: 220 mx.example.org\nC: EHLO c.example\nS: 250 2.0.0 mx.example.org\n${QUIT}`,
      severity: 'information',
    },
  },
  keepsQuiet: {
    'a refusing greeting': 'S: 554 5.7.1 mx.example.org No\nC: QUIT\nS: 221 Bye\n',
    'a name that begins with digits': `S: 220 2.0.0.example.org ESMTP\nC: EHLO c.example\nS: 250 mx\n${QUIT}`,
  },
});

near('reply.enhanced-unregistered', {
  speaks: {
    '5.7.606, twice': {
      text: greeted(`${RCPT}S: 550 5.7.606 No\nC: RCPT TO:<c@example.org>\nS: 550 5.7.606 No\n${QUIT}`),
    },
  },
  keepsQuiet: { 'the highest of a subject': greeted(`${RCPT}S: 550 5.7.30 No\n${QUIT}`) },
});

near('reply.greeting-domain', {
  speaks: {
    'a sentence': { text: `S: 220 Welcome to our server\nC: EHLO c.example\nS: 250 mx\n${QUIT}`, says: 'Welcome' },
    nothing: { text: `S: 220 \nC: EHLO c.example\nS: 250 mx\n${QUIT}`, says: 'does not tell' },
  },
  keepsQuiet: {
    'a name without dots': `S: 220 mailhost ESMTP\nC: EHLO c.example\nS: 250 mailhost\n${QUIT}`,
    'an address literal': `S: 220 [192.0.2.1] ESMTP\nC: EHLO c.example\nS: 250 mx\n${QUIT}`,
    'a masked name': `S: 220 ************************\nC: EHLO c.example\nS: 250 mx\n${QUIT}`,
    'the name of a machine with an underscore': `S: 220 mail_1.example.org ESMTP\nC: EHLO c.example\nS: 250 mx\n${QUIT}`,
    'a refusal': 'S: 554 No SMTP service here\nC: QUIT\nS: 221 Bye\n',
  },
});

near('reply.hostname-changes', {
  speaks: {
    'after STARTTLS': {
      text: greeted(
        'C: STARTTLS\nS: 220 2.0.0 Ready\nC: EHLO c.example\nS: 250 other.example.net\nC: QUIT\nS: 221 Bye',
        'STARTTLS',
      ),
      says: 'other.example.net here, mx.example.org before',
    },
  },
  keepsQuiet: {
    'another case': `S: 220 MX.example.org ESMTP\nC: EHLO c.example\nS: 250 mx.example.org\n${QUIT}`,
    'the answer greets the client': `S: 220 mx.example.org ESMTP\nC: EHLO c.example\nS: 250 c.example hello\n${QUIT}`,
    'the answer is a sentence': `S: 220 mx.example.org ESMTP\nC: EHLO c.example\nS: 250 Hello c.example, pleased to meet you\n${QUIT}`,
    'a short name': `S: 220 mx.example.org ESMTP\nC: EHLO c.example\nS: 250 mx Hello\n${QUIT}`,
  },
});

near('reply.after-closing', {
  speaks: {
    'a reply after 221': { text: greeted(`${QUIT}S: 500 What?`), severity: 'warning' },
    'an answer after 421': {
      text: greeted('C: NOOP\nS: 421 4.3.2 Bye\nC: NOOP\nS: 250 2.0.0 Ok'),
      severity: 'information',
    },
  },
  keepsQuiet: {
    'QUIT after 421': greeted('C: NOOP\nS: 421 4.3.2 Bye\nC: QUIT\nS: 221 2.0.0 Bye'),
    'an unasked 421 right after a 500': greeted('C: FOO\nS: 500 5.5.2 No\nS: 421 4.7.0 Too many errors'),
    'pipelined commands answered with the rest': greeted(
      'C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\nS: 421 4.3.2 Bye\nS: 250 2.1.5 Ok',
    ),
    'the next session': greeted(`${QUIT}S: 220 mx.example.org ESMTP\nC: QUIT\nS: 221 2.0.0 Bye`),
  },
});

near('reply.command-refused', {
  speaks: {
    'for good': { text: greeted(`C: VRFY bob\nS: 550-5.7.1 No\nS: 550 5.7.1 Go\n${QUIT}`), severity: 'warning' },
    'for now': { text: greeted(`C: NOOP\nS: 450 4.3.0 Later\n${QUIT}`), says: 'put off', severity: 'information' },
    'EHLO by a server that knows HELO only': {
      text: `S: 220 mx.example.org\nC: EHLO c.example\nS: 504 No\nC: HELO c.example\nS: 250 mx.example.org\n${QUIT}`,
      severity: 'information',
    },
    'HELO not implemented': {
      text: `S: 220 mx.example.org\nC: HELO c.example\nS: 502 No\n${QUIT}`,
      severity: 'warning',
    },
  },
  keepsQuiet: {
    'a code that is none, of which reply.code speaks': greeted(`C: NOOP\nS: 650 Ok\nC: NOOP\nS: 150 Ok\n${QUIT}`),
    'what other rules tell of': greeted(
      `C: FOO\nS: 500 5.5.2 No\n${RCPT}S: 550 5.1.1 No\nC: STARTTLS\nS: 454 4.7.0 No\nC: RSET\nS: 421 4.3.2 Bye\n`,
      'STARTTLS',
    ),
  },
});

near('reply.contradiction', {
  speaks: {
    '250 rejected': {
      text: greeted(`${DATA}S: 354 Go\n${MESSAGE}S: 250 2.0.0 Message rejected as spam\n${QUIT}`),
      says: 'rejected',
    },
    '550 try again later': {
      text: greeted(`${RCPT}S: 550 5.7.1 Busy, try again later\n${QUIT}`),
      says: 'try again later',
    },
  },
  keepsQuiet: {
    'not rejected': greeted(`${DATA}S: 354 Go\n${MESSAGE}S: 250 2.0.0 Accepted, not rejected\n${QUIT}`),
    'HELP speaks of refusals': greeted(`C: HELP\nS: 214 2.0.0 Mail from open relays is rejected\n${QUIT}`),
    '450 try again later': greeted(`${RCPT}S: 450 4.7.1 Greylisted, try again later\n${QUIT}`),
    'try, but not later': greeted(`${RCPT}S: 550 5.1.1 Please check the address and try again\n${QUIT}`),
    'an ordinary acceptance': greeted(`${delivered()}${QUIT}`),
  },
});

test('a healthy session with every kind of reply gives nothing at all', () => {
  const text = greeted(
    `C: STARTTLS\nS: 220 2.0.0 Ready to start TLS\nC: EHLO client.example.com\nS: 250-mx.example.org\nS: 250-AUTH PLAIN LOGIN\nS: 250-SIZE 1000000\nS: 250 ENHANCEDSTATUSCODES\nC: AUTH PLAIN\nS: 334 \nC: ***\nS: 235 2.7.0 Ok\n${delivered(
      'MAIL FROM:<alice@example.com> SIZE=300',
    )}C: VRFY bob\nS: 252 2.1.5 Cannot verify\nC: HELP\nS: 214-2.0.0 Commands\nS: 214 2.0.0 End\n${QUIT}`,
    'STARTTLS',
  );
  assert.deepEqual(summary(text), []);
});
