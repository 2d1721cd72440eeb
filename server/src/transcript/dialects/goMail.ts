/**
 * Go's go-mail (github.com/wneessen/go-mail) debug log: `2023/03/05 12:00:00 DEBUG: C --> S: EHLO …`, or slog's JSON with a
 * `direction`. Go's textproto has taken codes and hyphens off the further lines of a reply, the greeting and the message
 * with its answer are not logged, nor, in later versions, replies that were not the expected ones: of several commands in
 * a row, a single reply is about the last.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { jsonFields, jsonString, jsonTime } from './json';
import { quoteText } from './quoted';
import { altered } from './utter';
import { cutLines, placeOf, verbatim, type WireText } from './wireText';

interface Line {
  readonly wire: WireText;
  readonly line: PeeledLine;
  readonly time: number | undefined;
}

interface State {
  readonly session: number;
  readonly begun: boolean;
  /** Upper case, of the client's last command. */
  readonly verb: string;
  /** The line of a reply that is to be told when the next shows whether it was the last. */
  readonly reply: Line | undefined;
  readonly code: string;
  /** Commands and messages that wait for their replies. */
  readonly waiting: number;
  /** Replies that came while more than one waited, and how many they are: they answer all, or only the last. */
  readonly held: readonly Said[];
  readonly replies: number;
  /** The message is shown, as no version does it. */
  readonly data: boolean;
  /** The last line of the session. */
  readonly last: number;
}

export const goMail: Dialect<State> = {
  id: 'go-mail',
  name: 'Go go-mail debug log',
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ session: 0, begun: false, verb: '', reply: undefined, code: '', ...NOTHING_WAITS, last: 0 }),
  read,
  finish: (state, context) => {
    endSession(release(flush(state, true, context), context), context);
  },
  lossy: true,
  write(speaker, text, like) {
    if (like?.text.startsWith('{')) {
      const [from, to] = speaker === 'client' ? ['client', 'server'] : ['server', 'client'];
      const message = `"msg":${quoteText(text, '"')},"direction":{"from":"${from}","to":"${to}"}`;
      return `{"time":"1970-01-01T00:00:00Z","level":"DEBUG",${message}}`;
    }
    const stamp = like === undefined ? '' : (STAMP.exec(like.text)?.[0] ?? '');
    return `${stamp}DEBUG: C ${speaker === 'client' ? '-->' : '<--'} S: ${text}`;
  },
};

const NOTHING_WAITS = { waiting: 0, held: [], replies: 0, data: false } as const;

const STAMP = /^(\d{4}\/\d\d\/\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,6})?) /;
const MARK =
  /^(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})? )?(?:\S{1,60}: )?(?:(?:DEBUG| INFO| WARN|ERROR): )?(C --> S|S <-- C|C <-- S|S --> C): ?/;
const REDACTED = '<SMTP auth data redacted>';

function weight(line: PeeledLine): number {
  const record = recordOf(line);
  if (record === undefined) return 0;
  const { text } = record.wire;
  if (text.startsWith(REDACTED)) return 10;
  return (record.speaker === 'server' ? looksLikeReply(text) : readsAsCommand(text)) ? 12 : 2;
}

interface Record extends Line {
  readonly speaker: 'client' | 'server';
}

function recordOf(line: PeeledLine): Record | undefined {
  const { text } = line;
  if (text.charCodeAt(0) === BRACE) {
    const fields = jsonFields(text);
    const from = fields === undefined ? undefined : jsonString(line, fields, 'direction.from')?.text;
    const wire = fields === undefined ? undefined : jsonString(line, fields, 'msg');
    if (fields === undefined || wire === undefined || (from !== 'client' && from !== 'server')) return undefined;
    return { speaker: from, wire, line, time: jsonTime(text, fields) ?? line.time };
  }
  const mark = MARK.exec(text.slice(0, 160));
  if (mark === null) return undefined;
  const stamp = STAMP.exec(text);
  const at = mark[0].length;
  const time = stamp === null ? line.time : Date.parse(`${stamp[1]?.replaceAll('/', '-')}T${stamp[2]}Z`);
  return {
    speaker: mark[1] === 'C --> S' || mark[1] === 'S <-- C' ? 'client' : 'server',
    wire: verbatim(line, at),
    line,
    time,
  };
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const record = recordOf(line);
  if (record === undefined) return continuation(line, state, context);
  const now = flush(state, true, context);
  return record.speaker === 'client' ? client(record, now, context) : server(record, now, context);
}

