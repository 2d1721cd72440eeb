/**
 * What logging libraries put before a message: time, level, thread, logger, in any order and any punctuation. Where it
 * ends is a guess, for a message may begin like a part of it (`reply: …`, `[#4f2c] …`). So there is one peeler for each
 * number of parts that most lines have; the one that leaves the most evidence wins.
 */
import type { PeeledLine } from '../transcript';
import { isCommon, type Peeler, taken, timeIn } from './peeler';

/** Peelers for the head's first parts, the one for all of them first. */
export function headPeelers(sample: readonly PeeledLine[]): Peeler[] {
  const peelers: Peeler[] = [];
  const stamped = sample.filter(({ text }) => stampAt(text, 0) !== undefined).length;
  for (let parts = 1; parts <= MOST_PARTS; parts++) {
    const tight = headOf(parts, false);
    if (!isCommon(sample, tight, stamped >= MANY ? SHARE_WITH_TIME : undefined)) break;
    // `DEBUG:root:` stands right before the message, and that may begin with a blank of its own.
    const rests = sample.flatMap((line) => tight.peel(line)?.text ?? []);
    const spaced = rests.filter((rest) => rest.startsWith(' ')).length;
    peelers.unshift(spaced >= rests.length * SPACED ? headOf(parts, true) : tight);
  }
  return peelers;
}

const MOST_PARTS = 12;

/** So many lines that begin with a time are a log, though most of it be the further lines of what was logged. */
const MANY = 6;
const SHARE_WITH_TIME = 0.2;

/** When this share of the heads has a blank behind it, the blank belongs to the head. */
const SPACED = 0.9;

/** Takes exactly so many parts; lines that have fewer keep theirs. */
function headOf(parts: number, spaced: boolean): Peeler {
  return {
    id: `log-head-${parts}`,
    peel(line) {
      let at = 0;
      let time: number | undefined;
      for (let part = 0; part < parts; part++) {
        const next = partAt(line.text, at, part > 0);
        if (next === undefined) return undefined;
        at = next.end;
        time = next.time ?? time;
        // Blanks that align the parts belong to the head only when another part comes after them.
        if (part < parts - 1) while (line.text.charCodeAt(at) === SPACE) at++;
        else if (spaced && line.text.charCodeAt(at) === SPACE) at++;
      }
      return taken(line, at, time === undefined ? {} : { time });
    },
  };
}

interface Part {
  readonly end: number;
  readonly time?: number | undefined;
}

/** The part of a head at offset `at`, its punctuation included. `inside`: a part stands before it. */
function partAt(text: string, at: number, inside: boolean): Part | undefined {
  const time = stampAt(text, at);
  if (time !== undefined) return time;
  const rest = text.slice(at, at + 120);
  const found =
    LEVEL.exec(rest) ??
    BRACKETED.exec(rest) ??
    PROCESS.exec(rest) ??
    (inside ? (LOGGER.exec(rest) ?? MARK.exec(rest)) : null);
  return found === null || found[0] === '' ? undefined : { end: at + found[0].length };
}

/** `DEBUG`, `[DEBUG]`, `DEBUG:`, `level=debug`. */
const LEVEL =
  /^(?:level=|lvl=)?[[(<|]? ?(?:TRACE|DEBUG|DBG|INFO|INF|NOTICE|WARN|WARNING|WRN|ERROR|ERR|FATAL|CRITICAL|SEVERE|FINE|FINER|FINEST|VERBOSE)\d? ?[\])>|]?(?:[:,]|(?= |$))/i;
/** `[main]`, `(pool-1)`, `{id}`: thread, process, context. */
const BRACKETED = /^(?:\[[^\]]{0,60}\]|\([^()]{1,60}\)|\{[^{}]{0,60}\})(?::(?= |$)|(?= |$))/;
/** `com.example.mail.Sender`, `production.DEBUG:`, `smtplib:`, `c.e.Sender:42`; a single word only before a separator. */
const LOGGER =
  /^(?:[A-Za-z_$][\w$-]{0,40}(?:[./][\w$-]{1,40}){1,12}|[A-Za-z_][\w-]{2,40}(?=:| - | : ))(?:\(\d{1,9}\))?(?::\d{1,6}(?= [-:] |:(?: |$)))?(?::|(?= |$))/;
/** `app[web.1]:`, `worker[2]:`. */
const PROCESS = /^[A-Za-z_][\w.-]{0,40}\[[\w.-]{1,40}\]:(?= |$)/;
/** `-`, `---`, `4242`: separators and process ids that stand alone. Those that a message begins with are not common. */
const MARK = /^(?:-{1,3}|:|\||\d{1,7})(?= |$)/;

const STAMP = new RegExp(
  [
    // 2026-11-24T18:55:02.123Z, 2026-11-24 18:55:02,123 +0000, 2026/11/24 18:55:02
    String.raw`^[[(]?(\d{4}[-/.]\d\d[-/.]\d\d[T ]\d\d:\d\d:\d\d(?:[.,:]\d{1,9})?(?: ?(?:(?:Z|UTC|GMT)(?![A-Za-z])|[+-]\d\d:?\d\d))?)`,
    // 24/Nov/2026:18:55:02 +0000, 24.11.2026 18:55:02, 11/24/2026 6:55:02 PM
    String.raw`^[[(]?(?:\d\d?[/.-](?:[A-Z][a-z]{2}|\d\d?)[/.-]\d{4}[: ]\d\d?:\d\d:\d\d(?:[.,]\d{1,6})?(?: [AP]M)?(?: [+-]\d{4})?)`,
    // Nov 24 18:55:02, of syslog without a host
    String.raw`^[[(]?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})?)`,
    // Tue Nov 24 18:55:02 2026
    String.raw`^[[(]?(?:[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? \d{4})`,
    // 18:55:02.123
    String.raw`^[[(]?(?:\d\d:\d\d:\d\d(?:[.,]\d{1,9})?)`,
    // 1795552627.272375, 1795552627272
    String.raw`^[[(]?(?:\d{10}(?:\.\d{1,9}|\d{3}))`,
    // 0.048513, seconds since the start
    String.raw`^(?:\d{1,6}\.\d{6}(?!\d))`,
  ].join('|'),
);

function stampAt(text: string, at: number): Part | undefined {
  const first = text.charCodeAt(at);
  const digit = first >= ZERO && first <= NINE;
  if (!digit && first !== BRACKET && first !== PARENTHESIS && !(first >= LETTER_A && first <= LETTER_Z))
    return undefined;
  const rest = text.slice(at, at + 60);
  const found = STAMP.exec(rest);
  if (found === null) return undefined;
  const end = /^[\])]?(?:[,:;](?= |$)|(?=[ \t]|$))/.exec(rest.slice(found[0].length));
  if (end === null) return undefined;
  const tab = text.charCodeAt(at + found[0].length + end[0].length) === TAB ? 1 : 0;
  const time = found[1] === undefined ? undefined : timeIn(found[1]).time;
  return { end: at + found[0].length + end[0].length + tab, time };
}

const TAB = 9;
const SPACE = 32;
const PARENTHESIS = 40;
const ZERO = 48;
const NINE = 57;
const LETTER_A = 65;
const LETTER_Z = 90;
const BRACKET = 91;
