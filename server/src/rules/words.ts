import type { Locale, Localized } from '../reference/entry';
import type { Finding } from './judge';
import { FIX_TITLES, type Fix, fill, RELATED_NOTES, type Related } from './rule';

/** The message of a finding in the reader's language. */
export function messageOf({ rule, problem }: Pick<Finding, 'rule' | 'problem'>, locale: Locale): string {
  const message = rule.messages[problem.variant] ?? rule.title;
  return fill(message[locale], problem.values, locale);
}

/** The note beside a related line. */
export function noteOf({ note, values }: Related, locale: Locale): string {
  const template: Localized = RELATED_NOTES[note];
  return fill(template[locale], values ?? {}, locale);
}

/** The title of a quick fix. */
export function titleOf({ title, values }: Fix, locale: Locale): string {
  const template: Localized = FIX_TITLES[title];
  return fill(template[locale], values, locale);
}

/** The nearest language that we have for a BCP 47 tag. */
export function localeOf(tag: string | undefined): Locale {
  return /^zh(?![a-z])/i.test(tag ?? '') ? 'zh-cn' : 'en';
}
