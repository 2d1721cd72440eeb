/** The part of the manifest that comes from the rules: a setting for each and its thresholds, described in both languages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_SETTINGS } from '../server/src/config';
import type { Locale } from '../server/src/reference/entry';
import { RULES } from '../server/src/rules';
import { THRESHOLD_NAMES, THRESHOLDS } from '../server/src/rules/thresholds';

/** The manifest's files, in `folder`, as they have to be: path and text. */
export function manifestFiles(folder: string): ReadonlyMap<string, string> {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return new Map([
    ['package.json', withSettings(read('package.json'))],
    ['package.nls.json', withWords(read('package.nls.json'), 'en')],
    ['package.nls.zh-cn.json', withWords(read('package.nls.zh-cn.json'), 'zh-cn')],
  ]);
}

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      properties: Record<string, object> & { readonly 'smtp.rules': { properties: Record<string, object> } };
    };
  };
}

function withSettings(text: string): string {
  const manifest = JSON.parse(text) as Manifest;
  const { configuration } = manifest.contributes;
  configuration.properties['smtp.rules'].properties = Object.fromEntries(
    RULES.map(({ code }) => [code, { type: 'string', enum: RULE_SETTINGS, description: `%${RULE}${code}%` }]),
  );
  for (const name of Object.keys(configuration.properties))
    if (name.startsWith(`smtp.${THRESHOLD}`)) delete configuration.properties[name];
  for (const name of THRESHOLD_NAMES)
    configuration.properties[`smtp.${THRESHOLD}${name}`] = {
      type: 'integer',
      minimum: 1,
      default: THRESHOLDS[name].default,
      description: `%config.${THRESHOLD}${name}%`,
    };
  return asJson(manifest);
}

/** Begin the names of the strings that are generated; what is written by hand has another. */
const RULE = 'rule.';
const THRESHOLD = 'thresholds.';

function withWords(text: string, locale: Locale): string {
  const strings = Object.entries(JSON.parse(text) as Record<string, string>).filter(
    ([key]) => !key.startsWith(RULE) && !key.startsWith(`config.${THRESHOLD}`),
  );
  const titles = RULES.map(({ code, title }): [string, string] => [`${RULE}${code}`, title[locale]]);
  const thresholds = THRESHOLD_NAMES.map((name): [string, string] => [
    `config.${THRESHOLD}${name}`,
    THRESHOLDS[name].meaning[locale],
  ]);
  return asJson(Object.fromEntries([...strings, ...thresholds, ...titles]));
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
