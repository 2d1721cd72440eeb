/**
 * Runs every suite, or those named on the command line, and ends with one line: `N passed, N failed`. What a suite says
 * goes to the terminal as it comes; a suite that cannot start counts as failed.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const repository = resolve(__dirname, '..');

const SUITES: Readonly<Record<string, () => Promise<Counts>>> = {
  static: statics,
  unit: units,
  grammar,
  workbench: () => editor('workbench', 'out/e2e/run.cjs', 'out/e2e-summary.json'),
  web: () => editor('web', 'out/e2e/web.cjs', 'out/e2e-web-summary.json'),
};

async function main(names: readonly string[]): Promise<void> {
  let passed = 0;
  let failed = 0;
  for (const name of names.length > 0 ? names : Object.keys(SUITES)) {
    const suite = SUITES[name];
    if (suite === undefined) throw new Error(`there is no suite ${name}; one of ${Object.keys(SUITES).join(', ')}`);
    const began = performance.now();
    const counts = await suite();
    passed += counts.passed;
    failed += counts.failed;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`== ${name}: ${counts.passed} of ${counts.passed + counts.failed} in ${seconds} s`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

/** What the compiler, the linter and the generators say. */
async function statics(): Promise<Counts> {
  const checks: readonly (readonly string[])[] = [
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
    ['node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.json'],
    ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
    ['node_modules/knip/bin/knip.js'],
    ['out/dev/docs.cjs', '--check'],
  ];
  let passed = 0;
  for (const args of checks) {
    const { code, output } = await run(process.execPath, args, false);
    if (code === 0) passed++;
    else console.log(`${args.join(' ')}\n${output}`);
  }
  return { passed, failed: checks.length - passed };
}

/**
 * Everything that needs no editor: node's own test runner over the bundled test files, as many of them in one process as
 * there are for each core. A process for each file would take longer to start than most of them to run.
 */
async function units(): Promise<Counts> {
  const files = readdirSync(join(repository, 'out/test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.mjs'))
    .sort();
  const groups = Array.from({ length: availableParallelism() }, (_, group) =>
    files.filter((_file, index) => index % availableParallelism() === group),
  );
  const counts = await Promise.all(groups.map(unitsOf));
  const sum = (of: (each: Counts) => number) => counts.reduce((all, each) => all + of(each), 0);
  return { passed: sum(({ passed }) => passed), failed: sum(({ failed }) => failed) };
}

async function unitsOf(files: readonly string[]): Promise<Counts> {
  const { code, output } = await run(
    process.execPath,
    [
      '--test-reporter=dot',
      '--test-reporter-destination=stderr',
      '--test-reporter=tap',
      '--test-reporter-destination=stdout',
      '--input-type=module',
      '--eval',
      files.map((file) => `import ${JSON.stringify(`./out/test/${file.replaceAll('\\', '/')}`)};`).join('\n'),
    ],
    false,
  );
  const count = (name: string) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  if (failed > 0 || code !== 0) console.log(failuresIn(output));
  return atLeastOneFailure({ passed: count('pass'), failed }, code);
}

/** Of a TAP report the failed tests, each with what it says about itself. */
function failuresIn(tap: string): string {
  const shown: string[] = [];
  let failing = false;
  for (const line of tap.split('\n')) {
    if (/^\s*(?:not )?ok \d/.test(line)) failing = /^\s*not ok/.test(line) && !/type: 'suite'/.test(line);
    if (failing && shown.length < 200) shown.push(line);
  }
  return shown.join('\n');
}

/** The TextMate grammar against annotated files. */
async function grammar(): Promise<Counts> {
  const files = readdirSync(join(repository, 'test/grammar')).filter((file) => file.endsWith('.smtp'));
  const program = join(repository, 'node_modules/vscode-tmgrammar-test/dist/unit.js');
  const args = [
    program,
    '--compact',
    '--grammar',
    'syntaxes/smtp.tmLanguage.json',
    ...files.map((file) => `test/grammar/${file}`),
  ];
  const { code, output } = await run(process.execPath, args, true);
  const failed = files.filter((file) => new RegExp(`(?:✖|ERROR).*${file.replace('.', '\\.')}`).test(output)).length;
  return atLeastOneFailure({ passed: files.length - failed, failed }, code);
}

/** The suite in a real editor; its runner writes what it counted. */
async function editor(name: string, program: string, summary: string): Promise<Counts> {
  rmSync(join(repository, summary), { force: true });
  const { code } = await run(process.execPath, [program], true);
  try {
    return atLeastOneFailure(JSON.parse(readFileSync(join(repository, summary), 'utf8')) as Counts, code);
  } catch {
    console.error(`The ${name} suite did not start or did not finish.`);
    return { passed: 0, failed: 1 };
  }
}

/** A suite that exits badly has failed, whatever it counted. */
function atLeastOneFailure({ passed, failed }: Counts, code: number): Counts {
  return code === 0 || failed > 0 ? { passed, failed } : { passed, failed: 1 };
}

function run(program: string, args: readonly string[], show: boolean): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: repository, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
      if (show) process.stdout.write(chunk);
    });
    child.once('error', (error) => {
      console.error(error.message);
      done({ code: 1, output });
    });
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
