import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let room: 'not held' | 'held' | 'let go' = 'not held';
let calls = 0;
let collect: (() => void) | undefined;
/** Octets in use at which the heap is looked through next. */
let next = 0;

/**
 * Keeps the engine from giving the heap more room while a long file is read. Of what is short-lived: it would double that
 * room once more, to twice 16 MB, somewhere after the first 200 MB of a log. Of what lasts: it would let that grow by half
 * and more before it looks for what is no longer needed, and for at least 24 MB, which takes until the end of a log of 1 GB:
 * of what is short-lived a little is taken for lasting each time. It buys a fifth of the memory of `check`, the same for
 * 100 MB and for 1 GB, and costs no time: nearly nothing of what is read outlives a piece of it, so that a look takes some
 * milliseconds and comes every 200 MB. A log of which much does, with a transaction of a million recipients, is let go
 * again: there each look would find nothing. To be called now and then.
 */
export function holdHeap(): void {
  if (room === 'let go' || ++calls % OFTEN !== 0) return;
  if (room === 'held') {
    const used = getHeapStatistics().used_heap_size;
    if (used >= MUCH) {
      setFlagsFromString('--heap-growing-percent=0');
      room = 'let go';
    } else if (used >= next) lookThrough();
    return;
  }
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  if (young === undefined || young.space_size < ENOUGH) return;
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=10');
  room = 'held';
  lookThrough();
}

function lookThrough(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  const used = getHeapStatistics().used_heap_size;
  next = Math.max(used + LITTLE, used * GROWTH);
}

/** One call in so many looks. */
const OFTEN = 16;
/** Octets, both halves. */
const ENOUGH = 16 * 1024 * 1024;
/** Octets that are in use where a log keeps what it says. */
const MUCH = 80 * 1024 * 1024;
/** So much more than what lasts may be in use, and at least so many octets, what is short-lived among them. */
const GROWTH = 1.5;
const LITTLE = 14 * 1024 * 1024;
