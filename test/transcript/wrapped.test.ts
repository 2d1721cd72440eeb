/** A log is read the same when a mail program, a terminal or a ticket has broken its long lines. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { editsOf } from '../../server/src/features/applyFix';
import { applyEdits } from '../../server/src/features/fixAll';
import { hover } from '../../server/src/features/hover';
import { inlayHints } from '../../server/src/features/inlayHints';
import { saidAt } from '../../server/src/features/lookup';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { joinActions } from '../../server/src/features/sessionActions';
import { redact } from '../../server/src/output/redact';
import { reference } from '../../server/src/reference/texts';
import { locateOnLines } from '../../server/src/transcript/pieces';
import { readTranscript } from '../../server/src/transcript/readTranscript';

const LOGS = [
  'curl/clean-v.log',
  'exim-debug/starttls.log',
  'javamail/starttls-auth-clean.log',
  'msmtp/clean.log',
  'net-smtp-perl/two-messages-rset.log',
  'phpmailer/level3-auth-535.log',
  'postfix-maillog/out-bounced.log',
  'postfix-smtpd-v/probe.log',
  'smtp-server/inter2.log',
  'smtplib/auth-535.log',
];

/** At the last blank before the width, as mail programs do; words that are longer stay whole. */
function atWords(line: string, width: number, end = ''): string[] {
  const broken: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const indent = rest.length - rest.trimStart().length;
    let at = rest.lastIndexOf(' ', width);
    if (at <= indent) at = rest.indexOf(' ', Math.max(width, indent + 1));
    if (at < 0) break;
    broken.push(rest.slice(0, at) + end);
    rest = rest.slice(at + 1);
  }
  return [...broken, rest];
}

/** Right at the width, as a terminal does. */
function atColumns(line: string, width: number): string[] {
  return line === ''
    ? ['']
    : Array.from({ length: Math.ceil(line.length / width) }, (_, n) => line.slice(n * width, (n + 1) * width));
}

const WRAPPERS: Readonly<Record<string, (line: string) => string[]>> = {
  'a mail program': (line) => atWords(line, 72),
  'a mail program that writes format=flowed': (line) => atWords(line, 76, ' '),
  'a terminal of 80 columns': (line) => atColumns(line, 80),
  'a terminal of 100 columns': (line) => atColumns(line, 100),
  'a mail program, and then a quote': (line) => atWords(line, 74).map((part) => `> ${part}`),
};

const textOf = (log: string) => readFileSync(`test/corpus/${log}`, 'utf8').replaceAll('\r\n', '\n');
const broken = (text: string, wrap: (line: string) => string[]) => text.split('\n').flatMap(wrap).join('\n');

function saidIn(text: string): string[] {
  return readTranscript(text).utterances.map(
    (said) => `${said.speaker}: ${said.speaker === 'tool' ? said.event.type : said.text}`,
  );
}

function foundIn(text: string): string[] {
  return new ParsedDocument(text).findings.map(({ rule }) => rule.code);
}

