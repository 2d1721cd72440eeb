import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';
import { workspaceFiles } from './workspaceFiles';

declare const VERSION: string;

startServer(createConnection(ProposedFeatures.all), {
  loadReference: async () => (await import('./reference/texts')).reference,
  version: VERSION,
  workspaceFiles,
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
});
