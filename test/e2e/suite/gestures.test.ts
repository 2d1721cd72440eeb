/** Each feature by the gesture that a person makes, seen as the person sees it: keys, mouse, menus. */
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { appears, available, click, hoverSaying, press, read, screenshot, type, waitFor } from './driver';
import { findingsAre, inside, lineOf, open, after as when } from './editor';

const SUGGESTIONS = '.suggest-widget.visible .monaco-list-row';
const MENU = '.action-widget .monaco-list-row';
const QUICK = '.quick-input-widget .monaco-list-row';
const STATUS = '.statusbar';

const CLICKS = 3;

/** Clicks again where the editor has drawn its lenses anew meanwhile: the click has hit none of them. */
async function clickUntil<T>(
  target: Parameters<typeof click>[0],
  event: vscode.Event<T>,
  done: () => boolean,
): Promise<void> {
  for (let clicks = 1; clicks < CLICKS; clicks++) {
    await click(target);
    const worked = await when(event, done, 5_000).then(
      () => true,
      () => false,
    );
    if (worked) return;
  }
  await click(target);
  await when(event, done);
}

// In desktop VS Code nobody holds the window from outside.
if (available) describe('by gesture', gestures);

function gestures(): void {
  let document: vscode.TextDocument;
  let original = '';
  const run = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(command, ...args);
  const editor = (): vscode.TextEditor => vscode.window.activeTextEditor ?? fail('there is no editor');
  const text = () => document.getText();

  before(async function () {
    this.timeout(60_000);
    await run('workbench.action.closeAllEditors');
    await run('workbench.action.closeSidebar');
    await run('notifications.clearAll');
    document = await open('gestures.smtp');
    original = document.getText();
    await findingsAre(document.uri, FINDINGS);
  });

  const FINDINGS = [
    'auth.readable-secret',
    'security.cleartext-credentials',
    'delivery.recipient-refused',
    'sequence.data-without-recipients',
    'sequence.no-quit',
  ];

  beforeEach(async function () {
    this.timeout(30_000);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, preview: false });
    await run('workbench.action.focusActiveEditorGroup');
    // What the test before did is known to be undone.
    await findingsAre(document.uri, FINDINGS);
  });

  afterEach(async function () {
    this.timeout(30_000);
    if (this.currentTest?.state === 'failed') await screenshot(`failed-${this.currentTest.title}`);
    await press('Escape');
    if (text() === original) return;
    const whole = new vscode.WorkspaceEdit();
    whole.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), original);
    await vscode.workspace.applyEdit(whole);
  });

  after(async () => {
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await run('workbench.action.files.revert');
  });

  /** Puts the cursor one character into a text. */
  const putCursor = (on: string) => select(inside(document, on));
  const select = async (from: vscode.Position, to = from) => {
    editor().selection = new vscode.Selection(from, to);
    editor().revealRange(editor().selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    // What the window is told comes in order: when it has answered this, the cursor is there.
    await run('setContext', 'smtpE2E.cursor', `${from.line}:${from.character}`);
  };
  /**
   * Chooses from the menu of quick fixes. The editor closes it when findings come in, even under the mouse: then it is
   * opened once more, until the choice took effect.
   */
  const choose = async (title: string, tookEffect: () => Promise<boolean>) => {
    const row = `${MENU}:has-text("${title}")`;
    for (let attempt = 0; attempt < 4; attempt++) {
      await press('Control+Period');
      if (await appears(row, 5000)) {
        await click({ selector: row });
        if (await tookEffect()) return;
      }
      await press('Escape');
    }
    fail(`${title} cannot be chosen`);
  };
  /** Whether the text of the document comes to be so. */
  const becomes = (wanted: () => boolean) => within(when(vscode.workspace.onDidChangeTextDocument, wanted));
  const endOfLine = (start: string) => document.lineAt(lineOf(document, start)).range.end;
  const lastLine = () => document.lineAt(document.lineCount - 1).range.end;
  const changedTo = (wanted: () => boolean) => when(vscode.workspace.onDidChangeTextDocument, wanted);
  const cursorOn = (line: number) =>
    when(vscode.window.onDidChangeTextEditorSelection, () => editor().selection.active.line === line);

  it('completion: what is allowed now is first, and Enter takes it in', async () => {
    await select(lastLine());
    await type('C: ');
    await press('Escape Control+Space');
    await waitFor(`${SUGGESTIONS}:has-text("MAIL FROM")`);
    const first = await read(`${SUGGESTIONS}[data-index="0"]`);
    match(first, /^(?:EHLO|MAIL FROM)/);
    doesNotMatch(first, /out of order/);
    await type('MAIL');
    await waitFor(`${SUGGESTIONS}.focused:has-text("MAIL FROM")`);
    await press('Enter');
    await changedTo(() => text().endsWith('C: MAIL FROM:<>'));
  });

  it('signature help: the argument at hand', async () => {
    await select(document.positionAt(text().indexOf(' SIZE=120') + 1));
    await press('Control+Shift+Space');
    await waitFor('.parameter-hints-widget.visible');
    equal(await read('.parameter-hints-widget.visible .signature .active'), '[parameters]');
  });

  it('Enter brings the prefix of the side whose turn it is', async () => {
    await select(endOfLine('C: RSET'));
    await press('Enter');
    await changedTo(() => document.lineAt(lineOf(document, 'C: RSET') + 1).text === 'S: ');
  });

  it('inlay hints: recipients, the user, never the password', async () => {
    await select(new vscode.Position(0, 0));
    await waitFor('.view-line :text("user alice@example.net")');
    const lines = await read('.editor-instance .view-lines');
    doesNotMatch(lines, /s3cret/);
    await putCursor('nobody@example.org');
    await waitFor('.view-line :text("0 accepted, 1 refused")');
  });

  it('code lens: a click shows the session alone', async () => {
    await select(new vscode.Position(0, 0));
    const lens = { selector: '.codelens-decoration a:has-text("only this session")' };
    await clickUntil(lens, vscode.window.onDidChangeActiveTextEditor, () => editor().document.isUntitled);
    match(editor().document.getText(), /^--- session first ---\nS: 220/);
    doesNotMatch(editor().document.getText(), /session second/);
    await run('workbench.action.revertAndCloseActiveEditor');
  });

  it('code lens: a click copies the session without its secrets', async () => {
    await select(new vscode.Position(0, 0));
    await click({ selector: '.codelens-decoration a:has-text("copy as Markdown")' });
    await waitFor(`${STATUS} :text("Copied session first")`);
    await run('workbench.action.files.newUntitledFile');
    await run('editor.action.clipboardPasteAction');
    const copied = () => editor().document.getText();
    await when(vscode.workspace.onDidChangeTextDocument, () => copied().includes('```smtp'));
    match(copied(), /^\*\*delivered/);
    doesNotMatch(copied(), /AGFsaWNl/);
    await run('workbench.action.revertAndCloseActiveEditor');
  });

  it('F12 goes from the 503 to the refusal that caused it', async () => {
    await putCursor('503 5.5.1');
    await press('F12');
    await cursorOn(lineOf(document, 'S: 550'));
  });

  it('the keys for “explain” open the page of the code', async function () {
    this.timeout(60_000);
    await putCursor('550 5.1.1');
    await press('Control+Alt+M E');
    await when(
      vscode.window.tabGroups.onDidChangeTabs,
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.startsWith('550') === true,
    );
    await run('workbench.action.closeActiveEditor');
  });

  it('Shift+F12 lists the places of an address', async () => {
    await putCursor('alice@example.net> SIZE');
    await press('Shift+F12');
    await waitFor('.zone-widget .ref-tree .referenceMatch');
    await press('Escape');
  });

  it('the cursor on a command marks its reply', async () => {
    await select(document.positionAt(text().indexOf('RSET')));
    await press('ArrowRight');
    await waitFor('.cdr.wordHighlightText, .cdr.wordHighlight');
  });

  it('F2 renames an address everywhere, in the base64 of AUTH as well', async () => {
    await putCursor('alice@example.net> SIZE');
    await press('F2');
    await waitFor('.rename-box input:focus');
    await press('Control+A');
    await type('user1@domain1.example');
    await press('Enter');
    await changedTo(() => !text().includes('alice'));
    match(text(), /C: AUTH PLAIN AHVzZXIxQGRvbWFpbjEuZXhhbXBsZQBzM2NyZXQ=/);
  });

  it('breadcrumbs say which session and message the cursor is in', async () => {
    await putCursor('503 5.5.1');
    await waitFor('.breadcrumbs-control :text("Session second")');
    await waitFor('.breadcrumbs-control :text("Message from <carol@example.net>")');
  });

  it('Ctrl+T finds a recipient', async () => {
    await press('Control+T');
    await waitFor('.quick-input-widget .quick-input-box input');
    await type('nobody@example');
    await waitFor(`${QUICK}:has-text("nobody@example.org")`);
    await press('Enter');
    await cursorOn(lineOf(document, 'C: RCPT TO:<nobody'));
  });

  it('a session folds', async () => {
    await select(new vscode.Position(0, 0));
    await press('Control+Shift+BracketLeft');
    await when(vscode.window.onDidChangeTextEditorVisibleRanges, () => editor().visibleRanges.length > 1);
    await press('Control+Shift+BracketRight');
    await when(vscode.window.onDidChangeTextEditorVisibleRanges, () => editor().visibleRanges.length === 1);
  });

  it('Shift+Alt+Right takes in more and more', async () => {
    await putCursor('nobody@example.org');
    const seen: string[] = [];
    for (const wanted of ['nobody', 'nobody@example.org', 'TO:<nobody@example.org>', 'RCPT TO:<nobody@example.org>']) {
      await press('Shift+Alt+ArrowRight');
      await when(vscode.window.onDidChangeTextEditorSelection, () => document.getText(editor().selection) === wanted);
      seen.push(document.getText(editor().selection));
    }
    equal(seen.length, 4);
  });

  it('links are underlined', async () => {
    await putCursor('https://example.org/help');
    await waitFor('.view-line .detected-link');
  });

  it('Ctrl+Shift+I lays out the transcript', async () => {
    const line = lineOf(document, 'C: RSET');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, document.lineAt(line).range, 'C:RSET');
    await vscode.workspace.applyEdit(edit);
    await press('Control+Shift+I');
    await changedTo(() => document.lineAt(line).text === 'C: RSET');
  });

  it('Ctrl+. mends', async () => {
    await putCursor('DATA\nS: 503');
    await choose('Remove this DATA', () => becomes(() => !text().includes('S: 503')));
  });

  it('Ctrl+. silences a rule in the file', async () => {
    await putCursor('DATA\nS: 503');
    await choose('Silence sequence.data-without-recipients in this file', () =>
      becomes(() => text().startsWith('# smtp-disable sequence.data-without-recipients\n')),
    );
    await findingsAre(
      document.uri,
      FINDINGS.filter((code) => code !== 'sequence.data-without-recipients'),
    );
  });

  it('Ctrl+. turns a rule off in the workspace', async () => {
    await putCursor('DATA\nS: 503');
    const rules = () => vscode.workspace.getConfiguration('smtp').inspect('rules')?.workspaceValue;
    await choose('Turn off sequence.data-without-recipients in this workspace', () =>
      within(when(vscode.workspace.onDidChangeConfiguration, () => rules() !== undefined)),
    );
    await findingsAre(
      document.uri,
      FINDINGS.filter((code) => code !== 'sequence.data-without-recipients'),
    );
    deepEqual(rules(), { 'sequence.data-without-recipients': 'off' });
    await vscode.workspace.getConfiguration('smtp').update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await findingsAre(document.uri, FINDINGS);
  });

  it('Ctrl+. covers what was sent to log in', async () => {
    await putCursor('AUTH PLAIN AGFs');
    await choose('Redact what was sent to log in', () => becomes(() => text().includes('C: AUTH PLAIN ****\n')));
  });

  it('Ctrl+. compares a session with the one before', async () => {
    await putCursor('carol@example.net');
    await choose('Compare with the session before', () => appears('.monaco-diff-editor', 5000));
    await when(vscode.window.tabGroups.onDidChangeTabs, () => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      return (
        activeTab?.input instanceof vscode.TabInputTextDiff && activeTab.label === 'Session first ↔ session second'
      );
    });
    await screenshot('compare');
    deepEqual(
      vscode.languages.getDiagnostics().filter(([uri, found]) => uri.scheme === 'smtp-session' && found.length > 0),
      [],
    );
    await run('workbench.action.closeActiveEditor');
  });

  it('Ctrl+. extracts a message', async function () {
    this.timeout(60_000);
    await putCursor('Subject: hello');
    await choose('Extract this message as .eml', () => appears('.quick-input-widget .quick-input-box input', 5000));
    await press('Enter');
    await when(vscode.window.onDidChangeActiveTextEditor, () => editor().document.uri.path.endsWith('.eml'));
    equal(editor().document.getText(), 'From: <alice@example.net>\r\nSubject: hello\r\n\r\nHello.\r\n');
    const { uri } = editor().document;
    await run('workbench.action.closeActiveEditor');
    await vscode.workspace.fs.delete(uri);
  });

  it('the status bar says where the cursor is, and what is selected', async () => {
    await putCursor('550 5.1.1');
    await waitFor(`${STATUS} :text("Session second: EHLO said, message to 0 of 1")`);
    const line = lineOf(document, 'C: RCPT TO:<nobody');
    await select(new vscode.Position(line, 0), new vscode.Position(line + 2, 0));
    await waitFor(`${STATUS} :text("1 exchange · 106 bytes")`);
  });

  it('the Problems panel opens from the lens', async () => {
    await select(new vscode.Position(0, 0));
    await click({ selector: '.codelens-decoration a:has-text("findings")' });
    await waitFor('.markers-panel .monaco-list-row:has-text("every recipient was refused")');
    await run('workbench.action.closePanel');
  });

  it('the palette has a report of a format that is not known, and sends nothing', async () => {
    await open('unknown.smtp');
    await press('F1');
    await waitFor('.quick-input-widget .quick-input-box input');
    await type('SMTP: Report an Unknown');
    await waitFor(`${QUICK}:has-text("Report an Unknown Format")`);
    await press('Enter');
    await when(vscode.window.onDidChangeActiveTextEditor, () => editor().document.languageId === 'markdown');
    const report = editor().document.getText();
    match(report, /Nothing has been sent/);
    match(report, /app\[17\] relay sent AUTH PLAIN \*{4}/);
    doesNotMatch(report, /alice|AGFsaWNl/);
    await run('workbench.action.revertAndCloseActiveEditor');
    await run('workbench.action.closeActiveEditor');
  });

  it('the palette restarts the server', async function () {
    this.timeout(60_000);
    await press('F1');
    await waitFor('.quick-input-widget .quick-input-box input');
    await type('SMTP: Restart Language Server');
    await waitFor(`${QUICK}:has-text("Restart Language Server")`);
    const gone = when(
      vscode.languages.onDidChangeDiagnostics,
      () => vscode.languages.getDiagnostics(document.uri).length === 0,
    );
    await press('Enter');
    await gone;
    await findingsAre(document.uri, FINDINGS);
  });

  it('the mouse on a code explains it', async () => {
    await putCursor('503 5.5.1');
    await hoverSaying({ text: '503' }, 'Bad sequence of commands');
    ok(document.uri.path.endsWith('gestures.smtp'));
  });
}

/** Whether something happens within 5 seconds. */
function within(happens: Promise<void>): Promise<boolean> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), 5000);
    happens.then(
      () => {
        clearTimeout(late);
        resolve(true);
      },
      () => resolve(false),
    );
  });
}

function fail(message: string): never {
  throw new Error(message);
}