describe('lines that were broken are read as one', () => {
  for (const [name, wrap] of Object.entries(WRAPPERS)) {
    for (const log of LOGS) {
      test(`${log} through ${name}`, () => {
        const text = textOf(log);
        const through = broken(text, wrap);
        assert.deepEqual(saidIn(through), saidIn(text));
        assert.deepEqual(foundIn(through), foundIn(text));
      });
    }
  }

  test('what is said in them is found where it stands', () => {
    const text = broken(textOf('swaks/some-refused.log'), (line) => atColumns(line, 60));
    const lines = text.split('\n');
    const { broken: joined, utterances } = readTranscript(text);
    assert.ok(joined.length > 0);
    for (const said of utterances) {
      if (said.speaker === 'tool') continue;
      const shown = locateOnLines(said, 0, said.text.length).map(({ line, start, end }) =>
        lines[line]?.slice(start, end),
      );
      assert.equal(shown.join(''), said.text);
    }
  });

  test('a single line that is cut is seen where all others are the log’s', () => {
    const refusal = '550 5.7.1 Our system has found that this message is likely unsolicited mail, and has blocked it';
    const lines = [
      '=== Trying mx.example.org:25...',
      '=== Connected to mx.example.org.',
      '<-  220 mx.example.org ESMTP',
      ' -> EHLO client.example.com',
      '<-  250-mx.example.org',
      '<-  250 SIZE 10240000',
      ' -> MAIL FROM:<alice@example.com>',
      '<-  250 2.1.0 Ok',
      ' -> RCPT TO:<bob@example.org>',
      `<** ${refusal}`,
      ' -> QUIT',
      '<-  221 2.0.0 Bye',
      '=== Connection closed with remote host.',
    ];
    const through = (wrap: (line: string) => string[]) => saidIn(`${lines.flatMap(wrap).join('\n')}\n`);
    assert.ok(through((line) => atColumns(line, 80)).includes(`server: ${refusal}`));
    // A word may end anywhere, and no terminal has 77 columns.
    assert.ok(!through((line) => atWords(line, 72)).includes(`server: ${refusal}`));
    assert.ok(!through((line) => atColumns(line, 77)).includes(`server: ${refusal}`));
  });

  test('no mail program makes lines as long as this', () => {
    const greeting = `220 mx.example.org ESMTP ${'and so on '.repeat(30)}`.trim();
    const log = ['=== Trying mx.example.org:25...', '=== Connected to mx.example.org.', `<-  ${greeting}`];
    log.push(
      ' -> EHLO client.example.com',
      `<-  250 mx.example.org ${'greets you '.repeat(20)}`.trim(),
      ' -> QUIT',
      '<-  221 Bye',
    );
    const joined = (width: number) =>
      readTranscript(log.flatMap((line) => atWords(line, width)).join('\n')).broken.length;
    assert.equal(joined(76), 2);
    assert.equal(joined(150), 0);
  });

  test('what a format goes on with in the next line is not joined', () => {
    const dump = `== Info: Connected to mx.example.org (192.0.2.25) port 25 (#0)
<= Recv header, 37 bytes (0x25)
0000: 220 mx.example.org ESMTP Corpus
=> Send header, 28 bytes (0x1c)
0000: EHLO client.sender.example
<= Recv header, 74 bytes (0x4a)
0000: 538 5.7.11 Encryption required for requested authentication mech
0040: anism
=> Send header, 6 bytes (0x6)
0000: QUIT
<= Recv header, 70 bytes (0x46)
0000: 221 2.0.0 mx.example.org closes the connection as you have asked
0040: it to
`;
    assert.equal(readTranscript(dump).broken.length, 0);
    const timed = `17:54:18.364437 < 220 mx.example.org ESMTP
17:54:18.364437 > EHLO client.example.com
17:54:18.364437 < 454 4.7.0 TLS not available due to local problem
17:54:18.364497 * STARTTLS denied, code 454
17:54:18.364437 < 454 4.7.0 TLS not available due to local problems
17:54:18.364497 * STARTTLS denied again, code 454
17:54:18.364437 > QUIT
17:54:18.364437 < 221 2.0.0 Bye
`;
    assert.equal(readTranscript(timed).broken.length, 0);
  });
});

