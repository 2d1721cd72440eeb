/**
 * The kinds of sessions that a log consists of. Most of a large one is a few kinds of sessions over and over: passing over one
 * takes a tenth of the time that reading its lines takes.
 */
import { type FoundAcross, type Heed, heedOf } from '../../rules/judge';
import type { Thresholds } from '../../rules/thresholds';
import { maskOf } from '../../rules/traits';
import type { Session } from '../../transcript/reader';
import type { Report } from '../report';
import { type Found, Kind } from './kind';
import type { Layout } from './layout';
import { type Known, patternOf, type Shown } from './patternOf';

/** A session that is being read, and may tell of a kind. */
export interface Candidate extends Shown {
  readonly key: string;
  readonly lastLine: number;
}

/** A session that was read and judged. */
export interface JudgedSession {
  readonly session: Session;
  readonly findings: readonly FoundAcross[];
  /** What is reported of them. */
  readonly reports: readonly Report[];
}

/** A session and its kind. */
export interface OfKind {
  readonly kind: Kind;
  readonly passed: Found;
}

export class Kinds {
  readonly #thresholds: Thresholds;
  readonly #end: boolean;
  /** Those of which another session was met, that of the last one first. */
  #kinds: readonly Kind[] = [];
  /** Those of which none was met yet: each session may be one of its own. The one learnt last first. */
  #unmet: readonly Kind[] = [];
  #candidates: readonly Candidate[] = [];
  /** Sessions in a row that were of none. */
  #misses = 0;
  /** So many sessions are not looked at. */
  #rest = 0;
  #pause = LEAST_PAUSE;
  /** Sessions that were of none among others that were. */
  #strange = 0;

  /** `end`: they are found in texts that hold nothing else; otherwise another one has to begin behind each. */
  constructor(thresholds: Thresholds, end: boolean) {
    this.#thresholds = thresholds;
    this.#end = end;
  }

  /** What comes is counted from another line. */
  goOn(): void {
    this.#candidates = [];
  }

  /** A session begins. False while it is not worth looking whether it is of a kind: each is one of its own here. */
  begins(): boolean {
    if (this.#rest > 0) this.#rest--;
    return this.#rest === 0;
  }

  /** The session at offset `start` of `text`, and its kind; undefined where it is of none. */
  find(text: string, start: number, key: string): OfKind | undefined {
    const found = firstOf(this.#kinds, text, start, key) ?? firstOf(this.#unmet, text, start, key);
    if (found === undefined) return undefined;
    if (found.kind !== this.#kinds[0]) this.#meet(found.kind);
    this.#misses = 0;
    this.#pause = LEAST_PAUSE;
    return found;
  }

  #meet(kind: Kind): void {
    const others = (kinds: readonly Kind[]) => kinds.filter((other) => other !== kind);
    this.#kinds = [kind, ...others(this.#kinds).slice(0, MOST_KINDS - 1)];
    this.#unmet = others(this.#unmet);
  }

  /** A session is of none. True when it is worth learning from. */
  miss(): boolean {
    if (++this.#misses >= MOST_MISSES) {
      this.#misses = 0;
      this.#rest = this.#pause;
      this.#pause = Math.min(this.#pause * 2, MOST_PAUSE);
    }
    return this.#kinds.length + this.#unmet.length === 0 || this.#misses > 1 || ++this.#strange % SELDOM === 0;
  }

  /** To be learnt from as soon as it is judged. */
  ask(candidate: Candidate): void {
    this.#candidates = [candidate, ...this.#candidates.slice(0, MOST_CANDIDATES - 1)];
  }

  /** A session was judged. */
  learn({ session, findings, reports }: JudgedSession, layout: Layout): void {
    const candidate = this.#candidates.find(({ lastLine }) => lastLine === session.lastLine);
    if (candidate === undefined) return;
    this.#candidates = this.#candidates.filter((each) => each !== candidate);
    // A canonical session begins behind the line that separates it.
    const [first = 0, second = first + 1] = candidate.numbers;
    const whole = session.firstLine === first || session.firstLine === second;
    const alike = findings.every(({ rule }) => rule.alike === true);
    if (!alike || !whole || session.goesOn !== undefined || session.others > 0) return;
    const heed = heedOf(session);
    if (heed === undefined || !heed.repeats || (heed.traits & ~LITERAL) !== 0) return;
    this.#add(candidate, { session, traits: heed.traits, reports }, layout, heed);
  }

  #add(candidate: Candidate, known: Known, layout: Layout, { idle }: Heed): void {
    const pattern = patternOf(candidate, known, layout);
    if (pattern === undefined || layout.sessions === undefined) return;
    const kind = new Kind(pattern, { key: candidate.key, idle, end: this.#end }, layout.sessions, this.#thresholds);
    if ([...this.#kinds, ...this.#unmet].some(({ source, key }) => source === kind.source && key === kind.key)) return;
    this.#unmet = [kind, ...this.#unmet.slice(0, MOST_UNMET - 1)];
  }
}

/** The session at offset `start`, of the first kind that it is of. */
function firstOf(kinds: readonly Kind[], text: string, start: number, key: string): OfKind | undefined {
  for (const kind of kinds) {
    const passed = kind.key === key ? kind.at(text, start) : undefined;
    if (passed !== undefined) return { kind, passed };
  }
  return undefined;
}

/**
 * Rules that need one of these look at nothing that is another one in other sessions of a kind, or at what `Kind` looks at, too:
 * sizes, durations, and whether recipients are others.
 */
const LITERAL = maskOf([
  'auth',
  'starttls',
  'helo',
  'hello-in-tls',
  'pipelined',
  'unusual-enhanced',
  'unusual-greeting',
  'unusual-offer',
  'starttls-offered',
  'several-names',
  'foreign-recipient',
  'refused-recipient',
  'sized-data',
  'no-quit',
  'long',
  'tool-tls',
]);

/** Characters of a session that is worth an expression, or to be held until it ends. */
export const LONGEST_SESSION = 20_000;
/** Each is tried: with more of them a session that is of none takes longer than its reading. */
const MOST_KINDS = 32;
const MOST_UNMET = 4;
/** Closed sessions wait for so many others before they are judged, and some more. */
const MOST_CANDIDATES = 80;
const MOST_MISSES = 12;
const LEAST_PAUSE = 16;
const MOST_PAUSE = 4096;
/** One in so many. */
const SELDOM = 8;
