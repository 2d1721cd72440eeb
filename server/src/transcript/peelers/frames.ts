/**
 * What stands around a message, not only before it: the keys of logfmt, the fields of an export, the tags of a page, what a
 * supervisor or a logger adds at the end. All of it is nobody's words.
 */
import { pushSource } from '../dialects/wireText';
import type { PeeledLine, Piece } from '../transcript';
import { common, isCommon, type Peeler, type PeelerFamily, SHARE, sharedBy, taken, timeIn } from './peeler';
import { escapeQuoted, quotedText, unquoted } from './quotedText';

/** `time=… level=debug msg="…"`, as Go's slog and logrus write it; a message without blanks stands without quotes. */
const logfmt: Peeler = {
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

/** A field of a row: where its text begins and ends, without quotes. */
interface Field {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** The fields of a row of comma-separated values (RFC 4180); none where it is not one. */
function fieldsOf(text: string): readonly Field[] {
  const fields: Field[] = [];
  if (!text.includes('"')) return fields;
  for (let at = 0; at <= text.length; ) {
    const quoted = text.charCodeAt(at) === QUOTE;
    const end = quoted ? closing(text, at + 1) : endOf(text, at);
    if (end === undefined) return [];
    fields.push({ start: quoted ? at + 1 : at, end, quoted });
    const behind = quoted ? end + 1 : end;
    if (behind < text.length && text.charCodeAt(behind) !== COMMA) return [];
    if (fields.length > MOST_FIELDS) return [];
    at = behind + 1;
  }
  return fields;
}

const MOST_FIELDS = 100;

function closing(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  return undefined;
}

function endOf(text: string, from: number): number {
  const comma = text.indexOf(',', from);
  return comma < 0 ? text.length : comma;
}

/** The export of a log service: the message is the last field that stands in quotes in most rows and is not always the same. */
const csv: PeelerFamily = {
  id: 'csv',
  fit(sample) {
    const rows = sample.map(({ text }) => ({ text, fields: fieldsOf(text) })).filter(({ fields }) => fields.length > 1);
    if (rows.length < 2 || rows.length < sample.length * SHARE) return undefined;
    const most = Math.max(...rows.map(({ fields }) => fields.length));
    for (let column = most - 1; column >= 1; column--) {
      const quoted = rows.filter(({ fields }) => fields[column]?.quoted);
      if (quoted.length < rows.length * SHARE) continue;
      const texts = new Set(quoted.map(({ text, fields }) => text.slice(fields[column]?.start, fields[column]?.end)));
      if (texts.size > 1) return csvOf(column);
    }
    return undefined;
  },
};

function csvOf(column: number): Peeler {
  return {
    id: `csv-${column}`,
    escape: (text) => text.replaceAll('"', '""'),
    peel(line) {
      const fields = fieldsOf(line.text);
      const field = fields[column];
      if (field === undefined) return undefined;
      const told = fields[0] === undefined ? {} : timeIn(line.text.slice(fields[0].start, fields[0].end));
      if (!field.quoted) return taken(line, field.start, told, field.end);
      const message = quotedText(line, field.start, 'doubled');
      return message && unquoted(line, field.start, message, told);
    },
  };
}

/** `  "…",`: the lines of a log as the strings of a JSON list. */
const listed: Peeler = {
  id: 'json-list',
  escape: escapeQuoted,
  peel(line) {
    const start = line.text.indexOf('"') + 1;
    if (start === 0 || line.text.slice(0, start - 1).trim() !== '') return undefined;
    const message = quotedText(line, start, 'backslash');
    if (message === undefined || !/^,?\s{0,9}$/.test(line.text.slice(message.end))) return undefined;
    return unquoted(line, start, message);
  },
};

/** What PHP-FPM and nginx put around each line that a worker wrote to its standard error. */
const worker: Peeler = {
  id: 'php-worker',
  peel(line) {
    const head = WORKER.exec(line.text.slice(0, 400))?.[0];
    if (head === undefined) return undefined;
    const behind = /"(?: while [^"]{1,300})?$/.exec(line.text.slice(-320))?.[0].length ?? 0;
    return taken(line, head.length, timeIn(WORKER_TIME.exec(head)?.[0] ?? ''), line.text.length - behind);
  },
};

