/**
 * Builds every bundle: `node esbuild.mjs [--tests] [--watch] [--minify] [--out FOLDER]`. With a folder only the product is
 * built, into that in place of dist.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { leanLibraries } from './dev/leanLibraries.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const { values: flags } = parseArgs({
  options: {
    tests: { type: 'boolean' },
    watch: { type: 'boolean' },
    minify: { type: 'boolean' },
    out: { type: 'string' },
  },
});
const dist = flags.out ?? 'dist';

const common = {
  bundle: true,
  // A third of our words are Chinese: written as they are, not escaped.
  charset: 'utf8',
  sourcemap: flags.minify !== true,
  minify: flags.minify === true,
  logLevel: 'warning',
  define: { VERSION: JSON.stringify(version) },
  loader: { '.md': 'text' },
};
const node = {
  ...common,
  // A library's ES module asks where it is; in one CommonJS file that is the file's own name.
  define: { ...common.define, 'import.meta.url': '__filename' },
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outExtension: { '.js': '.cjs' },
};
const browser = { ...common, platform: 'browser', target: 'es2022' };

/** What is a bundle of its own, loaded when it is first needed. */
const apart = (filter, path) => ({
  name: `${path} apart`,
  setup(each) {
    each.onResolve({ filter }, () => ({ path, external: true }));
  },
});
/** At the first hover. */
const referenceApart = apart(/\/reference\/texts$/, './reference.cjs');
/** When somebody reads what a rule is about. */
const pagesApart = apart(/\/rules\/pages$/, './pages.cjs');
/** What the server and the command line share. */
const dialectsApart = apart(/\/transcript\/dialects$|^\.\/dialects$/, './dialects.cjs');
/** When the command line is asked to serve. */
const serverApart = apart(/\/main\.node$/, './server.cjs');
/** At the first transcript. */
const connectionApart = apart(/\/connection\.node$/, './connection.cjs');

const product = [
  {
    ...node,
    entryPoints: { cli: 'server/src/cli.ts', server: 'server/src/main.node.ts' },
    outdir: dist,
    plugins: [leanLibraries, referenceApart, pagesApart, dialectsApart, serverApart],
  },
  {
    ...node,
    entryPoints: {
      reference: 'server/src/reference/texts.ts',
      pages: 'server/src/rules/pages.ts',
      dialects: 'server/src/transcript/dialects/index.ts',
    },
    outdir: dist,
  },
  {
    ...node,
    entryPoints: { client: 'client/src/extension.node.ts' },
    outdir: dist,
    external: ['vscode'],
    plugins: [connectionApart],
  },
  {
    ...node,
    entryPoints: { connection: 'client/src/connection.node.ts' },
    outdir: dist,
    external: ['vscode'],
    plugins: [leanLibraries],
  },
  {
    ...browser,
    format: 'cjs',
    entryPoints: { client: 'client/src/extension.browser.ts' },
    outdir: `${dist}/web`,
    external: ['vscode'],
    plugins: [leanLibraries],
  },
  {
    ...browser,
    format: 'iife',
    entryPoints: { server: 'server/src/main.browser.ts' },
    outdir: `${dist}/web`,
    plugins: [leanLibraries],
  },
];

const development = {
  ...node,
  entryPoints: { start: 'dev/start.ts', docs: 'dev/docs.ts', corpus: 'dev/corpus.ts' },
  outdir: 'out/dev',
  packages: 'external',
};

/** Test files share what they import; what they start (the server, the program) is the product in dist/. */
const testFiles = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts') && !entry.parentPath.includes('e2e'))
    .map((entry) => `${entry.parentPath}/${entry.name}`);

const tests = () => [
  {
    ...node,
    entryPoints: testFiles('test'),
    inject: ['test/helpers/seed.ts'],
    outdir: 'out/test',
    outbase: 'test',
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    define: { ...common.define, __dirname: 'import.meta.dirname' },
    // A schema that a package carries is imported as JSON.
    supported: { 'import-attributes': true },
    packages: 'external',
  },
  {
    ...node,
    entryPoints: {
      run: 'test/run.ts',
      bench: 'test/bench/bench.ts',
      model: 'test/model/main.ts',
      floor: 'test/bench/floor.ts',
    },
    outdir: 'out',
    packages: 'external',
  },
  {
    ...node,
    entryPoints: {
      run: 'test/e2e/run.ts',
      'workbench-host': 'test/e2e/workbench.ts',
      suite: 'test/e2e/suite/index.ts',
      activation: 'test/e2e/activation.ts',
      'activation-suite': 'test/e2e/suite/activation.ts',
      pictures: 'test/e2e/suite/pictures.ts',
      web: 'test/e2e/web.ts',
    },
    outdir: 'out/e2e',
    packages: 'external',
  },
  { ...node, entryPoints: { screenshots: 'dev/screenshots.ts' }, outdir: 'out/dev', packages: 'external' },
  {
    ...browser,
    format: 'cjs',
    entryPoints: { 'web-suite': 'test/e2e/suite/webIndex.ts' },
    outdir: 'out/e2e',
    external: ['vscode'],
    alias: { 'node:assert/strict': './test/e2e/suite/assert.ts' },
    // mocha's UMD header must not take this bundle's exports for its own.
    define: { ...common.define, module: 'undefined', exports: 'undefined', define: 'undefined' },
  },
];

// A test that is no more, and chunks of former builds.
if (flags.tests) rmSync('out/test', { recursive: true, force: true });
const rest = flags.tests ? [development, ...tests()] : [development];
const all = flags.out === undefined ? [...product, ...rest] : product;
if (flags.watch) {
  for (const options of all) await (await context(options)).watch();
} else {
  await Promise.all(all.map((options) => build(options)));
}
