import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';

let room: 'not held' | 'held' | 'let go' = 'not held';
let calls = 0;

/**
 * Keeps the engine from giving the heap more room while a long file is read. Of what is short-lived: it would double that
 * room once more, to twice 16 MB, somewhere after the first 200 MB of a log. Of what lasts: it would let that grow by half
 * and more before it looks for what is no longer needed. It buys a fifth of the memory of `check`, the same for 100 MB and
 * for 1 GB, and costs no time: nearly nothing of what is read outlives a piece of it. A log of which much does, with a
 * transaction of a million recipients, is let go again: there each look would find nothing. To be called now and then.
 */
export function holdHeap(): void {
  if (room === 'let go' || ++calls % OFTEN !== 0) return;
  if (room === 'held') {
    if (getHeapStatistics().used_heap_size < MUCH) return;
    setFlagsFromString('--heap-growing-percent=0');
    room = 'let go';
    return;
  }
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  if (young === undefined || young.space_size < ENOUGH) return;
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=10');
  room = 'held';
}

/** One call in so many looks. */
const OFTEN = 16;
/** Octets, both halves. */
const ENOUGH = 16 * 1024 * 1024;
/** Octets that are in use where a log keeps what it says. */
const MUCH = 80 * 1024 * 1024;
