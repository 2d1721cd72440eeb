/** Stryker's test runner and what it leaves alone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import { Script } from 'node:vm';
import { declareClassPlugin, declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { relevantTo } from './relevant.mjs';

const require = createRequire(import.meta.url);
globalThis.__stryker__ ??= {};
const context = globalThis.__stryker__;

const COLLECTING = 'collecting the tests';

/**
 * Runs the bundled tests in this process. For a mutant the relevant ones, and those first that have found one in the
 * same file before, since the first failure ends the run.
 */
class BundleRunner {
  /** @type {readonly { file: string, name: string, run: () => unknown }[] | undefined} */
  #tests;
  /** All tests, by file and name. */
  #all = [];
  /** How many mutants of a file each test has found. */
  #found = new Map();
  #relevant = new Map();
  #imports;
  /** @type {Script | undefined} */
  #script;
  /** @type {((isWanted?: (code: string) => boolean) => void) | undefined} */
  #askOnly;
  /** By file the tests that fail without a mutant because they want to hear other rules. */
  #deaf = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    this.#load();
    const result = await this.#run(this.#tests, false);
    return { ...result, mutantCoverage: context.mutantCoverage };
  }

  async mutantRun({
    activeMutant: { id },
    sandboxFileName,
    testFilter,
    mutantActivation,
    reloadEnvironment,
    hitLimit,
  }) {
    const relevant = this.#relevantTo(sandboxFileName);
    const found = this.#foundIn(sandboxFileName);
    const isStatic = mutantActivation === 'static';
    context.hitLimit = hitLimit;
    context.hitCount = undefined;
    context.activeMutant = undefined;
    const isNew = relevant.rule !== undefined && !this.#deaf.has(sandboxFileName);
    if (isStatic && (isNew || this.#all.length === 0)) {
      this.#load();
      await this.#testsFor(sandboxFileName, relevant);
    }
    context.activeMutant = isStatic ? id : undefined;
    try {
      // Loaded with a mutant in force, the tests are good for that mutant only.
      if (isStatic) this.#load(relevant.group, this.#filesWith(relevant));
      else if (reloadEnvironment || this.#tests === undefined) this.#load();
    } catch (error) {
      this.#tests = undefined;
      return { status: 'killed', killedBy: [...found.keys()].slice(0, 1), failureMessage: String(error), nrOfTests: 1 };
    }
    const tests = await this.#testsFor(sandboxFileName, relevant);
    context.activeMutant = id;
    context.hitCount = hitLimit === undefined ? undefined : 0;
    const wanted = testFilter === undefined ? undefined : new Set(testFilter);
    const chosen = tests
      .filter(({ name }) => wanted?.has(name) ?? true)
      .sort((a, b) => (found.get(b.name) ?? 0) - (found.get(a.name) ?? 0));
    const result = toMutantRunResult(await this.#run(chosen, true));
    for (const name of result.killedBy ?? []) found.set(name, (found.get(name) ?? 0) + 1);
    return result;
  }

  /** The tests for this file, after those that need other rules than its own have been found out. */
  async #testsFor(sandboxFileName, relevant) {
    const tests = this.#tests.filter(({ file, name }) => relevant.test(file, name));
    this.#askOnly(relevant.rule);
    if (relevant.rule === undefined) return tests;
    let deaf = this.#deaf.get(sandboxFileName);
    if (deaf === undefined) {
      context.activeMutant = undefined;
      const { tests: results } = await this.#run(tests, false);
      deaf = new Set(results.filter(({ status }) => status === TestStatus.Failed).map(({ name }) => name));
      this.#deaf.set(sandboxFileName, deaf);
    }
    return tests.filter(({ name }) => !deaf.has(name));
  }

  /** The files of tests that are relevant. */
  #filesWith(relevant) {
    return new Set(this.#all.filter(({ file, name }) => relevant.test(file, name)).map(({ file }) => file));
  }

  #foundIn(fileName) {
    const found = this.#found.get(fileName) ?? new Map();
    this.#found.set(fileName, found);
    return found;
  }

  #relevantTo(sandboxFileName) {
    this.#imports ??= JSON.parse(readFileSync('out/mutation-imports.json', 'utf8'));
    const known =
      this.#relevant.get(sandboxFileName) ?? relevantTo(relative(process.cwd(), sandboxFileName), this.#imports);
    this.#relevant.set(sandboxFileName, known);
    return known;
  }

  /** Loads the tests of the groups that are wanted, from the files that have some: undefined for all. */
  #load(isWanted = () => true, wantedFiles = undefined) {
    this.#tests = undefined;
    const { askOnly, collect, files, product } = this.#runBundle();
    this.#askOnly = askOnly;
    product();
    // What a file of tests does to make them is no use of a mutant.
    context.currentTestId = COLLECTING;
    this.#tests = Object.entries(files)
      .filter(([file]) => wantedFiles?.has(file) ?? true)
      .flatMap(([file, load]) => collect(file, load, (group) => isWanted(file, group)));
    if (wantedFiles === undefined) this.#all = this.#tests.map(({ file, name }) => ({ file, name }));
    context.currentTestId = undefined;
    delete context.mutantCoverage?.perTest[COLLECTING];
  }

  /** Runs the bundle from its beginning, with all its modules; it is compiled once. */
  #runBundle() {
    // The worker stands in the sandbox only by now.
    const filename = resolve('out/mutation.cjs');
    this.#script ??= new Script(`(function (module, exports, require, __filename) {${readFileSync(filename)}\n})`, {
      filename,
    });
    const module = { exports: {} };
    this.#script.runInThisContext()(module, module.exports, require, filename);
    return module.exports;
  }

  async #run(tests, bail) {
    const results = [];
    for (const { name, run } of tests) {
      if (!bail) context.currentTestId = name;
      const began = performance.now();
      const each = { id: name, name, timeSpentMs: 0 };
      try {
        await run();
        results.push({ ...each, status: TestStatus.Success, timeSpentMs: performance.now() - began });
      } catch (error) {
        const failureMessage = error instanceof Error ? error.message : String(error);
        results.push({ ...each, status: TestStatus.Failed, failureMessage, timeSpentMs: performance.now() - began });
        if (bail) break;
      }
      const timeout = determineHitLimitReached(context.hitCount, context.hitLimit);
      if (timeout !== undefined) return timeout;
    }
    context.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests: results };
  }
}

/** Words for people: no test should repeat them, and the pages of the rules show every change. */
const WORDS = new Set(['title', 'messages', 'explanation', 'sources', 'examples', 'en', 'zh-cn']);

const wordsIgnorer = {
  shouldIgnore(path) {
    if (!path.isObjectProperty()) return undefined;
    const { key } = path.node;
    return WORDS.has(key.name ?? key.value) ? 'words for people' : undefined;
  },
};

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'bundle', BundleRunner),
  declareValuePlugin(PluginKind.Ignore, 'words', wordsIgnorer),
];
