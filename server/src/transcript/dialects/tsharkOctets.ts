/**
 * What a connection said, octet by octet, as Wireshark and `tshark -z follow,tcp,…` save it: `hex` (rows with their offset),
 * `raw` (a line of hexadecimal for each packet), `yaml` (packets in base64) and C arrays. The side that answered is
 * indented, or said to be peer 1.
 */
import { decodeOctets, encodeBase64 } from '../base64';
import type { PeeledLine } from '../transcript';
import type { Dialect, ReadContext } from './dialect';
import { appendRow, hexRows, octetsOfRow } from './hexRows';
import { type Flows, NO_FLOWS } from './packetFlows';
import { segmentsOf } from './packetSegments';
import { carried, finished, weighCapture } from './packets';
import { appendSource, NO_TEXT, type WireText } from './wireText';

interface State {
  readonly nodes: readonly [string, string];
  readonly count: number;
  /** Which peer the next lines are about, in YAML and in C. */
  readonly peer: 0 | 1;
  readonly time: number | undefined;
  /** What the lines are, where each alone does not tell. */
  readonly within: 'raw' | 'base64' | 'array' | undefined;
  /** Sides whose first octet has been shown. */
  readonly begun: readonly [boolean, boolean];
  readonly flows: Flows;
}

const START: State = {
  nodes: ['node 0', 'node 1'],
  count: 0,
  peer: 0,
  time: undefined,
  within: undefined,
  begun: [false, false],
  flows: NO_FLOWS,
};

export const tsharkOctets: Dialect<State> = {
  id: 'tshark-octets',
  name: 'Wireshark or tshark follow as octets',
  counts: true,
  wire: true,
  dumps: (text) => octetsOf(text) !== undefined,
  sequential: true,
  evidence: (sample) => weighCapture(sample, weight, 4),
  start: () => START,
  read,
  finish: ({ flows }, context) => void finished(flows, context),
  opening: [
    '='.repeat(67),
    'Follow: tcp,hex',
    'Filter: tcp.stream eq 0',
    'Node 0: 192.0.2.2:40000',
    'Node 1: 192.0.2.1:25',
  ],
  write,
};

