/** Hover in context: the answer first, then why here, then how to mend it; never longer than a screen. */
import type { Hover, Position } from 'vscode-languageserver-types';
import type { EnhancedCodeEntry, Entry, Locale, ReplyCodeEntry } from '../reference/entry';
import type { Reference } from '../reference/reference';
import { messageOf, noteOf } from '../rules/words';
import { readPath } from '../transcript/command';
import { replyText } from '../transcript/reply';
import { locate, type Reply, type ReplyLine, type Said, type Span } from '../transcript/transcript';
import { sourceLink } from './entryPage';
import { code, escapeMarkdown, firstBullets, firstSentence } from './markdown';
import type { Context, ParsedDocument } from './parsedDocument';
import { type Word, word } from './words';

export interface HoverOptions {
  readonly locale: Locale;
  /** The client opens reference entries when asked by its command; other editors get plain names. */
  readonly commandLinks: boolean;
}

/** What stands under the cursor: its place in the file and the entries that explain it. */
interface Target {
  readonly span: Span;
  readonly kind: 'reply-code' | 'enhanced-code' | 'word';
  readonly key: string;
}

/** The hover at a position; null where nothing is to be explained. */
export function hover(
  document: ParsedDocument,
  position: Position,
  reference: Reference,
  options: HoverOptions,
): Hover | null {
  const { line, column } = document.positions.place(position);
  for (const utterance of document.utterancesOn(line)) {
    if (utterance.speaker === 'tool') continue;
    const context = document.contextOf(utterance);
    if (context === undefined) continue;
    const target = context.role === 'reply' ? inReply(context, column, reference) : inCommand(utterance, column);
    if (target === undefined) continue;
    const value = render(document, target, context, reference, options);
    if (value !== undefined)
      return { contents: { kind: 'markdown', value }, range: document.positions.range(target.span) };
  }
  return null;
}

// --- what is under the cursor -------------------------------------------------------------------------------------

function inReply({ replyLine, step }: Context, column: number, reference: Reference): Target | undefined {
  const { said, text } = replyLine as ReplyLine;
  const codeSpan = locate(said, 0, 3);
  if (within(codeSpan, column)) return { span: codeSpan, kind: 'reply-code', key: said.text.slice(0, 3) };
  const enhanced = /^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)/.exec(text)?.[0];
  if (enhanced !== undefined) {
    const span = locate(said, 4, 4 + enhanced.length);
    if (within(span, column)) return { span, kind: 'enhanced-code', key: enhanced };
  }
  const hello = step.exchange.kind === 'command' && /^[EL]HLO$/.test(step.exchange.command.verb);
  const found = wordAt(said, column, 4);
  if (found === undefined) return undefined;
  const offered = hello || reference.term(found.key) !== undefined;
  return offered ? found : undefined;
}

function inCommand(said: Said, column: number): Target | undefined {
  return wordAt(said, column, 0);
}

/** The word of `said` under the column: letters, digits and hyphens. */
function wordAt(said: Said, column: number, from: number): Target | undefined {
  for (const match of said.text.slice(from, from + 1000).matchAll(/[A-Za-z0-9][A-Za-z0-9_-]*/g)) {
    const start = from + match.index;
    const span = locate(said, start, start + match[0].length);
    if (within(span, column)) return { span, kind: 'word', key: match[0] };
  }
  return undefined;
}

function within(span: Span, column: number): boolean {
  return span.start <= column && column <= span.end;
}

// --- what is said about it ----------------------------------------------------------------------------------------

function render(
  document: ParsedDocument,
  target: Target,
  context: Context,
  reference: Reference,
  options: HoverOptions,
): string | undefined {
  switch (target.kind) {
    case 'reply-code':
      return replyHover(document, Number(target.key), context, reference, options);
    case 'enhanced-code':
      return enhancedHover(document, target.key, context, reference, options);
    case 'word':
      return wordHover(document, target, context, reference, options);
    default:
      return target.kind satisfies never;
  }
}

