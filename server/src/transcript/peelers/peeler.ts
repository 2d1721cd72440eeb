import { cutPieces } from '../pieces';
import type { PeeledLine } from '../transcript';

/**
 * Takes off what a log collector, a terminal or a quotation put before every line. Returns undefined when `text` (the
 * line from column `from` on) has no such prefix.
 */
export interface Peeler {
  readonly id: string;
  /** It takes off a head and leaves the rest of the line as it is. */
  readonly head?: true;
  /** So much of the evidence behind it counts, where what it takes off may be the format's own. */
  readonly share?: number;
  /** What it takes off names the `source`. */
  readonly names?: true;
  /** A text as it stands in such a line, where it cannot stand there as it is. */
  readonly escape?: (text: string) => string;
  peel(line: PeeledLine): PeeledLine | undefined;
}

/** A kind of prefix. `fit` gives the peeler that the lines of a sample ask for, if they do. */
export interface PeelerFamily {
  readonly id: string;
  fit(sample: readonly PeeledLine[]): Peeler | undefined;
}

/** A prefix is believed when at least this share of the sample's lines have it. */
export const SHARE = 0.6;

/** So many lines are a program's heads, where each stands on a line of its own. */
export const SOME = 0.3;

/** A family of one peeler, believed when most lines have its prefix. */
export function common(peeler: Peeler): PeelerFamily {
  return sharedBy(SHARE, peeler);
}

/** A family of one peeler, believed when at least the given share of the lines has its prefix. */
export function sharedBy(share: number, peeler: Peeler): PeelerFamily {
  return { id: peeler.id, fit: (sample) => (isCommon(sample, peeler, share) ? peeler : undefined) };
}

/** True when most lines of the sample, or the given share of them, have the prefix. */
export function isCommon(sample: readonly PeeledLine[], peeler: Peeler, share: number = SHARE): boolean {
  const needed = Math.max(1, sample.length * share);
  let missing = sample.length - needed;
  if (missing < 0) return false;
  for (const line of sample) {
    if (peeler.peel(line) === undefined && --missing < 0) return false;
  }
  return true;
}

/** What a prefix may tell. */
export type Told = Partial<Pick<PeeledLine, 'time' | 'host' | 'process' | 'pid' | 'source'>>;

/** `line` without its first `length` characters, and without what stands from offset `end` on. */
export function taken(line: PeeledLine, length: number, told: Told = {}, end: number = line.text.length): PeeledLine {
  const { text: whole, from, pieces: all, ...rest } = line;
  const text = whole.slice(length, end);
  if (all === undefined) return { text, from: from + length, ...rest, ...told };
  const pieces = cutPieces(all, whole.length, length, end);
  return { text, from: pieces[0]?.column ?? line.line.text.length, pieces, ...rest, ...told };
}

/** A line of a frame's own. */
export function around(line: PeeledLine): PeeledLine {
  return { ...taken(line, line.text.length), around: true };
}

/** `{ time }`, or nothing when `text` is no time that can be read. Without a zone it is taken as UTC. */
export function timeIn(text: string): Told {
  const iso = text.replace(' ', 'T').replace(',', '.').replaceAll('/', '-');
  const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(iso) ? iso : `${iso}Z`);
  return Number.isNaN(time) ? {} : { time };
}
