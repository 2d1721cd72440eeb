/** Fixes write lines as the tool would have written them: its prefix, its marks, the file's line ends. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { editsOf } from '../../server/src/features/applyFix';
import { applyEdits, fixAllEdit, mended, mending } from '../../server/src/features/fixAll';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import type { Finding } from '../../server/src/rules/judge';
import { titleOf } from '../../server/src/rules/words';

/** The text after the fix with this title, for the first finding of this rule. */
function fixed(text: string, rule: string, title: string): string {
  const document = new ParsedDocument(text);
  const finding = document.findings.find((each) => each.rule.code === rule);
  assert.ok(
    finding,
    `found ${document.findings.map((each) => each.rule.code)} in ${document.transcript.detection.dialect?.id}`,
  );
  const fixes = finding.rule.fixes?.(finding.problem, finding.session) ?? [];
  const fix = fixes.find((each) => titleOf(each, 'en') === title);
  assert.ok(fix, `offered: ${fixes.map((each) => titleOf(each, 'en'))}`);
  return applyEdits(document, editsOf(document, fix));
}

const isBad = ({ severity }: Finding) => severity === 'error' || severity === 'warning';
const badIn = (text: string) => new ParsedDocument(text).findings.filter(isBad).map(({ rule }) => rule.code);

const RULE = 'sequence.rcpt-before-mail';
const TITLE = 'Insert MAIL FROM before RCPT TO';

/** The same session in several formats: RCPT without MAIL, refused, then the end. */
const FORMATS: Readonly<
  Record<string, { readonly text: string; readonly inserted: readonly string[]; readonly granted: string }>
> = {
  canonical: {
    text: `S: 220 mx.example.org ESMTP
C: EHLO a.example
S: 250 mx.example.org
C: RCPT TO:<bob@example.org>
S: 503 5.5.1 need MAIL
C: QUIT
S: 221 Bye
`,
    inserted: ['C: MAIL FROM:<sender@example.com>', 'S: 250 Ok'],
    granted: 'S: 250 Ok',
  },
  'canonical with times': {
    text: `10:00:00 S: 220 mx.example.org ESMTP
10:00:01 C: EHLO a.example
10:00:02 S: 250 mx.example.org
10:00:03.250 C: RCPT TO:<bob@example.org>
10:00:04 S: 503 5.5.1 need MAIL
10:00:05 C: QUIT
10:00:06 S: 221 Bye
`,
    inserted: ['10:00:03.250 C: MAIL FROM:<sender@example.com>', '10:00:03.250 S: 250 Ok'],
    granted: '10:00:04 S: 250 Ok',
  },
  swaks: {
    text: `=== Trying mx.example.org:25...
=== Connected to mx.example.org.
<-  220 mx.example.org ESMTP
 -> EHLO a.example
<-  250 mx.example.org
 -> RCPT TO:<bob@example.org>
<** 503 5.5.1 need MAIL
 -> QUIT
<-  221 Bye
=== Connection closed with remote host.
`,
    inserted: [' -> MAIL FROM:<sender@example.com>', '<-  250 Ok'],
    granted: '<-  250 Ok',
  },
  'swaks inside TLS': {
    text: `=== Trying mx.example.org:25...
=== Connected to mx.example.org.
<-  220 mx.example.org ESMTP
 -> EHLO a.example
<-  250-mx.example.org
<-  250 STARTTLS
 -> STARTTLS
<-  220 Ready
=== TLS started with cipher TLSv1.3:TLS_AES_256_GCM_SHA384:256
 ~> EHLO a.example
<~  250 mx.example.org
 ~> RCPT TO:<bob@example.org>
<~* 503 5.5.1 need MAIL
 ~> QUIT
<~  221 Bye
=== Connection closed with remote host.
`,
    inserted: [' ~> MAIL FROM:<sender@example.com>', '<~  250 Ok'],
    granted: '<~  250 Ok',
  },
  curl: {
    text: `*   Trying 192.0.2.1:25...
* Connected to mx.example.org (192.0.2.1) port 25 (#0)
< 220 mx.example.org ESMTP
> EHLO a.example
< 250 mx.example.org
> RCPT TO:<bob@example.org>
< 503 5.5.1 need MAIL
> QUIT
< 221 Bye
* Closing connection 0
`,
    inserted: ['> MAIL FROM:<sender@example.com>', '< 250 Ok'],
    granted: '< 250 Ok',
  },
  'postfix-v behind syslog': {
    text: `Nov 24 19:02:08 mx postfix/smtpd[23706]: connect from c.example[192.0.2.7]
Nov 24 19:02:08 mx postfix/smtpd[23706]: > c.example[192.0.2.7]: 220 mx.example.org ESMTP
Nov 24 19:02:08 mx postfix/smtpd[23706]: < c.example[192.0.2.7]: EHLO a.example
Nov 24 19:02:08 mx postfix/smtpd[23706]: > c.example[192.0.2.7]: 250 mx.example.org
Nov 24 19:02:09 mx postfix/smtpd[23706]: < c.example[192.0.2.7]: RCPT TO:<bob@example.org>
Nov 24 19:02:10 mx postfix/smtpd[23706]: > c.example[192.0.2.7]: 503 5.5.1 need MAIL
Nov 24 19:02:10 mx postfix/smtpd[23706]: < c.example[192.0.2.7]: QUIT
Nov 24 19:02:10 mx postfix/smtpd[23706]: > c.example[192.0.2.7]: 221 Bye
Nov 24 19:02:10 mx postfix/smtpd[23706]: disconnect from c.example[192.0.2.7]
`,
    inserted: [
      'Nov 24 19:02:09 mx postfix/smtpd[23706]: < c.example[192.0.2.7]: MAIL FROM:<sender@example.com>',
      'Nov 24 19:02:09 mx postfix/smtpd[23706]: > c.example[192.0.2.7]: 250 Ok',
    ],
    granted: 'Nov 24 19:02:10 mx postfix/smtpd[23706]: > c.example[192.0.2.7]: 250 Ok',
  },
  bare: {
    text: `220 mx.example.org ESMTP
EHLO a.example
250 mx.example.org
RCPT TO:<bob@example.org>
503 5.5.1 need MAIL
QUIT
221 Bye
`,
    inserted: ['MAIL FROM:<sender@example.com>', '250 Ok'],
    granted: '250 Ok',
  },
};

