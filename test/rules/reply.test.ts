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
    'two digits': {
      text: greeted(`C: NOOP\nS: 25 huh\nC: RSET\nS: 250 2.0.0 Ok\n${QUIT}`),
      says: '“25” is no reply code',
    },
    'four digits to MAIL, and what follows is not blamed': {
      text: greeted(
        `C: MAIL FROM:<a@example.com>\nS: 2500 huh\nC: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\n${QUIT}`,
      ),
    },
    'another service where the greeting is due': {
      text: 'S: SSH-2.0-OpenSSH_9.2p1\nC: QUIT\n',
      says: 'a greeting begins with 220',
    },
    'IMAP, to a client that says EHLO': {
      text: `S: * OK Dovecot ready.\nC: EHLO c.example\n`,
      says: 'begins with 220',
    },
    'words for a message, twice': {
      text: greeted(`${DATA}S: 354 Go ahead\n${MESSAGE}S: OK\nC: NOOP\nS: OK\n${QUIT}`),
      says: '“OK”',
    },
  },
  keepsQuiet: {
    'a log whose lines are not those of the wire':
      'Connected to mx.example.org.\n220 mx.example.org ESMTP\nEHLO a.example\n250 mx.example.org\nNOOP\n25 huh\nQUIT\n221 Bye\n',
    'a remark before the greeting': `S: Welcome\nS: 220 mx.example.org ESMTP\n${QUIT}`,
    'a log that does not begin with the connection': '* elided\nS: hello\nC: QUIT\nS: 221 2.0.0 Bye\n',
    'another protocol': 'S: +OK POP3 ready\nC: QUIT\nS: +OK bye\n',
    'the end of the log, where the real one may follow': greeted('C: NOOP\nS: 25 huh'),

    'the highest code': greeted(`C: NOOP\nS: 559 5.0.0 No\n${QUIT}`),
    'a bare code': greeted(`C: NOOP\nS: 250\n${QUIT}`),
    'a server line that is no reply': greeted(`C: NOOP\nS: hello\nS: 250 2.0.0 Ok\n${QUIT}`),
  },
});

near('reply.no-mailbox', {
  speaks: {
    'a name alone': { text: greeted(`C: VRFY bob\nS: 250 2.1.5 Bob Smith\n${QUIT}`), severity: 'hint', says: 'VRFY' },
    '551 without the new address': { text: greeted(`C: VRFY bob\nS: 551 5.1.6 Moved\n${QUIT}`), says: '551' },
    'a list of nothing': {
      text: greeted(`C: EXPN staff\nS: 250-2.1.5 One\nS: 250 2.1.5 Two\n${QUIT}`, 'EXPN'),
      says: 'EXPN',
    },
  },
  keepsQuiet: {
    'an address': greeted(`C: VRFY bob\nS: 250 2.1.5 bob@example.org\n${QUIT}`),
    'only one line with an address': greeted(
      `C: EXPN s\nS: 250-2.1.5 Staff\nS: 250 2.1.5 <b@example.org>\n${QUIT}`,
      'EXPN',
    ),
    masked: greeted(`C: VRFY bob\nS: 250 2.1.5 Bob ***\n${QUIT}`),
    'a 252': greeted(`C: VRFY bob\nS: 252 2.0.0 Cannot verify\n${QUIT}`),
    'a refusal': greeted(`C: VRFY bob\nS: 550 5.1.1 No\n${QUIT}`),
    NOOP: greeted(`C: NOOP\nS: 250 2.0.0 Ok\n${QUIT}`),
  },
});

