/**
 * netcat with `-o`: rows of octets, `<` for what came and `>` for what was sent, with the offset of each side since the
 * connection began: `< 00000000 32 32 30 20 …  # 220 …`. netcat may be the server (`-l`).
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { appendRow, hexRows, octetsOfRow } from './hexRows';
import { tell } from './utter';
import { cutLines, decodeUtf8, encodeUtf8, NO_TEXT, type WireText } from './wireText';

type Arrow = '<' | '>';

interface State {
  readonly count: number;
  /** How many octets each side has said. */
  readonly said: Readonly<Record<Arrow, number>>;
  /** What no line end has ended yet. */
  readonly open: Readonly<Record<Arrow, WireText>>;
  /** The side of the server, once a line tells. */
  readonly server: Arrow | undefined;
}

const START: State = { count: 0, said: { '<': 0, '>': 0 }, open: { '<': NO_TEXT, '>': NO_TEXT }, server: undefined };

export const netcatHex: Dialect<State> = {
  id: 'netcat-hex',
  name: 'netcat -o',
  counts: true,
  sequential: true,
  wire: true,
  owns: ({ text }) => ROW.test(text),
  dumps: (text) => ROW.test(text),
  evidence,
  start: () => START,
  read,
  write(speaker, text, like) {
    const first = like === undefined ? null : ROW.exec(like.text);
    const server = first === null || /^[2-5]\d\d/.test(octetsOfRow(like?.text ?? '', HEAD)) ? first?.[1] : undefined;
    const arrow = (speaker === 'server') === (server !== '>') ? '<' : '>';
    return hexRows(`${encodeUtf8(text)}\r\n`, (octets, shown, at) => {
      // Only a connection begins at 0; how much was said before is not known here.
      const offset = (at + (first === null ? 0 : 1)).toString(16).padStart(8, '0');
      return `${arrow} ${offset} ${octets.join(' ').padEnd(47)} # ${shown.replaceAll(' ', '.')}`;
    });
  },
};

const ROW = /^([<>]) ([\da-f]{8}) (?:[\da-f]{2} ){1,16} {0,48}# /;
/** Before the octets. */
const HEAD = 11;

function evidence(sample: readonly PeeledLine[]): number {
  return weigh(sample, ({ text }) => {
    if (!ROW.test(text)) return 0;
    const octets = octetsOfRow(text, HEAD);
    return looksLikeReply(octets) || /^(?:EHLO|HELO|LHLO|MAIL FROM|RCPT TO)[: ]/i.test(octets) ? 12 : 1;
  });
}

function read(line: PeeledLine, before: State, context: ReadContext): State {
  const row = ROW.exec(line.text);
  if (row === null) return before;
  const arrow = row[1] as Arrow;
  const offset = Number.parseInt(row[2] ?? '', 16);
  let state = before;
  if (before.count === 0 || (offset === 0 && before.said[arrow] > 0)) {
    state = { ...START, count: before.count + 1 };
    tell(line, 0, String(state.count), { type: 'connect', whole: offset === 0 }, context);
  } else if (before.said[arrow] > 0 && offset > before.said[arrow]) {
    tell(line, 0, String(state.count), { type: 'gap' }, context);
  }
  const octets = appendRow(state.open[arrow], line, HEAD);
  const end = offset + octets.text.length - state.open[arrow].text.length;
  const said = { ...state.said, [arrow]: Math.max(state.said[arrow], end) };
  return heard(arrow, octets, { ...state, said }, context);
}

/** Tells the lines that are at their end. */
function heard(arrow: Arrow, octets: WireText, state: State, { emit }: ReadContext): State {
  let { server } = state;
  const session = String(state.count);
  for (const line of cutLines(octets)) {
    if (line.wireEol === '' && line.text.length < LONGEST)
      return { ...state, server, open: { ...state.open, [arrow]: line } };
    const { text, pieces } = decodeUtf8(line);
    server ??= looksLikeReply(text) === (arrow === '<') ? '<' : '>';
    const speaker: Said['speaker'] = arrow === server ? 'server' : 'client';
    const end = line.wireEol === undefined ? {} : { wireEol: line.wireEol };
    emit({ session, speaker, text, ...line.place, pieces, ...end });
  }
  return { ...state, server, open: { ...state.open, [arrow]: NO_TEXT } };
}

/** A longer line is cut: it must not be carried along for ever. */
const LONGEST = 8192;
