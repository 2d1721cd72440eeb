import { pushSource } from '../dialects/wireText';
import type { PeeledLine, Piece } from '../transcript';
import type { Told } from './peeler';

/** A string in a line, its escapes undone, and the offset behind its closing quote. */
export interface QuotedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly end: number;
}

/** How a quote is written inside a string: behind a backslash, as in JSON and logfmt, or twice, as in CSV. */
export type Quoting = 'backslash' | 'doubled';

/** The string behind the opening quote before `start`; undefined where the line does not hold its end. */
export function quotedText(line: PeeledLine, start: number, quoting: Quoting): QuotedText | undefined {
  const { text: raw } = line;
  const pieces: Piece[] = [];
  let text = '';
  for (let at = start; at < raw.length; ) {
    const written = quoting === 'backslash' ? backslashed(raw, at) : doubled(raw, at);
    if (written !== undefined) {
      pushSource(pieces, text.length, written.char.length, line, at, at + written.width);
      text += written.char;
      at += written.width;
      continue;
    }
    const code = raw.charCodeAt(at);
    if (code === QUOTE) return { text, pieces, end: at + 1 };
    if (code === BACKSLASH && quoting === 'backslash') return undefined;
    let end = at + 1;
    while (end < raw.length && raw.charCodeAt(end) !== QUOTE && raw.charCodeAt(end) !== BACKSLASH) end++;
    pushSource(pieces, text.length, end - at, line, at, end);
    text += raw.slice(at, end);
    at = end;
  }
  return undefined;
}

interface Escape {
  readonly char: string;
  readonly width: number;
}

function backslashed(raw: string, at: number): Escape | undefined {
  if (raw.charCodeAt(at) !== BACKSLASH) return undefined;
  const found = /^\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([bfnrt"\\/]))/.exec(raw.slice(at, at + 6));
  if (found === null) return undefined;
  const [whole, unicode, octet, letter = ''] = found;
  const code = unicode ?? octet;
  const char = code === undefined ? (ESCAPES[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16));
  return { char, width: whole.length };
}

function doubled(raw: string, at: number): Escape | undefined {
  return raw.charCodeAt(at) === QUOTE && raw.charCodeAt(at + 1) === QUOTE ? { char: '"', width: 2 } : undefined;
}

/** `line` with what stands between its quotes, from `start` on, as its text. */
export function unquoted(line: PeeledLine, start: number, message: QuotedText, told: Told = {}): PeeledLine {
  return { ...line, ...told, ...withoutLineEnd(message), from: line.from + start };
}

/** The line end that the program wrote is part of the string. */
function withoutLineEnd({ text, pieces }: QuotedText): Pick<PeeledLine, 'text' | 'pieces'> {
  let end = text.length;
  if (text.endsWith('\n')) end--;
  while (end > 0 && end < text.length && text.charCodeAt(end - 1) === CR) end--;
  return end === text.length
    ? { text, pieces }
    : { text: text.slice(0, end), pieces: pieces.filter(({ at }) => at < end) };
}

/** As it stands between quotes in JSON and logfmt. */
export function escapeQuoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const CR = 13;
const QUOTE = 34;
const BACKSLASH = 92;
