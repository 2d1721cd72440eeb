/**
 * curl `--trace` and `--trace-ascii`: a heading per block (`=> Send header, 28 bytes (0x1c)`), below it its octets, each
 * line with its offset in hexadecimal. `--trace-ascii` begins a line after each CRLF, which it does not show, and wraps
 * at 64 octets, so only the next offset tells whether a line goes on; `--trace` shows 16 octets a line, twice.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { Located, PeeledLine, Said } from '../transcript';
import {
  type CurlState,
  curlEvent,
  curlEventWeight,
  curlPrefix,
  NO_CONNECTION,
  newConnection,
  speaksOtherProtocol,
} from './curlConnection';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { mayGoOn } from './endOfFile';
import {
  append,
  appendSource,
  cutLines,
  decodeUtf8,
  encodeUtf8,
  NO_TEXT,
  placeOf,
  type WireLine,
  type WireText,
} from './wireText';

interface Block {
  /** Undefined for TLS records. */
  readonly speaker: 'client' | 'server' | undefined;
  readonly data: boolean;
  /** Octets, as the heading says. */
  readonly size: number;
  /** Offset of the octet after the last one shown; undefined where nothing was. */
  readonly at: number | undefined;
  /** Where that would stand in the file. */
  readonly line: number;
  readonly column: number;
  readonly time?: number;
}

interface State extends CurlState {
  readonly block: Block | undefined;
  /** Mail data, or in the middle of a block any text, whose line may go on. */
  readonly open: WireText;
  /** Where mail data was last seen, until something answers it. */
  readonly dataEnd: Located | undefined;
}

export const curlTrace: Dialect<State> = {
  id: 'curl-trace',
  name: 'curl --trace or --trace-ascii',
  counts: true,
  sequential: true,
  dumps,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ block: undefined, open: NO_TEXT, dataEnd: undefined, ...NO_CONNECTION }),
  read,
  finish: (state, context) => {
    flush(endBlock(withoutCut(state, context), context), context);
  },
  write,
};

/** Octets beside their characters; and TLS records, in which names stand that nothing reads. */
function dumps(text: string): boolean {
  return /(?:=>|<=) (?:Send|Recv) SSL data, \d/.test(text) || readHex(text.replace(OFFSET, '')) !== undefined;
}

function weight(line: PeeledLine): number {
  const { from } = curlPrefix(line);
  const text = from === 0 ? line.text : line.text.slice(from);
  if (text.startsWith('== Info: ')) return curlEventWeight(text.slice(9)) * 2;
  if (text.startsWith('0000: ')) {
    const shown = (readHex(text.slice(6)) ?? text.slice(6)).trimEnd();
    if (speaksOtherProtocol(shown)) return CONTRADICTION;
    return looksLikeReply(shown) || readsAsCommand(shown) ? 4 : 0;
  }
  return HEADING.test(text) ? 4 : 0;
}

/** One line of HTTP outweighs all that curl says about its connection. */
const CONTRADICTION = -2000;

const HEADING = /^(=>|<=) (?:Send|Recv) (header|data|SSL data), (\d{1,12}) bytes \(0x[0-9a-f]{1,10}\)$/;
const OFFSET = /^([0-9a-f]{4,10}):(?: |$)/;

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { meter, from, ...timed } = curlPrefix(line);
  const text = from === 0 ? line.text : line.text.slice(from);
  const info = text.startsWith('== Info: ');
  if (info || /^curl: \(\d{1,3}\) /.test(text)) {
    const ended = endBlock(state, context);
    // TLS libraries report records in the middle of the mail data; its last line may go on after them.
    const settled = text.startsWith('TLS', 9) ? ended : flush(ended, context);
    return curlEvent(line, info ? from + 9 : from, settled, context, timed.time);
  }
  if (state.parallel) return state;
  const heading = HEADING.exec(text);
  if (heading !== null) return begin(line, heading, timed, state, context);
  const { block } = state;
  const offset = block?.speaker !== undefined && from === 0 ? OFFSET.exec(text) : null;
  if (block === undefined || offset === null) return state;
  return octets(line, Number.parseInt(offset[1] as string, 16), offset[0].length, { ...state, block }, context);
}

