/** A log is read the same whatever a collector, a logger, an export or a page has put around its lines. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { editsOf } from '../../server/src/features/applyFix';
import { applyEdits } from '../../server/src/features/fixAll';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { readTranscript } from '../../server/src/transcript/readTranscript';
import type { Utterance } from '../../server/src/transcript/transcript';

const LOGS = [
  'curl/clean-v.log',
  'javamail/starttls-auth-clean.log',
  'msmtp/clean.log',
  'mutt/clean.log',
  'net-smtp-perl/two-messages-rset.log',
  'nodemailer/some-refused.log',
  'phpmailer/level3-auth-535.log',
  'smtplib/auth-535.log',
  'swaks/some-refused.log',
  'symfony/starttls.log',
];

type Wrap = (line: string, number: number) => string;

const twoDigits = (number: number) => String(number % 60).padStart(2, '0');
const iso = (number: number) => `2026-11-30T10:15:${twoDigits(number)}.${100 + number}Z`;
const day = (number: number) => `2026-11-30 10:15:${twoDigits(number)}`;
const twice = (line: string) => line.replaceAll('"', '""');
const html = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const rtf = (line: string) => line.replace(/[\\{}]/g, '\\$&');

const WRAPPERS: Readonly<Record<string, Wrap>> = {
  // Frames.
  'slog, logfmt': (line, n) => `time=${iso(n)} level=DEBUG msg=${JSON.stringify(line)}`,
  'logrus, logfmt': (line, n) => `time="${iso(n)}" level=debug msg=${JSON.stringify(line)} pid=412`,
  'CSV, the message last': (line, n) => `"${day(n)}","INFO","${twice(line)}"`,
  'CSV, fields behind the message': (line, n) => `${iso(n)},"${twice(line)}",app1,/var/log/m.log`,
  'a JSON list': (line) => `  ${JSON.stringify(line)},`,
  GELF: (line, n) => JSON.stringify({ version: '1.1', short_message: line, timestamp: 1796033700 + n, level: 6 }),
  structlog: (line, n) => JSON.stringify({ event: line, timestamp: iso(n), level: 'debug' }),
  Serilog: (line, n) => JSON.stringify({ '@t': iso(n), '@m': line, '@l': 'Debug' }),
  'PHP-FPM': (line, n) =>
    `[30-Nov-2026 10:15:${twoDigits(n)}] WARNING: [pool www] child 412 said into stderr: "${line}"`,
  'nginx, FastCGI': (line, n) =>
    `2026/11/30 10:15:${twoDigits(n)} [error] 412#412: *7 FastCGI sent in stderr: "PHP message: ${line}" while reading response header from upstream`,
  Monolog: (line, n) => `[2026-11-30T10:15:${twoDigits(n)}.575117+00:00] mail.DEBUG: ${line} [] {"uid":"4f2c"}`,
  WebLogic: (line) => `<Nov 30, 2026 10:30:00,004 AM UTC> <Notice> <Stdout> <BEA-000000> <${line}> `,
  GlassFish: (line, n) =>
    `[#|2026-11-30T10:15:${twoDigits(n)}.123+0000|INFO|glassfish 5.1|javax.enterprise.logging.stdout|_ThreadID=30;_ThreadName=Thread-8;|${line}|#]`,
  Payara: (line, n) =>
    `[2026-11-30T10:15:${twoDigits(n)}.123+0000] [Payara 5.2022.5] [INFO] [] [stdout] [tid: _ThreadID=90] [levelValue: 800] [[\n  ${line}]]\n`,
  'npm debug': (line, n) => `  app:mail ${line} +${n}ms`,
  'HTML, br': (line) => `${html(line)}<br>`,
  'rich text': (line) => `${rtf(line)}\\par`,
  'blanks at the end': (line) => `${line}   `,
  supervisord: (line, n) => `${day(n)},123 DEBG 'mailer' stderr output:\n${line}`,
  'journalctl -o verbose': (line, n) =>
    `Mon 2026-11-30 10:15:${twoDigits(n)}.000123 UTC [s=abc;i=${n}]\n    PRIORITY=6\n    _PID=412\n    MESSAGE=${line}`,
  // Heads.
  'a change of a file': (line) => `+${line}`,
  'zap, TABs': (line, n) => `${iso(n)}\tDEBUG\tmail/send.go:42\t${line}`,
  zerolog: (line) => `10:15AM DBG ${line}`,
  'Ruby Logger': (line, n) => `D, [2026-11-30T10:15:${twoDigits(n)}.000123 #412] DEBUG -- : ${line}`,
  env_logger: (line, n) => `[${iso(n)} DEBUG mailer::smtp] ${line}`,
  NLog: (line, n) => `${day(n)}.1371|DEBUG|App.Mailer|${line}`,
  NestJS: (line, n) => `[Nest] 412  - 11/30/2026, 10:15:${twoDigits(n)} AM   DEBUG [Mailer] ${line}`,
  WebSphere: (line, n) => `[11/30/26 10:15:${twoDigits(n)}:123 UTC] 00000042 SystemOut     O ${line}`,
  'Django, verbose': (line, n) => `DEBUG ${day(n)},156 module 21755 140527877876608 ${line}`,
  Jira: (line, n) => `${day(n)},137+0000 Caesium-1-2 DEBUG admin     Mail Queue Service [c.a.mail.outgoing] ${line}`,
  'Cloud Foundry': (line, n) => `   ${iso(n)} [APP/PROC/WEB/0] ERR ${line}`,
  loguru: (line, n) => `${day(n)}.393 | DEBUG    | __main__:<lambda>:10 - ${line}`,
  'AWS Lambda': (line, n) => `${iso(n)}\t8f5c1d2e-0000-4000-8000-1234567890ab\tINFO\t${line}`,
  Heroku: (line, n) => `${iso(n)} app[web.1]: ${line}`,
  '.NET console': (line) => `dbug: App.Mailer[0]\n      ${line}`,
  log4j: (line, n) => `${day(n)},123 INFO  [main] c.e.Mailer (Mailer.java:42) - ${line}`,
  'Go log': (line, n) => `2026/11/30 10:15:${twoDigits(n)} ${line}`,
};

/** What was said and told, without its places. */
function heard(text: string): string[] {
  const { utterances, detection } = readTranscript(text);
  const told = (each: Utterance) => (each.speaker === 'tool' ? each.event.type : `${each.speaker} ${each.text}`);
  return [detection.dialect?.id ?? 'nothing', ...utterances.map(told)];
}

