import { type Finding, type Judged, judgeAll, silencedBy } from '../rules/judge';
import { DEFAULT_POLICY, type Policy, underPolicy } from '../rules/presets';
import type { Detection } from '../transcript/detect';
import type { Dialect } from '../transcript/dialects/dialect';
import { lineAt } from '../transcript/lines';
import { peel } from '../transcript/peel';
import { readTranscript, type Session, type Step, type Transcript } from '../transcript/reader';
import { regionAt } from '../transcript/regions';
import { type Reread, reread } from '../transcript/reread';
import { type MailTransaction, transactionsOf } from '../transcript/transactions';
import type { PeeledLine, Reply, ReplyLine, Said, Span, Utterance } from '../transcript/transcript';
import { Positions } from './positions';

/** Where an utterance stands in its session. */
export interface Context {
  readonly session: Session;
  readonly step: Step;
  readonly role: 'command' | 'reply' | 'response' | 'unreadable';
  readonly reply?: Reply;
  readonly replyLine?: ReplyLine;
}

/** Everything that features ask about one version of a document. What is costly is made when it is first asked for. */
export class ParsedDocument {
  readonly transcript: Transcript;
  readonly findings: readonly Finding[];
  readonly positions: Positions;
  #lineStarts: readonly number[] | undefined;
  #utterances: Map<number, Utterance[]> | undefined;
  #contexts: Map<Said, Context> | undefined;
  readonly #transactions = new Map<Session, readonly MailTransaction[]>();

  readonly #judged: Judged;

  /** `before`: the document before an edit; what the edit left alone is taken over from it, and it is used up. */
  constructor(
    readonly text: string,
    readonly dialect?: Dialect,
    readonly policy: Policy = DEFAULT_POLICY,
    before?: ParsedDocument,
  ) {
    const kept = before?.dialect === dialect && before?.policy === policy ? before : undefined;
    const again = kept && reread({ text: kept.text, lineStarts: kept.lineStarts(), transcript: kept.transcript }, text);
    this.transcript = again?.transcript ?? readTranscript(text, dialect);
    this.#lineStarts = again?.lineStarts;
    this.#judged = again === undefined || kept === undefined ? new Map() : stillJudged(kept.#judged, again);
    this.positions = new Positions(text);
    const silenced = silencedBy(this.transcript.comments);
    const found = judgeAll(this.transcript.sessions, policy.rules, this.#judged, policy.thresholds).filter(
      (finding) => !silenced(finding),
    );
    this.findings = underPolicy(found, policy);
  }

  /** What is said on a line, in order. */
  utterancesOn(line: number): readonly Utterance[] {
    if (this.#utterances === undefined) {
      this.#utterances = new Map();
      for (const utterance of this.transcript.utterances) {
        const here = this.#utterances.get(utterance.line);
        if (here === undefined) this.#utterances.set(utterance.line, [utterance]);
        else here.push(utterance);
      }
    }
    return this.#utterances.get(line) ?? [];
  }

  /** What a said line is in its session; undefined for mail data and what the tool says. */
  contextOf(utterance: Utterance): Context | undefined {
    if (utterance.speaker === 'tool') return undefined;
    this.#contexts ??= indexSteps(this.transcript.sessions);
    return this.#contexts.get(utterance);
  }

  sessionAt(line: number): Session | undefined {
    const utterance = this.utterancesOn(line)[0];
    const context = utterance === undefined ? undefined : this.contextOf(utterance);
    return (
      context?.session ??
      this.transcript.sessions.find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine)
    );
  }

  transactionsOf(session: Session): readonly MailTransaction[] {
    const known = this.#transactions.get(session) ?? transactionsOf(session);
    this.#transactions.set(session, known);
    return known;
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
  lineStarts(): readonly number[] {
    this.#lineStarts ??= startsOfLines(this.text);
    return this.#lineStarts;
  }
}

/** Findings of sessions that an edit left alone, moved where their lines were. */
function stillJudged(judged: Judged, { kept, movedSessions, moved }: Reread): Judged {
  const still: Judged = new Map();
  for (const session of kept) {
    const judgement = judged.get(session);
    if (judgement !== undefined) still.set(session, judgement);
  }
  if (moved === 0) return still;
  for (const session of movedSessions) {
    const judgement = still.get(session);
    if (judgement === undefined) continue;
    still.set(session, { ...judgement, findings: judgement.findings.map((finding) => moveFinding(finding, moved)) });
  }
  return still;
}

function moveFinding(finding: Finding, by: number): Finding {
  const { problem } = finding;
  const move = (span: Span): Span => ({ ...span, line: span.line + by });
  const related = problem.related.map((each) => ({ ...each, span: move(each.span) }));
  return { ...finding, problem: { ...problem, span: move(problem.span), related } };
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function indexSteps(sessions: readonly Session[]): Map<Said, Context> {
  const contexts = new Map<Said, Context>();
  for (const session of sessions) {
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
  }
  return contexts;
}
