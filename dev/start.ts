/**
 * `npm start [FILE]`: prints the findings of the transcript, then opens it with our extension: in desktop VS Code where
 * that is installed, else in the packaged workbench, at a local address that the browser is sent to.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { installedChromium, onPath } from '../test/e2e/browser';
import { hasDisplay, installedDesktop } from '../test/e2e/host';
import { packagedWorkbench } from '../test/e2e/packagedWorkbench';
import { repository, temporaryFolder } from '../test/e2e/paths';
import { workbenchSettings } from '../test/e2e/settings';
import { startWorkbenchServer } from '../test/e2e/workbenchServer';

const sample = join(repository, 'test/e2e/workspace/deploy-failure.smtp');

async function main(): Promise<number> {
  const given = process.argv[2];
  // npm runs us in the repository; the file's name is meant from where the person stands.
  const file = given === undefined ? sample : resolve(process.env.INIT_CWD ?? process.cwd(), given);
  if (!existsSync(file)) {
    console.error(`There is no file ${file}.`);
    return 2;
  }
  printFindings(file);
  const desktop = process.env.VSCODE_EXECUTABLE || (hasDisplay() ? installedDesktop() : undefined);
  if (desktop !== undefined) {
    console.log(`\nOpening it in ${desktop} …`);
    startApart(desktop, [`--extensionDevelopmentPath=${repository}`, file]);
    return 0;
  }
  return servePackaged(file);
}

/** Whatever the program says of the file is for the person to read; the file is opened in any case. */
function printFindings(file: string): void {
  spawnSync(process.execPath, [join(repository, 'dist/cli.cjs'), 'check', file], { stdio: 'inherit' });
}

async function servePackaged(file: string): Promise<number> {
  const why = hasDisplay() ? 'Desktop VS Code is not installed here' : 'There is no display here';
  console.log(`\n${why}: the packaged workbench opens the file.`);
  const workbench = await packagedWorkbench();
  const server = await startWorkbenchServer(workbench, {
    userData: temporaryFolder('start'),
    settings: workbenchSettings,
    // A transcript may come from anyone, and so may the folder around it.
    trustWorkspace: false,
  });
  const address = server.address(dirname(file), [
    ['extensionDevelopmentPath', server.remoteUri(repository)],
    ['openFile', server.remoteUri(file)],
    ['skipWelcome', 'true'],
  ]);
  console.log(
    `\nVS Code ${workbench.version} serves the file at this address, on this machine only, until Ctrl-C:\n\n  ${address}\n`,
  );
  if (hasDisplay()) openBrowser(address);
  else console.log('No window was opened, for want of a display: open the address yourself.');
  const code = await server.ended;
  console.error(`The workbench's server ended (${code}).`);
  return 1;
}

function openBrowser(address: string): void {
  const opener = process.platform === 'darwin' ? onPath('open') : onPath('xdg-open');
  const browser = installedChromium();
  if (opener !== undefined) startApart(opener, [address]);
  else if (browser !== undefined) startApart(browser, [`--app=${address}`]);
  else console.log('No browser was found here: open the address yourself.');
}

function startApart(program: string, args: readonly string[]): void {
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.once('error', (error) => console.error(`${program} does not start: ${error.message}`));
  child.unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(0));
main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
