/**
 * What stands before every line and is no part of the tool's format: prefixes of syslog, containers and logging
 * libraries, quoting, line numbers, a terminal's control codes. Each kind is a family in `peelers/`.
 */

import { shapePeelers } from './peelers/commonShape';
import { CONTAINERS } from './peelers/containers';
import { FRAMES } from './peelers/frames';
import { HTML } from './peelers/html';
import { JSON_LINE, JSON_LINES } from './peelers/json';
import { headPeelers } from './peelers/logHead';
import { BLOCK, PASTE, PASTE_WITH_NAME } from './peelers/paste';
import type { Peeler, PeelerFamily } from './peelers/peeler';
import { SYSLOG } from './peelers/syslog';
import { TERMINAL } from './peelers/terminal';
import { typographyPeelers } from './peelers/typography';
import type { Line, PeeledLine } from './transcript';

export type { Peeler } from './peelers/peeler';

/** A line as it stands in the file, nothing taken off. */
export function unpeeled(line: Line): PeeledLine {
  return { line, text: line.text, from: 0 };
}

/** Applies the peelers in order; a line that lacks one of the prefixes goes on as it is. */
export function peel(line: Line, peelers: readonly Peeler[]): PeeledLine {
  let peeled = unpeeled(line);
  for (const peeler of peelers) peeled = peeler.peel(peeled) ?? peeled;
  return peeled;
}

/** A line of the file with `text` in place of what `like` says: what stands before and behind that stays. */
export function lineLike(like: PeeledLine, peelers: readonly Peeler[], text: string): string {
  const { line, from } = like;
  const escaped = peelers.reduceRight((inner, { escape: outer }) => outer?.(inner) ?? inner, text);
  return line.text.slice(0, from) + escaped + line.text.slice(endOf(like));
}

function endOf({ text, from, pieces, line }: PeeledLine): number {
  if (pieces === undefined) return from + text.length;
  const last = pieces.at(-1);
  return last === undefined ? line.text.length : last.column + last.width;
}

/** Prefixes that nothing else looks like, outermost candidates first. */
const CERTAIN: readonly PeelerFamily[] = [TERMINAL, ...FRAMES, HTML, ...SYSLOG, ...CONTAINERS, JSON_LINES];
/** Of a container's time and the first words of the message syslog makes host and program: it may be either. */
const WITHOUT_SYSLOG: readonly PeelerFamily[] = [TERMINAL, ...FRAMES, HTML, ...CONTAINERS, JSON_LINES];

const DEEPEST = 5;

/** The peelers that the sample's lines have in common beyond doubt, outermost first. */
export function choosePeelers(sample: readonly Line[]): Peeler[] {
  const { chosen } = chain(notBlank(sample.map(unpeeled)), CERTAIN);
  return chosen;
}

/**
 * The ways to read the sample: whether a prefix is the collector's or the format's own shows only in what a dialect
 * makes of the rest. `> ` is curl's, too, and many tools write times themselves. Of readings that are as good the first
 * is right: prefixes that hardly any format has itself are taken off, the heads of log lines are not.
 */
export function readingsOf(sample: readonly Line[]): Peeler[][] {
  const lines = notBlank(sample.map(unpeeled));
  const readings = readingsBehind(lines);
  for (const typography of typographyPeelers(lines)) {
    const meant = lines.map((line) => typography.peel(line) ?? line);
    for (const reading of readingsBehind(meant)) readings.push([typography, ...reading]);
  }
  return readings;
}

function readingsBehind(lines: readonly PeeledLine[]): Peeler[][] {
  const readings: Peeler[][] = [];
  const chains = [
    [...CERTAIN, ...PASTE],
    [...WITHOUT_SYSLOG, ...PASTE],
    [...CERTAIN, ...PASTE_WITH_NAME],
    // A terminal's carriage return takes away the number that somebody put before its line.
    [...PASTE, ...CERTAIN],
  ].map((families) => ({ families, ...chain(lines, families) }));
  // Nobody but a collector writes JSON: what stands before that is no part of the format.
  chains.sort((a, b) => Number(b.chosen.includes(JSON_LINE)) - Number(a.chosen.includes(JSON_LINE)));
  for (const { chosen } of chains) {
    for (let length = chosen.length; length >= 0; length--) add(readings, chosen.slice(0, length));
  }
  const ofSyslog = chains.some(({ chosen }) => chosen.some(({ id }) => SYSLOG.some((family) => family.id === id)));
  for (const { families, chosen, rest } of chains) {
    const heads = headPeelers(rest).reverse();
    // One that takes off the same is none, and what syslog tells of a program counts.
    const others = ofSyslog
      ? []
      : shapePeelers(rest).filter((shape) => !heads.some((head) => areAlike(head, shape, rest)));
    for (const head of [...heads, ...others]) {
      add(readings, [...chosen, head]);
      const behind = chain(notBlank(rest.map((line) => head.peel(line) ?? line)), families);
      if (behind.chosen.length > 0) add(readings, [...chosen, head, ...behind.chosen]);
    }
  }
  // In many a format indentation means something: a block is believed only where it makes more of the lines.
  for (const { families, chosen, rest } of chains) {
    const block = BLOCK.fit(rest);
    if (block === undefined) continue;
    const behind = chain(notBlank(rest.map((line) => block.peel(line) ?? line)), families);
    if (behind.chosen.length > 0) add(readings, [...chosen, block, ...behind.chosen]);
    add(readings, [...chosen, block]);
  }
  return readings;
}

function areAlike(a: Peeler, b: Peeler, lines: readonly PeeledLine[]): boolean {
  return lines.every((line) => a.peel(line)?.text.length === b.peel(line)?.text.length);
}

function add(readings: Peeler[][], reading: Peeler[]): void {
  const name = reading.map(({ id }) => id).join();
  if (!readings.some((each) => each.map(({ id }) => id).join() === name)) readings.push(reading);
}

function chain(sample: readonly PeeledLine[], families: readonly PeelerFamily[]) {
  const chosen: Peeler[] = [];
  let rest = sample;
  while (chosen.length < DEEPEST && rest.length > 0) {
    const fitting = firstFit(families, rest);
    if (fitting === undefined || fitting === chosen.at(-2)) break;
    chosen.push(fitting);
    rest = notBlank(rest.map((line) => fitting.peel(line) ?? line));
  }
  return { chosen, rest };
}

function notBlank(lines: readonly PeeledLine[]): PeeledLine[] {
  return lines.filter((line) => line.text.trim() !== '');
}

function firstFit(families: readonly PeelerFamily[], lines: readonly PeeledLine[]): Peeler | undefined {
  for (const family of families) {
    const peeler = fitOf(family, lines);
    if (peeler !== undefined) return peeler;
  }
  return undefined;
}

/** The families of one sample are asked in several orders: what they said of it is kept. */
function fitOf(family: PeelerFamily, lines: readonly PeeledLine[]): Peeler | undefined {
  let known = FITS.get(lines);
  if (known === undefined) {
    known = new Map();
    FITS.set(lines, known);
  }
  if (!known.has(family)) known.set(family, family.fit(lines));
  return known.get(family);
}

const FITS = new WeakMap<readonly PeeledLine[], Map<PeelerFamily, Peeler | undefined>>();
