/** The real server over stdio: what an editor sees of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import {
  CodeActionRequest,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type Range,
  RequestType,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type TextEdit,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/features/semanticTokens';
import {
  ChooseDialect,
  DetectRequest,
  DialectsRequest,
  KeysRequest,
  ReferenceRequest,
  StatusChanged,
  StatusRequest,
} from '../../server/src/protocol';
import { LspClient } from '../helpers/lspClient';

const SAMPLE = readFileSync('test/e2e/workspace/deploy-failure.smtp', 'utf8');
const CODE = 'sequence.data-without-recipients';
const URI = 'file:///deploy-failure.smtp';
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const lineOf = (text: string, start: string) => text.split('\n').findIndex((line) => line.startsWith(start));
const wholeLine = (line: number): Range => ({ start: { line, character: 0 }, end: { line, character: 1000 } });
const applied = (text: string, edits: readonly TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create(URI, 'smtp-transcript', 1, text), [...edits]);

/** A server for all tests of a suite; it has to end well. */
function serve(options: Parameters<typeof LspClient.start>[0]): {
  readonly client: () => LspClient;
  readonly started: () => Awaited<ReturnType<typeof LspClient.start>>;
} {
  let running: Awaited<ReturnType<typeof LspClient.start>> | undefined;
  const started = () => running ?? assert.fail('the server is not up');
  before(async () => {
    running = await LspClient.start(options);
  });
  after(async () => {
    const { client } = started();
    try {
      assert.equal(await client.stop(), 0);
    } finally {
      client.kill();
    }
  });
  return { started, client: () => started().client };
}

