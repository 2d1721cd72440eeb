/** Lines that are read together give what they give one by one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Bulk, FileKinds } from '../../server/src/cli/bulk/bulk';
import { DEFAULT_THRESHOLDS } from '../../server/src/rules/thresholds';
import { detect } from '../../server/src/transcript/detect';
import { FileReader, type Within } from '../../server/src/transcript/fileReader';
import { LineSplitter, linesOf } from '../../server/src/transcript/lines';
import type { Session } from '../../server/src/transcript/reader';
import type { Line } from '../../server/src/transcript/transcript';
import { DIALECT_SHAPES, POSTFIX, textOf } from '../bench/logs';

interface Reading {
  /** Names of sessions, which tell when they began, left out. */
  readonly sessions: readonly string[];
  /** How many lines were passed over. */
  readonly passed: number;
}

/** Reads the text in chunks of a size, one line at a time or, where that may be, many. */
function reading(text: string, size: number, together: boolean, within?: Within): Reading {
  const sessions: Session[] = [];
  let passed = 0;
  const reader = new FileReader({ onSession: (session) => sessions.push(session) }, undefined, within);
  const splitter = new LineSplitter();
  const bulk = new Bulk({
    kinds: new FileKinds(DEFAULT_THRESHOLDS),
    isIdle: () => true,
    tell: () => undefined,
    settled: () => reader.settled,
    read: (line) => {
      passed--;
      reader.push(line);
    },
  });
  const pass = (chunk: string, start: number, number: number) => {
    const run = bulk.pass(chunk, start, number);
    passed += run?.lines ?? 0;
    return run;
  };
  const take = (line: Line) => {
    if (!together || !bulk.take(line)) reader.push(line);
    else passed++;
  };
  for (let at = 0; at < text.length; at += size)
    splitter.push(text.slice(at, at + size), take, together ? pass : undefined);
  splitter.end(take);
  bulk.release();
  reader.end();
  return { sessions: sessions.map(unnamed).sort(), passed };
}

function unnamed(session: Session): string {
  return JSON.stringify(session, (key, value) => (NAMES.has(key) ? undefined : value));
}

const NAMES: ReadonlySet<string> = new Set(['key', 'name', 'session', 'use']);

/** How many lines were passed over; fails where that makes a difference. */
function assertSame(text: string, size = 4096, within?: Within): number {
  const { sessions, passed } = reading(text, size, true, within);
  assert.deepEqual(sessions, reading(text, size, false, within).sessions);
  return passed;
}

/** From the first line on in the format of the text: nothing waits for it to be known. */
function formatOf(text: string): Within | undefined {
  const detection = detect(linesOf(text));
  return detection.dialect && { detection, state: detection.dialect.start() };
}

