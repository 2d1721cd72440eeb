/**
 * Joins the steps for a log of one format: lines in, sessions out, each as soon as it is finished. The shell around the pure
 * reducers.
 */
import {
  awaitsAnswer,
  type Conversation,
  converse,
  converseReply,
  dataOf,
  endConversation,
  type ModeName,
  NEW_CONVERSATION,
  opensNextSession,
  takesReplies,
  turnsNextAway,
} from './conversation';
import { type Dialect, type ReadContext, within } from './dialects/dialect';
import { isElision } from './elision';
import { isNumbered, openAfter } from './mingled';
import type { Fault } from './order';
import { type Peeler, peel, unpeeled } from './peel';
import { advance, entering, newSession, type SessionState } from './session';
import type { Exchange, Line, MailData, PeeledLine, Piece, ReplyLine, Utterance } from './transcript';
import { inParts } from './wrapped/unwrap';

/** One exchange with what was in force before it. */
export interface Step {
  readonly exchange: Exchange;
  readonly before: SessionState;
  readonly faults: readonly Fault[];
}

/** One connection, as far as the log shows it. */
export interface Session {
  /** What the format tells sessions apart by, made unique within the file. */
  readonly key: string;
  /** What its utterances call it; another session later in the file may have the same name. */
  readonly name: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly steps: readonly Step[];
  /** What was in force at the end. */
  readonly after: SessionState;
  readonly clientSeen: boolean;
  readonly serverSeen: boolean;
  /** The format shows lines as they went over the wire, dots doubled. */
  readonly wire?: true | undefined;
  /** The next session of this name is the rest of it: `ReadOptions.mostSteps`. */
  readonly goesOn?: true | undefined;
  /** Connections that may be open besides, as the log shows no end of them: what it does not name may be one of theirs. */
  readonly others: number;
}

/** A comment of the transcript's author, in formats that have comments. */
export interface Comment {
  readonly line: number;
  readonly text: string;
}

/** What a log is read by. */
export interface Format {
  readonly dialect: Dialect;
  readonly peelers: readonly Peeler[];
  /** As the detection has it. */
  readonly doubled?: true | undefined;
}

export interface ReadOptions {
  /** Called for each session, in the order in which they end. */
  readonly onSession: (session: Session) => void;
  readonly onUtterance?: (utterance: Utterance) => void;
  readonly onComment?: (comment: Comment) => void;
  /** Called for each line that is read as one and stands on several. */
  readonly onBroken?: (line: Line) => void;
  /** Called before a session opens while no other is open. */
  readonly onQuiet?: (point: QuietPoint) => void;
  /**
   * A session with so many steps is handed over as soon as nothing is open in it, and its rest as a session of its own: what
   * is held in memory does not grow with a session that does not end.
   */
  readonly mostSteps?: number;
  /** The program whose log it is, where sessions of others in the same file may have the same names; else ''. */
  readonly source?: string;
}

/** A line before which no session is open: reading can begin there, with what the dialect remembers. */
export interface QuietPoint {
  readonly line: number;
  readonly state: unknown;
  /** How many sessions the name of the one that opens here has had right before it. */
  readonly uses: number;
}

/** All that the reading of the next lines depends on, for a log that is read in parts. */
export interface ReaderMemory {
  /** What the dialect remembers. */
  readonly dialect: unknown;
  /** The line whose twin is to come. */
  readonly twin: string | undefined;
  /** Open, or closed and waiting for a last word. */
  readonly sessions: readonly OpenSession[];
}

export interface OpenSession {
  readonly key: string;
  readonly name: string;
  /** How many sessions this name has had: the second one of `23706` is `23706#2`. */
  readonly use: number;
  conversation: Conversation;
  state: SessionState;
  steps: Step[];
  /** How many stretches of it have been handed over. */
  stretches: number;
  /** As a session has them. */
  others: number;
  firstLine: number;
  lastLine: number;
  /** Closed sessions stay for what the tool says about them afterwards, until the key is used again. */
  closed: boolean;
  /** It has been handed over. */
  gone: boolean;
}

/** So many closed sessions wait for a last word about them. */
const MOST_CLOSED = 64;

/** Of so many broken lines it is known where their parts are. */
const MOST_PARTS = 10_000;