near('reply.offers-after-helo', {
  speaks: {
    'a list': {
      text: `S: 220 mx.example.org\nC: HELO a.example\nS: 250-mx.example.org\nS: 250-PIPELINING\nS: 250 HELP\n${QUIT}`,
      severity: 'information',
      says: 'PIPELINING',
    },
    'AUTH only': {
      text: `S: 220 mx.example.org\nC: HELO a.example\nS: 250-mx.example.org\nS: 250 AUTH LOGIN PLAIN\n${QUIT}`,
    },
  },
  keepsQuiet: {
    'a sentence': `S: 220 mx.example.org\nC: HELO a.example\nS: 250-mx Hello\nS: 250 pleased to meet you\n${QUIT}`,
    'a sentence with such a word': `S: 220 mx.example.org\nC: HELO a.example\nS: 250-mx\nS: 250-size matters\nS: 250-auth is needed here\nS: 250 starttls please\n${QUIT}`,
    'a server whose name is one': `S: 220 mx.example.org\nC: HELO a.example\nS: 250 SIZE\n${QUIT}`,
    'the answer to EHLO': greeted(QUIT),
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
    '250 to DATA, and the client goes away': { text: greeted(`${DATA}S: 250 Ok\n${QUIT}`), says: '250 answers DATA' },
    '250 to DATA, and the client begins anew': { text: greeted(`${DATA}S: 250 Ok\nC: RSET\nS: 250 2.0.0 Ok\n${QUIT}`) },
  },
  keepsQuiet: {
    'a format that shows no message':
      '=== Trying 192.0.2.1:25...\n=== Connected to 192.0.2.1.\n<-  220 mx.example.org\n -> DATA\n<-  250 Ok\n -> QUIT\n<-  221 Bye\n',
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
    'the next session, which is turned away': greeted(`${QUIT}S: 421 4.3.2 mx.example.org too busy`),
    'the next session': greeted(`${QUIT}S: 220 mx.example.org ESMTP\nC: QUIT\nS: 221 2.0.0 Bye`),
  },
});

near('reply.command-refused', {
  speaks: {
    'VRFY, which is offered': {
      text: greeted(`C: VRFY bob\nS: 502 5.5.1 No\n${QUIT}`, 'VRFY'),
      says: 'though the server offers it',
      severity: 'warning',
    },
    'VRFY, which is offered, to this client': {
      text: greeted(`C: VRFY bob\nS: 550 5.7.1 No\n${QUIT}`, 'VRFY'),
      says: 'VRFY was refused: 550',
    },
    'HELP, which is not offered': {
      text: greeted(`C: HELP\nS: 502 5.5.1 No\n${QUIT}`, 'VRFY'),
      says: 'HELP was refused: 502',
    },
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
    'addresses that spell it': greeted(
      'C: MAIL FROM:<refused@example.com>\nS: 250 2.1.0 <refused@example.com> Ok\nC: RCPT TO:<greylisted@example.org>\n' +
        `S: 550 5.1.1 <greylisted@example.org>: User unknown\n${QUIT}`,
    ),
    'not rejected': greeted(`${DATA}S: 354 Go\n${MESSAGE}S: 250 2.0.0 Accepted, not rejected\n${QUIT}`),
    'HELP speaks of refusals': greeted(`C: HELP\nS: 214 2.0.0 Mail from open relays is rejected\n${QUIT}`),
    '450 try again later': greeted(`${RCPT}S: 450 4.7.1 Greylisted, try again later\n${QUIT}`),
    'try, but not later': greeted(`${RCPT}S: 550 5.1.1 Please check the address and try again\n${QUIT}`),
    'an ordinary acceptance': greeted(`${delivered()}${QUIT}`),
  },
});

const NO_RCPT = 'C: RCPT TO:<b@example.org>\nS: 503 5.5.1 No\n';
const MORE = 'C: NOOP\nS: 250 2.0.0 Ok\n';
near('reply.multiline', {
  speaks: {
    'the connection is lost behind an unfinished reply': {
      text: greeted('C: NOOP\nS: 250-2.0.0 Ok\n* error lost: reset'),
      says: 'never came',
    },
    'a timeout that the log tells before the last line': {
      text: greeted('C: NOOP\n* error timeout: no answer\nS: 250-2.0.0 Ok\n'),
      says: 'never came',
    },
    'the first answer of an AUTH': {
      text: greeted(`C: AUTH LOGIN\nS: 334-VXNlcm5hbWU6\nS: 335 x\nC: ****\nS: 235 2.7.0 Ok\n${QUIT}`, 'AUTH LOGIN'),
    },
    'three lines': {
      text: greeted(`C: HELP\nS: 214-2.0.0 a\nS: 214-2.0.0 b\nS: 211 2.0.0 c\n${QUIT}`),
      says: '214, then 211',
    },
    'a command right behind it': { text: greeted(`C: RSET\nS: 250-2.0.0 a\nS: 251 2.0.0 b\n${MORE}${QUIT}`) },
  },
  keepsQuiet: {
    'another error': greeted('C: NOOP\nS: 250-2.0.0 Ok\n* error other: what'),
    closed: greeted('C: NOOP\nS: 250-2.0.0 Ok\n* closed by server'),
    'a timeout long before': greeted(`* error timeout: no answer\n${MORE}C: NOOP\nS: 250-2.0.0 Ok\n* closed`),
    'the log goes on': greeted(`C: NOOP\nS: 250-2.0.0 Ok\n${MORE}* error timeout: no answer`),
    'a whole reply before the timeout': greeted(`${MORE}* error timeout: no answer`),
    'replies with a command between their lines': greeted(`C: RSET\nS: 250-2.0.0 a\nC: NOOP\nS: 251 2.0.0 b\n${QUIT}`),
  },
});

