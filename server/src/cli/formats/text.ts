import type { Severity } from '../../rules/rule';
import type { Format, Report } from '../report';

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 90 };

/** For people: place, severity, message, the line with a caret under it, the lines it has to do with. */
export function text(colour: boolean): Format {
  const paint = (code: number, words: string) => (colour ? `\u001b[${code}m${words}\u001b[0m` : words);
  return {
    wantsLines: true,
    each(report, line) {
      const { file, severity, message, rule, related } = report;
      const head = `${file}:${report.line}:${report.column}: ${paint(COLOURS[severity], severity)}: ${message} ${paint(90, `[${rule}]`)}`;
      const notes = related.slice(0, 8).map((each) => `    ${file}:${each.line}: ${each.message}`);
      return [head, ...excerpt(report, line, (words) => paint(COLOURS[severity], words)), ...notes].join('\n');
    },
  };
}

/** So much of a line is shown. */
const WIDTH = 100;

function excerpt(
  { line: number, column, endColumn }: Report,
  line: string | undefined,
  paint: (words: string) => string,
): string[] {
  if (line === undefined || line.trim() === '') return [];
  const from = column > WIDTH - 10 ? column - 20 : 1;
  const shown = [...line.slice(from - 1, from - 1 + WIDTH)].map((char) => (char < ' ' ? ' ' : char)).join('');
  const length = Math.max(1, Math.min(endColumn, from + WIDTH) - column);
  const gutter = String(number).padStart(5);
  return [`${gutter} | ${shown}`, `      | ${' '.repeat(column - from)}${paint('^'.repeat(length))}`];
}
