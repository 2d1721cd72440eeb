/**
 * Apple Mail's log of connections (Connection Doctor): blocks that begin with
 * `WROTE Nov 30 10:00:03.111 [kCFStreamSocketSecurityLevelNone] -- host:… -- port:587 -- socket:0x… -- thread:0x…` and end with an
 * empty line. The level tells whether TLS is up. IMAP and POP stand in the same log; credentials are hidden.
 */
import { readsAsCommand } from '../command';
import { speaksOther } from '../protocols';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { atTime, say, tell } from './utter';

interface Talk {
  readonly session: string;
  /** Undefined until something is said. */
  readonly smtp: boolean | undefined;
  /** Where its connection begins in the log, until that is told. */
  readonly first: PeeledLine | undefined;
  /** The log shows that it was connected. */
  readonly whole: boolean;
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  /** The client's last line. */
  readonly asked: string;
}

type Side = Said['speaker'];

interface State {
  readonly count: number;
  /** By socket, the latest last. */
  readonly talks: ReadonlyMap<string, Talk>;
  /** The socket of the block at hand. */
  readonly socket: string;
  readonly side: Side | undefined;
  /** Who says the next line alone. */
  readonly once: Side | undefined;
  readonly time: number | undefined;
  /** An empty line that ends the block, unless that goes on. */
  readonly blank: PeeledLine | undefined;
}

export const appleMail: Dialect<State> = {
  id: 'apple-mail',
  name: 'Apple Mail Connection Doctor',
  evidence,
  start: () => ({
    count: 0,
    talks: new Map(),
    socket: '',
    side: undefined,
    once: undefined,
    time: undefined,
    blank: undefined,
  }),
  read,
  write(speaker, text, like) {
    const mark = speaker === 'client' ? 'WROTE' : 'READ';
    const head = like === undefined ? HEAD_LIKE : HEAD.test(like.text) ? like.text : undefined;
    if (head === undefined) return `${mark} ${NO_TIME}\n${text}`;
    return `${mark}${head.slice(head.indexOf(' '))}\n${text}\n`;
  },
};

const HEAD =
  /^(READ|WROTE|CONNECTED) (\S.{3,40}?) \[(\w{1,80}|\(null\))\] -- host:(\S{1,255}) -- port:(\d{1,5}) -- socket:(\S{1,40}) -- thread:\S{1,40}$/;
const NO_TIME = 'Jan 01 00:00:00.000';
const HEAD_LIKE = `READ ${NO_TIME} [kCFStreamSocketSecurityLevelNone] -- host:mx.example.org -- port:587 -- socket:0x1 -- thread:0x1`;
const INITIATING =
  /^INITIATING CONNECTION \S.{3,40}? host:\S{1,255} -- port:\d{1,5} -- socket:\S{1,40} -- thread:\S{1,40}$/;
/** As this format writes a single line into a block: in the same connection, whose block goes on behind it. */
const SINGLE = /^(READ|WROTE) Jan 01 00:00:00\.000$/;
const SMTP_PORTS: ReadonlySet<number> = new Set([25, 465, 587]);
const OTHER_PORTS: ReadonlySet<number> = new Set([110, 143, 993, 995]);
/** Mail's IMAP tags. */
const TAG = /^\d{1,6}\.\d{1,6} [A-Za-z]/;
const HIDDEN = /(?:^| )\*{3} \d{1,9} bytes hidden \*{3}$/;
const MOST = 100;

function evidence(sample: readonly PeeledLine[]): number {
  let heads = 0;
  let said = 0;
  for (const [index, { text }] of sample.entries()) {
    const head = HEAD.exec(text);
    if (head === null && !SINGLE.test(text)) continue;
    heads++;
    const next = sample[index + 1]?.text ?? '';
    if (!isOther(next, Number(head?.[5])) && (looksLikeReply(next) || readsAsCommand(next))) said++;
  }
  return said === 0 ? 0 : heads * 12;
}

