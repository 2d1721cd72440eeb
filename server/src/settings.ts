import type { InlayHintOptions } from './features/inlayHints';
import type { RuleSetting, RuleSettings } from './rules/judge';
import { PRESETS, type Preset } from './rules/presets';

/** What the user can set; the manifest describes the same under `smtp.`. */
export interface Settings {
  readonly rules: RuleSettings;
  readonly preset: Preset;
  /** Language of messages and hovers: `auto` follows the editor. */
  readonly language: 'auto' | 'en' | 'zh-cn';
  readonly inlayHints: InlayHintOptions;
}

export const DEFAULT_SETTINGS: Settings = {
  rules: {},
  preset: 'recommended',
  language: 'auto',
  inlayHints: { state: true, slow: true, answers: true },
};

/** Reads what a client sent; whatever has the wrong shape is left at its default. */
export function readSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return DEFAULT_SETTINGS;
  const { rules, preset, language, inlayHints } = value as Partial<Record<keyof Settings, unknown>>;
  return {
    rules: readRules(rules),
    preset: PRESETS.find((each) => each === preset) ?? 'recommended',
    inlayHints: readHints(inlayHints),
    language: language === 'en' || language === 'zh-cn' ? language : 'auto',
  };
}

function readRules(value: unknown): RuleSettings {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, RuleSetting] => isSetting(entry[1])),
  );
}

function readHints(value: unknown): InlayHintOptions {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<keyof InlayHintOptions, unknown>
  >;
  const { state, slow, answers } = given;
  return { state: state !== false, slow: slow !== false, answers: answers !== false };
}

function isSetting(value: unknown): value is RuleSetting {
  return value === 'off' || value === 'hint' || value === 'information' || value === 'warning' || value === 'error';
}
