/** A persistent map is a map: held against the platform's own, and earlier ones stay as they were. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  entriesOf,
  lookUp,
  type PersistentMap,
  withoutValue,
  withValue,
} from '../../server/src/transcript/persistentMap';

const keys = fc.oneof(fc.nat({ max: 300 }).map(String), fc.string({ maxLength: 3 }));
const steps = fc.array(fc.record({ key: keys, value: fc.option(fc.nat(), { nil: undefined }) }), { maxLength: 400 });

/** Keys whose hashes are equal, found by trying. */
const SAME_HASH = ['costarring', 'liquid'] as const;

function after(map: PersistentMap<number>, { key, value }: { key: string; value: number | undefined }) {
  return value === undefined ? withoutValue(map, key) : withValue(map, key, value);
}

describe('persistent map', () => {
  test('holds what a Map holds', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let map: PersistentMap<number>;
        const expected = new Map<string, number>();
        for (const step of all) {
          map = after(map, step);
          if (step.value === undefined) expected.delete(step.key);
          else expected.set(step.key, step.value);
        }
        assert.deepEqual(new Map(entriesOf(map)), expected);
        for (const { key } of all) assert.equal(lookUp(map, key), expected.get(key));
      }),
    );
  });

  test('is not changed by what is made of it', () => {
    fc.assert(
      fc.property(steps, steps, (all, more) => {
        const map = all.reduce<PersistentMap<number>>(after, undefined);
        const before = structuredClone(map);
        more.reduce(after, map);
        assert.deepEqual(map, before);
      }),
    );
  });

  test('has the same structure for the same entries, however they came about', () => {
    fc.assert(
      fc.property(fc.uniqueArray(keys, { maxLength: 60 }), fc.uniqueArray(keys, { maxLength: 60 }), (kept, gone) => {
        const add = (map: PersistentMap<number>, key: string) => withValue(map, key, key.length);
        const direct = kept.reduce<PersistentMap<number>>(add, undefined);
        const others = gone.filter((key) => !kept.includes(key));
        const all = [...others, ...kept].reverse().reduce<PersistentMap<number>>(add, undefined);
        assert.deepEqual(others.reduce<PersistentMap<number>>(withoutValue, all), direct);
      }),
    );
  });

  test('tells keys with the same hash apart', () => {
    const [a, b] = SAME_HASH;
    const both = withValue(withValue(withValue(undefined, a, 1), b, 2), a, 3);
    assert.equal(lookUp(both, a), 3);
    assert.equal(lookUp(both, b), 2);
    const one = withoutValue(both, a);
    assert.equal(lookUp(one, a), undefined);
    assert.equal(lookUp(one, b), 2);
  });
});
