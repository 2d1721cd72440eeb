/** Syslog, as the daemons write it to files and as journalctl prints it. All end in `host process[pid]: `. */
import type { PeeledLine } from '../transcript';
import { common, type Peeler, type PeelerFamily, taken, timeIn } from './peeler';

/** `Nov 24 19:02:08 mx postfix/smtpd[23706]: ` (RFC 3164); journalctl's short-precise has a fraction after the seconds. */
const bsd: Peeler = {
  id: 'syslog',
  head: true,
  peel(line) {
    const { text } = line;
    const known = line.pieces === undefined ? HEADS.find(text) : undefined;
    if (known !== undefined) return behind(known, line);
    const start = priority(text);
    if (text.charCodeAt(start + 3) !== SPACE || text.charCodeAt(start + 9) !== COLON) return undefined;
    if (text.charCodeAt(start + 12) !== COLON) return undefined;
    const month = MONTHS.get(lettersAt(text, start));
    if (month === undefined) return undefined;
    const time = secondsOf(text, start, month) * 1000;
    let end = start + 15;
    if (text.charCodeAt(end) !== DOT) return hostAndProcess(line, end, time);
    end++;
    const digits = end;
    while (isDigit(text.charCodeAt(end))) end++;
    return hostAndProcess(line, end, time + Math.floor(Number(`0.${text.slice(digits, end)}`) * 1000));
  },
};

/** `2026-11-24T19:02:08.123456+00:00 mx postfix/smtpd[23706]: ` (RFC 5424 time, RFC 3164 layout; short-iso). */
const iso: Peeler = {
  id: 'syslog-iso',
  head: true,
  peel(line) {
    const start = priority(line.text);
    if (line.text.charCodeAt(start + 10) !== LETTER_T) return undefined;
    const stamp = ISO.exec(line.text.slice(start, start + 40))?.[0];
    return stamp === undefined ? undefined : hostAndProcess(line, start + stamp.length, timeIn(stamp).time);
  },
};

/** `<22>1 2026-11-24T19:02:08.123Z mx postfix/smtpd 23706 - - ` (RFC 5424). */
const rfc5424: Peeler = {
  id: 'syslog-rfc5424',
  peel(line) {
    if (line.text.charCodeAt(0) !== LESS) return undefined;
    const head = RFC5424.exec(line.text.slice(0, 400));
    if (head === null) return undefined;
    const [all, stamp, host, process, pid] = head;
    return taken(line, all.length, {
      process: process === '-' ? undefined : process,
      pid: pid === '-' ? undefined : pid,
      ...timeIn(stamp as string),
      ...(host !== '-' && { host: host as string }),
    });
  },
};

/** `Tue 2026-11-24 19:02:08 UTC mx postfix/smtpd[23706]: ` (journalctl short-full). */
const full: Peeler = {
  id: 'journal-full',
  peel(line) {
    if (line.text.charCodeAt(3) !== SPACE || line.text.charCodeAt(8) !== HYPHEN) return undefined;
    const stamp = /^[A-Z][a-z]{2} (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?) [A-Z]{2,5}(?=[ ])/.exec(line.text);
    return stamp === null ? undefined : hostAndProcess(line, stamp[0].length, timeIn(stamp[1] as string).time);
  },
};

/** `[ 1234.567890] mx postfix/smtpd[23706]: ` and `1795552627.272375 mx postfix/smtpd[23706]: ` (short-monotonic, -unix). */
const seconds: Peeler = {
  id: 'journal-seconds',
  peel(line) {
    const stamp = /^(?:\[ {0,8}(\d{1,8}\.\d{6})\]|(\d{9,10}\.\d{6}))(?= )/.exec(line.text);
    if (stamp === null) return undefined;
    return hostAndProcess(line, stamp[0].length, Math.round(Number(stamp[1] ?? stamp[2]) * 1000));
  },
};

/** Every kind of syslog line. */
export const SYSLOG: readonly PeelerFamily[] = [bsd, iso, rfc5424, full, seconds].map(common);

