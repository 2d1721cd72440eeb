import { equal, throws } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { decoderOf, LONGEST_TEXT, lineDecoderOf } from '../../server/src/cli/decoder';

function inPieces(octets: Uint8Array, cuts: readonly number[]): string {
  const decoder = decoderOf(octets);
  let text = '';
  let start = 0;
  for (const cut of [...cuts.map((each) => each % (octets.length + 1)), octets.length].sort((a, b) => a - b)) {
    for (const piece of decoder.decode(octets.subarray(start, cut))) text += piece;
    start = cut;
  }
  return text + decoder.end();
}

/** Characters of each length, and octets that are none: cut off, too long, surrogates, a byte order mark anywhere. */
const octets = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', '\n', 'é', '€', '😀', '\ufeff').map((text) => [...Buffer.from(text)]),
      fc.constantFrom([0xff], [0x80], [0xe2, 0x82], [0xf0, 0x9f], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf8], [0xfe]),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Uint8Array.from(parts.flat()));

test('cut anywhere, UTF-8 gives the text that it gives as a whole', () => {
  fc.assert(
    fc.property(octets, fc.array(fc.nat(), { maxLength: 6 }), (all, cuts) => {
      fc.pre(!(all[0] === 0xff && all[1] === 0xfe) && !(all[0] === 0xfe && all[1] === 0xff));
      equal(inPieces(all, cuts), new TextDecoder().decode(all));
    }),
    { numRuns: 2000 },
  );
});

test('long pieces are cut between characters', () => {
  const text = 'a€é😀\n'.repeat(40_000);
  for (const lead of ['', 'x', 'xy', 'xyz']) equal(inPieces(Buffer.from(lead + text), []), lead + text);
});

test('UTF-16 of either order is told by its mark', () => {
  const little = Buffer.from('\ufeff250 ok €\n', 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const all of [little, big]) equal(inPieces(all, [3, 8, 15]), '250 ok €\n');
});

test('UTF-16 is known by its byte order mark, and without one by its first character', () => {
  const text = '220 mx.example.org ESMTP\r\nEHLO müller.example\r\n';
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const [mark, octets] of [
    [[0xff, 0xfe], little],
    [[0xfe, 0xff], big],
  ] as const) {
    equal(inPieces(octets, [7]), text);
    equal(inPieces(Buffer.concat([Buffer.from(mark), octets]), [7, 8]), text);
  }
});

test('a line that no string can hold is told, the next shorter one is not', () => {
  const megabyte = Buffer.alloc(1_000_000, 'x');
  const decoder = lineDecoderOf(megabyte);
  const read = (octets: Uint8Array, times: number) => {
    for (let time = 0; time < times; time++) for (const _ of decoder.decode(octets));
  };
  read(megabyte, 1);
  read(Buffer.from('\n'), 1);
  read(megabyte, LONGEST_TEXT / 1e6);
  throws(() => read(Buffer.from('x'), 1), /line of more than 500 million characters/);
});
