import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAll } from '../../../server/src/rules/judge';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const DIALOGUE = `sending client hello... === starting smtp STARTTLS dialog ===
=== reading banner ... ===
S: 220 mx.example.org ESMTP
=== full read finished ===
received server greeting
C: EHLO testssl.sh plus lf
sent EHLO
=== we'll have to search for "^250[ -]STARTTLS" pattern ===
S: 250-mx.example.org
one_line: 250-mx.example.org
S: 250-STARTTLS
^^^^^^^ that's what we were looking for ===
S: 250 HELP
C: STARTTLS plus lf
initiated STARTTLS
S: 220 2.0.0 Ready
=== finished smtp STARTTLS dialog with 0 ===
`;

test('each dialogue is a session, without what the script says for itself', () => {
  const log = `${DIALOGUE}S: 250 of nothing\n${DIALOGUE}`;
  const { detection, sessions } = readTranscript(log);
  assert.equal(detection.dialect?.id, 'testssl');
  assert.equal(sessions.length, 2);
  assert.deepEqual(dump(DIALOGUE), [
    '1 connect',
    '3 S 220',
    '6 C EHLO testssl.sh',
    '9 S 250 ×3',
    '14 C STARTTLS',
    '16 S 220',
    '17 gap',
  ]);
  assert.deepEqual(judgeAll(sessions), []);
});

test('a dialogue of IMAP is not for us', () => {
  const imap = `=== starting imap STARTTLS dialog ===
S: * OK [CAPABILITY IMAP4rev1 STARTTLS] ready.
C: a001 CAPABILITY plus lf
S: * CAPABILITY IMAP4rev1 STARTTLS
S: a001 OK done.
C: a002 STARTTLS plus lf
S: a002 OK Begin TLS negotiation now.
=== finished imap STARTTLS dialog with 0 ===
`;
  assert.equal(readTranscript(imap).detection.dialect, undefined);
});
