/**
 * The logs of several programs in one file, line among line, as `docker compose logs` shows them: what stands before each
 * line names whose it is. Each program's log is read as if it were a file of its own.
 */
import { type Detection, detect } from './detect';
import { isMarked, weightOf } from './fit';
import { choosePeelers, type Peeler, peel } from './peel';
import { type Region, regionAt } from './regions';
import type { Line } from './transcript';

/** What reads the log of one program. */
export interface SourceReader {
  push(line: Line): void;
  end(): void;
  readonly regions: readonly Region[];
}

/** More programs than this are none: something else stands before each line. */
const MOST_SOURCES = 50;

/** A program with less evidence than this may only mention SMTP. */
const LEAST_SPOKEN = 8;

/**
 * What names the program before each of the lines, when several of them speak SMTP and what each says is more evident by
 * itself than all lines are as one log; undefined otherwise. `whole`: what was found in them as one log.
 */
export function namesOfSeveral(lines: readonly Line[], whole: Detection): readonly Peeler[] | undefined {
  const chosen = choosePeelers(lines);
  const peelers = chosen.slice(0, 1 + chosen.findIndex(({ names }) => names));
  if (peelers.length === 0) return undefined;
  const spoken = [...bySource(lines, peelers).values()].map(detect).filter((found) => weightOf(found) >= LEAST_SPOKEN);
  if (spoken.length < 2) return undefined;
  const more = spoken.reduce((sum, found) => sum + weightOf(found), 0) - weightOf(whole);
  // As much, where one format takes all lines for its own; where the names are `client` and `server` they belong to it.
  const isOfOneFormat = isMarked(whole) && whole.peelers.some(({ names }) => names);
  return more > 0 || (more === 0 && isOfOneFormat) ? peelers : undefined;
}

/** None for too many. */
function bySource(lines: readonly Line[], peelers: readonly Peeler[]): ReadonlyMap<string, readonly Line[]> {
  const found = new Map<string, Line[]>();
  for (const line of lines) {
    const { source } = peel(line, peelers);
    if (source === undefined) continue;
    const own = found.get(source);
    if (own !== undefined) own.push(line);
    else found.set(source, [line]);
  }
  return found.size > MOST_SOURCES ? new Map() : found;
}

/** Lines in, each to the reader of its program; a line that names none goes with the one before. */
export class Sources {
  readonly #peelers: readonly Peeler[];
  readonly #open: (source: string) => SourceReader;
  readonly #readers = new Map<string, SourceReader>();
  readonly #runs: { readonly firstLine: number; readonly reader: SourceReader }[] = [];
  #source: string | undefined;

  /** `open`: makes the reader of a program's log. */
  constructor(peelers: readonly Peeler[], open: (source: string) => SourceReader) {
    this.#peelers = peelers;
    this.#open = open;
  }

  push(line: Line): void {
    const source = peel(line, this.#peelers).source ?? this.#source ?? '';
    let reader = this.#readers.get(source);
    if (reader === undefined) {
      reader = this.#open(source);
      this.#readers.set(source, reader);
    }
    if (source !== this.#source) this.#runs.push({ firstLine: line.number, reader });
    this.#source = source;
    reader.push(line);
  }

  end(): void {
    for (const reader of this.#readers.values()) reader.end();
  }

  /** Where lines of one format begin behind those of another; programs that speak no SMTP count with what comes before. */
  get regions(): readonly Region[] {
    const regions: Region[] = [];
    for (const { firstLine, reader } of this.#runs) {
      const detection = regionAt(reader.regions, firstLine)?.detection;
      if (detection?.dialect === undefined || regions.at(-1)?.detection === detection) continue;
      regions.push({ firstLine: regions.length === 0 ? 0 : firstLine, detection });
    }
    return regions;
  }
}
