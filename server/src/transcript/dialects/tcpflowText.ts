/**
 * `tcpflow -C`: the packets of both sides without their names. The program ends each with an LF of its own: where the lines
 * of the wire show their CR, an LF without one is such an end, and the line that stands before it goes on in the next packet.
 */
import { readsAsCommand } from '../command';
import { isOtherProtocol, speaksSmtp } from '../protocols';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import type { Dialect, ReadContext } from './dialect';
import { hasOtherHeads } from './otherHeads';
import { endOfUnmarked, heard, NOTHING_YET, type Unmarked } from './unmarked';
import { append, verbatim } from './wireText';

export const tcpflowText: Dialect<Unmarked> = {
  id: 'tcpflow-text',
  name: 'tcpflow -C',
  sequential: true,
  wire: true,
  owns: ({ text, line }) => line.eol === '\r\n' && (looksLikeReply(text) || readsAsCommand(text)),
  evidence,
  start: () => NOTHING_YET,
  read,
  finish: endOfUnmarked,
  write: (_speaker, text, like) => (like?.line.eol === '\r\n' ? text : `${text}\r\n`),
};

/**
 * An empty line of LF behind a line of CRLF, again and again, or once where commands end in CRLF as well; a command that
 * ends in LF and is answered was typed so, or is of another log that follows.
 */
function evidence(sample: readonly PeeledLine[]): number {
  const lines = sample.map(({ text }) => text);
  if (isOtherProtocol(lines) || hasOtherHeads(sample) || !lines.some((line) => speaksSmtp(line) > 0)) return 0;
  let ends = 0;
  let commands = 0;
  let cut = false;
  let weight = 0;
  for (const [index, { text, line }] of sample.entries()) {
    const next = sample[index + 1];
    const isSaid = looksLikeReply(text) || readsAsCommand(text);
    if (isSaid) weight += 2;
    const begun = isSaid || cut;
    // The next packet has the rest of the line, and its end.
    cut = isSaid && line.eol === '\n';
    if (begun && text !== '' && line.eol === '\r\n' && next?.text === '' && next.line.eol === '\n') ends++;
    if (line.eol === '\r\n' && readsAsCommand(text)) commands++;
    if (line.eol === '\n' && readsAsCommand(text) && looksLikeReply(next?.text ?? '')) {
      if (ends >= LEAST_ENDS && commands > 0) break;
      weight -= TYPED;
    }
  }
  return ends >= LEAST_ENDS || (ends > 0 && commands > 0) ? Math.max(0, weight + ends * 3) : 0;
}

const LEAST_ENDS = 2;
const TYPED = 10;

function read(line: PeeledLine, state: Unmarked, context: ReadContext): Unmarked {
  const { eol } = line.line;
  const end = line.text.length;
  const place = { line: line.line.number, column: line.from + end };
  const ended = eol === '\n' || eol === '' ? '' : '\r\n';
  // A packet that ends in LF alone.
  const lone = line.text === '' && eol === '\n' && state.open.text !== '' ? '\n' : ended;
  const octets = append(verbatim(line, 0), lone, place.line, place.column, 0);
  return heard(state, octets, line, line.text.startsWith('.') ? withTabs(context) : context);
}

/** A dot stands for what cannot be printed: before a line of a message it may be the TAB of a folded one. */
function withTabs(context: ReadContext): ReadContext {
  const { emit, modeOf } = context;
  return {
    modeOf,
    emit(utterance) {
      const isData = utterance.speaker === 'client' && modeOf(utterance.session) === 'data';
      emit(
        isData && /^\.[^.]/.test(utterance.text) ? { ...utterance, text: `\t${utterance.text.slice(1)}` } : utterance,
      );
    },
  };
}
