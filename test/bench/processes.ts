/** Whole programs, timed from outside. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { median } from './measure';

export const PROGRAM = resolve('dist/cli.cjs');
export const FLOOR = resolve(__dirname, 'floor.cjs');

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

/** A Node program, whose memory can be asked for. */
export function node(file: string, ...args: string[]): Program {
  return { command: process.execPath, args: [file, ...args] };
}

export interface Usage {
  /** Wall time, milliseconds. */
  readonly time: number;
  /** Most memory it held at a time, MB; undefined for a program that is not Node's. */
  readonly memory: number | undefined;
  /** What its threads kept processors busy, milliseconds; undefined for a program that is not Node's. */
  readonly processor: number | undefined;
}

/** A program did not end in the time it was given. */
export class TooLong extends Error {}

/** Loaded before a Node program: writes down what a parent cannot see, peak memory (kilobytes) and processor time. */
const WATCH = `
const { readFileSync, writeFileSync } = require('node:fs');
if (require('node:worker_threads').isMainThread) process.on('exit', () => {
  let peak;
  try { peak = /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]; } catch {}
  const { user, system } = process.cpuUsage();
  const memory = Number(peak ?? process.resourceUsage().maxRSS) / 1024;
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ memory, processor: (user + system) / 1000 }));
});`;

export class Runner {
  readonly #watch: string;
  readonly #usage: string;

  /** `folder`: where it may put files. */
  constructor(folder: string) {
    this.#watch = join(folder, 'watch.cjs');
    this.#usage = join(folder, 'usage');
    writeFileSync(this.#watch, WATCH);
  }

  /**
   * Runs a program with its output thrown away. Rejects when it cannot start or ends badly, with TooLong after `limit`
   * milliseconds; an exit code of 1 says that something was found.
   */
  run({ command, args }: Program, limit?: number): Promise<Usage> {
    const watched = command === process.execPath;
    return new Promise((done, fail) => {
      const began = performance.now();
      const child = spawn(command, watched ? ['--require', this.#watch, ...args] : args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, BENCH_USAGE: this.#usage, LC_ALL: 'C' },
        ...(limit !== undefined && { timeout: limit }),
      });
      child.once('error', fail);
      child.once('close', (code, signal) => {
        const time = performance.now() - began;
        const told = `${command} ${args.join(' ')}: ended with ${signal ?? code}`;
        if (limit !== undefined && time >= limit) fail(new TooLong(told));
        else if (code === null || code > 1) fail(new Error(told));
        else done({ time, ...(watched ? this.#seen() : { memory: undefined, processor: undefined }) });
      });
    });
  }

  #seen(): Pick<Usage, 'memory' | 'processor'> {
    return JSON.parse(readFileSync(this.#usage, 'utf8')) as { readonly memory: number; readonly processor: number };
  }

  /** The median of some rounds, the programs in turn in each. */
  async sideBySide(programs: readonly Program[], rounds = 3): Promise<readonly Usage[]> {
    const usages = programs.map((): Usage[] => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, program] of programs.entries()) usages[index]?.push(await this.run(program));
    }
    const middle = (values: readonly (number | undefined)[]) =>
      values.includes(undefined) ? undefined : median(values.map((value = 0) => value));
    return usages.map((each) => ({
      time: median(each.map(({ time }) => time)),
      memory: middle(each.map(({ memory }) => memory)),
      processor: middle(each.map(({ processor }) => processor)),
    }));
  }
}

/** Whether a program is there to be started. */
export function installed(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}
