/**
 * Nodemailer or smtp-server with a logger that prints for people. What a record is about, `tnx` and a session, stands behind its text: as JSON
 * (winston's simple format, pino-pretty with singleLine), in lines of its own (pino-pretty), or in parentheses, which stand
 * before a text of several lines (bunyan's tool). A record goes on until the next one begins.
 */
import type { PeeledLine, Piece } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { jsonFields } from './json';
import { NOTHING_READ, type Record, type State as Told, told } from './nodemailer';
import { type State as Served, told as servedIn } from './smtpServer';
import { timeOfStamp } from './utter';
import { verbatim, type WireText } from './wireText';

interface State {
  readonly told: Told;
  readonly served: Served;
  /** The lines of the record at hand, the head first. */
  readonly lines: readonly PeeledLine[];
  /** Some of its lines are not among them. */
  readonly cut: boolean;
  /** Records that were written into it. */
  readonly written: readonly PeeledLine[];
  /** The session that spoke last. */
  readonly last: string;
}

export const nodemailerPretty: Dialect<State> = {
  id: 'nodemailer-pretty',
  name: 'Nodemailer or npm smtp-server with winston, pino-pretty or bunyan',
  evidence: (sample) => (sample.some(isAbout) ? weigh(sample, weight) : 0),
  start: () => ({ told: NOTHING_READ, served: new Set(), lines: [], cut: false, written: [], last: '' }),
  read,
  finish: (state, context) => void flushed(state, context),
  write: (speaker, text) => `debug: ${text} {"component":"smtp-connection","sid":"${SAME}","tnx":"${speaker}"}`,
};

/** In a line that was written anew: the session of the record before. */
const SAME = '?';

/** Time and level, in any order, or the level alone: a record begins. What bunyan and pino add stands behind it. */
const STAMP = String.raw`\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z| ?[+-]\d\d:?\d\d)?\]?`;
const LEVEL = String.raw`\[?(?:silly|trace|debug|verbose|http|info|warn|error|fatal)\]?`;
const PROCESS = String.raw`(?: \([\w./-]{1,60}\))?: `;
/** Behind a level alone it would be the text's. */
const ORIGIN = String.raw`(?:[\w-]{1,40}/[\w-]{1,40}(?:/\d{1,9} on [\w.-]{1,255})?: ?)?`;
const HEAD = new RegExp(
  `^(?:(?:${STAMP} {1,3}${LEVEL}|${LEVEL} {1,3}${STAMP})${PROCESS}${ORIGIN}|${LEVEL}${PROCESS})`,
  'i',
);
/** bunyan's short and simple forms name the logger without a colon before it. */
const SHORT = new RegExp(`^(?:${STAMP} {1,3})?${LEVEL} (?:[\\w-]{1,40}/[\\w-]{1,40}: ?|- )`, 'i');

function headOf(text: string): number | undefined {
  const head = text.slice(0, 400);
  return (SHORT.exec(head) ?? HEAD.exec(head))?.[0].length;
}

interface Meta {
  readonly session: string;
  /** It is smtp-server's, which names connections otherwise. */
  readonly server: boolean;
  readonly tnx: string;
  /** Where the text before it ends. */
  readonly end: number;
}

/** What stands behind a text: an object, or names with values in parentheses. */
function metaIn(text: string): Meta | undefined {
  if (text.endsWith('}')) return objectIn(text);
  if (!text.endsWith(')')) return undefined;
  const from = Math.max(text.lastIndexOf('(sid='), text.lastIndexOf('(tnx='));
  const values = text.slice(from, from + 120);
  const session = /[(, ]([sc])id=([\w+/-]{1,40})[,)]/.exec(values);
  const tnx = /[(, ]tnx=(\w{1,20})[,)]/.exec(values)?.[1];
  if (from < 0 || session === null || tnx === undefined) return undefined;
  const end = text.charAt(from - 1) === ' ' ? from - 1 : from;
  return { session: session[2] ?? '', server: session[1] === 'c', tnx, end };
}

function objectIn(text: string): Meta | undefined {
  const tail = text.slice(-LONGEST_META);
  for (let at = tail.indexOf(' {"'); at >= 0; at = tail.indexOf(' {"', at + 1)) {
    const object = tail.slice(at + 1);
    const fields = jsonFields(object);
    const value = (name: string) => /^"([\w+/?-]{1,40})"/.exec(object.slice(fields?.get(name) ?? object.length))?.[1];
    const client = value('sid');
    const session = client ?? value('cid');
    const tnx = value('tnx');
    if (session !== undefined && tnx !== undefined) {
      return { session, server: client === undefined, tnx, end: text.length - tail.length + at };
    }
  }
  return undefined;
}

const LONGEST_META = 2000;

/** A line of pino-pretty's below a record. */
const PROPERTY = /^ {4}(\w{1,40}): (?:"([^"]{0,200})"|.{0,2000})$/;
const SPOKEN = new Set(['client', 'server', 'message', 'send', 'command']);

/** Any log has heads: one of its lines must tell what a record of these libraries is about. */
function isAbout({ text }: PeeledLine): boolean {
  const property = PROPERTY.exec(text);
  if (property !== null) return property[1] === 'tnx' && SPOKEN.has(property[2] ?? '');
  const meta = text.startsWith('{') ? undefined : metaIn(text);
  return meta !== undefined && SPOKEN.has(meta.tnx) && !(meta.server && isBehindMore(text, meta.end));
}

