/**
 * Rows of a hex dump, as ngrep, socat, ncat, tcpdump and tshark print them: octets in hexadecimal, one or two to a group,
 * behind them mostly the same as characters. A row has 16 octets at most; what stands behind a wider gap than that in the
 * middle is no octet any more.
 */
import type { PeeledLine } from '../transcript';
import { appendSource, type WireText } from './wireText';

/** `text` after `before`, the octets of the row that begins at offset `from` of the line. */
export function appendRow(before: WireText, line: PeeledLine, from: number, most = MOST): WireText {
  const { octets, places, end } = rowAt(line.text, from, most);
  const shown = charactersAt(line.text, end, octets);
  let after = before;
  for (const [index, place] of places.entries()) {
    const at = shown === undefined ? place : shown(index);
    after = appendSource(after, octets.charAt(index), line, at, shown === undefined ? at + 2 : at + 1);
  }
  return after;
}

/** The octets of the row at offset `from`, each as one character. */
export function octetsOfRow(text: string, from: number, most = MOST): string {
  return rowAt(text, from, most).octets;
}

const MOST = 16;

function rowAt(text: string, from: number, most: number) {
  const places: number[] = [];
  let octets = '';
  let at = from;
  let end = from;
  while (octets.length < most) {
    let next = at;
    while (text.charCodeAt(next) === SPACE || (octets.length === 8 && text.charCodeAt(next) === HYPHEN)) next++;
    const gap = next - at;
    if (octets !== '' && gap > (octets.length === 8 ? MIDDLE_GAP : 1)) break;
    const group = /^(?:[0-9a-f]{4}|[0-9a-f]{2})(?![0-9a-z])/i.exec(text.slice(next, next + 5))?.[0];
    if (group === undefined) break;
    for (let digit = 0; digit < group.length; digit += 2) {
      places.push(next + digit);
      octets += String.fromCharCode(Number.parseInt(group.slice(digit, digit + 2), 16));
    }
    at = next + group.length;
    end = at;
  }
  return { octets, places, end };
}

/** Blanks between the eighth octet and the ninth: none more, one more, or with ngrep three more. */
const MIDDLE_GAP = 4;

/** Where each octet stands as a character; undefined where they are not shown, or shown otherwise. */
function charactersAt(text: string, end: number, octets: string): ((index: number) => number) | undefined {
  for (let start = end; start < text.length; start++) {
    if (start > end && text.charCodeAt(start - 1) !== SPACE) return undefined;
    for (const middle of [0, 1]) {
      const at = (index: number) => start + index + (index >= 8 ? middle : 0);
      if (start > end && agrees(text, at, octets)) return at;
    }
  }
  return undefined;
}

/** True when what stands there can be these octets: letters are shown as they are, blanks at the end may be lost. */
function agrees(text: string, at: (index: number) => number, octets: string): boolean {
  for (let index = 0; index < octets.length; index++) {
    const code = octets.charCodeAt(index);
    const shown = text.charCodeAt(at(index));
    if (code > SPACE && code < DEL ? shown !== code : shown !== DOT && shown !== SPACE && !Number.isNaN(shown))
      return false;
  }
  return !/\S/.test(text.slice(at(octets.length - 1) + 1));
}

/** The octets of a row as tcpflow prints it: 32 at most, in pairs, the same as characters right behind them. */
export function pairsOf(text: string): string {
  const head = /^[0-9a-f]{4,8}: /.exec(text)?.[0].length;
  if (head === undefined) return '';
  const digits = /^(?:[0-9a-f]{4} ){0,16}(?:[0-9a-f]{2} )?/.exec(text.slice(head))?.[0].replaceAll(' ', '') ?? '';
  // What looks like further digits may be characters.
  for (let count = digits.length / 2; count > 0; count--) {
    const octets = digits.slice(0, count * 2).replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
    const shown = text.slice(head + 2 * count + Math.floor(count / 2));
    if (/^ +/.test(shown) && shown.trim() === printed(octets).trim()) return octets;
  }
  return '';
}

/** `text` after `before`, the octets of such a row. */
export function appendPairs(before: WireText, line: PeeledLine): WireText {
  const octets = pairsOf(line.text);
  const from = line.text.trimEnd().length - printed(octets).trimEnd().length;
  return appendSource(before, octets, line, from, from + octets.length);
}

function printed(octets: string): string {
  return octets.replace(/[^ -~]/g, '.');
}

/** A text with its line end as rows of a dump. */
export function hexRows(
  text: string,
  row: (octets: readonly string[], shown: string, offset: number) => string,
): string {
  const rows: string[] = [];
  for (let offset = 0; offset < text.length; offset += MOST) {
    const part = text.slice(offset, offset + MOST);
    const octets = [...part].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0'));
    rows.push(row(octets, part.replace(/[^ -~]/g, '.'), offset));
  }
  return rows.join('\n');
}

const SPACE = 32;
const HYPHEN = 45;
const DOT = 46;
const DEL = 127;
