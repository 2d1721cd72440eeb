/** Writes a transcript in another format: what was read, nothing else. */
import { readsAsCommand } from '../transcript/command';
import { converse, NEW_CONVERSATION } from '../transcript/conversation';
import { detectPeelers } from '../transcript/detect';
import { canonical, readEvent, writeElided, writeEvent, writeTime } from '../transcript/dialects';
import type { Dialect } from '../transcript/dialects/dialect';
import { peel } from '../transcript/peel';
import type { Session } from '../transcript/reader';
import type { Transcript } from '../transcript/readTranscript';
import type { Line, Said, Told, Utterance } from '../transcript/transcript';
import { isStuffed, messagesOf, utterancesBySession } from './sessions';

/** The whole transcript in the format of `to`. What that format cannot say is left out. */
export function convert(transcript: Transcript, to: Dialect): string {
  const parts: string[] = [];
  for (const [session, utterances] of utterancesBySession(transcript)) {
    parts.push(
      to.id === canonical.id
        ? inCanonical(session, utterances, transcript.sessions.length > 1 || session.key !== '1')
        : inDialect(session, utterances, to),
    );
  }
  return parts.join('');
}

function inCanonical(session: Session, utterances: readonly Utterance[], separated: boolean): string {
  const lines = separated ? [`--- session ${session.key} ---`] : [];
  if (!session.steps[0]?.before.whole && !tellsItsBeginning(utterances)) lines.push('* elided');
  const stuffed = dotsToDouble(session, utterances);
  // The format knows no kinds: the conversation has to come to the same conclusion about each line.
  let conversation = NEW_CONVERSATION;
  let secured = false;
  for (const utterance of utterances) {
    const stamp = utterance.time === undefined ? undefined : writeTime(utterance.time);
    const add = (line: string) => lines.push(stamp === undefined ? line : `${stamp} ${line}`);
    if (utterance.speaker === 'tool') {
      const line = told(utterance);
      if (line !== undefined) add(line);
      secured ||= utterance.event.type === 'tls';
    } else {
      if (utterance.secure && !secured) {
        secured = true;
        add('* tls');
      }
      const { name } = conversation.mode;
      if (utterance.kind === 'command' && (name === 'data' || name === 'bdat')) add('* elided data');
      if (utterance.answers === 'last') add('* elided replies');
      add(written(stuffed.has(utterance) ? { ...utterance, text: `.${utterance.text}` } : utterance));
    }
    conversation = converse(conversation, utterance, () => undefined);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** The line of an event: as it was told, where that is our own way to say it, because there may be more in it. */
function told({ event, text }: Told): string | undefined {
  const isOurs = text !== '' && JSON.stringify(readEvent(text)) === JSON.stringify(event);
  return isOurs ? `* ${text}` : writeEvent(event);
}

function tellsItsBeginning(utterances: readonly Utterance[]): boolean {
  const first = utterances[0];
  if (first === undefined) return true;
  if (first.speaker === 'tool')
    return first.event.type !== 'tls' && first.event.type !== 'error' && first.event.type !== 'close';
  return first.speaker === 'server' && /^(?:220|554|421)/.test(first.text);
}

/** The lines of messages that begin with a dot which the log shows once, though it was doubled on the wire. */
function dotsToDouble(session: Session, utterances: readonly Utterance[]): ReadonlySet<Utterance> {
  if (session.wire) return new Set();
  const messages = messagesOf(session, utterances).filter(({ lines }) => !isStuffed(lines.map(({ text }) => text)));
  return new Set(messages.flatMap(({ lines }) => lines.filter(({ text }) => text.startsWith('.'))));
}

function written(said: Said): string {
  const { speaker, text, elided, wireEol } = said;
  const shown = elided === undefined || (elided.what === 'secret' && (readsAsCommand(text) || /^\*{3,11}$/.test(text)));
  if (!shown) return `* ${writeElided({ speaker, elided })}`;
  // A line end of the text's own would be taken for the line's.
  const end = wireEol ?? (/[\r\n]$/.test(text) ? '\r\n' : '');
  return canonical.write(speaker, text + end, undefined);
}

/**
 * Each line is modelled on one that is there already, so that time and key of the first go through: on the server's last,
 * because a reply shows who speaks in it, and mail data may look like anything.
 */
function inDialect(session: Session, utterances: readonly Utterance[], to: Dialect): string {
  const lines = [...(to.opening ?? [])];
  const peelers = detectPeelers(lines.map(asLine), to);
  let like = lines
    .map(asLine)
    .map((line) => peel(line, peelers))
    .at(-1);
  const prefix = like === undefined ? '' : like.line.text.slice(0, like.from);
  const add = (written: string, model: boolean) => {
    const first = lines.length;
    for (const line of written.split('\n')) lines.push(prefix + line);
    if (model) like = peel(asLine(lines[first] ?? '', first), peelers);
  };
  let reply: string[] = [];
  for (const said of to.lossy ? withoutData(session, utterances) : utterances) {
    if (said.speaker === 'tool') continue;
    if (said.speaker === 'client') {
      if (said.elided === undefined) add(to.write('client', said.text, like), false);
      else if (said.elided.what === 'secret') add(to.write('client', SECRET, like), false);
      continue;
    }
    if (said.elided !== undefined) continue;
    if (to.writeReply === undefined) {
      add(to.write('server', said.text, like), true);
      continue;
    }
    reply.push(said.text);
    if (said.text.charAt(3) === '-') continue;
    const written = to.writeReply(reply, like);
    if (written !== undefined) add(written, true);
    reply = [];
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** What stands for a secret that the log hides. */
const SECRET = '****';

function asLine(text: string, number: number): Line {
  return { number, text, eol: '\n' };
}

/** All but the lines of messages and what ends them. */
function withoutData(session: Session, utterances: readonly Utterance[]): Utterance[] {
  const data = new Set<Utterance>();
  for (const { message, lines } of messagesOf(session, utterances)) {
    for (const line of lines) data.add(line);
    if (message.data.last !== undefined) data.add(message.data.last);
  }
  return utterances.filter((utterance) => !data.has(utterance));
}
