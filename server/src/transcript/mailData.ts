/** Mail data as far as a log shows it: what is counted and kept of its lines. */
import { readsAsCommand } from './command';
import { octetsOf as octetsOfText } from './octets';
import { isOddLineEnd, type MailData, type Oddity, type Said } from './transcript';

/** Before the first line. */
export const NO_DATA: MailData = {
  firstLine: -1,
  lastLine: -1,
  lineCount: 0,
  octets: 0,
  end: 'open',
  elided: false,
  commandLike: [],
  oddities: [],
  firstEightBit: undefined,
  first: undefined,
  last: undefined,
  messageId: undefined,
};

/** Lines of data that read as commands are kept to be pointed at; this many are enough. */
const MOST_COMMAND_LIKE = 20;

/** So many odd lines of each kind are kept. */
const MOST_ODD = 20;

/** Octets of a text line, its CRLF included (RFC 5321 §4.5.3.1.6). */
const LONGEST_LINE = 1000;

type Filled = { -readonly [Key in keyof MailData]: MailData[Key] };

/** To be filled before anybody sees it: of one shape, which spreads would not be. */
function copyOf(data: MailData): Filled {
  return {
    firstLine: data.firstLine,
    lastLine: data.lastLine,
    lineCount: data.lineCount,
    octets: data.octets,
    end: data.end,
    elided: data.elided,
    commandLike: data.commandLike,
    oddities: data.oddities,
    firstEightBit: data.firstEightBit,
    first: data.first,
    last: data.last,
    messageId: data.messageId,
  };
}

/** How the data ended; with the line that ended it, where one did. */
export function ended(data: MailData, end: MailData['end'], by?: Said): MailData {
  const whole = copyOf(data);
  whole.end = end;
  if (by !== undefined) {
    whole.lastLine = Math.max(by.line, data.lastLine);
    whole.last = by;
  }
  return whole;
}

/** Data of which only these lines are shown; what they read as tells nothing. */
export function restOf(lines: readonly Said[]): MailData {
  const rest = copyOf(NO_DATA);
  for (const said of lines) addLine(rest, said);
  rest.elided = true;
  rest.commandLike = [];
  rest.oddities = [];
  return rest;
}

/** The line that ended the data was one of its lines. */
export function goingOn(data: MailData): MailData {
  const whole = copyOf(data);
  if (data.last !== undefined) addLine(whole, data.last);
  whole.oddities = [];
  return whole;
}

/** None of the data is shown. */
export function unseen(data: MailData): MailData {
  const whole = copyOf(data);
  whole.lineCount = undefined;
  whole.octets = undefined;
  whole.elided = true;
  return whole;
}

/**
 * The data with one line more. What has lines is filled in place, for one object for each line of mail would be most of
 * what reading makes: the data before is used up, as the state that holds it is.
 */
export function addLine(data: MailData, said: Said): MailData {
  const filled: Filled = data === NO_DATA ? copyOf(NO_DATA) : data;
  const { elided, text } = said;
  if (filled.firstLine < 0) filled.firstLine = said.line;
  filled.lastLine = said.line;
  filled.end = 'open';
  filled.first ??= said;
  if (elided === undefined) {
    const { wireEol } = said;
    const sevenBit = text.length + (wireEol === undefined ? 2 : wireEol.length);
    const scanned = scan(text);
    const octets = sevenBit + Math.floor(scanned / 2);
    if (filled.lineCount !== undefined) filled.lineCount += 1;
    if (filled.octets !== undefined) filled.octets += octets;
    if (readsAsCommand(text) && filled.commandLike.length < MOST_COMMAND_LIKE)
      filled.commandLike = [...filled.commandLike, said];
    filled.oddities = addOddities(filled, said, octets, scanned % 2 === 1);
    if (scanned > 1) filled.firstEightBit ??= said;
    filled.messageId ??= messageIdAt(text, 0, text.length);
  } else {
    filled.lineCount = sum(filled.lineCount, elided.lines);
    filled.octets = sum(filled.octets, elided.octets);
    filled.elided = true;
  }
  filled.last = said;
  return filled;
}

/**
 * Counts lines of which there is nothing to tell, between the first one and the next that is added: `length` characters,
 * all ASCII, without line ends. In place, as `addLine`.
 */
export function addPlainLines(data: MailData, lines: number, length: number, messageId?: string): void {
  const filled: Filled = data;
  filled.messageId ??= messageId;
  if (filled.lineCount !== undefined) filled.lineCount += lines;
  if (filled.octets !== undefined) filled.octets += length + lines * CRLF;
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

function addOddities(data: MailData, said: Said, octets: number, control: boolean): readonly Oddity[] {
  const dot = said.text.charCodeAt(0) === DOT;
  const odd = said.wireEol !== undefined && isOddLineEnd(said);
  const healthy = !dot && !odd && !control && octets <= LONGEST_LINE;
  return healthy ? data.oddities : withOddities(data, said, octets, control);
}

function withOddities({ oddities, last }: MailData, said: Said, octets: number, control: boolean): readonly Oddity[] {
  let kept = oddities;
  const add = (kind: Oddity['kind']) => {
    if (kept.filter((each) => each.kind === kind).length < MOST_ODD) kept = [...kept, { kind, said, before: last }];
  };
  if (control) add('control');
  if (octets > LONGEST_LINE) add('long');
  if (isOddLineEnd(said)) add('line-end');
  if (ODD_END.test(said.text)) add('end');
  else if (said.text.charCodeAt(0) === DOT && said.text.charCodeAt(1) !== DOT) add('dot');
  return kept;
}

/** A dot alone, where CRs count as line ends, too. */
const ODD_END = /(?:^|\r)\.(?:\r|$)/;

/** True when `last` is a dot that only a careless server takes for the end. */
export function isOddEnd({ oddities }: MailData, last: Said): boolean {
  return oddities.at(-1)?.said === last && ODD_END.test(last.text);
}

/** The dot that the server took for the end is none of the data. */
export function withoutDot(data: MailData, dot: Said): MailData {
  const whole = copyOf(data);
  if (whole.lineCount !== undefined) whole.lineCount--;
  if (whole.octets !== undefined) whole.octets -= octetsOf(dot);
  return whole;
}

/** Octets of a line in UTF-8, its end included. */
export function octetsOf({ text, wireEol }: Said): number {
  return octetsOfText(text) + (wireEol?.length ?? 2);
}

/**
 * Twice the octets that a text has in UTF-8 beyond its length, and one more when a control character other than TAB is
 * in it: one number for each line of mail, no object.
 */
function scan(text: string): number {
  let more = 0;
  let control = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) more += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
    else if (code < SPACE && code !== TAB) control = 1;
  }
  return 2 * more + control;
}

/** The Message-ID, with its angle brackets, in a line of `length` characters from offset `at` on; undefined in any other line. */
export function messageIdAt(text: string, at: number, length: number): string | undefined {
  const initial = text.charCodeAt(at);
  if (initial !== LETTER_M && initial !== LETTER_M + 32) return undefined;
  return MESSAGE_ID.exec(text.slice(at, at + length))?.[1];
}

const MESSAGE_ID = /^Message-ID: *(<[^<>\s]{3,250}>)\s*$/i;

const LETTER_M = 77;
const CRLF = 2;
const TAB = 9;
const SPACE = 32;
const DOT = 46;
