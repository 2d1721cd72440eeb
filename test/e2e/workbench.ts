#!/usr/bin/env node
/**
 * Stands in for desktop VS Code where that cannot be had: understands the arguments that `@vscode/test-electron` passes,
 * runs the tests in the packaged workbench in a headless Chromium, and ends with the tests' exit code.
 */
import { parseArgs } from 'node:util';
import { chromium } from './browser';
import { type DriverService, screenshot, serveDriver } from './driverService';
import { packagedWorkbench } from './packagedWorkbench';
import { openTestPage } from './page';
import { temporaryFolder } from './paths';
import { workbenchSettings } from './settings';
import { startWorkbenchServer, withTimeout } from './workbenchServer';

const wholeRunTimeoutMs = 10 * 60 * 1000;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionTestsPath: { type: 'string' },
      extensionDevelopmentPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
      'disable-workspace-trust': { type: 'boolean' },
    },
  });
  const { extensionTestsPath: tests, extensionDevelopmentPath: extension } = values;
  const workspace = positionals[0];
  if (typeof tests !== 'string' || typeof extension !== 'string' || workspace === undefined) {
    console.error(
      'usage: workbench-host --extensionTestsPath=FILE --extensionDevelopmentPath=FOLDER [--user-data-dir=FOLDER] WORKSPACE',
    );
    return 2;
  }
  const userData = typeof values['user-data-dir'] === 'string' ? values['user-data-dir'] : temporaryFolder('workbench');
  const packaged = await packagedWorkbench();
  const window = await openTestPage(await chromium(), (line) => console.log(line));
  const driver: DriverService = await serveDriver(window.page);
  const server = await startWorkbenchServer(packaged, {
    userData,
    settings: workbenchSettings,
    trustWorkspace: values['disable-workspace-trust'] === true,
    env: { SMTP_E2E_DRIVER: driver.address },
  });
  try {
    await window.page.goto(
      server.address(workspace, [
        ['extensionDevelopmentPath', server.remoteUri(extension)],
        ['extensionTestsPath', server.remoteUri(tests)],
        ['skipWelcome', 'true'],
      ]),
    );
    const ended = server.ended.then((code) => {
      throw new Error(`The workbench's server ended (${code}) during the tests.`);
    });
    const run = Promise.race([window.exitCode, ended]);
    return await withTimeout(run, wholeRunTimeoutMs, () => 'The tests in the workbench did not end');
  } catch (error) {
    const picture = await screenshot(window.page, 'when-it-failed').catch(() => 'none could be taken');
    console.error(`${error instanceof Error ? error.message : error}\nThe window at that moment: ${picture}`);
    return 1;
  } finally {
    server.stop();
    driver.close();
    await window.close();
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
