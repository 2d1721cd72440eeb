/** Every transcript that the reference shows a reader and that is a whole session, with the findings its text states. */
import type { Entry } from '../../server/src/reference/entry';
import type { Reference } from '../../server/src/reference/reference';

/** A rule and the 1-based line of the transcript that it sits on. */
export interface Stated {
  readonly line: number;
  readonly rule: string;
}

export interface Sample {
  /** Where it stands, for the test's name. */
  readonly name: string;
  readonly text: string;
  /** What it must give at warning or above; nothing else. */
  readonly stated: readonly Stated[];
}

/** The samples of every entry and guide, in both languages. */
export function samplesOf(reference: Reference): Sample[] {
  return [
    ...reference.entries.flatMap(entrySamples),
    ...Object.entries(reference.data.guideTexts).flatMap(([key, text]) =>
      (['en', 'zh-cn'] as const).flatMap((locale) => guideSamples(`guide ${key} (${locale})`, text[locale])),
    ),
  ];
}

function entrySamples(entry: Entry): Sample[] {
  const name = `${entry.kind} ${entry.key}`;
  const samples: Sample[] = [];
  if ('scenarios' in entry) {
    for (const { title, before, findings, after } of entry.scenarios ?? []) {
      samples.push({ name: `${name}: ${title.en}, before`, text: before, stated: findings });
      if (after !== undefined) samples.push({ name: `${name}: ${title.en}, after`, text: after, stated: [] });
    }
  }
  if ('example' in entry && isWholeSession(entry.example))
    samples.push({ name: `${name}: example`, text: entry.example, stated: [] });
  return samples;
}

/** Examples are mostly a few lines; one that begins with a greeting is a whole session and must stand by itself. */
function isWholeSession(example: string): boolean {
  return /^S: 220[ -]/.test(example);
}

/** The fences of a guide that hold a transcript: ```smtp clean, or ```smtp findings=LINE:rule,LINE:rule. */
export function guideSamples(name: string, text: string): Sample[] {
  return [...text.matchAll(/^```smtp([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, info, body], index) => ({
    name: `${name}, transcript ${index + 1}`,
    text: body ?? '',
    stated: statedIn(info ?? ''),
  }));
}

function statedIn(info: string): Stated[] {
  const words = info.trim();
  if (words === 'clean') return [];
  const list = /^findings=(\S+)$/.exec(words)?.[1];
  if (list === undefined) throw new Error(`a transcript says neither clean nor findings=LINE:rule: "${words}"`);
  return list.split(',').map((each) => {
    const [line, rule] = each.split(':');
    return { line: Number(line), rule: rule ?? '' };
  });
}
