/**
 * Haraka at log level PROTOCOL or DATA, in its own layout, in logfmt or JSON. The id of a connection gains `.1` for its
 * first transaction. In Haraka's own layout the state is glued to what the client said.
 */
import { looksLikeReply } from '../reply';
import type { Located, PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { quoteText, readQuoted } from './quoted';
import { atTime, say, tell, timeOfStamp } from './utter';
import { placeOf } from './wireText';

export const haraka: Dialect<undefined> = {
  id: 'haraka',
  name: 'Haraka protocol log',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => undefined,
  read,
  write(speaker, text, like) {
    const mark = `${speaker === 'client' ? 'C' : 'S'}: ${text}`;
    const entry = like === undefined ? undefined : readEntry(like);
    if (entry === undefined || like === undefined) return `[PROTOCOL] [${NOBODY}] [core] ${mark}`;
    const [from, to] = entry.extent;
    if (entry.plain) {
      const state = speaker === 'client' && !entry.outbound ? ` state=1` : '';
      return `${like.text.slice(0, from)}${mark}${state}`;
    }
    return `${like.text.slice(0, from)}${quoteText(mark, '"')}${like.text.slice(to)}`;
  },
};

/** The id of a connection where there is none to copy: the log's own lines have `-`. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** One record of the log. */
interface Entry {
  readonly level: string;
  readonly uuid: string;
  /** Haraka as the client of another host. */
  readonly outbound: boolean;
  readonly plugin: string;
  readonly message: string;
  readonly place: Located;
  readonly time: number | undefined;
  /** Haraka's own layout. */
  readonly plain: boolean;
  /** Where the message stands in the line, its quotes included. */
  readonly extent: readonly [number, number];
  /** In logfmt and JSON, what was logged besides the message. */
  readonly rest: string;
}

const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z /;
const PLAIN = /^\[([A-Z]{4,9})\] \[([0-9A-Za-z.-]{1,80})\] \[([^\]]{1,80})\] /;
const LOGFMT = /^level=([A-Z]{4,9}) uuid=(\S{1,80}) (?:origin|source)=(\S{1,80}) message=/;
const JSON_LINE = /^\{"level":"([A-Z]{4,9})","uuid":"([^"]{1,80})","(?:origin|source)":"([^"]{1,80})","message":/;

function readEntry(line: PeeledLine): Entry | undefined {
  const stamp = STAMP.exec(line.text)?.[0] ?? '';
  const rest = line.text.slice(stamp.length);
  const plain = PLAIN.exec(rest);
  const match = plain ?? LOGFMT.exec(rest) ?? JSON_LINE.exec(rest);
  if (match === null) return undefined;
  const [head, level = '', uuid = '', plugin = ''] = match;
  const from = stamp.length + head.length;
  const time = line.time ?? (stamp === '' ? undefined : timeOfStamp(stamp.trimEnd()));
  const about = { level, uuid, plugin, outbound: isOutbound(level, plugin), time, plain: plain !== null };
  const quoted = plain === null ? readQuoted(line, from) : undefined;
  if (quoted !== undefined) {
    const place = quoted.pieces.length === 0 ? within(line, from, from) : placeOf(quoted.pieces);
    const extent = [from, quoted.end] as const;
    return { message: quoted.text, place, extent, rest: line.text.slice(quoted.end), ...about };
  }
  const end = plain === null ? wordEnd(line.text, from) : line.text.length;
  const place = within(line, from, end);
  return { message: line.text.slice(from, end), place, extent: [from, end], rest: line.text.slice(end), ...about };
}

/** The core talks to who connects; plugins that talk (`outbound`, `queue/smtp_forward`, `auth/auth_proxy`) are clients. */
function isOutbound(level: string, plugin: string): boolean {
  return plugin === 'outbound' || (level === 'PROTOCOL' && plugin !== 'core');
}

function wordEnd(text: string, from: number): number {
  const blank = text.indexOf(' ', from);
  return blank < 0 ? text.length : blank;
}

function weight(line: PeeledLine): number {
  const entry = readEntry(line);
  if (entry === undefined) return 0;
  const dialogue = entry.level === 'PROTOCOL' && /^[CS]: /.test(entry.message);
  if (dialogue) return looksLikeReply(entry.message.slice(3)) ? 14 : 10;
  return /^(?:running \w+ hooks?\b| hook=|connect ip=|disconnect ip=)/.test(entry.message) ? 2 : 0.2;
}

function read(line: PeeledLine, state: undefined, context: ReadContext): undefined {
  const entry = readEntry(line);
  if (entry === undefined || entry.uuid === '-') return state;
  const timed = atTime(line, entry.time);
  const session = entry.outbound ? `${entry.plugin} ${entry.uuid}` : connectionOf(entry.uuid);
  if (entry.level === 'PROTOCOL' || entry.level === 'DATA') dialogue(timed, entry, session, context);
  else event(timed, entry, session, context);
  return state;
}

/** `BE72AA7B-AF77-4CB8-8AD3-FA97C42059AF.1`: a transaction of that connection. */
function connectionOf(uuid: string): string {
  const dot = uuid.indexOf('.');
  return dot < 0 ? uuid : uuid.slice(0, dot);
}

function dialogue(line: PeeledLine, entry: Entry, session: string, context: ReadContext): void {
  const { message, place } = entry;
  const mark = message.slice(0, 3);
  const isClient = mark.startsWith('C:');
  if (!isClient && !mark.startsWith('S:')) return;
  // What still comes from a client who is already gone is not looked at.
  if (message.startsWith('C: (after-disconnect): ')) return;
  if (entry.level === 'DATA') return dataLine(line, entry, session, context);
  let text = message.slice(3);
  if (isClient && entry.plain && !entry.outbound) text = text.replace(/(?:^| )state=\d{1,3}$/, '');
  const at = shifted(place, 3, text.length);
  if (!isClient) {
    // What these answer is not written down.
    if (text === '521 Command line too long' || PIPELINED.test(text)) tell(line, 0, session, { type: 'gap' }, context);
    return say(line, 0, session, 'server', context, { text, ...at });
  }
  const mode = context.modeOf(session);
  if (entry.outbound && text === '.') {
    say(line, 0, session, 'client', context, { text: '', elided: { what: 'data' }, ...at });
    return say(line, 0, session, 'client', context, { text, kind: 'end-of-data', ...at });
  }
  const unshown = mode === 'data' || mode === 'bdat';
  say(line, 0, session, 'client', context, { text, ...at, ...(unshown && { kind: 'command' }) });
}

const PIPELINED = /^503 .{1,60} pipelined after end of DATA$/;

/** A line of a message, its CR LF as two blanks in Haraka's own layout. */
function dataLine(line: PeeledLine, { message, place, plain }: Entry, session: string, context: ReadContext): void {
  if (!message.startsWith('C: ')) return;
  const text = message.slice(3).replace(plain ? / {1,2}$/ : /\r?\n$/, '');
  const kind = text === '.' ? 'end-of-data' : 'data';
  say(line, 0, session, 'client', context, { text, kind, ...shifted(place, 3, text.length) });
}

/** The place of `length` code units from offset `by` on. */
function shifted(place: Located, by: number, length: number): Located {
  if (place.pieces === undefined) {
    const start = Math.min(place.start + by, place.end);
    return { ...place, start, end: Math.min(start + length, place.end) };
  }
  const pieces = place.pieces.flatMap((piece, index) => {
    const next = place.pieces?.[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (next <= by) return [];
    const cut = Math.max(0, by - piece.at);
    return [
      { ...piece, at: Math.max(0, piece.at - by), column: piece.column + cut, width: Math.max(0, piece.width - cut) },
    ];
  });
  return { ...place, start: place.start + by, pieces };
}

function event(line: PeeledLine, entry: Entry, session: string, context: ReadContext): void {
  const { message, rest, plugin } = entry;
  const [from, to] = entry.extent;
  const text = entry.plain ? message : `${message}${rest}`;
  if (/^connect\b.{0,40}?\bip"?[=:]/.test(text)) {
    const host = /\bip"?[=:]"?([0-9A-Fa-f.:]{2,45})/.exec(text)?.[1];
    tell(line, from, session, { type: 'connect', whole: true, ...(host !== undefined && { host }) }, context);
  } else if (/^disconnect\b.{0,40}?\bip"?[=:]/.test(text)) {
    // A message is answered, unless the client went away.
    const lost = context.modeOf(session) === 'data';
    if (lost) tell(line, from, session, { type: 'error', about: 'lost', message: message.slice(0, 10) }, context);
    tell(line, from, session, { type: 'close', by: 'unknown' }, context);
  } else if (plugin === 'tls' && message.startsWith('secured')) {
    const cipher = /\bcipher"?[=:]"?([\w-]{1,80})/.exec(text)?.[1];
    const protocol = /\b(?:version|protocol)"?[=:]"?([\w.]{1,20})/.exec(text)?.[1];
    const more = { ...(protocol !== undefined && { protocol }), ...(cipher !== undefined && { cipher }) };
    tell(line, to > from ? from : 0, session, { type: 'tls', ...more }, context);
  }
}
