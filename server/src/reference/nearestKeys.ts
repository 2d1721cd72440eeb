/** Which keys a misspelt one may have meant. */

/**
 * At most three of `keys`, the nearest first: those that contain the word or differ from it by a letter or two (insert,
 * leave out, replace, swap). Case does not count; the keys come back as they are written.
 */
export function nearestKeys(word: string, keys: readonly string[]): string[] {
  const wanted = word.trim().toLowerCase().slice(0, LONGEST);
  if (wanted === '') return [];
  const allowed = wanted.length < 5 ? 1 : 2;
  const found = new Map<string, { readonly key: string; readonly distance: number }>();
  for (const key of keys) {
    const lower = key.toLowerCase();
    const contained = wanted.length > 2 && lower.includes(wanted);
    if (!contained && Math.abs(lower.length - wanted.length) > allowed) continue;
    const distance = contained ? 1 : distanceBetween(wanted, lower);
    if (distance <= allowed && !found.has(lower)) found.set(lower, { key, distance });
  }
  const near = [...found.values()].sort((a, b) => a.distance - b.distance || a.key.length - b.key.length);
  return near.slice(0, 3).map(({ key }) => key);
}

/** Letters of a word that are looked at; no key is longer. */
const LONGEST = 60;

/** How many letters must be inserted, left out, replaced or swapped with their neighbour (optimal string alignment). */
function distanceBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const steps = [at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1)];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps.push(at(before, j - 2) + 1);
      row.push(Math.min(...steps));
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