function begin(
  line: PeeledLine,
  [, arrow, what, size]: RegExpExecArray,
  timed: { readonly time?: number },
  state: State,
  context: ReadContext,
): State {
  const speaker = what === 'SSL data' ? undefined : arrow === '=>' ? 'client' : 'server';
  const data = what === 'data';
  const ended = endBlock(state, context);
  const settled = speaker === undefined || (data && speaker === 'client') ? ended : flush(ended, context);
  const now = settled.begun || speaker === undefined ? settled : newConnection(line, settled, context, undefined);
  const place = { line: line.line.number, column: line.from };
  const block: Block = { speaker, data, size: Number(size), at: undefined, ...place, ...timed };
  return speaker === 'server' && !data ? { ...endOfData(now, context), block } : { ...now, block };
}

/** curl up to 8.6 does not show the final dot: the server's answer is what tells that the message is complete. */
function endOfData(state: State, context: ReadContext): State {
  const { dataEnd } = state;
  if (dataEnd === undefined) return state;
  const session = String(state.session);
  if (context.modeOf(session) === 'data') {
    context.emit({ session, speaker: 'client', text: '', kind: 'end-of-data', ...dataEnd });
  }
  return { ...state, dataEnd: undefined };
}

/** A line of octets: its text begins at `from`, `offset` is what it says of itself. */
function octets(
  line: PeeledLine,
  offset: number,
  from: number,
  state: State & { readonly block: Block },
  context: ReadContext,
): State {
  const { number } = line.line;
  const shown = line.text.slice(from);
  const bytes = readHex(shown);
  if (bytes !== undefined) {
    const column = line.from + from + HEX_WIDTH;
    const now = say(
      state,
      appendSource(state.open, bytes, line, from + HEX_WIDTH, from + HEX_WIDTH + bytes.length),
      bytes,
      context,
    );
    return {
      ...now,
      block: { ...state.block, at: offset + bytes.length, line: number, column: column + bytes.length },
    };
  }
  // The octets before this line that nothing shows are CRLF.
  const now = offset > (state.block.at ?? 0) ? say(state, withLineEnd(state), '\n', context) : state;
  const column = line.from + from;
  const whole = appendSource(now.open, shown, line, from, from + shown.length);
  return {
    ...say(now, whole, '', context),
    block: { ...state.block, at: offset + shown.length, line: number, column: column + shown.length },
  };
}

function withLineEnd({ open, block }: State): WireText {
  return block === undefined ? open : append(open, '\r\n', block.line, block.column, 0);
}

/** The file ends inside a block, and its last line may be the start of something else. */
function withoutCut(state: State, { emit, modeOf }: ReadContext): State {
  const { block, open } = state;
  const session = String(state.session);
  if (block?.speaker === undefined || block.data || (block.at ?? 0) + 2 >= block.size) return state;
  if (open.text !== '' && !mayGoOn(open.text, block.speaker, modeOf(session))) return state;
  const { line, column: start } = block;
  emit({ line, start, end: start, session, speaker: 'tool', text: '', event: { type: 'gap' } });
  return { ...state, block: undefined, open: NO_TEXT };
}

/** The block is over: what its last line ends in follows from its size. */
function endBlock(state: State, context: ReadContext): State {
  const { block } = state;
  if (block === undefined) return state;
  const ended =
    block.speaker !== undefined && block.at !== undefined && block.at + 2 <= block.size
      ? say(state, withLineEnd(state), '\n', context)
      : state;
  if (block.data || ended.open.text === '') return { ...ended, block: undefined };
  // A reply is read up to its LF: the dot at its end stands for that.
  const { text } = ended.open;
  const bare = block.speaker === 'server' && text.endsWith('.') ? { text: `${text.slice(0, -1)}\n` } : {};
  return { ...flush(say(ended, { ...ended.open, ...bare }, '\n', context), context), block: undefined };
}

