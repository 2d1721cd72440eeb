/** Logs of several programs, line among line, as docker compose, Kubernetes, pm2, foreman and the journal show them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { DEFAULT_POLICY } from '../../server/src/rules/presets';
import { readTranscript } from '../../server/src/transcript/readTranscript';
import { short } from '../helpers/talk';

const HEADS: Readonly<Record<string, (name: string) => string>> = {
  'docker compose': (name) => `${`${name}-1`.padEnd(7)} | `,
  'kubectl --prefix': (name) => `[pod/${name}-7c9f/smtp] `,
  pm2: (name) => `0|${name.padEnd(5)} | `,
  foreman: (name) => `18:55:02 ${name}.1`.padEnd(16).concat(' | '),
};

/** A client's log and a server's; two of one format, whose sessions have the same names. */
const PAIRS = [
  ['nodemailer/some-refused.log', 'smtp-server/starttls.log'],
  ['phpmailer/level3-auth-535.log', 'postfix-maillog/out-bounced.log'],
  ['swaks/auth-login-535.log', 'haraka/inter2.log'],
  ['smtplib/auth-535.log', 'postfix-smtpd-v/inter2.log'],
  ['postfix-smtpd-v/inter2.log', 'postfix-smtpd-v/early.log'],
  ['swaks/auth-login-535.log', 'swaks/lmtp-dovecot.log'],
] as const;

const linesOfLog = (path: string) =>
  readFileSync(`test/corpus/${path}`, 'utf8').trimEnd().replaceAll('\r\n', '\n').split('\n');

/** Two lines of the one, three of the other, and so on. */
function among(one: readonly string[], other: readonly string[]): string {
  const lines: string[] = [];
  for (let at = 0; at * 2 < one.length || at * 3 < other.length; at++) {
    lines.push(...one.slice(at * 2, at * 2 + 2), ...other.slice(at * 3, at * 3 + 3));
  }
  return `${lines.join('\n')}\n`;
}

function behind(head: string, lines: readonly string[]): string[] {
  return lines.map((line) => head + line);
}

/** What sessions say, and what is found on which text. */
function read(text: string): string[] {
  const document = new ParsedDocument(text);
  return [
    ...document.transcript.sessions.map(({ steps }) => steps.map(({ exchange }) => short(exchange)).join(' | ')),
    ...document.findings.map(({ rule, problem }) => `${rule.code}: ${document.lineText(problem.span.line)}`),
  ].sort();
}

describe('the logs of two programs are read as each by itself', () => {
  for (const [style, head] of Object.entries(HEADS)) {
    for (const [one, other] of PAIRS) {
      test(`${style}: ${one}, ${other}`, () => {
        const first = behind(head('app'), linesOfLog(one));
        const second = behind(head('mail'), linesOfLog(other));
        const apart = [first, second].flatMap((lines) => read(`${lines.join('\n')}\n`));
        assert.deepEqual(read(among(first, second)), apart.sort());
      });
    }
  }
});

/** Behind their own heads of syslog, and an application's. */
const OF_SYSLOG = [
  'postfix-smtpd-v/inter2.log',
  'postfix-maillog/out-bounced.log',
  'courier/out.log',
  'amavis/refused.log',
  'sendemail/rcpt-refused.log',
] as const;

describe('an application beside the mail server in the journal is read as each by itself', () => {
  for (const own of ['nodemailer/some-refused.log', 'smtplib/auth-535.log', 'phpmailer/level3-auth-535.log']) {
    for (const other of OF_SYSLOG) {
      test(`${own}, ${other}`, () => {
        const first = behind('Nov 24 18:55:02 mx app[77]: ', linesOfLog(own));
        const second = linesOfLog(other);
        const apart = [first, second].flatMap((lines) => read(`${lines.join('\n')}\n`));
        assert.deepEqual(read(among(first, second)), apart.sort());
      });
    }
  }
});

