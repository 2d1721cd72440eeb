/** The main job in the real editor: open, see, hover, mend. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { available, hoverSaying, press, read, screenshot } from './driver';
import { after, finding, findingsAre, hoverText, inside, lineOf, open } from './editor';

/** The transcript that everything here is about: all recipients refused, then DATA all the same. */
const SAMPLE = 'deploy-failure.smtp';

describe('a transcript in the editor', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    document = await open(SAMPLE);
  });

  it('has the language by its name', () => {
    equal(document.languageId, 'smtp-transcript');
  });

  it('underlines the line that broke the sequence, with the reason and the lines behind it', async () => {
    const found = await finding(document, 'sequence.data-without-recipients');
    equal(found.range.start.line, lineOf(document, 'C: DATA'));
    equal(found.severity, vscode.DiagnosticSeverity.Error);
    match(found.message, /every recipient was refused/);
    deepEqual(
      found.relatedInformation?.map(({ location }) => document.lineAt(location.range.start.line).text.slice(0, 6)),
      ['S: 503', 'S: 550'],
    );
  });

  it('explains the 503 in this place', async () => {
    const text = await hoverText(document, inside(document, '503'));
    for (const section of ['Bad sequence of commands', 'Why here', 'How to fix', 'When you see it', 'Specification']) {
      ok(text.includes(section), `${section} is missing in:\n${text}`);
    }
    match(text, /every recipient was refused/);
  });

  it('shows the outline: session, transaction, commands', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const session = symbols[0];
    equal(symbols.length, 1);
    deepEqual(
      session?.children.map(({ name }) => name),
      ['Greeting', 'EHLO app.example.com', 'Message from <deploy@example.com>', 'QUIT'],
    );
    deepEqual(
      session?.children[2]?.children.map(({ name, detail }) => `${name} ${detail}`),
      ['MAIL FROM:<deploy@example.com> 250', 'RCPT TO:<ghost@example.org> 550', 'DATA 503'],
    );
  });

  it('can be looked at: underline, hover, outline, status', async function () {
    if (!available) return;
    this.timeout(60_000);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('outline.focus');
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await hoverSaying({ text: '503' }, 'Bad sequence of commands');
    await screenshot('503');
    await press('Escape');
    match(await read('.statusbar'), /SMTP transcript \(\.smtp\)/);
  });

  it('mends the transcript with the quick fix', async () => {
    const range = document.lineAt(lineOf(document, 'C: DATA')).range;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const fix = actions.find(({ title }) => title === 'Remove this DATA');
    ok(fix?.edit, `offered: ${actions.map(({ title }) => title).join(', ')}`);
    ok(fix.isPreferred);
    await vscode.workspace.applyEdit(fix.edit);
    ok(!document.getText().includes('C: DATA'));
    ok(!document.getText().includes('503'));
    await findingsAre(document.uri, ['delivery.recipient-refused']);
  });
});

describe('a log that only its first line gives away', () => {
  it('is read as a transcript though its name ends in .log', async () => {
    const opened = await open('swaks.log');
    const document = opened.languageId === 'smtp-transcript' ? opened : await readAsTranscript(opened.uri);
    equal(document.languageId, 'smtp-transcript');
    const found = await finding(document, 'delivery.recipient-refused');
    match(found.message, /550 5\.1\.1/);
  });

  it('is a mail that reports on a delivery, and no other mail', async () => {
    const opened = await open('bounce.eml');
    const document = opened.languageId === 'smtp-transcript' ? opened : await readAsTranscript(opened.uri);
    const found = await finding(document, 'delivery.bounced');
    match(found.message, /ghost@example\.org/);
    match(await hoverText(document, inside(document, '550 5.1.1')), /Mailbox unavailable/);
    equal((await open('letter.eml')).languageId, 'plaintext');
  });

  it('leaves any other .txt alone', async () => {
    const document = await open('notes.txt');
    equal(document.languageId, 'plaintext');
    deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});

describe('the reference', () => {
  it('opens in the preview', async function () {
    this.timeout(60_000);
    await vscode.commands.executeCommand('smtp.openReference', '503');
    const page = await vscode.workspace.fs.readFile(vscode.Uri.parse('smtp-reference:/503.md'));
    match(new TextDecoder().decode(page), /^# 503 Bad sequence of commands/);
    if (available) await screenshot('reference');
  });
});

/** The document once its language is that of transcripts. */
async function readAsTranscript(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const current = () =>
    vscode.workspace.textDocuments.find(
      (each) => each.uri.toString() === uri.toString() && each.languageId === 'smtp-transcript',
    );
  await after(vscode.workspace.onDidOpenTextDocument, () => current() !== undefined);
  return current() as vscode.TextDocument;
}
