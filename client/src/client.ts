/**
 * Starts the language server when the first transcript is opened, and everything that talks to it. VS Code wakes the
 * extension for any log: what costs time to load is loaded with the connection, see `connection.ts`.
 */
import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol';
import { registerCommands } from './commands';
import type { Connection } from './connection';
import { DialectChoices } from './dialects';
import { recogniseTranscripts } from './recognise';
import { showStatus } from './status';
import { registerReferenceFiles } from './views/referenceFiles';
import { registerSessionFiles } from './views/sessionFiles';

/** The language of transcripts, as the manifest names it. */
export const LANGUAGE = 'smtp-transcript';

/** Loads and makes the connection of one runtime, Node or browser; it is not started yet. */
export type Connect = (options: LanguageClientOptions) => Promise<Connection>;

/** What the rest of the extension may ask of the server. */
export interface Server {
  /** Starts the server when that has not happened. */
  readonly ready: () => Promise<Connection>;
  readonly restart: () => Promise<void>;
  readonly output: vscode.LogOutputChannel;
}

export function activate(context: vscode.ExtensionContext, connect: Connect): void {
  const output = vscode.window.createOutputChannel('SMTP Transcripts', { log: true });
  const choices = new DialectChoices(context.workspaceState);
  let connection: Promise<Connection> | undefined;

  const start = async (): Promise<Connection> => {
    const made = await connect(clientOptions(output, choices));
    context.subscriptions.push(showStatus(made));
    await made.start();
    output.debug('The language server is up.');
    return made;
  };
  const server: Server = {
    output,
    ready: () => {
      connection ??= start();
      return connection;
    },
    restart: async () => {
      const running = await server.ready();
      await running.stop();
      await running.start();
      output.info('The language server was restarted.');
    },
  };

  context.subscriptions.push(output, registerReferenceFiles(server), registerSessionFiles(server));
  context.subscriptions.push(...registerCommands(server, choices));
  context.subscriptions.push({ dispose: () => connection?.then((running) => running.stop()) });
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
    files: true,
    dialects: choices.all(),
  };
  return {
    documentSelector: [{ language: LANGUAGE }],
    outputChannel: output,
    initializationOptions,
    synchronize: { configurationSection: 'smtp' },
    // Only our own command may be run from a hover; what the file says is escaped by the server.
    markdown: { isTrusted: { enabledCommands: ['smtp.openReference'] } },
  };
}
