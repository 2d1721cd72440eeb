import { relative } from 'node:path';
import { configFile, nearestConfig } from '../configFiles';
import type { Locale } from '../reference/entry';
import { newJudge, SEVERITIES } from '../rules/judge';
import { type Policy, underPolicy } from '../rules/presets';
import type { Severity } from '../rules/rule';
import { Silencing } from '../rules/silencing';
import type { Line } from '../transcript/transcript';
import { type Baseline, readBaseline, writeBaseline } from './baseline';
import { fixFile } from './fix';
import { github } from './formats/github';
import { json } from './formats/json';
import { junit } from './formats/junit';
import { sarif } from './formats/sarif';
import { text } from './formats/text';
import { folderOf, readFile, UsageError } from './input';
import { print } from './output';
import { type Format, notRecognised, type Report, reportOf } from './report';

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
}

/** Prints the findings of each file in the order of its lines. Resolves to 1 when one is of the exit severity or worse. */
export async function check(files: readonly string[], options: CheckOptions): Promise<number> {
  if (files.length === 0) throw new UsageError('check needs a file, or - for standard input');
  const format = await formatOf(options);
  const baseline = options.baseline === undefined ? undefined : await readBaseline(options.baseline);
  const all: Report[] = [];
  let bad = false;
  for (const file of files) {
    if (options.fix !== 'no') await fixFile(file, options.fix, options.dialect);
    const { reports, lineOf } = await reportsOf(file, options, baseline, format);
    for (const report of reports) {
      bad ||= SEVERITIES.indexOf(report.severity) <= SEVERITIES.indexOf(options.exitSeverity);
      if (format.each !== undefined) await print(format.each(report, lineOf(report.line)));
    }
    if (format.end !== undefined || options.writeBaseline !== undefined) all.push(...reports);
  }
  if (format.end !== undefined)
    await print(
      format.end(
        all,
        files.map((file) => nameOf(file, options)),
      ),
    );
  if (options.writeBaseline !== undefined) await writeBaseline(options.writeBaseline, all);
  return bad && options.writeBaseline === undefined ? 1 : 0;
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

async function reportsOf(file: string, options: CheckOptions, baseline: Baseline | undefined, format: Format) {
  const config = await configOf(file, options);
  const name = nameOf(file, options);
  const silencing = new Silencing();
  const judge = newJudge(config.rules, config.thresholds);
  const kept = new KeptLines();
  const reports: Report[] = [];
  const read = await readFile(file, options.dialect, {
    // A session is let go as soon as it is judged: what is kept of it are words. Comments up to its end are known.
    onSession(session) {
      for (const finding of underPolicy(judge(session), config)) {
        if (!silencing.covers(finding)) reports.push(reportOf(name, finding, options.locale));
      }
    },
    onComment: (comment) => silencing.add(comment),
    ...(format.wantsLines === true && { onLine: (line) => kept.add(line) }),
  });
  reports.sort(byLine);
  if (read.dialect === undefined && read.lineCount > 0) reports.push(notRecognised(name, options.locale));
  const fresh = baseline === undefined ? reports : reports.filter((report) => !baseline.covers(report));
  return { reports: fresh, lineOf: (line: number) => kept.get(line) };
}

/** Order of the file, then the more severe first. */
function byLine(a: Report, b: Report): number {
  const worse = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  return a.line - b.line || a.column - b.column || worse;
}

/** The text of a file's lines, to show them; given up for a file that is too large to be kept. */
class KeptLines {
  #lines: string[] = [];
  #size = 0;

  add({ text }: Line): void {
    this.#size += text.length;
    if (this.#size > MOST_KEPT) this.#lines = [];
    else this.#lines.push(text);
  }

  /** `line` is 1-based. */
  get(line: number): string | undefined {
    return this.#lines[line - 1];
  }
}

/** Characters. */
const MOST_KEPT = 8 * 1024 * 1024;

async function configOf(file: string, options: CheckOptions): Promise<Policy> {
  try {
    return options.config === undefined ? await nearestConfig(folderOf(file)) : await configFile(options.config);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(relativeTo(message));
  }
}

function relativeTo(message: string): string {
  const [file = '', ...rest] = message.split(': ');
  return [relative(process.cwd(), file) || file, ...rest].join(': ');
}
