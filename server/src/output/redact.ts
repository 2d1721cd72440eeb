/** Takes out of a log what must not leave the house, and leaves it a log that reads the same. */
import { decodeBase64, encodeBase64 } from '../transcript/base64';
import type { Session, Transcript } from '../transcript/reader';
import { locate, type Said, type Span } from '../transcript/transcript';
import { messagesOf, utterancesBySession } from './sessions';

export interface RedactOptions {
  /** Secrets of AUTH, the user names in them included. */
  readonly credentials: boolean;
  /** E-mail addresses become `user1@domain1.example`, the same one always the same. */
  readonly addresses: boolean;
  /** IP addresses become ones of the documentation ranges. */
  readonly ips: boolean;
  /** Letters and digits of messages become `x`; names of header fields stay. */
  readonly messages: boolean;
}

interface Replacement extends Span {
  readonly text: string;
}

/** The text of the log with what the options name replaced. A search for any of it finds nothing more. */
export function redact(text: string, transcript: Transcript, options: RedactOptions): string {
  const replacements: Replacement[] = [];
  const secrets = new Set<string>();
  for (const [session, utterances] of utterancesBySession(transcript)) {
    if (options.credentials) replacements.push(...credentials(session, secrets));
    if (!options.messages) continue;
    for (const { lines } of messagesOf(session, utterances)) replacements.push(...lines.flatMap(maskLine));
  }
  let result = apply(text, replacements);
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) result = result.replaceAll(secret, MASK);
  const names = new Pseudonyms();
  if (options.addresses) result = replaceAddresses(result, names);
  if (options.ips) result = result.replace(IP, (ip) => names.ip(ip));
  return result;
}

/** What stands in place of a secret; the canonical format reads it as one. */
const MASK = '****';

// --- credentials --------------------------------------------------------------------------------------------------

function credentials(session: Session, secrets: Set<string>): Replacement[] {
  const found: Replacement[] = [];
  const hide = (said: Said, from: number, secret: string) => {
    if (secret === '' || secret === '=' || secret === '*' || /^\*+$/.test(secret)) return;
    found.push({ ...locate(said, from, from + secret.length), text: MASK });
    remember(secret, secrets);
  };
  for (const { exchange } of session.steps) {
    if (exchange.kind !== 'command' || exchange.command.verb !== 'AUTH') continue;
    const { said } = exchange.command;
    const initial = /^\S+ +\S+ +/.exec(said.text.slice(0, 300))?.[0].length;
    if (initial !== undefined) hide(said, initial, said.text.slice(initial).trimEnd());
    for (const response of exchange.responses)
      if (response.elided === undefined) hide(response, 0, response.text.trimEnd());
  }
  return found;
}

/** A secret may stand elsewhere in the log: as it was sent, and as what it stands for. */
function remember(secret: string, secrets: Set<string>): void {
  if (secret.length >= SHORTEST) secrets.add(secret);
  const plain = decodeBase64(secret);
  if (plain === undefined) return;
  for (const part of plain.split(/[\u0000\u0001]/)) {
    const value = part.replace(/^(?:user=|auth=Bearer |n,a=)/, '').replace(/,$/, '');
    if (value.length >= SHORTEST && /[^\s]/.test(value)) {
      secrets.add(value);
      secrets.add(encodeBase64(value));
    }
  }
}

/** Shorter secrets are not looked for elsewhere: they would hit innocent words. */
const SHORTEST = 5;

// --- messages -----------------------------------------------------------------------------------------------------

function maskLine(said: Said): Replacement[] {
  const { text } = said;
  const name = /^[A-Za-z][A-Za-z0-9-]{0,75}:(?=[ \t]|$)/.exec(text)?.[0].length ?? 0;
  const masked: Replacement[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (match.index < name) continue;
    const span = locate(said, match.index, match.index + match[0].length);
    masked.push({ ...span, text: 'x'.repeat(match[0].length) });
  }
  return masked;
}

// --- names --------------------------------------------------------------------------------------------------------

/** Stable pseudonyms: the first address is user1, its domain domain1. */
class Pseudonyms {
  readonly #users = new Map<string, string>();
  readonly #domains = new Map<string, string>();
  readonly #ips = new Map<string, string>();

  address(local: string, domain: string): string {
    const key = `${local}@${domain}`.toLowerCase();
    const user = this.#users.get(key) ?? `user${this.#users.size + 1}`;
    this.#users.set(key, user);
    return `${user}@${this.domain(domain)}`;
  }

  domain(domain: string): string {
    const key = domain.toLowerCase();
    const name = this.#domains.get(key) ?? `domain${this.#domains.size + 1}.example`;
    this.#domains.set(key, name);
    return name;
  }

  ip(ip: string): string {
    const number = this.#ips.size + 1;
    const made = ip.includes(':') ? `2001:db8::${number.toString(16)}` : `192.0.2.${number % 256}`;
    const name = this.#ips.get(ip) ?? made;
    this.#ips.set(ip, name);
    return name;
  }

  get domains(): readonly string[] {
    return [...this.#domains.keys()];
  }
}

function replaceAddresses(text: string, names: Pseudonyms): string {
  const seen = new Map<string, string>();
  const replaced = text.replace(ADDRESS, (address, local: string, domain: string) => {
    const name = names.address(local, domain);
    seen.set(address, name);
    return name;
  });
  // What stood in base64 or in a VERP address (bob=example.org) is the same address.
  let result = replaced;
  for (const [address, name] of seen) {
    result = result.replaceAll(encodeBase64(address), encodeBase64(name));
    result = result.replaceAll(address.replace('@', '='), name.replace('@', '='));
  }
  for (const domain of names.domains) result = replaceDomain(result, domain, names.domain(domain));
  return result;
}

function replaceDomain(text: string, domain: string, name: string): string {
  const escaped = domain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![A-Za-z0-9-])${escaped}(?![A-Za-z0-9-])`, 'gi'), name);
}

const ADDRESS = /([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@([A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)/g;

const IP =
  /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)|(?<![0-9A-Fa-f:.])(?:[0-9A-Fa-f]{1,4}:){2,7}(?::?[0-9A-Fa-f]{1,4}){1,7}(?![0-9A-Fa-f:])/g;

function apply(text: string, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return text;
  const byLine = new Map<number, Replacement[]>();
  for (const each of replacements) {
    const same = byLine.get(each.line);
    if (same === undefined) byLine.set(each.line, [each]);
    else same.push(each);
  }
  const lines = text.split('\n');
  for (const [number, each] of byLine) {
    const line = lines[number];
    if (line === undefined) continue;
    let result = line;
    for (const { start, end, text: replacement } of each.sort((a, b) => b.start - a.start)) {
      result = result.slice(0, start) + replacement + result.slice(end);
    }
    lines[number] = result;
  }
  return lines.join('\n');
}
