import type { InlayHintOptions } from './features/inlayHints';
import type { RuleSetting, RuleSettings } from './rules/judge';
import { PRESETS, type Preset } from './rules/presets';
import { DEFAULT_THRESHOLDS, isThreshold, type Thresholds, thresholdsOf } from './rules/thresholds';

/** What the user can set; the manifest describes the same under `smtp.`. */
export interface Settings {
  readonly rules: RuleSettings;
  readonly preset: Preset;
  readonly thresholds: Thresholds;
  /** Language of messages and hovers: `auto` follows the editor. */
  readonly language: 'auto' | 'en' | 'zh-cn';
  readonly inlayHints: InlayHintOptions;
  readonly workspace: WorkspaceSettings;
}

export interface WorkspaceSettings {
  /** Patterns of the files that are transcripts of the workspace, open or not. */
  readonly include: readonly string[];
}

export const DEFAULT_SETTINGS: Settings = {
  rules: {},
  preset: 'recommended',
  thresholds: DEFAULT_THRESHOLDS,
  language: 'auto',
  inlayHints: { state: true, slow: true, answers: true, users: true },
  workspace: { include: ['**/*.smtp'] },
};

/** Reads what a client sent; whatever has the wrong shape is left at its default. */
export function readSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return DEFAULT_SETTINGS;
  const given = value as Partial<Record<keyof Settings, unknown>>;
  const { rules, preset, thresholds, language, inlayHints, workspace } = given;
  return {
    rules: readRules(rules),
    preset: PRESETS.find((each) => each === preset) ?? 'recommended',
    thresholds: readThresholds(thresholds),
    inlayHints: readHints(inlayHints),
    workspace: readWorkspace(workspace),
    language: language === 'en' || language === 'zh-cn' ? language : 'auto',
  };
}

function readRules(value: unknown): RuleSettings {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, RuleSetting] => isSetting(entry[1])),
  );
}

function readThresholds(value: unknown): Thresholds {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  return thresholdsOf((name) => (isThreshold(given[name]) ? given[name] : DEFAULT_THRESHOLDS[name]));
}

function readHints(value: unknown): InlayHintOptions {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<keyof InlayHintOptions, unknown>
  >;
  const { state, slow, answers, users } = given;
  return { state: state !== false, slow: slow !== false, answers: answers !== false, users: users !== false };
}

function readWorkspace(value: unknown): WorkspaceSettings {
  const { include } = (typeof value === 'object' && value !== null ? value : {}) as { readonly include?: unknown };
  if (!Array.isArray(include)) return DEFAULT_SETTINGS.workspace;
  return { include: include.filter((each): each is string => typeof each === 'string' && each !== '') };
}

function isSetting(value: unknown): value is RuleSetting {
  return value === 'off' || value === 'hint' || value === 'information' || value === 'warning' || value === 'error';
}
