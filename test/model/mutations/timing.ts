import { pick, type Where } from '../change';
import type { ModelSession } from '../session';
import type { Mutation } from './mutation';

const HALF_AN_HOUR = 30 * 60 * 1000;

/** What is on this line, and all after it, half an hour later. */
function delayed(session: ModelSession, from: number): ModelSession {
  const lines = session.lines.map((line, index) =>
    line.time === undefined || index < from ? line : { ...line, time: line.time + HALF_AN_HOUR },
  );
  return { ...session, lines };
}

function delaying(rule: string, where: Where): Mutation {
  return {
    rule,
    mutate(session, random) {
      const at = session.timed ? pick(session, random, where) : undefined;
      return at === undefined ? undefined : { session: delayed(session, at), at };
    },
  };
}

export const TIMING: readonly Mutation[] = [
  delaying(
    'timing.slow-reply',
    ({ role, text }, index, all) => role === 'mail-reply' && text.charAt(6) === ' ' && all[index - 1]?.role === 'mail',
  ),
  delaying(
    'timing.slow-client',
    ({ role, quiet }, index, all) => role === 'mail' && quiet && all[index - 1]?.text.startsWith('S: ') === true,
  ),
];
