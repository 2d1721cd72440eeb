/** The rules of the group `sequence`: near misses and fixes beyond the cases in `test/cases`, which tell of the order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { delivered, QUIT } from '../../server/src/rules/exampleSessions';
import { greeted, near, summary } from '../helpers/near';

const GREETING = 'S: 220 mx.example.org ESMTP\n';
const EHLO = 'C: EHLO c.example\nS: 250 mx.example.org\n';
const mail = (reply = '250 2.1.0 Ok') => `C: MAIL FROM:<a@example.com>\nS: ${reply}\n`;
const rcpt = (reply = '250 2.1.5 Ok', to = 'b') => `C: RCPT TO:<${to}@example.org>\nS: ${reply}\n`;
const data = (reply = '250 2.0.0 Ok') => `C: DATA\nS: 354 Go\nC: Subject: x\nC: .\nS: ${reply}\n`;
const NO_DATA = 'C: DATA\nS: 503 5.5.1 No\n';
const RSET = 'C: RSET\nS: 250 2.0.0 Ok\n';
const lmtp = (lines: string) => `S: 220 mx LMTP\nC: LHLO c.example\nS: 250 mx\n${lines}`;

near('sequence.before-greeting', {
  speaks: {
    'a greeting of two lines': {
      text: `C: EHLO c.example\nS: 220-mx.example.org\nS: 220 ESMTP\nS: 250 mx.example.org\n${QUIT}`,
      severity: 'warning',
    },
  },
  keepsQuiet: {
    'right after it': `${GREETING}${EHLO}${QUIT}`,
    'no greeting at all': 'C: EHLO c.example\n* closed by server\n',
  },
});

near('sequence.after-refused-greeting', {
  speaks: { 'a temporary one': { text: 'S: 450 Busy\nC: EHLO c.example\nS: 503 No\nC: QUIT\nS: 221 Bye\n' } },
  keepsQuiet: { QUIT: 'S: 554 No\nC: QUIT\nS: 221 Bye\n' },
});

near('sequence.data-before-mail', {
  speaks: {
    'MAIL was refused': { text: greeted(`${mail('550 5.7.1 No')}${NO_DATA}${QUIT}`), says: 'although MAIL' },
    'addresses that the session names': {
      text: greeted(
        `${mail()}${rcpt('550 5.1.1 No', 'no')}${rcpt('250 2.1.5 Ok', 'yes')}${data()}C: DATA\nS: 503-5.5.1 No\nS: 503 5.5.1 MAIL first\n${QUIT}`,
      ),
      says: 'no mail transaction',
    },
    'it is taken all the same': { text: greeted(`${data()}${QUIT}`) },
    'BDAT that is refused': { text: greeted(`C: BDAT 3 LAST\nC: x\nS: 503 5.5.1 No\n${QUIT}`, 'CHUNKING') },
  },
  keepsQuiet: {
    'in one group with the refused MAIL': greeted(
      `C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\nC: DATA\nS: 550 5.7.1 No\nS: 503 5.5.1 No\nS: 503 5.5.1 No\n${QUIT}`,
    ),
    'the beginning is not shown': '* elided\nC: DATA\nS: 354 Go\nC: x\nC: .\nS: 250 Ok\n',
  },
});

near('sequence.data-without-recipients', {
  speaks: {
    'RCPT comes too late': { text: greeted(`${mail()}${NO_DATA}${rcpt()}${QUIT}`), says: 'without any RCPT' },
    'RCPT comes too late, and the first one is refused': {
      text: greeted(`${mail()}${NO_DATA}${rcpt('550 5.1.1 No', 'no')}${rcpt()}${QUIT}`),
    },
    'RCPT comes too late, and is refused': { text: greeted(`${mail()}${NO_DATA}${rcpt('550 5.1.1 No')}${QUIT}`) },
    'RCPT comes too late, for another message': {
      text: greeted(`${mail()}${NO_DATA}${RSET}${mail()}${rcpt()}${QUIT}`),
    },
    'RCPT comes pipelined': {
      text: greeted(`${mail()}C: DATA\nC: RCPT TO:<b@example.org>\nS: 503 5.5.1 No\nS: 250 2.1.5 Ok\n${QUIT}`),
    },
    'pipelined behind recipients that were refused': {
      text: greeted(
        `C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\nC: DATA\nS: 250 2.1.0 Ok\nS: 550 5.1.1 No\nS: 554 5.5.1 No\n${QUIT}`,
      ),
      says: 'pipelined',
      severity: 'information',
    },
    'more recipients refused than anybody reads': {
      text: greeted(
        `${mail()}${Array.from({ length: 21 }, (_, n) => rcpt('550 5.1.1 No', `b${n}`)).join('')}${NO_DATA}${QUIT}`,
      ),
      says: '(21)',
      severity: 'error',
    },
  },
  keepsQuiet: {
    'the log leaves the replies to MAIL and RCPT out': greeted(
      `C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\nC: DATA\n* elided replies\nS: 354 Go\nC: x\nC: .\nS: 250 2.0.0 Ok\n${QUIT}`,
    ),
    'one of two refused': greeted(`${mail()}${rcpt('550 5.1.1 No', 'no')}${rcpt()}${data()}${QUIT}`),
    'pipelined behind a 421': greeted(
      'C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\nC: DATA\nS: 250 2.1.0 Ok\nS: 421 4.3.2 Bye\n',
    ),
  },
});

near('sequence.nested-mail', {
  speaks: {
    'taken, with a recipient of its own': { text: greeted(`${mail()}${rcpt()}${mail()}${rcpt()}${data()}${QUIT}`) },
    'refused, and the first transaction goes on': {
      text: greeted(`${mail()}${rcpt()}${mail('503 5.5.1 Nested')}${data()}${QUIT}`),
    },
    'refused, NOOP, and the first transaction goes on': {
      text: greeted(`${mail()}${rcpt()}${mail('503 5.5.1 Nested')}C: NOOP\nS: 250 2.0.0 Ok\n${data()}${QUIT}`),
    },
    'refused, and the first transaction goes on in chunks': {
      text: greeted(
        `${mail()}${rcpt()}${mail('503 5.5.1 Nested')}C: BDAT 3 LAST\nC: x\nS: 250 2.0.0 Ok\n${QUIT}`,
        'CHUNKING',
      ),
    },
    'taken, and then without recipients': { text: greeted(`${mail()}${rcpt()}${mail()}${NO_DATA}${QUIT}`) },
    'refused, and then the end': { text: greeted(`${mail()}${rcpt()}${mail('503 5.5.1 Nested')}${QUIT}`) },
    'refused, RSET, and a new one': {
      text: greeted(`${mail()}${mail('503 5.5.1 Nested')}${RSET}${mail()}${rcpt()}${data()}${QUIT}`),
    },
  },
  keepsQuiet: {
    'after RSET': greeted(`${mail()}${RSET}${mail()}${rcpt()}${data()}${QUIT}`),
    'after a refused MAIL': greeted(`${mail('450 4.3.0 Later')}${mail()}${rcpt()}${data()}${QUIT}`),
    'after a message': greeted(`${delivered()}${mail()}${rcpt()}${data()}${QUIT}`),
  },
});

near('sequence.rcpt-before-mail', {
  speaks: {
    'MAIL was refused': {
      text: greeted(`${mail('550 5.7.1 No')}${rcpt('503 5.5.1 No')}${QUIT}`),
      says: 'although MAIL',
    },
    'MAIL never comes': { text: greeted(`${rcpt('503 5.5.1 No')}${QUIT}`), says: 'without MAIL' },
    'MAIL comes later': { text: greeted(`${rcpt('503 5.5.1 No')}${mail()}${RSET}${QUIT}`) },
    'MAIL comes later, behind another refused RCPT': {
      text: greeted(`${rcpt('503 5.5.1 No')}${rcpt('503 5.5.1 No', 'c')}${mail()}${rcpt()}${data()}${QUIT}`),
    },
    'MAIL comes later, but after RSET': { text: greeted(`${rcpt('503 5.5.1 No')}${RSET}${mail()}${RSET}${QUIT}`) },
    'MAIL comes later, but is refused': { text: greeted(`${rcpt('503 5.5.1 No')}${mail('550 5.7.1 No')}${QUIT}`) },
    'MAIL comes later, but pipelined': {
      text: greeted(
        `C: RCPT TO:<b@example.org>\nC: MAIL FROM:<a@example.com>\nS: 503 5.5.1 No\nS: 250 2.1.0 Ok\n${RSET}${QUIT}`,
      ),
    },
  },
  keepsQuiet: {
    'in one group with the refused MAIL': greeted(
      `C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\nS: 550 5.7.1 No\nS: 503 5.5.1 No\n${QUIT}`,
    ),
  },
});

near('sequence.no-ehlo-after-starttls', {
  speaks: {
    'a STARTTLS that the tool did by itself': {
      text: `${GREETING}* tls unseen TLSv1.3\n${mail('503 Say EHLO')}${QUIT}`,
    },
    'EHLO with offers before it': {
      text: greeted(
        `C: STARTTLS\nS: 220 Go\n* tls TLSv1.3\n${mail('503 5.5.1 Say EHLO')}${rcpt('503 5.5.1 No')}${QUIT}`,
        'STARTTLS',
        'SIZE 1000',
      ),
    },
  },
  keepsQuiet: {
    'what the server said to STARTTLS is not shown': `C: EHLO a\nC: STARTTLS\nC: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\nC: QUIT\n`,
    'STARTTLS refused': greeted(`C: STARTTLS\nS: 454 4.7.0 No\n${mail()}${QUIT}`, 'STARTTLS'),
    'the handshake failed: nobody knows whether this is inside TLS': greeted(
      `C: STARTTLS\nS: 220 Go\n* error tls: wrong version number\n${mail()}${QUIT}`,
      'STARTTLS',
    ),
  },
});

near('sequence.before-hello', {
  speaks: {
    'what later commands need is offered': {
      text: `${GREETING}C: MAIL FROM:<a@example.com> SIZE=3 BODY=8BITMIME RET=HDRS\nS: 503 No\nC: RCPT TO:<b@example.org> NOTIFY=NEVER\nS: 503 No\nC: BDAT 3 LAST\nC: x\nS: 503 No\n${QUIT}`,
    },
    'pipelined, with AUTH and ETRN later': {
      text: `${GREETING}C: MAIL FROM:<a@example.com> AUTH=<> BODY=BINARYMIME X=1\nC: RCPT TO:<b@example.org>\nS: 503 No\nS: 503 No\nC: ETRN x.example\nS: 503 No\nC: AUTH LOGIN\nS: 503 No\nC: AUTH\nS: 503 No\n${QUIT}`,
    },
    'EHLO comes later, what follows it is its own': {
      text: `S: 220 smtp ready\n${mail('503 No')}${EHLO.replace('c.example', 'later.example')}C: MAIL FROM:<a@example.com> SIZE=3\nS: 250 Ok\n${QUIT}`,
    },
  },
  keepsQuiet: { 'the log begins later': `* elided\n${mail()}${rcpt()}` },
});

near('sequence.auth-before-hello', {
  speaks: {
    'HELO is no EHLO, but the greeting is there': { text: `${GREETING}C: AUTH PLAIN ****\nS: 503 No\n${QUIT}` },
  },
  keepsQuiet: { 'after EHLO': greeted(`C: AUTH PLAIN ****\nS: 235 2.7.0 Ok\n${QUIT}`, 'AUTH PLAIN') },
});

near('sequence.hello-refused', {
  speaks: {
    'RCPT and DATA fail with it': {
      text: `${GREETING}C: EHLO c.example\nS: 502 No\n${mail('503 No')}${rcpt('503 No')}C: DATA\nS: 503 No\n${QUIT}`,
    },
  },
  keepsQuiet: {
    'HELO instead': `${GREETING}C: EHLO c.example\nS: 502 No\n${EHLO.replace('EHLO', 'HELO')}${mail()}${QUIT}`,
  },
});

near('sequence.lhlo-in-smtp', {
  speaks: { 'the name of the client is kept': { text: `${GREETING}C: LHLO me.example\nS: 502 No\n${QUIT}` } },
  keepsQuiet: { LMTP: lmtp(QUIT), 'an LMTP server that is busy': 'S: 220 mx LMTP\nC: LHLO c.example\nS: 451 Later\n' },
});

near('sequence.no-quit', {
  speaks: {
    'after a message': { text: greeted(delivered()), severity: 'hint' },
    'after a refused command, and the client hangs up': {
      text: greeted(`${mail('550-5.7.1 No\nS: 550 5.7.1 Go')}* closed by client`),
    },
    'no enhanced codes': { text: `${GREETING}${EHLO}${mail()}* closed\n` },
  },
  keepsQuiet: {
    'the server ends it': greeted('C: NOOP\nS: 421 4.3.2 Bye'),
    'the log is cut at its beginning': `* elided\n${mail()}${RSET}`,
    'the log is cut at its end': greeted(`${mail()}* elided`),
    'the tool tells of an error': greeted(`${mail()}* error lost: reset`),
    'only the client is shown': 'C: EHLO c.example\nC: MAIL FROM:<a@example.com>\n',
    'only the server is shown': 'S: 220 mx.example.org\nS: 250 mx.example.org\nS: 250 Ok\n',
    'nothing but the greeting': GREETING,
    'the last command has no answer': greeted('C: NOOP'),
    'a greeting that refuses': 'S: 554 No\nC: NOOP\nS: 503 No\n',
    'what follows STARTTLS is not shown': greeted('C: STARTTLS\nS: 220 2.0.0 Go', 'STARTTLS'),
    'nothing was said': '* connected to mx.example.org [192.0.2.1]:25\n* closed by server\n',
    'the last word is no reply': greeted('C: NOOP\nS: 250 2.0.0 Ok\nS: what'),
    'a client that speaks HTTP': `${GREETING}C: GET / HTTP/1.1\nS: 500 5.5.2 No\nC: Host: x\nS: 500 5.5.2 No\n`,
  },
});

const OFFERS = 'S: 250-mx.example.org\nS: 250 PIPELINING\n';
const hello = (name: string) => `C: EHLO ${name}\n${OFFERS}`;

near('sequence.mingled', {
  speaks: {
    'two greetings, then two clients': {
      text: `${GREETING}${GREETING}${hello('a')}${hello('b')}${mail()}${mail()}${QUIT}${QUIT}`,
      severity: 'information',
    },
    'a greeting in the middle of a reply': {
      text: `${GREETING}C: EHLO a\nS: 250-mx.example.org\n${GREETING}S: 250 PIPELINING\n${hello('b')}${mail()}${mail()}`,
    },
    'a greeting where EHLO waits': {
      text: `${GREETING}C: EHLO a\n${GREETING}${OFFERS}${hello('b')}${rcpt()}${mail()}${mail()}`,
    },
    'one goes on after the QUIT of the other': { text: `${GREETING}${GREETING}${hello('a')}${QUIT}${mail()}${rcpt()}` },
    'three of them': {
      text: `${GREETING}${GREETING}${GREETING}${hello('a')}${hello('b')}${QUIT}${hello('c')}${QUIT}${mail()}`,
    },
  },
  keepsQuiet: {
    'one after the other': `${GREETING}${hello('a')}${QUIT}${GREETING}${hello('b')}${QUIT}`,
    'the first one was left, and the second is in order': `${GREETING}${GREETING}${hello('a')}${mail()}${QUIT}`,
    'a client that says EHLO twice, alone': `${GREETING}${hello('a')}${hello('a')}${QUIT}`,
    'EHLO again inside TLS': `${GREETING}${GREETING}C: EHLO a\nS: 250-mx\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 2.0.0 Go\n${hello('a')}${QUIT}`,
    'a reply that is repeated': `${GREETING}${hello('a')}${mail()}S: 250 2.1.0 Ok\n${QUIT}`,
  },
});

test('what is out of order is told where the session before was left', () => {
  const text = `${GREETING}${GREETING}${hello('a')}${rcpt()}${QUIT}`;
  const codes = new ParsedDocument(text).findings.map(({ rule }) => rule.code);
  assert.ok(codes.includes('sequence.rcpt-before-mail'), codes.join());
});

test('a third one begins while the second goes on', () => {
  const text = `${GREETING}${GREETING}${hello('a')}${hello('b')}${QUIT}${GREETING}${hello('c')}${mail()}${QUIT}${mail()}`;
  const codes = new ParsedDocument(text).findings.map(({ rule }) => rule.code);
  assert.deepEqual(codes, ['sequence.mingled', 'sequence.mingled']);
});

test('once all of them are over, the next one is judged again', () => {
  const text = `${GREETING}${GREETING}${hello('a')}${hello('b')}${QUIT}${QUIT}${GREETING}${hello('c')}${rcpt()}${QUIT}`;
  const codes = new ParsedDocument(text).findings.map(({ rule }) => rule.code);
  assert.ok(codes.includes('sequence.mingled') && codes.includes('sequence.rcpt-before-mail'), codes.join());
});

near('sequence.unanswered-command', {
  speaks: {
    'in the middle': {
      text: greeted(`${mail()}C: RCPT TO:<b@example.org>\nC: DATA\nS: 354 Go\nC: x\nC: .\nS: 250 2.0.0 Ok\n${QUIT}`),
      severity: 'warning',
    },
    'at the end': { text: greeted('C: NOOP'), severity: 'information' },
    'at the end, two in a group: the first is told': {
      text: greeted('C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>'),
      says: 'MAIL FROM',
    },
    'STARTTLS, and nothing more': { text: greeted('C: STARTTLS', 'STARTTLS') },
    'a message, and QUIT behind it is answered': {
      text: greeted(`${mail()}${rcpt()}C: DATA\nS: 354 Go\nC: x\nC: .\n${QUIT}`),
      says: 'The message was never answered',
      severity: 'warning',
    },
    'AUTH, whose response is hidden': { text: greeted(`C: AUTH LOGIN\n* elided secret\n${QUIT}`, 'AUTH LOGIN') },
    'QUIT, and the server closes': {
      text: greeted('C: QUIT\n* closed by server'),
      says: 'without an answer to QUIT',
      severity: 'information',
    },
  },
  keepsQuiet: {
    'the connection breaks under it': greeted('C: NOOP\n* error lost: reset'),
    'QUIT needs no answer to be over': greeted('C: QUIT'),
    'a client that does not wait for 221': greeted('C: QUIT\n* closed by client'),
    'a connection that is lost after QUIT': greeted('C: QUIT\n* error lost: reset\n* closed by server'),
    'a message at the end': greeted(`${mail()}${rcpt()}C: DATA\nS: 354 Go\nC: x\nC: .`),
    'a message and QUIT at the end': greeted(`${mail()}${rcpt()}C: DATA\nS: 354 Go\nC: x\nC: .\nC: QUIT`),
    'a message that is not shown': greeted(`${mail()}${rcpt()}C: DATA\nS: 354 Go\n* elided data\n${QUIT}`),
    'a message behind which the log is cut': greeted(
      `${mail()}${rcpt()}C: DATA\nS: 354 Go\nC: x\nC: .\n* elided\n${QUIT}`,
    ),
    'an empty line': greeted(`C: \n${QUIT}`),
    'the server had closed': greeted('C: NOOP\nS: 421 4.3.2 Bye\nC: NOOP'),
    'the log shows no replies at all': 'C: EHLO c.example\nC: MAIL FROM:<a@example.com>\n',
    'what has a fault of its own': `${GREETING}C: MAIL FROM:<a@example.com>\n${QUIT}`,
    'AUTH, whose answer is hidden': greeted(`C: AUTH LOGIN\n* elided secret\n* elided answer\n${QUIT}`, 'AUTH LOGIN'),
    'the log leaves replies out': greeted(
      `C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\n* elided replies\nS: 250 2.1.5 Ok\nC: DATA\nS: 354 Go\nC: x\nC: .\nS: 250 2.0.0 Ok\n${QUIT}`,
    ),
    'the log is cut behind it': greeted('C: NOOP\n* elided\nC: NOOP\nS: 250 2.0.0 Ok'),
  },
});

/** What a server writes when it reads a command, whenever that was sent. */
const asRead = (...lines: readonly string[]) =>
  lines.map((line) => `[2026-11-24 18:55:02] DEBUG [#a1b2c3d4e5f6g7h8] ${line}\n`).join('');
