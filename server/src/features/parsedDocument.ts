import { type Finding, type Judged, judgeAll, moveJudgement, silencedBy } from '../rules/judge';
import { DEFAULT_POLICY, type Policy, underPolicy } from '../rules/presets';
import type { Detection } from '../transcript/detect';
import type { Dialect } from '../transcript/dialects/dialect';
import { lineAt, withLf } from '../transcript/lines';
import { firstAt } from '../transcript/ordered';
import { peel } from '../transcript/peel';
import type { Session, Step } from '../transcript/reader';
import { readTranscript, type Transcript } from '../transcript/readTranscript';
import { regionAt } from '../transcript/regions';
import { type Reread, reread, type Unchanged } from '../transcript/reread';
import { type MailTransaction, transactionsOf } from '../transcript/transactions';
import type { PeeledLine, Reply, ReplyLine, Said, Utterance } from '../transcript/transcript';
import { PerSession } from './perSession';
import { Positions } from './positions';

/** Where an utterance stands in its session. */
export interface Context {
  readonly session: Session;
  readonly step: Step;
  readonly role: 'command' | 'reply' | 'response' | 'unreadable';
  readonly reply?: Reply;
  readonly replyLine?: ReplyLine;
}

/** What is kept of each session. */
interface Known {
  readonly judged: Judged;
  readonly contexts: PerSession<ReadonlyMap<Said, Context>>;
  readonly transactions: PerSession<readonly MailTransaction[]>;
}

/** What was read of a text. */
export interface Reading {
  readonly transcript: Transcript;
  /** False when it is only the text's beginning. */
  readonly complete: boolean;
}

/** Everything that features ask about one version of a document. What is costly is made when it is first asked for. */
export class ParsedDocument {
  readonly transcript: Transcript;
  /** False when somebody gave up reading it. */
  readonly complete: boolean;
  readonly findings: readonly Finding[];
  readonly positions: Positions;
  #lineStarts: Uint32Array | undefined;
  /** By the quiet stretch of the file, then by line. */
  readonly #utterances = new Map<number, Stretch>();
  /** The one asked for last: most questions follow the lines. */
  #stretch: Stretch | undefined;
  #named: ReadonlyMap<string, readonly Session[]> | undefined;
  #counts: ReadonlyMap<Session, number> | undefined;
  /** Taken over after an edit. */
  readonly #known: Known;
  /** As long as LSP positions are the core's. */
  readonly #made: Map<string, PerSession<unknown>>;

  /** `source` with line ends that are read as such. */
  readonly text: string;
  /** Its lines end in CR alone, in place of which `text` has LF. */
  readonly endsInCr: boolean;

  /**
   * `before`: the document before an edit; what the edit left alone is taken over from it, and it is used up. `reading`:
   * what was read of this very text before. `unchanged`: what the edit left alone of the text, where that is known.
   */
  constructor(
    readonly source: string,
    readonly dialect?: Dialect,
    readonly policy: Policy = DEFAULT_POLICY,
    before?: ParsedDocument,
    reading?: Reading,
    unchanged?: Unchanged,
  ) {
    const text = withLf(source);
    this.text = text;
    this.endsInCr = text !== source;
    const isLike = before?.dialect === dialect && before?.policy === policy && before?.complete;
    const old = isLike ? before : undefined;
    // An edit may change how all lines end.
    const alike = old?.endsInCr === this.endsInCr ? unchanged : undefined;
    const again =
      old && reread({ text: old.text, lineStarts: old.lineStarts(), transcript: old.transcript }, text, alike);
    const kept = again === undefined ? undefined : old;
    this.transcript = again?.transcript ?? reading?.transcript ?? readTranscript(text, dialect);
    this.complete = reading?.complete ?? true;
    this.#lineStarts = again?.lineStarts;
    this.#known =
      kept === undefined
        ? { judged: new WeakMap(), contexts: new PerSession(), transactions: new PerSession() }
        : kept.#known;
    if (again !== undefined) moveJudgements(this.#known.judged, again);
    this.positions = new Positions(text);
    this.#made = kept?.positions.plain && this.positions.plain ? kept.#made : new Map();
    const silenced = silencedBy(this.transcript.comments);
    const found = judgeAll(this.transcript.sessions, policy.rules, this.#known.judged, policy.thresholds).filter(
      (finding) => !silenced(finding),
    );
    this.findings = underPolicy(found, policy);
  }

  /** What is said on a line, in order. */
  utterancesOn(line: number): readonly Utterance[] {
    let stretch = this.#stretch;
    if (stretch === undefined || line < stretch.from || line >= stretch.to) {
      stretch = this.#stretchOf(line);
      this.#stretch = stretch;
    }
    return stretch.byLine.get(line) ?? NOTHING_SAID;
  }

  #stretchOf(line: number): Stretch {
    const { quiet } = this.transcript;
    const index = firstAt(quiet, line + 1, ({ line: at }) => at);
    const known = this.#utterances.get(index);
    if (known !== undefined) return known;
    const from = quiet[index - 1]?.line ?? 0;
    const to = quiet[index]?.line ?? Number.POSITIVE_INFINITY;
    const stretch = { from, to, byLine: this.#byLine(from, to) };
    this.#utterances.set(index, stretch);
    return stretch;
  }

  /** What is said between two quiet points: only there do the utterances have to be in the order of their lines. */
  #byLine(from: number, to: number): ReadonlyMap<number, readonly Utterance[]> {
    const { utterances } = this.transcript;
    const lineOf = ({ line }: Utterance) => line;
    const byLine = new Map<number, Utterance[]>();
    for (let at = firstAt(utterances, from, lineOf), end = firstAt(utterances, to, lineOf); at < end; at++) {
      const utterance = utterances[at] as Utterance;
      const here = byLine.get(utterance.line);
      if (here === undefined) byLine.set(utterance.line, [utterance]);
      else here.push(utterance);
    }
    return byLine;
  }

