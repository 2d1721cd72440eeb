/**
 * The SMTP service of IIS (Windows 2000 to Server 2019; Exchange 2000 and 2003) in its three layouts: W3C extended, NCSA
 * common and the comma separated one of its own. Mail that comes in is one line per command with the status of its reply;
 * mail that goes out has `OutboundConnectionCommand` and `OutboundConnectionResponse` in place of the user, and the
 * reply's first line. Blanks are written as `+`, save in the last layout.
 */
import { looksLikeReply } from '../reply';
import type { Located, PeeledLine } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened } from './connections';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { atTime, say, tell, timeOfStamp } from './utter';
import { append, NO_TEXT, placeOf } from './wireText';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What the three layouts have in common. */
interface Entry {
  readonly ip: string;
  readonly user: string;
  readonly verb: Range;
  readonly query: Range;
  readonly status: Range;
  readonly plus: boolean;
  readonly time?: number | undefined;
}

// --- W3C extended -------------------------------------------------------------------------------------------------

interface W3cState {
  readonly connections: Connections;
  readonly columns: ReadonlyMap<string, number>;
}

export const iisW3c: Dialect<W3cState> = {
  id: 'iis-w3c',
  name: 'IIS SMTP log (W3C extended)',
  asRead: true,
  evidence: (sample) => weigh(sample, w3cWeight),
  start: () => ({ connections: NO_CONNECTIONS, columns: USUAL }),
  read(line, state, context) {
    if (line.text.startsWith('#')) return { ...state, columns: columnsOf(line.text) ?? state.columns };
    const entry = w3cEntry(line.text, state.columns);
    return entry === undefined ? state : { ...state, connections: tellEntry(line, entry, state.connections, context) };
  },
  lossy: true,
  writeReply: ([first = ''], like) => written('server', first, like, W3C),
  write: (speaker, text, like) => written(speaker, text, like, W3C),
};

/** The columns as IIS writes them when everything is ticked; the header of the file tells the real ones. */
const USUAL = columnsOf(
  '#Fields: date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status',
) as ReadonlyMap<string, number>;

function columnsOf(text: string): ReadonlyMap<string, number> | undefined {
  if (!text.startsWith('#Fields: ') || !text.includes('cs-method')) return undefined;
  return new Map(
    text
      .slice(9)
      .trim()
      .split(/\s+/)
      .map((name, index) => [name, index]),
  );
}

/** A header alone may be a web server's: only its SMTP service has these methods under this name. */
function w3cWeight({ text }: PeeledLine): number {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d /.test(text)) return 0;
  return / (?:SMTPSVC\d{1,3}|OutboundConnection(?:Command|Response)) /.test(text) ? 12 : 0;
}

function w3cEntry(text: string, columns: ReadonlyMap<string, number>): Entry | undefined {
  const cells = [...text.matchAll(/\S+/g)].map(({ index, 0: cell }) => ({ from: index, to: index + cell.length }));
  const range = (name: string) => cells[columns.get(name) ?? -1];
  const value = (name: string) => {
    const at = range(name);
    return at === undefined ? '' : text.slice(at.from, at.to);
  };
  const verb = range('cs-method');
  if (verb === undefined || text.startsWith('#')) return undefined;
  const nothing = { from: verb.to, to: verb.to };
  return {
    ip: value('c-ip'),
    user: value('cs-username'),
    verb,
    query: range('cs-uri-query') ?? nothing,
    status: range('sc-status') ?? nothing,
    plus: true,
    time: timeOfStamp(`${value('date')} ${value('time')}`),
  };
}

// --- NCSA common --------------------------------------------------------------------------------------------------

export const iisNcsa: Dialect<Connections> = {
  id: 'iis-ncsa',
  name: 'IIS SMTP log (NCSA common)',
  asRead: true,
  evidence: (sample) => weigh(sample, ({ text }) => (ncsaEntry(text) === undefined ? 0 : 12)),
  start: () => NO_CONNECTIONS,
  read(line, state, context) {
    const entry = ncsaEntry(line.text);
    return entry === undefined ? state : tellEntry(line, entry, state, context);
  },
  lossy: true,
  writeReply: ([first = ''], like) => written('server', first, like, NCSA),
  write: (speaker, text, like) => written(speaker, text, like, NCSA),
};

/** `ip - user [11/Oct/2006:13:16:39 -0600] "EHLO -?mx.example.org SMTP" 250 46`. */
function ncsaEntry(text: string): Entry | undefined {
  const head =
    /^(\S{1,60}) \S{1,60} (\S{1,255}) \[(\d\d)\/(\w{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})\] "(\S{1,40}) -(\?)?/.exec(
      text,
    );
  const close = text.lastIndexOf(' SMTP" ');
  if (head === null || close < head[0].length) return undefined;
  const [whole, ip = '', user = '', day, month, year, clock, zone, verb = ''] = head;
  const query = { from: whole.length, to: close };
  const from = text.indexOf('"', head[1]?.length) + 1;
  const status = /^\d{1,3}/.exec(text.slice(close + 7))?.[0] ?? '';
  const time = Date.parse(`${day} ${month} ${year} ${clock} ${zone}`);
  return {
    ip,
    user,
    verb: { from, to: from + verb.length },
    query,
    status: { from: close + 7, to: close + 7 + status.length },
    plus: true,
    time: Number.isNaN(time) ? undefined : time,
  };
}

