import { readHtml } from '../dialects/html';
import type { Peeler, PeelerFamily } from './peeler';

const peeler: Peeler = {
  id: 'html',
  peel: (line) => (line.text.includes('&') ? { ...line, ...readHtml(line, 0, line.text.length) } : undefined),
};

/** A page's source, or an archive's text: addresses stand in `&lt;` and `&gt;`, and none in brackets. */
export const HTML: PeelerFamily = {
  id: peeler.id,
  fit: (sample) =>
    sample.some(({ text }) => ESCAPED.test(text)) && !sample.some(({ text }) => BRACKET.test(text))
      ? peeler
      : undefined,
};

const ESCAPED = /&(?:lt|gt|#60|#62|#x3c|#x3e);/i;
const BRACKET = /[<>]/;
