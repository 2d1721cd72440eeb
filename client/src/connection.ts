/** The running language server, as the rest of the extension sees it: the one file that knows LSP on this side. */
import type { Disposable, TextEditor, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Place } from '../../server/src/features/place';
import {
  ChooseDialect,
  type DialectChoice,
  DialectsRequest,
  type DocumentStatus,
  FormatReportRequest,
  KeysRequest,
  MessageRequest,
  PlaceRequest,
  type ReferenceKey,
  ReferenceRequest,
  SessionBeforeRequest,
  SessionTextRequest,
  type ShownMessage,
  StatusChanged,
} from '../../server/src/protocol';
import { serveFiles } from './files';

export class Connection {
  constructor(private readonly client: BaseLanguageClient) {
    serveFiles(client);
  }

  get isRunning(): boolean {
    return this.client.isRunning();
  }

  start(): Promise<void> {
    return this.client.start();
  }

  stop(): Promise<void> {
    return this.client.stop();
  }

  dialects(): Promise<readonly DialectChoice[]> {
    return this.client.sendRequest(DialectsRequest);
  }

  /** Null goes back to detection. */
  chooseDialect(uri: Uri, dialect: string | null): Promise<void> {
    return this.client.sendNotification(ChooseDialect, { uri: this.uriOf(uri), dialect });
  }

  /** The address of a document as the server knows it. */
  uriOf(uri: Uri): string {
    return this.client.code2ProtocolConverter.asUri(uri);
  }

  /** One session of a document; null when it is gone. */
  sessionText(uri: string, key: string, form: 'lines' | 'markdown' | 'comparable'): Promise<string | null> {
    return this.client.sendRequest(SessionTextRequest, { uri, key, form });
  }

  /** The key of the session that begins before this one; null for the first. */
  sessionBefore(uri: string, key: string): Promise<string | null> {
    return this.client.sendRequest(SessionBeforeRequest, { uri, key });
  }

  /** The message whose transaction is at a line; null when the log shows none. */
  message(uri: string, line: number): Promise<ShownMessage | null> {
    return this.client.sendRequest(MessageRequest, { uri, line });
  }

  /** Where the cursor of an editor is, and what is selected; null outside of all sessions. */
  place({ document, selection }: TextEditor): Promise<Place | null> {
    const range = this.client.code2ProtocolConverter.asRange(selection);
    return this.client.sendRequest(PlaceRequest, { uri: this.uriOf(document.uri), selection: range });
  }

  /** A report about a file's format, private things covered; null when the server does not have it. */
  formatReport(uri: string): Promise<string | null> {
    return this.client.sendRequest(FormatReportRequest, { uri });
  }

  /** Markdown of a page of the reference; null when there is none. */
  page(key: string): Promise<string | null> {
    return this.client.sendRequest(ReferenceRequest, { key });
  }

  keys(): Promise<readonly ReferenceKey[]> {
    return this.client.sendRequest(KeysRequest);
  }

  onStatus(listener: (uri: string, status: DocumentStatus) => void): Disposable {
    return this.client.onNotification(StatusChanged, ({ uri, status }) => listener(uri, status));
  }
}
