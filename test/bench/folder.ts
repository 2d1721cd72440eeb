/** A temporary folder for the files that are measured. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shape } from './logs';

export interface Folder {
  readonly path: string;
}

/** Gives `work` a folder, and takes it away whatever happens. */
export async function inFolder<T>(work: (folder: Folder) => Promise<T>): Promise<T> {
  const path = mkdtempSync(join(tmpdir(), 'smtp-bench-'));
  const remove = () => rmSync(path, { recursive: true, force: true });
  const stop = () => {
    remove();
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work({ path });
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    remove();
  }
}

/** Octets written at a time. */
const BLOCK = 1024 * 1024;

/** Writes a file of this shape and size, MB; gives its path. */
export function writeShape(folder: Folder, shape: Shape, megabytes: number, suffix = 'log'): string {
  const path = join(folder.path, `${shape.id}-${megabytes}.${suffix}`);
  const file = openSync(path, 'w');
  let block: string[] = [];
  let size = 0;
  for (const piece of shape.text(megabytes * 1e6)) {
    block.push(piece);
    size += piece.length;
    if (size < BLOCK) continue;
    writeSync(file, block.join(''));
    block = [];
    size = 0;
  }
  writeSync(file, block.join(''));
  closeSync(file);
  return path;
}
