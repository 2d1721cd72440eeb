/** Each entry has all its sections in both languages and a source; every key that it names is there. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Entry, Locale, Localized } from '../../server/src/reference/entry';
import { reference } from '../../server/src/reference/texts';
import { RULES } from '../../server/src/rules';

const LOCALES: readonly Locale[] = ['en', 'zh-cn'];
const { entries, data } = reference;
const nameOf = ({ kind, key }: Entry) => `${kind} ${key}`;

/** What `complaint` says about the entries, one line each; nothing when all are well. */
function none(complaints: Iterable<string>): void {
  assert.deepEqual([...complaints], []);
}

describe('entries', () => {
  test('have keys that are unique within their kind, and names within the glossary', () => {
    const keys = entries.map(({ kind, key }) => `${kind} ${key.toLowerCase()}`);
    const names = entries.flatMap((entry) => (entry.kind === 'term' ? [...entry.names] : []));
    none([...repeated(keys), ...repeated(names), ...names.filter((name) => name !== name.toLowerCase())]);
  });

  test('say everything in both languages', () => {
    none(
      entries.flatMap((entry) =>
        localizedIn(entry).flatMap(([path, text]) => [
          ...LOCALES.filter((locale) => text[locale].trim() === '').map(
            (locale) => `${nameOf(entry)} ${path}: nothing in ${locale}`,
          ),
          ...(needsHan(text) ? [`${nameOf(entry)} ${path}: ${text['zh-cn']}`] : []),
        ]),
      ),
    );
  });

  test('name a source with an address, and the day of a page that may change', () => {
    none(
      entries.flatMap((entry) => {
        const undated = entry.sources.filter(
          ({ document, date, url }) => !isFixed(document, url) && date === undefined,
        );
        const bad = entry.sources.filter(({ url }) => !url.startsWith('https://'));
        return [
          ...(entry.sources.length === 0 ? [`${nameOf(entry)}: no source`] : []),
          ...[...undated, ...bad].map(({ document }) => `${nameOf(entry)}: ${document}`),
        ];
      }),
    );
  });

  test('of codes have every section', () => {
    none(
      entries.flatMap((entry) => {
        if (entry.kind !== 'reply-code' && entry.kind !== 'enhanced-code') return [];
        const lists = {
          compareWith: entry.compareWith,
          guides: entry.guides,
          glossary: entry.glossary,
          seeAlso: entry.seeAlso,
        };
        const all =
          entry.kind === 'reply-code' ? { ...lists, scenarios: entry.scenarios, answers: entry.answers } : lists;
        return Object.entries(all).flatMap(([section, list]) =>
          (list?.length ?? 0) === 0 ? [`${nameOf(entry)}: no ${section}`] : [],
        );
      }),
    );
  });

  test('refer to what is there', () => {
    none(entries.flatMap((entry) => brokenReferences(entry).map((each) => `${nameOf(entry)}: ${each}`)));
  });

  test('link to what is there, in every text', () => {
    const linked = [...entries.map((entry) => [nameOf(entry), entry] as const), ...Object.entries(data.guideTexts)];
    none(linked.flatMap(([name, value]) => brokenLinks(JSON.stringify(value)).map((key) => `${name}: ${key}`)));
  });

  test('begin with a first sentence that is short enough for the first line of a hover', () => {
    none(
      entries.flatMap((entry) =>
        entry.meaning.en.length > 420 || entry.meaning['zh-cn'].length > 200 ? [nameOf(entry)] : [],
      ),
    );
  });

  test('name rules that exist in their scenarios', () => {
    const codes = new Set(RULES.map(({ code }) => code));
    const named = entries.flatMap((entry) =>
      ('scenarios' in entry ? (entry.scenarios ?? []) : []).flatMap(({ findings }) => findings),
    );
    none(named.filter(({ rule }) => !codes.has(rule)).map(({ rule }) => rule));
  });
});

describe('glossary', () => {
  for (const entry of entries) {
    if (entry.kind !== 'term') continue;
    test(`${entry.key} has 60 to 200 words and begins with its meaning`, () => {
      const words = entry.text.en.split(/\s+/).length;
      assert.ok(words >= 60 && words <= 200, `${words} words`);
      const characters = hanIn(entry.text['zh-cn']);
      assert.ok(characters >= 80 && characters <= 420, `${characters} characters`);
      for (const locale of LOCALES) assert.ok(entry.text[locale].startsWith(entry.meaning[locale]), locale);
      assert.ok(entry.names.length > 0);
    });
  }
});

