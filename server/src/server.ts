/** The language server: the one file that knows the connection. Shared by the Node and the browser entry. */
import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ParsedDocuments } from './documents';
import { codeActions, FIX_ALL } from './features/codeActions';
import { diagnostics } from './features/diagnostics';
import { documentSymbols } from './features/documentSymbols';
import { pageOf, rulePage } from './features/entryPage';
import { foldingRanges } from './features/foldingRanges';
import { hover } from './features/hover';
import type { ParsedDocument } from './features/parsedDocument';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from './features/semanticTokens';
import { guarded } from './guard';
import {
  ChooseDialect,
  DetectRequest,
  DialectsRequest,
  type DocumentStatus,
  type InitializationOptions,
  KeysRequest,
  ReferenceRequest,
  StatusChanged,
  StatusRequest,
} from './protocol';
import type { Locale } from './reference/entry';
import type { Reference } from './reference/reference';
import { RULES, ruleByCode } from './rules';
import { localeOf } from './rules/words';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings';
import { detect, SAMPLE_LINES } from './transcript/detect';
import { DIALECTS } from './transcript/dialects';
import { linesOf } from './transcript/lines';

/** What differs between Node and the browser. */
export interface Runtime {
  /** Loads the reference texts; called once, when something is first looked up. */
  readonly loadReference: () => Promise<Reference>;
  readonly version: string;
  /** Runs `work` later and returns how to cancel it. */
  readonly later: (work: () => void, milliseconds: number) => () => void;
}

/** Diagnostics follow this long after the last keystroke, milliseconds. */
const DEBOUNCE = 150;

