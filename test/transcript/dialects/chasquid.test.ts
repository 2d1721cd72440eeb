import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `2026-11-24 20:54:51.940885 . conn.go:178        SMTP.Conn 127.0.0.1:56562: Connected, mode: SMTP
2026-11-24 20:54:51.942545 . conn.go:241        SMTP.Conn 127.0.0.1:56562: -> EHLO vm
2026-11-24 20:54:51.942622 . conn.go:294        SMTP.Conn 127.0.0.1:56562: <- 250  mx - Your \\"hour\\".\\n8BITMIME\\nHELP\\n
2026-11-24 20:54:51.942623 . conn.go:241        SMTP.Conn 127.0.0.1:56562: -> AUTH <redacted>
2026-11-24 20:54:51.942624 . conn.go:294        SMTP.Conn 127.0.0.1:56562: <- 235  2.7.0 ok
2026-11-24 20:54:52.091814 . conn.go:241        SMTP.Conn 127.0.0.1:56562: -> DATA 
2026-11-24 20:54:52.091868 . conn.go:630        SMTP.Conn 127.0.0.1:56562: <- 354  You experience a strange sense of peace
2026-11-24 20:54:52.092053 . conn.go:657        SMTP.Conn 127.0.0.1:56562: -> ... 251 bytes of data
2026-11-24 20:54:52.092446 . conn.go:294        SMTP.Conn 127.0.0.1:56562: <- 451  4.3.0 Failed to queue message
2026-11-24 20:54:52.092456 _ conn.go:298        SMTP.Conn 127.0.0.1:56562: error: DATA failed: 451  4.3.0 Failed to queue message
2026-11-24 20:54:52.092667 . conn.go:241        SMTP.Conn 127.0.0.1:56562: -> QUIT 
`;

test('a reply of several lines is one record', () => {
  const { detection, utterances } = readTranscript(LOG);
  assert.equal(detection.dialect?.id, 'chasquid');
  assert.deepEqual(dump(LOG), [
    '1 connect 127.0.0.1',
    '2 C EHLO vm',
    '3 S 250 ×3',
    '4 C AUTH <redacted>',
    '5 S 235',
    '6 C DATA',
    '7 S 354',
    '8 data ? lines',
    '9 S 451',
    '11 close by server',
    '11 C QUIT',
  ]);
  const replies = utterances.filter((each) => each.text.startsWith('250'));
  assert.deepEqual(
    replies.map(({ text }) => text),
    ['250-mx - Your "hour".', '250-8BITMIME', '250 HELP'],
  );
  const help = replies[2];
  assert.equal(LOG.split('\n')[2]?.slice(help?.start, help?.end), 'HELP');
});

test('other parts of chasquid: not this format', () => {
  assert.equal(readTranscript('. aliases.go:190 Alias.Exists bob@example.test: lookup\n').detection.dialect, undefined);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 9, 'server', '250 2.0.0 ok'))[8], '9 S 250');
});

test('what came in place of a handshake is no command, so nothing answers it', () => {
  const log = `. conn.go:178        SMTP.Conn 127.0.0.1:49282: Connected, mode: SMTP
. conn.go:241        SMTP.Conn 127.0.0.1:49282: -> STARTTLS 
. conn.go:984        SMTP.Conn 127.0.0.1:49282: <- 220  You experience a strange sense of peace
. conn.go:294        SMTP.Conn 127.0.0.1:49282: <- 554  5.5.0 Error in TLS handshake: tls: first record does not look like a TLS handshake
`;
  const shown = dump(log);
  assert.deepEqual(shown.slice(0, 3), ['1 connect 127.0.0.1', '2 C STARTTLS', '3 S 220']);
  assert.match(shown[3] ?? '', /^4 .*tls/);
});
