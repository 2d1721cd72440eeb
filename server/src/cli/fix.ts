import { writeFile } from 'node:fs/promises';
import { createTwoFilesPatch } from 'diff';
import { mended } from '../features/fixAll';
import { ParsedDocument } from '../features/parsedDocument';
import { chooseDialect, readText, UsageError } from './input';
import { print } from './output';

/** Applies the certain fixes to a file, or prints what they would change as a unified diff. */
export async function fixFile(file: string, how: 'write' | 'diff', dialectId: string | undefined): Promise<void> {
  if (file === '-' && how === 'write') throw new UsageError('--fix cannot write to standard input; use --fix-dry-run');
  const dialect = dialectId === undefined ? undefined : chooseDialect(dialectId);
  const before = new ParsedDocument(await readText(file), dialect);
  const after = mended(before).text;
  if (after === before.text) return;
  if (how === 'write') await writeFile(file, before.endedLikeSource(after));
  else await print(createTwoFilesPatch(file, file, before.text, after, undefined, undefined, { context: 3 }).trimEnd());
}
