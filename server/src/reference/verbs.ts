import type { VerbEntry } from './entry';
import { coreVerbs } from './verbs/core';
import { extensionVerbs } from './verbs/extension';
import { privateVerbs } from './verbs/private';

/**
 * Every verb that a transcript may hold. What `replies` leaves out is said in `verbs/core.ts`.
 */
export const verbs: readonly VerbEntry[] = [...coreVerbs, ...extensionVerbs, ...privateVerbs];
