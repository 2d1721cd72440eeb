/**
 * Rust's lettre, as Vaultwarden and others log it by `tracing`, env_logger or fern: `Wrote: EHLO …<CRLF>` and, with each line of a
 * reply, all of that reply so far, `<< 250-a<CRLF>250-b<CRLF>`. Version 0.9 writes `Read: ` and each reply once. A message is
 * an entry, or several, or none; its end is one of its own. Connections have no names, and several may be open.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { Located, PeeledLine, Said } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { atTime, tell, timeOfStamp } from './utter';
import { appendWire, NO_TEXT, placeOf, verbatim, type WireText } from './wireText';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** Upper case, of the client's last command. */
  readonly verb: string;
  /** What was told of a reply that goes on, as the log shows it. */
  readonly told: string;
  /** What of a message has no line end yet. */
  readonly rest: WireText;
  /** Something of the message was shown. */
  readonly shown: boolean;
  /** The server spoke last. */
  readonly idle: boolean;
}

export const lettre: Dialect<State> = {
  id: 'lettre',
  name: 'Rust lettre, Vaultwarden',
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ count: 0, open: false, ...SILENT }),
  read,
  finish: flush,
  write(speaker, text, like) {
    const entry = like === undefined ? undefined : entryOf(like.text);
    const head = entry === undefined ? '' : (like?.text.slice(0, entry.at) ?? '');
    const mark = entry?.mark === 'Read: ' || OLD.test(head) ? 'Read: ' : '<< ';
    return `${head}${speaker === 'client' ? 'Wrote: ' : mark}${text}${LINE_END}`;
  },
  writeReply: (lines, like) => lettre.write('server', lines.join(LINE_END), like),
};

const SILENT = { verb: '', told: '', rest: NO_TEXT, shown: false, idle: false } as const;
const LINE_END = '<CRLF>';
/** The module that logs, and what a logger puts behind it: a bracket, the level, a line of the source. */
const MODULE =
  /\blettre::(?:transport::)?smtp(?:::\w{1,40}){0,3}(?:[^\w<][^<]{0,80}?)?(?=(?:Wrote|Read): |<< |connection encrypted$)/;
const OLD = /\blettre::smtp\b/;
const MARK = /^(?:Wrote: |Read: |<< )/;
const HEAD_LENGTH = 400;

interface Entry {
  /** Where its mark stands. */
  readonly at: number;
  readonly mark: string;
  /** Where what was said begins. */
  readonly from: number;
}

/** Undefined where nobody says anything. */
function entryOf(text: string): Entry | undefined {
  const module = moduleEnd(text);
  const at = module ?? 0;
  const mark = MARK.exec(text.slice(at, at + 7))?.[0];
  if (mark === undefined || (module === undefined && !text.includes(LINE_END, at))) return undefined;
  return { at, mark, from: at + mark.length };
}

/** Where what the module says begins. */
function moduleEnd(text: string): number | undefined {
  const head = text.slice(0, HEAD_LENGTH);
  const found = head.includes('lettre::') ? MODULE.exec(head) : null;
  return found === null ? undefined : found.index + found[0].length;
}

function weight({ text }: PeeledLine): number {
  const entry = entryOf(text);
  if (entry === undefined) return 0;
  const said = text.slice(entry.from);
  const known = entry.mark === 'Wrote: ' ? readsAsCommand(said.replace(LINE_END, '')) : looksLikeReply(said);
  return (known ? 12 : 2) + (entry.at > 0 ? 2 : 0);
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const entry = entryOf(text);
  if (entry === undefined) {
    if (state.open && text.slice(moduleEnd(text)) === 'connection encrypted')
      tell(line, 0, String(state.count), { type: 'tls' }, context);
    return state;
  }
  const stamp = line.time === undefined ? STAMP.exec(text.slice(0, entry.at)) : null;
  const time = stamp === null ? line.time : timeOfStamp(stamp[0]);
  const timed = atTime(line, time);
  if (entry.mark === 'Wrote: ') return client(timed, entry.from, state, context);
  return server(timed, entry.from, flush(state, context), context);
}

const STAMP = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/;

function client(line: PeeledLine, from: number, state: State, context: ReadContext): State {
  const now = state.open && !isOver(state, context) ? state : begin(line, false, state, context);
  const session = String(now.count);
  const said = line.text.slice(from);
  const parts = linesOf(line.text, from, endsLine);
  const inData = context.modeOf(session) === 'data';
  if (said === MESSAGE_END || (inData && said === `.${LINE_END}`)) return endMessage(line, from, now, context);
  // Commands come one at a time.
  if (inData || parts.length > 1) return message(line, parts, now, context);
  for (const { from: start, end } of parts) emit(line, verbatim(line, start, end), session, {}, context);
  return { ...now, ...SILENT, verb: /^[A-Z]{0,10}/i.exec(said)?.[0].toUpperCase() ?? '' };
}

