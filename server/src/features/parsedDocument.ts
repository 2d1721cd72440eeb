import { type Finding, judgeAll, silencedBy } from '../rules/judge';
import { DEFAULT_POLICY, type Policy, underPolicy } from '../rules/presets';
import type { Detection } from '../transcript/detect';
import type { Dialect } from '../transcript/dialects/dialect';
import { lineAt } from '../transcript/lines';
import { peel } from '../transcript/peel';
import { readTranscript, type Session, type Step, type Transcript } from '../transcript/reader';
import { regionAt } from '../transcript/regions';
import { type MailTransaction, transactionsOf } from '../transcript/transactions';
import type { PeeledLine, Reply, ReplyLine, Said, Utterance } from '../transcript/transcript';
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
  #lineStarts: number[] | undefined;
  #utterances: Map<number, Utterance[]> | undefined;
  #contexts: Map<Said, Context> | undefined;
  readonly #transactions = new Map<Session, readonly MailTransaction[]>();

  constructor(
    readonly text: string,
    dialect?: Dialect,
    readonly policy: Policy = DEFAULT_POLICY,
  ) {
    this.transcript = readTranscript(text, dialect);
    this.positions = new Positions(text);
    const silenced = silencedBy(this.transcript.comments);
    const found = judgeAll(this.transcript.sessions, policy.rules).filter((finding) => !silenced(finding));
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
    if (this.#lineStarts === undefined) {
      this.#lineStarts = [0];
      for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1))
        this.#lineStarts.push(at + 1);
    }
    return this.#lineStarts;
  }
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