/** smtp-server's text begins with who speaks: behind the head of another log's line it is not all of the text. */
function isBehindMore(text: string, end: number): boolean {
  const head = headOf(text);
  return head !== undefined && head < end && !/^[CS]: /.test(text.slice(head));
}

function weight(line: PeeledLine): number {
  return (headOf(line.text) === undefined ? 0 : 1) + (isAbout(line) ? WEIGHT : 0);
}

const WEIGHT = 12;

function read(line: PeeledLine, state: State, context: ReadContext): State {
  if (headOf(line.text) === undefined) {
    const { lines } = state;
    if (lines.length === 0) return state;
    if (lines.length < MOST_LINES) return { ...state, lines: [...lines, line] };
    // What the record is about stands at its end.
    return {
      ...state,
      cut: true,
      lines: [...lines.slice(0, MOST_LINES - MOST_META), ...lines.slice(1 - MOST_META), line],
    };
  }
  // It may have been put between a record's text and what it is about.
  if (state.lines.length > 0 && metaIn(line.text)?.session === SAME)
    return { ...state, written: [...state.written, line] };
  return { ...flushed(state, context), lines: [line] };
}

/** More lines of a record are not kept. */
const MOST_LINES = 1500;
const MOST_META = 40;

/** Tells the record at hand, and what was written into it. */
function flushed(state: State, context: ReadContext): State {
  let now = tellRecord(state.lines, state, context);
  for (const line of state.written) now = tellRecord([line], now, context);
  return { ...now, lines: [], written: [], cut: false };
}

function tellRecord(lines: readonly PeeledLine[], state: State, context: ReadContext): State {
  const [head] = lines;
  const parts = head === undefined ? undefined : partsOf(head, lines);
  if (head === undefined || parts === undefined) return state;
  const { tnx, session: named, server } = parts.meta;
  const session = named === SAME ? state.last : named;
  const begin = head.text.slice(0, parts.head);
  const time = head.time ?? timeIn(begin);
  if (server) {
    const served = servedIn(head, { session, text: textOf(parts.text), time }, state.served, context);
    return { ...state, served, last: session };
  }
  const record: Record = {
    session,
    what: tnx === 'server' || tnx === 'client' || tnx === 'message' ? tnx : 'other',
    error: /\b(?:warn|error|fatal)\b/i.test(begin),
    text: textOf(parts.text),
    time,
    sure: true,
  };
  const now = { ...state, told: told(head, record, state.told, context), last: session };
  if (!state.cut || context.modeOf(session) !== 'data') return now;
  context.emit({ session, speaker: 'client', text: '', elided: { what: 'data' }, ...within(head, 0, 0) });
  return now;
}

interface Parts {
  readonly meta: Meta;
  /** Where the head's text begins. */
  readonly head: number;
  readonly text: readonly Part[];
}

interface Part {
  readonly line: PeeledLine;
  readonly from: number;
  readonly to: number;
}

function partsOf(head: PeeledLine, lines: readonly PeeledLine[]): Parts | undefined {
  const from = headOf(head.text) ?? 0;
  const part = (line: PeeledLine, to = line.text.length): Part => ({ line, from: line === head ? from : 0, to });
  const own = metaIn(head.text);
  if (own !== undefined && own.end > from) return { meta: own, head: from, text: [part(head, own.end)] };
  if (own !== undefined) {
    const text = lines.slice(1).map((line) => ({ line, from: Math.min(4, line.text.length), to: line.text.length }));
    const end = text.findIndex(({ line }) => !line.text.startsWith('    '));
    return { meta: own, head: from, text: end < 0 ? text : text.slice(0, end) };
  }
  for (const [index, line] of lines.entries()) {
    const meta =
      index === 0
        ? undefined
        : (propertiesAt(lines, index) ?? (line.text.endsWith('}') ? objectIn(line.text) : undefined));
    if (meta === undefined) continue;
    const whole = lines.slice(0, index).map((each) => part(each));
    return { meta, head: from, text: meta.end > 0 ? [...whole, part(line, meta.end)] : whole };
  }
  return undefined;
}

/** The properties that begin at this line of a record, when nodemailer's are among them. */
function propertiesAt(lines: readonly PeeledLine[], from: number): Meta | undefined {
  let session: string | undefined;
  let server = false;
  let tnx: string | undefined;
  for (let at = from; at < lines.length && at < from + MOST_META; at++) {
    const [, name, value] = PROPERTY.exec(lines[at]?.text ?? '') ?? [];
    if (name === undefined) break;
    if (name === 'sid' || name === 'cid') {
      session = value;
      server = name === 'cid';
    }
    if (name === 'tnx') tnx = value;
  }
  return session === undefined || tnx === undefined ? undefined : { session, server, tnx, end: 0 };
}

/** The lines of a record's text with LF between them. */
function textOf(parts: readonly Part[]): WireText {
  const pieces: Piece[] = [];
  let text = '';
  for (const { line, from, to } of parts) {
    const shown = verbatim(line, from, to);
    if (line !== parts[0]?.line) {
      const { start } = within(line, from, from);
      pieces.push({ at: text.length, line: line.line.number, column: start, width: 0 });
      text += '\n';
    }
    for (const piece of shown.pieces) pieces.push({ ...piece, at: piece.at + text.length });
    text += shown.text;
  }
  return { text, pieces };
}

/** The date and time in a head; a time alone is one of any day. */
function timeIn(head: string): number | undefined {
  const stamp = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z| ?[+-]\d\d:?\d\d)?/.exec(head)?.[0];
  return stamp === undefined ? undefined : timeOfStamp(stamp.replace(/ (?=[+-]\d\d:?\d\d$)/, ''));
}
