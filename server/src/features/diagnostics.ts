import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Locale } from '../reference/entry';
import type { Finding } from '../rules/judge';
import type { Problem, Severity } from '../rules/rule';
import { messageOf, noteOf } from '../rules/words';
import type { ParsedDocument } from './parsedDocument';

/** What clients see as the origin of our diagnostics. */
export const SOURCE = 'smtp';

/** Where the rules are documented; the code's page follows. */
export interface DiagnosticOptions {
  readonly uri: string;
  readonly locale: Locale;
  /** Address of a rule's page; absent where the client cannot open one. */
  readonly rulePage?: (code: string) => string;
  /** The user asked for this file to be read, or its name says that it is a transcript. */
  readonly expected: boolean;
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings as LSP diagnostics, in the order of the file. */
export function diagnostics(document: ParsedDocument, options: DiagnosticOptions): Diagnostic[] {
  if (document.transcript.detection.dialect === undefined) return notRecognised(document, options);
  return document.findings.map((finding) => toDiagnostic(document, finding, options));
}

/** An edit elsewhere leaves a finding as it is, and so what is said of it. */
function toDiagnostic(document: ParsedDocument, finding: Finding, options: DiagnosticOptions): Diagnostic {
  const known = MADE.get(finding.problem);
  if (known !== undefined && isSame(known, document, finding, options)) return known.diagnostic;
  const { rule, problem, severity } = finding;
  const { uri, locale, rulePage } = options;
  const diagnostic: Diagnostic = {
    range: document.positions.range(problem.span),
    severity: SEVERITY[severity],
    code: rule.code,
    ...(rulePage !== undefined && { codeDescription: { href: rulePage(rule.code) } }),
    source: SOURCE,
    message: messageOf(finding, locale),
    ...(rule.tag !== undefined && { tags: [TAGS[rule.tag]] }),
    data: { code: rule.code, session: finding.session.key } satisfies DiagnosticData,
    relatedInformation: problem.related.map((related) => ({
      location: { uri, range: document.positions.range(related.span) },
      message: noteOf(related, locale),
    })),
  };
  MADE.set(problem, { diagnostic, session: finding.session.key, options });
  return diagnostic;
}

interface Made {
  readonly diagnostic: Diagnostic;
  /** Its key at that time. */
  readonly session: string;
  readonly options: DiagnosticOptions;
}

const MADE = new WeakMap<Problem, Made>();

function isSame(
  { diagnostic, session, options: { uri, locale, rulePage } }: Made,
  { positions }: ParsedDocument,
  finding: Finding,
  options: DiagnosticOptions,
): boolean {
  if (uri !== options.uri || locale !== options.locale || rulePage !== options.rulePage) return false;
  return positions.plain && session === finding.session.key && diagnostic.severity === SEVERITY[finding.severity];
}

const TAGS = { obsolete: DiagnosticTag.Deprecated, superfluous: DiagnosticTag.Unnecessary } as const;

/** What a client gets back with the diagnostic when it asks for its actions. */
export interface DiagnosticData {
  readonly code: string;
  readonly session: string;
}

/** What is wrong with a configuration file, at its beginning. */
export function configDiagnostic(message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: { line: 0, character: 1 } },
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    message,
  };
}

/** The one code that no rule has: the file is no transcript. */
export const NOT_RECOGNISED_CODE = 'file.not-recognised';

const NOT_RECOGNISED = {
  en: 'Not recognised as an SMTP transcript. If it is one, choose the program that wrote it.',
  'zh-cn': '未识别为 SMTP 会话记录。如果它是，请选择写出它的程序。',
} as const;

function notRecognised(document: ParsedDocument, { locale, expected }: DiagnosticOptions): Diagnostic[] {
  if (!expected || document.text.trim() === '') return [];
  const start = { line: 0, character: 0 };
  return [
    {
      range: { start, end: start },
      severity: DiagnosticSeverity.Information,
      code: NOT_RECOGNISED_CODE,
      source: SOURCE,
      message: NOT_RECOGNISED[locale],
    },
  ];
}
