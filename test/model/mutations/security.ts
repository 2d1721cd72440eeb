import { edit, IDLE, pick, pointWhere } from '../change';
import type { ModelLine } from '../session';
import { editing, inserting, type Mutation } from './mutation';

const CLEAR = pointWhere(
  ({ hello, tls, offers, transaction, authenticated }) =>
    hello !== undefined && !tls && !authenticated && transaction === 'none' && offers.length > 0,
);
const STRANGER = pointWhere(
  ({ hello, transaction, authenticated }) => hello !== undefined && transaction === 'none' && !authenticated,
);
const IN_MAIL = pointWhere(({ transaction }) => transaction === 'mail' || transaction === 'recipients');
const FAILED = 'S: 535 5.7.8 Authentication credentials invalid';

export const SECURITY: readonly Mutation[] = [
  inserting(
    'security.address-disclosed',
    STRANGER,
    ['C: VRFY alice', 'S: 250 2.1.5 Alice Example <alice@example.org>'],
    1,
  ),
  inserting('security.cleartext-credentials', CLEAR, [
    `C: AUTH PLAIN ${Buffer.from('\0bob\0sesame-street').toString('base64')}`,
    FAILED,
  ]),
  inserting('security.line-break-injection', IDLE, [
    'C: MAIL FROM:<alice@example.com>␍RCPT TO:<victim@example.net>',
    'S: 501 5.1.7 Bad sender address syntax',
  ]),
  inserting(
    'security.address-harvesting',
    IN_MAIL,
    Array.from({ length: 12 }, (_, index) => [
      `C: RCPT TO:<guess${index}@example.org>`,
      'S: 550 5.1.1 User unknown',
    ]).flat(),
  ),
  inserting(
    'security.password-guessing',
    CLEAR,
    Array.from({ length: 12 }, () => ['C: AUTH SCRAM-SHA-256 ****', FAILED]).flat(),
  ),
  editing(
    'security.version-banner',
    (line, index) => index === 0 && line.text.startsWith('S: 220 '),
    () => 'S: 220 mx.example.org ESMTP Sendmail 8.17.1/8.17.1',
  ),
  {
    rule: 'security.open-relay',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        ({ role: each, quiet, state }, index, all) =>
          each === 'rcpt' &&
          quiet &&
          !state.authenticated &&
          all[index + 1]?.text.startsWith('S: 250') === true &&
          all[index - 1]?.state.transaction !== 'chunks' &&
          !hasNoSender(all, index),
      );
      if (at === undefined || session.lmtp) return undefined;
      return { session: edit(session, at, (text) => text.replace(/<.*?>/, '<bob%elsewhere.test@example.org>')), at };
    },
  },
];

function hasNoSender(lines: readonly ModelLine[], at: number): boolean {
  return (
    lines
      .slice(0, at)
      .findLast(({ role: each }) => each === 'mail')
      ?.text.includes('<>') === true
  );
}
