/**
 * The logs of several programs in one file, line among line, as `docker compose logs` and journalctl show them: what stands
 * before each line names whose it is. Each program's log is read as if it were a file of its own.
 */
import { type Detection, detect } from './detect';
import { isMarked, STRONG, weightOf } from './fit';
import { choosePeelers, type Peeler, peel } from './peel';
import { type Region, regionAt } from './regions';
import type { Line, PeeledLine } from './transcript';

/** What reads the log of one program. */
export interface SourceReader {
  push(line: Line): void;
  end(): void;
  readonly regions: readonly Region[];
}

/** Whose a line is; undefined where it does not tell. Lines of '' are read as if there were no others. */
export type SourceOf = (line: Line) => string | undefined;

/** More programs than this are none: something else stands before each line. */
const MOST_SOURCES = 50;

/** A program with less evidence than this may only mention SMTP. */
const LEAST_SPOKEN = 8;

/** How the lines are parted, when several programs speak SMTP in them. `whole`: what was found in them as one log. */
export function sourcesIn(lines: readonly Line[], whole: Detection): SourceOf | undefined {
  const peelers = choosePeelers(lines);
  const naming = peelers.findIndex(({ names }) => names) + 1;
  const ofContainers = naming > 0 ? partedByContainer(lines, peelers.slice(0, naming), whole) : undefined;
  return ofContainers ?? partedByProcess(lines, whole);
}

/** Containers have nothing to do with each other: what each says has to be more evident than all lines are as one log. */
function partedByContainer(lines: readonly Line[], peelers: readonly Peeler[], whole: Detection): SourceOf | undefined {
  const sourceOf = (line: Line) => peel(line, peelers).source;
  const spoken = [...bySource(lines, sourceOf).values()].map(detect).filter((found) => weightOf(found) >= LEAST_SPOKEN);
  if (spoken.length < 2) return undefined;
  const more = spoken.reduce((sum, found) => sum + weightOf(found), 0) - weightOf(whole);
  // As much, where one format takes all lines for its own; where the names are `client` and `server` they belong to it.
  const isOfOneFormat = isMarked(whole) && whole.peelers.some(({ names }) => names);
  return more > 0 || (more === 0 && isOfOneFormat) ? sourceOf : undefined;
}

/** The processes of a system often write one log together: only those stand apart that write in another format. */
function partedByProcess(lines: readonly Line[], { dialect, peelers }: Detection): SourceOf | undefined {
  if (dialect === undefined) return undefined;
  const programOf = (line: Line) => programIn(peel(line, peelers));
  const sources = bySource(lines, programOf);
  if (sources.size < 2) return undefined;
  const others = [...sources].flatMap(([program, own]) => {
    const found = detect(own);
    const shared = dialect.evidence(own.map((line) => peel(line, peelers)));
    return weightOf(found) > 2 * shared ? [{ program, found }] : [];
  });
  // Several programs of one format are one other log, which has the name of the first.
  const apart = new Map<string, string>();
  for (const { program, found } of others) {
    const alike = others.filter((each) => each.found.dialect === found.dialect);
    if (alike.some((each) => isEvident(each.found))) apart.set(program, alike[0]?.program ?? program);
  }
  return apart.size === 0 ? undefined : (line) => apart.get(programOf(line) ?? '') ?? '';
}

/** What has no marks may be anything's. */
function isEvident(found: Detection): boolean {
  return weightOf(found) >= (isMarked(found) ? LEAST_SPOKEN : 2 * STRONG);
}

/** `postfix` of `postfix/smtpd`. */
function programIn({ process }: PeeledLine): string | undefined {
  return process === undefined ? undefined : process.split('/', 1)[0];
}

/** None for too many. */
function bySource(lines: readonly Line[], sourceOf: SourceOf): ReadonlyMap<string, readonly Line[]> {
  const found = new Map<string, Line[]>();
  for (const line of lines) {
    const source = sourceOf(line);
    if (source === undefined) continue;
    const own = found.get(source);
    if (own !== undefined) own.push(line);
    else found.set(source, [line]);
  }
  return found.size > MOST_SOURCES ? new Map() : found;
}

/** Lines in, each to the reader of its program; a line that names none goes with the one before. */
export class Sources {
  readonly #sourceOf: SourceOf;
  readonly #open: (source: string) => SourceReader;
  readonly #readers = new Map<string, SourceReader>();
  readonly #runs: { readonly firstLine: number; readonly reader: SourceReader }[] = [];
  #source: string | undefined;

  /** `open`: makes the reader of a program's log. */
  constructor(sourceOf: SourceOf, open: (source: string) => SourceReader) {
    this.#sourceOf = sourceOf;
    this.#open = open;
  }

  push(line: Line): void {
    const source = this.#sourceOf(line) ?? this.#source ?? '';
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
