/**
 * libetpan with `mailstream_debug`, which MailCore and others build on: what was read and sent, a chunk at a time, each
 * between two lines. Behind a chunk stands an LF of the program's own: where the chunk ended a line, that is an empty line.
 */
import { readsAsCommand } from '../command';
import { isOtherProtocol } from '../protocols';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import type { Dialect, ReadContext } from './dialect';
import { say, tell } from './utter';
import { append, appendWire, NO_TEXT, placeOf, verbatim, type WireText } from './wireText';

type Side = Said['speaker'];

interface State {
  readonly count: number;
  /** QUIT was said, whose answer the library does not wait for. */
  readonly left: boolean;
  /** Whose chunk it is; undefined between chunks. */
  readonly side: Side | undefined;
  /** What both have said of a line whose rest is in another chunk. */
  readonly begun: Readonly<Record<Side, WireText>>;
  /** The latest line of the chunk: it may be the last one. */
  readonly latest: PeeledLine | undefined;
}

export const libetpan: Dialect<State> = {
  id: 'libetpan',
  name: 'libetpan stream debug',
  sequential: true,
  wire: true,
  evidence,
  start: () => ({
    count: 0,
    left: false,
    side: undefined,
    begun: { client: NO_TEXT, server: NO_TEXT },
    latest: undefined,
  }),
  read,
  write(speaker, text) {
    const [mark, word] = speaker === 'client' ? ['>', 'send'] : ['<', 'read'];
    const line = (what: string) => `${mark.repeat(7)} ${what} ${mark.repeat(6)}`;
    return `${line(word)}\n${text}\r\n\n${line(`end ${word}`)}`;
  },
};

const MARK = /^(?:<{7} (end )?read <{6}|>{7} (end )?send >{6})$/;

/** The library speaks IMAP and POP3, too. */
function evidence(sample: readonly PeeledLine[]): number {
  const lines = sample.map(({ text }) => text);
  if (isOtherProtocol(lines) || !lines.some((text) => looksLikeReply(text) || readsAsCommand(text))) return 0;
  return 12 * lines.filter((text) => MARK.test(text)).length;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const mark = MARK.exec(line.text);
  if (mark === null) {
    if (state.side === undefined) return state;
    return { ...(state.latest === undefined ? state : ended(state, state.side, state.latest, context)), latest: line };
  }
  const left = state.side === undefined || state.latest === undefined ? state : atEnd(state, state.side, state.latest);
  const ends = mark[1] !== undefined || mark[2] !== undefined;
  return { ...left, side: ends ? undefined : line.text.startsWith('<') ? 'server' : 'client', latest: undefined };
}

/** The line's end is that of the wire. */
function ended(before: State, side: Side, line: PeeledLine, context: ReadContext): State {
  const open = before.begun[side];
  const whole = open === NO_TEXT ? undefined : appendWire(open, verbatim(line, 0));
  const text = whole?.text ?? line.text;
  const state = begins(before, side, text) ? begin(before, line, text, context) : before;
  const place = whole === undefined || whole.pieces.length === 0 ? {} : placeOf(whole.pieces);
  say(line, 0, String(state.count), side, context, { text, ...place, ...wireEolOf(line) });
  const left = side === 'client' && text === 'QUIT' && context.modeOf(String(state.count)) !== 'data';
  return { ...state, left: left || state.left, begun: { ...state.begun, [side]: NO_TEXT } };
}

function begins({ count, left }: State, side: Side, text: string): boolean {
  return count === 0 || (left && side === 'server' && text.startsWith('220'));
}

/** Whether TLS was there from the first octet is not told. */
function begin(state: State, line: PeeledLine, text: string, context: ReadContext): State {
  const count = state.count + 1;
  tell(line, 0, String(count), { type: 'connect', whole: /^(?:220|421|554)/.test(text), tls: 'unknown' }, context);
  return { ...state, count, left: false };
}

function wireEolOf({ line: { eol } }: PeeledLine): Partial<Said> | undefined {
  return eol === '\r\n' ? undefined : { wireEol: eol };
}

/** The chunk ends in the middle of its last line, unless that is empty. */
function atEnd(state: State, side: Side, line: PeeledLine): State {
  if (line.text === '') return state;
  const before = state.begun[side];
  const whole =
    before.text.length > LONGEST
      ? append(NO_TEXT, line.text, line.line.number, line.from)
      : appendWire(before, verbatim(line, 0));
  return { ...state, begun: { ...state.begun, [side]: whole } };
}

/** A longer line is cut: it must not be carried along for ever. */
const LONGEST = 8192;
