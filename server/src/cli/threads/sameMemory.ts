/**
 * Whether two threads that read one log have come to remember the same. Both began at another place, so line numbers
 * are told from the line at hand, and numbers that a format gives to its sessions from the latest.
 */
import { createHash } from 'node:crypto';
import type { FileReader } from '../../transcript/fileReader';
import type { Step } from '../../transcript/reader';
import type { Exchange, MailData, Reply } from '../../transcript/transcript';

type Memory = NonNullable<FileReader['memory']>;

/**
 * What a reader remembers, in few characters: with the names of sessions as they are, and with them counted from the
 * latest. Readers that have one of the two in common read on alike.
 */
export interface Digest {
  readonly named: string;
  readonly counted: string;
}

/** `line`: how many lines have been read. Undefined when there is too much to compare. */
export function digestOf(memory: Memory, line: number): Digest | undefined {
  const steps = memory.sessions.reduce((sum, session) => sum + session.steps.length, 0);
  if (steps > MOST_STEPS) return undefined;
  const writer = new Writer(line, countIn(memory.dialect));
  const { region, gap, nextLook, silent, dialect, twin, sessions } = memory;
  if (!writer.write({ region, gap, nextLook, silent, twin, sessions }, false) || !writer.write(dialect, true))
    return undefined;
  return { named: hash(writer.named), counted: hash(writer.counted) };
}

export function isSame(a: Digest | undefined, b: Digest | undefined): boolean {
  return a !== undefined && b !== undefined && (a.named === b.named || a.counted === b.counted);
}

/** The first line, 0-based, that a session still to end can have begun in. `line`: how many lines have been read. */
export function oldestLine({ dialect, sessions, silent }: Memory, line: number): number {
  const begun = sessions.reduce((oldest, session) => Math.min(oldest, session.firstLine), silent[0]?.number ?? line);
  return Math.min(begun, oldestIn(dialect, line, DEEPEST));
}

/**
 * What reading begins with in the middle of a log of which only the first lines are known. A format that remembers
 * connections begins without any; what it remembers besides is said once for the whole file.
 */
export function midway(head: unknown, start: unknown): unknown {
  return isFlat(head) ? head : start;
}

function isFlat(state: unknown): boolean {
  if (typeof state !== 'object' || state === null) return true;
  if (state instanceof Map || state instanceof Set) return state.size === 0;
  if ('line' in state || 'number' in state) return false;
  return Object.values(state).every((value) => (Array.isArray(value) ? value.length === 0 : isFlat(value)));
}

/** How many sessions the format has numbered: `Dialect` says where its state tells that. */
function countIn(state: unknown): number | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const { session, count, connections } = state as Readonly<Record<string, unknown>>;
  if (typeof session === 'number') return session;
  return typeof count === 'number' ? count : countIn(connections);
}

/** More than this is not compared: a session with as many recipients goes on to be read where it began. */
const MOST_STEPS = 3_000;
const MOST_PARTS = 100_000;
const DEEPEST = 500;

/** Numbers of lines, wherever they stand. */
const LINES: ReadonlySet<string> = new Set(['line', 'number', 'firstLine', 'lastLine']);
/** Numbers of sessions, in what a dialect remembers. */
const COUNTS: ReadonlySet<string> = new Set(['session', 'count', 'since']);
/** Keys of sessions are for people: nothing is read by them. */
const UNREAD: ReadonlySet<string> = new Set(['key', 'use', 'stretches']);

class Writer {
  named: string[] = [];
  counted: string[] = [];
  readonly #line: number;
  readonly #count: number | undefined;
  /** Objects that stand in several places are written once. */
  readonly #seen = new Map<object, number>();
  #parts = 0;

  constructor(line: number, count: number | undefined) {
    this.#line = line;
    this.#count = count;
  }

