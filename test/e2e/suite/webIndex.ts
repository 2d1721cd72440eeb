// Mocha's build for browsers, which makes the global `mocha`.
import 'mocha/mocha.js';
import { workspace } from 'vscode';
import { type Summary, summaryMark } from './protocol';
import { loadTests } from './tests';

/** VS Code calls this inside the web extension host, a web worker. It rejects when a test failed, or when there was none. */
export async function run(): Promise<void> {
  await settingsAreRead();
  const grep = workspace.getConfiguration('smtpE2E').get<string>('grep') ?? '';
  mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 60_000, ...(grep !== '' && { grep }) });
  await import('./web.test');
  await loadTests();
  const summary = await new Promise<Summary>((done) => {
    const runner = mocha.run((failed) => {
      done({ passed: runner.stats?.passes ?? 0, failed, skipped: runner.stats?.pending ?? 0 });
    });
  });
  // A worker has no file to write to.
  console.log(`${summaryMark}${JSON.stringify(summary)}`);
  if (summary.failed > 0) throw new Error(`${summary.failed} of the tests in the web extension host failed.`);
  if (summary.passed === 0) throw new Error('No test ran in the web extension host.');
}

/** The worker may be asked to run before the workspace's settings have come to it, and the driver's address is one of them. */
async function settingsAreRead(): Promise<void> {
  const known = () => workspace.getConfiguration('smtpE2E').get<string>('driver') !== undefined;
  if (known()) return;
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The settings of the workspace never came.')), PATIENCE);
    const changes = workspace.onDidChangeConfiguration(() => {
      if (!known()) return;
      clearTimeout(late);
      changes.dispose();
      resolve();
    });
  });
}

/** Milliseconds. */
const PATIENCE = 20_000;
