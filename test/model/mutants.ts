import { validSession } from './generate';
import { judged } from './judged';
import { MUTATIONS } from './mutations';
import { Random } from './random';
import { textOf } from './session';

/** What became of a mutant. */
export interface Outcome {
  readonly rule: string;
  readonly seed: number;
  /** The rule reported on the line of the fault. */
  readonly found: boolean;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** What was reported. */
  readonly said: readonly string[];
}

/** So many sessions are tried until one has a place for the mutation. */
const MOST_TRIES = 200;

/** The mutation whose turn it is, put into a valid session that has a place for it. */
export function generateMutant(turn: number, seed: number): Outcome | undefined {
  const mutation = MUTATIONS[turn % MUTATIONS.length];
  if (mutation === undefined) return undefined;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const own = (seed * MOST_TRIES + tries) >>> 0;
    const random = new Random(own);
    const mutant = mutation.mutate(validSession(random), random);
    if (mutant === undefined) continue;
    const text = textOf(mutant.session);
    const findings = judged(text);
    return {
      rule: mutation.rule,
      seed: own,
      found: findings.some(({ rule, problem }) => rule.code === mutation.rule && problem.span.line === mutant.at),
      line: mutant.at + 1,
      text,
      said: findings.map(({ rule, problem }) => `${problem.span.line + 1} ${rule.code}`),
    };
  }
  return undefined;
}
