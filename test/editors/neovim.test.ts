/** Neovim with the configuration that docs/editors.md tells people to write. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { block, installProgram, isTried, SAMPLE } from './page';

if (isTried('nvim')) describe('Neovim', neovim);

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
    installProgram(folder);
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
