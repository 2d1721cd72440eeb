import type { Range, SemanticTokens, SemanticTokensEdit } from 'vscode-languageserver-types';
import { isKnownVerb, readPath } from '../transcript/command';
import { locateOnLines } from '../transcript/pieces';
import { enhancedCodeOf } from '../transcript/reply';
import {
  type Command,
  type CommandExchange,
  type Exchange,
  locate,
  type ReplyLine,
  type Said,
  type Span,
  type Utterance,
} from '../transcript/transcript';
import type { ParsedDocument, Run } from './parsedDocument';
import type { Positions } from './positions';
import type { Context } from './stretch';

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

const MODIFIER_BITS = Object.fromEntries(TOKEN_MODIFIERS.map((modifier, number) => [modifier, 1 << number])) as Record<
  TokenModifier,
  number
>;
const TYPE_NUMBERS = Object.fromEntries(TOKEN_TYPES.map((type, number) => [type, number])) as Record<TokenType, number>;

/** What the parser knows and a grammar cannot: who speaks, what is mail data, which code answers what. */
export function semanticTokens(document: ParsedDocument, range?: Range): SemanticTokens {
  const tokens = new Tokens(document.positions);
  if (range !== undefined) return { data: [...tokensOf(document, tokens, saidIn(document, range), 0).data] };
  const make = (run: Run) => tokensOf(document, tokens, run, run[0].line);
  return { data: joined(document.runs().map((run) => [run[0].line, document.madeOfRun('tokens', run, make)])) };
}

/** `tokens`: empty, and so again. `from`: the line from which that of the first token is told. */
function tokensOf(document: ParsedDocument, tokens: Tokens, said: Iterable<Utterance>, from: number): Encoded {
  for (const utterance of said) {
    if (utterance.speaker === 'tool') {
      tokens.addSaid(utterance, 0, utterance.text.length, 'smtpToolLine');
      continue;
    }
    const context = document.contextOf(utterance);
    if (context !== undefined) addSaid(tokens, utterance, context);
    else if (utterance.speaker === 'client' && utterance.elided === undefined) addData(tokens, utterance);
  }
  return tokens.encoded(from);
}

function* saidIn(document: ParsedDocument, { start, end }: Range): Generator<Utterance> {
  const last = Math.min(document.positions.place(end).line, document.transcript.lineCount - 1);
  for (let { line } = document.positions.place(start); line <= last; line++) yield* document.utterancesOn(line);
}

/** Tokens as they are found: numbers, since a document may have a million of them. */
class Tokens {
  readonly #positions: Positions;
  /** Line, character, length, type and modifiers of each token; filled anew for each run. */
  #all = new Int32Array(WIDTH * 256);
  #size = 0;
  #inOrder = true;
  #line = 0;
  #character = 0;

  constructor(positions: Positions) {
    this.#positions = positions;
  }

  /** Tokens of no length or over more than one line are left out. */
  add(span: Span, type: TokenType, modifier?: TokenModifier): void {
    if (this.#positions.plain) {
      this.#put(span.line, span.start, span.end - span.start, type, modifier);
      return;
    }
    const { start, end } = this.#positions.range(span);
    if (end.line === start.line)
      this.#put(start.line, start.character, end.character - start.character, type, modifier);
  }

  /** A part of what was said, on each line that it stands on. */
  addSaid(said: Utterance, start: number, end: number, type: TokenType, modifier?: TokenModifier): void {
    if (said.pieces !== undefined) {
      for (const span of locateOnLines(said, start, end)) this.add(span, type, modifier);
    } else if (this.#positions.plain) {
      // As `locate`, without an object for each token.
      const from = said.start + start;
      this.#put(said.line, from, Math.min(said.start + end, said.end) - from, type, modifier);
    } else {
      this.add(locate(said, start, end), type, modifier);
    }
  }

