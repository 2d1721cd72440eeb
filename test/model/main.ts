/** `npm run model [-- --count N --seed S]`: the model test at full size, with its table. Exit code 1 when it fails. */
import { parseArgs } from 'node:util';
import { LEAST_FOUND, runModel } from './model';

const { values } = parseArgs({
  options: { count: { type: 'string' }, seed: { type: 'string' }, verbose: { type: 'boolean' } },
});
const count = Number(values.count ?? 20_000);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 20));
console.log(`seed ${seed}`);
const { alarms, scores } = runModel(count, seed);

const width = Math.max(...scores.map(({ rule }) => rule.length));
console.log(`${'rule'.padEnd(width)}  mutants    found`);
for (const { rule, mutants, found, missed } of scores) {
  console.log(
    `${rule.padEnd(width)}  ${String(mutants).padStart(7)}  ${`${((100 * found) / mutants).toFixed(1)} %`.padStart(7)}`,
  );
  for (const { seed: own, line, said, text } of missed) {
    console.log(`    missed with seed ${own} on line ${line}; reported: ${said.join(', ') || 'nothing'}`);
    if (values.verbose) console.log(text.replace(/^/gm, '        '));
  }
}
const mutants = scores.reduce((sum, score) => sum + score.mutants, 0);
const found = scores.reduce((sum, score) => sum + score.found, 0);
for (const { seed: own, line, rule } of alarms.slice(0, 20))
  console.log(`false alarm with seed ${own} on line ${line}: ${rule}`);
console.log(
  `${count} valid sessions, ${alarms.length} false alarms; ${found} of ${mutants} mutants found (${((100 * found) / mutants).toFixed(2)} %)`,
);
process.exitCode = alarms.length === 0 && found / mutants >= LEAST_FOUND ? 0 : 1;
