import type { Session, Step } from '../transcript/reader';
import type { Reply, ReplyLine, Said, Utterance } from '../transcript/transcript';

/** Where an utterance stands in its session. */
export interface Context {
  readonly session: Session;
  readonly step: Step;
  readonly role: 'command' | 'reply' | 'response' | 'unreadable';
  readonly reply?: Reply;
  readonly replyLine?: ReplyLine;
}

/**
 * What is said in a stretch of a file, by line, and where it stands in its session. Found by its place: tables of all the
 * utterances of a large file take as long as reading it.
 */
export class Stretch {
  /** In the order of their lines. */
  readonly #said: readonly Utterance[];
  /** The line of the first one. */
  readonly #first: number;
  /** Of each line from there on, which is the first that is said on it; one more at the end. */
  readonly #starts: Uint32Array;
  /** Of each utterance; null where it has none. */
  readonly #contexts: (Context | null | undefined)[];
  readonly #indexed = new Set<Session>();
  /** Of each line from there on, whether client or server say something on it. */
  #spoken: Uint8Array | undefined;
  /** Behind the utterance that was looked for last: one line may hold a whole message. */
  #next = 0;

  /** `from`, `to`: the lines, the last one not included. `said`: in the order in which it was said. */
  constructor(
    readonly from: number,
    readonly to: number,
    said: readonly Utterance[],
  ) {
    this.#said = said.every(({ line }, at) => at === 0 || line >= (said[at - 1] as Utterance).line)
      ? said
      : [...said].sort((a, b) => a.line - b.line);
    this.#first = this.#said[0]?.line ?? from;
    this.#starts = startsOf(this.#said, this.#first);
    this.#contexts = new Array(said.length);
  }

  /** What is said on a line, in order. */
  on(line: number): readonly Utterance[] {
    const start = this.#start(line);
    const end = this.#start(line + 1);
    return start === end ? NOTHING_SAID : this.#said.slice(start, end);
  }

  /** Neither client nor server says anything on a line of it. */
  isSilent(line: number): boolean {
    this.#spoken ??= spokenOn(this.#said, this.#first);
    return this.#spoken[line - this.#first] !== 1;
  }

  /** Undefined for what is no part of a command or a reply. `sessionsOf`: those that an utterance may belong to. */
  contextOf(utterance: Utterance, sessionsOf: (utterance: Utterance) => Iterable<Session>): Context | undefined {
    const at = this.#indexOf(utterance);
    if (at === undefined) return undefined;
    const known = this.#contexts[at];
    if (known !== undefined) return known ?? undefined;
    for (const session of sessionsOf(utterance)) {
      this.#index(session);
      const context = this.#contexts[at];
      if (context !== undefined) return context ?? undefined;
    }
    this.#contexts[at] = null;
    return undefined;
  }

  #start(line: number): number {
    return this.#starts[Math.min(Math.max(line - this.#first, 0), this.#starts.length - 1)] as number;
  }

  #indexOf(said: Said | Utterance): number | undefined {
    if (this.#said[this.#next] === said) return this.#next++;
    for (let at = this.#start(said.line), end = this.#start(said.line + 1); at < end; at++) {
      if (this.#said[at] !== said) continue;
      this.#next = at + 1;
      return at;
    }
    return undefined;
  }

  #put(said: Said, context: Context): void {
    const at = this.#indexOf(said);
    if (at !== undefined) this.#contexts[at] = context;
  }

  /** Notes where the utterances of a session stand in it. */
  #index(session: Session): void {
    if (this.#indexed.has(session)) return;
    this.#indexed.add(session);
    for (const step of session.steps) {
      const { exchange } = step;
      if (exchange.kind === 'command') {
        this.#put(exchange.command.said, { session, step, role: 'command' });
        for (const said of exchange.responses) this.#put(said, { session, step, role: 'response' });
      }
      if (exchange.kind === 'unreadable') this.#put(exchange.said, { session, step, role: 'unreadable' });
      if (!('replies' in exchange)) continue;
      for (const reply of exchange.replies) {
        for (const replyLine of reply.lines) {
          this.#put(replyLine.said, { session, step, role: 'reply', reply, replyLine });
        }
      }
    }
  }
}

/** As `startsOf`; of a broken line on all that it stands on. */
function spokenOn(said: readonly Utterance[], first: number): Uint8Array {
  const last = said.reduce((latest, each) => Math.max(latest, each.pieces?.at(-1)?.line ?? each.line), first);
  const spoken = new Uint8Array(last - first + 1);
  for (const { line, speaker, pieces } of said) {
    if (speaker === 'tool') continue;
    spoken[line - first] = 1;
    if (pieces !== undefined) for (const piece of pieces) spoken[piece.line - first] = 1;
  }
  return spoken;
}

const NOTHING_SAID: readonly Utterance[] = [];

/** `said`: in the order of their lines, which are counted from `first`. */
function startsOf(said: readonly Utterance[], first: number): Uint32Array {
  const last = said.at(-1)?.line ?? first - 1;
  const starts = new Uint32Array(last - first + 2);
  let known = 0;
  for (let at = 0; at < said.length; at++) {
    const { line } = said[at] as Utterance;
    while (known < line - first) starts[++known] = at;
  }
  starts[last - first + 1] = said.length;
  return starts;
}