/** Says every line of `whole`, of which `fresh` is new, that is complete; the rest stays open. */
function say(state: State, whole: WireText, fresh: string, context: ReadContext): State {
  if (!fresh.includes('\n') && whole.text.length < LONGEST) return { ...state, open: whole };
  let now: State = { ...state, open: NO_TEXT };
  for (const line of cutLines(whole)) {
    if (line.wireEol === '' && whole.text.length < LONGEST) now = { ...now, open: line };
    else now = utter(now, line, context);
  }
  return now;
}

/** Says what is open although its line has no end. */
function flush(state: State, context: ReadContext): State {
  let now: State = { ...state, open: NO_TEXT };
  for (const line of cutLines(state.open)) now = utter(now, line, context);
  return now;
}

function utter(state: State, line: WireLine, { emit }: ReadContext): State {
  const { text, pieces } = decodeUtf8(line);
  const data = state.block?.data ?? true;
  const said: Said = {
    session: String(state.session),
    speaker: state.block?.speaker ?? 'client',
    text,
    ...(pieces.length > 0 ? placeOf(pieces) : line.place),
    ...(data && state.block?.speaker !== 'server' && { kind: 'data' as const }),
    ...(line.wireEol !== undefined && { wireEol: line.wireEol }),
    ...(state.secure && { secure: true }),
    ...(state.block?.time !== undefined && { time: state.block.time }),
  };
  emit(said);
  if (!data) return state;
  const { line: at, end } = said;
  return { ...state, dataEnd: { line: at, start: end, end } };
}

/** A line of mail data longer than this is cut: it must not be carried along for ever. */
const LONGEST = 8192;

// --- both forms of a line -----------------------------------------------------------------------------------------

/** The octets, as characters, of `45 48 4c 4f …  EHLO`; undefined when the two sides do not agree. */
function readHex(shown: string): string | undefined {
  if (shown.charCodeAt(2) !== SPACE || shown.length < HEX_WIDTH) return undefined;
  let octets = '';
  for (let at = 0; at < HEX_WIDTH && /^[0-9a-f]{2} $/.test(shown.slice(at, at + 3)); at += 3) {
    octets += String.fromCharCode(Number.parseInt(shown.slice(at, at + 2), 16));
  }
  const printed = octets.replace(/[^\x20-\x7e]/g, '.');
  return octets !== '' && shown.slice(HEX_WIDTH).trimEnd() === printed.trimEnd() ? octets : undefined;
}

function write(speaker: 'client' | 'server', text: string, like: PeeledLine | undefined): string {
  const what = speaker === 'client' ? '=> Send' : '<= Recv';
  const hex = like !== undefined && readHex(like.text.replace(OFFSET, '')) !== undefined;
  const wire = hex ? `${encodeUtf8(text)}\r\n` : text;
  const size = hex ? wire.length : wire.length + 2;
  const lines = [`${what} header, ${size} bytes (0x${size.toString(16)})`];
  for (let at = 0; at < wire.length || at === 0; at += hex ? 16 : 64) {
    const part = wire.slice(at, at + (hex ? 16 : 64));
    const octets = hex ? [...part].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join(' ') : '';
    const printed = hex ? part.replace(/[^\x20-\x7e]/g, '.') : part;
    lines.push(`${at.toString(16).padStart(4, '0')}: ${hex ? `${octets} `.padEnd(HEX_WIDTH) : ''}${printed}`);
  }
  return lines.join('\n');
}

/** Sixteen octets of two digits and a blank. */
const HEX_WIDTH = 48;
const SPACE = 32;
