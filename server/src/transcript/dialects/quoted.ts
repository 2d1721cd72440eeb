/**
 * Strings as programming languages print them, quotes around and control characters as backslash escapes: Python repr,
 * Ruby inspect, Go %q, JSON, C.
 */
import type { PeeledLine, Piece } from '../transcript';
import { decodeUtf8, pushSource, type WireText } from './wireText';

export interface Quoted extends WireText {
  /** Offset in the line after the closing quote; where the line was cut, its end. */
  readonly end: number;
}

/** Reads the string whose opening quote, `'` or `"`, is at offset `at` of the line. Undefined when there is none. */
export function readQuoted(line: PeeledLine, at: number): Quoted | undefined {
  const quoted = readOctets(line, at);
  return quoted === undefined ? undefined : { end: quoted.end, ...decodeUtf8(quoted) };
}

/** The same with each octet that the string escapes as a character of its own. */
export function readOctets(line: PeeledLine, at: number): Quoted | undefined {
  const { text: source } = line;
  const quote = source.charCodeAt(at);
  if (quote !== SINGLE && quote !== DOUBLE) return undefined;
  const pieces: Piece[] = [];
  let text = '';
  let here = at + 1;
  while (here < source.length && source.charCodeAt(here) !== quote) {
    const from = here;
    if (source.charCodeAt(here) === BACKSLASH && here + 1 < source.length) {
      const { char, length } = escapeAt(source, here);
      pushSource(pieces, text.length, char.length, line, from, from + length);
      text += char;
      here += length;
      continue;
    }
    do here++;
    while (here < source.length && source.charCodeAt(here) !== quote && source.charCodeAt(here) !== BACKSLASH);
    pushSource(pieces, text.length, here - from, line, from, here);
    text += source.slice(from, here);
  }
  return { text, pieces, end: Math.min(here + 1, source.length) };
}

/** The character that a backslash at `at` and what follows it mean; one without a meaning stands for itself. */
function escapeAt(source: string, at: number): { readonly char: string; readonly length: number } {
  const letter = source.charAt(at + 1);
  const octal = /^[0-3]?[0-7]{1,2}/.exec(source.slice(at + 1, at + 4))?.[0];
  if (octal !== undefined) return { char: String.fromCharCode(Number.parseInt(octal, 8)), length: 1 + octal.length };
  const single = SINGLES[letter];
  if (single !== undefined) return { char: single, length: 2 };
  const digits = DIGITS[letter];
  if (digits !== undefined) {
    const hex = HEX.exec(source.slice(at + 2, at + 2 + digits))?.[0];
    const code = hex?.length === digits ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined && code <= 0x10ffff) return { char: String.fromCodePoint(code), length: 2 + digits };
    const braced = /^\{([0-9a-fA-F]{1,6})\}/.exec(source.slice(at + 2, at + 10));
    const point = braced === null ? undefined : Number.parseInt(braced[1] as string, 16);
    if (point !== undefined && point <= 0x10ffff) {
      return { char: String.fromCodePoint(point), length: 2 + (braced?.[0].length ?? 0) };
    }
    return { char: '\\', length: 1 };
  }
  return { char: letter, length: 2 };
}

const SINGLES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\x1b',
};
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const HEX = /^[0-9a-fA-F]+/;

/** `text` between `quote`s, the other way round. */
export function quoteText(text: string, quote: "'" | '"'): string {
  let quoted: string = quote;
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (char === quote || char === '\\') quoted += `\\${char}`;
    else if (char === '\n') quoted += '\\n';
    else if (char === '\r') quoted += '\\r';
    else if (char === '\t') quoted += '\\t';
    else if (code < 0x20 || code === 0x7f) quoted += `\\x${code.toString(16).padStart(2, '0')}`;
    else quoted += char;
  }
  return quoted + quote;
}

const SINGLE = 39;
const DOUBLE = 34;
const BACKSLASH = 92;