/** Reads a log of one dialect line by line. */
export class Reader {
  readonly #dialect: Dialect;
  readonly #peelers: readonly Peeler[];
  // What `options` holds: that object is a new one for each reader, of whatever shape its maker gave it.
  readonly #onSession: ReadOptions['onSession'];
  readonly #onUtterance: ReadOptions['onUtterance'];
  readonly #onComment: ReadOptions['onComment'];
  readonly #onBroken: ReadOptions['onBroken'];
  readonly #onQuiet: ReadOptions['onQuiet'];
  readonly #mostSteps: number;
  readonly #context: ReadContext;
  #sessions = new Map<string, OpenSession>();
  /** The session that said something last, which is nearly always the one that goes on. */
  #speaking: OpenSession | undefined;
  /** What is settled is a step of the session that speaks. */
  readonly #settle = (exchange: Exchange): void => {
    if (this.#speaking !== undefined) step(this.#speaking, exchange);
  };
  /**
   * The sessions that were closed, the one that has been so for longest first, some of them gone by now: a set makes a new table of
   * itself for every few that it loses, and these were half of all that the collector had to look for.
   */
  #closed: OpenSession[] = [];
  /** How many of them are not gone. */
  #closedCount = 0;
  /** How many sessions that are not closed are in mail data. */
  #payloads = 0;
  #state: unknown;
  /** What the dialect remembered before the line that is being read, and that line. */
  #before: unknown;
  #line = -1;

  /** Where lines that are read as one stand in the file, by the number of the first; undefined while there are none. */
  #parts: Map<number, readonly Piece[]> | undefined;

  /** The line before, in a log that holds each line twice, until its twin has come; undefined in any other log. */
  #twin: string | undefined;
  readonly #doubled: boolean;

  /** How many sessions the next one's name has had, when reading begins at a quiet point. */
  #uses = 0;

  /** How the dialect's lines stand in the file: as they are, behind heads of a log, or otherwise. */
  readonly lines: 'whole' | 'behind-heads' | 'others';

