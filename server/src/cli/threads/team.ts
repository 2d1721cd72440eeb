/**
 * Reads files with several threads. A file is cut into parts at arbitrary places. A thread reads a part as if no session
 * was open at its start, and goes on behind its end until it remembers the same there as the thread that reads the next
 * part: from that place on both would read the same, and what the other has read takes over. Where they never come to
 * remember the same, as in a log whose sessions never all end, the first one reads on through the next part. So the
 * result is that of one thread, whatever the log holds.
 */
import { Worker } from 'node:worker_threads';
import { MOST_LOOKS } from '../../transcript/regions';
import { UsageError } from '../input';
import type { Batch, Manner, Placed } from '../part';
import type { FromWorker, Mark, Stretch, Task, ToWorker } from './messages';
import { ReadAnew } from './readAnew';
import { isSame } from './sameMemory';
import { newWorker } from './worker';

/** A file to be read. */
export interface Job extends Manner {
  readonly file: string;
  /** Octets. */
  readonly size: number;
  /** It may be read in parts. */
  readonly splits: boolean;
  /** Octets of a part; by default what suits the file. */
  readonly partSize?: number;
}

export interface TeamOptions {
  readonly threads: number;
  /** The program whose worker threads do `work`; this thread is one of them. */
  readonly program: string;
}

export class Team {
  readonly #threads: Thread[];
  readonly #files: FileInParts[];
  readonly #runs = new Map<number, Run>();
  #runCount = 0;
  /** The file that is wanted. */
  #at = 0;
  #failure: Error | undefined;
  #closing = false;

  constructor(jobs: readonly Job[], options: TeamOptions) {
    const share = jobs.reduce((sum, { size }) => sum + size, 0) / (2 * options.threads);
    this.#files = jobs.map((job) => new FileInParts(job, job.partSize ?? partSizeOf(job.size, options.threads, share)));
    this.#threads = [this.#thisThread()];
    while (this.#threads.length < options.threads) this.#threads.push(this.#newThread(options.program));
    this.#assign();
  }

  /** What a file holds, in order. The files have to be asked for in their order, each once. */
  async *read(index: number): AsyncGenerator<Placed> {
    this.#at = index;
    this.#assign();
    const file = this.#files[index] as FileInParts;
    try {
      yield* this.#follow(await this.#begun(file));
    } finally {
      for (const run of file.runs()) this.#stop(run);
      this.#assign();
    }
  }

  /** What a run has read, then what the one that it met has. */
  async *#follow(first: Run): AsyncGenerator<Placed> {
    let run = first;
    let by = 0;
    /** By how much `looks` of the run are less than those of one thread. */
    let moreLooks = 0;
    for (;;) {
      const entry = await this.#next(run);
      if (entry.kind === 'batch') {
        if (run !== first && isDoubtful(entry.batch, moreLooks)) throw new ReadAnew();
        yield { batch: entry.batch, by };
      } else if (entry.kind === 'failed') throw new UsageError(entry.message);
      else if (entry.kind === 'end') return;
      else if (entry.kind === 'met') {
        const { mark, other, theirs } = entry;
        by += mark.lines - theirs.lines;
        moreLooks += mark.looks - theirs.looks;
        run = other;
        run.skipTo(theirs);
      }
    }
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const run of this.#runs.values()) this.#stop(run);
    await Promise.all(this.#threads.map(({ end }) => end()));
  }

  // --- what is read next --------------------------------------------------------------------------------------------

  /** This thread reads as well: the others seldom have something to say. */
  #thisThread(): Thread {
    const thread: Thread = {
      busy: false,
      say: newWorker((message) => this.#hear(thread, message)),
      end: () => Promise.resolve(0),
    };
    return thread;
  }

  #newThread(program: string): Thread {
    const worker = new Worker(program, { argv: [], stdin: false, resourceLimits: LIMITS });
    const thread: Thread = {
      busy: false,
      say: (message) => worker.postMessage(message),
      end: () => worker.terminate(),
    };
    worker.on('message', (message: FromWorker) => this.#hear(thread, message));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => {
      if (!this.#closing) this.#fail(new Error('it ended'));
    });
    return thread;
  }

