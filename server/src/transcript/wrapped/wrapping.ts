/**
 * Logs that came through a mail program, a terminal or a ticket have long lines broken: at the last blank before a width, or
 * right at it. Nothing marks the rest of a line; it shows by the line before, which was full, and by its own beginning, which
 * is none of the format's.
 */
import type { Line } from '../transcript';

/** How the lines of a log were broken. */
export interface Wrapping {
  /** `words`: at the blank before the column, which is gone; `columns`: right at it. */
  readonly at: 'words' | 'columns';
  /** Characters of the longest line. */
  readonly width: number;
  /** What a line that goes on lacks: the marks of the format, the time that all others begin with, or nothing of its own. */
  readonly lacks: 'mark' | 'time' | 'nothing';
  /** How the times begin, as `shapeOf` has it, where lines have them. */
  readonly shape?: string | undefined;
  /** First words that several marked lines have. */
  readonly marks?: ReadonlySet<string>;
  /** Replies and commands stand there without marks, too. */
  readonly bare?: boolean;
}

/** True when nothing of the line that goes on behind `before` would have fitted into it. */
export function isFull({ at, width }: Wrapping, before: string, after: string): boolean {
  if (at === 'columns') return before.length === width;
  return neededBy(before, after) > width;
}

/** What the line before would be long with the first word of the next one. */
function neededBy(before: string, after: string): number {
  const blank = before.endsWith(' ') ? 0 : 1;
  const end = after.search(/\s/);
  return before.length + blank + (end < 0 ? after.length : end);
}

/** The two parts of a line as one. */
export function joined({ at }: Wrapping, before: string, after: string): string {
  return at === 'columns' || before.endsWith(' ') ? before + after : `${before} ${after}`;
}

/** Length of what an answer puts before both lines: `> `. */
export function quoteOf(before: string, text: string): number {
  const quote = QUOTE.exec(text)?.[0] ?? '';
  return before.startsWith(quote) ? quote.length : 0;
}

const QUOTE = /^(?: ?>){1,8} ?/;

/** What begins with a blank, or is one, was no word behind a break. */
export function mayGoOn({ at }: Wrapping, text: string): boolean {
  return at === 'columns' ? text.trim() !== '' : /^\S/.test(text);
}

/**
 * How the lines of a sample were broken; undefined where they were not. `isOwn` tells whether a line begins as lines of the
 * log do.
 */
export function wrappingOf(
  lines: readonly Line[],
  lacks: 'mark' | 'time',
  isOwn: (line: Line) => boolean,
): Wrapping | undefined {
  const columns: Wrapping = { at: 'columns', width: longestOf(lines), lacks };
  const words: Wrapping = { at: 'words', width: longestBroken(lines), lacks };
  const ofColumns = count(lines, columns, isOwn);
  const ofWords = count(lines, words, isOwn);
  // Several lines hardly have their blanks at the same column.
  const isColumns = ofColumns.joints >= ofWords.joints && (ofColumns.kinds > 1 || isUsual(columns));
  const best = isColumns ? columns : words;
  const counted = isColumns ? ofColumns : ofWords;
  const { joints, others, whole, own } = counted;
  if (!mayBeWidth(best, counted.needed) || others * MOST_OTHERS > joints || (isColumns && whole > joints))
    return undefined;
  if (joints > 1 && isLayout(counted, isColumns)) return undefined;
  if (joints >= FEWEST_JOINTS) return best;
  // One is enough where every other line is the log's, and it was cut at a column: words may end anywhere.
  const said = lines.filter(({ text }) => /[^>\s]/.test(text)).length;
  const only = isColumns && joints === 1 && own >= LEAST_OWN && own + 1 >= said;
  return only && isUsual(best) ? best : undefined;
}

/** A format may write its lines in two: each has a head of about one length, or goes on with the same word. */
function isLayout({ joints, own, chains, kinds, words, lengths }: Count, isColumns: boolean): boolean {
  if (kinds > 1 && words.size < 2) return true;
  if (own - (joints - chains) >= FEWEST_WHOLE) return false;
  return isColumns ? chains === 0 : Math.max(...lengths) - Math.min(...lengths) < LEAST_SPREAD;
}

