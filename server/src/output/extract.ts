/** Messages out of a transcript, as a mail program saves them. */
import type { Session } from '../transcript/reader';
import type { Transcript } from '../transcript/readTranscript';
import type { Utterance } from '../transcript/transcript';
import { chunksOf, isStuffed, messagesOf, type ShownChunk, utterancesBySession } from './sessions';

export interface ExtractedMessage {
  readonly session: string;
  /** 1-based line of the file on which the data begins. */
  readonly line: number;
  /** The message with CRLF line ends, dots undoubled. */
  readonly text: string;
  /** False when the log leaves some of it out or breaks off. */
  readonly complete: boolean;
}

/** Every message of which the log shows the data, in the order of the file. */
export function extractMessages(transcript: Transcript): ExtractedMessage[] {
  return [...utterancesBySession(transcript)]
    .flatMap(([session, utterances]) => [...sentWithData(session, utterances), ...sentInChunks(session, utterances)])
    .sort((a, b) => a.line - b.line);
}

function sentWithData(session: Session, utterances: readonly Utterance[]): ExtractedMessage[] {
  return messagesOf(session, utterances).flatMap(({ message, lines }) => {
    const [first] = lines;
    if (first === undefined) return [];
    const stuffed = session.wire === true || isStuffed(lines.map(({ text }) => text));
    const texts = lines.map(({ text }) => (stuffed && text.startsWith('.') ? text.slice(1) : text));
    return [
      {
        session: session.key,
        line: first.line + 1,
        text: texts.map((text) => `${text}\r\n`).join(''),
        complete: message.data.end === 'complete' && !message.data.elided,
      },
    ];
  });
}

/** Chunks up to the one that is the last make one message (RFC 3030 §2); no dots are doubled in them. */
function sentInChunks(session: Session, utterances: readonly Utterance[]): ExtractedMessage[] {
  const chunks = new Map(chunksOf(session, utterances).map((chunk) => [chunk.command, chunk]));
  const messages: ExtractedMessage[] = [];
  let parts: ShownChunk[] = [];
  const finish = (last: boolean) => {
    const lines = parts.flatMap((chunk) => chunk.lines);
    const whole = parts.every(({ data }) => data.end === 'complete' && !data.elided);
    if (lines[0] !== undefined) {
      const text = lines.map((said) => said.text + (said.wireEol ?? '\r\n')).join('');
      messages.push({ session: session.key, line: lines[0].line + 1, text, complete: last && whole });
    }
    parts = [];
  };
  for (const { exchange } of session.steps) {
    if (exchange.kind !== 'command') continue;
    const { verb, argument } = exchange.command;
    const chunk = chunks.get(exchange);
    if (chunk !== undefined) parts.push(chunk);
    if (verb === 'BDAT' && /\bLAST\b/i.test(argument)) finish(true);
    else if (parts.length > 0 && ENDS_TRANSACTION.has(verb)) finish(false);
  }
  finish(false);
  return messages;
}

/** What throws away the chunks that came before (RFC 5321 §4.1.1.5). */
const ENDS_TRANSACTION: ReadonlySet<string> = new Set(['RSET', 'MAIL', 'HELO', 'EHLO', 'LHLO', 'QUIT']);
