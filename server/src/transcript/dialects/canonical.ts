/**
 * The canonical format (docs/format.md): `C: ` and `S: ` lines, an optional timestamp, `* event` lines, `# comments`,
 * `--- session ---` separators. It can say everything that the model holds.
 */
import { readsAsCommand } from '../command';
import { isOtherProtocol } from '../protocols';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Piece, Said, Told, ToolEvent } from '../transcript';
import { readElided, readEvent } from './canonicalEvents';
import { readDelivery } from './delivery';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { isColumnsOfTshark } from './tsharkColumns';

export interface State {
  /** Which session of the file it is, from 1. */
  readonly session: number;
  /** Its name, or its number where it has none. */
  readonly name: string;
  readonly begun: boolean;
  /** Milliseconds of the last timestamp, for lines without one. */
  readonly time: number | undefined;
  /** Replies are left out here: the next one is about what the client said last. */
  readonly skips?: true;
}

export const canonical: Dialect<State> = {
  id: 'canonical',
  name: 'SMTP transcript (.smtp)',
  sequential: true,
  wire: true,
  evidence: (sample) => (isOtherProtocol(sample.map(saidIn)) || isColumnsOfTshark(sample) ? 0 : weigh(sample, weight)),
  start: () => ({ session: 1, name: '1', begun: false, time: undefined }),
  read,
  write: (speaker, text, like) => `${prefixOf(like)}${speaker === 'client' ? 'C' : 'S'}: ${showControls(text)}`,
  comment: (line) => (line.text.charCodeAt(0) === HASH ? line.text.slice(1).trim() : undefined),
};

/** What a `C:` or `S:` line says; nothing for other lines. */
function saidIn({ text }: PeeledLine): string {
  const at = stampLength(text);
  return /^[CS]:/.test(text.slice(at, at + 2)) ? text.slice(at + 2).trim() : '';
}

function weight(line: PeeledLine): number {
  const at = stampLength(line.text);
  const mark = line.text.slice(at, at + 2);
  if (mark === 'S:') return looksLikeReply(line.text.slice(at + 2).trimStart()) ? 4 : 1;
  // `C:\Windows` is a path.
  if (mark === 'C:' && line.text.charAt(at + 2) === '\\') return 0;
  if (mark === 'C:') return readsAsCommand(line.text.slice(at + 2).trim()) ? 4 : 1;
  if (mark === '* ') return eventWeight(line.text.slice(at + 2));
  return SEPARATOR.test(line.text) ? 4 : 0;
}

/** curl begins its lines with `* `, too: only our own words count. */
function eventWeight(text: string): number {
  if (/^(?:connected to \S|closed by (?:client|server)|elided(?: |$)|error (?:[a-z-]{1,20}: ))/.test(text)) return 3;
  return readDelivery(text) === undefined ? 0 : 4;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const first = text.charCodeAt(0);
  if (text === '' || first === HASH) return state;
  const separator = first === HYPHEN ? SEPARATOR.exec(text) : null;
  if (separator !== null) {
    const session = state.session + (state.begun ? 1 : 0);
    return { session, name: separator[1] ?? String(session), begun: false, time: undefined };
  }
  const at = stampLength(text);
  // A timestamp with a date is one that the peeler knows, too.
  const time = at > 0 ? readTime(text.slice(0, at).trim()) : (line.time ?? state.time);
  const speaker = text.charCodeAt(at + 1) === COLON ? speakerOf(text.charCodeAt(at)) : undefined;
  if (speaker === undefined && !text.startsWith('* ', at)) return continuation(line, state, context);
  const session = state.name;
  if (speaker === undefined) {
    if (text.startsWith(ELIDED_REPLIES, at)) return { ...state, time, skips: true };
    tell(line, at + 2, session, time, state.begun, context);
  } else {
    if (!state.begun) begin(line, session, context);
    const last = state.skips && speaker === 'server';
    say(line, at + 2, session, speaker, time, last ? answeringLast(context) : context);
    if (last) return { session: state.session, name: session, begun: true, time };
  }
  if (state.begun && state.time === time) return state;
  const { skips } = state;
  if (skips !== undefined) return { ...state, begun: true, time };
  return { session: state.session, name: session, begun: true, time };
}