describe('in a log with broken lines', () => {
  const refusal = ' -> RCPT TO:<somebody.with.a.long.name@a-long-name-of-a-domain.example.org> ORCPT=rfc822;x';
  const text = `${[
    '=== Trying mx.example.org:25...',
    '=== Connected to mx.example.org.',
    '<-  220 mx.example.org ESMTP ready, and it has a lot to say in its greeting, which nobody needs',
    ' -> EHLO client.example.com',
    '<-  250-mx.example.org is pleased to meet client.example.com, and it is so for the first time today',
    '<-  250-AUTH PLAIN',
    '<-  250 DSN',
    ' -> AUTH PLAIN AHNvbWVib2R5LndpdGguYS5sb25nLm5hbWUAYW5kLXdpdGgtYS1wYXNzd29yZC1hcy13ZWxs',
    '<-  235 2.7.0 Authentication successful',
    refusal,
    '<** 503 5.5.1 Error: need MAIL command, as everybody knows who has heard of greylisting once',
    ' -> QUIT',
    '<-  221 2.0.0 Bye',
  ]
    .flatMap((line) => atColumns(line, 60))
    .join('\n')}\n`;
  const lines = text.split('\n');
  const lineOf = (part: string) => lines.findIndex((line) => line.includes(part));

  test('the second half of a line is what was said', () => {
    const line = lineOf('ORCPT=');
    const character = lines[line]?.indexOf('RCPT=') ?? -1;
    const at = saidAt(new ParsedDocument(text), { line, character });
    assert.ok(at);
    assert.equal(at.said.text, refusal.slice(4));
    assert.equal(at.said.text.slice(at.offset, at.offset + 5), 'RCPT=');
  });

  test('a term in the second half has its hover, and both halves have their colour', () => {
    const document = new ParsedDocument(text);
    const line = lineOf('greylisting');
    const position = { line, character: lines[line]?.indexOf('listing') ?? -1 };
    const found = hover(document, position, reference, { locale: 'en', commandLinks: false });
    assert.equal(found?.range?.start.line, line);
    const { data } = semanticTokens(document);
    const coloured = new Set<number>();
    let on = 0;
    for (let index = 0; index < data.length; index += 5) {
      on += data[index] ?? 0;
      coloured.add(on);
    }
    assert.ok(coloured.has(lineOf('ORCPT=')));
    assert.ok(coloured.has(lineOf(refusal.slice(0, 20))));
  });

  test('a hint stands behind the last part', () => {
    const shown = textOf('pastes/tmux-80-columns.log');
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const options = { state: true, slow: false, answers: false, users: false };
    const hints = inlayHints(new ParsedDocument(shown), range, { locale: 'en', commandLinks: false }, options);
    const { position } = hints.find(({ label }) => label === '1 accepted, 1 refused') ?? assert.fail('no hint');
    assert.equal(shown.split('\n')[position.line]?.slice(0, position.character), '1234567890si1234567 - gsmtp');
  });

  test('a fix puts its lines before and behind whole ones', () => {
    const document = new ParsedDocument(text);
    const finding = document.findings.find(({ rule }) => rule.code === 'sequence.rcpt-before-mail');
    assert.ok(finding);
    const [fix] = finding.rule.fixes?.(finding.problem, finding.session) ?? [];
    assert.ok(fix);
    const mended = applyEdits(document, editsOf(document, fix));
    assert.ok(!foundIn(mended).includes('sequence.rcpt-before-mail'), mended);
    assert.match(
      mended,
      /\n -> MAIL FROM:.*\n<- {2}250 .*\n -> RCPT TO:<somebody[^\n]*\n[^\n]* ORCPT=rfc822;x\n<- {2}250 [^\n]*\n -> QUIT\n/,
    );
  });

  test('a secret goes from each of its lines', () => {
    const document = new ParsedDocument(text);
    const finding = document.findings.find(({ rule }) => rule.code === 'auth.readable-secret');
    assert.ok(finding);
    const [fix] = finding.rule.fixes?.(finding.problem, finding.session) ?? [];
    assert.ok(fix);
    assert.match(applyEdits(document, editsOf(document, fix)), / -> AUTH PLAIN \*{4}\n\n<- {2}235 /);
    const options = { credentials: true, addresses: false, ips: false, messages: false };
    const masked = redact(text, readTranscript(text), options);
    assert.ok(!masked.includes(lines[lineOf('AUTH PLAIN AHN')]?.slice(15) ?? '?'));
    assert.ok(!masked.includes(lines[lineOf('AUTH PLAIN AHN') + 1] ?? '?'));
  });

  test('an action joins them', () => {
    const document = new ParsedDocument(text);
    const [action] = joinActions(document, 'file:///a.log', 'en');
    const joined = applyEdits(document, action?.edit?.changes?.['file:///a.log'] ?? []);
    assert.equal(new ParsedDocument(joined).transcript.broken.length, 0);
    assert.deepEqual(saidIn(joined), saidIn(text));
    assert.deepEqual(joinActions(new ParsedDocument(joined), 'file:///a.log', 'en'), []);
  });

  test('an edit is read as the whole is', () => {
    const before = new ParsedDocument(text);
    const edited = text.replace('as everybody', 'as anybody');
    const after = new ParsedDocument(edited, undefined, undefined, before);
    assert.deepEqual(after.transcript.utterances, readTranscript(edited).utterances);
  });
});
