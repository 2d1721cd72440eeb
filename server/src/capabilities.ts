/** What the server tells a client that it can do. */
import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver-protocol';
import { ACTION_KINDS } from './features/codeActions';
import { TRIGGERS } from './features/completion';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from './features/semanticTokens';
import { SIGNATURE_TRIGGERS } from './features/signatureHelp';

/** `pulls`: the client asks for diagnostics, so nobody publishes any. */
export function serverCapabilities(pulls: boolean): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    codeActionProvider: { codeActionKinds: [...ACTION_KINDS], resolveProvider: true },
    completionProvider: { triggerCharacters: [...TRIGGERS], resolveProvider: true },
    signatureHelpProvider: { triggerCharacters: [...SIGNATURE_TRIGGERS] },
    definitionProvider: true,
    typeDefinitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    workspaceSymbolProvider: true,
    codeLensProvider: {},
    documentLinkProvider: {},
    selectionRangeProvider: true,
    inlayHintProvider: true,
    renameProvider: { prepareProvider: true },
    documentFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
    ...(pulls && {
      diagnosticProvider: { identifier: 'smtp', interFileDependencies: false, workspaceDiagnostics: true },
    }),
  };
}
