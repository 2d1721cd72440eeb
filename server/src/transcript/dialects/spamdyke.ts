/**
 * spamdyke's full log: `MM/DD/YYYY HH:MM:SS FROM REMOTE TO CHILD: 28 bytes`, with ` TLS` and ` AUTH:user` behind it, then the octets. An
 * LF stands before each head. What spamdyke hides from the client, and what it says to the server behind it, is none of
 * the dialogue.
 */
import { octetsOf } from '../octets';
import type { PeeledLine, Said } from '../transcript';
import { tellClose } from './delivery';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { isFinalDot } from './finalDots';
import { tell, timeOfStamp } from './utter';
import { appendWire, NO_TEXT, placeOf, verbatim, type WireText } from './wireText';

type Speaker = Said['speaker'];

interface State {
  readonly count: number;
  readonly open: boolean;
  /** The log begins with this session. */
  readonly whole: boolean;
  /** Whose octets follow; undefined for what is not of the dialogue. */
  readonly speaker: Speaker | undefined;
  /** Octets that are still to come by what the head says. */
  readonly left: number;
  readonly time: number | undefined;
  /** The start of a line that goes on in the speaker's next packet. */
  readonly tails: Readonly<Record<Speaker, WireText>>;
  /** The client's last line ends a message. */
  readonly dotted: boolean;
}

const NO_TAILS = { client: NO_TEXT, server: NO_TEXT } as const;
const NEW: State = {
  count: 0,
  open: false,
  whole: false,
  speaker: undefined,
  left: 0,
  time: undefined,
  tails: NO_TAILS,
  dotted: false,
};

export const spamdyke: Dialect<State> = {
  id: 'spamdyke',
  name: 'spamdyke full log',
  asRead: true,
  sequential: true,
  wire: true,
  evidence: (sample) => weigh(sample, ({ text }) => (PACKET.test(text) ? 20 : 0)),
  start: () => NEW,
  read,
  write(speaker, text) {
    const head = speaker === 'client' ? 'FROM REMOTE TO CHILD' : 'FROM CHILD TO REMOTE';
    return `01/01/1970 00:00:00 ${head}: ${octetsOf(text) + 2} bytes\n${text}`;
  },
};

const STAMP = String.raw`^(?:(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d))?`;
const PACKET = new RegExp(
  `${STAMP} ?(FROM (?:REMOTE TO CHILD|(?:CHILD|SPAMDYKE) TO REMOTE|CHILD, FILTERED|SPAMDYKE TO CHILD)): (\\d{1,9}) bytes( TLS_PASSTHROUGH)?(?: TLS)?(?: AUTH:.{0,511})?$`,
);
const NOTE = new RegExp(
  `${STAMP} ?(?:(STARTED: VERSION = )|(CLOSED)$|(LOG OUTPUT|CURRENT (?:CONFIG|ENVIRONMENT))|(?:TLS ?|AUTH:\\S{0,511} ?)*- (?:(TLS (?:negotiated and|passthrough) started)$|Remote IP = (\\S{1,60})|TLS ended and closed$|Remote rDNS = |Authentication ))`,
);

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const packet = PACKET.exec(line.text);
  if (packet !== null) {
    const [, month, day, year, clock, what, bytes, hidden] = packet;
    const speaker = hidden !== undefined ? undefined : SPEAKERS[what as string];
    const time = line.time ?? (year === undefined ? undefined : timeOfStamp(`${year}-${month}-${day} ${clock}`));
    return { ...state, speaker, left: Number(bytes), time };
  }
  const note = NOTE.exec(line.text);
  if (note !== null) return told(line, note, { ...state, speaker: undefined }, context);
  return state.speaker === undefined ? state : octets(line, state.speaker, state, context);
}

const SPEAKERS: Readonly<Record<string, Speaker>> = {
  'FROM REMOTE TO CHILD': 'client',
  'FROM CHILD TO REMOTE': 'server',
  'FROM SPAMDYKE TO REMOTE': 'server',
};

function told(line: PeeledLine, note: RegExpExecArray, state: State, context: ReadContext): State {
  const [, , , , , started, ends, , tls, host] = note;
  if (started !== undefined) return { ...NEW, count: state.count, whole: true };
  if (host !== undefined) return begun(line, state, host, context);
  if (tls !== undefined) {
    const now = begun(line, state, undefined, context);
    tell(line, 0, String(now.count), { type: 'tls' }, context);
    return now;
  }
  if (ends === undefined || !state.open) return state;
  const session = String(state.count);
  tellClose(line, 0, session, context, state.dotted);
  return { ...NEW, count: state.count };
}

function begun(line: PeeledLine, state: State, host: string | undefined, context: ReadContext): State {
  if (state.open) return state;
  const count = state.count + 1;
  const event = { type: 'connect', whole: state.whole, ...(host !== undefined && { host }) } as const;
  tell(line, 0, String(count), event, context);
  return { ...state, count, open: true };
}

function octets(line: PeeledLine, speaker: Speaker, before: State, context: ReadContext): State {
  const { text } = line;
  const { eol } = line.line;
  const crlf = eol.endsWith('\r\n');
  // The LF before the next head.
  if (text === '' && !crlf && before.left <= 0) return before;
  const state = begun(line, before, undefined, context);
  const size = octetsOf(text);
  const tail = state.tails[speaker];
  const whole = appendWire(tail, verbatim(line, 0));
  const rest = { ...state, left: state.left - size - 2 };
  if (!crlf && size === state.left && text !== '') return { ...rest, tails: { ...state.tails, [speaker]: whole } };
  const session = String(state.count);
  const dotted = isFinalDot(speaker, whole.text, session, context);
  const place = whole.pieces.length === 0 ? within(line, 0) : placeOf(whole.pieces);
  const { time } = state;
  context.emit({ session, speaker, text: whole.text, ...place, ...(time !== undefined && { time }) });
  return { ...rest, dotted, tails: { ...state.tails, [speaker]: NO_TEXT } };
}
