/** What docs/editors.md tells people to write, tried: the command line everywhere, Neovim's configuration where it is. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { LspClient } from '../helpers/lspClient';

const PAGE = readFileSync('docs/editors.md', 'utf8');
const SAMPLE = resolve('test/e2e/workspace/deploy-failure.smtp');

/** The first fenced block of a language after a heading of the page. */
function block(heading: string, language: string): string {
  const section = PAGE.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  const start = section.indexOf(`\`\`\`${language}\n`);
  assert.ok(start >= 0, `docs/editors.md has no ${language} for ${heading}`);
  const from = section.indexOf('\n', start) + 1;
  return section.slice(from, section.indexOf('\n```', from) + 1);
}

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

// Neovim is no dependency of the project: without it nothing is claimed about it.
if (spawnSync('nvim', ['--version']).status === 0) describe('Neovim', neovim);

/** Waits for the finding, asks for the hover over `503`, and prints both as JSON; Neovim's own print goes elsewhere. */
const DRIVER = `
vim.wait(10000, function() return #vim.diagnostic.get(0) > 1 end, 20)
vim.fn.cursor(vim.fn.search('^S: 503'), 4)
local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(0, 'utf-16'), 10000)
local hovers = {}
for _, answer in pairs(answers or {}) do table.insert(hovers, answer.result.contents.value) end
local findings = vim.tbl_map(function(each) return { each.lnum, each.message } end, vim.diagnostic.get(0))
io.stdout:write(vim.fn.json_encode({ filetype = vim.bo.filetype, findings = findings, hovers = hovers }))
vim.cmd('qall!')
`;

interface Seen {
  readonly filetype: string;
  /** 0-based line and message. */
  readonly findings: readonly (readonly [number, string])[];
  readonly hovers: readonly string[];
}

function neovim(): void {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'smtp-neovim-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('shows the finding and the hover with the documented configuration', () => {
    const program = join(folder, 'smtp-transcripts');
    writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.cjs')}' "$@"\n`);
    chmodSync(program, 0o755);
    const configuration = join(folder, 'smtp.lua');
    writeFileSync(configuration, block('Neovim', 'lua'));
    const driver = join(folder, 'driver.lua');
    writeFileSync(driver, DRIVER);

    const { stdout, stderr } = spawnSync(
      'nvim',
      ['--headless', '-n', '-i', 'NONE', '-u', configuration, SAMPLE, '-S', driver],
      {
        encoding: 'utf8',
        timeout: 30_000,
        env: {
          ...process.env,
          PATH: `${folder}${delimiter}${process.env.PATH ?? ''}`,
          // Nothing of the person's own Neovim, and nothing left behind in it.
          HOME: folder,
          ...Object.fromEntries(['CONFIG', 'DATA', 'STATE', 'CACHE'].map((kind) => [`XDG_${kind}_HOME`, folder])),
        },
      },
    );

    assert.match(stdout, /^\{/, stderr);
    const { filetype, findings, hovers } = JSON.parse(stdout) as Seen;
    assert.equal(filetype, 'smtp-transcript');
    const data = readFileSync(SAMPLE, 'utf8').split('\n').indexOf('C: DATA');
    assert.ok(
      findings.some(([line, message]) => line === data && /every recipient was refused/.test(message)),
      JSON.stringify(findings),
    );
    assert.equal(hovers.length, 1);
    assert.match(hovers[0] ?? '', /every recipient was refused/);
  });
}
