/**
 * `npm run corpus [-- FOLDER…]`: reads and judges the logs of real programs (test/corpus, or what is named) and prints
 * what came out right, by tool. Exit code 1 when anything was missed.
 */
import { resolve } from 'node:path';
import { type CorpusResult, checkCorpus, type Score } from '../test/helpers/corpus';

const HEAD = ['tool', 'files', 'sessions', 'commands', 'wire', 'findings', 'unexpected', 'false alarms'] as const;

/** The table with a line for each tool and one for all. */
function corpusTable(results: readonly CorpusResult[]): string {
  const tools = [...new Set(results.map(({ path }) => toolOf(path)))].sort();
  const rows = [
    ...tools.map((tool) =>
      row(
        tool,
        results.filter(({ path }) => toolOf(path) === tool),
      ),
    ),
    row('all', results),
  ];
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...rows.map((cells) => (cells[column] ?? '').length)),
  );
  return [HEAD, ...rows]
    .map((cells) =>
      cells.map((cell, column) => cell[column === 0 ? 'padEnd' : 'padStart'](widths[column] ?? 0)).join('  '),
    )
    .join('\n');
}

function row(tool: string, results: readonly CorpusResult[]): string[] {
  const sum = (of: (result: CorpusResult) => number) => results.reduce((total, result) => total + of(result), 0);
  const score = (of: (result: CorpusResult) => Score) => {
    const total = sum((result) => of(result).total);
    return total === 0 ? '' : `${sum((result) => of(result).right)}/${total}`;
  };
  return [
    tool,
    String(results.length),
    score(({ sessions }) => sessions),
    score(({ commands }) => commands),
    score(({ wire }) => wire),
    score(({ findings }) => findings),
    String(sum(({ unexpected }) => unexpected)),
    String(sum(({ falseAlarms }) => falseAlarms)),
  ];
}

/** The folder that a log lies in is the tool that wrote it. */
function toolOf(path: string): string {
  return path.split(/[\\/]/).at(-2) ?? '';
}

function main(folders: readonly string[]): void {
  const results = folders.flatMap(checkCorpus);
  console.log(corpusTable(results));
  const misses = results.flatMap((result) => result.misses);
  for (const miss of misses) console.error(miss);
  process.exitCode = results.length > 0 && misses.length === 0 ? 0 : 1;
}

const named = process.argv.slice(2).map((folder) => resolve(process.env.INIT_CWD ?? process.cwd(), folder));
main(named.length > 0 ? named : [resolve(__dirname, '../../test/corpus')]);
