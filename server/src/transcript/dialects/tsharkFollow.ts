/**
 * `tshark -z follow,tcp,ascii`: one block per connection. Before each packet stands its length in octets, with a TAB
 * when the answering side sent it; the lines that follow are the packet's octets. A part of a block without its head is
 * known by its lengths, which what follows them has.
 */
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { type Flows, NO_FLOWS } from './packetFlows';
import { atEndOfFile, cutAtCr, type Segment } from './packetSegments';
import { carried, finished, missed, weighCapture } from './packets';

interface State {
  /** Where in a block the line is; octets are counted from the length line on. */
  readonly at: 'outside' | 'head' | 'packets';
  readonly nodes: readonly [string, string];
  readonly side: 0 | 1;
  /** Octets of this packet still to come; undefined between packets. */
  readonly left: number | undefined;
  /** A head has been seen: outside of a block nothing is a packet then. */
  readonly headed: boolean;
  /** False once a packet shows that the file lost the CRs of the wire. */
  readonly showsCr: boolean;
  readonly flows: Flows;
}

const NODES = ['node 0', 'node 1'] as const;

export const tsharkFollow: Dialect<State> = {
  id: 'tshark-follow',
  name: 'tshark follow',
  counts: true,
  wire: true,
  evidence(sample) {
    const framed = lengthsIn(sample);
    const format = (line: PeeledLine) => (framed.has(line) ? FRAMED : weight(line).format);
    return weighCapture(sample, (line) => ({ ...weight(line), format: format(line) }), 10);
  },
  start: () => ({
    at: 'outside',
    nodes: NODES,
    side: 0,
    left: undefined,
    headed: false,
    showsCr: true,
    flows: NO_FLOWS,
  }),
  read,
  finish: ({ flows }, context) => void finished(flows, context),
  opening: [
    '='.repeat(67),
    'Follow: tcp,ascii',
    'Filter: tcp.stream eq 0',
    'Node 0: 192.0.2.2:40000',
    'Node 1: 192.0.2.1:25',
  ],
  write: (speaker, text) => `${speaker === 'server' ? '\t' : ''}${octets(text) + 2}\n${text}\n`,
};

const FOLLOW = /^Follow: (?:tcp|tls|ssl),(?:ascii|utf-8|ebcdic)$/i;
const NODE = /^Node ([01]): (\S{1,100})$/;
const LENGTH = /^\t?[1-9]\d{0,6}$/;
/** Weight of a length that what follows has: more than all lines of a packet could weigh as a terminal's. */
const FRAMED = 20;

/** The lengths in a sample behind which so many octets stand up to the next one. */
function lengthsIn(sample: readonly PeeledLine[]): ReadonlySet<PeeledLine> {
  const framed = new Set<PeeledLine>();
  let length: { readonly line: PeeledLine; readonly at: number } | undefined;
  const endsAt = (index: number, spare: number) => {
    if (length === undefined) return;
    const inside = sample.slice(length.at + 1, index);
    if (isFramed(Number(length.line.text), inside, spare)) framed.add(length.line);
  };
  for (const [at, line] of sample.entries()) {
    const isLength = LENGTH.test(line.text);
    if (!isLength && !/^={60,}$/.test(line.text)) continue;
    endsAt(at, 0);
    length = isLength ? { line, at } : undefined;
  }
  endsAt(sample.length, 1);
  return framed;
}

/**
 * With the program's own line end, an empty line stands last, or `spare` more are to come; each line end may have lost its
 * CR, and the packet may end in one.
 */
function isFramed(length: number, lines: readonly PeeledLine[], spare: number): boolean {
  const size = lines.reduce((sum, { text }) => sum + octets(text), 0);
  const ends = lines.length - 1;
  return ends >= 0 && length >= size + ends && length <= size + 2 * (ends + spare) + 1;
}

function weight({ text }: PeeledLine) {
  if (FOLLOW.test(text) || NODE.test(text)) return { format: 10, payload: '' };
  if (/^={60,}$/.test(text)) return { format: 2, payload: '' };
  return LENGTH.test(text) ? { format: 2, payload: '' } : { format: 0, payload: text };
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const inPacket = state.left !== undefined && state.left > 0;
  if (!inPacket && text.startsWith('====') && /^={60,}$/.test(text)) {
    return { ...state, at: 'outside', left: undefined, flows: finished(state.flows, context) };
  }
  if (state.at === 'outside' || state.at === 'head') {
    if (FOLLOW.test(text)) return { ...state, at: 'head', nodes: NODES, headed: true };
    const node = NODE.exec(text);
    if (node !== null) {
      const nodes: State['nodes'] =
        node[1] === '0' ? [node[2] as string, NODES[1]] : [state.nodes[0], node[2] as string];
      return { ...state, at: 'head', nodes };
    }
    if (!LENGTH.test(text) || (state.at === 'outside' && state.headed)) return state;
  }
  if (!inPacket) {
    if (!LENGTH.test(text)) return { ...state, at: 'packets' };
    return { ...state, at: 'packets', side: text.startsWith('\t') ? 1 : 0, left: Number(text) };
  }
  return payload(line, state.left as number, state, context);
}

function payload(line: PeeledLine, left: number, state: State, context: ReadContext): State {
  const direction = { from: state.nodes[state.side] ?? '', to: state.nodes[1 - state.side] ?? '', masks: true };
  if (/^\[\d{1,12} bytes missing in capture file\]/.test(line.text)) {
    const place = { text: line.text, ...within(line, 0) };
    return { ...state, left: undefined, flows: missed(state.flows, direction, place, context) };
  }
  const { eol } = line.line;
  const after = left - octets(line.text);
  if (eol === '' && after > 0) {
    const segment = atEndOfFile(line, 0, after <= 2);
    return { ...state, left: undefined, flows: carried(state.flows, direction, [segment], context) };
  }
  const crLost = eol === '\n' && after === 2;
  const showsCr = state.showsCr && !crLost;
  const breadth = showsCr ? Math.min(2, eol.length) : 2;
  // The program ends each packet with a line end of its own: what fills the packet exactly was cut by it.
  const done = after > 0;
  // The packet ends between CR and LF.
  if (after === 1 && line.text !== '' && (!showsCr || eol.length > 1)) {
    const cut = cutAtCr(within(line, 0), line.text);
    return { ...state, flows: carried(state.flows, direction, [cut], context), showsCr, left: undefined };
  }
  const segment: Segment = {
    text: line.text,
    ended: done,
    ...within(line, 0),
    ...(done && (showsCr || left === 1) && eol === '\n' && { wireEol: eol }),
  };
  const rest = after - (done ? breadth : 0);
  const flows = carried(state.flows, direction, [segment], context);
  return { ...state, flows, showsCr, left: rest > 0 ? rest : undefined };
}

/** In ASCII each octet is one character, other ones are dots; in UTF-8 the length counts octets. */
function octets(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) count += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return count;
}
