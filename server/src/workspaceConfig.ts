/** The `.smtprc.json` that holds for a document, wherever its files are. */
import { CONFIG_NAME, parseConfig } from './config';
import { DEFAULT_POLICY, type Policy } from './rules/presets';
import type { Files } from './runtime';

/** A configuration file that cannot be used. */
export interface ConfigProblem {
  readonly uri: string;
  /** One line. */
  readonly message: string;
}

export interface FoundConfig {
  readonly policy: Policy;
  /** The file that says so, or would. */
  readonly uri?: string;
  readonly problem?: ConfigProblem;
}

const LARGEST = 1024 * 1024;

/** What the nearest configuration file beside or above a document says; the defaults where there is none, or a wrong one. */
export async function configOf(document: string, files: Files | undefined): Promise<FoundConfig> {
  if (files === undefined) return { policy: DEFAULT_POLICY };
  for (let folder = parentOf(document); folder !== undefined; folder = parentOf(folder)) {
    const uri = `${folder}/${CONFIG_NAME}`;
    const text = (await files.read(uri, LARGEST))?.text;
    if (text === undefined) continue;
    try {
      return { policy: parseConfig(text), uri };
    } catch (error) {
      const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      return { policy: DEFAULT_POLICY, uri, problem: { uri, message } };
    }
  }
  return { policy: DEFAULT_POLICY };
}

/** The folder that a URI is in, without a slash at its end; undefined for what is no path, and above the root. */
function parentOf(uri: string): string | undefined {
  const root = /^[\w+.-]+:(?:\/\/[^/]*)?(?=\/)/.exec(uri)?.[0];
  if (root === undefined) return undefined;
  const end = uri.lastIndexOf('/');
  return end < root.length ? undefined : uri.slice(0, end);
}
