import { cut, edit, insert, next, pick, role } from '../change';
import type { ModelLine } from '../session';
import { editing, type Mutation } from './mutation';

const BEFORE_DOT = role('dot');
const dataLine = (rule: string, text: string): Mutation => ({
  rule,
  mutate(session, random) {
    const at = pick(session, random, BEFORE_DOT);
    return at === undefined ? undefined : { session: insert(session, at, [text, 'C: and on']), at };
  },
});
const LAST_CHUNK = role('bdat', ({ text }) => text.endsWith(' LAST'));

export const FRAMING: readonly Mutation[] = [
  dataLine('framing.bare-cr', 'C: a progress bar: 10%␍20%␍30%'),
  dataLine('framing.bare-lf', 'C: one line␊'),
  dataLine('framing.dot-stuffing', 'C: .bashrc is the file'),
  dataLine('framing.long-line', `C: ${'y'.repeat(1100)}`),
  dataLine('framing.nul', 'C: cut␀here'),
  {
    rule: 'framing.smuggling',
    mutate(session, random) {
      const at = pick(session, random, BEFORE_DOT);
      if (at === undefined) return undefined;
      const smuggled = [
        'C: nothing to see␊',
        'C: .',
        'C: MAIL FROM:<admin@example.com>',
        'C: RCPT TO:<bob@example.org>',
        'C: DATA',
        'C: Subject: trust me',
        'C: ',
      ];
      return { session: insert(session, at, smuggled), at: at + 1 };
    },
  },
  {
    rule: 'framing.no-end-of-data',
    mutate(session, random) {
      const at = pick(session, random, (line, index, all) => line.role === 'dot' && all[index - 1]?.role === 'message');
      return at === undefined
        ? undefined
        : { session: insert(cut(session, at), at, ['* closed by client']), at: at - 1 };
    },
  },
  {
    rule: 'framing.early-data',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) =>
          line.role === 'data' &&
          line.quiet &&
          all[index + 1]?.text.startsWith('S: 354 ') === true &&
          all[index + 2]?.role === 'message',
      );
      const dot = at === undefined ? -1 : session.lines.findIndex((line, index) => index > at && line.role === 'dot');
      const goAhead = at === undefined ? undefined : session.lines[at + 1];
      if (at === undefined || goAhead === undefined || dot < 0) return undefined;
      const lines = session.lines.toSpliced(dot + 1, 0, goAhead).toSpliced(at + 1, 1);
      return { session: { ...session, timed: false, lines: lines.map(({ time: _, ...line }) => line) }, at: at + 1 };
    },
  },
  {
    rule: 'framing.bdat-octets',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) => LAST_CHUNK(line, index, all) && all[index + 1]?.role === 'chunk',
      );
      return at === undefined
        ? undefined
        : { session: edit(session, at, (text) => text.replace(/\d+/, (count) => String(Number(count) + 500))), at };
    },
  },
  editing('framing.bdat-size', LAST_CHUNK, (text) => text.replace(/BDAT \d+/, 'BDAT -5')),
  {
    rule: 'framing.bdat-no-last',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) => LAST_CHUNK(line, index, all) && !session.lmtp && endsWithQuit(all, index),
      );
      const quit = at === undefined ? undefined : next(session, at, role('quit'));
      if (at === undefined || quit === undefined) return undefined;
      return { session: edit(session, at, (text) => text.replace(' LAST', '')), at: quit };
    },
  },
];

/** The chunk is the last thing that is said, and is taken. */
function endsWithQuit(lines: readonly ModelLine[], from: number): boolean {
  const rest = lines.slice(from + 1).filter(({ role: each }) => each !== 'chunk');
  const reply = rest.findIndex(({ role: each }) => each !== 'bdat-reply');
  return rest[reply]?.role === 'quit' && rest.slice(0, reply).every(({ text }) => text.startsWith('S: 250'));
}