function replyHover(
  document: ParsedDocument,
  replyCode: number,
  context: Context,
  reference: Reference,
  options: HoverOptions,
): string {
  const { locale } = options;
  const entry = reference.replyCode(replyCode);
  const key = String(replyCode);
  const parts = [entry === undefined ? digits(key, reference, locale) : headline(entry, locale)];
  parts.push(section('whyHere', why(document, context, locale), locale));
  const reply = context.reply;
  if (reply !== undefined) parts.push(...providerPart(reply, reference, options));
  if (entry !== undefined) parts.push(...codeSections(entry, reference, options));
  if (reply?.enhanced !== undefined) {
    const enhanced = reference.enhancedCode(reply.enhanced);
    if (enhanced !== undefined) {
      parts.push(`**${reply.enhanced}** ${enhanced.title[locale]} — ${firstSentence(enhanced.meaning[locale])}`);
    }
  }
  if (entry !== undefined) parts.push(footer(entry, reference, options));
  return join(parts);
}

function enhancedHover(
  document: ParsedDocument,
  sent: string,
  context: Context,
  reference: Reference,
  options: HoverOptions,
): string {
  const { locale } = options;
  const entry = reference.enhancedCode(sent);
  const { enhancedClasses, enhancedSubjects } = reference.data;
  const kind = enhancedClasses[sent.charAt(0)];
  const head =
    entry === undefined
      ? `**${sent}** ${enhancedSubjects[sent.split('.')[1] ?? '']?.title[locale] ?? ''}`
      : `**${sent}** ${entry.title[locale]} — ${entry.meaning[locale]}`;
  const parts = [head, kind === undefined ? '' : `*${kind.title[locale]}*: ${firstSentence(kind.meaning[locale])}`];
  parts.push(section('whyHere', why(document, context, locale), locale));
  if (context.reply !== undefined) parts.push(...providerPart(context.reply, reference, options));
  if (entry !== undefined) parts.push(...codeSections(entry, reference, options), footer(entry, reference, options));
  return join(parts);
}

function wordHover(
  document: ParsedDocument,
  target: Target,
  context: Context,
  reference: Reference,
  options: HoverOptions,
): string | undefined {
  const { locale } = options;
  const entry = entryForWord(target, context, reference);
  if (entry === undefined) return undefined;
  const parts = [headline(entry, locale)];
  if (entry.kind === 'verb') {
    parts.push(section('whyHere', why(document, context, locale), locale));
    parts.push(section('whenAllowed', firstSentence(entry.whenAllowed[locale]), locale));
    parts.push(`\`\`\`abnf\n${entry.syntax.trimEnd().split('\n').slice(0, 4).join('\n')}\n\`\`\``);
    parts.push(replyLine(entry.replies, options));
  }
  if (entry.kind === 'extension') parts.push(section('effect', entry.effect[locale], locale));
  if (entry.kind === 'parameter') {
    if (entry.limits !== undefined) parts.push(entry.limits[locale]);
    parts.push(`\`${entry.example.trimEnd().split('\n')[0]}\``);
  }
  parts.push(footer(entry, reference, options));
  return join(parts);
}

/** What a word means depends on where it stands: a verb first, then keyword, parameter, mechanism, term. */
function entryForWord({ key, span }: Target, context: Context, reference: Reference): Entry | undefined {
  const { step, role } = context;
  const upper = key.toUpperCase();
  if (role === 'reply') return reference.extension(upper) ?? reference.mechanism(upper) ?? reference.term(key);
  if (role !== 'command' || step.exchange.kind !== 'command') return undefined;
  const { command } = step.exchange;
  if (span.start === locate(command.said, 0, 1).start) return reference.verb(upper);
  if (command.verb === 'AUTH') return reference.mechanism(upper);
  if (command.verb !== 'MAIL' && command.verb !== 'RCPT') return undefined;
  const path = readPath(command);
  const parameter = path.parameters.find(({ start, end }) => {
    const place = locate(command.said, start, end);
    return place.start <= span.start && span.end <= place.end;
  });
  if (parameter !== undefined) return reference.parameter(parameter.key);
  if (upper === 'FROM') return reference.term('reverse-path');
  return upper === 'TO' && span.end <= locate(command.said, path.start, path.start).start
    ? reference.term('forward-path')
    : undefined;
}

