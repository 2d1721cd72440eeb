import { cut, edit, insert, next, pick, pointWhere, role } from '../change';
import { editing, inserting, type Mutation } from './mutation';

const STARTABLE = pointWhere(
  ({ hello, tls, transaction, offers }) =>
    hello !== undefined && hello !== 'HELO' && !tls && transaction === 'none' && offers.includes('STARTTLS'),
);
const ANSWERED = (line: { role: string; text: string }) =>
  line.role === 'starttls-reply' && line.text.startsWith('S: 220 ');

export const TLS: readonly Mutation[] = [
  editing('tls.old-version', role('tls'), () => '* tls TLSv1 ECDHE-RSA-AES256-SHA'),
  editing(
    'tls.unverified',
    role('tls'),
    () => '* tls TLSv1.3 TLS_AES_256_GCM_SHA384 certificate verify failed: self-signed certificate',
  ),
  editing('tls.weak-cipher', role('tls'), () => '* tls TLSv1.2 RC4-SHA'),
  inserting(
    'tls.starttls-refused',
    STARTABLE,
    ['C: STARTTLS', 'S: 454 4.7.0 TLS not available due to local problem'],
    1,
  ),
  inserting('tls.starttls-argument', STARTABLE, ['C: STARTTLS now', 'S: 501 5.5.4 No parameters allowed']),
  inserting(
    'tls.rewritten-offer',
    (line, index, all) =>
      all[0]?.text.includes('ESMTP') === true &&
      line.role === 'hello-reply' &&
      line.text.startsWith('S: 250 ') &&
      all[index - 1]?.role === 'hello-reply' &&
      !line.state.tls &&
      all[index - 1]?.text.startsWith('S: 250-') === true,
    ['S: 250-XXXXXXXA'],
  ),
  {
    rule: 'tls.required',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) =>
          line.role === 'mail' &&
          line.quiet &&
          !line.state.tls &&
          all[index + 1]?.role === 'mail-reply' &&
          all[index + 1]?.text.charAt(6) === ' ',
      );
      return at === undefined
        ? undefined
        : { session: edit(session, at + 1, () => 'S: 530 5.7.0 Must issue a STARTTLS command first'), at };
    },
  },
  {
    rule: 'tls.offered-in-tls',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) =>
          line.role === 'hello-reply' &&
          line.state.tls &&
          line.text.startsWith('S: 250 ') &&
          all[index - 1]?.role === 'hello-reply' &&
          all[index - 1]?.text.startsWith('S: 250-') === true,
      );
      return at === undefined ? undefined : { session: insert(session, at, ['S: 250-STARTTLS']), at };
    },
  },
  {
    rule: 'tls.failed',
    mutate(session) {
      const at = next(session, 0, role('tls'));
      return at === undefined
        ? undefined
        : { session: insert(cut(session, at), at, ['* error tls: handshake failure']), at };
    },
  },
  {
    rule: 'tls.injection',
    mutate(session) {
      const at = next(session, 0, ANSWERED);
      const command = next(session, 0, role('starttls'));
      if (at === undefined || command === undefined) return undefined;
      return { session: insert(session, command + 1, ['C: NOOP']), at: command + 1 };
    },
  },
  {
    rule: 'tls.fallback',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        (line, index, all) =>
          STARTABLE(line, index, all) && line.role === 'mail' && all[index + 1]?.text.startsWith('S: 250') === true,
      );
      return at === undefined
        ? undefined
        : {
            session: insert(session, at, ['C: STARTTLS', 'S: 454 4.7.0 TLS not available due to local problem']),
            at: at + 2,
          };
    },
  },
];