function client(record: Record, before: State, context: ReadContext): State {
  const { text } = record.wire;
  const settled = release(before, context);
  const verb = (/^[A-Za-z]{4,8}/.exec(text)?.[0] ?? '').toUpperCase();
  const again = beginsAnother(verb, settled.verb);
  const payload = settled.begun && context.modeOf(String(settled.session)) === 'data';
  if (payload && (settled.data || !readsAsCommand(text))) return shownData(record, settled, context);
  const unshown = payload ? hiddenData(record, settled, context) : settled;
  const state = unshown.begun && !again ? unshown : begin(unshown, context);
  // The AUTH command itself is redacted; what comes after it are responses.
  const redacted = text.startsWith(REDACTED);
  const response = redacted && context.modeOf(String(state.session)) === 'auth';
  const said = { speaker: 'client' as const, ...emitted(record, record.wire, state) };
  if (response) context.emit(altered(said, { text: '', elided: { what: 'secret' } }));
  else if (redacted) context.emit(altered(said, { text: 'AUTH', kind: 'command', elided: { what: 'secret' } }));
  else context.emit(said);
  return { ...state, verb: redacted ? 'AUTH' : verb, waiting: state.waiting + 1, last: record.line.line.number };
}

/** A connection has one hello, but for the one after STARTTLS and HELO in place of a refused EHLO. */
function beginsAnother(verb: string, before: string): boolean {
  if (before === '') return false;
  return verb === 'EHLO' ? before !== 'STARTTLS' : verb === 'HELO' && before !== 'EHLO';
}

function shownData(record: Record, state: State, context: ReadContext): State {
  context.emit({ speaker: 'client', ...emitted(record, record.wire, state) });
  const end = record.wire.text === '.';
  return { ...state, data: !end, waiting: state.waiting + (end ? 1 : 0) };
}

/** The message is not shown, nor what answered it. */
function hiddenData({ line }: Record, state: State, context: ReadContext): State {
  const place = { session: String(state.session), speaker: 'client', text: '', ...within(line, 0, 0) } as const;
  context.emit({ kind: 'data', elided: { what: 'data' }, ...place });
  context.emit({ kind: 'end-of-data', ...place });
  return { ...state, waiting: state.waiting + 1 };
}

function server(record: Record, before: State, context: ReadContext): State {
  const state = before.begun ? before : begin(before, context);
  const code = record.wire.text.slice(0, 3);
  let now: State = { ...state, code };
  for (const [index, each] of [...cutLines(record.wire)].entries()) {
    now = flush(now, false, context);
    now = { ...now, reply: { ...record, wire: index === 0 ? each : withCode(each, code) } };
  }
  return now;
}

/** A further line of a reply: a keyword after EHLO, else one that begins with the enhanced code again. */
function continuation(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  if (state.reply === undefined) return state;
  const more =
    state.verb === 'EHLO'
      ? /^[A-Z0-9][A-Z0-9-]{1,30}(?:[ =].{0,200})?$/i.test(text)
      : /^[245]\.\d{1,3}\.\d{1,3} /.test(text);
  if (!more) return flush(state, true, context);
  const now = flush(state, false, context);
  return { ...now, reply: { line, wire: withCode(verbatim(line, 0), state.code), time: state.reply.time } };
}

function withCode(wire: WireText, code: string): WireText {
  const [first] = wire.pieces;
  if (first === undefined) return { text: `${code} `, pieces: [] };
  const pieces = wire.pieces.map((piece) => ({ ...piece, at: piece.at + 4 }));
  return { text: `${code} ${wire.text}`, pieces: [{ ...first, at: 0, width: 0 }, ...pieces] };
}

/** Tells the line of a reply that waits. `ends`: the log has no further line of that reply. */
function flush(state: State, ends: boolean, { emit }: ReadContext): State {
  const { reply } = state;
  if (reply === undefined) return state;
  const last = ends && reply.wire.text.charAt(3) !== '-';
  const text = ends ? reply.wire.text : `${reply.wire.text.slice(0, 3)}-${reply.wire.text.slice(4)}`;
  const said: Said = { speaker: 'server', ...emitted(reply, { ...reply.wire, text }, state) };
  if (state.waiting > 1) {
    return { ...state, reply: undefined, held: [...state.held, said], replies: state.replies + (last ? 1 : 0) };
  }
  emit(said);
  return { ...state, reply: undefined, waiting: last ? 0 : state.waiting };
}

/** What was held is told: as many replies as there are commands answer each of them, fewer only the last. */
function release(state: State, { emit }: ReadContext): State {
  if (state.held.length === 0) return state;
  const all = state.replies >= state.waiting;
  for (const said of state.held) emit(all ? said : altered(said, { answers: 'last' }));
  return { ...state, held: [], replies: 0, waiting: 0 };
}

function emitted({ line, time }: Line, wire: WireText, state: State): Omit<Said, 'speaker'> {
  const place = wire.pieces.length > 0 ? placeOf(wire.pieces) : within(line, line.text.length);
  return { session: String(state.session), text: wire.text, ...place, ...(time !== undefined && { time }) };
}

/** The greeting is not logged: a session begins with its hello. */
function begin(state: State, context: ReadContext): State {
  endSession(state, context);
  return { ...state, ...NOTHING_WAITS, session: state.session + 1, begun: true, verb: '' };
}

/** What has no reply here may have been refused: later versions do not log that. */
function endSession(state: State, { emit }: ReadContext): void {
  if (!state.begun || state.waiting === 0) return;
  const session = String(state.session);
  emit({ line: state.last, start: 0, end: 0, session, speaker: 'tool', text: '', event: { type: 'gap' } });
}

const BRACE = 123;
