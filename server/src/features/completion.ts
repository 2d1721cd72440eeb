/** Completion: what is legal here first, the rest with the reason why not; in the file's own dialect. */
import { type CompletionItem, CompletionItemKind, type Position, type Range } from 'vscode-languageserver-types';
import type { Locale } from '../reference/entry';
import { ruleByCode } from '../rules';
import { successReply } from '../rules/repairs';
import { canonical } from '../transcript/dialects';
import type { Dialect } from '../transcript/dialects/dialect';
import { lineLike } from '../transcript/peel';
import type { Session, Step } from '../transcript/reader';
import { advance, newSession, type SessionState } from '../transcript/session';
import { type CommandExchange, locate, type Said } from '../transcript/transcript';
import { namesIn } from './lookup';
import type { ParsedDocument } from './parsedDocument';
import { sessionSnippets } from './sessionSnippets';
import { word } from './words';

/** Typing one of these asks for completion. */
export const TRIGGERS: readonly string[] = [' ', ':', '<', '='];

/** What the client can do with items. */
export interface CompletionClient {
  readonly snippets: boolean;
  /** It brings snippets of its own for the canonical format. */
  readonly ours: boolean;
}

/** What an item needs to get its documentation later. */
export interface CompletionData {
  readonly key: string;
}

/** The state of the session at a line, and the command that waits for its reply. */
interface Moment {
  readonly state: SessionState;
  readonly pending: CommandExchange | undefined;
  readonly inData: boolean;
  /** No session is open. */
  readonly between: boolean;
  /** The said line above, to write like. */
  readonly like: Said | undefined;
}

export function completion(
  document: ParsedDocument,
  position: Position,
  locale: Locale,
  client: CompletionClient,
): CompletionItem[] {
  const dialect = dialectOf(document);
  if (dialect === undefined) return [];
  const { line, column } = document.positions.place(position);
  const moment = momentAt(document, line);
  const here = document
    .utterancesOn(line)
    .find((each): each is Said => each.speaker !== 'tool' && column >= each.start);
  if (here !== undefined) {
    const typed = here.text.slice(0, Math.max(0, column - here.start));
    return here.speaker === 'client'
      ? clientItems(document, moment, typed, placeOf(document, here, typed), locale)
      : replyItems(moment, typed, wholeOf(document, here), locale);
  }
  return wholeLines(document, moment, dialect, { line, column }, locale, client);
}

/** The format of the file; of one without a word our own. */
function dialectOf(document: ParsedDocument): Dialect | undefined {
  return document.transcript.detection.dialect ?? (document.text.trim() === '' ? canonical : undefined);
}

/** A client or server line from its beginning, prefix included; between sessions a whole one. */
function wholeLines(
  document: ParsedDocument,
  moment: Moment,
  dialect: Dialect,
  { line, column }: { readonly line: number; readonly column: number },
  locale: Locale,
  client: CompletionClient,
): CompletionItem[] {
  const typed = document.lineText(line).slice(0, column);
  if (typed.trim() !== '' && !/^[CS]:?$/i.test(typed.trim())) return [];
  const range = document.positions.range({ line, start: 0, end: column });
  const model = moment.like === undefined ? undefined : document.peeled(moment.like.line);
  const write = (speaker: 'client' | 'server', text: string) => {
    const written = dialect.write(speaker, text, model);
    return model === undefined ? written : lineLike(model, document.detectionAt(model.line.number).peelers, written);
  };
  const written =
    (speaker: 'client' | 'server') =>
    (item: CompletionItem): CompletionItem => {
      const newText = write(speaker, item.textEdit?.newText ?? item.label);
      return { ...item, filterText: typed + item.label, textEdit: { range, newText } };
    };
  const place = { replace: range, filter: '' };
  const server = moment.pending === undefined ? [] : replyItems(moment, '', place, locale).map(written('server'));
  const sessions =
    client.snippets && moment.between && !(client.ours && dialect === canonical)
      ? sessionSnippets(write, range, typed, locale)
      : [];
  return [...server, ...commandItems(moment, place, locale).map(written('client')), ...sessions];
}

