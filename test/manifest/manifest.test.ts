/** package.json promises to the editor what the code does: nothing more, nothing less. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { manifestFiles } from '../../dev/manifest';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/features/semanticTokens';
import { RULES } from '../../server/src/rules';
import { DEFAULT_SETTINGS, readSettings } from '../../server/src/settings';

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Setting>>;
}

const read = (path: string) => readFileSync(path, 'utf8');
const text = read('package.json');
const manifest = JSON.parse(text);
const { contributes } = manifest;
const settings: Record<string, Setting> = contributes.configuration.properties;
const contributed: string[] = contributes.commands.map(({ command }: { command: string }) => command);
const registered = [...read('client/src/commands.ts').matchAll(/^ {4}'(smtp\.\w+)': /gm)].map(([, id]) => id);

test('is what `npm run docs` makes of the rules', () => {
  for (const [path, wanted] of manifestFiles('.')) assert.equal(read(path), wanted, `${path}: npm run docs`);
});

describe('commands', () => {
  test('are registered when they are contributed', () => {
    assert.ok(registered.length > 0);
    for (const command of contributed) assert.ok(registered.includes(command), command);
  });

  test('are contributed, or called by what the server sends', () => {
    const sent = ['codeActions', 'codeLenses', 'entryPage', 'definition', 'hover/layout']
      .map((name) => read(`server/src/features/${name}.ts`))
      .join();
    for (const command of registered)
      assert.ok(contributed.includes(command ?? '') || sent.includes(`${command}`), command);
  });

  test('are in the palette only where they make sense', () => {
    const everywhere = ['smtp.lookUp', 'smtp.restartServer', 'smtp.showOutput', 'smtp.reportFormat'];
    const shown: { command: string; when: string }[] = contributes.menus.commandPalette;
    for (const { command, when } of shown)
      assert.match(when, /\beditorLangId [!=]= smtp-transcript\b|^false$/, command);
    assert.deepEqual(
      contributed.filter((command) => !shown.some((item) => item.command === command)),
      everywhere,
    );
  });

  test('in menus and behind keys exist, and are there for transcripts only', () => {
    const menus: { command: string; when: string }[][] = Object.values(contributes.menus);
    for (const { command, when } of [...menus.flat(), ...contributes.keybindings]) {
      assert.ok(contributed.includes(command), command);
      assert.match(when, /\beditorLangId [!=]= smtp-transcript\b/, command);
    }
  });

  test('have a key that no other has', () => {
    const keys: string[] = contributes.keybindings.map(({ key }: { key: string }) => key);
    assert.equal(new Set(keys).size, keys.length);
  });
});

describe('settings', () => {
  const ours = Object.keys(settings).filter((name) => name !== 'smtp.trace.server');

  test('are the ones that the server reads', () => {
    const known = Object.entries(DEFAULT_SETTINGS).flatMap(([name, value]) =>
      name !== 'rules' && typeof value === 'object'
        ? Object.keys(value).map((part) => `smtp.${name}.${part}`)
        : [`smtp.${name}`],
    );
    assert.deepEqual(ours.sort(), known.sort());
  });

  test('have the defaults of the server', () => {
    for (const name of ours) assert.deepEqual(settings[name]?.default, valueIn(DEFAULT_SETTINGS, name), name);
  });

  test('are understood with every value that the manifest allows', () => {
    for (const name of ours.filter((each) => each !== 'smtp.rules')) {
      const { enum: allowed, type } = settings[name] ?? assert.fail();
      for (const value of allowed ?? VALUES[type] ?? assert.fail(name)) {
        assert.deepEqual(valueIn(readSettings(nested(name, value)), name), value, name);
      }
    }
  });

  test('fall back to the defaults when they are nonsense', () => {
    for (const nonsense of [
      undefined,
      null,
      5,
      'x',
      [],
      { rules: 5, preset: 'x', language: 'fr', inlayHints: 1, thresholds: 2 },
      { thresholds: { slowReply: 0, slowTimes: '5', passwordGuesses: 1.5, unknownUsers: -1, noSuchThing: 3 } },
      { rules: { 'a.b': 'loud' } },
      { workspace: { include: '*.log' } },
    ]) {
      assert.deepEqual(readSettings(nonsense), DEFAULT_SETTINGS);
    }
  });

  test('of the rules name each rule and every severity, and no other', () => {
    const rules = settings['smtp.rules']?.properties ?? {};
    assert.deepEqual(
      Object.keys(rules),
      RULES.map(({ code }) => code),
    );
    for (const [code, { enum: allowed }] of Object.entries(rules)) {
      for (const value of allowed ?? [])
        assert.deepEqual(readSettings({ rules: { [code]: value } }).rules, { [code]: value });
      assert.equal(allowed?.length, 5);
    }
  });

  /** Values of the types that have no list of them. */
  const VALUES: Readonly<Record<string, readonly unknown[]>> = {
    boolean: [true, false],
    integer: [1, 77],
    array: [[], ['logs/**/*.log', '**/*.smtp']],
  };

  function nested(name: string, value: unknown): unknown {
    return name
      .split('.')
      .slice(1)
      .reduceRight<unknown>((inner, part) => ({ [part]: inner }), value);
  }

  function valueIn(from: object, name: string): unknown {
    return name
      .split('.')
      .slice(1)
      .reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], from);
  }
});

