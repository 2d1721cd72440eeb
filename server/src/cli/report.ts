import type { Locale } from '../reference/entry';
import type { FoundAcross } from '../rules/judge';
import type { Category, Severity } from '../rules/rule';
import { messageOf, noteOf } from '../rules/words';
import { owned } from '../transcript/lines';
import { adviceOf, type BinaryKind } from './binary';

/** One line of the output of `check`; lines and columns are 1-based, the end column is the one after the last. */
export interface Report {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly { readonly line: number; readonly message: string }[];
}

/** It keeps nothing of the text that was read, however long it waits for its turn. */
export function reportOf(file: string, finding: FoundAcross, locale: Locale): Report {
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
    message: owned(messageOf(finding, locale)),
    related: problem.related.map((related) => ({
      line: related.span.line + 1,
      message: owned(noteOf(related, locale)),
    })),
  };
}

const NOT_RECOGNISED = { en: 'Not recognised as an SMTP transcript', 'zh-cn': '未识别为 SMTP 会话记录' } as const;

/** The one thing to say about a file that is no transcript. */
export function notRecognised(file: string, locale: Locale): Report {
  return ofFile(file, NOT_RECOGNISED[locale]);
}

/** The same of a file that is no text. */
export function notText(file: string, locale: Locale, kind: BinaryKind): Report {
  return ofFile(file, adviceOf(kind)[locale]);
}

function ofFile(file: string, message: string): Report {
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const kind = { rule: 'file.not-recognised', category: 'framing', severity: 'information' } as const;
  return { file, ...start, ...kind, message, related: [] };
}

/** What a format makes of the reports: text for each as it comes, text at the end, or both. */
export interface Format {
  readonly each?: (report: Report, line: string | undefined) => string;
  readonly end?: (reports: readonly Report[], files: readonly string[]) => string;
  /** It shows the line that a finding is in. */
  readonly wantsLines?: boolean;
}