const WORKER =
  /^[^"]{0,200}(?:\[pool [^\]]{1,60}\] child \d{1,10} said into std(?:err|out): "|FastCGI sent in stderr: "(?:PHP message: )?)/;
const WORKER_TIME = /\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d/;

/** `<Nov 30, 2026, 10:15:00 AM UTC> <Notice> <Stdout> <BEA-000000> <…> `: WebLogic, on whose standard output a program wrote. */
const weblogic: Peeler = {
  id: 'weblogic',
  peel(line) {
    const head = /^<[^<>]{5,60}> <\w{1,20}> <[\w-]{1,60}> (?:<[^<>]{0,60}> ){0,8}<BEA-\d{1,9}> </.exec(line.text)?.[0];
    const tail = /> ?$/.exec(line.text)?.[0];
    if (head === undefined || tail === undefined) return undefined;
    return taken(line, head.length, {}, line.text.length - tail.length);
  },
};

/** `[#|time|INFO|glassfish 5.1|javax.enterprise.logging.stdout|_ThreadID=30;…|…|#]`: GlassFish, likewise. */
const glassfish: Peeler = {
  id: 'glassfish',
  peel(line) {
    const [head, time = ''] = /^\[#\|([^|]{10,40})\|(?:[^|]{0,200}\|){2,4}_[^|]{1,400}\|/.exec(line.text) ?? [];
    if (head === undefined || !line.text.endsWith(GLASSFISH_END)) return undefined;
    return taken(line, head.length, timeIn(time), line.text.length - GLASSFISH_END.length);
  },
};

const GLASSFISH_END = '|#]';

/** `[time] [Payara 5] [INFO] [] […] [levelValue: 800] [[`, and below it the message, which ends in `]]`. */
const payara: PeelerFamily = {
  id: 'payara',
  fit: (sample) =>
    sample.filter(({ text }) => PAYARA.test(text)).length >= sample.length * SOME ? inBrackets : undefined,
};

const inBrackets: Peeler = {
  id: 'payara',
  peel(line) {
    const { text } = line;
    if (text === '' || PAYARA.test(text)) return around(line);
    if (!text.startsWith('  ')) return undefined;
    return taken(line, 2, {}, text.endsWith(']]') ? text.length - 2 : text.length);
  },
};

const PAYARA = /^\[[\dT:.+-]{19,30}\] \[.{1,60}\] \[[A-Z]{4,7}\] .{1,400} \[\[$/;

/** `⚙ `, `ℹ `: npm's consola puts one sign before each message, of whatever number of lines. */
const signed: Peeler = {
  id: 'sign',
  peel(line) {
    const found = /^[ℹ⚙✔✖⚠◐❯→»]\ufe0f? /.exec(line.text)?.[0];
    return found === undefined ? undefined : taken(line, found.length);
  },
};

/** ` [] []`: the context and the extra data that Monolog, and with it Symfony and Laravel, puts behind each message. */
const monolog: Peeler = {
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
const debugTerminal: PeelerFamily = {
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
const debugEntry: Peeler = {
  id: 'npm-debug-file',
  peel(line) {
    const head = /^(\d{4}-\d\d-\d\dT[\d:.]{8,14}Z) [\w.*@/-]{1,60}(?::[\w.*@/-]{1,60}){1,8} /.exec(line.text);
    return head === null ? undefined : taken(line, head[0].length, timeIn(head[1] as string));
  },
};

/** `…<br>`: each line ends in the tag that makes one of it. */
const broken: Peeler = {
  id: 'html-break',
  peel(line) {
    const { text } = line;
    const tail = /(?:<br ?\/?>|<\/(?:p|pre|div|td|span|code)>){1,4}\s{0,9}$/i.exec(text.slice(-80))?.[0];
    if (tail === undefined) return undefined;
    const head = /^\s{0,40}(?:<(?:p|pre|div|td|span|code)(?: [^<>]{0,100})?>){1,3}/i.exec(text)?.[0].length ?? 0;
    return taken(line, Math.min(head, text.length - tail.length), {}, text.length - tail.length);
  },
};

/** `…\par`: each line is a paragraph of rich text, whose own signs stand behind a backslash. */
const paragraph: Peeler = {
  id: 'rtf',
  escape: (text) => text.replace(/[\\{}]/g, '\\$&'),
  peel(line) {
    const { text } = line;
    const tail = /\\par ?\}?\s{0,9}$/.exec(text)?.[0];
    if (tail === undefined) return undefined;
    const head =
      /^\{\\rtf1[^ ]{0,300}(?: [^ \\{};]{1,40}[^ ]{0,300}){0,8}\\(?:fs\d{1,3}|f\d|pard) /.exec(text)?.[0].length ?? 0;
    return { ...line, ...unescaped(line, head, text.length - tail.length) };
  },
};

/** Signs of rich text itself stand behind a backslash. */
function unescaped(line: PeeledLine, from: number, to: number): Pick<PeeledLine, 'text' | 'pieces'> {
  const pieces: Piece[] = [];
  let text = '';
  for (let at = from; at < to; ) {
    const sign = line.text.charCodeAt(at) === BACKSLASH && /[\\{}]/.test(line.text.charAt(at + 1)) ? 1 : 0;
    const next = line.text.indexOf('\\', at + sign + 1);
    const end = next < 0 ? to : Math.min(next, to);
    if (sign === 1) pushSource(pieces, text.length, 1, line, at, at + 2);
    if (end > at + 2 * sign) pushSource(pieces, text.length + sign, end - at - 2 * sign, line, at + 2 * sign, end);
    text += line.text.slice(at + sign, end);
    at = end;
  }
  return { text, pieces };
}

/** A page or a mail makes blanks of its own of two in a row, which count where they align. */
const hardBlanks: PeelerFamily = {
  id: 'hard-blanks',
  fit: (sample) => (sample.some(({ text }) => text.slice(0, 10).includes(HARD_BLANK)) ? softened : undefined),
};

const softened: Peeler = {
  id: 'hard-blanks',
  peel: (line) =>
    line.text.includes(HARD_BLANK) ? { ...line, text: line.text.replaceAll(HARD_BLANK, ' ') } : undefined,
};

const HARD_BLANK = '\u00a0';

/**
 * `DEBU[2026/11/30 10:15:00] … `, as logrus writes to a terminal: it pads a message to 44 columns and puts a blank behind it. The
 * further lines of a message have no head.
 */
const logrus: Peeler = {
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

/** The blanks that every line ends with, from a mail client or an editor. */
const padding: PeelerFamily = {
  id: 'padding',
  fit(sample) {
    if (sample.length <= 5 || !sample.every(({ text }) => text.endsWith('  '))) return undefined;
    const least = Math.min(...sample.map(({ text }) => text.length - text.trimEnd().length));
    return {
      id: 'padding',
      peel: (line) => (line.text.endsWith('  ') ? taken(line, 0, {}, line.text.length - least) : undefined),
    };
  },
};

/** `2026-11-30 10:15:00,000 DEBG 'mailer' stderr output:`: supervisord's line before each that a program wrote. */
const supervised: Peeler = {
  id: 'supervisord',
  peel: (line) => (SUPERVISED.test(line.text) ? around(line) : undefined),
};

const SUPERVISED = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} DEBG '[^']{1,60}' std(?:err|out) output:$/;

/** `    MESSAGE=…` of `journalctl -o verbose`, among the other fields of each entry. */
const verboseJournal: PeelerFamily = {
  id: 'journal-verbose',
  fit: (sample) =>
    isCommon(sample, journalField) && sample.some(({ text }) => text.startsWith(JOURNAL_MESSAGE))
      ? journalField
      : undefined,
};

const journalField: Peeler = {
  id: 'journal-verbose',
  peel(line) {
    const { text } = line;
    if (text.startsWith(JOURNAL_MESSAGE)) return taken(line, JOURNAL_MESSAGE.length);
    return /^ {4}[A-Z_\d]{1,64}=|^[A-Z][a-z]{2} \d{4}-\d\d-\d\d .{1,40} \[s=/.test(text) ? around(line) : undefined;
  },
};

const JOURNAL_MESSAGE = '    MESSAGE=';

/** `dbug: App.Mailer[0]`, and below it the message, as .NET's console logger writes it. */
const dotnet: PeelerFamily = {
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

/** A line of a frame's own. */
function around(line: PeeledLine): PeeledLine {
  return { ...taken(line, line.text.length), around: true };
}

/** So many lines are a program's heads, where each stands on a line of its own. */
const SOME = 0.3;
/** So many have one where most messages have several lines. */
const FEW = 0.2;

export const FRAMES: readonly PeelerFamily[] = [
  hardBlanks,
  sharedBy(SOME, logrus),
  padding,
  sharedBy(SOME, supervised),
  verboseJournal,
  dotnet,
  common(logfmt),
  csv,
  common(listed),
  common(worker),
  sharedBy(FEW, signed),
  common(weblogic),
  common(glassfish),
  payara,
  common(monolog),
  debugTerminal,
  sharedBy(SOME, debugEntry),
  common(broken),
  common(paragraph),
];

const QUOTE = 34;
const COMMA = 44;
const BRACKET = 93;
const BRACE = 125;
const BACKSLASH = 92;
