/** The pages that `explain` prints and the editor opens: found by any spelling of their key, complete, linked. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pageOf } from '../../server/src/features/entryPage';
import { nearestKeys } from '../../server/src/reference/nearestKeys';
import { reference } from '../../server/src/reference/texts';
import { run } from '../helpers/program';

const headings = (key: string) =>
  [...(pageOf(reference, key, 'en') ?? '').matchAll(/^# (.+)$/gm)].map(([, heading]) => heading);

describe('a page is found', () => {
  const found: readonly [string, readonly string[]][] = [
    ['503', ['503 Bad sequence of commands']],
    ['starttls', ['STARTTLS Switch to TLS', 'STARTTLS Start TLS', 'STARTTLS']],
    ['StartTLS', ['STARTTLS Switch to TLS', 'STARTTLS Start TLS', 'STARTTLS']],
    ['X.1.1', ['X.1.1 Bad destination mailbox address']],
    ['5.1.1', ['5.1.1 Bad destination mailbox address']],
    ['4.1.1', ['4.1.1 Bad destination mailbox address']],
    ['5.7.139', ['5.7.139 Permanent failure · Security or policy']],
    ['577', ['577 Permanent negative completion']],
    ['guide/tls-1-3', ['TLS 1.3: Faster, Simpler, More Secure']],
    ['tls-1-3', ['TLS 1.3', 'TLS 1.3: Faster, Simpler, More Secure']],
    [' Null Sender ', ['Null sender']],
    ['gmail-no-such-user', ['Gmail: No such mailbox']],
  ];
  for (const [key, titles] of found) test(`by "${key}"`, () => assert.deepEqual(headings(key), titles));

  test('in Chinese by a Chinese name', () => assert.match(pageOf(reference, '灰名单', 'zh-cn') ?? '', /^# 灰名单/));

  for (const key of ['099', '690', '3.1.1', 'xyzzy', '', 'guide/503']) {
    test(`not by "${key}"`, () => assert.equal(pageOf(reference, key, 'en'), undefined));
  }
});

describe('a page', () => {
  test('of an enhanced code explains its class and names basic codes and providers', () => {
    const page = pageOf(reference, '5.7.26', 'en') ?? '';
    assert.match(page, /^\*\*5\*\* Permanent failure/m);
    assert.match(page, /^Basic codes: \[550\]\(smtp-reference:550\)/m);
    assert.match(page, /^- Gmail: \[Sender not authenticated\]\(smtp-reference:gmail-unauthenticated-sender\)/m);
  });

  test('has the headings of the seed page in Chinese', () => {
    const page = pageOf(reference, '503', 'zh-cn') ?? '';
    for (const heading of ['当您看到此代码时', '如何修复', '与之对比', '指南', '调试场景', '规范', '术语表']) {
      assert.ok(page.includes(`\n## ${heading}\n`), heading);
    }
  });

  test('exists for every key, links only to pages that exist, and fills every gap in its text', () => {
    const broken: string[] = [];
    for (const { key } of reference.entries) {
      for (const locale of ['en', 'zh-cn'] as const) {
        const page = pageOf(reference, key, locale) ?? '';
        if (page.trim() === '' || /\{\w+\}|\[undefined\]/.test(page.replace(/```[\s\S]*?```|`[^`\n]*`/g, '')))
          broken.push(`${key} ${locale}`);
        for (const [, to = ''] of page.matchAll(/\]\(smtp-reference:([^)]+)\)/g)) {
          if (pageOf(reference, to, locale) === undefined) broken.push(`${key} -> ${to}`);
        }
      }
    }
    assert.deepEqual([...new Set(broken)], []);
  });
});

describe('a misspelt key', () => {
  const near: readonly [string, readonly string[], readonly string[]][] = [
    ['a swapped pair', ['EHLO', 'HELO', 'HELP'], ['ehol', 'EHLO']],
    ['a digit too many', ['503', '421'], ['5033', '503']],
    ['a letter left out', ['GREYLISTING', 'RELAY'], ['greylsting', 'GREYLISTING']],
    ['a part of a word', ['delivery.bounced', 'auth.failed'], ['bounced', 'delivery.bounced']],
    ['nothing like it', ['EHLO', '503'], ['xyzzy']],
  ];
  for (const [name, keys, [word = '', ...wanted]] of near) {
    test(`with ${name}`, () => assert.deepEqual(nearestKeys(word, keys).slice(0, 1), wanted));
  }

  test('is answered with the nearest on standard error, exit code 2', async () => {
    const { code, stdout, stderr } = await run(['explain', 'starttsl']);
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /nothing is known about "starttsl"; did you mean STARTTLS/);
  });
});

describe('the list', () => {
  test('has every entry with kind, title, languages and source', async () => {
    const { code, stdout } = await run(['explain', '--list', '--format', 'json', '--locale', 'zh-cn']);
    assert.equal(code, 0);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.ok(rows.length > reference.entries.length);
    for (const row of rows) {
      assert.deepEqual(Object.keys(row), ['key', 'kind', 'title', 'languages', 'source']);
      assert.deepEqual(row.languages, ['en', 'zh-cn']);
      assert.match(String(row.source), /^https:\/\//, String(row.key));
      assert.notEqual(row.title, '');
    }
    assert.equal(rows.find(({ key }) => key === '503')?.title, '命令顺序错误');
  });
});
