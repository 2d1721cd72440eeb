/** The credentials of a log: where they were sent, and what they are, to be looked for elsewhere. */
import { isRedacted, responsesOf } from '../rules/credentials';
import { decodeBase64, encodeBase64 } from '../transcript/base64';
import { isKnownVerb } from '../transcript/command';
import { escaped } from '../transcript/escaped';
import type { Session } from '../transcript/reader';
import type { Said } from '../transcript/transcript';

/** A part of a client line that nobody may see. */
export interface SentSecret {
  readonly said: Said;
  readonly start: number;
  readonly end: number;
}

/** What was sent in the AUTH commands of a session. */
export function sentSecrets(session: Session): SentSecret[] {
  return session.steps.flatMap(({ exchange }) => {
    if (exchange.kind !== 'command' || exchange.command.verb !== 'AUTH') return [];
    return responsesOf(exchange)
      .filter(({ text }) => text !== '' && text !== '=' && text !== '*' && !isMask(text))
      .map(({ said, start, end }) => ({ said, start, end }));
  });
}

function isMask(text: string): boolean {
  return decodeBase64(text) === undefined && isRedacted(text);
}

/** Values to be looked for in a whole log. */
export class Secrets {
  /** Anywhere, even inside a word. */
  readonly #anywhere = new Set<string>();
  /** As words: names, and what is too short for anything else. */
  readonly #words = new Set<string>();

  /** A response of AUTH: as it was sent, and what it stands for. */
  addResponse(response: string): void {
    this.#addWhole(response);
    const plain = decodeBase64(response);
    if (plain === undefined) return;
    const parts = plain.split(/[\u0000\u0001]/);
    const isDigest = parts.length === 1 && /^\S+ [0-9a-f]{32}$/i.test(plain);
    for (const part of isDigest ? plain.split(' ') : parts)
      this.#addPart(part.replace(/^(?:user=|auth=Bearer |n,a=)/, '').replace(/,$/, ''));
  }

  /** What the tool's own line says: names of users in their fields and sentences, passwords in their fields. */
  addFrom(line: string): void {
    for (const pattern of TOLD) {
      for (const match of line.matchAll(pattern)) this.#addPart(match[1] ?? '');
    }
  }

  #addPart(value: string): void {
    if (value.trim() === '' || isRedacted(value) || isKnownVerb(value.toUpperCase())) return;
    if (value.length >= SHORTEST) this.#addWhole(value);
    else if (value.length >= SHORTEST_WORD) this.#words.add(value);
    if (value.length >= SHORTEST_WORD) this.#anywhere.add(encodeBase64(value));
  }

  #addWhole(value: string): void {
    if (value.length >= SHORTEST) this.#anywhere.add(value);
  }

  /** The text with `mask` in place of each. */
  hideIn(text: string, mask: (secret: string) => string): string {
    let result = text;
    for (const secret of [...this.#anywhere].sort((a, b) => b.length - a.length)) {
      if (result.includes(secret)) result = result.replaceAll(secret, () => mask(secret));
    }
    for (const word of this.#words) {
      if (result.includes(word))
        result = result.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'gu'), () =>
          mask(word),
        );
    }
    return result;
  }
}

/** Shorter ones would hit the middle of innocent words. */
const SHORTEST = 5;
/** Shorter ones would hit innocent words. */
const SHORTEST_WORD = 3;

/** Where tools print the name of a user, and where they print what was meant to be kept. */
const TOLD: readonly RegExp[] = [
  /\b(?:sasl_)?username"?\s?[=:]\s?["']?([^\s"'<>,;)]{1,64})/gi,
  /\buser=([^\s"'<>,;)]{1,64})/g,
  /\bUser "([^"]{1,64})" authenticated/g,
  /\bAuthentication error for (\S{1,64}) using/g,
  /\bauth_?(?:enticated_)?(?:id|cid|zid)[=:]\s?["']?([^\s"'<>,;)]{1,64})/gi,
  /\b(?:password|passwd|passphrase)"?\s?[=:]\s?["']?([^\s"'<>,;)]{1,64})/gi,
  /(?:^|\s)(?:--auth-user|-au|--auth-password|-ap|--password)[= ]["']?([^\s"']{1,64})/g,
  /(?:^|\s)(?:--user|-u) ["']?[^\s"':]{1,64}:([^\s"']{1,64})/g,
];
