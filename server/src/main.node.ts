import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './nodeFiles';
import { startServer } from './server';

declare const VERSION: string;

startServer(createConnection(ProposedFeatures.all), {
  loadReference: async () => (await import('./reference/texts')).reference,
  loadPages: async () => (await import('./rules/pages')).rulePages,
  version: VERSION,
  files: nodeFiles,
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
});