/** Serves a connection until the client ends it. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);
  let parsed = new ParsedDocuments();
  let settings: Settings = DEFAULT_SETTINGS;
  let options: InitializationOptions = {};
  let pulls = false;
  let canConfigure = false;
  let editorLocale: string | undefined;
  let reference: Promise<Reference> | undefined;
  const pending = new Map<string, () => void>();

  const log = (message: string) => connection.console.error(message);
  const locale = (): Locale => (settings.language === 'auto' ? localeOf(editorLocale) : settings.language);
  const lookUp = () => {
    reference ??= runtime.loadReference();
    return reference;
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    options = (params.initializationOptions ?? {}) as InitializationOptions;
    editorLocale = options.locale ?? params.locale;
    parsed = new ParsedDocuments(options.dialects);
    pulls = params.capabilities.textDocument?.diagnostic !== undefined;
    canConfigure = params.capabilities.workspace?.configuration === true;
    return {
      serverInfo: { name: 'smtp-transcripts', version: runtime.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
        semanticTokensProvider: {
          legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
          full: true,
          range: true,
        },
        ...(pulls && { diagnosticProvider: { identifier: 'smtp', interFileDependencies: false, workspaceDiagnostics: false } }),
      },
    };
  });

  connection.onInitialized(async () => {
    await configure();
  });

  connection.onDidChangeConfiguration(async () => {
    await configure();
    if (pulls) connection.languages.diagnostics.refresh().catch(() => undefined);
    else for (const document of documents.all()) publish(document);
  });

  async function configure(): Promise<void> {
    if (!canConfigure) return;
    settings = readSettings(await connection.workspace.getConfiguration('smtp').catch(() => undefined));
    parsed.setRules(settings.rules);
  }

  // --- documents --------------------------------------------------------------------------------------------------

  documents.onDidChangeContent(({ document }) => schedule(document));
  documents.onDidClose(({ document: { uri } }) => {
    pending.get(uri)?.();
    pending.delete(uri);
    parsed.forget(uri);
    if (!pulls) connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => undefined);
  });

  /** What is due after a change; a newer change puts it off. */
  function schedule(document: TextDocument): void {
    const { uri } = document;
    pending.get(uri)?.();
    const due = () => {
      pending.delete(uri);
      const current = documents.get(uri);
      if (current === undefined) return;
      if (!pulls) publish(current);
      connection.sendNotification(StatusChanged, { uri, status: statusOf(current) }).catch(() => undefined);
    };
    pending.set(uri, runtime.later(due, document.version <= 1 ? 0 : DEBOUNCE));
  }

  function publish(document: TextDocument): void {
    const { uri, version } = document;
    connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(document) }).catch(() => undefined);
  }

  function diagnosticsOf(document: TextDocument) {
    const page = options.commandLinks === true ? (code: string) => `${RULE_PAGES}${code}.md` : undefined;
    const given = { uri: document.uri, locale: locale(), expected: true };
    return diagnostics(parsed.get(document), page === undefined ? given : { ...given, rulePage: page });
  }

  function statusOf(document: TextDocument): DocumentStatus {
    const { transcript, findings } = parsed.get(document);
    const { dialect, confidence, candidates } = transcript.detection;
    return {
      dialect: dialect === undefined ? undefined : { id: dialect.id, name: dialect.name },
      confidence,
      chosen: parsed.isChosen(document.uri),
      others: candidates.filter(({ id }) => id !== dialect?.id).map(({ id }) => id),
      sessions: transcript.sessions.length,
      findings: findings.length,
    };
  }

  // --- features ---------------------------------------------------------------------------------------------------

  /** Answers a request about an open document; `fallback` when it is not open or the feature fails. */
  function answer<T>(
    name: string,
    uri: string,
    token: CancellationToken,
    fallback: T,
    feature: (document: ParsedDocument) => T | Promise<T>,
  ): Promise<T | ResponseError<void>> {
    return guarded(name, token, fallback, log, () => {
      const document = documents.get(uri);
      return document === undefined ? fallback : feature(parsed.get(document));
    });
  }

  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answer('hover', uri, token, null, async (document) =>
      hover(document, position, await lookUp(), { locale: locale(), commandLinks: options.commandLinks === true }),
    ),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer('documentSymbol', uri, token, [], (document) => documentSymbols(document, locale())),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }, token) => answer('foldingRange', uri, token, [], foldingRanges));
  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) =>
    answer('codeAction', uri, token, [], (document) =>
      codeActions(document, { uri, range, diagnostics: context.diagnostics, only: context.only, locale: locale() }),
    ),
  );
  connection.languages.semanticTokens.on(({ textDocument: { uri } }, token) =>
    answer('semanticTokens', uri, token, { data: [] }, (document) => semanticTokens(document)),
  );
  connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }, token) =>
    answer('semanticTokens/range', uri, token, { data: [] }, (document) => semanticTokens(document, range)),
  );
  connection.languages.diagnostics.on(
    async ({ textDocument: { uri } }, token): Promise<DocumentDiagnosticReport> => {
      const items = await guarded('diagnostic', token, [], log, () => {
        const document = documents.get(uri);
        return document === undefined ? [] : diagnosticsOf(document);
      });
      if (items instanceof ResponseError) throw items;
      return { kind: 'full', items };
    },
  );

  // --- beyond LSP -------------------------------------------------------------------------------------------------

  connection.onRequest(StatusRequest, ({ uri }) => {
    const document = documents.get(uri);
    return document === undefined ? null : statusOf(document);
  });
  connection.onNotification(ChooseDialect, ({ uri, dialect }) => {
    parsed.choose(uri, dialect);
    const document = documents.get(uri);
    if (document === undefined) return;
    if (pulls) connection.languages.diagnostics.refresh().catch(() => undefined);
    else publish(document);
    connection.languages.semanticTokens.refresh().catch(() => undefined);
    connection.sendNotification(StatusChanged, { uri, status: statusOf(document) }).catch(() => undefined);
  });
  connection.onRequest(DialectsRequest, () => DIALECTS.map(({ id, name }) => ({ id, name })));
  connection.onRequest(DetectRequest, ({ text }) => {
    const { dialect } = detect([...linesOf(text)].slice(0, SAMPLE_LINES));
    return dialect === undefined ? null : { id: dialect.id, name: dialect.name };
  });
  connection.onRequest(ReferenceRequest, async ({ key }) => {
    const rule = ruleByCode(key);
    if (rule !== undefined) return rulePage(rule, locale());
    return pageOf(await lookUp(), key, locale()) ?? null;
  });
  connection.onRequest(KeysRequest, async () => [
    ...(await lookUp()).entries.map(({ key, kind, title }) => ({ key, kind, title: `${title.en} · ${title['zh-cn']}` })),
    ...RULES.map(({ code, title }) => ({ key: code, kind: 'rule', title: `${title.en} · ${title['zh-cn']}` })),
  ]);

  documents.listen(connection);
  connection.listen();
}

/** Where the rules' pages can be read on the web. */
const RULE_PAGES = 'https://github.com/smtp-transcripts/smtp-transcripts/blob/main/docs/rules/';
