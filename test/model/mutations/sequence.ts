import { cut, edit, IDLE, insert, isCommandPoint, next, pick, pointWhere, remove, role, type Where } from '../change';
import { type ModelLine, type ModelSession, offered } from '../session';
import { inserting, type Mutation } from './mutation';

const OPEN = pointWhere(({ transaction }) => transaction === 'mail' || transaction === 'recipients');
const FIRST_HELLO: Where = (line, index, all) =>
  line.role === 'hello' && line.quiet && !all.slice(0, index).some(({ role: each }) => each === 'hello');
const BAD = (what: string) => `S: 503 5.5.1 ${what}`;

/** Makes the line at `at` follow its predecessor's command at once: its reply comes after both. */
function pipelined(session: ModelSession, at: number): ModelSession | undefined {
  const command = session.lines[at];
  const before = session.lines.slice(0, at).findLastIndex(({ text }) => text.startsWith('C: '));
  if (command === undefined || before < 0) return undefined;
  const lines = session.lines.toSpliced(at, 1).toSpliced(before + 1, 0, command);
  return { ...session, timed: false, lines: lines.map(({ time: _, ...line }) => line) };
}

function waitsFor(command: ModelLine['role'], before: ModelLine['role'], holds: (line: ModelLine) => boolean): Where {
  return (line, index, all) => line.role === command && line.quiet && all[index - 1]?.role === before && holds(line);
}

