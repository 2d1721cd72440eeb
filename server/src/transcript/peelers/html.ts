import { escapeHtml, readHtml } from '../dialects/html';
import type { Peeler, PeelerFamily } from './peeler';

const peeler: Peeler = {
  id: 'html',
  escape: escapeHtml,
  peel(line) {
    const { text } = line;
    if (!text.includes('&') && !text.includes('<')) return undefined;
    const start = OPENING.exec(text)?.[0].length ?? 0;
    const end = text.length - (CLOSING.exec(text.slice(start).slice(-200))?.[0].length ?? 0);
    return { ...line, ...readHtml(line, start, end) };
  },
};

/** A page's source, or an archive's text: addresses stand in `&lt;` and `&gt;`, and none in brackets. */
export const HTML: PeelerFamily = {
  id: peeler.id,
  fit: (sample) =>
    sample.some(({ text }) => ESCAPED.test(text)) && !sample.some(({ text }) => BRACKET.test(text.replace(TAGS, '')))
      ? peeler
      : undefined,
};

const ESCAPED = /&(?:lt|gt|#60|#62|#x3c|#x3e);/i;
const BRACKET = /[<>]/;

/** The tags that stand around the text of a page, or of a test's report. */
const NAMES =
  '(?:!doctype|html|head|body|title|meta|link|h[1-6]|pre|code|samp|div|p|span|table|tbody|tr|td|th|br|hr|testsuites?|testcase|failure|system-out|system-err)';
const TAG = String.raw`<\/?${NAMES}(?:[ /][^<>]{0,200})?>`;
const TAGS = new RegExp(TAG, 'gi');
const OPENING = new RegExp(String.raw`^(?:\s{0,40}${TAG}){1,20}`, 'i');
const CLOSING = new RegExp(String.raw`(?:${TAG}\s{0,40}){1,20}$`, 'i');
