/** Messages out of a transcript, as a mail program saves them. */
import type { Transcript } from '../transcript/reader';
import { messagesOf, utterancesBySession } from './sessions';

export interface ExtractedMessage {
  readonly session: string;
  /** 1-based line of the file on which the data begins. */
  readonly line: number;
  /** The message with CRLF line ends, dots undoubled. */
  readonly text: string;
  /** False when the log leaves some of it out or breaks off. */
  readonly complete: boolean;
}

/** Every message of which the log shows the data. */
export function extractMessages(transcript: Transcript): ExtractedMessage[] {
  const messages: ExtractedMessage[] = [];
  for (const [session, utterances] of utterancesBySession(transcript)) {
    for (const { message, lines } of messagesOf(session, utterances)) {
      if (lines.length === 0) continue;
      const stuffed = session.wire === true || isStuffed(lines.map(({ text }) => text));
      const texts = lines.map(({ text }) => (stuffed && text.startsWith('.') ? text.slice(1) : text));
      messages.push({
        session: session.key,
        line: (lines[0]?.line ?? 0) + 1,
        text: texts.map((text) => `${text}\r\n`).join(''),
        complete: message.data.end === 'complete' && !message.data.elided,
      });
    }
  }
  return messages;
}

/** Where every line that begins with a dot begins with two, the log shows what was sent (RFC 5321 §4.5.2). */
function isStuffed(lines: readonly string[]): boolean {
  const dotted = lines.filter((line) => line.startsWith('.'));
  return dotted.length > 0 && dotted.every((line) => line.startsWith('..'));
}
