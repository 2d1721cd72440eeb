/**
 * Which tests a mutant has to fail. Every rule is asked in every test that reads a transcript, so "all tests that run the
 * code" would be all tests; a rule has to be held by its own: those that name its code, and those of its category that
 * name none. A file that several rules use is held by the tests of all of them, the reader by those of the reader and of
 * the order of commands. What decides which rules are asked at all is held by the tests of all rules. This can only make the
 * score lower.
 */
import { basename } from 'node:path';

const RULES = 'server/src/rules/';
const CODE = /\b(?:sequence|reply|extension|syntax|framing|tls|auth|security|delivery|timing)\.[a-z0-9-]*[a-z0-9]\b/g;

/** Files that list all rules: what goes through them does not make one rule part of another. */
const LISTS = new Set(['index.ts', 'judge.ts', 'pages.ts', 'presets.ts'].map((name) => RULES + name));

/** Files that decide which rules are asked about a session. */
const GATES = new Set(['traits', 'traitsOf', 'usualCommand', 'usualReply']);

/** Tests of rules that read their texts when they are loaded: nothing in them tests the reader. */
const KEPT = new Set(['test/rules/elsewhere.test.ts']);

/**
 * @param {string} mutated path of the mutated file in the repository
 * @param {Readonly<Record<string, readonly string[]>>} imports what each file imports
 * @returns the tests that it has to fail, the rules to ask (undefined: all), the groups with such tests in them
 */
export function relevantTo(mutated, imports) {
  if (!mutated.startsWith(RULES)) {
    const test = (file, name) =>
      file.startsWith('test/transcript/') ||
      (!KEPT.has(file) && codesIn(name).some((code) => code.startsWith('sequence.')));
    return { test, rule: undefined, group: (file, name) => file.startsWith('test/transcript/') || test(file, name) };
  }
  const users = usersOf(mutated, imports);
  if (LISTS.has(mutated) || [...users].every((name) => GATES.has(name)))
    return { test: (file) => file.startsWith('test/rules/'), rule: () => true, group: () => true };
  const own = basename(mutated, '.ts');
  const isOurs = (code) => users.has(camelCase(code)) || (users.has('reported') && code.endsWith('.reported'));
  const categories = new Set([...users].map((name) => /^[a-z]+/.exec(name)?.[0]));
  // `parts.test.ts` names the file that each test is about.
  const isOwn = (file, name) =>
    [...categories].some((category) => file === `test/rules/${CATEGORY_FILES[category] ?? category}.test.ts`) ||
    file === `test/rules/${own}.test.ts` ||
    name.startsWith(`${own}: `);
  const test = (file, name) => {
    const codes = codesIn(name);
    return codes.length > 0 ? codes.some(isOurs) : isOwn(file, name);
  };
  return {
    test,
    rule: isOurs,
    group: (file, name) => (codesIn(name).length > 0 ? codesIn(name).some(isOurs) : file.startsWith('test/rules/')),
  };
}

const CATEGORY_FILES = { timing: 'delivery' };

function codesIn(name) {
  return name.match(CODE) ?? [];
}

/** Base names of the rules' files that use this one, itself included. */
function usersOf(mutated, imports) {
  const users = new Set([mutated]);
  for (const used of users)
    for (const [file, imported] of Object.entries(imports))
      if (file.startsWith(RULES) && !LISTS.has(file) && imported.includes(used)) users.add(file);
  return new Set([...users].map((file) => basename(file, '.ts')));
}

function camelCase(code) {
  return code.replace(/[.-]([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
