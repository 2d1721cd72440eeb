/** The documents of the workspace: the open ones, and the files that the settings count among its transcripts. */
import type { ParsedDocument } from './features/parsedDocument';
import type { Located } from './features/references';
import type { Files } from './runtime';
import { type WorkspaceFile, WorkspaceFiles } from './workspaceFiles';

/** Where the documents come from. */
export interface WorkspaceSource {
  readonly folders: () => readonly string[];
  /** Patterns of the files that are its transcripts. */
  readonly include: () => readonly string[];
  readonly open: () => readonly string[];
  /** Undefined when it was closed in the meantime. */
  readonly readOpen: (uri: string) => Promise<ParsedDocument | undefined>;
  readonly readClosed: (file: WorkspaceFile) => Promise<ParsedDocument>;
  readonly filesOf: (uri: string) => Files | undefined;
}

export class Workspace {
  /** Somebody says so when a file changes, so that what was found stays true until then. */
  watched = false;
  readonly #files: WorkspaceFiles;
  #found: readonly WorkspaceFile[] | undefined;
  /** How often something changed that may be found. */
  #changes = 0;
  #waiting: (() => void)[] = [];

  constructor(private readonly source: WorkspaceSource) {
    this.#files = new WorkspaceFiles(source.filesOf);
  }

  /** Every document with its address, the open ones first. `pause` is called before each. */
  async *documents(pause: (message?: string) => Promise<void>): AsyncGenerator<Located> {
    const open = this.source.open();
    for (const uri of open) {
      await pause();
      const document = await this.source.readOpen(uri);
      if (document !== undefined) yield { uri, document };
    }
    const known = new Set(open);
    for await (const file of this.#closed(pause)) {
      await pause(file.uri.slice(file.uri.lastIndexOf('/') + 1));
      if (!known.has(file.uri)) yield { uri: file.uri, document: await this.source.readClosed(file) };
    }
  }

  /** A file or a setting changed: `files` when what there is to be found may be something else now. */
  changed(files: boolean): void {
    if (files) {
      this.#found = undefined;
      this.#changes++;
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Resolves at the next change, or when `given up` does. */
  async nextChange(givenUp: Promise<void>): Promise<void> {
    await Promise.race([givenUp, new Promise<void>((resolve) => this.#waiting.push(resolve))]);
  }

  async *#closed(pause: () => Promise<void>): AsyncGenerator<WorkspaceFile> {
    if (this.#found !== undefined) {
      yield* this.#found;
      return;
    }
    const found: WorkspaceFile[] = [];
    const changes = this.#changes;
    for await (const file of this.#files.find(this.source.folders(), this.source.include())) {
      await pause();
      found.push(file);
      yield file;
    }
    if (this.watched && changes === this.#changes) this.#found = found;
  }
}
