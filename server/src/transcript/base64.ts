/** Base64 as SASL uses it (RFC 4648 §4, RFC 4954 §4), without the platform's help: this code runs in a worker as well. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map([...ALPHABET].map((char, value) => [char, value]));

/** True when `text` is base64 with its padding; the empty text is. */
export function isBase64(text: string): boolean {
  if (text.length % 4 !== 0) return false;
  const end = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length;
  for (let at = 0; at < end; at++) if (!VALUES.has(text.charAt(at))) return false;
  return true;
}

/** The octets, one character each; undefined when `text` is not base64. */
export function decodeOctets(text: string): string | undefined {
  if (!isBase64(text)) return undefined;
  let decoded = '';
  let bits = 0;
  let held = 0;
  for (const char of text) {
    const value = VALUES.get(char);
    if (value === undefined) break;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    decoded += String.fromCharCode((held >> bits) & 0xff);
  }
  return decoded;
}

/** The text whose UTF-8 `encoded` stands for; undefined when it is not base64 or not the UTF-8 of a text. */
export function decodeBase64(encoded: string): string | undefined {
  const octets = decodeOctets(encoded);
  if (octets === undefined) return undefined;
  try {
    return decodeURIComponent(
      [...octets].map((octet) => `%${octet.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
    );
  } catch {
    return undefined;
  }
}

/** The base64 of a text's UTF-8. */
export function encodeBase64(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
  const octets = [...encodeURIComponent(whole).matchAll(/%([0-9A-F]{2})|(.)/g)].map(([, hex, char]) =>
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
