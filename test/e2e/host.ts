import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { onPath } from './browser';
import { packagedWorkbench } from './packagedWorkbench';
import { cache } from './paths';

/** The program that runs the suite, as `runTests` of `@vscode/test-electron` wants it. */
export interface Host {
  readonly kind: 'desktop' | 'packaged';
  readonly executable: string;
  /** For people: which VS Code it is. */
  readonly description: string;
}

/** The newest VS Code that we know works; what is downloaded where it can be. */
const desktopVersion = '1.139.1';
const downloadTimeoutMs = 5_000;

/**
 * The program named in `VSCODE_EXECUTABLE`, else desktop VS Code where there is a display for it (installed, else
 * downloaded), else the workbench that npm carries. Says which it took.
 */
export async function chooseHost(): Promise<Host> {
  const host = explicitHost() ?? (await desktopHost()) ?? (await packagedHost());
  console.log(`The tests run in ${host.description}.`);
  return host;
}

/** Desktop VS Code as it is installed here: the program itself, not the `code` script, which would not wait. */
export function installedDesktop(): string | undefined {
  return [...besideCode(), ...usualPlaces()].find(existsSync);
}

/** Whether a window can be opened. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function explicitHost(): Host | undefined {
  const executable = process.env.VSCODE_EXECUTABLE;
  if (executable === undefined || executable === '') return undefined;
  return { kind: 'desktop', executable, description: `the program in VSCODE_EXECUTABLE (${versionOf(executable)})` };
}

async function desktopHost(): Promise<Host | undefined> {
  if (!hasDisplay()) return undefined;
  const installed = installedDesktop();
  if (installed !== undefined) {
    return {
      kind: 'desktop',
      executable: installed,
      description: `the installed desktop VS Code (${versionOf(installed)})`,
    };
  }
  if (process.env.npm_config_offline === 'true') return undefined;
  try {
    const executable = await downloadAndUnzipVSCode({
      version: desktopVersion,
      cachePath: cache,
      timeout: downloadTimeoutMs,
    });
    return { kind: 'desktop', executable, description: `a downloaded desktop VS Code (${desktopVersion})` };
  } catch (error) {
    console.log(`Desktop VS Code cannot be downloaded here (${error instanceof Error ? error.message : error}).`);
    return undefined;
  }
}

async function packagedHost(): Promise<Host> {
  const { version } = await packagedWorkbench();
  return {
    kind: 'packaged',
    executable: join(__dirname, 'workbench-host.cjs'),
    description: `the packaged VS Code workbench (${version})`,
  };
}

function besideCode(): string[] {
  const script = onPath(process.platform === 'win32' ? 'code.cmd' : 'code');
  if (script === undefined) return [];
  const bin = dirname(realpathSync(script));
  const mac = join(bin, '../../../MacOS');
  return [join(bin, '../code'), join(bin, '../Code.exe'), join(mac, 'Code'), join(mac, 'Electron')];
}

function usualPlaces(): string[] {
  const mac = '/Applications/Visual Studio Code.app/Contents/MacOS';
  const windows = [join(process.env.LOCALAPPDATA ?? '', 'Programs'), process.env.ProgramFiles ?? ''];
  return [
    ...[
      '/usr/share/code/code',
      '/usr/lib/code/code',
      '/opt/visual-studio-code/code',
      '/snap/code/current/usr/share/code/code',
    ],
    ...[join(mac, 'Code'), join(mac, 'Electron')],
    ...windows.map((folder) => join(folder, 'Microsoft VS Code', 'Code.exe')),
  ];
}

/** Desktop VS Code keeps its version in a file beside itself; other programs are asked. */
function versionOf(executable: string): string {
  const folder = dirname(executable);
  const manifest = [join(folder, 'resources/app/package.json'), join(folder, '../Resources/app/package.json')].find(
    existsSync,
  );
  if (manifest !== undefined) return JSON.parse(readFileSync(manifest, 'utf8')).version;
  try {
    return (
      execFileSync(executable, ['--version'], { encoding: 'utf8', timeout: 10_000, stdio: 'pipe' }).split('\n')[0] ?? ''
    );
  } catch {
    return 'version unknown';
  }
}
