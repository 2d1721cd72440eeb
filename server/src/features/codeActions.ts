import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { Locale } from '../reference/entry';
import type { Finding } from '../rules/judge';
import type { Fix } from '../rules/rule';
import { titleOf } from '../rules/words';
import type { Session } from '../transcript/reader';
import { editsOf } from './applyFix';
import { NOT_RECOGNISED_CODE } from './diagnostics';
import { ParsedDocument } from './parsedDocument';

export interface CodeActionRequest {
  readonly uri: string;
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  /** Kinds the client asks for; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly locale: Locale;
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
    const first = findings[0];
    const all = first === undefined ? undefined : fixAll(document, first.session);
    if (first !== undefined && all !== undefined && preferredCount(document, first.session) > 1) {
      actions.push(action(TITLES.fixAll[request.locale], CodeActionKind.QuickFix, request.uri, all));
    }
    for (const finding of findings) actions.push(...silence(document, finding, request));
    actions.push(...pickDialect(request));
  }
  if (wants(request, FIX_ALL)) {
    const all = fixAll(document, undefined);
    if (all !== undefined) actions.push(action(TITLES.fixFile[request.locale], FIX_ALL, request.uri, all));
  }
  return actions;
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
  const { dialect } = document.transcript.detection;
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

function preferredFix({ rule, problem, session }: Finding): Fix | undefined {
  return rule.fixes?.(problem, session).find(({ preferred }) => preferred);
}

/**
 * Applies the preferred fix of the first finding, reads the result and goes on until nothing is left to fix: a fix may
 * take other findings with it.
 */
function fixAll(document: ParsedDocument, session: Session | undefined): TextEdit[] | undefined {
  const { dialect } = document.transcript.detection;
  let current = document;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = current.findings.find(
      (finding) =>
        (session === undefined || finding.session.key === session.key) && preferredFix(finding) !== undefined,
    );
    const fix = next === undefined ? undefined : preferredFix(next);
    if (fix === undefined) break;
    const text = applyEdits(current, editsOf(current, fix));
    if (text === current.text) break;
    current = new ParsedDocument(text, dialect, document.settings);
  }
  return current === document ? undefined : [wholeChange(document, current.text)];
}

const MOST_ROUNDS = 200;

/** The text after edits that do not overlap. */
export function applyEdits(document: ParsedDocument, edits: readonly TextEdit[]): string {
  const offset = ({ line, character }: { line: number; character: number }) => {
    const place = document.positions.place({ line, character });
    return (document.lineStarts()[place.line] ?? document.text.length) + place.column;
  };
  const sorted = edits
    .map(({ range, newText }, index) => ({ start: offset(range.start), end: offset(range.end), newText, index }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  let text = '';
  let at = 0;
  for (const { start, end, newText } of sorted) {
    text += document.text.slice(at, start) + newText;
    at = Math.max(at, end);
  }
  return text + document.text.slice(at);
}

/** One edit that replaces the lines between the first and the last difference. */
function wholeChange(document: ParsedDocument, text: string): TextEdit {
  const before = document.text;
  let start = 0;
  while (start < before.length && before[start] === text[start]) start++;
  start = before.lastIndexOf('\n', start - 1) + 1;
  let tail = 0;
  while (tail < Math.min(before.length, text.length) - start && before.at(-1 - tail) === text.at(-1 - tail)) tail++;
  const range = { start: positionAt(document, start), end: positionAt(document, before.length - tail) };
  return { range, newText: text.slice(start, text.length - tail) };
}

function positionAt(document: ParsedDocument, offset: number) {
  const line = document.lineStarts().findLastIndex((start) => start <= offset);
  return document.positions.position(line, offset - (document.lineStarts()[line] ?? 0));
}
