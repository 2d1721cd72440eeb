/**
 * How the time of `check` grows with the file: a straight line is wanted, whatever the file's shape. Measured in
 * processor time, which other programs on the machine disturb less than the clock on the wall.
 */
import { rmSync } from 'node:fs';
import { type Folder, writeShape } from './folder';
import { DIALECT_SHAPES, type Shape } from './logs';
import { node, PROGRAM, Runner, TooLong } from './processes';
import { WORST_SHAPES } from './worstShapes';

/** Per doubling of the size. */
export const MOST_GROWTH = 2.15;

/** A shape is given up when a run takes longer, milliseconds. */
export const TOO_LONG = 120_000;

/** Runs that show how long a size takes, the start among them: what is taken off every time must not be too much. */
const RUNS = 8;

/** After so many milliseconds two runs are enough: what is long varies less. */
const LONG_ENOUGH = 4_000;

/** Less than the start of the program varies by, milliseconds: no ratio is made of it. */
const TOO_SHORT = 50;

/** A ratio over the target is measured again so often: a load on the machine only ever adds. */
const SECOND_THOUGHTS = 2;

export interface Curve {
  readonly shape: Shape;
  /** Processor time without that of the start of the program, milliseconds, by size, MB. */
  readonly points: readonly Point[];
  /** The worst ratio of times between two sizes that follow each other. */
  readonly worst: number;
  readonly givenUp: boolean;
}

export interface Point {
  readonly megabytes: number;
  readonly time: number;
}

export interface Growth {
  readonly usual: readonly Curve[];
  readonly worst: readonly Curve[];
}

/** `sizes` in MB, each twice the one before. */
export async function measureGrowth(
  folder: Folder,
  sizes: readonly number[],
  tell: (curve: Curve) => void,
): Promise<Growth> {
  const runner = new Runner(folder.path);
  const curves = async (shapes: readonly Shape[]) => {
    const all: Curve[] = [];
    for (const shape of shapes) {
      const curve = await curveOf(runner, folder, shape, sizes);
      tell(curve);
      all.push(curve);
    }
    return all;
  };
  return { usual: await curves(DIALECT_SHAPES), worst: await curves(WORST_SHAPES) };
}

async function curveOf(runner: Runner, folder: Folder, shape: Shape, sizes: readonly number[]): Promise<Curve> {
  const times: number[] = [];
  const start = await fastest(runner, folder, shape, 0.001, RUNS);
  const timeAt = async (index: number, rounds: number) =>
    Math.max(1, (await fastest(runner, folder, shape, sizes[index] ?? 0, rounds)) - start);
  for (const index of sizes.keys()) {
    const time = await timeAt(index, RUNS);
    if (time === Number.POSITIVE_INFINITY) break;
    times.push(time);
    for (let round = 0; round < SECOND_THOUGHTS && ratioAt(times, index) > MOST_GROWTH; round++) {
      times[index] = Math.min(times[index] ?? time, await timeAt(index, 1));
    }
  }
  const points = times.map((time, index) => ({ megabytes: sizes[index] ?? 0, time }));
  const worst = Math.max(...times.map((_, index) => ratioAt(times, index)), 0);
  return { shape, points, worst, givenUp: times.length < sizes.length };
}

/** Zero where there is nothing to compare, or too little. */
function ratioAt(times: readonly number[], index: number): number {
  const before = times[index - 1];
  const here = times[index];
  return before === undefined || here === undefined || before < TOO_SHORT ? 0 : here / before;
}

/** The shortest of some runs, two when they take long, one when it takes very long; infinite when it takes too long. */
async function fastest(
  runner: Runner,
  folder: Folder,
  shape: Shape,
  megabytes: number,
  rounds: number,
): Promise<number> {
  const file = writeShape(folder, shape, megabytes);
  let least = Number.POSITIVE_INFINITY;
  let spent = 0;
  try {
    for (let round = 0; round < rounds && (round < 2 || spent < LONG_ENOUGH); round++) {
      const { processor = Number.POSITIVE_INFINITY, time } = await runner.run(
        node(PROGRAM, 'check', '--threads', '1', file),
        TOO_LONG,
      );
      least = Math.min(least, processor);
      spent += time;
      if (time > TOO_LONG / 4) break;
    }
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
  }
  rmSync(file);
  return least;
}

export function verdictOn({ worst, givenUp }: Curve): string {
  if (!givenUp && worst === 0) return '–';
  return worst <= MOST_GROWTH && !givenUp ? 'met' : 'NOT MET';
}

/** In words: the worst ratio, or why there is none. */
export function growthOf({ worst, givenUp }: Curve): string {
  if (givenUp) return 'given up';
  return worst === 0 ? 'too short to tell' : `≤ ${worst.toFixed(2)} × a doubling`;
}
