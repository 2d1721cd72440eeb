/** Moments are read as the platform reads them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readInstant } from '../../server/src/transcript/instant';

const read = (text: string) => readInstant(`x${text}y`, 1, 1 + text.length);
const two = (value: number) => String(value).padStart(2, '0');

describe('moments', () => {
  test('of every kind of day are what Date.parse makes of them', () => {
    for (const year of ['0000', '0004', '1600', '1900', '1969', '1970', '1999', '2000', '2024', '2026', '2100', '9999'])
      for (let month = 0; month <= 13; month++)
        for (let day = 0; day <= 32; day++) {
          const stamp = `${year}-${two(month)}-${two(day)}T18:55:02.123Z`;
          assert.equal(read(stamp), Date.parse(stamp), stamp);
        }
  });

  test('with any digits are what Date.parse makes of them', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(digit, { minLength: 17, maxLength: 17 }), (digits) => {
        const stamp = [...'0000-00-00T00:00:00.000Z'].map((char) => (char === '0' ? digits.pop() : char)).join('');
        assert.equal(read(stamp), Date.parse(stamp), stamp);
      }),
      { numRuns: 2000 },
    );
  });

  test('of the minute that was read last are what Date.parse makes of them', () => {
    const char = fc.constantFrom(...'0123459.Z:/ x');
    fc.assert(
      fc.property(fc.array(char, { minLength: 7, maxLength: 7 }), fc.boolean(), (chars, usual) => {
        assert.equal(read('2026-11-24T18:55:02.123Z'), Date.UTC(2026, 10, 24, 18, 55, 2, 123));
        if (usual) [chars[2], chars[6]] = ['.', 'Z'];
        const stamp = `2026-11-24T18:55:${chars.join('')}`;
        assert.equal(read(stamp), Date.parse(stamp), stamp);
      }),
      { numRuns: 2000 },
    );
  });

  test('in another form are left to the platform', () => {
    for (const stamp of [
      '',
      '2026-11-24',
      '2026-11-24T18:55:02Z',
      '2026-11-24T18:55:02.123+01:00',
      'no moment at all, not at',
    ])
      assert.equal(read(stamp), Date.parse(stamp), stamp);
  });
});
