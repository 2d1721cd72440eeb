import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const CONNECTED = 'posttls-finger: Connected to mx.test[192.0.2.1]:25\n';

test('its own words are nobody’s, though they begin like a command', () => {
  const log = `${CONNECTED}posttls-finger: < 220 mx\nposttls-finger: > EHLO a\nposttls-finger: < 502 no\nposttls-finger: EHLO rejected: 502 no\n`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'posttls-finger');
  assert.deepEqual(dump(log), ['1 connect mx.test:25', '2 S 220', '3 C EHLO a', '4 S 502']);
});

test('a server that is busy, and one that hangs up, are a log', () => {
  const busy = `${CONNECTED}posttls-finger: < 421 busy\nposttls-finger: SMTP service not available: 421 busy\n`;
  assert.deepEqual(dump(busy), ['1 connect mx.test:25', '2 S 421']);
  const lost = `${CONNECTED}posttls-finger: lost connection while reading server greeting\n`;
  assert.deepEqual(dump(lost), ['1 connect mx.test:25', '2 error lost: lost connection while reading server greeting']);
});

test('TLS from the first octet, and behind STARTTLS', () => {
  const tls =
    'posttls-finger: Untrusted TLS connection established to mx.test[192.0.2.1]:465: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)\n';
  const [session] = readTranscript(`${CONNECTED}${tls}posttls-finger: < 220 mx\n`).sessions;
  assert.equal(session?.after.tls, 'active');
});

test('without its dialogue, and in prose, it is no transcript', () => {
  for (const log of ['posttls-finger: name_mask: routine\n'.repeat(20), 'Run posttls-finger: > EHLO goes first.\n'])
    assert.equal(readTranscript(log).detection.dialect, undefined);
});