const linesOf = (path: string) =>
  readFileSync(`test/corpus/${path}`, 'utf8')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);

const wrapped = (path: string, wrap: Wrap) => `${linesOf(path).map(wrap).join('\n')}\n`;

for (const [name, wrap] of Object.entries(WRAPPERS)) {
  describe(name, () => {
    for (const path of LOGS) {
      test(path, () => {
        const text = wrapped(path, wrap);
        assert.deepEqual(heard(text), heard(wrapped(path, (line) => line)));
        for (const each of readTranscript(text).utterances) {
          const line = text.split('\n')[each.line] ?? '';
          if (each.speaker !== 'tool' && each.pieces === undefined && !line.includes('&'))
            assert.equal(line.slice(each.start, each.end).startsWith(each.text.slice(0, 9)), true, line);
        }
      });
    }
  });
}

test('the blanks that logrus pads a message with are its own, but one behind a message that needs none', () => {
  const logrus: Wrap = (line, n) =>
    `${n % 7 === 0 ? 'ERRO' : 'DEBU'}[2026/11/30 10:15:${twoDigits(n)}] ${line.padEnd(44)} `;
  // A blank that ends a message of its own cannot be told from them.
  for (const path of LOGS.filter((each) => linesOf(each).every((line) => !line.endsWith(' '))))
    assert.deepEqual(heard(wrapped(path, logrus)), heard(wrapped(path, (line) => line)), path);
  const said = [
    'S: 220 mx ESMTP',
    'C: EHLO a',
    'S: 250 mx',
    `C: MAIL FROM:<${'a'.repeat(40)}@example.org> `,
    'S: 250 Ok',
  ];
  const { findings } = new ParsedDocument(said.map((line, n) => `${logrus(line, n)}\n`).join(''));
  assert.deepEqual(
    findings.map(({ problem, rule }) => `${problem.span.line + 1} ${rule.code}`),
    ['4 syntax.trailing-space', '5 sequence.no-quit'],
  );
});

