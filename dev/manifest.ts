/** The part of the manifest that comes from the rules: a setting for each, described in both languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_SETTINGS } from '../server/src/config';
import type { Locale } from '../server/src/reference/entry';
import { RULES } from '../server/src/rules';

/** The manifest's files, in `folder`, as they have to be: path and text. */
export function manifestFiles(folder: string): ReadonlyMap<string, string> {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return new Map([
    ['package.json', withRuleSettings(read('package.json'))],
    ['package.nls.json', withRuleTitles(read('package.nls.json'), 'en')],
    ['package.nls.zh-cn.json', withRuleTitles(read('package.nls.zh-cn.json'), 'zh-cn')],
  ]);
}

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: { readonly 'smtp.rules': { properties: Record<string, object> } };
    };
  };
}

function withRuleSettings(text: string): string {
  const manifest = JSON.parse(text) as Manifest;
  manifest.contributes.configuration.properties['smtp.rules'].properties = Object.fromEntries(
    RULES.map(({ code }) => [code, { type: 'string', enum: RULE_SETTINGS, description: `%${PREFIX}${code}%` }]),
  );
  return asJson(manifest);
}

/** Begins the names of the strings that are generated; what is written by hand has another. */
const PREFIX = 'rule.';

function withRuleTitles(text: string, locale: Locale): string {
  const strings = Object.entries(JSON.parse(text) as Record<string, string>).filter(([key]) => !key.startsWith(PREFIX));
  const titles = RULES.map(({ code, title }): [string, string] => [`${PREFIX}${code}`, title[locale]]);
  return asJson(Object.fromEntries([...strings, ...titles]));
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
