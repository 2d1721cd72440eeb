/** Whole sessions whose lines stand together, passed over at once. */

import { owned, type Passed } from '../../transcript/lines';
import type { Reader } from '../../transcript/reader';
import type { Report } from '../report';
import { type Kinds, LONGEST_SESSION } from './kinds';
import type { Together } from './layout';

/** A place in a text, where a session begins and all that come before end. */
export interface Start {
  readonly text: string;
  readonly start: number;
  /** Of the line that begins there, 0-based. */
  readonly number: number;
  /** What the dialect remembers. */
  readonly state: unknown;
}

export interface Passing {
  /** Whether these rules that look across sessions, by their codes, have nothing in mind. */
  readonly isIdle: (codes: readonly string[]) => boolean;
  /** What is found in a session that is passed over. */
  readonly tell: (reports: readonly Report[]) => void;
}

/**
 * Passes over the sessions from a place on that are of a kind. `read`: the one that begins there is of none, and has to be read.
 * Undefined where that cannot be told, since not all of it is there.
 */
export function passTogether(
  { text, start, number, state }: Start,
  reader: Reader,
  layout: Together<unknown>,
  kinds: Kinds,
  { isIdle, tell }: Passing,
): Passed | 'read' | undefined {
  const key = layout.key(state);
  if (key === undefined || !kinds.begins()) return undefined;
  let found = kinds.find(text, start, key);
  if (found === undefined) {
    const end = layout.next(text, start);
    if (end < 0) return undefined;
    if (kinds.miss() && end - start <= LONGEST_SESSION) {
      const shown = owned(text.slice(start, end));
      kinds.ask({ text: shown, numbers: [number], key, lastLine: number + shown.split('\n').length - 2 });
    }
    return 'read';
  }
  // What ends here is judged first: it may have a bearing on what follows.
  reader.finishAll();
  let end = start;
  let lines = 0;
  let sessions = 0;
  for (; found !== undefined && isIdle(found.kind.idle); found = kinds.find(text, end, key)) {
    const { passed } = found;
    const first = number + lines;
    if (passed.reports !== undefined) tell(passed.reports((index) => first + index));
    ({ end } = passed);
    lines += passed.lines;
    sessions++;
  }
  if (sessions === 0) return 'read';
  reader.goOnWith(layout.behind(state, sessions));
  return { end, lines };
}
