/** Finds configuration files: Node only. */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CONFIG_NAME, parseConfig } from './config';
import { DEFAULT_POLICY, type Policy } from './rules/presets';

/** The configuration of the nearest `.smtprc.json` in `folder` or above it. Throws when there is one that is wrong. */
export async function nearestConfig(folder: string): Promise<Policy> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, CONFIG_NAME);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) return configFrom(file, text);
    if (dirname(at) === at) return DEFAULT_POLICY;
  }
}

/** The configuration in this file. Throws an Error of one line when it cannot be read. */
export async function configFile(file: string): Promise<Policy> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`${file}: cannot be read`);
  return configFrom(file, text);
}

function configFrom(file: string, text: string): Policy {
  try {
    return parseConfig(text);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
}
