/**
 * Stands in for `node:test` where the tests run many times in one process: it only collects them. The bodies of
 * `describe` wait until the file is loaded, so that what they call does not count as run by loading.
 */

let file = '';
/** @type {{ path: string[], body: () => void }[]} */
let groups = [];
/** @type {string[]} */
let path = [];
/** @type {{ file: string, name: string, run: () => unknown }[]} */
let tests = [];

export function describe(name, body) {
  groups.push({ path: [...path, name], body });
}

export function test(name, body) {
  tests.push({ file, name: [...path, name].join(' > '), run: body });
}

/**
 * The tests of a file, in its order. `load` loads it; groups that `isWanted` does not want are left closed.
 * @param {string} name
 * @param {() => unknown} load
 * @param {(group: string) => boolean} isWanted
 */
export function collect(name, load, isWanted) {
  file = name;
  tests = [];
  load();
  while (groups.length > 0) {
    const [first, ...rest] = groups;
    groups = [];
    path = first.path;
    if (isWanted(path[0])) first.body();
    groups = [...groups, ...rest];
  }
  path = [];
  return tests;
}