describe('a client that pulls diagnostics', () => {
  const { client, started } = serve({
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { commandLinks: true },
  });
  const textDocument = { uri: URI };
  const pull = async (uri = URI) => {
    const report = await client().connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === 'full' ? report.items : assert.fail('not a full report');
  };

  before(() => client().open(URI, SAMPLE));

  test('is told what the server can do', () => {
    const { capabilities, serverInfo } = started().result;
    assert.equal(serverInfo?.name, 'smtp-transcripts');
    assert.ok(capabilities.diagnosticProvider);
    assert.ok(capabilities.hoverProvider && capabilities.documentSymbolProvider && capabilities.foldingRangeProvider);
    assert.deepEqual(capabilities.semanticTokensProvider?.legend, {
      tokenTypes: [...TOKEN_TYPES],
      tokenModifiers: [...TOKEN_MODIFIERS],
    });
  });

  test('gets the findings with their place, severity, page and related lines', async () => {
    const found = (await pull()).find(({ code }) => code === CODE);
    assert.ok(found);
    assert.equal(found.range.start.line, lineOf(SAMPLE, 'C: DATA'));
    assert.equal(found.source, 'smtp');
    assert.equal(found.severity, 1);
    assert.match(found.codeDescription?.href ?? '', /^smtp-reference:\/sequence\.data-without-recipients\.md$/);
    assert.deepEqual(
      found.relatedInformation?.map(({ location }) => location.range.start.line),
      [lineOf(SAMPLE, 'S: 503'), lineOf(SAMPLE, 'S: 550')],
    );
  });

  test('is not sent any', () => assert.deepEqual(client().published, []));

  test('gets the hover of the 503 in this place', async () => {
    const position = { line: lineOf(SAMPLE, 'S: 503'), character: 4 };
    const hover = await client().connection.sendRequest(HoverRequest.type, { textDocument, position });
    assert.ok(hover && typeof hover.contents === 'object' && 'value' in hover.contents);
    assert.match(hover.contents.value, /Bad sequence of commands/);
    assert.deepEqual(hover.range, { start: { ...position, character: 3 }, end: { ...position, character: 6 } });
  });

  test('gets no hover where nothing is to be explained', async () => {
    assert.equal(
      await client().connection.sendRequest(HoverRequest.type, {
        textDocument,
        position: { line: 9999, character: 0 },
      }),
      null,
    );
  });

  test('gets the outline', async () => {
    const symbols = await client().connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    assert.equal(symbols?.length, 1);
    const [session] = symbols ?? [];
    assert.ok(session && 'children' in session);
    assert.deepEqual(
      session.children?.map(({ name }) => name),
      ['Greeting', 'EHLO app.example.com', 'Message from <deploy@example.com>', 'QUIT'],
    );
  });

  test('gets folding ranges within the document', async () => {
    const ranges = await client().connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    assert.ok(ranges && ranges.length >= 2);
    for (const { startLine, endLine } of ranges) assert.ok(startLine < endLine && endLine < SAMPLE.split('\n').length);
  });

  test('gets semantic tokens, and of a range those of its lines', async () => {
    const full = await client().connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    const line = lineOf(SAMPLE, 'C: RCPT');
    const part = await client().connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument,
      range: wholeLine(line),
    });
    assert.ok(full && part);
    const decoded = decode(full.data);
    assert.deepEqual(
      decode(part.data),
      decoded.filter((token) => token.line === line),
    );
    assert.deepEqual(
      decode(part.data).map(({ type, text }) => [type, text]),
      [
        ['smtpVerb', 'RCPT'],
        ['smtpVerb', 'TO'],
        ['smtpAddress', '<ghost@example.org>'],
      ],
    );
  });

  test('gets the quick fix, and it mends the text', async () => {
    const line = lineOf(SAMPLE, 'C: DATA');
    const diagnostics = (await pull()).filter(({ code }) => code === CODE);
    const actions = await client().connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: wholeLine(line),
      context: { diagnostics },
    });
    const fix = actions?.find((action) => 'isPreferred' in action && action.isPreferred);
    assert.ok(fix && 'edit' in fix);
    assert.deepEqual(fix.diagnostics, diagnostics);
    const mended = applied(SAMPLE, fix.edit?.changes?.[URI] ?? []);
    await client().open('file:///mended.smtp', mended);
    assert.deepEqual(
      codes(await pull('file:///mended.smtp')),
      codes(await pull()).filter((code) => code !== CODE),
    );
  });

  test('gets only the kinds of actions that it asks for', async () => {
    const ask = (only: string[]) =>
      client().connection.sendRequest(CodeActionRequest.type, {
        textDocument,
        range: wholeLine(lineOf(SAMPLE, 'C: DATA')),
        context: { diagnostics: [], only },
      });
    assert.deepEqual((await ask(['refactor'])) ?? [], []);
    assert.ok(((await ask(['quickfix'])) ?? []).every((action) => 'kind' in action && action.kind === 'quickfix'));
    assert.ok(
      ((await ask(['source.fixAll'])) ?? []).some(
        (action) => 'kind' in action && action.kind?.startsWith('source.fixAll'),
      ),
    );
  });

  test('sees an edit at once when it pulls', async () => {
    const uri = 'file:///edited.smtp';
    await client().open(uri, SAMPLE);
    const line = lineOf(SAMPLE, 'S: 550');
    await client().change(uri, 2, wholeLine(line), 'S: 250 2.1.5 Ok');
    assert.ok(!codes(await pull(uri)).includes(CODE));
  });

  test('is not sent again what it has', async () => {
    const uri = 'file:///again.smtp';
    await client().open(uri, SAMPLE);
    const ask = (previousResultId?: string) =>
      client().connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
        ...(previousResultId !== undefined && { previousResultId }),
      });
    const first = await ask();
    await client().change(uri, 2, wholeLine(lineOf(SAMPLE, 'S: 221')), 'S: 221 2.0.0 Goodbye');
    assert.deepEqual(await ask(first.resultId), { kind: 'unchanged', resultId: first.resultId });
    assert.equal((await ask()).kind, 'full');
    await client().change(uri, 3, wholeLine(lineOf(SAMPLE, 'S: 550')), 'S: 250 2.1.5 Ok');
    const changed = await ask(first.resultId);
    assert.ok(changed.kind === 'full' && !codes(changed.items).includes(CODE));
  });

  test('is not sent again what it has of the workspace', async () => {
    const ask = (previousResultIds: { uri: string; value: string }[]) =>
      client().connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds });
    const has = (await ask([])).items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    const next = ask(has);
    // The request stays open until there is something new.
    await client().change('file:///edited.smtp', 3, wholeLine(0), 'S: 220 mx.example.org');
    await client().open('file:///new.smtp', SAMPLE);
    const { items } = await next;
    assert.equal(items.find(({ uri }) => uri === URI)?.kind, 'unchanged');
    assert.ok(items.some(({ kind }) => kind === 'full'));
  });

  test('is told the status of a document, and when it changes', async () => {
    const status = await client().connection.sendRequest(StatusRequest, { uri: URI });
    assert.equal(status?.dialect?.id, 'canonical');
    assert.deepEqual([status.sessions, status.chosen], [1, false]);
    const changed = client().next(StatusChanged, ({ uri, status: { chosen } }) => uri === URI && chosen);
    await client().connection.sendNotification(ChooseDialect, { uri: URI, dialect: 'swaks' });
    assert.equal((await changed).status.dialect?.id, 'swaks');
    assert.deepEqual(await pull(), []);
    await client().connection.sendNotification(ChooseDialect, { uri: URI, dialect: null });
    assert.ok(codes(await pull()).includes(CODE));
  });

  test('gets nothing about a document that is not open', async () => {
    const unknown = { textDocument: { uri: 'file:///unknown.smtp' } };
    const { connection } = client();
    assert.deepEqual(await pull('file:///unknown.smtp'), []);
    assert.equal(await connection.sendRequest(StatusRequest, { uri: 'file:///unknown.smtp' }), null);
    assert.equal(
      await connection.sendRequest(HoverRequest.type, { ...unknown, position: { line: 0, character: 0 } }),
      null,
    );
    assert.deepEqual(await connection.sendRequest(DocumentSymbolRequest.type, unknown), []);
    assert.deepEqual(await connection.sendRequest(SemanticTokensRequest.type, unknown), { data: [] });
  });

  test('can look things up', async () => {
    const { connection } = client();
    assert.match((await connection.sendRequest(ReferenceRequest, { key: '503' })) ?? '', /^# 503 /);
    assert.match((await connection.sendRequest(ReferenceRequest, { key: CODE })) ?? '', /^# /);
    assert.equal(await connection.sendRequest(ReferenceRequest, { key: 'no such key' }), null);
    assert.ok((await connection.sendRequest(KeysRequest)).some(({ key, kind }) => key === CODE && kind === 'rule'));
    assert.ok((await connection.sendRequest(DialectsRequest)).some(({ id }) => id === 'swaks'));
    assert.equal((await connection.sendRequest(DetectRequest, { text: SAMPLE }))?.id, 'canonical');
    assert.equal(await connection.sendRequest(DetectRequest, { text: 'int main;' }), null);
  });

  test('finds the server alive after nonsense', async () => {
    const nonsense = new RequestType<unknown, unknown, void>('textDocument/hover');
    const unknown = new RequestType<unknown, unknown, void>('smtp/noSuchRequest');
    await assert.rejects(client().connection.sendRequest(nonsense, { wrong: true }));
    await assert.rejects(client().connection.sendRequest(unknown, {}));
    client().writeRaw('Content-Length: 5\r\n\r\n{bad}');
    assert.ok(codes(await pull()).includes(CODE));
  });

  test('gets one information finding for a file that is no transcript, and the way out', async () => {
    const uri = 'file:///main.c.smtp';
    await client().open(uri, '#include <stdio.h>\nint main(void) { return 0; }\n');
    const diagnostics = await pull(uri);
    assert.deepEqual(
      diagnostics.map(({ code, severity }) => [code, severity]),
      [['file.not-recognised', 3]],
    );
    const actions = await client().connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: wholeLine(0),
      context: { diagnostics },
    });
    assert.ok(
      actions?.some(
        (action) =>
          'command' in action && typeof action.command === 'object' && action.command?.command === 'smtp.pickDialect',
      ),
    );
  });

  function decode(data: readonly number[]) {
    const lines = SAMPLE.split('\n');
    let line = 0;
    let character = 0;
    return Array.from({ length: data.length / 5 }, (_, index) => {
      const [deltaLine = 0, deltaStart = 0, length = 0, type = 0] = data.slice(index * 5, index * 5 + 5);
      line += deltaLine;
      character = deltaLine === 0 ? character + deltaStart : deltaStart;
      return { line, type: TOKEN_TYPES[type], text: lines[line]?.slice(character, character + length) };
    });
  }
});

