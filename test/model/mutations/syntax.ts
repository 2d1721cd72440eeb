import { edit, IDLE, next, pointWhere, role } from '../change';
import { editing, inserting, type Mutation } from './mutation';

const OPEN = pointWhere(({ transaction }) => transaction === 'mail' || transaction === 'recipients');
const bad = (rule: string, command: string, reply = 'S: 501 5.5.4 Syntax error') =>
  inserting(rule, IDLE, [`C: ${command}`, reply]);

export const SYNTAX: readonly Mutation[] = [
  bad('syntax.address', 'MAIL FROM:<alice@@example.com>'),
  bad('syntax.address', 'MAIL FROM:<alice@example..com>'),
  bad('syntax.address-length', `MAIL FROM:<${'a'.repeat(70)}@example.com>`),
  bad('syntax.command', 'VRFY'),
  inserting('syntax.empty-recipient', OPEN, ['C: RCPT TO:<>', 'S: 501 5.1.3 Bad recipient address']),
  editing(
    'syntax.hello-argument',
    role('hello', ({ text }) => !/HELO/i.test(text)),
    (text) => text.replace(/ \S+$/, ' my_host'),
  ),
  editing('syntax.hello-argument', role('hello'), (text) => text.replace(/ \S+$/, ' 192.0.2.1')),
  bad('syntax.line-too-long', `NOOP ${'x'.repeat(600)}`, 'S: 500 5.5.2 Line too long'),
  bad('syntax.non-ascii', 'VRFY rené', 'S: 501 5.5.4 Syntax error'),
  bad('syntax.obsolete-verb', 'SEND FROM:<alice@example.com>', 'S: 502 5.5.1 Not implemented'),
  bad('syntax.unknown-verb', 'HALO mx', 'S: 500 5.5.2 Command not recognised'),
  editing('syntax.path', role('mail'), (text) => text.replace('FROM:<', 'FROM: <')),
  editing('syntax.path', role('rcpt'), (text) => text.replace(/<([^">]*)>/, '$1')),
  editing('syntax.source-route', role('rcpt'), (text) => text.replace('TO:<', 'TO:<@relay.example.net:')),
  editing('syntax.trailing-space', role('quit'), (text) => `${text} `),
  editing('syntax.unexpected-argument', role('data'), (text) => `${text} now`),
  editing(
    'syntax.unexpected-argument',
    role('other', ({ text }) => text === 'C: RSET'),
    (text) => `${text} all`,
  ),
  {
    rule: 'syntax.other-protocol',
    mutate(session) {
      const at = next(session, 0, role('hello'));
      if (at === undefined) return undefined;
      return { session: edit(session, at, () => 'C: GET / HTTP/1.1'), at };
    },
  },
];
