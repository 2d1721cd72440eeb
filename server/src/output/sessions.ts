/** The utterances of each session, for everything that writes sessions anew. */
import { firstAt } from '../transcript/ordered';
import type { Session } from '../transcript/reader';
import type { Transcript } from '../transcript/readTranscript';
import type { CommandExchange, MailData, MessageExchange, Said, Utterance } from '../transcript/transcript';

/** What belongs to each session, in the order of the file. Sessions of one name follow each other, they do not overlap. */
export function utterancesBySession(transcript: Transcript): ReadonlyMap<Session, readonly Utterance[]> {
  const byName = new Map<string, Utterance[]>();
  for (const utterance of transcript.utterances) {
    const same = byName.get(utterance.session);
    if (same === undefined) byName.set(utterance.session, [utterance]);
    else same.push(utterance);
  }
  const within = new Map([...byName].map(([name, utterances]) => [name, newWithin(utterances)]));
  return new Map(
    transcript.sessions.map((session) => [
      session,
      within.get(session.name)?.(session.firstLine, session.lastLine) ?? [],
    ]),
  );
}

/** Gives those of some utterances that begin between two lines, both included. They hardly ever are out of order. */
function newWithin(utterances: readonly Utterance[]): (first: number, last: number) => readonly Utterance[] {
  const inOrder = utterances.every(({ line }, index) => index === 0 || (utterances[index - 1]?.line ?? 0) <= line);
  if (!inOrder) return (first, last) => utterances.filter(({ line }) => first <= line && line <= last);
  const before = (line: number) => firstAt(utterances, line, (each) => each.line);
  return (first, last) => utterances.slice(before(first), before(last + 1));
}

/** A message of a session with the lines of its data, the final dot left out; empty where the log does not show them. */
export interface ShownMessage {
  readonly message: MessageExchange;
  readonly lines: readonly Said[];
}

/** The messages of a session that were sent with DATA. */
export function messagesOf(session: Session, utterances: readonly Utterance[]): ShownMessage[] {
  const spoken = spokenIn(session);
  const within = newWithin(utterances);
  return session.steps.flatMap(({ exchange }) =>
    exchange.kind === 'message' ? [{ message: exchange, lines: dataLines(exchange.data, within, spoken) }] : [],
  );
}

/** A chunk of a message with the lines of its octets. */
export interface ShownChunk {
  readonly command: CommandExchange;
  readonly data: MailData;
  readonly lines: readonly Said[];
}

/** The chunks of a session that were sent with BDAT (RFC 3030 §2), in their order. */
export function chunksOf(session: Session, utterances: readonly Utterance[]): ShownChunk[] {
  const spoken = spokenIn(session);
  const within = newWithin(utterances);
  return session.steps.flatMap(({ exchange }) => {
    if (exchange.kind !== 'command' || exchange.data === undefined) return [];
    return [{ command: exchange, data: exchange.data, lines: dataLines(exchange.data, within, spoken) }];
  });
}

/** Client lines that are no mail data. */
function spokenIn({ steps }: Session): ReadonlySet<Utterance> {
  const spoken = new Set<Utterance>();
  for (const { exchange } of steps) {
    if (exchange.kind !== 'command') continue;
    spoken.add(exchange.command.said);
    for (const response of exchange.responses) spoken.add(response);
  }
  return spoken;
}

function dataLines(
  { firstLine, lastLine, last, end }: MailData,
  within: (first: number, last: number) => readonly Utterance[],
  spoken: ReadonlySet<Utterance>,
): Said[] {
  if (firstLine < 0) return [];
  return within(firstLine, lastLine).filter(
    (each): each is Said =>
      each.speaker === 'client' &&
      !spoken.has(each) &&
      each.elided === undefined &&
      !(each === last && end === 'complete' && each.text === '.'),
  );
}

/** Where every line that begins with a dot begins with two, the log shows what was sent (RFC 5321 §4.5.2). */
export function isStuffed(lines: readonly string[]): boolean {
  const dotted = lines.filter((line) => line.startsWith('.'));
  return dotted.length > 0 && dotted.every((line) => line.startsWith('..'));
}
