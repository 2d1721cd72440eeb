/** What the logs of the corpus are taken for, as a section of the documentation. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Detection, detect, SAMPLE_LINES } from '../server/src/transcript/detect';
import { DIALECTS } from '../server/src/transcript/dialects';
import { linesOf } from '../server/src/transcript/lines';
import type { Line } from '../server/src/transcript/transcript';
import { corpusEntries } from '../test/helpers/corpus';
import { samplesWithoutSmtp } from '../test/helpers/notSmtp';

const NOTHING = 'no SMTP';

interface Seen {
  readonly expected: string;
  readonly detection: Detection;
}

/** The confusion matrix over all logs of the corpus and all texts that are no SMTP. */
export function detectionSection(repository: string): string {
  const seen = [...inCorpus(repository), ...elsewhere(repository)];
  const order = [...DIALECTS.map(({ id }) => id), NOTHING];
  const found = (name: string) =>
    seen.some(({ expected, detection }) => expected === name || nameOf(detection) === name);
  const names = order.filter(found);
  const rows = names.map((name) =>
    row(
      name,
      names,
      seen.filter(({ expected }) => expected === name),
    ),
  );
  const right = seen.filter(({ expected, detection }) => expected === nameOf(detection)).length;
  return `## Detection

Every log of \`test/corpus\`, and every text of the tests that is no SMTP, with what it is taken for: ${right} of ${seen.length} are
recognised. This is the confusion matrix without its empty cells. The confidence says how much of the evidence speaks for the
format and not for the next best, which is named with the most evidence that it has, in parts of the best one's.

| written by | logs | taken for | confidence | next best |
| --- | --- | --- | --- | --- |
${rows.join('\n')}`;
}

function row(name: string, names: readonly string[], seen: readonly Seen[]): string {
  const confidences = seen.map(({ detection }) => detection.confidence);
  const least = Math.min(...confidences);
  const most = Math.max(...confidences);
  const range = name === NOTHING || seen.length === 0 ? '' : least === most ? `${least}` : `${least}–${most}`;
  const taken = names.flatMap((each) => {
    const count = seen.filter(({ detection }) => nameOf(detection) === each).length;
    return count === 0 ? [] : [`${shown(each)} ${count}`];
  });
  return `| ${shown(name)} | ${seen.length} | ${taken.join(', ')} | ${range} | ${nextBest(seen)} |`;
}

/** The format that comes nearest to being taken for a log's own, and its share of the best one's evidence. */
function nextBest(seen: readonly Seen[]): string {
  let next = '';
  let most = 0;
  for (const { detection } of seen) {
    const [best, second] = detection.candidates;
    const share = best === undefined || second === undefined ? 0 : second.weight / best.weight;
    if (share <= most) continue;
    most = share;
    next = `\`${second?.id}\` ${share.toFixed(2)}`;
  }
  return next;
}

function shown(name: string): string {
  return name === NOTHING ? name : `\`${name}\``;
}

function nameOf({ dialect }: Detection): string {
  return dialect?.id ?? NOTHING;
}

function inCorpus(repository: string): Seen[] {
  return corpusEntries(join(repository, 'test/corpus')).map(({ folder, entry }) => ({
    expected: entry.dialect ?? NOTHING,
    detection: detected(readFileSync(join(folder, entry.file), 'utf8')),
  }));
}

function elsewhere(repository: string): Seen[] {
  const folder = join(repository, 'test/corpus/not-smtp');
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return [...files, ...samplesWithoutSmtp().map(({ text }) => text)].map((text) => ({
    expected: NOTHING,
    detection: detected(text),
  }));
}

function detected(text: string): Detection {
  const sample: Line[] = [];
  for (const line of linesOf(text)) {
    if (sample.push(line) === SAMPLE_LINES) break;
  }
  return detect(sample);
}
