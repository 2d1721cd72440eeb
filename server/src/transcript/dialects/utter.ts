/** What a dialect emits for a line of dialogue, filled in as nearly every format fills it in. */
import type { PeeledLine, Said } from '../transcript';
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
  const { start, end } = within(line, from);
  const said = { line: line.line.number, start, end, session, speaker, text: line.text.slice(from) };
  const timed = line.time === undefined ? said : { ...said, time: line.time };
  emit(more === undefined ? timed : { ...timed, ...more });
}

/** Milliseconds since the epoch of a stamp in ISO 8601, also with a blank for its T; without a zone it is taken as UTC. */
export function timeOfStamp(stamp: string): number | undefined {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(stamp);
  const time = Date.parse(`${stamp.replace(' ', 'T').replace(',', '.')}${zoned ? '' : 'Z'}`);
  return Number.isNaN(time) ? undefined : time;
}
