/**
 * Whether the lines of a sample were broken: joined they have to be as evident as they are as they stand, and more so where
 * nothing but their lengths tells which belong together.
 */
import { readsAsCommand } from '../command';
import { type Detection, detect, SAMPLE_LINES } from '../detect';
import type { Dialect, ReadContext } from '../dialects/dialect';
import { weightOf } from '../fit';
import { type Peeler, peel } from '../peel';
import { looksLikeReply } from '../reply';
import type { Line, PeeledLine } from '../transcript';
import { Unwrapper } from './unwrap';
import { blindWrappings, followOthers, quoteOf, type Wrapping, wrappingOf } from './wrapping';

interface Format {
  readonly dialect: Dialect | undefined;
  readonly peelers: readonly Peeler[];
}

/** The format of the sample, of which `found` is what its lines are as they stand. */
export function wrappedIn(sample: readonly Line[], found: Detection): Detection {
  const lines = sample.slice(0, SAMPLE_LINES);
  const marked = withWrapping(lines, found);
  const timed = withTimes(lines);
  const most = Math.max(weightOf(found), marked?.weight ?? 0);
  if (timed !== undefined && (marked === undefined ? timed.weight >= most * ALIKE : timed.weight > most))
    return timed.detection;
  if (marked !== undefined) return marked.detection;
  for (const wrapping of blindWrappings(lines)) {
    const whole = joinedLines(lines, wrapping, () => false);
    // Nothing was joined: it is what it was.
    if (whole.length === lines.length) continue;
    const joined = detect(whole);
    if (weightOf(joined) > Math.max(most * MUCH_MORE, LEAST)) return { ...joined, wrapping };
  }
  return found;
}

/** A reading of a sample. */
interface Weighed {
  readonly detection: Detection;
  readonly weight: number;
}

/** The format with the way in which its lines were broken; undefined where they were not. */
export function withWrapping(lines: readonly Line[], format: Detection): Weighed | undefined {
  const { dialect, peelers } = format;
  if (dialect === undefined) return undefined;
  const shape = usualShape(lines);
  const marks = usualMarks(lines.filter((line) => begins(line, { lacks: 'mark', shape }, format)));
  const bare = followOthers(lines, (line) => isBare(peel(line, peelers)));
  const isOwn = remembered((line) => begins(line, { lacks: 'mark', shape, marks, bare }, format));
  const found = wrappingOf(lines, 'mark', isOwn);
  if (found === undefined) return undefined;
  const wrapping = { ...found, shape, marks, bare };
  const joined = joinedLines(lines, wrapping, isOwn).map((line) => peel(line, peelers));
  const peeled = lines.map((line) => peel(line, peelers));
  const weight = dialect.evidence(joined);
  // What a format says in lines without marks would be lost.
  if (weight < dialect.evidence(peeled) || told(dialect, joined) * MOST_LOST < told(dialect, peeled)) return undefined;
  return { detection: { ...format, wrapping }, weight };
}

/** How much is said in the lines. */
function told(dialect: Dialect, lines: readonly PeeledLine[]): number {
  let count = 0;
  const context: ReadContext = { emit: () => count++, modeOf: () => 'command' };
  let state = dialect.start();
  for (const line of lines) state = dialect.read(line, state, context);
  dialect.finish?.(state, context);
  return count;
}

const MOST_LOST = 2;

function withTimes(lines: readonly Line[]): Weighed | undefined {
  const shape = usualShape(lines);
  if (shape === undefined) return undefined;
  const isOwn = remembered((line) => beginsWithTime(line, shape));
  const found = wrappingOf(lines, 'time', isOwn);
  if (found === undefined) return undefined;
  const wrapping = { ...found, shape };
  const detection = { ...detect(joinedLines(lines, wrapping, isOwn)), wrapping };
  return { detection, weight: weightOf(detection) };
}

/** The line begins as those of the log do, and does not go on with another. */
export function begins(
  line: Line,
  { lacks, shape, marks, bare = false }: Begun,
  { dialect, peelers }: Format,
): boolean {
  if (lacks === 'nothing') return false;
  if (shape !== undefined && beginsWithTime(line, shape)) return true;
  if (lacks === 'time') return false;
  if (marks?.has(markOf(line.text)) === true) return true;
  const peeled = peel(line, peelers);
  // What an answer puts before lines, it puts before each part of them.
  if (peeled.from > quoteOf(line.text, line.text)) return true;
  if (peeled.time !== undefined || peeled.process !== undefined || (dialect?.evidence([peeled]) ?? 0) > 0) return true;
  return bare && isBare(peeled);
}

type Begun = Pick<Wrapping, 'lacks' | 'shape' | 'marks' | 'bare'>;

function isBare({ text }: PeeledLine): boolean {
  return looksLikeReply(text) || readsAsCommand(text);
}

/** What several of the lines begin with. */
function usualMarks(own: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of own) counts.set(markOf(text), (counts.get(markOf(text)) ?? 0) + 1);
  return new Set([...counts].flatMap(([mark, count]) => (mark !== '' && count >= FEWEST_MARKS ? [mark] : [])));
}

/** How the first word begins where it is more than letters and digits: `send:`, `>>>`, `0040:` as `00c0:`. */
function markOf(text: string): string {
  const word = /^\s{0,8}\S{2,8}/.exec(text)?.[0] ?? '';
  return /[^\sA-Za-z0-9]/.test(word) ? word.replace(/[0-9a-f]/gi, '0') : '';
}

const FEWEST_MARKS = 3;

function beginsWithTime({ text }: Line, shape: string): boolean {
  return TIME.test(text) && shapeOf(text) === shape;
}

/** How most times begin; undefined where there are few. */
function usualShape(lines: readonly Line[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    if (TIME.test(text)) counts.set(shapeOf(text), (counts.get(shapeOf(text)) ?? 0) + 1);
  }
  const [shape, count = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return count >= FEWEST_TIMES ? shape : undefined;
}

/** The first characters, letters and digits alike. */
function shapeOf(text: string): string {
  return text
    .slice(0, 4)
    .replace(/\d/g, '0')
    .replace(/[A-Za-z]/g, 'a');
}

const FEWEST_TIMES = 3;

/** A date, a time, the number of a process or an object of JSON, quoted or not. */
const TIME =
  /^(?:> ?){0,4}[[(<"']?(?:\d{4}[-/.]\d\d[-/.]\d\d|\d\d?[-/.](?:\d\d?|[A-Z][a-z]{2})[-/.]\d\d|(?:[A-Z][a-z]{2},? )?(?:[A-Z][a-z]{2} [ \d]?\d|[ \d]?\d [A-Z][a-z]{2}) |\d\d:\d\d[:.]\d\d|\d{10,13}[ .]|\d{4,7} |\{ ?")/;

function remembered(isOwn: (line: Line) => boolean): (line: Line) => boolean {
  const known = new Map<Line, boolean>();
  return (line) => {
    const own = known.get(line) ?? isOwn(line);
    known.set(line, own);
    return own;
  };
}

function joinedLines(lines: readonly Line[], wrapping: Wrapping, isOwn: (line: Line) => boolean): readonly Line[] {
  const joined: Line[] = [];
  const unwrapper = new Unwrapper({ wrapping, isOwn, emit: (line) => joined.push(line) });
  for (const line of lines) unwrapper.push(line);
  unwrapper.end();
  return joined;
}

/** Replies without what stands before them in their line are evidence, too. */
const ALIKE = 0.75;
const MUCH_MORE = 1.5;
const LEAST = 20;