near('reply.unlisted-code', {
  speaks: {
    'a greeting': {
      text: `S: 221 mx.example.org\nC: EHLO c.example\nS: 250 mx.example.org\n${QUIT}`,
      says: 'as a greeting',
    },
    'a message': {
      text: greeted(`${DATA}S: 354 Go\n${MESSAGE}S: 251 2.0.0 Ok\n${QUIT}`),
      says: 'as an answer to a message',
    },
    'the lowest of a class': { text: greeted(`${RCPT}S: 400 4.0.0 No\n${QUIT}`), severity: 'hint' },
    'the lowest of all': { text: greeted(`C: NOOP\nS: 200 Ok\n${QUIT}`), severity: 'information' },
    'the highest of all': { text: greeted(`C: NOOP\nS: 559 5.0.0 No\n${QUIT}`) },
    '3yz to DATA': {
      text: greeted(`${DATA}S: 300 Go\n${MESSAGE}S: 250 2.0.0 Ok\n${QUIT}`),
      says: '300 as an answer to DATA',
    },
    'two codes, each once': {
      text: greeted(`C: NOOP\nS: 200 Ok\nC: NOOP\nS: 200 Ok\nC: RSET\nS: 250 2.0.0 Ok\n${QUIT}`),
    },
  },
  keepsQuiet: {
    '2yz to DATA, which answers the message': greeted(`${DATA}S: 251 Ok`),
    '3yz elsewhere, of which another rule speaks': greeted(`C: NOOP\nS: 300 More\nC: RSET\nS: 399 More\n${QUIT}`),
    'codes that are none': greeted(`C: NOOP\nS: 199 Ok\nC: NOOP\nS: 560 Ok\n${QUIT}`),
    'what a refused DATA leaves': greeted(
      `C: DATA\nS: 503 5.5.1 No\nC: Subject: x\nS: 535 5.5.2 No\nC: .\nS: 535 5.5.2 No\n${QUIT}`,
    ),
    'an unknown verb that is refused': greeted(`C: XFOO\nS: 535 No\n${QUIT}`),
  },
});

const policy = (text: string) => ({ text: greeted(`C: MAIL FROM:<a@example.com>\nS: 503 5.5.1 ${text}\n${QUIT}`) });
near('reply.bad-sequence', {
  speaks: {
    'HELO after EHLO': { ...policy('polite people say HELO'), says: 'order is right' },
    'HELO is all there was': {
      text: `S: 220 mx\nC: HELO c\nS: 250 mx\nC: MAIL FROM:<a@example.com>\nS: 503 EHLO first\n${QUIT}`,
      says: 'order is right',
    },
    'it wants AUTH': { ...policy('log in first'), says: 'AUTH' },
    'it wants credentials': { ...policy('credentials needed'), says: 'AUTH' },
    'it has no AUTH': { ...policy('Auth not available'), says: 'not' },
    'it wants TLS': { ...policy('encrypt first'), says: 'TLS' },
    'it wants a secure connection': { ...policy('secure connection needed'), says: 'TLS' },
    'too early': { ...policy('too early'), says: 'too early' },
    'before greeting': { ...policy('before greeting'), says: 'too early' },
    'before the greeting': { ...policy('before the greeting'), says: 'too early' },
    synchronisation: { ...policy('synchronisation'), says: 'too early' },
    disabled: { ...policy('disabled'), says: 'not' },
    'not permitted': { ...policy('not permitted'), says: 'not' },
    'no reason': policy('no'),
    'the beginning is not shown': { text: `* elided\nC: EHLO c\nS: 250 mx\nC: MAIL FROM:<a@example.com>\nS: 503 no\n` },
    'the command is not shown': { text: 'S: 220 mx\nS: 250 mx\nS: 503 no\n' },
  },
  keepsQuiet: {
    'the order is wrong': greeted(`${NO_RCPT}${QUIT}`),
    'another code': greeted(`C: MAIL FROM:<a@example.com>\nS: 550 5.5.1 no\n${QUIT}`),
    'a reply to nothing': greeted(`${MORE}S: 503 no\n${QUIT}`),
  },
});

