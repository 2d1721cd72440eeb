/**
 * Connections that a log tells apart by a key which it uses again (a process, a socket, an address): each use gets a name
 * of its own. Immutable; remembers only the latest keys, so that a log which never says how a connection ends costs
 * no memory.
 */
export interface Connections {
  readonly count: number;
  readonly names: ReadonlyMap<string, string>;
}

export const NO_CONNECTIONS: Connections = { count: 0, names: new Map() };

/** More connections than a busy server has open at a time. */
const MOST = 500;

/** A new connection under `key`. */
export function opened({ count, names }: Connections, key: string): Connections {
  const next = new Map(names);
  next.delete(key);
  next.set(key, `${key}/${count + 1}`);
  if (next.size > MOST) next.delete(next.keys().next().value as string);
  return { count: count + 1, names: next };
}

/** The name of the connection under `key`; the key itself where none has begun. */
export function nameIn({ names }: Connections, key: string): string {
  return names.get(key) ?? key;
}

/** The connections without that of `key`. */
export function closed(connections: Connections, key: string): Connections {
  if (!connections.names.has(key)) return connections;
  const names = new Map(connections.names);
  names.delete(key);
  return { ...connections, names };
}

/** The table without one of its keys; itself where it has none such. */
export function without<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
