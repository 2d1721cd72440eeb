import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `#Software: Microsoft Internet Information Services 5.0
#Version: 1.0
#Date: 2006-10-09 05:00:15
#Fields: date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status sc-win32-status sc-bytes cs-bytes time-taken cs-version cs-host cs(User-Agent) cs(Cookie) cs(Referer) 
2006-10-09 05:00:15 192.0.2.106 36A42160 SMTPSVC1 MEE-PDC 192.168.1.2 0 HELO - +36A42160 250 0 48 13 0 SMTP - - - -
2006-10-09 05:00:16 192.0.2.106 36A42160 SMTPSVC1 MEE-PDC 192.168.1.2 0 MAIL - +FROM:+<sender@partner.test> 250 0 57 45 0 SMTP - - - -
2006-10-09 05:00:16 192.0.2.106 36A42160 SMTPSVC1 MEE-PDC 192.168.1.2 0 RCPT - +TO:+<user@example.test> 250 0 29 27 0 SMTP - - - -
2006-10-09 05:00:19 192.0.2.106 36A42160 SMTPSVC1 MEE-PDC 192.168.1.2 0 DATA - +<4F5002F2.860022@partner.test> 250 0 108 1399 1922 SMTP - - - -
2006-10-09 05:00:19 192.0.2.106 36A42160 SMTPSVC1 MEE-PDC 192.168.1.2 0 QUIT - 36A42160 240 6219 68 4 0 SMTP - - - -
2006-10-09 05:00:50 192.168.1.22 REDBARRON SMTPSVC1 MEE-PDC 192.168.1.2 0 EHLO - +REDBARRON 250 0 275 14 93 SMTP - - - -
2006-10-09 05:00:50 192.168.1.22 REDBARRON SMTPSVC1 MEE-PDC 192.168.1.2 0 MAIL - +FROM:<syslog@example.test> 250 0 47 34 0 SMTP - - - -
2006-10-09 05:00:50 192.168.1.22 REDBARRON SMTPSVC1 MEE-PDC 192.168.1.2 0 RCPT - +TO:<admin@example.test> 250 0 31 28 0 SMTP - - - -
2006-10-09 05:00:50 192.168.1.22 REDBARRON SMTPSVC1 MEE-PDC 192.168.1.2 0 DATA - <MEE-PDCccSN00ktmzmV00001e06@mee-pdc.example.test> 250 0 132 2413 531 SMTP - - - -
2006-10-09 05:00:50 192.168.1.22 REDBARRON SMTPSVC1 MEE-PDC 192.168.1.2 0 QUIT - REDBARRON 240 1015 68 4 0 SMTP - - - -
2006-10-09 05:01:04 198.51.100.99 - SMTPSVC1 MEE-PDC 192.168.1.2 0 xxxx - +rr.test 500 0 32 11 0 SMTP - - - -
2006-10-09 05:01:04 198.51.100.99 - SMTPSVC1 MEE-PDC 192.168.1.2 0 QUIT - - 240 375 68 4 16 SMTP - - - -
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'iis-w3c');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session in 192.0.2.106 36A42160/1',
    '5 C HELO 36A42160',
    '5 S 250',
    '6 C MAIL FROM: <sender@partner.test>',
    '6 S 250',
    '7 C RCPT TO: <user@example.test>',
    '7 S 250',
    '8 C DATA',
    '8 data ? lines',
    '8 S 250',
    '9 close by client',
    '9 C QUIT',
    'session in 192.168.1.22 REDBARRON/2',
    '10 C EHLO REDBARRON',
    '10 S 250 cut',
    '11 C MAIL FROM:<syslog@example.test>',
    '11 S 250',
    '12 C RCPT TO:<admin@example.test>',
    '12 S 250',
    '13 C DATA',
    '13 data ? lines',
    '13 S 250',
    '14 close by client',
    '14 C QUIT',
    'session in 198.51.100.99 -/3',
    '15 C xxxx rr.test',
    '15 S 500',
    '16 close by client',
    '16 C QUIT',
  ]);
});

test('the log of the web server: not this format', () => {
  assert.notEqual(
    readTranscript(
      '#Software: Microsoft Internet Information Services 10.0\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port sc-status\n2024-03-01 10:00:00 192.0.2.1 GET /index.html - 80 200\n',
    ).detection.dialect?.id,
    'iis-w3c',
  );
});

test('a line that it writes reads as what was said', () => {
  const dialect = dialectById('iis-w3c');
  assert.ok(dialect);
  const lines = LOG.split(/(?<=\n)/).map((text, number) => lineAt(text, 0, text.length, number));
  const peelers = detectPeelers(lines, dialect);
  const { utterances } = readTranscript(LOG);
  const said = utterances.find(({ speaker, text }) => speaker === 'client' && text.startsWith('EHLO'));
  assert.ok(said);
  const line = lines[said.line];
  assert.ok(line);
  const like = peel(line, peelers);
  const written = line.text.slice(0, like.from) + dialect.write('client', 'NOOP', like);
  const again = readTranscript([...lines.slice(0, said.line + 1).map(({ text }) => text), written].join('\n'), dialect);
  assert.equal(again.utterances.filter(({ speaker }) => speaker === 'client').at(-1)?.text, 'NOOP');
});
