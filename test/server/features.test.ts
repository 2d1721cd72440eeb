/** Each language feature over stdio, as a client of any make sees it: announced, asked for, answered. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  CodeLensRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  type Location,
  type Position,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type ServerCapabilities,
  SignatureHelpRequest,
  SymbolKind,
  type TextEdit,
  TypeDefinitionRequest,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FormatReportRequest, MessageRequest, PlaceRequest, SessionTextRequest } from '../../server/src/protocol';
import { LspClient } from '../helpers/lspClient';

const LOGIN = `S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-SIZE 10240000
S: 250-PIPELINING
S: 250-AUTH PLAIN LOGIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH PLAIN AGFsaWNlQGV4YW1wbGUubmV0AHMzY3JldA==
S: 235 2.7.0 Authentication successful
C: MAIL FROM:<alice@example.net> SIZE=120
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: RCPT TO:<ghost@example.org>
S: 550 5.1.1 <ghost@example.org>: User unknown, see https://example.org/help and RFC 5321 section 4.2
C: DATA
S: 354 End data with <CR><LF>.<CR><LF>
C: From: <alice@example.net>
C: Subject: hello
C: 
C: ..dotted
C: .
S: 250 2.0.0 Ok: queued as 4F2A166289
C: QUIT
S: 221 2.0.0 Bye
`;

const TWICE = `--- session one ---
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<alice@example.net>
S: 250 2.1.0 Ok
C: QUIT
S: 221 2.0.0 Bye
--- session two ---
S: 220 mx.example.org ESMTP
C: MAIL FROM:<alice@example.net>
S: 503 5.5.1 Error: send HELO/EHLO first
C: QUIT
S: 221 2.0.0 Bye
`;

const URI = 'file:///login.smtp';
const textDocument = { uri: URI };

/** One character into the nth (from 1) occurrence of a text. */
function inside(text: string, on: string, nth = 1): Position {
  let at = -1;
  for (let count = 0; count < nth; count++) at = text.indexOf(on, at + 1);
  assert.ok(at >= 0, on);
  const lines = text.slice(0, at + 1).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
/** The first line that begins so; with a line end in `start` the line that is so. */
const lineOf = (text: string, start: string) => text.split('\n').findIndex((line) => `${line}\n`.startsWith(start));
const onLine = (line: number): Range => ({ start: { line, character: 0 }, end: { line, character: 0 } });
const applied = (text: string, edits: readonly TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create(URI, 'smtp-transcript', 1, text), [...edits]);
/** The lines of the places in a document. */
const linesOf = (found: readonly Location[] | null, uri = URI) =>
  (found ?? []).filter((each) => each.uri === uri).map(({ range }) => range.start.line);

const textOf = (item: CompletionItem | undefined) => item?.textEdit?.newText ?? assert.fail('no text');

describe('a client of another make', () => {
  let client: LspClient;
  let capabilities: ServerCapabilities;

  before(async () => {
    const started = await LspClient.start({ capabilities: { textDocument: { diagnostic: {} } } });
    client = started.client;
    capabilities = started.result.capabilities;
    await client.open(URI, LOGIN);
  });
  after(async () => {
    try {
      assert.equal(await client.stop(), 0);
    } finally {
      client.kill();
    }
  });

  test('sees every feature announced', () => {
    const wanted = [
      ...(['hover', 'completion', 'signatureHelp', 'definition', 'typeDefinition', 'references'] as const),
      ...(['documentHighlight', 'documentSymbol', 'workspaceSymbol', 'codeAction', 'codeLens'] as const),
      ...(['documentLink', 'foldingRange', 'selectionRange', 'semanticTokens', 'inlayHint', 'diagnostic'] as const),
      ...(['rename', 'documentFormatting', 'documentOnTypeFormatting'] as const),
    ];
    for (const name of wanted) assert.ok(capabilities[`${name}Provider`], name);
    const { codeActionProvider: actions, renameProvider, diagnosticProvider, semanticTokensProvider } = capabilities;
    assert.ok(typeof actions === 'object' && actions.resolveProvider);
    assert.ok(typeof renameProvider === 'object' && renameProvider.prepareProvider);
    assert.equal(diagnosticProvider?.workspaceDiagnostics, true);
    assert.ok(typeof semanticTokensProvider?.full === 'object' && semanticTokensProvider.full.delta);
    assert.equal(semanticTokensProvider.range, true);
  });

  test('hover', async () => {
    const found = await client.connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: inside(LOGIN, '550'),
    });
    assert.match(JSON.stringify(found), /Answers `RCPT TO:<ghost@example\.org>` on line 14/);
  });

  let opened = 0;
  const complete = async (text: string, position: Position, uri = `file:///complete${opened++}.smtp`) => {
    await client.open(uri, text);
    const list = await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    return Array.isArray(list) ? list : (list?.items ?? []);
  };
  const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);
  const endOf = (text: string): Position => {
    const lines = text.split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  const completeAfter = (text: string) => complete(text, endOf(text));
  const HELLO = LOGIN.split('\n').slice(0, 7).join('\n');

  describe('completion', () => {
    test('puts what is legal first and says of the rest why it is not', async () => {
      const items = await completeAfter(`${HELLO}\nC: `);
      const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
      assert.deepEqual(labels(sorted).slice(0, 3), ['AUTH', 'MAIL FROM', 'QUIT']);
      assert.equal(items.find(({ label }) => label === 'STARTTLS')?.detail, 'not offered by the server');
      assert.ok(labels(sorted).indexOf('EHLO') < labels(sorted).indexOf('DATA'));
      assert.match(
        items.find(({ label }) => label === 'DATA')?.detail ?? '',
        /out of order here: DATA or BDAT without MAIL/,
      );
    });

    test('offers the parameters, mechanisms, addresses and hosts of this session', async () => {
      assert.deepEqual(labels(await completeAfter(`${HELLO}\nC: MAIL FROM:<a@example.net> `)), ['SIZE=', 'AUTH=<>']);
      assert.deepEqual(labels(await completeAfter(`${HELLO}\nC: MAIL FROM:<a@example.net> SIZE=`)), [
        'SIZE=',
        'AUTH=<>',
      ]);
      assert.deepEqual(labels(await completeAfter(`${HELLO}\nC: AUTH `)), ['PLAIN', 'LOGIN']);
      const mail = `${HELLO}\nC: MAIL FROM:<a@example.net>\nS: 250 2.1.0 Ok\nC: RCPT TO:`;
      assert.deepEqual(labels(await completeAfter(mail)), ['TO:<a@example.net>']);
      assert.deepEqual(labels(await completeAfter('S: 220 mx.example.org ESMTP\nC: EHLO ')), ['mx.example.org']);
    });

    test('offers the replies of the command that waits, and after a code its usual text', async () => {
      const pending = `${HELLO}\nC: MAIL FROM:<a@example.net>\nS: `;
      const items = labels(await completeAfter(pending));
      assert.equal(items[0], '250 2.1.0 Ok');
      assert.ok(items.includes('503 5.5.1 Error: nested MAIL command'));
      assert.deepEqual(
        labels(await completeAfter(`${pending}503 `)),
        items.filter((label) => label.startsWith('503')),
      );
      const usual = await completeAfter(`${HELLO}\nC: STARTTLS\nS: 503 `);
      assert.deepEqual(labels(usual), ['503 5.5.1 Error: bad sequence of commands']);
      const line = 'S: 503 ';
      const text = `${HELLO}\nC: STARTTLS\n${line}`;
      assert.match(
        applied(text, [usual[0]?.textEdit as TextEdit]),
        /\nS: 503 5\.5\.1 Error: bad sequence of commands$/,
      );
    });

    test('offers header names in mail data', async () => {
      const data = `${LOGIN.split('\n').slice(0, 17).join('\n')}\nC: From: <alice@example.net>\nC: Su`;
      assert.ok(labels(await completeAfter(data)).includes('Subject'));
    });

    test('writes in the dialect of the file, prefix included', async () => {
      const swaks = readFileSync('test/e2e/workspace/swaks.log', 'utf8');
      const items = await complete(swaks, endOf(swaks), 'file:///swaks.log');
      const ehlo = items.find(({ label }) => label === 'EHLO');
      assert.match(textOf(ehlo), /^ -> EHLO /);
    });

    test('gives the documentation when it is asked for', async () => {
      const [item] = await completeAfter(`${HELLO}\nC: `);
      assert.ok(item && item.documentation === undefined);
      const resolved = await client.connection.sendRequest(CompletionResolveRequest.type, item);
      assert.match(JSON.stringify(resolved.documentation), /markdown/);
    });

    test('begins an empty file', async () => {
      const items = await complete('', { line: 0, character: 0 }, 'file:///empty.smtp');
      assert.ok(labels(items).includes('EHLO'));
      assert.ok(!labels(items).includes('session'), 'a client without snippets is offered one');
    });
  });

  test('signature help', async () => {
    const help = await client.connection.sendRequest(SignatureHelpRequest.type, {
      textDocument,
      position: inside(LOGIN, 'SIZE=120'),
    });
    assert.equal(help?.signatures[0]?.label, 'MAIL FROM:<reverse-path> [parameters]');
    assert.equal(help?.activeParameter, 1);
  });

  test('definition: reply to command, parameter to offer, 503 to what caused it', async () => {
    const from = async (uri: string, position: Position) =>
      linesOf(
        (await client.connection.sendRequest(DefinitionRequest.type, {
          textDocument: { uri },
          position,
        })) as Location[],
        uri,
      );
    assert.deepEqual(await from(URI, inside(LOGIN, '235')), [lineOf(LOGIN, 'C: AUTH')]);
    assert.deepEqual(await from(URI, inside(LOGIN, 'SIZE=120')), [lineOf(LOGIN, 'S: 250-SIZE')]);
    const sample = readFileSync('test/e2e/workspace/deploy-failure.smtp', 'utf8');
    await client.open('file:///cause.smtp', sample);
    assert.deepEqual(await from('file:///cause.smtp', inside(sample, '503')), [lineOf(sample, 'S: 550')]);
  });

  test('type definition: the specification, where the client has no pages', async () => {
    const found = (await client.connection.sendRequest(TypeDefinitionRequest.type, {
      textDocument,
      position: inside(LOGIN, '550'),
    })) as Location[];
    assert.match(found[0]?.uri ?? '', /^https:\/\/www\.rfc-editor\.org\//);
  });

  test('references and highlights of an address, a queue id, a command and its reply', async () => {
    const references = async (on: string) =>
      linesOf(
        await client.connection.sendRequest(ReferencesRequest.type, {
          textDocument,
          position: inside(LOGIN, on),
          context: { includeDeclaration: true },
        }),
      );
    assert.deepEqual(await references('alice@example.net'), [lineOf(LOGIN, 'C: MAIL'), lineOf(LOGIN, 'C: From')]);
    assert.deepEqual(await references('4F2A166289'), [lineOf(LOGIN, 'S: 250 2.0.0')]);
    assert.deepEqual(await references('235'), [lineOf(LOGIN, 'C: AUTH'), lineOf(LOGIN, 'S: 235')]);
    const highlights = await client.connection.sendRequest(DocumentHighlightRequest.type, {
      textDocument,
      position: inside(LOGIN, 'QUIT'),
    });
    assert.deepEqual(
      highlights?.map(({ range }) => range.start.line),
      [lineOf(LOGIN, 'C: QUIT'), lineOf(LOGIN, 'S: 221')],
    );
  });

  test('references of a session key', async () => {
    const log = readFileSync('test/corpus/postfix-smtpd-v/inter2.log', 'utf8');
    await client.open('file:///postfix.log', log);
    const found = linesOf(
      await client.connection.sendRequest(ReferencesRequest.type, {
        textDocument: { uri: 'file:///postfix.log' },
        position: inside(log, '23706]: connect from'),
        context: { includeDeclaration: true },
      }),
      'file:///postfix.log',
    );
    const lines = log.split('\n');
    assert.ok(found.length > 10, `${found.length}`);
    for (const line of found) assert.ok(lines[line]?.includes('smtpd[23706]'), lines[line]);
  });

  test('the outline says by its icons what was refused', async () => {
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    const [session] = symbols ?? [];
    assert.ok(session && 'children' in session);
    assert.match(session.detail ?? '', /partly delivered · \d findings?/);
    const message = session.children?.find(({ name }) => name.startsWith('Message'));
    assert.deepEqual(
      message?.children?.map(({ name, kind }) => [name, kind]),
      [
        ['MAIL FROM:<alice@example.net> SIZE=120', SymbolKind.Method],
        ['RCPT TO:<bob@example.org>', SymbolKind.Method],
        ['RCPT TO:<ghost@example.org>', SymbolKind.Event],
        ['DATA', SymbolKind.Method],
        ['Mail data', SymbolKind.String],
      ],
    );
  });

  test('workspace symbols: recipients, queue ids, sessions', async () => {
    const named = async (query: string) =>
      (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query }))?.map(({ name }) => name) ?? [];
    assert.ok((await named('ghost')).includes('ghost@example.org'));
    assert.deepEqual(await named('4f2a166289'), ['4F2A166289']);
    assert.ok((await named('session')).length > 0);
  });

  const lensesOf = async (uri = URI) =>
    (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];

  test('lenses say what came of the session, without commands that the client has not', async () => {
    const lenses = await lensesOf();
    assert.deepEqual(
      lenses.map(({ command }) => [command?.title.replace(/\d+ finding.*/, 'N findings'), command?.command]),
      [
        ['delivered to 1 of 2 · N findings', ''],
        ['partly delivered (250) · 1 of 2 recipients', ''],
      ],
    );
  });

  test('links lead to the web and to RFCs, and behind a provider’s code to its page', async () => {
    const targets = async (uri: string) =>
      (await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } }))?.map(
        ({ target }) => target,
      );
    assert.deepEqual(await targets(URI), [
      'https://example.org/help',
      'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2',
    ]);
    await client.open('file:///gmail.smtp', readFileSync('test/e2e/workspace/hovers/gmail-550-5.7.26.smtp', 'utf8'));
    assert.match((await targets('file:///gmail.smtp'))?.join(' ') ?? '', /https:\/\/support\.google\.com\//);
  });

  test('folds sessions, replies, mail data and what a tool says in between', async () => {
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    const has = (first: string, last: string, all = folds, text = LOGIN) =>
      all?.some(({ startLine, endLine }) => startLine === lineOf(text, first) && endLine === lineOf(text, last));
    assert.ok(has('S: 220', 'S: 221'));
    assert.ok(has('S: 250-mx', 'S: 250 ENH'));
    assert.ok(has('C: From', 'C: .\n'));
    const log = readFileSync('test/corpus/postfix-smtpd-v/starttls.log', 'utf8');
    await client.open('file:///noise.log', log);
    const noisy = await client.connection.sendRequest(FoldingRangeRequest.type, {
      textDocument: { uri: 'file:///noise.log' },
    });
    const comments = noisy?.filter(({ kind }) => kind === 'comment') ?? [];
    assert.ok(comments.length > 0);
    const lines = log.split('\n');
    for (const { startLine, endLine } of comments)
      for (const line of lines.slice(startLine, endLine + 1)) assert.doesNotMatch(line, /\]: [<>] \S+: /);
  });

  test('selection grows from the word to the session', async () => {
    const found = await client.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument,
      positions: [inside(LOGIN, 'ghost')],
    });
    const texts: string[] = [];
    const document = TextDocument.create(URI, 'smtp-transcript', 1, LOGIN);
    for (let range = found?.[0]; range !== undefined; range = range.parent) texts.push(document.getText(range.range));
    assert.deepEqual(texts.slice(0, 5), [
      'ghost',
      'ghost@example.org',
      'TO:<ghost@example.org>',
      'RCPT TO:<ghost@example.org>',
      'C: RCPT TO:<ghost@example.org>',
    ]);
    assert.ok((texts.at(5) ?? '').startsWith('C: RCPT TO:<ghost@example.org>\nS: 550'));
    assert.ok((texts.at(6) ?? '').startsWith('C: MAIL'));
    assert.equal(texts.at(-1), LOGIN);
  });

  test('semantic tokens whole, in a range, and what changed', async () => {
    const uri = 'file:///tokens.smtp';
    await client.open(uri, LOGIN);
    const document = { textDocument: { uri } };
    const whole = await client.connection.sendRequest(SemanticTokensRequest.type, document);
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const part = await client.connection.sendRequest(SemanticTokensRangeRequest.type, { ...document, range });
    assert.ok(whole?.resultId !== undefined && part && part.data.length > 0);
    assert.deepEqual(whole.data.slice(0, part.data.length), part.data);
    await client.change(uri, 2, onLine(0), '# note\n');
    const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      ...document,
      previousResultId: whole.resultId,
    });
    assert.ok(delta && 'edits' in delta);
    const data = [...whole.data];
    for (const { start, deleteCount, data: inserted = [] } of delta.edits) data.splice(start, deleteCount, ...inserted);
    const again = await client.connection.sendRequest(SemanticTokensRequest.type, document);
    assert.deepEqual(data, again?.data);
  });

  test('inlay hints: recipients so far, the user’s name, never the password', async () => {
    const hints = await client.connection.sendRequest(InlayHintRequest.type, {
      textDocument,
      range: { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } },
    });
    const shown = (hints ?? []).map(({ label, position }) => [label, position.line]);
    assert.deepEqual(
      shown.sort((a, b) => Number(a[1]) - Number(b[1])),
      [
        ['user alice@example.net', lineOf(LOGIN, 'C: AUTH')],
        ['1 accepted, 0 refused', lineOf(LOGIN, 'S: 250 2.1.5')],
        ['1 accepted, 1 refused', lineOf(LOGIN, 'S: 550')],
      ],
    );
    assert.doesNotMatch(JSON.stringify(hints), /s3cret/);
  });

  test('diagnostics with data, and the same again in one word', async () => {
    const ask = (previousResultId?: string) =>
      client.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument,
        ...(previousResultId !== undefined && { previousResultId }),
      });
    const first = await ask();
    assert.ok(first.kind === 'full' && first.resultId !== undefined);
    assert.ok(first.items.every(({ data, code }) => data.code === code && data.session === '1'));
    assert.ok(first.items.every(({ codeDescription }) => codeDescription?.href.startsWith('https://')));
    assert.deepEqual(await ask(first.resultId), { kind: 'unchanged', resultId: first.resultId });
  });

  test('an obsolete thing is tagged as one', async () => {
    const uri = 'file:///obsolete.smtp';
    await client.open(uri, `${HELLO}\nC: SEND FROM:<a@example.net>\nS: 502 5.5.1 Not implemented\n`);
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    assert.ok(report.kind === 'full');
    assert.deepEqual(report.items.find(({ code }) => code === 'syntax.obsolete-verb')?.tags, [2]);
  });

  test('workspace diagnostics hold the open documents', async () => {
    const report = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    const own = report.items.find(({ uri }) => uri === URI);
    assert.ok(own?.kind === 'full' && own.items.length > 0);
  });

  test('rename reaches into the base64 of AUTH', async () => {
    const position = inside(LOGIN, 'alice@example.net');
    const prepared = await client.connection.sendRequest(PrepareRenameRequest.type, { textDocument, position });
    assert.equal(prepared && 'placeholder' in prepared ? prepared.placeholder : '', 'alice@example.net');
    const edit = await client.connection.sendRequest(RenameRequest.type, {
      textDocument,
      position,
      newName: 'user1@domain1.example',
    });
    const renamed = applied(LOGIN, edit?.changes?.[URI] ?? []);
    assert.ok(!renamed.includes('alice'));
    const secret = /C: AUTH PLAIN (\S+)/.exec(renamed)?.[1] ?? '';
    assert.equal(Buffer.from(secret, 'base64').toString(), '\0user1@domain1.example\0s3cret');
  });

  test('formatting lays out the canonical format, and Enter brings the next side', async () => {
    const uri = 'file:///layout.smtp';
    const text = 'S:220 mx.example.org ESMTP\nC:  EHLO a.example\n';
    await client.open(uri, text);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri },
      options,
    });
    assert.match(applied(text, edits ?? []), /^S: 220 mx/);
    const typed = `${HELLO}\nC: NOOP\n`;
    await client.open('file:///typed.smtp', typed);
    const prefix = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
      textDocument: { uri: 'file:///typed.smtp' },
      position: endOf(typed),
      ch: '\n',
      options,
    });
    assert.equal(applied(typed, prefix ?? []), `${typed}S: `);
  });

  const actions = async (
    text: string,
    line: number,
    uri: string,
    triggerKind: CodeActionTriggerKind = CodeActionTriggerKind.Invoked,
  ) => {
    await client.open(uri, text);
    const found = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: onLine(line),
      context: { diagnostics: [], triggerKind },
    });
    return (found ?? []) as CodeAction[];
  };
  const titles = (found: readonly CodeAction[]) => found.map(({ title }) => title);

  describe('code actions', () => {
    test('cover what was sent to log in', async () => {
      const found = await actions(LOGIN, lineOf(LOGIN, 'C: AUTH'), 'file:///redact.smtp');
      const redact = found.find(({ title }) => title === 'Redact what was sent to log in');
      const text = applied(LOGIN, redact?.edit?.changes?.['file:///redact.smtp'] ?? []);
      assert.match(text, /^C: AUTH PLAIN \*{4}$/m);
    });

    test('convert a log, when it is chosen', async () => {
      const swaks = readFileSync('test/e2e/workspace/swaks.log', 'utf8');
      const uri = 'file:///convert.log';
      const convert = (await actions(swaks, 3, uri)).find(({ title }) => title === 'Convert to an .smtp transcript');
      assert.ok(convert);
      const resolved = convert.edit
        ? convert
        : await client.connection.sendRequest(CodeActionResolveRequest.type, convert);
      assert.match(applied(swaks, resolved.edit?.changes?.[uri] ?? []), /^S: 220 .*\nC: EHLO /m);
    });

    test('silence in the file', async () => {
      const sample = readFileSync('test/e2e/workspace/deploy-failure.smtp', 'utf8');
      const uri = 'file:///silence.smtp';
      const found = await actions(sample, lineOf(sample, 'C: DATA'), uri);
      const silence = found.find(({ title }) => title.endsWith('in this file'));
      assert.equal(
        applied(sample, silence?.edit?.changes?.[uri] ?? []).split('\n', 1)[0],
        '# smtp-disable sequence.data-without-recipients',
      );
    });

    test('that call commands are for clients that have them', async () => {
      const found = await actions(TWICE, lineOf(TWICE, 'S: 503'), 'file:///twice.smtp');
      assert.deepEqual(
        found.filter(({ command }) => command !== undefined),
        [],
      );
    });

    test('of no finding come only when a person asks', async () => {
      const automatic = await actions(
        LOGIN,
        lineOf(LOGIN, 'C: AUTH'),
        'file:///quiet.smtp',
        CodeActionTriggerKind.Automatic,
      );
      assert.ok(!titles(automatic).includes('Redact what was sent to log in'));
    });
  });

  test('an editor of ours is told where the cursor is and what is selected', async () => {
    const place = (selection: Range) => client.connection.sendRequest(PlaceRequest, { uri: URI, selection });
    const at = lineOf(LOGIN, 'S: 550');
    assert.deepEqual(await place(onLine(at)), {
      session: '1',
      state: 'EHLO said, logged in, message to 1 of 2',
    });
    const rcpt = lineOf(LOGIN, 'C: RCPT TO:<bob');
    const selected = await place({ start: { line: rcpt, character: 0 }, end: { line: rcpt + 2, character: 0 } });
    assert.deepEqual(selected?.selected, {
      exchanges: 1,
      octets: 'RCPT TO:<bob@example.org>\r\n250 2.1.5 Ok\r\n'.length,
    });
    assert.equal(await place(onLine(9999)), null);
  });

  test('an editor of ours gets the message, the session to compare, and a report', async () => {
    const message = await client.connection.sendRequest(MessageRequest, { uri: URI, line: lineOf(LOGIN, 'C: DATA') });
    assert.deepEqual(message, {
      text: 'From: <alice@example.net>\r\nSubject: hello\r\n\r\n.dotted\r\n',
      complete: true,
    });
    const comparable = await client.connection.sendRequest(SessionTextRequest, {
      uri: URI,
      key: '1',
      form: 'comparable',
    });
    assert.match(comparable ?? '', /^S: 220 mx\.example\.org ESMTP\nC: EHLO client\.example\.net\n/);
    const unknown = 'app 17: to server AUTH PLAIN AGFsaWNlAHMzY3JldA==\napp 17: mail for alice@example.net\n';
    await client.open('file:///unknown.smtp', unknown);
    const report = await client.connection.sendRequest(FormatReportRequest, { uri: 'file:///unknown.smtp' });
    assert.match(report ?? '', /no known format/);
    assert.match(report ?? '', /app 17: to server AUTH PLAIN \*{4}/);
    assert.doesNotMatch(report ?? '', /alice|AGFsaWNl/);
  });
});