const read = (offer: string, ...lines: readonly string[]) =>
  asRead('S: 220 mx ESMTP', 'C: EHLO a', 'S: 250-mx', `250 ${offer}`, 'C: MAIL FROM:<a@example.com>', ...lines);
const REFUSED_RCPT = ['S: 250 Ok', 'C: RCPT TO:<b@example.org>', 'S: 550 No', 'C: DATA', 'S: 503 No'];
const REFUSED_MAIL = ['S: 550 No', 'C: RCPT TO:<b@example.org>', 'S: 503 No', 'C: DATA', 'S: 503 No'];
const ORDER = /^sequence\.(?:data|rcpt)-/;

test('a log written as the server reads does not tell what was pipelined, and holds it against nobody', () => {
  const told = (text: string) => summary(text).filter((line) => ORDER.test(line.split(' ')[2] ?? ''));
  assert.deepEqual(told(read('PIPELINING', ...REFUSED_RCPT)), ['9 information sequence.data-without-recipients']);
  assert.deepEqual(told(read('PIPELINING', ...REFUSED_MAIL)), []);
  assert.deepEqual(told(read('SIZE', ...REFUSED_RCPT)), ['9 error sequence.data-without-recipients']);
  assert.deepEqual(told(read('SIZE', ...REFUSED_MAIL)).slice(0, 1), ['7 error sequence.rcpt-before-mail']);
});

