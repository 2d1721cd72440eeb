import { writeFile } from 'node:fs/promises';
import type { Summary } from './protocol';
import { loadTests } from './tests';

/** VS Code calls this inside the extension host. It rejects when a test failed, or when there was none. */
export async function run(): Promise<void> {
  // Mocha is an ES module: imported at run time, it works in every Node that VS Code brings.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 60_000,
    ...(process.env.SMTP_E2E_GREP && { grep: process.env.SMTP_E2E_GREP }),
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await loadTests();
  const summary = await new Promise<Summary>((done) => {
    const runner = mocha.run((failed) => {
      done({ passed: runner.stats?.passes ?? 0, failed, skipped: runner.stats?.pending ?? 0 });
    });
  });
  const file = process.env.SMTP_E2E_SUMMARY;
  if (file !== undefined) await writeFile(file, JSON.stringify(summary));
  if (summary.failed > 0) throw new Error(`${summary.failed} of the tests in the workbench failed.`);
  if (summary.passed === 0) throw new Error('No test ran in the workbench.');
}
