import { hostFault, isIpv4, isIpv6 } from './mailbox';
import { isMasked } from './masked';

export type HelloFault = 'missing' | 'several' | 'localhost' | 'underscore' | 'bare-ip' | 'literal' | 'malformed';

/** What is wrong with the name that a client gives itself (RFC 5321 §4.1.1.1); undefined when nothing is. */
export function helloFault(argument: string): HelloFault | undefined {
  const name = argument.trim();
  if (name === '') return 'missing';
  if (isMasked(name) || name.startsWith('<')) return undefined;
  if (/[ \t]/.test(name)) return 'several';
  if (/^localhost(?:\.localdomain)?$/i.test(name)) return 'localhost';
  if (isIpv4(name) || isIpv6(name.replace(/^IPv6:/i, ''))) return 'bare-ip';
  const fault = hostFault(name);
  if (fault === undefined) return undefined;
  if (fault.kind === 'underscore' || fault.kind === 'literal') return fault.kind;
  return fault.kind === 'tag' ? 'literal' : 'malformed';
}
