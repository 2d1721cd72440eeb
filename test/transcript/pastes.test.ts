/** What collectors, terminals and people put before the lines of a log changes nothing of what is read in it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { linesOf } from '../../server/src/transcript/lines';
import { peel } from '../../server/src/transcript/peel';
import { readTranscript, type Transcript } from '../../server/src/transcript/readTranscript';
import { locate } from '../../server/src/transcript/transcript';
import { checkCorpus } from '../helpers/corpus';
import { rewrite } from '../helpers/rewrite';
import { SWAKS, TELNET } from '../helpers/shortLogs';
import { short } from '../helpers/talk';

const two = (index: number) => String(index % 60).padStart(2, '0');
/** How each line is put behind a prefix; `index` counts the lines. */
const PREFIXES: Readonly<Record<string, (line: string, index: number) => string>> = {
  'mail quoting': (line) => (line === '' ? '>' : `> ${line}`),
  'nested quoting': (line) => `> > ${line}`,
  'line numbers': (line, index) => `${String(index + 1).padStart(4)}: ${line}`,
  'cat -n': (line, index) => `${String(index + 1).padStart(6)}\t${line}`,
  'numbers and a bar': (line, index) => `${index + 1} | ${line}`,
  indentation: (line) => `    ${line}`,
  'docker compose': (line) => `mail-1  | ${line}`,
  'docker logs -t': (line, index) => `2026-11-24T18:55:${two(index)}.123456789Z ${line}`,
  'kubectl --prefix --timestamps': (line, index) => `[pod/mail-7c9f/smtp] 2026-11-24T18:55:${two(index)}.123Z ${line}`,
  'gh run view --log': (line, index) => `test (20)\tRun tests\t2026-11-24T18:55:${two(index)}.1234567Z ${line}`,
  'journalctl -o short': (line, index) => `Nov 24 18:55:${two(index)} host app[77]: ${line}`,
  'journalctl -o short-precise': (line, index) => `Nov 24 18:55:${two(index)}.123456 host app[77]: ${line}`,
  'journalctl -o short-iso': (line, index) => `2026-11-24T18:55:${two(index)}+0000 host app[77]: ${line}`,
  'journalctl -o short-full': (line, index) => `Tue 2026-11-24 18:55:${two(index)} UTC host app[77]: ${line}`,
  'journalctl -o short-monotonic': (line, index) => `[ 1234.0000${two(index)}] host app[77]: ${line}`,
  'syslog without a host': (line, index) => `Nov 24 18:55:${two(index)} ${line}`,
  heroku: (line, index) => `2026-11-24T18:55:${two(index)}.123456+00:00 app[web.1]: ${line}`,
  cri: (line, index) => `2026-11-24T18:55:${two(index)}.123456789Z stdout F ${line}`,
  pm2: (line) => `0|app  | ${line}`,
  'python logging': (line, index) => `2026-11-24 18:55:${two(index)},123 - mail.sender - DEBUG - ${line}`,
  'python logging, basic': (line) => `DEBUG:root:${line}`,
  'a level': (line) => `[DEBUG] ${line}`,
  logback: (line, index) => `18:55:${two(index)}.123 [main] DEBUG c.e.mail.Sender - ${line}`,
  'spring boot': (line, index) => `2026-11-24T18:55:${two(index)}.123Z DEBUG 4242 --- [main] c.e.Sender : ${line}`,
  'go log': (line, index) => `2026/11/24 18:55:${two(index)} ${line}`,
  'json-file': (line) => JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: '2026-11-24T18:55:02Z' }),
  colours: (line) => (line === '' ? line : `\u001b[36m${line}\u001b[0m`),
};

const read = ({ sessions }: Transcript) =>
  sessions.map(({ steps }) => steps.map(({ exchange }) => short(exchange)).join(' | '));

