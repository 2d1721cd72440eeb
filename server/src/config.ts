/** `.smtprc.json`: the same settings for the command line and the editor, beside the logs or above them. */

import { RULES } from './rules';
import type { RuleSetting, RuleSettings } from './rules/judge';
import { type Policy, PRESETS } from './rules/presets';
import { DEFAULT_THRESHOLDS, isThreshold, THRESHOLD_NAMES, THRESHOLDS, type Thresholds } from './rules/thresholds';

export const CONFIG_NAME = '.smtprc.json';

/** Reads the text of a configuration file. Throws an Error with one clear line when it is not what it should be. */
export function parseConfig(text: string): Policy {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('is not a JSON object');
  const {
    $schema: _,
    preset = 'recommended',
    rules = {},
    thresholds = {},
    ...others
  } = value as Record<string, unknown>;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) throw new Error(`has no setting ${JSON.stringify(unknown)}`);
  const known = PRESETS.find((each) => each === preset);
  if (known === undefined) throw new Error(`preset is one of ${PRESETS.join(', ')}, not ${JSON.stringify(preset)}`);
  return { preset: known, rules: readRules(rules), thresholds: readThresholds(thresholds) };
}

function readRules(value: unknown): RuleSettings {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('rules is not an object');
  const rules: Record<string, RuleSetting> = {};
  for (const [code, setting] of Object.entries(value)) {
    if (!RULES.some((rule) => rule.code === code)) throw new Error(`there is no rule ${JSON.stringify(code)}`);
    const known = RULE_SETTINGS.find((each) => each === setting);
    if (known === undefined)
      throw new Error(`${code} is one of ${RULE_SETTINGS.join(', ')}, not ${JSON.stringify(setting)}`);
    rules[code] = known;
  }
  return rules;
}

function readThresholds(value: unknown): Thresholds {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('thresholds is not an object');
  const thresholds: Record<string, number> = { ...DEFAULT_THRESHOLDS };
  for (const [name, setting] of Object.entries(value)) {
    if (!THRESHOLD_NAMES.some((each) => each === name))
      throw new Error(`there is no threshold ${JSON.stringify(name)}`);
    if (!isThreshold(setting)) throw new Error(`${name} is a whole number from 1, not ${JSON.stringify(setting)}`);
    thresholds[name] = setting;
  }
  return thresholds as Thresholds;
}

/** What a rule can be set to. */
export const RULE_SETTINGS: readonly RuleSetting[] = ['off', 'hint', 'information', 'warning', 'error'];

/** JSON schema of the file, for editors. */
export function configSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'SMTP Transcripts configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      preset: { enum: PRESETS, default: 'recommended', description: 'How strictly to judge' },
      rules: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          RULES.map(({ code, title }) => [code, { enum: RULE_SETTINGS, description: title.en }]),
        ),
      },
      thresholds: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          THRESHOLD_NAMES.map((name) => {
            const { default: value, meaning } = THRESHOLDS[name];
            return [name, { type: 'integer', minimum: 1, default: value, description: meaning.en }];
          }),
        ),
      },
    },
  };
}
