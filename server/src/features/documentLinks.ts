import type { DocumentLink } from 'vscode-languageserver-types';
import type { ParsedDocument } from './parsedDocument';

/** Addresses of web pages and mentions of RFCs, in any line. */
export function documentLinks(document: ParsedDocument): DocumentLink[] {
  const links: DocumentLink[] = [];
  const count = document.lineStarts().length;
  for (let line = 0; line < count; line++) {
    const text = document.lineText(line).slice(0, 4000);
    if (!text.includes('http') && !/rfc/i.test(text)) continue;
    for (const match of text.matchAll(LINK)) {
      const rfc = match.groups?.rfc;
      const section = match.groups?.section;
      const shown = rfc === undefined ? match[0].replace(/[.,;:)\]]+$/, '') : match[0];
      const target =
        rfc === undefined
          ? shown
          : `https://www.rfc-editor.org/rfc/rfc${rfc}.html${section === undefined ? '' : `#section-${section}`}`;
      links.push({
        range: document.positions.range({ line, start: match.index, end: match.index + shown.length }),
        target,
      });
    }
  }
  return links;
}

const LINK =
  /https?:\/\/[^\s<>"'`\\]{3,2000}|\bRFC[ -]?(?<rfc>\d{3,5})(?:,? (?:section|sec\.?|§) ?(?<section>\d{1,2}(?:\.\d{1,2}){0,5}))?/gi;
