/** Reads for the server what it cannot read itself: in the browser, and in workspaces that are no files of this machine. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ListFolderRequest, ReadFileRequest } from '../../server/src/protocol';
import type { FolderEntry } from '../../server/src/runtime';

export function serveFiles(client: BaseLanguageClient): void {
  const { fs } = vscode.workspace;
  client.onRequest(ListFolderRequest, async ({ uri }) => {
    try {
      const entries = await fs.readDirectory(vscode.Uri.parse(uri));
      // What a link leads to may lie above it: links are left out.
      return entries.flatMap(([name, type]): FolderEntry[] => {
        if (type === vscode.FileType.File) return [{ name, kind: 'file' }];
        return type === vscode.FileType.Directory ? [{ name, kind: 'folder' }] : [];
      });
    } catch {
      return [];
    }
  });
  client.onRequest(ReadFileRequest, async ({ uri, largest, known }) => {
    try {
      const file = vscode.Uri.parse(uri);
      const { size, mtime } = await fs.stat(file);
      const stamp = `${size} ${mtime}`;
      if (size > largest) return null;
      return stamp === known ? { stamp } : { stamp, text: new TextDecoder().decode(await fs.readFile(file)) };
    } catch {
      return null;
    }
  });
}
