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
import { fixAllEdit, mended, preferredFix } from './fixAll';
import { OPEN_REFERENCE } from './hover/layout';
import type { ParsedDocument } from './parsedDocument';
import { convertActions, joinActions, redactActions, SESSION_KIND, sessionActions } from './sessionActions';

export interface CodeActionRequest {
  readonly uri: string;
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  /** Kinds the client asks for; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly locale: Locale;
  /** The client asks for the edit of an action when it is chosen. */
  readonly resolves: boolean;
  /** The client has our commands. */
  readonly commands: boolean;
  /** A person asked: not only what mends, but all that can be done here. */
  readonly invoked: boolean;
}

/** `source.fixAll` of this tool. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.smtp`;

/** The kinds that the server announces. */
export const ACTION_KINDS: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.RefactorExtract,
  SESSION_KIND,
  FIX_ALL,
];

/** Commands of the client that actions may call. */
export const PICK_DIALECT = 'smtp.pickDialect';
export const REPORT_FORMAT = 'smtp.reportFormat';
export const TURN_OFF = 'smtp.turnOffRule';

const TITLES = {
  fixAll: { en: 'Fix all in this session', 'zh-cn': '修复此会话中的所有问题' },
  fixFile: { en: 'Fix all SMTP problems', 'zh-cn': '修复所有 SMTP 问题' },
  pick: { en: 'Choose the program that wrote this file…', 'zh-cn': '选择写出此文件的程序…' },
  report: { en: 'Report this format…', 'zh-cn': '报告此格式…' },
  explain: { en: 'Explain {code}', 'zh-cn': '解释 {code}' },
  silence: { en: 'Silence {code} on this line', 'zh-cn': '在此行忽略 {code}' },
  silenceFile: { en: 'Silence {code} in this file', 'zh-cn': '在此文件中忽略 {code}' },
  turnOff: { en: 'Turn off {code} in this workspace', 'zh-cn': '在此工作区中关闭 {code}' },
} as const;

/**
 * Quick fixes for the findings in the range, and "fix all" for their session and for the file; when a person asks, what
 * else can be done with the lines.
 */
export function codeActions(document: ParsedDocument, request: CodeActionRequest): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(request, CodeActionKind.QuickFix)) {
    const findings = findingsIn(document, request.range);
    for (const finding of findings) actions.push(...fixesOf(document, finding, request));
    const session = findings[0]?.session;
    if (session !== undefined && preferredCount(document, session) > 1) {
      actions.push(fixAllAction(document, request, CodeActionKind.QuickFix, session.key));
    }
    for (const finding of onePerRule(findings)) actions.push(...explain(document, finding, request));
    for (const finding of findings) actions.push(...silence(document, finding, request));
    for (const finding of onePerRule(findings)) actions.push(...silenceMore(document, finding, request));
    actions.push(...pickDialect(request));
  }
  if (request.invoked) actions.push(...others(document, request));
  if (wants(request, FIX_ALL) && document.findings.some((finding) => preferredFix(finding) !== undefined)) {
    actions.push(fixAllAction(document, request, FIX_ALL, undefined));
  }
  return actions;
}

/** What can be done with a range that has nothing to do with what is wrong in it. */
function others(document: ParsedDocument, request: CodeActionRequest): CodeAction[] {
  const { uri, locale, range, resolves, commands } = request;
  const first = document.positions.place(range.start).line;
  const last = document.positions.place(range.end).line;
  return [
    ...redactActions(document, uri, { first, last }, locale),
    ...convertActions(document, uri, resolves, locale),
    ...joinActions(document, uri, locale),
    ...(commands ? sessionActions(document, uri, first, locale) : []),
  ].filter(({ kind = '' }) => wants(request, kind));
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
  return resolves ? action : resolveFixAll(document, mended(document, session), action);
}

/** Fills in the edit of a "fix all" action: `after` is what it makes of the document. */
export function resolveFixAll(document: ParsedDocument, after: ParsedDocument, action: CodeAction): CodeAction {
  const { uri } = action.data as FixAllData;
  const edit = fixAllEdit(document, after);
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

/** In the whole file by a comment at its top, in the workspace by the editor's settings. */
function silenceMore(document: ParsedDocument, { rule }: Finding, request: CodeActionRequest): CodeAction[] {
  const { uri, locale, commands } = request;
  const actions: CodeAction[] = [];
  if (document.detectionAt(0).dialect?.comment !== undefined) {
    const start = { line: 0, character: 0 };
    const newText = `# smtp-disable ${rule.code}\n`;
    const title = TITLES.silenceFile[locale].replace('{code}', rule.code);
    actions.push(action(title, CodeActionKind.QuickFix, uri, [{ range: { start, end: start }, newText }]));
  }
  if (commands) actions.push(command(TITLES.turnOff[locale].replace('{code}', rule.code), TURN_OFF, rule.code));
  return actions;
}

/** The rule's page. */
function explain(document: ParsedDocument, finding: Finding, request: CodeActionRequest): CodeAction[] {
  if (!request.commands) return [];
  const { code } = finding.rule;
  const diagnostics = diagnosticsOf(document, finding, request);
  return [{ ...command(TITLES.explain[request.locale].replace('{code}', code), OPEN_REFERENCE, code), diagnostics }];
}

function pickDialect({ diagnostics, locale, uri, commands }: CodeActionRequest): CodeAction[] {
  if (!commands || !diagnostics.some(({ code }) => code === NOT_RECOGNISED_CODE)) return [];
  return [command(TITLES.pick[locale], PICK_DIALECT, uri), command(TITLES.report[locale], REPORT_FORMAT, uri)];
}

function command(title: string, id: string, argument: string): CodeAction {
  return { title, kind: CodeActionKind.QuickFix, command: { title, command: id, arguments: [argument] } };
}

function onePerRule(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ rule }, index) => findings.findIndex((each) => each.rule === rule) === index);
}

function preferredCount(document: ParsedDocument, session: Session): number {
  return document.findings.filter((finding) => finding.session === session && preferredFix(finding) !== undefined)
    .length;
}