const MESSAGE_END = `${LINE_END}.${LINE_END}`;

function message(line: PeeledLine, parts: readonly Part[], state: State, context: ReadContext): State {
  let { rest } = state;
  for (const { from, end, ended } of parts) {
    rest = appendWire(rest, verbatim(line, from, end));
    if (!ended) break;
    emit(line, rest, String(state.count), { kind: 'data' }, context);
    rest = NO_TEXT;
  }
  return { ...state, rest, shown: true };
}

/** The final dot stands on a line of its own: the one before it is empty, or what had no end yet. */
function endMessage(line: PeeledLine, from: number, state: State, context: ReadContext): State {
  const session = String(state.count);
  const dot = line.text.indexOf('.', from);
  if (!state.shown) emit(line, NO_TEXT, session, { kind: 'data', elided: { what: 'data' } }, context);
  else if (dot > from) emit(line, state.rest, session, { kind: 'data' }, context);
  emit(line, verbatim(line, dot, dot + 1), session, { kind: 'end-of-data' }, context);
  return { ...state, ...SILENT };
}

/** A message that breaks off is told as far as it went. */
function flush(state: State, context: ReadContext): State {
  if (state.rest === NO_TEXT) return state;
  const { text, pieces } = state.rest;
  context.emit({ session: String(state.count), speaker: 'client', kind: 'data', text, ...placeOf(pieces) });
  return { ...state, rest: NO_TEXT };
}

function server(line: PeeledLine, from: number, state: State, context: ReadContext): State {
  const shown = line.text.slice(from);
  const goesOn = state.told !== '';
  const greets = shown.startsWith('220') && !goesOn && state.verb !== 'STARTTLS';
  const now = state.open && !greets && !isOver(state, context) ? state : begin(line, greets, state, context);
  const known = goesOn && shown.startsWith(now.told) ? now.told.length : 0;
  let told = '';
  for (const { from: start, end, ended } of linesOf(line.text, from + known, endsReplyLine)) {
    emit(line, verbatim(line, start, end), String(now.count), { speaker: 'server' }, context);
    const more = ended && line.text.charAt(start + 3) === '-';
    told = more ? line.text.slice(from, end + LINE_END.length) : '';
  }
  return { ...now, told, idle: told === '' };
}

interface Part {
  readonly from: number;
  readonly end: number;
  /** Its line end is shown. */
  readonly ended: boolean;
}

/** The lines from offset `from` on. A logger may name its spans behind the last one. */
function linesOf(text: string, from: number, ends: (text: string, next: number) => boolean): Part[] {
  const parts: Part[] = [];
  let start = from;
  for (let found = text.indexOf(LINE_END, from); found >= 0; found = text.indexOf(LINE_END, found + 1)) {
    const next = found + LINE_END.length;
    if (!ends(text, next)) continue;
    parts.push({ from: start, end: found, ended: true });
    start = next;
  }
  if (start < text.length && !(parts.length > 0 && SPAN.test(text.slice(start, start + 60))))
    parts.push({ from: start, end: text.length, ended: false });
  return parts;
}

const SPAN = /^ [\w.]{1,40}=/;

function endsLine(): boolean {
  return true;
}

/** Some servers say `<CRLF>` themselves: a further line begins with a code. */
function endsReplyLine(text: string, next: number): boolean {
  return next === text.length || /^(?:\d{3}(?:[ -]|<|$)| [\w.]{1,40}=)/.test(text.slice(next, next + 50));
}

/** What was said behind the end of a connection is another's. */
function isOver({ count }: State, { modeOf }: ReadContext): boolean {
  return modeOf(String(count)) === 'closed';
}

/** It does not say whether TLS was up from the start. A connection that is kept for the next message goes on unseen. */
function begin(line: PeeledLine, whole: boolean, state: State, context: ReadContext): State {
  if (state.idle && !isOver(state, context)) tell(line, 0, String(state.count), { type: 'gap' }, context);
  const count = state.count + 1;
  tell(line, 0, String(count), { type: 'connect', whole, tls: 'unknown' }, context);
  return { count, open: true, ...SILENT };
}

function emit(line: PeeledLine, wire: WireText, session: string, more: Partial<Said>, context: ReadContext): void {
  const { text, pieces } = wire;
  const place: Located = pieces.length > 0 ? placeOf(pieces) : within(line, line.text.length);
  const time = line.time === undefined ? {} : { time: line.time };
  context.emit({ session, speaker: 'client', text, ...place, ...time, ...more });
}
