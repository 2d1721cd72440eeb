/**
 * `tcpdump -A` and `-X`: a line about each packet, then its octets as characters or in hexadecimal, the headers of IP and
 * TCP included. The line
 * says how long the payload is and which options the header has; both together tell where in the dump it begins. Of
 * `tcpdump -v` without `-A` the lines that it prints of SMTP itself are read, indented by a TAB, or the one at the end
 * of the line about the packet.
 */
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { type Direction, type Flows, NO_FLOWS } from './packetFlows';
import { ends } from './packetPorts';
import type { Segment } from './packetSegments';
import { carried, chunkLeft, ended, finished, missed, opened, sequenced, weighCapture } from './packets';
import { charactersOf, countable, LENGTH, linesOf } from './tcpdumpPayload';

interface Packet {
  readonly head: PeeledLine;
  readonly direction: Direction;
  readonly flags: string;
  /** Octets of payload, and of the headers before it as far as they are known. */
  readonly length: number;
  readonly headers: number | undefined;
  readonly sequence: number | undefined;
  /** What follows the head up to the next one. */
  readonly lines: readonly PeeledLine[];
}

interface State {
  /** `-v` puts the addresses onto a second line; this is the first. */
  readonly first: { readonly stamp: string; readonly version: 4 | 6 } | undefined;
  readonly packet: Packet | undefined;
  readonly flows: Flows;
}

export const tcpdump: Dialect<State> = {
  id: 'tcpdump',
  owns: ({ text }) => charactersOf(text) !== undefined || layerOf(text) !== undefined || FLOW.test(text),
  name: 'tcpdump -A or -X',
  counts: true,
  wire: true,
  dumps: (text) => charactersOf(text) !== undefined,
  evidence: (sample) => weighCapture(sample, weight),
  start: () => ({ first: undefined, packet: undefined, flows: NO_FLOWS }),
  read,
  finish: (state, context) => void finished(endPacket(state, context).flows, context),
  /** As `tcpdump` without `-A` prints it: on the line about the packet. */
  write(speaker, text, like) {
    const layer = like === undefined ? undefined : layerOf(like.text);
    const flow = like === undefined ? null : FLOW.exec(like.text);
    if (like !== undefined && (layer === undefined || flow === null)) return text;
    const [from, to] = ends(speaker, [flow?.[1] ?? '192.0.2.1.25', flow?.[2] ?? '192.0.2.2.40000']);
    const stamp = layer === undefined ? '00:00:00.000000' : layer.stamp;
    const version = layer?.version === 6 ? 'IP6' : 'IP';
    const head = `${stamp === '' ? '' : `${stamp} `}${version} ${from} > ${to}`;
    return `${head}: Flags [P.], ack 1, win 64, length ${text.length + 2}: SMTP: ${text}`;
  },
};

const STAMP = /^(?:(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d(?:\.\d{1,9})?|\d{9,10}\.\d{6,9}| ?\d\d:\d\d:\d\d\.\d{6}) /;
/** `tcpdump -#` counts the packets. */
const NUMBER = /^ {0,4}\d{1,9} {2}(?=\S)/;
/** What stands between the stamp and the addresses: interface and direction with `-i any`, MACs with `-e`. */
const LAYER =
  /^(?:[\w.@-]{1,20} {1,2}(?:In|Out|B|M|P) {1,2}|In |Out )?(IP6?) |^\S{17}[^>]{0,40} > \S{17}.{0,40}, (ethertype IPv[46]) /;
const FLOW = /^(?:.{0,250}[ ,])?(\S{3,120}) > (\S{3,120}): (?:Flags \[([A-Z.]{0,8}|none)\]|(tcp) |([SFPRWE.]{1,6}) )/;

function weight({ text }: PeeledLine) {
  const octets = charactersOf(text);
  if (octets !== undefined) return { format: 0, payload: PAYLOAD.exec(octets)?.[1] ?? '' };
  if (text.charCodeAt(0) === TAB) return { format: 0, payload: text.slice(1) };
  const about = text.startsWith('    ') || layerOf(text) !== undefined;
  const flow = about ? FLOW.exec(text) : null;
  if (flow !== null) {
    const smtp = LENGTH.exec(text);
    return { format: 3, payload: smtp?.[2] === ': SMTP: ' ? text.slice(smtp.index + smtp[0].length) : '' };
  }
  // The payload begins at the end of a dump's header, which has no fixed length: its first word may be found anywhere.
  const payload = text.length > 400 ? '' : (PAYLOAD.exec(text)?.[1] ?? '');
  return { format: 0, payload };
}

const PAYLOAD = /((?:220[ -]|250[ -]|354 |334 |EHLO |HELO |LHLO |MAIL FROM:|RCPT TO:).+)$/i;

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const { first } = state;
  if (first !== undefined && text.startsWith('    ')) {
    const packet = packetOf(line, first.stamp, first.version);
    if (packet !== undefined) return { ...state, first: undefined, packet };
  }
  const layer = layerOf(text);
  if (layer !== undefined) {
    const { stamp, version } = layer;
    const packet = packetOf(line, stamp, version);
    const rest = endPacket(state, context);
    return packet === undefined ? { ...rest, first: layer } : { ...rest, packet };
  }
  const { packet } = state;
  if (packet === undefined || packet.length === 0) return state;
  return { ...state, packet: { ...packet, lines: [...packet.lines, line] } };
}

