import type { FoundAcross, RuleSettings } from './judge';
import type { Category, Severity } from './rule';
import { DEFAULT_THRESHOLDS, type Thresholds } from './thresholds';

/** How strictly to judge: `strict` for authors of servers and clients, `errors-only` for a noisy log in CI. */
export type Preset = 'strict' | 'recommended' | 'errors-only';

/** How a file is judged: the preset, what single rules are set to in spite of it, and from how much on they speak. */
export interface Policy {
  readonly preset: Preset;
  readonly rules: RuleSettings;
  readonly thresholds: Thresholds;
}

export const DEFAULT_POLICY: Policy = { preset: 'recommended', rules: {}, thresholds: DEFAULT_THRESHOLDS };

export const PRESETS: readonly Preset[] = ['strict', 'recommended', 'errors-only'];

/** What `strict` takes one step more seriously: what the protocol says, not what became of a message. */
const PROTOCOL: ReadonlySet<Category> = new Set(['sequence', 'reply', 'extension', 'syntax', 'framing']);

const STRICTER: Readonly<Record<Severity, Severity>> = {
  error: 'error',
  warning: 'error',
  information: 'warning',
  hint: 'information',
};

/** The findings as the preset weighs them; a rule that the settings name keeps the severity that they give it. */
export function underPolicy<F extends FoundAcross>(findings: readonly F[], { preset, rules: settings }: Policy): F[] {
  switch (preset) {
    case 'recommended':
      return [...findings];
    case 'errors-only':
      return findings.filter(({ severity, rule }) => severity === 'error' || settings[rule.code] !== undefined);
    case 'strict':
      return findings.map((finding) =>
        settings[finding.rule.code] === undefined && PROTOCOL.has(finding.rule.category)
          ? { ...finding, severity: STRICTER[finding.severity] }
          : finding,
      );
    default:
      return preset satisfies never;
  }
}
