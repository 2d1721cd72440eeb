import type { Locale } from '../reference/entry';
import { byPlace, type Finding, judge, silencedBy } from '../rules/judge';
import type { Severity } from '../rules/rule';
import { messageOf, noteOf } from '../rules/words';
import type { Comment } from '../transcript/reader';
import { readFile, UsageError } from './input';

export type CheckFormat = 'text' | 'json';

interface CheckOptions {
  readonly locale: Locale;
  readonly dialect: string | undefined;
  readonly format: CheckFormat;
}

/** One line of the output, positions 1-based. */
interface Report {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly category: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly { readonly line: number; readonly message: string }[];
}

/** Prints the findings of each file in the order of its lines. Resolves to 1 when one is a warning or an error. */
export async function check(files: readonly string[], options: CheckOptions): Promise<number> {
  if (files.length === 0) throw new UsageError('check needs a file, or - for standard input');
  let bad = false;
  for (const file of files) {
    const { findings, recognised, empty } = await findingsOf(file, options.dialect);
    for (const finding of findings) {
      bad ||= finding.severity === 'error' || finding.severity === 'warning';
      await write(reportOf(file, finding, options.locale), options.format);
    }
    if (!recognised && !empty) await write(notRecognised(file, options.locale), options.format);
  }
  return bad ? 1 : 0;
}

async function findingsOf(file: string, dialect: string | undefined) {
  const findings: Finding[] = [];
  const comments: Comment[] = [];
  const read = await readFile(file, dialect, {
    onSession: (session) => findings.push(...judge(session)),
    onComment: (comment) => comments.push(comment),
  });
  const silenced = silencedBy(comments);
  return {
    findings: findings.filter((finding) => !silenced(finding)).sort(byPlace),
    recognised: read.dialect !== undefined,
    empty: read.lineCount === 0,
  };
}

function reportOf(file: string, finding: Finding, locale: Locale): Report {
  const { rule, problem, severity } = finding;
  const { span } = problem;
  return {
    file,
    line: span.line + 1,
    column: span.start + 1,
    endLine: span.line + 1,
    endColumn: span.end + 1,
    rule: rule.code,
    category: rule.category,
    severity,
    message: messageOf(finding, locale),
    related: problem.related.map((related) => ({ line: related.span.line + 1, message: noteOf(related, locale) })),
  };
}

/** The one thing to say about a file that is no transcript. */
export const NOT_RECOGNISED = {
  en: 'Not recognised as an SMTP transcript',
  'zh-cn': '未识别为 SMTP 会话记录',
} as const;

function notRecognised(file: string, locale: Locale): Report {
  return {
    file,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    rule: 'file.not-recognised',
    category: 'framing',
    severity: 'information',
    message: NOT_RECOGNISED[locale],
    related: [],
  };
}

async function write(report: Report, format: CheckFormat): Promise<void> {
  const text = format === 'json' ? JSON.stringify(report) : asText(report);
  if (process.stdout.write(`${text}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

function asText({ file, line, column, severity, message, rule, related }: Report): string {
  const notes = related.slice(0, 8).map((each) => `\n    ${file}:${each.line}: ${each.message}`);
  return `${file}:${line}:${column}: ${severity}: ${message} [${rule}]${notes.join('')}`;
}
