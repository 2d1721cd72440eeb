/** What docs/editors.md tells people to write: the command line, which is the same for every editor. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { LspClient } from '../helpers/lspClient';
import { block } from './page';

describe('docs/editors.md', () => {
  for (const [editor, language] of [
    ['Neovim', 'lua'],
    ['Helix', 'toml'],
    ['Emacs', 'elisp'],
    ['Sublime Text', 'json'],
  ] as const) {
    test(`${editor} is told the command line`, () => {
      const words = block(editor, language).replace(/args = |command = /g, '');
      assert.match(words, /["']smtp-transcripts["'][\s,[]+["']serve["'][\s,]+["']--stdio["']/);
    });
  }

  test('the program can be called by its name', () => {
    assert.equal(readFileSync('dist/cli.cjs', 'utf8').split('\n', 1)[0], '#!/usr/bin/env node');
  });

  test('the command line starts a server that says what it can do', async () => {
    const { client, result } = await LspClient.start();
    try {
      assert.equal(result.serverInfo?.name, 'smtp-transcripts');
      assert.equal(result.capabilities.hoverProvider, true);
      assert.equal(await client.stop(), 0);
    } finally {
      client.kill();
    }
  });
});
