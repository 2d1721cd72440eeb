/** `npm run mutation`: what is mutated, and how. */
export default {
  mutate: [
    'server/src/transcript/{session,order,offers}.ts',
    'server/src/rules/*.ts',
    // Lists and types, examples and words: no logic.
    '!server/src/rules/{index,pages,exampleSessions,words}.ts',
  ],
  plugins: ['./dev/mutation/plugins.mjs'],
  testRunner: 'bundle',
  ignorers: ['words'],
  // Names, most of a union type, and typed objects: what these make of them does not compile.
  mutator: { excludedMutations: ['StringLiteral', 'ObjectLiteral'] },
  buildCommand: 'node dev/mutation/bundle.mjs',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // On a busy machine a slow mutant must not pass for one that never ends; the count of hits finds those.
  timeoutMS: 60_000,
  reporters: ['clear-text', 'json', 'progress'],
  jsonReporter: { fileName: 'out/mutation.json' },
  clearTextReporter: {
    allowColor: false,
    allowEmojis: false,
    logTests: false,
    reportTests: false,
    reportMutants: false,
  },
  thresholds: { high: 90, low: 80, break: 80 },
  ignorePatterns: ['/dist', '/out', '/docs', '/images', '/test/corpus', '/test/e2e', '/client', '/syntaxes'],
  tempDirName: 'out/stryker',
  // TypeScript 7 has no interface for programs; there is nothing to rewrite in ours.
  tsconfigFile: 'none',
  allowEmpty: false,
};
