/** The language server: the one file that knows the connection. Shared by the Node and the browser entry. */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionTriggerKind,
  type Connection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ResponseError,
  type SemanticTokens,
  type SemanticTokensDelta,
  ShowMessageNotification,
  TextDocuments,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { serverCapabilities } from './capabilities';
import { ParsedDocuments } from './documents';
import { codeActions, type FixAllData, resolveFixAll } from './features/codeActions';
import { codeLenses } from './features/codeLenses';
import { type CompletionData, completion } from './features/completion';
import { definition, typeDefinition } from './features/definition';
import { configDiagnostic, type DiagnosticOptions, diagnostics } from './features/diagnostics';
import { documentLinks } from './features/documentLinks';
import { documentSymbols } from './features/documentSymbols';
import { pageOf, rulePage } from './features/entryPage';
import { mending } from './features/fixAll';
import { foldingRanges } from './features/foldingRanges';
import { formatReport } from './features/formatReport';
import { formatting, onTypeFormatting } from './features/formatting';
import { hover } from './features/hover';
import type { HoverOptions } from './features/hover/layout';
import { inlayHints } from './features/inlayHints';
import type { ParsedDocument } from './features/parsedDocument';
import { placeAt } from './features/place';
import { documentHighlights, type Located, references } from './features/references';
import { prepareRename, rename } from './features/rename';
import { selectionRanges } from './features/selectionRanges';
import { semanticTokens, tokenEdits } from './features/semanticTokens';
import { type ConvertData, messageAt, resolveConvert, sessionBefore } from './features/sessionActions';
import { comparableSession, onlySession, sessionAsMarkdown } from './features/sessionText';
import { signatureHelp } from './features/signatureHelp';
import { word } from './features/words';
import { workspaceSymbols } from './features/workspaceSymbols';
import { guarded } from './guard';
import { type OpenDocument, openDocuments } from './openDocument';
import { GivenUp, type Patience, patiently } from './patience';
import {
  ChooseDialect,
  DetectRequest,
  DialectsRequest,
  type DocumentStatus,
  FormatReportRequest,
  type InitializationOptions,
  KeysRequest,
  ListFolderRequest,
  MessageRequest,
  PlaceRequest,
  ReadFileRequest,
  ReferenceRequest,
  SessionBeforeRequest,
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
import type { Files, Runtime } from './runtime';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings';
import { detect, SAMPLE_LINES } from './transcript/detect';
import { DIALECTS } from './transcript/dialects';
import { linesOf } from './transcript/lines';
import { Workspace } from './workspace';
import { type ConfigProblem, configOf } from './workspaceConfig';

/** What the client makes of single sessions has addresses of this kind. */
const SESSION_SCHEME = 'smtp-session:';

/** A document of more characters takes half a second to be read. */
const LARGE = 1_000_000;

/** Diagnostics follow this long after the last keystroke, milliseconds. */
const DEBOUNCE = 150;

/** So long after the first document is opened the reference is loaded, so that no hover waits for it; milliseconds. */
const WARM_UP = 1000;

/** Serves a connection until the client ends it. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(openDocuments);
  let parsed = new ParsedDocuments();
  let settings: Settings = DEFAULT_SETTINGS;
  let options: InitializationOptions = {};
  let pulls = false;
  let canConfigure = false;
  let resolvesEdits = false;
  let editorLocale: string | undefined;
  let relatesDocuments = false;
  let canSnippet = false;
  let canWatch = false;
  let canShowProgress = false;
  let folders: readonly string[] = [];
  let reference: Promise<Reference> | undefined;
  const pending = new Map<string, () => void>();
  /** The tokens that each document's client has. */
  const sentTokens = new Map<string, SemanticTokens>();
  let tokenResults = 0;
  const reports = new Reports();
  const reportsOfWorkspace = new Reports();
  /** What is wrong with the configuration file of each open document, and whether a person was told. */
  const configProblems = new Map<string, ConfigProblem>();
  const told = new Set<string>();
  let watching: Disposable | undefined;
  /** Documents that are being read. */
  const reading = new Map<string, Promise<void>>();

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
    const { textDocument, workspace: ofWorkspace, window } = params.capabilities;
    pulls = textDocument?.diagnostic !== undefined;
    relatesDocuments = textDocument?.diagnostic?.relatedDocumentSupport === true;
    canConfigure = ofWorkspace?.configuration === true;
    canSnippet = textDocument?.completion?.completionItem?.snippetSupport === true;
    canWatch = ofWorkspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    canShowProgress = window?.workDoneProgress === true;
    resolvesEdits = textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false;
    return {
      serverInfo: { name: 'smtp-transcripts', version: runtime.version },
      capabilities: serverCapabilities(pulls),
    };
  });

  connection.onInitialized(configure);
  connection.onDidChangeConfiguration(configure);

  /** Asks for the settings; documents may be open before the answer is here. */
  async function configure(): Promise<void> {
    if (canConfigure) {
      settings = readSettings(await connection.workspace.getConfiguration('smtp').catch(() => undefined));
      parsed.setPolicy(settings);
    }
    await watch();
    workspace.changed(true);
    if (!canConfigure || documents.all().length === 0) return;
    if (pulls) connection.languages.diagnostics.refresh().catch(() => undefined);
    else for (const document of documents.all()) publish(document);
  }

  /** Has the client say when a transcript of the workspace or a configuration file changes. */
  async function watch(): Promise<void> {
    if (!canWatch) return;
    const watchers = ['**/.smtprc.json', ...settings.workspace.include].map((globPattern) => ({ globPattern }));
    const before = watching;
    watching = await connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch(() => undefined);
    workspace.watched = watching !== undefined;
    before?.dispose();
  }

  // --- documents --------------------------------------------------------------------------------------------------

  documents.onDidChangeContent(({ document }) => schedule(document));
  documents.onDidOpen(({ document }) => {
    if (document.text.length > LARGE) readPatiently(document);
    workspace.changed(false);
    return loadConfig(document);
  });
  documents.onDidOpen(() => {
    if (reference === undefined) runtime.later(() => lookUp().catch((error) => log(String(error))), WARM_UP);
  });

  /** Reads a large document bit by bit, so that a person sees it and can give it up; requests wait until it is read. */
  function readPatiently(document: OpenDocument): void {
    const { uri } = document;
    const parts = parsed.getInParts(document);
    const done = patiently(word('reading', locale()), undefined, patience, async (pause) => {
      while (parts.next().done !== true) await pause();
    }).catch(() => {
      parts.next(true);
    });
    reading.set(uri, done);
    done.finally(() => reading.delete(uri)).catch(() => undefined);
  }
  connection.onDidChangeWatchedFiles(async () => {
    await Promise.all(documents.all().map(loadConfig));
    workspace.changed(true);
  });
  documents.onDidClose(({ document: { uri } }) => {
    pending.get(uri)?.();
    pending.delete(uri);
    parsed.forget(uri);
    sentTokens.delete(uri);
    reports.forget(uri);
    configProblems.delete(uri);
    workspace.changed(false);
    if (!pulls) connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => undefined);
  });

  /** What is due after a change; a newer change puts it off. */
  function schedule(document: OpenDocument): void {
    const { uri } = document;
    pending.get(uri)?.();
    const due = async () => {
      pending.delete(uri);
      await reading.get(uri);
      const current = documents.get(uri);
      if (current === undefined) return;
      workspace.changed(false);
      if (!pulls) publish(current);
      connection.sendNotification(StatusChanged, { uri, status: statusOf(current) }).catch(() => undefined);
    };
    const later = () => due().catch((error: unknown) => log(`publish: ${String(error)}`));
    pending.set(uri, runtime.later(later, document.version <= 1 ? 0 : DEBOUNCE));
  }

  /** Applies the configuration file that holds for a document, and judges it again when that makes a difference. */
  async function loadConfig({ uri }: OpenDocument): Promise<void> {
    const { policy, uri: file, problem } = await configOf(uri, filesOf(uri));
    const document = documents.get(uri);
    if (document === undefined) return;
    const mended = configProblems.delete(uri);
    if (problem !== undefined) configProblems.set(uri, problem);
    if (!pulls && file !== undefined) {
      const diagnostics = problem === undefined ? [] : [configDiagnostic(problem.message)];
      connection.sendDiagnostics({ uri: file, diagnostics }).catch(() => undefined);
    }
    if (problem !== undefined) complain(problem);
    const differs = parsed.configure(uri, policy);
    if (!differs && !mended && problem === undefined) return;
    workspace.changed(false);
    if (pulls) connection.languages.diagnostics.refresh().catch(() => undefined);
    else publish(document);
  }

  /** Once for each thing that is wrong. */
  function complain({ uri, message }: ConfigProblem): void {
    const line = `${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))}: ${message}`;
    if (told.has(uri + message)) return;
    told.add(uri + message);
    connection
      .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: line })
      .catch(() => undefined);
  }

  function publish(document: OpenDocument): void {
    const { uri, version } = document;
    connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(document) }).catch(() => undefined);
  }

  /** None of what the editor itself made of a transcript, such as one side of a comparison. */
  function diagnosticsOf(document: OpenDocument): Diagnostic[] {
    if (document.uri.startsWith(SESSION_SCHEME)) return [];
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

  function statusOf(document: OpenDocument): DocumentStatus {
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
    return guarded(name, token, fallback, log, async () => {
      await reading.get(uri);
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
      await reading.get(uri);
      const prepared = await prepare();
      const document = documents.get(uri);
      return document === undefined ? fallback : feature(parsed.get(document), prepared);
    });
  }

  /** An open document as last read; undefined when it is not open. */
  function opened(uri: string): ParsedDocument | undefined {
    const document = documents.get(uri);
    return document && parsed.get(document);
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
        commands: options.commandLinks === true,
        invoked: context.triggerKind !== CodeActionTriggerKind.Automatic,
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
  connection.languages.diagnostics.on(
    async ({ textDocument: { uri }, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      const items = await guarded('diagnostic', token, [], log, async () => {
        await reading.get(uri);
        const document = documents.get(uri);
        return document === undefined ? [] : diagnosticsOf(document);
      });
      if (items instanceof ResponseError) throw items;
      const problem = relatesDocuments ? configProblems.get(uri) : undefined;
      return {
        ...reports.of(uri, items, previousResultId),
        ...(problem !== undefined && { relatedDocuments: { [problem.uri]: configReport(problem) } }),
      };
    },
  );

  function configReport({ message }: ConfigProblem): FullDocumentDiagnosticReport & { readonly resultId: string } {
    const items = [configDiagnostic(message)];
    return { kind: 'full', items, resultId: message };
  }

  const here = (document: ParsedDocument, uri: string): Located => ({ uri, document });

  const workspace = new Workspace({
    folders: () => folders,
    include: () => settings.workspace.include,
    open: () => documents.keys().filter((uri) => !uri.startsWith(SESSION_SCHEME)),
    async readOpen(uri) {
      await reading.get(uri);
      const document = documents.get(uri);
      return document && parsed.get(document);
    },
    async readClosed({ uri, text }) {
      parsed.configure(uri, (await configOf(uri, filesOf(uri))).policy);
      return parsed.ofFile(uri, text);
    },
    filesOf,
  });

  /** Who can read the files of an address. */
  function filesOf(uri: string): Files | undefined {
    if (runtime.files !== undefined && uri.startsWith('file:')) return runtime.files;
    return options.files === true ? clientFiles : undefined;
  }

  const clientFiles: Files = {
    list: (uri) => connection.sendRequest(ListFolderRequest, { uri }).catch(() => []),
    read: async (uri, largest, known) => {
      const request = { uri, largest, ...(known !== undefined && { known }) };
      return (await connection.sendRequest(ReadFileRequest, request).catch(() => null)) ?? undefined;
    },
  };

  const patience: Patience = {
    later: runtime.later,
    async show(title) {
      if (!canShowProgress) return undefined;
      const bar = await connection.window.createWorkDoneProgress();
      bar.begin(title, undefined, undefined, true);
      return {
        cancelled: () => bar.token.isCancellationRequested,
        report: (message) => bar.report(message),
        done: () => bar.done(),
      };
    },
  };

  /** Every document of the workspace, others let in between and a bar shown when it takes long. */
  function everyDocument(token: CancellationToken): Promise<readonly Located[]> {
    return patiently(word('searching', locale()), token, patience, async (pause) => {
      const all: Located[] = [];
      for await (const each of workspace.documents(pause)) all.push(each);
      return all;
    });
  }

  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    answer('completion', uri, token, [], (document) =>
      completion(document, position, locale(), { snippets: canSnippet, ours: options.commandLinks === true }),
    ),
  );
  connection.onCompletionResolve(async (item) => {
    const key = (item.data as CompletionData | undefined)?.key;
    const entry = key === undefined ? undefined : (await lookUp()).find(key)[0];
    if (entry === undefined) return item;
    return { ...item, documentation: { kind: 'markdown', value: entry.meaning[locale()] } };
  });
  connection.onCodeActionResolve((action, token) => {
    const { uri = '', ...data } = (action.data ?? {}) as Partial<FixAllData & ConvertData>;
    return guarded<CodeAction>('codeAction/resolve', token, action, log, async () => {
      await reading.get(uri);
      const document = opened(uri);
      if (document === undefined) return action;
      if (data.convert === true) return resolveConvert(document, action);
      return patiently(word('mending', locale()), token, patience, async (pause) => {
        let after = document;
        for (const round of mending(document, data.session)) {
          await pause();
          after = round;
        }
        return resolveFixAll(document, after, action);
      });
    });
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
    answerWith(
      'references',
      uri,
      token,
      [],
      () => everyDocument(token),
      (document, all) => references(here(document, uri), position, all),
    ),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    answer('documentHighlight', uri, token, [], (document) => documentHighlights(document, position)),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    guarded('workspaceSymbol', token, [], log, async () =>
      workspaceSymbols(await everyDocument(token), query, locale()),
    ),
  );
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answer('codeLens', uri, token, [], (document) =>
      codeLenses(document, uri, locale(), options.commandLinks === true),
    ),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    answerWith('documentLink', uri, token, [], lookUp, documentLinks),
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
    answerWith(
      'rename',
      uri,
      token,
      null,
      () => everyDocument(token),
      (document, all) => {
        const changes = rename(here(document, uri), position, newName, all);
        return changes === null ? null : { changes };
      },
    ),
  );
  connection.onDocumentFormatting(({ textDocument: { uri } }, token) =>
    answer('formatting', uri, token, [], formatting),
  );
  connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, ch }, token) =>
    answer('onTypeFormatting', uri, token, [], (document) => onTypeFormatting(document, position, ch)),
  );
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const givenUp = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
    const items = await guarded('workspaceDiagnostic', token, [], log, async () => {
      // A client that has been told everything is answered when there is something new, as the protocol asks for.
      for (;;) {
        const change = workspace.nextChange(givenUp);
        const all = await workspaceReports(previous, token, (report) => {
          if (report.kind === 'full') partial?.report({ items: [report] });
        });
        if (previous.size === 0 || all.some(({ kind }) => kind === 'full')) return partial ? [] : all;
        await change;
        if (token.isCancellationRequested) throw new GivenUp();
      }
    });
    if (items instanceof ResponseError) throw items;
    return { items };
  });

  /** The report of each document and of each configuration file that is wrong; `each` gets it as soon as it is made. */
  async function workspaceReports(
    previous: ReadonlyMap<string, string>,
    token: CancellationToken,
    each: (report: WorkspaceDocumentDiagnosticReport) => void,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    const add = (uri: string, items: Diagnostic[]) => {
      const version = documents.get(uri)?.version ?? null;
      const report = { ...reportsOfWorkspace.of(uri, items, previous.get(uri)), uri, version };
      reports.push(report);
      each(report);
    };
    await patiently(word('judging', locale()), token, patience, async (pause) => {
      for await (const { uri, document } of workspace.documents(pause)) {
        add(uri, diagnostics(document, diagnosticOptions(uri, documents.get(uri) !== undefined)));
      }
    });
    const wrong = new Map([...configProblems.values()].map(({ uri, message }) => [uri, message]));
    for (const [uri, message] of wrong) add(uri, [configDiagnostic(message)]);
    // What the client still has of documents that are no longer there.
    const seen = new Set(reports.map(({ uri }) => uri));
    parsed.keepFiles(seen);
    for (const uri of previous.keys()) if (!seen.has(uri)) add(uri, []);
    return reports;
  }

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
    const read = opened(uri);
    if (read === undefined) return null;
    if (form === 'comparable') return comparableSession(read, key) ?? null;
    return (form === 'markdown' ? sessionAsMarkdown(read, key, locale()) : onlySession(read, key)) ?? null;
  });
  connection.onRequest(SessionBeforeRequest, ({ uri, key }) => {
    const read = opened(uri);
    const session = read?.transcript.sessions.find((each) => each.key === key);
    return read === undefined || session === undefined ? null : (sessionBefore(read, session)?.key ?? null);
  });
  connection.onRequest(MessageRequest, ({ uri, line }) => {
    const read = opened(uri);
    const message = read && messageAt(read, line);
    return message === undefined ? null : { text: message.text, complete: message.complete };
  });
  connection.onRequest(PlaceRequest, ({ uri, selection }) => {
    const read = opened(uri);
    return (read && placeAt(read, selection, locale())) ?? null;
  });
  connection.onRequest(FormatReportRequest, ({ uri }) => {
    const read = opened(uri);
    return read === undefined ? null : formatReport(read, runtime.version, locale());
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
