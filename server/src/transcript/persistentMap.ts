/**
 * A map that is a plain immutable value: adding and removing give another one that shares nearly all of it. What a
 * dialect remembers of the sessions that are open at a time is kept in one; a copied `Map` would cost as many steps for
 * each session as there are others.
 *
 * A trie over the hash of the keys, four bits a level. Maps with the same entries have the same structure.
 */
export type PersistentMap<V> = Branch<V> | Leaf<V> | undefined;

interface Branch<V> {
  readonly children: readonly PersistentMap<V>[];
}

/** The entries whose keys have the same hash: nearly always one. */
interface Leaf<V> {
  readonly hash: number;
  readonly entries: readonly Entry<V>[];
}

type Entry<V> = readonly [key: string, value: V];

/** The value of `key`; undefined when it has none. */
export function lookUp<V>(map: PersistentMap<V>, key: string): V | undefined {
  const hash = hashOf(key);
  let node = map;
  for (let shift = 0; node !== undefined && 'children' in node; shift += BITS) node = node.children[at(hash, shift)];
  if (node === undefined || node.hash !== hash) return undefined;
  for (const [each, value] of node.entries) if (each === key) return value;
  return undefined;
}

/** The map in which `key` has `value`. */
export function withValue<V>(map: PersistentMap<V>, key: string, value: V): PersistentMap<V> {
  return put(map, { hash: hashOf(key), entries: [[key, value]] }, 0);
}

/** The map without `key`. */
export function withoutValue<V>(map: PersistentMap<V>, key: string): PersistentMap<V> {
  return remove(map, hashOf(key), key, 0);
}

/** Every entry, in no particular order. */
export function* entriesOf<V>(map: PersistentMap<V>): Generator<Entry<V>> {
  if (map === undefined) return;
  if ('children' in map) for (const child of map.children) yield* entriesOf(child);
  else yield* map.entries;
}

function put<V>(node: PersistentMap<V>, leaf: Leaf<V>, shift: number): PersistentMap<V> {
  if (node === undefined) return leaf;
  if ('children' in node) {
    const index = at(leaf.hash, shift);
    return { children: node.children.with(index, put(node.children[index], leaf, shift + BITS)) };
  }
  if (node.hash !== leaf.hash) return put(put({ children: NO_CHILDREN }, node, shift), leaf, shift);
  const [key] = leaf.entries[0] as Entry<V>;
  return { hash: leaf.hash, entries: [...node.entries.filter(([each]) => each !== key), ...leaf.entries] };
}

function remove<V>(node: PersistentMap<V>, hash: number, key: string, shift: number): PersistentMap<V> {
  if (node === undefined) return undefined;
  if (!('children' in node)) {
    const entries = node.entries.filter(([each]) => each !== key);
    return entries.length === node.entries.length ? node : entries.length === 0 ? undefined : { hash, entries };
  }
  const index = at(hash, shift);
  const before = node.children[index];
  const after = remove(before, hash, key, shift + BITS);
  if (after === before) return node;
  const children = node.children.with(index, after);
  const left = children.filter((child) => child !== undefined);
  const [only] = left;
  return left.length === 1 && only !== undefined && !('children' in only) ? only : { children };
}

const BITS = 4;
const NO_CHILDREN: readonly undefined[] = Array.from({ length: 1 << BITS }, () => undefined);

function at(hash: number, shift: number): number {
  return (hash >>> shift) & ((1 << BITS) - 1);
}

/** FNV-1a over UTF-16 code units, its upper half folded in: the lowest bits choose first. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
