/** A reference entry as a Markdown page: what `explain` prints and "Open reference" shows. */
import type {
  Comparison,
  EnhancedCodeEntry,
  Entry,
  Locale,
  Localized,
  ProviderReplyEntry,
  ReplyCodeEntry,
  Scenario,
  Source,
} from '../reference/entry';
import type { Reference } from '../reference/reference';
import { sourcesOf } from '../rules/rfc';
import type { Rule, RulePage } from '../rules/rule';
import { fill } from '../rules/rule';
import { THRESHOLDS } from '../rules/thresholds';
import { type Word, word } from './words';

/** All entries with a key, one page after the other; undefined when there is none. */
export function pageOf(reference: Reference, key: string, locale: Locale): string | undefined {
  const wanted = key.trim();
  const entries = reference.find(wanted);
  const sent = /^[245](?=\.)/.test(wanted) ? wanted : undefined;
  if (entries.length > 0) return entries.map((entry) => entryPage(reference, entry, locale, sent)).join('\n\n---\n\n');
  return digitsPage(reference, wanted, locale);
}

/**
 * One entry. Links to other entries have the scheme `smtp-reference:`. `sent` is an enhanced code as a server sends it,
 * `5.1.1` for the entry `X.1.1`: its class is explained, too.
 */
export function entryPage(reference: Reference, entry: Entry, locale: Locale, sent?: string): string {
  if (entry.kind === 'guide') {
    const text = reference.data.guideTexts[entry.key]?.[locale] ?? '';
    return text.startsWith('# ') ? text : `# ${entry.title[locale]}\n\n${text}`;
  }
  const parts = [`# ${headingOf(entry, locale, sent)}`, textOf(entry, locale), classOf(sent, reference, locale)];
  parts.push(...bodyOf(entry, reference, locale));
  parts.push(...links('seeAlso', entry.seeAlso, reference, locale));
  parts.push(...links('guides', entry.guides, reference, locale));
  parts.push(section('specification', sourceList(entry.sources), locale));
  parts.push(...links('glossary', entry.glossary, reference, locale));
  return parts.filter((part) => part !== '').join('\n\n');
}

function headingOf(entry: Entry, locale: Locale, sent: string | undefined): string {
  const title = entry.title[locale];
  if (entry.kind === 'provider-reply') return `${entry.provider}${locale === 'en' ? ': ' : '：'}${title}`;
  return entry.kind === 'term' || entry.kind === 'guide' ? title : `${sent ?? entry.key} ${title}`;
}

/** What the first number of an enhanced code adds. */
function classOf(sent: string | undefined, { data }: Reference, locale: Locale): string {
  const known = sent === undefined ? undefined : data.enhancedClasses[sent.charAt(0)];
  return known === undefined ? '' : `**${sent?.charAt(0)}** ${known.title[locale]}: ${known.meaning[locale]}`;
}

function textOf(entry: Entry, locale: Locale): string {
  return entry.kind === 'term' ? entry.text[locale] : entry.meaning[locale];
}