function headline(entry: Entry, locale: Locale): string {
  const name = entry.kind === 'term' ? entry.title[locale] : `${entry.key} ${entry.title[locale]}`;
  return `**${name}** — ${entry.meaning[locale]}`;
}

function digits(key: string, reference: Reference, locale: Locale): string {
  const first = reference.data.firstDigits[key.charAt(0)];
  const second = reference.data.secondDigits[key.charAt(1)];
  return `**${key}** — ${first?.meaning[locale] ?? ''} ${second?.meaning[locale] ?? ''}`;
}

function providerPart(reply: Reply, reference: Reference, { locale }: HoverOptions): string[] {
  const entry = reference.providerReply(reply.code, reply.enhanced, replyText(reply));
  if (entry === undefined) return [];
  const source = entry.sources[0];
  const where = source === undefined ? '' : ` ${sourceLink(source)}`;
  return [`**${entry.provider}**: ${entry.meaning[locale]} ${entry.action[locale]}${where}`];
}

function codeSections(
  entry: ReplyCodeEntry | EnhancedCodeEntry,
  _reference: Reference,
  options: HoverOptions,
): string[] {
  const { locale } = options;
  const compared = (entry.compareWith ?? [])
    .slice(0, 3)
    .map(({ key, difference }) => `- ${refer(key, key, options)}: ${difference[locale]}`);
  return [
    section('howToFix', firstBullets(entry.howToFix[locale], 4), locale),
    section('whenYouSeeIt', firstBullets(entry.whenYouSeeIt[locale], 4), locale),
    section('compareWith', compared.join('\n'), locale),
  ];
}

function replyLine(
  replies: {
    readonly success: readonly number[];
    readonly intermediate: readonly number[];
    readonly failure: readonly number[];
  },
  options: HoverOptions,
): string {
  const kinds = ['success', 'intermediate', 'failure'] as const;
  return kinds
    .filter((kind) => replies[kind].length > 0)
    .map(
      (kind) =>
        `${word(kind, options.locale)} ${replies[kind]
          .slice(0, 8)
          .map((each) => refer(String(each), String(each), options))
          .join(' ')}`,
    )
    .join(' · ');
}

function footer(entry: Entry, reference: Reference, options: HoverOptions): string {
  const { locale } = options;
  const lines: string[] = [];
  const scenarios = 'scenarios' in entry && entry.scenarios !== undefined ? entry.scenarios.length : 0;
  if (scenarios > 0)
    lines.push(
      `${word('scenarios', locale)}: ${scenarios} · ${refer(entry.key, word('openReference', locale), options)}`,
    );
  else if (options.commandLinks) lines.push(refer(entry.key, word('openReference', locale), options));
  lines.push(`${word('specification', locale)}: ${entry.sources.slice(0, 4).map(sourceLink).join(', ')}`);
  const terms = (entry.glossary ?? []).slice(0, 5).flatMap((key) => {
    const term = reference.term(key);
    return term === undefined ? [] : [refer(key, term.title[locale], options)];
  });
  if (terms.length > 0) lines.push(`${word('glossary', locale)}: ${terms.join(', ')}`);
  const guides = (entry.guides ?? []).slice(0, 2).flatMap((key) => {
    const guide = reference.guide(key);
    return guide === undefined ? [] : [refer(`guide/${key}`, guide.title[locale], options)];
  });
  if (guides.length > 0) lines.push(`${word('guides', locale)}: ${guides.join(', ')}`);
  return `---\n\n${lines.join('  \n')}`;
}

