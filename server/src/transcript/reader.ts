/** Joins the steps: lines in, sessions out, each as soon as it is finished. The shell around the pure reducers. */
import {
  type Conversation,
  converse,
  endConversation,
  type ModeName,
  NEW_CONVERSATION,
  opensNextSession,
} from './conversation';
import { type Detection, detect, detectPeelers, SAMPLE_LINES } from './detect';
import type { Dialect, ReadContext } from './dialects/dialect';
import { linesOf } from './lines';
import { type Peeler, peel, unpeeled } from './peel';
import { advance, entering, type Fault, newSession, type SessionState } from './session';
import type { Exchange, Line, PeeledLine, Utterance } from './transcript';

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
  readonly firstLine: number;
  readonly lastLine: number;
  readonly steps: readonly Step[];
  /** What was in force at the end. */
  readonly after: SessionState;
  readonly clientSeen: boolean;
  readonly serverSeen: boolean;
}

/** A comment of the transcript's author, in formats that have comments. */
export interface Comment {
  readonly line: number;
  readonly text: string;
}

export interface ReadOptions {
  /** Called for each session, in the order in which they end. */
  readonly onSession: (session: Session) => void;
  readonly onUtterance?: (utterance: Utterance) => void;
  readonly onComment?: (comment: Comment) => void;
}

interface OpenSession {
  readonly key: string;
  /** How many sessions this name has had: the second one of `23706` is `23706#2`. */
  readonly use: number;
  conversation: Conversation;
  state: SessionState;
  steps: Step[];
  firstLine: number;
  lastLine: number;
  /** Closed sessions stay for what the tool says about them afterwards, until the key is used again. */
  closed: boolean;
}

/** So many closed sessions wait for a last word about them. */
const MOST_CLOSED = 64;

/** Reads a log of one dialect line by line. */
export class Reader {
  readonly #dialect: Dialect;
  readonly #peelers: readonly Peeler[];
  readonly #options: ReadOptions;
  readonly #context: ReadContext;
  readonly #sessions = new Map<string, OpenSession>();
  #closed = 0;
  #state: unknown;

  constructor(dialect: Dialect, peelers: readonly Peeler[], options: ReadOptions) {
    this.#dialect = dialect;
    this.#peelers = peelers;
    this.#options = options;
    this.#state = dialect.start();
    this.#context = {
      emit: (utterance) => this.#hear(utterance),
      modeOf: (session): ModeName => this.#sessions.get(session)?.conversation.mode.name ?? 'closed',
    };
  }

  push(line: Line): void {
    const peeled: PeeledLine = this.#peelers.length === 0 ? unpeeled(line) : peel(line, this.#peelers);
    const { onComment } = this.#options;
    if (onComment !== undefined && this.#dialect.comment !== undefined) {
      const text = this.#dialect.comment(peeled);
      if (text !== undefined) onComment({ line: line.number, text });
    }
    this.#state = this.#dialect.read(peeled, this.#state, this.#context);
  }

  /** After the last line: every session still open is handed over. */
  end(): void {
    this.#dialect.finish?.(this.#state, this.#context);
    for (const session of this.#sessions.values()) this.#finish(session);
    this.#sessions.clear();
  }

  #hear(utterance: Utterance): void {
    this.#options.onUtterance?.(utterance);
    const known = this.#sessions.get(utterance.session);
    const ends = known !== undefined && begins(known, utterance);
    if (ends) {
      this.#sessions.delete(utterance.session);
      this.#finish(known);
    }
    const session = known === undefined || ends ? this.#open(utterance, known) : known;
    session.firstLine = Math.min(session.firstLine, utterance.line);
    session.lastLine = Math.max(session.lastLine, utterance.line);
    session.conversation = converse(session.conversation, utterance, (exchange) => step(session, exchange));
    if (utterance.speaker === 'tool' && utterance.event.type === 'close' && !session.closed)
      this.#close(session, utterance);
  }

  #open({ session: name, line }: Utterance, predecessor: OpenSession | undefined): OpenSession {
    const use = (predecessor?.use ?? 0) + 1;
    const session: OpenSession = {
      key: use === 1 ? name : `${name}#${use}`,
      use,
      conversation: NEW_CONVERSATION,
      state: newSession(false),
      steps: [],
      firstLine: line,
      lastLine: line,
      closed: false,
    };
    this.#sessions.set(name, session);
    return session;
  }

  #close(session: OpenSession, { session: name }: Utterance): void {
    session.closed = true;
    this.#sessions.delete(name);
    this.#sessions.set(name, session);
    if (++this.#closed <= MOST_CLOSED) return;
    for (const [oldest, each] of this.#sessions) {
      if (!each.closed) continue;
      this.#sessions.delete(oldest);
      this.#finish(each);
      return;
    }
  }

  #finish(session: OpenSession): void {
    if (session.closed) this.#closed--;
    endConversation(session.conversation, (exchange) => step(session, exchange));
    if (!session.steps.some(tellsSomething)) return;
    this.#options.onSession({
      key: session.key,
      firstLine: session.firstLine,
      lastLine: session.lastLine,
      steps: session.steps,
      after: session.state,
      clientSeen: session.conversation.clientSeen,
      serverSeen: session.conversation.serverSeen,
    });
  }
}

function begins(session: OpenSession, utterance: Utterance): boolean {
  if (utterance.speaker === 'tool') return utterance.event.type === 'connect';
  return session.closed || opensNextSession(session.conversation, utterance);
}

function step(session: OpenSession, exchange: Exchange): void {
  const before = entering(session.state, exchange);
  const { state, faults } = advance(before, exchange);
  session.steps.push({ exchange, before, faults });
  session.state = state;
}

/** A connection of which the log shows neither a line of dialogue nor a failure is not worth a session. */
function tellsSomething({ exchange }: Step): boolean {
  if (exchange.kind !== 'event') return true;
  const { type } = exchange.told.event;
  return type === 'error' || type === 'delivery';
}

// --- whole texts --------------------------------------------------------------------------------------------------

/** Everything that a text says. */
export interface Transcript {
  readonly detection: Detection;
  readonly lineCount: number;
  /** By first line. */
  readonly sessions: readonly Session[];
  /** In the order of the file. */
  readonly utterances: readonly Utterance[];
  readonly comments: readonly Comment[];
}

/** Reads a whole text; `dialect` overrides detection. Any text gives a transcript. */
export function readTranscript(text: string, dialect?: Dialect): Transcript {
  const lines = [...linesOf(text)];
  const sample = lines.slice(0, SAMPLE_LINES);
  const found = detect(sample);
  const detection: Detection =
    dialect === undefined ? found : { ...found, dialect, peelers: detectPeelers(sample, dialect), confidence: 1 };
  const sessions: Session[] = [];
  const utterances: Utterance[] = [];
  const comments: Comment[] = [];
  if (detection.dialect !== undefined) {
    const reader = new Reader(detection.dialect, detection.peelers, {
      onSession: (session) => sessions.push(session),
      onUtterance: (utterance) => utterances.push(utterance),
      onComment: (comment) => comments.push(comment),
    });
    for (const line of lines) reader.push(line);
    reader.end();
  }
  sessions.sort((a, b) => a.firstLine - b.firstLine);
  return { detection, lineCount: lines.length, sessions, utterances, comments };
}
