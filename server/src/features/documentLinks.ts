import type { DocumentLink } from 'vscode-languageserver-types';
import type { Reference } from '../reference/reference';
import { replyText } from '../transcript/reply';
import { locate } from '../transcript/transcript';
import type { ParsedDocument } from './parsedDocument';

/** Addresses of web pages and mentions of RFCs, in any line; the vendor's page behind a code that is the vendor's own. */
export function documentLinks(document: ParsedDocument, reference: Reference): DocumentLink[] {
  const links: DocumentLink[] = vendorPages(document, reference);
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

/** What is no service with pages for those whom it refuses: its replies are explained by the hover. */
const SOFTWARE: ReadonlySet<string> = new Set([
  ...['Postfix', 'Exim', 'Sendmail', 'Dovecot'],
  ...['Greylisting', 'Postgrey', 'milter-greylist'],
]);

/** Of each refusal that a provider explains itself: from its enhanced code, else from its code, to the page. */
function vendorPages(document: ParsedDocument, reference: Reference): DocumentLink[] {
  return document.transcript.sessions.flatMap(({ steps }) =>
    steps.flatMap(({ exchange }) => {
      const replies = 'replies' in exchange ? exchange.replies : [];
      return replies.flatMap((reply) => {
        const first = reply.lines[0];
        if (reply.code < 400 || first === undefined) return [];
        const entry = reference.providerReply(reply.code, reply.enhanced, replyText(reply));
        const target = entry?.sources[0]?.url;
        if (entry === undefined || target === undefined || SOFTWARE.has(entry.provider)) return [];
        const [start, end] = reply.enhanced === undefined ? [0, 3] : [4, 4 + reply.enhanced.length];
        const range = document.positions.range(locate(first.said, start, end));
        return [{ range, target, tooltip: `${entry.provider}: ${entry.sources[0]?.document ?? ''}` }];
      });
    }),
  );
}