function bodyOf(entry: Entry, reference: Reference, locale: Locale): string[] {
  switch (entry.kind) {
    case 'reply-code':
    case 'enhanced-code':
      return [
        facts(entry, locale),
        section('whenYouSeeIt', entry.whenYouSeeIt[locale], locale),
        section('howToFix', entry.howToFix[locale], locale),
        section('compareWith', comparisons(entry.compareWith ?? [], locale), locale),
        section('providers', providersWith(entry, reference, locale), locale),
        section('scenarios', (entry.scenarios ?? []).map((each) => scenario(each, locale)).join('\n\n'), locale),
      ];
    case 'verb':
      return [
        section('syntax', fence(entry.syntax, 'abnf'), locale),
        section('whenAllowed', entry.whenAllowed[locale], locale),
        section('replies', replyLists(entry.replies, locale), locale),
        section('example', fence(entry.example, 'smtp'), locale),
      ];
    case 'extension':
      return [
        section('syntax', entry.ehloSyntax === '' ? '' : fence(entry.ehloSyntax, 'abnf'), locale),
        section('effect', entry.effect[locale], locale),
        [...entry.verbs, ...entry.parameters].map(link).join(' · '),
      ];
    case 'parameter':
      return [
        section('syntax', entry.valueSyntax === '' ? '' : fence(entry.valueSyntax, 'abnf'), locale),
        section('limits', entry.limits?.[locale] ?? '', locale),
        section('example', fence(entry.example, 'smtp'), locale),
        [entry.extension, ...entry.verbs].map(link).join(' · '),
      ];
    case 'auth-mechanism':
      return [
        word(entry.safeWithoutTls ? 'safeWithoutTls' : 'unsafeWithoutTls', locale),
        section('example', fence(entry.example, 'smtp'), locale),
      ];
    case 'term':
      return [section('looksLike', entry.looksLike === '' ? '' : fence(entry.looksLike, 'smtp'), locale)];
    case 'provider-reply':
      return [section('action', entry.action[locale], locale)];
    case 'guide':
      return [];
    default:
      return entry satisfies never;
  }
}

/** Which codes, commands or programs a code goes with, in a line. */
function facts(entry: ReplyCodeEntry | EnhancedCodeEntry, locale: Locale): string {
  if (entry.kind === 'enhanced-code') {
    if (entry.basicCodes.length === 0) return '';
    return `${word('basicCodes', locale)}: ${entry.basicCodes.map((code) => link(String(code))).join(' · ')}`;
  }
  const names = {
    ANY: word('anyCommand', locale),
    GREETING: word('greeting', locale),
    MESSAGE: word('mailData', locale),
  };
  const answers = entry.answers.map((each) => (each in names ? names[each as keyof typeof names] : link(each)));
  const vendor = entry.vendor === undefined ? '' : `  \n${word('usedBy', locale)}: ${entry.vendor}`;
  return `${word('answersTo', locale)}: ${answers.join(' · ')}${vendor}`;
}

/** The texts of providers that come with a code, a line for each provider. */
function providersWith(entry: ReplyCodeEntry | EnhancedCodeEntry, { entries }: Reference, locale: Locale): string {
  const byProvider = new Map<string, string[]>();
  for (const each of entries) {
    if (each.kind !== 'provider-reply' || !comesWith(each, entry)) continue;
    const links = byProvider.get(each.provider) ?? [];
    byProvider.set(each.provider, [...links, `[${each.title[locale]}](smtp-reference:${each.key})`]);
  }
  return [...byProvider].map(([provider, links]) => `- ${provider}: ${links.join(' · ')}`).join('\n');
}

function comesWith({ match }: ProviderReplyEntry, entry: ReplyCodeEntry | EnhancedCodeEntry): boolean {
  if (entry.kind === 'reply-code') return match.codes?.includes(entry.code) === true;
  return match.enhanced?.some((code) => `X${code.slice(1)}` === entry.key) === true;
}

function section(heading: Word, text: string, locale: Locale): string {
  return text === '' ? '' : `## ${word(heading, locale)}\n\n${text}`;
}

