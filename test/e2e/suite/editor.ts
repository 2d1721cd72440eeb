/** What tests in either extension host do with the editor. No `node:` imports: one host is a web worker. */
import * as vscode from 'vscode';

/** Opens a file of the workspace's folder and shows it. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  check(folder !== undefined, 'there is no workspace folder');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** The first line that begins with `text`, 0-based. */
export function lineOf(document: vscode.TextDocument, text: string): number {
  for (let line = 0; line < document.lineCount; line++) if (document.lineAt(line).text.startsWith(text)) return line;
  throw new Error(`no line begins with ${text}`);
}

/** The position one character into the first `text` of the document. */
export function inside(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  check(at >= 0, `${text} is not in the document`);
  return document.positionAt(at + 1);
}

/** The finding of a rule, as soon as the server has it. */
export async function finding(document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic> {
  const has = () => vscode.languages.getDiagnostics(document.uri).find((each) => codeOf(each) === code);
  await after(vscode.languages.onDidChangeDiagnostics, () => has() !== undefined);
  const found = has();
  check(found !== undefined, `${code} is gone again`);
  return found;
}

/** Resolves when the codes of a document's findings are these, whatever their order. */
export async function findingsAre(uri: vscode.Uri, codes: readonly string[]): Promise<void> {
  const wanted = [...codes].sort().join(' ');
  await after(vscode.languages.onDidChangeDiagnostics, () => {
    const now = vscode.languages.getDiagnostics(uri).map(codeOf).sort().join(' ');
    return now === wanted;
  });
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Awaits an event after which `done` holds; at once when it holds already. `most`: milliseconds. */
export function after<T>(event: vscode.Event<T>, done: () => boolean, most = 20_000): Promise<void> {
  return new Promise((resolve, reject) => {
    if (done()) return resolve();
    const late = setTimeout(() => {
      listening.dispose();
      reject(new Error(`waited ${most / 1000} s in vain`));
    }, most);
    const listening = event(() => {
      if (!done()) return;
      clearTimeout(late);
      listening.dispose();
      resolve();
    });
  });
}

/** The Markdown of the hovers at a position. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((each) => (typeof each === 'string' ? each : each.value))
    .join('\n');
}

export function check(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message);
}