function answeringLast(context: ReadContext): ReadContext {
  return {
    ...context,
    emit: (utterance) => context.emit(utterance.speaker === 'tool' ? utterance : { ...utterance, answers: 'last' }),
  };
}

function speakerOf(letter: number): Said['speaker'] | undefined {
  return letter === LETTER_C ? 'client' : letter === LETTER_S ? 'server' : undefined;
}

/** A session of a transcript that nothing marks as cut is shown from its first octet. */
function begin(line: PeeledLine, session: string, { emit }: ReadContext): void {
  const { line: number, start, end, pieces } = within(line, 0, 0);
  // Behind a program's name it is that program's log, which may say nothing of TLS.
  const log = line.from > 0 && /\b[A-Za-z][\w.-]*: $/.test(line.line.text.slice(0, line.from));
  // Behind a program's prefix stands what that program chooses to show.
  const whole = line.from === 0 || !/^(?:MAIL|RCPT|DATA|VRFY|EXPN) ?/i.test(saidIn(line));
  const event: ToolEvent = { type: 'connect', whole, ...(log && { tls: 'unknown' }) };
  const told: Told = { line: number, start, end, session, speaker: 'tool', text: '', event };
  emit(pieces === undefined ? told : { ...told, pieces });
}

/** RFC examples indent the lines after the first: they go on with the same speaker. Anything else is not for us. */
function continuation(line: PeeledLine, state: State, context: ReadContext): State {
  const trimmed = line.text.trimStart();
  if (!state.begun || trimmed === line.text || !looksLikeReply(trimmed)) return state;
  say(line, line.text.length - trimmed.length, state.name, 'server', state.time, context);
  return state;
}

function say(
  line: PeeledLine,
  at: number,
  session: string,
  speaker: Said['speaker'],
  time: number | undefined,
  { emit }: ReadContext,
): void {
  const from = line.text.charCodeAt(at) === SPACE ? at + 1 : at;
  const raw = line.text.slice(from);
  const shown = CONTROL.test(raw) ? readControls(raw, line.line.number, line.from + from) : undefined;
  const secret = speaker === 'client' && raw.length < 12 && /^(?:\*{3,}|<redacted>|\[redacted\])$/.test(raw);
  if (shown === undefined && !secret && line.pieces === undefined) {
    // Nearly every line: literals, so that all of them have one shape or two.
    const { number } = line.line;
    const start = line.from + from;
    const end = start + raw.length;
    if (time === undefined) emit({ line: number, start, end, session, speaker, text: raw });
    else emit({ line: number, start, end, session, speaker, text: raw, time });
    return;
  }
  emit({
    session,
    speaker,
    text: shown?.text ?? raw,
    ...within(line, from),
    ...(shown !== undefined && { pieces: shown.pieces }),
    ...(shown?.wireEol !== undefined && { wireEol: shown.wireEol }),
    ...(time !== undefined && { time }),
    ...(secret && { elided: { what: 'secret' } as const }),
  });
}

// --- events -------------------------------------------------------------------------------------------------------

function tell(
  line: PeeledLine,
  at: number,
  session: string,
  time: number | undefined,
  begun: boolean,
  context: ReadContext,
): void {
  const text = line.text.slice(at);
  const place = { session, ...within(line, at), ...(time !== undefined && { time }) };
  const elided = readElided(text);
  if (elided !== undefined) {
    context.emit({ text: '', ...place, ...elided });
    return;
  }
  const event = readEvent(text);
  if (!begun && !BEGINS_NOTHING.has(event.type)) begin(line, session, context);
  context.emit({ speaker: 'tool', text, event, ...place });
}

