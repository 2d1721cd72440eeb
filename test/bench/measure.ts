/** Clocks and what is made of their readings. Times are milliseconds. */
import { readFileSync } from 'node:fs';

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

/** What `run` keeps processors busy, threads of the engine included. */
export function processorTimeOf(run: () => unknown): number {
  const began = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** A clock of what the main thread of a process does; a clock on the wall where the system does not tell. */
export function clockOf(pid: number): () => number {
  const told = () => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  try {
    told();
    return told;
  } catch {
    return () => performance.now();
  }
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
