/** The server and a workspace of many files: what is open and what is not, what changes, what takes long. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  LSPErrorCodes,
  ProgressType,
  PublishDiagnosticsNotification,
  type Range,
  ReferencesRequest,
  type Registration,
  RegistrationRequest,
  RenameRequest,
  ResponseError,
  ShowMessageNotification,
  UnregistrationRequest,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  type WorkspaceDiagnosticReportPartialResult,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { ListFolderRequest, ReadFileRequest } from '../../server/src/protocol';
import { LspClient } from '../helpers/lspClient';

const SAMPLE = readFileSync('test/e2e/workspace/deploy-failure.smtp', 'utf8');
const CODE = 'sequence.data-without-recipients';

/** A folder with transcripts in it: `a.smtp`, `logs/b.log`, `logs/c.txt`, `node_modules/d.smtp`. */
function folderOfTranscripts(): { readonly uri: (path: string) => string; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-workspace-'));
  for (const path of ['a.smtp', 'logs/b.log', 'logs/c.txt', 'node_modules/d.smtp']) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), SAMPLE);
  }
  return { folder, uri: (path) => pathToFileURL(join(folder, path)).toString() };
}

async function stopped(client: LspClient | undefined): Promise<void> {
  try {
    assert.equal(await client?.stop(), 0);
  } finally {
    client?.kill();
  }
}

describe('a workspace with patterns of its own', () => {
  const { folder, uri } = folderOfTranscripts();
  let client: LspClient;
  const registered: Registration[] = [];

  before(async () => {
    ({ client } = await LspClient.start({
      capabilities: {
        textDocument: { diagnostic: { relatedDocumentSupport: true } },
        workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
      },
      workspaceFolders: [pathToFileURL(folder).toString()],
      settings: { smtp: { workspace: { include: ['**/*.smtp', 'logs/*.log'] } } },
      prepare(connection) {
        connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
          registered.push(...registrations);
        });
        connection.onRequest(UnregistrationRequest.type, () => undefined);
      },
    }));
    await client.open(uri('a.smtp'), SAMPLE);
    await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
  });
  after(async () => {
    await stopped(client);
    rmSync(folder, { recursive: true });
  });

  const changed = (path: string) =>
    client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uri(path), type: FileChangeType.Changed }],
    });

  test('has the client watch what they name', () => {
    const watchers = registered.flatMap(({ registerOptions }) => registerOptions.watchers);
    assert.deepEqual(
      watchers.map(({ globPattern }) => globPattern),
      ['**/.smtprc.json', '**/*.smtp', 'logs/*.log'],
    );
  });

  const ghost = { line: SAMPLE.split('\n').findIndex((line) => line.startsWith('C: RCPT')), character: 14 };

  test('is searched: references, symbols', async () => {
    const found = await client.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: uri('a.smtp') },
      position: ghost,
      context: { includeDeclaration: true },
    });
    assert.deepEqual([...new Set(found?.map((each) => each.uri))], [uri('a.smtp'), uri('logs/b.log')]);
    const symbols = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'ghost@' });
    assert.deepEqual(
      symbols?.map(({ location }) => location.uri),
      [uri('a.smtp'), uri('logs/b.log')],
    );
  });

  test('is renamed in', async () => {
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri: uri('a.smtp') },
      position: ghost,
      newName: 'user@domain.example',
    });
    assert.deepEqual(Object.keys(edit?.changes ?? {}), [uri('a.smtp'), uri('logs/b.log')]);
  });

  test('is checked, each file told as soon as it is, and then only what is new', async () => {
    const told: string[] = [];
    const type = new ProgressType<WorkspaceDiagnosticReportPartialResult>();
    const listening = client.connection.onProgress(type, 'parts', ({ items }) => {
      for (const item of items) told.push(item.uri);
    });
    const first = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
      partialResultToken: 'parts',
    });
    listening.dispose();
    assert.deepEqual(first.items, []);
    assert.deepEqual(told, [uri('a.smtp'), uri('logs/b.log')]);

    const whole = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    const previousResultIds = whole.items.map((item) => ({ uri: item.uri, value: item.resultId ?? '' }));
    const next = client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
    // The request stays open until a file is another.
    writeFileSync(join(folder, 'logs/b.log'), SAMPLE.replace('S: 550 5.1.1', 'S: 250 2.1.5'));
    await changed('logs/b.log');
    const { items } = await next;
    const b = items.find((item) => item.uri === uri('logs/b.log'));
    assert.ok(b?.kind === 'full' && !b.items.some(({ code }) => code === CODE));
    assert.equal(items.find((item) => item.uri === uri('a.smtp'))?.kind, 'unchanged');
  });

  test('that is given up ends the request', async () => {
    const whole = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    const previousResultIds = whole.items.map((item) => ({ uri: item.uri, value: item.resultId ?? '' }));
    const source = new CancellationTokenSource();
    const waiting = client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds }, source.token);
    source.cancel();
    await assert.rejects(
      waiting,
      (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
    );
  });

  test('with a configuration that is wrong says so in that file', async () => {
    const told = client.next(ShowMessageNotification.type);
    writeFileSync(join(folder, '.smtprc.json'), '{"preset": "lenient"}');
    await changed('.smtprc.json');
    assert.match((await told).message, /^\.smtprc\.json: preset is one of strict, recommended, errors-only/);
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: uri('a.smtp') },
    });
    const related = report.relatedDocuments?.[uri('.smtprc.json')];
    assert.ok(related?.kind === 'full');
    assert.match(String(related.items[0]?.message), /preset is one of/);
    const whole = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    const own = whole.items.find((item) => item.uri === uri('.smtprc.json'));
    assert.ok(own?.kind === 'full' && own.items.length === 1);
  });

  test('takes its configuration for files that are not open, too', async () => {
    writeFileSync(join(folder, '.smtprc.json'), JSON.stringify({ rules: { 'delivery.recipient-refused': 'off' } }));
    writeFileSync(join(folder, 'logs/b.log'), SAMPLE);
    await changed('.smtprc.json');
    const codes = new Map<string, unknown[]>();
    const previous = new Map<string, string>();
    const isSo = (path: string) => String(codes.get(uri(path))) === CODE;
    while (!isSo('a.smtp') || !isSo('logs/b.log')) {
      // The request stays open until there is something new.
      const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
        previousResultIds: [...previous].map(([each, value]) => ({ uri: each, value })),
      });
      for (const item of items) {
        previous.set(item.uri, item.resultId ?? '');
        if (item.kind === 'full')
          codes.set(
            item.uri,
            item.items.map(({ code }) => code),
          );
      }
    }
  });
});

