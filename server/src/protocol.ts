/** What client and server say to each other beyond LSP. Both sides import it; it holds no code of either. */
import { NotificationType, type Range, RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import type { Place } from './features/place';
import type { FileText, FolderEntry } from './runtime';

export interface DialectChoice {
  readonly id: string;
  readonly name: string;
}

/** What the status bar shows about a document. */
export interface DocumentStatus {
  /** Undefined when nothing recognised it. */
  readonly dialect: DialectChoice | undefined;
  /** 0–1; 1 when the user chose. */
  readonly confidence: number;
  readonly chosen: boolean;
  /** Other dialects with evidence, the best first. */
  readonly others: readonly string[];
  readonly sessions: number;
  readonly findings: number;
}

/** The state of one document as last read; null when the server does not have it. */
export const StatusRequest = new RequestType<{ readonly uri: string }, DocumentStatus | null, void>('smtp/status');

/** Tells the client that a document's status changed. */
export const StatusChanged = new NotificationType<{ readonly uri: string; readonly status: DocumentStatus }>(
  'smtp/statusChanged',
);

/** Reads a document as this dialect from now on; null goes back to detection. */
export const ChooseDialect = new NotificationType<{ readonly uri: string; readonly dialect: string | null }>(
  'smtp/chooseDialect',
);

/** Every dialect there is. */
export const DialectsRequest = new RequestType0<readonly DialectChoice[], void>('smtp/dialects');

/** The page of a reference entry, a guide or a rule as Markdown; null when there is none. */
export const ReferenceRequest = new RequestType<{ readonly key: string }, string | null, void>('smtp/reference');

/**
 * One session of a document: its lines alone, Markdown for a ticket with secrets taken out, or what was said in our own
 * format without times; null when it is gone.
 */
export const SessionTextRequest = new RequestType<
  { readonly uri: string; readonly key: string; readonly form: 'lines' | 'markdown' | 'comparable' },
  string | null,
  void
>('smtp/sessionText');

/** The key of the session that begins before this one; null for the first of a file. */
export const SessionBeforeRequest = new RequestType<
  { readonly uri: string; readonly key: string },
  string | null,
  void
>('smtp/sessionBefore');

/** A message as the log shows it. */
export interface ShownMessage {
  readonly text: string;
  /** False when the log leaves some of it out. */
  readonly complete: boolean;
}

/** The message whose transaction is at a line (0-based): its text with CRLF line ends; null when the log shows none. */
export const MessageRequest = new RequestType<
  { readonly uri: string; readonly line: number },
  ShownMessage | null,
  void
>('smtp/message');

/** Where the cursor is, and what is selected; null outside of all sessions. */
export const PlaceRequest = new RequestType<{ readonly uri: string; readonly selection: Range }, Place | null, void>(
  'smtp/place',
);

/** A report about a file that is not read as it should be, private things covered; null when it is not open. */
export const FormatReportRequest = new RequestType<{ readonly uri: string }, string | null, void>('smtp/formatReport');

export interface ReferenceKey {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
}

/** Every key of the reference, with its titles in both languages for the search. */
export const KeysRequest = new RequestType0<readonly ReferenceKey[], void>('smtp/keys');

/** Whether a text is an SMTP transcript, and whose: for files that say nothing by their name. */
export const DetectRequest = new RequestType<{ readonly text: string }, DialectChoice | null, void>('smtp/detect');

/** What is in a folder that only the client can read: see `Files`. The server asks. */
export const ListFolderRequest = new RequestType<{ readonly uri: string }, readonly FolderEntry[], void>(
  'smtp/listFolder',
);

/** The text of a file that only the client can read: see `Files`; null when it cannot. The server asks. */
export const ReadFileRequest = new RequestType<
  { readonly uri: string; readonly largest: number; readonly known?: string },
  FileText | null,
  void
>('smtp/readFile');

/** What the client can do beyond LSP, sent with `initialize`. */
export interface InitializationOptions {
  readonly locale?: string;
  /** The client has our commands. */
  readonly commandLinks?: boolean;
  /** The client answers `smtp/listFolder` and `smtp/readFile`. */
  readonly files?: boolean;
  /** Dialects that the user chose before, by document. */
  readonly dialects?: Readonly<Record<string, string>>;
}