near('sequence.unasked-reply', {
  speaks: {
    'behind an answered command': {
      text: greeted(`C: NOOP\nS: 250-2.0.0 Ok\nS: 250 2.0.0 Ok\nS: 250-2.0.0 a\nS: 250 2.0.0 b\n${QUIT}`),
    },
    'behind a challenge, once something was asked again': {
      text: greeted(
        `C: NOOP\nS: 250 2.0.0 Ok\nS: 334 VXNlcm5hbWU6\nC: NOOP\nS: 250 2.0.0 Ok\nS: 250 2.0.0 Ok\n${QUIT}`,
      ),
    },
    'behind a message of SMTP': { text: greeted(`${mail()}${rcpt()}${data()}S: 250 2.0.0 Ok\n${QUIT}`) },
    'in LMTP, but not behind a message': { text: lmtp(`C: NOOP\nS: 250 2.0.0 Ok\nS: 250 2.0.0 Ok\n${QUIT}`) },
  },
  keepsQuiet: {
    'to lines of a chunk that a server reads as commands': greeted(
      `${mail()}${rcpt()}C: BDAT 7 LAST\nC: a\nC: b\nS: 502 5.5.1 What?\nS: 500 5.5.1 What?\nS: 500 5.5.1 What?`,
    ),
    'a 421 at any time': greeted('C: NOOP\nS: 250 2.0.0 Ok\nS: 421 4.3.2 Bye'),
    'after the end': greeted(`${QUIT}S: 250 2.0.0 Ok`),
    'challenges of an AUTH that is hidden, and what came of it': greeted(
      `C: NOOP\nS: 250 2.0.0 Ok\nS: 334 VXNlcm5hbWU6\nS: 334 UGFzc3dvcmQ6\nS: 535 5.7.8 No\n${QUIT}`,
    ),
    'before the client has said anything': `${GREETING}S: 250 Ok\n${EHLO}${QUIT}`,
    'where the log leaves commands out': greeted('* elided\nS: 250 2.0.0 Ok\nS: 250 2.0.0 Ok'),
    'behind an event that leaves nothing out': greeted('* note\nC: NOOP\nS: 250 2.0.0 Ok'),
    'the log shows the server only': 'S: 220 mx.example.org\nS: 250 mx.example.org\nS: 250 Ok\n',
    'one more than LMTP has recipients, which its own rule counts': lmtp(
      `${mail()}${rcpt()}${data()}S: 250 2.0.0 Ok\nS: 250 2.0.0 Ok\n${QUIT}`,
    ),
  },
});

