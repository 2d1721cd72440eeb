/** Syslog, as the daemons write it to files and as journalctl prints it. All end in `host process[pid]: `. */
import type { PeeledLine } from '../transcript';
import { common, type Peeler, type PeelerFamily, taken, timeIn } from './peeler';

/** `Nov 24 19:02:08 mx postfix/smtpd[23706]: ` (RFC 3164); journalctl's short-precise has a fraction after the seconds. */
const bsd: Peeler = {
  id: 'syslog',
  peel(line) {
    const { text } = line;
    const start = priority(text);
    if (text.charCodeAt(start + 3) !== SPACE || text.charCodeAt(start + 9) !== COLON) return undefined;
    if (text.charCodeAt(start + 12) !== COLON) return undefined;
    const month = MONTHS.indexOf(text.slice(start, start + 3));
    if (month < 0) return undefined;
    const [day, hours, minutes, seconds] = [4, 7, 10, 13].map((at) => twoDigits(text, start + at));
    const time = Date.UTC(2000, month, day, hours, minutes, seconds);
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
      ...timeIn(stamp as string),
      ...(host !== '-' && { host: host as string }),
      ...(process !== '-' && { process: process as string }),
      ...(pid !== '-' && { pid: pid as string }),
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

function hostAndProcess(line: PeeledLine, at: number, time: number | undefined): PeeledLine | undefined {
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
  return taken(line, Math.min(end + 2, text.length), {
    ...(time !== undefined && { time }),
    host: text.slice(at + 1, hostEnd),
    process,
    ...(pid !== undefined && { pid }),
  });
}

/** Length of a `<22>` as it stands on the wire of syslog. */
function priority(text: string): number {
  if (text.charCodeAt(0) !== LESS) return 0;
  return /^<\d{1,3}>/.exec(text)?.[0].length ?? 0;
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
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const SPACE = 32;
const HYPHEN = 45;
const DOT = 46;
const ZERO = 48;
const COLON = 58;
const LESS = 60;
const LETTER_T = 84;
