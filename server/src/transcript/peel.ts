import type { Line, PeeledLine } from './transcript';

/**
 * Takes off what a log collector put before every line: time, host, process. Returns undefined when `text` (the line
 * from column `from` on) has no such prefix.
 */
export interface Peeler {
  readonly id: string;
  peel(line: PeeledLine): PeeledLine | undefined;
}

/** A line as it stands in the file, nothing taken off. */
export function unpeeled(line: Line): PeeledLine {
  return { line, text: line.text, from: 0 };
}

/** Applies the peelers in order; a line that lacks one of the prefixes goes on as it is. */
export function peel(line: Line, peelers: readonly Peeler[]): PeeledLine {
  let peeled = unpeeled(line);
  for (const peeler of peelers) peeled = peeler.peel(peeled) ?? peeled;
  return peeled;
}

/** The prefixes that at least this share of the sample's lines must have to be believed. */
const SHARE = 0.6;

/** The peelers that the sample's lines have in common, outermost first, at most three deep. */
export function choosePeelers(sample: readonly Line[]): Peeler[] {
  const chosen: Peeler[] = [];
  let lines = sample.map(unpeeled).filter((line) => line.text.trim() !== '');
  while (chosen.length < 3 && lines.length > 0) {
    const peeler = PEELERS.find(
      (each) => !chosen.includes(each) && countPeeled(lines, each) >= Math.max(1, lines.length * SHARE),
    );
    if (peeler === undefined) break;
    chosen.push(peeler);
    lines = lines.map((line) => peeler.peel(line) ?? line);
  }
  return chosen;
}

function countPeeled(lines: readonly PeeledLine[], peeler: Peeler): number {
  let count = 0;
  for (const line of lines) if (peeler.peel(line) !== undefined) count++;
  return count;
}

/** `Nov 24 19:02:08 mx postfix/smtpd[23706]: ` (RFC 3164 as syslog daemons write it). */
const syslog: Peeler = {
  id: 'syslog',
  peel(line) {
    const { text } = line;
    if (text.charCodeAt(3) !== SPACE || text.charCodeAt(9) !== COLON || text.charCodeAt(12) !== COLON) return undefined;
    const month = MONTHS.indexOf(text.slice(0, 3));
    if (month < 0) return undefined;
    const time = Date.UTC(
      2000,
      month,
      twoDigits(text, 4),
      twoDigits(text, 7),
      twoDigits(text, 10),
      twoDigits(text, 13),
    );
    return hostAndProcess(line, 15, time);
  },
};

/** `2026-11-24T19:02:08.123456+00:00 mx postfix/smtpd[23706]: ` (RFC 5424 time, RFC 3164 layout). */
const syslogIso: Peeler = {
  id: 'syslog-iso',
  peel(line) {
    if (line.text.charCodeAt(10) !== LETTER_T) return undefined;
    const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)/.exec(line.text)?.[0];
    return stamp === undefined ? undefined : hostAndProcess(line, stamp.length, Date.parse(stamp));
  },
};

function hostAndProcess(line: PeeledLine, at: number, time: number): PeeledLine | undefined {
  const { text } = line;
  if (text.charCodeAt(at) !== SPACE) return undefined;
  const hostEnd = text.indexOf(' ', at + 1);
  if (hostEnd < 0) return undefined;
  const colon = text.indexOf(': ', hostEnd);
  const end = colon < 0 && text.endsWith(':') ? text.length - 1 : colon;
  const tag = end < 0 ? '' : text.slice(hostEnd + 1, end);
  if (tag === '' || tag.length > 80 || tag.includes(' ')) return undefined;
  const bracket = tag.indexOf('[');
  const process = bracket < 0 ? tag : tag.slice(0, bracket);
  const pid = bracket < 0 ? undefined : tag.slice(bracket + 1, -1);
  const rest = Math.min(end + 2, text.length);
  return {
    line: line.line,
    text: text.slice(rest),
    from: line.from + rest,
    time,
    host: text.slice(at + 1, hostEnd),
    process,
    ...(pid !== undefined && { pid }),
  };
}

/** Outermost candidates first. */
const PEELERS: readonly Peeler[] = [syslog, syslogIso];

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  return (tens === SPACE ? 0 : tens - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SPACE = 32;
const COLON = 58;
const ZERO = 48;
const LETTER_T = 84;
