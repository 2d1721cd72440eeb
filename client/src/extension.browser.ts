import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activate as activateWith } from './client';

export function activate(context: ExtensionContext): void {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true));
  activateWith(context, (options) => new LanguageClient('smtp', 'SMTP Transcripts', worker, options));
}
