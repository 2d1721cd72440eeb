/** How a hover is laid out: headings, lists, links, and the footer that leads further. */
import type { Comparison, Entry, Locale, Source } from '../../reference/entry';
import type { Reference } from '../../reference/reference';
import { comparison, sourceLink } from '../entryPage';
import { type Word, word } from '../words';
import { phrase } from './phrases';

export interface HoverOptions {
  readonly locale: Locale;
  /** The client opens reference entries when asked by its command; other editors get plain names. */
  readonly commandLinks: boolean;
}

export function section(heading: Word, text: string, locale: Locale): string {
  return text === '' ? '' : `**${word(heading, locale)}**\n\n${text}`;
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

export function join(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

/** The items of a Markdown list; a paragraph is one item. */
export function itemsOf(text: string): string[] {
  const items: string[] = [];
  for (const line of text.trim().split('\n')) {
    const item = /^(?:[-*]|\d+\.) (.*)$/.exec(line)?.[1];
    if (item !== undefined) items.push(item);
    else if (items.length === 0) items.push(line.trim());
    else items.push(`${items.pop()} ${line.trim()}`);
  }
  return items;
}

/** How many items of each section a hover shows. */
export interface Detail {
  readonly advice: number;
  readonly situations: number;
  readonly comparisons: number;
}

/** From all that is worth showing to what must be shown. */
const DETAILS: readonly Detail[] = [
  { advice: 4, situations: 3, comparisons: 2 },
  { advice: 3, situations: 3, comparisons: 2 },
  { advice: 3, situations: 2, comparisons: 2 },
  { advice: 3, situations: 2, comparisons: 1 },
  { advice: 2, situations: 1, comparisons: 1 },
  { advice: 2, situations: 0, comparisons: 0 },
];

/** The most detailed hover that is no longer than a screen. */
export function fitted(render: (detail: Detail) => string): string {
  let text = '';
  for (const detail of DETAILS) {
    text = render(detail);
    if (heightOf(text) <= SCREEN) break;
  }
  return text;
}

/** Lines of a hover that are seen without scrolling, and its width in columns. */
const SCREEN = 33;
const COLUMNS = 88;

/** About how many lines the Markdown takes; the gap between two blocks counts half. */
function heightOf(markdown: string): number {
  const blocks = markdown.split('\n\n');
  const lines = blocks.flatMap((block) => block.split('\n'));
  const shown = lines.map((line) => line.replace(/\]\([^)]*\)/g, '').replace(/[`*[\\]/g, ''));
  const rows = shown.reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / COLUMNS)), 0);
  return rows + (blocks.length - 1) / 2;
}

/** A Chinese character takes two columns. */
function columnsOf(line: string): number {
  return [...line].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0);
}

/** The client's command that opens a page of the reference. */
export const OPEN_REFERENCE = 'smtp.openReference';

/** A link to an entry, where the client can follow one. */
export function refer(key: string, name: string, { commandLinks }: HoverOptions): string {
  return commandLinks ? `[${name}](command:${OPEN_REFERENCE}?${encodeURIComponent(JSON.stringify([key]))})` : name;
}

/** `**550 Mailbox unavailable** — answer`. */
export function headline(name: string, answer: string): string {
  return answer === '' ? `**${name}**` : `**${name}** — ${answer}`;
}

/**
 * The things it is mistaken for, each by its key and the difference. `shown` writes a key as this place has it. The key
 * is not said twice where the sentence begins with it.
 */
export function comparisons(
  list: readonly Comparison[],
  shown: (key: string) => string,
  options: HoverOptions,
): string {
  const lines = list.map(({ key, difference }) =>
    comparison(key, refer(key, shown(key), options), difference[options.locale]),
  );
  return bullets(lines);
}

interface Footer {
  readonly entry: Entry;
  /** Entries that say more exactly what it is about here, the best first: their sources, terms and guides come first. */
  readonly about?: readonly Entry[];
}

/** Where to read on: the whole entry, the specification, terms and guides. */
export function footer({ entry, about = [] }: Footer, reference: Reference, options: HoverOptions): string {
  const { locale } = options;
  const all = [...about, entry];
  const lines: string[] = [];
  const scenarios = 'scenarios' in entry ? (entry.scenarios?.length ?? 0) : 0;
  const more = scenarios > 1 ? `: ${phrase('allScenarios', locale, { count: scenarios })}` : '';
  if (options.commandLinks) lines.push(`${refer(entry.key, word('openReference', locale), options)}${more}`);
  lines.push(
    `${word('specification', locale)}: ${specification([...about.flatMap(({ sources }) => sources.slice(0, 1)), ...entry.sources].slice(0, 4))}`,
  );
  lines.push(
    ...row(
      'glossary',
      names(nearest(all, 'glossary'), 4, (key) => reference.term(key), '', options),
      options,
    ),
  );
  lines.push(
    ...row(
      'guides',
      names(nearest(all, 'guides'), 2, (key) => reference.guide(key), 'guide/', options),
      options,
    ),
  );
  return `---\n\n${lines.join('  \n')}`;
}

/** What the first entry names that names any. */
function nearest(entries: readonly Entry[], field: 'glossary' | 'guides'): readonly string[] | undefined {
  return entries.map((each) => each[field]).find((keys) => keys !== undefined && keys.length > 0);
}

function row(heading: Word, found: readonly string[], { locale }: HoverOptions): string[] {
  return found.length === 0 ? [] : [`${word(heading, locale)}: ${found.join(' · ')}`];
}

function names(
  keys: readonly string[] | undefined,
  most: number,
  find: (key: string) => Entry | undefined,
  prefix: string,
  options: HoverOptions,
): string[] {
  return (keys ?? []).slice(0, most).flatMap((key) => {
    const entry = find(key);
    return entry === undefined ? [] : [refer(`${prefix}${key}`, entry.title[options.locale], options)];
  });
}

/** Sources with the document named once: `RFC 5321 §4.2.3, §4.3.2 · RFC 3207 §4`. */
function specification(sources: readonly Source[]): string {
  const byDocument = new Map<string, string[]>();
  for (const source of sources) {
    const links = byDocument.get(source.document);
    if (links === undefined) byDocument.set(source.document, [sourceLink(source)]);
    else if (source.section !== undefined) links.push(`[§${source.section}](${source.url})`);
  }
  return [...byDocument.values()].map((links) => links.join(', ')).join(' · ');
}
