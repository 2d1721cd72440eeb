/** What word processors, mail programs and wikis make of quotes, arrows, hyphens and dots while somebody types or pastes. */
import { pushPiece } from '../dialects/wireText';
import type { PeeledLine, Piece } from '../transcript';
import type { Peeler } from './peeler';

const QUOTES = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2026': '...',
};

/** Wikis and trackers make one character of `->` and of two hyphens. */
const OF_WIKIS = {
  ...QUOTES,
  '\u2013': '--',
  '\u2014': '---',
  '\u2192': '->',
  '\u2190': '<-',
  '\u21d2': '=>',
  '\u21d0': '<=',
};
/** Word processors do so of `-->`, and make a dash of a hyphen between blanks. */
const OF_WORDS = {
  ...QUOTES,
  '\u2013': '-',
  '\u2014': '--',
  '\u2192': '-->',
  '\u2190': '<--',
  '\u21d2': '==>',
  '\u21d0': '<==',
};

/** The ways to undo it that make a difference to the sample; whether it is to be undone the evidence has to tell. */
export function typographyPeelers(sample: readonly PeeledLine[]): readonly Peeler[] {
  if (!sample.some(({ text }) => TYPOGRAPHY.test(text))) return [];
  return sample.some(({ text }) => DIFFERENT.test(text)) ? [wikis, words] : [wikis];
}

const wikis = undoing('typography', OF_WIKIS);
const words = undoing('word-typography', OF_WORDS);

function undoing(id: string, meant: Readonly<Record<string, string>>): Peeler {
  return {
    id,
    // A message may have its quotes.
    share: 0.9,
    peel(line) {
      if (line.pieces !== undefined || !TYPOGRAPHY.test(line.text)) return undefined;
      const pieces: Piece[] = [];
      let text = '';
      for (let at = 0; at < line.text.length; at++) {
        const char = line.text.charAt(at);
        const part = meant[char] ?? char;
        pushPiece(pieces, text.length, part.length, line.line.number, line.from + at, 1);
        text += part;
      }
      return { ...line, text, pieces };
    },
  };
}

const TYPOGRAPHY = /[\u2013\u2014\u2018-\u201a\u201c-\u201e\u2026\u2190\u2192\u21d0\u21d2]/;
const DIFFERENT = /[\u2013\u2014\u2190\u2192\u21d0\u21d2]/;