/** Most of these lines follow others that would have had room for them. */
export function followOthers(lines: readonly Line[], which: (line: Line) => boolean): boolean {
  const wrapping: Wrapping = { at: 'words', width: longestBroken(lines), lacks: 'nothing' };
  let behind = 0;
  let others = 0;
  for (const [index, line] of lines.entries()) {
    if (!which(line)) continue;
    if (isFull(wrapping, lines[index - 1]?.text ?? '', line.text)) behind++;
    else others++;
  }
  return others > behind;
}

/** Breaks by lengths alone, for lines of which no part shows what they are. */
export function blindWrappings(lines: readonly Line[]): readonly Wrapping[] {
  const longest = longestOf(lines);
  // A quick no to nearly every log: few of its lines are about as long as the longest.
  if (lines.filter(({ text }) => text.length > longest - NEAR).length * FEW < lines.length) return [];
  const full = lines.filter(({ text }) => text.length === longest).length;
  const columns: Wrapping = { at: 'columns', width: longest, lacks: 'nothing' };
  const words: Wrapping = { at: 'words', width: longestBroken(lines), lacks: 'nothing' };
  return [...(full >= FEWEST_JOINTS ? [columns] : []), words].filter((each) => mayBeWidth(each, each.width));
}

/** As terminals have them. */
function isUsual({ width }: Wrapping): boolean {
  return width === 132 || width % 20 === 0;
}

function mayBeWidth({ at, width }: Wrapping, needed: number): boolean {
  return at === 'words' ? needed >= LEAST_WIDTH && width <= MOST_OF_MAIL : width >= LEAST_WIDTH && width <= MOST_WIDTH;
}

const NEAR = 12;
const FEW = 10;
/** So many lines have to be broken. */
const FEWEST_JOINTS = 2;
/** Among so many that are, one line may look broken that is not. */
const MOST_OTHERS = 3;
const LEAST_OWN = 8;
/** So many of the log's own lines were short enough. */
const FEWEST_WHOLE = 2;
/** Characters between the shortest and the longest line that lacks its rest. */
const LEAST_SPREAD = 6;
const LEAST_WIDTH = 60;
/** Windows of terminals are wider than any mail program makes its lines. */
const MOST_WIDTH = 250;
const MOST_OF_MAIL = 132;

function longestOf(lines: readonly Line[]): number {
  return lines.reduce((most, { text }) => Math.max(most, text.length), 0);
}

/** The longest line of several words. */
function longestBroken(lines: readonly Line[]): number {
  return lines.reduce((most, { text }) => (/\S\s+\S/.test(text) ? Math.max(most, text.trimEnd().length) : most), 0);
}

/** How lines follow each other. */
interface Count {
  /** Lines that are not the log's follow full ones so often. */
  readonly joints: number;
  /** They follow others. */
  readonly others: number;
  /** The log's own follow full ones. */
  readonly whole: number;
  /** So many different lines are broken. */
  readonly kinds: number;
  /** The log's own lines. */
  readonly own: number;
  /** Columns that the shortest of the full lines would have had with one more word. */
  readonly needed: number;
  /** Rests that were broken once more. */
  readonly chains: number;
  /** The words that did not fit. */
  readonly words: ReadonlySet<string>;
  /** Characters of the full lines. */
  readonly lengths: ReadonlySet<number>;
}

function count(lines: readonly Line[], wrapping: Wrapping, isOwn: (line: Line) => boolean): Count {
  let joints = 0;
  let others = 0;
  let whole = 0;
  let own = 0;
  let needed = Number.POSITIVE_INFINITY;
  let chains = 0;
  const kinds = new Set<string>();
  const words = new Set<string>();
  const lengths = new Set<number>();
  let isRest = false;
  let begun = false;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const text = before === undefined ? line.text : line.text.slice(quoteOf(before.text, line.text));
    const full = before !== undefined && isFull(wrapping, before.text, text);
    if (isOwn(line)) {
      if (full) whole++;
      own++;
      begun = true;
    } else if (!begun || before === undefined || !mayGoOn(wrapping, text)) begun = false;
    else if (full) {
      joints++;
      needed = Math.min(needed, neededBy(before.text, text));
      if (isRest) chains++;
      isRest = true;
      kinds.add(before.text);
      words.add(/^\S*/.exec(text)?.[0] ?? '');
      lengths.add(before.text.length);
      continue;
    } else {
      others++;
      begun = false;
    }
    isRest = false;
  }
  return { joints, others, whole, kinds: kinds.size, own, needed, chains, words, lengths };
}
