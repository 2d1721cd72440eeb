/**
 * Dovecot's rawlogs of LMTP and submission: seconds since the epoch, then what went over the wire. A connection makes two
 * files, one for each side; put together in whatever order, their times tell which line came when. A single file for both
 * marks its lines `I: ` and `O: `, and `I> ` where a line goes on in the next one.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { atTime, say } from './utter';
import { append, NO_TEXT, placeOf, type WireText } from './wireText';

interface Talk {
  readonly session: number;
  /** The client took its leave: a greeting of either side begins another connection. */
  readonly left: boolean;
  /** The client has just said DATA and no server speaks in this file. */
  readonly afterData: boolean;
  readonly serverSeen: boolean;
  /** Sides that ended a line in CR LF: only there an LF alone means something. */
  readonly withCr: ReadonlySet<Said['speaker']>;
}

interface State {
  readonly talk: Talk;
  /** Lines whose order is not known before the end, the last first. */
  readonly waiting: Waiting | undefined;
  /** In a file for both sides: what goes on in the next line of that side. */
  readonly unfinished: ReadonlyMap<string, WireText>;
  /** In a file for both sides: the side that the server is. */
  readonly server: string | undefined;
}

interface Waiting {
  readonly line: PeeledLine;
  readonly time: number;
  readonly before: Waiting | undefined;
  readonly count: number;
}

/** A longer file is read as it comes. */
const MOST_WAITING = 20_000;

export const dovecotRawlog: Dialect<State> = {
  id: 'dovecot-rawlog',
  name: 'Dovecot rawlog (LMTP, submission)',
  evidence: (sample) => weigh(sample, weight),
  wire: true,
  start: () => ({
    talk: { session: 1, left: false, afterData: false, serverSeen: false, withCr: new Set() },
    waiting: undefined,
    unfinished: new Map(),
    server: undefined,
  }),
  read,
  finish: (state, context) => {
    emitWaiting(state, context);
  },
  write(speaker, text, like) {
    const [, stamp = '1000000000.000000', side] = (like === undefined ? null : LINE.exec(like.text)) ?? [];
    const bare = like !== undefined && side === undefined;
    return `${stamp} ${bare ? '' : speaker === 'client' ? 'I: ' : 'O: '}${text}`;
  },
};

const LINE = /^(\d{9,11}\.\d{6}) (?:([IO])([:>]) )?/;

function weight({ text }: PeeledLine): number {
  const head = LINE.exec(text)?.[0].length;
  if (head === undefined) return 0;
  const said = text.slice(head);
  return looksLikeReply(said) || readsAsCommand(said) ? 10 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const match = LINE.exec(line.text);
  if (match === null) return state;
  const [, stamp = '', side, mark] = match;
  const time = Number(stamp) * 1000;
  const timed = atTime(line, time);
  if (side !== undefined) return marked(timed, match[0].length, side, mark === '>', state, context);
  const { waiting } = state;
  const count = (waiting?.count ?? 0) + 1;
  const next = { ...state, waiting: { line: timed, time, before: waiting, count } };
  return count < MOST_WAITING ? next : emitWaiting(next, context);
}

function emitWaiting(state: State, context: ReadContext): State {
  const lines: Waiting[] = [];
  for (let each = state.waiting; each !== undefined; each = each.before) lines.push(each);
  lines.reverse();
  lines.sort((a, b) => a.time - b.time);
  let { talk } = state;
  for (const group of inOrder(lines)) {
    let message = false;
    for (const { line, time } of group) {
      talk = unmarked(line, time, message, talk, context);
      message ||= talk.afterData;
    }
  }
  return { ...state, talk, waiting: undefined };
}

/**
 * Lines of one read have one time: when two files were put together with sort(1), they stand in the order of the
 * alphabet, where a dot comes before the message that it ends and the last line of a reply before the others.
 */
