import { type Detection, NOTHING } from './detect';
import type { Dialect } from './dialects/dialect';
import { FileReader } from './fileReader';
import { lineAt, nextLine } from './lines';
import type { Comment, QuietPoint, Session } from './reader';
import type { Region } from './regions';
import type { Utterance } from './transcript';

/** The first and the last of the lines on which stands what is read as one. */
export interface Broken {
  readonly first: number;
  readonly last: number;
  /** As one. */
  readonly text: string;
}

/** Everything that a text says. */
export interface Transcript {
  /** That of the first region. */
  readonly detection: Detection;
  /** Usually one; none when nothing in the file is SMTP. */
  readonly regions: readonly Region[];
  readonly lineCount: number;
  /** By first line. */
  readonly sessions: readonly Session[];
  /** In the order of the file. */
  readonly utterances: readonly Utterance[];
  readonly comments: readonly Comment[];
  /** Lines that are read as one, in the order of the file. */
  readonly broken: readonly Broken[];
  /** In the order of the file. */
  readonly quiet: readonly QuietPoint[];
}

/** Reads a whole text; `dialect` overrides detection. Any text gives a transcript. */
export function readTranscript(text: string, dialect?: Dialect): Transcript {
  const reading = readInParts(text, dialect);
  for (let part = reading.next(); ; part = reading.next()) if (part.done === true) return part.value;
}

/** Lines that are read at a time. */
const PART = 2000;

/** `readTranscript` with a rest after every few lines; told `true` there, it leaves the rest of the text unread. */
export function* readInParts(text: string, dialect?: Dialect): Generator<void, Transcript, boolean | undefined> {
  const sessions: Session[] = [];
  const utterances: Utterance[] = [];
  const comments: Comment[] = [];
  const broken: Broken[] = [];
  const quiet: QuietPoint[] = [];
  const reader = new FileReader(
    {
      onSession: (session) => sessions.push(session),
      onUtterance: (utterance) => utterances.push(utterance),
      onComment: (comment) => comments.push(comment),
      onBroken: ({ number, text, parts }) => broken.push({ first: number, last: parts?.at(-1)?.line ?? number, text }),
      onQuiet: (point) => quiet.push(point),
    },
    dialect,
  );
  let lineCount = 0;
  for (let start = 0; start < text.length; ) {
    const next = nextLine(text, start);
    reader.push(lineAt(text, start, next, lineCount));
    start = next;
    if (++lineCount % PART === 0 && (yield) === true) break;
  }
  reader.end();
  const { regions } = reader;
  if (reader.apart) {
    utterances.sort((a, b) => a.line - b.line);
    comments.sort((a, b) => a.line - b.line);
    broken.sort((a, b) => a.first - b.first);
  }
  sessions.sort((a, b) => a.firstLine - b.firstLine);
  const detection = regions[0]?.detection ?? NOTHING;
  return { detection, regions, lineCount, sessions, utterances, comments, broken, quiet };
}
