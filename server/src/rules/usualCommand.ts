/** The commands of nearly every session in nearly every log, by one look each: nothing in them is worth a word. */
import { readParameters } from '../transcript/command';
import type { Offers } from '../transcript/offers';
import type { Step } from '../transcript/reader';
import type { CommandExchange } from '../transcript/transcript';
import { helloFault } from './helloArgument';
import { oversize } from './limits';
import { notOffered } from './notOffered';
import { parameterFaults } from './parameterFaults';
import { extensionOfParameter } from './repairs';

/** True when the rules about what a command says have nothing to say about this one. False says nothing. */
export function isUsualCommand(step: Step, exchange: CommandExchange): boolean {
  const { verb, said } = exchange.command;
  const { text } = said;
  switch (verb) {
    case 'MAIL':
    case 'RCPT': {
      const path = verb === 'MAIL' ? SENDER : RECIPIENT;
      path.lastIndex = 0;
      if (!path.test(text)) return false;
      const end = path.lastIndex;
      if (end - LONGEST_KEYWORD > SHORTEST_LIMIT) return false;
      return end === text.length || isSize(text, end, verb, step.before.offers) || areUsual(step, exchange, end);
    }
    case 'EHLO':
    case 'HELO':
    case 'LHLO':
      if (text.length <= SHORTEST_LIMIT && NAMED_HELLO.test(text)) return true;
      return HELLO.test(text) && helloFault(exchange.command.argument) === undefined;
    case 'DATA':
    case 'RSET':
    case 'NOOP':
    case 'QUIT':
    case 'STARTTLS':
    case 'HELP':
      return text.length === verb.length;
    case 'AUTH':
      return AUTH.test(text);
    case 'BDAT':
      return CHUNK.test(text);
    default:
      return false;
  }
}

/** Only a SIZE stands from offset `from` on, with fewer digits than the limit that the server offers. */
function isSize(text: string, from: number, verb: string, offers: Offers | undefined): boolean {
  if (verb !== 'MAIL' || text.length > from + LONGEST_SIZE) return false;
  SIZE.lastIndex = from;
  if (!SIZE.test(text)) return false;
  const limit = offers?.get('SIZE')?.parameters[0] ?? '';
  return text.length - from - ' SIZE='.length < limit.length;
}

/** The parameters of MAIL or RCPT from offset `from` of its text on: known, offered, and as they are defined. */
function areUsual(step: Step, exchange: CommandExchange, from: number): boolean {
  const { command } = exchange;
  const { text } = command.said;
  if (text.length > LONGEST_LINE || !PARAMETERS.test(text.slice(from))) return false;
  for (const { key, value } of readParameters(text, from)) {
    if (extensionOfParameter(key, value) === undefined || value?.toUpperCase() === 'BINARYMIME') return false;
  }
  return notOffered(step).length === 0 && parameterFaults(command).length === 0 && oversize(step) === undefined;
}

/**
 * A path without quotes, masks, routes, underscores in its domain and signs that mean something to a relay. Where all of it is
 * no longer than SHORTEST_LIMIT, no part can be too long either.
 */
const SENDER = /^MAIL FROM:<(?:[\w+=-]+(?:\.[\w+=-]+)*@[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)*)?>/iy;
const RECIPIENT = /^RCPT TO:<[\w+=-]+(?:\.[\w+=-]+)*@[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)*>/iy;
const LONGEST_KEYWORD = 'MAIL FROM:<>'.length;

const SIZE = / SIZE=\d+$/iy;
const LONGEST_SIZE = ' SIZE='.length + 15;

/** Each of them preceded by one blank, nothing behind them. */
const PARAMETERS = /^(?: [a-z0-9-]+(?:=[!-$&-<>-~]+)?)+$/i;

/** A domain whose last label is no number. */
const NAMED_HELLO = /^(?:EHLO|HELO|LHLO) (?!localhost)(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z][a-z0-9]*$/i;
const HELLO = /^(?:EHLO|HELO|LHLO) [!-$&-~]{1,100}$/i;

const AUTH = /^AUTH [\w-]{1,20}(?: [A-Za-z0-9+/=]{1,200})?$/i;
const CHUNK = /^BDAT \d{1,15}(?: LAST)?$/i;

/** Octets: the label of a domain (RFC 1035 §2.3.4) and the local part of an address (RFC 5321 §4.5.3.1.1). */
const SHORTEST_LIMIT = 63;

/** Octets, the line end not counted: no command line is too long with so many (RFC 5321 §4.5.3.1.4). */
const LONGEST_LINE = 500;
