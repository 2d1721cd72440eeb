/**
 * `tcpflow -c`: each packet begins with `192.000.002.001.00025-192.000.002.002.40000: `, its other lines are bare. The
 * program ends each packet with a line end of its own, so the last line of a packet is what its line ends leave over. With
 * `-D` nothing stands behind the head, and the packet follows in hexadecimal.
 */
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { appendPairs, pairsOf } from './hexRows';
import { type Direction, type Flows, NO_FLOWS } from './packetFlows';
import { ends } from './packetPorts';
import { atEndOfFile, cutAtCr, type Segment, segmentsOf } from './packetSegments';
import { carried, finished, weighCapture } from './packets';
import { NO_TEXT, type WireText } from './wireText';

interface State {
  readonly direction: Direction | undefined;
  /** The last line read: what follows it tells whether it was whole. */
  readonly held: Segment | undefined;
  /** That line begins a packet: it is not the empty one that ends one. */
  readonly first: boolean;
  /** A packet has ended in an empty line: then one that does not was cut in its last line. */
  readonly showsEnds: boolean;
  /** The file has the CRs of the wire and the program's own line ends without: a line without a CR had none. */
  readonly showsCr: boolean;
  /** The program's own line ends are LF. */
  readonly own: boolean;
  /** Octets of a packet that is shown in hexadecimal. */
  readonly octets: WireText;
  readonly flows: Flows;
}

export const tcpflow: Dialect<State> = {
  id: 'tcpflow',
  owns: ({ text }) => PACKET.test(text),
  name: 'tcpflow -c',
  wire: true,
  dumps: (text) => pairsOf(text) !== '',
  evidence: (sample) => weighCapture(sample, weight),
  start: () => ({
    direction: undefined,
    held: undefined,
    first: false,
    showsEnds: false,
    showsCr: false,
    own: false,
    octets: NO_TEXT,
    flows: NO_FLOWS,
  }),
  read,
  finish: (state, context) => void finished(endPacket(state, context).flows, context),
  write(speaker, text, like) {
    const head = like === undefined ? null : PACKET.exec(like.text);
    // A line inside a packet is its sender's.
    if (like !== undefined && head === null) return text;
    const [from, to] = ends(speaker, [head?.[1] ?? SERVER, head?.[2] ?? CLIENT]);
    return `${from}-${to}: ${text}\n`;
  },
};

const CLIENT = '192.000.002.002.40000';
const SERVER = '192.000.002.001.00025';
const END = String.raw`(?:\d{3}\.\d{3}\.\d{3}\.\d{3}|[0-9a-fA-F:]{2,39})\.\d{5}`;
const PACKET = new RegExp(`^(${END})-(${END}): `);

function weight({ text }: PeeledLine) {
  const head = PACKET.exec(text);
  return head === null
    ? { format: 0, payload: pairsOf(text).split('\r', 1)[0] ?? '' }
    : { format: 10, payload: text.slice(head[0].length) };
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const { eol } = line.line;
  const head = PACKET.exec(text);
  const showsCr = state.showsCr || eol === '\r\n';
  if (head !== null) {
    const direction = { from: head[1] as string, to: head[2] as string, masks: true };
    return { ...endPacket(state, context), direction, held: segmentOf(line, head[0].length), first: true, showsCr };
  }
  // What is left of a packet whose head the file does not show tells how its line ends look.
  if (state.direction === undefined) {
    const own = text === '' && eol === '\n';
    return own && state.showsCr ? { ...state, showsEnds: true, own } : { ...state, showsCr, own: own || state.own };
  }
  if (state.octets !== NO_TEXT || (state.first && state.held?.text === '')) {
    const octets = appendPairs(state.octets, line);
    if (octets !== state.octets) return { ...state, held: undefined, octets };
    if (state.octets !== NO_TEXT) return text === '' ? state : { ...endPacket(state, context), direction: undefined };
  }
  // The file ends inside what may be the next head.
  if (eol === '' && (state.held?.text === '' || /^[\d.:A-Fa-f-]*$/.test(text))) {
    return { ...endPacket(state, context), direction: undefined };
  }
  return { ...hear(state, true, context), held: segmentOf(line, 0), first: false, showsCr };
}

function endPacket(state: State, context: ReadContext): State {
  const { held, octets, direction } = state;
  if (octets !== NO_TEXT && direction !== undefined) {
    const exact = { from: direction.from, to: direction.to };
    return { ...state, octets: NO_TEXT, flows: carried(state.flows, exact, segmentsOf(octets), context) };
  }
  if (held === undefined) return state;
  if (held.text === '' && !state.first) {
    return { ...state, held: undefined, showsEnds: true, own: held.wireEol === '\n' };
  }
  // A paste may have lost the empty lines; then every packet is taken for whole that does not lack its CR.
  return hear(state, !state.showsEnds && !(state.showsCr && held.wireEol === '\n'), context);
}

function hear(state: State, ended: boolean, context: ReadContext): State {
  const { held, direction, flows } = state;
  if (held === undefined || direction === undefined) return state;
  if (!held.ended) return { ...state, held: undefined, flows: carried(flows, direction, [held], context) };
  const { wireEol, ...line } = held;
  const exact = state.showsCr && state.own;
  // The packet ended between CR and LF.
  if (!ended && exact && wireEol === undefined) {
    const cut = cutAtCr(line, line.text);
    return { ...state, held: undefined, flows: carried(flows, direction, [cut], context) };
  }
  const segment: Segment = { ...line, ended, ...(ended && exact && wireEol !== undefined && { wireEol }) };
  return { ...state, held: undefined, flows: carried(flows, direction, [segment], context) };
}

function segmentOf(line: PeeledLine, from: number): Segment {
  const { eol } = line.line;
  if (eol === '') return atEndOfFile(line, from, false);
  return { text: line.text.slice(from), ended: true, ...within(line, from), ...(eol === '\n' && { wireEol: eol }) };
}
