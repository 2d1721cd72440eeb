import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository's root. Every bundle made from this folder and from `dev/` lies two levels below it. */
export const repository = resolve(__dirname, '../..');

/** Everything that is fetched for the tests, and the pictures that they take. Deleting it is safe. */
export const cache = join(repository, '.vscode-test');

export const screenshots = join(cache, 'screenshots');

/** A new folder that is removed when this process ends. */
export function temporaryFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `smtp-${purpose}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
