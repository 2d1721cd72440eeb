import type { Clause } from './clause';
import { COMMANDS } from './commands';
import { HANDLING } from './handling';
import { IMPLEMENTATION } from './implementation';
import { MODEL } from './model';
import { PROCEDURES } from './procedures';
import { REPLIES } from './replies';

/** RFC 5321, in the order of its sections. */
export const CLAUSES: readonly Clause[] = [
  ...MODEL,
  ...PROCEDURES,
  ...COMMANDS,
  ...REPLIES,
  ...IMPLEMENTATION,
  ...HANDLING,
];
