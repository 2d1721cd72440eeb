/** The language server: the one file that knows the connection. Shared by the Node and the browser entry. */
import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  type SemanticTokens,
  type SemanticTokensDelta,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serverCapabilities } from './capabilities';
import { ParsedDocuments } from './documents';
import { codeActions, type FixAllData, resolveFixAll } from './features/codeActions';
import { codeLenses } from './features/codeLenses';
import { type CompletionData, completion } from './features/completion';
import { definition, typeDefinition } from './features/definition';
import { type DiagnosticOptions, diagnostics } from './features/diagnostics';
import { documentLinks } from './features/documentLinks';
import { documentSymbols } from './features/documentSymbols';
import { pageOf, rulePage } from './features/entryPage';
import { foldingRanges } from './features/foldingRanges';
import { formatting, onTypeFormatting } from './features/formatting';
import { hover } from './features/hover';
import type { HoverOptions } from './features/hover/layout';
import { inlayHints } from './features/inlayHints';
import type { ParsedDocument } from './features/parsedDocument';
import { documentHighlights, type Located, references } from './features/references';
import { prepareRename, rename } from './features/rename';
import { selectionRanges } from './features/selectionRanges';
import { semanticTokens, tokenEdits } from './features/semanticTokens';
import { onlySession, sessionAsMarkdown } from './features/sessionText';
import { signatureHelp } from './features/signatureHelp';
import { workspaceSymbols } from './features/workspaceSymbols';
import { guarded } from './guard';
import {
  ChooseDialect,
  DetectRequest,
  DialectsRequest,
  type DocumentStatus,
  type InitializationOptions,
  KeysRequest,
  ReferenceRequest,
  SessionTextRequest,
  StatusChanged,
  StatusRequest,
} from './protocol';
import type { Locale } from './reference/entry';
import type { Reference } from './reference/reference';
import { Reports } from './reports';
import { RULES, ruleByCode } from './rules';
import { sourcesOf } from './rules/rfc';
import { localeOf } from './rules/words';
import type { Runtime } from './runtime';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings';
import { detect, SAMPLE_LINES } from './transcript/detect';
import { DIALECTS } from './transcript/dialects';
import { linesOf } from './transcript/lines';

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
  let resolvesEdits = false;
  let editorLocale: string | undefined;
  let folders: readonly string[] = [];
  let reference: Promise<Reference> | undefined;
  const pending = new Map<string, () => void>();
  /** The tokens that each document's client has. */
  const sentTokens = new Map<string, SemanticTokens>();
  let tokenResults = 0;
  const reports = new Reports();
  const workspaceReports = new Reports();

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
    folders = (params.workspaceFolders ?? []).map(({ uri }) => uri);
    pulls = params.capabilities.textDocument?.diagnostic !== undefined;
    canConfigure = params.capabilities.workspace?.configuration === true;
    resolvesEdits = params.capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false;
    return {
      serverInfo: { name: 'smtp-transcripts', version: runtime.version },
      capabilities: serverCapabilities(pulls),
    };
  });

  connection.onInitialized(configure);
  connection.onDidChangeConfiguration(configure);

  /** Asks for the settings; documents may be open before the answer is here. */
  async function configure(): Promise<void> {
    if (!canConfigure) return;
    settings = readSettings(await connection.workspace.getConfiguration('smtp').catch(() => undefined));
    parsed.setPolicy(settings);
    if (documents.all().length === 0) return;
    if (pulls) connection.languages.diagnostics.refresh().catch(() => undefined);
    else for (const document of documents.all()) publish(document);
  }

  // --- documents --------------------------------------------------------------------------------------------------

  documents.onDidChangeContent(({ document }) => schedule(document));
  documents.onDidOpen(({ document }) => loadConfig(document));
  connection.onDidChangeWatchedFiles(async () => {
    await Promise.all(documents.all().map(loadConfig));
  });
  documents.onDidClose(({ document: { uri } }) => {
    pending.get(uri)?.();
    pending.delete(uri);
    parsed.forget(uri);
    sentTokens.delete(uri);
    reports.forget(uri);
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

  /** Applies the configuration file that holds for a document, and judges it again when that makes a difference. */
  async function loadConfig({ uri }: TextDocument): Promise<void> {
    const config = await runtime.configOf?.(uri).catch((error: unknown) => {
      connection.window.showWarningMessage(error instanceof Error ? error.message : String(error));
      return undefined;
    });
    const document = documents.get(uri);
    if (config === undefined || document === undefined || !parsed.configure(uri, config)) return;
    if (pulls) connection.languages.diagnostics.refresh().catch(() => undefined);
    else publish(document);
  }

  function publish(document: TextDocument): void {
    const { uri, version } = document;
    connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(document) }).catch(() => undefined);
  }

  function diagnosticsOf(document: TextDocument) {
    return diagnostics(parsed.get(document), diagnosticOptions(document.uri, true));
  }

  function hoverOptions(): HoverOptions {
    return { locale: locale(), commandLinks: options.commandLinks === true };
  }

  /** Our own page where the client can open it, else the specification. */
  function pageAddress(code: string): string {
    if (options.commandLinks === true) return `smtp-reference:/${code}.md`;
    const rule = ruleByCode(code);
    return (rule && sourcesOf(rule)[0]?.url) ?? 'https://www.rfc-editor.org/rfc/rfc5321.html';
  }

  function diagnosticOptions(uri: string, expected: boolean): DiagnosticOptions {
    return { uri, locale: locale(), expected, rulePage: pageAddress };
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
    feature: (document: ParsedDocument) => T,
  ): Promise<T | ResponseError<void>> {
    return guarded(name, token, fallback, log, () => {
      const document = documents.get(uri);
      return document === undefined ? fallback : feature(parsed.get(document));
    });
  }

  /** The same for a feature that has to wait for something first; the document may be edited meanwhile. */
  function answerWith<P, T>(
    name: string,
    uri: string,
    token: CancellationToken,
    fallback: T,
    prepare: () => Promise<P>,
    feature: (document: ParsedDocument, prepared: P) => T,
  ): Promise<T | ResponseError<void>> {
    return guarded(name, token, fallback, log, async () => {
      const prepared = await prepare();
      const document = documents.get(uri);
      return document === undefined ? fallback : feature(parsed.get(document), prepared);
    });
  }

  /** Gives tokens a name by which the client can ask for what changed since. */
  function remembered(uri: string, { data }: SemanticTokens): SemanticTokens & { readonly resultId: string } {
    tokenResults++;
    const result = { resultId: String(tokenResults), data };
    sentTokens.set(uri, result);
    return result;
  }

  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answerWith('hover', uri, token, null, lookUp, (document, reference) =>
      hover(document, position, reference, hoverOptions()),
    ),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer('documentSymbol', uri, token, [], (document) => documentSymbols(document, locale())),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    answer('foldingRange', uri, token, [], foldingRanges),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) =>
    answer('codeAction', uri, token, [], (document) =>
      codeActions(document, {
        uri,
        range,
        diagnostics: context.diagnostics,
        only: context.only,
        locale: locale(),
        resolves: resolvesEdits,
      }),
    ),
  );
  connection.languages.semanticTokens.on(({ textDocument: { uri } }, token) =>
    answer<SemanticTokens>('semanticTokens', uri, token, { data: [] }, (document) =>
      remembered(uri, semanticTokens(document)),
    ),
  );
  connection.languages.semanticTokens.onDelta(({ textDocument: { uri }, previousResultId }, token) =>
    answer<SemanticTokens | SemanticTokensDelta>('semanticTokens/delta', uri, token, { data: [] }, (document) => {
      const before = sentTokens.get(uri);
      const now = remembered(uri, semanticTokens(document));
      if (before === undefined || before.resultId !== previousResultId) return now;
      return { resultId: now.resultId, edits: tokenEdits(before.data, now.data) };
    }),
  );
  connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }, token) =>
    answer('semanticTokens/range', uri, token, { data: [] }, (document) => semanticTokens(document, range)),
  );
  connection.languages.diagnostics.on(async (params, token): Promise<DocumentDiagnosticReport> => {
    const { uri } = params.textDocument;
    const items = await guarded('diagnostic', token, [], log, () => {
      const document = documents.get(uri);
      return document === undefined ? [] : diagnosticsOf(document);
    });
    if (items instanceof ResponseError) throw items;
    return reports.of(uri, items, params.previousResultId);
  });

  const here = (document: ParsedDocument, uri: string): Located => ({ uri, document });

  /** The open documents, and those of the workspace that are not open. */
  async function everyDocument(): Promise<readonly Located[]> {
    const closed = (await runtime.workspaceFiles?.(folders)) ?? [];
    const open = documents.all().map((document) => here(parsed.get(document), document.uri));
    const known = new Set(open.map(({ uri }) => uri));
    return [
      ...open,
      ...closed.filter(({ uri }) => !known.has(uri)).map(({ uri, text }) => here(parsed.ofFile(uri, text), uri)),
    ];
  }

  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    answer('completion', uri, token, [], (document) => completion(document, position, locale())),
  );
  connection.onCompletionResolve(async (item) => {
    const key = (item.data as CompletionData | undefined)?.key;
    const entry = key === undefined ? undefined : (await lookUp()).find(key)[0];
    if (entry === undefined) return item;
    return { ...item, documentation: { kind: 'markdown', value: entry.meaning[locale()] } };
  });
  connection.onCodeActionResolve((action, token) => {
    const uri = (action.data as FixAllData | undefined)?.uri ?? '';
    return answer('codeAction/resolve', uri, token, action, (document) => resolveFixAll(document, action));
  });
  connection.onSignatureHelp(({ textDocument: { uri }, position }, token) =>
    answer('signatureHelp', uri, token, null, (document) => signatureHelp(document, position, locale())),
  );
  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    answer('definition', uri, token, [], (document) => definition(document, uri, position)),
  );
  connection.onTypeDefinition(({ textDocument: { uri }, position }, token) =>
    answerWith('typeDefinition', uri, token, [], lookUp, (document, reference) =>
      typeDefinition(document, position, reference, options.commandLinks === true),
    ),
  );
  connection.onReferences(({ textDocument: { uri }, position }, token) =>
    answerWith('references', uri, token, [], everyDocument, (document, all) =>
      references(here(document, uri), position, all),
    ),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    answer('documentHighlight', uri, token, [], (document) => documentHighlights(document, position)),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    guarded('workspaceSymbol', token, [], log, async () => workspaceSymbols(await everyDocument(), query, locale())),
  );
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answer('codeLens', uri, token, [], (document) => codeLenses(document, uri, locale())),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    answer('documentLink', uri, token, [], documentLinks),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
    answer('selectionRange', uri, token, [], (document) => selectionRanges(document, positions)),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    answer('inlayHint', uri, token, [], (document) => inlayHints(document, range, hoverOptions(), settings.inlayHints)),
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    answer('prepareRename', uri, token, null, (document) => prepareRename(document, position)),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
    answerWith('rename', uri, token, null, everyDocument, (document, all) => {
      const changes = rename(here(document, uri), position, newName, all);
      return changes === null ? null : { changes };
    }),
  );
  connection.onDocumentFormatting(({ textDocument: { uri } }, token) =>
    answer('formatting', uri, token, [], formatting),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, ch }, token) =>
    answer('onTypeFormatting', uri, token, [], (document) => onTypeFormatting(document, position, ch)),
  );
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token) => {
    const has = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items = await guarded('workspaceDiagnostic', token, [], log, async () =>
      (await everyDocument()).map(({ uri, document }) => ({
        ...workspaceReports.of(uri, diagnostics(document, diagnosticOptions(uri, false)), has.get(uri)),
        uri,
        version: documents.get(uri)?.version ?? null,
      })),
    );
    if (items instanceof ResponseError) throw items;
    return { items };
  });

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
    const { dialect } = detect(linesOf(text).slice(0, SAMPLE_LINES));
    return dialect === undefined ? null : { id: dialect.id, name: dialect.name };
  });
  connection.onRequest(SessionTextRequest, ({ uri, key, form }) => {
    const document = documents.get(uri);
    if (document === undefined) return null;
    const read = parsed.get(document);
    return (form === 'markdown' ? sessionAsMarkdown(read, key, locale()) : onlySession(read, key)) ?? null;
  });
  connection.onRequest(ReferenceRequest, async ({ key }) => {
    const rule = ruleByCode(key);
    const page = rule && (await runtime.loadPages()).get(rule.code);
    if (rule !== undefined && page !== undefined) return rulePage(rule, page, locale());
    return pageOf(await lookUp(), key, locale()) ?? null;
  });
  connection.onRequest(KeysRequest, async () => [
    ...(await lookUp()).entries.map(({ key, kind, title }) => ({
      key,
      kind,
      title: `${title.en} · ${title['zh-cn']}`,
    })),
    ...RULES.map(({ code, title }) => ({ key: code, kind: 'rule', title: `${title.en} · ${title['zh-cn']}` })),
  ]);

  documents.listen(connection);
  connection.listen();
}