/** One log of each tool, those that are several lines long and not pastes themselves. */
const logs = [
  ...new Map(
    checkCorpus('test/corpus')
      .filter(({ entry }) => entry.tool !== 'pastes')
      .map(({ path }) => ({ path, text: readFileSync(`test/corpus/${path}`, 'utf8').replaceAll('\r\n', '\n') }))
      .filter(({ text }) => text.split('\n').length > 8 && text.length < 6000)
      .map((log) => [log.path.split('/')[0], log]),
  ).values(),
];

const plain = logs.map(({ path, text }) => ({ path, text, transcript: readTranscript(text) }));

describe('a log is read as without it behind', () => {
  for (const [name, prefix] of Object.entries(PREFIXES)) {
    test(name, () => {
      for (const { path, text, transcript } of plain) {
        const behind = readTranscript(`${text.replace(/\n$/, '').split('\n').map(prefix).join('\n')}\n`);
        assert.equal(behind.detection.dialect?.id, transcript.detection.dialect?.id, path);
        assert.deepEqual(read(behind), read(transcript), path);
      }
    });
  }

  test('with a log of every tool', () => assert.ok(logs.length > 30, `${logs.length} logs`));
});

describe('several logs are told apart as without it behind', () => {
  const several = {
    'one after the other': `${SWAKS}\nBy hand it looks like this:\n\n${TELNET}\nAnd once more:\n\n${SWAKS}`,
    'in fences': `# It does not work\n\nWith swaks:\n\n\`\`\`console\n$ swaks\n${SWAKS}\`\`\`\n\nMy configuration:\n\n\`\`\`ini\ncode = 250\n\`\`\`\n\nBy hand:\n\n\`\`\`\n${TELNET}\`\`\`\n\n250 people wait for it.\n`,
  };
  for (const [kind, text] of Object.entries(several)) {
    const apart = readTranscript(text);
    const regions = ({ regions: all }: Transcript) =>
      all.map(({ firstLine, detection }) => `${firstLine} ${detection.dialect?.id}`);
    test(`${kind}, as it is`, () => assert.ok(apart.regions.length > 1));
    for (const [name, prefix] of Object.entries(PREFIXES)) {
      test(`${kind}: ${name}`, () => {
        const behind = readTranscript(`${text.replace(/\n$/, '').split('\n').map(prefix).join('\n')}\n`);
        assert.deepEqual(regions(behind), regions(apart));
        assert.deepEqual(read(behind), read(apart));
      });
    }
  }
});

