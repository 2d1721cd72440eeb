import { edit, IDLE, insert, pick, role } from '../change';
import { type ModelLine, offered } from '../session';
import { editing, inserting, type Mutation } from './mutation';

/** A reply of one line to a command that was waited for. */
const single =
  (wanted: ModelLine['role'], holds: (line: ModelLine) => boolean = () => true) =>
  (line: ModelLine, index: number, all: readonly ModelLine[]) =>
    line.role === wanted &&
    line.text.charAt(6) === ' ' &&
    all[index - 1]?.quiet === true &&
    all[index - 1]?.text.startsWith('C: ') === true &&
    holds(line);
const speaks = ({ state }: ModelLine) => offered(state, 'ENHANCEDSTATUSCODES');
const noop = (rule: string, reply: string) => inserting(rule, IDLE, ['C: NOOP', reply], 1);

export const REPLY: readonly Mutation[] = [
  noop('reply.code', 'S: 650 Ok'),
  noop('reply.code', 'S: 299 Ok'),
  noop('reply.code', 'S: 25 Ok'),
  noop('reply.line-too-long', `S: 250 2.0.0 ${'Ok '.repeat(200)}fine`),
  noop('reply.no-text', 'S: 250'),
  noop('reply.non-ascii', 'S: 250 2.0.0 Très bien'),
  inserting('reply.multiline', IDLE, ['C: NOOP', 'S: 250-2.0.0 Noted', 'S: 251 2.0.0 Ok'], 2),
  inserting('reply.command-refused', IDLE, ['C: VRFY alice', 'S: 502 5.5.1 VRFY command is disabled'], 1),
  inserting('reply.no-mailbox', IDLE, ['C: VRFY alice', 'S: 250 2.1.5 Ok'], 1),
  editing('reply.bad-sequence', single('mail-reply'), () => 'S: 503 5.5.4 Authentication required'),
  editing('reply.contradiction', single('rcpt-reply'), () => 'S: 550 5.7.1 Greylisted, try again later'),
  editing('reply.enhanced-class', single('mail-reply', speaks), () => 'S: 250 5.1.0 Ok'),
  editing('reply.enhanced-missing', single('mail-reply', speaks), () => 'S: 250 Ok'),
  editing(
    'reply.enhanced-unregistered',
    single('mail-reply', speaks),
    () => 'S: 550 5.7.606 Access denied, banned sending IP',
  ),
  {
    rule: 'reply.offers-after-helo',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) =>
          line.role === 'hello-reply' &&
          line.text.startsWith('S: 250 ') &&
          all[index - 1]?.text.startsWith('C: HELO') === true,
      );
      if (at === undefined) return undefined;
      const several = edit(session, at, (text) => text.replace('S: 250 ', 'S: 250-'));
      return { session: insert(several, at + 1, ['S: 250 SIZE 1000000']), at: at + 1 };
    },
  },
  editing('reply.out-of-place', single('rcpt-reply'), () => 'S: 354 Go ahead'),
  editing('reply.unlisted-code', single('mail-reply'), () => 'S: 200 2.1.0 Ok'),
  editing(
    'reply.enhanced-in-hello',
    (line, index) => index === 0 && line.text.startsWith('S: 220 '),
    (text) => text.replace('220 ', '220 2.0.0 '),
  ),
  editing(
    'reply.greeting-domain',
    (line, index) => index === 0 && line.text.startsWith('S: 220 '),
    () => 'S: 220 ESMTP ready',
  ),
  {
    rule: 'reply.hostname-changes',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        role('hello-reply', ({ text }) => text.startsWith('S: 250')),
      );
      const first =
        at === undefined
          ? -1
          : session.lines.slice(0, at + 1).findLastIndex(({ role: each }) => each !== 'hello-reply') + 1;
      const line = session.lines[first];
      if (line === undefined || first < 1) return undefined;
      return {
        session: {
          ...session,
          lines: session.lines.with(first, {
            ...line,
            text: line.text.replace('mx.example.org', 'backend7.example.net'),
          }),
        },
        at: first,
      };
    },
  },
  inserting(
    'reply.ehlo-keyword',
    (line, index, all) =>
      line.role === 'hello-reply' &&
      line.text.startsWith('S: 250 ') &&
      all[index - 1]?.role === 'hello-reply' &&
      all[index - 1]?.text.startsWith('S: 250-') === true,
    ['S: 250-MAX_SIZE=1000000'],
  ),
  {
    rule: 'reply.after-closing',
    mutate(session) {
      const at = session.lines.findLastIndex(
        ({ role: each, text }) => each === 'quit-reply' && text.startsWith('S: 221 '),
      );
      return at < 0 ? undefined : { session: insert(session, at + 1, ['S: 250 2.0.0 Ok']), at: at + 1 };
    },
  },
];