function refer(key: string, name: string, { commandLinks }: HoverOptions): string {
  return commandLinks ? `[${name}](command:smtp.openReference?${encodeURIComponent(JSON.stringify([key]))})` : name;
}

// --- why here -----------------------------------------------------------------------------------------------------

function why(document: ParsedDocument, context: Context, locale: Locale): string {
  const lines = [
    ...aboutPairing(context, locale),
    ...aboutFindings(document, context, locale),
    ...aboutState(context, locale),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

function aboutPairing({ step, role, reply }: Context, locale: Locale): string[] {
  const { exchange } = step;
  if (role === 'reply') {
    if (exchange.kind === 'greeting') return [word('answersGreeting', locale)];
    if (exchange.kind === 'unasked') return [word('answersNothing', locale)];
    if (exchange.kind === 'message') return [word('answersMessage', locale, { line: exchange.data.lastLine + 1 })];
    if (exchange.kind === 'command') {
      const { said } = exchange.command;
      const shown = exchange.command.verb === 'AUTH' ? 'AUTH' : said.text;
      return [word('answers', locale, { command: code(shown, 80), line: said.line + 1 })];
    }
  }
  if (exchange.kind !== 'command' || role !== 'command') return [];
  const answer = reply ?? exchange.replies.at(-1);
  const first = answer?.lines[0];
  if (first === undefined) return [word('notAnswered', locale)];
  return [word('answeredBy', locale, { code: first.said.text.slice(0, 3), line: first.said.line + 1 })];
}

/** The findings that this exchange caused or suffers from, with the lines they point at. */
function aboutFindings(document: ParsedDocument, { step, session }: Context, locale: Locale): string[] {
  const lines: string[] = [];
  for (const finding of document.findings) {
    if (finding.session !== session || finding.problem.step !== step) continue;
    const notes = finding.problem.related
      .filter(({ span }) => span.line !== finding.problem.span.line)
      .slice(0, 3)
      .map((related) => `${word('line', locale)} ${related.span.line + 1}: ${escapeMarkdown(noteOf(related, locale))}`);
    lines.push(`**${escapeMarkdown(messageOf(finding, locale))}**${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`);
  }
  for (const fault of step.faults) {
    if (fault.type !== 'consequence') continue;
    const { said } = fault.cause.command;
    lines.push(`${word('line', locale)} ${said.line + 1}: ${code(said.text, 60)}`);
  }
  return lines.slice(0, 4);
}

function aboutState({ step }: Context, locale: Locale): string[] {
  const { hello, tls, auth, transaction } = step.before;
  const facts: string[] = [];
  if ('exchange' in hello) {
    const { verb, said } = hello.exchange.command;
    facts.push(word('stateHello', locale, { verb, line: said.line + 1 }));
  } else if (hello.kind === 'none') facts.push(word('stateNoHello', locale));
  if (tls !== 'unknown') facts.push(word(tls === 'active' ? 'stateTls' : 'stateNoTls', locale));
  if (auth.kind === 'done') facts.push(word('stateAuth', locale));
  const lines = facts.length === 0 ? [] : [word('state', locale, { state: facts.join(locale === 'en' ? ', ' : '，') })];
  if (transaction.kind !== 'open') return lines;
  const { mail, recipients, refusedRecipients } = transaction;
  const values = {
    from: escapeMarkdown(readPath(mail.command).address),
    line: mail.command.said.line + 1,
    accepted: recipients?.length ?? 0,
    refused: refusedRecipients?.length ?? 0,
  };
  return [...lines, word('transactionOpen', locale, values)];
}

function section(heading: Word, text: string, locale: Locale): string {
  return text === '' ? '' : `**${word(heading, locale)}**\n\n${text}`;
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}
