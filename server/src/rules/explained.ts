/** Refusals whose reason stands in the command itself: the rule that names it speaks, those about refusals keep quiet. */
import { isKnownVerb, readPath } from '../transcript/command';
import type { Step } from '../transcript/reader';
import type { SessionState } from '../transcript/session';
import type { CommandExchange } from '../transcript/transcript';
import { overLength } from './addressLength';
import { isMalformedChunk } from './chunks';
import { helloFault } from './helloArgument';
import { isBeyondRecipients, oversize } from './limits';
import { lineLimit, lineOctets } from './lineLimits';
import { addressFault } from './mailbox';
import { isMasked } from './masked';
import { notOffered } from './notOffered';
import { firstNonAscii } from './octets';
import { parameterFaults } from './parameterFaults';
import { demandsTls } from './tlsDemand';

/** True when this command was refused with a code that fits something wrong in it. */
export function isExplained(step: Step): boolean {
  const { exchange } = step;
  if (exchange.kind !== 'command') return false;
  const reply = exchange.replies.at(-1);
  if (reply === undefined) return false;
  const { code, enhanced = '' } = reply;
  return CAUSES.some(
    ({ codes, details, found }) =>
      (codes.includes(code) || details?.includes(enhanced.slice(2)) === true) && found(step, exchange),
  );
}

interface Cause {
  /** Reply codes, and enhanced codes without their class, that servers give for it. */
  readonly codes: readonly number[];
  readonly details?: readonly string[];
  found(step: Step, exchange: CommandExchange): boolean;
}

const MALFORMED = [500, 501, 504, 555];

const CAUSES: readonly Cause[] = [
  { codes: MALFORMED, details: ['5.2', '5.4'], found: (_, exchange) => isHelloMalformed(exchange) },
  { codes: MALFORMED, details: ['5.2', '5.4'], found: (_, exchange) => hasStrayArgument(exchange) },
  { codes: MALFORMED, details: ['5.2', '5.4'], found: (_, exchange) => isMalformedChunk(exchange) },
  { codes: MALFORMED, details: ['5.2', '5.4'], found: (_, exchange) => hasStarttlsArgument(exchange) },
  {
    codes: [...MALFORMED, 553],
    details: ['1.3', '1.7', '5.2', '5.4'],
    found: (_, exchange) => isPathMalformed(exchange),
  },
  {
    codes: [...MALFORMED, 553],
    details: ['1.3', '1.7'],
    found: (_, exchange) => isJudgeable(exchange) && overLength(readPath(exchange.command).address) !== undefined,
  },
  { codes: [...MALFORMED, 550, 553], found: (_, exchange) => isEmptyRecipient(exchange) },
  { codes: MALFORMED, details: ['5.4'], found: (_, { command }) => parameterFaults(command).length > 0 },
  { codes: [...MALFORMED, 502, 503], found: (step) => notOffered(step).length > 0 },
  {
    codes: [...MALFORMED, 553],
    details: ['1.3', '1.7', '6.7', '6.9'],
    found: ({ before }, exchange) => hasUndeclaredUtf8(exchange, before),
  },
  { codes: MALFORMED, details: ['5.2', '5.4', '6.7'], found: (_, exchange) => strayNonAscii(exchange) >= 0 },
  { codes: [452, 552], details: ['3.4'], found: (step) => oversize(step) !== undefined },
  { codes: [452, 552], details: ['5.3'], found: (step) => isBeyondRecipients(step) },
  { codes: [500, 501, 502, 503, 504, 554], found: ({ before }, exchange) => isDataForBinary(exchange, before) },
  { codes: [500, 502, 504], found: (_, { command }) => isObsolete(command.verb) },
  { codes: [530], found: (_, exchange) => exchange.command.verb !== 'AUTH' && demandsTls(exchange) },
  { codes: [500], found: (_, { command }) => lineOctets(command) > (lineLimit(command) ?? Number.POSITIVE_INFINITY) },
];

