/** Whole sessions whose lines stand together, passed over at once. */
import type { Deliveries } from '../../rules/rule';
import { owned, type Passed } from '../../transcript/lines';
import type { Reader } from '../../transcript/reader';
import type { Report } from '../report';
import { type Kinds, LONGEST_SESSION, type OfKind } from './kinds';
import type { Together } from './layout';

/** A place in a text. */
export interface Start {
  readonly text: string;
  readonly start: number;
  /** Of the line that begins there, 0-based. */
  readonly number: number;
}

export interface Passing {
  /** Whether these rules that look across sessions, by their codes, have nothing in mind, or nothing about these deliveries. */
  readonly isIdle: (codes: readonly string[], deliveries: () => Deliveries) => boolean;
  /** What is found in a session that is passed over. */
  readonly tell: (reports: readonly Report[]) => void;
}

/**
 * Passes over the sessions from a place on that are of a kind; there one begins, and all that come before end. `state`: what the
 * dialect remembers. `read`: the one that begins there is of none, and has to be read.
 * `cut`: that cannot be told, since not all of it is there. Undefined where nobody looks.
 */
export function passTogether(
  { text, start, number }: Start,
  state: unknown,
  reader: Reader,
  layout: Together<unknown>,
  kinds: Kinds,
  { isIdle, tell }: Passing,
): Passed | 'read' | 'cut' | undefined {
  const key = layout.key(state);
  if (key === undefined || !kinds.begins()) return undefined;
  let found = kinds.find(text, start, key);
  if (found === undefined) {
    const end = layout.next(text, start);
    if (end < 0) return 'cut';
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
  for (; found !== undefined && mayPass(found, isIdle); found = kinds.find(text, end, key)) {
    const { kind, passed } = found;
    if (kind.tells) tellOf(found, number + lines, tell);
    ({ end } = passed);
    lines += passed.lines;
    sessions++;
  }
  if (sessions === 0) return 'read';
  reader.goOnWith(layout.behind(state, sessions));
  return { end, lines };
}

/** No rule has anything in mind that the session concerns. */
export function mayPass({ kind, passed }: OfKind, isIdle: Passing['isIdle']): boolean {
  return isIdle(kind.idle, () => kind.deliveries(passed));
}

/** `first`: the number of its first line, 0-based. */
function tellOf({ kind, passed }: OfKind, first: number, tell: Passing['tell']): void {
  tell(kind.reports(passed, (index) => first + index));
}