// --- Microsoft IIS ------------------------------------------------------------------------------------------------

export const iisNative: Dialect<Connections> = {
  id: 'iis-native',
  name: 'IIS SMTP log (Microsoft IIS)',
  asRead: true,
  evidence: (sample) => weigh(sample, ({ text }) => (nativeEntry(text) === undefined ? 0 : 12)),
  start: () => NO_CONNECTIONS,
  read(line, state, context) {
    const entry = nativeEntry(line.text);
    return entry === undefined ? state : tellEntry(line, entry, state, context);
  },
  lossy: true,
  writeReply: ([first = ''], like) => written('server', first, like, NATIVE),
  write: (speaker, text, like) => written(speaker, text, like, NATIVE),
};

/** `ip, user, 4/23/2009, 9:47:02, SMTPSVC1, HOST, ip, 0, 36, 49, 250, 0, MAIL, -, FROM:<a@b>,`. */
function nativeEntry(text: string): Entry | undefined {
  const head =
    /^(\S{1,60}), (\S{1,255}), [\d./-]{6,10}, [\d:]{5,8}(?: [AP]M)?, SMTPSVC\d{1,3}, (?:[^,]{0,80}, ){2}(?:\d{1,12}, ){3}(\d{1,4}), \d{1,10}, ([^,]{1,40}), ([^,]{0,80}), /.exec(
      text,
    );
  if (head === null) return undefined;
  const [whole, ip = '', user = '', status = '', verb = '', target = ''] = head;
  const end = text.endsWith(',') ? text.length - 1 : text.length;
  const verbAt = whole.length - `${verb}, ${target}, `.length;
  const before = whole.slice(0, verbAt);
  const statusAt = before.slice(0, before.lastIndexOf(', ', before.length - 3)).lastIndexOf(', ') + 2;
  return {
    ip,
    user,
    verb: { from: verbAt, to: verbAt + verb.length },
    query: { from: whole.length, to: Math.max(whole.length, end) },
    status: { from: statusAt, to: statusAt + status.length },
    plus: false,
  };
}

// --- what an entry says -------------------------------------------------------------------------------------------

function tellEntry(line: PeeledLine, entry: Entry, state: Connections, context: ReadContext): Connections {
  const timed = atTime(line, entry.time);
  const outbound = /^OutboundConnection(Command|Response)$/.exec(entry.user)?.[1];
  if (outbound === undefined) return incoming(timed, entry, state, context);
  const key = `out ${entry.ip}`;
  const now = state.names.has(key) ? state : opened(state, key);
  const session = now.names.get(key) as string;
  if (outbound === 'Command') {
    say(timed, 0, session, 'client', context, { kind: 'command', ...commandOf(timed, entry) });
    return now;
  }
  const { text, ...place } = shown(timed, entry.query, entry.plus);
  if (!looksLikeReply(text)) return now;
  say(timed, 0, session, 'server', context, { text, ...place });
  if (text.charAt(3) === '-') leaveOut(timed, entry.query, session, context);
  return text.startsWith('221') || text.startsWith('421') ? closed(now, key) : now;
}

/** The status alone; of a reply to EHLO that is not all, and what it offers is unknown. */
function answer(
  line: PeeledLine,
  at: Range,
  code: string,
  offers: boolean,
  session: string,
  context: ReadContext,
): void {
  if (!offers) {
    say(line, 0, session, 'server', context, { text: code, ...within(line, at.from, at.to) });
    return;
  }
  const { number } = line.line;
  const digits = append(NO_TEXT, code, number, line.from + at.from);
  const wire = append(digits, '-', number, line.from + at.to, 0);
  say(line, 0, session, 'server', context, { text: wire.text, ...placeOf(wire.pieces) });
  leaveOut(line, at, session, context);
}

/** The rest of the reply is not in the log. */
function leaveOut(line: PeeledLine, { to }: Range, session: string, context: ReadContext): void {
  say(line, 0, session, 'server', context, { text: '', elided: { what: 'lines' }, ...within(line, to, to) });
}

