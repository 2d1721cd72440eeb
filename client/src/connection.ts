/** The running language server, as the rest of the extension sees it: the one file that knows LSP on this side. */
import type { Disposable, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ChooseDialect,
  type DialectChoice,
  DialectsRequest,
  type DocumentStatus,
  KeysRequest,
  type ReferenceKey,
  ReferenceRequest,
  SessionTextRequest,
  StatusChanged,
} from '../../server/src/protocol';

export class Connection {
  constructor(private readonly client: BaseLanguageClient) {}

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
    return this.client.sendNotification(ChooseDialect, { uri: this.client.code2ProtocolConverter.asUri(uri), dialect });
  }

  /** One session of a document; null when it is gone. */
  sessionText(uri: string, key: string, form: 'lines' | 'markdown'): Promise<string | null> {
    return this.client.sendRequest(SessionTextRequest, { uri, key, form });
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