function isHelloMalformed({ command: { verb, argument } }: CommandExchange): boolean {
  return (verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO') && helloFault(argument) !== undefined;
}

/** STARTTLS stands alone (RFC 3207 §4). */
export function hasStarttlsArgument({ command: { verb, argument } }: CommandExchange): boolean {
  return verb === 'STARTTLS' && argument.trim() !== '';
}

/** DATA, RSET and QUIT take no argument (RFC 5321 §4.1.1.4, §4.1.1.5, §4.1.1.10). */
export function hasStrayArgument({ command: { verb, argument } }: CommandExchange): boolean {
  if (verb !== 'DATA' && verb !== 'RSET' && verb !== 'QUIT') return false;
  return argument.trim() !== '' && !/^\s*[<[\\](?:CR|r\b)/i.test(argument);
}

/** A MAIL or RCPT whose path has the right keyword and stands in angle brackets: what is in it can be judged. */
export function isJudgeable({ command, afterRefusedData, lost }: CommandExchange): boolean {
  const { verb } = command;
  if ((verb !== 'MAIL' && verb !== 'RCPT') || afterRefusedData || lost) return false;
  const { keyword, bracketed, address } = readPath(command);
  return keyword === (verb === 'MAIL' ? 'FROM' : 'TO') && bracketed && !isMasked(address);
}

function isPathMalformed(exchange: CommandExchange): boolean {
  const { command } = exchange;
  const { verb } = command;
  if (verb !== 'MAIL' && verb !== 'RCPT') return false;
  const path = readPath(command);
  if (path.keyword !== (verb === 'MAIL' ? 'FROM' : 'TO') || !path.bracketed || path.spaced) return true;
  return isJudgeable(exchange) && (isUnclosed(exchange) || addressFault(path.address) !== undefined);
}

/** The path has no closing bracket. */
export function isUnclosed({ command }: CommandExchange): boolean {
  return readPath(command).end >= command.said.text.length;
}

/** RCPT needs a mailbox: the empty path exists only as a sender (RFC 5321 §4.1.1.3). */
export function isEmptyRecipient({ command }: CommandExchange): boolean {
  if (command.verb !== 'RCPT') return false;
  const { keyword, bracketed, address } = readPath(command);
  return keyword === 'TO' && bracketed && address.trim() === '';
}

/** An address outside ASCII in a transaction that did not ask for SMTPUTF8 (RFC 6531 §3.4). */
export function hasUndeclaredUtf8(exchange: CommandExchange, { transaction }: SessionState): boolean {
  const { command } = exchange;
  const { verb, said } = command;
  if ((verb !== 'MAIL' && verb !== 'RCPT') || firstNonAscii(said.text) < 0 || !isJudgeable(exchange)) return false;
  if (firstNonAscii(readPath(command).address) < 0) return false;
  if (verb === 'MAIL') return !declaresUtf8(exchange);
  return transaction.kind === 'open' && !declaresUtf8(transaction.mail);
}

/** Where a command stops being ASCII though it has to be (RFC 5321 §2.4); -1 where it does not. */
export function strayNonAscii(exchange: CommandExchange): number {
  const { command, afterRefusedData, lost } = exchange;
  const { verb, said } = command;
  if (afterRefusedData || lost || !isKnownVerb(verb) || ANY_OCTETS.has(verb) || said.elided !== undefined) return -1;
  const at = firstNonAscii(said.text);
  return at >= 0 && isUtf8Place(exchange, at) ? -1 : at;
}

/** What an unknown verb says is not looked at, nor what these hide. */
const ANY_OCTETS: ReadonlySet<string> = new Set(['AUTH', 'X-EXPS', 'XCLIENT', 'XFORWARD', 'BURL']);

/** Addresses have a rule of their own; ORCPT may hold one. */
function isUtf8Place({ command }: CommandExchange, at: number): boolean {
  const { verb, argument } = command;
  if (verb === 'VRFY' || verb === 'EXPN') return /\sSMTPUTF8\s*$/i.test(argument);
  if (verb !== 'MAIL' && verb !== 'RCPT') return false;
  const { end, parameters } = readPath(command);
  return at < end || parameters.some(({ key, start, end: to }) => key === 'ORCPT' && at >= start && at < to);
}

/** True where the address may be outside ASCII: programs that show packets print a dot for each such octet. */
export function mayBeUtf8(exchange: CommandExchange, { transaction }: SessionState): boolean {
  if (exchange.command.verb === 'MAIL') return declaresUtf8(exchange);
  return transaction.kind === 'open' && declaresUtf8(transaction.mail);
}

function declaresUtf8({ command }: CommandExchange): boolean {
  return readPath(command).parameters.some(({ key }) => key === 'SMTPUTF8' || key === 'UTF8SMTP');
}

/** DATA in a transaction with BODY=BINARYMIME (RFC 3030 §3). */
export function isDataForBinary({ command }: CommandExchange, { transaction }: SessionState): boolean {
  if (command.verb !== 'DATA' || transaction.kind !== 'open') return false;
  return bodyOf(transaction.mail) === 'BINARYMIME';
}

/** What MAIL says about the body, upper case; undefined when it says nothing. */
export function bodyOf({ command }: CommandExchange): string | undefined {
  return readPath(command)
    .parameters.find(({ key }) => key === 'BODY')
    ?.value?.toUpperCase();
}

/** Verbs of RFC 821 that RFC 5321 appendix F.1 and F.6 withdraws. */
export function isObsolete(verb: string): boolean {
  return verb === 'SEND' || verb === 'SOML' || verb === 'SAML' || verb === 'TURN';
}
