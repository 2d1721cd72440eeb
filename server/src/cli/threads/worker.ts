/** A thread of `check`: reads and judges parts of files as it is told. */
import { type FileHandle, open } from 'node:fs/promises';
import type { MessagePort } from 'node:worker_threads';
import { SAMPLE_LINES } from '../../transcript/detect';
import type { Dialect } from '../../transcript/dialects/dialect';
import { FileReader, type Within } from '../../transcript/fileReader';
import { LineSplitter } from '../../transcript/lines';
import { FileKinds } from '../bulk/bulk';
import { type Decoder, lineDecoderOf, Utf8Decoder } from '../decoder';
import { chooseDialect, unreadable } from '../input';
import { PartReader } from '../part';
import { BLOCK, ByteReader } from './byteReader';
import type { FromWorker, Mark, Stretch, Task, ToWorker } from './messages';
import { digestOf, midway } from './sameMemory';

/** Works until the port is closed. */
export function work(port: MessagePort): void {
  const hear = newWorker((message) => port.postMessage(message));
  port.on('message', hear);
}

/** Takes what it is told; it reads one thing at a time. */
export function newWorker(tell: (message: FromWorker) => void): (message: ToWorker) => void {
  let running: Run | undefined;
  const kept: Kept = { block: Buffer.allocUnsafe(BLOCK) };
  return (message) => {
    if (message.kind !== 'read') running?.answer(message);
    else {
      running = new Run(message.task, kept, tell);
      void running.read();
    }
  };
}

/** What was read is not wanted any more. */
class Stopped extends Error {}

/** So many octets are read, or sessions judged, before what they gave is handed over. */
const BATCH_OCTETS = 256 * 1024;
const BATCH_SESSIONS = 500;

/** What a thread keeps from one thing that it reads to the next. */
interface Kept {
  readonly block: Buffer;
  /** What the first lines of the last file told. */
  head?: { readonly file: string; readonly within: Within | undefined };
  /**
   * The kinds of sessions of a file, of which a thread never reads further up than before: whatever is told once of each kind
   * was told when it was learnt.
   */
  kinds?: { readonly file: string; readonly kinds: FileKinds };
}

type Answer = Exclude<ToWorker, { kind: 'read' }>;

class Run {
  readonly #task: Task;
  readonly #tell: (message: FromWorker) => void;
  readonly #kept: Kept;
  #stopped = false;
  #answered: ((answer: Answer) => void) | undefined;

  constructor(task: Task, kept: Kept, tell: (message: FromWorker) => void) {
    this.#task = task;
    this.#kept = kept;
    this.#tell = tell;
  }

