/**
 * `npm run bench`: every target of speed and size, each measured side by side with what it is compared to.
 * `-- growth` prints how time grows with the file, `-- check`, `memory`, `editor`, `size` or `activation` only those rows; `--large`
 * takes 1 GB in place of 100 MB and grows to 64 MB, `--megabytes N` takes that size; `--write` writes docs/performance.md.
 */
import { parseArgs } from 'node:util';
import { activationRows } from './activationRows';
import { checkRows } from './checkRows';
import { editorRows } from './editorRows';
import { type Folder, inFolder } from './folder';
import { type Curve, type Growth, growthOf, measureGrowth, verdictOn } from './growth';
import { memoryRows } from './memoryRows';
import { machine, writePage } from './page';
import { benchReference } from './reference';
import { milliseconds, type Row, seal } from './row';
import { sizeRows } from './sizeRows';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    large: { type: 'boolean' },
    write: { type: 'boolean' },
    megabytes: { type: 'string' },
    'most-growth': { type: 'string' },
  },
});

const megabytes = Number(values.megabytes ?? (values.large ? 1000 : 100));
const largest = Number(values['most-growth'] ?? (values.large ? 64 : 16));

type Group = (folder: Folder) => AsyncGenerator<Row>;

const GROUPS: Readonly<Record<string, Group>> = {
  check: (folder) => checkRows(folder, megabytes),
  memory: memoryRows,
  editor: editorRows,
  size: sizeRows,
  activation: activationRows,
};

async function main(folder: Folder): Promise<void> {
  console.log(machine());
  const unknown = positionals.find((name) => name !== 'growth' && !(name in GROUPS));
  if (unknown !== undefined)
    throw new Error(`there is no ${unknown}; one of growth, ${Object.keys(GROUPS).join(', ')}`);
  const wanted = (name: string) => positionals.length === 0 || positionals.includes(name);
  const rows: Row[] = [];
  for (const [name, group] of Object.entries(GROUPS)) {
    if (!wanted(name)) continue;
    for await (const row of group(folder)) {
      print(row);
      rows.push(row);
    }
  }
  if (wanted('size') && !benchReference()) process.exitCode = 1;
  if (!positionals.includes('growth') && values.write !== true) return;
  const growth = await measureGrowth(folder, sizes(), printCurve);
  if (values.write) write(rows, growth);
}

function write(rows: readonly Row[], growth: Growth): void {
  if (positionals.length > 0) throw new Error('--write wants every row');
  writePage(rows, growth);
}

function sizes(): number[] {
  return Array.from({ length: 1 + Math.log2(largest) }, (_, doubling) => 2 ** doubling);
}

function print(row: Row): void {
  const { what, against, measured, target } = row;
  const about = against === '' ? what : `${what} / ${against}`;
  console.log(`${about.padEnd(82)} ${measured.padEnd(40)} ${target.padStart(12)}  ${seal(row)}`);
}

function printCurve(curve: Curve): void {
  const { shape, points } = curve;
  const steps = points.map(({ megabytes: size, time }, index) => {
    const before = points[index - 1]?.time;
    return `${size} MB ${milliseconds(time)}${before === undefined ? '' : ` ×${(time / before).toFixed(2)}`}`;
  });
  const end = `${growthOf(curve)}: ${verdictOn(curve)}`;
  console.log(`${shape.name.padEnd(36)} ${steps.join('  ')}  ${end}`);
}

inFolder(main).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
