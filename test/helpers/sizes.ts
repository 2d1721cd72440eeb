/** How large the product is that people download: built as for the package, into a folder of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

/** Octets. */
export interface Sizes {
  /** What the extension host loads: on any log, and when the first transcript is opened. */
  readonly client: number;
  /** Without the reference and the pages of the rules, which are loaded when somebody reads them. */
  readonly server: number;
  readonly serverCompressed: number;
  /** The VSIX, which is a zip. */
  readonly package: number;
}

/** Octets that a zip spends on a file beyond its content and, twice, its name. */
const ENTRY = 76;

export function productSizes(): Sizes {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-sizes-'));
  try {
    execFileSync(process.execPath, ['esbuild.mjs', '--minify', '--out', folder], { stdio: 'inherit' });
    const content = (file: string) => readFileSync(join(folder, file));
    const packed = [...filesIn(folder), ...listed().filter((file) => !file.startsWith('dist/'))];
    return {
      client: content('client.cjs').length + content('connection.cjs').length,
      server: sum(['server.cjs', 'dialects.cjs'].map((file) => content(file).length)),
      serverCompressed: sum(['server.cjs', 'dialects.cjs'].map((file) => deflateRawSync(content(file)).length)),
      package: sum(packed.map(zipped)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sum(all: readonly number[]): number {
  return all.reduce((before, each) => before + each, 0);
}

/** What `.vscodeignore` lets into the package. */
function listed(): string[] {
  const vsce = ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies'];
  return execFileSync(process.execPath, vsce, { encoding: 'utf8' }).trim().split('\n');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function zipped(file: string): number {
  return deflateRawSync(readFileSync(file)).length + ENTRY + 2 * file.length;
}
