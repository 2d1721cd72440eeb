import { DIALECTS } from './dialects';
import type { Dialect } from './dialects/dialect';
import { type Peeler, peel, readingsOf } from './peel';
import type { Line } from './transcript';
import type { Wrapping } from './wrapped/wrapping';

/** How many lines are looked at, and how many characters of each: the format shows itself early or not at all. */
export const SAMPLE_LINES = 200;
const SAMPLE_LENGTH = 500;

/** Less evidence than this is none: a C source or a web server's log has stray digits, too. */
const LEAST_EVIDENCE = 4;

export interface Detection {
  /** Undefined when nothing in the sample is SMTP. */
  readonly dialect: Dialect | undefined;
  readonly peelers: readonly Peeler[];
  /** 0–1: how much of the evidence speaks for this dialect and not for the next best. */
  readonly confidence: number;
  /** Each line stands there twice, one right behind the other: a logger that was told to write to one place by two ways. */
  readonly doubled?: true;
  /** Its long lines are broken: `wrappedIn` looks for that. */
  readonly wrapping?: Wrapping;
  /** Every dialect with evidence, the best first. */
  readonly candidates: readonly { readonly id: string; readonly weight: number }[];
}

/** Nothing is SMTP. */
export const NOTHING: Detection = { dialect: undefined, peelers: [], confidence: 0, candidates: [] };

/** Which tool wrote the lines. `sample` is the start of the file, at most `SAMPLE_LINES` lines count. */
export function detect(sample: readonly Line[]): Detection {
  const lines = sample.slice(0, SAMPLE_LINES).map(shorten);
  let best = NOTHING;
  let most = 0;
  for (const peelers of readingsOf(lines)) {
    const found = weighed(lines, peelers);
    const weight = peelers.reduce((rest, { share = 1 }) => rest * share, found.candidates[0]?.weight ?? 0);
    // Of two readings with equal evidence the one of the more particular dialect, then the first.
    if (weight < most || (weight === most && rank(found) >= rank(best))) continue;
    most = weight;
    best = found;
  }
  if (best.dialect === undefined || isNewestFirst(lines, best.peelers)) return NOTHING;
  return isDoubled(lines) ? { ...best, doubled: true } : best;
}

/** Exports of log services often have the newest line first: answers stand before what they answer. */
function isNewestFirst(lines: readonly Line[], peelers: readonly Peeler[]): boolean {
  // The time of the collector, and the one behind it.
  return peelers.some((_, index) => falls(lines.flatMap((line) => peel(line, peelers.slice(0, index + 1)).time ?? [])));
}

function falls(times: readonly number[]): boolean {
  let count = 0;
  for (const [index, time] of times.entries()) {
    const before = times[index - 1] ?? time;
    if (time > before) return false;
    if (time < before) count++;
  }
  return count >= FEWEST_FALLS;
}

const FEWEST_FALLS = 3;

/** Nothing but a pair now and then may be torn. */
function isDoubled(lines: readonly Line[]): boolean {
  if (lines.length < FEWEST_DOUBLED || lines[0]?.text !== lines[1]?.text) return false;
  let pairs = 0;
  for (let at = 0; at + 1 < lines.length; at++) if (lines[at]?.text === lines[at + 1]?.text && ++pairs > 0) at++;
  return pairs * 2 >= lines.length - 1;
}

const FEWEST_DOUBLED = 8;

function weighed(lines: readonly Line[], peelers: readonly Peeler[]): Detection {
  const peeled = lines.map((line) => peel(line, peelers));
  const found = DIALECTS.map((dialect) => ({ dialect, weight: dialect.evidence(peeled) }))
    .filter(({ weight }) => weight >= LEAST_EVIDENCE)
    .sort((a, b) => b.weight - a.weight);
  const [first, second] = found;
  if (first === undefined) return NOTHING;
  return {
    dialect: first.dialect,
    peelers,
    confidence: confidence(first.weight, second?.weight ?? 0),
    candidates: found.map(({ dialect, weight }) => ({ id: dialect.id, weight })),
  };
}

function rank({ dialect }: Detection): number {
  return dialect === undefined ? DIALECTS.length : DIALECTS.indexOf(dialect);
}

/** The peelers that fit when the dialect is given. */
export function detectPeelers(sample: readonly Line[], dialect: Dialect): readonly Peeler[] {
  const lines = sample.slice(0, SAMPLE_LINES).map(shorten);
  let best: readonly Peeler[] | undefined;
  let most = 0;
  for (const peelers of readingsOf(lines)) {
    const weight = dialect.evidence(lines.map((line) => peel(line, peelers)));
    if (best !== undefined && weight <= most) continue;
    most = weight;
    best = peelers;
  }
  return most > 0 ? (best ?? []) : [];
}

function confidence(first: number, second: number): number {
  const enough = first / (first + LEAST_EVIDENCE);
  return Math.round(enough * (1 - (second / first) * 0.5) * 100) / 100;
}

function shorten(line: Line): Line {
  return line.text.length <= SAMPLE_LENGTH ? line : { ...line, text: line.text.slice(0, SAMPLE_LENGTH) };
}
