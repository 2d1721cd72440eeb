/** The model test: valid sessions are left in peace, and each fault that is put into one is found where it is. */

import { validSession } from './generate';
import { isLoud, judged } from './judged';
import { generateMutant, type Outcome } from './mutants';
import { Random } from './random';
import { textOf } from './session';

/** The share of faults that has to be found. */
export const LEAST_FOUND = 0.995;

export interface Alarm {
  readonly seed: number;
  readonly line: number;
  readonly rule: string;
}

export interface RuleScore {
  readonly rule: string;
  readonly mutants: number;
  readonly found: number;
  /** Some that were not found. */
  readonly missed: readonly Outcome[];
}

export interface ModelResult {
  readonly sessions: number;
  readonly alarms: readonly Alarm[];
  readonly scores: readonly RuleScore[];
}

/** `count` valid sessions, each judged as it is and with one fault put into it; the faults take turns. */
export function runModel(count: number, seed: number): ModelResult {
  const alarms: Alarm[] = [];
  const outcomes = new Map<string, Outcome[]>();
  for (let index = 0; index < count; index++) {
    const own = seed + index;
    const session = validSession(new Random(own));
    for (const { problem, rule } of judged(textOf(session)).filter(isLoud)) {
      alarms.push({ seed: own, line: problem.span.line + 1, rule: rule.code });
    }
    const outcome = generateMutant(index, own);
    if (outcome === undefined) continue;
    const same = outcomes.get(outcome.rule);
    if (same === undefined) outcomes.set(outcome.rule, [outcome]);
    else same.push(outcome);
  }
  const scores = [...outcomes]
    .map(([rule, all]) => ({
      rule,
      mutants: all.length,
      found: all.filter(({ found }) => found).length,
      missed: all.filter(({ found }) => !found).slice(0, 3),
    }))
    .sort((a, b) => a.rule.localeCompare(b.rule));
  return { sessions: count, alarms, scores };
}
