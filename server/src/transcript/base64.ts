/** Base64 (RFC 4648 §4) of UTF-8 text, without the platform's help: this code runs in a worker as well. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text that `encoded` stands for; undefined when it is no base64 or not the UTF-8 of a text. */
export function decodeBase64(encoded: string): string | undefined {
  const octets = decodeOctets(encoded);
  if (octets === undefined) return undefined;
  try {
    return decodeURIComponent(octets.map((octet) => `%${octet.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return undefined;
  }
}

/** The octets that `encoded` stands for; undefined when it is no base64 with its padding. */
export function decodeOctets(encoded: string): number[] | undefined {
  if (encoded.length % 4 !== 0 || encoded.length > LONGEST || !/^[A-Za-z0-9+/]*={0,2}$/.test(encoded)) return undefined;
  const octets: number[] = [];
  let bits = 0;
  let held = 0;
  for (const char of encoded) {
    if (char === '=') break;
    bits = (bits << 6) | ALPHABET.indexOf(char);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    octets.push((bits >> held) & 0xff);
    bits &= (1 << held) - 1;
  }
  return octets;
}

/** The base64 of a text's UTF-8. */
export function encodeBase64(text: string): string {
  const octets = [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|(.)/g)].map(([, hex, char]) =>
    hex === undefined ? (char as string).charCodeAt(0) : Number.parseInt(hex, 16),
  );
  let encoded = '';
  for (let at = 0; at < octets.length; at += 3) {
    const [a = 0, b = 0, c = 0] = octets.slice(at, at + 3);
    const group = (a << 16) | (b << 8) | c;
    const count = Math.min(3, octets.length - at) + 1;
    for (let n = 0; n < 4; n++) encoded += n < count ? ALPHABET[(group >> (18 - 6 * n)) & 63] : '=';
  }
  return encoded;
}

/** The longest line that AUTH allows (RFC 4954 §4). */
const LONGEST = 12_288;
