import type { Reference } from './reference/reference';
import type { RulePage } from './rules/rule';

/** What differs between Node and the browser. */
export interface Runtime {
  /** Loads the reference texts; called once, when something is first looked up. */
  readonly loadReference: () => Promise<Reference>;
  /** Loads the pages of the rules, by code. */
  readonly loadPages: () => Promise<ReadonlyMap<string, RulePage>>;
  readonly version: string;
  /** The files of this machine, for URIs of the scheme `file`; absent where there are none. */
  readonly files?: Files;
  /** Runs `work` later and returns how to cancel it. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
}

/** Files and folders by their URI, for reading. */
export interface Files {
  /** What is in a folder; nothing when it cannot be read. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /**
   * The text of a file of at most `largest` octets, with a stamp that changes when the file does; no text when the stamp
   * is still `known`. Undefined when it is larger or cannot be read.
   */
  read(file: string, largest: number, known?: string): Promise<FileText | undefined>;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

export interface FileText {
  readonly stamp: string;
  readonly text?: string;
}
