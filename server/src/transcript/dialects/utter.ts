/** What a dialect emits for a line of dialogue, or one of the tool, filled in as nearly every format fills it in. */
import type { PeeledLine, Said, Told, ToolEvent } from '../transcript';
import { type ReadContext, within } from './dialect';

/** Emits that `speaker` said what stands in `line` from offset `from` on, unless `more` says it more exactly. */
export function say(
  line: PeeledLine,
  from: number,
  session: string,
  speaker: Said['speaker'],
  { emit }: ReadContext,
  more?: Partial<Said>,
): void {
  if (line.pieces === undefined) {
    const said = saidIn(line, from, session, speaker);
    emit(more === undefined ? said : altered(said, more));
    return;
  }
  const { start, end } = within(line, from);
  const said = { line: line.line.number, start, end, session, speaker, text: line.text.slice(from) };
  const timed = line.time === undefined ? said : { time: line.time, ...said };
  emit(more === undefined ? timed : altered(timed, more));
}

/** `said`, but for what `more` says otherwise. */
export function altered({ session, ...said }: Said, more: Partial<Said>): Said {
  return { session, ...said, ...more };
}

/** The line, with the time that its format gives it; undefined leaves it as it is. */
export function atTime(line: PeeledLine, time: number | undefined): PeeledLine {
  if (time === undefined) return line;
  const { time: _, ...rest } = line;
  return { time, ...rest };
}

/**
 * What `speaker` said in `line` from offset `from` on, with its place and its time. Every line of a log comes through
 * here: literals in place of spreads, which cost ten times as much and give each combination a shape of its own.
 */
export function saidIn(line: PeeledLine, from: number, session: string, speaker: Said['speaker']): Said {
  const { number } = line.line;
  const { time } = line;
  const text = line.text.slice(from);
  if (line.pieces !== undefined) {
    const said = { session, speaker, text, ...within(line, from) };
    return time === undefined ? said : { time, ...said };
  }
  const start = line.from + from;
  const end = line.from + line.text.length;
  if (time === undefined) return { line: number, start, end, session, speaker, text };
  return { line: number, start, end, session, speaker, text, time };
}

/** Emits an event of session `session`; its text is that of `line` from offset `from` on. */
export function tell(line: PeeledLine, from: number, session: string, event: ToolEvent, { emit }: ReadContext): void {
  const { time } = line;
  const text = line.text.slice(from);
  if (line.pieces !== undefined) {
    const told: Told = { session, speaker: 'tool', text, event, ...within(line, from) };
    emit(time === undefined ? told : { time, ...told });
    return;
  }
  const { number } = line.line;
  const start = line.from + from;
  const end = line.from + line.text.length;
  if (time === undefined) emit({ line: number, start, end, session, speaker: 'tool', text, event });
  else emit({ line: number, start, end, session, speaker: 'tool', text, event, time });
}

/** Milliseconds since the epoch of a stamp in ISO 8601, also with a blank for its T; without a zone it is taken as UTC. */
export function timeOfStamp(stamp: string): number | undefined {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(stamp);
  const time = Date.parse(`${stamp.replace(' ', 'T').replace(',', '.')}${zoned ? '' : 'Z'}`);
  return Number.isNaN(time) ? undefined : time;
}