for (const [name, { text, inserted, granted }] of Object.entries(FORMATS)) {
  describe(name, () => {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('RCPT TO'));
    const wanted = [...lines.slice(0, at), ...inserted, lines[at], granted, ...lines.slice(at + 2)];

    test('gets its lines in its own manner', () => assert.equal(fixed(text, RULE, TITLE), wanted.join('\n')));

    test('gets them with its own line ends', () => {
      assert.equal(fixed(text.replaceAll('\n', '\r\n'), RULE, TITLE), wanted.join('\r\n'));
    });

    test('reads back without a fault, as the same dialect', () => {
      const after = fixed(text, RULE, TITLE);
      assert.deepEqual(badIn(after), []);
      const id = (each: string) => new ParsedDocument(each).transcript.detection.dialect?.id;
      assert.equal(id(after), id(text));
    });

    test('loses the command and its answer when it is removed, and nothing else', () => {
      const after = fixed(text, RULE, 'Remove this RCPT TO');
      assert.equal(after, [...lines.slice(0, at), ...lines.slice(at + 2)].join('\n'));
    });
  });
}

describe('at the end of the file', () => {
  const cut = 'S: 220 mx.example.org ESMTP\nC: EHLO a.example\nS: 250 mx.example.org';
  const quit = '\nC: QUIT\nS: 221 Bye';

  test('lines come after the last, which has an end', () => {
    assert.equal(fixed(`${cut}\n`, 'sequence.no-quit', 'Insert QUIT at the end'), `${cut}${quit}\n`);
  });

  test('lines come after the last, which has none', () => {
    assert.equal(fixed(cut, 'sequence.no-quit', 'Insert QUIT at the end'), `${cut}${quit}`);
  });

  test('a line that is removed leaves no empty one', () => {
    const text = `${cut}${quit}\nC: NOOP`;
    assert.equal(fixed(text, 'sequence.after-quit', 'Remove this NOOP'), `${cut}${quit}`);
    assert.equal(fixed(`${text}\n`, 'sequence.after-quit', 'Remove this NOOP'), `${cut}${quit}\n`);
  });
});

