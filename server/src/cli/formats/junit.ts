import type { Format, Report } from '../report';

/** JUnit XML: a suite a file, a test case a finding; a file without findings has one case that passes. */
export const junit: Format = {
  end(reports, files) {
    const suites = files.map((file) =>
      suite(
        file,
        reports.filter((report) => report.file === file),
      ),
    );
    const failures = reports.filter(fails).length;
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="smtp-transcripts" tests="${Math.max(reports.length, files.length)}" failures="${failures}">\n${suites.join('')}</testsuites>`;
  },
};

function fails({ severity }: Report): boolean {
  return severity === 'error' || severity === 'warning';
}

function suite(file: string, reports: readonly Report[]): string {
  const cases =
    reports.length === 0
      ? [`    <testcase classname="${escapeXml(file)}" name="no findings"/>\n`]
      : reports.map(testCase);
  const failures = reports.filter(fails).length;
  return `  <testsuite name="${escapeXml(file)}" tests="${cases.length}" failures="${failures}">\n${cases.join('')}  </testsuite>\n`;
}

function testCase(report: Report): string {
  const { file, line, column, rule, severity, message } = report;
  const name = `    <testcase classname="${escapeXml(file)}" name="${escapeXml(`${rule} (${line}:${column})`)}"`;
  if (!fails(report)) return `${name}/>\n`;
  const text = [message, ...report.related.map((each) => `line ${each.line}: ${each.message}`)].join('\n');
  return `${name}>\n      <failure type="${severity}" message="${escapeXml(message)}">${escapeXml(text)}</failure>\n    </testcase>\n`;
}

function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
