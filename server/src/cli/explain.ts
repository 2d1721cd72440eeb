import { pageOf, rulePage } from '../features/entryPage';
import type { Entry, Locale } from '../reference/entry';
import { nearestKeys } from '../reference/nearestKeys';
import type { Reference } from '../reference/reference';
import { RULES, ruleByCode } from '../rules';
import { sourcesOf } from '../rules/rfc';
import { UsageError } from './input';

/** Prints the page of each key: a reply code, an enhanced code, a verb, a keyword, a term, a guide, a rule. */
export async function explain(keys: readonly string[], locale: Locale): Promise<number> {
  if (keys.length === 0)
    throw new UsageError('explain needs a key, such as 503, 5.7.1, EHLO or greylisting; --list shows all');
  const reference = await loadReference();
  const { rulePages } = await import('../rules/pages');
  const pages = keys.map((key) => {
    const rule = ruleByCode(key.trim().toLowerCase());
    const text = rule === undefined ? undefined : rulePages.get(rule.code);
    const page = rule && text ? rulePage(rule, text, locale) : pageOf(reference, key, locale);
    if (page === undefined) throw new UsageError(unknown(key, reference));
    return page;
  });
  process.stdout.write(`${pages.join('\n\n')}\n`);
  return 0;
}

/** Says that a key is unknown, and which ones are spelt nearly so. */
function unknown(key: string, reference: Reference): string {
  const near = nearestKeys(key, [...namesOf(reference), ...RULES.map(({ code }) => code)]);
  const hint = near.length === 0 ? 'explain --list shows every key' : `did you mean ${near.join(', ')}?`;
  return `nothing is known about ${JSON.stringify(key)}; ${hint}`;
}

/** Every word under which something is found. */
function namesOf(reference: Reference): string[] {
  return reference.entries.flatMap((entry) => (entry.kind === 'term' ? [entry.key, ...entry.names] : [entry.key]));
}

/** Prints every key with its kind, title, languages and source. */
export async function listReference(format: 'text' | 'json', locale: Locale): Promise<number> {
  const reference = await loadReference();
  const rows = [
    ...reference.entries.map((entry) => rowOf(entry, locale)),
    ...RULES.map((rule) => ({
      key: rule.code,
      kind: 'rule',
      title: rule.title[locale],
      languages: Object.keys(rule.title),
      source: sourcesOf(rule)[0]?.url ?? '',
    })),
  ];
  const lines = rows.map((row) =>
    format === 'json' ? JSON.stringify(row) : `${row.kind.padEnd(15)} ${row.key.padEnd(28)} ${row.title}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function rowOf({ key, kind, title, sources }: Entry, locale: Locale) {
  return { key, kind, title: title[locale], languages: Object.keys(title), source: sources[0]?.url ?? '' };
}

async function loadReference(): Promise<Reference> {
  return (await import('../reference/texts')).reference;
}
