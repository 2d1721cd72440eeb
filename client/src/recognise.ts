import * as vscode from 'vscode';
import { LANGUAGE } from './client';

/**
 * Gives `.log` and `.txt` files that begin like a transcript its language. The manifest's first-line pattern alone does
 * not reach them: VS Code asks it only for files that no other language claims, and these two are claimed.
 */
export function recogniseTranscripts(manifest: Manifest): vscode.Disposable {
  const firstLine = manifest.contributes.languages.find(({ id }) => id === LANGUAGE)?.firstLine;
  if (firstLine === undefined) return { dispose: () => undefined };
  const pattern = new RegExp(firstLine);
  const look = (document: vscode.TextDocument) => {
    if (document.languageId !== 'log' && document.languageId !== 'plaintext') return;
    if (document.uri.scheme === 'output' || document.lineCount === 0) return;
    if (pattern.test(document.lineAt(0).text.slice(0, 500))) {
      vscode.languages.setTextDocumentLanguage(document, LANGUAGE).then(undefined, () => undefined);
    }
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.workspace.onDidOpenTextDocument(look);
}

/** The part of package.json that is read here. */
interface Manifest {
  readonly contributes: { readonly languages: readonly { readonly id: string; readonly firstLine?: string }[] };
}
