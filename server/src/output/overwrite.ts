/** Puts other text in place of parts of what was said, wherever those stand in the file: escaped, wrapped, in hex. */
import { type Located, locate, type Piece, type Span } from '../transcript/transcript';

export interface Replacement extends Span {
  readonly text: string;
}

/**
 * `text` in place of `start` to `end` of what was said. Where that goes over several lines of the file, each gets its
 * share of a text that is as long as what it replaces; a text of another length stands where it began.
 */
export function overwrite(
  said: Located & { readonly text: string },
  start: number,
  end: number,
  text: string,
): Replacement[] {
  if (said.pieces === undefined) return [{ text, ...locate(said, start, end) }];
  const sameLength = text.length === end - start;
  let rest = sameLength ? '' : text;
  return partsOf(said.pieces, said.text.length, start, end).map(({ at, length, piece, verbatim }) => {
    const from = verbatim ? piece.column + (at - piece.at) : piece.column;
    const width = verbatim ? length : piece.width;
    const own = sameLength ? text.slice(at - start, at - start + length) : rest;
    // A dump shows a character outside ASCII as several dots, one for each octet.
    const share = verbatim || piece.width > LONGEST_CHARACTER ? own : own.padEnd(width, own.slice(-1));
    rest = '';
    return { line: piece.line, start: from, end: from + width, text: share };
  });
}

/** Octets of a character in UTF-8. */
const LONGEST_CHARACTER = 4;

interface Part {
  readonly at: number;
  readonly length: number;
  readonly piece: Piece;
  /** The piece stands in the file as it is; else it is an escape, of which there is all or nothing. */
  readonly verbatim: boolean;
}

function partsOf(pieces: readonly Piece[], total: number, start: number, end: number): Part[] {
  return pieces.flatMap((piece, index) => {
    const after = pieces[index + 1]?.at ?? total;
    const at = Math.max(piece.at, start);
    const length = Math.min(after, end) - at;
    return length <= 0 ? [] : [{ at, length, piece, verbatim: piece.width === after - piece.at }];
  });
}

/** The text with all replacements made; of two that overlap the first one in the line holds. */
export function applied(text: string, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return text;
  const lines = text.split('\n');
  const byLine = new Map<number, Replacement[]>();
  for (const each of replacements) byLine.set(each.line, [...(byLine.get(each.line) ?? []), each]);
  for (const [number, each] of byLine) {
    const line = lines[number];
    if (line !== undefined) lines[number] = overwritten(line, each);
  }
  return lines.join('\n');
}

/** One line with replacements made. */
export function overwritten(line: string, replacements: readonly Omit<Replacement, 'line'>[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of [...replacements].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    result += line.slice(at, start) + text;
    at = end;
  }
  return repainted(line, result + line.slice(at));
}

/**
 * Of a dump that nothing reads, and so nothing writes anew:
 * `0010: 72 67 20 … rg ESMTP..`: what has changed in the column of characters changes in that of the octets.
 */
function repainted(before: string, line: string): string {
  const octets = HEX_LINE.exec(before)?.[1];
  if (octets === undefined || before.length !== line.length) return line;
  let result = line;
  for (let index = 0; index * 3 < octets.length; index++) {
    const char = line.charAt(CHARACTERS + index);
    if (char === '' || char === before.charAt(CHARACTERS + index)) continue;
    const at = OCTETS + index * 3;
    result = result.slice(0, at) + char.charCodeAt(0).toString(16).padStart(2, '0') + result.slice(at + 2);
  }
  return result;
}

const HEX_LINE = /^[0-9a-f]{4}: ((?:[0-9a-f]{2} ){1,16})/;
const OCTETS = 6;
const CHARACTERS = OCTETS + 16 * 3;