const FOLLOW = /^Follow: (?:tcp|tls|ssl),(hex|raw)$/i;
const NODE = /^Node ([01]): (\S{1,100})$/;
const ROW = /^(\t| {4})?([0-9A-F]{8}) {2}[0-9a-f]{2}(?: |$)/;
const RAW = /^\t?(?:[0-9a-f]{2})+$/;
const BASE64 = /^ {6}(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$/;
const ARRAY = /^(?:static )?(?:const )?(?:unsigned )?char peer([01])_\d{1,9}\[\] = \{/;
const ELEMENTS = /^(?:0x[0-9a-f]{2},? ?){1,64}(?: ?\};)?$/;

function weight({ text }: PeeledLine) {
  if (FOLLOW.test(text) || ARRAY.test(text) || /^ {4}data: !!binary \|$/.test(text)) return { format: 10, payload: '' };
  if (NODE.test(text)) return { format: 5, payload: '' };
  const octets = octetsOf(text);
  return octets === undefined ? { format: 0, payload: '' } : { format: 1, payload: octets.split('\r', 1)[0] ?? '' };
}

function octetsOf(text: string): string | undefined {
  const row = ROW.exec(text);
  if (row !== null) return octetsOfRow(text, rowStart(row));
  if (ELEMENTS.test(text)) return fromHex(text.replace(/[^0-9a-f]*0x|[^0-9a-f]/g, ''));
  if (RAW.test(text) && text.length > 4) return fromHex(text.trimStart());
  return BASE64.test(text) ? decodeOctets(text.trimStart()) : undefined;
}

function fromHex(digits: string): string {
  return digits.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}

function rowStart([, indent = '', offset = '']: RegExpExecArray): number {
  return indent.length + offset.length + 2;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  if (/^={60,}$/.test(text) || text === 'peers:') {
    return { ...START, count: state.count, flows: finished(state.flows, context) };
  }
  const row = ROW.exec(text);
  if (row !== null) {
    const side = row[1] === undefined ? 0 : 1;
    const again = Number.parseInt(row[2] as string, 16) === 0 && state.begun[side];
    const now = again ? { ...START, count: state.count + 1, flows: finished(state.flows, context) } : state;
    return hear(now, side, appendRow(NO_TEXT, line, rowStart(row)), context);
  }
  const follow = FOLLOW.exec(text);
  if (follow !== null) return { ...state, within: follow[1]?.toLowerCase() === 'raw' ? 'raw' : undefined };
  const node = NODE.exec(text);
  if (node !== null) return named(state, node[1] === '0' ? 0 : 1, node[2] as string);
  if (state.within === 'raw' && RAW.test(text)) {
    const side = text.startsWith('\t') ? 1 : 0;
    return hear(state, side, pairs(line, /[0-9a-f]{2}/g), context);
  }
  const array = ARRAY.exec(text);
  if (array !== null) return { ...state, within: 'array', peer: array[1] === '0' ? 0 : 1 };
  if (state.within === 'array' && ELEMENTS.test(text)) {
    return hear(state, state.peer, pairs(line, /(?<=0x)[0-9a-f]{2}/g), context);
  }
  if (state.within === 'base64' && BASE64.test(text)) return hear(state, state.peer, base64(line), context);
  return readYaml(text, state);
}

function readYaml(text: string, state: State): State {
  const found = /^ {2,4}(?:- )?(peer|host|port|timestamp|packet|data): (\S{1,100})/.exec(text);
  if (found === null) return state;
  const [, key, value = ''] = found;
  switch (key) {
    case 'peer':
      return { ...state, peer: value === '1' ? 1 : 0 };
    case 'host':
      return named(state, state.peer, value);
    case 'port':
      return named(state, state.peer, `${state.nodes[state.peer]}:${value}`);
    case 'timestamp': {
      const time = Math.round(Number(value) * 1000);
      return { ...state, time: Number.isNaN(time) ? undefined : time };
    }
    default:
      return { ...state, within: key === 'data' ? 'base64' : undefined };
  }
}

function named(state: State, side: 0 | 1, name: string): State {
  const [first, second] = state.nodes;
  return { ...state, nodes: side === 0 ? [name, second] : [first, name] };
}

function hear(state: State, side: 0 | 1, octets: WireText, context: ReadContext): State {
  const { nodes, count, time } = state;
  const suffix = nodes[0] === START.nodes[0] && count > 0 ? ` (${count})` : '';
  const from = nodes[side] + suffix;
  const to = nodes[1 - side] + suffix;
  const direction = { from, to, ...(time !== undefined && { time }) };
  const begun: State['begun'] = side === 0 ? [true, state.begun[1]] : [state.begun[0], true];
  return { ...state, begun, flows: carried(state.flows, direction, segmentsOf(octets), context) };
}

function pairs(line: PeeledLine, pair: RegExp): WireText {
  let octets = NO_TEXT;
  for (const { 0: digits, index } of line.text.matchAll(pair)) {
    octets = appendSource(octets, fromHex(digits), line, index, index + 2);
  }
  return octets;
}

function base64(line: PeeledLine): WireText {
  const from = line.text.length - line.text.trimStart().length;
  let octets = NO_TEXT;
  // Four characters are three octets: each stands in the two that it is made of.
  for (const [index, octet] of [...(decodeOctets(line.text.slice(from)) ?? '')].entries()) {
    const at = from + Math.floor(index / 3) * 4 + (index % 3);
    octets = appendSource(octets, octet, line, at, at + 2);
  }
  return octets;
}

function write(speaker: 'client' | 'server', text: string, like: PeeledLine | undefined): string {
  const tab = speaker === 'server' ? '\t' : '';
  const said = `${text}\r\n`;
  const digits = (octets: readonly string[]) => octets.join('');
  const raw = hexRows(said, digits).replaceAll('\n', '');
  const row = like === undefined ? null : ROW.exec(like.text);
  if (like !== undefined && row === null) {
    const peer = speaker === 'server' ? 1 : 0;
    if (RAW.test(like.text)) return tab + raw;
    if (ELEMENTS.test(like.text) || ARRAY.test(like.text)) {
      return `char peer${peer}_0[] = { /* Packet 0 */\n${raw.replace(/../g, '0x$&, ').slice(0, -2)} };`;
    }
    const encoded = encodeBase64(said).replace(/.{1,76}/g, '\n      $&');
    return `  - packet: 0\n    peer: ${peer}\n    data: !!binary |${encoded}`;
  }
  const indent = row?.[1] === undefined || speaker === 'client' ? tab : row[1];
  const first = Number.parseInt(row?.[2] ?? '1', 16);
  return hexRows(said, (octets, shown, at) => {
    const half = [octets.slice(0, 8).join(' '), octets.slice(8).join(' ')];
    const offset = (first + at).toString(16).toUpperCase().padStart(8, '0');
    return `${indent}${offset}  ${`${half[0]}  ${half[1]}`.padEnd(48)}  ${shown.slice(0, 8)} ${shown.slice(8)}`;
  });
}
