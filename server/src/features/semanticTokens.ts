import type { Range, SemanticTokens, SemanticTokensEdit } from 'vscode-languageserver-types';
import { isKnownVerb, readPath } from '../transcript/command';
import {
  type Command,
  type CommandExchange,
  locate,
  type ReplyLine,
  type Said,
  type Span,
} from '../transcript/transcript';
import type { Context, ParsedDocument } from './parsedDocument';

export const TOKEN_TYPES = [
  'smtpVerb',
  'smtpReplyCode',
  'smtpEnhancedCode',
  'smtpCapability',
  'smtpMechanism',
  'smtpDomain',
  'smtpAddress',
  'smtpParameter',
  'smtpParameterValue',
  'smtpHeader',
  'smtpMailData',
  'smtpSecret',
  'smtpToolLine',
] as const;

export const TOKEN_MODIFIERS = ['positive', 'intermediate', 'transient', 'permanent', 'unknown'] as const;

type TokenType = (typeof TOKEN_TYPES)[number];
type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

interface Token extends Span {
  readonly type: TokenType;
  readonly modifier?: TokenModifier | undefined;
}

/** What the parser knows and a grammar cannot: who speaks, what is mail data, which code answers what. */
export function semanticTokens(document: ParsedDocument, range?: Range): SemanticTokens {
  const first = range === undefined ? 0 : document.positions.place(range.start).line;
  const last = range === undefined ? Number.POSITIVE_INFINITY : document.positions.place(range.end).line;
  const tokens: Token[] = [];
  for (const utterance of document.transcript.utterances) {
    if (utterance.line < first || utterance.line > last) continue;
    if (utterance.speaker === 'tool') {
      if (utterance.text !== '') tokens.push({ ...locate(utterance, 0, utterance.text.length), type: 'smtpToolLine' });
      continue;
    }
    const context = document.contextOf(utterance);
    if (context !== undefined) tokens.push(...tokensOf(utterance, context));
    else if (utterance.speaker === 'client' && utterance.elided === undefined) tokens.push(...dataTokens(utterance));
  }
  return { data: encode(document, tokens) };
}

/** Numbers that the protocol spends on one token. */
const WIDTH = 5;

/** What makes `now` of `before`: one edit between what they have in common at the beginning and at the end. */
export function tokenEdits(before: readonly number[], now: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  start -= start % WIDTH;
  let kept = 0;
  while (kept < shorter - start && before[before.length - 1 - kept] === now[now.length - 1 - kept]) kept++;
  kept -= kept % WIDTH;
  const deleteCount = before.length - kept - start;
  const data = now.slice(start, now.length - kept);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}

function tokensOf(said: Said, context: Context): Token[] {
  switch (context.role) {
    case 'command':
      return context.step.exchange.kind === 'command' ? commandTokens(context.step.exchange) : [];
    case 'response':
      return [{ ...locate(said, 0, said.text.length), type: 'smtpSecret' }];
    case 'reply':
      return replyTokens(context.replyLine as ReplyLine, context);
    case 'unreadable':
      return [];
    default:
      return context.role satisfies never;
  }
}

function commandTokens({ command, afterRefusedData }: CommandExchange): Token[] {
  const { said, verb } = command;
  if (verb === '') return [];
  if (afterRefusedData) return dataTokens(said);
  const tokens: Token[] = [
    { ...locate(said, 0, verb.length), type: 'smtpVerb', modifier: isKnownVerb(verb) ? undefined : 'unknown' },
  ];
  switch (verb) {
    case 'EHLO':
    case 'HELO':
    case 'LHLO':
      tokens.push({ ...locate(said, verb.length + 1, said.text.length), type: 'smtpDomain' });
      break;
    case 'MAIL':
    case 'RCPT':
      tokens.push(...pathTokens(command));
      break;
    case 'AUTH':
      tokens.push(...authTokens(said));
      break;
    default:
  }
  return tokens;
}

