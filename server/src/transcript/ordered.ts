/** Binary search in lists that are in the order of the file. */

/**
 * Index of the first item whose line is `line` or a later one; the list's length when there is none. Behind and before that
 * item the order need not hold: at a quiet line it does not.
 */
export function firstAt<T>(all: readonly T[], line: number, lineOfItem: (item: T) => number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineOfItem(all[middle] as T) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the last start at or before an offset; 0 when all are behind it. */
export function lastStart(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
