/** How long each side took, where the log has times. */
import type { Session, Step } from '../transcript/reader';
import type { CommandExchange, Said } from '../transcript/transcript';
import { whole } from './about';
import type { Related } from './rule';
import type { Thresholds } from './thresholds';

/** A step that took `milliseconds`, from what `since` says to `until`. */
export interface Duration {
  readonly step: Step;
  /** Verb, `greeting` or `message`. */
  readonly what: string;
  readonly milliseconds: number;
  readonly since: Said | undefined;
  readonly until: Said;
}

/** How long the server took for the greeting, for each command and for each message. */
export function* serverDurations(session: Session): Generator<Duration> {
  let connected: number | undefined;
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind === 'event' && exchange.told.event.type === 'connect') connected = exchange.told.time;
    const until = 'replies' in exchange ? exchange.replies[0]?.lines[0].said : undefined;
    if (until === undefined) continue;
    if (exchange.kind === 'greeting') {
      yield* between(step, 'greeting', connected, until.time, undefined, until);
    } else if (exchange.kind === 'command' && isTimed(exchange)) {
      const { said, verb } = exchange.command;
      yield* between(step, verb, said.time, until.time, said, until);
    } else if (exchange.kind === 'message' && exchange.data.end === 'complete' && exchange.data.last !== undefined) {
      const { last } = exchange.data;
      yield* between(step, 'message', last.time, until.time, last, until);
    }
  }
}

/** How long the client took from the last reply to its next command. */
export function* clientDurations(session: Session): Generator<Duration> {
  let replied: Said | undefined;
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind === 'event' && exchange.told.event.type === 'gap') replied = undefined;
    if (exchange.kind === 'command' && replied !== undefined && isTimed(exchange)) {
      const { said, verb } = exchange.command;
      yield* between(step, verb, replied.time, said.time, replied, said);
    }
    if ('replies' in exchange) replied = exchange.replies.at(-1)?.lines.at(-1)?.said;
  }
}

/** A chunk's octets, an exchange of challenges and commands sent ahead take time that is nobody's alone. */
function isTimed(exchange: CommandExchange): boolean {
  return !exchange.lost && exchange.sentBeforeReplyTo === undefined && exchange.data === undefined;
}

function* between(
  step: Step,
  what: string,
  start: number | undefined,
  end: number | undefined,
  since: Said | undefined,
  until: Said,
): Generator<Duration> {
  // A time of day goes back at midnight.
  if (start === undefined || end === undefined || !(end >= start)) return;
  yield { step, what, milliseconds: end - start, since, until };
}

/**
 * Why a step is slow: over a limit of the RFC's, or far slower than its `neighbours` other steps. All in milliseconds;
 * `least` is never slow beside others.
 */
export function slownessOf(
  milliseconds: number,
  { limit, least, neighbours, median }: Measure,
  { slowNeighbours, slowTimes }: Thresholds,
): 'limit' | 'slower' | undefined {
  if (milliseconds > limit) return 'limit';
  if (milliseconds < least || neighbours < slowNeighbours) return undefined;
  return milliseconds >= slowTimes * median() ? 'slower' : undefined;
}

/** What a step's duration is measured by. */
export interface Measure {
  readonly limit: number;
  readonly least: number;
  readonly neighbours: number;
  readonly median: () => number;
}

/** The middle value; 0 for none. */
export function medianOf(durations: readonly Duration[]): number {
  const sorted = durations.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** `5 min 3 s`, `12 s`: as a person says it. */
export function spell(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
}

const MINUTE = 60_000;

/** How long a client waits at least, by RFC 5321 §4.5.3.2.1–6, in milliseconds. */
export function replyLimit(what: string): number {
  if (what === 'DATA') return 2 * MINUTE;
  return what === 'message' ? 10 * MINUTE : 5 * MINUTE;
}

/** How long a server waits for the next command at least, in milliseconds (RFC 5321 §4.5.3.2.7). */
export const SERVER_TIMEOUT = 5 * MINUTE;

/** A side that waited since `since` gave up at `until`, before `limit` milliseconds had passed. */
export function waitedLittle(since: Said | undefined, until: number | undefined, limit: number): Related[] {
  if (since?.time === undefined || until === undefined) return [];
  const milliseconds = until - since.time;
  if (!(milliseconds >= 0) || milliseconds >= limit - CLOCK) return [];
  return [{ span: whole(since), note: 'waited-little', values: { time: spell(milliseconds), limit: spell(limit) } }];
}

/** Logs round, and write a little later. */
const CLOCK = 2000;