near('reply.enhanced-in-hello', {
  speaks: {
    'in a greeting': { text: `S: 220 2.0.0 mx.example.org\nC: EHLO c.example\nS: 250 mx\n${QUIT}`, says: '2.0.0' },
    'in the first of several lines': { text: `S: 220 mx\nC: EHLO c.example\nS: 250-2.0.0  mx\nS: 250 SIZE\n${QUIT}` },
    'and nothing else': { text: `S: 220 mx\nC: HELO c.example\nS: 250 2.0.0\n${QUIT}` },
  },
  keepsQuiet: {
    'a refused EHLO': `S: 220 mx\nC: EHLO c.example\nS: 400 4.0.0 No\n${QUIT}`,
    'other replies': greeted(`${MORE}${QUIT}`),
  },
});

near('reply.after-closing', {
  speaks: {
    'answers after 421, one finding': {
      text: greeted('C: NOOP\nS: 421 4.3.2 Bye\nC: NOOP\nS: 250 2.0.0 Ok\nC: NOOP\nS: 250 2.0.0 Ok'),
      severity: 'information',
    },
    'a reply of two lines after 221': { text: greeted(`${QUIT}S: 500-What?\nS: 500 No`) },
  },
  keepsQuiet: {
    'the log shows the server only': 'S: 220 mx\nS: 250 mx\nS: 221 Bye\nS: 250 Ok\n',
    'a second 421': greeted('C: NOOP\nS: 421 4.3.2 Bye\nC: NOOP\nS: 421 4.3.2 Bye'),
    'an answer after QUIT, of which another rule speaks': greeted(`${QUIT}${MORE}`),
    'QUIT that nobody answered, then a reply': greeted('C: QUIT\n* elided\nS: 250 2.0.0 Ok'),
    'nothing has ended': greeted(`${MORE}S: 250 2.0.0 Ok`),
  },
});

near('reply.contradiction', {
  speaks: {
    'in two lines': { text: greeted(`${RCPT}S: 250-2.1.5 Mailbox\nS: 250 2.1.5 full\n${QUIT}`), says: 'full' },
    'mailbox is full': { text: greeted(`${RCPT}S: 250 2.1.5 mailbox is full\n${QUIT}`) },
    'the lowest refusal': {
      text: greeted(`${RCPT}S: 500 5.0.0 try again in 5 minutes\n${QUIT}`),
      says: 'try again in 5',
    },
    'the lowest acceptance': { text: greeted(`${RCPT}S: 200 2.0.0 refused\n${QUIT}`), says: 'refused' },
    graylisted: { text: greeted(`${RCPT}S: 550 5.7.1 Graylisted\n${QUIT}`) },
    'grey-listing': { text: greeted(`${RCPT}S: 550 5.7.1 grey-listing\n${QUIT}`) },
  },
  keepsQuiet: {
    '354 that speaks of refusals': greeted(
      `${DATA}S: 354 rejected mail goes to root\n${MESSAGE}S: 250 2.0.0 Ok\n${QUIT}`,
    ),
    'none rejected': greeted(`${RCPT}S: 250 2.1.5 none rejected\n${QUIT}`),
    'a code that is none': greeted(`${RCPT}S: 199 rejected\n${QUIT}`),
    '499 that says later': greeted(`${RCPT}S: 499 try again later\n${QUIT}`),
    '300 that says rejected': greeted(`${DATA}S: 300 rejected\n${MESSAGE}S: 250 2.0.0 Ok\n${QUIT}`),
  },
});

