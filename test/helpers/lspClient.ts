/** A small LSP client that starts the real server and talks to it over stdio. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type NotificationType,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { InitializationOptions } from '../../server/src/protocol';

/** A server that says nothing for so long, milliseconds, has failed. */
const PATIENCE = 15_000;

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  readonly locale?: string;
  /** Answers to `workspace/configuration`, by section. */
  readonly settings?: Record<string, unknown>;
  /** The client answers only then. */
  readonly settingsKnown?: Promise<void>;
  /** URIs. */
  readonly workspaceFolders?: readonly string[];
  /** Called before the server is greeted, to answer what it asks. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

export class LspClient {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly settings: Record<string, unknown>;
  readonly #process: ChildProcess;
  readonly #exit: Promise<number | null>;

  private constructor({ settings = {}, settingsKnown, prepare }: ClientOptions) {
    this.settings = settings;
    this.#process = spawn(process.execPath, ['dist/cli.cjs', 'serve', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#exit = new Promise((resolve) => this.#process.once('exit', resolve));
    const { stdin, stdout } = this.#process;
    if (stdin === null || stdout === null) throw new Error('the server has no pipes');
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onRequest(ConfigurationRequest.type, async ({ items }) => {
      await settingsKnown;
      return items.map(({ section = '' }) => this.settings[section] ?? null);
    });
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
    });
    prepare?.(this.connection);
    this.connection.listen();
  }

  /** Starts a server and greets it. */
  static async start(
    options: ClientOptions = {},
  ): Promise<{ readonly client: LspClient; readonly result: InitializeResult }> {
    const client = new LspClient(options);
    const result = await client.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: options.workspaceFolders?.map((uri) => ({ uri, name: uri })) ?? null,
      capabilities: options.capabilities ?? {},
      initializationOptions: options.initializationOptions ?? {},
      ...(options.locale !== undefined && { locale: options.locale }),
    });
    await client.connection.sendNotification(InitializedNotification.type, {});
    return { client, result };
  }

  async open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'smtp-transcript', version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  async change(uri: string, version: number, range: Range, text: string): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  /** The first published diagnostics, those that came already included, that satisfy `wanted`. */
  async diagnostics(wanted: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    return this.published.find(wanted) ?? this.next(PublishDiagnosticsNotification.type, wanted);
  }

  /** The next notification of a type that satisfies `wanted`. */
  next<P>(type: NotificationType<P>, wanted: (params: P) => boolean = () => true): Promise<P> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no ${type.method} within ${PATIENCE} ms`)), PATIENCE);
      const listening = this.connection.onNotification(type, (params) => {
        if (type.method === PublishDiagnosticsNotification.method)
          this.published.push(params as PublishDiagnosticsParams);
        if (!wanted(params)) return;
        clearTimeout(late);
        listening.dispose();
        resolve(params);
      });
    });
  }

  /** Process id of the server. */
  get pid(): number {
    return this.#process.pid ?? Number.NaN;
  }

  /** Writes octets that are no message of the protocol. */
  writeRaw(text: string): void {
    this.#process.stdin?.write(text);
  }

  /** Ends the session as the protocol wants it; resolves to the server's exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    return this.exit();
  }

  /** Says `exit`; resolves to the server's exit code. */
  async exit(): Promise<number | null> {
    await this.connection.sendNotification(ExitNotification.type);
    const code = await this.#exit;
    this.connection.dispose();
    return code;
  }

  /** Closes the pipe to the server without a word; resolves to its exit code. */
  async hangUp(): Promise<number | null> {
    this.#process.stdin?.end();
    const code = await this.#exit;
    this.connection.dispose();
    return code;
  }

  /** For `after` hooks: ends the process whatever became of the test. */
  kill(): void {
    this.#process.kill();
  }
}
