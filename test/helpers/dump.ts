/** What was read from a log, one short line per thing said, for tests of dialects. */
import { dialectById } from '../../server/src/transcript/dialects';
import { writeDelivery } from '../../server/src/transcript/dialects/delivery';
import type { Session } from '../../server/src/transcript/reader';
import { readTranscript } from '../../server/src/transcript/readTranscript';
import type { Exchange, MailData, Reply, Said, ToolEvent } from '../../server/src/transcript/transcript';

/**
 * Lines such as `1 C EHLO client`, `2 S 250`, `5 data 3 lines`, `7 close by client`, each with the line of the log where
 * it begins. A log with several sessions has `session KEY` before each.
 */
export function dump(text: string, dialectId?: string): string[] {
  const dialect = dialectId === undefined ? undefined : dialectById(dialectId);
  const { sessions } = readTranscript(text, dialect);
  return sessions.flatMap((session) => [
    ...(sessions.length > 1 ? [`session ${session.key}`] : []),
    ...dumpSession(session),
  ]);
}

function dumpSession(session: Session): string[] {
  return session.steps.flatMap(({ exchange }) => dumpExchange(exchange));
}

function dumpExchange(exchange: Exchange): string[] {
  switch (exchange.kind) {
    case 'greeting':
      return exchange.replies.map(replyLine);
    case 'unasked':
      return exchange.replies.map((reply) => `${replyLine(reply)} unasked`);
    case 'unreadable':
      return [`${lineOf(exchange.said)} S ? ${exchange.said.text}`];
    case 'command':
      return [
        `${lineOf(exchange.command.said)} C ${exchange.command.said.text}`,
        ...exchange.responses.map((said) => `${lineOf(said)} ${said.elided ? 'secret' : `response ${said.text}`}`),
        ...(exchange.data === undefined ? [] : [dataLine(exchange.data)]),
        ...exchange.replies.map(replyLine),
      ];
    case 'message':
      return [dataLine(exchange.data), ...exchange.replies.map(replyLine)];
    case 'event':
      return [`${lineOf(exchange.told)} ${eventLine(exchange.told.event)}`];
    default:
      return exchange satisfies never;
  }
}

function lineOf({ line }: Pick<Said, 'line'>): number {
  return line + 1;
}

function replyLine({ lines, code, complete }: Reply): string {
  const first = lines[0]?.said;
  return `${first === undefined ? '?' : lineOf(first)} S ${code}${lines.length > 1 ? ` ×${lines.length}` : ''}${complete ? '' : ' cut'}`;
}

function dataLine({ firstLine, lineCount, end }: MailData): string {
  const place = firstLine < 0 ? '-' : firstLine + 1;
  return `${place} data ${lineCount ?? '?'} lines${end === 'complete' ? '' : ` ${end}`}`;
}

function eventLine(event: ToolEvent): string {
  switch (event.type) {
    case 'connect':
      return `connect${event.host === undefined ? '' : ` ${event.host}`}${event.port === undefined ? '' : `:${event.port}`}${event.whole ? '' : ' (seen from the middle)'}`;
    case 'tls':
      return `tls${event.protocol === undefined ? '' : ` ${event.protocol}`}`;
    case 'close':
      return `close by ${event.by}`;
    case 'error':
      return `error ${event.about}: ${event.message}`;
    case 'gap':
      return 'gap';
    case 'delivery':
      return writeDelivery(event.delivery);
    default:
      return event satisfies never;
  }
}