describe('a client that is sent diagnostics', () => {
  const { folder, uri } = folderOfTranscripts();
  let client: LspClient;
  before(async () => {
    ({ client } = await LspClient.start());
  });
  after(async () => {
    await stopped(client);
    rmSync(folder, { recursive: true });
  });

  test('is sent those of a wrong configuration file as well', async () => {
    writeFileSync(join(folder, '.smtprc.json'), '{"rules": {"no.such": "off"}}');
    await client.open(uri('a.smtp'), SAMPLE);
    const { diagnostics } = await client.diagnostics((params) => params.uri === uri('.smtprc.json'));
    assert.match(String(diagnostics[0]?.message), /there is no rule "no\.such"/);
    writeFileSync(join(folder, '.smtprc.json'), '{}');
    const mended = client.next(
      PublishDiagnosticsNotification.type,
      (params) => params.uri === uri('.smtprc.json') && params.diagnostics.length === 0,
    );
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uri('.smtprc.json'), type: FileChangeType.Changed }],
    });
    await mended;
  });
});

describe('files that only the client can read', () => {
  const root = 'memory://host/work';
  const whole: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

  /** A client whose folder answers when `answer` is called, and that collects what bars of progress say. */
  async function slowClient() {
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const shown: string[] = [];
    let onShown: (token: string | number) => void = () => undefined;
    const bar = new Promise<string | number>((resolve) => {
      onShown = resolve;
    });
    const { client } = await LspClient.start({
      capabilities: { window: { workDoneProgress: true } },
      initializationOptions: { files: true },
      workspaceFolders: [root],
      prepare(connection) {
        connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
          connection.onProgress(WorkDoneProgress.type, token, (value) => {
            shown.push(value.kind === 'begin' ? `begin ${value.title} ${value.cancellable}` : value.kind);
            if (value.kind === 'begin') onShown(token);
          });
        });
        connection.onRequest(ListFolderRequest, async ({ uri }) => {
          await answered;
          return uri === root ? [{ name: 'x y.smtp', kind: 'file' as const }] : [];
        });
        connection.onRequest(ReadFileRequest, ({ uri, known }) => {
          if (!uri.endsWith('/x%20y.smtp')) return null;
          return known === '1' ? { stamp: '1' } : { stamp: '1', text: SAMPLE };
        });
      },
    });
    return { client, answer, bar, shown };
  }

  test('are searched; what takes long is shown, with its end', async () => {
    const { client, answer, bar, shown } = await slowClient();
    try {
      const search = client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'ghost@' });
      await bar;
      answer();
      assert.deepEqual(
        (await search)?.map(({ location }) => location.uri),
        [`${root}/x%20y.smtp`],
      );
      assert.deepEqual(shown, ['begin Searching the transcripts true', 'end']);
      const again = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'ghost@' });
      assert.equal(again?.length, 1);
    } finally {
      await stopped(client);
    }
  });

  test('are not searched further when the person gives up', async () => {
    const { client, answer, bar } = await slowClient();
    try {
      const search = client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'ghost@' });
      const token = await bar;
      await client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
      answer();
      await assert.rejects(
        search,
        (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
      );
    } finally {
      await stopped(client);
    }
  });

  test('are closed and opened like any other', async () => {
    const { client, answer } = await slowClient();
    answer();
    try {
      const uri = `${root}/x%20y.smtp`;
      await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'smtp-transcript', version: 1, text: 'S: 220 mx.example.org ESMTP\n' },
      });
      const symbols = await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'ghost@' });
      assert.deepEqual(symbols, [], 'the text that is open counts, not the file');
      await client.change(uri, 2, whole, SAMPLE);
      assert.equal((await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'ghost@' }))?.length, 1);
    } finally {
      await stopped(client);
    }
  });
});
