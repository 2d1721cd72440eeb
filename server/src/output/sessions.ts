/** The utterances of each session, for everything that writes sessions anew. */
import type { Session, Transcript } from '../transcript/reader';
import type { MessageExchange, Said, Utterance } from '../transcript/transcript';

/** What belongs to each session, in the order of the file. Sessions of one name follow each other, they do not overlap. */
export function utterancesBySession(transcript: Transcript): ReadonlyMap<Session, readonly Utterance[]> {
  const byName = new Map<string, Utterance[]>();
  for (const utterance of transcript.utterances) {
    const same = byName.get(utterance.session);
    if (same === undefined) byName.set(utterance.session, [utterance]);
    else same.push(utterance);
  }
  return new Map(
    transcript.sessions.map((session) => [
      session,
      (byName.get(session.name) ?? []).filter(({ line }) => session.firstLine <= line && line <= session.lastLine),
    ]),
  );
}

/** A message of a session with the lines of its data, the final dot left out; empty where the log does not show them. */
export interface ShownMessage {
  readonly message: MessageExchange;
  readonly lines: readonly Said[];
}

/** The messages of a session. */
export function messagesOf(session: Session, utterances: readonly Utterance[]): ShownMessage[] {
  const spoken = new Set<Said>();
  for (const { exchange } of session.steps) {
    if (exchange.kind !== 'command') continue;
    spoken.add(exchange.command.said);
    for (const response of exchange.responses) spoken.add(response);
  }
  return session.steps.flatMap(({ exchange }) => {
    if (exchange.kind !== 'message') return [];
    const { firstLine, lastLine, last, end } = exchange.data;
    const lines = utterances.filter(
      (each): each is Said =>
        each.speaker === 'client' &&
        firstLine >= 0 &&
        firstLine <= each.line &&
        each.line <= lastLine &&
        !spoken.has(each) &&
        each.elided === undefined &&
        !(each === last && end === 'complete'),
    );
    return [{ message: exchange, lines }];
  });
}
