/** How well lines fit formats: in which of two they are, and where in them the one ends and the other begins. */
import { readsAsCommand } from './command';
import { type Detection, detect } from './detect';
import { isGapBehind } from './gaps';
import { peel } from './peel';
import { looksLikeReply } from './reply';
import type { Line } from './transcript';

/** Lines of another format have to weigh this much to be believed in the middle of a file. */
export const STRONG = 20;
/** At the start of a file less is enough: what comes later may be a message that quotes another log. */
const STRONG_AT_START = 12;

export function weightOf({ candidates }: Detection): number {
  return candidates[0]?.weight ?? 0;
}

/**
 * The format that a sample begins with: usually that of the whole; another one where the lines up to a gap, or up to where
 * the evidence for the whole begins, are in it beyond doubt, and not in that of the whole.
 */
export function firstOf(lines: readonly Line[], whole: Detection): Detection {
  const gaps = lines.flatMap((line, index) => (isGapBehind(line, whole.peelers) ? [index] : []));
  const ends = gaps.filter((_, index) => isLookedAt(index));
  const begins = evidentFrom(whole, lines);
  for (const end of begins >= LEAST_LINES ? [...ends, begins] : ends) {
    const before = lines.slice(0, end);
    const found = detect(before);
    if (weightOf(found) < STRONG_AT_START) continue;
    // A capture whose start is cut begins with the rest of a packet, in which one side speaks.
    const speaks = isDialogue(before) || (isMarked(found) && weightOf(found) >= STRONG);
    if (whole.dialect?.wire === true && (!speaks || owns(whole, before))) continue;
    if (found.dialect === whole.dialect) return whole;
    if (end === begins && !isApart(found, before, whole)) continue;
    return evidence(whole, before) * 4 < weightOf(found) ? found : whole;
  }
  return whole;
}

/** Fewer lines are no log. */
const LEAST_LINES = 4;

/** Without a gap the lines before could be the start of the whole, of which not all is marked. */
function isApart(found: Detection, before: readonly Line[], whole: Detection): boolean {
  const shared = found.peelers.some(({ id }) => whole.peelers.some((each) => each.id === id));
  return !shared && weightOf(found) >= STRONG && (isMarked(found) || isDialogue(before));
}

/** Of many gaps the first few, and then fewer and fewer. */
function isLookedAt(gap: number): boolean {
  let next = 0;
  while (next < gap) next += 1 + (next >> 2);
  return next === gap;
}

/** The last index from which on `lines` are as evidently in the format as all of them are. */
export function evidentFrom({ dialect, peelers }: Detection, lines: readonly Line[]): number {
  const peeled = lines.map((line) => peel(line, peelers));
  const whole = dialect?.evidence(peeled) ?? 0;
  let from = 0;
  let to = lines.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((dialect?.evidence(peeled.slice(middle)) ?? 0) >= whole) from = middle;
    else to = middle;
  }
  return from;
}

/** The same format behind the same prefixes; what learns its marks may take prefixes for part of them. */
export function isAlike(one: Detection, other: Detection): boolean {
  if (one.dialect === other.dialect && one.dialect?.goesOn !== undefined) return true;
  const prefixes = ({ peelers }: Detection) => peelers.map(({ id }) => id).join();
  return one.dialect === other.dialect && prefixes(one) === prefixes(other);
}

/** A quick no to what holds neither replies nor commands nor octets in hexadecimal. */
export function mayBeSmtp(lines: readonly Line[]): boolean {
  let found = 0;
  return lines.some(({ text }) => MAY_BE_SMTP.test(text.slice(0, SAMPLE_LENGTH)) && ++found >= LEAST_FOUND);
}

const MAY_BE_SMTP =
  /\b[2-5]\d\d[ -]|\b(?:EHLO|HELO|LHLO|MAIL|RCPT|DATA|QUIT|STARTTLS)\b|\b(?:[0-9a-f]{2} ){4}|\b[0-9a-f]{4} [0-9a-f]{4}\b/i;
const SAMPLE_LENGTH = 300;
const LEAST_FOUND = 3;

/** A format that marks its lines: the rest of a packet is not read in it. */
export function isMarked({ dialect }: Detection): boolean {
  return dialect !== undefined && dialect.unmarked !== true;
}

/** What a format owns in a log of which nothing is remembered. */
export function owns({ dialect, peelers }: Detection, lines: readonly Line[]): boolean {
  if (dialect?.owns === undefined || dialect.goesOn !== undefined) return false;
  const state = dialect.start();
  return lines.some((line) => dialect.owns?.(peel(line, peelers), state) === true);
}

function isDialogue(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => looksLikeReply(text)) && lines.some(({ text }) => readsAsCommand(text));
}

function evidence({ dialect, peelers }: Detection, lines: readonly Line[]): number {
  return dialect?.evidence(lines.map((line) => peel(line, peelers))) ?? 0;
}
