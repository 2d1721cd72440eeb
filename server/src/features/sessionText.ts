import { convert } from '../output/convert';
import { dumps, type RedactOptions, redact } from '../output/redact';
import type { Locale } from '../reference/entry';
import { messageOf } from '../rules/words';
import { canonical } from '../transcript/dialects';
import type { Session } from '../transcript/reader';
import { readTranscript } from '../transcript/readTranscript';
import { summaryOf } from './codeLenses';
import type { ParsedDocument } from './parsedDocument';

const ONLY_CREDENTIALS: RedactOptions = { credentials: true, addresses: false, ips: false, messages: false };

/** The lines of one session as they stand in the file, the others left out. */
export function onlySession(document: ParsedDocument, key: string): string | undefined {
  const session = document.transcript.sessions.find((each) => each.key === key);
  return session === undefined
    ? undefined
    : linesOf(document, session)
        .map((line) => `${document.lineText(line)}\n`)
        .join('');
}

/** The session in our own format without its times, so that two can be laid side by side. */
export function comparableSession(document: ParsedDocument, key: string): string | undefined {
  const session = document.transcript.sessions.find((each) => each.key === key);
  if (session === undefined) return undefined;
  const utterances = document.transcript.utterances.map(({ time: _, ...utterance }) => utterance);
  const alone = { ...document.transcript, sessions: [{ ...session, key: '1' }], utterances };
  return convert(alone, canonical);
}

/** The session as Markdown for a ticket: summary, findings, the lines with secrets taken out. */
export function sessionAsMarkdown(document: ParsedDocument, key: string, locale: Locale): string | undefined {
  const session = document.transcript.sessions.find((each) => each.key === key);
  if (session === undefined) return undefined;
  const lines = linesWithoutSecrets(document, session);
  const findings = document.findings
    .filter((finding) => finding.session === session)
    .map((finding) => `- ${finding.severity}: ${messageOf(finding, locale)} (\`${finding.rule.code}\`)`);
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => (/`+/.exec(line)?.[0].length ?? 0) + 1)));
  return `${[`**${summaryOf(document, session, locale)}**`, findings.join('\n'), `${fence}smtp\n${lines.join('\n')}\n${fence}`].filter((part) => part !== '').join('\n\n')}\n`;
}

function linesWithoutSecrets(document: ParsedDocument, session: Session): string[] {
  const { text, transcript } = document;
  if (dumps(text, transcript)) {
    const written = comparableSession(document, session.key) ?? '';
    return redact(written, readTranscript(written, canonical), ONLY_CREDENTIALS).trimEnd().split('\n');
  }
  const redacted = redact(text, transcript, ONLY_CREDENTIALS).split('\n');
  return linesOf(document, session).map((line) => (redacted[line] ?? '').replace(/\r+$/, ''));
}

function linesOf(document: ParsedDocument, session: Session): number[] {
  const own = new Set<number>();
  const head = document.headOf(session);
  const { sessions, utterances } = document.transcript;
  const alone = sessions.every(
    (each) => each === session || each.lastLine < session.firstLine || each.firstLine > session.lastLine,
  );
  if (alone) return Array.from({ length: session.lastLine - head + 1 }, (_, index) => head + index);
  const names = new Set(
    session.steps.flatMap(({ exchange }) =>
      exchange.kind === 'command'
        ? [exchange.command.said.session]
        : 'replies' in exchange
          ? exchange.replies.flatMap(({ lines }) => lines.map(({ said }) => said.session))
          : [],
    ),
  );
  for (const { session: name, line } of utterances) {
    if (names.has(name) && session.firstLine <= line && line <= session.lastLine) own.add(line);
  }
  return [...own].sort((a, b) => a - b);
}
