/** Runs the suite in the real VS Code workbench: `node out/e2e/run.cjs`. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { chooseHost } from './host';
import { repository, temporaryFolder } from './paths';
import { workbenchSettings } from './settings';
import type { Summary } from './suite/protocol';

async function main(): Promise<number> {
  const started = Date.now();
  const host = await chooseHost();
  const folder = temporaryFolder('e2e');
  const workspace = join(folder, 'workspace');
  cpSync(join(repository, 'test/e2e/workspace'), workspace, { recursive: true });
  const userData = join(folder, 'user-data');
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(workbenchSettings));
  const summaryFile = join(folder, 'summary.json');
  const error = await runTests({
    vscodeExecutablePath: host.executable,
    extensionDevelopmentPath: process.env.SMTP_E2E_EXTENSION ?? repository,
    extensionTestsPath: join(__dirname, 'suite.cjs'),
    extensionTestsEnv: { SMTP_E2E_SUMMARY: summaryFile },
    launchArgs: [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${join(folder, 'extensions')}`],
  }).then(
    () => undefined,
    (reason) => reason,
  );
  const summary = read(summaryFile, error);
  const result = { ...summary, host: host.description, seconds: Math.round((Date.now() - started) / 100) / 10 };
  writeFileSync(join(__dirname, '../e2e-summary.json'), `${JSON.stringify(result, undefined, 2)}\n`);
  console.log(`In ${host.description}: ${summary.passed} passed, ${summary.failed} failed, in ${result.seconds} s.`);
  return summary.failed === 0 ? 0 : 1;
}

/** What the suite wrote; an end without it, or with an error that no test explains, counts as one failure. */
function read(file: string, error: unknown): Summary {
  const none: Summary = { passed: 0, failed: 0, skipped: 0 };
  const summary: Summary = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : none;
  const unexplained = summary.failed === 0 && (error !== undefined || summary.passed === 0);
  if (unexplained) console.error(error ?? 'The suite wrote no result.');
  return unexplained ? { ...summary, failed: 1 } : summary;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
