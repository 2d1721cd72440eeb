import { relative } from 'node:path';
import { configFile, nearestConfig } from '../configFiles';
import type { Locale } from '../reference/entry';
import type { Policy } from '../rules/presets';
import type { Severity } from '../rules/rule';
import { readBaseline } from './baseline';
import { reportsOf } from './findings';
import { fixFile } from './fix';
import { github } from './formats/github';
import { json } from './formats/json';
import { junit } from './formats/junit';
import { sarif } from './formats/sarif';
import { text } from './formats/text';
import { folderOf, NotTextError, UsageError } from './input';
import type { Manner, Placed } from './part';
import { Printer } from './printer';
import { type Format, notText } from './report';
import { SourceLines } from './sourceLines';
import { share } from './threads/share';

export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface CheckOptions {
  readonly locale: Locale;
  readonly dialect: string | undefined;
  readonly format: CheckFormat;
  readonly version: string;
  /** Exit code 1 from this severity on. */
  readonly exitSeverity: Severity;
  /** A configuration file in place of the nearest `.smtprc.json`. */
  readonly config: string | undefined;
  /** What `-` is called in the output. */
  readonly stdinName: string | undefined;
  /** Known findings that are not reported. */
  readonly baseline: string | undefined;
  /** Where to write all findings as known. */
  readonly writeBaseline: string | undefined;
  /** Apply the certain fixes: to the files, or only as a diff on standard output. */
  readonly fix: 'no' | 'write' | 'diff';
  /** How many threads read; undefined: as many as the files are worth. */
  readonly threads: number | undefined;
  /** The program whose worker threads read. */
  readonly program: string;
}

/** Prints the findings of each file in the order of its lines. Resolves to 1 when one is of the exit severity or worse. */
export async function check(files: readonly string[], options: CheckOptions): Promise<number> {
  if (files.length === 0) throw new UsageError('check needs a file, or - for standard input');
  const baseline = options.baseline === undefined ? undefined : await readBaseline(options.baseline);
  const printer = new Printer(await formatOf(options), options, baseline);
  const mannerOf = manners(options);
  // A fix changes the file before it is checked.
  const threads = options.fix === 'no' ? options.threads : 1;
  const shared = await share(files, { ...options, threads }, mannerOf);
  try {
    for (const [position, file] of files.entries()) {
      if (options.fix !== 'no') await fixFile(file, options.fix, options.dialect);
      await checkFile(file, await mannerOf(file), printer, shared.read(position));
    }
  } finally {
    await shared.close();
  }
  return printer.end(files.map((file) => nameOf(file, options)));
}

async function formatOf({ format, version }: CheckOptions): Promise<Format> {
  switch (format) {
    case 'text':
      return text(process.stdout.isTTY === true && process.env.NO_COLOR === undefined);
    case 'json':
      return json;
    case 'github':
      return github;
    case 'junit':
      return junit;
    case 'sarif':
      return sarif(version, (await import('../rules/pages')).rulePages);
    default:
      return format satisfies never;
  }
}

function nameOf(file: string, { stdinName }: CheckOptions): string {
  return file === '-' ? (stdinName ?? '-') : file;
}

/** Prints what one file gives. `shared`: what other threads read of it. */
async function checkFile(
  file: string,
  manner: Manner,
  printer: Printer,
  shared: AsyncIterable<Placed> | undefined,
): Promise<void> {
  const source = await SourceLines.of(file, printer.wantsLines);
  const reading = { shared, onText: source.onText, early: source.complete };
  try {
    for await (const reports of reportsOf(file, manner, reading)) await printer.print(reports, source);
  } catch (error) {
    // It may be one of many, such as the rotated logs of a folder: the others are checked all the same.
    if (!(error instanceof NotTextError)) throw error;
    await printer.print([notText(manner.name, manner.locale, error.kind)], source);
  } finally {
    await source.close();
  }
}

/** How each file is judged; a folder's configuration is looked for once. */
function manners(options: CheckOptions): (file: string) => Promise<Manner> {
  const policies = new Map<string, Promise<Policy>>();
  const { dialect, locale } = options;
  return async (file) => {
    const folder = folderOf(file);
    const policy = policies.get(folder) ?? policyIn(folder, options);
    policies.set(folder, policy);
    return { name: nameOf(file, options), dialect, locale, policy: await policy };
  };
}

async function policyIn(folder: string, options: CheckOptions): Promise<Policy> {
  try {
    return options.config === undefined ? await nearestConfig(folder) : await configFile(options.config);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(relativeTo(message));
  }
}

function relativeTo(message: string): string {
  const [file = '', ...rest] = message.split(': ');
  return [relative(process.cwd(), file) || file, ...rest].join(': ');
}
