/** Hovers of reply codes and enhanced status codes. */
import type { EnhancedCodeEntry, Localized, ProviderReplyEntry, ReplyCodeEntry } from '../../reference/entry';
import type { Reference } from '../../reference/reference';
import type { Finding } from '../../rules/judge';
import { messageOf } from '../../rules/words';
import { replyText } from '../../transcript/reply';
import type { Reply } from '../../transcript/transcript';
import { code, escapeMarkdown, firstSentence } from '../markdown';
import type { ParsedDocument } from '../parsedDocument';
import type { Context } from '../stretch';
import { bullets, comparisons, fitted, footer, type HoverOptions, headline, itemsOf, join, section } from './layout';
import { type OauthError, oauthErrorOf, tokenRefused } from './oauthError';
import { phrase, sentences } from './phrases';
import { findingsOn, firstRefusal, orderFinding, whyReply } from './whyHere';

/** All that the parts of one hover are chosen by. */
interface Case {
  readonly document: ParsedDocument;
  readonly context: Context;
  readonly reference: Reference;
  readonly options: HoverOptions;
  readonly reply: Reply;
  readonly enhanced: EnhancedCodeEntry | undefined;
  readonly provider: ProviderReplyEntry | undefined;
  /** What broke the order, when that is what the reply is about. */
  readonly order: Finding | undefined;
  readonly oauth: OauthError | undefined;
}

/** The hover of three digits: what the reply means here. */
export function replyHover(
  document: ParsedDocument,
  context: Context,
  reference: Reference,
  options: HoverOptions,
): string | undefined {
  const here = caseOf(document, context, reference, options);
  if (here === undefined) return undefined;
  const { reply, oauth } = here;
  const { locale } = options;
  const entry = reference.replyCode(reply.code);
  const key = String(reply.code);
  if (entry === undefined) return join([digits(key, reference, options), section('whyHere', why(here), locale)]);
  const comparable = entry.compareWith ?? [];
  const seen = oauth === undefined ? itemsOf(entry.whenYouSeeIt[locale]) : [];
  const advice = fixes(here, entry);
  return fitted((detail) =>
    join([
      headline(`${key} ${entry.title[locale]}`, answer(here, entry)),
      enhancedLine(here),
      section('whyHere', why(here), locale),
      section('howToFix', bullets(advice.slice(0, detail.advice)), locale),
      section('whenYouSeeIt', bullets(seen.slice(0, detail.situations)), locale),
      section(
        'compareWith',
        comparisons(comparable.slice(0, detail.comparisons), (each) => each, options),
        locale,
      ),
      footer({ entry, about: about(here) }, reference, options),
    ]),
  );
}

/** The hover of `5.7.26`. */
export function enhancedHover(
  sent: string,
  document: ParsedDocument,
  context: Context,
  reference: Reference,
  options: HoverOptions,
): string | undefined {
  const here = caseOf(document, context, reference, options);
  if (here === undefined) return undefined;
  const { enhancedClasses, enhancedSubjects } = reference.data;
  const { locale } = options;
  const { provider } = here;
  const entry = reference.enhancedCode(sent);
  const kind = enhancedClasses[sent.charAt(0)];
  const subject = enhancedSubjects[sent.split('.')[1] ?? ''];
  const classLine =
    kind === undefined
      ? ''
      : `${kind.title[locale]}${locale === 'en' ? '. ' : '。'}${firstSentence(kind.meaning[locale])}`;
  const said = provider === undefined ? '' : byProvider(provider, options);
  if (entry === undefined) {
    const name = subject === undefined ? sent : `${sent} ${subject.title[locale]}`;
    return join([
      headline(name, sentences([said, subject?.meaning[locale] ?? ''], locale)),
      classLine,
      section('whyHere', why(here), locale),
    ]);
  }
  const shown = (key: string) => key.replace(/^X(?=\.)/, sent.charAt(0));
  const comparable = entry.compareWith ?? [];
  const seen = itemsOf(entry.whenYouSeeIt[locale]);
  const advice = provider === undefined ? itemsOf(entry.howToFix[locale]) : [provider.action[locale]];
  return fitted((detail) =>
    join([
      headline(`${sent} ${entry.title[locale]}`, said === '' ? entry.meaning[locale] : said),
      said === '' ? classLine : entry.meaning[locale],
      section('whyHere', why(here), locale),
      section('howToFix', bullets(advice.slice(0, detail.advice)), locale),
      section('whenYouSeeIt', bullets(seen.slice(0, detail.situations)), locale),
      section('compareWith', comparisons(comparable.slice(0, detail.comparisons), shown, options), locale),
      footer({ entry, about: about(here) }, reference, options),
    ]),
  );
}

function caseOf(
  document: ParsedDocument,
  context: Context,
  reference: Reference,
  options: HoverOptions,
): Case | undefined {
  const { reply, step } = context;
  if (reply === undefined) return undefined;
  const { exchange } = step;
  return {
    document,
    context,
    reference,
    options,
    reply,
    enhanced: reply.enhanced === undefined ? undefined : reference.enhancedCode(reply.enhanced),
    provider: reference.providerReply(reply.code, reply.enhanced, replyText(reply)),
    order: reply.code >= 400 ? orderFinding(findingsOn(document, context)) : undefined,
    oauth: exchange.kind === 'command' ? oauthErrorOf(exchange, reply) : undefined,
  };
}

function why({ document, context, order, options: { locale } }: Case): string {
  return bullets(whyReply(document, context, order, locale));
}

