/** The command line: its output is a contract for other programs, its exit code for scripts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { folderOf, jsonLines, run } from '../helpers/program';

const GREETED = 'S: 220 mx.example.org ESMTP\nC: EHLO a.example\nS: 250 mx.example.org\n';
const CLEAN = `${GREETED}C: QUIT\nS: 221 Bye\n`;
const WRONG = `${GREETED}C: RCPT TO:<bob@example.org>\nS: 503 5.5.1 need MAIL\nC: QUIT\nS: 221 Bye\n`;
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

let folder: ReturnType<typeof folderOf>;
const cli = (...args: string[]) => run(args, { cwd: folder.path });

before(() => {
  folder = folderOf({
    'clean.smtp': CLEAN,
    'wrong.smtp': WRONG,
    'hint.smtp': GREETED,
    'empty.smtp': '',
    'utf16le.smtp': utf16(WRONG, false),
    'utf16be.smtp': utf16(WRONG, true),
    'bom.smtp': `\ufeff${WRONG}`,
    'cr.smtp': WRONG.replaceAll('\n', '\r'),
    'capture.pcap': Buffer.from('d4c3b2a1020004000000000000000000000004000100000066', 'hex'),
    'next.pcapng': Buffer.from('0a0d0d0a1c0000004d3c2b1a01000000ffff', 'hex'),
    'log.gz': Buffer.from('1f8b0800000000000003', 'hex'),
    'logs.zip': Buffer.from('504b03041400000008', 'hex'),
    'no-zip.smtp': `PK\n${WRONG}`,
    'nul.smtp': `\u0000${'\u0000'.repeat(5000)}`,
    'nul-inside.smtp': WRONG.replace('need MAIL', 'need\u0000MAIL'),
    'binary.bin': Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7919 + (index >> 3)) % 256),
    'source.c': '#include <stdio.h>\n\nint main(void) {\n  printf("250 Ok\\n");\n  return 0;\n}\n',
    'access.log': '192.0.2.1 - - [10/Oct/2026:13:55:36 +0000] "POST /send HTTP/1.1" 250 2326\n'.repeat(300),
    'latin1.smtp': Buffer.from(
      `${GREETED}C: MAIL FROM:<jos\xe9@example.org>\nS: 250 Ok\nC: RSET\nS: 250 Ok\nC: QUIT\nS: 221 Bye\n`,
      'latin1',
    ),
  });
});
after(() => folder.remove());

// One after the other: the second one mends the file that the first one reads.
describe('a file whose lines end in CR', () => {
  test('has the findings of one with LF, with several threads too', async () => {
    const { stdout } = await cli('check', '--format', 'json', '--threads', '2', 'wrong.smtp', 'cr.smtp');
    const [lf, cr, ...none] = jsonLines(stdout);
    assert.deepEqual([cr, none], [{ ...(lf as object), file: 'cr.smtp' }, []]);
  });

  test('keeps them where it is written anew', async () => {
    const { stdout } = await cli('redact', '--addresses', 'cr.smtp');
    assert.deepEqual([stdout.includes('\n'), stdout.split('\r').length], [false, 8]);
    await cli('check', '--fix', 'cr.smtp');
    const mended = readFileSync(`${folder.path}/cr.smtp`, 'utf8');
    assert.match(mended, /\rC: MAIL FROM:<sender@example.com>\rS: 250 Ok\rC: RCPT TO/);
    assert.ok(!mended.includes('\n'));
  });
});

describe('a file that holds no text', () => {
  test('is named, with what to do, and the others are checked all the same', async () => {
    const files = ['capture.pcap', 'next.pcapng', 'log.gz', 'logs.zip', 'no-zip.smtp'];
    for (const threads of ['1', '2']) {
      const { code, stdout } = await cli('check', '--format', 'json', '--threads', threads, ...files);
      const found = jsonLines(stdout) as { file: string; rule: string; message: string }[];
      assert.deepEqual([code, found.map(({ file }) => file)], [1, files]);
      for (const [index, words] of ['packet capture', 'packet capture', 'zcat', 'unzip'].entries()) {
        assert.equal(found[index]?.rule, 'file.not-recognised');
        assert.ok(found[index]?.message.includes(words), found[index]?.message);
      }
    }
  });

  test('cannot be parsed, nor standard input', async () => {
    const parsed = await cli('parse', 'log.gz');
    assert.deepEqual([parsed.code, parsed.stdout], [2, '']);
    assert.match(parsed.stderr, /^smtp-transcripts: log\.gz: Compressed with gzip, not text: .{10,80}\n$/);
    const { stdout } = await run(['check', '-'], { input: readFileSync(`${folder.path}/capture.pcap`) });
    assert.match(stdout, /^-:1:1: information: A packet capture/);
  });
});

describe('check', { concurrency: 4 }, () => {
  test('--format json gives one line for each finding, with every field', async () => {
    const { code, stdout, stderr } = await cli('check', '--format', 'json', 'wrong.smtp');
    assert.deepEqual([code, stderr], [1, '']);
    assert.deepEqual(jsonLines(stdout), [
      {
        file: 'wrong.smtp',
        line: 4,
        column: 4,
        endLine: 4,
        endColumn: 29,
        rule: 'sequence.rcpt-before-mail',
        category: 'sequence',
        severity: 'error',
        message: 'RCPT TO without MAIL FROM: no mail transaction is open',
        related: [{ line: 5, message: 'refused here: 503' }],
      },
    ]);
    assert.deepEqual(Object.keys(jsonLines(stdout)[0] ?? {}), [
      'file',
      'line',
      'column',
      'endLine',
      'endColumn',
      'rule',
      'category',
      'severity',
      'message',
      'related',
    ]);
  });

  test('as text gives place, severity, message and rule', async () => {
    const { code, stdout } = await cli('check', 'wrong.smtp');
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^wrong\.smtp:4:4: error: RCPT TO without MAIL FROM: no mail transaction is open \[sequence\.rcpt-before-mail\]\n/,
    );
    assert.match(stdout, /^ {4}wrong\.smtp:5: refused here: 503$/m);
  });

  test('says nothing about a healthy file', async () =>
    assert.deepEqual(await cli('check', 'clean.smtp'), { code: 0, stdout: '', stderr: '' }));

  test('exits with 0 when there are only hints', async () => {
    const { code, stdout } = await cli('check', '--format', 'json', 'hint.smtp');
    assert.equal(code, 0);
    assert.deepEqual(
      jsonLines(stdout).map(({ severity }) => severity),
      ['hint'],
    );
  });

  test('takes several files, in their order, and exits with the worst', async () => {
    const { code, stdout } = await cli('check', '--format', 'json', 'hint.smtp', 'wrong.smtp', 'clean.smtp');
    assert.equal(code, 1);
    assert.deepEqual(
      jsonLines(stdout).map(({ file }) => file),
      ['hint.smtp', 'wrong.smtp'],
    );
  });

  test('reads standard input for -', async () => {
    const { code, stdout } = await run(['check', '--format', 'json', '-'], { input: WRONG });
    assert.equal(code, 1);
    assert.deepEqual(
      jsonLines(stdout).map(({ file, line }) => [file, line]),
      [['-', 4]],
    );
  });

  test('speaks Chinese', async () => {
    const { stdout } = await cli('check', '--locale', 'zh-cn', '--format', 'json', 'wrong.smtp');
    assert.match(String(jsonLines(stdout)[0]?.message), /没有 MAIL FROM/);
    const byEnvironment = await run(['check', 'wrong.smtp'], { cwd: folder.path, env: { LC_ALL: 'zh_CN.UTF-8' } });
    assert.match(byEnvironment.stdout, /没有 MAIL FROM/);
  });

  test('can be told the dialect', async () => {
    assert.equal((await cli('check', '--dialect', 'swaks', 'wrong.smtp')).stdout, '');
    assert.equal((await cli('check', '--dialect', 'nonesuch', 'wrong.smtp')).code, 2);
  });

  test('counts lines at LF and columns in UTF-16 units', async () => {
    const input = `S: 220 a\r\r\nC: EHLO a\rb\r\nS: 250 mx\nC: RCPT TO:<😀@example.org> X\nS: 503 no\nC: QUIT\nS: 221 Bye\n`;
    const { stdout } = await run(['check', '--format', 'json', '-'], { input });
    const found = jsonLines(stdout).find(({ rule }) => rule === 'sequence.rcpt-before-mail');
    assert.deepEqual([found?.line, found?.column, found?.endColumn], [4, 4, 30]);
  });

  for (const name of ['utf16le.smtp', 'utf16be.smtp', 'bom.smtp', 'nul-inside.smtp']) {
    test(`reads ${name}`, async () => {
      const { code, stdout } = await cli('check', '--format', 'json', name);
      const found = jsonLines(stdout).find(({ rule }) => rule === 'sequence.rcpt-before-mail');
      assert.deepEqual([code, found?.line, found?.column], [1, 4, 4]);
    });
  }

  test('reads octets that are no UTF-8', async () =>
    assert.ok([0, 1].includes((await cli('check', 'latin1.smtp')).code ?? -1)));

  test('says nothing about an empty file', async () =>
    assert.deepEqual(await cli('check', 'empty.smtp'), { code: 0, stdout: '', stderr: '' }));

  for (const name of ['nul.smtp', 'binary.bin', 'source.c', 'access.log']) {
    test(`has one thing to say about ${name}, and it is no reproach`, async () => {
      const { code, stdout, stderr } = await cli('check', '--format', 'json', name);
      assert.deepEqual([code, stderr], [0, '']);
      assert.deepEqual(
        jsonLines(stdout).map(({ rule, severity, line }) => [rule, severity, line]),
        [['file.not-recognised', 'information', 1]],
      );
    });
  }

  test('reads a line of 50 MB', async () => {
    const long = Buffer.alloc(50 * 1024 * 1024, 'a');
    const { code } = await run(['check', '-'], { input: long });
    assert.equal(code, 0);
    const said = await run(['check', '--format', 'json', '-'], {
      input: Buffer.concat([Buffer.from('S: 220 mx\nC: '), long, Buffer.from('\nS: 500 no\n')]),
    });
    assert.ok(said.code === 0 || said.code === 1);
    assert.ok(said.stdout.length < 100_000, `${said.stdout.length} characters of output`);
  });

  test('is quiet when nobody reads on', async () => {
    const input = `${GREETED}${'C: RCPT TO:<bob@example.org>\nS: 550 5.1.1 no\nC: MAIL FROM:<a@b.example>\nS: 250 Ok\nC: RSET\nS: 250 Ok\n'.repeat(3000)}`;
    const { code, stderr } = await run(['check', '-'], { input, readOnly: 1000 });
    assert.equal(stderr, '');
    assert.ok(code === 0 || code === 1, `${code}`);
  });
});

describe('parse', () => {
  test('gives one line for each file, with every field', async () => {
    const { code, stdout, stderr } = await run(['parse', '--format', 'json', '-'], {
      input: `${GREETED}C: MAIL FROM:<a@b.example>\nS: 250 2.1.0 Ok\nC: RCPT TO:<c@d.example>\nS: 250 Ok\nC: DATA\nS: 354 Go\nC: Subject: x\nC: .\nS: 250-2.0.0 Ok\nS: 250 queued\nC: NOOP\n`,
    });
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(jsonLines(stdout), [
      {
        file: '-',
        dialect: 'canonical',
        sessions: [
          {
            key: '1',
            firstLine: 1,
            lastLine: 14,
            tls: false,
            commands: [
              { line: 2, verb: 'EHLO', text: 'EHLO a.example', reply: 250 },
              { line: 4, verb: 'MAIL', text: 'MAIL FROM:<a@b.example>', reply: 250 },
              { line: 6, verb: 'RCPT', text: 'RCPT TO:<c@d.example>', reply: 250 },
              { line: 8, verb: 'DATA', text: 'DATA', reply: 354 },
              { line: 14, verb: 'NOOP', text: 'NOOP', reply: null },
            ],
            replies: [
              { line: 1, endLine: 1, code: 220, enhanced: null, text: ['mx.example.org ESMTP'], answers: null },
              { line: 3, endLine: 3, code: 250, enhanced: null, text: ['mx.example.org'], answers: 2 },
              { line: 5, endLine: 5, code: 250, enhanced: '2.1.0', text: ['2.1.0 Ok'], answers: 4 },
              { line: 7, endLine: 7, code: 250, enhanced: null, text: ['Ok'], answers: 6 },
              { line: 9, endLine: 9, code: 354, enhanced: null, text: ['Go'], answers: 8 },
              { line: 12, endLine: 13, code: 250, enhanced: '2.0.0', text: ['2.0.0 Ok', 'queued'], answers: 8 },
            ],
            transactions: [
              {
                from: 'a@b.example',
                recipients: [{ address: 'c@d.example', code: 250 }],
                outcome: 'delivered',
                code: 250,
                messageLines: [10, 11],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('gives null and no session for a file that is no transcript', async () => {
    const { code, stdout } = await cli('parse', '--format', 'json', 'source.c', 'empty.smtp');
    assert.equal(code, 0);
    assert.deepEqual(jsonLines(stdout), [
      { file: 'source.c', dialect: null, sessions: [] },
      { file: 'empty.smtp', dialect: null, sessions: [] },
    ]);
  });

  test('knows no other format', async () =>
    assert.equal((await cli('parse', '--format', 'text', 'clean.smtp')).code, 2));
});

describe('explain', { concurrency: 4 }, () => {
  for (const key of ['503', '5.7.1', 'EHLO', 'PIPELINING', 'sequence.rcpt-before-mail']) {
    test(`knows ${key}`, async () => {
      const { code, stdout } = await cli('explain', key);
      assert.equal(code, 0);
      assert.match(stdout, /^# /);
    });
  }

  test('speaks Chinese', async () =>
    assert.match((await cli('explain', '503', '--locale', 'zh-cn')).stdout, /当您看到此代码时/));

  test('says what it does not know', async () => {
    const { code, stdout, stderr } = await cli('explain', 'no-such-key');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /no-such-key/);
  });

  test('lists every key with its kind', async () => {
    const { code, stdout } = await cli('explain', '--list', '--format', 'json');
    assert.equal(code, 0);
    const rows = jsonLines(stdout);
    for (const kind of ['reply-code', 'enhanced-code', 'verb', 'extension', 'term', 'guide', 'rule']) {
      assert.ok(
        rows.some((row) => row.kind === kind),
        `no ${kind} among ${[...new Set(rows.map((row) => row.kind))]}`,
      );
    }
    for (const row of rows) assert.deepEqual([typeof row.key, typeof row.title], ['string', 'string']);
  });
});

describe('bad usage', { concurrency: 4 }, () => {
  const usage: readonly (readonly [name: string, args: readonly string[], says: RegExp])[] = [
    ['an unknown command', ['chek', 'clean.smtp'], /unknown command "chek"/],
    ['an unknown option', ['check', '--no-such-option', 'clean.smtp'], /no-such-option/],
    ['an unknown format', ['check', '--format', 'xml', 'clean.smtp'], /--format takes .*"xml"/],
    ['no file', ['check'], /needs a file/],
    ['no file for parse', ['parse'], /needs a file/],
    ['no key', ['explain'], /needs a key/],
    ['a missing file', ['check', 'nowhere.smtp'], /nowhere\.smtp/],
    ['a folder', ['check', '.'], /directory/],
    ['a missing file for parse', ['parse', 'nowhere.smtp'], /nowhere\.smtp/],
  ];

  for (const [name, args, says] of usage) {
    test(`${name} is exit code 2 and one line on stderr`, async () => {
      const { code, stderr, stdout } = await cli(...args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, says);
      assert.match(stderr, /^smtp-transcripts: [^\n]+\n$/);
    });
  }

  test('nothing at all prints the usage on stderr', async () => {
    const { code, stderr } = await cli();
    assert.equal(code, 2);
    assert.match(stderr, /^Usage: smtp-transcripts /);
  });
});

describe('help and version', () => {
  test('go to stdout', async () => {
    assert.match((await cli('--help')).stdout, /^Usage: smtp-transcripts /);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.deepEqual(await cli('--version'), { code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