interface Place {
  readonly replace: Range;
  readonly filter: string;
}

function placeOf(document: ParsedDocument, said: Said, typed: string): Place {
  const start = typed.lastIndexOf(' ') + 1;
  const span = { line: said.line, start: said.start + start, end: said.start + typed.length };
  return { replace: document.positions.range(span), filter: typed.slice(start) };
}

/** All that a line says: a reply is offered as a whole. */
function wholeOf(document: ParsedDocument, said: Said): Place {
  return { replace: document.positions.range(locate(said, 0, said.text.length)), filter: '' };
}

// --- the client's side --------------------------------------------------------------------------------------------

function clientItems(
  document: ParsedDocument,
  moment: Moment,
  typed: string,
  place: Place,
  locale: Locale,
): CompletionItem[] {
  if (moment.inData) return headerItems(typed, place, locale);
  const verb = (typed.split(' ')[0] ?? '').toUpperCase();
  if (!typed.includes(' ')) return commandItems(moment, place, locale);
  switch (verb) {
    case 'MAIL':
    case 'RCPT':
      return /<[^>]*>/.test(typed)
        ? parameterItems(moment, verb, typed, place, locale)
        : pathItems(document, verb, typed, place, locale);
    case 'EHLO':
    case 'HELO':
    case 'LHLO':
      return typed.split(' ').length > 2 ? [] : hostItems(document, place, locale);
    case 'AUTH':
      return typed.split(' ').length > 2 ? [] : offeredItems(moment, 'AUTH', place, locale);
    case 'BDAT':
      return /^BDAT \d+ /i.test(typed) ? [item('LAST', CompletionItemKind.Keyword, place, { key: 'BDAT' })] : [];
    default:
      return [];
  }
}

const COMMANDS: readonly (readonly [string, string])[] = [
  ['EHLO', 'EHLO client.example.com'],
  ['HELO', 'HELO client.example.com'],
  ['STARTTLS', 'STARTTLS'],
  ['AUTH', 'AUTH PLAIN'],
  ['MAIL', 'MAIL FROM:<>'],
  ['RCPT', 'RCPT TO:<>'],
  ['DATA', 'DATA'],
  ['BDAT', 'BDAT 0 LAST'],
  ['RSET', 'RSET'],
  ['NOOP', 'NOOP'],
  ['VRFY', 'VRFY postmaster'],
  ['HELP', 'HELP'],
  ['LHLO', 'LHLO client.example.com'],
  ['QUIT', 'QUIT'],
];

function commandItems({ state }: Moment, place: Place, locale: Locale): CompletionItem[] {
  const usual = usualNext(state);
  return COMMANDS.map(([verb, text], index) => {
    const reason = whyNot(state, verb, locale);
    const early = usual.indexOf(verb);
    const rank = String(early >= 0 ? early : usual.length + index).padStart(2, '0');
    return {
      ...item(text, CompletionItemKind.Keyword, place, { key: verb }),
      label: verb === 'MAIL' ? 'MAIL FROM' : verb === 'RCPT' ? 'RCPT TO' : verb,
      detail: reason ?? word('legalNow', locale),
      sortText: `${reason === undefined ? '0' : '1'}${rank}`,
    };
  });
}

/** What a client says next as a rule, the likeliest first. */
function usualNext({ hello, tls, auth, transaction, offers }: SessionState): readonly string[] {
  if (hello.kind === 'none' || hello.kind === 'unknown') return ['EHLO', 'HELO', 'LHLO'];
  if (transaction.kind === 'open')
    return transaction.recipients === undefined ? ['RCPT', 'RSET'] : ['DATA', 'RCPT', 'BDAT'];
  const first: string[] = [];
  if (tls === 'none' && offers?.has('STARTTLS')) first.push('STARTTLS');
  if (auth.kind === 'none' && offers?.has('AUTH')) first.push('AUTH');
  return [...first, 'MAIL', 'QUIT', 'RSET', 'NOOP'];
}

