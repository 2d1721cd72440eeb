import { newAcross, SEVERITIES, silencedBy } from '../rules/judge';
import { underPolicy } from '../rules/presets';
import type { Comment } from '../transcript/reader';
import { type Batch, type Manner, type Placed, readAlone } from './part';
import { notRecognised, type Report, reportOf } from './report';
import { ReadAnew } from './threads/readAnew';

/** The findings of one file, from what was read of it, part by part: looked at across sessions, silenced, in order. */
class Findings {
  readonly #manner: Manner;
  readonly #across: ReturnType<typeof newAcross>;
  readonly #comments: Comment[] = [];
  #pending: Report[] = [];
  #settled = 0;

  constructor(manner: Manner) {
    this.#manner = manner;
    this.#across = newAcross(manner.policy.rules);
  }

  /** `by`: how many lines of the file come before those that the batch counts. Its lines are changed in place. */
  add({ judged, comments }: Batch, by: number): void {
    for (const { line, text } of comments) this.#comments.push({ line: line + by, text });
    const { policy, name, locale } = this.#manner;
    for (const { reports, concerns } of judged) {
      for (const report of reports) {
        if (by !== 0) move(report, by);
        this.#pending.push(report);
      }
      if (concerns === undefined) continue;
      for (const found of underPolicy(this.#across(concerns, by), policy))
        this.#pending.push(reportOf(name, found, locale));
    }
  }

  /** Those before a line, 0-based, that nothing can come before any more; each once, in the order of the file. */
  before(line: number): Report[] {
    if (line <= this.#settled || this.#pending.length === 0) return [];
    this.#settled = line;
    const all = this.#pending.sort(byLine);
    // Report lines are 1-based.
    const end = all.findIndex((report) => report.line > line);
    const settled = end < 0 ? all : all.slice(0, end);
    this.#pending = end < 0 ? [] : all.slice(end);
    const silenced = silencedBy(this.#comments);
    return settled.filter(
      ({ rule, line: at }) => !silenced({ rule: { code: rule }, problem: { span: { line: at - 1 } } }),
    );
  }
}

/** Order of the file, then the more severe first, then by rule: how the sessions were read does not show. */
function byLine(a: Report, b: Report): number {
  const worse = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  return a.line - b.line || a.column - b.column || worse || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** The report belongs to nobody else: a copy would cost more than all that is left to do with it. */
function move(report: Movable, by: number): void {
  report.line += by;
  report.endLine += by;
  for (const related of report.related) related.line += by;
}

interface Movable {
  line: number;
  endLine: number;
  readonly related: readonly { line: number }[];
}

/** What a file is read by. */
export interface Reading {
  /** What other threads read of it; undefined when it is left to this one. */
  readonly shared: AsyncIterable<Placed> | undefined;
  /** Called for each piece of text that this thread reads. */
  readonly onText?: ((text: string) => void) | undefined;
  /** Reports are given as soon as nothing can come before them, not only when the whole file has been read. */
  readonly early: boolean;
}

/** The reports of a file in the order of its lines, some at a time. */
export async function* reportsOf(file: string, manner: Manner, reading: Reading): AsyncGenerator<readonly Report[]> {
  const { shared, onText, early } = reading;
  let given = 0;
  if (shared !== undefined) {
    try {
      for await (const reports of reportsIn(shared, manner, early)) {
        given += reports.length;
        yield reports;
      }
      return;
    } catch (error) {
      if (!(error instanceof ReadAnew)) throw error;
    }
  }
  // What was given of a file that has to be read anew is right.
  for await (const reports of reportsIn(readAlone(file, manner, onText), manner, early)) {
    if (given < reports.length) yield reports.slice(given);
    given = Math.max(0, given - reports.length);
  }
}

async function* reportsIn(
  placed: AsyncIterable<Placed>,
  manner: Manner,
  early: boolean,
): AsyncGenerator<readonly Report[]> {
  const findings = new Findings(manner);
  let last: Placed | undefined;
  for await (const { batch, by } of placed) {
    last = { batch, by };
    findings.add(batch, by);
    const settled = early ? findings.before(batch.oldest + by) : [];
    if (settled.length > 0) yield settled;
  }
  yield findings.before(Number.POSITIVE_INFINITY);
  if (last !== undefined && last.batch.dialect === undefined && last.batch.lines + last.by > 0)
    yield [notRecognised(manner.name, manner.locale)];
}
