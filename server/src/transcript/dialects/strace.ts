/**
 * strace with `-e read=all -e write=all`: behind each call the octets that it moved, in rows of a hex dump
 * (` | 00000  45 48 4c 4f …  EHLO a.. |`). The string in the call itself is cut after a few octets; which way they went it tells.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import type { Dialect, ReadContext } from './dialect';
import { appendRow, hexRows, octetsOfRow } from './hexRows';
import { type Direction, type Flows, NO_FLOWS, pairOf } from './packetFlows';
import { segmentsOf } from './packetSegments';
import { carried, ended, finished, weighCapture } from './packets';
import { isSystemCall } from './systemCall';
import { encodeUtf8, NO_TEXT, type WireText } from './wireText';

interface State {
  readonly flows: Flows;
  /** Which way the octets went that follow. */
  readonly direction: Direction | undefined;
  readonly octets: WireText;
  /** By process, which way the octets of a call go that another process interrupted. */
  readonly begun: ReadonlyMap<string, Direction>;
  /** The descriptor that SMTP was read from or written to last. */
  readonly last: string;
}

export const strace: Dialect<State> = {
  id: 'strace',
  name: 'strace -e read=all -e write=all',
  counts: true,
  wire: true,
  sparse: true,
  owns: ({ text }) => ROW.test(text),
  dumps: (text) => ROW.test(text) || isSystemCall(text),
  evidence: (sample) => weighCapture(sample, weight, 10),
  start: () => ({ flows: NO_FLOWS, direction: undefined, octets: NO_TEXT, begun: new Map(), last: '' }),
  read,
  finish: (state, context) => void finished(endCall(state, context).flows, context),
  write(speaker, text) {
    const octets = `${encodeUtf8(text)}\r\n`;
    const rows = hexRows(octets, (row, shown, at) => {
      const halves = [row.slice(0, 8).join(' '), row.slice(8).join(' ')].join('  ').padEnd(48);
      return ` | ${at.toString(16).padStart(5, '0')}  ${halves}  ${shown.padEnd(16)} |`;
    });
    const call = speaker === 'client' ? 'write' : 'read';
    return `${call}(${LAST}, ${JSON.stringify(`${text}\r\n`)}, ${octets.length}) = ${octets.length}\n${rows}`;
  },
};

const ROW = /^ \| [0-9a-f]{5,8} {2}(?:[0-9a-f]{2} {1,2}){1,16} {0,50}.{1,16} {0,16}\|$/;

/** A row of the octets that a call moved. */
export function isRow(text: string): boolean {
  return ROW.test(text);
}

const HEX_COLUMN = /^ \| [0-9a-f]{5,8} {2}/;
const PROCESS = String.raw`^(?:\[pid +(\d+)\] |(\d+) +)?(?:\d[\d:.]* )?(?:\( *\+ *[\d.]+\) )?`;
const CALL = new RegExp(
  `${PROCESS}(?:(read|readv|recv|recvfrom|recvmsg)|write|writev|send|sendto|sendmsg|(close))\\((\\d+|\\?)(?:<[^"]{0,160}>)?[,)](.*)`,
);
const RESUMED = new RegExp(`${PROCESS}<\\.\\.\\. \\w+ resumed>`);
/** The descriptor in a line that was written anew: that of the connection at hand. */
const LAST = '?';
const LOCAL = 'local';

function weight({ text }: PeeledLine) {
  const column = ROW.test(text) ? HEX_COLUMN.exec(text)?.[0].length : undefined;
  return column === undefined
    ? { format: 0, payload: '' }
    : { format: 5, payload: octetsOfRow(text, column).split('\r', 1)[0] ?? '' };
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const column = text.startsWith(' | ') ? HEX_COLUMN.exec(text)?.[0].length : undefined;
  if (column !== undefined) {
    return state.direction === undefined ? state : { ...state, octets: appendRow(state.octets, line, column) };
  }
  // Of a call with several buffers.
  if (text.startsWith(' * ')) return state;
  const now = endCall(state, context);
  const call = CALL.exec(text);
  if (call === null) {
    const resumed = RESUMED.exec(text);
    return { ...now, direction: resumed === null ? undefined : now.begun.get(resumed[1] ?? resumed[2] ?? '') };
  }
  const [, bracketed, bare, reads, closes, descriptor = '', rest = ''] = call;
  const pid = bracketed ?? bare ?? '';
  const key = descriptor === LAST ? now.last : pid === '' ? descriptor : `${pid}/${descriptor}`;
  const direction = reads === undefined ? { from: LOCAL, to: key } : { from: key, to: LOCAL };
  if (closes !== undefined) {
    const flows = ended(
      now.flows,
      direction,
      true,
      { line: line.line.number, start: line.from, end: line.from, text: '' },
      context,
    );
    return { ...now, flows, direction: undefined };
  }
  if (!rest.endsWith('<unfinished ...>')) return { ...now, direction };
  return { ...now, direction: undefined, begun: new Map(now.begun).set(pid, direction) };
}

function endCall(state: State, context: ReadContext): State {
  const { octets, direction, flows } = state;
  if (direction === undefined || octets === NO_TEXT) return state;
  const last = direction.from === LOCAL ? direction.to : direction.from;
  const segments = segmentsOf(octets);
  const [first] = segments;
  // What is read from files and pipes says anything.
  const speaks = first !== undefined && (looksLikeReply(first.text) || readsAsCommand(first.text));
  if (!speaks && !flows.open.has(pairOf(LOCAL, last))) return { ...state, octets: NO_TEXT };
  return { ...state, flows: carried(flows, direction, segments, context), octets: NO_TEXT, last };
}