near('sequence.lmtp-replies', {
  speaks: {
    'too few, and the next command was answered': {
      text: lmtp(`${mail()}${rcpt()}${rcpt('250 2.1.5 Ok', 'c')}${data()}${QUIT}`),
      says: '1 of 2',
    },
    'two too many': {
      text: lmtp(`${mail()}${rcpt()}${data()}S: 250 2.0.0 Ok\nS: 250 2.0.0 Ok\n${QUIT}`),
      says: '3 replies',
    },
  },
  keepsQuiet: {
    'as many as recipients': lmtp(`${mail()}${rcpt()}${rcpt('250 2.1.5 Ok', 'c')}${data()}S: 250 2.0.0 Ok\n${QUIT}`),
    'too few, and the log ends': lmtp(`${mail()}${rcpt()}${rcpt('250 2.1.5 Ok', 'c')}${data()}`),
    'too few, and QUIT is not answered either': lmtp(
      `${mail()}${rcpt()}${rcpt('250 2.1.5 Ok', 'c')}${data()}C: QUIT\n`,
    ),
    'none at all': lmtp(`${mail()}${rcpt()}C: DATA\nS: 354 Go\nC: x\nC: .\n${QUIT}`),
    'the server gives up': lmtp(`${mail()}${rcpt()}${rcpt('250 2.1.5 Ok', 'c')}${data('421 4.3.2 Bye')}`),
    'a goodbye behind the replies': lmtp(`${mail()}${rcpt()}${data()}S: 421 4.3.2 Bye\n`),
    'one reply too many in SMTP': greeted(`${mail()}${rcpt()}${data()}S: 250 2.0.0 Ok\n${QUIT}`),
    'a message that no recipient was taken for': lmtp(`${mail()}${rcpt('550 5.1.1 No')}${data('503 5.5.1 No')}${QUIT}`),
    'recipients that the log does not show': `S: 220 mx LMTP\nC: LHLO c\nS: 250 mx\n* elided\nC: DATA\nS: 354 Go\nC: x\nC: .\nS: 250 2.0.0 Ok\nS: 250 2.0.0 Ok\n${QUIT}`,
  },
});

