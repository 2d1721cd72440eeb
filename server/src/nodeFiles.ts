/** The files of this machine: Node only. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Files } from './runtime';

export const nodeFiles: Files = {
  async list(folder) {
    const entries = await readdir(fileURLToPath(folder), { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isDirectory() || entry.isFile())
      .map((entry) => ({ name: entry.name, kind: entry.isDirectory() ? 'folder' : 'file' }));
  },

  async read(file, largest, known) {
    try {
      const path = fileURLToPath(file);
      const { size, mtimeMs } = await stat(path);
      const stamp = `${size} ${mtimeMs}`;
      if (size > largest) return undefined;
      return stamp === known ? { stamp } : { stamp, text: await readFile(path, 'utf8') };
    } catch {
      return undefined;
    }
  },
};