/** The start of a line about a packet: its time, if shown, and the version of IP. */
function layerOf(line: string): { readonly stamp: string; readonly version: 4 | 6 } | undefined {
  const number = NUMBER.exec(line)?.[0];
  const text = number === undefined ? line : line.slice(number.length);
  const stamp = STAMP.exec(text)?.[0] ?? '';
  const layer = LAYER.exec(stamp === '' ? text : text.slice(stamp.length, stamp.length + 160));
  const name = layer?.[1] ?? layer?.[2];
  if (name === undefined || (stamp === '' && layer?.[1] === undefined)) return undefined;
  return { stamp: stamp.trim(), version: name.endsWith('6') ? 6 : 4 };
}

function packetOf(line: PeeledLine, stamp: string, version: 4 | 6): Packet | undefined {
  const { text } = line;
  const flow = FLOW.exec(text);
  if (flow === null) return undefined;
  const [head, from, to, flags, quiet, oldFlags] = flow;
  const rest = text.slice(head.length);
  const length =
    quiet !== undefined ? /^\d+/.exec(rest)?.[0] : (LENGTH.exec(rest)?.[1] ?? /^\d+:\d+\((\d+)\)/.exec(rest)?.[1]);
  const options = /(?:options \[|<)([^\]>]{0,200})[\]>]/.exec(rest)?.[1];
  const sequence = /(?:^|seq )(\d{1,10}):\d/.exec(rest)?.[1];
  const time = timeOf(stamp);
  return {
    head: line,
    direction: { from: from as string, to: to as string, ...(time !== undefined && { time }) },
    flags: flags ?? oldFlags ?? '',
    length: Number(length ?? 0),
    headers: quiet === undefined ? (version === 4 ? 40 : 60) + optionOctets(options) : undefined,
    sequence: sequence === undefined ? undefined : Number(sequence),
    lines: [],
  };
}

function endPacket(state: State, context: ReadContext): State {
  const { packet } = state;
  if (packet === undefined) return { ...state, first: undefined };
  const { direction, flags, length, head } = packet;
  let { flows } = state;
  if (flags.includes('S') && !flags.includes('.') && !head.text.includes(' ack ')) flows = opened(flows, direction);
  if (length > 0) flows = payload(packet, flows, context);
  const place = { text: head.text, ...within(head, 0) };
  if (flags.includes('R')) flows = ended(flows, direction, true, place, context);
  else if (flags.includes('F')) flows = ended(flows, direction, false, place, context);
  return { first: undefined, packet: undefined, flows };
}

function payload(packet: Packet, flows: Flows, context: ReadContext): Flows {
  const { direction, length, sequence } = packet;
  const { segments, complete, mixed } = linesOf(packet);
  if (segments.length === 0) return flows;
  const [when, seen] =
    sequence === undefined ? (['new', flows] as const) : sequenced(flows, direction, sequence, length);
  if (when === 'again') return seen;
  const place = { text: packet.head.text, ...within(packet.head, 0) };
  const before = when === 'later' ? missed(seen, direction, place, context) : seen;
  // A capture that keeps only the start of each packet shows part of a line at last.
  const shown = complete
    ? segments
    : [...segments.slice(0, -1), { ...(segments.at(-1) as Segment), ended: true, octets: length }];
  const told = mixed === true ? countable(shown, length, chunkLeft(before, direction)) : shown;
  const after = carried(before, direction, told, context);
  // The numbers of a connection's first packet count, too.
  return sequence === undefined ? after : sequenced(after, direction, sequence, length)[1];
}

/** Octets that the options take in the header, filled up to a multiple of four. */
function optionOctets(options: string | undefined): number {
  if (options === undefined) return 0;
  let octets = 0;
  for (const option of options.split(',')) {
    const name = option.trim().split(' ', 1)[0];
    if (name === 'nop' || name === 'eol') octets += 1;
    else if (name === 'mss') octets += 4;
    else if (name === 'wscale') octets += 3;
    else if (name === 'sackOK') octets += 2;
    else if (name === 'TS' || name === 'timestamp') octets += 10;
    else if (name === 'sack') octets += 2 + 8 * Number(/sack (\d{1,2})/.exec(option)?.[1] ?? 1);
  }
  return Math.ceil(octets / 4) * 4;
}

function timeOf(stamp: string): number | undefined {
  if (/^\d{9,10}\./.test(stamp)) return Math.round(Number(stamp) * 1000);
  const time = /(\d\d):(\d\d):(\d\d(?:\.\d{1,9})?)$/.exec(stamp);
  if (time === null) return undefined;
  if (stamp.includes('-')) return Date.parse(`${stamp.slice(0, 23).replace(' ', 'T')}Z`);
  return Math.round((Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3])) * 1000);
}

const TAB = 9;
