/**
 * Mail data as tools show it that print a line before its leading dot is doubled: a dot alone then ends the message only
 * when the server speaks next. Some show nothing of the message but that dot.
 */
import { readsAsCommand } from '../command';
import type { Said } from '../transcript';
import { without } from './connections';
import type { ReadContext } from './dialect';
import { altered } from './utter';

/** What is known of the messages under way, by session. A plain value to be kept in a dialect's state. */
export type ShownData = ReadonlyMap<string, Shown>;

interface Shown {
  /** A dot alone of which the next line tells whether it was data. */
  readonly dot: Said | undefined;
  /** A line of the message has been shown. */
  readonly lines: boolean;
}

export const NO_DATA_SHOWN: ShownData = new Map();

/** A line of the client. In a message it is told as it went over the wire. */
export function clientLine(said: Said, shown: ShownData, context: ReadContext): ShownData {
  const { session } = said;
  const known = shown.get(session);
  if (context.modeOf(session) !== 'data') {
    context.emit(said);
    return known === undefined ? shown : without(shown, session);
  }
  if (known?.dot !== undefined) {
    // Nothing is sent between the dot and its answer, unless the client no longer waits for one.
    if (/^(?:QUIT|RSET|NOOP)$/i.test(said.text) && readsAsCommand(said.text)) {
      const settled = serverSpeaks(session, shown, context);
      context.emit(said);
      return settled;
    }
    context.emit(doubled(known.dot));
  }
  if (said.text === '.') return including(shown, session, { dot: said, lines: known !== undefined });
  context.emit(said.text.startsWith('.') ? doubled(said) : said);
  return including(shown, session, { dot: undefined, lines: true });
}

/** The server is about to speak, or nobody is any more: a dot that waited was the end of the message. */
export function serverSpeaks(session: string, shown: ShownData, { emit }: ReadContext): ShownData {
  const known = shown.get(session);
  if (known === undefined) return shown;
  if (known.dot !== undefined) {
    if (!known.lines) emit({ ...known.dot, text: '', kind: 'data', elided: { what: 'data' } });
    emit(known.dot);
  }
  return without(shown, session);
}

/** The log is over. */
export function endOfShownData(shown: ShownData, context: ReadContext): void {
  for (const session of shown.keys()) serverSpeaks(session, shown, context);
}

/** The line as it went over the wire: with a dot that the log does not show. */
function doubled(said: Said): Said {
  const { text, line, start } = said;
  const shown = said.pieces ?? [{ at: 0, line, column: start, width: text.length }];
  const added = { at: 0, line, column: shown[0]?.column ?? start, width: 0 };
  return altered(said, {
    text: `.${text}`,
    pieces: [added, ...shown.map((piece) => ({ ...piece, at: piece.at + 1 }))],
  });
}

function including(shown: ShownData, session: string, value: Shown): ShownData {
  return new Map(shown).set(session, value);
}
