/** Reads the transcripts of the workspace from the disk: Node only. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkspaceFile } from './runtime';

/** So many files, and none larger than this, are looked at. */
const MOST_FILES = 500;
const LARGEST = 5 * 1024 * 1024;
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist', 'out', 'build', 'target', 'vendor']);

/** All `.smtp` files below the folders, given as URIs; what cannot be read is left out. */
export async function workspaceFiles(folders: readonly string[]): Promise<readonly WorkspaceFile[]> {
  const files: WorkspaceFile[] = [];
  for (const folder of folders) {
    if (folder.startsWith('file:')) await collect(fileURLToPath(folder), files);
  }
  return files;
}

async function collect(folder: string, files: WorkspaceFile[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (files.length >= MOST_FILES) return;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!LEFT_OUT.has(entry.name)) await collect(path, files);
    } else if (entry.isFile() && entry.name.endsWith('.smtp')) {
      const size = await stat(path).then(
        (found) => found.size,
        () => Number.POSITIVE_INFINITY,
      );
      const text = size > LARGEST ? undefined : await readFile(path, 'utf8').catch(() => undefined);
      if (text !== undefined) files.push({ uri: pathToFileURL(path).toString(), text });
    }
  }
}
