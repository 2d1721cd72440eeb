import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { binaryKindOf } from '../binary';
import { isUtf16 } from '../decoder';
import type { Manner, Placed } from '../part';
import { sizeOf } from '../sourceLines';
import { type Job, Team } from './team';

export interface ShareOptions {
  /** Undefined: as many as the files are worth. */
  readonly threads: number | undefined;
  /** The program whose worker threads do `work`. */
  readonly program: string;
}

/** Files that several threads read. */
export interface Shared {
  /** What the file of that position in the list holds; undefined when it is to be read by this thread. */
  read(position: number): AsyncIterable<Placed> | undefined;
  close(): Promise<void>;
}

/**
 * How many threads read files of these sizes, in octets, when nobody has said so. Undefined is the size of what is no file.
 * Each thread compiles the program for itself: only much to read pays that back.
 */
export function threadsFor(sizes: readonly (number | undefined)[], processors = availableParallelism()): number {
  const octets = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return octets < MUCH ? 1 : Math.min(processors, MOST_UNASKED);
}

/** Half of it two threads read no faster than one, where most sessions are like others before. */
const MUCH = 2_000_000_000;
const MOST_UNASKED = 4;

/** Has several threads read the files, when that is asked for or worth it; otherwise nothing is shared. */
export async function share(
  files: readonly string[],
  { threads: asked, program }: ShareOptions,
  mannerOf: (file: string) => Promise<Manner>,
): Promise<Shared> {
  const sizes = asked === 1 ? [] : await Promise.all(files.map(sizeOf));
  const threads = asked ?? threadsFor(sizes);
  const jobs: Job[] = [];
  const jobAt = new Map<number, number>();
  if (threads > 1) {
    for (const [position, file] of files.entries()) {
      const size = sizes[position];
      const job = size === undefined ? undefined : await jobOf(file, size, mannerOf);
      if (job !== undefined) jobAt.set(position, jobs.push(job) - 1);
    }
  }
  if (jobs.length === 0) return { read: () => undefined, close: () => Promise.resolve() };
  const team = new Team(jobs, { threads, program });
  return {
    read(position) {
      const job = jobAt.get(position);
      return job === undefined ? undefined : team.read(job);
    },
    close: () => team.close(),
  };
}

/** A file that has no LF in its first octets may end its lines otherwise: only who begins at its start knows. */
const FIRST = 65_536;
const LF = 10;

/** Undefined when there is something to complain about: that is said when the file's turn comes. */
async function jobOf(
  file: string,
  size: number,
  mannerOf: (file: string) => Promise<Manner>,
): Promise<Job | undefined> {
  try {
    const handle = await open(file);
    try {
      const { buffer } = await handle.read(Buffer.alloc(FIRST), 0, FIRST, 0);
      if (binaryKindOf(buffer) !== undefined) return undefined;
      return { ...(await mannerOf(file)), file, size, splits: !isUtf16(buffer) && buffer.includes(LF) };
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}
