/** What docs/editors.md tells people to write, for the tests that try it in the editors. */
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onPath } from '../e2e/browser';

/** The transcript that every editor opens: all recipients refused, then DATA all the same. */
export const SAMPLE = resolve('test/e2e/workspace/deploy-failure.smtp');

const PAGE = readFileSync('docs/editors.md', 'utf8');

/** The first fenced block of a language after a heading of the page. */
export function block(heading: string, language: string): string {
  const section = PAGE.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  const start = section.indexOf(`\`\`\`${language}\n`);
  assert.ok(start >= 0, `docs/editors.md has no ${language} for ${heading}`);
  const from = section.indexOf('\n', start) + 1;
  return section.slice(from, section.indexOf('\n```', from) + 1);
}

/** Puts the product into `folder` under the name that the page tells people to call. */
export function installProgram(folder: string): void {
  const program = join(folder, 'smtp-transcripts');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.cjs')}' "$@"\n`);
  chmodSync(program, 0o755);
}

/**
 * Whether an editor is to be tried. Editors are no dependency of the project: where one is missing nothing is claimed
 * about it. `.ci/run` names in `SMTP_EDITORS` the ones that it installed: those have to be there.
 */
export function isTried(...programs: readonly [string, ...string[]]): boolean {
  const promised = (process.env.SMTP_EDITORS ?? '').split(' ').includes(programs[0]);
  return promised || programs.every((program) => onPath(program) !== undefined);
}
