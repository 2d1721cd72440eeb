/** Names in place of addresses, domains and IP addresses: the same one always gets the same. */
import { decodeBase64, encodeBase64 } from '../transcript/base64';

/**
 * RFC 5322 §3.2.3 and §3.2.4, with letters of RFC 6531; `\\x60` is the backtick. A quote or a brace at the beginning, which
 * both may be, is a program's around the address.
 */
const LOCAL = String.raw`[\p{L}\p{N}.!#$%&*+/=?^_|}~-][\p{L}\p{N}.!#$%&'*+/=?^_\x60{|}~-]{0,63}|"(?:[^"\\\r\n]|\\.){1,64}"`;
/** With a letter in it: numbers behind an @ are something else. */
const DOMAIN = String.raw`(?=[\p{N}.-]{0,64}\p{L})[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?`;

/** An e-mail address in a text: local part and domain. */
export const ADDRESS = new RegExp(`(${LOCAL})@(${DOMAIN})`, 'gu');

/** No dots that a dump shows in place of what cannot be printed. */
const CERTAIN = /^"|^(?!\.|.*\.[.@])[^@]+@(?:[^.]+\.)+\p{L}{2,}$/u;

const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|[01]?\d?\d)`;
const GROUP = '[0-9A-Fa-f]{1,4}';
const IPV4 = String.raw`(?<![\d.])(?:${OCTET}\.){3}${OCTET}(?!\d)(?!\.\d+\.\d)`;
/** With `::`, or of all eight groups: a time of day has colons, too. */
const IPV6 = `(?<![0-9A-Za-z:.])(?:(?:${GROUP}:){1,6}(?::${GROUP}){1,6}|::(?:${GROUP}:){0,6}${GROUP}|(?:${GROUP}:){1,7}:|(?:${GROUP}:){7}${GROUP})(?![0-9A-Za-z:])`;

/** An IP address in a text. A port may follow IPv4 after a dot, as tcpdump prints it. */
export const IP = new RegExp(`${IPV6}|${IPV4}`, 'g');

/** `bob=example.org`, as in a bounce address. */
const VERP = new RegExp(String.raw`([\p{L}\p{N}.!#$%&'*+/?^_{|}~-]{1,64})=(${DOMAIN})`, 'gu');
const BASE64 = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{8,400}={0,2}/g;
const HOST = new RegExp(DOMAIN, 'gu');

export interface NameKinds {
  readonly addresses: boolean;
  readonly ips: boolean;
}

export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

export class Pseudonyms {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #taken: Taken;
  readonly #exact: boolean;

  /** No pseudonym is one that stands in `text`. `exact`: each is as long as what it replaces. */
  constructor(text: string, exact: boolean) {
    this.#taken = new Taken(text);
    this.#exact = exact;
  }

  address(local: string, domain: string): string {
    if (isMasked(local) && isMasked(domain)) return `${local}@${domain}`;
    const name = this.#name(`${local}@${domain}`.toLowerCase(), 'user', (number) => this.#fit(`user${number}`, local));
    return `${name}@${this.domain(domain)}`;
  }

  domain(domain: string): string {
    return this.#name(domain.toLowerCase(), 'domain', (number) => this.#fitDomain(number, domain));
  }

  /**
   * Learns the addresses in a text, so that their domains are known wherever they stand. `amidOctets`: in one that shows
   * any octet as some character, an @ alone makes no address.
   */
  learn(text: string, amidOctets = false): void {
    if (!text.includes('@')) return;
    for (const [address, local = '', domain = ''] of text.matchAll(ADDRESS))
      if (!amidOctets || CERTAIN.test(address)) this.address(local, domain);
  }

  ip(ip: string): string {
    if (ip.includes(':'))
      return this.#name(ip.toLowerCase(), 'ip6', (number) =>
        this.#exact ? likeV6(ip, number) : `2001:db8::${number.toString(16)}`,
      );
    const octets = ip.split('.');
    const key = octets.map(Number).join('.');
    if (this.#exact) return this.#name(key, 'ip', (number) => likeV4(octets, number));
    const name = this.#name(
      key,
      'ip',
      (number) => `${TEST_NETS[Math.floor(number / 254) % TEST_NETS.length]}.${1 + (number % 254)}`,
    );
    // tcpflow writes zeros in front.
    const padded = octets.every((octet) => octet.length === 3) && octets.some((octet) => octet.startsWith('0'));
    return padded
      ? name
          .split('.')
          .map((octet) => octet.padStart(3, '0'))
          .join('.')
      : name;
  }

  /** Where in a text names stand that are to be replaced, in order, none over another. */
  *in(text: string, kinds: NameKinds, amidOctets = false): Generator<FoundName> {
    const found: FoundName[] = [];
    const add = (match: RegExpMatchArray, name: string) => {
      const start = match.index ?? 0;
      if (name !== match[0]) found.push({ start, end: start + match[0].length, name });
    };
    if (kinds.addresses) {
      for (const match of text.matchAll(ADDRESS))
        if (!amidOctets || CERTAIN.test(match[0])) add(match, this.address(match[1] ?? '', match[2] ?? ''));
      for (const match of text.matchAll(VERP))
        add(match, this.#known(`${match[1]}@${match[2]}`)?.replace('@', '=') ?? match[0]);
      for (const match of text.matchAll(BASE64)) {
        const plain = decodeBase64(match[0]);
        const name = plain?.includes('@') ? this.#known(plain) : undefined;
        if (name !== undefined) add(match, encodeBase64(name));
      }
      for (const match of text.matchAll(HOST)) found.push(...this.#domainIn(match[0], match.index));
    }
    if (kinds.ips) for (const match of text.matchAll(IP)) add(match, this.ip(match[0]));
    let at = 0;
    for (const each of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (each.start < at) continue;
      yield each;
      at = each.end;
    }
  }

  #known(address: string): string | undefined {
    const at = address.lastIndexOf('@');
    const name = this.#names.get(`user ${address.toLowerCase()}`);
    return name === undefined ? undefined : `${name}@${this.domain(address.slice(at + 1))}`;
  }

  /** The domain of an address, or one that lies in it: `mx.example.org`. */
  *#domainIn(host: string, index: number): Generator<FoundName> {
    for (let from = 0; from >= 0; from = host.indexOf('.', from) + 1 || -1) {
      const name = this.#names.get(`domain ${host.slice(from).toLowerCase()}`);
      if (name === undefined) continue;
      yield { start: index + from, end: index + host.length, name };
      return;
    }
  }

  #name(key: string, kind: Kind, make: (number: number) => string): string {
    const known = this.#names.get(`${kind} ${key}`);
    if (known !== undefined) return known;
    for (let tries = 0; ; tries++) {
      const number = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, number);
      const made = make(number);
      if (tries < MOST_TRIES && this.#taken.has(kind, made)) continue;
      this.#names.set(`${kind} ${key}`, made);
      return made;
    }
  }

  #fit(name: string, like: string): string {
    if (!this.#exact) return name;
    const number = /\d+$/.exec(name)?.[0] ?? '';
    const shortened = like.length < name.length ? `u${number}` : name;
    return shortened.padEnd(like.length, 'x').slice(0, like.length);
  }

  #fitDomain(number: number, like: string): string {
    if (!this.#exact) return `domain${number}.example`;
    const room = like.length - '.example'.length;
    const stem = `d${number}`;
    return room < stem.length
      ? stem.padEnd(like.length, 'x').slice(0, like.length)
      : `${stem.padEnd(room, 'x')}.example`;
  }
}

