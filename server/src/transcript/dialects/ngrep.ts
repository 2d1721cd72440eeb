/**
 * `ngrep`: a head `T 192.0.2.1:40000 -> 192.0.2.2:25 [AP] #4`, then the packet. `-W byline` prints its lines, a dot at the
 * end of each for the CR of the wire; without it the packet is one text in which dots stand for line ends, wrapped and
 * indented by two blanks, with `-W none` not wrapped, with `-W single` behind the head; `-x` dumps its octets. Between
 * packets stand empty lines and, without `-q`, a `#` for each packet that did not match.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { type DottedFlows, dotted, flushed, NO_DOTTED_FLOWS } from './dottedPackets';
import { appendRow, hexRows, octetsOfRow } from './hexRows';
import type { Direction, Flows } from './packetFlows';
import { ends } from './packetPorts';
import { type Segment, segmentsOf } from './packetSegments';
import { carried, finished, weighCapture } from './packets';
import { appendSource, NO_TEXT, verbatimPart, type WireText } from './wireText';

/** How the packets are printed; one run of the program does it in one way. */
type Style = 'byline' | 'wrapped' | 'hex' | 'none';

interface State extends DottedFlows {
  readonly direction: Direction | undefined;
  /** Offset in the head of the packet that `-W single` prints behind it. */
  readonly behind: number;
  /** The head, where the packet stands behind it, and the lines that follow. */
  readonly lines: readonly PeeledLine[];
  readonly style: Style | undefined;
  /** Of the longest line, where they are wrapped. */
  readonly width: number;
  /** There is a `#` for each packet, and so no empty line. */
  readonly hashes: boolean;
  /** Two empty lines stand behind a packet that ends in a line end, one behind another. */
  readonly spaced: boolean;
}

const START: State = {
  direction: undefined,
  behind: 0,
  lines: [],
  style: undefined,
  width: 0,
  hashes: false,
  spaced: false,
  ...NO_DOTTED_FLOWS,
};

export const ngrep: Dialect<State> = {
  id: 'ngrep',
  counts: true,
  owns: ({ text }) => HEAD.test(text),
  dumps: (text) => HEX.test(text) || WHOLE.test(text),
  name: 'ngrep',
  wire: true,
  evidence: (sample) => weighCapture(sample, weight),
  start: () => START,
  read,
  finish: (state, context) =>
    void finished(flushed(endPacket({ ...state, spaced: false }, context), context).flows, context),
  write(speaker, text, like) {
    const head = like === undefined ? null : HEAD.exec(like.text);
    // A line inside a packet is its sender's.
    if (like !== undefined && head === null) {
      if (HEX.test(like.text)) return hexRows(`${text}\r\n`, hexRow);
      return `${text}.`;
    }
    const [from, to] = ends(speaker, [head?.[2] ?? '192.0.2.1:25', head?.[3] ?? '192.0.2.2:40000']);
    return `T ${head?.[1] === undefined ? '' : `${head[1]} `}${from} -> ${to} [AP]\n${text}.\n\n`;
  },
};

function hexRow(octets: readonly string[], shown: string): string {
  const half = (part: readonly string[]) => part.join(' ').padEnd(26);
  return `  ${half(octets.slice(0, 8))} ${half(octets.slice(8))} ${shown.padEnd(16)}`;
}

