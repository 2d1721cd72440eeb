/**
 * Nodemailer with `logger` and `debug`: `[2026-11-24 19:06:18] DEBUG [7MVdWut6bjI] C: EHLO …`, mail data without the `C: `;
 * or a bunyan or pino logger, each line a JSON object with `sid`, `tnx` and `msg`. Without `debug` the message is only
 * counted. Secrets are replaced by the base64 of a remark.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { jsonFields, jsonString, jsonTime, withStrings } from './json';
import { cutLines, decodeUtf8, placeOf, verbatim, type WireText } from './wireText';

export interface State {
  /** Server lines in the middle of a message, by session: only what follows tells whether they are quoted in it. */
  readonly held: ReadonlyMap<string, Said>;
  /** Messages under way: whether their lines are marked as the client's, as nothing but another program writes them. */
  readonly marked: ReadonlyMap<string, boolean>;
}

export const NOTHING_READ: State = { held: new Map(), marked: new Map() };

export const nodemailer: Dialect<State> = {
  id: 'nodemailer',
  name: 'Nodemailer',
  unique: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => NOTHING_READ,
  read,
  finish(state, { emit }) {
    for (const said of state.held.values()) emit({ ...said, speaker: 'client', text: `S: ${said.text}` });
  },
  write(speaker, text, like) {
    const fields = like === undefined ? undefined : jsonFields(like.text);
    if (like !== undefined && fields !== undefined)
      return withStrings(like.text, fields, { tnx: speaker, [fields.has('msg') ? 'msg' : 'message']: text });
    const head = like === undefined ? null : HEAD.exec(like.text);
    const prefix = head === null ? '[1970-01-01 00:00:00] DEBUG [session] ' : head[0].replace(/[SC]: $/, '');
    return `${prefix}${speaker === 'client' ? 'C' : 'S'}: ${text}`;
  },
};

/** Time, level, pool connection, session, speaker. */
const HEAD =
  /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\] (TRACE|DEBUG|INFO|WARN|ERROR|FATAL) {1,2}(?:\[#\d{1,9}\] )?\[([\w./+=-]{1,40})\] ?([SC]: ?)?/;

function weight(line: PeeledLine): number {
  const record = recordOf(line);
  if (record === undefined) {
    return /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\] DEBUG (?:Creating transport: nodemailer |Sending mail using SMTP)/.test(
      line.text,
    )
      ? 10
      : 0;
  }
  const text = record.text.text.slice(0, 1000);
  if (record.what === 'server') return looksLikeReply(text) ? 10 : 0;
  if (record.what === 'client') return readsAsCommand(text) ? 10 : 1;
  return eventOf(text) === undefined ? 0 : 3;
}

// --- what stands on a line ----------------------------------------------------------------------------------------

export interface Record {
  readonly session: string;
  readonly what: 'server' | 'client' | 'message' | 'other';
  readonly error: boolean;
  readonly text: WireText;
  readonly time: number | undefined;
  /** The log says outright what each of its records is. */
  readonly sure?: true;
}

function recordOf(line: PeeledLine): Record | undefined {
  const first = line.text.charCodeAt(0);
  if (first === BRACE) return jsonRecord(line);
  if (first !== BRACKET) return undefined;
  const head = HEAD.exec(line.text);
  if (head === null) return undefined;
  const [prefix, stamp = '', level, session = '', mark] = head;
  const plain = level === 'DEBUG' ? 'message' : 'other';
  return {
    session,
    what: mark === undefined ? plain : mark.startsWith('S') ? 'server' : 'client',
    error: level === 'ERROR' || level === 'WARN',
    text: verbatim(line, prefix.length),
    time: Date.parse(`${stamp.replace(' ', 'T')}Z`),
  };
}

function jsonRecord(line: PeeledLine): Record | undefined {
  const fields = jsonFields(line.text);
  if (fields === undefined) return undefined;
  const session = jsonString(line, fields, 'sid')?.text;
  const tnx = jsonString(line, fields, 'tnx')?.text;
  const text = jsonString(line, fields, 'msg') ?? jsonString(line, fields, 'message');
  if (session === undefined || tnx === undefined || text === undefined) return undefined;
  const level = /^(?:"(error|warn)"|(\d\d))/i.exec(line.text.slice(fields.get('level') ?? line.text.length));
  return {
    session,
    what: tnx === 'server' || tnx === 'client' || tnx === 'message' ? tnx : 'other',
    error: level?.[1] !== undefined || Number(level?.[2] ?? 0) >= 40,
    text,
    time: jsonTime(line.text, fields) ?? line.time,
    sure: true,
  };
}

// --- what it says -------------------------------------------------------------------------------------------------

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const record = recordOf(line);
  return record === undefined ? state : told(line, record, state, context);
}

/** What a record says. It begins at `line`. */
export function told(line: PeeledLine, record: Record, state: State, context: ReadContext): State {
  const { session, what } = record;
  const now = settle(record, state, context);
  const payload = context.modeOf(session) === 'data';
  const octets = /^<(\d{1,15}) bytes encoded mime message/.exec(record.text.text)?.[1];
  if (octets !== undefined && what !== 'server' && what !== 'client')
    return counted(line, record, Number(octets), now, context);
  switch (what) {
    case 'server':
      return payload && looksLikeReply(record.text.text) && record.sure !== true && state.marked.get(session) === false
        ? hold(record, now)
        : say(line, record, 'server', now, context);
    case 'client':
      return say(line, record, 'client', now, context);
    case 'message':
      if (payload) return say(line, record, 'client', now, context);
      return tell(line, record, now, context);
    case 'other':
      return tell(line, record, now, context);
    default:
      return what satisfies never;
  }
}