const PLAIN = `${GREETING}C: EHLO c.example\nS: 250-mx.example.org\nS: 250 SIZE\n`;
const GROUP = `C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\nS: 250 2.1.0 Ok\nS: 250 2.1.5 Ok\n${QUIT}`;

near('sequence.pipelining-not-offered', {
  speaks: {
    'a group of three, one finding': {
      text: `${PLAIN}C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\nC: DATA\nS: 250 Ok\nS: 250 Ok\nS: 354 Go\nC: x\nC: .\nS: 250 Ok\n${QUIT}`,
      says: 'RCPT TO was sent',
    },
    'behind the end of a message': {
      text: `${PLAIN}${mail('250 Ok')}${rcpt('250 Ok')}C: DATA\nS: 354 Go\nC: x\nC: .\nC: MAIL FROM:<a@example.com>\nS: 250-Ok\nS: 250 queued\nS: 250 Ok\n${QUIT}`,
      says: 'MAIL FROM was sent',
    },
    'the host is named like an offer': {
      text: `S: 220 mx\nC: EHLO c\nS: 250-pipelining.example.org\nS: 250 DSN\n${GROUP}`,
    },
  },
  keepsQuiet: {
    'the line that greets is not shown': `S: 220 mx\nC: EHLO c\nS: 250-PIPELINING\nS: 250 DSN\n${GROUP}`,
    'nor is the one that offers': `S: 220 mx\nC: EHLO c\nS: 250-SIZE 1000\nS: 250 DSN\n${GROUP}`,
    offered: greeted(
      `C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\nS: 250 2.1.0 Ok\nS: 250 2.1.5 Ok\n${QUIT}`,
    ),
    'one after the other': `${PLAIN}${mail('250 Ok')}${rcpt('250 Ok')}${QUIT}`,
    'nobody knows what is offered': `* elided\nC: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\nS: 250 Ok\nS: 250 Ok\n`,
    'out of order, which is told already': `${PLAIN}C: RSET\nC: RCPT TO:<b@example.org>\nS: 250 Ok\nS: 503 No\n${QUIT}`,
    'the last of a group, which another rule looks at': `${PLAIN}C: NOOP\nC: RSET\nS: 250 Ok\nS: 250 Ok\n${QUIT}`,
    'the log shows the client only': 'C: EHLO c.example\nC: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\n',
  },
});