describe('what was typeset is read as it was meant', () => {
  const quoted = (text: string) =>
    text
      .replace(/(^|[\s(=:[{,b])(['"])/gm, (_, before, mark) => `${before}${mark === "'" ? '\u2018' : '\u201c'}`)
      .replaceAll("'", '\u2019')
      .replaceAll('"', '\u201d');
  const ofWiki = (text: string) =>
    quoted(text)
      .replaceAll('---', '\u2014')
      .replaceAll('--', '\u2013')
      .replaceAll('->', '\u2192')
      .replaceAll('=>', '\u21d2')
      .replaceAll('<-', '\u2190')
      .replaceAll('...', '\u2026');
  const ofWords = (text: string) => quoted(text).replaceAll(' - ', ' \u2013 ').replaceAll('-->', '\u2192');
  const cases: readonly (readonly [string, (text: string) => string])[] = [
    ['swaks/auth-login-535.log', ofWiki],
    ['smtplib/auth-535.log', ofWiki],
    ['smtplib/auth-535.log', ofWords],
    ['nodemailer/pino-pretty.log', quoted],
    ['phpmailer/level3-auth-535.log', ofWiki],
    ['sendemail/rcpt-refused.log', ofWiki],
    ['aiosmtpd/inter2.log', ofWords],
    ['horde/auth-535.log', ofWords],
  ];
  for (const [path, typeset] of cases) {
    test(`${path}, by ${typeset.name}`, () => {
      const text = readFileSync(`test/corpus/${path}`, 'utf8');
      const transcript = readTranscript(typeset(text));
      assert.notEqual(typeset(text), text);
      assert.equal(transcript.detection.dialect?.id, readTranscript(text).detection.dialect?.id);
      assert.deepEqual(read(transcript), read(readTranscript(text)));
    });
  }

  test('and points at what stands there', () => {
    const log =
      'send: \u2018ehlo a.test\\r\\n\u2019\nreply: b\u2018250 mx\\r\\n\u2019\nreply: retcode (250); Msg: b\u2018mx\u2019\n';
    const [hello] = readTranscript(log).utterances.filter(({ speaker }) => speaker === 'client');
    assert.ok(hello !== undefined);
    assert.deepEqual(locate(hello, 0, 4), { line: 0, start: 7, end: 11 });
  });

  test('but what a message says is left alone', () => {
    const message = '\u201cThus\u201d \u2013 he \u2192 said';
    const log = SWAKS.replace(
      ' -> QUIT',
      ` -> RCPT TO:<b@mx.example.test>\n<-  250 Ok\n -> DATA\n<-  354 Go on\n -> ${message}\n -> .\n<-  250 Ok\n -> QUIT`,
    );
    const { detection, utterances } = readTranscript(log);
    assert.deepEqual(detection.peelers, []);
    assert.ok(utterances.some(({ text }) => text === message));
  });
});

test('a fix puts the prefix back', () => {
  const log = SWAKS.replace(/^/gm, 'mail-1  | ').replace(/mail-1 {2}\| $/, '');
  const fixed = rewrite(log, 4, 'client', 'HELO client.example');
  assert.equal(fixed.split('\n')[3], 'mail-1  |  -> HELO client.example');
});

describe('a terminal', () => {
  const shown = (text: string) => {
    const lines = linesOf(text);
    const { peelers } = readTranscript(text).detection;
    return lines.map((line) => peel(line, peelers).text);
  };

  test('shows what was typed after its corrections, and where it stands', () => {
    const log = `Trying 192.0.2.1...\r\r\nConnected to mx.\r\n220 mx ESMTP\r\r\nEHLOO\b \b client\r\n250 mx\r\r\nMAIL FROM:<a@v\b \bb>\r\n\u001b[1;31m550 5.7.1 No\u001b[0m\r\r\n`;
    assert.deepEqual(shown(log).slice(2), ['220 mx ESMTP', 'EHLO client', '250 mx', 'MAIL FROM:<a@b>', '550 5.7.1 No']);
    const { utterances } = readTranscript(log);
    const mail = utterances.find(({ text }) => text.startsWith('MAIL'));
    assert.ok(mail !== undefined);
    // `b` stands behind the letter that was taken back.
    assert.deepEqual(locate(mail, 13, 14), { line: 5, start: 17, end: 18 });
    const reply = utterances.at(-1);
    assert.ok(reply !== undefined);
    assert.deepEqual(locate(reply, 0, 3), { line: 6, start: 7, end: 10 });
  });

  test('is told to clear, move and name its window', () => {
    const log = `220 mx ESMTP\n\u001b[?2004hEHLO client\u001b[K\n\u001b]0;mail\u0007250 mx\nQUIX\u001b[DT\n\u001b[3G1\r221 bye\n`;
    assert.deepEqual(shown(log), ['220 mx ESMTP', 'EHLO client', '250 mx', 'QUIT', '221 bye']);
  });
});

test('escapes of JSON are undone with their places', () => {
  const log = `${['220 mx ESMTP', 'EHLO "client"', '250 mx'].map((line) => JSON.stringify({ msg: line })).join('\n')}\n`;
  const { utterances } = readTranscript(log);
  const hello = utterances.find(({ text }) => text === 'EHLO "client"');
  assert.ok(hello !== undefined);
  assert.deepEqual(locate(hello, 6, 12), { line: 1, start: 15, end: 21 });
});
