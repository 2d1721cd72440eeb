/** Outcomes and times: partly delivered, tried again, slow. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { delivered, QUIT } from '../../server/src/rules/exampleSessions';
import { greeted, near, summary } from '../helpers/near';

const MAIL = 'C: MAIL FROM:<a@example.com>\nS: 250 Ok\n';
const rcpt = (address: string, reply = '250 Ok') => `C: RCPT TO:<${address}>\nS: ${reply}\n`;
const data = (reply: string) => `C: DATA\nS: 354 Go\nC: hello\nC: .\n${reply}`;
const IDENTIFIED = 'C: DATA\nS: 354 Go\nC: Message-ID: <1@x.test>\nC: \nC: hello\nC: .\n';
const OK = 'S: 250 2.0.0 Ok\n';
const LATER = '450 4.7.1 Greylisted';
const two = (first: string, second: string) =>
  `--- session a ---\n${greeted(first)}--- session b ---\n${greeted(second)}`;

near('delivery.partly-delivered', {
  speaks: {
    'one refused': {
      text: greeted(`${MAIL}${rcpt('x@example.org', '550 5.1.1 No')}${rcpt('b@example.org')}${data(OK)}${QUIT}`),
      says: '1 of 2 recipients; not for <x@example.org>',
    },
    LMTP: {
      text: `S: 220 mx LMTP\nC: LHLO c\nS: 250 mx\n${MAIL}${rcpt('x@example.org')}${rcpt('b@example.org')}${data(
        `S: 452 4.2.2 Full\n${OK}`,
      )}${QUIT}`,
      says: '<x@example.org>',
    },
    'in chunks': {
      text: greeted(
        `${MAIL}${rcpt('x@example.org', '400 4.1.1 No')}${rcpt('b@example.org')}C: BDAT 3\nC: x\n${OK}C: BDAT 3 LAST\nC: x\nS: 250 2.0.0 queued\nC: NOOP\n${OK}${QUIT}`,
        'CHUNKING',
      ),
      says: '1 of 2',
    },
    'more than three missed, more than anybody reads': {
      text: greeted(
        `${MAIL}${Array.from({ length: 21 }, (_, n) => rcpt(`x${n}@example.org`, '550 5.1.1 No')).join('')}${rcpt('b@example.org')}${data(OK)}${QUIT}`,
      ),
      says: '… (21)',
    },
    'three missed': {
      text: greeted(
        `${MAIL}${['x', 'y', 'z'].map((name) => rcpt(`${name}@example.org`, '550 5.1.1 No')).join('')}${rcpt('b@example.org')}${data(OK)}${QUIT}`,
      ),
      says: '<x@example.org>, <y@example.org>, <z@example.org>',
    },
  },
  keepsQuiet: {
    'all taken': greeted(`${MAIL}${rcpt('x@example.org')}${rcpt('b@example.org')}${data(OK)}${QUIT}`),
    'none taken': greeted(
      `${MAIL}${rcpt('x@example.org', '550 5.1.1 No')}${rcpt('b@example.org')}${data('S: 554 5.6.0 No\n')}${QUIT}`,
    ),
    'given up': greeted(`${MAIL}${rcpt('x@example.org', '550 5.1.1 No')}${rcpt('b@example.org')}C: RSET\n${OK}${QUIT}`),
    'taken though its one recipient was refused': greeted(
      `${MAIL}${rcpt('x@example.org', '550 5.1.1 No')}${data(OK)}${QUIT}`,
    ),
    'a reply too many in LMTP': `S: 220 mx LMTP\nC: LHLO c\nS: 250 mx\n${MAIL}${rcpt('a@example.org')}${rcpt('b@example.org')}${data(
      `${OK}${OK}S: 452 4.2.2 Full\n`,
    )}${QUIT}`,
  },
});

/** Two sessions with a recipient put off in the first, at these times and with this server in the second. */
const twoAt = (first: string, second: string, server = 'mx.example.org') => {
  const at = (time: string, session: string) => session.replace(/^(?=[CS]: )/gm, `${time} `);
  const later = greeted(`${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`).replaceAll('mx.example.org', server);
  return `--- session a ---\n${at(first, greeted(`${MAIL}${rcpt('b@x.test', LATER)}${QUIT}`))}--- session b ---\n${at(second, later)}`;
};