const CLIENT = behind('app-1  | ', linesOfLog('nodemailer/some-refused.log'));
const SERVER = behind('mail-1 | ', linesOfLog('smtp-server/starttls.log'));

describe('a file of two programs', () => {
  const text = among(CLIENT, SERVER);
  const document = new ParsedDocument(text);

  test('tells the format of each line, and sessions by their program', () => {
    const formats = text
      .trimEnd()
      .split('\n')
      .map((line, number) => `${line.slice(0, 4)} ${document.detectionAt(number).dialect?.id}`);
    assert.deepEqual(new Set(formats), new Set(['app- nodemailer', 'mail smtp-server']));
    assert.deepEqual(
      document.transcript.sessions.map(({ key }) => key),
      ['an75pj43pksj7s0a@mail-1', 'lzPCFrd7Or8@app-1'],
    );
  });

  test('finds what each line is in its session', () => {
    const said = document.transcript.utterances.filter(({ speaker }) => speaker !== 'tool');
    const lost = said.filter((each) => document.contextOf(each)?.session.name !== each.session);
    assert.deepEqual(
      lost.filter((each) => !isData(each.line)),
      [],
    );
    function isData(line: number): boolean {
      return document.transcript.sessions.some(({ steps }) =>
        steps.some(
          ({ exchange }) =>
            exchange.kind === 'message' && exchange.data.firstLine <= line && exchange.data.lastLine >= line,
        ),
      );
    }
  });

  test('is read after an edit as anew', () => {
    const at = text.indexOf('250 SIZE 40000') + '250 SIZE 40000'.length;
    const edited = document.content.edited(at, at, '0');
    const after = new ParsedDocument(edited, undefined, DEFAULT_POLICY, new ParsedDocument(text));
    assert.deepEqual(after.transcript, new ParsedDocument(edited.toString()).transcript);
  });
});

describe('one log it is', () => {
  test('where one program speaks SMTP', () => {
    const database = Array.from({ length: 60 }, (_, n) => `db-1   | LOG:  checkpoint ${n} complete: wrote 250 buffers`);
    const { regions, sessions, quiet } = readTranscript(among(CLIENT, database));
    assert.deepEqual([regions.length, sessions[0]?.key, quiet.length], [1, 'lzPCFrd7Or8', 1]);
  });

  test('where all processes are of one program, or only mention mail', () => {
    const chatter = Array.from({ length: 40 }, (_, n) => [
      `Nov 24 18:55:02 mx opendkim[9]: ${n}: DKIM-Signature field added (s=a, d=example.org)`,
      `Nov 24 18:55:02 mx CRON[${n}]: (root) CMD (sendmail -q)`,
    ]);
    const { regions, sessions } = readTranscript(among(linesOfLog('postfix-smtpd-v/inter2.log'), chatter.flat()));
    assert.deepEqual([regions.length, sessions.map(({ key }) => key)], [1, ['23706/1', '23752/2']]);
  });

  test('where the names are those of the two sides', () => {
    const dialogue = [
      'server | 220 mx ESMTP',
      'client | EHLO a.test',
      'server | 250 mx',
      'client | MAIL FROM:<a@a.test>',
    ];
    const more = [
      'server | 250 Ok',
      'client | RCPT TO:<b@a.test>',
      'server | 250 Ok',
      'client | QUIT',
      'server | 221 Bye',
    ];
    const { regions, sessions } = readTranscript(`${[...dialogue, ...more].join('\n')}\n`);
    assert.deepEqual([regions.length, sessions.length, sessions[0]?.steps.length], [1, 1, 6]);
  });

  test('where numbers stand before the lines', () => {
    const lines = linesOfLog('smtplib/auth-535.log').map((line, index) => `${index + 1} | ${line}`);
    assert.deepEqual(readTranscript(`${lines.join('\n')}\n`).sessions.length, 1);
  });
});