/** Commands that a server has to offer (RFC 3207 §4, RFC 4954 §3, RFC 3030 §2), by the keyword of the offer. */
const OFFERED: Readonly<Record<string, string>> = { STARTTLS: 'STARTTLS', AUTH: 'AUTH', BDAT: 'CHUNKING' };

/** Why a command is not to be sent here; undefined when it is in order. */
function whyNot(state: SessionState, verb: string, locale: Locale): string | undefined {
  const reason = faultOf(state, verb, locale);
  if (reason !== undefined) return word('notLegalNow', locale, { reason });
  const keyword = OFFERED[verb];
  const isMissing = keyword !== undefined && state.offers !== undefined && !state.offers.has(keyword);
  return isMissing ? word('notOffered', locale) : undefined;
}

/** The title of the fault that a command would be. */
function faultOf(state: SessionState, verb: string, locale: Locale): string | undefined {
  if (verb === 'LHLO' && state.protocol === 'smtp') return ruleByCode('sequence.lhlo-in-smtp')?.title[locale];
  if (/^[EH][EH]LO$/.test(verb) && state.protocol === 'lmtp') return ruleByCode('sequence.ehlo-in-lmtp')?.title[locale];
  const said: Said = { line: 0, start: 0, end: 0, session: '', speaker: 'client', text: verb };
  const { faults } = advance(state, {
    kind: 'command',
    command: { said, verb, argument: '' },
    replies: [],
    responses: [],
  });
  const fault = faults[0];
  if (fault === undefined) return undefined;
  const rule = ruleByCode(`sequence.${fault.type}`);
  return rule === undefined ? fault.type : rule.title[locale];
}

function parameterItems(
  { state }: Moment,
  verb: 'MAIL' | 'RCPT',
  typed: string,
  place: Place,
  locale: Locale,
): CompletionItem[] {
  const before = typed.split(' ').slice(0, -1);
  const used = new Set(before.map((each) => each.split('=')[0]?.toUpperCase()));
  return PARAMETERS[verb].flatMap(([key, extension, text]) => {
    const offered = state.offers === undefined || state.offers.has(extension);
    if (used.has(key) || !offered) return [];
    return [{ ...item(text, CompletionItemKind.Property, place, { key }), detail: word('offered', locale) }];
  });
}

const PARAMETERS: Readonly<Record<'MAIL' | 'RCPT', readonly (readonly [string, string, string])[]>> = {
  MAIL: [
    ['SIZE', 'SIZE', 'SIZE='],
    ['BODY', '8BITMIME', 'BODY=8BITMIME'],
    ['SMTPUTF8', 'SMTPUTF8', 'SMTPUTF8'],
    ['RET', 'DSN', 'RET=HDRS'],
    ['ENVID', 'DSN', 'ENVID='],
    ['AUTH', 'AUTH', 'AUTH=<>'],
    ['REQUIRETLS', 'REQUIRETLS', 'REQUIRETLS'],
    ['MT-PRIORITY', 'MT-PRIORITY', 'MT-PRIORITY=0'],
    ['BY', 'DELIVERBY', 'BY='],
    ['HOLDFOR', 'FUTURERELEASE', 'HOLDFOR='],
    ['HOLDUNTIL', 'FUTURERELEASE', 'HOLDUNTIL='],
  ],
  RCPT: [
    ['NOTIFY', 'DSN', 'NOTIFY=SUCCESS,FAILURE'],
    ['ORCPT', 'DSN', 'ORCPT=rfc822;'],
    ['RRVS', 'RRVS', 'RRVS='],
  ],
};

