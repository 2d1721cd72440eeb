/**
 * The reference as read-only Markdown files of the scheme `smtp-reference`, shown in VS Code's own preview. Each page is an
 * editor of its own, so that Go Back and Go Forward lead through the pages that were read.
 */
import * as vscode from 'vscode';
import type { Server } from '../client';

const SCHEME = 'smtp-reference';

/** The Markdown preview as an editor; links between files open in the same kind. */
const PREVIEW = 'vscode.markdown.preview.editor';

/** Opens the page of a key in the Markdown preview; links in it lead to other pages. */
export async function openReference(key: string): Promise<void> {
  await showReference(uriOf(key));
}

/** Shows a page of the reference. */
export async function showReference(page: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', page, PREVIEW, { preview: true });
}

function uriOf(key: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${key}.md` });
}

export function registerReferenceFiles(server: Server): vscode.Disposable {
  return vscode.workspace.registerFileSystemProvider(SCHEME, new ReferenceFiles(server), {
    isReadonly: true,
    isCaseSensitive: true,
  });
}

class ReferenceFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(private readonly server: Server) {}

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const key = decodeURIComponent(uri.path.replace(/^\//, '').replace(/\.md$/, ''));
    const page = await (await this.server.ready()).page(key);
    if (page === null) throw vscode.FileSystemError.FileNotFound(uri);
    // Links between pages become links between files, from the folder that this page is in.
    const up = key.includes('/') ? '../' : './';
    return new TextEncoder().encode(page.replace(/\]\(smtp-reference:([^)\s]+)\)/g, (_, to) => `](${up}${to}.md)`));
  }

  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: 0 };
  }

  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}