  answer(answer: Answer): void {
    if (answer.run !== this.#task.run) return;
    if (answer.kind === 'stop') this.#stopped = true;
    this.#answered?.(answer);
  }

  /** Reads as far as it is wanted. Never rejects. */
  async read(): Promise<void> {
    const { run, file } = this.#task;
    let handle: FileHandle | undefined;
    try {
      handle = await open(file);
      await this.#readFrom(handle);
      this.#tell({ kind: 'end', run });
    } catch (error) {
      if (!(error instanceof Stopped)) this.#tell({ kind: 'failed', run, message: unreadable(file, error).message });
    }
    await handle?.close().catch(() => undefined);
    this.#tell({ kind: 'idle', run });
  }

  async #readFrom(handle: FileHandle): Promise<void> {
    const { run, from, roused } = this.#task;
    const dialect = this.#task.dialect === undefined ? undefined : chooseDialect(this.#task.dialect);
    const bytes = new ByteReader(handle, from, this.#kept.block);
    const within = from === 0 ? undefined : await this.#middle(handle, bytes, dialect);
    if (from !== 0 && within === undefined) return;
    const whole = from === 0 && this.#task.boundary === undefined;
    const part = new PartReader(this.#task, dialect, { within, whole, roused, kinds: this.#kinds() });
    let decoder: Decoder | undefined = from === 0 ? undefined : new Utf8Decoder(false);
    let octetsRead = 0;
    const hand = () => {
      octetsRead = 0;
      this.#tell({ kind: 'batch', run, batch: part.take() });
    };
    const take = (octets: Uint8Array) => {
      if (this.#stopped) throw new Stopped();
      decoder ??= lineDecoderOf(octets);
      for (const text of decoder.decode(octets)) part.push(text);
      octetsRead += octets.length;
      if (octetsRead >= BATCH_OCTETS || part.waiting >= BATCH_SESSIONS) hand();
    };
    const mark = (at: number, waits: boolean) => {
      // What that ends is told of before the mark: the other one may have told of it.
      part.settle();
      hand();
      this.#tell({ kind: 'mark', run, mark: markAt(at, part), waits });
    };
    let stretch: Stretch = this.#task;
    for (let waits = false; ; waits = true) {
      for (const at of stretch.marks) {
        if (!(await bytes.readTo(at, take))) return this.#end(part, decoder, hand);
        mark(at, waits);
        if (waits) await this.#goOn();
      }
      if (!(await bytes.readTo(stretch.boundary, take)) || stretch.boundary === undefined)
        return this.#end(part, decoder, hand);
      mark(stretch.boundary, true);
      stretch = (await this.#goOn()) ?? { marks: [], boundary: undefined };
    }
  }

  #kinds(): FileKinds {
    const { file, policy } = this.#task;
    if (this.#kept.kinds?.file === file) this.#kept.kinds.kinds.goOn();
    else this.#kept.kinds = { file, kinds: new FileKinds(policy.thresholds) };
    return this.#kept.kinds.kinds;
  }

  #end(part: PartReader, decoder: Decoder | undefined, hand: () => void): void {
    if (decoder !== undefined) part.push(decoder.end());
    part.end();
    hand();
  }

  /** Moves `bytes` to the start of a line and gives what to begin with there; undefined where that cannot be known. */
  async #middle(handle: FileHandle, bytes: ByteReader, dialect: Dialect | undefined): Promise<Within | undefined> {
    const { file } = this.#task;
    if (this.#kept.head?.file !== file) this.#kept.head = { file, within: await withinOf(handle, dialect) };
    const { within } = this.#kept.head;
    const skip = () => {
      if (this.#stopped) throw new Stopped();
    };
    return within !== undefined && (await bytes.readTo(bytes.offset, skip)) ? within : undefined;
  }

  /** Waits for the answer to a mark. */
  async #goOn(): Promise<Stretch | undefined> {
    const answer = await new Promise<Answer>((resolve) => {
      this.#answered = resolve;
      if (this.#stopped) resolve({ kind: 'stop', run: this.#task.run });
    });
    this.#answered = undefined;
    if (answer.kind === 'stop') throw new Stopped();
    return answer.stretch;
  }
}

function markAt(at: number, part: PartReader): Mark {
  const { memory, lines, looks, roused } = part;
  return { at, lines, looks, roused, digest: memory === undefined ? undefined : digestOf(memory, lines) };
}

/** The format shows itself in so many octets, or the file is not read in parts. */
const HEAD = 1024 * 1024;
const STEP = 16 * 1024;

class TooLong extends Error {}

/** What is known of a file by its first lines; undefined when it holds no log, or not one from the start. */
export async function withinOf(handle: FileHandle, dialect: Dialect | undefined): Promise<Within | undefined> {
  const reader = new FileReader({ onSession: () => undefined }, dialect);
  const splitter = new LineSplitter();
  const bytes = new ByteReader(handle, 0);
  let decoder: Decoder | undefined;
  let lines = 0;
  let left = HEAD;
  const take = (octets: Uint8Array) => {
    left -= octets.length;
    if (left < 0) throw new TooLong();
    decoder ??= lineDecoderOf(octets);
    for (const text of decoder.decode(octets)) {
      splitter.push(text, (line) => {
        if (lines++ < SAMPLE_LINES || reader.memory === undefined) reader.push(line);
      });
    }
  };
  try {
    while (reader.memory === undefined && (await bytes.readTo(bytes.offset + STEP, take)));
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
  }
  const { memory, regions } = reader;
  const detection = regions[0]?.detection;
  if (memory?.region !== 0 || detection?.dialect === undefined) return undefined;
  return { detection, state: midway(memory.dialect, detection.dialect.start()) };
}