const HEAD =
  /^T(?:\(\d{1,3}\))? (?:([\d/]{10} [\d:.]{8,15}|[+-]\d{1,10}\.\d{6}) )?(\S{3,60}:\d{1,5}) -> (\S{3,60}:\d{1,5}) \[[A-Z]{0,8}\](?: #\d+$)?/;
const NOISE =
  /^(?:#+(?:exit)?|input: .*|interface: .*|filter: .*|match: .*|\d+ received, \d+ (?:dropped|matched).*|exit)$/;
const HEX = /^ {2}(?:[0-9a-f]{2} ){1,8} {1,60}(?:[0-9a-f]{2} | )/;

/** A packet in one text: wrapped, in a line of its own, or behind the head. */
const WHOLE = /^ {2}.*\.\. *$|^[^ ].*[^.]\.\.$/;

function weight({ text }: PeeledLine) {
  const head = HEAD.exec(text);
  if (head !== null) return { format: 10, payload: undotted(text.slice(head[0].length).trimStart()) };
  if (HEX.test(text)) return { format: 0, payload: octetsOfRow(text, 2) };
  return { format: 0, payload: undotted(text.trimStart()) };
}

/** Up to its line end. */
function undotted(text: string): string {
  const end = text.indexOf('..');
  if (end >= 0) return text.slice(0, end);
  const line = text.trimEnd();
  return line.endsWith('.') ? line.slice(0, -1) : '';
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const head = HEAD.exec(text);
  if (head !== null) {
    const time = timeOf(head[1]);
    const addresses = { from: head[2] as string, to: head[3] as string, masks: true };
    const direction = { ...addresses, ...(time !== undefined && { time }) };
    const behind = text.length > head[0].length + 1 ? head[0].length + 1 : 0;
    return { ...endPacket(state, context), direction, behind, lines: behind > 0 ? [line] : [] };
  }
  if (NOISE.test(text)) {
    const hashes = state.hashes || text.startsWith('#');
    const style = text.startsWith('in') ? undefined : state.style;
    if (state.direction === undefined) return { ...state, hashes, style };
    return { ...endPacket(state, context), hashes, style, direction: undefined };
  }
  if (state.direction === undefined) return state;
  return { ...state, lines: [...state.lines, line] };
}

function endPacket(state: State, context: ReadContext): State {
  const { direction, behind } = state;
  const lines = withoutCutHead(state.lines);
  const rest = { ...state, lines: [], behind: 0 };
  const last = lines.findLastIndex((line) => line.text !== '');
  if (direction === undefined) return rest;
  if (last < 0) return { ...rest, flows: state.spaced ? lineEnds(state, direction, lines, context) : state.flows };
  const shown = lines.slice(0, last + 1);
  if (behind > 0) return dotted(rest, direction, verbatim(shown.slice(0, 1), behind), false, context);
  const style = state.style ?? styleOf(shown);
  if (style === 'hex') {
    const octets = shown.reduce((before, line) => appendRow(before, line, 2), NO_TEXT);
    return { ...rest, style, flows: carried(state.flows, { ...direction, masks: false }, segmentsOf(octets), context) };
  }
  if (style === 'wrapped') {
    const width = Math.max(state.width, ...shown.map(({ text }) => text.length));
    const packet = verbatim(shown, 2);
    const blank = (shown.at(-1)?.text.trimEnd().length ?? 0) < width;
    return dotted({ ...rest, style, width }, direction, trimmed(packet), blank, context);
  }
  const empty = lines.length - 1 - last - (state.hashes ? 0 : 1);
  if (style === 'none' || (empty < 1 && isDotted(shown))) {
    return dotted({ ...rest, style: 'none' }, direction, verbatim(shown, 0), false, context);
  }
  const over = empty > 0;
  return {
    ...rest,
    spaced: state.spaced || over,
    style: shown.length > 1 || isLine(shown[0]?.text ?? '') ? 'byline' : style,
    flows: byLine(state.flows, direction, shown, over, state.spaced && !over, context),
  };
}

/** A packet that holds nothing but the second half of a line end. */
function lineEnds(
  { flows, hashes }: State,
  direction: Direction,
  lines: readonly PeeledLine[],
  context: ReadContext,
): Flows {
  const own = lines.slice(0, Math.max(0, lines.length - (hashes ? 1 : 2)));
  const segments = own.map((line): Segment => ({ text: '', ended: true, wireEol: '\n', ...within(line, 0) }));
  return segments.length === 0 ? flows : carried(flows, direction, segments, context);
}

/** What follows an empty line and has no line end: the file may end inside the next head. */
function withoutCutHead(lines: readonly PeeledLine[]): readonly PeeledLine[] {
  return lines.at(-1)?.line.eol === '' && lines.at(-2)?.text === '' ? lines.slice(0, -1) : lines;
}

/** Undefined where one line may be by line or not wrapped. */
function styleOf(lines: readonly PeeledLine[]): Style | undefined {
  if (lines.every(({ text }) => HEX.test(text))) return 'hex';
  if (lines.every(({ text }) => text.startsWith('  '))) return 'wrapped';
  return lines.length > 1 ? 'byline' : undefined;
}

/** One line with its CR. */
function isLine(text: string): boolean {
  return /[^.]\.$/.test(text) && (looksLikeReply(text) || readsAsCommand(text));
}

/** A whole packet in one line. */
function isDotted(lines: readonly PeeledLine[]): boolean {
  return lines.length === 1 && lines[0]?.text.endsWith('..') === true;
}

function verbatim(lines: readonly PeeledLine[], from: number): WireText {
  return lines.reduce(
    (before, line) => appendSource(before, line.text.slice(from), line, from, line.text.length),
    NO_TEXT,
  );
}

function trimmed(packet: WireText): WireText {
  return verbatimPart(packet, 0, packet.text.trimEnd().length);
}

/** `over`: an empty line shows that the last one was ended. `cut`: there would be one. */
function byLine(
  flows: Flows,
  direction: Direction,
  lines: readonly PeeledLine[],
  over: boolean,
  cut: boolean,
  context: ReadContext,
): Flows {
  const segments = lines.map((line, index): Segment => {
    const cr = line.text.endsWith('.');
    if (cr && cut && index === lines.length - 1)
      return { text: line.text, ended: false, dot: true, ...within(line, 0) };
    const to = cr ? line.text.length - 1 : line.text.length;
    const ended = cr || (over && line.line.eol !== '') || index < lines.length - 1;
    return { text: line.text.slice(0, to), ended, ...within(line, 0, to), ...(ended && !cr && { wireEol: '\n' }) };
  });
  return carried(flows, direction, segments, context);
}

function timeOf(stamp: string | undefined): number | undefined {
  if (stamp === undefined || !stamp.includes('/')) return undefined;
  const time = Date.parse(`${stamp.slice(0, 10).replaceAll('/', '-')}T${stamp.slice(11, 23)}Z`);
  return Number.isNaN(time) ? undefined : time;
}
