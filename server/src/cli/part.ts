import type { Locale } from '../reference/entry';
import { type Concerns, Judge, PartJudge, type PartJudgement } from '../rules/judge';
import { type Policy, underPolicy } from '../rules/presets';
import type { Deliveries } from '../rules/rule';
import { DEFAULT_THRESHOLDS } from '../rules/thresholds';
import type { Dialect } from '../transcript/dialects/dialect';
import { FileReader, type Within } from '../transcript/fileReader';
import { LineSplitter, type Passed } from '../transcript/lines';
import type { Comment, Session } from '../transcript/reader';
import type { Line } from '../transcript/transcript';
import { Bulk, FileKinds } from './bulk/bulk';
import { holdHeap } from './heap';
import { chooseDialect, textOf } from './input';
import { type Report, reportOf } from './report';
import { oldestLine } from './threads/sameMemory';

/** How a file is judged and what it is called: plain data, as another thread has to know it. */
export interface Manner {
  /** What the file is called in the output. */
  readonly name: string;
  /** Id of the dialect, in place of detection. */
  readonly dialect: string | undefined;
  readonly locale: Locale;
  readonly policy: Policy;
}

/** What a session gives: plain data. */
export interface Judged {
  readonly reports: readonly Report[];
  /** What the looks across sessions have to know of it. */
  readonly concerns: Concerns | undefined;
}

/** What reading has given since the batch before. Lines are counted from where it began. */
export interface Batch {
  /** Sessions with something to tell, in the order in which they ended. */
  readonly judged: readonly Judged[];
  /** Comments that may silence a finding. */
  readonly comments: readonly Comment[];
  /** How many lines have been read. */
  readonly lines: number;
  /** What comes later is about this line, 0-based, or a later one. */
  readonly oldest: number;
  /** Undefined while no format is known. */
  readonly dialect: string | undefined;
  /** How many logs of a format of its own the file holds so far, and how often another one was looked for. */
  readonly regions: number;
  readonly looks: number;
}

/** A batch, and how many lines of the file come before those that it counts. */
export interface Placed {
  readonly batch: Batch;
  readonly by: number;
}

export interface PartOptions {
  /** Where reading begins when that is not the start of the file. */
  readonly within?: Within | undefined;
  /** The file is read to its end: what looks across sessions need not be told what concerns it, it can look. */
  readonly whole?: boolean;
  /** What an earlier part has roused, as `PartJudge` has it. */
  readonly roused?: number;
  /** What the file has been found to consist of, further up. */
  readonly kinds?: FileKinds | undefined;
}

/** Reads and judges a file, or a part of it, line by line: sessions are let go as soon as they are judged. */
export class PartReader {
  readonly #reader: FileReader;
  readonly #splitter = new LineSplitter();
  readonly #manner: Manner;
  readonly #judging: PartJudge | JudgeAlone;
  readonly #bulk: Bulk;
  #judged: Judged[] = [];
  #comments: Comment[] = [];
  #lines = 0;
  #oldest = 0;

