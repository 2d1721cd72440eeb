import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';

/** How long one extension takes to wake, by its identifier; milliseconds. */
export type Activations = Readonly<Record<string, number>>;

/**
 * VS Code calls this inside the extension host: wakes the extensions that SMTP_E2E_ACTIVATE names, one after the other,
 * and writes down how long each took.
 */
export async function run(): Promise<void> {
  const took: Record<string, number> = {};
  for (const id of (process.env.SMTP_E2E_ACTIVATE ?? '').split(' ')) {
    const extension = vscode.extensions.getExtension(id);
    if (extension === undefined) throw new Error(`${id} is not there`);
    if (extension.isActive) throw new Error(`${id} is awake though nobody opened a log`);
    const began = performance.now();
    await extension.activate();
    took[id] = performance.now() - began;
  }
  await writeFile(process.env.SMTP_E2E_SUMMARY ?? '', JSON.stringify(took));
}
