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

function toDiagnostic(document: ParsedDocument, finding: Finding, options: DiagnosticOptions): Diagnostic {
  const { rule, problem, severity } = finding;
  const { uri, locale, rulePage } = options;
  const { message, notes } = wordsOf(finding, locale);
  return {
    range: document.positions.range(problem.span),
    severity: SEVERITY[severity],
    code: rule.code,
    ...(rulePage !== undefined && { codeDescription: { href: rulePage(rule.code) } }),
    source: SOURCE,
    message,
    ...(rule.tag !== undefined && { tags: [TAGS[rule.tag]] }),
    data: { code: rule.code, session: finding.session.key } satisfies DiagnosticData,
    relatedInformation: problem.related.map(({ span }, index) => ({
      location: { uri, range: document.positions.range(span) },
      message: notes[index] ?? '',
    })),
  };
}

/** What is said of a finding does not change with an edit elsewhere, which leaves the finding as it is. */
function wordsOf(finding: Finding, locale: Locale): Words {
  const known = WORDS.get(finding.problem);
  if (known?.locale === locale) return known;
  const notes = finding.problem.related.map((related) => noteOf(related, locale));
  const words = { locale, message: messageOf(finding, locale), notes };
  WORDS.set(finding.problem, words);
  return words;
}

interface Words {
  readonly locale: Locale;
  readonly message: string;
  /** Of what is related, in its order. */
  readonly notes: readonly string[];
}

const WORDS = new WeakMap<Problem, Words>();

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
