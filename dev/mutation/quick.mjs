/**
 * Stands in for the reader and the list of rules while a rule is mutated. A text is read once, for no mutant of a rule
 * changes how it is read; and only the rules in question are asked.
 */
import { RULES as ALL } from '../../server/src/rules/index';
import { readTranscript as read } from '../../server/src/transcript/reader';

/** What the judge asks; the array stays the same. */
export const RULES = [...ALL];

/** What was read, by dialect and text. */
const known = new Map();

let isQuick = false;

/**
 * From now on only the rules are asked whose code is wanted, and readings are kept; undefined: all rules and none kept.
 * @param {((code: string) => boolean) | undefined} isWanted
 */
export function askOnly(isWanted) {
  isQuick = isWanted !== undefined;
  RULES.splice(0, RULES.length, ...ALL.filter(({ code }) => isWanted?.(code) ?? true));
}

export function readTranscript(text, dialect) {
  if (!isQuick) return read(text, dialect);
  const key = `${dialect?.id ?? ''}\n${text}`;
  const transcript = known.get(key) ?? read(text, dialect);
  known.set(key, transcript);
  // Rules may remember things by session, so that each reading gets sessions of its own.
  return { ...transcript, sessions: transcript.sessions.map((session) => ({ ...session })) };
}
