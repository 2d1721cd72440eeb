import { cut, insert, pick, pointWhere, role } from '../change';
import type { ModelLine } from '../session';
import { editing, inserting, type Mutation } from './mutation';

const isOne = (code: number) => (line: ModelLine) => line.text.startsWith(`S: ${code} `);
const first = (wanted: ModelLine['role']) => (line: ModelLine, index: number, all: readonly ModelLine[]) =>
  line.role === wanted && line.text.charAt(6) === ' ' && all[index - 1]?.role !== wanted;

/** The command that a reply answers, in a session in which each waits for it. */
function answered(rule: string, command: ModelLine['role'], reply: string): Mutation {
  return {
    rule,
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) =>
          line.role === command &&
          line.quiet &&
          first(`${command}-reply` as ModelLine['role'])(all[index + 1] ?? line, index + 1, all),
      );
      const line = at === undefined ? undefined : session.lines[at + 1];
      if (at === undefined || line === undefined) return undefined;
      return { session: { ...session, lines: session.lines.with(at + 1, { ...line, text: reply }) }, at: at + 1 };
    },
  };
}

const NOBODY = ['C: RCPT TO:<nobody@example.org>', 'S: 550 5.1.1 User unknown'];

export const DELIVERY: readonly Mutation[] = [
  answered('delivery.sender-refused', 'mail', 'S: 550 5.1.8 Sender address rejected: Domain not found'),
  answered('delivery.recipient-refused', 'rcpt', 'S: 550 5.1.1 User unknown'),
  editing(
    'delivery.message-refused',
    (line, index, all) =>
      role('message-reply', isOne(250))(line, index, all) &&
      all[index - 1]?.role === 'dot' &&
      line.state.hello !== 'LHLO',
    () => 'S: 550 5.7.1 Message contains spam or virus',
  ),
  inserting(
    'delivery.repeated-command',
    pointWhere(({ transaction }) => transaction === 'mail' || transaction === 'recipients'),
    [...NOBODY, ...NOBODY],
    2,
  ),
  {
    rule: 'delivery.partly-delivered',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) =>
          line.role === 'rcpt' &&
          line.quiet &&
          line.state.accepted === 1 &&
          first('rcpt-reply')(all[index + 1] ?? line, index + 1, all) &&
          all[index + 1]?.text.startsWith('S: 250') === true,
      );
      const dot =
        at === undefined
          ? -1
          : session.lines.findIndex(
              ({ role: each }, index) => index > at && (each === 'dot' || each === 'mail' || each === 'bdat'),
            );
      const reply = session.lines[dot + 1];
      const line = at === undefined ? undefined : session.lines[at + 1];
      if (
        at === undefined ||
        line === undefined ||
        session.lmtp ||
        session.lines[dot]?.role !== 'dot' ||
        reply?.text.startsWith('S: 250 ') !== true
      )
        return undefined;
      return {
        session: { ...session, lines: session.lines.with(at + 1, { ...line, text: 'S: 550 5.1.1 User unknown' }) },
        at: dot + 1,
      };
    },
  },
  {
    rule: 'delivery.service-refused',
    mutate: (session) => ({
      session: cut(
        {
          ...session,
          lines: session.lines.with(0, {
            ...(session.lines[0] as ModelLine),
            text: 'S: 554 mx.example.org No SMTP service here',
          }),
        },
        1,
      ),
      at: 0,
    }),
  },
  {
    rule: 'delivery.service-closing',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) => line.role === 'rcpt' && line.quiet && all[index + 1]?.role === 'rcpt-reply',
      );
      if (at === undefined) return undefined;
      return {
        session: insert(cut(session, at + 1), at + 1, [
          'S: 421 4.3.2 mx.example.org System not accepting network messages',
        ]),
        at: at + 1,
      };
    },
  },
  {
    rule: 'delivery.connection-lost',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line) => line.role === 'rcpt' || line.role === 'mail' || line.role === 'message',
      );
      return at === undefined
        ? undefined
        : { session: insert(cut(session, at + 1), at + 1, ['* error lost: Connection reset by peer']), at: at + 1 };
    },
  },
];
