import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';
import { rewrite } from '../../helpers/rewrite';

const A = '192.0.2.10     [2B3C] 10:15:00 ';
const B = '203.0.113.7    [1F04] 10:15:00 ';

const LOG = `${A}Connected
${B}Client session Connected
${A}>>> 220 mx.example.org ESMTP ready
${B}<<< 220 mx.example.net ESMTP ready
${A}<<< EHLO client.example.net
${B}>>> EHLO mx.example.org
${A}>>> 250 mx.example.org
${B}<<< 250 mx.example.net
${A}<<< MAIL FROM:<a@example.org>
${A}>>> 250 2.1.0 Sender OK
${B}>>> QUIT
${A}<<< RCPT TO:<b@example.net>
${A}>>> 250 2.1.5 Recipient OK
${B}<<< 221 2.0.0 Bye
${B}Client session Disconnected
${A}<<< DATA
${A}>>> 354 Start mail input; end with <CRLF>.<CRLF>
${A}>>> 250 2.6.0 Queued as 4F2A1
${A}<<< QUIT
${A}>>> 221 2.0.0 Bye
${A}*** <a@example.org> <b@example.net> 1 348 00:00:00 OK 4F2A1
${A}Disconnected
`;

test('both kinds of session, interleaved', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'icewarp');
  assert.deepEqual(dump(LOG), [
    'session 192.0.2.10 [2B3C]/1',
    '1 connect 192.0.2.10',
    '3 S 220',
    '5 C EHLO client.example.net',
    '7 S 250',
    '9 C MAIL FROM:<a@example.org>',
    '10 S 250',
    '12 C RCPT TO:<b@example.net>',
    '13 S 250',
    '16 C DATA',
    '17 S 354',
    '- data ? lines',
    '18 S 250',
    '19 C QUIT',
    '20 S 221',
    '22 close by unknown',
    'session 203.0.113.7 [1F04]/2',
    '2 connect 203.0.113.7',
    '4 S 220',
    '6 C EHLO mx.example.org',
    '8 S 250',
    '11 C QUIT',
    '14 S 221',
    '15 close by unknown',
  ]);
  assert.deepEqual(summary(LOG), []);
});

test('older versions with a date, and a log that begins inside', () => {
  const dated = LOG.replace(/\] 10:15:00/g, '] Mon, 30 Nov 2026 10:15:00 +0100');
  assert.deepEqual(dump(dated), dump(LOG));
  const inside = LOG.split('\n').slice(4).join('\n');
  assert.ok(dump(inside).includes('2 C EHLO mx.example.org'), dump(inside).join('\n'));
});

test('a session that ends in a message', () => {
  const lost = LOG.replace(/.*Queued as[\s\S]*OK 4F2A1\n/, `${A}*** <a@example.org> 0 0 00:00:00 ERROR\n`);
  assert.deepEqual(summary(lost), ['19 warning delivery.connection-lost']);
});

test('who stands behind an arrow depends on the session', () => {
  assert.ok(rewrite(LOG, 5, 'server', '250 ok').includes(`${A}>>> 250 ok\n`));
  assert.ok(rewrite(LOG, 6, 'server', '250 ok').includes(`${B}<<< 250 ok\n`));
});
