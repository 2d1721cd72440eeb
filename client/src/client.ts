/** Starts the language server when the first transcript is opened, and everything that talks to it. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol';
import { registerCommands } from './commands';
import { DialectChoices } from './dialects';
import { recogniseTranscripts } from './recognise';
import { showStatus } from './status';
import { registerReferenceFiles } from './views/referenceFiles';

/** The language of transcripts, as the manifest names it. */
export const LANGUAGE = 'smtp-transcript';

/** Makes the client of one runtime, Node or browser; it is not started yet. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What the rest of the extension may ask of the server. */
export interface Server {
  /** Starts the server when that has not happened. */
  readonly ready: () => Promise<BaseLanguageClient>;
  readonly restart: () => Promise<void>;
  readonly output: vscode.LogOutputChannel;
}

export function activate(context: vscode.ExtensionContext, create: CreateClient): void {
  const output = vscode.window.createOutputChannel('SMTP Transcripts', { log: true });
  const choices = new DialectChoices(context.workspaceState);
  let client: Promise<BaseLanguageClient> | undefined;

  const start = async (): Promise<BaseLanguageClient> => {
    const made = create(clientOptions(output, choices));
    context.subscriptions.push(showStatus(made));
    await made.start();
    output.debug('The language server is up.');
    return made;
  };
  const server: Server = {
    output,
    ready: () => {
      client ??= start();
      return client;
    },
    restart: async () => {
      const running = await server.ready();
      await running.stop();
      await running.start();
      output.info('The language server was restarted.');
    },
  };

  context.subscriptions.push(output, registerReferenceFiles(server), ...registerCommands(server, choices));
  context.subscriptions.push({ dispose: () => client?.then((running) => running.stop()) });
  const wake = (document: vscode.TextDocument) => {
    if (document.languageId === LANGUAGE) server.ready().catch((error) => output.error(String(error)));
  };
  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument(wake));
  vscode.workspace.textDocuments.forEach(wake);
  context.subscriptions.push(recogniseTranscripts(context.extension.packageJSON));
}

function clientOptions(output: vscode.LogOutputChannel, choices: DialectChoices): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    locale: vscode.env.language,
    commandLinks: true,
    dialects: choices.all(),
  };
  return {
    documentSelector: [{ language: LANGUAGE }],
    outputChannel: output,
    initializationOptions,
    synchronize: {
      configurationSection: 'smtp',
      fileEvents: vscode.workspace.createFileSystemWatcher('**/.smtprc.json'),
    },
    // Only our own command may be run from a hover; what the file says is escaped by the server.
    markdown: { isTrusted: { enabledCommands: ['smtp.openReference'] } },
  };
}
