/**
 * Bundles the tests that mutants have to pass into `out/mutation.cjs`, which exports each file as a function that loads
 * it, and writes which file imports which into `out/mutation-imports.json`.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const files = [
  ...['cases', 'session', 'conversation'].map((name) => `test/transcript/${name}.test.ts`),
  ...readdirSync('test/rules')
    // That one reads thousands of sessions.
    .filter((name) => name.endsWith('.test.ts') && name !== 'traits.test.ts')
    .map((name) => `test/rules/${name}`),
];

/** What the features and those tests read that keep it goes through `quick.mjs`. */
const quick = {
  name: 'quick',
  setup(each) {
    const path = resolve('dev/mutation/quick.mjs');
    each.onResolve({ filter: /^\.\/remembering$/ }, () => ({ path: resolve('dev/mutation/forgetting.mjs') }));
    each.onResolve({ filter: /\/transcript\/readTranscript$/ }, ({ importer }) =>
      /(?:parsedDocument|elsewhere\.test)\.ts$/.test(importer) ? { path } : undefined,
    );
  },
};

const { metafile } = await build({
  stdin: {
    contents: `export { collect } from 'node:test';
export { askOnly } from './dev/mutation/quick.mjs';
export const product = () => require('./server/src/features/parsedDocument.ts');
export const files = { ${files.map((file) => `'${file}': () => require('./${file}')`).join(', ')} };`,
    resolveDir: process.cwd(),
  },
  outfile: 'out/mutation.cjs',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  alias: { 'node:test': './dev/mutation/nodeTest.mjs' },
  inject: ['test/helpers/seed.ts'],
  packages: 'external',
  define: { VERSION: '"mutation"', 'import.meta.url': '__filename' },
  loader: { '.md': 'text' },
  logLevel: 'warning',
  metafile: true,
  plugins: [quick],
});

const imports = Object.entries(metafile.inputs).map(([file, { imports }]) => [file, imports.map(({ path }) => path)]);
writeFileSync('out/mutation-imports.json', JSON.stringify(Object.fromEntries(imports)));
