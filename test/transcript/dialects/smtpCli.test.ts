import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ParsedDocument } from '../../../server/src/features/parsedDocument';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `Connection from 192.0.2.10:40512 to 192.0.2.25:25
[220] 'mx.test ESMTP'
[220] 'it's "quoted"'
> EHLO a.test
[250] 'mx.test'
[250] 'STARTTLS'
> STARTTLS
[220] '2.0.0 Ready'
Using cipher: TLS_AES_256_GCM_SHA384
> EHLO a.test
[250] 'mx.test'
[250] 'AUTH LOGIN'
> AUTH LOGIN
[334] 'VXNlcm5hbWU6'
> YQ==
[334] 'UGFzc3dvcmQ6'
> Yg==
[235] '2.7.0 Ok'
> MAIL FROM:<a@a.test>
[250] '2.1.0 Ok'
> RCPT TO:<b@b.test>
[250] '2.1.5 Ok'
> DATA
[354] 'Go ahead'
[250] '2.0.0 Ok'
> QUIT
[221] '2.0.0 Bye'
`;
const findingsIn = (log: string) =>
  new ParsedDocument(log).findings.map(({ problem, rule }) => `${problem.span.line + 1} ${rule.code}`);

test('lines of a reply have no hyphen, and the message is not shown', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'smtp-cli');
  assert.deepEqual(dump(LOG), [
    '1 connect 192.0.2.25:25',
    '2 S 220 ×2',
    '4 C EHLO a.test',
    '5 S 250 ×2',
    '7 C STARTTLS',
    '8 S 220',
    '9 tls',
    '10 C EHLO a.test',
    '11 S 250 ×2',
    '13 C AUTH LOGIN',
    '15 response YQ==',
    '17 response Yg==',
    '14 S 334',
    '16 S 334',
    '18 S 235',
    '19 C MAIL FROM:<a@a.test>',
    '20 S 250',
    '21 C RCPT TO:<b@b.test>',
    '22 S 250',
    '23 C DATA',
    '24 S 354',
    '25 data ? lines',
    '25 S 250',
    '26 C QUIT',
    '27 S 221',
  ]);
  assert.deepEqual(
    findingsIn(LOG).filter((found) => !found.endsWith('auth.readable-secret')),
    [],
  );
  assert.equal(readTranscript(LOG).utterances[2]?.text, `220 it's "quoted"`);
});

test('one run after the other, without the line that it is connected', () => {
  const [, , , ...run] = LOG.split('\n');
  const again = `[220] 'mx.test ESMTP'\n${run.join('\n')}`;
  assert.deepEqual(
    readTranscript(again + again).sessions.map(({ steps }) => steps.length),
    [12, 12],
  );
});

test('what is refused, in what order, and what it says of that itself', () => {
  const log = `[220] 'mx.test ESMTP'
> EHLO a.test
[250] 'mx.test'
> RCPT TO:<b@b.test>
[503] '5.5.1 Bad sequence of commands'
RCPT TO <b@b.test> failed: '503 5.5.1 Bad sequence of commands'
> QUIT
[221] '2.0.0 Bye'
`;
  assert.deepEqual(findingsIn(log), ['4 sequence.rcpt-before-mail']);
  assert.ok(rewrite(log, 5, 'server', '250 2.1.5 Ok').includes("[250] '2.1.5 Ok'\n"));
  assert.ok(rewrite(log, 5, 'client', 'NOOP').includes('> NOOP\n'));
});
