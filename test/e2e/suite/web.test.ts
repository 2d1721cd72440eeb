/** The main job in the web extension host, a web worker: no `node:assert` here. */
import * as vscode from 'vscode';
import { screenshot } from './driver';
import { check, finding, findingsAre, hoverText, inside, lineOf, open } from './editor';

describe('the web extension host', () => {
  let document: vscode.TextDocument;

  it('is one', () => {
    check(
      vscode.env.uiKind === vscode.UIKind.Web && typeof process === 'undefined',
      'this is not the web extension host',
    );
  });

  it('underlines the line that broke the sequence', async () => {
    document = await open('deploy-failure.smtp');
    const found = await finding(document, 'sequence.data-without-recipients');
    check(found.range.start.line === lineOf(document, 'C: DATA'), `it sits on line ${found.range.start.line}`);
  });

  it('explains the 503 in this place', async () => {
    const text = await hoverText(document, inside(document, '503'));
    for (const part of ['Bad sequence of commands', 'Why here', 'How to fix', 'every recipient was refused']) {
      check(text.includes(part), `${part} is missing in:\n${text}`);
    }
  });

  it('mends the transcript', async () => {
    const { range } = document.lineAt(lineOf(document, 'C: DATA'));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const fix = actions.find(({ title }) => title === 'Remove this DATA');
    check(fix?.edit !== undefined, `offered: ${actions.map(({ title }) => title).join(', ')}`);
    await vscode.workspace.applyEdit(fix.edit);
    await findingsAre(document.uri, ['delivery.recipient-refused']);
    await screenshot('web');
  });
});
