import type { RuleSetting, RuleSettings } from './rules/judge';

/** What the user can set; the manifest describes the same under `smtp.`. */
export interface Settings {
  readonly rules: RuleSettings;
  /** Language of messages and hovers: `auto` follows the editor. */
  readonly language: 'auto' | 'en' | 'zh-cn';
}

export const DEFAULT_SETTINGS: Settings = { rules: {}, language: 'auto' };

/** Reads what a client sent; whatever has the wrong shape is left at its default. */
export function readSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return DEFAULT_SETTINGS;
  const { rules, language } = value as { rules?: unknown; language?: unknown };
  return {
    rules: readRules(rules),
    language: language === 'en' || language === 'zh-cn' ? language : 'auto',
  };
}

function readRules(value: unknown): RuleSettings {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, RuleSetting] => isSetting(entry[1])));
}

function isSetting(value: unknown): value is RuleSetting {
  return value === 'off' || value === 'hint' || value === 'information' || value === 'warning' || value === 'error';
}