/** In a message `S: ` and `C: ` are its own words: the text format marks nothing else as data. */
function say(
  line: PeeledLine,
  record: Record,
  speaker: 'client' | 'server',
  state: State,
  context: ReadContext,
): State {
  const { session, what, time } = record;
  const payload = speaker === 'client' && context.modeOf(session) === 'data';
  const marked = payload && (state.marked.get(session) ?? what === 'client');
  const quoted = payload && what === 'client' && !marked && record.sure !== true;
  const whole = quoted ? withMark(line, record) : record.text;
  const lines =
    whole.text === ''
      ? [{ place: within(line, line.text.length), ...whole }]
      : cutLines(payload ? decodeUtf8(whole) : whole);
  for (const { place, text } of lines) {
    const end = text.endsWith('\r') ? 1 : 0;
    const secret = what === 'client' && !payload && SECRET.test(text);
    context.emit({
      session,
      speaker,
      text: secret ? '' : text.slice(0, text.length - end),
      ...place,
      end: place.end - end,
      ...(secret && { elided: { what: 'secret' } as const }),
      ...(what === 'client' && !payload && MASKED.test(text) && MASKED_COMMAND),
      ...(time !== undefined && { time }),
    });
  }
  return withMarked(state, session, payload ? marked : undefined);
}

/** Remembers how the lines of a message are marked, for as long as it lasts. */
function withMarked(state: State, session: string, marked: boolean | undefined): State {
  if (state.marked.get(session) === marked) return state;
  const next = new Map(state.marked);
  if (marked === undefined) next.delete(session);
  else next.set(session, marked);
  return { ...state, marked: next };
}

const MASKED_COMMAND = { kind: 'command', elided: { what: 'secret' } } as const;

/** The base64 of the remarks that stand for secrets. */
const SECRET = /^(?:Lyogc2VjcmV0ICov|\/\* secret \*\/)$/;
/** The same in the initial response of an AUTH, at each place where base64 can put it. */
const MASKED = /^AUTH \S{1,40} \S{0,2000}(?:Lyogc2VjcmV0ICov|8qIHNlY3JldCAqL|vKiBzZWNyZXQgKi8)/i;

function withMark(line: PeeledLine, record: Record): WireText {
  return verbatim(line, line.text.length - record.text.text.length - 3);
}

function hold({ session, text, time }: Record, state: State): State {
  const place = placeOf(text.pieces);
  const said: Said = { session, speaker: 'server', text: text.text, ...place, ...(time !== undefined && { time }) };
  return { ...state, held: new Map(state.held).set(session, said) };
}

/** A server line in the message was the server's when an error follows, else a quotation. */
function settle(record: Record, state: State, { emit }: ReadContext): State {
  const held = state.held.get(record.session);
  if (held === undefined) return state;
  const real = record.error || /^(?:Closing connection|Connection closed)/.test(record.text.text);
  emit(real ? held : { ...held, speaker: 'client', text: `S: ${held.text}`, start: held.start - 3 });
  const rest = new Map(state.held);
  rest.delete(record.session);
  return { ...state, held: rest };
}

/** `<329 bytes encoded mime message …>`: all that is shown of it without `debug`. */
function counted(line: PeeledLine, record: Record, octets: number, state: State, context: ReadContext): State {
  const { session, time } = record;
  if (context.modeOf(session) !== 'data') return state;
  const place = {
    session,
    speaker: 'client',
    text: '',
    ...within(line, 0),
    ...(time !== undefined && { time }),
  } as const;
  // The final dot is counted, too.
  context.emit({ kind: 'data', elided: { what: 'data', octets: Math.max(0, octets - 3) }, ...place });
  context.emit({ kind: 'end-of-data', ...place });
  return state;
}

function tell(line: PeeledLine, record: Record, state: State, { emit }: ReadContext): State {
  const { session, time } = record;
  const { text } = record.text;
  const place = { session, speaker: 'tool', text, ...within(line, 0), ...(time !== undefined && { time }) } as const;
  const established = /^(Secure c|C)onnection established to (\S{1,300}):(\d{1,5})$/.exec(text);
  if (established !== null) {
    const [, secure, host = '', port] = established;
    emit({ event: { type: 'connect', whole: true, host, port: Number(port) }, ...place });
    if (secure !== 'C') emit({ event: { type: 'tls' }, ...place });
    return state;
  }
  const event = eventOf(text);
  if (event !== undefined && (event.type !== 'error' || record.error)) emit({ event, ...place });
  return state;
}

function eventOf(text: string): ToolEvent | undefined {
  if (text === 'Connection upgraded with STARTTLS') return { type: 'tls' };
  if (text.startsWith('Closing connection to the server using')) return { type: 'close', by: 'client' };
  if (text === 'Connection closed') return { type: 'close', by: 'unknown' };
  if (
    /^(?:connect (?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ECONNRESET)|getaddrinfo |queryA |connect EADDR)/.test(text)
  ) {
    return { type: 'error', about: 'connect', message: text };
  }
  if (/^(?:Connection timeout|Greeting never received|Timeout|connect ETIMEDOUT|read ETIMEDOUT)/.test(text)) {
    return { type: 'error', about: 'timeout', message: text };
  }
  if (
    /^(?:Connection closed unexpectedly|read ECONNRESET|write E(?:PIPE|CONNRESET|CONNABORTED)|socket hang up)/.test(
      text,
    )
  ) {
    return { type: 'error', about: 'lost', message: text };
  }
  if (/certificate|SSL routines|altnames|before secure TLS connection|^Error initiating TLS/.test(text.slice(0, 300))) {
    return { type: 'error', about: 'tls', message: text };
  }
  return undefined;
}

const BRACE = 123;
const BRACKET = 91;