function isOther(text: string, port: number): boolean {
  return OTHER_PORTS.has(port) || speaksOther(text) || TAG.test(text);
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const single = SINGLE.exec(text);
  if (single !== null) return { ...state, once: sideOf(single[1]) };
  const head = HEAD.exec(text);
  if (head !== null) return begin(line, head, state, context);
  if (INITIATING.test(text)) return { ...state, side: undefined, blank: undefined };
  const now = state.blank === undefined ? state : said(state.blank, state.side, state, context);
  if (state.once !== undefined) return { ...said(line, state.once, now, context), blank: undefined, once: undefined };
  return text === '' ? { ...now, blank: line } : { ...said(line, state.side, now, context), blank: undefined };
}

function sideOf(mark: string | undefined): Side | undefined {
  return mark === 'READ' ? 'server' : mark === 'WROTE' ? 'client' : undefined;
}

function begin(line: PeeledLine, head: RegExpExecArray, state: State, context: ReadContext): State {
  const [, mark, stamp = '', level = '', host = '', port, socket = ''] = head;
  const known = mark === 'CONNECTED' ? undefined : state.talks.get(socket);
  const count = known === undefined ? state.count + 1 : state.count;
  const talk = known ?? {
    session: `${socket}/${count}`,
    smtp: SMTP_PORTS.has(Number(port)) || undefined,
    first: line,
    whole: mark === 'CONNECTED',
    host,
    port: Number(port),
    tls: false,
    asked: '',
  };
  const time = timeOf(stamp);
  const tls = level !== 'kCFStreamSocketSecurityLevelNone' && level.startsWith('kCFStream');
  const told = talk.smtp === true ? announce(talk, context) : talk;
  if (tls && !talk.tls && told.first === undefined) tell(line, 0, talk.session, { type: 'tls' }, context);
  const talks = new Map(state.talks);
  talks.delete(socket);
  talks.set(socket, { ...told, tls });
  if (talks.size > MOST) talks.delete(talks.keys().next().value as string);
  return { count, talks, socket, side: sideOf(mark), once: undefined, time, blank: undefined };
}

/** Milliseconds since the start of a year that the log does not tell. */
function timeOf(stamp: string): number | undefined {
  const [, month = '', day, hour, minute, second] =
    /^([A-Z][a-z]{2}) (\d{1,2}) (\d\d):(\d\d):(\d\d\.\d{1,6})$/.exec(stamp) ?? [];
  const index = MONTHS.indexOf(month) / 3;
  if (day === undefined || !Number.isInteger(index)) return undefined;
  return Date.UTC(2000, index, Number(day), Number(hour), Number(minute)) + Number(second) * 1000;
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

function announce(talk: Talk, context: ReadContext): Talk {
  const { first, whole, host, port, session } = talk;
  if (first === undefined) return talk;
  tell(first, 0, session, { type: 'connect', whole, host, port }, context);
  if (talk.tls) tell(first, 0, session, { type: 'tls' }, context);
  return { ...talk, first: undefined };
}

function said(line: PeeledLine, side: Side | undefined, state: State, context: ReadContext): State {
  const known = state.talks.get(state.socket);
  if (side === undefined || known === undefined) return state;
  const smtp = known.smtp ?? !isOther(line.text, known.port);
  const talk = smtp ? announce({ ...known, smtp }, context) : { ...known, smtp };
  const timed = atTime(line, state.time);
  if (smtp) utter(timed, side, talk, context);
  const asked = side === 'client' ? line.text : talk.asked;
  return { ...state, talks: new Map(state.talks).set(state.socket, { ...talk, asked }) };
}

function utter(line: PeeledLine, side: Side, { session, asked }: Talk, context: ReadContext): void {
  const inData = side === 'client' && context.modeOf(session) === 'data';
  const hidden = side === 'client' && !inData ? HIDDEN.exec(line.text) : null;
  if (inData && line.text === '.' && asked.toUpperCase() === 'DATA')
    say(line, 0, session, side, context, { text: '', kind: 'data', elided: { what: 'data' }, ...within(line, 0, 0) });
  if (hidden === null) say(line, 0, session, side, context);
  else {
    const shown = { text: line.text.slice(0, hidden.index), ...within(line, 0, hidden.index) };
    say(line, 0, session, side, context, { elided: { what: 'secret' }, ...shown });
  }
}
