/** The rules of the group `auth`, and what counts as a readable secret. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QUIT } from '../../server/src/rules/exampleSessions';
import { fixed, greeted, near, summary } from '../helpers/near';

const auth = (lines: string) => greeted(`${lines}${QUIT}`, 'AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2 NTLM SCRAM-SHA-256');
const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
const plain = base64('\0alice\0wonderland');
const OK = 'S: 235 2.7.0 Ok\n';
const BAD = 'S: 535 5.7.8 No\n';
const login = (user: string, password: string, end = OK) =>
  auth(`C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: ${user}\nS: 334 UGFzc3dvcmQ6\nC: ${password}\n${end}`);

near('auth.malformed-response', {
  speaks: {
    'a name in the clear': {
      text: auth('C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: alice\nS: 501 5.5.2 No\n'),
      says: 'LOGIN',
    },
    'without padding': { text: auth('C: AUTH PLAIN AGFiYwBk=\nS: 501 5.5.2 No\n'), severity: 'error' },
  },
  keepsQuiet: {
    redacted: auth('C: AUTH PLAIN <redacted>\nS: 501 5.5.2 No\n'),
    'masked with letters': auth('C: AUTH PLAIN xxxxxxxxx\nS: 501 5.5.2 No\n'),
    'accepted, so it stands for something else': auth(`C: AUTH PLAIN alice-wonderland\n${OK}`),
    'another reason': auth(`C: AUTH PLAIN alice-wonderland\n${BAD}`),
    'an empty initial response': auth('C: AUTH PLAIN =\nS: 501 5.5.2 No\n'),
    cancelled: auth('C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: *\nS: 501 5.7.0 Aborted\n'),
  },
});

test('a response that is no base64: one finding', () => {
  const found = summary(auth('C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\nC: alice\nS: 501 5.5.2 No\n'));
  assert.deepEqual(
    found.filter((each) => / (?:error|warning) /.test(each)),
    ['10 error auth.malformed-response'],
  );
});

near('auth.malformed-challenge', {
  speaks: {
    words: { text: auth(`C: AUTH LOGIN\nS: 334 Username:\nC: ****\n${OK}`), severity: 'warning' },
    Microsoft: { text: auth(`C: AUTH NTLM\nS: 334 NTLM supported\nC: ****\n${OK}`), severity: 'information' },
  },
  keepsQuiet: {
    base64: login('****', '****'),
    empty: auth(`C: AUTH PLAIN\nS: 334 \nC: ****\n${OK}`),
    redacted: auth(`C: AUTH LOGIN\nS: 334 <authentication response>\nC: ****\n${OK}`),
  },
});

near('auth.cancelled', {
  speaks: {
    '501': { text: auth('C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\nC: *\nS: 501 5.7.0 Aborted\n'), severity: 'information' },
    hidden: {
      text: auth('C: AUTH PLAIN\nS: 334 \nC: <redacted>\nS: 501 Authentication aborted\n'),
      severity: 'information',
    },
  },
  keepsQuiet: {
    'a mask that is one asterisk': auth(`C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\nC: *\n${OK}`),
    'hidden, and no word of giving up': auth('C: AUTH PLAIN\nS: 334 \nC: <redacted>\nS: 501 5.5.2 Cannot decode\n'),
  },
});

near('auth.repeated', {
  speaks: { twice: { text: auth(`C: AUTH PLAIN ****\n${BAD}C: AUTH PLAIN ****\n${BAD}`), says: '2 attempts' } },
  keepsQuiet: {
    'another mechanism': auth(`C: AUTH PLAIN ****\n${BAD}C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\nC: ****\n${BAD}`),
    'the second time it works': auth(`C: AUTH PLAIN ****\n${BAD}C: AUTH PLAIN ****\n${OK}`),
    'so often that it is guessing': auth(`C: AUTH PLAIN ****\n${BAD}`.repeat(5)),
  },
});

near('auth.obsolete-mechanism', {
  speaks: {
    'CRAM-MD5': { text: auth(`C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\nC: ****\n${OK}`), severity: 'hint' },
    NTLM: { text: auth(`C: AUTH NTLM ****\n${OK}`), severity: 'information' },
  },
  keepsQuiet: { SCRAM: auth(`C: AUTH SCRAM-SHA-256 ****\n${OK}`), LOGIN: login('****', '****') },
});

const oauth = (json: string) => auth(`C: AUTH XOAUTH2 ****\nS: 334 ${base64(json)}\nC: \n${BAD}`);
near('auth.oauth-error', {
  speaks: {
    status: {
      text: oauth('{"status":"401","schemes":"bearer","scope":"https:\\/\\/mail.example\\/"}'),
      says: '401, scope https://mail.example/',
    },
    'without a scope': { text: oauth('{ "status" : "invalid_token" }'), says: 'invalid_token' },
  },
  keepsQuiet: {
    'another challenge': oauth('hello'),
    'not readable': auth(`C: AUTH XOAUTH2 ****\nS: 334 ****\nC: \n${BAD}`),
  },
});

near('auth.readable-user', {
  speaks: {
    'CRAM-MD5 in the clear': {
      text: auth(`C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\nC: ${base64('alice 0123')}\n${OK}`),
      severity: 'hint',
    },
  },
  keepsQuiet: {
    redacted: auth(`C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\nC: ****\n${OK}`),
    'PLAIN, where the password is readable, too': auth(`C: AUTH PLAIN ${plain}\n${OK}`),
  },
});

near('auth.readable-secret', {
  speaks: {
    PLAIN: { text: auth(`C: AUTH PLAIN ${plain}\n${OK}`), severity: 'information' },
    'PLAIN after 334': { text: auth(`C: AUTH PLAIN\nS: 334 \nC: ${plain}\n${OK}`) },
    LOGIN: { text: login(base64('alice'), base64('wonderland')) },
    XOAUTH2: {
      text: auth(`C: AUTH XOAUTH2 ${base64('user=a\u0001auth=Bearer ya29.abcdefgh\u0001\u0001')}\n${OK}`),
      says: 'token',
    },
  },
  keepsQuiet: {
    asterisks: auth(`C: AUTH PLAIN ****\n${OK}`),
    'a mask that was encoded': auth(`C: AUTH PLAIN ${base64('\0alice\0/* secret */')}\n${OK}`),
    'a password that is not shown': login(base64('alice'), '****'),
    'an answer that gives nothing away': auth(`C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\nC: ${base64('alice 0123')}\n${OK}`),
  },
});

test('the fix writes over the secret alone, and what it leaves reads as redacted', () => {
  const before = login(base64('alice'), base64('wonderland'));
  const after = fixed(before, 'auth.readable-secret');
  assert.equal(after, before.replace(`C: ${base64('wonderland')}`, 'C: ****'));
  assert.ok(!summary(after ?? '').some((each) => each.includes('auth.readable-secret')));
  const inline = auth(`C: AUTH PLAIN ${plain}\n${OK}`);
  assert.equal(fixed(inline, 'auth.readable-secret'), inline.replace(plain, '****'));
});

near('security.cleartext-credentials', {
  speaks: {
    'though STARTTLS was asked for': {
      text: greeted(
        `C: MAIL FROM:<a@example.com>\nS: 530 5.7.0 Must issue a STARTTLS command first\nC: AUTH PLAIN ****\n${OK}${QUIT}`,
        'STARTTLS',
        'AUTH PLAIN',
      ),
      says: 'asked for STARTTLS',
    },
  },
  keepsQuiet: { 'an answer that gives nothing away': auth(`C: AUTH CRAM-MD5\nS: 334 PDFAeD4=\nC: ****\n${OK}`) },
});
