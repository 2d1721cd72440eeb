import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'node:util';
import { type BrowserContext, type Page, chromium as playwright } from 'playwright-core';
import type { Browser } from './browser';
import { temporaryFolder } from './paths';

/** A window of the headless browser in which VS Code's own test protocol is answered. */
export interface TestPage {
  readonly page: Page;
  /** The tests' exit code: VS Code calls `codeAutomationExit` when the suite's `run()` has settled. */
  readonly exitCode: Promise<number>;
  close(): Promise<void>;
}

const flags = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
  // The tests need nobody but this machine (webviews come from names under localhost).
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
];

/** What the workbench says in every run and is nobody's concern: how it connects, and which native modules it lacks. */
const noise = [
  /^(Resolving|Resolved) connection token|^Creating a socket|received socket close event|reconnection-grace-time/,
  /^Canceled|additional builtin extensions|AccountPolicyGate|AgentHost|^Creation of workbench contribution/,
  /^No search provider registered|waiting for authentication provider|getaddrinfo|ERR_NAME_NOT_RESOLVED/,
  /Could not locate the bindings file|build\/Release\/watchdog/,
  /Service ?Worker|nls\.messages|package\.nls|ENOPRO|same-origin iframe/,
];

/** Opens an empty window; console output of the extension host goes to `print`. */
export async function openTestPage(browser: Browser, print: (line: string) => void): Promise<TestPage> {
  const context = await launch(browser);
  const page = context.pages()[0] ?? (await context.newPage());
  let settle: (code: number) => void;
  let crash: (error: Error) => void;
  let over = false;
  const exitCode = new Promise<number>((done, fail) => {
    settle = done;
    crash = fail;
  });
  // Whoever waits for the code hears of it; when nobody does yet, it is no reason to end the process.
  exitCode.catch(() => undefined);
  page.once('crash', () => crash(new Error("The workbench's page crashed.")));
  page.once('close', () => crash(new Error("The workbench's page was closed.")));
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
    const line = format(...args);
    // Afterwards the workbench only complains of being taken down.
    if (!over && !noise.some((pattern) => pattern.test(line))) print(line);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    over = true;
    settle(code);
  });
  return { page, exitCode, close: () => context.close() };
}

/** A profile of its own, with the cookies of other sites allowed: webviews come from another origin. */
async function launch(browser: Browser): Promise<BrowserContext> {
  const profile = temporaryFolder('browser');
  await mkdir(join(profile, 'Default'));
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await playwright.launchPersistentContext(profile, {
    executablePath: browser.executable,
    env: { ...(process.env as Record<string, string>), ...browser.env },
    args: flags,
    headless: true,
    chromiumSandbox: false,
    viewport: { width: 1400, height: 900 },
    locale: 'en-US',
  });
  // A copy is looked at by pasting it.
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return context;
}
