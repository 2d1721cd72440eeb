import { edit, insert, offering, pick, pointWhere, role } from '../change';
import { type ModelLine, offered, parametersOf } from '../session';
import { editing, inserting, type Mutation } from './mutation';

const lacks = (keyword: string) => role('mail', ({ state }) => state.hello !== 'HELO' && !offered(state, keyword));
const has = (keyword: string) => role('mail', ({ state }) => offered(state, keyword));
const more = (parameter: string) => (text: string) => `${text} ${parameter}`;
const withoutBody = (text: string) => text.replace(/ BODY=\w+/, '');

export const EXTENSION: readonly Mutation[] = [
  inserting(
    'extension.not-announced',
    pointWhere((state) => state.hello === 'EHLO' && state.transaction === 'none' && !offered(state, 'EXPN')),
    ['C: EXPN staff', 'S: 250 2.1.5 <alice@example.org>'],
  ),
  editing('extension.not-offered', lacks('SIZE'), more('SIZE=100')),
  editing(
    'extension.not-offered',
    role(
      'mail',
      ({ state, text }) =>
        state.hello !== 'HELO' &&
        !offered(state, '8BITMIME') &&
        !offered(state, 'BINARYMIME') &&
        !text.includes('BODY='),
    ),
    more('BODY=8BITMIME'),
  ),
  editing('extension.not-offered', lacks('DSN'), more('RET=HDRS')),
  editing('extension.not-offered', lacks('SMTPUTF8'), more('SMTPUTF8')),
  editing('extension.not-offered', lacks('DELIVERBY'), more('BY=120;R')),
  editing('extension.not-offered', lacks('FUTURERELEASE'), more('HOLDFOR=60')),
  editing('extension.not-offered', lacks('MT-PRIORITY'), more('MT-PRIORITY=3')),
  editing('extension.not-offered', lacks('REQUIRETLS'), more('REQUIRETLS')),
  editing(
    'extension.not-offered',
    role('rcpt', ({ state }) => state.hello !== 'HELO' && !offered(state, 'DSN')),
    more('NOTIFY=NEVER'),
  ),
  editing(
    'extension.not-offered',
    role('rcpt', ({ state }) => state.hello !== 'HELO' && !offered(state, 'RRVS')),
    more('RRVS=2014-04-03T23:01:00Z'),
  ),
  editing('extension.parameter', has('SIZE'), more('SIZE=10k')),
  editing(
    'extension.parameter',
    role('mail', ({ state, text }) => offered(state, 'DSN') && !text.includes('RET=')),
    more('RET=SOME'),
  ),
  editing(
    'extension.size-exceeded',
    role('mail', ({ state }) => parametersOf(state, 'SIZE')[0] === '10240000'),
    more('SIZE=99999999'),
  ),
  {
    rule: 'extension.size-mismatch',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) => has('SIZE')(line, index, all) && nextRole(all, index, 'message') !== undefined,
      );
      return at === undefined ? undefined : { session: edit(session, at, more('SIZE=9000000')), at };
    },
  },
  editing(
    'extension.utf8-address',
    role('mail', ({ state, text }) => offered(state, 'SMTPUTF8') && !text.includes(' SMTPUTF8')),
    (text) => text.replace(/<.*>/, '<rené@example.com>'),
  ),
  {
    rule: 'extension.eight-bit-data',
    mutate(session, random) {
      const at = pick(session, random, (line, index, all) => {
        const mail = all.slice(0, index).findLast((each) => each.role === 'mail');
        return (
          line.role === 'dot' &&
          line.state.hello !== 'HELO' &&
          !offered(line.state, '8BITMIME') &&
          mail !== undefined &&
          !all.slice(0, index).some(({ role: each, text }) => each === 'message' && /[^\x00-\x7f]/.test(text))
        );
      });
      return at === undefined ? undefined : { session: insert(session, at, ['C: Grüße']), at };
    },
  },
  {
    rule: 'extension.binary-with-data',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) =>
          line.role === 'mail' && offered(line.state, 'BINARYMIME') && nextRole(all, index, 'dot') !== undefined,
      );
      const data = at === undefined ? undefined : nextRole(session.lines, at, 'data');
      if (at === undefined || data === undefined) return undefined;
      return { session: edit(session, at, (text) => `${withoutBody(text)} BODY=BINARYMIME`), at: data };
    },
  },
  {
    rule: 'extension.limits',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) => line.role === 'rcpt' && offered(line.state, 'LIMITS') && isSecondAccepted(all, index),
      );
      const offer =
        at === undefined
          ? -1
          : session.lines.slice(0, at).findLastIndex(({ text }) => text.includes('LIMITS RCPTMAX=100'));
      if (at === undefined || offer < 0) return undefined;
      return { session: edit(session, offer, (text) => text.replace('RCPTMAX=100', 'RCPTMAX=1')), at };
    },
  },
  editing(
    'extension.small-size',
    ({ role: each, text }, index, all) =>
      each === 'hello-reply' &&
      /^S: 250[ -]SIZE/.test(text) &&
      all.slice(index).some((line) => line.text.startsWith('C: ')) &&
      !all.some((line) => line.text.startsWith('C: LHLO')),
    (text) => text.replace(/SIZE.*/, 'SIZE 60000'),
  ),
  {
    rule: 'extension.unused-starttls',
    mutate(session) {
      const at = session.lines.findIndex(({ role: each, state }) => each === 'mail' && !state.tls);
      const answer = nextRole(session.lines, at, 'mail-reply');
      if (at < 0 || session.lmtp || answer === undefined || !session.lines[answer]?.text.startsWith('S: 250'))
        return undefined;
      return session.lines[at]?.state.authenticated ? undefined : offering(session, at, 'STARTTLS');
    },
  },
  {
    rule: 'extension.unused-ehlo',
    mutate(session) {
      const at = session.lines.findIndex(({ role: each }) => each === 'hello');
      const hello = session.lines[at];
      if (!session.lines[0]?.text.includes('ESMTP') || hello?.text.toUpperCase().startsWith('C: EHLO') !== true)
        return undefined;
      const after = session.lines.findIndex(({ role: each }, index) => index > at && each !== 'hello-reply');
      const lines = session.lines.toSpliced(at + 1, after - at - 1, {
        ...hello,
        role: 'hello-reply',
        text: 'S: 250 mx.example.org',
      });
      return { session: edit({ ...session, lines }, at, (text) => text.replace(/EHLO/i, 'HELO')), at };
    },
  },
];

/** The next line of a role, in the same transaction as the line at `from`. */
function nextRole(lines: readonly ModelLine[], from: number, wanted: ModelLine['role']): number | undefined {
  for (let at = from + 1; at < lines.length; at++) {
    const each = lines[at];
    if (each?.role === wanted) return at;
    if (each?.role === 'mail' || each?.role === 'bdat' || each?.text.startsWith('C: RSET')) return undefined;
  }
  return undefined;
}

/** The recipient after the first, where the one before it was accepted before this one was sent. */
function isSecondAccepted(lines: readonly ModelLine[], index: number): boolean {
  return lines[index]?.quiet === true && lines[index]?.state.accepted === 1;
}
