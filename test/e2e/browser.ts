import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { recentNode } from './packagedWorkbench';
import { cachedPackage, run } from './packages';

/** A Chromium that can be driven. */
export interface Browser {
  readonly executable: string;
  /** What it needs in its environment, beyond what it inherits. */
  readonly env: Readonly<Record<string, string>>;
}

/** An installed Chromium, else Debian's (as root), else the one that npm carries. */
export async function chromium(): Promise<Browser> {
  const installed = installedChromium();
  if (installed !== undefined) return { executable: installed, env: {} };
  await installDebianChromium();
  const debian = installedChromium();
  return debian === undefined ? npmChromium() : { executable: debian, env: {} };
}

/** The Chromium, Chrome or Edge of this machine: `CHROME_PATH` first, then the usual names and places. */
export function installedChromium(): string | undefined {
  const explicit = process.env.CHROME_PATH;
  if (explicit !== undefined && explicit !== '') {
    if (!existsSync(explicit)) throw new Error(`CHROME_PATH names a file that does not exist: ${explicit}`);
    return explicit;
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return names.map(onPath).find((path) => path !== undefined) ?? usualPlaces().find(existsSync);
}

/** The file that the shell would run for this name. */
export function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

function usualPlaces(): string[] {
  const programs = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
  const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  return [
    ...applications,
    ...programs.flatMap((folder) =>
      folder === undefined
        ? []
        : [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')],
    ),
  ];
}

async function installDebianChromium(): Promise<void> {
  const aptGet = onPath('apt-get');
  if (aptGet === undefined || process.getuid?.() !== 0) return;
  console.log("Installing Debian's chromium (about 100 MB to fetch, 400 MB on disk) …");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  try {
    await run(aptGet, ['update', ...wait], '/', env);
    await run(aptGet, ['install', '-y', '--no-install-recommends', ...wait, 'chromium', 'fonts-dejavu-core'], '/', env);
  } catch (error) {
    console.log(`It cannot be installed here: ${error instanceof Error ? error.message : error}`);
  }
}

/** The machine's fonts where there are any, and the one that the package brings. */
const fontsConfiguration = `<?xml version="1.0"?>
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

async function npmChromium(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium was found: install one, or name one in CHROME_PATH.');
  }
  const node = await recentNode();
  const folder = await cachedPackage({
    name: '@sparticuz/chromium',
    version: '153.0.0',
    integrity: 'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
    purpose: 'a Chromium with its libraries',
    size: 'about 70 MB to fetch, 300 MB on disk',
    prepare: (installed) => unpack(node, installed),
  });
  const files = join(folder, 'unpacked');
  return {
    executable: join(files, 'chromium'),
    env: { LD_LIBRARY_PATH: join(files, 'al2023', 'lib'), FONTCONFIG_FILE: join(files, 'fonts.conf') },
  };
}

/** The package unpacks into the temporary folder, and adds the libraries only where it takes the machine for Amazon's. */
async function unpack(node: string, folder: string): Promise<void> {
  const files = join(folder, 'unpacked');
  await mkdir(files);
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  await run(node, ['-e', script], folder, {
    ...process.env,
    TMPDIR: files,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  });
  await writeFile(join(files, 'fonts.conf'), fontsConfiguration);
}
