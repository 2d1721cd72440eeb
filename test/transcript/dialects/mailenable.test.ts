import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `05/24/17 16:04:36\tSMTP-IN\t40B24E176E7A4DA0BA22B600D60839BF.MAI\t880\t203.0.113.142\t\t\t220 mail.test ESMTP MailEnable Service, Version: 8.04-- ready at 05/24/17 16:04:36\t0\t0\t\t
05/24/17 16:04:36\tSMTP-IN\t40B24E176E7A4DA0BA22B600D60839BF.MAI\t880\t203.0.113.142\tEHLO\tEHLO sham\t250-home [203.0.113.142], this server offers 4 extensions\t120\t11\t\t
05/24/17 16:04:36\tSMTP-IN\t40B24E176E7A4DA0BA22B600D60839BF.MAI\t880\t203.0.113.142\tAUTH\tAUTH LOGIN\t334 VXNlcm5hbWU6\t18\t12\t\t
05/24/17 16:04:36\tSMTP-IN\t40B24E176E7A4DA0BA22B600D60839BF.MAI\t880\t203.0.113.142\tAUTH\t{blank}\t334 UGFzc3dvcmQ6\t18\t30\tuser@mail.test\t
05/24/17 16:04:36\tSMTP-IN\t40B24E176E7A4DA0BA22B600D60839BF.MAI\t880\t203.0.113.142\tAUTH\t{blank}\t235 Authenticated\t19\t42\tuser@mail.test\t
05/24/17 16:04:36\tSMTP-IN\t40B24E176E7A4DA0BA22B600D60839BF.MAI\t880\t203.0.113.142\tMAIL\tMAIL FROM: <user@mail.test> SIZE=500\t250 Requested mail action okay, completed\t43\t35\tuser@mail.test\t
05/24/17 16:04:36\tSMTP-IN\t40B24E176E7A4DA0BA22B600D60839BF.MAI\t880\t203.0.113.142\tRCPT\tRCPT TO: <other@gmail.test>\t250 Requested mail action okay, completed\t43\t37\tuser@mail.test\t
05/24/17 16:04:36\tSMTP-IN\t40B24E176E7A4DA0BA22B600D60839BF.MAI\t880\t203.0.113.142\tDATA\tDATA\t354 Start mail input; end with <CRLF>.<CRLF>\t46\t6\tuser@mail.test\t
05/24/17 16:04:37\tSMTP-IN\t00D052739B5D4BF99DEB111A13289877.MAI\t880\t203.0.113.142\tQUIT\tQUIT\t221 Service closing transmission channel\t42\t6\tuser@mail.test\t
05/24/17 16:04:38\tSMTP-OU\t00D052739B5D4BF99DEB111A13289877.MAI\t880\t192.0.2.1\t\t\t220 mx.gmail.test ESMTP\t0\t0\t\t
05/24/17 16:04:38\tSMTP-OU\t00D052739B5D4BF99DEB111A13289877.MAI\t880\t192.0.2.1\tEHLO\tEHLO mail.test\t250-mx.gmail.test at your service\t0\t0\t\t
05/24/17 16:04:38\tSMTP-OU\t00D052739B5D4BF99DEB111A13289877.MAI\t880\t192.0.2.1\tMAIL\tMAIL FROM:<user@mail.test>\t250 OK\t0\t0\t\t
05/24/17 16:04:38\tSMTP-OU\t00D052739B5D4BF99DEB111A13289877.MAI\t880\t192.0.2.1\tRCPT\tRCPT TO:<other@gmail.test>\t550 5.1.1 no such user\t0\t0\t\t
05/24/17 16:04:38\tSMTP-OU\t00D052739B5D4BF99DEB111A13289877.MAI\t880\t192.0.2.1\tQUIT\tQUIT\t221 bye\t0\t0\t\t
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'mailenable');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session SMTP-IN 880/1',
    '1 connect',
    '1 S 220',
    '2 C EHLO sham',
    '2 S 250 cut',
    '3 C AUTH LOGIN',
    '4 secret',
    '5 secret',
    '3 S 334',
    '4 S 334',
    '5 S 235',
    '6 C MAIL FROM: <user@mail.test> SIZE=500',
    '6 S 250',
    '7 C RCPT TO: <other@gmail.test>',
    '7 S 250',
    '8 C DATA',
    '8 S 354',
    '- data ? lines',
    '9 C QUIT',
    '9 S 221',
    'session SMTP-OU 880/2',
    '10 connect',
    '10 S 220',
    '11 C EHLO mail.test',
    '11 S 250 cut',
    '12 C MAIL FROM:<user@mail.test>',
    '12 S 250',
    '13 C RCPT TO:<other@gmail.test>',
    '13 S 550',
    '14 C QUIT',
    '14 S 221',
  ]);
});

test('another service of the same server: not this format', () => {
  assert.notEqual(
    readTranscript('05/24/17 16:04:36\tPOP3-IN\tx\t880\t192.0.2.1\tUSER\tUSER a\t+OK\t0\t0\n').detection.dialect?.id,
    'mailenable',
  );
});

test('a line that it writes reads as what was said', () => {
  const dialect = dialectById('mailenable');
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