describe('runs of lines', () => {
  test('logs of the corpus', () => {
    let passed = 0;
    for (const entry of readdirSync('test/corpus', { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/postfix|swaks|rfc|tshark-follow/.test(entry.parentPath)) continue;
      const text = readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8');
      const within = formatOf(text);
      passed += assertSame(text) + (within === undefined ? 0 : assertSame(text, 4096, within));
    }
    assert.ok(passed > 300, `${passed} lines were passed over`);
  });

  for (const shape of DIALECT_SHAPES.filter(({ id }) => id !== 'exchange')) {
    test(`a quarter of the lines of a usual ${shape.name} need no look`, () => {
      const text = textOf(shape, 60_000);
      const passed = assertSame(text, 4096, formatOf(text));
      assert.ok(passed * 4 > text.split('\n').length, `${passed} lines were passed over`);
    });
  }

  test('a text that is read again, as that of a copy is', () => {
    for (const shape of DIALECT_SHAPES) {
      const text = textOf(shape, 9_000);
      const within = formatOf(text);
      for (let time = 0; time < 2; time++) assertSame(text, text.length, within);
    }
  });

  const said = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        'Subject: x',
        '',
        'text',
        'Message-ID: <1@x>',
        'message-id:<2@x> ',
        '    indented',
        'tab\there',
        '-> x',
      ),
    },
    fc.constantFrom('.', '..', '.x', 'QUIT', 'quit', 'DATA', 'Mailing list', 'RCPT TO:<a@b>', 'EHLO x', 'starting'),
    fc.constantFrom('Grüße', 'a\u0007b', 'a\rb', '\r', '␍␊', '\u007f', '12 lines sent', '***', '<redacted>', '[x]'),
    fc.constantFrom('x'.repeat(998), 'x'.repeat(999), '# no comment'),
  );
  const eol = fc.constantFrom('\n', '\r\n');
  const size = fc.constantFrom(37, 300, 4096);

  /** What a client says as data, and now and then something else. */
  function assertDataIsSame(client: string, server: string, start: string, ...others: readonly string[]): void {
    const begin = `${start}${server}220 mx.example.org ESMTP
${client}EHLO c.example
${server}250 mx.example.org
${client}MAIL FROM:<a@example.com>
${server}250 Ok
${client}RCPT TO:<b@example.org>
${server}250 Ok
${client}DATA
${server}354 Go
`;
    const within = formatOf(begin);
    const end = `${client}.\n${server}250 Ok\n${client}QUIT\n`;
    const line = fc.oneof(
      { weight: 8, arbitrary: said.map((text) => `${client}${text}`) },
      fc.tuple(fc.constantFrom(server, ...others), said).map((parts) => parts.join('')),
    );
    let passed = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), eol, size, (lines, lineEnd, length) => {
        passed += assertSame(`${begin}${lines.map((each) => each + lineEnd).join('')}${end}`, length, within);
      }),
    );
    assert.ok(passed > 20, `${passed} lines were passed over`);
  }

  test('mail data of any kind, canonical', () =>
    assertDataIsSame('C: ', 'S: ', '', 'C:', 'C:  ', '# ', '12:00:00 C: ', '* elided data ', '--- session x ---\n'));

  test('mail data of any kind, swaks', () => {
    const start = '=== Trying x:25...\n=== Connected to x.\n';
    assertDataIsSame(' -> ', '<-  ', start, ' ~> ', ' *> ', ' ->', '', '=== ', '*** ', start);
  });

  /** What a server says in several lines, and now and then something else. */
  function assertRepliesAreSame(client: string, server: string, start: string, ...others: readonly string[]): void {
    const begin = `${start}${server}220 mx.example.org ESMTP\n${client}EHLO c.example\n`;
    const within = formatOf(`${begin}${server}250 mx.example.org\n${client}QUIT\n${server}221 Bye\n`);
    const keyword = fc.constantFrom(
      'PIPELINING',
      'SIZE 1000',
      'STARTTLS',
      'AUTH PLAIN',
      '',
      ' x',
      'Grüße',
      'a\rb',
      '2.1.0 Ok',
    );
    const hello = fc
      .array(keyword, { minLength: 1, maxLength: 4 })
      .map((keywords) => [...keywords.map((each) => `${server}250-${each}`), `${server}250 8BITMIME`].join('\n'));
    const line = fc.oneof(
      { weight: 4, arbitrary: hello },
      { weight: 2, arbitrary: fc.constantFrom('EHLO d.example', 'DATA', '.', 'STARTTLS').map((each) => client + each) },
      fc.constantFrom('250-half', '250 Ok', '354 Go', '550-No', '550 No', '220 y').map((each) => server + each),
      fc.constantFrom(...others),
    );
    let passed = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), eol, size, (lines, lineEnd, length) => {
        passed += assertSame(`${begin}${lines.map((each) => each + lineEnd).join('')}`, length, within);
      }),
    );
    assert.ok(passed > 20, `${passed} lines were passed over`);
  }

  test('replies of several lines, canonical', () =>
    assertRepliesAreSame(
      'C: ',
      'S: ',
      '',
      '12:00:00 S: 250-x',
      '* elided replies',
      '--- session x ---',
      'S:250 x',
      ' 250 x',
    ));

  test('replies of several lines, swaks', () => {
    const start = '=== Trying x:25...\n=== Connected to x.\n';
    assertRepliesAreSame(' -> ', '<-  ', start, '<** 550 x', '<~  250-x', '=== TLS started', start.trimEnd());
  });

  test('what smtpd says, heard or not', () => {
    const words = readdirSync('test/corpus', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.parentPath.includes('postfix'))
      .flatMap((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8').split('\n'))
      .flatMap((each) => /(?:smtpd?|lmtp|qmgr)\[\d+\]: (.*)/.exec(each)?.[1] ?? []);
    const text = fc.oneof(
      fc.constantFrom(...new Set(words)),
      fc.constantFrom(
        '',
        '> x',
        '>>> x',
        'connect from x[1.2.3.4]',
        '< a[1.2.3.4]: QUIT',
        '> a[1.2.3.4]: 250 Ok',
        'a\rb',
      ),
      fc.string({ maxLength: 12 }),
    );
    const process = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('postfix/smtpd[1]', 'postfix/submission/smtpd[2]', 'smtpd[1]') },
      fc.constantFrom(
        'postfix/smtp[3]',
        'postfix/smtpd',
        'postfix/qmgr[4]',
        'xsmtpd[1]',
        'postfix/smtpd[x]',
        'a[1]smtpd[1]',
        'postfix/cleanup[5]',
        'opendkim[6]',
      ),
    );
    const head = fc.constantFrom(
      'Nov 24 19:02:08 mx ',
      'Nov 24 19:02:08 mx ',
      'Nov 24 19:02:08 mx ',
      '### ',
      '> ',
      ' ',
    );
    const line = fc.tuple(head, process, text).map(([from, by, says]) => `${from}${by}: ${says}\n`);
    const within = formatOf(textOf(POSTFIX, 5000));
    let passed = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 9, arbitrary: line }, text), { maxLength: 60 }),
        size,
        (lines, length) => {
          passed += assertSame(lines.join(''), length, within);
        },
      ),
    );
    assert.ok(passed > 20, `${passed} lines were passed over`);
  });
});
