/** docs/performance.md and its pictures, from what a run measured. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { type Curve, type Growth, growthOf, MOST_GROWTH, TOO_LONG, verdictOn } from './growth';
import { growthPicture } from './picture';
import { milliseconds, type Row, seal } from './row';

const PAGE = 'docs/performance.md';

/** The machine in general words. */
export function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores, ${gigabytes} GB of memory, ${process.platform}, Node ${process.version}`;
}

export function writePage(rows: readonly Row[], growth: Growth): void {
  writeFileSync('docs/images/growth-dialects.svg', growthPicture('check, usual logs', growth.usual));
  writeFileSync('docs/images/growth-worst.svg', growthPicture('check, worst shapes', growth.worst));
  writeFileSync(PAGE, page(rows, growth));
}

function page(rows: readonly Row[], { usual, worst }: Growth): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  const met = rows.filter((row) => row.met).length;
  const judged = rows.filter((row) => row.met !== undefined).length;
  return `# Performance

Written by \`npm run bench -- --write\`: version ${version}, ${new Date().toISOString().slice(0, 10)}, ${machine()}.
What counts is the ratios: both sides were measured in turn, in the same run. ${met} of ${judged} targets are met.

| what | against | measured | target | |
| --- | --- | --- | --- | --- |
${rows.map((row) => `| ${[row.what, row.against, row.measured, row.target, seal(row)].map(cell).join(' | ')} |`).join('\n')}

The floor is a program that streams the file, makes a string of each line and does nothing with it.
Times of \`check\` are those of the whole program, its start included; memory is the most that it held at a time.

## Growth

The processor time of \`check\`, less that of its start, while the file doubles: a straight line is wanted, at most
${MOST_GROWTH} × a doubling. A shape that takes longer than ${milliseconds(TOO_LONG)} is given up.

![The usual logs](images/growth-dialects.svg)

![The worst shapes](images/growth-worst.svg)

${growthTable([...usual, ...worst])}
`;
}

function growthTable(curves: readonly Curve[]): string {
  const longest = curves.reduce((most, { points }) => Math.max(most, points.length), 0);
  const sizes = curves.find(({ points }) => points.length === longest)?.points.map(({ megabytes }) => megabytes) ?? [];
  return [
    `| | ${sizes.map((size) => `${size} MB`).join(' | ')} | growth | |`,
    `| --- | ${sizes.map(() => '--: | ').join('')}--: | --- |`,
    ...curves.map(growthRow(sizes.length)),
  ].join('\n');
}

function growthRow(columns: number): (curve: Curve) => string {
  return (curve) => {
    const times = Array.from({ length: columns }, (_, index) => curve.points[index]?.time);
    const cells = times.map((time) => (time === undefined ? 'given up' : milliseconds(time)));
    return `| ${curve.shape.name} | ${cells.join(' | ')} | ${growthOf(curve)} | ${verdictOn(curve)} |`;
  };
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
