import type { DocumentLink } from 'vscode-languageserver-types';
import type { Reference } from '../reference/reference';
import { linesOf } from '../transcript/lines';
import type { Session } from '../transcript/reader';
import { replyText } from '../transcript/reply';
import { locate, type Span } from '../transcript/transcript';
import type { ParsedDocument } from './parsedDocument';

/** Addresses of web pages and mentions of RFCs, in any line; the vendor's page behind a code that is the vendor's own. */
export function documentLinks(document: ParsedDocument, reference: Reference): DocumentLink[] {
  const links = document.transcript.sessions.flatMap((session) =>
    document.made('vendor pages', session, () => vendorPages(document, session, reference)),
  );
  for (const { key, text, firstLine } of document.content.parts()) {
    let mentions = MENTIONS.get(key);
    if (mentions === undefined) {
      mentions = mentionsIn(text);
      MENTIONS.set(key, mentions);
    }
    for (const { span, target } of mentions) {
      links.push({ range: document.positions.range({ ...span, line: firstLine + span.line }), target });
    }
  }
  return links;
}

/** An address or an RFC that a line names, and where it leads to. */
interface Mention {
  readonly span: Span;
  readonly target: string;
}

/** Of parts of texts, which an edit leaves alone but for one. */
const MENTIONS = new WeakMap<object, readonly Mention[]>();

function mentionsIn(text: string): readonly Mention[] {
  if (!/http|rfc/i.test(text)) return [];
  return linesOf(text).flatMap(({ number: line, text }) => {
    const looked = text.slice(0, LONGEST);
    if (!/http|rfc/i.test(looked)) return [];
    return [...looked.matchAll(LINK)].map((match) => {
      const rfc = match.groups?.rfc;
      const section = match.groups?.section;
      const shown = rfc === undefined ? match[0].replace(/[.,;:)\]]+$/, '') : match[0];
      const target =
        rfc === undefined
          ? shown
          : `https://www.rfc-editor.org/rfc/rfc${rfc}.html${section === undefined ? '' : `#section-${section}`}`;
      return { span: { line, start: match.index, end: match.index + shown.length }, target };
    });
  });
}

/** Longer lines are no dialogue; what they hold is not looked through. */
const LONGEST = 4000;

const LINK =
  /https?:\/\/[^\s<>"'`\\]{3,2000}|\bRFC[ -]?(?<rfc>\d{3,5})(?:,? (?:section|sec\.?|§) ?(?<section>\d{1,2}(?:\.\d{1,2}){0,5}))?/gi;

/** What is no service with pages for those whom it refuses: its replies are explained by the hover. */
const SOFTWARE: ReadonlySet<string> = new Set([
  ...['Postfix', 'Exim', 'Sendmail', 'Dovecot'],
  ...['Greylisting', 'Postgrey', 'milter-greylist'],
]);

/** Of each refusal that a provider explains itself: from its enhanced code, else from its code, to the page. */
function vendorPages(document: ParsedDocument, { steps }: Session, reference: Reference): DocumentLink[] {
  return steps.flatMap(({ exchange }) => {
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
  });
}
