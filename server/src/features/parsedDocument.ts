import { type Finding, type Judged, judgeAll, moveJudgement, silencedBy } from '../rules/judge';
import { DEFAULT_POLICY, type Policy, underPolicy } from '../rules/presets';
import type { Detection } from '../transcript/detect';
import type { Dialect } from '../transcript/dialects/dialect';
import { withLf } from '../transcript/lines';
import { firstAt } from '../transcript/ordered';
import { peel } from '../transcript/peel';
import type { Session, Step } from '../transcript/reader';
import { type Broken, readTranscript, type Transcript } from '../transcript/readTranscript';
import { regionAt } from '../transcript/regions';
import { type Reread, reread } from '../transcript/reread';
import { SourceText } from '../transcript/sourceText';
import { type MailTransaction, transactionsOf } from '../transcript/transactions';
import type { PeeledLine, Told, Utterance } from '../transcript/transcript';
import { Kept } from './kept';
import { Positions } from './positions';
import { type Context, Stretch } from './stretch';

/** What is kept of each session. */
interface Known {
  readonly judged: Judged;
  readonly transactions: Kept<Session, readonly MailTransaction[]>;
}

/** What was read of a text. */
export interface Reading {
  readonly transcript: Transcript;
  /** False when it is only the text's beginning. */
  readonly complete: boolean;
}

/** At least one. */
export type Run = readonly [Utterance, ...Utterance[]];

/** Everything that features ask about one version of a document. What is costly is made when it is first asked for. */
export class ParsedDocument {
  readonly transcript: Transcript;
  /** False when somebody gave up reading it. */
  readonly complete: boolean;
  readonly findings: readonly Finding[];
  readonly positions: Positions;
  /** Of the file between quiet points: only there is what is said in the order of its lines. */
  readonly #stretches = new Map<number, Stretch>();
  /** The one asked for last: most questions follow the lines. */
  #stretch: Stretch | undefined;
  #named: ReadonlyMap<string, readonly Session[]> | undefined;
  #counts: ReadonlyMap<Session, number> | undefined;
  /** Taken over after an edit. */
  readonly #known: Known;
  /** As long as LSP positions are the core's. */
  readonly #made: Map<string, Kept<object, unknown>>;

  readonly source: SourceText;
  /** `source` with line ends that are read as such. */
  readonly content: SourceText;

  /**
   * `before`: the document before an edit; what the edit left alone is taken over from it, and it is used up. `reading`:
   * what was read of this very text before.
   */
  constructor(
    source: string | SourceText,
    readonly dialect?: Dialect,
    readonly policy: Policy = DEFAULT_POLICY,
    before?: ParsedDocument,
    reading?: Reading,
  ) {
    this.source = SourceText.of(source);
    this.content = this.source.endsInCr ? SourceText.of(withLf(this.source.toString())) : this.source;
    const isLike = before?.dialect === dialect && before?.policy === policy && before?.complete;
    const old = isLike ? before : undefined;
    const again = old && reread({ text: old.content, transcript: old.transcript }, this.content);
    const kept = again === undefined ? undefined : old;
    this.transcript = again?.transcript ?? reading?.transcript ?? readTranscript(this.text, dialect);
    this.complete = reading?.complete ?? true;
    this.#known = kept === undefined ? { judged: new WeakMap(), transactions: new Kept() } : kept.#known;
    if (again !== undefined) moveJudgements(this.#known.judged, again);
    this.positions = new Positions(this.content);
    this.#made = kept?.positions.plain && this.positions.plain ? kept.#made : new Map();
    const silenced = silencedBy(this.transcript.comments);
    const found = judgeAll(this.transcript.sessions, policy.rules, this.#known.judged, policy.thresholds).filter(
      (finding) => !silenced(finding),
    );
    this.findings = underPolicy(found, policy);
  }

  /** `content` as one string. */
  get text(): string {
    return this.content.toString();
  }

  /** Its lines end in CR alone, in place of which `text` has LF. */
  get endsInCr(): boolean {
    return this.content !== this.source;
  }

  /** A text that was made of `text`, with the line ends of the source. */
  endedLikeSource(text: string): string {
    return this.endsInCr ? text.replaceAll('\n', '\r') : text;
  }

  /** What is said on a line, in order. */
  utterancesOn(line: number): readonly Utterance[] {
    return this.#stretchAt(line).on(line);
  }

  /** Neither client nor server says anything on a line. */
  isSilent(line: number): boolean {
    return this.#stretchAt(line).isSilent(line);
  }

  /** As `utterancesOn`, with what goes on there where lines are broken. */
  utterancesThrough(line: number): readonly Utterance[] {
    const { first } = this.wholeOf(line);
    const own = this.utterancesOn(line);
    if (first === line) return own;
    const before = Array.from({ length: line - first }, (_, index) => this.utterancesOn(first + index));
    return [...before.flat().filter(({ pieces }) => pieces?.some((piece) => piece.line === line)), ...own];
  }

  /** The first and the last of the lines that are read as one with this one: it alone, but where lines are broken. */
  wholeOf(line: number): Pick<Broken, 'first' | 'last'> {
    return this.#brokenAt(line) ?? { first: line, last: line };
  }

  #brokenAt(line: number): Broken | undefined {
    const { broken } = this.transcript;
    const found = broken[firstAt(broken, line + 1, ({ first }) => first) - 1];
    return found === undefined || found.last < line ? undefined : found;
  }

