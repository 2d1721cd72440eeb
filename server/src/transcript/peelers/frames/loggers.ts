/** What loggers put around a message, on its line, behind it, or on a line of its own. */
import { around, isCommon, type Peeler, type PeelerFamily, SOME, taken, timeIn } from '../peeler';
import { escapeQuoted, quotedText, unquoted } from '../quotedText';

/** `time=… level=debug msg="…"`, as Go's slog and logrus write it; a message without blanks stands without quotes. */
export const logfmt: Peeler = {
  id: 'logfmt',
  escape: escapeQuoted,
  peel(line) {
    const { text } = line;
    const head = LOGFMT.exec(text.slice(0, 1000))?.[0];
    if (head === undefined) return undefined;
    const told = timeIn(LOGFMT_TIME.exec(head)?.[1] ?? '');
    if (text.charCodeAt(head.length) !== QUOTE) {
      const blank = text.indexOf(' ', head.length);
      return taken(line, head.length, told, blank < 0 ? text.length : blank);
    }
    const start = head.length + 1;
    const message = quotedText(line, start, 'backslash');
    return message && unquoted(line, start, message, told);
  },
};

const LOGFMT = /^(?:[\w.@/-]{1,40}=(?:"(?:[^"\\]|\\.){0,300}"|[^\s"]{0,200}) ){1,12}(?:msg|message)=/;
const LOGFMT_TIME =
  /(?:^| )(?:time|ts|t|timestamp|@timestamp)="?(\d{4}-\d\d-\d\d[T ][\d:.,]{8,18}(?:Z|[+-]\d\d:?\d\d)?)/;

/**
 * `DEBU[2026/11/30 10:15:00] … `, as logrus writes to a terminal: it pads a message to 44 columns and puts a blank behind it. The
 * further lines of a message have no head.
 */
export const logrus: Peeler = {
  id: 'logrus',
  peel(line) {
    const { text } = line;
    const head = LOGRUS.exec(text.slice(0, 80));
    if (head === null) return undefined;
    const [{ length }, stamp] = head;
    const rest = text.length - length;
    const behind = rest === PADDED ? rest : rest > PADDED ? 1 : 0;
    const blanks = Math.min(behind, text.length - text.trimEnd().length);
    return taken(line, length, stamp === undefined ? {} : timeIn(stamp), Math.max(length, text.length - blanks));
  },
};

const LOGRUS =
  /^(?:TRAC|DEBU|INFO|WARN|ERRO|FATA|PANI)\[(?:\d{4,8}|(\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?))\] /;
const PADDED = 45;

/** `⚙ `, `ℹ `: npm's consola puts one sign before each message, of whatever number of lines. */
export const signed: Peeler = {
  id: 'sign',
  peel(line) {
    const found = /^[ℹ⚙✔✖⚠◐❯→»]\ufe0f? /.exec(line.text)?.[0];
    return found === undefined ? undefined : taken(line, found.length);
  },
};

/** ` [] []`: the context and the extra data that Monolog, and with it Symfony and Laravel, puts behind each message. */
export const monolog: Peeler = {
  id: 'monolog',
  peel(line) {
    const { text } = line;
    const last = text.charCodeAt(text.length - 1);
    if (last !== BRACKET && last !== BRACE) return undefined;
    const tail = MONOLOG_TAIL.exec(text.slice(-1000))?.[0];
    return tail === undefined || !MONOLOG_HEAD.test(text) ? undefined : taken(line, 0, {}, text.length - tail.length);
  },
};

const MONOLOG_HEAD = /^\[[^\]]{10,40}\] [\w.-]{1,60}\.[A-Z]{4,9}: /;
const MONOLOG_TAIL = / (?:\[\]|\{[^{}]{0,400}\}) (?:\[\]|\{[^{}]{0,400}\})$/;

/** `  app:mail … +12ms` of npm's debug on a terminal: of a message of several lines only the last has a time. */
export const debugTerminal: PeelerFamily = {
  id: 'npm-debug',
  fit: (sample) =>
    isCommon(sample, debugLine) && sample.filter(({ text }) => ELAPSED.test(text)).length * 3 > sample.length
      ? debugLine
      : undefined,
};

const debugLine: Peeler = {
  id: 'npm-debug',
  peel(line) {
    const head = /^ {2}[\w.*@/-]{1,60}(?::[\w.*@/-]{1,60}){0,8} /.exec(line.text)?.[0];
    if (head === undefined) return undefined;
    const tail = ELAPSED.exec(line.text.slice(-20))?.[0].length ?? 0;
    return taken(line, head.length, {}, Math.max(head.length, line.text.length - tail));
  },
};

const ELAPSED = / \+\d{1,9}(?:ms|s|m|h|d)\r?$/;

/** `2026-11-30T10:20:23.115Z app:mail …` of npm's debug in a file: the further lines of a message have nothing. */
export const debugEntry: Peeler = {
  id: 'npm-debug-file',
  peel(line) {
    const head = /^(\d{4}-\d\d-\d\dT[\d:.]{8,14}Z) [\w.*@/-]{1,60}(?::[\w.*@/-]{1,60}){1,8} /.exec(line.text);
    return head === null ? undefined : taken(line, head[0].length, timeIn(head[1] as string));
  },
};

/** `dbug: App.Mailer[0]`, and below it the message, as .NET's console logger writes it. */
export const dotnet: PeelerFamily = {
  id: 'dotnet-console',
  fit: (sample) => (sample.filter(({ text }) => DOTNET.test(text)).length >= sample.length * SOME ? below : undefined),
};

const below: Peeler = {
  id: 'dotnet-console',
  peel(line) {
    if (DOTNET.test(line.text)) return around(line);
    return line.text.startsWith('      ') ? taken(line, 6) : undefined;
  },
};

const DOTNET = /^(?:trce|dbug|info|warn|fail|crit): [\w.+`]{1,200}\[\d{1,9}\]$/;

const QUOTE = 34;
const BRACKET = 93;
const BRACE = 125;
