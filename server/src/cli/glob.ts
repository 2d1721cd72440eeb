import { glob } from 'tinyglobby';
import { UsageError } from './input';

/** The files that the arguments name; a pattern that no shell expanded stands for what it matches. */
export async function filesOf(args: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const arg of args) {
    if (!/[*?[{]/.test(arg)) files.push(arg);
    else {
      const found = await glob(arg.replace(/\\/g, '/'), { dot: false, ignore: ['**/node_modules/**', '**/.git/**'] });
      // A file may have such a name; reading it says so when it does not.
      if (found.length === 0 && !/[*?]/.test(arg)) files.push(arg);
      else if (found.length === 0) throw new UsageError(`${arg}: no file matches`);
      else for (const file of found.sort()) files.push(file);
    }
  }
  return [...new Set(files)];
}
