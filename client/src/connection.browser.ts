import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/browser';
import { Connection } from './connection';

/** The server as a web worker; a new one at each start, since a server that was shut down does not come back. */
export function connect(context: ExtensionContext, options: LanguageClientOptions): Connection {
  let worker: Worker | undefined;
  // The extension host's own `Worker` makes objects that are no instances of it: the client wants reader and writer.
  const start = async () => {
    worker?.terminate();
    worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new Connection(new LanguageClient('smtp', 'SMTP Transcripts', start, options));
}