/** Addresses that stand in the file, in the form the command wants. */
function pathItems(
  document: ParsedDocument,
  verb: 'MAIL' | 'RCPT',
  typed: string,
  place: Place,
  locale: Locale,
): CompletionItem[] {
  const keyword = verb === 'MAIL' ? 'FROM' : 'TO';
  const addresses = new Set<string>();
  for (const utterance of document.transcript.utterances) {
    if (addresses.size >= MOST_NAMES || utterance.speaker !== 'client' || !utterance.text.includes('@')) continue;
    for (const { kind, text } of namesIn(utterance.text, 0)) if (kind === 'address') addresses.add(text);
  }
  const opened = typed.includes('<');
  return [...addresses, ...(verb === 'MAIL' ? [''] : [])].map((address) => ({
    ...item(
      opened
        ? `${typed.slice(typed.lastIndexOf(' ') + 1, typed.indexOf('<') + 1)}${address}>`
        : `${keyword}:<${address}>`,
      CompletionItemKind.Value,
      place,
      { key: verb },
    ),
    detail: word('seenHere', locale),
  }));
}

/** Names of hosts that stand in the file. */
function hostItems(document: ParsedDocument, place: Place, locale: Locale): CompletionItem[] {
  const hosts = new Set<string>();
  for (const { text } of document.transcript.utterances) {
    if (hosts.size >= MOST_NAMES) break;
    for (const { kind, text: name } of namesIn(text, 0)) if (kind === 'host') hosts.add(name);
  }
  return [...hosts].map((name) => ({
    ...item(name, CompletionItemKind.Value, place, { key: 'EHLO' }),
    detail: word('seenHere', locale),
  }));
}

/** So many names of one kind are offered. */
const MOST_NAMES = 50;

function offeredItems({ state }: Moment, keyword: string, place: Place, locale: Locale): CompletionItem[] {
  const offered = state.offers?.get(keyword)?.parameters ?? [
    'PLAIN',
    'LOGIN',
    'CRAM-MD5',
    'SCRAM-SHA-256',
    'XOAUTH2',
    'OAUTHBEARER',
  ];
  return offered.map((name) => ({
    ...item(name, CompletionItemKind.EnumMember, place, { key: name }),
    ...(state.offers !== undefined && { detail: word('offered', locale) }),
  }));
}

function headerItems(typed: string, place: Place, locale: Locale): CompletionItem[] {
  if (typed.includes(' ') || typed.includes(':')) return [];
  return HEADERS.map((name) => ({
    ...item(`${name}: `, CompletionItemKind.Field, place, { key: name.toLowerCase() }),
    label: name,
    detail: word('header', locale),
  }));
}