/** What says more exactly what the reply is about. */
function about({ provider, enhanced, reply }: Case): (ProviderReplyEntry | EnhancedCodeEntry)[] {
  const particular = enhanced !== undefined && decides(enhanced, reply) ? [enhanced] : [];
  return provider === undefined ? particular : [provider, ...particular];
}

// --- the answer ---------------------------------------------------------------------------------------------------

/** What the reply means here, the most particular thing that is known about it. */
function answer(here: Case, entry: ReplyCodeEntry): string {
  const { order, oauth, provider, enhanced, reply, context, options } = here;
  const { locale } = options;
  if (order !== undefined) return `${escapeMarkdown(messageOf(order, locale))}${locale === 'en' ? '.' : '。'}`;
  if (oauth !== undefined) return tokenRefused(oauth, options);
  if (provider !== undefined) return byProvider(provider, options);
  if (isTaken(context, reply)) {
    const id = queueId(replyText(reply));
    const known = id === undefined ? '' : phrase('queueId', locale, { id: code(id, 40) });
    return sentences([phrase('takenOver', locale), known], locale);
  }
  return enhanced !== undefined && decides(enhanced, reply) ? enhanced.meaning[locale] : entry.meaning[locale];
}

function byProvider({ provider, meaning }: ProviderReplyEntry, { locale }: HoverOptions): string {
  return locale === 'en' ? `${provider}: ${meaning.en}` : `${provider}：${meaning['zh-cn']}`;
}

/** 2yz to a whole message: the server answers for it from now on (RFC 5321 §4.2.5). */
function isTaken({ step: { exchange } }: Context, { code: number }: Reply): boolean {
  if (number < 200 || number > 299) return false;
  if (exchange.kind === 'message') return true;
  return (
    exchange.kind === 'command' && exchange.command.verb === 'BDAT' && /\bLAST\s*$/i.test(exchange.command.argument)
  );
}

/** The name that the server gave the message, where it says it in one of the usual ways. */
function queueId(text: string): string | undefined {
  return /(?:\bqueued as |\bqueued mail for delivery \(|\bid=|\bQueued \()([\w.-]{4,60})/i.exec(text)?.[1];
}

/** Codes that say little themselves: what it is about stands in the enhanced code. */
const GENERAL: ReadonlySet<number> = new Set([450, 451, 452, 501, 550, 552, 553, 554]);

/** The enhanced code answers the question better than the basic one. */
function decides(enhanced: EnhancedCodeEntry, { code: number }: Reply): boolean {
  return GENERAL.has(number) && isParticular(enhanced);
}

/** Its detail says more than "other or undefined". */
function isParticular({ key }: EnhancedCodeEntry): boolean {
  return !key.endsWith('.0') && key !== 'X.5.1' && key !== 'X.7.1';
}

/** The enhanced code in one line, when the first line of the hover has not said it. */
function enhancedLine({ enhanced, reply, order, provider, options: { locale } }: Case): string {
  if (enhanced === undefined || reply.enhanced === undefined || order !== undefined) return '';
  if (enhanced.key.endsWith('.0') || (provider !== undefined && !isParticular(enhanced))) return '';
  const name = `**${reply.enhanced}** ${enhanced.title[locale]}`;
  const told = provider !== undefined || decides(enhanced, reply);
  return told ? name : `${name} — ${firstSentence(enhanced.meaning[locale])}`;
}

function digits(key: string, reference: Reference, { locale }: HoverOptions): string {
  const meaning = (digit: { readonly meaning: Localized } | undefined) => digit?.meaning[locale] ?? '';
  const { firstDigits, secondDigits } = reference.data;
  return headline(key, sentences([meaning(firstDigits[key.charAt(0)]), meaning(secondDigits[key.charAt(1)])], locale));
}

// --- how to fix ---------------------------------------------------------------------------------------------------

/** The most particular advice first; general advice only where there is none. */
function fixes(here: Case, entry: ReplyCodeEntry): string[] {
  const { order, oauth, provider, enhanced, reply, context, options } = here;
  const { locale } = options;
  const general = itemsOf(entry.howToFix[locale]);
  if (oauth !== undefined) return [phrase('tokenAction', locale)];
  if (order !== undefined) {
    const first = mendFirst(here, order);
    const particular = provider === undefined ? [] : [provider.action[locale]];
    return [...first, ...particular, ...general].slice(0, first.length > 0 ? 3 : 4);
  }
  if (provider !== undefined) return [provider.action[locale]];
  if (isTaken(context, reply)) return general.slice(-1);
  if (enhanced !== undefined && decides(enhanced, reply)) {
    const particular = itemsOf(enhanced.howToFix[locale]).slice(0, 3);
    return particular.length > 1 ? particular : [...particular, ...general].slice(0, 3);
  }
  return general.slice(0, 4);
}

function mendFirst({ document, context, reference, options: { locale } }: Case, order: Finding): string[] {
  const refusal = firstRefusal(document, context, order);
  const first = refusal?.lines[0];
  if (refusal === undefined || first === undefined) return [];
  const known = refusal.enhanced === undefined ? undefined : reference.enhancedCode(refusal.enhanced);
  const title = known?.title ?? reference.replyCode(refusal.code)?.title;
  const what = `${refusal.code}${refusal.enhanced === undefined ? '' : ` ${refusal.enhanced}`}${title === undefined ? '' : ` ${title[locale]}`}`;
  const advice = known === undefined ? '' : firstSentence(itemsOf(known.howToFix[locale])[0] ?? '');
  return [sentences([phrase('mendFirst', locale, { line: first.said.line + 1, what }), advice], locale)];
}
