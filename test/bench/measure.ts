/** Clocks and what is made of their readings. Times are milliseconds. */

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function timeOf(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

/** How long each takes, as the median of some rounds; each round runs all in turn, so that a load on the machine meets all. */
export function sideBySide(runs: readonly (() => unknown)[], rounds = 7): readonly number[] {
  for (const run of runs) run();
  const times = runs.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of runs.entries()) times[index]?.push(timeOf(run));
  }
  return times.map(median);
}