near('sequence.pipelining-past-sync', {
  speaks: {
    'behind NOOP, a group of three': {
      text: greeted(`C: NOOP\nC: NOOP\nC: RSET\nS: 250 2.0.0 Ok\nS: 250 2.0.0 Ok\nS: 250 2.0.0 Ok\n${QUIT}`),
      says: 'reply to NOOP',
    },
    'behind RSET and NOOP': {
      text: greeted(`C: RSET\nC: NOOP\nS: 250 2.0.0 Ok\nC: RSET\nS: 250 2.0.0 Ok\nS: 250 2.0.0 Ok\n${QUIT}`),
    },
    'behind EHLO inside TLS': {
      text: greeted(
        `C: STARTTLS\nS: 220 Go\n* tls TLSv1.3\nC: EHLO c.example\nC: MAIL FROM:<a@example.com>\nS: 250 mx.example.org\nS: 250 Ok\n${QUIT}`,
        'STARTTLS',
      ),
    },
    'behind a STARTTLS that is refused': {
      text: greeted(`C: STARTTLS\nC: RSET\nS: 454 4.7.0 No\nS: 250 2.0.0 Ok\n${QUIT}`, 'STARTTLS'),
      says: 'STARTTLS',
    },
  },
  keepsQuiet: {
    'the last of a group': greeted(`C: RSET\nC: NOOP\nS: 250 2.0.0 Ok\nS: 250 2.0.0 Ok\n${QUIT}`),
    'behind STARTTLS, of which tls.injection speaks': greeted(
      `C: STARTTLS\nC: RSET\nS: 220 Go\n* tls TLSv1.3\n${EHLO}${QUIT}`,
      'STARTTLS',
    ),
    'Exim’s PIPECONNECT': greeted(
      `C: EHLO c.example\nC: MAIL FROM:<a@example.com>\nS: 250-mx.example.org\nS: 250 PIPECONNECT\nS: 250 Ok\n${QUIT}`,
      'PIPECONNECT',
    ),
    'PIPE_CONNECT, as it was called before': greeted(
      `C: EHLO c.example\nC: MAIL FROM:<a@example.com>\nS: 250-mx.example.org\nS: 250 PIPE_CONNECT\nS: 250 Ok\n${QUIT}`,
      'PIPE_CONNECT',
    ),
    'out of order, which is told already': `${GREETING}C: EHLO c.example\nC: DATA\nS: 250 mx.example.org\nS: 503 No\n${QUIT}`,
  },
});

const open = `${mail()}${rcpt()}C: DATA\nS: 354 Go\nC: Subject: x\n`;
near('sequence.command-in-data', {
  speaks: {
    'two commands, the first of them is told': {
      text: greeted(`${open}C: RSET\nC: QUIT\nS: 421 4.4.2 Timeout`),
      says: 'RSET',
    },
    'a command quoted before does not count': {
      text: greeted(`${open}C: HELP\nC: text\nC: quit\n* closed`),
      says: 'QUIT is',
    },
    'the log goes on': { text: greeted(`${open}C: QUIT\nS: 500 5.5.2 No\nC: QUIT\nS: 221 2.0.0 Bye`) },
    'a command with an argument': {
      text: greeted(`${open}C: MAIL FROM:<a@example.com>\nS: 421 4.4.2 Timeout`),
      says: 'MAIL is',
    },
  },
  keepsQuiet: {
    'the data ends with its dot': greeted(`${open}C: QUIT\nC: .\nS: 250 2.0.0 Ok\n${QUIT}`),
    'text after it': greeted(`${open}C: QUIT\nC: text\nS: 421 4.4.2 Timeout`),
    'nothing like a command': greeted(`${open}C: text\nS: 421 4.4.2 Timeout`),
  },
});