/** Every line of a log comes through here: one literal, so that all have one shape, and no string more than needed. */
function hostAndProcess(line: PeeledLine, at: number, time: number | undefined): PeeledLine | undefined {
  const { text } = line;
  if (text.charCodeAt(at) !== SPACE) return undefined;
  const hostEnd = text.indexOf(' ', at + 1);
  if (hostEnd < 0) return undefined;
  let bracket = -1;
  let end = hostEnd + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === COLON && (end + 1 === text.length || text.charCodeAt(end + 1) === SPACE)) break;
    if (code === SPACE || end - hostEnd > LONGEST_TAG) return undefined;
    if (code === OPEN && bracket < 0) bracket = end;
  }
  if (end === hostEnd + 1 || end >= text.length) return undefined;
  const rest = Math.min(end + 2, text.length);
  const host = text.slice(at + 1, hostEnd);
  const process = text.slice(hostEnd + 1, bracket < 0 ? end : bracket);
  const pid = bracket < 0 ? undefined : text.slice(bracket + 1, end - 1);
  if (line.pieces !== undefined) return taken(line, rest, { time, host, process, pid });
  const head: Head = { shown: text.slice(0, rest), time, host, process, pid };
  if (rest === end + 2) HEADS.add(head);
  return behind(head, line);
}

/** What stands before a line, and what it tells. */
interface Head {
  readonly shown: string;
  readonly time: number | undefined;
  readonly host: string;
  readonly process: string;
  readonly pid: string | undefined;
}

function behind({ shown, time, host, process, pid }: Head, line: PeeledLine): PeeledLine {
  const from = shown.length;
  return { line: line.line, text: line.text.slice(from), from: line.from + from, time, host, process, pid };
}

/** The two heads met last: a process says several things in one second, and seldom do more than two at a time. */
class Heads {
  #latest: Head | undefined;
  #other: Head | undefined;

  /** The head that the text begins with. */
  find(text: string): Head | undefined {
    if (isHeadOf(this.#latest, text)) return this.#latest;
    if (!isHeadOf(this.#other, text)) return undefined;
    const found = this.#other;
    this.#other = this.#latest;
    this.#latest = found;
    return found;
  }

  add(head: Head): void {
    this.#other = this.#latest;
    this.#latest = head;
  }
}

const HEADS = new Heads();

function isHeadOf(head: Head | undefined, text: string): boolean {
  if (head === undefined) return false;
  const { shown } = head;
  // Heads of one length differ in the last digit of the second, or in that of the process.
  const { length } = shown;
  if (text.charCodeAt(14) !== shown.charCodeAt(14) || text.charCodeAt(length - 4) !== shown.charCodeAt(length - 4))
    return false;
  return text.slice(0, length) === shown;
}

/** Seconds since an arbitrary new year: the format tells no year. `Date.UTC` would cost more than all the rest. */
function secondsOf(text: string, start: number, month: number): number {
  const days = (DAYS_BEFORE[month] as number) + twoDigits(text, start + 4) - 1;
  const minutes = twoDigits(text, start + 7) * 60 + twoDigits(text, start + 10);
  return NEW_YEAR + days * 86_400 + minutes * 60 + twoDigits(text, start + 13);
}

/** Days before each month of the year 2000, which has a 29 February. */
const DAYS_BEFORE = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335];
const NEW_YEAR = Date.UTC(2000, 0, 1) / 1000;
const LONGEST_TAG = 80;
const OPEN = 91;

/** Length of a `<22>` as it stands on the wire of syslog. */
function priority(text: string): number {
  if (text.charCodeAt(0) !== LESS) return 0;
  return /^<\d{1,3}>/.exec(text)?.[0].length ?? 0;
}

/** Three ASCII characters as a number; -1 where one is something else. */
function lettersAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  const third = text.charCodeAt(at + 2);
  return (first | second | third) < 128 ? (first << 16) | (second << 8) | third : -1;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  return (tens === SPACE ? 0 : tens - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)/;
const RFC5424 =
  /^<\d{1,3}>1 (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)) (\S{1,255}) (\S{1,48}) (\S{1,128}) \S{1,32} (?:-|\[[^\]]{0,200}\]) (?:\ufeff)?/;
/** 0-based, by the letters. */
const MONTHS: ReadonlyMap<number, number> = new Map(
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((name, n) => [
    lettersAt(name, 0),
    n,
  ]),
);
const SPACE = 32;
const HYPHEN = 45;
const DOT = 46;
const ZERO = 48;
const COLON = 58;
const LESS = 60;
const LETTER_T = 84;
