/** Wakes ours between two empty extensions in the same host: `node out/e2e/activation.cjs` prints milliseconds as JSON. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { chooseHost } from './host';
import { repository, temporaryFolder } from './paths';
import { workbenchSettings } from './settings';
import type { Activations } from './suite/activation';

const OURS = 'smtp-transcripts.smtp-transcripts';
/** The first to wake pays for what the host itself loads. */
const EMPTY = ['first', 'before', 'after'] as const;

async function main(): Promise<void> {
  const host = await chooseHost();
  const folder = temporaryFolder('activation');
  const userData = join(folder, 'user-data');
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(workbenchSettings));
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace);
  const summary = join(folder, 'summary.json');
  const extensions = join(userData, 'extensions');
  for (const name of EMPTY) writeEmptyExtension(extensions, name);
  await runTests({
    vscodeExecutablePath: host.executable,
    extensionDevelopmentPath: repository,
    extensionTestsPath: join(__dirname, 'activation-suite.cjs'),
    extensionTestsEnv: {
      SMTP_E2E_SUMMARY: summary,
      SMTP_E2E_ACTIVATE: ['bench.first', 'bench.before', OURS, 'bench.after'].join(' '),
    },
    launchArgs: [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`],
  });
  const took = JSON.parse(readFileSync(summary, 'utf8')) as Activations;
  const empty = ((took['bench.before'] ?? Number.NaN) + (took['bench.after'] ?? Number.NaN)) / 2;
  console.log(JSON.stringify({ host: host.description, ours: took[OURS], empty }));
}

/** An installed extension that does nothing when it wakes. */
function writeEmptyExtension(extensions: string, name: string): void {
  const { version, engines } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const path = join(extensions, `bench.${name}-${version}`);
  mkdirSync(path, { recursive: true });
  const manifest = {
    name,
    publisher: 'bench',
    version,
    engines,
    main: './main.js',
    activationEvents: ['onCommand:none'],
  };
  const capabilities = { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true };
  writeFileSync(join(path, 'package.json'), JSON.stringify({ ...manifest, capabilities }));
  writeFileSync(join(path, 'main.js'), 'exports.activate = () => undefined;\n');
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
