import { SEVERITIES } from '../rules/judge';
import type { Severity } from '../rules/rule';
import { type Baseline, writeBaseline } from './baseline';
import { print } from './output';
import type { Format, Report } from './report';
import type { SourceLines } from './sourceLines';

export interface PrinterOptions {
  /** Exit code 1 from this severity on. */
  readonly exitSeverity: Severity;
  /** Where to write all findings as known. */
  readonly writeBaseline: string | undefined;
}

/** Writes reports in a format, and keeps what has to be said at the end. */
export class Printer {
  readonly #format: Format;
  readonly #options: PrinterOptions;
  readonly #baseline: Baseline | undefined;
  readonly #kept: Report[] = [];
  #bad = false;

  /** `baseline`: reports that it covers are left out. */
  constructor(format: Format, options: PrinterOptions, baseline: Baseline | undefined) {
    this.#format = format;
    this.#options = options;
    this.#baseline = baseline;
  }

  /** The format shows the line that a finding is in. */
  get wantsLines(): boolean {
    return this.#format.wantsLines === true && this.#format.each !== undefined;
  }

  /** `source`: of the file that they are about. */
  async print(reports: readonly Report[], source: SourceLines): Promise<void> {
    const { each, end } = this.#format;
    const lines = each === undefined ? [] : await source.at(reports.map(({ line }) => line - 1));
    for (const [index, report] of reports.entries()) {
      if (this.#baseline?.covers(report) === true) continue;
      this.#bad ||= SEVERITIES.indexOf(report.severity) <= SEVERITIES.indexOf(this.#options.exitSeverity);
      if (end !== undefined || this.#options.writeBaseline !== undefined) this.#kept.push(report);
      // To wait for each would take longer than to print it.
      const slow = each && print(each(report, lines[index]));
      if (slow !== undefined) await slow;
    }
  }

  /** What comes after the last report. Resolves to the exit code. */
  async end(names: readonly string[]): Promise<number> {
    if (this.#format.end !== undefined) await print(this.#format.end(this.#kept, names));
    const { writeBaseline: file } = this.#options;
    if (file !== undefined) await writeBaseline(file, this.#kept);
    return this.#bad && file === undefined ? 1 : 0;
  }
}
