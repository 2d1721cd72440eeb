import type { Source } from '../reference/entry';

/** A section or an appendix of an RFC, as the source of a rule. */
/* @__NO_SIDE_EFFECTS__ */
export function rfc(number: number, section: string): Source {
  const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`;
  return {
    document: `RFC ${number}`,
    section,
    url: `https://www.rfc-editor.org/rfc/rfc${number}.html#${anchor}`,
  };
}
