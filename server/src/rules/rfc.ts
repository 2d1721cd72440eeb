import type { Source } from '../reference/entry';
import type { Rule } from './rule';

/** The sources of a rule, written out. */
export function sourcesOf({ sources }: Pick<Rule, 'sources'>): Source[] {
  return sources.map((source) => ('rfc' in source ? rfc(source.rfc, source.section) : source));
}

/** A section or an appendix of an RFC. */
export function rfc(number: number, section: string): Source {
  const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`;
  return {
    document: `RFC ${number}`,
    section,
    url: `https://www.rfc-editor.org/rfc/rfc${number}.html#${anchor}`,
  };
}
