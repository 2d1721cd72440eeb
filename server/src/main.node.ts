import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nearestConfig } from './configFiles';
import { DEFAULT_POLICY } from './rules/presets';
import { startServer } from './server';
import { workspaceFiles } from './workspaceFiles';

declare const VERSION: string;

startServer(createConnection(ProposedFeatures.all), {
  loadReference: async () => (await import('./reference/texts')).reference,
  loadPages: async () => (await import('./rules/pages')).rulePages,
  version: VERSION,
  workspaceFiles,
  configOf: async (uri) => (uri.startsWith('file:') ? nearestConfig(dirname(fileURLToPath(uri))) : DEFAULT_POLICY),
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
});