type Kind = keyof typeof LOOKS_LIKE;

/** What in a text could be a pseudonym of ours. A name with other digits is another one. */
const LOOKS_LIKE = { user: /u(?:ser)?\d+/g, domain: /d(?:omain)?\d+/g, ip: IP, ip6: IP } as const;

/** The pseudonyms that stand in a text already. It is searched once for each kind, not for each name. */
class Taken {
  readonly #text: string;
  readonly #names = new Map<Kind, ReadonlySet<string>>();

  constructor(text: string) {
    this.#text = text;
  }

  has(kind: Kind, made: string): boolean {
    let names = this.#names.get(kind);
    if (names === undefined) {
      names = new Set(Array.from(this.#text.matchAll(LOOKS_LIKE[kind]), ([name]) => name));
      this.#names.set(kind, names);
    }
    return names.has(made.match(LOOKS_LIKE[kind])?.[0] ?? made);
  }
}

/** With as many digits in each part. */
function likeV4(octets: readonly string[], number: number): string {
  const [least, range] = [
    [0, 10],
    [10, 90],
    [100, 150],
  ][(octets.at(-1)?.length ?? 1) - 1] ?? [0, 10];
  const last = String((least ?? 0) + (number % (range ?? 10)));
  return [...octets.slice(0, -1).map((octet) => '192'.slice(0, octet.length)), last].join('.');
}

/** With as many digits in each group. */
function likeV6(ip: string, number: number): string {
  const groups = ip.split(':');
  const last = groups.findLastIndex((group) => group !== '');
  return groups
    .map((group, index) =>
      index === last ? number.toString(16).padStart(group.length, '0').slice(-group.length) : 'd'.repeat(group.length),
    )
    .join(':');
}

function isMasked(text: string): boolean {
  return /^[x.]+$/.test(text);
}

/** The ranges for documentation (RFC 5737). */
const TEST_NETS = ['192.0.2', '198.51.100', '203.0.113'] as const;
const MOST_TRIES = 1000;