/** What comes in at one side goes out at the other before the message is put off. */
const BOTH_SIDES = [
  'proxsmtpd: 100000: accepted connection from: 192.0.2.1',
  'proxsmtpd: 100000: SERVER connected to: 192.0.2.2',
  'proxsmtpd: 100000: SERVER < 220 mx.test ESMTP',
  'proxsmtpd: 100000: CLIENT > 220 proxy.test',
  ...['EHLO a.test', 'MAIL FROM:<a@x.test>', 'RCPT TO:<b@x.test>'].flatMap((line) => [
    `proxsmtpd: 100000: CLIENT < ${line}`,
    `proxsmtpd: 100000: SERVER > ${line}`,
    'proxsmtpd: 100000: SERVER < 250 Ok',
    'proxsmtpd: 100000: CLIENT > 250 Ok',
  ]),
  'proxsmtpd: 100000: CLIENT < DATA',
  'proxsmtpd: 100000: CLIENT > 354 Go',
  'proxsmtpd: 100000: CLIENT > 451 Local Error',
  'proxsmtpd: 100000: CLIENT < QUIT',
  'proxsmtpd: 100000: CLIENT > 221 Bye',
  'proxsmtpd: 100000: SERVER > RSET',
  'proxsmtpd: 100000: SERVER < 250 Ok',
  'proxsmtpd: 100000: SERVER > QUIT',
  'proxsmtpd: 100000: SERVER < 221 Bye',
]
  .map((line) => `${line}\n`)
  .join('');

