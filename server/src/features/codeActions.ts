import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Locale } from '../reference/entry';
import type { Finding } from '../rules/judge';
import { titleOf } from '../rules/words';
import type { Session } from '../transcript/reader';
import { editsOf } from './applyFix';
import { NOT_RECOGNISED_CODE } from './diagnostics';
import { fixAllEdit, preferredFix } from './fixAll';
import type { ParsedDocument } from './parsedDocument';

export interface CodeActionRequest {
  readonly uri: string;
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  /** Kinds the client asks for; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly locale: Locale;
  /** The client asks for the edit of an action when it is chosen. */
  readonly resolves: boolean;
}

/** `source.fixAll` of this tool. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.smtp`;

/** Commands of the client that actions may call. */
export const PICK_DIALECT = 'smtp.pickDialect';

const TITLES = {
  fixAll: { en: 'Fix all in this session', 'zh-cn': '修复此会话中的所有问题' },
  fixFile: { en: 'Fix all SMTP problems', 'zh-cn': '修复所有 SMTP 问题' },
  pick: { en: 'Choose the program that wrote this file…', 'zh-cn': '选择写出此文件的程序…' },
  silence: { en: 'Silence {code} on this line', 'zh-cn': '在此行忽略 {code}' },
} as const;

/** Quick fixes for the findings in the range, and "fix all" for their session and for the file. */
export function codeActions(document: ParsedDocument, request: CodeActionRequest): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(request, CodeActionKind.QuickFix)) {
    const findings = findingsIn(document, request.range);
    for (const finding of findings) actions.push(...fixesOf(document, finding, request));
    const session = findings[0]?.session;
    if (session !== undefined && preferredCount(document, session) > 1) {
      actions.push(fixAllAction(document, request, CodeActionKind.QuickFix, session.key));
    }
    for (const finding of findings) actions.push(...silence(document, finding, request));
    actions.push(...pickDialect(request));
  }
  if (wants(request, FIX_ALL) && document.findings.some((finding) => preferredFix(finding) !== undefined)) {
    actions.push(fixAllAction(document, request, FIX_ALL, undefined));
  }
  return actions;
}

/** What an action needs to be resolved: mending reads the text anew, which waits until somebody asks. */
export interface FixAllData {
  readonly uri: string;
  readonly session?: string;
}

function fixAllAction(
  document: ParsedDocument,
  { uri, locale, resolves }: CodeActionRequest,
  kind: string,
  session: string | undefined,
): CodeAction {
  const title = (session === undefined ? TITLES.fixFile : TITLES.fixAll)[locale];
  const data: FixAllData = { uri, ...(session !== undefined && { session }) };
  const action: CodeAction = { title, kind, data };
  return resolves ? action : resolveFixAll(document, action);
}

/** Fills in the edit of a "fix all" action. */
export function resolveFixAll(document: ParsedDocument, action: CodeAction): CodeAction {
  const { uri, session } = action.data as FixAllData;
  const edit = fixAllEdit(document, session);
  return edit === undefined ? action : { ...action, edit: { changes: { [uri]: [edit] } } };
}

function wants({ only }: CodeActionRequest, kind: string): boolean {
  return only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`));
}

function findingsIn(document: ParsedDocument, range: Range): Finding[] {
  return document.findings.filter(({ problem }) => {
    const { start, end } = document.positions.range(problem.span);
    return start.line <= range.end.line && end.line >= range.start.line;
  });
}

function fixesOf(document: ParsedDocument, finding: Finding, request: CodeActionRequest): CodeAction[] {
  const fixes = finding.rule.fixes?.(finding.problem, finding.session) ?? [];
  const diagnostics = diagnosticsOf(document, finding, request);
  return fixes.map((fix) => ({
    ...action(titleOf(fix, request.locale), CodeActionKind.QuickFix, request.uri, editsOf(document, fix)),
    diagnostics,
    ...(fix.preferred && { isPreferred: true }),
  }));
}

function diagnosticsOf(document: ParsedDocument, { rule, problem }: Finding, request: CodeActionRequest): Diagnostic[] {
  const { start } = document.positions.range(problem.span);
  return request.diagnostics.filter(
    ({ code, range }) =>
      code === rule.code && range.start.line === start.line && range.start.character === start.character,
  );
}

function action(title: string, kind: string, uri: string, edits: readonly TextEdit[]): CodeAction {
  return { title, kind, edit: { changes: { [uri]: [...edits] } } };
}

function silence(document: ParsedDocument, { rule, problem }: Finding, request: CodeActionRequest): CodeAction[] {
  const { dialect } = document.detectionAt(problem.span.line);
  if (dialect?.comment === undefined) return [];
  const at = document.positions.position(problem.span.line, 0);
  const newText = `# smtp-disable-next-line ${rule.code}\n`;
  const title = TITLES.silence[request.locale].replace('{code}', rule.code);
  return [action(title, CodeActionKind.QuickFix, request.uri, [{ range: { start: at, end: at }, newText }])];
}

function pickDialect({ diagnostics, locale, uri }: CodeActionRequest): CodeAction[] {
  if (!diagnostics.some(({ code }) => code === NOT_RECOGNISED_CODE)) return [];
  const title = TITLES.pick[locale];
  return [{ title, kind: CodeActionKind.QuickFix, command: { title, command: PICK_DIALECT, arguments: [uri] } }];
}

function preferredCount(document: ParsedDocument, session: Session): number {
  return document.findings.filter((finding) => finding.session === session && preferredFix(finding) !== undefined)
    .length;
}