  #fail(error: Error): void {
    this.#failure ??= new Error(`a thread that reads broke off: ${error.message}`);
    for (const file of this.#files) file.changed();
    for (const run of this.#runs.values()) run.changed();
  }

  /** Gives the threads that wait something to read, not too far ahead of what is wanted. */
  #assign(): void {
    const ahead = 2 * this.#threads.length;
    for (const thread of this.#threads) {
      if (thread.busy) continue;
      const unread = [...this.#runs.values()].filter(({ wanted }) => !wanted).length;
      if (unread > ahead) return;
      const file = this.#files.slice(this.#at, this.#at + 8 * ahead).find((each) => each.next !== undefined);
      if (file === undefined) return;
      this.#begin(thread, file);
    }
  }

  #begin(thread: Thread, file: FileInParts): void {
    const part = file.next as number;
    const run = new Run(this.#runCount++, file, thread);
    this.#runs.set(run.id, run);
    file.begin(part, run);
    thread.busy = true;
    const { name, dialect, locale, policy, file: path } = file.job;
    const marks = part === 0 ? [] : file.marksOf(part);
    const task: Task = {
      ...{ name, dialect, locale, policy, file: path, run: run.id },
      ...{ from: file.startOf(part), marks, boundary: file.startAfter(part), roused: file.roused },
    };
    run.say({ kind: 'read', task });
  }

  #stop(run: Run): void {
    this.#runs.delete(run.id);
    if (!run.over) run.say({ kind: 'stop', run: run.id });
    run.over = true;
    run.changed();
  }

  // --- what the threads say -----------------------------------------------------------------------------------------

  #hear(thread: Thread, message: FromWorker): void {
    if (message.kind === 'idle') {
      thread.busy = false;
      this.#assign();
      return;
    }
    const run = this.#runs.get(message.run);
    if (run === undefined) return;
    if (message.kind !== 'mark') {
      if (message.kind !== 'batch') run.over = true;
      run.add(message);
      return;
    }
    run.add({ kind: 'mark', mark: message.mark });
    run.file.roused |= message.mark.roused;
    if (message.waits) void this.#answer(run, message.mark);
  }

  /** A run has come to a part that another one may have read. */
  async #answer(run: Run, mark: Mark): Promise<void> {
    const { file } = run;
    await run.roomFor(MOST_WAITING);
    if (run.over) return;
    const part = file.partAt(mark.at);
    const other = file.runOf(part);
    if (mark.at === file.startOf(part)) {
      const passed = file.runOf(part - 1);
      if (passed !== undefined && passed !== run) {
        file.miss(part - 1, passed.toldTooLittle);
        this.#stop(passed);
      }
      const marks = other === undefined ? [] : file.marksOf(part);
      if (other === undefined) file.pass(part);
      run.on({ marks, boundary: file.startAfter(part) });
      return;
    }
    const theirs = other === undefined || run.over ? undefined : await other.markAt(mark.at);
    if (run.over || this.#failure !== undefined) return;
    if (other === undefined || theirs === undefined || !isSame(mark.digest, theirs.digest)) {
      run.on(undefined);
      return;
    }
    // Echoes that it has not told of may concern what came before.
    if ((mark.roused & ~theirs.roused) !== 0) {
      other.toldTooLittle = true;
      run.on(undefined);
      return;
    }
    run.add({ kind: 'met', mark, other, theirs });
    run.over = true;
    run.say({ kind: 'stop', run: run.id });
  }

  async #begun(file: FileInParts): Promise<Run> {
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure;
      const run = file.runOf(0);
      if (run !== undefined) return run;
      await file.change();
    }
  }

  async #next(run: Run): Promise<Entry> {
    if (!run.wanted) {
      run.wanted = true;
      this.#assign();
    }
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure;
      const entry = run.take();
      if (entry !== undefined) return entry;
      await run.change();
    }
  }
}

/** Room for what is short-lived, three times that of a half: with more of it the memory leaves the processor's cache. */
const LIMITS = { maxYoungGenerationSizeMb: 24 };

/** So many batches of a run wait to be taken before it goes on to another part. */
const MOST_WAITING = 64;

/** Octets of a part. Of many files none is cut that is no more than half of what each thread has to read: `share`. */
function partSizeOf(size: number, threads: number, share: number): number {
  if (size <= share) return size;
  return Math.min(LARGEST, Math.max(SMALLEST, Math.ceil(size / (8 * threads))));
}

const SMALLEST = 1024 * 1024;
const LARGEST = 32 * 1024 * 1024;

/** One thread looks for other formats a certain number of times: more or fewer looks may have found another one. */
function isDoubtful({ regions, looks }: Batch, more: number): boolean {
  return (regions > 1 && looks + more > MOST_LOOKS) || (more < 0 && looks >= MOST_LOOKS);
}

