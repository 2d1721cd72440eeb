/**
 * PHPMailer with SMTPDebug: `SERVER -> CLIENT: `, `CLIENT -> SERVER: `, the lines of a reply below each other. Level 1
 * shows the client and, of the replies, those that are errors; 3 adds `Connection: ` lines, 4 repeats every reply line
 * as `SMTP INBOUND: "…"`. HTML output escapes its text and joins the lines of a reply without anything between them;
 * what a browser shows of plain output has everything on one line. Version 5 wrote `CLIENT -> SMTP: ` and
 * `SMTP -> FROM SERVER: `.
 */
import { readsAsCommand } from '../command';
import { cutPieces } from '../pieces';
import { looksLikeReply } from '../reply';
import type { Located, PeeledLine, Piece, Said, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { escapeHtml, readHtml } from './html';
import { placeOf, verbatim, type WireText } from './wireText';

interface State {
  readonly session: number;
  readonly begun: boolean;
  /** The client said QUIT or the connection is closed: who speaks next is in another session. */
  readonly over: boolean;
  /** Replies are shown at all; below level 2 only errors are. */
  readonly serverShown: boolean;
  /** The code of a reply whose next line is still to come; the place where one had no text. */
  readonly open: string | Located | undefined;
  /** Errors stood for replies. */
  readonly partly: boolean;
  /** The last line of a reply that is only an error message's. */
  readonly quoting: boolean;
  /** What the client says is the message; followed only where no reply tells. */
  readonly data: boolean;
  /** The failure was told; the layers above repeat it. */
  readonly failed: boolean;
}

export const phpmailer: Dialect<State> = {
  id: 'phpmailer',
  name: 'PHPMailer',
  sequential: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({
    session: 0,
    begun: false,
    over: false,
    serverShown: false,
    open: undefined,
    partly: false,
    quoting: false,
    data: false,
    failed: false,
  }),
  read(line, state, context) {
    let now = state;
    for (const record of recordsOf(line)) now = readRecord(line, record, now, context);
    return now;
  },
  finish(state, context) {
    endPartly(state, undefined, context);
  },
  write(speaker, text, like) {
    const record = like === undefined ? undefined : recordsOf(like)[0];
    const html = record?.html === true;
    const stamp =
      like === undefined || record?.mark === undefined ? '' : like.text.slice(record.from, record.mark.from);
    const arrow = html ? '-&gt;' : '->';
    const old = record?.mark?.old === true;
    const from = old ? `SMTP ${arrow} FROM SERVER: ` : `SERVER ${arrow} CLIENT: `;
    const to = old ? `CLIENT ${arrow} SMTP: ` : `CLIENT ${arrow} SERVER: `;
    return `${stamp}${speaker === 'client' ? to : from}${html ? `${escapeHtml(text)}<br>` : text}`;
  },
};

function weight(line: PeeledLine): number {
  let sum = 0;
  for (const record of recordsOf(line)) {
    const { mark } = record;
    if (mark === undefined) {
      // Only where nothing stands before the log are these what they are: the further lines of a reply.
      sum += /^\s{10}/.test(line.text) && looksLikeReply(line.text.trimStart()) ? 2 : 0;
      continue;
    }
    if (mark.kind !== 'client' && mark.kind !== 'server') {
      sum += mark.kind === 'inbound' ? 5 : 2;
      continue;
    }
    const said = line.text.slice(mark.to, record.to).replace(/&lt;/g, '<').replace(/&gt;/g, '>');
    sum += looksLikeReply(said) || readsAsCommand(said) ? 10 : 3;
  }
  return sum;
}

// --- what stands on a line ----------------------------------------------------------------------------------------

interface Mark {
  readonly kind: 'client' | 'server' | 'inbound' | 'error' | 'connection' | 'other';
  /** Offsets of the mark and of the text after it, in the line. */
  readonly from: number;
  readonly to: number;
  readonly old: boolean;
}

/** One message of PHPMailer: from `from` to `to` of the line. */
interface Record {
  readonly from: number;
  readonly to: number;
  readonly html: boolean;
  readonly mark: Mark | undefined;
  readonly time: number | undefined;
}

const MARK =
  /(?:CLIENT -(?:>|&gt;) (SERVER|SMTP)|(SERVER -(?:>|&gt;) CLIENT)|(SMTP -(?:>|&gt;) FROM SERVER)|(SMTP INBOUND|SMTP -(?:>|&gt;) get_lines\(\))|SMTP (?:-(?:>|&gt;) )?(ERROR|NOTICE)|(Connection(?= failed|:))|SMTP (Error)): ?|Connection failed\. /;
const STAMP =
  /^\s*(?:(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)[ \t]+|\[\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d [\w/+-]{1,40}\] )/;
/** Where what a browser ran together begins again. */
const INNER =
  /\s(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\s+(?:CLIENT -> |SERVER -> |SMTP (?:-> |INBOUND|ERROR|NOTICE|Error)|Connection: ))/g;
const BREAK = /<br ?\/?>/gi;

function recordsOf(line: PeeledLine): Record[] {
  const { text } = line;
  const html = text.includes('-&gt;') || (/<br ?\/?>\s*$/i.test(text.slice(-10)) && !text.includes(' -> '));
  const breaks = html || /^<br ?\/?>/i.test(text);
  // Plain output has a TAB after the time; only where a browser made it a blank can one line hold several messages.
  const together = !breaks && /^\s*\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [CS]/.test(text.slice(0, 60));
  if (!breaks && !together) return [recordAt(text, 0, text.length, html)];
  const records: Record[] = [];
  let from = 0;
  const cuts = [...text.matchAll(breaks ? BREAK : INNER)];
  // A message can quote a log, but not so much of it on one line.
  if (together && cuts.length < 3) return [recordAt(text, 0, text.length, html)];
  for (const { index, 0: cut } of cuts) {
    if (index > from) records.push(recordAt(text, from, index, html));
    from = index + cut.length;
  }
  if (from < text.length) records.push(recordAt(text, from, text.length, html));
  return records;
}

function recordAt(text: string, from: number, end: number, html: boolean): Record {
  let to = end;
  while (to > from && text.charCodeAt(to - 1) === CR) to--;
  const head = text.slice(from, Math.min(to, from + 300));
  const stamp = STAMP.exec(head);
  const time = stamp?.[1] === undefined ? undefined : Date.parse(`${stamp[1]}T${stamp[2]}Z`);
  const found = MARK.exec(head);
  const before = found === null ? '' : head.slice(0, found.index);
  const exact = found !== null && (found.index === (stamp?.[0].length ?? 0) || before.trim() === '');
  const mark = found === null ? undefined : markOf(found, from, exact);
  return { from, to: mark?.old ? withoutBreak(text, from, to) : to, html, mark, time };
}

function markOf(found: RegExpExecArray, from: number, exact: boolean): Mark | undefined {
  const [whole, client, server, old, inbound, error, connection, failure] = found;
  const place = {
    from: from + found.index,
    to: from + found.index + whole.length,
    old: old !== undefined || client === 'SMTP',
  };
  if (client !== undefined) return { kind: 'client', ...place };
  if (server !== undefined || old !== undefined) return { kind: 'server', ...place };
  // Behind a logger's prefix only what nobody else writes is believed.
  if (!exact) return undefined;
  if (inbound !== undefined) return { kind: 'inbound', ...place };
  if (error !== undefined) return { kind: 'error', ...place };
  return { kind: connection !== undefined || failure === undefined ? 'connection' : 'other', ...place };
}

/** Version 5 ended its lines in a break without escaping them. */
function withoutBreak(text: string, from: number, to: number): number {
  const last = /<br ?\/?>\s*$/i.exec(text.slice(Math.max(from, to - 10), to))?.[0];
  return last === undefined ? to : to - last.length;
}

// --- what it says -------------------------------------------------------------------------------------------------

function readRecord(line: PeeledLine, record: Record, state: State, context: ReadContext): State {
  const { mark } = record;
  if (mark === undefined) return continuation(line, record, state, context);
  const now = settleEmpty(state, context);
  const text = record.html ? readHtml(line, mark.to, record.to) : verbatim(line, mark.to, record.to);
  switch (mark.kind) {
    case 'client':
      return client(line, record, text, now, context);
    case 'server':
      return server(line, record, text, { ...now, quoting: false }, context);
    case 'error':
      return complaint(line, record, text, now, context);
    case 'connection':
      return connection(line, record, text.text.trim(), now, context);
    case 'inbound':
    case 'other':
      return tell(line, record, eventOf(text.text), now, context);
    default:
      return mark.kind satisfies never;
  }
}

function client(line: PeeledLine, record: Record, wire: WireText, state: State, context: ReadContext): State {
  const { text } = wire;
  const hello = /^(?:EHLO|HELO) /i.test(text);
  const now = state.begun && !(state.over && hello) ? state : begin(line, record, false, state, context);
  const session = String(now.session);
  const mode = context.modeOf(session);
  const unseen = now.data && !now.serverShown;
  const payload = unseen || mode === 'data' || mode === 'undecided';
  if (text === '' && !payload) return now;
  const secret = text === '[credentials hidden]' && !payload;
  const kind = unseen ? (text === '.' ? 'end-of-data' : 'data') : undefined;
  context.emit({
    session,
    speaker: 'client',
    text,
    ...placeFor(line, record, wire),
    ...(kind !== undefined && { kind }),
    ...(secret && { elided: { what: 'secret' } as const }),
    ...timeOf(line, record),
  });
  if (payload) return kind === 'end-of-data' ? { ...now, data: false } : now;
  if (text !== 'QUIT') return text === 'DATA' ? { ...now, data: true } : now;
  return { ...endPartly(now, line, context), over: true };
}

function server(line: PeeledLine, record: Record, wire: WireText, state: State, context: ReadContext): State {
  const opens = wire.text.startsWith('220') && (!state.begun || state.over);
  const now = { ...(opens || !state.begun ? begin(line, record, opens, state, context) : state), serverShown: true };
  if (wire.text.trim() === '') return { ...now, open: within(line, record.from, record.to) };
  return replyLines(line, record, wire, now, undefined, context);
}

/** Says the lines of a reply that stand on this line: HTML output has nothing between them, a browser a blank. */
function replyLines(
  line: PeeledLine,
  record: Record,
  wire: WireText,
  state: State,
  answers: 'last' | undefined,
  { emit }: ReadContext,
): State {
  const { text } = wire;
  const code = /^\d{3}(?=-)/.exec(text)?.[0];
  let from = 0;
  while (from < text.length) {
    const more = code !== undefined && text.startsWith(`${code}-`, from);
    const next = more ? nextLine(text, code, from + 4) : text.length;
    const part = trimmed(slice(wire, from, next));
    emit({
      session: String(state.session),
      speaker: 'server',
      text: part.text,
      ...placeFor(line, record, part),
      ...(answers !== undefined && { answers }),
      ...timeOf(line, record),
    });
    if (!more || next === text.length) return { ...state, open: more ? code : undefined };
    from = next;
  }
  return { ...state, open: undefined };
}

function nextLine(text: string, code: string, from: number): number {
  for (let at = text.indexOf(code, from); at >= 0; at = text.indexOf(code, at + 1)) {
    const separator = text.charAt(at + 3);
    if (separator === '-' || separator === ' ') return at;
  }
  return text.length;
}

/** A line without a mark goes on with a reply when it is one of its lines. */
function continuation(line: PeeledLine, record: Record, state: State, context: ReadContext): State {
  const { open } = state;
  if (open === undefined) return state;
  const raw = line.text.slice(record.from, record.to);
  const from = record.from + raw.length - raw.trimStart().length;
  const text = line.text.slice(from, record.to);
  // Nobody but PHPMailer moves a line in so far: it is the reply's, whatever its code is.
  const isReply = typeof open === 'object' || /^\s{10}/.test(raw) ? looksLikeReply(text) : text.startsWith(open);
  if (!isReply) return state;
  const wire = record.html ? readHtml(line, from, record.to) : verbatim(line, from, record.to);
  return replyLines(line, record, wire, state, state.quoting ? 'last' : undefined, context);
}

/** An empty reply is what reading from a closed connection gives. */
function settleEmpty(state: State, context: ReadContext): State {
  const { open } = state;
  if (typeof open !== 'object' || !state.begun) return { ...state, open: undefined };
  const message = 'SERVER -> CLIENT: (nothing)';
  const event: ToolEvent = { type: 'error', about: 'lost', message };
  context.emit({ session: String(state.session), speaker: 'tool', text: message, event, ...open });
  return { ...state, open: undefined };
}

/** `SMTP ERROR: RCPT TO command failed: 550 …` repeats a reply; at level 1 it is all that is shown of it. */
function complaint(line: PeeledLine, record: Record, wire: WireText, state: State, context: ReadContext): State {
  const quoted = /: ([245]\d\d[ -])/.exec(wire.text);
  if (!state.serverShown && state.begun && quoted !== null) {
    const reply = slice(wire, quoted.index + 2, wire.text.length);
    return replyLines(line, record, reply, { ...state, partly: true, quoting: true, data: false }, 'last', context);
  }
  return tell(line, record, eventOf(wire.text), state, context);
}

function connection(line: PeeledLine, record: Record, text: string, state: State, context: ReadContext): State {
  const opening = /^opening to (?:(ssl|tls):\/\/)?(.{1,300}):(\d{1,5}), timeout=/.exec(text);
  if (opening === null) {
    const now = tell(line, record, eventOf(text), state, context);
    return text.startsWith('closed') ? { ...now, over: true } : now;
  }
  const [, scheme, host = '', port] = opening;
  const session = endPartly(state, line, context).session + 1;
  const place = { session: String(session), speaker: 'tool', text, ...within(line, record.from, record.to) } as const;
  context.emit({ event: { type: 'connect', whole: true, host, port: Number(port) }, ...place });
  if (scheme !== undefined) context.emit({ event: { type: 'tls' }, ...place });
  return { ...state, session, begun: true, over: false, partly: false, data: false, failed: false };
}

/** Below level 3 nothing says that TLS was there before the greeting. */
function begin(line: PeeledLine, record: Record, greeted: boolean, state: State, context: ReadContext): State {
  const session = endPartly(state, line, context).session + 1;
  if (greeted) {
    const place = within(line, record.from, record.to);
    const event: ToolEvent = { type: 'connect', whole: true, tls: 'unknown' };
    context.emit({ session: String(session), speaker: 'tool', text: '', event, ...place });
  }
  return { ...state, session, begun: true, over: false, partly: false, data: false, failed: false };
}

/** At the end of a session that shows only errors the other commands were answered, too, unseen. */
function endPartly(state: State, line: PeeledLine | undefined, { emit }: ReadContext): State {
  if (!state.partly || !state.begun) return state;
  const place = line === undefined ? { line: 0, start: 0, end: 0 } : within(line, 0);
  emit({ session: String(state.session), speaker: 'tool', text: '', event: { type: 'gap' }, ...place });
  return { ...state, partly: false };
}

function tell(
  line: PeeledLine,
  record: Record,
  event: ToolEvent | undefined,
  state: State,
  context: ReadContext,
): State {
  if (event === undefined) return state;
  const failure = event.type === 'error' && event.about !== 'timeout';
  if (failure && state.failed) return state;
  const begun = state.begun ? state : { ...state, session: state.session + 1, begun: true };
  const lost = event.type === 'error' && (event.about === 'lost' || event.about === 'timeout');
  // Where replies are not shown the commands before were answered all the same.
  const now = lost && !begun.serverShown ? endPartly({ ...begun, partly: true }, line, context) : begun;
  const { from, to } = record;
  const text = line.text.slice(from, to);
  const session = String(now.session);
  context.emit({ session, speaker: 'tool', text, event, ...within(line, from, to), ...timeOf(line, record) });
  return failure ? { ...now, failed: true } : now;
}

function eventOf(text: string): ToolEvent | undefined {
  if (text === 'closed') return { type: 'close', by: 'client' };
  if (
    /^Failed to connect to server/i.test(text) ||
    /stream_socket_client\(\): |fsockopen\(\): /.test(text.slice(0, 300))
  ) {
    return { type: 'error', about: /SSL|crypto/.test(text) ? 'tls' : 'connect', message: text };
  }
  if (
    /stream_socket_enable_crypto\(\): |certificate verify failed|failed loading cafile|Unable to set (?:local cert|verify)|SSL operation failed|Peer certificate/.test(
      text.slice(0, 400),
    )
  ) {
    return { type: 'error', about: 'tls', message: text };
  }
  if (/^EOF caught while checking if connected/.test(text)) return { type: 'error', about: 'lost', message: text };
  if (/timed[- ]out|timelimit reached/.test(text.slice(0, 100)))
    return { type: 'error', about: 'timeout', message: text };
  return undefined;
}

// --- places -------------------------------------------------------------------------------------------------------

function placeFor(line: PeeledLine, record: Record, wire: WireText) {
  return wire.pieces.length > 0 ? placeOf(wire.pieces) : within(line, record.to, record.to);
}

function slice(wire: WireText, from: number, to: number): WireText {
  const { text, pieces } = wire;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as Piece).at <= from) low = middle;
    else high = middle - 1;
  }
  let end = low;
  while (end < pieces.length && (pieces[end] as Piece).at < to) end++;
  const length = pieces[end]?.at ?? text.length;
  return { text: text.slice(from, to), pieces: cutPieces(pieces.slice(low, end), length, from, to) };
}

function trimmed(wire: WireText): WireText {
  const end = wire.text.trimEnd().length;
  return end === wire.text.length ? wire : slice(wire, 0, end);
}

function timeOf(line: PeeledLine, { time }: Record): Pick<Said, 'time'> {
  const at = time ?? line.time;
  return at === undefined ? {} : { time: at };
}

const CR = 13;
