/** Hovers of words: verbs, EHLO keywords, parameters, SASL mechanisms, terms. */
import type {
  AuthMechanismEntry,
  Entry,
  ExtensionEntry,
  GlossaryEntry,
  ParameterEntry,
  VerbEntry,
} from '../../reference/entry';
import type { Reference } from '../../reference/reference';
import { type Parameter, readPath } from '../../transcript/command';
import { readOffers } from '../../transcript/offers';
import type { Session, Step } from '../../transcript/reader';
import { type CommandExchange, locate } from '../../transcript/transcript';
import { code, firstSentence } from '../markdown';
import type { ParsedDocument } from '../parsedDocument';
import type { Context } from '../stretch';
import { word } from '../words';
import { bullets, footer, type HoverOptions, headline, join, refer, section } from './layout';
import { phrase, sentences } from './phrases';
import type { Target } from './target';
import { findingsOn, whyCommand } from './whyHere';

/** The hover of a word that a command or a reply to EHLO has. */
export function wordHover(
  target: Target,
  document: ParsedDocument,
  context: Context,
  reference: Reference,
  options: HoverOptions,
): string | undefined {
  const found = entryForWord(target, context, reference);
  if (found === undefined) return undefined;
  const { entry, parameter } = found;
  switch (entry.kind) {
    case 'verb':
      return verbHover(entry, document, context, reference, options);
    case 'extension':
      return extensionHover(entry, context, reference, options);
    case 'parameter':
      return parameterHover(entry, parameter, document, context, reference, options);
    case 'auth-mechanism':
      return mechanismHover(entry, document, context, reference, options);
    case 'term':
      return termHover(entry, reference, options);
    default:
      return undefined;
  }
}

interface Found {
  readonly entry: Entry;
  /** Where it is a parameter of MAIL or RCPT: with its value. */
  readonly parameter?: Parameter;
}

/** What a word means depends on where it stands: a verb first, then keyword, parameter, mechanism. Addresses mean nothing. */
function entryForWord({ key, span }: Target, { step, role }: Context, reference: Reference): Found | undefined {
  const only = (entry: Entry | undefined) => (entry === undefined ? undefined : { entry });
  if (role === 'reply') return only(reference.extension(key) ?? reference.mechanism(key));
  if (role !== 'command' || step.exchange.kind !== 'command') return undefined;
  const { command } = step.exchange;
  if (span.start === locate(command.said, 0, 1).start) return only(reference.verb(key));
  if (command.verb === 'AUTH') {
    const isFirst = span.start === locate(command.said, command.verb.length + 1, command.verb.length + 2).start;
    return isFirst ? only(reference.mechanism(key)) : undefined;
  }
  if (command.verb !== 'MAIL' && command.verb !== 'RCPT') return undefined;
  const path = readPath(command);
  const parameter = path.parameters.find(({ start, end }) => {
    const place = locate(command.said, start, end);
    return place.start <= span.start && span.end <= place.end;
  });
  if (parameter !== undefined) {
    const entry = reference.parameter(parameter.key);
    return entry === undefined ? undefined : { entry, parameter };
  }
  if (span.end > locate(command.said, path.start, path.start).start) return undefined;
  const upper = key.toUpperCase();
  return only(
    upper === 'FROM' ? reference.term('reverse-path') : upper === 'TO' ? reference.term('forward-path') : undefined,
  );
}

function verbHover(
  entry: VerbEntry,
  document: ParsedDocument,
  context: Context,
  reference: Reference,
  options: HoverOptions,
): string {
  const { locale } = options;
  return join([
    headline(`${entry.key} ${entry.title[locale]}`, entry.meaning[locale]),
    section('whyHere', bullets(whyCommand(document, context, locale)), locale),
    section('whenAllowed', firstSentence(entry.whenAllowed[locale]), locale),
    abnf(entry.syntax),
    replies(entry, options),
    footer({ entry }, reference, options),
  ]);
}

function replies({ replies: all }: VerbEntry, options: HoverOptions): string {
  const kinds = ['success', 'intermediate', 'failure'] as const;
  return kinds
    .filter((kind) => all[kind].length > 0)
    .map(
      (kind) =>
        `${word(kind, options.locale)} ${all[kind].map((each) => refer(String(each), String(each), options)).join(' ')}`,
    )
    .join(' · ');
}

function extensionHover(entry: ExtensionEntry, context: Context, reference: Reference, options: HoverOptions): string {
  const { locale } = options;
  const { exchange } = context.step;
  const here = exchange.kind === 'command' ? offeredHere(entry, exchange, context, reference, options) : [];
  return join([
    headline(`${entry.key} ${entry.title[locale]}`, entry.meaning[locale]),
    section('whyHere', bullets(here), locale),
    section('effect', entry.effect[locale], locale),
    footer({ entry }, reference, options),
  ]);
}