  #stretchAt(line: number): Stretch {
    const latest = this.#stretch;
    if (latest !== undefined && line >= latest.from && line < latest.to) return latest;
    const { quiet } = this.transcript;
    const number = Math.floor(firstAt(quiet, line + 1, ({ line: at }) => at) / QUIET_POINTS);
    let stretch = this.#stretches.get(number);
    if (stretch === undefined) {
      const from = quiet[number * QUIET_POINTS - 1]?.line ?? 0;
      const to = quiet[(number + 1) * QUIET_POINTS - 1]?.line ?? Number.POSITIVE_INFINITY;
      stretch = new Stretch(from, to, this.#saidIn(from, to));
      this.#stretches.set(number, stretch);
    }
    this.#stretch = stretch;
    return stretch;
  }

  #saidIn(from: number, to: number): readonly Utterance[] {
    const { utterances } = this.transcript;
    return utterances.slice(firstAt(utterances, from, lineOf), firstAt(utterances, to, lineOf));
  }

  /** What a said line is in its session; undefined for mail data and what the tool says. */
  contextOf(utterance: Utterance): Context | undefined {
    if (utterance.speaker === 'tool') return undefined;
    return this.#stretchAt(utterance.line).contextOf(utterance, this.#sessionsOf);
  }

  /** Where an event that the log tells of stands in its session. */
  placeOfEvent(told: Told): { readonly session: Session; readonly step: Step } | undefined {
    for (const session of this.#sessionsOf(told)) {
      const step = session.steps.find(({ exchange }) => exchange.kind === 'event' && exchange.told === told);
      if (step !== undefined) return { session, step };
    }
    return undefined;
  }

  /** Those that an utterance may belong to, the likeliest first: one name is used by one session after the other. */
  readonly #sessionsOf = ({ session: name, line }: Pick<Utterance, 'session' | 'line'>): readonly Session[] => {
    this.#named ??= byName(this.transcript.sessions);
    const named = this.#named.get(name) ?? [];
    const end = firstAt(named, line + 1, ({ firstLine }) => firstLine);
    let start = end;
    while (start > 0 && (named[start - 1] as Session).lastLine >= line) start--;
    return end - start === 1 && named.length === 1 ? named : named.slice(start, end).reverse();
  };

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
    return this.#known.transactions.of(session, session.firstLine, transactionsOf);
  }

  /** How many findings a session has, hints not counted. */
  countOf(session: Session): number {
    this.#counts ??= countBySession(this.findings);
    return this.#counts.get(session) ?? 0;
  }

  /** What a feature makes of a session; made once, however often the file is edited elsewhere. */
  made<T>(feature: string, session: Session, make: (session: Session) => T, variant = ''): T {
    return this.#keptFor<Session, T>(feature).of(session, session.firstLine, make, variant);
  }

  /** As `made` of a run of what is said; `make` has to tell lines from the run's first one. */
  madeOfRun<T>(feature: string, run: Run, make: (run: Run) => T): T {
    return this.#keptFor<Utterance, T>(feature).of(run[0], run.length, () => make(run));
  }

  #keptFor<K extends object, T>(feature: string): Kept<K, T> {
    const known = this.#made.get(feature) as Kept<K, T> | undefined;
    const kept = known ?? new Kept<K, T>();
    if (known === undefined) this.#made.set(feature, kept as Kept<object, unknown>);
    return kept;
  }

  /** All that is said, cut at the quiet points: an edit leaves the runs the objects that they are, but for those that it is in. */
  runs(): Run[] {
    const { utterances, quiet } = this.transcript;
    const runs: Run[] = [];
    let start = 0;
    for (const { line } of [...quiet, { line: Number.POSITIVE_INFINITY }]) {
      const end = firstAt(utterances, line, lineOf);
      const run = utterances.slice(start, end);
      if (isRun(run)) runs.push(run);
      start = Math.max(start, end);
    }
    return runs;
  }

  /** The text of a line without its end. */
  lineText(line: number): string {
    return this.content.line(line)?.text ?? '';
  }

  /** The format of the region that the line belongs to. */
  detectionAt(line: number): Detection {
    return regionAt(this.transcript.regions, line)?.detection ?? this.transcript.detection;
  }

  /** The line as the dialect sees it: of lines that are read as one the first gives all. */
  peeled(line: number): PeeledLine {
    const broken = this.#brokenAt(line);
    const text = broken?.first === line ? broken.text : this.lineText(line);
    return peel({ number: line, text, eol: '' }, this.detectionAt(line).peelers);
  }
}

const lineOf = ({ line }: Utterance) => line;
const isRun = (said: readonly Utterance[]): said is Run => said.length > 0;

/** So many of them, each mostly the start of a session, make a stretch of some thousand lines. */
const QUIET_POINTS = 32;

/** `--- session name ---` of our own format. */
const SEPARATOR = /^--- session(?: .{0,500})? ---[ \t]*$/;

/** Lines of comment between it and the session. */
const MOST_COMMENTS = 20;

/** Findings move with the lines of their session. */
function moveJudgements(judged: Judged, { movedSessions, moved }: Reread): void {
  if (moved === 0) return;
  for (const session of movedSessions) {
    const judgement = judged.get(session);
    if (judgement !== undefined) judged.set(session, moveJudgement(judgement, moved));
  }
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
