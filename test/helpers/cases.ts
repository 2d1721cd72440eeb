/** The transcripts in `test/cases`. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const FOLDER = 'test/cases';

/** A case: its name, why, the transcript, what must be found. */
export const CASE = /^## (.+)\n([\s\S]*?)^```smtp\n([\s\S]*?)^```\n+```text\n([\s\S]*?)^```$/gm;

export function caseFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${FOLDER}/${name}`);
}

/** The transcripts of all files, by file and name. */
export function caseTranscripts(): [string, string][] {
  return caseFiles().flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(CASE)].map(([, name = '', , text = '']): [string, string] => [
      `${basename(path, '.md')}, ${name}`,
      text,
    ]),
  );
}