  #put(line: number, character: number, length: number, type: TokenType, modifier: TokenModifier | undefined): void {
    if (length <= 0) return;
    if (line < this.#line || (line === this.#line && character < this.#character)) this.#inOrder = false;
    this.#line = line;
    this.#character = character;
    if (this.#size === this.#all.length) this.#grow();
    const at = this.#size;
    this.#all[at] = line;
    this.#all[at + 1] = character;
    this.#all[at + 2] = length;
    this.#all[at + 3] = TYPE_NUMBERS[type];
    this.#all[at + 4] = modifier === undefined ? 0 : MODIFIER_BITS[modifier];
    this.#size = at + WIDTH;
  }

  #grow(): void {
    const all = new Int32Array(this.#all.length * 2);
    all.set(this.#all);
    this.#all = all;
  }

  /** What was added since the last call, as the protocol wants it: in order, each place told from the one before. */
  encoded(from: number): Encoded {
    const found = this.#all.slice(0, this.#size);
    const data = this.#inOrder ? found : inOrder(found);
    this.#size = 0;
    this.#inOrder = true;
    this.#line = 0;
    this.#character = 0;
    let line = from;
    let character = 0;
    for (let at = 0; at < data.length; at += WIDTH) {
      const ownLine = data[at] as number;
      const ownCharacter = data[at + 1] as number;
      data[at] = ownLine - line;
      if (ownLine === line) data[at + 1] = ownCharacter - character;
      line = ownLine;
      character = ownCharacter;
    }
    return { data, lines: line - from };
  }
}

/** `lines`: from the line that the first token is told from to that of the last one. */
interface Encoded {
  readonly data: Int32Array;
  readonly lines: number;
}

/** Tokens of runs that no line is common to; each with the line that its first token is told from. */
function joined(runs: readonly (readonly [number, Encoded])[]): number[] {
  const all = new Array<number>(runs.reduce((count, [, { data }]) => count + data.length, 0));
  let at = 0;
  let before = 0;
  for (const [from, { data, lines }] of runs) {
    if (data.length === 0) continue;
    for (let index = 0; index < data.length; index++) all[at + index] = data[index] as number;
    all[at] = (data[0] as number) + from - before;
    at += data.length;
    before = from + lines;
  }
  return all;
}

function inOrder(all: Int32Array): Int32Array {
  const starts = Array.from({ length: all.length / WIDTH }, (_, index) => index * WIDTH);
  const number = (at: number) => all[at] as number;
  starts.sort((a, b) => number(a) - number(b) || number(a + 1) - number(b + 1));
  const ordered = new Int32Array(all.length);
  for (const [index, start] of starts.entries()) ordered.set(all.subarray(start, start + WIDTH), index * WIDTH);
  return ordered;
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

function addSaid(tokens: Tokens, said: Said, context: Context): void {
  switch (context.role) {
    case 'command':
      if (context.step.exchange.kind === 'command') addCommand(tokens, context.step.exchange);
      return;
    case 'response':
      tokens.addSaid(said, 0, said.text.length, 'smtpSecret');
      return;
    case 'reply':
      addReplyLine(tokens, context.replyLine as ReplyLine, context);
      return;
    case 'unreadable':
      return;
    default:
      context.role satisfies never;
  }
}

function addCommand(tokens: Tokens, { command, afterRefusedData }: CommandExchange): void {
  const { said, verb } = command;
  if (verb === '') return;
  if (afterRefusedData) {
    addData(tokens, said);
    return;
  }
  tokens.addSaid(said, 0, verb.length, 'smtpVerb', isKnownVerb(verb) ? undefined : 'unknown');
  switch (verb) {
    case 'EHLO':
    case 'HELO':
    case 'LHLO':
      tokens.addSaid(said, verb.length + 1, said.text.length, 'smtpDomain');
      return;
    case 'MAIL':
    case 'RCPT':
      addPath(tokens, command);
      return;
    case 'AUTH':
      addAuth(tokens, said);
      return;
    default:
  }
}

function addPath(tokens: Tokens, command: Command): void {
  const { said, verb } = command;
  const { keyword, start, end, bracketed, parameters } = readPath(command);
  if (keyword !== '') tokens.addSaid(said, verb.length + 1, verb.length + 1 + keyword.length, 'smtpVerb');
  const pad = bracketed ? 1 : 0;
  tokens.addSaid(said, start - pad, Math.min(end + pad, said.text.length), 'smtpAddress');
  for (const { key, start: from, end: to } of parameters) {
    tokens.addSaid(said, from, from + key.length, 'smtpParameter');
    if (to > from + key.length + 1) tokens.addSaid(said, from + key.length + 1, to, 'smtpParameterValue');
  }
}

function addAuth(tokens: Tokens, said: Said): void {
  const match = /^\S+ +(\S+)(?: +(\S.*))?$/.exec(said.text.slice(0, 12_000));
  if (match?.[1] === undefined) return;
  const at = said.text.indexOf(match[1], 5);
  tokens.addSaid(said, at, at + match[1].length, 'smtpMechanism');
  if (match[2] === undefined) return;
  const secret = said.text.indexOf(match[2], at + match[1].length);
  tokens.addSaid(said, secret, said.text.length, 'smtpSecret');
}

function addReplyLine(tokens: Tokens, { said, code, text }: ReplyLine, { step, reply }: Context): void {
  const modifier = classOf(code);
  tokens.addSaid(said, 0, 3, 'smtpReplyCode', modifier);
  const enhanced = enhancedCodeOf(text);
  if (enhanced !== undefined) tokens.addSaid(said, 4, 4 + enhanced.length, 'smtpEnhancedCode', modifier);
  if (code === 250 && offersExtensions(step.exchange) && reply?.lines[0].said !== said)
    tokens.addSaid(said, 4, 4 + lengthOf(KEYWORD, text), 'smtpCapability');
}

function offersExtensions(exchange: Exchange): boolean {
  return exchange.kind === 'command' && (exchange.command.verb === 'EHLO' || exchange.command.verb === 'LHLO');
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

function addData(tokens: Tokens, said: Said): void {
  const { text } = said;
  const name = lengthOf(HEADER_NAME, text);
  if (name > 0) tokens.addSaid(said, 0, name, 'smtpHeader');
  tokens.addSaid(said, name > 0 ? name + 1 : 0, text.length, 'smtpMailData');
}

/** How much at the start of a text a sticky pattern takes: no array for each line of mail. */
function lengthOf(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

const KEYWORD = /[A-Za-z0-9][A-Za-z0-9=-]*/y;
const HEADER_NAME = /[A-Za-z][A-Za-z0-9-]{0,75}(?=:(?:[ \t]|$))/y;
