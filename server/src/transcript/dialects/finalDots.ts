/** Connections whose last line is the dot that ends a message: its answer is due. */
import type { Said } from '../transcript';
import { without } from './connections';
import type { ReadContext } from './dialect';

export type FinalDots = ReadonlyMap<string, true>;

export const NO_DOTS: FinalDots = new Map();

/** Whether the line is such a dot; to be asked before the line is emitted. */
export function isFinalDot(speaker: Said['speaker'], text: string, session: string, { modeOf }: ReadContext): boolean {
  return speaker === 'client' && text === '.' && modeOf(session) === 'data';
}

/** The connections behind a line of the one under `key`. */
export function behindLine(dots: FinalDots, key: string, isDot: boolean): FinalDots {
  return isDot ? new Map(dots).set(key, true) : without(dots, key);
}
