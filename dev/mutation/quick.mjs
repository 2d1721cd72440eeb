/**
 * Stands in for the reader, and keeps rules quiet, while a rule is mutated. A text is read once, for no mutant of a rule
 * changes how it is read; and only the rules in question are asked.
 */
import { RULES } from '../../server/src/rules/index';
import { readTranscript as read } from '../../server/src/transcript/readTranscript';

/** What was read, by dialect and text; kept when the tests are loaded again for a mutant. */
globalThis.readings ??= new Map();
const known = globalThis.readings;

/** How each rule looks at sessions. */
const LOOKS = RULES.map(({ check, across }) => ({ check, across }));

let isQuick = false;

/**
 * From now on only the rules are asked whose code is wanted, and readings are kept; undefined: all rules and none kept.
 * @param {((code: string) => boolean) | undefined} isWanted
 */
export function askOnly(isWanted) {
  isQuick = isWanted !== undefined;
  for (const [index, rule] of RULES.entries()) {
    const { check, across } = LOOKS[index];
    const wanted = isWanted?.(rule.code) ?? true;
    Object.assign(rule, { check: wanted ? check : () => [], across: wanted ? across : undefined });
  }
}

export function readTranscript(text, dialect) {
  if (!isQuick) return read(text, dialect);
  const key = `${dialect?.id ?? ''}\n${text}`;
  const transcript = known.get(key) ?? read(text, dialect);
  known.set(key, transcript);
  // Rules remember things by session and by step, so that each reading gets its own.
  const anew = (session) => ({ ...session, steps: session.steps.map((step) => ({ ...step })) });
  return { ...transcript, sessions: transcript.sessions.map(anew) };
}
