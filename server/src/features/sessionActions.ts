/** Actions on what stands under the cursor that mend nothing: show, take out, compare, convert, cover a secret. */
import { type CodeAction, CodeActionKind, type Position, type TextEdit } from 'vscode-languageserver-types';
import { convert } from '../output/convert';
import { type ExtractedMessage, extractMessages } from '../output/extract';
import { overwrite } from '../output/overwrite';
import { sentSecrets } from '../output/secrets';
import type { Locale } from '../reference/entry';
import { canonical } from '../transcript/dialects';
import type { Session } from '../transcript/reader';
import { ONLY_SESSION } from './codeLenses';
import type { ParsedDocument } from './parsedDocument';
import { word } from './words';

/** Commands of the client that these actions call. */
export const EXTRACT_MESSAGE = 'smtp.extractMessage';
export const COMPARE_SESSIONS = 'smtp.compareSessions';

/** The kind of what is done with a whole session. */
export const SESSION_KIND = `${CodeActionKind.Refactor}.smtp`;

/** What an action needs to be resolved: writing a log anew waits until somebody asks. */
export interface ConvertData {
  readonly uri: string;
  readonly convert: true;
}

/** What can be done with the session and the message at a line, by commands of the client. */
export function sessionActions(document: ParsedDocument, uri: string, line: number, locale: Locale): CodeAction[] {
  const session = document.sessionAt(line);
  if (session === undefined) return [];
  const command = (title: string, kind: string, id: string, argument: string | number): CodeAction => ({
    title,
    kind,
    command: { title, command: id, arguments: [uri, argument] },
  });
  const actions: CodeAction[] = [];
  const message = messageAt(document, line);
  if (message !== undefined)
    actions.push(command(word('extract', locale), CodeActionKind.RefactorExtract, EXTRACT_MESSAGE, message.line - 1));
  if (document.transcript.sessions.length > 1)
    actions.push(command(word('showOnly', locale), SESSION_KIND, ONLY_SESSION, session.key));
  if (sessionBefore(document, session) !== undefined)
    actions.push(command(word('compare', locale), SESSION_KIND, COMPARE_SESSIONS, session.key));
  return actions;
}

/** The session that begins before this one; undefined for the first of a file. */
export function sessionBefore(document: ParsedDocument, session: Session): Session | undefined {
  const sessions = [...document.transcript.sessions].sort((a, b) => a.firstLine - b.firstLine);
  return sessions[sessions.indexOf(session) - 1];
}

/** The message whose transaction, or whose data, is at a line; undefined where the log shows the data of none. */
export function messageAt(document: ParsedDocument, line: number): ExtractedMessage | undefined {
  const session = document.sessionAt(line);
  if (session === undefined) return undefined;
  const transaction = document
    .transactionsOf(session)
    .find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine);
  if (transaction === undefined) return undefined;
  return extractMessages(document.transcript).find(
    (message) =>
      message.session === session.key &&
      transaction.firstLine < message.line &&
      message.line <= transaction.lastLine + 1,
  );
}

/** The secrets on the lines of a range covered, where there are any that `known` does not name. */
export function redactActions(
  document: ParsedDocument,
  uri: string,
  lines: { readonly first: number; readonly last: number },
  locale: Locale,
): CodeAction[] {
  const exact = document.detectionAt(lines.first).dialect?.counts === true;
  const edits: TextEdit[] = document.transcript.sessions
    .filter(({ firstLine, lastLine }) => firstLine <= lines.last && lastLine >= lines.first)
    .flatMap(sentSecrets)
    .filter(({ said }) => lines.first <= said.line && said.line <= lines.last)
    .flatMap(({ said, start, end }) => overwrite(said, start, end, exact ? '*'.repeat(end - start) : MASK))
    .map((replacement) => ({ range: document.positions.range(replacement), newText: replacement.text }));
  if (edits.length === 0) return [];
  return [{ title: word('redact', locale), kind: CodeActionKind.RefactorRewrite, edit: { changes: { [uri]: edits } } }];
}

/** What stands in place of a secret; the canonical format reads it as one. */
const MASK = '****';

/** Writes the whole file in our own format; nothing to offer where it is in it, or in none. */
export function convertActions(document: ParsedDocument, uri: string, resolves: boolean, locale: Locale): CodeAction[] {
  const { dialect } = document.transcript.detection;
  if (dialect === undefined || dialect.id === canonical.id || dialect.events === true) return [];
  const data: ConvertData = { uri, convert: true };
  const action: CodeAction = { title: word('convert', locale), kind: CodeActionKind.RefactorRewrite, data };
  return [resolves ? action : resolveConvert(document, action)];
}

/** Makes one line again of each that was broken. */
export function joinActions(document: ParsedDocument, uri: string, locale: Locale): CodeAction[] {
  const { broken } = document.transcript;
  if (broken.length === 0) return [];
  const edits = broken.map(({ first, last, text }): TextEdit => {
    const start = document.positions.position(first, 0);
    const end = document.positions.position(last, document.lineText(last).length);
    return { range: { start, end }, newText: text };
  });
  const title = word('join', locale);
  return [{ title, kind: CodeActionKind.RefactorRewrite, edit: { changes: { [uri]: edits } } }];
}

/** Fills in the edit of a conversion. */
export function resolveConvert(document: ParsedDocument, action: CodeAction): CodeAction {
  const { uri } = action.data as ConvertData;
  const range = { start: START, end: endOf(document) };
  return { ...action, edit: { changes: { [uri]: [{ range, newText: convert(document.transcript, canonical) }] } } };
}

const START: Position = { line: 0, character: 0 };

function endOf(document: ParsedDocument): Position {
  const last = document.content.lineCount - 1;
  return document.positions.position(last, document.lineText(last).length);
}
