/**
 * Packets in hexadecimal of which nothing says whose they are: `ncat -x` (`0000   32 32 30 20 …  220.`) and `tcpflow -CD`
 * (`0000: 3232 3020 … 220 `). The offset begins anew with each packet.
 */
import type { PeeledLine } from '../transcript';
import type { Dialect, ReadContext } from './dialect';
import { appendPairs, appendRow, hexRows, octetsOfRow, pairsOf } from './hexRows';
import { weighCapture } from './packets';
import { endOfUnmarked, heard, NOTHING_YET, type Unmarked } from './unmarked';
import { encodeUtf8, NO_TEXT, type WireText } from './wireText';

export const hexPackets: Dialect<Unmarked> = {
  id: 'hex-packets',
  name: 'ncat -x or tcpflow -CD',
  counts: true,
  sequential: true,
  wire: true,
  owns: ({ text }) => ROW.test(text) || pairsOf(text) !== '',
  dumps: (text) => ROW.test(text) || pairsOf(text) !== '',
  evidence: (sample) => weighCapture(sample, weight, 8),
  start: () => NOTHING_YET,
  read,
  finish: endOfUnmarked,
  write: (_speaker, text) =>
    hexRows(`${encodeUtf8(text)}\r\n`, (octets, shown, at) => {
      const half = [octets.slice(0, 8).join(' '), octets.slice(8).join(' ')];
      const offset = at.toString(16).padStart(4, '0');
      return `${offset}   ${`${half[0]}  ${half[1]}`.padEnd(48)}  ${shown.replaceAll(' ', '.').padEnd(16)}`;
    }),
};

const ROW = /^[0-9a-f]{4,8} {3}(?:[0-9a-f]{2} {1,2}){1,16} {1,60}\S{1,16} *$/;

function weight({ text }: PeeledLine) {
  const octets = ROW.test(text) ? octetsOfRow(text, text.indexOf(' ') + GAP) : pairsOf(text);
  return { format: octets === '' ? 0 : 2, payload: octets.split('\r', 1)[0] ?? '' };
}

const GAP = 3;

function read(line: PeeledLine, state: Unmarked, context: ReadContext): Unmarked {
  return heard(state, octetsIn(line), line, context);
}

function octetsIn(line: PeeledLine): WireText {
  const { text } = line;
  return ROW.test(text) ? appendRow(NO_TEXT, line, text.indexOf(' ') + GAP) : appendPairs(NO_TEXT, line);
}
