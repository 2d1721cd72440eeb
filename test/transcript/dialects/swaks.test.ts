import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { judgeAll } from '../../../server/src/rules/judge';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

test('a paste that lost the blanks at the start of its lines', () => {
  const log = readFileSync('test/corpus/swaks/auth-login-535.log', 'utf8');
  assert.deepEqual(dump(log.replace(/^ /gm, '')), dump(log));
});

const RUN = ['=== Trying 192.0.2.1:25...', '=== Connected to 192.0.2.1.'];
const OPENED = [...RUN, '<-  220 mx.test ESMTP', ' -> EHLO a.test', '<-  250-mx.test', '<-  250 STARTTLS'];

test('where a reply should stand swaks says that none came', () => {
  const unanswered =
    ' -> MAIL FROM:<a@a.test>\n<** Timeout (30 secs) waiting for server response\n -> QUIT\n<-  221 Bye\n';
  const log = `${OPENED.join('\n')}\n${unanswered}`;
  assert.ok(dump(log).includes('8 error timeout: Timeout (30 secs) waiting for server response'), dump(log).join('\n'));
  const loud = judgeAll(readTranscript(log).sessions).filter(
    ({ problem, rule }) => (problem.severity ?? rule.severity) === 'warning',
  );
  assert.deepEqual(
    loud.map(({ rule }) => rule.code),
    ['delivery.connection-lost'],
  );
  // A server may say so, too.
  assert.ok(dump(log.replace('<** Timeout', '<** 421 Timeout')).includes('7 C MAIL FROM:<a@a.test>'));
});

test('STARTTLS came before TLS, also where no reply is shown', () => {
  const log = [
    ...RUN,
    ' -> EHLO a.test',
    ' -> STARTTLS',
    '=== TLS started with cipher TLSv1.3:TLS_AES_256_GCM_SHA384:256',
  ];
  const codes = (lines: readonly string[]) =>
    judgeAll(readTranscript(`${lines.join('\n')}\n`).sessions).map(({ rule }) => rule.code);
  assert.deepEqual(codes([...log, ' ~> EHLO a.test', ' ~> QUIT']), []);
  assert.deepEqual(codes([...log, ' ~> EHLO a.test', ' ~> STARTTLS', ' ~> QUIT']), ['sequence.starttls-in-tls']);
});
