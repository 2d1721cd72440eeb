/** What somebody may send to have a format taken up: the beginning of the file with everything private covered. */
import { redact } from '../output/redact';
import type { Locale } from '../reference/entry';
import { isBase64 } from '../transcript/base64';
import type { ParsedDocument } from './parsedDocument';
import { word } from './words';

/** Lines that are enough to tell a format. */
const SHOWN_LINES = 60;
/** Characters of a line that are shown. */
const LONGEST = 300;

/** A report in Markdown. Nobody sends it: the person reads it, completes it, and decides. */
export function formatReport(document: ParsedDocument, version: string, locale: Locale): string {
  const { candidates, confidence, dialect } = document.transcript.detection;
  const redacted = redact(document.text, document.transcript, {
    credentials: true,
    addresses: true,
    ips: true,
    messages: true,
  });
  const lines = redacted
    .split('\n')
    .slice(0, SHOWN_LINES)
    .map((line) => covered(line.replace(/\r$/, '')).slice(0, LONGEST));
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => (/`+/.exec(line)?.[0].length ?? 0) + 1)));
  const read =
    dialect === undefined
      ? word('reportUnread', locale)
      : word('reportRead', locale, { name: dialect.name, percent: Math.round(confidence * 100) });
  return [
    `# ${word('reportTitle', locale)}`,
    word('reportCheck', locale),
    `- ${word('reportProgram', locale)}`,
    `- ${read}`,
    `- ${word('reportOthers', locale)}: ${candidates.map(({ id }) => id).join(', ') || '–'}`,
    `- SMTP Transcripts ${version}`,
    `${fence}text\n${lines.join('\n')}\n${fence}`,
    '',
  ].join('\n\n');
}

/** Of a line in no format that is known nobody can say what is a secret: whatever may be one is covered. */
function covered(line: string): string {
  return line
    .replace(/\b(AUTH\s+[\w-]+\s+)\S+/gi, '$1****')
    .replace(/[A-Za-z0-9+/]{8,}={0,2}/g, (text) =>
      isBase64(text) && /[0-9=+/]|[a-z][A-Z]/.test(text) ? '****' : text,
    );
}
