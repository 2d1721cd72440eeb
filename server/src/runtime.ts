import type { Reference } from './reference/reference';
import type { Policy } from './rules/presets';
import type { RulePage } from './rules/rule';

/** What differs between Node and the browser. */
export interface Runtime {
  /** Loads the reference texts; called once, when something is first looked up. */
  readonly loadReference: () => Promise<Reference>;
  /** Loads the pages of the rules, by code. */
  readonly loadPages: () => Promise<ReadonlyMap<string, RulePage>>;
  readonly version: string;
  /** What the configuration file of a document says; rejects with one clear line when it is wrong. */
  readonly configOf?: (uri: string) => Promise<Policy>;
  /** Transcripts in the workspace's folders that may not be open; absent where files cannot be read. */
  readonly workspaceFiles?: (folders: readonly string[]) => Promise<readonly WorkspaceFile[]>;
  /** Runs `work` later and returns how to cancel it. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
}

/** A file of the workspace. */
export interface WorkspaceFile {
  readonly uri: string;
  readonly text: string;
}
