/** Each language feature by the gesture that a person makes, as far as VS Code offers it as a command. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { available, screenshot } from './driver';
import { finding, inside, open } from './editor';

const at = (document: vscode.TextDocument, text: string) => [document.uri, inside(document, text)] as const;

describe('language features', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    document = await open('features.smtp');
    await finding(document, 'sequence.data-without-recipients');
  });

  const run = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(command, ...args);

  it('goes from the 503 to the refusal that caused it', async () => {
    const found = await run<vscode.Location[]>('vscode.executeDefinitionProvider', ...at(document, '503 5.5.1'));
    deepEqual(
      found.map(({ range }) => range.start.line),
      [document.positionAt(document.getText().indexOf('550 5.1.1')).line],
    );
  });

  it('goes from a parameter to the offer', async () => {
    const found = await run<vscode.Location[]>('vscode.executeDefinitionProvider', ...at(document, 'SIZE=1200'));
    deepEqual(
      found.map(({ range }) => range.start.line),
      [document.positionAt(document.getText().indexOf('250-SIZE')).line],
    );
  });

  it('goes from a code to its page', async () => {
    const found = await run<vscode.Location[]>('vscode.executeTypeDefinitionProvider', ...at(document, '503 5.5.1'));
    deepEqual(
      found.map(({ uri }) => uri.toString()),
      ['smtp-reference:/503.md'],
    );
  });

  it('finds every place of an address', async () => {
    const found = await run<vscode.Location[]>('vscode.executeReferenceProvider', ...at(document, 'ghost@example.org'));
    equal(found.filter(({ uri }) => uri.toString() === document.uri.toString()).length, 2);
  });

  it('renames an address everywhere', async () => {
    const edit = await run<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      ...at(document, 'ghost@example.org'),
      'user1@example.net',
    );
    ok(edit.get(document.uri).length >= 2);
    ok(edit.get(document.uri).every(({ newText }) => newText === 'user1@example.net'));
  });

  it('completes what is legal here first', async () => {
    const line = document.lineCount - 1;
    const list = await run<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(line, 3),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    ok(labels.includes('MAIL FROM'), labels.join(', '));
    const mail = list.items.find(({ label }) => label === 'MAIL FROM');
    const data = list.items.find(({ label }) => label === 'DATA');
    ok((mail?.sortText ?? '') < (data?.sortText ?? ''), 'MAIL comes before DATA');
    match(data?.detail ?? '', /out of order/);
  });

  it('says what a command takes', async () => {
    const found = await run<vscode.SignatureHelp>(
      'vscode.executeSignatureHelpProvider',
      document.uri,
      inside(document, 'FROM:<'),
    );
    match(found.signatures[0]?.label ?? '', /^MAIL FROM:<reverse-path>/);
  });

  it('has lenses, hints, links, selections and folds', async () => {
    const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    ok(lenses.some(({ command }) => command?.title.includes('copy as Markdown')));
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await run<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    ok(
      hints.some(({ label }) => label === '+3.0 s'),
      JSON.stringify(hints.map(({ label }) => label)),
    );
    const links = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    deepEqual(
      links.map(({ target }) => target?.toString()),
      ['https://example.org/help'],
    );
    const selections = await run<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
      inside(document, 'ghost@'),
    ]);
    ok(selections[0]?.parent?.parent);
    const folds = await run<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    ok(folds.length >= 2);
  });

  it('finds a recipient in the whole workspace', async () => {
    const found = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'ghost@example.org');
    ok(found.some(({ name }) => name === 'ghost@example.org'));
  });

  it('opens one session alone', async () => {
    await run('smtp.onlyThisSession', document.uri.toString(), '1');
    const alone = vscode.window.activeTextEditor?.document;
    ok(alone?.isUntitled);
    match(alone.getText(), /^10:00:00\.000 S: 220/);
    await run('workbench.action.revertAndCloseActiveEditor');
  });

  it('can be looked at', async () => {
    await vscode.window.showTextDocument(document);
    if (available) await screenshot('features');
  });
});
