/** What stands under the cursor: its place in the file and the key under which the reference may know it. */
import type { Reference } from '../../reference/reference';
import { isOnlyOffer } from '../../transcript/offers';
import { type Located, locate, type ReplyLine, type Said, type Span, type Told } from '../../transcript/transcript';
import type { Place } from '../positions';
import type { Context } from '../stretch';

export interface Target {
  readonly span: Span;
  readonly kind: 'reply-code' | 'enhanced-code' | 'word' | 'term';
  readonly key: string;
}

/** In a reply: its code, its enhanced code, a keyword of EHLO, a term of the glossary in the text. */
export function targetInReply({ replyLine, step }: Context, place: Place, reference: Reference): Target | undefined {
  const { said, text } = replyLine as ReplyLine;
  const codeSpan = locate(said, 0, 3);
  if (within(codeSpan, place)) return { span: codeSpan, kind: 'reply-code', key: said.text.slice(0, 3) };
  const enhanced = /^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)/.exec(text)?.[0];
  if (enhanced !== undefined) {
    const span = locate(said, 4, 4 + enhanced.length);
    if (within(span, place)) return { span, kind: 'enhanced-code', key: enhanced };
  }
  const { exchange } = step;
  const isOffer =
    exchange.kind === 'command' &&
    /^[EL]HLO$/.test(exchange.command.verb) &&
    (exchange.replies.at(-1)?.lines[0].said !== said || isOnlyOffer(replyLine as ReplyLine));
  return isOffer ? wordAt(said, place, 4) : termAt(said, place, 4, reference);
}

/** In a command: a word. */
export function targetInCommand(said: Said, place: Place): Target | undefined {
  return wordAt(said, place, 0);
}

/** In a line of the tool: a TLS version, a cipher suite, or a term of the glossary. */
export function targetInTool(told: Told, place: Place, reference: Reference): Target | undefined {
  for (const match of told.text.slice(0, LONGEST).matchAll(/[A-Za-z0-9][\w.-]*/g)) {
    const span = locate(told, match.index, match.index + match[0].length);
    if (!within(span, place)) continue;
    const key = tlsTerm(match[0]);
    if (key !== undefined) return { span, kind: 'term', key };
  }
  return termAt(told, place, 0, reference);
}

/** TLSv1.3, TLS1.2, SSLv3; TLS_AES_256_GCM_SHA384, ECDHE-RSA-AES256-GCM-SHA384. */
function tlsTerm(word: string): string | undefined {
  if (/^TLSv?1\.3$/i.test(word)) return 'tls-1-3';
  if (/^(?:TLSv?1(?:\.[0-2])?|SSLv[23])$/i.test(word)) return 'tls-versions';
  if (/^(?:TLS_|(?:EC)?DHE-|AES|CHACHA20)[\w-]{5,60}$/i.test(word)) return 'cipher-suite';
  return undefined;
}

/** The word at the place: letters, digits and hyphens. */
function wordAt(said: Said, place: Place, from: number): Target | undefined {
  for (const match of said.text.slice(from, from + LONGEST).matchAll(/[A-Za-z0-9][A-Za-z0-9_-]*/g)) {
    const start = from + match.index;
    const span = locate(said, start, start + match[0].length);
    if (within(span, place)) return { span, kind: 'word', key: match[0] };
  }
  return undefined;
}

/** The longest run of words around the place that the glossary knows. Addresses, hosts and links are no words. */
function termAt(
  located: Located & { readonly text: string },
  place: Place,
  from: number,
  reference: Reference,
): Target | undefined {
  const words: { readonly text: string; readonly start: number; readonly end: number }[] = [];
  for (const match of located.text.slice(from, from + LONGEST).matchAll(/[^\s<>()[\]{},;:"']+/g)) {
    const text = match[0].replace(/[.!?]+$/, '');
    const start = from + match.index;
    words.push({ text: /[@./\\=]/.test(text) ? '' : text.toLowerCase(), start, end: start + text.length });
  }
  const at = words.findIndex(({ start, end }) => within(locate(located, start, end), place));
  for (let count = Math.min(MOST_WORDS, words.length); count > 0 && at >= 0; count--) {
    for (let first = Math.max(0, at - count + 1); first <= at; first++) {
      const run = words.slice(first, first + count);
      if (run.length < count || run.some(({ text }) => text === '')) continue;
      const term = reference.term(run.map(({ text }) => text).join(' '));
      const [begin, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
      if (term !== undefined) return { span: locate(located, begin, end), kind: 'term', key: term.key };
    }
  }
  return undefined;
}

export function within(span: Span, { line, column }: Place): boolean {
  return span.line === line && span.start <= column && column <= span.end;
}

/** Words of the longest name in the glossary that texts of servers hold. */
const MOST_WORDS = 4;
/** Characters of a line that are looked at. */
const LONGEST = 1000;