test('Mailpit, whose replies have their head once and whose refusals have a level of their own', () => {
  const entry = (level: string, text: string) => `${level}[2026/11/30 10:00:01] ${text.padEnd(44)} \n`;
  const said = (what: string, text: string) =>
    entry(/^[45]/.test(text) ? 'ERRO' : 'DEBU', `[smtpd] ${what} (172.18.0.5) ${text}`);
  const log =
    said('response', '220 mx ESMTP') +
    said('received', 'EHLO a.test') +
    said('response', '250-mx greets a.test\r\n250-SIZE 10485760\r\n250 ENHANCEDSTATUSCODES') +
    said('received', 'MAIL FROM:<a@a.test>') +
    said('response', '250 2.1.0 Ok') +
    said('received', 'RCPT TO:<b@b.test>') +
    said('response', '550 5.1.1 No') +
    said('received', 'QUIT') +
    said('response', '221 2.0.0 Bye');
  const { findings } = new ParsedDocument(log);
  assert.deepEqual(
    findings.map(({ problem, rule }) => `${problem.span.line + 1} ${rule.code}`),
    ['9 delivery.recipient-refused'],
  );
});

test('a page that holds a log between its tags', () => {
  const page = (path: string) =>
    `<!DOCTYPE html>\n<html><body>\n<h1>Log</h1>\n<pre>\n${linesOf(path).map(html).join('\n')}\n</pre></body></html>\n`;
  for (const path of LOGS) assert.deepEqual(heard(page(path)), heard(wrapped(path, (line) => line)), path);
});

test('a logger that puts its head before the first line of a message only', () => {
  const said = ['220 mx', 'EHLO a', '250-mx\n250-SIZE 99\n250 HELP', 'MAIL FROM:<a@example.org>', '250 2.1.0 Ok'];
  const log = [...said, 'RCPT TO:<b@example.org>', '250 2.1.5 Ok', 'DATA', '354 Go', 'From: a\n\nQUIT\n.'];
  for (const head of [
    '[Nest] 1  - 11/30/2026, 10:20:27 AM   DEBUG [Mail] ',
    '2026-11-30T10:20:23.115Z app:mail ',
    '⚙ ',
  ]) {
    const { sessions } = readTranscript([...log, '250 2.0.0 Ok'].map((entry) => head + entry).join('\n'));
    const kinds = sessions.map(({ steps }) => steps.map(({ exchange }) => exchange.kind));
    assert.deepEqual(kinds, [['greeting', 'command', 'command', 'command', 'command', 'message']], head);
  }
});

test('a fix writes what stands behind a line as well', () => {
  const log = ['C: EHLO a', 'S: 250 mx', 'C: RCPT TO:<b@example.org>', 'S: 503 5.5.1 No'];
  const text = ['S: 220 mx ESMTP', ...log].map((line, n) => `"${day(n)}","${line}"\n`).join('');
  const document = new ParsedDocument(text);
  const found = document.findings.find(({ rule }) => rule.code === 'sequence.rcpt-before-mail');
  const [fix] = found?.rule.fixes?.(found.problem, found.session) ?? [];
  assert.ok(fix !== undefined);
  const inserted = applyEdits(document, editsOf(document, fix)).split('\n')[3];
  assert.match(inserted ?? '', /^"2026-11-30 10:15:\d\d","C: MAIL FROM:<[^"]*>"$/);
});
