/** How long a command line may be, in octets with its CRLF: RFC 5321 §4.5.3.1.4 and what each extension adds. */
import { readPath } from '../transcript/command';
import { octetsOf } from '../transcript/octets';
import type { Command } from '../transcript/transcript';

/** RFC 5321 §4.5.3.1.4. */
const COMMAND_LINE = 512;

/** An AUTH command with its initial response (RFC 4954 §4). */
const AUTH_LINE = 12_288;

/**
 * What a parameter may take at most, its blank and name included: by the RFC that defines it (RFC 1870 §3, 6152 §2, 2852 §3,
 * 4865 §2, 6710 §2, 8689 §2, 7293 §3), else by its grammar (RFC 3461 §4: ENVID of 100 and ORCPT of 500 characters).
 */
const ADDED: ReadonlyMap<string, number> = new Map([
  ['SIZE', 26],
  ['BODY', 17],
  ['RET', 9],
  ['ENVID', 107],
  ['AUTH', 500],
  ['BY', 17],
  ['HOLDFOR', 34],
  ['HOLDUNTIL', 34],
  ['MT-PRIORITY', 15],
  ['SMTPUTF8', 10],
  ['REQUIRETLS', 11],
  ['NOTIFY', 30],
  ['ORCPT', 507],
  ['RRVS', 33],
]);

/** The limit for this line; undefined where none is set: unknown verbs, XCLIENT and XFORWARD, whose attributes have no bound. */
export function lineLimit(command: Command): number | undefined {
  const { verb } = command;
  if (verb === 'AUTH') return AUTH_LINE;
  if (verb === 'MAIL' || verb === 'RCPT') {
    const used = readPath(command).parameters;
    return used.reduce((sum, { key, start, end }) => sum + (ADDED.get(key) ?? end - start + 1), COMMAND_LINE);
  }
  return PLAIN.has(verb) ? COMMAND_LINE : undefined;
}

const PLAIN: ReadonlySet<string> = new Set([
  ...['EHLO', 'HELO', 'LHLO', 'VRFY', 'EXPN', 'NOOP', 'HELP', 'RSET', 'DATA', 'BDAT', 'QUIT', 'STARTTLS', 'ETRN'],
]);

/** Octets of the line as sent; where the log does not show how it ended, CRLF is taken. */
export function lineOctets({ said }: Command): number {
  return octetsOf(said.text) + (said.wireEol?.length ?? 2);
}