describe('a client that is sent diagnostics', () => {
  const settings: Record<string, unknown> = { smtp: { language: 'en' } };
  const { client, started } = serve({
    capabilities: { workspace: { configuration: true } },
    settings,
    locale: 'zh-cn',
  });
  const published = (uri: string, version?: number) =>
    client().diagnostics((params) => params.uri === uri && (version === undefined || params.version === version));

  test('is not offered to pull', () => assert.equal(started().result.capabilities.diagnosticProvider, undefined));

  test('gets them when it opens a document, and none when it closes it', async () => {
    await client().open(URI, SAMPLE);
    assert.ok(codes((await published(URI, 1)).diagnostics).includes(CODE));
    const gone = client().diagnostics(({ uri, version }) => uri === URI && version === undefined);
    await client().connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: URI } });
    assert.deepEqual((await gone).diagnostics, []);
  });

  test('gets those of the newest text after many edits, not one set for each', async () => {
    const uri = 'file:///typing.smtp';
    await client().open(uri, 'S: 220 mx.example.org ESMTP\n');
    await published(uri, 1);
    const lines = ['C: RCPT TO:<bob@example.org>\n', 'S: 503 5.5.1 hello first\n', ...'C: QUIT\nS: 221 Bye\n'];
    let position = { line: 1, character: 0 };
    for (const [index, text] of lines.entries()) {
      await client().change(uri, index + 2, { start: position, end: position }, text);
      position = text.endsWith('\n')
        ? { line: position.line + 1, character: 0 }
        : { ...position, character: position.character + text.length };
    }
    const last = await published(uri, lines.length + 1);
    assert.deepEqual(codes(last.diagnostics), ['sequence.before-hello']);
    const versions = client()
      .published.filter((params) => params.uri === uri)
      .map(({ version }) => version ?? 0);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.ok(new Set(versions).size < lines.length, `${versions}`);
  });

  test('gets them again when a rule’s severity is set, in the language that is set', async () => {
    const uri = 'file:///configured.smtp';
    await client().open(uri, SAMPLE);
    assert.match(
      String((await published(uri)).diagnostics.find(({ code }) => code === CODE)?.message),
      /every recipient was refused/,
    );
    settings.smtp = { language: 'zh-cn', rules: { [CODE]: 'hint', 'delivery.recipient-refused': 'off' } };
    const again = client().diagnostics(
      ({ uri: each, diagnostics }) =>
        each === uri && diagnostics.some(({ code, severity }) => code === CODE && severity === 4),
    );
    await client().connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    const { diagnostics } = await again;
    assert.ok(!codes(diagnostics).includes('delivery.recipient-refused'));
    assert.match(String(diagnostics.find(({ code }) => code === CODE)?.message), /收件人/);
  });

  test('gets them again when it chooses another dialect', async () => {
    const uri = 'file:///configured.smtp';
    const again = client().diagnostics(({ uri: each, diagnostics }) => each === uri && diagnostics.length === 0);
    await client().connection.sendNotification(ChooseDialect, { uri, dialect: 'swaks' });
    await again;
  });
});

describe('a client that is slow to say what is set', () => {
  const settings = { smtp: { rules: { [CODE]: 'information' } } };
  let answer: () => void = () => undefined;
  const settingsKnown = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { client } = serve({ capabilities: { workspace: { configuration: true } }, settings, settingsKnown });

  test('sees the settings in the document that it opened before', async () => {
    const severity = (wanted: number) =>
      client().diagnostics(({ diagnostics }) =>
        diagnostics.some((each) => each.code === CODE && each.severity === wanted),
      );
    await client().open(URI, SAMPLE);
    await severity(1);
    answer();
    await severity(3);
  });
});

describe('the end', () => {
  test('without shutdown is exit code 1', async () => {
    const { client } = await LspClient.start();
    assert.equal(await client.exit(), 1);
  });

  test('of the pipe is the end of the server', async () => {
    const { client } = await LspClient.start();
    assert.equal(await client.hangUp(), 1);
  });
});
