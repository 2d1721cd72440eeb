/** How soon the first hover is there after a start, and how large each bundle is. What it measures is the product in dist/. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = resolve('dist');

/** The first lookup after loading must be done in this time, milliseconds. */
const BUDGET = 50;

/** Runs in a process of its own, where nothing is loaded yet: the time that a first hover waits for the reference. */
const FIRST_LOOKUP = `
  const began = performance.now();
  const { reference } = require(${JSON.stringify(join(DIST, 'reference.cjs'))});
  const code = reference.replyCode(550);
  const provider = reference.providerReply(550, '5.7.26', 'This mail has been blocked because the sender is unauthenticated.');
  const term = reference.term('greylisted');
  if (!code || !provider || !term) throw new Error('the reference is empty');
  console.log(performance.now() - began);
`;

/** Prints both; true when the first lookup keeps its budget. */
export function benchReference(): boolean {
  const times = Array.from({ length: 9 }, () =>
    Number(execFileSync(process.execPath, ['-e', FIRST_LOOKUP], { encoding: 'utf8' })),
  );
  const median = times.sort((a, b) => a - b)[times.length >> 1] ?? Number.POSITIVE_INFINITY;
  const within = median <= BUDGET;
  console.log(
    `${'reference: load and first lookup'.padEnd(40)} ${median.toFixed(1).padStart(6)} ms, budget ${BUDGET} ms${within ? '' : ': EXCEEDED'}`,
  );
  for (const file of bundles()) {
    const content = readFileSync(join(DIST, file));
    console.log(
      `${file.padEnd(40)} ${kilobytes(content.length)} kB ${kilobytes(gzipSync(content).length)} kB compressed`,
    );
  }
  return within;
}

function bundles(): string[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.c?js$/.test(file))
    .sort();
}

function kilobytes(octets: number): string {
  return (octets / 1000).toFixed(0).padStart(6);
}
