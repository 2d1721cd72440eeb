import { env, extensions, UIKind } from 'vscode';
import { screenshot } from './driver';

// No `node:assert` here: this runs in a web worker.
describe('the web extension host', () => {
  it('has the extension', async () => {
    if (env.uiKind !== UIKind.Web || typeof process !== 'undefined')
      throw new Error('This is not the web extension host.');
    if (extensions.getExtension('smtp-transcripts.smtp-transcripts') === undefined)
      throw new Error('The extension is missing.');
    await screenshot('web-smoke');
  });
});
