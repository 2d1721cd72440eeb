/** How `check` is told what to report: configuration, baseline, fixes, patterns. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { folderOf, jsonLines, run } from '../helpers/program';

const GREETED = 'S: 220 mx.example.org ESMTP\nC: EHLO a.example\nS: 250 mx.example.org\n';
const END = 'C: QUIT\nS: 221 Bye\n';
const WRONG = `${GREETED}C: RCPT TO:<bob@example.org>\nS: 503 5.5.1 need MAIL\n${END}`;
const FIXABLE = `${GREETED}C: MAIL FROM: <alice@example.com>\nS: 250 Ok\nC: RSET\nS: 250 Ok\n${END}`;
const HINT = GREETED;
const config = (value: object) => JSON.stringify(value);

let folder: ReturnType<typeof folderOf>;
beforeEach(() => {
  folder = folderOf({
    'wrong.smtp': WRONG,
    'fixable.smtp': FIXABLE,
    'hint.smtp': HINT,
    'refused.smtp': `${GREETED}C: MAIL FROM:<alice@example.com>\nS: 550 5.7.1 no\n${END}`,
    'logs/deep/wrong.smtp': WRONG,
    'logs/deep/notes.txt': 'nothing',
    'logs/clean.smtp': `${GREETED}${END}`,
  });
});
afterEach(() => folder.remove());

const put = (name: string, text: string) => writeFileSync(join(folder.path, name), text);
const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');
const check = (...args: string[]) => run(['check', '--format', 'json', ...args], { cwd: folder.path });
const found = async (...args: string[]) =>
  jsonLines((await check(...args)).stdout).map(({ rule, severity }) => `${severity} ${rule}`);

describe('.smtprc.json', () => {
  test('turns a rule off, or changes its severity', async () => {
    put('.smtprc.json', config({ rules: { 'sequence.rcpt-before-mail': 'off' } }));
    assert.deepEqual(await check('wrong.smtp'), { code: 0, stdout: '', stderr: '' });
    put('.smtprc.json', config({ rules: { 'sequence.rcpt-before-mail': 'hint' } }));
    assert.deepEqual(await found('wrong.smtp'), ['hint sequence.rcpt-before-mail']);
  });

  test('presets: strict takes the protocol more seriously, errors-only keeps errors', async () => {
    put('.smtprc.json', config({ preset: 'strict' }));
    assert.deepEqual(await found('hint.smtp'), ['information sequence.no-quit']);
    put('.smtprc.json', config({ preset: 'errors-only' }));
    assert.deepEqual(await found('hint.smtp', 'wrong.smtp'), ['error sequence.rcpt-before-mail']);
    put('.smtprc.json', config({ preset: 'errors-only', rules: { 'sequence.no-quit': 'hint' } }));
    assert.deepEqual(await found('hint.smtp'), ['hint sequence.no-quit']);
  });

  test('the nearest one upwards holds, for each file its own', async () => {
    put('.smtprc.json', config({ rules: { 'sequence.rcpt-before-mail': 'off' } }));
    assert.deepEqual(await found('wrong.smtp', 'logs/deep/wrong.smtp'), []);
    put('logs/.smtprc.json', config({ rules: { 'sequence.rcpt-before-mail': 'warning' } }));
    assert.deepEqual(await found('wrong.smtp', 'logs/deep/wrong.smtp'), ['warning sequence.rcpt-before-mail']);
  });

  test('--config takes its place', async () => {
    put('.smtprc.json', config({ rules: { 'sequence.rcpt-before-mail': 'off' } }));
    put('other.json', config({ $schema: './docs/smtprc.schema.json', rules: {} }));
    assert.deepEqual(await found('--config', 'other.json', 'wrong.smtp'), ['error sequence.rcpt-before-mail']);
  });

  test('thresholds: from how much on a rule speaks', async () => {
    const logins = 'C: AUTH PLAIN ****\nS: 535 5.7.8 no\n'.repeat(3);
    put('logins.smtp', `${GREETED.replace('250 mx', '250-mx')}S: 250 AUTH PLAIN\n${logins}${END}`);
    assert.ok(!(await found('logins.smtp')).includes('warning security.password-guessing'));
    put('.smtprc.json', config({ thresholds: { passwordGuesses: 3 } }));
    assert.ok((await found('logins.smtp')).includes('warning security.password-guessing'));
  });

  for (const [name, text, says] of [
    [
      'an unknown rule',
      config({ rules: { 'sequence.no-such-rule': 'off' } }),
      /\.smtprc\.json: there is no rule "sequence\.no-such-rule"/,
    ],
    [
      'an unknown severity',
      config({ rules: { 'sequence.no-quit': 'loud' } }),
      /sequence\.no-quit is one of off, hint, information, warning, error, not "loud"/,
    ],
    ['an unknown preset', config({ preset: 'lax' }), /preset is one of strict, recommended, errors-only, not "lax"/],
    ['an unknown setting', config({ rule: {} }), /has no setting "rule"/],
    ['an unknown threshold', config({ thresholds: { slow: 3 } }), /there is no threshold "slow"/],
    ['half a threshold', config({ thresholds: { slowReply: 0.5 } }), /slowReply is a whole number from 1, not 0\.5/],
    ['thresholds in a list', config({ thresholds: [5] }), /thresholds is not an object/],
    ['a list', '[]', /is not a JSON object/],
    ['no JSON', '{ rules', /\.smtprc\.json: /],
  ] as const) {
    test(`${name} is exit code 2 and one line`, async () => {
      put('.smtprc.json', text);
      const { code, stdout, stderr } = await check('wrong.smtp');
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, says);
      assert.match(stderr, /^smtp-transcripts: [^\n]+\n$/);
    });
  }

  test('a configuration that is not there is said to be missing', async () => {
    const { code, stderr } = await check('--config', 'nowhere.json', 'wrong.smtp');
    assert.equal(code, 2);
    assert.match(stderr, /nowhere\.json: cannot be read/);
  });
});

describe('--baseline', () => {
  test('leaves out what was known, not what is new', async () => {
    assert.equal((await check('--write-baseline', 'known.json', 'wrong.smtp')).code, 0);
    assert.deepEqual(await check('--baseline', 'known.json', 'wrong.smtp'), { code: 0, stdout: '', stderr: '' });
    put('wrong.smtp', `# one line more\n${WRONG}`);
    assert.deepEqual(await found('--baseline', 'known.json', 'wrong.smtp'), []);
    put('wrong.smtp', `--- session a ---\n${WRONG}--- session b ---\n${WRONG}`);
    assert.deepEqual(await found('--baseline', 'known.json', 'wrong.smtp'), ['error sequence.rcpt-before-mail']);
    assert.deepEqual(await found('--baseline', 'known.json', 'hint.smtp'), ['hint sequence.no-quit']);
  });

  test('that is none is exit code 2', async () => {
    put('known.json', '{}');
    for (const file of ['known.json', 'nowhere.json']) {
      const { code, stderr } = await check('--baseline', file, 'wrong.smtp');
      assert.equal(code, 2);
      assert.match(stderr, /is no baseline/);
    }
  });
});

describe('--fix', () => {
  test('writes the file, and what is left is reported', async () => {
    assert.deepEqual(await found('fixable.smtp'), ['information syntax.path']);
    assert.deepEqual(await check('--fix', 'fixable.smtp'), { code: 0, stdout: '', stderr: '' });
    assert.equal(read('fixable.smtp'), FIXABLE.replace('FROM: <', 'FROM:<'));
  });

  test('--fix-dry-run shows a diff and writes nothing', async () => {
    const { stdout } = await run(['check', '--fix-dry-run', 'fixable.smtp'], { cwd: folder.path });
    assert.match(stdout, /^--- fixable\.smtp/m);
    assert.match(stdout, /^-C: MAIL FROM: <alice@example\.com>$/m);
    assert.match(stdout, /^\+C: MAIL FROM:<alice@example\.com>$/m);
    assert.equal(read('fixable.smtp'), FIXABLE);
  });

  test('leaves a file alone in which nothing is certain', async () => {
    await check('--fix', 'logs/clean.smtp');
    assert.equal(read('logs/clean.smtp'), `${GREETED}${END}`);
  });

  test('cannot write to standard input', async () => {
    const { code, stderr } = await run(['check', '--fix', '-'], { input: FIXABLE });
    assert.equal(code, 2);
    assert.match(stderr, /standard input/);
  });
});

describe('files', () => {
  test('a pattern stands for what it matches', async () => {
    const files = jsonLines((await check('**/*.smtp')).stdout).map(({ file }) => file);
    assert.deepEqual(
      [...new Set(files)],
      ['fixable.smtp', 'hint.smtp', 'logs/deep/wrong.smtp', 'refused.smtp', 'wrong.smtp'],
    );
  });

  test('each is checked once', async () => {
    assert.equal(
      jsonLines((await check('wrong.smtp', '*.smtp', 'wrong.smtp')).stdout).filter(({ file }) => file === 'wrong.smtp')
        .length,
      1,
    );
  });

  test('a pattern that matches nothing is exit code 2', async () => {
    const { code, stderr } = await check('nowhere/*.smtp');
    assert.equal(code, 2);
    assert.match(stderr, /no file matches/);
  });

  test('--stdin-filename is what - is called', async () => {
    const { stdout } = await run(['check', '--format', 'json', '--stdin-filename', 'from/ci.log', '-'], {
      input: WRONG,
    });
    assert.deepEqual(
      jsonLines(stdout).map(({ file }) => file),
      ['from/ci.log'],
    );
  });
});

describe('--max-severity-exit', () => {
  for (const [severity, file, expected] of [
    ['error', 'wrong.smtp', 1],
    ['error', 'refused.smtp', 0],
    ['warning', 'refused.smtp', 1],
    ['warning', 'fixable.smtp', 0],
    ['information', 'fixable.smtp', 1],
    ['information', 'hint.smtp', 0],
    ['hint', 'hint.smtp', 1],
    ['hint', 'logs/clean.smtp', 0],
  ] as const) {
    test(`${severity} with ${file} exits with ${expected}`, async () =>
      assert.equal((await check('--max-severity-exit', severity, file)).code, expected));
  }

  test('knows no other severity', async () =>
    assert.equal((await check('--max-severity-exit', 'loud', 'wrong.smtp')).code, 2));
});