function incoming(line: PeeledLine, entry: Entry, state: Connections, context: ReadContext): Connections {
  const key = `in ${entry.ip} ${entry.user}`;
  const now = state.names.has(key) ? state : opened(state, key);
  const session = now.names.get(key) as string;
  const verb = line.text.slice(entry.verb.from, entry.verb.to).toUpperCase();
  const status = line.text.slice(entry.status.from, entry.status.to);
  const code = Number(status);
  // The argument shown with DATA, BDAT and QUIT is the service's own: the message's id, the client's name.
  const own = verb === 'DATA' || verb === 'BDAT' || verb === 'QUIT';
  say(line, 0, session, 'client', context, {
    kind: 'command',
    ...(own ? verbOf(line, entry) : commandOf(line, entry)),
  });
  if (verb === 'DATA' && code < 400) {
    say(line, 0, session, 'client', context, {
      text: '',
      elided: { what: 'data' },
      ...within(line, entry.verb.to, entry.verb.to),
    });
  }
  // 240 stands for a QUIT that was obeyed; it is never sent.
  if (/^[2-5]\d\d$/.test(status) && code !== 240) {
    answer(line, entry.status, status, verb === 'EHLO' && code < 400, session, context);
  }
  if (verb === 'QUIT') {
    tell(line, 0, session, { type: 'close', by: 'client' }, context);
    return closed(now, key);
  }
  // How large the chunk was, and whether it was the last, is not in the log: what follows may be anything.
  if (verb === 'BDAT') tell(line, 0, session, { type: 'gap' }, context);
  return now;
}

type Shown = Located & { readonly text: string };

function verbOf(line: PeeledLine, { verb }: Entry): Shown {
  return { text: line.text.slice(verb.from, verb.to), ...within(line, verb.from, verb.to) };
}

function commandOf(line: PeeledLine, entry: Entry): Shown {
  const { number } = line.line;
  const { verb } = entry;
  const rest = shown(line, entry.query, entry.plus);
  const first = append(NO_TEXT, line.text.slice(verb.from, verb.to), number, line.from + verb.from);
  if (rest.text === '' || rest.text === '-') return verbOf(line, entry);
  const blank = append(first, ' ', number, line.from + verb.to, 1);
  const whole = append(blank, rest.text, number, rest.start);
  return { text: whole.text, ...placeOf(whole.pieces) };
}

/** The text of a range with its blanks; a `+` inside an address is one. */
function shown(line: PeeledLine, { from, to }: Range, plus: boolean): Shown {
  const raw = line.text.slice(from, to);
  const text = plus ? raw.replace(/<[^>]*>|\+/g, (part) => (part === '+' ? ' ' : part)) : raw;
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return { text: text.trim(), ...within(line, from + start, from + Math.max(start, end)) };
}

function plus(text: string): string {
  return text.replace(/<[^>]*>| /g, (part) => (part === ' ' ? '+' : part));
}

/** How a layout is read, and a line of it for when there is none to be like: of a mail that goes out. */
interface Layout {
  readonly entryOf: (text: string) => Entry | undefined;
  readonly line: string;
}

const W3C: Layout = {
  entryOf: (text) => w3cEntry(text, USUAL),
  line: '2000-01-01 00:00:00 192.0.2.2 OutboundConnectionCommand SMTPSVC1 MX - 25 - - - 0',
};
const NCSA: Layout = {
  entryOf: ncsaEntry,
  line: '192.0.2.2 - OutboundConnectionCommand [01/Jan/2000:00:00:00 +0000] "- -?- SMTP" 0 0',
};
const NATIVE: Layout = {
  entryOf: nativeEntry,
  line: '192.0.2.2, OutboundConnectionCommand, 1/1/2000, 0:00:00, SMTPSVC1, MX, 192.0.2.1, 0, 0, 0, 0, 0, EHLO, -, -,',
};

/** A line of this layout, like the one given where that is one. */
function written(speaker: 'client' | 'server', text: string, like: PeeledLine | undefined, layout: Layout): string {
  const given = like === undefined ? undefined : layout.entryOf(like.text);
  const line = given === undefined || like === undefined ? layout.line : like.text;
  const entry = given ?? layout.entryOf(layout.line);
  return entry === undefined ? text : rewritten(line, entry, speaker, text);
}

/** `line` with another command, or another status. */
function rewritten(line: string, entry: Entry, speaker: 'client' | 'server', text: string): string {
  const outbound = entry.user.startsWith('OutboundConnection');
  if (speaker === 'server' && !outbound) {
    return line.slice(0, entry.status.from) + text.slice(0, 3) + line.slice(entry.status.to);
  }
  const user = outbound ? `OutboundConnection${speaker === 'client' ? 'Command' : 'Response'}` : entry.user;
  const space = text.indexOf(' ');
  const verb = speaker === 'server' ? '-' : space < 0 ? text : text.slice(0, space);
  const rest = speaker === 'server' ? text : space < 0 ? '-' : text.slice(space + 1);
  const query = entry.plus ? plus(rest) : rest;
  const changed =
    line.slice(0, entry.verb.from) +
    verb +
    line.slice(entry.verb.to, entry.query.from) +
    query +
    line.slice(entry.query.to);
  return changed.replace(entry.user, user);
}
