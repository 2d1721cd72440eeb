/** Helix, in a terminal of tmux's, with the configuration that docs/editors.md tells people to write. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { block, installProgram, isTried, SAMPLE } from './page';

/** A screen that does not show what is wanted for so long, milliseconds, never will. */
const PATIENCE = 20_000;

if (isTried('hx', 'tmux')) describe('Helix', helix);

function helix(): void {
  let folder = '';
  let terminal: Terminal | undefined;
  const shown = () => terminal ?? assert.fail('there is no terminal');
  const lines = readFileSync(SAMPLE, 'utf8').split('\n');

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'smtp-helix-'));
    installProgram(folder);
    mkdirSync(join(folder, 'helix'));
    writeFileSync(join(folder, 'helix', 'languages.toml'), block('Helix', 'toml'));
    terminal = new Terminal(['hx', SAMPLE], folder);
  });
  after(() => {
    terminal?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('finds the server', () => {
    const { stdout } = spawnSync('hx', ['--health', 'smtp-transcript'], { encoding: 'utf8', env: environment(folder) });
    assert.match(stdout, /✓.* smtp-transcripts/);
  });

  test('marks the lines that are wrong, and says why in its list', async () => {
    const data = `${lines.indexOf('C: DATA') + 1}  C: DATA`;
    await shown().until((screen) => screen.some((line) => line.startsWith('●') && line.trimEnd().endsWith(data)));
    shown().type(' d');
    await shown().until((screen) =>
      screen.some((line) => /ERROR +sequence\.data-without-recipients +DATA although every/.test(line)),
    );
    shown().press('Escape');
    await shown().until((screen) => !screen.some((line) => line.includes('│')));
  });

  test('explains the code under the cursor', async () => {
    shown().type('/503');
    shown().press('Enter');
    await shown().until((screen) => screen.some((line) => / \d+ sel +14:\d+/.test(line)));
    shown().type(' k');
    await shown().until((screen) => screen.some((line) => /Bad sequence of commands/.test(line)));
    const screen = shown().screen().join('\n');
    assert.match(screen, /Why here/);
    assert.match(screen, /every recipient was refused/);
  });
}

/** Nothing of the person's own Helix, and nothing left behind in it. */
function environment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: `${folder}${delimiter}${process.env.PATH ?? ''}`,
    HOME: folder,
    LC_ALL: 'C.UTF-8',
    TERM: 'xterm-256color',
    ...Object.fromEntries(['CONFIG', 'DATA', 'STATE', 'CACHE'].map((kind) => [`XDG_${kind}_HOME`, folder])),
  };
}

/** A program in a terminal that a test can look at: tmux says when the screen changes. */
class Terminal {
  readonly #socket: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #control: ChildProcess;

  constructor(command: readonly string[], folder: string) {
    this.#socket = join(folder, 'tmux');
    this.#env = environment(folder);
    const size = ['-x', '200', '-y', '60'];
    this.#control = spawn('tmux', ['-S', this.#socket, '-f', '/dev/null', '-C', 'new-session', ...size, ...command], {
      env: this.#env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
  }

  /** The lines that are to be seen. */
  screen(): string[] {
    return this.#tmux('capture-pane', '-p').split('\n');
  }

  type(text: string): void {
    this.#tmux('send-keys', '-l', text);
  }

  /** Presses a key, named as tmux does. */
  press(key: string): void {
    this.#tmux('send-keys', key);
  }

  /** Resolves when the screen is as wanted. */
  until(wanted: (screen: readonly string[]) => boolean): Promise<void> {
    const { stdout } = this.#control;
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!wanted(this.screen())) return;
        clearTimeout(late);
        stdout?.off('data', look);
        resolve();
      };
      const late = setTimeout(() => {
        stdout?.off('data', look);
        reject(new Error(`never to be seen; the screen is\n${this.screen().join('\n')}`));
      }, PATIENCE);
      stdout?.on('data', look);
      look();
    });
  }

  close(): void {
    this.#tmux('kill-server');
    this.#control.kill();
  }

  #tmux(...args: readonly string[]): string {
    return spawnSync('tmux', ['-S', this.#socket, ...args], { encoding: 'utf8', env: this.#env }).stdout ?? '';
  }
}
