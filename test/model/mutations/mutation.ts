import { insert, type Mutant, pick, type Where } from '../change';
import type { Random } from '../random';
import type { ModelSession } from '../session';

export interface Mutation {
  /** The rule that has to report it. */
  readonly rule: string;
  /** Undefined when there is no place for it in the session. */
  readonly mutate: (session: ModelSession, random: Random) => Mutant | undefined;
}

/** Lines put in at a place; `reported` is the one of them on which the rule speaks. */
export function inserting(rule: string, where: Where, texts: readonly string[], reported = 0): Mutation {
  return {
    rule,
    mutate(session, random) {
      const at = pick(session, random, where);
      return at === undefined ? undefined : { session: insert(session, at, texts), at: at + reported };
    },
  };
}

/** One line changed. */
export function editing(rule: string, where: Where, change: (text: string) => string): Mutation {
  return {
    rule,
    mutate(session, random) {
      const at = pick(session, random, where);
      if (at === undefined) return undefined;
      const line = session.lines[at];
      if (line === undefined) return undefined;
      return { session: { ...session, lines: session.lines.with(at, { ...line, text: change(line.text) }) }, at };
    },
  };
}
