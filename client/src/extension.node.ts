import type { ExtensionContext } from 'vscode';
import { activate as activateWith } from './client';

export function activate(context: ExtensionContext): void {
  activateWith(context, async (options) => (await import('./connection.node')).connect(context, options));
}
