import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './server';

declare const VERSION: string;
/** The worker's own scope: what it posts to is the client. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  loadReference: async () => (await import('./reference/texts')).reference,
  loadPages: async () => (await import('./rules/pages')).rulePages,
  version: VERSION,
  later: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
});
