import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';
import { Connection } from './connection';

/** The server as a web worker. */
export function connect(context: ExtensionContext, options: LanguageClientOptions): Connection {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true));
  return new Connection(new LanguageClient('smtp', 'SMTP Transcripts', worker, options));
}