function* inOrder(lines: readonly Waiting[]): Generator<readonly Waiting[]> {
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && lines[to]?.time === lines[from]?.time) to++;
    yield mended(lines.slice(from, to));
    from = to;
  }
}

function mended(group: readonly Waiting[]): readonly Waiting[] {
  if (group.length === 1) return group;
  const texts = group.map(({ line }) => line.text.slice(LINE.exec(line.text)?.[0].length ?? 0));
  const dot = texts.indexOf('.');
  const after = dot < 0 ? [] : texts.slice(dot + 1);
  if (after.length > 0 && !after.some((text) => readsAsCommand(text))) {
    return [...group.slice(0, dot), ...group.slice(dot + 1), group[dot] as Waiting];
  }
  if (texts.every((text) => looksLikeReply(text)) && texts.at(-1)?.charAt(3) === '-') {
    const goesOn = (_line: Waiting, index: number) => texts[index]?.charAt(3) === '-';
    return [...group.filter(goesOn), ...group.filter((line, index) => !goesOn(line, index))];
  }
  return group;
}

/** Nothing but the line tells who says it; what was sent together with a DATA before it is the client's. */
function unmarked(line: PeeledLine, order: number, message: boolean, talk: Talk, context: ReadContext): Talk {
  const from = LINE.exec(line.text)?.[0].length ?? 0;
  const text = line.text.slice(from);
  const mode = context.modeOf(String(talk.session));
  const payload = mode === 'data' || mode === 'bdat';
  const speaker = looksLikeReply(text) && !payload && !message ? 'server' : 'client';
  // Where only the client's lines are, DATA may have been refused: a message does not begin with a command.
  const command = speaker === 'client' && talk.afterData && !talk.serverSeen && readsAsCommand(text);
  return speak(
    line,
    text,
    speaker,
    { order, ...within(line, from), ...(command && { kind: 'command' }) },
    talk,
    context,
  );
}

function marked(
  line: PeeledLine,
  from: number,
  side: string,
  goesOn: boolean,
  state: State,
  context: ReadContext,
): State {
  const before = state.unfinished.get(side) ?? NO_TEXT;
  const whole = append(before, line.text.slice(from), line.line.number, line.from + from);
  const unfinished = new Map(state.unfinished);
  if (goesOn) return { ...state, unfinished: unfinished.set(side, whole) };
  unfinished.delete(side);
  const server = state.server ?? (looksLikeReply(whole.text) ? side : side === 'I' ? 'O' : 'I');
  const place = whole.pieces.length === 0 ? within(line, from, from) : placeOf(whole.pieces);
  const talk = speak(line, whole.text, side === server ? 'server' : 'client', place, state.talk, context);
  return { ...state, unfinished, server, talk };
}

function speak(
  line: PeeledLine,
  text: string,
  speaker: Said['speaker'],
  more: Partial<Said>,
  before: Talk,
  context: ReadContext,
): Talk {
  const verb = speaker === 'client' ? text.slice(0, 5).trimEnd().toUpperCase() : '';
  const greets = speaker === 'server' ? text.startsWith('220') : verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO';
  const talk = before.left && greets ? { ...before, session: before.session + 1, left: false } : before;
  const session = String(talk.session);
  const lfAlone = line.line.eol === '\n' && talk.withCr.has(speaker);
  const cr = line.line.eol.startsWith('\r') && !talk.withCr.has(speaker);
  const mode = context.modeOf(session);
  const payload = (mode === 'data' || mode === 'bdat') && more.kind !== 'command';
  say(line, 0, session, speaker, context, { ...more, text, ...(lfAlone && { wireEol: '\n' }) });
  return {
    session: talk.session,
    left: talk.left || (verb === 'QUIT' && !payload),
    afterData: verb === 'DATA' && !payload,
    serverSeen: talk.serverSeen || speaker === 'server',
    withCr: cr ? new Set(talk.withCr).add(speaker) : talk.withCr,
  };
}
