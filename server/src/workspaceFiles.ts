/** Finds and reads the transcripts of the workspace's folders that may not be open. */
import { globMatcher } from './glob';
import type { Files } from './runtime';

/** A file of the workspace. */
export interface WorkspaceFile {
  readonly uri: string;
  readonly text: string;
}

/** So many files, none larger than so many octets, in so many folders are looked at. */
const MOST_FILES = 500;
const LARGEST = 5 * 1024 * 1024;
const MOST_FOLDERS = 5000;
const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git', 'dist', 'out', 'build', 'target', 'vendor']);

export class WorkspaceFiles {
  readonly #read = new Map<string, { readonly stamp: string; readonly text: string }>();

  /** `filesOf` says who can read below a URI; undefined when nobody can. */
  constructor(private readonly filesOf: (uri: string) => Files | undefined) {}

  /**
   * The files below the folders whose path from there matches one of the patterns, one after the other. What has not
   * changed since it was last found is not read again.
   */
  async *find(folders: readonly string[], include: readonly string[]): AsyncGenerator<WorkspaceFile> {
    const wanted = globMatcher(include);
    const seen = new Set<string>();
    for (const folder of folders) {
      const files = this.filesOf(folder);
      if (files === undefined) continue;
      for await (const uri of matching(files, folder.replace(/\/$/, ''), wanted)) {
        if (seen.has(uri)) continue;
        if (seen.size >= MOST_FILES) return;
        const text = await this.#textOf(files, uri);
        if (text === undefined) continue;
        seen.add(uri);
        yield { uri, text };
      }
    }
    for (const uri of this.#read.keys()) if (!seen.has(uri)) this.#read.delete(uri);
  }

  async #textOf(files: Files, uri: string): Promise<string | undefined> {
    const known = this.#read.get(uri);
    const found = await files.read(uri, LARGEST, known?.stamp);
    if (found === undefined) return undefined;
    const text = found.text ?? known?.text;
    if (text !== undefined) this.#read.set(uri, { stamp: found.stamp, text });
    return text;
  }
}

/** Folder by folder, the nearer ones first. */
async function* matching(files: Files, root: string, wanted: (path: string) => boolean): AsyncGenerator<string> {
  const folders = [''];
  for (let index = 0; index < folders.length && index < MOST_FOLDERS; index++) {
    const folder = folders[index] ?? '';
    const at = folder === '' ? root : `${root}/${encoded(folder)}`;
    const entries = [...(await files.list(at))].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name, kind } of entries) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (kind === 'folder' && !LEFT_OUT.has(name)) folders.push(path);
      if (kind === 'file' && wanted(path)) yield `${root}/${encoded(path)}`;
    }
  }
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
