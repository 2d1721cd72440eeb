/**
 * Dumps of a connection that do not say whose a packet is: what the two sides said, put together from packets that may end
 * anywhere, is read as a terminal's.
 */
import type { PeeledLine } from '../transcript';
import { bare } from './bare';
import type { ReadContext } from './dialect';
import { appendWire, cutLines, decodeUtf8, NO_TEXT, type WireLine, type WireText } from './wireText';

export interface Unmarked {
  readonly dialogue: ReturnType<typeof bare.start>;
  /** What no line end has ended yet. */
  readonly open: WireText;
}

export const NOTHING_YET: Unmarked = { dialogue: bare.start(), open: NO_TEXT };

/** `octets` come next, each a character: the lines that they end are told. */
export function heard(state: Unmarked, octets: WireText, like: PeeledLine, context: ReadContext): Unmarked {
  const whole = appendWire(state.open, octets);
  let now: Unmarked = { ...state, open: NO_TEXT };
  for (const line of cutLines(whole)) {
    if (line.wireEol === '' && line.text.length < LONGEST) return { ...now, open: line };
    now = { ...now, dialogue: told(line, like, now, context) };
  }
  return now;
}

/** The log is over: what is open may be the start of a line. */
export function endOfUnmarked(state: Unmarked, context: ReadContext): void {
  bare.finish?.(state.dialogue, context);
}

function told(line: WireLine, like: PeeledLine, { dialogue }: Unmarked, context: ReadContext): Unmarked['dialogue'] {
  const { text, pieces } = decodeUtf8(line);
  const { start } = line.place;
  const source = { ...like.line, number: line.place.line };
  // A dump shows every message: behind 354 nothing answers one that is not there.
  return bare.read({ ...like, line: source, text, from: start, pieces }, { ...dialogue, invited: false }, context);
}

/** A longer line is cut: it must not be carried along for ever. */
const LONGEST = 8192;
