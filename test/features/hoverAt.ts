/** The hover at a place of a transcript, for tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../server/src/features/hover';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import type { Locale } from '../../server/src/reference/entry';
import { reference } from '../../server/src/reference/texts';

/** A transcript of the workspace that the tests in the real editor open, too. */
export function sample(name: string): string {
  return readFileSync(join(process.cwd(), 'test/e2e/workspace/hovers', name), 'utf8');
}

export interface HoverRequest {
  /** The text of a transcript with the cursor as `‸`. */
  readonly at: string;
  readonly locale?: Locale;
  readonly commandLinks?: boolean;
}

/** The Markdown of the hover at the cursor; undefined where there is none. */
export function hoverAt({ at, locale = 'en', commandLinks = false }: HoverRequest): string | undefined {
  const offset = at.indexOf('‸');
  if (offset < 0) throw new Error('no cursor');
  const before = at.slice(0, offset).split('\n');
  const document = new ParsedDocument(at.replace('‸', ''));
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const found = hover(document, position, reference, { locale, commandLinks });
  return found === null ? undefined : (found.contents as MarkupContent).value;
}

/** Puts the cursor after the first character of the nth (from 1) occurrence of a text. */
export function cursor(text: string, on: string, nth = 1): string {
  let at = -1;
  for (let count = 0; count < nth; count++) at = text.indexOf(on, at + 1);
  if (at < 0) throw new Error(`${on} is not in the transcript`);
  return `${text.slice(0, at + 1)}‸${text.slice(at + 1)}`;
}

/** The paragraphs and lists under a bold heading. */
export function sectionOf(markdown: string, heading: string): string {
  const parts = markdown.split(/\n\n(?=\*\*[^*]+\*\*\n\n|---)/);
  return parts.find((part) => part.startsWith(`**${heading}**`)) ?? '';
}

/**
 * How many lines a person sees, in a hover of `columns` columns: list items and paragraphs wrapped, links as their text,
 * a character of Chinese two columns wide, the gap between two blocks half a line.
 */
export function renderedLines(markdown: string, columns: number): number {
  const blocks = markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').split(/\n\n+/);
  const lines = blocks.flatMap((block) => block.split('\n')).filter((line) => !/^```/.test(line));
  const wrapped = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
  return wrapped + (blocks.length - 1) / 2;
}

function widthOf(line: string): number {
  const plain = line.replace(/\*\*|`|\\(?=\W)/g, '').trim();
  return [...plain].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
}