describe('guides', () => {
  for (const [key, text] of Object.entries(data.guideTexts)) {
    test(`${key} has 600 to 1500 words and the same parts in both languages`, () => {
      const words = prose(text.en).split(/\s+/).length;
      assert.ok(words >= 600 && words <= 1500, `${words} words`);
      const characters = hanIn(prose(text['zh-cn']));
      assert.ok(characters >= 700 && characters <= 2600, `${characters} characters`);
      assert.deepEqual(skeleton(text['zh-cn']), skeleton(text.en));
      assert.match(text.en, /^```mermaid$/m);
      const entry = reference.guide(key);
      for (const locale of LOCALES) assert.equal(/^# (.+)$/m.exec(text[locale])?.[1], entry?.title[locale]);
    });
  }
});

// --- helpers ------------------------------------------------------------------------------------------------------

function repeated(all: readonly string[]): string[] {
  return all.filter((each, index) => all.indexOf(each) !== index);
}

/** Every localized text of a value, with the way to it. */
function localizedIn(value: unknown, path = ''): [string, Localized][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value || 'zh-cn' in value) {
    const { en = '', 'zh-cn': zh = '' } = value as Partial<Localized>;
    return [[path, { en, 'zh-cn': zh }]];
  }
  return Object.entries(value).flatMap(([key, each]) => localizedIn(each, `${path}.${key}`));
}

/** Chinese that is not Chinese: more than names and codes, and yet without a single character. */
function needsHan(text: Localized): boolean {
  return hanIn(text['zh-cn']) === 0 && text.en.split(/\s+/).length > 6;
}

function hanIn(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

function isFixed(document: string, url: string): boolean {
  return (
    /^RFC \d+/.test(document) ||
    /\bdraft-|datatracker\.ietf\.org\/doc\/html\/|rfc-editor\.org/.test(`${document} ${url}`)
  );
}

function brokenReferences(entry: Entry): string[] {
  const here = (keys: readonly string[] | undefined, find: (key: string) => unknown) =>
    (keys ?? []).filter((key) => {
      const found = find(key);
      return found === undefined || (Array.isArray(found) && found.length === 0);
    });
  const any = (key: string) => reference.find(key);
  const verb = (key: string) => reference.verb(key);
  const broken = [
    ...here(entry.seeAlso, any),
    ...here(entry.guides, (key) => reference.guide(key)),
    ...here(entry.glossary, (key) => reference.term(key)),
  ];
  if ('compareWith' in entry)
    broken.push(
      ...here(
        entry.compareWith?.map(({ key }) => key),
        any,
      ),
    );
  switch (entry.kind) {
    case 'verb': {
      const { success, intermediate, failure } = entry.replies;
      broken.push(
        ...here([...success, ...intermediate, ...failure].map(String), (key) => reference.replyCode(Number(key))),
      );
      broken.push(...here(entry.extension === undefined ? [] : [entry.extension], (key) => reference.extension(key)));
      break;
    }
    case 'extension':
      broken.push(...here(entry.verbs, verb), ...here(entry.parameters, (key) => reference.parameter(key)));
      break;
    case 'parameter':
      broken.push(
        ...here(entry.verbs, verb),
        ...here([entry.extension].filter(Boolean), (key) => reference.extension(key)),
      );
      break;
    case 'enhanced-code':
      broken.push(...here(entry.basicCodes.map(String), (key) => reference.replyCode(Number(key))));
      break;
    default:
      break;
  }
  return broken;
}

function brokenLinks(text: string): string[] {
  return [...text.matchAll(/smtp-reference:([^)\s\\"]+)/g)]
    .map(([, key]) => key ?? '')
    .filter((key) => reference.find(key).length === 0);
}

/** A guide without its fenced blocks. */
function prose(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '');
}

/** The parts of a guide in their order: headings by level, fences with their info, tables, lists. */
function skeleton(text: string): string[] {
  const parts = prose(text).matchAll(/^(#+ |\||[-*] |\d+\. )/gm);
  const fences = text.matchAll(/^```(\w.*)$/gm);
  return [...[...parts].map(([, mark]) => (mark ?? '').replace(/\d+/, '1')), ...[...fences].map(([fence]) => fence)];
}
