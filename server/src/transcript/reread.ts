/**
 * Reads an edited text by what was read of it before. Reading begins anew at the last quiet point before the change and
 * ends at the first quiet point behind it that is as it was; what lies outside stays. The result equals reading the
 * whole (a property test holds that).
 */
import { type Detection, detect, SAMPLE_LINES } from './detect';
import { equal } from './equal';
import { STRONG, weightOf } from './fit';
import { owned } from './lines';
import { firstAt } from './ordered';
import { type Comment, type QuietPoint, Reader, type Session } from './reader';
import type { Transcript } from './readTranscript';
import type { SourceText, Unchanged } from './sourceText';
import type { Line, Utterance } from './transcript';
import { wrappedIn } from './wrapped/find';

/** A transcript with the text it was read from. */
export interface Reading {
  readonly text: SourceText;
  readonly transcript: Transcript;
}

/** What `reread` gives: the new reading, and the sessions of the old one that are now `moved` lines further down. */
export interface Reread extends Reading {
  readonly movedSessions: readonly Session[];
  readonly moved: number;
}

/** The change between two texts, in lines: `first` to `oldEnd` of the old one became `first` to `newEnd` of the new. */
interface Change {
  readonly first: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * Reads `text`, given the reading of the text before. Undefined when that would not help: the file holds several logs,
 * its format has changed, or no quiet point comes before the change. The lists of the old transcript and the line numbers in
 * what is kept are changed in place: the old reading is used up.
 */
export function reread(old: Reading, text: SourceText): Reread | undefined {
  const { transcript } = old;
  const region = transcript.regions[0];
  if (transcript.regions.length !== 1 || region === undefined || region.firstLine !== 0) return undefined;
  if (region.detection.wrapping !== undefined) return undefined;
  const change = changeOf(old.text, text, text.unchangedFrom(old.text));
  if (change.newEnd - change.first > SAMPLE_LINES) return undefined;
  if (change.first < SAMPLE_LINES && !sameFormat(old, text)) return undefined;
  if (mayBeAnother(linesIn(text, change.first, change.newEnd), region.detection)) return undefined;
  // A point is quiet by what its line says: one in a changed line may be quiet no more.
  const from = transcript.quiet.findLast(({ line }) => line < change.first);
  if (from === undefined) return undefined;
  return join(old, text, change, readStretch(old, text, change, from), from);
}

// --- what changed -------------------------------------------------------------------------------------------------

function changeOf(old: SourceText, text: SourceText, { head, tail }: Unchanged): Change {
  return {
    first: Math.min(text.lineAt(head), old.lineAt(head)),
    oldEnd: old.lineAt(old.length - tail) + 1,
    newEnd: text.lineAt(text.length - tail) + 1,
  };
}

function sameFormat(old: Reading, text: SourceText): boolean {
  const lines = linesIn(text, 0, SAMPLE_LINES);
  const { dialect, peelers, doubled, wrapping } = wrappedIn(lines, detect(lines));
  if (wrapping !== undefined) return false;
  const { detection } = old.transcript;
  const chosen = detection.confidence === 1 && detection.candidates[0]?.id !== detection.dialect?.id;
  if (chosen) return true;
  // Some peelers are made for the sample at hand: only the very same ones take off the same.
  const samePeelers =
    peelers.length === detection.peelers.length && peelers.every((each, n) => each === detection.peelers[n]);
  return dialect === detection.dialect && doubled === detection.doubled && samePeelers;
}

function linesIn(text: SourceText, first: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  for (let number = first; number < Math.min(end, text.lineCount); number++) {
    const line = text.line(number);
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

/** Lines that were put into a log may be a log of another format. */
function mayBeAnother(lines: readonly Line[], { dialect }: Detection): boolean {
  if (lines.length < LEAST_PASTE) return false;
  const found = detect(lines);
  return found.dialect !== undefined && found.dialect !== dialect && weightOf(found) >= STRONG;
}

/** So few lines are no log. */
const LEAST_PASTE = 6;

// --- reading ------------------------------------------------------------------------------------------------------

interface Stretch {
  readonly sessions: Session[];
  readonly utterances: Utterance[];
  readonly comments: Comment[];
  readonly quiet: QuietPoint[];
  /** Line of the new text at which the old reading goes on; infinity when it does not. */
  readonly end: number;
}

function readStretch(old: Reading, text: SourceText, change: Change, from: QuietPoint): Stretch {
  const { detection, quiet } = old.transcript;
  const moved = change.newEnd - change.oldEnd;
  const count = lineCountOf(text);
  const stretch: Stretch = { sessions: [], utterances: [], comments: [], quiet: [], end: Number.POSITIVE_INFINITY };
  let end: number | undefined;
  const { dialect, peelers, doubled } = detection;
  if (dialect === undefined) return stretch;
  const reader = new Reader(
    { dialect, peelers, doubled },
    {
      onSession: (session) => stretch.sessions.push(session),
      onUtterance: (utterance) => stretch.utterances.push(utterance),
      onComment: (comment) => stretch.comments.push(comment),
      onQuiet: (point) => {
        const line = point.line - moved;
        const same = quiet[firstAt(quiet, line, lineOfItem)];
        if (
          point.line >= change.newEnd &&
          same?.line === line &&
          same.uses === point.uses &&
          equal(same.state, point.state)
        )
          end ??= point.line;
        if (end === undefined) stretch.quiet.push(point);
      },
    },
    from,
  );
  for (let number = from.line; number < count; number++) {
    const line = text.line(number);
    // Of a text that was edited often, what was read of each version must not keep all of it.
    if (line !== undefined) reader.push({ ...line, text: owned(line.text) });
    if (end === undefined) continue;
    const stop = end;
    const isBefore = (each: { readonly line: number }) => each.line < stop;
    return {
      ...stretch,
      utterances: stretch.utterances.filter(isBefore),
      comments: stretch.comments.filter(isBefore),
      end: stop,
    };
  }
  reader.end();
  return stretch;
}

/** Behind the last line end there is no line to read. */
function lineCountOf(text: SourceText): number {
  return text.lineCount - (text.startOf(text.lineCount - 1) === text.length ? 1 : 0);
}

// --- joining ------------------------------------------------------------------------------------------------------

function join(old: Reading, text: SourceText, { oldEnd, newEnd }: Change, stretch: Stretch, from: QuietPoint): Reread {
  const { transcript } = old;
  const moved = newEnd - oldEnd;
  const resume = stretch.end - moved;
  const fresh = stretch.sessions.sort((a, b) => a.firstLine - b.firstLine);
  /** Gives the index of the first item behind. */
  const put = <T>(all: readonly T[], place: (item: T) => number, items: readonly T[]): number => {
    const start = firstAt(all, from.line, place);
    replace(all as T[], start, firstAt(all, resume, place), items);
    return start + items.length;
  };
  const { utterances, comments, sessions } = transcript;
  const behind = put(sessions, ({ firstLine }) => firstLine, fresh);
  moveAll(utterances, put(utterances, lineOfItem, stretch.utterances), moved);
  moveAll(comments, put(comments, lineOfItem, stretch.comments), moved);
  moveAll(transcript.quiet, put(transcript.quiet, lineOfItem, stretch.quiet), moved);
  const movedSessions = moved === 0 ? [] : sessions.slice(behind);
  moveSessions(movedSessions, moved);
  const quiet =
    moved === 0
      ? transcript.quiet
      : transcript.quiet.filter(({ line, state }) => line < stretch.end || !holdsLines(state));
  return {
    text,
    movedSessions,
    moved,
    transcript: { ...transcript, lineCount: lineCountOf(text), quiet },
  };
}

const lineOfItem = ({ line }: { readonly line: number }) => line;

/** So many arguments are safe to spread. */
const MOST_SPREAD = 10_000;

/** Puts `items` in the place of those from `start` to `end`, in the array itself: it may be as long as the file. */
function replace<T>(all: T[], start: number, end: number, items: readonly T[]): void {
  if (items.length === end - start) {
    for (const [index, item] of items.entries()) all[start + index] = item;
    return;
  }
  all.splice(start, end - start);
  for (let at = 0; at < items.length; at += MOST_SPREAD) {
    all.splice(start + at, 0, ...items.slice(at, at + MOST_SPREAD));
  }
}

/** A dialect that remembers lines cannot go on from where they have moved. */
function holdsLines(state: unknown): boolean {
  if (typeof state !== 'object' || state === null) return false;
  if (state instanceof Map) return [...state.values()].some(holdsLines);
  if ('line' in state || 'number' in state) return true;
  return Object.values(state).some(holdsLines);
}

/** The only place where the model is changed: new objects for all that lies behind an edit would cost a read. */
type Movable = { line: number; pieces?: readonly { line: number }[] };

/** Moves the items from an index on. */
function moveAll(all: readonly { readonly line: number }[], start: number, by: number): void {
  for (let index = start; by !== 0 && index < all.length; index++) {
    const place = all[index] as Movable;
    place.line += by;
    if (place.pieces !== undefined) for (const piece of place.pieces) piece.line += by;
  }
}

function moveSessions(sessions: readonly Session[], by: number): void {
  for (const session of sessions) {
    const bounds = session as { firstLine: number; lastLine: number };
    bounds.firstLine += by;
    bounds.lastLine += by;
    for (const { exchange } of session.steps) {
      const data = exchange.kind === 'message' || exchange.kind === 'command' ? exchange.data : undefined;
      if (data === undefined) continue;
      const range = data as { firstLine: number; lastLine: number };
      if (range.firstLine >= 0) range.firstLine += by;
      if (range.lastLine >= 0) range.lastLine += by;
    }
  }
}
