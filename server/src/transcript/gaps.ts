/** What separates the logs of one file: empty lines, headings, rules, and the fences of code blocks. */
import { type Peeler, peel } from './peel';
import type { Line } from './transcript';

/** Also behind what stands before each line. */
export function isGapBehind(line: Line, peelers: readonly Peeler[]): boolean {
  return isGap(line.text) || (peelers.length > 0 && isGap(peel(line, peelers).text));
}

/** What separates pastes: an empty line, a Markdown heading, rule or fence. */
function isGap(text: string): boolean {
  let at = 0;
  while (text.charCodeAt(at) === SPACE) at++;
  const first = text.charCodeAt(at);
  // Nearly every line of a log begins with a letter, a digit or an arrow.
  if (isAlphanumeric(first)) return false;
  const second = text.charCodeAt(at + 1);
  if (isRuler(first) && !isRuler(second)) return false;
  if (first === LESS && (isRuler(second) || second === TILDE)) return false;
  const trimmed = text.replace(/^[>\s]{1,12}/, '').trimEnd();
  return trimmed === '' || /^(?:#{1,6} |[-=*_]{3,}$)/.test(trimmed) || FENCE.test(text);
}

/** A letter of ASCII or a digit. */
export function isAlphanumeric(code: number): boolean {
  return (
    (code >= SMALL_A && code <= SMALL_Z) || (code >= ZERO && code <= NINE) || (code >= LETTER_A && code <= LETTER_Z)
  );
}

/** What a rule is drawn with. */
function isRuler(code: number): boolean {
  return code === HYPHEN || code === EQUALS || code === ASTERISK || code === UNDERSCORE;
}

const SPACE = 32;
const ASTERISK = 42;
const HYPHEN = 45;
const LESS = 60;
const EQUALS = 61;
const UNDERSCORE = 95;
const TILDE = 126;
const ZERO = 48;
const NINE = 57;
const LETTER_A = 65;
const LETTER_Z = 90;
const SMALL_A = 97;
const SMALL_Z = 122;

export const MAY_FENCE = /`{3}|~{3}|\[code|\{code|\{noformat|<pre|<code/i;
/** Fences of Markdown, also quoted, and of the markup of forums and issue trackers. */
export const FENCE =
  /^[\s>]{0,12}(?:`{3,}|~{3,})[^`]{0,60}$|^\s{0,4}\[\/?code[^\]]{0,40}\]\s*$|^\s{0,4}\{(?:code|noformat)(?::[^}]{0,40})?\}\s*$|^\s{0,4}(?:<[a-z][^<>]{0,60}>){0,4}<\/?(?:pre|code)[^<>]{0,60}>(?:<\/?[a-z][^<>]{0,60}>){0,4}\s*$/i;
