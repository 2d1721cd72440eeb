/** Moments as logs write them most, read without a `Date`: that costs more than the rest of a line. */
import { owned } from './lines';

/**
 * Milliseconds since the epoch of `2026-11-24T18:55:02.123Z` (RFC 3339) at offset `at` of `text`, `end` being where it
 * ends; of anything else what `Date.parse` makes of it, NaN for what is no moment.
 */
export function readInstant(text: string, at: number, end: number): number {
  const isLong = end - at === FORM.length;
  if (isLong && text.slice(at, at + MINUTE) === lastMinute) {
    const since = inMinute(text, at + MINUTE);
    if (since >= 0) return lastBegan + since;
  }
  if (!isLong || !isUsual(text, at)) return Date.parse(text.slice(at, end));
  const year = number2(text, at) * 100 + number2(text, at + 2);
  const month = number2(text, at + 5);
  const day = number2(text, at + 8);
  const hour = number2(text, at + 11);
  const minute = number2(text, at + 14);
  // Which months have more days, and that 24:00 is a time, is left to the platform.
  if (month < 1 || month > 12 || day < 1 || day > 28 || hour > 23) return Date.parse(text.slice(at, end));
  lastBegan = (daysBefore(year, month, day) * 86_400 + hour * 3600 + minute * 60) * 1000;
  lastMinute = owned(text.slice(at, at + MINUTE));
  return lastBegan + inMinute(text, at + MINUTE);
}

/** What was read last, up to the second: the next moment of a log is nearly always in the same minute. */
let lastMinute = ' ';
let lastBegan = 0;

/** Characters of `dddd-dd-ddTdd:dd:`. */
const MINUTE = 17;

/** Milliseconds of `dd.dddZ` at offset `at`; -1 for anything else. */
function inMinute(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const seconds = text.charCodeAt(at + 1) - ZERO;
  const tenths = text.charCodeAt(at + 3) - ZERO;
  const hundredths = text.charCodeAt(at + 4) - ZERO;
  const thousandths = text.charCodeAt(at + 5) - ZERO;
  if (text.charCodeAt(at + 2) !== DOT || text.charCodeAt(at + 6) !== BIG_Z || tens > 5) return -1;
  if (Math.min(tens, seconds, tenths, hundredths, thousandths) < 0) return -1;
  if (Math.max(seconds, tenths, hundredths, thousandths) > 9) return -1;
  return tens * 10_000 + seconds * 1000 + tenths * 100 + hundredths * 10 + thousandths;
}

/** The text at offset `at` has the form. */
function isUsual(text: string, at: number): boolean {
  for (let index = 0; index < FORM.length; index++) {
    const code = text.charCodeAt(at + index);
    const wanted = FORM.charCodeAt(index);
    const isDigit = wanted >= ZERO && wanted <= NINE;
    if (isDigit ? code < ZERO || code > wanted : code !== wanted) return false;
  }
  return true;
}

/** With the largest digit that each place may have. */
const FORM = '9999-19-39T29:59:59.999Z';

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
const DOT = 46;
const BIG_Z = 90;
