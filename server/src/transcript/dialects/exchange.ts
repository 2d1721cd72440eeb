/**
 * Protocol logs of Exchange (2007 and later) and Exchange Online: comma separated, `+` a connection begins, `-` ends, `>`
 * sent, `<` received, `*` information. Whether `>` is the server or the client tells the header's log type: a receive
 * connector is the server. Mail data is never logged, and of an EHLO reply newer releases make one line.
 */
import { readsAsCommand } from '../command';
import { equal } from '../equal';
import { looksLikeReply } from '../reply';
import type { Located, PeeledLine, Said, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import {
  type Cell,
  type Columns,
  cellAt,
  endOfCell,
  placeIn,
  plainCell,
  quotedCell,
  readRow,
  startsOf,
  textAt,
  USUAL,
} from './exchangeRow';
import { altered } from './utter';
import { append, NO_TEXT, placeOf, type WireText } from './wireText';

export interface State {
  /** The arrow of the server's lines; undefined until a header or a reply tells. */
  readonly server: '<' | '>' | undefined;
  readonly columns: Columns;
}

export const exchange: Dialect<State> = {
  id: 'exchange',
  name: 'Exchange protocol log',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ server: undefined, columns: USUAL }),
  read,
  lossy: true,
  write,
};

/** Time, connector, session id in hexadecimal, number, endpoints, event: what a line without its header shows. */
const ROW =
  /^\d{4}-\d\d-\d\dT[\d:.]{8,16}Z,(?:"[^"]{0,200}"|[^,]{0,200}),[0-9A-Fa-f]{16},\d{1,6},[^,]{0,80},[^,]{0,80},[-+<>*]?,/;

function weight({ text }: PeeledLine): number {
  if (text.startsWith('#')) return /^#Log-[tT]ype: SMTP (?:Receive|Send) Protocol Log/.test(text) ? 20 : 0;
  return ROW.test(text) ? 12 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  if (text.startsWith('#') || text.startsWith('\ufeff#')) return header(text, state);
  const row = readRow(text, state.columns);
  if (row === undefined || row.session === '') return state;
  const { session, time, data } = row;
  switch (row.event) {
    case '+': {
      const remote = endpoint(textAt(text, startsOf(text), state.columns.remote));
      tell({ line, session, time }, { type: 'connect', whole: true, ...remote }, context);
      return state;
    }
    case '-':
      end({ line, session, time }, contextOf(line, state.columns), state, context);
      return state;
    case '*':
      inform({ line, session, time }, contextOf(line, state.columns), context);
      return state;
    case '>':
      return say({ line, session, time }, data, '>', state, context);
    case '<':
      return say({ line, session, time }, data, '<', state, context);
    default:
      return state;
  }
}

function header(text: string, state: State): State {
  const type = /^\ufeff?#Log-[tT]ype: SMTP (Receive|Send) /.exec(text)?.[1];
  if (type !== undefined) return { ...state, server: type === 'Receive' ? '>' : '<' };
  const fields = /^\ufeff?#Fields: (.*)$/
    .exec(text)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  if (fields === undefined || !fields.includes('event')) return state;
  const at = (name: string) => fields.indexOf(name);
  const columns: Columns = {
    time: at('date-time'),
    session: at('session-id'),
    remote: at('remote-endpoint'),
    event: at('event'),
    data: at('data'),
    context: at('context'),
  };
  return { ...state, columns: equal(columns, USUAL) ? USUAL : columns };
}

interface Place {
  readonly line: PeeledLine;
  readonly session: string;
  readonly time: number | undefined;
}