  /** False when it is too much. `ofDialect`: it is what the dialect remembers. */
  write(value: unknown, ofDialect: boolean, key = '', depth = 0): boolean {
    if (++this.#parts > MOST_PARTS || depth > DEEPEST || typeof value === 'function') return false;
    if (typeof value !== 'object' || value === null) {
      this.#writePlain(value, ofDialect, key);
      return true;
    }
    if (key === 'steps' && !ofDialect) {
      for (const step of value as readonly Step[]) this.#add(outlineOf(step, this.#line));
      return true;
    }
    const seen = this.#seen.get(value);
    if (seen !== undefined) {
      this.#add(`@${seen}`);
      return true;
    }
    this.#seen.set(value, this.#seen.size);
    const each = (part: unknown, name: string) => this.write(part, ofDialect, name, depth + 1);
    if (value instanceof Map) {
      this.#add(`map ${value.size}`);
      for (const [name, part] of value) if (!each(name, '') || !each(part, key)) return false;
    } else if (value instanceof Set || Array.isArray(value)) {
      this.#add(`list ${value instanceof Set ? value.size : value.length}`);
      for (const part of value) if (!each(part, key)) return false;
    } else {
      this.#add('{');
      for (const [name, part] of Object.entries(value)) {
        if (part === undefined || UNREAD.has(name)) continue;
        this.#add(name);
        if (!each(part, name)) return false;
      }
      this.#add('}');
    }
    return true;
  }

  #writePlain(value: unknown, ofDialect: boolean, key: string): void {
    if (typeof value === 'number') {
      if (LINES.has(key) && value >= 0) this.#add(`line ${value - this.#line}`);
      else if (ofDialect && this.#count !== undefined && COUNTS.has(key)) this.#add(`count ${value - this.#count}`);
      else this.#add(String(value));
    } else if (typeof value === 'string' && NAMES.has(key)) {
      this.named.push(JSON.stringify(value));
      this.counted.push(JSON.stringify(this.#relative(value)));
    } else this.#add(typeof value === 'string' ? JSON.stringify(value) : String(value));
  }

  /** `20000/57` counted from the latest, of which the number is known. */
  #relative(name: string): string {
    const number = /(?:^|\/)(\d{1,15})$/.exec(name)?.[1];
    if (number === undefined || this.#count === undefined) return name;
    return `${name.slice(0, name.length - number.length)}${Number(number) - this.#count}`;
  }

  #add(text: string): void {
    this.named.push(text);
    this.counted.push(text);
  }
}

/**
 * What a step was made of and what was in force before it. Readers that took the same lines for the same in the same state have
 * made the same step of them: its texts need not be written, of which there are too many in a log of several sessions at a time.
 */
function outlineOf({ exchange, before, faults }: Step, line: number): string {
  const { whole, greeting, hello, tls, auth, transaction, protocol, ended } = before;
  const state = [whole, greeting.kind, hello.kind, tls, auth.kind, transaction.kind, protocol, ended?.by];
  return [...state, ...faults.map(({ type }) => type), ...partsOf(exchange, line)].join(' ');
}

/** Lines are counted from `line`. */
function partsOf(exchange: Exchange, line: number): unknown[] {
  switch (exchange.kind) {
    case 'command': {
      const { command, replies, responses, data, sentBeforeReplyTo, sentBeforeGreeting, lost } = exchange;
      const { said, verb } = command;
      const sent = [verb, said.line - line, said.start, said.text.length, said.elided?.what, said.secure, lost];
      const waited = [sentBeforeReplyTo && sentBeforeReplyTo.line - line, sentBeforeGreeting, responses.length];
      return [...sent, ...waited, ...(data === undefined ? [] : dataParts(data, line)), ...replyParts(replies, line)];
    }
    case 'message':
      return ['message', ...dataParts(exchange.data, line), ...replyParts(exchange.replies, line)];
    case 'greeting':
    case 'unasked':
      return [exchange.kind, ...replyParts(exchange.replies, line)];
    case 'unreadable':
      return ['unreadable', exchange.said.line - line, exchange.said.start];
    case 'event':
      return ['event', exchange.told.line - line, JSON.stringify(exchange.told.event)];
    default:
      return exchange satisfies never;
  }
}

function replyParts(replies: readonly Reply[], line: number): unknown[] {
  return replies.flatMap(({ code, complete, lines }) => [code, complete, lines.length, lines[0].said.line - line]);
}

function dataParts({ first, last, lineCount, octets, end, elided }: MailData, line: number): unknown[] {
  return [first && first.line - line, last && last.line - line, lineCount, octets, end, elided];
}

/** Where the name of a session stands. */
const NAMES: ReadonlySet<string> = new Set(['session', 'name', 'names']);

function oldestIn(value: unknown, line: number, depth: number): number {
  if (typeof value !== 'object' || value === null) return line;
  if (depth === 0) return 0;
  let oldest = line;
  if (value instanceof Map || value instanceof Set || Array.isArray(value)) {
    for (const part of value instanceof Map ? value.values() : value)
      oldest = Math.min(oldest, oldestIn(part, line, depth - 1));
    return oldest;
  }
  for (const [name, part] of Object.entries(value)) {
    if (typeof part !== 'number') oldest = Math.min(oldest, oldestIn(part, line, depth - 1));
    else if (LINES.has(name) && part >= 0) oldest = Math.min(oldest, part);
  }
  return oldest;
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64');
}
