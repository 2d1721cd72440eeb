import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PackagedWorkbench } from './packagedWorkbench';

/** A packaged workbench that serves its page on this machine alone (127.0.0.1), to those who have its token. */
export interface WorkbenchServer {
  /** The address that opens the workbench on a folder; the payload is VS Code's own (`extensionDevelopmentPath`, …). */
  address(folder: string, payload: readonly (readonly [string, string])[]): string;
  /** How the page names a file of this machine. */
  remoteUri(path: string): string;
  /** Settles when the server ends by itself. */
  readonly ended: Promise<number | null>;
  stop(): void;
}

export interface WorkbenchServerOptions {
  /** Settings and state live here; nothing is read from or written to the user's own. */
  readonly userData: string;
  /** User settings to start with. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly trustWorkspace: boolean;
  /** Handed to the server and so to the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

const startTimeoutMs = 60_000;

/** Starts the server on a free port and waits until it listens. */
export async function startWorkbenchServer(
  workbench: PackagedWorkbench,
  options: WorkbenchServerOptions,
): Promise<WorkbenchServer> {
  const { userData } = options;
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify(options.settings, undefined, 2));
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(userData, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const args = [
    ...['out/server-main.js', '--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile],
    // The page honours its payload (our extension, the tests, the file to open) only with the smoke test driver on.
    ...['--accept-server-license-terms', '--enable-smoke-test-driver', '--disable-telemetry'],
    ...['--user-data-dir', userData, '--server-data-dir', userData, '--extensions-dir', join(userData, 'extensions')],
    ...(options.trustWorkspace ? ['--disable-workspace-trust'] : []),
  ];
  const child = spawn(workbench.node, args, {
    cwd: workbench.folder,
    // The workbench looks for no extensions elsewhere: an empty gallery.
    env: { ...environment(), EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...options.env },
    // A process group of its own, so that the extension host ends with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = (): void => kill(child);
  process.once('exit', stop);
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const port = await listeningPort(child, ended);
  const authority = `127.0.0.1:${port}`;
  return {
    address(folder, payload) {
      const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) });
      return `http://${authority}/?${query}`;
    },
    remoteUri: (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`,
    ended,
    stop,
  };
}

/** Ours, without what a VS Code around us left in it. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)),
  );
}

async function listeningPort(child: ChildProcess, ended: Promise<number | null>): Promise<number> {
  let output = '';
  const listening = new Promise<number>((done) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-20_000);
        const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
        if (port !== undefined) done(Number(port));
      });
    }
  });
  const failed = ended.then((code) => {
    throw new Error(`The workbench's server ended (${code}) before it listened:\n${output}`);
  });
  return withTimeout(
    Promise.race([listening, failed]),
    startTimeoutMs,
    () => `The workbench's server does not listen:\n${output}`,
  );
}

/** The promise's result, or an error when it takes longer. */
export async function withTimeout<T>(promise: Promise<T>, milliseconds: number, message: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${message()} (waited ${milliseconds / 1000} s)`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
}
