/** `npm run screenshots`: takes the pictures under docs/images/ anew, in the packaged workbench. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repository, screenshots, temporaryFolder } from '../test/e2e/paths';

/** Octets of one picture: they are part of the package and of the README. */
const LARGEST = 120_000;
const PREFIX = 'picture-';

const pictures = () => readdirSync(screenshots).filter((file) => file.startsWith(PREFIX));

function main(): number {
  const folder = temporaryFolder('screenshots');
  const workspace = join(folder, 'workspace');
  cpSync(join(repository, 'test/e2e/workspace'), workspace, { recursive: true });
  mkdirSync(screenshots, { recursive: true });
  for (const file of pictures()) rmSync(join(screenshots, file));
  const { status } = spawnSync(
    process.execPath,
    [
      join(repository, 'out/e2e/workbench-host.cjs'),
      `--extensionTestsPath=${join(repository, 'out/e2e/pictures.cjs')}`,
      `--extensionDevelopmentPath=${repository}`,
      `--user-data-dir=${join(folder, 'user-data')}`,
      workspace,
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) return 1;
  let tooLarge = 0;
  for (const file of pictures()) {
    const path = join(repository, 'docs/images', file.slice(PREFIX.length));
    copyFileSync(join(screenshots, file), path);
    const { size } = statSync(path);
    if (size > LARGEST) tooLarge++;
    console.log(`${path} ${size} octets${size > LARGEST ? ': too large' : ''}`);
  }
  return tooLarge === 0 ? 0 : 1;
}

process.exitCode = main();