near('reply.greeting-domain', {
  speaks: { 'blanks before the word': { text: `S: 220  Welcome\nC: EHLO c.example\nS: 250 mx\n${QUIT}` } },
  keepsQuiet: {
    'another reply that is a sentence': greeted(`C: STARTTLS\nS: 220 Ready to go\nC: QUIT\nS: 221 Bye`, 'STARTTLS'),
    'an answer to EHLO': `S: 220 mx.example.org\nC: EHLO c.example\nS: 250 Hello there\n${QUIT}`,
    'an enhanced code, of which another rule speaks': `S: 220 2.0.0 Welcome\nC: EHLO c.example\nS: 250 mx\n${QUIT}`,
    'the new greeting after XCLIENT': greeted(`C: XCLIENT NAME=x\nS: 220 Welcome\n${QUIT}`, 'XCLIENT NAME'),
  },
});

near('reply.out-of-place', {
  speaks: {
    'the lowest 3yz': { text: greeted(`C: NOOP\nS: 300 More\n${QUIT}`) },
    'the highest 3yz': { text: greeted(`C: NOOP\nS: 399 More\n${QUIT}`) },
    '200 to DATA, and the message follows': {
      text: greeted(`${DATA}S: 200 Ok\n${MESSAGE}S: 250 2.0.0 Ok\n${QUIT}`),
      says: '200 answers DATA',
    },
  },
  keepsQuiet: {
    'an unknown verb': greeted(`C: XFOO\nS: 354 Go\n${QUIT}`),
    '400 to NOOP': greeted(`C: NOOP\nS: 400 4.0.0 No\n${QUIT}`),
    '199 to DATA': greeted(`${DATA}S: 199 Ok\n${MESSAGE}S: 250 2.0.0 Ok\n${QUIT}`),
    '250 to DATA, and no message': greeted(`${DATA}S: 250 2.0.0 Ok`),
    '250 to NOOP before a message': greeted(
      `C: NOOP\nS: 250 2.0.0 Ok\n${DATA}S: 354 Go\n${MESSAGE}S: 250 2.0.0 Ok\n${QUIT}`,
    ),
    '354 to XEXCH50': greeted(`C: XEXCH50 5 2\nS: 354 Go\n${QUIT}`, 'XEXCH50'),
    'a message whose answer comes before its data in the log': greeted(`${DATA}${MESSAGE}S: 250 2.0.0 Ok\n${QUIT}`),
  },
});

near('reply.non-ascii', {
  speaks: {
    'its first character': { text: greeted(`C: NOOP\nS: 250 über\n${QUIT}`) },
    'a word that only looks like SMTPUTF8': { text: greeted(`C: VRFY xSMTPUTF8\nS: 252 2.1.5 ü\n${QUIT}`) },
    'outside a transaction': {
      text: greeted(`${delivered('MAIL FROM:<a@example.com> SMTPUTF8')}C: NOOP\nS: 250 2.0.0 ü\n${QUIT}`, 'SMTPUTF8'),
    },
    'in a transaction with another parameter': {
      text: greeted(`C: MAIL FROM:<a@example.com> SIZE=5\nS: 250 2.1.0 Ok\nC: NOOP\nS: 250 2.0.0 ü\n${QUIT}`, 'SIZE'),
    },
  },
  keepsQuiet: {
    'a transaction that the log does not show': '* elided\nC: RCPT TO:<b@example.org>\nS: 250 ü\n',
    'SMTPUTF8 among other parameters': greeted(
      `C: MAIL FROM:<a@example.com> SIZE=5 SMTPUTF8\nS: 250 2.1.0 Ok\nC: NOOP\nS: 250 2.0.0 ü\n${QUIT}`,
      'SIZE',
      'SMTPUTF8',
    ),
  },
});

near('reply.enhanced-missing', {
  speaks: {
    'in the first of two lines': { text: greeted(`C: NOOP\nS: 250-Ok\nS: 250 \n${QUIT}`), says: 'this 250 has none' },
    'a 220 to another command': { text: greeted(`C: NOOP\nS: 220 Ok\n${QUIT}`) },
    'XCLIENT refused': { text: greeted(`C: XCLIENT NAME=x\nS: 550 No\n${QUIT}`, 'XCLIENT NAME') },
  },
  keepsQuiet: {
    'before EHLO': 'S: 220 mx\nC: NOOP\nS: 250 Ok\nC: QUIT\nS: 221 Bye\n',
    'STARTTLS refused, as some do': greeted(`C: STARTTLS\nS: 454 No\n${QUIT}`, 'STARTTLS'),
    'a code and blanks': greeted(`C: NOOP\nS: 250   \n${QUIT}`),
  },
});

