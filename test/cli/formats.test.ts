/** Output for other programs is what those programs take. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv';
import draft04 from 'ajv/lib/refs/json-schema-draft-04.json' with { type: 'json' };
import { folderOf, run } from '../helpers/program';

const GREETED = 'S: 220 mx.example.org ESMTP\nC: EHLO a.example\nS: 250 mx.example.org\n';
const END = 'C: QUIT\nS: 221 Bye\n';
const FILES = {
  'clean.smtp': `${GREETED}${END}`,
  'wrong.smtp': `${GREETED}C: RCPT TO:<bob@example.org>\nS: 503 5.5.1 need MAIL\n${END}`,
  'odd & <strange> name.smtp': `${GREETED}C: VRFY <"&'>\u0007\nS: 550 5.1.1 <"&'> \u0007]]> no such user\n${END}`,
  'ünïcode.smtp': `${GREETED}C: MAIL FROM:<jörg@example.org>\nS: 553 5.6.7 no SMTPUTF8 here\n${END}`,
  'hint.smtp': GREETED,
  'empty.smtp': '',
};

let folder: ReturnType<typeof folderOf>;
const check = (format: string, ...files: string[]) =>
  run(['check', '--format', format, ...files], { cwd: folder.path });
const all = Object.keys(FILES);

before(() => {
  folder = folderOf(FILES);
});
after(() => folder.remove());

describe('sarif', () => {
  const ajv = new Ajv({ schemaId: 'auto', allErrors: true });
  ajv.addMetaSchema(draft04);
  const valid = ajv.compile(sarifSchema);

  interface Log {
    readonly runs: readonly [
      {
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
        readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
        readonly results: readonly {
          readonly ruleId: string;
          readonly ruleIndex: number;
          readonly level: string;
          readonly locations: readonly {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string; readonly index: number };
              readonly region: object;
            };
          }[];
        }[];
      },
    ];
  }

  const assertValid = (text: string): Log => {
    const log: unknown = JSON.parse(text);
    assert.ok(valid(log), JSON.stringify(valid.errors, undefined, 2));
    return log as Log;
  };

  test('is valid with findings of all kinds', async () => {
    const { code, stdout } = await check('sarif', ...all);
    assert.equal(code, 1);
    const { results, artifacts, tool } = assertValid(stdout).runs[0];
    assert.equal(artifacts.length, all.length);
    for (const { ruleId, ruleIndex, locations } of results) {
      assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
      const [place] = locations;
      assert.equal(
        artifacts[place?.physicalLocation.artifactLocation.index ?? -1]?.location.uri,
        place?.physicalLocation.artifactLocation.uri,
      );
    }
    const wrong = results.find(({ ruleId }) => ruleId === 'sequence.rcpt-before-mail');
    assert.equal(wrong?.level, 'error');
    assert.deepEqual(wrong?.locations[0]?.physicalLocation.region, {
      startLine: 4,
      startColumn: 4,
      endLine: 4,
      endColumn: 29,
    });
  });

  test('is valid without findings, and without a file that is one', async () => {
    const { code, stdout } = await check('sarif', 'clean.smtp', 'empty.smtp');
    assert.equal(code, 0);
    assert.deepEqual(assertValid(stdout).runs[0].results, []);
  });

  test('is valid for standard input, and in Chinese', async () => {
    const { stdout } = await run(
      ['check', '--format', 'sarif', '--locale', 'zh-cn', '--stdin-filename', 'a b.smtp', '-'],
      { input: FILES['wrong.smtp'] },
    );
    assert.equal(assertValid(stdout).runs[0].artifacts[0]?.location.uri, 'a%20b.smtp');
  });

  test('the check can fail', () => {
    assert.ok(!valid({ version: '2.1.0', runs: [{ tool: {} }] }));
  });
});

describe('junit', () => {
  test('is well-formed, with a case for each finding and one for a file without', async () => {
    const { stdout } = await check('junit', ...all);
    const elements = elementsOf(stdout);
    assert.equal(elements.filter(({ name }) => name === 'testsuite').length, all.length);
    assert.equal(elements[0]?.name, 'testsuites');
    const failures = elements.filter(({ name }) => name === 'failure').length;
    assert.ok(failures >= 3, `${failures}`);
    assert.equal(elements[0]?.attributes.get('failures'), String(failures));
    for (const suite of elements.filter(({ name }) => name === 'testsuite')) {
      assert.equal(Number(suite.attributes.get('tests')), suite.children);
    }
    assert.ok(elements.some(({ attributes }) => attributes.get('classname') === 'odd & <strange> name.smtp'));
  });

  test('the check can fail', () => {
    for (const text of [
      '<a><b></a></b>',
      '<a x="<"/>',
      '<a>&nbsp;</a>',
      '<a>\u0007</a>',
      '<a',
      '<a/><b/>',
      '<a x=1/>',
    ]) {
      assert.throws(() => elementsOf(text), text);
    }
  });
});

test('github writes one command a line, its text escaped', async () => {
  const { stdout } = await check('github', ...all);
  for (const line of stdout.trimEnd().split('\n'))
    assert.match(line, /^::(?:error|warning|notice) file=[^:,\n]+(?:,[a-zA-Z]+=[^:,\n]+)*::[^\n]+$/);
  assert.match(stdout, /^::error file=wrong\.smtp,line=4,/m);
});

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  children: number;
}

/** The elements of an XML document in their order (XML 1.0 §2.1); throws where it is not well-formed. */
function elementsOf(text: string): Element[] {
  assert.doesNotMatch(
    text,
    /[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u,
    'a character that XML does not have',
  );
  const elements: Element[] = [];
  const open: Element[] = [];
  let rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '').trim();
  while (rest !== '') {
    const token = /^<(\/?)([A-Za-z][\w-]*)((?: [A-Za-z][\w-]*="[^"<]*")*)(\/?)>|^[^<]+/.exec(rest);
    assert.ok(token !== null, `no markup: ${rest.slice(0, 40)}`);
    rest = rest.slice(token[0].length);
    assert.doesNotMatch(token[0], /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/, 'an entity that is none');
    const [, closing, name, attributes = '', empty] = token;
    if (name === undefined) assert.ok(open.length > 0 && !token[0].includes(']]>'), 'text outside of the root');
    else if (closing === '/') assert.equal(open.pop()?.name, name);
    else {
      assert.ok(elements.length === 0 || open.length > 0, 'two roots');
      const parent = open.at(-1);
      if (parent !== undefined) parent.children++;
      const values = [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(
        ([, key = '', value = '']) => [key, unescapeXml(value)] as const,
      );
      const element = { name, attributes: new Map(values), children: 0 };
      elements.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  assert.equal(open.length, 0, 'an element is not closed');
  return elements;
}

function unescapeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
