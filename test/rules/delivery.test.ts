/** Outcomes and times: partly delivered, tried again, slow. */
import { delivered, QUIT } from '../../server/src/rules/exampleSessions';
import { greeted, near } from '../helpers/near';

const MAIL = 'C: MAIL FROM:<a@example.com>\nS: 250 Ok\n';
const rcpt = (address: string, reply = '250 Ok') => `C: RCPT TO:<${address}>\nS: ${reply}\n`;
const data = (reply: string) => `C: DATA\nS: 354 Go\nC: hello\nC: .\n${reply}`;
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
  },
  keepsQuiet: {
    'all taken': greeted(`${MAIL}${rcpt('x@example.org')}${rcpt('b@example.org')}${data(OK)}${QUIT}`),
    'none taken': greeted(
      `${MAIL}${rcpt('x@example.org', '550 5.1.1 No')}${rcpt('b@example.org')}${data('S: 554 5.6.0 No\n')}${QUIT}`,
    ),
    'given up': greeted(`${MAIL}${rcpt('x@example.org', '550 5.1.1 No')}${rcpt('b@example.org')}C: RSET\n${OK}${QUIT}`),
  },
});

near('delivery.repeated-attempt', {
  speaks: {
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
  },
  keepsQuiet: {
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
    'two good messages': two(`${delivered()}${QUIT}`, `${delivered()}${QUIT}`),
    'the answer is only missing in the log': two(
      `${MAIL}${rcpt('b@x.test')}${data('')}`,
      `${MAIL}${rcpt('b@x.test')}${data(OK)}${QUIT}`,
    ),
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