  constructor(manner: Manner, dialect: Dialect | undefined, { within, whole, roused, kinds }: PartOptions = {}) {
    const { name, locale, policy } = manner;
    const { rules, thresholds } = policy;
    // A copy of our own: a task is an object of another shape each time.
    this.#manner = { name, dialect: manner.dialect, locale, policy };
    this.#judging = whole ? new JudgeAlone(policy) : new PartJudge(rules, thresholds, roused);
    const onSession = (session: Session) => this.#judge(session);
    const onComment = (comment: Comment) => {
      if (comment.text.startsWith('smtp-')) this.#comments.push(comment);
    };
    const reader = new FileReader({ onSession, onComment, mostSteps: MOST_STEPS }, dialect, within);
    this.#reader = reader;
    this.#bulk = new Bulk({
      kinds: kinds ?? new FileKinds(thresholds ?? DEFAULT_THRESHOLDS),
      isIdle: (codes, deliveries) => this.#judging.isIdle(codes, deliveries),
      settled: () => reader.settled,
      read: (line) => reader.push(line),
      tell: (reports) => this.#judged.push({ reports, concerns: undefined }),
    });
  }

  push(text: string): void {
    this.#splitter.push(text, this.#take, this.#pass);
    this.#bulk.keep();
  }

  /** Reads what is held back. */
  settle(): void {
    this.#bulk.release();
  }

  end(): void {
    this.#splitter.end(this.#take);
    this.settle();
    this.#reader.end();
    this.#oldest = this.#lines;
  }

  /** What the reader remembers; undefined while it waits for lines. */
  get memory(): FileReader['memory'] {
    return this.#reader.memory;
  }

  /** How often another format was looked for. */
  get looks(): number {
    return this.#reader.looks;
  }

  /** What has been roused so far. */
  get roused(): number {
    return this.#judging.roused;
  }

  /** How many lines have been read. */
  get lines(): number {
    return this.#lines;
  }

  /** How many sessions wait to be taken. */
  get waiting(): number {
    return this.#judged.length;
  }

  /** What there is since the last time. */
  take(): Batch {
    const { memory, regions, looks } = this.#reader;
    if (memory !== undefined) {
      const held = this.#bulk.oldest ?? this.#lines;
      this.#oldest = Math.max(this.#oldest, Math.min(held, oldestLine(memory, this.#lines)));
    }
    const batch = {
      judged: this.#judged,
      comments: this.#comments,
      lines: this.#lines,
      oldest: this.#oldest,
      dialect: regions[0]?.detection.dialect?.id,
      regions: regions.length,
      looks,
    };
    this.#judged = [];
    this.#comments = [];
    return batch;
  }

  readonly #take = (line: Line): void => {
    this.#lines++;
    if (!this.#bulk.take(line)) this.#reader.push(line);
  };

  readonly #pass = (text: string, start: number, number: number): Passed | undefined => {
    const passed = this.#bulk.pass(text, start, number);
    if (passed !== undefined) this.#lines += passed.lines;
    return passed;
  };

  #judge(session: Session): void {
    const { policy, name, locale } = this.#manner;
    const { findings, concerns } = this.#judging.judge(session);
    const reports = underPolicy(findings, policy).map((found) => reportOf(name, found, locale));
    this.#bulk.learn({ session, findings, reports });
    if (reports.length > 0 || concerns !== undefined) this.#judged.push({ reports, concerns });
  }
}

/** Steps of a session: some twenty megabytes, and five thousand mails over one connection. */
const MOST_STEPS = 20_000;

/** What looks across sessions has seen them already. */
class JudgeAlone {
  readonly roused = 0;
  readonly #judge: Judge;

  constructor({ rules, thresholds }: Policy) {
    this.#judge = new Judge(rules, thresholds);
  }

  isIdle(codes: readonly string[], deliveries: () => Deliveries): boolean {
    return this.#judge.isIdle(codes, deliveries);
  }

  judge(session: Session): PartJudgement {
    return { findings: this.#judge.judge(session), concerns: undefined };
  }
}

/** So much is read before what it gave is handed over. */
const BATCH_CHARACTERS = 128 * 1024;

/** Reads a file in this thread. `onText`: called for each piece of its text. */
export async function* readAlone(
  file: string,
  manner: Manner,
  onText?: (text: string) => void,
): AsyncGenerator<Placed> {
  const dialect = manner.dialect === undefined ? undefined : chooseDialect(manner.dialect);
  const part = new PartReader(manner, dialect, { whole: true });
  let characters = 0;
  for await (const text of textOf(file)) {
    onText?.(text);
    part.push(text);
    characters += text.length;
    if (characters < BATCH_CHARACTERS) continue;
    characters = 0;
    yield { batch: part.take(), by: 0 };
    holdHeap();
  }
  part.end();
  yield { batch: part.take(), by: 0 };
}
