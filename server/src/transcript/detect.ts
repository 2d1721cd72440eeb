import { DIALECTS } from './dialects';
import type { Dialect } from './dialects/dialect';
import { choosePeelers, type Peeler, peel, unpeeled } from './peel';
import type { Line } from './transcript';

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
  /** Every dialect with evidence, the best first. */
  readonly candidates: readonly { readonly id: string; readonly weight: number }[];
}

/** Which tool wrote the lines. `sample` is the start of the file, at most `SAMPLE_LINES` lines count. */
export function detect(sample: readonly Line[]): Detection {
  const lines = sample.slice(0, SAMPLE_LINES).map(shorten);
  const chosen = choosePeelers(lines);
  const readings = chosen.length === 0 ? [chosen] : [chosen, []];
  let best: Detection = { dialect: undefined, peelers: [], confidence: 0, candidates: [] };
  let most = 0;
  for (const peelers of readings) {
    const peeled = lines.map((line) => (peelers.length === 0 ? unpeeled(line) : peel(line, peelers)));
    const weighed = DIALECTS.map((dialect) => ({ dialect, weight: dialect.evidence(peeled) }))
      .filter(({ weight }) => weight >= LEAST_EVIDENCE)
      .sort((a, b) => b.weight - a.weight);
    const [first, second] = weighed;
    if (first === undefined || first.weight <= most) continue;
    most = first.weight;
    best = {
      dialect: first.dialect,
      peelers,
      confidence: confidence(first.weight, second?.weight ?? 0),
      candidates: weighed.map(({ dialect, weight }) => ({ id: dialect.id, weight })),
    };
  }
  return best;
}

/** The peelers that fit when the dialect is given. */
export function detectPeelers(sample: readonly Line[], dialect: Dialect): readonly Peeler[] {
  const lines = sample.slice(0, SAMPLE_LINES).map(shorten);
  const chosen = choosePeelers(lines);
  const plain = dialect.evidence(lines.map(unpeeled));
  return dialect.evidence(lines.map((line) => peel(line, chosen))) > plain ? chosen : [];
}

function confidence(first: number, second: number): number {
  const enough = first / (first + LEAST_EVIDENCE);
  return Math.round(enough * (1 - (second / first) * 0.5) * 100) / 100;
}

function shorten(line: Line): Line {
  return line.text.length <= SAMPLE_LENGTH ? line : { ...line, text: line.text.slice(0, SAMPLE_LENGTH) };
}
