import type { Detection } from './detect';
import type { Dialect } from './dialects/dialect';
import { Reader, type ReaderMemory, type ReadOptions, type Session } from './reader';
import { type Region, type RegionMemory, Regions } from './regions';
import { Sources, sourcesIn } from './sources';
import type { Line } from './transcript';

/** Where in a file reading begins: in a log of this format, with what its dialect is to remember. */
export interface Within {
  readonly detection: Detection;
  readonly state: unknown;
}

/** Reads a file of any format, or of several one after the other or line among line. */
export class FileReader {
  readonly #regions: Regions;
  #reader: Reader | undefined;
  #sources: Sources | undefined;

  /** `within`: reading begins in the middle of the first region. */
  constructor(options: ReadOptions, dialect?: Dialect, within?: Within) {
    this.#regions = new Regions({
      dialect,
      within: within?.detection,
      open: ({ detection }, index, heard) => {
        const told: ReadOptions = {
          ...options,
          onSession: (session) => options.onSession(index === 0 ? session : inRegion(session, index)),
          onUtterance: (utterance) => {
            heard();
            options.onUtterance?.(utterance);
          },
        };
        const from = within && index === 0 ? { line: 0, state: within.state, uses: 0 } : undefined;
        const { dialect: found, peelers, doubled } = detection;
        this.#reader = new Reader({ dialect: found as Dialect, peelers, doubled }, told, from);
        return this.#reader;
      },
      apart: (lines, found) => {
        const sourceOf = options.source === undefined ? sourcesIn(lines, found) : undefined;
        if (sourceOf === undefined) return undefined;
        const { onQuiet: _, ...others } = options;
        this.#sources = new Sources(sourceOf, (source) => new FileReader({ ...others, source }));
        return this.#sources;
      },
    });
  }

  push(line: Line): void {
    this.#regions.push(line);
  }

  /** What reads the lines that come, where nothing else depends on them; undefined elsewhere. */
  get settled(): Reader | undefined {
    return this.#regions.settled ? this.#reader : undefined;
  }

  end(): void {
    this.#regions.end();
  }

  /** What reading goes on with; undefined while lines wait for it to be known whose they are. */
  get memory(): (RegionMemory & ReaderMemory) | undefined {
    const { memory } = this.#regions;
    return memory === undefined || this.#reader === undefined ? undefined : { ...memory, ...this.#reader.memory };
  }

  /** The logs of several programs stand line among line: what is told of one is not in the order of the lines of all. */
  get apart(): boolean {
    return this.#sources !== undefined;
  }

  /** How often lines were looked at for another format. */
  get looks(): number {
    return this.#regions.looks;
  }

  /** What the file turned out to be, as far as it has been read. */
  get regions(): readonly Region[] {
    return this.#sources?.regions ?? this.#regions.regions;
  }
}

/** Formats number their sessions from 1: those of a later region need keys of their own. */
function inRegion(session: Session, index: number): Session {
  return { ...session, key: `${session.key}@${index + 1}` };
}