near('reply.hostname-changes', {
  speaks: {},
  keepsQuiet: {
    'a name within a word': `S: 220 mx.example.org\nC: EHLO c.example\nS: 250 <other.example.net>\n${QUIT}`,
    'a name with a comma': `S: 220 mx.example.org\nC: EHLO c.example\nS: 250 other.example.net, hello\n${QUIT}`,
    'another name in another reply': greeted(`C: NOOP\nS: 250 other.example.net\n${QUIT}`),
    'another name in a refusal': `S: 220 mx.example.org\nC: EHLO c.example\nS: 550 other.example.net\n${QUIT}`,
    'blanks behind the name of the client': `S: 220 mx.example.org\nC: EHLO c.example.net \nS: 250 c.example.net\n${QUIT}`,
  },
});

near('reply.line-too-long', {
  speaks: {
    'an EHLO reply of two lines': {
      text: `S: 220 mx.example.org\nC: EHLO c.example\nS: 250-mx.example.org\nS: 250 X ${'y'.repeat(510)}\n${QUIT}`,
    },
    'octets, not characters': { text: greeted(`C: NOOP\nS: 250 ${'中'.repeat(169)}\n${QUIT}`), says: '513 octets' },
  },
  keepsQuiet: { '510 octets in characters of three': greeted(`C: NOOP\nS: 250 ${'中'.repeat(168)}\n${QUIT}`) },
});

near('reply.ehlo-keyword', {
  speaks: {
    'to LHLO': { text: `S: 220 mx LMTP\nC: LHLO c\nS: 250-mx\nS: 250 MAX_SIZE\n${QUIT}`, says: 'MAX_SIZE' },
    'blanks before it': { text: greeted(QUIT, '  MAX_SIZE 5'), says: 'MAX_SIZE' },
    'an equals sign in another keyword': { text: greeted(QUIT, 'XAUTH=PLAIN'), severity: 'warning' },
  },
  keepsQuiet: {},
});

near('reply.enhanced-class', {
  speaks: {
    'in an LMTP message, the second of two replies': {
      text: `S: 220 mx LMTP\nC: LHLO c\nS: 250 mx\nC: MAIL FROM:<a@example.com>\nS: 250 Ok\nC: RCPT TO:<b@example.org>\nS: 250 Ok\nC: RCPT TO:<c@example.org>\nS: 250 Ok\nC: DATA\nS: 354 Go\n${MESSAGE}S: 250 2.0.0 Ok\nS: 250 4.2.0 Ok\n${QUIT}`,
    },
    'before EHLO': { text: 'S: 220 mx\nC: NOOP\nS: 250 4.0.0 Ok\nC: QUIT\nS: 221 Bye\n', severity: 'information' },
  },
  keepsQuiet: { 'an offer that looks like one': `S: 220 mx\nC: EHLO c\nS: 250-mx\nS: 250 4.7.1\n${QUIT}` },
});

near('reply.code', {
  speaks: {
    '599, which is in range': { text: greeted(`C: NOOP\nS: 599 No\n${QUIT}`), severity: 'hint' },
    '490': { text: greeted(`C: NOOP\nS: 490 4.0.0 No\n${QUIT}`), severity: 'hint' },
  },
  keepsQuiet: { 'a code inside a word': greeted(`C: NOOP\nS: x250Ok\nS: 250 2.0.0 Ok\n${QUIT}`) },
});

near('reply.no-text', {
  speaks: { 'blanks only': { text: greeted(`C: NOOP\nS: 250    \n${MORE}${QUIT}`) } },
  keepsQuiet: { 'one of two lines has text': greeted(`C: NOOP\nS: 250-\nS: 250 Ok\n${QUIT}`) },
});

near('reply.command-refused', {
  speaks: {
    'the lowest refusal for good': {
      text: greeted(`C: NOOP\nS: 500 5.0.0 No\n${QUIT}`).replace('S: 500', 'S: 550'),
      says: 'was refused',
    },
    'EHLO not allowed': { text: `S: 220 mx\nC: EHLO c.example\nS: 550 No\n${QUIT}`, severity: 'warning' },
  },
  keepsQuiet: {},
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