function say(
  { line, session, time }: Place,
  start: number,
  event: '<' | '>',
  state: State,
  context: ReadContext,
): State {
  const cell = line.text.charCodeAt(start) === QUOTE ? quotedCell(line, start) : undefined;
  const end = cell === undefined ? endOfCell(line.text, start) : start;
  const text = cell?.text ?? line.text.slice(start, end);
  const guess = looksLikeReply(text) ? event : event === '>' ? '<' : '>';
  const now = state.server === undefined ? { ...state, server: guess } : state;
  if (event === now.server && isJoined(text)) {
    for (const part of replyLines(cell ?? plainCell(line, start, end)))
      context.emit(saidAt(part.place, session, 'server', part.text, time));
    return now;
  }
  const speaker = event === now.server ? 'server' : 'client';
  const from = line.from + start;
  const said =
    cell !== undefined
      ? saidAt(placeOf(cell.pieces), session, speaker, text, time)
      : saidAt({ line: line.line.number, start: from, end: from + text.length }, session, speaker, text, time);
  if (speaker === 'server') {
    context.emit(said);
    return now;
  }
  // Secrets are not logged; where a challenge has no answer in the log, the next line is a command again.
  const answers = context.modeOf(session) === 'auth' && !readsAsCommand(text);
  const secret = answers || SECRET.test(text);
  context.emit(secret ? altered(said, { kind: 'secret', elided: { what: 'secret' } }) : commandOf(said));
  return now;
}

const SECRET = /^<authentication (?:information|response)>$|^\*{3,}$/;

/** Literals for what nearly every line is, so that all of them have one shape. */
function saidAt(
  place: Located,
  session: string,
  speaker: Said['speaker'],
  text: string,
  time: number | undefined,
): Said {
  const { line, start, end, pieces } = place;
  if (pieces !== undefined || time === undefined)
    return { session, speaker, text, ...place, ...(time !== undefined && { time }) };
  return { line, start, end, session, speaker, text, time };
}

function commandOf(said: Said): Said {
  const { line, start, end, session, speaker, text, time, pieces } = said;
  if (pieces !== undefined || time === undefined) return altered(said, { kind: 'command' });
  return { line, start, end, session, speaker, text, time, kind: 'command' };
}

// --- replies in one line ------------------------------------------------------------------------------------------

/** Two blanks where a word should begin right behind the first. */
function isJoined(text: string): boolean {
  return text.charCodeAt(4) === SPACE && /^250 {2}\S/.test(text);
}

/** `250  HOST Hello [ip] SIZE 37748736 PIPELINING …`: two blanks where the lines were joined. */
function* replyLines(cell: Cell): Generator<{ readonly text: string; readonly place: Located }> {
  const { text } = cell;
  const starts = [5, ...keywordStarts(text)];
  for (const [index, start] of starts.entries()) {
    const last = index === starts.length - 1;
    const end = last ? text.length : (starts[index + 1] as number) - 1;
    const at = placeIn(cell, start, end);
    const code: WireText = append(NO_TEXT, last ? '250 ' : '250-', at.line, at.start, 0);
    const whole = append(code, text.slice(start, end), at.line, at.start, at.end - at.start);
    yield { text: whole.text, place: placeOf(whole.pieces) };
  }
}

/** Offsets of the words that are keywords of an EHLO reply; what follows one and is none is its parameter. */
function keywordStarts(text: string): number[] {
  const starts: number[] = [];
  for (const match of text.slice(5).matchAll(/ (\S{1,80})/g)) {
    if (isKeyword(match[1] as string)) starts.push(5 + match.index + 1);
    if (starts.length >= MOST_KEYWORDS) break;
  }
  return starts;
}

/** No server offers as many. */
const MOST_KEYWORDS = 100;

function isKeyword(word: string): boolean {
  return KEYWORDS.has(word.replace(/=.*$/, '')) || (/^X[A-Z0-9-]{2,}$/.test(word) && !/^XOAUTH/.test(word));
}

