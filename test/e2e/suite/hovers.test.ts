/** The ten hovers as a person sees them, and the reference behind them: pages, links, back. */
import { match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { available, click, hover, inWebview, press, read, screenshot, waitFor } from './driver';
import { hoverText, open } from './editor';

interface Shown {
  readonly name: string;
  readonly file: string;
  /** Where the mouse goes: the middle of the nth (from 0) of this text. */
  readonly on: string;
  readonly nth?: number;
  readonly words: readonly RegExp[];
}

const HOVERS: readonly Shown[] = [
  {
    name: '503',
    file: 'data-refused-503.smtp',
    on: '503',
    words: [/every recipient was refused/, /Mend line 10 first/],
  },
  {
    name: '550-gmail',
    file: 'gmail-550-5.7.26.smtp',
    on: '550-',
    words: [/Gmail: Neither SPF nor DKIM/, /How to fix/],
  },
  {
    name: '451-greylisting',
    file: 'greylisting-451.smtp',
    on: '451',
    words: [/Greylisting: Nothing is wrong/, /How to fix/],
  },
  {
    name: '454-starttls',
    file: 'starttls-454.smtp',
    on: '454',
    words: [/cannot do STARTTLS/, /Answers STARTTLS on line 8/],
  },
  { name: '535-microsoft', file: 'microsoft-535-5.7.139.smtp', on: '535', words: [/Microsoft 365/, /allow SMTP AUTH/] },
  { name: 'ehlo-size', file: 'ehlo-size.smtp', on: 'SIZE', words: [/10 240 000 octets/, /Offered in answer to EHLO/] },
  {
    name: 'mail-8bitmime',
    file: 'mail-8bitmime.smtp',
    on: 'BODY=8BITMIME',
    words: [/Body type/, /8BITMIME was offered on line 7/],
  },
  {
    name: '250-queued',
    file: 'queued-250.smtp',
    on: '250 2',
    nth: 2,
    words: [/The server has the message/, /26F6B16610E/],
  },
  { name: '421', file: 'closing-421.smtp', on: '421', words: [/closing connection/, /is lost with it/] },
  {
    name: '334-xoauth2',
    file: 'xoauth2-334.smtp',
    on: '334',
    words: [/does not accept the access token/, /mail\.google\.com/],
  },
];

const CONTENT = '.monaco-hover:not(.hidden) .monaco-hover-content';

describe('hovers in ten situations', () => {
  before(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const { name, file, on, nth = 0, words } of HOVERS) {
    it(name, async function () {
      this.timeout(60_000);
      const document = await open(`hovers/${file}`);
      if (!available) {
        const text = (await hoverText(document, place(document, on, nth))).replace(/[`*]/g, '');
        for (const each of words) match(text, each);
        return;
      }
      // The lens of the session moves all lines down once it is there.
      await waitFor('.editor-instance .codelens-decoration a');
      await hover({ text: on, nth });
      await waitFor(`${CONTENT} :text("Specification")`);
      const text = await read(CONTENT);
      for (const each of words) match(text, each);
      await screenshot(`hover-${name}`);
      await press('Escape');
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });
  }
});

describe('the pages of the reference', () => {
  const HEADING = inWebview('h1');
  const heading = (text: string) => waitFor(inWebview(`h1:has-text("${text}")`));

  before(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is shown rendered', async function () {
    this.timeout(60_000);
    await vscode.commands.executeCommand('smtp.openReference', '503');
    if (!available) return;
    await heading('503 Bad sequence of commands');
    match(await read(HEADING), /^503/);
    await screenshot('reference-503');
  });

  it('leads from page to page, and back and forward again', async function () {
    if (!available) return;
    this.timeout(60_000);
    await click({ selector: inWebview('li a:has-text("554")') });
    await heading('554');
    await screenshot('reference-554');
    await click({ selector: '.titlebar-container .codicon-arrow-left' });
    await heading('503 Bad sequence');
    await click({ selector: '.titlebar-container .codicon-arrow-right' });
    await heading('554');
  });

  it('has a guide with its transcripts', async function () {
    this.timeout(60_000);
    await vscode.commands.executeCommand('smtp.openReference', 'guide/smtp-delivery-failures');
    if (!available) return;
    await heading('Debugging SMTP Delivery Failures');
    await screenshot('reference-guide');
    // A page in a folder links to pages beside it and above.
    await click({ selector: inWebview('a:has-text("EHLO")') });
    await heading('EHLO');
  });

  it('has a page for a key that several entries share', async () => {
    const page = await vscode.workspace.fs.readFile(vscode.Uri.parse('smtp-reference:/STARTTLS.md'));
    const text = new TextDecoder().decode(page);
    ok((text.match(/^# /gm)?.length ?? 0) >= 3, text.slice(0, 400));
  });
});

function place(document: vscode.TextDocument, on: string, nth: number): vscode.Position {
  let at = -1;
  for (let count = 0; count <= nth; count++) at = document.getText().indexOf(on, at + 1);
  return document.positionAt(at + 1);
}
