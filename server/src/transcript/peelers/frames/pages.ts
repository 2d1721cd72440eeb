/** Lines of a page, of a mail, or of rich text. */
import { pushSource } from '../../dialects/wireText';
import type { PeeledLine, Piece } from '../../transcript';
import { type Peeler, type PeelerFamily, taken } from '../peeler';

/** `…<br>`: each line ends in the tag that makes one of it. */
export const broken: Peeler = {
  id: 'html-break',
  peel(line) {
    const { text } = line;
    const tail = /(?:<br ?\/?>|<\/(?:p|pre|div|td|span|code)>){1,4}\s{0,9}$/i.exec(text.slice(-80))?.[0];
    if (tail === undefined) return undefined;
    const head = /^\s{0,40}(?:<(?:p|pre|div|td|span|code)(?: [^<>]{0,100})?>){1,3}/i.exec(text)?.[0].length ?? 0;
    return taken(line, Math.min(head, text.length - tail.length), {}, text.length - tail.length);
  },
};

/** `…\par`: each line is a paragraph of rich text, whose own signs stand behind a backslash. */
export const paragraph: Peeler = {
  id: 'rtf',
  escape: (text) => text.replace(/[\\{}]/g, '\\$&'),
  peel(line) {
    const { text } = line;
    const tail = /\\par ?\}?\s{0,9}$/.exec(text)?.[0];
    if (tail === undefined) return undefined;
    const head =
      /^\{\\rtf1[^ ]{0,300}(?: [^ \\{};]{1,40}[^ ]{0,300}){0,8}\\(?:fs\d{1,3}|f\d|pard) /.exec(text)?.[0].length ?? 0;
    return { ...line, ...unescaped(line, head, text.length - tail.length) };
  },
};

/** Signs of rich text itself stand behind a backslash. */
function unescaped(line: PeeledLine, from: number, to: number): Pick<PeeledLine, 'text' | 'pieces'> {
  const pieces: Piece[] = [];
  let text = '';
  for (let at = from; at < to; ) {
    const sign = line.text.charCodeAt(at) === BACKSLASH && /[\\{}]/.test(line.text.charAt(at + 1)) ? 1 : 0;
    const next = line.text.indexOf('\\', at + sign + 1);
    const end = next < 0 ? to : Math.min(next, to);
    if (sign === 1) pushSource(pieces, text.length, 1, line, at, at + 2);
    if (end > at + 2 * sign) pushSource(pieces, text.length + sign, end - at - 2 * sign, line, at + 2 * sign, end);
    text += line.text.slice(at + sign, end);
    at = end;
  }
  return { text, pieces };
}

/** A page or a mail makes blanks of its own of two in a row, which count where they align. */
export const hardBlanks: PeelerFamily = {
  id: 'hard-blanks',
  fit: (sample) => (sample.some(({ text }) => text.slice(0, 10).includes(HARD_BLANK)) ? softened : undefined),
};

const softened: Peeler = {
  id: 'hard-blanks',
  peel: (line) =>
    line.text.includes(HARD_BLANK) ? { ...line, text: line.text.replaceAll(HARD_BLANK, ' ') } : undefined,
};

const HARD_BLANK = '\u00a0';

/** The blanks that every line ends with, from a mail client or an editor. */
export const padding: PeelerFamily = {
  id: 'padding',
  fit(sample) {
    if (sample.length <= 5 || !sample.every(({ text }) => text.endsWith('  '))) return undefined;
    const least = Math.min(...sample.map(({ text }) => text.length - text.trimEnd().length));
    return {
      id: 'padding',
      peel: (line) => (line.text.endsWith('  ') ? taken(line, 0, {}, line.text.length - least) : undefined),
    };
  },
};

const BACKSLASH = 92;