/** These say nothing about where the connection begins. */
const BEGINS_NOTHING: ReadonlySet<ToolEvent['type']> = new Set(['connect', 'gap', 'delivery']);

// --- time ---------------------------------------------------------------------------------------------------------

/** Length of the timestamp and the blank after it; 0 when there is none. */
function stampLength(text: string): number {
  const first = text.charCodeAt(0);
  if (first < ZERO || first > NINE) return 0;
  return STAMP.exec(text)?.[0].length ?? 0;
}

function readTime(stamp: string): number {
  if (stamp.includes('-'))
    return Date.parse(/[zZ]$|[+-]\d\d:\d\d$/.test(stamp) ? stamp.replace(' ', 'T') : `${stamp.replace(' ', 'T')}Z`);
  const [hours, minutes, seconds] = stamp.split(':').map(Number);
  return Math.round(((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000);
}

/** The timestamp of the line that a new one is modelled on. */
function prefixOf(like: PeeledLine | undefined): string {
  return like === undefined ? '' : like.text.slice(0, stampLength(like.text));
}

const ELIDED_REPLIES = '* elided replies';

const STAMP = /^(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:\d\d)? (?=[CS*])/;
const SEPARATOR = /^-{3,} session(?: (\S.*?))? -{3,}$/;

// --- control characters -------------------------------------------------------------------------------------------

/**
 * A control character of the wire is written as its picture (U+2400–U+2420, U+2421 for DEL); `␦` before a picture
 * means the picture itself. A picture of CR or LF at the end says how the line ended where that was not CRLF.
 */
function readControls(raw: string, line: number, column: number): { text: string; pieces: Piece[]; wireEol?: string } {
  let text = '';
  const pieces: Piece[] = [];
  let at = 0;
  while (at < raw.length) {
    const from = at;
    const escaped = raw[at] === ESCAPE && at + 1 < raw.length;
    const code = raw.charCodeAt(escaped ? at + 1 : at);
    const picture = !escaped && isPicture(code);
    if (picture || escaped) {
      pieces.push({ at: text.length, line, column: column + from, width: escaped ? 2 : 1 });
      text += picture ? controlOf(code) : raw[at + 1];
      at += escaped ? 2 : 1;
      continue;
    }
    while (at < raw.length && raw[at] !== ESCAPE && !isPicture(raw.charCodeAt(at))) at++;
    if (at === from) at++;
    pieces.push({ at: text.length, line, column: column + from, width: at - from });
    text += raw.slice(from, at);
  }
  const eol = /[\r\n]+$/.exec(text)?.[0];
  if (eol === undefined) return { text, pieces };
  return { text: text.slice(0, -eol.length), pieces, wireEol: eol };
}

function showControls(text: string): string {
  if (!/[\u0000-\u001f\u007f\u2400-\u2426]/.test(text)) return text;
  let shown = '';
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code < SPACE) shown += String.fromCharCode(PICTURES + code);
    else if (code === DEL) shown += DEL_PICTURE;
    else if (isPicture(code) || char === ESCAPE) shown += ESCAPE + char;
    else shown += char;
  }
  return shown;
}

function isPicture(code: number): boolean {
  return (code >= PICTURES && code <= PICTURES + 0x1f) || code === DEL_PICTURE.charCodeAt(0);
}

function controlOf(code: number): string {
  return code === DEL_PICTURE.charCodeAt(0) ? '\u007f' : String.fromCharCode(code - PICTURES);
}

const CONTROL = /[\u2400-\u241f\u2421\u2426]/;
const ESCAPE = '\u2426';
const DEL_PICTURE = '\u2421';
const PICTURES = 0x2400;
const SPACE = 32;
const HASH = 35;
const HYPHEN = 45;
const COLON = 58;
const LETTER_C = 67;
const LETTER_S = 83;
const DEL = 0x7f;
const ZERO = 48;
const NINE = 57;
