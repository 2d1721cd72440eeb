import { insert, offering, pick, pointWhere, role, type Where } from '../change';
import type { ModelSession } from '../session';
import type { Mutation } from './mutation';

const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');

const FRESH = pointWhere(
  ({ hello, transaction, authenticated, offers }) =>
    hello !== undefined && transaction === 'none' && !authenticated && offers.length > 0,
);

/** Inside TLS nobody else reads along. */
const CLEAR: Where = (line, index, all) => FRESH(line, index, all) && !line.state.tls;

/** An authentication that the server offers. */
function attempting(rule: string, mechanism: string, texts: readonly string[], reported: number): Mutation {
  return {
    rule,
    mutate(session: ModelSession, random) {
      const point = pick(session, random, rule === 'auth.readable-user' ? CLEAR : FRESH);
      const ready = point === undefined ? undefined : offering(session, point, `AUTH ${mechanism}`);
      return ready === undefined
        ? undefined
        : { session: insert(ready.session, ready.at, texts), at: ready.at + reported };
    },
  };
}

const FAILED = 'S: 535 5.7.8 Authentication credentials invalid';

export const AUTH: readonly Mutation[] = [
  attempting(
    'auth.cancelled',
    'CRAM-MD5',
    ['C: AUTH CRAM-MD5', `S: 334 ${base64('<1@mx.example.org>')}`, 'C: *', 'S: 501 5.7.0 Authentication aborted'],
    2,
  ),
  attempting('auth.failed', 'SCRAM-SHA-256', ['C: AUTH SCRAM-SHA-256 ****', FAILED], 1),
  attempting(
    'auth.malformed-challenge',
    'LOGIN',
    ['C: AUTH LOGIN', 'S: 334 Username:', 'C: ****', 'S: 334 UGFzc3dvcmQ6', 'C: ****', FAILED],
    1,
  ),
  attempting(
    'auth.malformed-response',
    'LOGIN',
    ['C: AUTH LOGIN', 'S: 334 VXNlcm5hbWU6', 'C: alice@example.com', 'S: 501 5.5.2 Cannot decode response'],
    2,
  ),
  attempting(
    'auth.oauth-error',
    'XOAUTH2',
    [
      'C: AUTH XOAUTH2 ****',
      `S: 334 ${base64('{"status":"401","schemes":"bearer","scope":"https://mail.example.org/"}')}`,
      'C: ',
      FAILED,
    ],
    1,
  ),
  attempting(
    'auth.obsolete-mechanism',
    'DIGEST-MD5',
    ['C: AUTH DIGEST-MD5', `S: 334 ${base64('realm="example.org"')}`, 'C: ****', FAILED],
    0,
  ),
  attempting('auth.readable-secret', 'PLAIN', [`C: AUTH PLAIN ${base64('\0bob\0sesame-street')}`, FAILED], 0),
  attempting(
    'auth.readable-user',
    'CRAM-MD5',
    [
      'C: AUTH CRAM-MD5',
      `S: 334 ${base64('<1@mx.example.org>')}`,
      `C: ${base64('bob b913a602c7eda7a495b4e6e7334d3890')}`,
      FAILED,
    ],
    2,
  ),
  attempting(
    'auth.repeated',
    'SCRAM-SHA-256',
    ['C: AUTH SCRAM-SHA-256 ****', FAILED, 'C: AUTH SCRAM-SHA-256 ****', FAILED],
    2,
  ),
  {
    rule: 'auth.malformed-challenge',
    mutate(session, random) {
      const at = pick(
        session,
        random,
        role('auth-reply', ({ text }) => text.startsWith('S: 334 ')),
      );
      const line = at === undefined ? undefined : session.lines[at];
      if (at === undefined || line === undefined) return undefined;
      return { session: { ...session, lines: session.lines.with(at, { ...line, text: 'S: 334 go on, please' }) }, at };
    },
  },
];
