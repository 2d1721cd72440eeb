/** Text with HTML character references (`&lt;`, `&#039;`, `&eacute;`), as tools print it for a browser. */
import type { PeeledLine, Piece } from '../transcript';
import { pushSource, type WireText } from './wireText';

/** The text of `line` from `from` to `to` with its references undone. One that nobody knows stays as it is. */
export function readHtml(line: PeeledLine, from: number, to: number): WireText {
  const pieces: Piece[] = [];
  let text = '';
  for (let at = from; at < to; ) {
    const amp = line.text.indexOf('&', at);
    const plain = amp < 0 || amp > to ? to : amp;
    if (plain > at) {
      pushSource(pieces, text.length, plain - at, line, at, plain);
      text += line.text.slice(at, plain);
      at = plain;
    }
    if (at >= to) break;
    const reference = REFERENCE.exec(line.text.slice(at, Math.min(to, at + 12)))?.[0];
    const char = (reference === undefined ? undefined : charOf(reference)) ?? '&';
    const width = char === '&' && reference !== '&amp;' ? 1 : (reference?.length ?? 1);
    pushSource(pieces, text.length, char.length, line, at, at + width);
    text += char;
    at += width;
  }
  return { text, pieces };
}

const REFERENCE = /^&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d?);/;

function charOf(reference: string): string | undefined {
  const name = reference.slice(1, -1);
  if (name.startsWith('#')) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
  }
  const markup = MARKUP[name];
  if (markup !== undefined) return markup;
  const index = LATIN1.indexOf(name);
  return index < 0 ? undefined : String.fromCharCode(0xa0 + index);
}

/** HTML's own characters and those that a mail client puts into ordinary text. */
const MARKUP: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  hellip: '…',
  euro: '€',
};

/** The names of U+00A0 to U+00FF in order (HTML 4.01, section 24.2). */
const LATIN1: readonly string[] = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr ' +
  'deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ' +
  'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ' +
  'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ');

/** The other way round, as PHP's htmlentities does it for what SMTP needs. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] as string);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};
