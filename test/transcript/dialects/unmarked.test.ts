/** Dumps that do not say whose a packet is: tcpflow -C and -CD, ncat -x. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { judgeAll } from '../../../server/src/rules/judge';
import { dialectById } from '../../../server/src/transcript/dialects';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

/** As tcpflow -C prints packets: an LF behind each. */
const packets = (...texts: string[]) => texts.map((text) => `${text}\n`).join('');

const SESSION = [
  '220 mx.example.te',
  'st ESMTP\r\n',
  'EHLO client.',
  'example.com\r\n',
  '250-mx.example.test\r\n250 SIZE\r\n',
  'MAIL FROM:<a@example.com>\r\n',
  '250 Ok\r\n',
  'RCPT TO:<b@exam',
  'ple.com>\r\n',
  '250 O',
  'k\r\n',
  'DATA\r\n',
  '354 Go\r\n',
  'Subject: dots\r\n\r\nat the end of the packet',
  '.example\r\n',
  '.\r\n',
  '250 queued\r\n',
];

test('tcpflow -C: a line that a packet cuts is one line, and its dots are no faults', () => {
  const { detection, sessions, utterances } = readTranscript(packets(...SESSION));
  assert.equal(detection.dialect?.id, 'tcpflow-text');
  assert.equal(sessions.length, 1);
  assert.deepEqual(
    utterances.flatMap((each) => (each.speaker === 'tool' ? [] : each.text)),
    SESSION.join('').trimEnd().split('\r\n'),
  );
});

test('tcpflow -C: lines of LF alone are lines', () => {
  const log = packets(
    '220 mx ESMTP\r\n',
    'EHLO a.example\n',
    '250 mx\r\n',
    'NOOP\n',
    '250 Ok\r\n',
    'QUIT\n',
    '221 Bye\r\n',
  );
  assert.deepEqual(
    dump(log, 'tcpflow-text')
      .filter((line) => line.includes(' C '))
      .map((line) => line.replace(/^\d+ /, '')),
    ['C EHLO a.example', 'C NOOP', 'C QUIT'],
  );
});

test('a terminal in which commands end in LF is a terminal', () => {
  const log = '220 mx ESMTP\r\nEHLO a.example\n250 mx\r\n\nMAIL FROM:<a@a.example>\n250 Ok\r\n\nQUIT\n221 Bye\r\n';
  assert.equal(readTranscript(log).detection.dialect?.id, 'bare');
});

for (const path of ['tcpflow/CD-cut-lines.log', 'tcpflow/D-cut-lines.log', 'tcpflow/C-cut-lines.log', 'ncat/x.log']) {
  test(`${path}: what packets cut is whole`, () => {
    const { utterances } = readTranscript(readFileSync(`test/corpus/${path}`, 'utf8'));
    assert.equal(utterances.find(({ speaker }) => speaker === 'server')?.text, '220 mx.example.org ESMTP');
    const paths = utterances.flatMap(({ text }) => (/^(?:MAIL FROM|RCPT TO):</.test(text) ? text : []));
    assert.deepEqual(paths, [
      `MAIL FROM:<margaret@secret.example.net>${path === 'ncat/x.log' ? ' SIZE=100' : ''}`,
      'RCPT TO:<a.very.long.name.that.goes.over.rows@another.long.domain.example.net>',
    ]);
  });
}

test('where each octet of a row stands is known', () => {
  const text = '0000: 4548 4c4f 2061 2e65 7861 6d70 6c65 0d0a  EHLO a.example..\n';
  const said = readTranscript(text, dialectById('hex-packets')).utterances.find(({ speaker }) => speaker === 'client');
  assert.equal(said?.start, text.indexOf('EHLO a.'));
  assert.equal(said?.text, 'EHLO a.example');
});

test('tcpflow -C shows itself in few lines, and before a log of another tool', () => {
  const part =
    '220 mx.example.or\ng ESMTP\r\n\nEHLO client.\nexample.com\r\n\n250-mx.exam\nple.org\r\n250 SIZE\r\n\nQUIT\r\n\n';
  const typed = '220 mx ESMTP\nEHLO a.example\n250 mx\nNOOP\n250 Ok\nQUIT\n221 Bye\n';
  for (const text of [part, `${part}221 Bye\r\n\n${typed}`]) {
    assert.equal(readTranscript(text).detection.dialect?.id, 'tcpflow-text');
    const [session] = readTranscript(text).sessions;
    assert.ok(session);
    assert.deepEqual(
      judgeAll([session]).filter(({ severity }) => severity === 'error' || severity === 'warning'),
      [],
    );
  }
});
