/** Several logs in one file. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { convert } from '../../server/src/output/convert';
import type { Detection } from '../../server/src/transcript/detect';
import { DIALECTS } from '../../server/src/transcript/dialects';
import { canonical } from '../../server/src/transcript/dialects/canonical';
import { readTranscript, type Transcript } from '../../server/src/transcript/readTranscript';
import { commandsOf } from '../helpers/corpus';
import { dump } from '../helpers/dump';
import { SWAKS, TELNET } from '../helpers/shortLogs';

const regions = (text: string) =>
  readTranscript(text).regions.map(({ firstLine, detection }) => `${firstLine + 1} ${detection.dialect?.id}`);
const indented = (text: string, prefix: string) => text.replace(/^(?=.)/gm, prefix);

/** Each first log ends in another way: in mail data, behind a prefix, in packets, in words of its program. */
const PAIRS = [
  ['swaks/auth-login-535.log', 'exchange/receive-auth-failure.log'],
  ['haraka/abort-logfmt.log', 'curl/clean-v.log'],
  ['dovecot-lmtp-rawlog/in-and-out.log', 'esmtp/spam.log'],
  ['exchange/receive-auth-failure.log', 'postfix-smtpd-v/early.log'],
  ['strace/curl-octets.log', 'esmtp/spam.log'],
  ['claws-mail/clean.log', 'tcpflow/C-cut-lines.log'],
  ['telnet/params-not-offered.log', 'smtplib/auth-535.log'],
] as const;

describe('two pastes', () => {
  test('with words between them', () => {
    const text = `${SWAKS}\nBy hand it looks like this:\n\n${TELNET}`;
    assert.deepEqual(regions(text), ['1 swaks', '12 bare']);
    const lines = dump(text);
    assert.deepEqual(
      lines.filter((line) => line.startsWith('session')),
      ['session 1', 'session 1@2'],
    );
    assert.ok(lines.includes('25 S 550'));
  });

  test('in either order, and back again', () => {
    assert.deepEqual(regions(`${TELNET}\nswaks says:\n\n${SWAKS}`), ['1 bare', '15 swaks']);
    assert.deepEqual(
      regions(`${SWAKS}\n\n${TELNET}\n\n${SWAKS}`).map((region) => region.replace(/^\d+ /, '')),
      ['swaks', 'bare', 'swaks'],
    );
  });

  test('the second a longer one of a client that shows the wire', () => {
    const smtplib = `connect: to ('192.0.2.1', 25) None
reply: b'220 mx.example.test ESMTP\\r\\n'
reply: retcode (220); Msg: b'mx.example.test ESMTP'
send: 'ehlo a.test\\r\\n'
reply: b'250 mx.example.test\\r\\n'
reply: retcode (250); Msg: b'mx.example.test'
${"send: 'noop\\r\\n'\nreply: b'250 Ok\\r\\n'\n".repeat(10)}`;
    assert.deepEqual(regions(`${SWAKS}\n\n${smtplib}`), ['1 swaks', '12 smtplib']);
  });

  test('of one tool, the second behind a prefix', () => {
    const text = `${SWAKS}\nand in the container:\n\n${indented(SWAKS, 'mail-1  | ')}`;
    assert.deepEqual(
      readTranscript(text).regions.map(({ detection }) => detection.peelers.map(({ id }) => id)),
      [[], ['docker-compose']],
    );
  });

  const corpus = (path: string) => readFileSync(`test/corpus/${path}`, 'utf8').trimEnd();
  const between = '\n\nAnd this is what the other side wrote at that time:\n\n';
  const formats = (...logs: readonly string[]) =>
    regions(logs.map(corpus).join(between)).map((region) => region.replace(/^\d+ /, ''));

  test('the first broken off in mail data', () => {
    for (const first of ['haraka/abort-logfmt.log', 'recordio/abort.log', 'aiosmtpd/abort.log']) {
      const format = formats(first);
      assert.deepEqual(formats(first, 'curl/clean-v.log'), [...format, 'curl']);
    }
  });

  test('the first a short one of a program that nobody told us of', () => {
    assert.deepEqual(formats('ssmtp/clean.log', 'aiosmtpd/http.log'), ['marked', 'aiosmtpd']);
  });

  test('the second with lines that a terminal has, too', () => {
    const first = 'telnet/params-not-offered.log';
    assert.deepEqual(formats(first, 'socat/v-bare-lf.log'), ['bare', 'socat']);
    assert.deepEqual(formats(first, 'tshark-follow/cut-lines.log'), ['bare', 'tshark-follow']);
  });

  test('with one line between them, or none', () => {
    const kinds = (text: string) => regions(text).map((region) => region.replace(/^\d+ /, ''));
    assert.deepEqual(kinds(`${SWAKS}By hand it looks like this:\n${TELNET}`), ['swaks', 'bare']);
    assert.deepEqual(kinds(`${SWAKS}${TELNET}`), ['swaks', 'bare']);
    for (const [first, second] of PAIRS) {
      const [one, other] = [corpus(first), corpus(second)];
      const both = readTranscript(`${one}\nThe other side:\n${other}\n`);
      const apart = [one, other].map((text) => readTranscript(`${text}\n`));
      const ids = (of: readonly Transcript[]) =>
        of.flatMap(({ regions: all }) => all.map(({ detection }) => detection));
      const id = ({ dialect }: Detection) => dialect?.id;
      assert.deepEqual(ids([both]).map(id), ids(apart).map(id), `${first} + ${second}`);
      const said = (of: readonly Transcript[]) => of.flatMap(commandsOf).map(({ verb }) => verb);
      assert.deepEqual(said([both]), said(apart), `${first} + ${second}`);
    }
  });

  test('the second with replies behind heads that the first does not have', () => {
    const [one, other] = [corpus('javamail/starttls-auth-clean.log'), corpus('smtp-server/starttls.log')];
    const both = `${one}\n\n${other}\n`;
    assert.deepEqual(
      readTranscript(both).regions.map(({ detection }) => detection.dialect?.id),
      ['javamail', 'smtp-server'],
    );
    const verbs = (text: string) => commandsOf(readTranscript(text)).map(({ verb }) => verb);
    assert.deepEqual(verbs(both), [...verbs(`${one}\n`), ...verbs(`${other}\n`)]);
  });

  test('after a thousand lines of the first', () => {
    const long = SWAKS.repeat(100);
    assert.deepEqual(regions(`${long}\nThen by hand:\n\n${TELNET}`), ['1 swaks', '1101 bare']);
  });
});