describe('among other sessions', () => {
  const line = (pid: number, rest: string) => `Nov 24 19:02:08 mx postfix/smtpd[${pid}]: ${rest}\n`;
  const text =
    line(1, 'connect from a[192.0.2.1]') +
    line(1, '> a[192.0.2.1]: 220 mx.example.org') +
    line(2, 'connect from b[192.0.2.2]') +
    line(1, '< a[192.0.2.1]: MAIL FROM:<x@example.com>') +
    line(2, '> b[192.0.2.2]: 220 mx.example.org') +
    line(1, '> a[192.0.2.1]: 503 5.5.1 hello first') +
    line(2, '< b[192.0.2.2]: QUIT') +
    line(2, '> b[192.0.2.2]: 221 Bye');

  test('the session that is mended is the only one that changes', () => {
    const after = fixed(text, 'sequence.before-hello', 'Insert EHLO before MAIL FROM');
    const of = (pid: number, all: string) => all.split('\n').filter((each) => each.includes(`[${pid}]: `));
    assert.deepEqual(of(2, after), of(2, text));
    assert.deepEqual(
      of(1, after)
        .map((each) => each.replace(/^.*?: [<>] /, ''))
        .slice(1),
      [
        'a[192.0.2.1]: 220 mx.example.org',
        'a[192.0.2.1]: EHLO client.example.com',
        'a[192.0.2.1]: 250 mx.example.org',
        'a[192.0.2.1]: MAIL FROM:<x@example.com>',
        'a[192.0.2.1]: 250 Ok',
      ],
    );
  });
});

describe('where a lone CR stands in the file', () => {
  test('the lines are still put in the right place', () => {
    const text = `S: 220 mx.example.org ESMTP\nC: NO\rOP\nS: 500 ?\nC: EHLO a.example\nS: 250 mx.example.org\nC: RCPT TO:<b@example.org>\nS: 503 no\nC: QUIT\nS: 221 Bye\n`;
    const after = fixed(text, RULE, TITLE);
    assert.equal(
      after,
      text
        .replace('C: RCPT', 'C: MAIL FROM:<sender@example.com>\nS: 250 Ok\nC: RCPT')
        .replace('S: 503 no', 'S: 250 Ok'),
    );
  });
});

describe('all fixes at once', () => {
  const opening = 'S: 220 mx.example.org ESMTP\nC: EHLO client.example.com\nS: 250 mx.example.org\n';
  const transaction = (mail: string) =>
    `${mail}\nS: 250 Ok\nC: RCPT TO:<bob@example.org>\nS: 250 Ok\nC: RSET\nS: 250 Ok\n`;
  const session = (mail: string, count: number) => `${opening}${transaction(mail).repeat(count)}C: QUIT\nS: 221 Bye\n`;

  test('a fault that a long session has more often than the text is read is mended everywhere', () => {
    const after = mended(new ParsedDocument(session('C: MAIL FROM: <alice@example.com>', 250)));
    assert.equal(after.text, session('C: MAIL FROM:<alice@example.com>', 250));
  });

  test('what may follow from another fault waits until that is mended', () => {
    const text = `${opening}C: DATA\nS: 503 5.5.1 Error: need MAIL command\nC: MAIL FROM: <alice@example.com>\nS: 250 Ok\nC: QUIT\nS: 221 Bye\n`;
    const rounds = [...mending(new ParsedDocument(text))].map(({ findings }) => findings.map(({ rule }) => rule.code));
    assert.ok(rounds.length > 1, JSON.stringify(rounds));
    assert.deepEqual(
      rounds.at(-1)?.filter((code) => code.startsWith('syntax.') || code.startsWith('sequence.')),
      [],
    );
  });
});

test('lines that end in CR are those of the client, and stay so', () => {
  const lf = FORMATS.canonical?.text ?? '';
  const document = new ParsedDocument(lf.replaceAll('\n', '\r'));
  assert.deepEqual(
    document.findings.map(({ problem }) => document.positions.range(problem.span).start.line),
    [3],
  );
  const fix = document.findings[0]?.rule.fixes?.(document.findings[0].problem, document.findings[0].session)[0];
  assert.ok(fix);
  assert.equal(editsOf(document, fix)[0]?.newText, 'C: MAIL FROM:<sender@example.com>\rS: 250 Ok\r');
  const after = mended(document);
  assert.equal(after.text, mended(new ParsedDocument(lf)).text);
  assert.match(fixAllEdit(document, after)?.newText ?? '', /^C: MAIL FROM:[^\n]*\r[^\n]*$/);
  // Too few to tell.
  assert.equal(new ParsedDocument('S: 220 a\rb\rC: QUIT').transcript.lineCount, 1);
});