describe('words', () => {
  const english: Record<string, string> = JSON.parse(read('package.nls.json'));
  const chinese: Record<string, string> = JSON.parse(read('package.nls.zh-cn.json'));
  const used = [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');

  test('are there in both languages, and no other', () => {
    assert.deepEqual(Object.keys(english).sort(), [...new Set(used)].sort());
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
  });

  test('are Chinese in Chinese', () => {
    for (const [key, words] of Object.entries(chinese)) assert.match(words, /\p{Script=Han}/u, key);
    for (const [key, words] of Object.entries(english)) assert.doesNotMatch(words, /\p{Script=Han}/u, key);
  });
});

describe('semantic tokens', () => {
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);

  test('have the types and modifiers of the server', () => {
    assert.deepEqual(ids(contributes.semanticTokenTypes), [...TOKEN_TYPES]);
    assert.deepEqual(ids(contributes.semanticTokenModifiers), [...TOKEN_MODIFIERS]);
  });

  test('have a colour each', () => {
    const [{ scopes }] = contributes.semanticTokenScopes;
    for (const type of TOKEN_TYPES)
      assert.ok(
        Object.keys(scopes).some((each) => each === type || each.startsWith(`${type}.`)),
        type,
      );
    for (const selector of Object.keys(scopes)) {
      const [type, modifier] = selector.split('.');
      assert.ok(
        TOKEN_TYPES.some((each) => each === type),
        selector,
      );
      assert.ok(modifier === undefined || TOKEN_MODIFIERS.some((each) => each === modifier), selector);
    }
  });
});

describe('the first line', () => {
  const pattern = new RegExp(contributes.languages[0].firstLine);

  for (const line of [
    'S: 220 mx.example.org ESMTP',
    'C: EHLO client.example.com',
    '10:00:00 S: 220 mx.example.org ESMTP',
    '--- session 1 ---',
    '=== Trying mx.example.org:25...',
    '*   Trying 192.0.2.1:25...',
    '* Host mx.example.org:587 was resolved.',
    '220 mx.example.org ESMTP Postfix',
    'Trying 192.0.2.1...',
    'Nov 24 19:02:08 mx postfix/smtpd[23706]: connect from a[192.0.2.1]',
  ]) {
    test(`gives away ${line}`, () => assert.match(line, pattern));
  }

  for (const line of [
    '',
    '# Changelog',
    '#include <stdio.h>',
    '192.0.2.1 - - [10/Oct/2026:13:55:36 +0000] "GET / HTTP/1.1" 200 2326',
    '*   Trying 192.0.2.1:443...',
    '220 apples and 30 pears',
    'Nov 24 19:02:08 mx sshd[1]: Accepted publickey for root',
    'From: alice@example.com',
    'C: \\> dir',
  ]) {
    test(`is silent about ${JSON.stringify(line)}`, () => assert.doesNotMatch(line, pattern));
  }

  test('is quick with any line', () => {
    for (const part of ['a', ' ', '=== Trying ', '220 a', 'Nov 24 19:02:08 ', '* Host a', 'C: ']) {
      const began = performance.now();
      pattern.test(part.repeat(20_000));
      assert.ok(performance.now() - began < 500, part);
    }
  });
});

describe('the walkthrough', () => {
  const [{ steps }]: [{ steps: { description: string; media: { markdown: string } }[] }] = contributes.walkthroughs;

  test('has four steps, each with a page in both languages', () => {
    assert.equal(steps.length, 4);
    for (const { media } of steps) {
      // The editor looks for a page in its own language beside the one that the manifest names.
      for (const path of [media.markdown, media.markdown.replace(/\.md$/, '.nls.zh-cn.md')]) {
        const page = read(path);
        assert.equal(/\p{Script=Han}/u.test(page), path.endsWith('.zh-cn.md'), path);
        for (const [, image = ''] of page.matchAll(/\]\(([^)]+\.png)\)/g))
          assert.ok(existsSync(`docs/walkthrough/${image}`), `${path}: ${image}`);
      }
    }
  });

  test('leads to commands that exist, the same ones in both languages', () => {
    const ids = (words: string) => [...words.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id ?? '');
    const [english, chinese] = ['package.nls.json', 'package.nls.zh-cn.json'].map((path) => JSON.parse(read(path)));
    for (const { description } of steps) {
      const key = description.slice(1, -1);
      assert.ok(ids(english[key]).length > 0, key);
      assert.deepEqual(ids(chinese[key]), ids(english[key]));
      for (const id of ids(english[key])) assert.ok(!id.startsWith('smtp.') || contributed.includes(id), id);
    }
  });
});

test('every file that it names is there', () => {
  const [language] = contributes.languages;
  const files: string[] = [
    manifest.icon,
    manifest.main,
    manifest.browser,
    ...Object.values<string>(manifest.bin),
    manifest.l10n,
    language.configuration,
    ...Object.values<string>(language.icon),
    ...contributes.grammars.map(({ path }: { path: string }) => path),
    ...contributes.snippets.map(({ path }: { path: string }) => path),
    ...contributes.jsonValidation.map(({ url }: { url: string }) => url),
    ...manifest.files,
  ];
  for (const file of files) assert.ok(existsSync(file), file);
});
