/** `npm run docs`: writes the pages that come from the code. `--check` only says whether they are up to date. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pages } from './pages';

const repository = resolve(__dirname, '../..');

const check = process.argv.includes('--check');
let stale = 0;
for (const [path, text] of pages(repository)) {
  const file = join(repository, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  stale++;
  if (check) console.error(`${path} is not up to date: npm run docs`);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(path);
  }
}
if (check && stale > 0) process.exitCode = 1;