  /** What a said line is in its session; undefined for mail data and what the tool says. */
  contextOf(utterance: Utterance): Context | undefined {
    if (utterance.speaker === 'tool') return undefined;
    this.#named ??= byName(this.transcript.sessions);
    const named = this.#named.get(utterance.session) ?? [];
    // One name is used by one session after the other.
    for (let at = firstAt(named, utterance.line + 1, ({ firstLine }) => firstLine) - 1; at >= 0; at--) {
      const session = named[at] as Session;
      if (session.lastLine < utterance.line) return undefined;
      const context = this.#known.contexts.of(session, indexSteps).get(utterance);
      if (context !== undefined) return context;
    }
    return undefined;
  }

  sessionAt(line: number): Session | undefined {
    const utterance = this.utterancesOn(line)[0];
    const context = utterance === undefined ? undefined : this.contextOf(utterance);
    return (
      context?.session ??
      this.transcript.sessions.find((session) => line <= session.lastLine && this.headOf(session) <= line)
    );
  }

  /** The line on which a session begins: the separator above what was said first, where the file has one. */
  headOf({ firstLine }: Session): number {
    let line = firstLine - 1;
    while (line >= 0 && firstLine - line <= MOST_COMMENTS && this.lineText(line).startsWith('#')) line--;
    return SEPARATOR.test(this.lineText(line)) ? line : firstLine;
  }

  transactionsOf(session: Session): readonly MailTransaction[] {
    return this.#known.transactions.of(session, transactionsOf);
  }

  /** How many findings a session has, hints not counted. */
  countOf(session: Session): number {
    this.#counts ??= countBySession(this.findings);
    return this.#counts.get(session) ?? 0;
  }

  /** What a feature makes of a session; made once, however often the file is edited elsewhere. */
  made<T>(feature: string, session: Session, make: (session: Session) => T, variant = ''): T {
    let made = this.#made.get(feature) as PerSession<T> | undefined;
    if (made === undefined) {
      made = new PerSession<T>();
      this.#made.set(feature, made);
    }
    return made.of(session, make, variant);
  }

  /** The text of a line without its end. */
  lineText(line: number): string {
    const starts = this.lineStarts();
    const start = starts[line];
    if (start === undefined) return '';
    return lineAt(this.text, start, starts[line + 1] ?? this.text.length, line).text;
  }

  /** The format of the region that the line belongs to. */
  detectionAt(line: number): Detection {
    return regionAt(this.transcript.regions, line)?.detection ?? this.transcript.detection;
  }

  /** The line as the dialect sees it. */
  peeled(line: number): PeeledLine {
    return peel({ number: line, text: this.lineText(line), eol: '' }, this.detectionAt(line).peelers);
  }

  /** Offsets at which the LF lines begin; one more than there are lines when the text ends in LF. */
  lineStarts(): Uint32Array {
    this.#lineStarts ??= startsOfLines(this.text);
    return this.#lineStarts;
  }
}

/** `--- session name ---` of our own format. */
const SEPARATOR = /^--- session(?: .{0,500})? ---[ \t]*$/;

/** Lines of comment between it and the session. */
const MOST_COMMENTS = 20;

/** What is said between two quiet points: from a line on, up to another one, by line. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly byLine: ReadonlyMap<number, readonly Utterance[]>;
}

const NOTHING_SAID: readonly Utterance[] = [];

/** Findings move with the lines of their session. */
function moveJudgements(judged: Judged, { movedSessions, moved }: Reread): void {
  if (moved === 0) return;
  for (const session of movedSessions) {
    const judgement = judged.get(session);
    if (judgement !== undefined) judged.set(session, moveJudgement(judgement, moved));
  }
}

function startsOfLines(text: string): Uint32Array {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}

function byName(sessions: readonly Session[]): ReadonlyMap<string, readonly Session[]> {
  const named = new Map<string, Session[]>();
  for (const session of sessions) {
    const same = named.get(session.name);
    if (same === undefined) named.set(session.name, [session]);
    else same.push(session);
  }
  return named;
}

function countBySession(findings: readonly Finding[]): ReadonlyMap<Session, number> {
  const counts = new Map<Session, number>();
  for (const { session, severity } of findings) {
    if (severity !== 'hint') counts.set(session, (counts.get(session) ?? 0) + 1);
  }
  return counts;
}

function indexSteps(session: Session): ReadonlyMap<Said, Context> {
  const contexts = new Map<Said, Context>();
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind === 'command') {
      contexts.set(exchange.command.said, { session, step, role: 'command' });
      for (const said of exchange.responses) contexts.set(said, { session, step, role: 'response' });
    }
    if (exchange.kind === 'unreadable') contexts.set(exchange.said, { session, step, role: 'unreadable' });
    if (!('replies' in exchange)) continue;
    for (const reply of exchange.replies) {
      for (const replyLine of reply.lines) {
        contexts.set(replyLine.said, { session, step, role: 'reply', reply, replyLine });
      }
    }
  }
  return contexts;
}