const KEYWORDS: ReadonlySet<string> = new Set([
  ...['SIZE', 'PIPELINING', 'DSN', 'ENHANCEDSTATUSCODES', 'STARTTLS', 'AUTH', '8BITMIME', 'BINARYMIME', 'CHUNKING'],
  ...['SMTPUTF8', 'VRFY', 'EXPN', 'ETRN', 'ATRN', 'TURN', 'HELP', 'OK', 'DELIVERBY', 'MTRK', 'CHECKPOINT', 'VERB'],
  ...['NO-SOLICITING', 'CONPERM', 'CONNEG', 'FUTURERELEASE', 'BURL', 'MT-PRIORITY', 'RRVS', 'REQUIRETLS', 'LIMITS'],
  ...['ONEX', 'SUBMITTER', 'UTF8SMTP', 'PIPE_CONNECT', 'PIPECONNECT'],
]);

// --- events -------------------------------------------------------------------------------------------------------

function tell({ line, session, time }: Place, event: ToolEvent, { emit }: ReadContext): void {
  const { text } = line;
  const { number } = line.line;
  const { from: start } = line;
  const end = start + text.length;
  if (time === undefined) emit({ line: number, start, end, session, speaker: 'tool', text, event });
  else emit({ line: number, start, end, session, speaker: 'tool', text, event, time });
}

function end(row: Place, how: string, { server }: State, context: ReadContext): void {
  const mode = context.modeOf(row.session);
  // `Remote(ConnectionReset)`, `Local(TimedOut)`: only what went wrong has a reason.
  if (mode === 'data' || mode === 'bdat' || how.endsWith(')')) {
    const about = how.includes('(TimedOut') ? 'timeout' : 'lost';
    tell(row, { type: 'error', about, message: `disconnected: ${how}` }, context);
  }
  const local = how.startsWith('Local');
  const by = !local && !how.startsWith('Remote') ? 'unknown' : local === (server === '>') ? 'server' : 'client';
  tell(row, { type: 'close', by }, context);
}

function inform(row: Place, words: string, context: ReadContext): void {
  const tls = /^TLS protocol (\S{1,60}) negotiation succeeded(?: using bulk encryption algorithm (\S{1,60}))?/.exec(
    words,
  );
  if (tls !== null) {
    const [, protocol, cipher] = tls;
    tell(row, { type: 'tls', ...(protocol && { protocol }), ...(cipher && { cipher }) }, context);
  } else if (/^TLS negotiation failed/.test(words)) {
    tell(row, { type: 'error', about: 'tls', message: words }, context);
  } else if (/^Failed to connect\b|^Connection to remote endpoint .{0,200} failed/.test(words)) {
    tell(row, { type: 'error', about: 'connect', message: words }, context);
  }
}

/** The context goes on to the end of the line: older releases do not quote the commas in it. */
function contextOf(line: PeeledLine, columns: Columns): string {
  const start = startsOf(line.text)[columns.context];
  if (start === undefined) return '';
  return line.text.charCodeAt(start) === QUOTE ? cellAt(line, start).text : line.text.slice(start);
}

function endpoint(text: string): { readonly host?: string; readonly port?: number } {
  const at = /^(.{1,60}):(\d{1,5})$/.exec(text);
  return at === null ? {} : { host: at[1] as string, port: Number(at[2]) };
}

// --- writing ------------------------------------------------------------------------------------------------------

function write(speaker: 'client' | 'server', text: string, like: PeeledLine | undefined): string {
  const row = like?.text ?? '';
  const starts = like === undefined ? [] : startsOf(row);
  const event = textAt(row, starts, USUAL.event);
  const saidReply = looksLikeReply(textAt(row, starts, USUAL.data));
  const server = event !== '<' && event !== '>' ? '>' : saidReply ? event : event === '>' ? '<' : '>';
  const arrow = (speaker === 'server') === (server === '>') ? '>' : '<';
  const head = row.slice(0, starts[USUAL.event] ?? 0) || '1970-01-01T00:00:00.000Z,,0000000000000000,0,,,';
  return `${head}${arrow},${/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text},`;
}

const SPACE = 32;
const QUOTE = 34;