function fence(text: string, language: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function comparisons(list: readonly Comparison[], locale: Locale): string {
  return list.map(({ key, difference }) => `- ${comparison(key, link(key), difference[locale])}`).join('\n');
}

/** `[554](…): the difference`; a difference that begins with the key goes on from the link. */
export function comparison(key: string, linked: string, difference: string): string {
  const isNumber = /^(?:X\.)?[\d.]+$/.test(key);
  return isNumber && difference.startsWith(key)
    ? `${linked}${difference.slice(key.length)}`
    : `${linked}: ${difference}`;
}

function scenario({ title, before, findings, explanation, after }: Scenario, locale: Locale): string {
  const marks = findings.map(({ line, rule }) => `${word('line', locale)} ${line}: \`${rule}\``).join(' · ');
  const then = after === undefined ? '' : `\n\n${word('after', locale)}:\n\n${fence(after, 'smtp')}`;
  return `### ${title[locale]}\n\n${fence(before, 'smtp')}\n\n${marks}\n\n${explanation[locale]}${then}`;
}

function replyLists(
  replies: {
    readonly success: readonly number[];
    readonly intermediate: readonly number[];
    readonly failure: readonly number[];
  },
  locale: Locale,
): string {
  const kinds = ['success', 'intermediate', 'failure'] as const;
  return kinds
    .filter((kind) => replies[kind].length > 0)
    .map((kind) => `- ${word(kind, locale)}: ${replies[kind].map((each) => link(String(each))).join(', ')}`)
    .join('\n');
}

function links(heading: Word, keys: readonly string[] | undefined, reference: Reference, locale: Locale): string[] {
  if (keys === undefined || keys.length === 0) return [];
  const list = keys.map((key) => {
    const entry =
      heading === 'guides'
        ? reference.guide(key)
        : heading === 'glossary'
          ? reference.term(key)
          : reference.find(key)[0];
    const name = entry === undefined || !/^[a-z]/.test(key) ? key : entry.title[locale];
    return `[${name}](smtp-reference:${heading === 'guides' ? `guide/${key}` : key})`;
  });
  return [section(heading, list.join(' · '), locale)];
}

function link(key: string): string {
  return `[${key}](smtp-reference:${key})`;
}

/** Sources as a list of links. */
export function sourceList(sources: readonly Source[]): string {
  return sources.map((source) => `- ${sourceLink(source)}`).join('\n');
}

export function sourceLink({ document, section: number, url, date }: Source): string {
  const name = number === undefined ? document : `${document} §${number}`;
  return `[${name}](${url})${date === undefined ? '' : ` (${date})`}`;
}

// --- composed pages -----------------------------------------------------------------------------------------------

function digitsPage(reference: Reference, key: string, locale: Locale): string | undefined {
  const { firstDigits, secondDigits, enhancedClasses, enhancedSubjects } = reference.data;
  if (/^\d{3}$/.test(key)) {
    return composed(key, [firstDigits[key.charAt(0)], secondDigits[key.charAt(1)]], locale);
  }
  const enhanced = /^([245])\.(\d{1,3})\.\d{1,3}$/.exec(key);
  if (enhanced === null) return undefined;
  return composed(key, [enhancedClasses[enhanced[1] ?? ''], enhancedSubjects[enhanced[2] ?? '']], locale);
}

type Part = { readonly title: Localized; readonly meaning: Localized; readonly sources: readonly Source[] } | undefined;

function composed(key: string, parts: readonly Part[], locale: Locale): string | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length === 0) return undefined;
  const title = known.map((part) => part.title[locale]).join(' · ');
  const sources = known.flatMap((part) => part.sources);
  return [
    `# ${key} ${title}`,
    ...known.map((part) => part.meaning[locale]),
    section('specification', sourceList(sources), locale),
  ].join('\n\n');
}

/** A rule's page: what it finds, why it matters, an example and its near miss. */
export function rulePage(rule: Rule, { explanation, examples }: RulePage, locale: Locale): string {
  const messages = Object.values(rule.messages).map(
    (message) => `- ${fill(message[locale], {}, locale).replace(/\{(\w+)\}/g, '*$1*')}`,
  );
  return [
    `# ${rule.code}: ${rule.title[locale]}`,
    `${rule.category} · ${rule.severity}`,
    explanation[locale],
    messages.join('\n'),
    ...thresholdsOf(rule, locale),
    section('example', fence(examples.bad, 'smtp'), locale),
    `${word('after', locale)}:\n\n${fence(examples.good, 'smtp')}`,
    section('specification', sourceList(sourcesOf(rule)), locale),
  ].join('\n\n');
}

function thresholdsOf({ thresholds = [] }: Rule, locale: Locale): string[] {
  if (thresholds.length === 0) return [];
  const lines = thresholds.map((name) => {
    const { default: value, meaning } = THRESHOLDS[name];
    return `- \`thresholds.${name}\` (${value}): ${meaning[locale]}`;
  });
  return [section('thresholds', lines.join('\n'), locale)];
}
