/** Single sessions in our own format, read-only, to be laid side by side. */
import * as vscode from 'vscode';
import type { Server } from '../client';

const SCHEME = 'smtp-session';

/** The address of a session of a document. */
export function sessionUri(document: string, key: string): vscode.Uri {
  // The name is what a person reads above the text.
  return vscode.Uri.from({ scheme: SCHEME, path: `/${key}.smtp`, query: document });
}

export function registerSessionFiles(server: Server): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ path, query }) {
      const key = path.slice(1).replace(/\.smtp$/, '');
      return (await (await server.ready()).sessionText(query, key, 'comparable')) ?? '';
    },
  });
}
