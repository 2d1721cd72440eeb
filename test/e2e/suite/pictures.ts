/** The pictures of `npm run screenshots`: what a person sees of the language, in three themes. No test. */
import * as vscode from 'vscode';
import { click, hover, press, screenshot, waitFor } from './driver';
import { after, check, finding, open } from './editor';
import type { Part } from './protocol';

const THEMES: Readonly<Record<string, { readonly theme: string; readonly kind: vscode.ColorThemeKind }>> = {
  dark: { theme: 'Default Dark Modern', kind: vscode.ColorThemeKind.Dark },
  light: { theme: 'Default Light Modern', kind: vscode.ColorThemeKind.Light },
  'high-contrast': { theme: 'Default High Contrast', kind: vscode.ColorThemeKind.HighContrast },
};

/** A window with nothing in it but the transcript. */
const SETTINGS: Readonly<Record<string, unknown>> = {
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
};

interface Picture {
  readonly name: string;
  readonly file: string;
  readonly part: Part;
  show(): Promise<void>;
}

const LENS = '.editor-instance .codelens-decoration a';
const HINT = '.editor-instance .view-line :text("+3.0 s")';

const PICTURES: readonly Picture[] = [
  {
    name: 'outline',
    file: 'deploy-failure.smtp',
    part: { x: 0, y: 0, width: 1210, height: 430 },
    async show() {
      await command('outline.focus');
      await waitFor('.outline-tree .monaco-list-row:has-text("DATA")');
      await command('workbench.action.focusActiveEditorGroup');
    },
  },
  {
    name: 'completion',
    file: 'features.smtp',
    part: { x: 0, y: 0, width: 1060, height: 560 },
    async show() {
      await command('cursorBottom');
      await command('cursorUp');
      await command('cursorLineEnd');
      await command('editor.action.triggerSuggest');
      await waitFor('.suggest-widget.visible .monaco-list-row:has-text("MAIL FROM")');
    },
  },
  {
    name: 'inlay-hints',
    file: 'features.smtp',
    part: { x: 0, y: 0, width: 1060, height: 430 },
    show: () => waitFor(HINT),
  },
  {
    name: 'code-lens',
    file: 'deploy-failure.smtp',
    part: { x: 0, y: 0, width: 1060, height: 430 },
    show: () => waitFor(LENS),
  },
  {
    name: 'hover',
    file: 'deploy-failure.smtp',
    part: { x: 0, y: 0, width: 1060, height: 430 },
    async show() {
      await hover({ text: '503' });
      await waitFor('.monaco-hover:not(.hidden) .monaco-hover-content :text("Specification")');
    },
  },
];

/** VS Code calls this inside the extension host. */
export async function run(): Promise<void> {
  for (const [setting, value] of Object.entries(SETTINGS)) await set(setting, value);
  // The outline gets the room of the folder's tree.
  await command('workbench.view.explorer');
  await click({ selector: '.pane-header:has-text("workspace")' });
  for (const [look, { theme, kind }] of Object.entries(THEMES)) {
    await set('workbench.colorTheme', theme);
    await after(vscode.window.onDidChangeActiveColorTheme, () => vscode.window.activeColorTheme.kind === kind);
    for (const picture of PICTURES) await take(picture, look);
  }
}

async function take({ name, file, part, show }: Picture, look: string): Promise<void> {
  await command('workbench.action.closeAllEditors');
  await command('workbench.action.closeSidebar');
  await command('notifications.clearAll');
  const document = await open(file);
  await finding(document, 'sequence.data-without-recipients');
  // The lens moves all lines down once it is there.
  await waitFor(LENS);
  await show();
  const path = await screenshot(`picture-${name}-${look}`, part);
  check(path !== undefined, 'this host has no window that can be photographed');
  await press('Escape');
}

function set(setting: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration().update(setting, value, vscode.ConfigurationTarget.Global);
}

function command(name: string): Thenable<unknown> {
  return vscode.commands.executeCommand(name);
}
