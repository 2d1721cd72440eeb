/** What a command uses that the EHLO in force does not offer (RFC 5321 §2.2.1). */
import { readPath } from '../transcript/command';
import type { Offers } from '../transcript/offers';
import type { Step } from '../transcript/reader';
import type { CommandExchange } from '../transcript/transcript';
import { extensionOfParameter } from './repairs';

export interface Use {
  readonly kind: 'verb' | 'parameter' | 'unknown' | 'mechanism';
  /** As it stands in the command, from `start` to `end` of its text. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The EHLO keyword that it needs; empty for a parameter that we do not know. */
  readonly extension: string;
}

/** What is used at this step and not offered; nothing where the log does not show what is. */
export function notOffered({ exchange, before, faults }: Step): readonly Use[] {
  // Out of order says more than not offered: after STARTTLS or before EHLO nothing is.
  if (exchange.kind !== 'command' || exchange.lost || faults.length > 0) return [];
  const { offers } = before;
  if (offers === undefined) return [];
  const { verb } = exchange.command;
  const needed = VERBS.get(verb);
  if (needed !== undefined && !offers.has(needed))
    return [{ kind: 'verb', name: verb, start: 0, end: verb.length, extension: needed }];
  if (verb === 'AUTH') return mechanism(exchange, offers);
  return verb === 'MAIL' || verb === 'RCPT' ? parameters(exchange, offers) : [];
}

function parameters(exchange: CommandExchange, offers: Offers): readonly Use[] {
  const { text } = exchange.command.said;
  const uses: Use[] = [];
  for (const { key, value, start, end } of readPath(exchange.command).parameters) {
    const extension = extensionOfParameter(key, value);
    if (extension !== undefined && isOffered(offers, extension)) continue;
    // A parameter that we do not know may belong to a private offer that we do not know either.
    if (extension === undefined && !(exchange.replies.at(-1)?.code === 555 || offers.keywords().length === 0)) continue;
    const kind = extension === undefined ? 'unknown' : 'parameter';
    uses.push({ kind, name: text.slice(start, end), start, end, extension: extension ?? '' });
  }
  return uses;
}

function mechanism({ command }: CommandExchange, offers: Offers): readonly Use[] {
  const offered = mechanismsOf(offers);
  const name = (command.argument.split(' ')[0] ?? '').toUpperCase();
  // What stands in its place where a log hides it is no mechanism's name (RFC 4422 §3.1).
  if (!/^[\w-]{1,20}$/.test(name) || offered.length === 0 || offered.some((each) => each.toUpperCase() === name))
    return [];
  const start = command.verb.length + 1;
  return [{ kind: 'mechanism', name, start, end: start + name.length, extension: 'AUTH' }];
}

/** The mechanisms that the server names after AUTH. */
export function mechanismsOf(offers: Offers): readonly string[] {
  return offers.get('AUTH')?.parameters ?? [];
}

/** True when the extension, or one that brings its parameters along, is offered. */
export function isOffered(offers: Offers, extension: string): boolean {
  return offers.has(extension) || (ALIASES.get(extension)?.some((alias) => offers.has(alias)) ?? false);
}

/** Verbs that exist only when offered. */
const VERBS: ReadonlyMap<string, string> = new Map([
  ['STARTTLS', 'STARTTLS'],
  ['AUTH', 'AUTH'],
  ['BDAT', 'CHUNKING'],
  ['BURL', 'BURL'],
  ['ETRN', 'ETRN'],
  ['ATRN', 'ATRN'],
  ['XCLIENT', 'XCLIENT'],
  ['XFORWARD', 'XFORWARD'],
]);

const ALIASES: ReadonlyMap<string, readonly string[]> = new Map([
  ['8BITMIME', ['BINARYMIME']],
  ['SMTPUTF8', ['UTF8SMTP']],
]);