/** What this server said with the keyword, and whether the client made use of it. */
function offeredHere(
  entry: ExtensionEntry,
  hello: CommandExchange,
  { session, step }: Context,
  reference: Reference,
  { locale }: HoverOptions,
): string[] {
  const { verb, said } = hello.command;
  const offer = readOffers(hello).get(entry.key);
  const lines = [phrase('offeredOn', locale, { verb, line: said.line + 1 })];
  if (entry.key === 'SIZE') lines.unshift(limit(offer?.parameters[0], locale));
  if (entry.key === 'AUTH' && step.before.tls === 'none') {
    const unsafe = (offer?.parameters ?? []).filter((name) => reference.mechanism(name)?.safeWithoutTls === false);
    if (unsafe.length > 0)
      lines.push(phrase('readableWithoutTls', locale, { mechanisms: unsafe.map((name) => code(name, 40)).join(' ') }));
  }
  const used = usesOf(entry, session);
  if (used.length > 0) lines.push(phrase('usedOn', locale, { lines: used.slice(0, 5).join(', ') }));
  else if (entry.verbs.length + entry.parameters.length > 0) lines.push(phrase('notUsed', locale));
  return lines;
}

function limit(octets: string | undefined, locale: 'en' | 'zh-cn'): string {
  const number = /^\d{1,20}$/.test(octets ?? '') ? Number(octets) : 0;
  if (number === 0) return phrase('sizeOpen', locale);
  return phrase('sizeLimit', locale, { octets: grouped(number), mebibytes: (number / 1024 / 1024).toFixed(1) });
}

/** Digits in groups of three with narrow blanks, which no language misreads. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ' ');
}

/** 1-based lines of the commands and parameters that the extension allows. */
function usesOf({ verbs, parameters }: ExtensionEntry, session: Session): number[] {
  return session.steps.flatMap(({ exchange }: Step) => {
    if (exchange.kind !== 'command') return [];
    const { command } = exchange;
    const takesPath = command.verb === 'MAIL' || command.verb === 'RCPT';
    const used =
      verbs.includes(command.verb) ||
      (takesPath && readPath(command).parameters.some(({ key }) => parameters.includes(key)));
    return used ? [command.said.line + 1] : [];
  });
}

function parameterHover(
  entry: ParameterEntry,
  parameter: Parameter | undefined,
  document: ParsedDocument,
  context: Context,
  reference: Reference,
  options: HoverOptions,
): string {
  const { locale } = options;
  const { offers } = context.step.before;
  // BODY=BINARYMIME and BODY=8BITMIME need the extension of that name; BODY alone is of 8BITMIME.
  const named = parameter?.value === undefined ? undefined : reference.extension(parameter.value);
  const extension = named?.key ?? entry.extension;
  const offer = offers?.get(extension);
  const here: string[] = [];
  const isTold = findingsOn(document, context).some(({ rule }) => rule.category === 'extension');
  if (entry.key === 'SIZE' && /^\d{1,20}$/.test(parameter?.value ?? '')) {
    here.push(phrase('sizeDeclared', locale, { octets: grouped(Number(parameter?.value)) }));
    if (offer !== undefined) here.push(limit(offer.parameters[0], locale));
  }
  if (offer !== undefined) here.push(phrase('parameterOffered', locale, { extension, line: offer.line.said.line + 1 }));
  // After HELO and where the log does not show the reply nothing is known about offers, or the finding says it.
  else if (!isTold && offers !== undefined && extension !== '')
    here.push(phrase('parameterNotOffered', locale, { extension }));
  const answer = sentences(
    [
      entry.meaning[locale],
      named === undefined ? '' : `${named.key}${locale === 'en' ? ': ' : '：'}${firstSentence(named.meaning[locale])}`,
    ],
    locale,
  );
  return join([
    headline(`${entry.key} ${entry.title[locale]}`, answer),
    section('whyHere', bullets([...here, ...whyCommand(document, context, locale)].slice(0, 4)), locale),
    section('limits', entry.limits?.[locale] ?? '', locale),
    abnf(entry.valueSyntax),
    footer({ entry }, reference, options),
  ]);
}

function mechanismHover(
  entry: AuthMechanismEntry,
  document: ParsedDocument,
  context: Context,
  reference: Reference,
  options: HoverOptions,
): string {
  const { locale } = options;
  const { tls } = context.step.before;
  const here: string[] = [];
  if (!entry.safeWithoutTls && tls !== 'unknown')
    here.push(phrase(tls === 'active' ? 'safeInTls' : 'notSafeHere', locale));
  const rest = context.role === 'command' ? whyCommand(document, context, locale, { state: false }) : [];
  return join([
    headline(`${entry.key} ${entry.title[locale]}`, entry.meaning[locale]),
    section('whyHere', bullets([...here, ...rest].slice(0, 4)), locale),
    footer({ entry }, reference, options),
  ]);
}

/** The hover of a term in a reply's text or in a line of the tool. */
export function termHover(entry: GlossaryEntry, reference: Reference, options: HoverOptions): string {
  const { locale } = options;
  const rest = entry.text[locale].slice(entry.meaning[locale].length).trim();
  return join([headline(entry.title[locale], entry.meaning[locale]), rest, footer({ entry }, reference, options)]);
}

function abnf(syntax: string): string {
  if (syntax === '') return '';
  return `\`\`\`abnf\n${syntax.trimEnd().split('\n').slice(0, 3).join('\n')}\n\`\`\``;
}
