/** A session as a Mermaid sequence diagram. */
import type { Session } from '../transcript/reader';
import type { Transcript } from '../transcript/readTranscript';
import type { Exchange, Reply } from '../transcript/transcript';

/** One diagram for all sessions of a transcript, each under a note of its own. */
export function diagram(transcript: Transcript): string {
  const head = ['sequenceDiagram', '  participant C as Client', '  participant S as Server'];
  return `${[...head, ...transcript.sessions.flatMap(sessionLines)].join('\n')}\n`;
}

function sessionLines(session: Session): string[] {
  return [
    `  note over C,S: ${safe(`session ${session.key}`)}`,
    ...session.steps.flatMap(({ exchange }) => stepLines(exchange)),
  ];
}

function stepLines(exchange: Exchange): string[] {
  switch (exchange.kind) {
    case 'command': {
      const { said, verb } = exchange.command;
      const shown = verb === 'AUTH' ? said.text.split(' ').slice(0, 2).join(' ') : said.text;
      const responses = exchange.responses.map(() => '  C->>S: (response)');
      return [`  C->>S: ${safe(shown)}`, ...responses, ...exchange.replies.map(replyLine)];
    }
    case 'message': {
      const { lineCount } = exchange.data;
      const size = lineCount === undefined ? 'mail data' : `mail data, ${lineCount} lines`;
      return [`  C->>S: ${size}`, ...exchange.replies.map(replyLine)];
    }
    case 'greeting':
    case 'unasked':
      return exchange.replies.map(replyLine);
    case 'event':
      return exchange.told.event.type === 'tls' ? ['  note over C,S: TLS'] : [];
    case 'unreadable':
      return [];
    default:
      return exchange satisfies never;
  }
}

function replyLine(reply: Reply): string {
  const first = reply.lines[0].said.text;
  const more = reply.lines.length > 1 ? ` … (${reply.lines.length} lines)` : '';
  return `  S-->>C: ${safe(first)}${more}`;
}

/** Text that Mermaid takes for nothing else. */
function safe(text: string): string {
  const chars = [...text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ')];
  const cut = chars.length > LONGEST ? [...chars.slice(0, LONGEST - 1), '…'].join('') : chars.join('');
  if (cut.trim() === '') return '(empty line)';
  return cut.replace(/[#;:<>{}[\]()"`%]/g, (char) => `#${char.charCodeAt(0)};`);
}

/** Characters. */
const LONGEST = 80;