describe('an editor that has our commands', () => {
  let client: LspClient;
  const uri = 'file:///twice.smtp';

  before(async () => {
    ({ client } = await LspClient.start({
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
      initializationOptions: { commandLinks: true },
    }));
    await client.open(uri, TWICE);
  });
  after(async () => {
    try {
      assert.equal(await client.stop(), 0);
    } finally {
      client.kill();
    }
  });

  test('is offered what they can do', async () => {
    const found = (await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: onLine(lineOf(TWICE, 'S: 503') - 1),
      context: { diagnostics: [] },
    })) as CodeAction[];
    const commands = found.flatMap(({ command }) => (command === undefined ? [] : [command.command]));
    for (const command of ['smtp.openReference', 'smtp.turnOffRule', 'smtp.onlyThisSession', 'smtp.compareSessions'])
      assert.ok(commands.includes(command), `${command} is not among ${commands.join(', ')}`);
  });

  test('has lenses that call them', async () => {
    const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    const calls = lenses?.flatMap(({ command }) => (command?.command ? [[command.title, command.arguments?.[1]]] : []));
    assert.deepEqual(calls?.slice(1, 3), [
      ['only this session', 'one'],
      ['copy as Markdown', 'one'],
    ]);
  });

  test('can begin a session in the format of a tool', async () => {
    const swaks = readFileSync('test/e2e/workspace/swaks.log', 'utf8');
    await client.open('file:///swaks.log', swaks);
    const list = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: 'file:///swaks.log' },
      position: { line: swaks.split('\n').length - 1, character: 0 },
    });
    const items = Array.isArray(list) ? list : (list?.items ?? []);
    const whole = items.find(({ label }) => label === 'session');
    assert.equal(whole?.insertTextFormat, 2);
    assert.match(textOf(whole), /^<- {2}220 .*\n -> EHLO /);
  });
});
