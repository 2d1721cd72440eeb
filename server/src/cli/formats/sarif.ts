import { RULES } from '../../rules';
import { sourcesOf } from '../../rules/rfc';
import type { RulePage, Severity } from '../../rules/rule';
import type { Format, Report } from '../report';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** SARIF 2.1.0 (OASIS), for code scanning and viewers. */
export function sarif(version: string, pages: Pages): Format {
  return {
    end: (reports, files) => JSON.stringify(log(reports, files, version, pages), undefined, 2),
  };
}

/** The pages of the rules, by code. */
type Pages = ReadonlyMap<string, RulePage>;

function log(reports: readonly Report[], files: readonly string[], version: string, pages: Pages) {
  const used = [...new Set(reports.map(({ rule }) => rule))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'smtp-transcripts', version, rules: used.map((code) => descriptor(code, pages.get(code))) },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map((file) => ({ location: { uri: uriOf(file) } })),
        results: reports.map((report) => result(report, used, files)),
      },
    ],
  };
}

function descriptor(code: string, page: RulePage | undefined) {
  const rule = RULES.find((each) => each.code === code);
  if (rule === undefined) return { id: code };
  const source = sourcesOf(rule)[0];
  return {
    id: code,
    shortDescription: { text: rule.title.en },
    ...(page !== undefined && { fullDescription: { text: page.explanation.en } }),
    ...(source !== undefined && { helpUri: source.url }),
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { category: rule.category },
  };
}

function result(report: Report, rules: readonly string[], files: readonly string[]) {
  const { file, rule, severity, message, related } = report;
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          ...artifact(file, files),
          region: {
            startLine: report.line,
            startColumn: report.column,
            endLine: report.endLine,
            endColumn: Math.max(report.endColumn, report.column),
          },
        },
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, id) => ({
        id,
        physicalLocation: { ...artifact(file, files), region: { startLine: each.line } },
        message: { text: each.message },
      })),
    }),
  };
}

function artifact(file: string, files: readonly string[]) {
  return { artifactLocation: { uri: uriOf(file), index: files.indexOf(file) } };
}

/** A relative or absolute path as a URI reference. */
function uriOf(file: string): string {
  const path = file.replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/');
  return file.startsWith('/') ? `file://${path}` : path;
}
