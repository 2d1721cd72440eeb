/** How a hover is laid out: headings, lists, links, and the footer that leads further. */
import type { Comparison, Entry, Locale, Source } from '../../reference/entry';
import type { Reference } from '../../reference/reference';
import { sourceLink } from '../entryPage';
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

/** A link to an entry, where the client can follow one. */
export function refer(key: string, name: string, { commandLinks }: HoverOptions): string {
  return commandLinks ? `[${name}](command:smtp.openReference?${encodeURIComponent(JSON.stringify([key]))})` : name;
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
  const lines = list.map(({ key, difference }) => {
    const text = difference[options.locale];
    const link = refer(key, shown(key), options);
    const rest = /^(?:X\.)?[\d.]+ ?/.test(text) && text.startsWith(key) ? text.slice(key.length) : undefined;
    if (rest === undefined) return `${link}: ${text}`;
    return `${link}${rest}`;
  });
  return bullets(lines);
}

interface Footer {
  readonly entry: Entry;
  /** Sources beside the entry's own, the first to be named. */
  readonly sources?: readonly Source[];
}

/** Where to read on: the whole entry, the specification, terms and guides. */
export function footer({ entry, sources = [] }: Footer, reference: Reference, options: HoverOptions): string {
  const { locale } = options;
  const lines: string[] = [];
  const scenarios = 'scenarios' in entry ? (entry.scenarios?.length ?? 0) : 0;
  const more = scenarios > 1 ? `: ${phrase('allScenarios', locale, { count: scenarios })}` : '';
  if (options.commandLinks) lines.push(`${refer(entry.key, word('openReference', locale), options)}${more}`);
  lines.push(`${word('specification', locale)}: ${specification([...sources, ...entry.sources].slice(0, 4))}`);
  lines.push(
    ...row(
      'glossary',
      names(entry.glossary, 4, (key) => reference.term(key), '', options),
      options,
    ),
  );
  lines.push(
    ...row(
      'guides',
      names(entry.guides, 2, (key) => reference.guide(key), 'guide/', options),
      options,
    ),
  );
  return `---\n\n${lines.join('  \n')}`;
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
