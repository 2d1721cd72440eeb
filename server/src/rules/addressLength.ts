import { octetsOf } from '../transcript/octets';
import { mailboxParts } from './mailbox';

/** Octets (RFC 5321 §4.5.3.1.1–§4.5.3.1.3); the path counts its angle brackets. */
const LOCAL_PART = 64;
const DOMAIN = 255;
const PATH = 256;

/** What is too long in an address, in octets, and where in it that stands; undefined when nothing is. */
export function overLength(address: string) {
  // Most addresses are shorter than the least of the limits, whatever they are made of.
  if (address.length * 4 <= LOCAL_PART) return undefined;
  const { start, at } = mailboxParts(address);
  const end = at < 0 ? address.length : at;
  const local = octetsOf(address.slice(start, end));
  if (local > LOCAL_PART) return { kind: 'local-part', octets: local, limit: LOCAL_PART, from: start, to: end };
  const domain = octetsOf(address.slice(end + 1));
  if (domain > DOMAIN) return { kind: 'domain', octets: domain, limit: DOMAIN, from: end + 1, to: address.length };
  const path = octetsOf(address) + 2;
  return path > PATH ? { kind: 'path', octets: path, limit: PATH, from: 0, to: address.length } : undefined;
}
