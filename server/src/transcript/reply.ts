import type { Reply, ReplyLine, Said } from './transcript';

/** Reads a server line as part of a reply: three digits, then a blank, a hyphen or the end (RFC 5321 §4.2). */
export function readReplyLine(said: Said): ReplyLine | undefined {
  const { text } = said;
  if (!startsWithCode(text)) return undefined;
  const separator = text.charCodeAt(3);
  if (text.length > 3 && separator !== SPACE && separator !== HYPHEN && separator !== TAB) return undefined;
  const code = digit(text, 0) * 100 + digit(text, 1) * 10 + digit(text, 2);
  return { said, code, text: text.slice(4), last: separator !== HYPHEN };
}

/** True when `text` begins with three digits. */
export function startsWithCode(text: string): boolean {
  return text.length >= 3 && isDigit(text, 0) && isDigit(text, 1) && isDigit(text, 2);
}

/** True when `text` has the form of a reply line: three digits of which the first is 2–5, then ` `, `-` or nothing. */
export function looksLikeReply(text: string): boolean {
  if (!startsWithCode(text)) return false;
  const first = text.charCodeAt(0);
  if (first < TWO || first > FIVE) return false;
  const separator = text.charCodeAt(3);
  return text.length === 3 || separator === SPACE || separator === HYPHEN;
}

/** The text begins with a code that a server greets with, or turns a client away with: the first one of a connection (RFC 5321 §3.1). */
export function beginsAsGreeting(text: string): boolean {
  return /^(?:220|421|554)/.test(text);
}

/** The text begins with a code that says whether credentials were right (RFC 4954 §6). */
export function decidesLogin(text: string): boolean {
  return /^(?:235|43[24]|53[45])/.test(text);
}

/** Joins the lines of one reply. `shown` is not empty. */
export function joinReply(shown: readonly ReplyLine[], complete: boolean): Reply {
  const lines = shown as Reply['lines'];
  const last = lines[lines.length - 1] as ReplyLine;
  const enhanced = enhancedCodeOf(lines[0].text);
  const { code } = last;
  return enhanced === undefined ? { lines, code, complete } : { lines, code, complete, enhanced };
}

/** The enhanced status code at the start of a reply text: class 2, 4 or 5, subject and detail (RFC 3463 §2). */
export function enhancedCodeOf(text: string): string | undefined {
  const first = text.charCodeAt(0);
  if ((first !== TWO && first !== 52 && first !== FIVE) || text.charCodeAt(1) !== DOT) return undefined;
  const dot = digitsEnd(text, 2);
  if (dot === 2 || text.charCodeAt(dot) !== DOT) return undefined;
  const end = digitsEnd(text, dot + 1);
  if (end === dot + 1 || (end < text.length && text.charCodeAt(end) !== SPACE && !/\s/.test(text.charAt(end))))
    return undefined;
  return text.slice(0, end);
}

/** Where at most three digits from offset `from` on end. */
function digitsEnd(text: string, from: number): number {
  let end = from;
  while (end < from + 3 && isDigit(text, end)) end++;
  return end;
}

/** All text of a reply, its lines joined by a blank, codes and enhanced codes left out. */
export function replyText(reply: Reply): string {
  return reply.lines
    .map((line) => line.text.slice(enhancedCodeOf(line.text)?.length ?? 0).trim())
    .join(' ')
    .trim();
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= ZERO + 9;
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - ZERO;
}

const SPACE = 32;
const TAB = 9;
const HYPHEN = 45;
const DOT = 46;
const ZERO = 48;
const TWO = 50;
const FIVE = 53;
