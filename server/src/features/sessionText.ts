import type { Locale } from '../reference/entry';
import { messageOf } from '../rules/words';
import type { Session } from '../transcript/reader';
import type { Said } from '../transcript/transcript';
import { summaryOf } from './codeLenses';
import type { ParsedDocument } from './parsedDocument';

/** The lines of one session as they stand in the file, the others left out. */
export function onlySession(document: ParsedDocument, key: string): string | undefined {
  const session = document.transcript.sessions.find((each) => each.key === key);
  return session === undefined
    ? undefined
    : linesOf(document, session)
        .map((line) => `${document.lineText(line)}\n`)
        .join('');
}

/** The session as Markdown for a ticket: summary, findings, the lines with secrets taken out. */
export function sessionAsMarkdown(document: ParsedDocument, key: string, locale: Locale): string | undefined {
  const session = document.transcript.sessions.find((each) => each.key === key);
  if (session === undefined) return undefined;
  const secrets = secretsOf(session);
  const lines = linesOf(document, session).map((line) => redacted(document, line, secrets));
  const findings = document.findings
    .filter((finding) => finding.session === session)
    .map((finding) => `- ${finding.severity}: ${messageOf(finding, locale)} (\`${finding.rule.code}\`)`);
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => (/`+/.exec(line)?.[0].length ?? 0) + 1)));
  return `${[`**${summaryOf(document, session, locale)}**`, findings.join('\n'), `${fence}smtp\n${lines.join('\n')}\n${fence}`].filter((part) => part !== '').join('\n\n')}\n`;
}

function linesOf(document: ParsedDocument, session: Session): number[] {
  const own = new Set<number>();
  const { sessions, utterances } = document.transcript;
  const alone = sessions.every(
    (each) => each === session || each.lastLine < session.firstLine || each.firstLine > session.lastLine,
  );
  if (alone)
    return Array.from({ length: session.lastLine - session.firstLine + 1 }, (_, index) => session.firstLine + index);
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

/** Where secrets stand: initial responses of AUTH and what was sent after 334. */
function secretsOf(session: Session): Map<number, { readonly said: Said; readonly from: number }> {
  const secrets = new Map<number, { readonly said: Said; readonly from: number }>();
  for (const { exchange } of session.steps) {
    if (exchange.kind !== 'command' || exchange.command.verb !== 'AUTH') continue;
    const { said } = exchange.command;
    const initial = /^\S+ +\S+ +(?=\S)/.exec(said.text.slice(0, 200))?.[0].length;
    if (initial !== undefined) secrets.set(said.line, { said, from: initial });
    for (const response of exchange.responses) secrets.set(response.line, { said: response, from: 0 });
  }
  return secrets;
}

function redacted(document: ParsedDocument, line: number, secrets: ReturnType<typeof secretsOf>): string {
  const text = document.lineText(line);
  const secret = secrets.get(line);
  return secret === undefined
    ? text
    : `${text.slice(0, secret.said.start + secret.from)}****${text.slice(secret.said.end)}`;
}
