import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ParsedDocument } from '../../../server/src/features/parsedDocument';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const at = (second: number) => `30.11.2026 10:00:${String(second).padStart(2, '0')}`;
const LOG = `Stat Connected.
Recv ${at(1)}: 220 mx.test ESMTP<EOL>
Sent ${at(2)}: EHLO a.test<EOL>
Recv ${at(3)}: 250-mx.test<EOL>250-SIZE 10485760<EOL>250 8BIT
Recv ${at(3)}: MIME<EOL>
Sent ${at(4)}: MAIL FROM:<a@a.test><EOL>
Recv ${at(5)}: 250 2.1.0 Ok<EOL>
Sent ${at(6)}: RCPT TO:<b@b.test><EOL>
Recv ${at(7)}: 250 2.1.5 Ok<EOL>
Sent ${at(8)}: DATA<EOL>
Recv ${at(9)}: 354 End data with <CR><LF>.<CR><LF><EOL>
Sent ${at(10)}: From: <a@a.test><EOL>Date: Mon, 30 Nov 2026 10:00:00 +0100<EOL><EOL>220 pieces<EOL>
Sent ${at(11)}: .<EOL>
Recv ${at(12)}: 250 2.0.0 Ok<EOL>
Sent ${at(13)}: QUIT<EOL>
Recv ${at(14)}: 221 2.0.0 Bye<EOL>
Stat Disconnected.
`;
const READ = [
  '1 connect',
  '2 S 220',
  '3 C EHLO a.test',
  '4 S 250 ×3',
  '6 C MAIL FROM:<a@a.test>',
  '7 S 250',
  '8 C RCPT TO:<b@b.test>',
  '9 S 250',
  '10 C DATA',
  '11 S 354',
  '12 data 4 lines',
  '14 S 250',
  '15 C QUIT',
  '16 S 221',
  '17 close by unknown',
];
const findingsIn = (log: string) => new ParsedDocument(log).findings.map(({ rule }) => rule.code);

test('an entry holds lines and parts of lines', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'indy');
  assert.deepEqual(dump(LOG), READ);
  assert.deepEqual(findingsIn(LOG), []);
  assert.ok(rewrite(LOG, 7, 'server', '550 No').includes(`Recv ${at(5)}: 550 No<EOL>\n`));
  assert.ok(rewrite(LOG, 7, 'client', 'NOOP').includes(`Sent ${at(5)}: NOOP<EOL>\n`));
});

test('a server’s log, a program in German, and one without times', () => {
  const served = LOG.replaceAll(/^(?:Recv|Sent)/gm, (word) => (word === 'Recv' ? 'Sent' : 'Recv'));
  assert.deepEqual(dump(served), READ);
  const german = LOG.replaceAll(/^Recv/gm, 'Erh').replaceAll(/^Sent/gm, 'Ges');
  assert.deepEqual(dump(german.replace('Connected', 'Verbunden').replace('Disconnected', 'Verbindung getrennt')), READ);
  assert.deepEqual(dump(LOG.replaceAll(/^(Recv|Sent) [\d.]+ \d\d:\d\d:\d\d/gm, '$1 ')), READ);
});

test('one connection after the other, and what is out of order', () => {
  const [, greeting = '', hello = ''] = LOG.split('\n');
  const answer = `Recv ${at(3)}: 250 mx.test<EOL>`;
  const refused = [`Sent ${at(4)}: DATA<EOL>`, `Recv ${at(5)}: 503 5.5.1 No<EOL>`];
  const log = `${[greeting, hello, answer, ...refused, greeting, hello, answer].join('\n')}\n`;
  assert.equal(readTranscript(log).sessions.length, 2);
  assert.ok(findingsIn(log).includes('sequence.data-before-mail'));
});

test('a log that begins inside a login', () => {
  const log = `Recv ${at(1)}: 334 UGFzc3dvcmQ6<EOL>\nSent ${at(2)}: Z2VoZWlt<EOL>\nRecv ${at(3)}: 235 2.7.0 Ok<EOL>\nSent ${at(4)}: MAIL FROM:<a@a.test><EOL>\n`;
  assert.deepEqual(dump(log).slice(0, 1), ['1 connect (seen from the middle)']);
  assert.deepEqual(
    findingsIn(log).filter((code) => /^(?:reply|sequence)\./.test(code) && code !== 'sequence.unanswered-command'),
    [],
  );
});

test('its dialogues of other protocols are none of ours', () => {
  const log = `Stat Connected.
Recv ${at(1)}: +OK ready<EOL>
Sent ${at(2)}: USER anna<EOL>
Recv ${at(3)}: +OK<EOL>
Sent ${at(4)}: QUIT<EOL>
`;
  assert.equal(readTranscript(log).detection.dialect, undefined);
});
