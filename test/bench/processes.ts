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
}

/** Loaded before a Node program: writes down its peak memory, which a parent cannot see, kilobytes. */
const WATCH = `
const { readFileSync, writeFileSync } = require('node:fs');
if (require('node:worker_threads').isMainThread) process.on('exit', () => {
  let peak;
  try { peak = /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]; } catch {}
  writeFileSync(process.env.BENCH_PEAK, String(peak ?? process.resourceUsage().maxRSS));
});`;

export class Runner {
  readonly #watch: string;
  readonly #peak: string;

  /** `folder`: where it may put files. */
  constructor(folder: string) {
    this.#watch = join(folder, 'watch.cjs');
    this.#peak = join(folder, 'peak');
    writeFileSync(this.#watch, WATCH);
  }

  /** Runs a program with its output thrown away. Rejects when it cannot start or is killed; any exit code will do. */
  run({ command, args }: Program): Promise<Usage> {
    const watched = command === process.execPath;
    return new Promise((done, fail) => {
      const began = performance.now();
      const child = spawn(command, watched ? ['--require', this.#watch, ...args] : args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, BENCH_PEAK: this.#peak, LC_ALL: 'C' },
      });
      child.once('error', fail);
      child.once('close', (code, signal) => {
        const time = performance.now() - began;
        if (code === null || code > 1) fail(new Error(`${command} ${args.join(' ')}: ended with ${signal ?? code}`));
        else done({ time, memory: watched ? Number(readFileSync(this.#peak, 'utf8')) / 1024 : undefined });
      });
    });
  }

  /** The median of some rounds, the programs in turn in each. */
  async sideBySide(programs: readonly Program[], rounds = 3): Promise<readonly Usage[]> {
    const usages = programs.map((): Usage[] => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, program] of programs.entries()) usages[index]?.push(await this.run(program));
    }
    return usages.map((each) => ({
      time: median(each.map(({ time }) => time)),
      memory: each[0]?.memory === undefined ? undefined : median(each.map(({ memory = 0 }) => memory)),
    }));
  }
}

/** Whether a program is there to be started. */
export function installed(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}
