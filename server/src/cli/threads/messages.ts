/** What the threads of `check` say to each other: plain data. */
import type { Batch, Manner } from '../part';
import type { Digest } from './sameMemory';

/** Reading that begins at one place of one file and goes on until it is told to stop, or the file ends. */
export interface Task extends Manner, Stretch {
  readonly run: number;
  readonly file: string;
  /** Reading begins behind the first line end at or behind this offset; 0: at the start of the file. */
  readonly from: number;
  /** What earlier parts are known to have roused, as `PartJudge` has it. */
  readonly roused: number;
}

/** How far to read before the next question. Offsets mean the first line end at or behind them. */
export interface Stretch {
  /** Where to tell what is remembered. */
  readonly marks: readonly number[];
  /** Where to ask what to do; undefined: the file ends before. */
  readonly boundary: number | undefined;
}

/** What is remembered at an offset. */
export interface Mark {
  readonly at: number;
  readonly lines: number;
  readonly looks: number;
  readonly digest: Digest | undefined;
  /** Of the looks across sessions not in here, echoes were not told. */
  readonly roused: number;
}

export type ToWorker =
  | { readonly kind: 'read'; readonly task: Task }
  /** The answer to a mark that waits for one. */
  | { readonly kind: 'on'; readonly run: number; readonly stretch?: Stretch }
  /** The answer that what follows is known, or that what was read is not wanted any more. */
  | { readonly kind: 'stop'; readonly run: number };

export type FromWorker =
  | { readonly kind: 'batch'; readonly run: number; readonly batch: Batch }
  | { readonly kind: 'mark'; readonly run: number; readonly mark: Mark; readonly waits: boolean }
  /** The file ended. */
  | { readonly kind: 'end'; readonly run: number }
  /** The file could not be read. */
  | { readonly kind: 'failed'; readonly run: number; readonly message: string }
  /** The thread waits for a task. */
  | { readonly kind: 'idle'; readonly run: number };