function pathTokens(command: Command): Token[] {
  const { said, verb } = command;
  const { keyword, start, end, bracketed, parameters } = readPath(command);
  const tokens: Token[] = [];
  if (keyword !== '')
    tokens.push({ ...locate(said, verb.length + 1, verb.length + 1 + keyword.length), type: 'smtpVerb' });
  const pad = bracketed ? 1 : 0;
  tokens.push({ ...locate(said, start - pad, Math.min(end + pad, said.text.length)), type: 'smtpAddress' });
  for (const { key, start: from, end: to } of parameters) {
    tokens.push({ ...locate(said, from, from + key.length), type: 'smtpParameter' });
    if (to > from + key.length + 1)
      tokens.push({ ...locate(said, from + key.length + 1, to), type: 'smtpParameterValue' });
  }
  return tokens;
}

function authTokens(said: Said): Token[] {
  const match = /^\S+ +(\S+)(?: +(\S.*))?$/.exec(said.text.slice(0, 12_000));
  if (match?.[1] === undefined) return [];
  const at = said.text.indexOf(match[1], 5);
  const tokens: Token[] = [{ ...locate(said, at, at + match[1].length), type: 'smtpMechanism' }];
  if (match[2] === undefined) return tokens;
  const secret = said.text.indexOf(match[2], at + match[1].length);
  return [...tokens, { ...locate(said, secret, said.text.length), type: 'smtpSecret' }];
}

function replyTokens({ said, code, text }: ReplyLine, { step, reply }: Context): Token[] {
  const modifier = classOf(code);
  const tokens: Token[] = [{ ...locate(said, 0, 3), type: 'smtpReplyCode', modifier }];
  const enhanced = /^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)/.exec(text)?.[0];
  if (enhanced !== undefined) {
    tokens.push({ ...locate(said, 4, 4 + enhanced.length), type: 'smtpEnhancedCode', modifier });
  }
  const { exchange } = step;
  const offers = exchange.kind === 'command' && /^[EL]HLO$/.test(exchange.command.verb) && code === 250;
  const keyword = offers && reply?.lines[0]?.said !== said ? /^[A-Za-z0-9][A-Za-z0-9=-]*/.exec(text)?.[0] : undefined;
  if (keyword !== undefined) tokens.push({ ...locate(said, 4, 4 + keyword.length), type: 'smtpCapability' });
  return tokens;
}

function classOf(code: number): TokenModifier | undefined {
  switch (Math.floor(code / 100)) {
    case 2:
      return 'positive';
    case 3:
      return 'intermediate';
    case 4:
      return 'transient';
    case 5:
      return 'permanent';
    default:
      return undefined;
  }
}

function dataTokens(said: Said): Token[] {
  const { text } = said;
  if (text === '') return [];
  const name = /^[A-Za-z][A-Za-z0-9-]{0,75}(?=:(?:[ \t]|$))/.exec(text)?.[0];
  if (name === undefined) return [{ ...locate(said, 0, text.length), type: 'smtpMailData' }];
  return [
    { ...locate(said, 0, name.length), type: 'smtpHeader' },
    { ...locate(said, name.length + 1, text.length), type: 'smtpMailData' },
  ];
}

function encode(document: ParsedDocument, tokens: readonly Token[]): number[] {
  const placed = tokens
    .map((token) => ({ token, range: document.positions.range(token) }))
    .filter(({ range: { start, end } }) => start.line === end.line && end.character > start.character)
    .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { token, range } of placed) {
    const { start, end } = range;
    const deltaLine = start.line - line;
    const deltaStart = deltaLine === 0 ? start.character - character : start.character;
    const modifiers = token.modifier === undefined ? 0 : 1 << TOKEN_MODIFIERS.indexOf(token.modifier);
    data.push(deltaLine, deltaStart, end.character - start.character, TOKEN_TYPES.indexOf(token.type), modifiers);
    line = start.line;
    character = start.character;
  }
  return data;
}