export const SEQUENCE: readonly Mutation[] = [
  inserting('sequence.auth-before-hello', FIRST_HELLO, ['C: AUTH PLAIN ****', BAD('Send EHLO first')]),
  inserting('sequence.before-hello', FIRST_HELLO, ['C: MAIL FROM:<alice@example.com>', BAD('Send hello first')]),
  inserting(
    'sequence.auth-in-transaction',
    pointWhere(
      ({ transaction, hello, authenticated }) => transaction === 'recipients' && hello !== 'HELO' && !authenticated,
    ),
    ['C: AUTH PLAIN ****', BAD('Not inside a transaction')],
  ),
  inserting(
    'sequence.auth-twice',
    pointWhere(({ authenticated, transaction }) => authenticated && transaction === 'none'),
    ['C: AUTH PLAIN ****', BAD('Already authenticated')],
  ),
  inserting('sequence.data-before-mail', IDLE, ['C: DATA', BAD('Need MAIL')]),
  inserting('sequence.rcpt-before-mail', IDLE, ['C: RCPT TO:<bob@example.org>', BAD('Need MAIL')]),
  inserting(
    'sequence.data-without-recipients',
    pointWhere(({ transaction, accepted }) => transaction === 'mail' && accepted === 0),
    ['C: DATA', 'S: 554 5.5.1 No valid recipients'],
  ),
  inserting('sequence.nested-mail', OPEN, ['C: MAIL FROM:<mallory@example.com>', BAD('Nested MAIL')]),
  inserting(
    'sequence.starttls-in-tls',
    pointWhere(({ tls, hello, transaction }) => tls && hello !== undefined && transaction === 'none'),
    ['C: STARTTLS', BAD('TLS is up')],
  ),
  inserting(
    'sequence.starttls-in-transaction',
    pointWhere(({ tls, transaction, hello }) => !tls && hello !== 'HELO' && transaction === 'recipients'),
    ['C: STARTTLS', BAD('Not inside a transaction')],
  ),
  inserting(
    'sequence.bdat-mixed',
    pointWhere(({ transaction }) => transaction === 'chunks'),
    ['C: DATA', BAD('Not after BDAT')],
  ),
  // After a message of LMTP it is taken for one of its answers.
  inserting('sequence.unasked-reply', (line, index, all) => IDLE(line, index, all) && line.state.hello !== 'LHLO', [
    'S: 250 2.0.0 Ok',
  ]),
  {
    rule: 'sequence.bdat-after-last',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) =>
          isCommandPoint(line) &&
          all[index - 1]?.text.startsWith('S: 250') === true &&
          all[index - 1]?.role === 'bdat-reply' &&
          line.state.transaction === 'none',
      );
      return at === undefined
        ? undefined
        : { session: insert(session, at, ['C: BDAT 2 LAST', 'C: ', BAD('Need MAIL')]), at };
    },
  },
  {
    rule: 'sequence.unanswered-command',
    mutate(session, random) {
      const at = pick(session, random, (line, index, all) => IDLE(line, index, all) && !line.state.tls);
      return at === undefined
        ? undefined
        : { session: insert(session, at, ['C: STARTTLS', 'C: QUIT', 'S: 221 2.0.0 Bye']), at };
    },
  },
  {
    rule: 'sequence.unanswered-command',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) =>
          line.role === 'dot' &&
          all[index - 1]?.role === 'message' &&
          all[index + 1]?.role === 'message-reply' &&
          all[index + 2]?.text === 'C: QUIT' &&
          all[index + 2]?.quiet === true &&
          all[index + 3]?.text.startsWith('S: 221 ') === true,
      );
      return at === undefined ? undefined : { session: remove(session, at + 1), at };
    },
  },
  {
    rule: 'sequence.after-quit',
    mutate(session) {
      const at = session.lines.findLastIndex(
        ({ role: each, text }) => each === 'quit-reply' && text.startsWith('S: 221 '),
      );
      return at < 0 ? undefined : { session: insert(cut(session, at + 1), at + 1, ['C: NOOP']), at: at + 1 };
    },
  },
  {
    rule: 'sequence.after-closing',
    mutate(session, random) {
      const at = pick(session, random, IDLE);
      return at === undefined
        ? undefined
        : {
            session: insert(cut(session, at), at, ['C: NOOP', 'S: 421 4.3.2 mx.example.org Shutting down', 'C: NOOP']),
            at: at + 2,
          };
    },
  },
  {
    rule: 'sequence.after-refused-greeting',
    mutate(session) {
      const at = next(session, 0, role('hello'));
      if (at !== 1) return undefined;
      return { session: edit(session, 0, () => 'S: 554 mx.example.org No SMTP service here'), at };
    },
  },
  {
    rule: 'sequence.before-greeting',
    mutate(session) {
      const at = next(session, 0, role('hello'));
      const hello = at === undefined ? undefined : session.lines[at];
      if (at === undefined || hello === undefined) return undefined;
      const lines = [hello, ...session.lines.toSpliced(at, 1)];
      return { session: { ...session, timed: false, lines: lines.map(({ time: _, ...line }) => line) }, at: 0 };
    },
  },
  {
    rule: 'sequence.command-in-data',
    mutate(session, random) {
      const at = pick(session, random, (line, index, all) => line.role === 'dot' && all[index - 1]?.role === 'message');
      if (at === undefined) return undefined;
      return {
        session: insert(cut(session, at), at, [
          'C: MAIL FROM:<alice@example.com>',
          'C: RCPT TO:<bob@example.org>',
          'C: QUIT',
        ]),
        at,
      };
    },
  },
  {
    rule: 'sequence.data-after-refusal',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) =>
          line.role === 'data-reply' && line.text.startsWith('S: 354 ') && all[index + 1]?.role === 'message',
      );
      return at === undefined
        ? undefined
        : { session: edit(session, at, () => 'S: 451 4.3.0 Local error in processing'), at: at + 1 };
    },
  },
  {
    rule: 'sequence.ehlo-in-lmtp',
    mutate(session, random) {
      const at = session.lmtp ? pick(session, random, IDLE) : undefined;
      if (at === undefined) return undefined;
      return { session: insert(session, at, ['C: EHLO client.example.com', 'S: 500 5.5.1 Unknown command']), at };
    },
  },
  {
    rule: 'sequence.lhlo-in-smtp',
    mutate(session, random) {
      const at = session.lines[0]?.text.includes('ESMTP')
        ? pick(
            session,
            random,
            role('hello', ({ text }) => /EHLO/i.test(text)),
          )
        : undefined;
      return at === undefined
        ? undefined
        : { session: insert(session, at, ['C: LHLO client.example.com', 'S: 500 5.5.2 Command not recognised']), at };
    },
  },
  {
    rule: 'sequence.hello-refused',
    mutate(session) {
      const at = next(
        session,
        0,
        role('hello', ({ text }) => /EHLO|LHLO/i.test(text)),
      );
      const mail = at === undefined ? undefined : next(session, at, role('mail'));
      if (
        at === undefined ||
        mail === undefined ||
        session.lines
          .slice(at + 1, mail)
          .some(({ role: each }) => each === 'hello' || each === 'auth' || each === 'starttls')
      )
        return undefined;
      const after = next(session, at + 1, ({ role: each }) => each !== 'hello-reply') ?? at + 1;
      const refused = insert(remove(session, at + 1, after - at - 1), at + 1, ['S: 502 5.5.1 Command not implemented']);
      return { session: refused, at: mail - (after - at - 1) + 1 };
    },
  },
  {
    rule: 'sequence.lmtp-replies',
    mutate(session, random) {
      if (!session.lmtp) return undefined;
      const at = pick(
        session,
        random,
        (line, index, all) =>
          line.role === 'message-reply' &&
          line.text.startsWith('S: 250 ') &&
          all[index - 1]?.role === 'message-reply' &&
          all[index - 1]?.text.charAt(6) === ' ' &&
          all[index + 1]?.role !== 'message-reply',
      );
      return at === undefined ? undefined : { session: insert(session, at + 1, ['S: 250 2.0.0 Ok']), at };
    },
  },
  {
    rule: 'sequence.no-ehlo-after-starttls',
    mutate(session) {
      const tls = next(session, 0, role('tls'));
      if (tls === undefined) return undefined;
      const after = next(session, tls + 1, ({ role: each }) => each !== 'hello' && each !== 'hello-reply');
      const mail = after === undefined ? undefined : next(session, after, role('mail'));
      if (
        after === undefined ||
        mail === undefined ||
        session.lines.slice(after, mail).some(({ role: each }) => each === 'auth')
      )
        return undefined;
      return { session: remove(session, tls + 1, after - tls - 1), at: mail - (after - tls - 1) };
    },
  },
  {
    rule: 'sequence.no-quit',
    mutate(session) {
      const at = next(session, 0, role('quit'));
      const last =
        at === undefined ? -1 : session.lines.slice(0, at).findLastIndex(({ text }) => text.startsWith('S: '));
      return at === undefined || last !== at - 1
        ? undefined
        : { session: insert(cut(session, at), at, ['* closed by client']), at: last };
    },
  },
  {
    rule: 'sequence.pipelining-not-offered',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        waitsFor('rcpt', 'mail-reply', ({ state }) => !offered(state, 'PIPELINING')),
      );
      const changed = at === undefined ? undefined : pipelined(session, at);
      const where = changed?.lines.findIndex(
        ({ role: each, text }, index) =>
          each === 'rcpt' && text === session.lines[at ?? 0]?.text && changed.lines[index - 1]?.role === 'mail',
      );
      return changed === undefined || where === undefined || where < 0 ? undefined : { session: changed, at: where };
    },
  },
  {
    rule: 'sequence.pipelining-past-sync',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        waitsFor('mail', 'hello-reply', ({ state }) => offered(state, 'PIPELINING')),
      );
      const changed = at === undefined ? undefined : pipelined(session, at);
      const where = changed?.lines.findIndex(
        ({ role: each }, index) => each === 'mail' && changed.lines[index - 1]?.role === 'hello',
      );
      return changed === undefined || where === undefined || where < 0 ? undefined : { session: changed, at: where };
    },
  },
];