const HEADERS: readonly string[] = [
  ...['From', 'To', 'Cc', 'Bcc', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References', 'Reply-To', 'Sender'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'List-Unsubscribe', 'List-Unsubscribe-Post'],
  ...['Received', 'Return-Path', 'DKIM-Signature', 'Authentication-Results', 'Auto-Submitted', 'Precedence'],
];

// --- the server's side --------------------------------------------------------------------------------------------

function replyItems({ pending, state }: Moment, typed: string, place: Place, locale: Locale): CompletionItem[] {
  const verb = pending?.command.verb ?? '';
  const own = [successReply(verb, state), ...(REFUSALS[verb] ?? [])];
  const matching = (texts: readonly string[]) => texts.filter((text) => text.startsWith(typed.trimEnd()));
  // What any command may be answered with comes where nothing more particular is left.
  const particular = matching(own);
  const shown = verb === '' || particular.length === 0 ? [...particular, ...matching(GENERAL_REFUSALS)] : particular;
  return shown.map((text, index) => ({
    ...item(text, CompletionItemKind.Constant, place, { key: text.slice(0, 3) }),
    filterText: text,
    detail: verb === '' ? '' : word('answers', locale, { command: verb, line: (pending?.command.said.line ?? 0) + 1 }),
    sortText: `0${index}`,
  }));
}

/** Customary refusals by the command they answer. */
const REFUSALS: Readonly<Record<string, readonly string[]>> = {
  EHLO: ['501 Syntax: EHLO hostname', '502 5.5.1 Error: command not implemented', '550 Access denied'],
  MAIL: [
    '503 5.5.1 Error: nested MAIL command',
    '503 5.5.1 Error: send HELO/EHLO first',
    '530 5.7.0 Must issue a STARTTLS command first',
    '550 5.7.1 Sender rejected',
    '552 5.3.4 Message size exceeds fixed limit',
    '451 4.7.1 Try again later',
  ],
  RCPT: [
    '550 5.1.1 User unknown',
    '554 5.7.1 Relay access denied',
    '450 4.2.0 Greylisted',
    '452 4.5.3 Too many recipients',
    '503 5.5.1 Error: need MAIL command',
  ],
  DATA: ['503 5.5.1 Error: need RCPT command', '554 5.5.1 Error: no valid recipients', '451 4.3.0 Try again later'],
  AUTH: [
    '334 ',
    '535 5.7.8 Authentication credentials invalid',
    '504 5.5.4 Unrecognized authentication type',
    '538 5.7.11 Encryption required',
  ],
  STARTTLS: ['454 4.7.0 TLS not available due to local problem', '501 5.5.4 Syntax: STARTTLS'],
  BDAT: ['503 5.5.1 Error: need RCPT command', '552 5.3.4 Message too big'],
};

const GENERAL_REFUSALS: readonly string[] = [
  '500 5.5.2 Error: command not recognized',
  '501 5.5.4 Syntax error in parameters',
  '502 5.5.1 Error: command not implemented',
  '503 5.5.1 Error: bad sequence of commands',
  '421 4.3.2 Service shutting down',
  '451 4.3.0 Local error, try again later',
  '550 5.7.1 Rejected by policy',
  '554 5.3.0 Transaction failed',
];

// --- where we are -------------------------------------------------------------------------------------------------

function momentAt(document: ParsedDocument, line: number): Moment {
  const session = sessionBefore(document, line);
  const said = document.transcript.utterances.findLast(
    (each): each is Said => each.speaker !== 'tool' && each.line < line,
  );
  if (session === undefined)
    return { state: newSession(false), pending: undefined, inData: false, between: true, like: said };
  let state = session.steps[0]?.before ?? session.after;
  let pending: CommandExchange | undefined;
  let inData = false;
  for (const [index, step] of session.steps.entries()) {
    // A command that waits stands behind what was said in the meantime.
    if (firstLineOf(step) >= line) continue;
    const { exchange } = step;
    state = session.steps[index + 1]?.before ?? session.after;
    if (exchange.kind === 'command') {
      const answered = exchange.replies.some((reply) => (reply.lines.at(-1)?.said.line ?? line) < line);
      pending = answered ? undefined : exchange;
      if (!answered) state = step.before;
      inData = exchange.command.verb === 'DATA' && answered && exchange.replies.at(-1)?.code === 354;
    }
    if (exchange.kind === 'message') inData = exchange.data.lastLine >= line || exchange.data.end === 'open';
  }
  const between = state.ended !== undefined && !inData;
  return { state, pending, inData, between, like: said };
}

function sessionBefore(document: ParsedDocument, line: number): Session | undefined {
  return document.transcript.sessions.findLast(({ firstLine }) => firstLine < line) ?? document.transcript.sessions[0];
}

function firstLineOf({ exchange }: Step): number {
  if (exchange.kind === 'command') return exchange.command.said.line;
  if (exchange.kind === 'message') return Math.max(exchange.data.firstLine, 0);
  if (exchange.kind === 'event') return exchange.told.line;
  if (exchange.kind === 'unreadable') return exchange.said.line;
  return exchange.replies[0]?.lines[0].said.line ?? 0;
}

function item(newText: string, kind: CompletionItemKind, { replace }: Place, data: CompletionData): CompletionItem {
  return { label: newText, kind, textEdit: { range: replace, newText }, data };
}
