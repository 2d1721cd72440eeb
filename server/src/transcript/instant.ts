/** Moments as logs write them most, read without a `Date`: that costs more than the rest of a line. */

/**
 * Milliseconds since the epoch of `2026-11-24T18:55:02.123Z` (RFC 3339) at offset `at` of `text`, `end` being where it
 * ends; of anything else what `Date.parse` makes of it, NaN for what is no moment.
 */
export function readInstant(text: string, at: number, end: number): number {
  if (end - at !== 24 || !isUsual(text, at)) return Date.parse(text.slice(at, end));
  const year = number2(text, at) * 100 + number2(text, at + 2);
  const month = number2(text, at + 5);
  const day = number2(text, at + 8);
  const hour = number2(text, at + 11);
  const minute = number2(text, at + 14);
  const second = number2(text, at + 17);
  const millisecond = number2(text, at + 20) * 10 + text.charCodeAt(at + 22) - ZERO;
  // Which months have more days, and that 24:00 is a time, is left to the platform.
  if (month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59)
    return Date.parse(text.slice(at, end));
  const seconds = daysBefore(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
  return seconds * 1000 + millisecond;
}

/** `dddd-dd-ddTdd:dd:dd.dddZ`. */
function isUsual(text: string, at: number): boolean {
  for (let index = 0; index < 24; index++) {
    const code = text.charCodeAt(at + index);
    const wanted = FORM.charCodeAt(index);
    if (wanted === ZERO ? code < ZERO || code > NINE : code !== wanted) return false;
  }
  return true;
}

const FORM = '0000-00-00T00:00:00.000Z';

function number2(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

/** Days from 1970-01-01 to a day of the Gregorian calendar; years are counted from March, so that leap days end them. */
function daysBefore(year: number, month: number, day: number): number {
  const since = month > 2 ? year : year - 1;
  const leaps = Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400);
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return since * 365 + leaps + inYear - DAYS_TO_1970;
}

/** From 0000-03-01. */
const DAYS_TO_1970 = 719_468;
const ZERO = 48;
const NINE = 57;
