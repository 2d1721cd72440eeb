/**
 * A head that nobody has described: what the lines of a log begin with, but for their digits and the words for how grave a
 * line is. Every logging library can be told to write another one.
 */
import type { PeeledLine } from '../transcript';
import { type Peeler, taken, timeIn } from './peeler';

/**
 * Peelers for what most lines have in common at their start, the longest first: where the message begins is a guess, as it
 * may begin alike in all of them. A head tells a time or how grave a line is: what else stands there may say who speaks. A log
 * of messages of several lines has heads on a few only; those have to tell how grave.
 */
export function shapePeelers(sample: readonly PeeledLine[]): Peeler[] {
  const shapes = sample.map(({ text }) => shapeOf(text));
  const groups = new Map<string, string[]>();
  for (const shape of shapes) {
    const start = shape.slice(0, START);
    const group = groups.get(start);
    if (group === undefined) groups.set(start, [shape]);
    else group.push(shape);
  }
  const group = [...groups.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
  if (group.length < FEWEST || group.length < sample.length * SHARE) return [];
  const head = group.reduce(commonStart);
  return cutsOf(head)
    .map((length) => head.slice(0, length))
    .filter((shape) =>
      shape.includes(LEVEL_SIGN) ? shape.includes('0') : TIME.test(shape) && group.length >= sample.length * MOST,
    )
    .map(peelerOf);
}

/** A time that says its day, wherever in the head it stands. */
const STAMP = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/;

/** So many characters of their shapes tell the lines of a log from others in it. */
const START = 6;
const FEWEST = 6;
const SHARE = 0.2;
const MOST = 0.6;
/** A day or an hour. */
const TIME = /0-0-0|0\/0\/0|0:0:0|0:0[AP]M/;
const LONGEST = 160;

/** `0` stands for digits, `L` for a level, what is a blank and more for one. */
function shapeOf(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(LEVEL, LEVEL_SIGN)
    .replace(/\d{1,40}/g, '0')
    .replace(/ {2,40}/g, ' ');
}

const LEVELS =
  '(?:TRACE|DEBUG|DEBG|DBG|DBUG|INFO|INF|LOG|NOTICE|WARN|WARNING|WRN|ERROR|ERR|FATAL|CRITICAL|CRIT|SEVERE|FINE|FINER|FINEST|VERBOSE)';
const LEVEL = new RegExp(String.raw`\b${LEVELS}\b`, 'gi');
const LEVEL_SIGN = '\u0001';

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return a.slice(0, length);
}

/** Where a message may begin: behind a blank, a TAB, a bracket or a bar, but not between a day and its hour; the last first. */
function cutsOf(head: string): number[] {
  const cuts: number[] = [];
  for (let at = head.length; at > 0 && cuts.length < MOST_CUTS; at--) {
    if (/[\s|\])>]/.test(head.charAt(at - 1)) && !/^0:0/.test(head.slice(at))) cuts.push(at);
  }
  return cuts;
}

const MOST_CUTS = 3;

function peelerOf(shape: string): Peeler {
  const pattern = new RegExp(`^${[...shape].map(patternOf).join('')}`, 'i');
  return {
    id: `shape-${shape}`,
    peel(line) {
      const head = pattern.exec(line.text.slice(0, 2 * LONGEST))?.[0];
      return head === undefined ? undefined : taken(line, head.length, timeIn(STAMP.exec(head)?.[0] ?? ''));
    },
  };
}

/** The last blank of a head is one: what is more may be the message's own. */
function patternOf(char: string, index: number, all: readonly string[]): string {
  if (char === '0') return String.raw`\d{1,40}`;
  if (char === LEVEL_SIGN) return LEVELS;
  if (char === ' ' && index < all.length - 1) return ' {1,40}';
  return char.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
