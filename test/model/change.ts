/** Changes of a session of the model, and where to make them. */
import type { Random } from './random';
import { type ModelLine, type ModelSession, offered, type Role, type State } from './session';

/** A session with one fault in it, and the line on which the rule has to report it. */
export interface Mutant {
  readonly session: ModelSession;
  readonly at: number;
}

export type Where = (line: ModelLine, index: number, all: readonly ModelLine[]) => boolean;

/** The index of one of the lines for which it holds. */
export function pick({ lines }: ModelSession, random: Random, where: Where): number | undefined {
  return random.from(lines.flatMap((line, index) => (where(line, index, lines) ? [index] : [])));
}

/** The first line for which it holds, from `from` on. */
export function next({ lines }: ModelSession, from: number, where: Where): number | undefined {
  const found = lines.findIndex((line, index) => index >= from && where(line, index, lines));
  return found < 0 ? undefined : found;
}

/** Lines put in before `at`. They happen when the line before them does. */
export function insert(session: ModelSession, at: number, texts: readonly string[]): ModelSession {
  const model = session.lines[Math.min(at, session.lines.length - 1)] as ModelLine;
  const before = session.lines[at - 1]?.time ?? model.time;
  const lines = texts.map(
    (text): ModelLine => ({ ...model, text, role: 'other', ...(before !== undefined && { time: before }) }),
  );
  return { ...session, lines: session.lines.toSpliced(at, 0, ...lines) };
}

export function replace(session: ModelSession, at: number, text: string): ModelSession {
  const line = session.lines[at] as ModelLine;
  return { ...session, lines: session.lines.with(at, { ...line, text }) };
}

/** The line with something changed in it. */
export function edit(session: ModelSession, at: number, change: (text: string) => string): ModelSession {
  return replace(session, at, change(session.lines[at]?.text ?? ''));
}

export function remove(session: ModelSession, at: number, count = 1): ModelSession {
  return { ...session, lines: session.lines.toSpliced(at, count) };
}

/** Only the first lines. */
export function cut(session: ModelSession, length: number): ModelSession {
  return { ...session, lines: session.lines.slice(0, length) };
}

/** A keyword more in the hello reply that is in force at `at`; undefined when the hello was HELO. */
export function offering(
  session: ModelSession,
  at: number,
  keyword: string,
): { session: ModelSession; at: number } | undefined {
  const state = session.lines[at]?.state;
  if (state === undefined || state.offers.length === 0) return undefined;
  if (offered(state, keyword.split(' ')[0] ?? '')) return { session, at };
  const last = session.lines
    .slice(0, at)
    .findLastIndex(({ role, text }) => role === 'hello-reply' && text.startsWith('S: 250 '));
  return last < 0 ? undefined : { session: insert(session, last, [`S: 250-${keyword}`]), at: at + 1 };
}

/** A command for which nothing is waited for. */
export function isCommandPoint({ quiet, text, role, state }: ModelLine): boolean {
  return (
    quiet &&
    text.startsWith('C: ') &&
    !PAYLOAD.has(role) &&
    state.greeted &&
    !state.over &&
    !(role === 'auth' && !text.startsWith('C: AUTH'))
  );
}

const PAYLOAD: ReadonlySet<Role> = new Set(['message', 'dot', 'chunk']);

/** A command point at which this holds of what is in force. */
export function pointWhere(holds: (state: State) => boolean): Where {
  return (line, index, all) =>
    isCommandPoint(line) && holds(line.state) && !all.slice(0, index).some(({ text }) => text === '* closed by server');
}

/** After a hello, outside a transaction. */
export const IDLE = pointWhere(({ hello, transaction }) => hello !== undefined && transaction === 'none');

export const role =
  (wanted: Role, holds: (line: ModelLine) => boolean = () => true): Where =>
  (line) =>
    line.role === wanted && holds(line);
