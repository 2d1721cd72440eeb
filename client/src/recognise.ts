import * as vscode from 'vscode';
import { LANGUAGE } from './client';

/**
 * Gives `.log` and `.txt` files that begin like a transcript its language. The manifest's first-line pattern alone does
 * not reach them: VS Code asks it only for files that no other language claims, and these two are claimed. Of a saved mail
 * only one that reports on a delivery is ours.
 */
export function recogniseTranscripts(manifest: Manifest): vscode.Disposable {
  const firstLine = manifest.contributes.languages.find(({ id }) => id === LANGUAGE)?.firstLine;
  if (firstLine === undefined) return { dispose: () => undefined };
  const pattern = new RegExp(firstLine);
  const look = (document: vscode.TextDocument) => {
    if (document.languageId !== 'log' && document.languageId !== 'plaintext') return;
    if (document.uri.scheme === 'output' || document.lineCount === 0) return;
    if (pattern.test(document.lineAt(0).text.slice(0, 500)) || isBounce(document)) {
      vscode.languages.setTextDocumentLanguage(document, LANGUAGE).then(undefined, () => undefined);
    }
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.workspace.onDidOpenTextDocument(look);
}

/** A mail with the fields of a delivery report (RFC 3464). */
function isBounce(document: vscode.TextDocument): boolean {
  if (!/\.(?:eml|mbox)$/i.test(document.uri.path)) return false;
  const lines = Math.min(document.lineCount, LOOKED_AT);
  for (let line = 0; line < lines; line++)
    if (/^(?:Final-Recipient|Diagnostic-Code): /i.test(document.lineAt(line).text)) return true;
  return false;
}

/** Lines of a mail: what is behind them is the message that came back. */
const LOOKED_AT = 500;

/** The part of package.json that is read here. */
interface Manifest {
  readonly contributes: { readonly languages: readonly { readonly id: string; readonly firstLine?: string }[] };
}