near('delivery.repeated-attempt', {
  speaks: {
    'after 29 minutes': { text: twoAt('2026-11-24T23:50:00Z', '2026-11-25T00:19:59Z') },
    'after half an hour': { text: twoAt('2026-11-24T10:00:00Z', '2026-11-24T10:30:00Z') },
    'soon, but at another server': { text: twoAt('2026-11-24T10:00:00Z', '2026-11-24T10:01:00Z', 'mx2.example.org') },
    'soon, or a day later': { text: twoAt('10:00:00', '10:01:00') },
    'out of order': { text: twoAt('2026-11-24T10:00:00Z', '2026-11-24T09:59:00Z') },
    'accepted later': {
      text: two(`${MAIL}${rcpt('b@x.test', LATER)}${QUIT}`, `${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`),
      says: 'attempt 2',
    },
    'put off again': {
      text: two(`${MAIL}${rcpt('b@x.test', LATER)}${QUIT}`, `${MAIL}${rcpt('B@X.test', LATER)}${QUIT}`),
      says: 'again',
    },
    'the message was put off': {
      text: two(
        `${MAIL}${rcpt('b@x.test')}${data('S: 451 4.3.0 Later\n')}${QUIT}`,
        `${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
      ),
      says: 'accepted now',
    },
    'lost after the dot': {
      text: two(
        `${MAIL}${rcpt('b@x.test')}${data('* error lost: reset\n')}`,
        `${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
      ),
      says: 'duplicate',
    },
    'refused for good at last': {
      text: two(`${MAIL}${rcpt('b@x.test', LATER)}${QUIT}`, `${MAIL}${rcpt('b@x.test', '500 5.1.1 No')}${QUIT}`),
      says: 'turned down again',
    },
    'a third attempt': {
      text: `${two(`${MAIL}${rcpt('b@x.test', '400 4.0.0 No')}${QUIT}`, `${MAIL}${rcpt('a@x.test')}${QUIT}`)}${two(
        `${MAIL}${rcpt('c@x.test')}${data(OK)}${QUIT}`,
        `${MAIL}${rcpt('B@X.TEST')}${data(OK)}${QUIT}`,
      )}`,
      says: 'attempt 2',
    },
    'the message was put off for one of two recipients': {
      text: two(
        `${MAIL}${rcpt('no@x.test', '550 5.1.1 No')}${rcpt('b@x.test')}${data('S: 400 4.3.0 Later\n')}${QUIT}`,
        `${MAIL}${rcpt('no@x.test', '550 5.1.1 No')}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
      ),
    },
    'lost after the dot, one recipient put off before': {
      text: two(
        `${MAIL}${rcpt('late@x.test', LATER)}${data('* error lost: reset\n')}`,
        `${MAIL}${rcpt('late@x.test')}${data(OK)}${QUIT}`,
      ),
      says: 'was put off',
    },
    'the second message of a session was put off': {
      text: two(
        `${MAIL}${rcpt('a@x.test')}${data(OK)}${MAIL}${rcpt('b@x.test')}${data('S: 451 4.3.0 Later\n')}${QUIT}`,
        `${MAIL}${rcpt('a@x.test')}${data(OK)}${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
      ),
      says: '<b@x.test>',
    },
    'the same message after a refusal for good': {
      text: two(
        `${MAIL}${rcpt('b@x.test')}${IDENTIFIED}S: 550 5.7.1 Spam\n${QUIT}`,
        `${MAIL}${rcpt('B@x.test')}${IDENTIFIED}${OK}${QUIT}`,
      ),
      says: 'The message <1@x.test> for <b@x.test> is sent again',
      severity: 'information',
    },
    'the same message in the same session': {
      text: greeted(
        `${`${MAIL}${rcpt('c@x.test')}${rcpt('b@x.test')}${IDENTIFIED}S: 550 5.7.1 Spam\n`.repeat(2)}${QUIT}`,
      ),
      says: '<b@x.test>, <c@x.test>',
    },
    'answered with two lines': {
      text: two(
        `${MAIL}C: RCPT TO:<b@x.test>\nS: 450-4.7.1 Not\nS: 450 4.7.1 now\n${QUIT}`,
        `${MAIL}C: RCPT TO:<b@x.test>\nS: 250-2.1.5 Ok\nS: 250 2.1.5 Go\n${QUIT}`,
      ),
    },
  },
  keepsQuiet: {
    'both sides of a proxy at once': BOTH_SIDES,
    'another message after a refusal for good': two(
      `${MAIL}${rcpt('b@x.test')}${IDENTIFIED}S: 550 5.7.1 Spam\n${QUIT}`,
      `${MAIL}${rcpt('b@x.test')}${IDENTIFIED.replace('<1@', '<2@')}${OK}${QUIT}`,
    ),
    'the same message for another after a refusal for good': two(
      `${MAIL}${rcpt('b@x.test')}${IDENTIFIED}S: 550 5.7.1 Spam\n${QUIT}`,
      `${MAIL}${rcpt('c@x.test')}${IDENTIFIED}${OK}${QUIT}`,
    ),
    'a message without a Message-ID': two(
      `${MAIL}${rcpt('b@x.test')}${data('S: 550 5.7.1 Spam\n')}${QUIT}`,
      `${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
    ),
    'another recipient': two(
      `${MAIL}${rcpt('b@x.test', LATER)}${QUIT}`,
      `${MAIL}${rcpt('c@x.test')}${data(OK)}${QUIT}`,
    ),
    'another sender': two(
      `${MAIL}${rcpt('b@x.test', LATER)}${QUIT}`,
      `${MAIL.replace('a@', 'z@')}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
    ),
    'refused for good': two(
      `${MAIL}${rcpt('b@x.test', '550 5.1.1 No')}${QUIT}`,
      `${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
    ),
    'lost inside the data, and nothing was taken': two(
      `${MAIL}${rcpt('b@x.test')}C: DATA\nS: 354 Go\nC: hello\n* error lost: reset\n`,
      `${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
    ),
    'lost before another message': two(
      `${MAIL}${rcpt('b@x.test')}${data(OK)}C: NOOP\n* error lost: reset\n`,
      `${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
    ),
    'another error than a loss': two(
      `${MAIL}${rcpt('b@x.test')}${data('* error tls: certificate has expired\n')}`,
      `${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
    ),
    'the same message twice in one session': greeted(
      `${MAIL}${rcpt('b@x.test', LATER)}C: RSET\n${OK}${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
    ),
    'once more after it was accepted': two(
      `${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
      `${MAIL}${rcpt('b@x.test', LATER)}${QUIT}`,
    ),
    'put off without MAIL': two(
      `C: RCPT TO:<b@x.test>\nS: 450 4.7.1 Later\n${QUIT}`,
      `${MAIL}${rcpt('b@x.test')}${QUIT}`,
    ),
    'no address': two(`${MAIL}${rcpt('', LATER)}${QUIT}`, `${MAIL}${rcpt('', LATER)}${QUIT}`),
    'an answer that the log does not show': two(
      `${MAIL}C: RCPT TO:<b@x.test>\n* error lost: reset\n`,
      `${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
    ),
    'one of LMTP’s recipients, whose answers it has': two(
      `C: LHLO c\nS: 250 mx\n${MAIL}${rcpt('a@x.test')}${rcpt('b@x.test')}${data(`${OK}S: 450 4.2.2 Full\n`)}${QUIT}`,
      `${MAIL}${rcpt('a@x.test')}${data(OK)}${QUIT}`,
    ),
    'two good messages': two(`${delivered()}${QUIT}`, `${delivered()}${QUIT}`),
    'the answer is only missing in the log': two(
      `${MAIL}${rcpt('b@x.test')}${data('')}`,
      `${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
    ),
  },
});

near('delivery.connection-lost', {
  speaks: {
    'before a command was answered': {
      text: greeted(`${MAIL}C: RSET\n* error lost: reset`),
      says: 'before RSET was',
      severity: 'warning',
    },
    'inside the mail data': {
      text: greeted(`${MAIL}${rcpt('b@x.test')}C: DATA\nS: 354 Go\nC: hello\n* error lost: reset`),
      says: 'inside the mail data',
    },
    'after the final dot': {
      text: greeted(`${MAIL}${rcpt('b@x.test')}${data('* error lost: reset')}`),
      says: 'may have been',
    },
    'after the final dot and the QUIT sent with it': {
      text: greeted(`${MAIL}${rcpt('b@x.test')}${data('C: QUIT\n* error lost: reset')}`),
      says: 'may have been',
    },
    'before the answers to a group with QUIT': {
      text: greeted('C: MAIL FROM:<a@x.test>\nC: RCPT TO:<b@x.test>\nC: QUIT\n* error lost: reset', 'PIPELINING'),
      says: 'before MAIL FROM was',
    },
    'the server closes in place of answering a group with QUIT': {
      text: greeted('C: MAIL FROM:<a@x.test>\nC: RCPT TO:<b@x.test>\nC: QUIT\n* closed by server', 'PIPELINING'),
      says: 'before MAIL FROM was',
    },
    'between two commands': { text: greeted(`${MAIL}* error lost: reset by ${'x'.repeat(200)}`), says: 'was lost' },
    'a timeout between two commands': { text: greeted(`${MAIL}* error timeout: 300 s`), says: 'timed out' },
    'no connection': { text: '--- session a ---\n* error connect: Connection refused\n', says: 'No connection' },
    'no connection, for no reason that we know': {
      text: '--- session a ---\n* error connect: what\n',
      says: 'No connection: what',
    },
    'before the greeting': { text: '* connected to mx.example.org\n* error timeout: 300 s\n', says: 'greeting' },
    'before the greeting, but the client has spoken': {
      text: '* connected to mx.example.org\nC: \n* error lost: reset\n',
    },
    'QUIT into the lost connection': { text: greeted(`${MAIL}* error lost: reset\nC: QUIT`), says: 'was lost' },
    'two errors, one finding': { text: greeted(`C: NOOP\n* error lost: reset\n* error timeout: 300 s`), says: 'NOOP' },
    'behind the final dot of a message without lines': {
      text: greeted(`${MAIL}${rcpt('b@x.test')}C: DATA\nS: 354 Go\n* error lost: reset`),
    },
    'the server closes after the final dot': {
      text: greeted(`${MAIL}${rcpt('b@x.test')}${data('* closed by server')}`),
      says: 'may have been',
    },
    'the server closes in place of its answers': {
      text: greeted(`${MAIL}C: RSET\nC: NOOP\n* closed by server`),
      says: 'before RSET was',
    },
    'nothing is known but the loss': { text: '--- session a ---\n* elided\n* error lost: reset\n', says: 'was lost' },
  },
  keepsQuiet: {
    'no mail server: reply.code tells that': 'S: SSH-2.0-x\n* error timeout: 300 s\n',
    'all of a group but its QUIT was answered': greeted(
      `${MAIL.replace(/S: .*\n/, '')}C: QUIT\nS: 250 2.1.0 Ok\n* error lost: reset`,
      'PIPELINING',
    ),
    'the client closes before the answer': greeted(`${MAIL}C: RSET\n* closed by client`),
    'the server closes behind its answer': greeted(`${MAIL}C: RSET\n${OK}* closed by server`),
    'closed by who knows whom': greeted(`${MAIL}${rcpt('b@x.test')}${data('* closed')}`),
    'closed at a dot that is not shown': greeted(
      `${MAIL}${rcpt('b@x.test')}C: DATA\nS: 354 Go\n* elided data\n* closed by server`,
    ),
    'QUIT behind the final dot': greeted(`${MAIL}${rcpt('b@x.test')}${data('C: QUIT\n* closed by client')}`),
    'after QUIT': greeted('C: QUIT\n* error lost: reset'),
    'after QUIT, and no reply is shown at all':
      'C: EHLO c.test\nC: MAIL FROM:<a@x.test>\nC: RCPT TO:<b@x.test>\nC: DATA\nC: hi\nC: .\nC: QUIT\n* error lost: reset\n',
    'after 221': greeted(`${QUIT}* error lost: reset`),
    'after the server said 421': greeted('C: NOOP\nS: 421 4.3.2 Bye\n* error lost: reset'),
    'the server says 421 about it': greeted('C: NOOP\n* error timeout: 300 s\nS: 421 4.4.2 Timeout'),
    'another error': greeted(`* error other: what\n${QUIT}`),
    'closed as it should be': greeted(`${QUIT}* closed by server`),
  },
});

const TWICE = 'C: RCPT TO:<b@x.test>\nS: 550 5.1.1 No\nC: RCPT TO:<b@x.test>\nS: 550 5.1.1 No\n';

near('delivery.repeated-command', {
  speaks: {
    'RCPT, others between': {
      text: greeted(
        `${MAIL}C: RCPT TO:<b@x.test>\nS: 550 5.1.1 No\n${rcpt('c@x.test')}C: RCPT TO:<b@x.test>\nS: 554 5.7.1 No\n${QUIT}`,
      ),
      severity: 'information',
      says: 'RCPT TO',
    },
    MAIL: {
      text: greeted(`C: MAIL FROM:<a@x.test>\nS: 550 5.7.1 No\nC: MAIL FROM:<a@x.test>\nS: 550 5.7.1 No\n${QUIT}`),
      says: 'MAIL FROM',
    },
  },
  keepsQuiet: {
    'refused for now': greeted(`${MAIL}${TWICE.replaceAll('550 5.1.1', '450 4.1.1')}${QUIT}`),
    'taken the second time': greeted(`${MAIL}${TWICE.replace(/550 5.1.1 No\n$/, '250 2.1.5 Ok\n')}${QUIT}`),
    'another transaction': greeted(
      `${MAIL}C: RCPT TO:<b@x.test>\nS: 550 5.1.1 No\nC: RSET\nS: 250 2.0.0 Ok\n${MAIL}C: RCPT TO:<b@x.test>\nS: 550 5.1.1 No\n${QUIT}`,
    ),
    'sent before the answer': greeted(
      `${MAIL}C: RCPT TO:<b@x.test>\nC: RCPT TO:<b@x.test>\nS: 550 5.1.1 No\nS: 550 5.1.1 No\n${QUIT}`,
    ),
    'another parameter': greeted(
      `${MAIL}C: RCPT TO:<b@x.test>\nS: 550 5.1.1 No\nC: RCPT TO:<b@x.test> NOTIFY=NEVER\nS: 550 5.1.1 No\n${QUIT}`,
      'DSN',
    ),
    'MAIL after AUTH': greeted(
      `C: MAIL FROM:<a@x.test>\nS: 550 5.7.1 No\nC: AUTH PLAIN ****\nS: 235 2.7.0 Ok\nC: MAIL FROM:<a@x.test>\nS: 550 5.7.1 No\n${QUIT}`,
      'AUTH PLAIN',
    ),
    'MAIL after 530': greeted(
      `C: MAIL FROM:<a@x.test>\nS: 530 5.7.0 No\nC: MAIL FROM:<a@x.test>\nS: 530 5.7.0 No\n${QUIT}`,
    ),
    'a command that is no mail': greeted('C: VRFY a\nS: 550 5.1.1 No\nC: VRFY a\nS: 550 5.1.1 No\n'),
  },
});

describe('a recipient that is refused twice', () => {
  test('is one refusal and one repetition', () =>
    assert.deepEqual(summary(greeted(`${MAIL.replace('250', '250 2.1.0')}${TWICE}C: RSET\nS: 250 2.0.0 Ok\n${QUIT}`)), [
      '10 warning delivery.recipient-refused',
      '11 information delivery.repeated-command',
    ]));
});

near('delivery.message-refused', {
  speaks: {
    'for good': { text: greeted(`${MAIL}${rcpt('b@x.test')}${data('S: 500 5.6.0 No\n')}${QUIT}`), severity: 'warning' },
    'for now': {
      text: greeted(`${MAIL}${rcpt('b@x.test')}${data('S: 400 4.6.0 No\n')}${QUIT}`),
      severity: 'information',
    },
    'DATA itself': { text: greeted(`${MAIL}${rcpt('b@x.test')}C: DATA\nS: 451 4.3.0 Later\n${QUIT}`) },
    'the last chunk': {
      text: greeted(`${MAIL}${rcpt('b@x.test')}C: BDAT 3 LAST\nC: x\nS: 554 5.6.0 No\n${QUIT}`, 'CHUNKING'),
    },
    'a message that the log does not show': {
      text: greeted(`${MAIL}${rcpt('b@x.test')}C: DATA\nS: 354 Go\n* elided data\nS: 554 5.6.0 No\n${QUIT}`),
    },
    'of several recipients in LMTP': {
      text: `S: 220 mx LMTP\nC: LHLO c\nS: 250 mx\n${MAIL}${rcpt('a@x.test')}${rcpt('b@x.test')}${data(`${OK}S: 452 4.2.2 Full\n`)}${QUIT}`,
      says: 'put off',
    },
  },
  keepsQuiet: {
    'all recipients were refused, which is told': greeted(
      `C: MAIL FROM:<a@example.com>\nC: RCPT TO:<b@example.org>\nC: DATA\nS: 250 2.1.0 Ok\nS: 550 5.1.1 No\nS: 354 Go\nC: .\nS: 554 5.5.1 No\n${QUIT}`,
    ),
    'a recipient': greeted(`${MAIL}${rcpt('b@x.test', '550 5.1.1 No')}${QUIT}`),
    taken: greeted(`${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`),
    'the server gives up inside the data': greeted(
      `${MAIL}${rcpt('b@x.test')}C: DATA\nS: 354 Go\nC: x\nS: 421 4.4.2 Timeout`,
    ),
  },
});

for (const [code, ask] of [
  ['delivery.recipient-refused', (reply: string) => `${MAIL}${rcpt('b@x.test', reply)}`],
  ['delivery.sender-refused', (reply: string) => `C: MAIL FROM:<a@example.com>\nS: ${reply}\n`],
] as const)
  near(code, {
    speaks: {
      'for good': { text: greeted(`${ask('550 5.7.1 No')}${QUIT}`), says: 'for good', severity: 'warning' },
      'for now': { text: greeted(`${ask('450 4.7.1 No')}${QUIT}`), says: 'put off', severity: 'information' },
    },
    keepsQuiet: {
      taken: greeted(`${ask('250 2.1.0 Ok')}${QUIT}`),
      'another command': greeted(`C: NOOP\nS: 550 5.7.1 No\nC: FOO\nS: 500 5.5.2 No\n* note\n${QUIT}`),
    },
  });

const TOO_MANY = '452 4.5.3 Error: too many recipients';
const taken = (count: number) => Array.from({ length: count }, (_, n) => rcpt(`r${n}@x.test`)).join('');
const secondRefused = (reply: string, ...offers: string[]) =>
  greeted(`${MAIL}${rcpt('a@x.test')}${rcpt('b@x.test', reply)}${QUIT}`, ...offers);

near('delivery.recipient-refused', {
  speaks: {
    'the hundredth': {
      text: greeted(`${MAIL}${taken(99)}${rcpt('b@x.test', TOO_MANY)}${QUIT}`),
      says: 'RCPT TO 100 of',
      severity: 'information',
    },
    'the hundredth, some refused': {
      text: greeted(`${MAIL}${taken(98)}${rcpt('a@x.test', TOO_MANY)}${QUIT}`),
      says: 'RCPT TO 99 of',
    },
    'one more than a hundred': {
      text: greeted(`${MAIL}${taken(100)}${rcpt('b@x.test', TOO_MANY)}${QUIT}`),
      says: 'put off (too many recipients): 452',
    },
    'with LIMITS that do not say it': { text: secondRefused(TOO_MANY, 'LIMITS MAILMAX=5'), says: 'RCPT TO 2 of' },
    '552 for it': { text: secondRefused('552 5.5.3 Too many recipients'), says: 'asks for 452', severity: 'warning' },
    'too many in some time': {
      text: secondRefused('452 4.5.3 Too many recipients received this hour'),
      says: 'put off (too many recipients): 452',
    },
    'from a client': {
      text: secondRefused('550 5.7.1 Error: too many recipients from 192.0.2.1'),
      says: 'for good (too many recipients): 550',
    },
    'no room': { text: secondRefused('452 4.3.1 Insufficient system storage'), says: 'put off (' },
    'by its rate': { text: secondRefused('450 4.7.1 Error: too many recipients'), says: 'put off (' },
    'where the EHLO is not shown': {
      text: `* elided\n${MAIL}${rcpt('a@x.test')}${rcpt('b@x.test', TOO_MANY)}${QUIT}`,
      says: 'put off (',
    },
    'where something is left out': {
      text: greeted(`${MAIL}${rcpt('a@x.test')}* elided\n${rcpt('b@x.test', TOO_MANY)}${QUIT}`),
      says: 'put off (',
    },
    'in LMTP': {
      text: `S: 220 mx LMTP\nC: LHLO c\nS: 250 mx\n${MAIL}${rcpt('b@x.test', TOO_MANY)}${QUIT}`,
      says: 'put off (',
    },
  },
  keepsQuiet: { 'over what LIMITS says': secondRefused(TOO_MANY, 'LIMITS RCPTMAX=1') },
});

near('delivery.service-refused', {
  speaks: {
    'for good': { text: 'S: 554 No\nC: QUIT\nS: 221 Bye\n', severity: 'warning' },
    'and the server does not wait for QUIT': { text: 'S: 554 No\n* closed by server\n', severity: 'warning' },
    'for now': { text: 'S: 450 Busy\nC: QUIT\nS: 221 Bye\n', severity: 'information' },
  },
  keepsQuiet: { 'a greeting': greeted(QUIT) },
});

/** Lines, each with a time of day before it. */
const at = (...lines: readonly (readonly [time: string, lines: string])[]) =>
  lines.map(([time, text]) => text.replace(/^(?=[CS*])/gm, `${time} `)).join('');
const RCPT_OPEN = `C: RCPT TO:<b@x.test>\n`;
const TIMEOUT = 'S: 421 4.4.2 mx.example.org Error: timeout exceeded\n';

near('delivery.service-closing', {
  speaks: {
    'sooner than five minutes': { text: at(['10:00:00', greeted(MAIL)], ['10:00:30', TIMEOUT]) },
    'after five minutes, by a clock without milliseconds': {
      text: at(['10:00:00', greeted(MAIL)], ['10:04:59', TIMEOUT]),
    },
    'soon, for another reason': { text: at(['10:00:00', greeted(MAIL)], ['10:00:30', 'S: 421 4.3.2 Shutting down\n']) },
    'soon, without times': { text: greeted(`${MAIL}${TIMEOUT}`) },
    'soon, as an answer': { text: at(['10:00:00', greeted(`${MAIL}${RCPT_OPEN}`)], ['10:00:30', TIMEOUT]) },
    'soon, in the handshake': {
      text: at(['10:00:00', greeted('C: STARTTLS\nS: 220 2.0.0 Go\n', 'STARTTLS')], ['10:00:30', TIMEOUT]),
    },
    'soon, behind what is left out': { text: at(['10:00:00', greeted(`${MAIL}* elided\n`)], ['10:00:30', TIMEOUT]) },
  },
  keepsQuiet: {},
});

near('delivery.connection-lost', {
  speaks: {
    'RCPT given up too soon': {
      text: at(['10:00:00', greeted(`${MAIL}${RCPT_OPEN}`)], ['10:01:00', '* error timeout: timed out\n']),
    },
    'DATA after two minutes': {
      text: at(
        ['10:00:00', greeted(`${MAIL}${rcpt('b@x.test')}C: DATA\n`)],
        ['10:02:00', '* error timeout: timed out\n'],
      ),
    },
    'the message given up too soon': {
      text: at(
        ['10:00:00', greeted(`${MAIL}${rcpt('b@x.test')}${data('')}`)],
        ['10:05:00', '* error timeout: timed out\n'],
      ),
    },
    'NOOP, for which nobody says how long': {
      text: at(['10:00:00', greeted('C: NOOP\n')], ['10:01:00', '* error timeout: timed out\n']),
    },
    'inside the data': {
      text: at(
        ['10:00:00', greeted(`${MAIL}${rcpt('b@x.test')}C: DATA\nS: 354 Go\nC: x\n`)],
        ['10:01:00', '* error timeout: timed out\n'],
      ),
    },
    'RCPT, lost soon': {
      text: at(['10:00:00', greeted(`${MAIL}${RCPT_OPEN}`)], ['10:01:00', '* error lost: reset\n']),
    },
  },
  keepsQuiet: {},
});

near('delivery.service-closing', {
  speaks: {
    'inside the mail data': {
      text: greeted(`${MAIL}${rcpt('b@x.test')}C: DATA\nS: 354 Go\nC: x\nS: 421 4.4.2 Timeout`),
      says: 'transaction',
    },
  },
  keepsQuiet: {
    'the answer to QUIT': greeted('C: QUIT\nS: 421 4.3.2 Bye'),
    'the answer to a message': greeted(`${MAIL}${rcpt('b@x.test')}${data('S: 421 4.3.2 Bye\n')}`),
    'the end': greeted(QUIT),
  },
});

near('delivery.refusal', {
  speaks: {
    'for good': { text: 'S: 220 mx.example.org\nS: 250 mx.example.org\nS: 550 5.1.1 No\n', severity: 'warning' },
    'for now': { text: 'S: 220 mx.example.org\nS: 250 mx.example.org\nS: 450 4.1.1 No\n', severity: 'information' },
    'the log begins behind the recipient': { text: `S: 550 5.1.1 No\n${QUIT}`, severity: 'warning' },
    'the log begins behind AUTH': { text: `S: 535 5.7.8 No\n${QUIT}`, severity: 'warning' },
    'the log has a gap before it': {
      text: greeted('C: NOOP\nS: 250 2.0.0 Ok\n* elided\nS: 550 5.1.1 No'),
      severity: 'warning',
    },
  },
  keepsQuiet: {
    'the client is shown': greeted('C: NOOP\nS: 250 2.0.0 Ok\nS: 550 5.1.1 No'),
    'the tool tells it as an error of its own': greeted(
      'C: NOOP\nS: 250 2.0.0 Ok\n* elided\nS: 500 5.5.1 No\n* error pipelining: result="500 5.5.1 No"',
    ),
    'behind a gap it may be another connection’s': greeted(
      'C: NOOP\nS: 250 2.0.0 Ok\n* elided, tls unknown\nS: 550 5.1.1 No',
    ),
    'the client is shown again behind a gap': greeted('* elided\nC: NOOP\nS: 250 2.0.0 Ok\nS: 550 5.1.1 No'),
    'a greeting that refuses': `S: 550 5.7.1 No service here\n${QUIT}`,
    'the end of the session': 'S: 220 mx.example.org\nS: 250 mx.example.org\nS: 421 Bye\n',
    'the order, of which another rule speaks': 'S: 220 mx.example.org\nS: 250 mx.example.org\nS: 503 No\n',
    'an acceptance': 'S: 220 mx.example.org\nS: 250 mx.example.org\nS: 354 Go\n',
  },
});

const event = (line: string) =>
  `--- session 4bX ---\n* delivery received queue=4bX from=<a@example.com>\n* delivery ${line}\n`;
const LONG = 'x'.repeat(201);
near('delivery.bounced', {
  speaks: {
    'expired, for a recipient': { text: event('expired queue=4bX to=<b@x.test> reason="too old"'), says: '<b@x.test>' },
    'expired, the whole message': {
      text: event('expired queue=4bX from=<a@example.com> reason="too old"'),
      says: 'goes back to <a@example.com>',
    },
    'for no reason': { text: event('bounced queue=4bX to=<b@x.test>') },
    'for a long reason': { text: event(`bounced queue=4bX to=<b@x.test> reason=${LONG}`), says: '…' },
    'for a reason of 200 characters': { text: event(`bounced queue=4bX to=<b@x.test> reason=${LONG.slice(1)}`) },
    'for a reason in other words than the log has': {
      text: event('bounced queue=4bX to=<b@x.test> reason="a \\"b\\""'),
    },
    'received nowhere': { text: '--- session 4bX ---\n* delivery bounced queue=4bX to=<b@x.test> reason=no\n' },
  },
  keepsQuiet: {
    sent: event('sent queue=4bX to=<b@x.test> code=250 reason="250 Ok"'),
    'an error of the tool': event('removed queue=4bX\n* error other: bounced'),
    'a dialogue': greeted(QUIT),
  },
});

near('delivery.deferred', {
  speaks: {
    'for a recipient': { text: event('deferred queue=4bX to=<b@x.test> code=450 reason=later'), says: '<b@x.test>' },
    'for all': { text: event('deferred queue=4bX reason="queue file"') },
  },
  keepsQuiet: { bounced: event('bounced queue=4bX to=<b@x.test> reason=no') },
});

near('delivery.rejected', {
  speaks: {
    'a recipient': {
      text: event('rejected client=c[192.0.2.7] to=<b@x.test> code=550 enhanced=4.1.1 reason=no'),
      says: '<b@x.test>',
      severity: 'warning',
    },
    'a client': { text: event('rejected client=c[192.0.2.7] enhanced=5.7.1 reason=no'), says: 'The client' },
    'for now': {
      text: event('rejected client=c[192.0.2.7] to=<b@x.test> enhanced=4.7.1 reason=no'),
      severity: 'information',
    },
    'for now, by the code': { text: event('rejected client=c[192.0.2.7] code=450 reason=no'), severity: 'information' },
  },
  keepsQuiet: {
    'what the client got wrong': event('rejected client=c[192.0.2.7] fault=pipelining reason=no'),
    received: '* delivery received queue=4bX client=c[192.0.2.7]\n* delivery received queue=4bX client=c[192.0.2.7]\n',
  },
});

near('delivery.server-warning', {
  speaks: {
    panic: { text: '* delivery warning reason="panic: what"\n', severity: 'warning' },
    'Sendmail’s SYSERR': { text: '* delivery warning reason="SYSERR(root): what"\n', severity: 'warning' },
    'an error of something else': {
      text: '* delivery warning reason="warning: it says error: what"\n',
      severity: 'information',
    },
    'a word within': { text: '* delivery warning reason="warning: no SYSERR"\n', severity: 'information' },
    'a name that does not match': {
      text: '* delivery warning reason="warning: hostname a.example does not resolve to address 192.0.2.7"\n',
      severity: 'hint',
    },
    'a name that does not match, as Postfix 2 wrote it': {
      text: '* delivery warning reason="warning: 192.0.2.7: hostname a.example verification failed"\n',
      severity: 'hint',
    },
    'an address without a name': {
      text: '* delivery warning reason="warning: 192.0.2.7: address not listed for hostname a.example"\n',
      severity: 'hint',
    },
    'a name in the middle': {
      text: '* delivery warning reason="its warning: hostname a.example"\n',
      severity: 'information',
    },
    'no reason': { text: '* delivery warning\n', severity: 'information' },
  },
  keepsQuiet: {
    'what the client got wrong': '* delivery warning fault=tls reason="SSL_accept error"\n',
    received: event('removed queue=4bX'),
  },
});

/** A session of NOOPs; each took so many seconds on the server, and on the client before it. */
function timed(server: readonly number[], client: readonly number[] = []): string {
  let now = 36_000;
  const at = () => new Date(now * 1000).toISOString().slice(11, 19);
  let text = `${at()} S: 220 mx.example.org\n${at()} C: EHLO c.example\n${at()} S: 250 mx.example.org\n`;
  for (const [index, seconds] of server.entries()) {
    now += client[index] ?? 0;
    text += `${at()} C: NOOP\n`;
    now += seconds;
    text += `${at()} S: 250 Ok\n`;
  }
  return `${text}${at()} C: QUIT\n${at()} S: 221 Bye\n`;
}

near('timing.slow-reply', {
  speaks: {
    'over the limit': { text: timed([301]), says: '5 min 1 s' },
    'far slower than the rest': { text: timed([1, 1, 20, 1, 1]), says: '20 s' },
    'the greeting': {
      text: '10:00:00 * connected to mx.example.org\n10:06:00 S: 220 mx.example.org\n',
      says: 'greeting',
    },
  },
  keepsQuiet: {
    'just the limit': timed([300]),
    'all equally slow': timed([20, 20, 20, 20, 20]),
    'a little slow': timed([0, 0, 9, 0, 0]),
    'nothing to compare with': timed([20]),
    'past midnight': '23:59:59 S: 220 mx.example.org\n23:59:59 C: NOOP\n00:00:01 S: 250 Ok\n',
    'no times': greeted(QUIT),
  },
});

near('timing.slow-client', {
  speaks: {
    'over the limit': { text: timed([0], [301]), says: '5 min 1 s' },
    'far slower than the rest': { text: timed([0, 0, 0, 0, 0], [0, 0, 45, 0, 0]), says: '45 s' },
  },
  keepsQuiet: {
    'just the limit': timed([0], [300]),
    'a person who types': timed([0, 0, 0, 0, 0], [20, 35, 20, 25, 40]),
    'the server is slow, not the client': timed([301]),
  },
});
