import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ParsedDocument } from '../../../server/src/features/parsedDocument';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const HTML = `220 mx.test ESMTP
<br /><pre>hello: 250-mx.test
250 STARTTLS
</pre><pre>starttls: 220 2.0.0 Ready
</pre><pre>hello: 250-mx.test
250 AUTH LOGIN
</pre><pre>from: 250 2.1.0 Ok
</pre><pre>to: 250 2.1.5 Ok
</pre><pre>data: 354 End data with <CR><LF>.<CR><LF>
</pre>250 2.0.0 Ok
<br /><pre>quit: 221 2.0.0 Bye
</pre><pre>Date: Mon, 30 Nov 2026 10:00:00 +0100
From: &quot;Anna&quot; &lt;anna@example.org&gt;

Hello
250 pieces were sold.</pre>
`;
const READ = [
  '1 connect',
  '1 S 220',
  '2 S 250 ×2 unasked',
  '4 S 220 unasked',
  '5 tls',
  '5 S 250 ×2 unasked',
  '7 S 250 unasked',
  '8 S 250 unasked',
  '9 S 354 unasked',
  '10 S 250 unasked',
  '11 S 221 unasked',
];
const findingsIn = (log: string) =>
  new ParsedDocument(log).findings.map(({ problem, rule }) => `${problem.span.line + 1} ${rule.code}`);

test('replies behind their steps, with the tags and without them', () => {
  assert.equal(readTranscript(HTML).detection.dialect?.id, 'codeigniter');
  assert.deepEqual(dump(HTML), READ);
  assert.deepEqual(findingsIn(HTML), []);
  const shown = HTML.replaceAll(/<[^>]*>/g, '');
  assert.deepEqual(dump(shown), READ);
  assert.deepEqual(findingsIn(shown), []);
  assert.ok(rewrite(HTML, 8, 'server', '550 No').includes('</pre><pre>to: 550 No\n'));
});

test('a refusal is found once, though the error says it again', () => {
  const log = HTML.replace(
    'to: 250 2.1.5 Ok\n</pre>',
    'to: 550-5.1.1 No such user\n550 5.1.1 here\n</pre>The following SMTP error was encountered: 550-5.1.1 No such user\n550 5.1.1 here\n<br />',
  );
  assert.deepEqual(findingsIn(log), ['8 delivery.refusal']);
});

test('what refuses a login is said in the error alone, in a log file of CodeIgniter', () => {
  const log = `ERROR - 2026-11-30 10:18:52 --> 220 mx.test ESMTP
<br /><pre>hello: 250-mx.test
250 AUTH LOGIN
</pre>Failed to authenticate password. Error: 535 5.7.8 Error: authentication failed
<br />Unable to send email using PHP SMTP.<br />
ERROR - 2026-11-30 10:19:52 --> 554 mx.test turns you away
<br />The following SMTP error was encountered: 554 mx.test turns you away
`;
  assert.deepEqual(dump(log), [
    'session 1',
    '1 connect',
    '1 S 220',
    '2 S 250 ×2 unasked',
    '4 S 535 unasked',
    'session 2',
    '6 connect',
    '6 S 554',
  ]);
  assert.ok(findingsIn(log).includes('4 delivery.refusal'));
});

test('words that happen to be steps are none', () => {
  assert.equal(readTranscript('from: Anna\nto: Ben\ndata: 3 rows\nhello: world\n').detection.dialect, undefined);
});