  /** `from`: where reading begins when that is not the start of the log. */
  constructor({ dialect, peelers, doubled }: Format, options: ReadOptions, from?: QuietPoint) {
    this.#dialect = dialect;
    this.#peelers = peelers;
    this.#doubled = doubled === true;
    this.lines = this.#doubled || peelers.some(({ head }) => !head) ? 'others' : peelers[0] ? 'behind-heads' : 'whole';
    this.#onSession = options.onSession;
    this.#onUtterance = options.onUtterance;
    this.#onComment = options.onComment;
    this.#onBroken = options.onBroken;
    this.#onQuiet = options.onQuiet;
    this.#mostSteps = options.mostSteps ?? Number.POSITIVE_INFINITY;
    this.#state = from === undefined ? dialect.start() : from.state;
    this.#uses = from?.uses ?? 0;
    const modeOf = (session: string): ModeName => this.#openSession(session)?.conversation.mode.name ?? 'closed';
    this.#context = { emit: (utterance) => this.#hear(utterance), modeOf };
    const { source } = options;
    if (!source) return;
    const named = (session: string) => `${session}@${source}`;
    this.#context = {
      emit: (utterance) => this.#hear({ ...utterance, session: named(utterance.session) }),
      modeOf: (session) => modeOf(named(session)),
    };
  }

  push(line: Line): void {
    if (this.#doubled && this.#isTwin(line)) return;
    const peeled: PeeledLine = this.#peelers.length === 0 ? unpeeled(line) : peel(line, this.#peelers);
    if (peeled.around || this.#isLeftOut(peeled)) return;
    if (this.#onComment !== undefined && this.#dialect.comment !== undefined) {
      const text = this.#dialect.comment(peeled);
      if (text !== undefined) this.#onComment({ line: line.number, text });
    }
    if (line.parts !== undefined) {
      this.#remember(line.number, line.parts);
      this.#onBroken?.(line);
    }
    this.#before = this.#state;
    this.#line = line.number;
    this.#state = this.#dialect.read(peeled, this.#state, this.#context);
  }

  #remember(number: number, parts: readonly Piece[]): void {
    this.#parts ??= new Map();
    // What a format holds back is of a line of late.
    if (this.#parts.size >= MOST_PARTS) this.#parts = new Map();
    this.#parts.set(number, parts);
  }

  #isTwin({ text }: Line): boolean {
    const isTwin = text === this.#twin;
    this.#twin = isTwin ? undefined : text;
    return isTwin;
  }

  /** Lines are missing here, says whoever copied the log: what is open cannot know what it missed. */
  #isLeftOut(peeled: PeeledLine): boolean {
    if (!isElision(peeled.text)) return false;
    const { wire, unmarked } = this.#dialect;
    // In a dump of packets bare dots are octets, and on a terminal they may be the message.
    if ((wire === true && /^[\s.]+$/.test(peeled.text)) || (unmarked === true && this.inPayload)) return false;
    const place = { speaker: 'tool', text: peeled.text, event: GAP, ...within(peeled, 0) } as const;
    for (const { name, closed } of [...this.#sessions.values()]) if (!closed) this.#hear({ session: name, ...place });
    return true;
  }

  // --- for reading in bulk ----------------------------------------------------------------------------------------

  /** The dialect's id. */
  get dialect(): string {
    return this.#dialect.id;
  }

  /** What the dialect remembers. */
  get remembered(): unknown {
    return this.#state;
  }

  /** The same where a session that begins now ends all that were open; undefined elsewhere. */
  get between(): unknown {
    return this.#dialect.sequential || this.#closedCount === this.#sessions.size ? this.#state : undefined;
  }

  /** Goes on with what the dialect remembers behind sessions that were read elsewhere. */
  goOnWith(state: unknown): void {
    this.#state = state;
  }

  /** The session that said something last and is not closed. */
  get speaker(): string | undefined {
    return this.#speaking?.closed === false ? this.#speaking.name : undefined;
  }

  /** The mail data that it goes on with. */
  get payload(): MailData | undefined {
    return this.#speaking?.closed === false ? dataOf(this.#speaking.conversation) : undefined;
  }

  /** It would take a whole reply. */
  get takesReplies(): boolean {
    return this.#speaking?.closed === false && takesReplies(this.#speaking.conversation);
  }

  hearReply(lines: readonly ReplyLine[]): void {
    const session = this.#speaking;
    if (session === undefined) return;
    session.lastLine = Math.max(session.lastLine, lines.at(-1)?.said.line ?? 0);
    this.#converse(session, converseReply(session.conversation, lines, this.#settle));
  }

  /** What was closed is handed over. */
  finishClosed(): void {
    for (const session of this.#closed) {
      if (session.gone) continue;
      this.#sessions.delete(session.name);
      this.#finish(session);
    }
    this.#closed = [];
  }

  /** All there is is handed over, in the order in which it ended. */
  finishAll(): void {
    if (this.#sessions.size === 0) return;
    this.finishClosed();
    for (const session of this.#sessions.values()) this.#finish(session);
    // Not cleared: a table that was cleared keeps its content, and the engine links it to the next one.
    this.#sessions = new Map();
    this.#closed = [];
  }

  /** The line is the format's own for sure; false in a format where nobody knows. */
  owns(line: Line): boolean {
    return this.#dialect.owns?.(peel(line, this.#peelers), this.#state) === true;
  }

  /** How evident it is that the log goes on in `lines`. */
  goesOn(lines: readonly Line[]): number {
    const peeled = lines.map((line) => peel(line, this.#peelers));
    return this.#dialect.goesOn?.(peeled, this.#state) ?? this.#dialect.evidence(peeled);
  }

  /** Mail data is being read in one of the sessions. */
  get inPayload(): boolean {
    return this.#payloads > 0;
  }

  get memory(): ReaderMemory {
    return { dialect: this.#state, twin: this.#twin, sessions: [...this.#sessions.values()] };
  }

  /** After the last line: every session still open is handed over. */
  end(): void {
    this.#dialect.finish?.(this.#state, this.#context);
    this.finishAll();
  }

  #openSession(name: string): OpenSession | undefined {
    return this.#speaking?.name === name ? this.#speaking : this.#sessions.get(name);
  }

  #hear(told: Utterance): void {
    const parts = this.#parts?.get(told.line);
    const utterance = parts === undefined ? told : inParts(told, parts);
    this.#onUtterance?.(utterance);
    const { session: name, line } = utterance;
    const known = this.#openSession(name);
    const ends = known !== undefined && begins(known, utterance, this.#dialect.unique === true);
    let others = 0;
    if (ends) {
      this.#sessions.delete(name);
      const greets = utterance.speaker === 'server' && !known.closed;
      const before = this.#finish(known, greets && awaitsAnswer(known.conversation));
      if (greets && isNumbered(name)) others = openAfter(before);
    }
    const session = known === undefined || ends ? this.#open(utterance, known, others) : known;
    if (session.steps.length >= this.#mostSteps && isAtRest(session)) this.#relieve(session);
    this.#speaking = session;
    if (line < session.firstLine) session.firstLine = line;
    const last = parts?.at(-1)?.line ?? line;
    if (last > session.lastLine) session.lastLine = last;
    this.#converse(session, converse(session.conversation, utterance, this.#settle));
    if (utterance.speaker === 'tool' && utterance.event.type === 'close' && !session.closed)
      this.#close(session, utterance);
  }

  #converse(session: OpenSession, next: Conversation): void {
    const before = isPayload(session);
    session.conversation = next;
    const after = isPayload(session);
    if (before !== after) this.#payloads += after ? 1 : -1;
  }

  #open({ session: name, line }: Utterance, predecessor: OpenSession | undefined, others: number): OpenSession {
    const uses = predecessor?.use ?? this.#uses;
    this.#uses = 0;
    if (this.#dialect.sequential || this.#closedCount === this.#sessions.size) this.finishAll();
    if (this.#sessions.size === 0 && line === this.#line && others === 0)
      this.#onQuiet?.({ line, state: this.#before, uses });
    const use = uses + 1;
    const session: OpenSession = {
      key: use === 1 ? name : `${name}#${use}`,
      name,
      use,
      conversation: NEW_CONVERSATION,
      state: this.#dialect.asRead === true ? NOTHING_READ : NOTHING_KNOWN,
      steps: [],
      stretches: 0,
      others,
      firstLine: line,
      lastLine: line,
      closed: false,
      gone: false,
    };
    this.#sessions.set(name, session);
    return session;
  }

  #close(session: OpenSession, { session: name }: Utterance): void {
    if (isPayload(session)) this.#payloads--;
    session.closed = true;
    this.#sessions.delete(name);
    this.#sessions.set(name, session);
    this.#closedCount++;
    if (this.#closed.push(session) > 2 * MOST_CLOSED) this.#closed = this.#closed.filter(({ gone }) => !gone);
    if (this.#closedCount <= MOST_CLOSED) return;
    const oldest = this.#closed.find(({ gone }) => !gone);
    if (oldest === undefined) return;
    this.#sessions.delete(oldest.name);
    this.#finish(oldest);
  }

  /** `goesOn`: what is said to it later is read as another's. */
  #finish(session: OpenSession, goesOn = false): Session {
    if (session.closed) this.#closedCount--;
    session.gone = true;
    if (isPayload(session)) this.#payloads--;
    this.#speaking = session;
    endConversation(session.conversation, goesOn, this.#settle);
    this.#speaking = undefined;
    const whole = this.#sessionOf(session, goesOn || undefined);
    letGo(session);
    if (whole.steps.some(tellsSomething)) this.#onSession(whole);
    return whole;
  }

  /** Hands over what there is of a session that goes on. */
  #relieve(session: OpenSession): void {
    const stretch = this.#sessionOf(session, true);
    session.steps = [];
    session.stretches++;
    session.firstLine = session.lastLine + 1;
    this.#onSession(stretch);
  }

  #sessionOf(session: OpenSession, goesOn: true | undefined): Session {
    const { name, firstLine, lastLine, steps, state: after, stretches, others } = session;
    const key = stretches === 0 ? session.key : `${session.key}~${stretches + 1}`;
    const { clientSeen, serverSeen } = session.conversation;
    const { wire } = this.#dialect;
    return { key, name, firstLine, lastLine, steps, after, clientSeen, serverSeen, wire, goesOn, others };
  }
}

/**
 * What has been handed over is held here no longer. The engine's tables may keep a session that is gone until the whole
 * heap is searched, and with it all that it holds: a third of what a log makes was copied about for that.
 */
function letGo(session: OpenSession): void {
  session.conversation = NEW_CONVERSATION;
  session.state = NOTHING_KNOWN;
  session.steps = [];
}

const GAP = { type: 'gap', tls: 'unknown' } as const;

const NOTHING_KNOWN: SessionState = newSession(false);
const NOTHING_READ: SessionState = newSession(false, true);

/** What it says next is mail data, as far as it says anything. */
function isPayload({ closed, conversation: { mode } }: OpenSession): boolean {
  return !closed && (mode.name === 'data' || mode.name === 'bdat' || mode.name === 'undecided');
}

/** Nothing is asked, said in part or under way. */
function isAtRest({ conversation, state }: OpenSession): boolean {
  const { mode, open, partial } = conversation;
  return mode.name === 'command' && open.length === 0 && partial.length === 0 && state.transaction.kind !== 'open';
}

/** `unique`: names do not come back, so what is said behind the end of a connection is late, not another's. */
function begins(session: OpenSession, utterance: Utterance, unique: boolean): boolean {
  if (utterance.speaker === 'tool') return utterance.event.type === 'connect';
  const { closed, conversation, name } = session;
  return (
    (closed && !unique) ||
    opensNextSession(conversation, utterance) ||
    (turnsNextAway(conversation, utterance) && isNumbered(name))
  );
}

function step(session: OpenSession, exchange: Exchange): void {
  const before = entering(session.state, exchange);
  const { state, faults } = advance(before, exchange);
  session.steps.push({ exchange, before, faults });
  session.state = state;
}

/**
 * A connection that is only mentioned is not worth a session; one that the log shows from its first octet is, even if
 * nobody said a word.
 */
function tellsSomething({ exchange }: Step): boolean {
  if (exchange.kind !== 'event') return true;
  const { event } = exchange.told;
  return event.type === 'error' || event.type === 'delivery' || (event.type === 'connect' && event.whole);
}
