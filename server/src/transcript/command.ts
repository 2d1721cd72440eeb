import type { Command, Said } from './transcript';

/** Verbs that a transcript can hold: RFC 5321 §4.1.1, its extensions, the obsolete ones and the private ones in use. */
const VERBS = new Set([
  ...['HELO', 'EHLO', 'LHLO', 'MAIL', 'RCPT', 'DATA', 'BDAT', 'RSET', 'QUIT', 'NOOP', 'HELP', 'VRFY', 'EXPN'],
  ...['AUTH', 'STARTTLS', 'ETRN', 'ATRN', 'TURN', 'BURL', 'SEND', 'SOML', 'SAML', 'VERB', 'ONEX'],
  ...['XCLIENT', 'XFORWARD', 'XEXCH50', 'X-EXPS', 'X-ANONYMOUSTLS', 'X-LINK2STATE', 'XADR', 'XSTA', 'XCIR', 'XGEN'],
]);

/** True when `verb` (upper case) is one that some SMTP server understands. */
export function isKnownVerb(verb: string): boolean {
  return VERBS.has(verb);
}

/** Reads a client line as a command: a word, then the rest (RFC 5321 §4.1.1; verbs are case-insensitive, §2.4). */
export function readCommand(said: Said): Command {
  const { text } = said;
  let end = 0;
  while (end < text.length && text.charCodeAt(end) > SPACE) end++;
  return { said, verb: internVerb(text, end), argument: text.slice(end + 1) };
}

/** True when the whole line is a command as a client would write it, not merely text that begins with a verb. */
export function readsAsCommand(text: string): boolean {
  if (text.length < 4 || text.length > 1000 || !BEGINNINGS.has(beginning(text))) return false;
  return STRICT.test(text);
}

/** The first four characters as one number, letters in lower case. */
function beginning(text: string): number {
  const first = ((text.charCodeAt(0) | 0x20) << 8) | (text.charCodeAt(1) | 0x20);
  return (first << 16) | ((text.charCodeAt(2) | 0x20) << 8) | (text.charCodeAt(3) | 0x20);
}

/** The first four letters of all commands in STRICT. */
export const COMMANDS: readonly string[] = [
  ...['ehlo', 'helo', 'lhlo', 'mail', 'rcpt', 'bdat', 'data', 'rset', 'quit', 'noop', 'star', 'auth'],
];

/** Nearly every line of mail begins in another way, and is not looked at any further. */
const BEGINNINGS: ReadonlySet<number> = new Set(COMMANDS.map(beginning));

const STRICT =
  /^(?:(?:EHLO|HELO|LHLO) \S+|MAIL FROM: ?<[^>]*>(?: .*)?|RCPT TO: ?<[^>]*>(?: .*)?|BDAT \d+(?: LAST)?|DATA|RSET|QUIT|NOOP|STARTTLS|AUTH [A-Z0-9-]{3,20}(?: \S+)?)$/i;

/** An address argument of MAIL or RCPT with its parameters; offsets are in the command's text. */
export interface PathArgument {
  /** `FROM` or `TO`, upper case, or '' when the keyword is missing. */
  readonly keyword: string;
  /** Between the angle brackets, or the bare word where there are none. */
  readonly address: string;
  readonly bracketed: boolean;
  /** Offsets of the address in the command's text, brackets not counted. */
  readonly start: number;
  readonly end: number;
  /** True when a blank stands on either side of the colon: not allowed (RFC 5321 §3.3), widely accepted. */
  readonly spaced: boolean;
  readonly parameters: readonly Parameter[];
}

/** `KEY` or `KEY=value` after a path, or after an EHLO keyword. Offsets are in the text it was read from. */
export interface Parameter {
  /** Upper case. */
  readonly key: string;
  readonly value: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** Reads `FROM:<path> params` or `TO:<path> params` (RFC 5321 §4.1.1.2, §4.1.1.3), tolerant of what people send. */
export function readPath(command: Command): PathArgument {
  const { text } = command.said;
  let at = command.verb.length;
  while (text.charCodeAt(at) === SPACE) at++;
  const colon = text.indexOf(':', at);
  const angle = text.indexOf('<', at);
  const hasColon = colon >= 0 && (angle < 0 || colon < angle);
  const keyword = hasColon ? text.slice(at, colon).trim().toUpperCase() : '';
  let start = hasColon ? colon + 1 : at;
  const afterColon = start;
  while (text.charCodeAt(start) === SPACE) start++;
  const bracketed = text.charCodeAt(start) === LESS;
  if (bracketed) start++;
  const end = bracketed ? closingBracket(text, start) : wordEnd(text, start);
  return {
    keyword,
    address: text.slice(start, end),
    bracketed,
    start,
    end,
    spaced: hasColon && (start - (bracketed ? 1 : 0) > afterColon || text.charCodeAt(colon - 1) === SPACE),
    parameters: readParameters(text, bracketed && end < text.length ? end + 1 : end),
  };
}

/** Blank-separated `KEY` and `KEY=value` from offset `from` of `text` on. */
export function readParameters(text: string, from: number): Parameter[] {
  const parameters: Parameter[] = [];
  let at = from;
  while (at < text.length) {
    if (text.charCodeAt(at) <= SPACE) {
      at++;
      continue;
    }
    const end = wordEnd(text, at);
    const equals = text.indexOf('=', at);
    const keyEnd = equals > at && equals < end ? equals : end;
    const value = keyEnd < end ? text.slice(keyEnd + 1, end) : undefined;
    parameters.push({ key: text.slice(at, keyEnd).toUpperCase(), value, start: at, end });
    at = end;
  }
  return parameters;
}

function closingBracket(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) quoted = !quoted;
    else if (code === BACKSLASH && quoted) at++;
    else if (code === GREATER && !quoted) return at;
  }
  return text.length;
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) > SPACE) end++;
  return end;
}

/** The word up to offset `end` in upper case; the usual ones come from tables, so that no string is made for each line. */
function internVerb(text: string, end: number): string {
  const short = end === 4 && isAscii(text) ? SHORT.get(beginning(text)) : undefined;
  if (short !== undefined) return short;
  const word = text.slice(0, end);
  return INTERNED.get(word) ?? word.toUpperCase();
}

function isAscii(text: string): boolean {
  return (text.charCodeAt(0) | text.charCodeAt(1) | text.charCodeAt(2) | text.charCodeAt(3)) < 0x80;
}

const INTERNED = new Map<string, string>();
/** Verbs of four letters by `beginning`. */
const SHORT = new Map<number, string>();
for (const verb of VERBS) {
  INTERNED.set(verb, verb);
  INTERNED.set(verb.toLowerCase(), verb);
  if (verb.length === 4) SHORT.set(beginning(verb), verb);
}

const SPACE = 32;
const LESS = 60;
const GREATER = 62;
const QUOTE = 34;
const BACKSLASH = 92;