interface Thread {
  busy: boolean;
  readonly say: (message: ToWorker) => void;
  readonly end: () => Promise<number>;
}

/** Lets others wait for a change. */
class Changing {
  #waiting: (() => void)[] = [];

  change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  changed(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

type Entry =
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'mark'; readonly mark: Mark }
  /** At this mark another run remembers the same: it has read what follows. */
  | { readonly kind: 'met'; readonly mark: Mark; readonly other: Run; readonly theirs: Mark }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly message: string };

/** What one thread reads from one place on. */
class Run extends Changing {
  readonly id: number;
  readonly file: FileInParts;
  /** Its turn has come. */
  wanted = false;
  /** It will read no more. */
  over = false;
  /** Others remembered the same, but were told of too few sessions. */
  toldTooLittle = false;
  #entries: Entry[] = [];
  readonly #marks = new Map<number, Mark>();
  readonly #thread: Thread;

  constructor(id: number, file: FileInParts, thread: Thread) {
    super();
    this.id = id;
    this.file = file;
    this.#thread = thread;
  }

  say(message: ToWorker): void {
    this.#thread.say(message);
  }

  on(stretch: Stretch | undefined): void {
    this.say({ kind: 'on', run: this.id, ...(stretch !== undefined && { stretch }) });
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
    if (entry.kind === 'mark') this.#marks.set(entry.mark.at, entry.mark);
    this.changed();
  }

  take(): Entry | undefined {
    const entry = this.#entries.shift();
    if (entry !== undefined) this.changed();
    return entry;
  }

  /** Forgets what comes before a mark. */
  skipTo(mark: Mark): void {
    const index = this.#entries.findIndex((entry) => entry.kind === 'mark' && entry.mark === mark);
    this.#entries = this.#entries.slice(index + 1);
  }

  async roomFor(most: number): Promise<void> {
    while (this.wanted && this.#entries.length > most && !this.over) await this.change();
  }

  /** What it remembers at an offset, as soon as it has come so far; undefined when it ends before. */
  async markAt(at: number): Promise<Mark | undefined> {
    for (;;) {
      const mark = this.#marks.get(at);
      if (mark !== undefined || this.over) return mark;
      await this.change();
    }
  }
}

/** Parts read in vain, after which the rest of a file is left to one thread. */
const MOST_MISSES = 4;

class FileInParts extends Changing {
  readonly job: Job;
  /** What the parts have roused, as `PartJudge` has it. */
  roused = 0;
  readonly #size: number;
  readonly #count: number;
  readonly #runs = new Map<number, Run>();
  #next = 0;
  #misses = 0;

  constructor(job: Job, partSize: number) {
    super();
    this.job = job;
    this.#size = partSize;
    this.#count = job.splits ? Math.max(1, Math.round(job.size / partSize)) : 1;
  }

  /** The first part that nobody has begun to read. */
  get next(): number | undefined {
    return this.#next < this.#count ? this.#next : undefined;
  }

  begin(part: number, run: Run): void {
    this.#runs.set(part, run);
    this.#next = part + 1;
    this.changed();
  }

  /** Nobody needs to begin with that part. */
  pass(part: number): void {
    this.#next = Math.max(this.#next, part + 1);
  }

  runOf(part: number): Run | undefined {
    return this.#runs.get(part);
  }

  runs(): Run[] {
    return [...this.#runs.values()];
  }

  /** That part is read anew. Unless it is `chance`, nobody came to remember what the one remembers who read it. */
  miss(part: number, chance: boolean): void {
    this.#runs.delete(part);
    if (!chance && ++this.#misses >= MOST_MISSES) this.#next = this.#count;
  }

  startOf(part: number): number {
    return part * this.#size;
  }

  startAfter(part: number): number | undefined {
    return part + 1 < this.#count ? this.startOf(part + 1) : undefined;
  }

  partAt(offset: number): number {
    return Math.min(this.#count - 1, Math.floor(offset / this.#size));
  }

  /** Where what two runs remember is compared: ever more rarely, since most have the same to say soon. */
  marksOf(part: number): number[] {
    const start = this.startOf(part);
    const end = this.startAfter(part) ?? start + this.#size;
    const marks: number[] = [];
    for (let step = Math.min(FIRST_MARK, Math.ceil(this.#size / 8)); start + step < end; step *= 8)
      marks.push(start + step);
    return marks;
  }
}

/** Octets. */
const FIRST_MARK = 64 * 1024;
