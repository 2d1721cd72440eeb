/** A row that is framed as the one before it says what it says alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readRow, USUAL } from '../../../server/src/transcript/dialects/exchangeRow';

const time = fc.constantFrom(
  '2026-11-24T00:00:00.000Z',
  '2026-11-24T00:00:59.999Z',
  '2026-11-24T00:00:60.000Z',
  '2026-11-24T00:01:00.00xZ',
  '"026-11-24T00:00:00.000Z',
  'Tue, 24 Nov 2026 00:00 Z',
  '2026-11-24T00:00:00Z',
  '',
);
const connector = fc.constantFrom('MX\\Default', '"MX, old"', '', 'MX"');
const session = fc.constantFrom('08D675E500000000', '08D675E500000001', '');
const number = fc.constantFrom('0', '10', '"1,2"', '');
const endpoint = fc.constantFrom('192.0.2.25:25', '192.0.2.7:1024', '');
const event = fc.constantFrom('+', '-', '>', '<', '*', '', '>>', '"');
const data = fc.constantFrom('250 Ok', 'MAIL FROM:<a@b>', '"250 a, b"', '', ',');

const row = fc
  .tuple(time, connector, session, number, endpoint, endpoint, event, data)
  .chain((cells) => fc.integer({ min: 4, max: 9 }).map((length) => [...cells, ''].slice(0, length).join(',')));

test('rows of Exchange, one after the other and each alone', () => {
  let like = 0;
  fc.assert(
    fc.property(fc.array(row, { maxLength: 3 }), row, (before, last) => {
      for (const text of [...before, last, last]) {
        // Columns that are not the usual ones are looked for in each row.
        assert.deepEqual(readRow(text, USUAL), readRow(text, { ...USUAL }), text);
        if (readRow(text, USUAL) !== undefined) like++;
      }
    }),
    { numRuns: 500 },
  );
  assert.ok(like > 200, String(like));
});
