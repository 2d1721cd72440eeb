/** Base64 as SASL uses it (RFC 4648 §4, RFC 4954 §4), without the platform's help: rules run everywhere. */

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
export function decodeBase64(text: string): string | undefined {
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