describe('Markdown', () => {
  const text = `# It does not work

    220 is what I expected

\`\`\`console
$ swaks
${SWAKS}\`\`\`

Here is my configuration:

\`\`\`ini
host = mx.example.test
code = 250
\`\`\`

~~~
${TELNET}~~~

250 people wait for it.
`;

  test('each code block is a region of its own, the rest is prose', () => {
    assert.deepEqual(regions(text), ['6 swaks', '28 bare']);
    assert.ok(dump(text).every((line) => !line.includes('unasked')));
  });

  test('also quoted in a mail', () => {
    assert.deepEqual(
      regions(indented(text.replaceAll('\n\n', '\n>\n'), '> ')).map((region) => region.replace(/^\d+ /, '')),
      ['swaks', 'bare'],
    );
  });
});

describe('one log', () => {
  const data = (lines: string) => `220 mx ESMTP
EHLO client.example
250 mx
MAIL FROM:<a@client.example>
250 Ok
RCPT TO:<b@example.test>
250 Ok
DATA
354 End data with <CR><LF>.<CR><LF>
Subject: a log

${lines}
.
250 queued
QUIT
221 Bye
`;

  test('whose message is another log stays one', () => {
    assert.deepEqual(regions(data(SWAKS)), ['1 bare']);
    assert.deepEqual(
      regions(indented(data(`\`\`\`\n${SWAKS}\`\`\``), 'C: ').replace(/^C: (?=\d{3})/gm, 'S: ')).length,
      1,
    );
  });

  test('whose message is another log stays one, whatever wrote it', () => {
    const message = [SWAKS, TELNET, readFileSync('test/corpus/curl/clean-v.log', 'utf8')].join('\n\n');
    const lines = data(message.replace(/^\./gm, '..')).split('\n').slice(0, -1);
    const server = /^\d{3} (?!.*\bmx\.)/;
    const end = lines.lastIndexOf('.');
    const marked = lines.map((line, at) => ((at < 9 || at > end) && server.test(line) ? `S: ${line}` : `C: ${line}`));
    const transcript = readTranscript(`${['S: 220 mx', ...marked.slice(1)].join('\n')}\n`, canonical);
    for (const dialect of DIALECTS.filter(({ events }) => events !== true)) {
      const text = convert(transcript, dialect);
      const read = readTranscript(text);
      if (read.detection.dialect !== dialect) continue;
      assert.deepEqual(read.regions.length, 1, `${dialect.id}\n${text}`);
    }
  });

  test('whose lines stop being read for a while stays one', () => {
    const silence = 'a line of another program\n\n'.repeat(50);
    assert.deepEqual(regions(`${SWAKS}${silence}${SWAKS}`), ['1 swaks']);
  });

  test('is one whatever it holds when its dialect is given', () => {
    const { regions: given } = readTranscript(`${SWAKS}\n\n${TELNET}`, readTranscript(SWAKS).detection.dialect);
    assert.equal(given.length, 1);
  });
});

test('a log that begins late is found', () => {
  const startup = Array.from({ length: 700 }, (_, index) => `module ${index} loaded`).join('\n');
  const text = `${startup}\n${SWAKS.repeat(3)}`;
  assert.deepEqual(
    readTranscript(text).regions.map(({ detection }) => detection.dialect?.id),
    ['swaks'],
  );
});

test('an empty text, and one without SMTP, has no region', () => {
  assert.deepEqual(regions(''), []);
  assert.deepEqual(regions('\n\n\n'), []);
  assert.deepEqual(regions('nothing\n'.repeat(3000)), []);
});
