/**
 * Reads an edited text by what was read of it before. Reading begins anew at the last quiet point before the change and
 * ends at the first quiet point behind it that is as it was; what lies outside stays. The result equals reading the
 * whole (a property test holds that).
 */
import { type Detection, detect, SAMPLE_LINES } from './detect';
import { equal } from './equal';
import { STRONG, weightOf } from './fit';
import { lineAt, owned } from './lines';
import { firstAt, lastStart } from './ordered';
import { type Comment, type QuietPoint, Reader, type Session } from './reader';
import type { Transcript } from './readTranscript';
import type { Line, Utterance } from './transcript';
import { wrappedIn } from './wrapped/find';

/** A transcript with the text it was read from. */
export interface Reading {
  readonly text: string;
  /** Offsets at which the LF lines begin; one more than there are lines when the text ends in LF. */
  readonly lineStarts: Uint32Array;
  readonly transcript: Transcript;
}

/** What `reread` gives: the new reading, and the sessions of the old one that are now `moved` lines further down. */
export interface Reread extends Reading {
  readonly movedSessions: readonly Session[];
  readonly moved: number;
  readonly unchanged: Unchanged;
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
 * what is kept are changed in place: the old reading is used up. `unchanged`: at most what the texts have in common, where
 * that is known.
 */
export function reread(old: Reading, text: string, unchanged?: Unchanged): Reread | undefined {
  const { transcript } = old;
  const region = transcript.regions[0];
  if (transcript.regions.length !== 1 || region === undefined || region.firstLine !== 0) return undefined;
  if (region.detection.wrapping !== undefined) return undefined;
  const common = unchanged === undefined ? commonEnds(old.text, text) : within(old.text, text, unchanged);
  const lineStarts = startsOf(old, text, common);
  const change = changeOf(old, text, lineStarts, common);
  if (change.newEnd - change.first > SAMPLE_LINES) return undefined;
  if (change.first < SAMPLE_LINES && !sameFormat(old, text, lineStarts)) return undefined;
  if (mayBeAnother(linesIn(text, lineStarts, change.first, change.newEnd), region.detection)) return undefined;
  // A point is quiet by what its line says: one in a changed line may be quiet no more.
  const from = transcript.quiet.findLast(({ line }) => line < change.first);
  if (from === undefined) return undefined;
  const joined = join(old, text, lineStarts, change, readStretch(old, text, lineStarts, change, from), from);
  return { ...joined, unchanged: common };
}

// --- what changed -------------------------------------------------------------------------------------------------

/** UTF-16 units at the beginning and at the end of a text that are those of the text before. */
export interface Unchanged {
  readonly head: number;
  readonly tail: number;
}

function commonEnds(before: string, text: string): Unchanged {
  const head = commonPrefix(before, text);
  return { head, tail: commonSuffix(before, text, Math.min(before.length, text.length) - head) };
}

/** The two do not overlap in either text. */
function within(before: string, text: string, { head, tail }: Unchanged): Unchanged {
  const length = Math.min(before.length, text.length);
  const first = Math.min(head, length);
  return { head: first, tail: Math.min(tail, length - first) };
}

function changeOf(old: Reading, text: string, lineStarts: Uint32Array, { head, tail }: Unchanged): Change {
  const before = old.text;
  const first = lastStart(lineStarts, head);
  return {
    first: Math.min(first, lastStart(old.lineStarts, head)),
    oldEnd: lastStart(old.lineStarts, before.length - tail) + 1,
    newEnd: lastStart(lineStarts, text.length - tail) + 1,
  };
}

/** Compared in pieces: the engine compares strings far faster than a loop over characters does. */
const PIECE = 4096;

function commonPrefix(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at + PIECE <= end && a.slice(at, at + PIECE) === b.slice(at, at + PIECE)) at += PIECE;
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonSuffix(a: string, b: string, most: number): number {
  let length = 0;
  const piece = (text: string) => text.slice(text.length - length - PIECE, text.length - length);
  while (length + PIECE <= most && piece(a) === piece(b)) length += PIECE;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}

/** Line starts of the new text; those of the unchanged end are moved, not searched for. */
function startsOf(old: Reading, text: string, { head, tail }: Unchanged): Uint32Array {
  const delta = text.length - old.text.length;
  const above = lastStart(old.lineStarts, head) + 1;
  const below = lastStart(old.lineStarts, old.text.length - tail) + 1;
  const end = text.length - tail;
  const fresh: number[] = [];
  for (let at = text.indexOf('\n', head); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) fresh.push(at + 1);
  const starts = new Uint32Array(above + fresh.length + old.lineStarts.length - below);
  starts.set(old.lineStarts.subarray(0, above));
  starts.set(fresh, above);
  starts.set(old.lineStarts.subarray(below), above + fresh.length);
  for (let index = above + fresh.length; delta !== 0 && index < starts.length; index++) {
    starts[index] = (starts[index] as number) + delta;
  }
  return starts;
}

function sameFormat(old: Reading, text: string, lineStarts: Uint32Array): boolean {
  const lines = linesIn(text, lineStarts, 0, SAMPLE_LINES);
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

function linesIn(text: string, lineStarts: Uint32Array, first: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  for (let number = first; number < Math.min(end, lineStarts.length); number++) {
    const line = lineIn(text, lineStarts, number);
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

function readStretch(old: Reading, text: string, lineStarts: Uint32Array, change: Change, from: QuietPoint): Stretch {
  const { detection, quiet } = old.transcript;
  const moved = change.newEnd - change.oldEnd;
  const count = lineCountOf(text, lineStarts);
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
    const line = lineIn(text, lineStarts, number);
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

function lineIn(text: string, lineStarts: Uint32Array, number: number): Line | undefined {
  const start = lineStarts[number];
  return start === undefined || start >= text.length
    ? undefined
    : lineAt(text, start, lineStarts[number + 1] ?? text.length, number);
}

function lineCountOf(text: string, lineStarts: Uint32Array): number {
  return text === '' ? 0 : text.endsWith('\n') ? lineStarts.length - 1 : lineStarts.length;
}

// --- joining ------------------------------------------------------------------------------------------------------

function join(
  old: Reading,
  text: string,
  lineStarts: Uint32Array,
  { oldEnd, newEnd }: Change,
  stretch: Stretch,
  from: QuietPoint,
): Omit<Reread, 'unchanged'> {
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
    lineStarts,
    movedSessions,
    moved,
    transcript: { ...transcript, lineCount: lineCountOf(text, lineStarts), quiet },
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
