/** Addresses and names against the grammar of RFC 5321 §4.1.2 and §4.1.3; UTF-8 counts as RFC 6531 §3.3 allows it. */

type AddressFaultKind =
  | 'blank'
  | 'control'
  | 'no-domain'
  | 'local-part'
  /** A quoted string that does not end, or that more follows. */
  | 'quoted'
  | 'domain'
  | 'underscore'
  /** A label of more than 63 octets (RFC 1035 §2.3.4). */
  | 'label'
  | 'literal'
  /** A literal of a kind that is not registered: only IPv6 is. */
  | 'tag';

/** What is malformed, and where in the text that was looked at. */
export interface AddressFault {
  readonly kind: AddressFaultKind;
  readonly start: number;
  readonly end: number;
}

/** Offsets in a path: where the mailbox begins (after a source route), and its `@`; -1 without one. */
export interface MailboxParts {
  readonly start: number;
  readonly at: number;
}

/** Finds the mailbox in what stands between the angle brackets. */
export function mailboxParts(path: string): MailboxParts {
  const colon = path.startsWith('@') ? path.indexOf(':') : -1;
  const start = colon + 1;
  let at = -1;
  let quoted = false;
  for (let index = start; index < path.length; index++) {
    const char = path[index];
    if (char === '\\' && quoted) index++;
    else if (char === '"') quoted = !quoted;
    else if (char === '@' && !quoted) at = index;
  }
  return { start, at };
}

/** The first thing wrong with a path; undefined for a good one, the empty path and `postmaster`. */
export function addressFault(path: string): AddressFault | undefined {
  if (path === '' || /^postmaster$/i.test(path)) return undefined;
  const { start, at } = mailboxParts(path);
  const local = path.slice(start, at < 0 ? path.length : at);
  const inLocal = localPartFault(local);
  if (inLocal !== undefined) return moved(inLocal, start);
  if (at < 0) return { kind: 'no-domain', start, end: path.length };
  const inDomain = hostFault(path.slice(at + 1));
  return inDomain === undefined ? undefined : moved(inDomain, at + 1);
}

function moved({ kind, start, end }: AddressFault, by: number): AddressFault {
  return { kind, start: start + by, end: end + by };
}

function localPartFault(local: string): AddressFault | undefined {
  const all = { start: 0, end: local.length };
  if (local.startsWith('"')) return QUOTED_STRING.test(local) ? undefined : { kind: 'quoted', ...all };
  const blank = blankIn(local);
  if (blank !== undefined) return blank;
  return local.split('.').every((atom) => ATOM.test(atom)) ? undefined : { kind: 'local-part', ...all };
}

function blankIn(text: string): AddressFault | undefined {
  const at = text.search(BLANK);
  if (at < 0) return undefined;
  return { kind: text[at] === ' ' || text[at] === '\t' ? 'blank' : 'control', start: at, end: at + 1 };
}

/** A quoted local part whose quotes nothing in it needs, without them. */
export function needlesslyQuoted(path: string): string | undefined {
  const { start, at } = mailboxParts(path);
  const local = path.slice(start, Math.max(start, at));
  if (at < 0 || local.length < 3 || !QUOTED_STRING.test(local)) return undefined;
  const inside = local.slice(1, -1).replace(/\\(.)/g, '$1');
  return inside.split('.').every((atom) => ATOM.test(atom)) ? inside : undefined;
}

const BLANK = /[\u0000-\u0020\u007f]/;
const ATOM = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~\u0080-\uffff]+$/;
const QUOTED_STRING = /^"(?:[\u0020-\u0021\u0023-\u005b\u005d-\u007e\u0080-\uffff]|\\[\u0020-\u007e])*"$/;

/** The first thing wrong with a domain or an address literal. */
export function hostFault(host: string): AddressFault | undefined {
  if (host.startsWith('[')) {
    const kind = literalFault(host);
    return kind === undefined ? undefined : { kind, start: 0, end: host.length };
  }
  const blank = blankIn(host);
  if (blank !== undefined) return blank;
  let start = 0;
  let underscore: AddressFault | undefined;
  for (const label of host.split('.')) {
    const place = { start, end: start + label.length };
    if (!LABEL.test(label)) {
      if (!LABEL.test(label.replaceAll('_', 'x'))) return { kind: 'domain', start: 0, end: host.length };
      underscore ??= { kind: 'underscore', ...place };
    }
    if (label.length > LONGEST_LABEL) return { kind: 'label', ...place };
    start += label.length + 1;
  }
  return underscore;
}

const LABEL = /^[A-Za-z0-9\u0080-\uffff](?:[A-Za-z0-9\-\u0080-\uffff]*[A-Za-z0-9\u0080-\uffff])?$/;
const LONGEST_LABEL = 63;

/** `[192.0.2.1]`, `[IPv6:2001:db8::1]` or a tagged literal of another kind (RFC 5321 §4.1.3). */
function literalFault(text: string): 'literal' | 'tag' | undefined {
  if (!text.endsWith(']')) return 'literal';
  const inside = text.slice(1, -1);
  if (isIpv4(inside)) return undefined;
  if (/^IPv6:/i.test(inside)) return isIpv6(inside.slice(5)) ? undefined : 'literal';
  return /^[A-Za-z0-9][A-Za-z0-9-]*:[\x21-\x5a\x5e-\x7e]+$/.test(inside) && !isIpv6(inside) ? 'tag' : 'literal';
}

/** Four numbers from 0 to 255. */
export function isIpv4(text: string): boolean {
  const numbers = text.split('.');
  return numbers.length === 4 && numbers.every((number) => /^\d{1,3}$/.test(number) && Number(number) < 256);
}

/** Eight groups of hexadecimal digits, fewer with `::`, the last two also as IPv4. */
export function isIpv6(text: string): boolean {
  if (text.length > 45 || !text.includes(':') || text.includes(':::')) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const tail = last?.includes('.') ? groups.pop() : undefined;
  if (tail !== undefined && !isIpv4(tail)) return false;
  const count = groups.length + (tail === undefined ? 0 : 2);
  const full = halves.length === 1 ? count === 8 : count <= 7;
  return full && groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group));
}
