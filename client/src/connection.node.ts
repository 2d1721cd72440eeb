import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { Connection } from './connection';

/** The server as a process beside the extension host. */
export function connect(context: ExtensionContext, options: LanguageClientOptions): Connection {
  const server = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  return new Connection(new LanguageClient('smtp', 'SMTP Transcripts', server, options));
}
